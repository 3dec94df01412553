//! Words and their kinds.

use std::ops::Range;

/// A word of a text: where it stands and what kind of word it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    start: u32,
    end: u32,
    kind: Kind,
    case: Case,
    flags: u8,
}
/// What kind of word it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// w
    Word,
}
/// Case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// l
    Lower,
}
impl Word {
    /// Where
    pub fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}
pub(crate) fn read(_text: &str, _words: &mut Vec<Word>) {}
