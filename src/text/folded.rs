//! The characters of a text that count when two lines are compared.

use std::sync::LazyLock;

use super::ascii::next_high;

/// Below this, what a character folds to is looked up.
const TABLE_LEN: u32 = 0x1000;

/// Not a letter or digit.
const NOTHING: u16 = 0;
/// More than one character, or one that the table cannot hold.
const SEVERAL: u16 = u16::MAX;

/// What the characters below [`TABLE_LEN`] fold to.
static TABLE: LazyLock<[u16; TABLE_LEN as usize]> = LazyLock::new(|| {
    std::array::from_fn(|code| {
        let Some(c) = char::from_u32(code as u32).filter(|c| c.is_alphanumeric()) else {
            return NOTHING;
        };
        let mut lower = c.to_lowercase();
        let first = lower.next().map_or(0, u32::from);
        if lower.len() > 0 { SEVERAL } else { u16::try_from(first).unwrap_or(SEVERAL) }
    })
});

/// The letters and digits of a text, in lower case: no marks, no spaces.
#[derive(Clone, Debug)]
pub(crate) struct Folded<'a> {
    rest: std::str::Chars<'a>,
    // More of a letter whose lower case is several characters.
    lower: Option<std::char::ToLowercase>,
    table: &'static [u16; TABLE_LEN as usize],
}

impl<'a> Folded<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self { rest: text.chars(), lower: None, table: &TABLE }
    }

    /// What has not been read yet.
    pub(crate) fn as_str(&self) -> &'a str {
        self.rest.as_str()
    }

    /// What this character folds to, if to one at most; asks for a look at
    /// all of it otherwise.
    fn simple(&self, c: char) -> Result<Option<char>, ()> {
        match u32::from(c) {
            code @ 0..TABLE_LEN => match self.table[code as usize] {
                NOTHING => Ok(None),
                SEVERAL => Err(()),
                lower => Ok(char::from_u32(u32::from(lower))),
            },
            // The marks and spaces of prose.
            0x2000..=0x206f | 0x3000..=0x3004 => Ok(None),
            // Kana, Han and Hangul have no case.
            0x3041..=0x3096 | 0x30a1..=0x30fa | 0x4e00..=0x9fff | 0xac00..=0xd7a3 => Ok(Some(c)),
            _ if c.is_alphanumeric() => Err(()),
            _ => Ok(None),
        }
    }
}

impl Iterator for Folded<'_> {
    type Item = char;

    #[inline]
    fn next(&mut self) -> Option<char> {
        if let Some(lower) = &mut self.lower {
            match lower.next() {
                Some(c) => return Some(c),
                None => self.lower = None,
            }
        }
        loop {
            let c = self.rest.next()?;
            match self.simple(c) {
                Ok(None) => {}
                Ok(one) => return one,
                Err(()) => {
                    let mut lower = c.to_lowercase();
                    let first = lower.next();
                    if lower.len() > 0 {
                        self.lower = Some(lower);
                    }
                    return first;
                }
            }
        }
    }

    /// All characters at one go: runs of ASCII byte by byte.
    fn fold<B, F: FnMut(B, char) -> B>(mut self, init: B, mut f: F) -> B {
        let mut folded = self.lower.take().into_iter().flatten().fold(init, &mut f);
        let mut rest = self.rest.as_str();
        while !rest.is_empty() {
            let (ascii, others) = rest.split_at(next_high(rest.as_bytes(), 0));
            for b in ascii.bytes().filter(u8::is_ascii_alphanumeric) {
                folded = f(folded, char::from(b.to_ascii_lowercase()));
            }
            let mut chars = others.chars();
            if let Some(c) = chars.next() {
                folded = match self.simple(c) {
                    Ok(one) => one.into_iter().fold(folded, &mut f),
                    Err(()) => c.to_lowercase().fold(folded, &mut f),
                };
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
        for text in
            ["", "It’s İzmir, 5 km — ÉCOLE!", "plain Words", "ß², …", "x\u{130}İ", "ẞ中か가。"]
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

    #[test]
    fn every_character_folds_as_the_standard_library_says() {
        for c in '\0'..=char::MAX {
            let text = c.to_string();
            let lower = if c.is_alphanumeric() {
                text.chars().flat_map(char::to_lowercase).collect()
            } else {
                String::new()
            };
            assert_eq!(Folded::new(&text).collect::<String>(), lower, "{c:?}");
        }
    }
}
