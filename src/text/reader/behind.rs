//! What stands behind a word of ASCII letters, and before the next word.

use crate::text::words::{Case, STARTS_LINE, STARTS_SENTENCE};

/// Whether a byte ends the word before it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Ends {
    /// It may go on, or be more than a word; not so with a colon before white space.
    Never,
    Always,
    /// Unless it is an abbreviation, an initial, a domain, code.
    WithStop,
}

impl Ends {
    /// Whether this byte does; the end of the text does too.
    #[inline]
    pub(super) fn of(byte: Option<&u8>) -> Self {
        byte.map_or(Self::Always, |b| ENDS[usize::from(*b)])
    }
}

static ENDS: [Ends; 256] = {
    let mut table = [Ends::Never; 256];
    let always = b" \n\t\r,;!?)]}\"-";
    let mut i = 0;
    while i < always.len() {
        table[always[i] as usize] = Ends::Always;
        i += 1;
    }
    table[b'.' as usize] = Ends::WithStop;
    table
};

/// What lies between the last word and the next, as a set of flags.
#[derive(Clone, Copy)]
pub(super) struct Gap(u8);

impl Gap {
    pub(super) const NONE: Self = Self(0);
    pub(super) const TERMINAL: u8 = 1;
    pub(super) const ELLIPSIS: u8 = 2;
    /// White space behind the end mark.
    pub(super) const SPACED: u8 = 4;
    pub(super) const NEWLINE: u8 = 8;
    pub(super) const BLANK_LINE: u8 = 16;
    /// A space alone.
    pub(super) const SPACE: Self = Self(Self::SPACED);
    pub(super) const START: Self = Self(Self::NEWLINE | Self::BLANK_LINE);

    pub(super) fn has(self, flags: u8) -> bool {
        self.0 & flags == flags
    }

    pub(super) fn set(&mut self, flags: u8) {
        self.0 |= flags;
    }

    pub(super) fn take(&mut self, flags: u8) {
        self.0 &= !flags;
    }

    /// Whether no sentence and no line starts here.
    #[inline]
    pub(super) fn is_plain(self) -> bool {
        self.0 & !Self::SPACED == 0
    }

    #[inline]
    pub(super) fn place(self, case: Case) -> u32 {
        // What lies between most words.
        if self.is_plain() {
            return 0;
        }
        let ended = self.has(Self::TERMINAL | Self::SPACED)
            && !(self.has(Self::ELLIPSIS) && case == Case::Lower);
        let sentence = if ended || self.has(Self::BLANK_LINE) { STARTS_SENTENCE } else { 0 };
        let line = if self.has(Self::NEWLINE) { STARTS_LINE } else { 0 };
        sentence | line
    }

    /// What most words have behind them, and its length in bytes: white space, or a
    /// mark and white space.
    #[inline]
    pub(super) fn usual(behind: &[u8]) -> Option<(Self, usize)> {
        // A branch for each of them would be guessed wrong too often.
        let flags = |at: usize| behind.get(at).map_or(0, |b| FLAGS[usize::from(*b)]);
        let (first, second) = (flags(0), flags(1));
        let is_mark = first & MARK != 0;
        let gap = first | if is_mark { second } else { 0 };
        (gap & Self::SPACED != 0).then_some((Self(gap & !MARK), 1 + usize::from(is_mark)))
    }
}

/// What a byte makes of the gap between two words, if it does no more.
static FLAGS: [u8; 256] = {
    let mut flags = [0; 256];
    flags[b' ' as usize] = Gap::SPACED;
    flags[b'\n' as usize] = Gap::SPACED | Gap::NEWLINE;
    let marks = b",;:)]}\"-";
    let mut i = 0;
    while i < marks.len() {
        flags[marks[i] as usize] = MARK;
        i += 1;
    }
    flags[b'.' as usize] = MARK | Gap::TERMINAL;
    flags[b'!' as usize] = MARK | Gap::TERMINAL;
    flags[b'?' as usize] = MARK | Gap::TERMINAL;
    flags
};

/// White space may follow.
const MARK: u8 = 1 << 7;
