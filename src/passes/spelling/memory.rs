//! What was found for the words of late.

use super::candidates::{self, Candidates};
use super::letters::Packed;
use crate::Reuse;

/// How many searches are kept.
const KEPT: usize = 64;

/// Searches for what may be meant, what each of them found, and what the last one did.
///
/// An unknown word comes again in its document, and all that were left alone
/// come again when the pipeline makes sure that nothing is left to do. What
/// is found depends on the letters alone, so it stays true for the next text.
#[derive(Debug, Default)]
pub(super) struct Memory {
    kept: Vec<Kept>,
    found: Candidates,
}

#[derive(Debug, Default)]
struct Kept {
    word: Packed,
    search: Search,
    found: Candidates,
}

/// A search, which comes behind those above it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Search {
    #[default]
    OneSlip,
    TwoMissing,
    TwoSlips,
}

impl Reuse for Memory {
    // Nothing in it belongs to one text.
    fn reset(&mut self) {}
}

impl Memory {
    /// Adds what this search finds to what those before it did.
    pub(super) fn search(&mut self, word: &[u8], search: Search) {
        let Self { kept, found } = self;
        kept.resize_with(KEPT, Kept::default);
        let packed = Packed::new(word);
        let kept = &mut kept[packed.mixed(search as u64) as usize % KEPT];
        if kept.word == packed && kept.search == search {
            return found.copy(&kept.found);
        }
        match search {
            Search::OneSlip => candidates::one_slip(word, found),
            Search::TwoMissing => candidates::two_missing(word, found),
            Search::TwoSlips => candidates::two_slips(word, found),
        }
        (kept.word, kept.search) = (packed, search);
        kept.found.copy(found);
    }

    /// What the searches of a word have found.
    pub(super) fn found(&self) -> &Candidates {
        &self.found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_remembered_is_what_a_search_finds() {
        let mut memory = Memory::default();
        let words = ["goverment", "immidiatly", "responbility", "xqzvwkjhgf", "goverments"];
        for n in 0..4 * KEPT {
            let mut word = words[n % words.len()].to_owned();
            if n / KEPT == 1 {
                word.replace_range(1..3, ["a", "xy"][n % 2]);
            }
            let word = word.as_bytes();
            let mut slowly = Candidates::default();
            let mut is_same = |search, slowly: &Candidates| {
                memory.search(word, search);
                assert_eq!(format!("{:?}", memory.found()), format!("{slowly:?}"));
            };
            candidates::one_slip(word, &mut slowly);
            is_same(Search::OneSlip, &slowly);
            candidates::two_missing(word, &mut slowly);
            is_same(Search::TwoMissing, &slowly);
            candidates::two_slips(word, &mut slowly);
            is_same(Search::TwoSlips, &slowly);
            memory.reset();
        }
    }
}
