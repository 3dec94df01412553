//! The characters of a text that count when two lines are compared.

use std::sync::LazyLock;

use super::ascii::next_high;

/// Below this, what a character folds to is looked up.
const TABLE_LEN: u32 = 0x1000;

/// What stands for no character: this one is not a letter or digit.
const NOTHING: char = '\0';
/// What stands for more than one character, or for one that the table does not have.
const SEVERAL: char = char::MAX;

/// What the characters below [`TABLE_LEN`] fold to.
static TABLE: LazyLock<[char; TABLE_LEN as usize]> = LazyLock::new(|| {
    std::array::from_fn(|code| {
        let Some(c) = char::from_u32(code as u32).filter(|c| c.is_alphanumeric()) else {
            return NOTHING;
        };
        let mut lower = c.to_lowercase();
        let first = lower.next().unwrap_or(NOTHING);
        if lower.len() > 0 { SEVERAL } else { first }
    })
});

/// What a character folds to: itself, [`NOTHING`] or [`SEVERAL`].
#[inline]
fn simple(table: &[char; TABLE_LEN as usize], c: char) -> char {
    match u32::from(c) {
        code @ 0..TABLE_LEN => table[code as usize],
        // The marks and spaces of prose.
        0x2000..=0x206f | 0x3000..=0x3004 => NOTHING,
        // Kana, Han and Hangul have no case.
        0x3041..=0x3096 | 0x30a1..=0x30fa | 0x4e00..=0x9fff | 0xac00..=0xd7a3 => c,
        // Latin with two accents.
        0x1e00..=0x1eff => SEVERAL,
        _ if c.is_alphanumeric() => SEVERAL,
        _ => NOTHING,
    }
}

/// Whether this is a letter or digit.
#[inline]
pub(crate) fn counts(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() } else { simple(&TABLE, c) != NOTHING }
}

/// The letters and digits of a text, in lower case: no marks, no spaces.
#[derive(Clone, Debug)]
pub(crate) struct Folded<'a> {
    rest: std::str::Chars<'a>,
    // More of a letter whose lower case is several characters.
    lower: Option<std::char::ToLowercase>,
    table: &'static [char; TABLE_LEN as usize],
}

impl<'a> Folded<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self { rest: text.chars(), lower: None, table: &TABLE }
    }

    /// What has not been read yet.
    pub(crate) fn as_str(&self) -> &'a str {
        self.rest.as_str()
    }

    /// What has not been read yet, if no character of it has been in part.
    pub(crate) fn unread(&self) -> Option<&'a str> {
        self.lower.is_none().then_some(self.rest.as_str())
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
            match simple(self.table, c) {
                NOTHING => {}
                SEVERAL => {
                    let mut lower = c.to_lowercase();
                    let first = lower.next();
                    if lower.len() > 0 {
                        self.lower = Some(lower);
                    }
                    return first;
                }
                one => return Some(one),
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
                folded = match simple(self.table, c) {
                    NOTHING => folded,
                    SEVERAL => c.to_lowercase().fold(folded, &mut f),
                    one => f(folded, one),
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
            assert_eq!(counts(c), c.is_alphanumeric(), "{c:?}");
        }
    }
}
