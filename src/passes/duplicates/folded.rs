//! The characters of a text that count when two lines are compared.

use crate::text::ascii::next_high;

/// The letters and digits of a text, in lower case: no marks, no spaces.
#[derive(Clone, Debug)]
pub(super) struct Folded<'a> {
    rest: &'a str,
    // More of a letter whose lower case is several characters.
    lower: Option<std::char::ToLowercase>,
}

impl<'a> Folded<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { rest: text, lower: None }
    }

    /// What has not been read yet.
    pub(super) fn as_str(&self) -> &'a str {
        self.rest
    }
}

impl Iterator for Folded<'_> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        if let Some(lower) = &mut self.lower {
            match lower.next() {
                Some(c) => return Some(c),
                None => self.lower = None,
            }
        }
        loop {
            let c = self.rest.chars().next()?;
            self.rest = &self.rest[c.len_utf8()..];
            if c.is_ascii() {
                if c.is_ascii_alphanumeric() {
                    return Some(c.to_ascii_lowercase());
                }
            } else if c.is_alphanumeric() {
                let mut lower = c.to_lowercase();
                let first = lower.next();
                if lower.len() > 0 {
                    self.lower = Some(lower);
                }
                return first;
            }
        }
    }

    /// All characters at one go: runs of ASCII byte by byte.
    fn fold<B, F: FnMut(B, char) -> B>(self, init: B, mut f: F) -> B {
        let mut folded = self.lower.into_iter().flatten().fold(init, &mut f);
        let mut rest = self.rest;
        while !rest.is_empty() {
            let (ascii, others) = rest.split_at(next_high(rest.as_bytes(), 0));
            for b in ascii.bytes().filter(u8::is_ascii_alphanumeric) {
                folded = f(folded, char::from(b.to_ascii_lowercase()));
            }
            let mut chars = others.chars();
            if let Some(c) = chars.next().filter(|c| c.is_alphanumeric()) {
                folded = c.to_lowercase().fold(folded, &mut f);
            }
            rest = chars.as_str();
        }
        folded
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_by_one_and_at_one_go_are_the_same() {
        for text in ["", "It’s İzmir, 5 km — ÉCOLE!", "plain Words", "ß², …", "x\u{130}İ"]
        {
            for taken in 0..8 {
                let (mut slow, mut fast) = (String::new(), String::new());
                let mut folded = Folded::new(text);
                folded.by_ref().take(taken).for_each(drop);
                let copy = folded.clone();
                for c in folded {
                    slow.push(c);
                }
                copy.for_each(|c| fast.push(c));
                assert_eq!(fast, slow, "{text:?} without {taken}");
            }
        }
    }
}
