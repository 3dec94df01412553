//! The embedded English words: is it a word, a name, how frequent.

/// What the lexicon knows of a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Entry(u8);

impl Entry {
    /// Whether the lexicon has the word in any class.
    pub fn is_known(self) -> bool {
        self.0 != 0
    }

    /// Whether it is an ordinary word, written in lower case.
    pub fn is_ordinary(self) -> bool {
        self.0 & 0x40 != 0
    }

    /// Whether it is a name, written with a capital.
    pub fn is_name(self) -> bool {
        self.0 & 0x80 != 0
    }

    /// How frequent it is: 0 (unknown or very rare) to 63, on a logarithmic scale.
    pub fn frequency(self) -> u8 {
        self.0 & 0x3f
    }
}

/// Looks a word up, whatever its case.
pub fn get(_word: &str) -> Entry {
    Entry::default()
}
