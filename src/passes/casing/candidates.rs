//! The words that a rule may raise, found in one sweep.
//!
//! In clean text nearly no word is one. What tells so is, in this order: what
//! is stored with a word (its case, its place, its entry in the lexicon); one
//! bit of a filter of the words of the lists; one bit of a filter of the words
//! and pairs that the document itself has with a capital.

use std::sync::LazyLock;

use memchr::memchr_iter;

use crate::Document;
use crate::buffers::Lent;
use crate::lexicon;
use crate::text::{Case, Kind, Word};

use super::evidence::{is_capital_inside, pair};
use super::page::LONGEST_LABEL;
use super::{has, names, sentences, table};

/// How many words are looked at together.
const BLOCK: usize = 64;

/// Finds the words that a rule may raise: all that one does raise, and few
/// others.
pub(super) fn find(doc: &Document<'_>, candidates: &mut Vec<usize>) {
    let mut lower = doc.lend::<Vec<usize>>();
    let mut capitals = doc.lend::<Vec<usize>>();
    sweep(doc.words(), &mut lower, &mut capitals);
    let look = Look::new(doc, &capitals);
    candidates.extend(lower.iter().copied().filter(|at| look.is_candidate(*at)));
    for &at in &*capitals {
        look.beside_capital(at, candidates);
    }
    look.behind_colons(candidates);
    candidates.sort_unstable();
    candidates.dedup();
}

/// Lists the lower-case words that may be candidates whatever stands beside
/// them, and the words with a capital inside sentences.
fn sweep(words: &[Word], lower: &mut Vec<usize>, capitals: &mut Vec<usize>) {
    let listed: &Bits = &LISTED;
    for (block, words) in words.chunks(BLOCK).enumerate() {
        // To write always and count sometimes costs less than to branch.
        let (mut lowers, mut titles) = ([0; BLOCK], [0; BLOCK]);
        let (mut lower_len, mut titles_len) = (0, 0);
        for (at, word) in words.iter().enumerate() {
            let may_be = word.starts_sentence()
                | names::is_odd(word.entry())
                | names::may_be_name(word.entry())
                | has_bit(listed, word.key());
            lowers[lower_len] = block * BLOCK + at;
            lower_len += usize::from((word.case() == Case::Lower) & may_be);
            titles[titles_len] = block * BLOCK + at;
            titles_len += usize::from(is_capital_inside(word));
        }
        lower.extend_from_slice(&lowers[..lower_len]);
        capitals.extend_from_slice(&titles[..titles_len]);
    }
}

struct Look<'d, 'a> {
    text: &'d str,
    words: &'d [Word],
    /// The words that the document has with a capital.
    shown: Lent<'a, Vec<u64>>,
    /// And its pairs of them.
    pairs: Lent<'a, Vec<u64>>,
}

impl<'d, 'a> Look<'d, 'a> {
    fn new(doc: &'d Document<'a>, capitals: &[usize]) -> Self {
        let mut it =
            Self { text: doc.text(), words: doc.words(), shown: doc.lend(), pairs: doc.lend() };
        let len = capitals.len() / 4 + 1;
        it.shown.resize(len, 0);
        it.pairs.resize(len, 0);
        for &at in capitals {
            let word = &it.words[at];
            set(&mut it.shown, word.key());
            if let Some(before) = it.before(at).filter(|w| w.case() == Case::Title) {
                set(&mut it.pairs, pair_bit(before, word));
            }
        }
        it
    }

    fn before(&self, at: usize) -> Option<&'d Word> {
        self.words[..at].last()
    }

    /// Whether a word with a capital, initials or a number stands beside it.
    fn is_beside_any(&self, at: usize) -> bool {
        let fits = |w: &Word| {
            !matches!(w.case(), Case::Lower | Case::Upper) || w.kind() == Kind::Initialism
        };
        self.before(at).is_some_and(fits) || self.words.get(at + 1).is_some_and(fits)
    }

    /// Whether the lower-case word may be a candidate.
    fn is_candidate(&self, at: usize) -> bool {
        let word = &self.words[at];
        let (entry, key) = (word.entry(), word.key());
        if word.kind() != Kind::Word {
            return word.kind() == Kind::Abbreviation && self.is_beside_any(at);
        }
        let is_listed = || {
            has_bit(&*LISTED, key)
                && (has_bit(&*ALONE, key)
                    || self.is_beside_any(at)
                    || has(table::WORD_MONTHS, word.text(self.text)))
        };
        let is_shown = || has_bit(&self.shown, key);
        word.starts_sentence() && sentences::may_start(word)
            || names::may_be_name(entry) && is_shown()
            || names::is_odd(entry) && (entry.is_name() || is_shown() || self.is_beside_any(at))
            || is_listed()
    }

    /// Adds the words beside the one with a capital that are names with it.
    fn beside_capital(&self, at: usize, candidates: &mut Vec<usize>) {
        let word = &self.words[at];
        let is_lower = |w: &&Word| w.case() == Case::Lower;
        if let Some(before) = self.before(at).filter(is_lower) {
            if has_bit(&self.pairs, pair_bit(before, word)) {
                candidates.push(at - 1);
            }
        }
        if let Some(next) = self.words.get(at + 1).filter(is_lower) {
            let is_surname =
                || names::may_be_name(next.entry()) && has_bit(&*GIVEN_NAMES, word.key());
            if is_surname() || has_bit(&self.pairs, pair_bit(word, next)) {
                candidates.push(at + 1);
            }
        }
    }

    /// Adds the words behind the colon of what may be the label of a speaker.
    fn behind_colons(&self, candidates: &mut Vec<usize>) {
        for colon in memchr_iter(b':', self.text.as_bytes()) {
            let rest = &self.text[colon + 1..];
            let behind = rest.trim_start();
            if behind.len() == rest.len() || !behind.starts_with(char::is_lowercase) {
                continue;
            }
            let start = self.text.len() - behind.len();
            let at = self.words.partition_point(|w| w.range().start < start);
            let label = &self.words[at.saturating_sub(LONGEST_LABEL)..at];
            if label.iter().any(|w| w.starts_line() && w.case() != Case::Lower) {
                candidates.push(at);
            }
        }
    }
}

