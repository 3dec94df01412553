//! Blocks of 64 bytes, and the loop that reads the words in them.
//!
//! Most of a text is read in this loop: frequent words of up to eight letters,
//! with a space or a comma behind them. What it needs for them stands in
//! registers.

use super::{Gap, Reader};
use crate::lexicon;
use crate::text::lanes::{self, BLOCK};
use crate::text::swar::Letters;
use crate::text::words::{Kind, Word};

/// Where in a block of text no ASCII letters are, as bits.
#[derive(Clone, Copy)]
pub(super) struct Block {
    start: usize,
    others: u64,
}

/// A block, and eight bytes behind its last one.
pub(super) const WINDOW: usize = BLOCK + 8;

impl Block {
    /// A block that says nothing.
    pub(super) const NONE: Self = Self { start: 0, others: 0 };

    #[inline]
    pub(super) fn read(bytes: &[u8], start: usize) -> Self {
        let mut padded = [0; BLOCK];
        let window = lanes::window(&bytes[start..], 0, &mut padded);
        let letters = lanes::bits(window, |[b]| lanes::within(b | lanes::CASE_BIT, b'a', b'z'));
        Self { start, others: !letters }
    }

    /// How many letters begin at `at`, if the block shows what follows them.
    #[inline(always)]
    pub(super) fn letters(&self, at: usize) -> Option<usize> {
        let offset = at.wrapping_sub(self.start);
        let len = self.others.wrapping_shr(offset as u32).trailing_zeros() as usize;
        (offset < BLOCK - len).then_some(len)
    }
}

impl Reader<'_, '_> {
    /// Reads on as long as words of ASCII letters follow. `padded` is room for
    /// the end of the text.
    #[inline(always)]
    pub(super) fn usual_words(&mut self, padded: &mut [u8; WINDOW]) {
        while self.words_of_block(padded) {
            self.block = Block::read(self.bytes, self.at);
        }
    }

    /// Reads on as long as a word of ASCII letters follows in the block; says
    /// whether another block is to be read, that begins with such a word.
    #[inline(always)]
    fn words_of_block(&mut self, padded: &mut [u8; WINDOW]) -> bool {
        let Block { start, others } = self.block;
        let mut offset = self.at - start;
        if offset >= BLOCK {
            return false;
        }
        let window = lanes::window(&self.bytes[start..], 0, padded);
        while offset < BLOCK {
            let len = (others >> offset).trailing_zeros() as usize;
            let (at, end) = (start + offset, offset + len);
            if len == 0 || end >= BLOCK {
                // Letters that the block does not end; those of all of it are
                // left to the step.
                self.at = at;
                return len > 0 && offset > 0;
            }
            let Some(bytes) = window[offset..].first_chunk().filter(|_| len <= 8) else {
                self.at = at;
                self.many_letters(len);
                offset = self.at - start;
                continue;
            };
            let letters = Letters::first(*bytes, len);
            let (case, hash) = (letters.case(), lexicon::Letters::NONE.and(letters.lower()).hash());
            // A guess, as the next word waits for nothing else.
            let next = match window[end..] {
                [b' ', ..] => end + 1,
                [b',', b' ', ..] => end + 2,
                _ => 0,
            };
            if next > 0
                && self.gap.is_plain()
                && self.words.len() < self.words.capacity()
                && let Some(entry) = hash.get_frequent()
            {
                let known = (entry, hash.key());
                self.words.push(Word::short(at as u32, len as u32, Kind::Word, case, 0, known));
                self.gap = Gap(Gap::SPACED);
                offset = next;
            } else {
                self.at = at;
                self.plain(len, case, hash);
                offset = self.at - start;
            }
        }
        self.at = start + offset;
        self.bytes.get(self.at).is_some_and(u8::is_ascii_alphabetic)
    }
}
