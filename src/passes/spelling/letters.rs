//! The letters of a word, packed and numbered.

use std::ops::Range;

use crate::lexicon::grams::{self, ALL, EDGE, Fitting, Letters};
use crate::lexicon::{self, Hash};

/// Longer words, in bytes, are not looked at.
pub(super) const MAX_LEN: usize = 24;
/// A candidate is longer by two letters at most.
pub(super) const BUFFER: usize = MAX_LEN + 2;

/// Small ASCII letters in registers, the first one lowest: where one changes
/// and all are hashed at once, a row of bytes would be slow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Packed {
    letters: [u64; 4],
    pub(super) len: usize,
}

impl Packed {
    /// At most as many as a candidate has.
    pub(super) fn new(word: &[u8]) -> Self {
        let mut bytes = [[0; 8]; 4];
        bytes.as_flattened_mut()[..word.len()].copy_from_slice(word);
        Self { letters: bytes.map(u64::from_le_bytes), len: word.len() }
    }

    #[inline]
    pub(super) fn set(&mut self, i: usize, letter: u8) {
        let (chunk, shift) = (&mut self.letters[i / 8 % 4], i % 8 * 8);
        *chunk = *chunk & !(0xFF << shift) | u64::from(letter) << shift;
    }

    /// The same with a byte of nothing before the letter `i`.
    pub(super) fn with_gap(&self, i: usize) -> Self {
        let mut bytes = [0; 33];
        bytes[..32].copy_from_slice(self.bytes().as_flattened());
        bytes.copy_within(i..32, i + 1);
        bytes[i] = 0;
        Self { len: self.len + 1, ..Self::new(&bytes[..32]) }
    }

    /// The same without the letter `i`.
    pub(super) fn without(&self, i: usize) -> Self {
        let mut bytes = [0; 33];
        bytes[..32].copy_from_slice(self.bytes().as_flattened());
        bytes.copy_within(i + 1.., i);
        Self { len: self.len - 1, ..Self::new(&bytes[..32]) }
    }

    /// The hash of the first `len` letters, if they are a word.
    #[inline]
    pub(super) fn hash(&self, len: usize) -> Hash {
        lexicon::hash_packed(&self.letters, len)
    }

    /// Bits that depend on all letters and on a number.
    pub(super) fn mixed(&self, number: u64) -> u64 {
        let add = |sum: u64, letters: &u64| {
            (sum ^ letters).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(31)
        };
        self.letters.iter().fold(number, add)
    }

    pub(super) fn bytes(&self) -> [[u8; 8]; 4] {
        self.letters.map(u64::to_le_bytes)
    }
}

/// The letters of a word in numbers, with three edges before and behind.
pub(super) struct Letterbox([u8; SIZE]);
/// From the place behind the last letter, a look goes seven places on; a power
/// of two, so that to stay inside costs next to nothing.
const SIZE: usize = 32;
const _: () = assert!(MAX_LEN + 7 < SIZE && BUFFER + 3 < SIZE);

impl Letterbox {
    pub(super) fn new(word: &[u8]) -> Self {
        let mut all = [EDGE as u8; SIZE];
        for (to, letter) in all[3..].iter_mut().zip(word) {
            *to = letter - b'a';
        }
        Self(all)
    }

    /// The letter at `i`, counted from three before the word.
    #[inline]
    pub(super) fn at(&self, i: usize) -> usize {
        usize::from(self.0[i % SIZE])
    }

    /// The letters at which one slip can be that explains all groups of four
    /// that no word has.
    pub(super) fn places_of_one(&self, len: usize) -> Range<usize> {
        let fitting = Fitting::get();
        let odd = |i: &usize| !fitting.has([0, 1, 2, 3].map(|k| self.at(i + k)));
        let mut odd = (0..len + 3).filter(odd);
        let Some(first) = odd.next() else { return 0..len + 1 };
        let last = odd.next_back().unwrap_or(first);
        // Two letters that changed places are in five groups.
        last.saturating_sub(4)..first + 1
    }

    /// The groups of five that no longer word has: a bit for each.
    pub(super) fn odd_in_long(&self, len: usize) -> u32 {
        grams::odd_in_long(&self.0[..len + 6])
    }
}

pub(super) fn number(letter: u8) -> usize {
    usize::from(letter - b'a')
}

/// The letters of a set.
pub(super) fn each(mut set: Letters) -> impl Iterator<Item = u8> {
    set &= ALL;
    std::iter::from_fn(move || {
        let letter = (set != 0).then(|| b'a' + set.trailing_zeros() as u8)?;
        set &= set - 1;
        Some(letter)
    })
}