/// A filter of keys, which says yes to few that are not in it.
type Bits = [u64; 1 << 10];

fn place(len: usize, key: u32) -> (usize, u64) {
    ((u64::from(key) * len as u64 >> 32) as usize, 1 << (key & 63))
}

fn set(bits: &mut [u64], key: u32) {
    let (at, bit) = place(bits.len(), key);
    bits[at] |= bit;
}

#[inline]
fn has_bit(bits: &[u64], key: u32) -> bool {
    let (at, bit) = place(bits.len(), key);
    bits[at] & bit != 0
}

fn pair_bit(first: &Word, second: &Word) -> u32 {
    (pair(first, second) >> 32) as u32
}

/// The words of all the lists.
static LISTED: LazyLock<Bits> = LazyLock::new(|| {
    bits(&[
        ALWAYS_NAMES,
        &[
            table::WORD_MONTHS,
            table::GIVEN_NAMES,
            table::TITLES,
            table::FIXED_NAMES,
            table::HONORIFICS,
        ],
    ])
});

/// The words that are names whatever stands beside them.
static ALONE: LazyLock<Bits> = LazyLock::new(|| bits(&[ALWAYS_NAMES]));

/// The words behind which a surname stands.
static GIVEN_NAMES: LazyLock<Bits> =
    LazyLock::new(|| bits(&[&[table::GIVEN_NAMES, table::TITLES, table::HONORIFICS]]));

const ALWAYS_NAMES: &[&[&str]] =
    &[table::MONTHS, table::WEEKDAYS, table::PLACES, table::NATIONALITIES, &["i"]];

fn bits(lists: &[&[&[&str]]]) -> Bits {
    let mut bits = [0; 1 << 10];
    let entries = lists.iter().copied().flatten().copied().flatten();
    for word in entries.flat_map(|entry| entry.split(' ')) {
        set(&mut bits, lexicon::get_with_key(word).1);
    }
    bits
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::passes::casing::raise_names;
    use crate::{Buffers, Edits, Language};
    use proptest::prelude::*;
    use proptest::sample::select;

    const PARTS: &[&str] = &[
        "the", "The", "said", "ferry", "harbour", "norway", "Norway", "norway's", "oslo", "Oslo",
        "Veltrano", "veltrano", "Veltrano's", "turkey", "Turkey", "may", "May", "18", "1756",
        "march", "since", "on", "of", "in", "from", "tony", "Tony", "Marsden", "marsden", "bush",
        "Bush", "frost", "Frost", "David", "Mr", "dr.", "dr", "Dr.", "J.", "R.", "lord", "Lord",
        "north", "North", "sea", "Sea", "Indian", "ocean", "i", "I", "am", "english", "polish",
        "kubectl", "Schroeder", "schroeder", "Host:", "host:", "we", "We", ".", ".", ",", "?",
        "\n", "\n\n", "“", "”", "(", ")", ":", "iPhone", "BBC", "Привет", "neem", "Neem", "was",
        "is", "who", "van", "Union", "union", "European",
    ];

    proptest! {
        #[test]
        fn no_other_word_is_ever_raised(
            parts in prop::collection::vec(select(PARTS), 0..120),
            prose in any::<bool>(),
        ) {
            let mut text = parts.join(" ");
            if prose {
                text = text.replace(" .", ".").replace(" ,", ",").replace(" :", ":");
                text.insert_str(0, "The ferry left the harbour on time. It was the first one. ");
            }
            let buffers = Buffers::default();
            let doc = Document::with_language(&text, Some(Language::English), &buffers);
            let mut found = Vec::new();
            find(&doc, &mut found);
            let is_lower = |at: &usize| doc.words()[*at].case() == Case::Lower;
            let all: Vec<_> = (0..doc.words().len()).filter(is_lower).collect();
            let (mut few_edits, mut all_edits) = (Edits::default(), Edits::default());
            raise_names(&doc, &found, &mut few_edits);
            raise_names(&doc, &all, &mut all_edits);
            prop_assert_eq!(few_edits.apply(&text), all_edits.apply(&text));
        }
    }
}
