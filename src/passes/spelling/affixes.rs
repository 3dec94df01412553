//! Beginnings and endings of words, compared in a register.

/// Letters that words begin or end with, at most eight.
#[derive(Clone, Copy)]
pub(super) struct Affix {
    letters: u64,
    mask: u64,
    pub(super) len: usize,
}

impl Affix {
    pub(super) const fn beginning(text: &str) -> Self {
        Self::new(text.as_bytes(), 0)
    }

    pub(super) const fn ending(text: &str) -> Self {
        Self::new(text.as_bytes(), 8 - text.len())
    }

    const fn new(text: &[u8], from: usize) -> Self {
        let (mut letters, mut mask, mut i) = ([0; 8], [0; 8], 0);
        while i < text.len() {
            letters[from + i] = text[i];
            mask[from + i] = 0xFF;
            i += 1;
        }
        let [letters, mask] = [u64::from_le_bytes(letters), u64::from_le_bytes(mask)];
        Self { letters, mask, len: text.len() }
    }

    /// Whether a word has it: a beginning by its [first](first_letters) and an
    /// ending by its [last](last_letters) letters.
    #[inline]
    pub(super) fn is_in(&self, letters: u64) -> bool {
        (letters ^ self.letters) & self.mask == 0
    }
}

pub(super) const fn beginnings<const N: usize>(texts: [&str; N]) -> [Affix; N] {
    let (mut affixes, mut i) = ([Affix::beginning(""); N], 0);
    while i < N {
        affixes[i] = Affix::beginning(texts[i]);
        i += 1;
    }
    affixes
}

pub(super) const fn endings<const N: usize>(texts: [&str; N]) -> [Affix; N] {
    let (mut affixes, mut i) = ([Affix::ending(""); N], 0);
    while i < N {
        affixes[i] = Affix::ending(texts[i]);
        i += 1;
    }
    affixes
}

/// The first eight letters of a word, or all.
pub(super) fn first_letters(word: &[u8]) -> u64 {
    let mut letters = [0; 8];
    let len = word.len().min(8);
    letters[..len].copy_from_slice(&word[..len]);
    u64::from_le_bytes(letters)
}

/// The last eight letters of a word, or all.
pub(super) fn last_letters(word: &[u8]) -> u64 {
    let mut letters = [0; 8];
    let len = word.len().min(8);
    letters[8 - len..].copy_from_slice(&word[word.len() - len..]);
    u64::from_le_bytes(letters)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn registers_tell_what_the_letters_do(word in "[ab]{0,12}", affix in "[ab]{1,8}") {
            let [first, last] = [first_letters, last_letters].map(|of| of(word.as_bytes()));
            prop_assert_eq!(Affix::beginning(&affix).is_in(first), word.starts_with(&affix));
            prop_assert_eq!(Affix::ending(&affix).is_in(last), word.ends_with(&affix));
        }
    }
}
