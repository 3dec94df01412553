//! Which words of a text are worth a look, for all the passes that look at
//! words: found in one sweep, a bit for each word and question.
//!
//! Of a clean text most passes look at few words, and nearly all the time goes
//! into telling which. What tells so is what is stored with a word (its kind,
//! its case, its place, its entry in the lexicon) and one bit of a filter of
//! the words that a pass has lists of.

use std::sync::LazyLock;

use crate::buffers::Reuse;
use crate::lexicon::Entry;
use crate::passes::{casing, spelling, wording};
use crate::text::{Case, Kind, Word, key_filter, swar};

/// A question that a pass asks of each word. The answer may be yes for more
/// words than the pass has use for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    /// Unknown, or so rare that it may be misspelt.
    Doubtful,
    /// In lower case, and may be a name or stand where a capital belongs.
    Lower,
    /// With a capital.
    Capital,
    /// Has rules of `wording`.
    Ruled,
}

/// The marks of the words of a text.
#[derive(Debug, Default)]
pub(crate) struct Marks {
    /// A block for 64 words, with the bits of each mark.
    blocks: Vec<[u64; MARKS]>,
}

const MARKS: usize = 4;
/// The words of a block.
const BLOCK: usize = u64::BITS as usize;

impl Reuse for Marks {
    fn reset(&mut self) {
        self.blocks.clear();
    }
}

impl Marks {
    /// Marks the words of a text.
    pub(crate) fn read(&mut self, words: &[Word]) {
        let (entries, names, ruled) = (&*ENTRIES, casing::listed(), wording::ruled());
        self.blocks.extend(words.chunks(BLOCK).map(|words| {
            // A branch for each word would be guessed wrong too often.
            let mut marks = [0; BLOCK];
            for (marks, word) in marks.iter_mut().zip(words) {
                let by_entry = entries[usize::from(word.entry().bits())];
                let by_name = u8::from(key_filter::may_have(names, word.key())) * LOWER;
                let by_rule = u8::from(key_filter::may_have(ruled, word.key())) * RULED;
                let are = FORMS[form(word)] & (by_entry | by_name | by_rule);
                *marks = are | (are >> MARKS);
            }
            std::array::from_fn(|mark| swar::gather(&marks, mark))
        }));
    }

    /// The words with this mark, by their number.
    pub(crate) fn each(&self, mark: Mark) -> impl Iterator<Item = usize> {
        self.blocks.iter().enumerate().flat_map(move |(block, marks)| {
            let mut bits = marks[mark as usize];
            std::iter::from_fn(move || {
                let at = bits.trailing_zeros() as usize;
                bits &= bits.wrapping_sub(1);
                (at < BLOCK).then_some(block * BLOCK + at)
            })
        })
    }

    /// How many words have this mark.
    pub(crate) fn count(&self, mark: Mark) -> usize {
        self.blocks.iter().map(|marks| marks[mark as usize].count_ones() as usize).sum()
    }
}

const DOUBTFUL: u8 = 1 << Mark::Doubtful as u8;
const LOWER: u8 = 1 << Mark::Lower as u8;
const CAPITAL: u8 = 1 << Mark::Capital as u8;
const RULED: u8 = 1 << Mark::Ruled as u8;
/// What stands in the place of two of them until both sides are known: the mark
/// of a word that starts a sentence.
const DOUBTFUL_START: u8 = DOUBTFUL << MARKS;
const LOWER_START: u8 = LOWER << MARKS;

/// The marks that a word can have by its kind, its place and its case.
static FORMS: [u8; 256] = {
    let mut forms = [0; 256];
    let mut at = 0;
    while at < forms.len() {
        let (is_plain, starts) = (at >> 4 == Kind::Word as usize, at & STARTS != 0);
        let case = at & 7;
        if case == Case::Lower as usize {
            forms[at] |= LOWER;
            forms[at] |= if starts { LOWER_START } else { 0 };
            forms[at] |= if is_plain { DOUBTFUL | RULED } else { 0 };
        } else if case != Case::Uncased as usize {
            forms[at] |= CAPITAL;
        }
        if is_plain && case == Case::Title as usize {
            forms[at] |= RULED;
            forms[at] |= if starts { DOUBTFUL_START } else { 0 };
        }
        if at >> 4 == Kind::Initialism as usize {
            forms[at] |= CAPITAL;
        }
        at += 1;
    }
    forms
};
const STARTS: usize = 8;

/// Where the marks stand that a word can have by its form.
#[inline]
fn form(word: &Word) -> usize {
    let start = usize::from(word.starts_sentence()) * STARTS;
    (word.kind() as usize & 15) << 4 | start | word.case() as usize & 7
}

/// The marks that a word can have by its entry in the lexicon.
static ENTRIES: LazyLock<[u8; 256]> = LazyLock::new(|| {
    Entry::all().map(|entry| {
        let mut marks = CAPITAL | LOWER_START;
        if spelling::may_be_slip(entry) {
            marks |= DOUBTFUL;
        }
        if !entry.is_known() {
            marks |= DOUBTFUL_START;
        }
        if casing::may_be_name(entry) {
            marks |= LOWER;
        }
        marks
    })
});

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;
    use crate::{Buffers, Document};

    const MARKS: [Mark; 4] = [Mark::Doubtful, Mark::Lower, Mark::Capital, Mark::Ruled];

    /// Whether a word has a mark, one question after the other.
    fn has(word: &Word, mark: Mark) -> bool {
        let (is_plain, entry) = (word.kind() == Kind::Word, word.entry());
        match (mark, word.case()) {
            (Mark::Doubtful, Case::Lower) => is_plain && spelling::may_be_slip(entry),
            (Mark::Doubtful, Case::Title) => {
                is_plain && word.starts_sentence() && !entry.is_known()
            }
            (Mark::Doubtful, _) => false,
            (Mark::Lower, Case::Lower) => {
                word.starts_sentence()
                    || casing::may_be_name(entry)
                    || key_filter::may_have(casing::listed(), word.key())
            }
            (Mark::Lower, _) => false,
            (Mark::Capital, Case::Lower | Case::Uncased) => word.kind() == Kind::Initialism,
            (Mark::Capital, _) => true,
            (Mark::Ruled, Case::Lower | Case::Title) => {
                is_plain && key_filter::may_have(wording::ruled(), word.key())
            }
            (Mark::Ruled, _) => false,
        }
    }

    proptest! {
        #[test]
        fn each_word_has_the_marks_that_are_its_own(
            words in prop::collection::vec(
                select(&["the", "The", "its", "Then", "THEN", "then", "teh", "Teh", "TEH", "may",
                    "norway", "Norway", "eBay", "U.S.", "a.m.", "J.", "dr. ", "dr. Hill", "7", "x7",
                    "foo.com", "été", "日本", "could", ".", "? ", "\n", "\n\n", ","][..]),
                0..300,
            ),
        ) {
            let text = words.join(" ");
            let buffers = Buffers::default();
            let doc = Document::new(&text, &buffers);
            for mark in MARKS {
                let marked: Vec<_> = doc.marks().each(mark).collect();
                let one_by_one = (0..doc.words().len()).filter(|at| has(&doc.words()[*at], mark));
                prop_assert_eq!(&marked, &one_by_one.collect::<Vec<_>>(), "{:?}", mark);
                prop_assert_eq!(doc.marks().count(mark), marked.len());
            }
        }
    }
}
