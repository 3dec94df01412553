//! Stretches of text, and the loop that reads the words in them.
//!
//! Most of a text is read in this loop: frequent words of up to sixteen letters,
//! with a space or a comma behind them. What it needs for them stands in
//! registers.

use super::Reader;
use super::behind::Gap;
use crate::lexicon;
use crate::text::lanes::{self, BLOCK};
use crate::text::swar::Letters;
use crate::text::words::{Case, Kind, Word};

/// How many bytes of a text are looked at in one go.
const STRETCH: usize = 1024;

/// How many letters a usual word has at most.
const USUAL: usize = 16;

/// A usual word, and two bytes behind it.
const WINDOW: usize = USUAL + 2;

/// Where in a stretch of text no ASCII letters are, as bits. A block more is
/// known, in which words end.
pub(super) struct Stretch {
    start: usize,
    others: [u8; STRETCH / 8 + size_of::<u64>()],
}

impl Stretch {
    /// The stretch that a text begins with.
    pub(super) fn first(bytes: &[u8]) -> Self {
        let mut stretch = Self { start: 0, others: [0; _] };
        stretch.read(bytes, 0);
        stretch
    }

    /// Makes it the one that begins at `start`.
    // A call is rare, and so the loop over words keeps its registers.
    #[inline(never)]
    fn read(&mut self, bytes: &[u8], start: usize) {
        self.start = start;
        let mut rest = &bytes[start..];
        let mut padded = [0; BLOCK];
        let (blocks, _) = self.others.as_chunks_mut();
        for block in blocks {
            let window = lanes::window(rest, 0, &mut padded);
            let letters = lanes::bits(window, |[b]| lanes::within(b | lanes::CASE_BIT, b'a', b'z'));
            *block = (!letters).to_le_bytes();
            if rest.is_empty() {
                break;
            }
            rest = rest.get(BLOCK..).unwrap_or(&[]);
        }
    }

    /// How many letters begin at a place in the stretch: right if they are no more
    /// than a usual word has, and else some number above that.
    #[inline(always)]
    fn letters(&self, offset: usize) -> usize {
        let others = self.others[offset / 8 % (STRETCH / 8)..].first_chunk();
        let others = others.map_or(0, |bytes| u64::from_le_bytes(*bytes));
        (others >> (offset % 8)).trailing_zeros() as usize
    }
}

impl Reader<'_, '_> {
    /// Reads on as long as usual words follow.
    #[inline(always)]
    pub(super) fn usual_words(&mut self, stretch: &mut Stretch) {
        while self.words_of(stretch) {
            stretch.read(self.bytes, self.at);
        }
    }

    /// Reads on as long as usual words follow in the stretch; says whether it has
    /// come to the end of it.
    #[inline(always)]
    fn words_of(&mut self, stretch: &Stretch) -> bool {
        let start = stretch.start;
        let text = &self.bytes[start..self.bytes.len().min(start + STRETCH - 1 + WINDOW)];
        // In registers, as what is in the reader is not.
        let (mut offset, mut gap_before) = (self.at - start, self.gap);
        while let Some(window) = text.get(offset..offset + WINDOW).and_then(<[_]>::first_chunk)
            && let len @ 1..=USUAL = stretch.letters(offset)
        {
            let at = start + offset;
            let (case, hash) = case_and_hash(window, len);
            // A guess, as the next word waits for nothing else.
            let gap = match window[len..] {
                [b' ', ..] => 1,
                [b',', b' ', ..] => 2,
                _ => 0,
            };
            if gap > 0
                && self.words.len() < self.words.capacity()
                && let Some(entry) = hash.get_frequent()
            {
                let (place, known) = (gap_before.place(case), (entry, hash.key()));
                self.words.push(Word::short(at as u32, len as u32, Kind::Word, case, place, known));
                gap_before = Gap::SPACE;
                offset += len + gap;
            } else {
                (self.at, self.gap) = (at, gap_before);
                self.plain(len, case, hash);
                (offset, gap_before) = (self.at - start, self.gap);
            }
        }
        (self.at, self.gap) = (start + offset, gap_before);
        offset >= STRETCH
    }
}

/// The case and the hash of the first `len` letters.
#[inline(always)]
fn case_and_hash(window: &[u8; WINDOW], len: usize) -> (Case, lexicon::Hash) {
    let (eights, _) = window.as_chunks();
    if len <= 8 {
        let all = Letters::first(eights[0], len);
        (all.case(), lexicon::Letters::NONE.and(all.lower()).hash())
    } else {
        let (first, rest) = (Letters::first(eights[0], 8), Letters::first(eights[1], len - 8));
        let known = lexicon::Letters::NONE.and(first.lower()).and(rest.lower());
        (first.case().and(rest), known.hash())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::swar;

    #[test]
    fn letters_are_counted_to_the_end_of_each_word() {
        for len in 0..=USUAL + 1 {
            for behind in [1, 2, 7, 64, 100] {
                let text = ["a".repeat(len), "-".repeat(behind)].concat().repeat(50);
                let bytes = text.as_bytes();
                let mut stretch = Stretch::first(bytes);
                for start in [0, 1, STRETCH / 2, bytes.len() - 1, bytes.len()] {
                    let Some(rest) = bytes.get(start..) else { continue };
                    stretch.read(bytes, start);
                    for offset in 0..rest.len().min(STRETCH) {
                        let slow = swar::letters_len_of(&rest[offset..]);
                        let letters = stretch.letters(offset);
                        assert_eq!(letters.min(USUAL + 1), slow, "{offset} from {start}");
                    }
                }
            }
        }
    }
}
