//! What was found for the words of late.

use super::candidates::{self, Candidates, Packed};
use crate::Reuse;

/// How many searches are kept.
const KEPT: usize = 64;

/// Searches for what may be meant, and what they found.
///
/// An unknown word comes again in its document, and all that were left alone
/// come again when the pipeline makes sure that nothing is left to do. What
/// is found depends on the letters alone, so it stays true for the next text.
#[derive(Debug, Default)]
pub(super) struct Memory(Vec<Kept>);

#[derive(Clone, Debug, Default)]
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
    /// Leaves in `found` what this search adds to those before it.
    pub(super) fn search(&mut self, word: &[u8], search: Search, found: &mut Candidates) {
        self.0.resize_with(KEPT, Kept::default);
        let packed = Packed::new(word);
        let kept = &mut self.0[packed.mixed(search as u64) as usize % KEPT];
        if kept.word == packed && kept.search == search {
            found.clone_from(&kept.found);
            return;
        }
        match search {
            Search::OneSlip => *found = candidates::one_slip(word),
            Search::TwoMissing => candidates::two_missing(word, found),
            Search::TwoSlips => candidates::two_slips(word, found),
        }
        *kept = Kept { word: packed, search, found: found.clone() };
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
            let (mut slowly, mut found) = (candidates::one_slip(word), Candidates::default());
            memory.search(word, Search::OneSlip, &mut found);
            let same = |a: &Candidates, b: &Candidates| format!("{a:?}") == format!("{b:?}");
            assert!(same(&found, &slowly), "{found:?}");
            candidates::two_missing(word, &mut slowly);
            memory.search(word, Search::TwoMissing, &mut found);
            assert!(same(&found, &slowly), "{found:?}");
            candidates::two_slips(word, &mut slowly);
            memory.search(word, Search::TwoSlips, &mut found);
            assert!(same(&found, &slowly), "{found:?}");
            memory.reset();
        }
    }
}
