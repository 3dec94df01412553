//! What stands behind a word of ASCII letters.

use super::Gap;

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

impl Gap {
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
