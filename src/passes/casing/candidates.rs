//! The words that a rule may raise, found in one sweep.
//!
//! In clean text nearly no word is one. What tells so is, in this order: what
//! is stored with a word (its case, its place, its entry in the lexicon) and one
//! bit of a filter of the words of the lists, which is what a mark is made of;
//! then, where capitals stand; and one bit of a filter of the words and pairs
//! that the document itself has with a capital.

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memchr_iter;

use crate::buffers::Reuse;
use crate::lexicon;
use crate::passes::marks::{Mark, Marks};
use crate::search::partition_point_near;
use crate::text::words::USUAL_LEN;
use crate::text::{Case, Kind, Word, key_filter};
use crate::{Document, Language};

use super::evidence::{
    is_capital_inside, is_plain, is_technical, is_title_start, pair_of, upper_bits,
};
use super::lines::QUOTES;
use super::page::LONGEST_LABEL;
use super::{names, sentences, stem, table};
use crate::data::{has, has_exact};

/// The longest list of counts: what a fast memory holds, and more than most
/// texts have different words with a capital.
const MOST_COUNTS: usize = 1 << 18;
/// The longest filter of pairs.
const MOST_PAIRS: usize = 1 << 16;

/// The memory of a search. It has a type of its own, so that no other pass
/// gets it, whose texts would make it grow again.
#[derive(Default)]
pub(super) struct Found {
    /// The words that a rule may raise, by their number.
    pub(super) candidates: Vec<usize>,
    /// How often the document has a word with a capital, or more often.
    counts: Vec<u8>,
    /// A filter of the pairs of words with a capital.
    pairs: Vec<u64>,
    /// The words in lower case with which sentences start, or seem to, also in
    /// code.
    pub(super) lower_starts: Vec<u32>,
    /// How many sentences start with a capital, those in code among them.
    pub(super) title_starts: usize,
    /// How many words are names of commands, files or versions.
    pub(super) technical: usize,
}

impl Reuse for Found {
    fn reset(&mut self) {
        let Self { candidates, counts, pairs, lower_starts, title_starts, technical } = self;
        candidates.clear();
        counts.clear();
        pairs.clear();
        lower_starts.clear();
        (*title_starts, *technical) = (0, 0);
    }
}

impl Found {
    /// Whether the document may have the word with a capital inside a sentence.
    pub(super) fn may_have_capital(&self, word: &Word) -> bool {
        capitals(&self.counts, word) > 0
    }
}

/// Finds the words that a rule may raise: all that one does raise, and few
/// others. May find none in a text that is not in English.
pub(super) fn find(doc: &Document<'_>, found: &mut Found) {
    let Found { candidates, counts, pairs, lower_starts, title_starts, technical } = found;
    let (words, marks) = (doc.words(), doc.marks());
    // So many unknown words have foreign texts. In others it is not worth while
    // to ask before a candidate is found.
    if marks.count(Mark::Lower) > words.len() / 4 && doc.language() != Language::English {
        return;
    }
    counts.resize((16 * marks.count(Mark::NameLike) + 1).min(MOST_COUNTS), 0);
    (*title_starts, *technical) = count(words, marks, counts);
    let mut look = Look { text: doc.text(), words, marks, counts, lists: &LISTS, pairs };
    for stretch in marks.stretches() {
        stretch.fetch(words, look.text);
        stretch.each(Mark::Lower).for_each(|at| {
            if seems_to_start(&words[at]) {
                lower_starts.push(at as u32);
            }
            if look.is_candidate(at) {
                candidates.push(at);
            }
        });
        let beside = stretch.each_beside(Mark::Lower, Mark::NameLike);
        candidates.extend(beside.filter(|at| look.is_name_beside(*at)));
        look.behind_colons(stretch.words(), candidates);
    }
    candidates.sort_unstable();
    candidates.dedup();
}

/// The keys of the words that are names by themselves or beside others.
pub(in crate::passes) fn listed() -> impl Iterator<Item = u32> {
    let Lists { alone, months, shown, forms, halves, .. } = &*LISTS;
    [alone, months, shown, forms, halves].into_iter().flatten().copied()
}

/// Counts the words with a capital inside sentences; says how many stand at
/// the start of one, and how many words are technical.
fn count(words: &[Word], marks: &Marks, counts: &mut [u8]) -> (usize, usize) {
    let (mut starts, mut technical) = (0, 0);
    marks.each(Mark::NameLike).for_each(|at| {
        let word = &words[at];
        let count = key_filter::place(counts.len(), word.rough_key());
        counts[count] = counts[count].saturating_add(u8::from(is_capital_inside(word)));
        starts += usize::from(is_title_start(word));
        technical += usize::from(is_technical(word.kind()));
    });
    (starts, technical)
}

/// Whether a sentence starts with the word in lower case, or seems to.
fn seems_to_start(word: &Word) -> bool {
    word.starts_sentence() && is_plain(word, Case::Lower) && word.entry().is_ordinary()
}

/// How often the document has the word with a capital, at most.
#[inline]
fn capitals(counts: &[u8], word: &Word) -> u8 {
    counts[key_filter::place(counts.len(), word.rough_key())]
}

struct Look<'d> {
    text: &'d str,
    words: &'d [Word],
    marks: &'d Marks,
    counts: &'d [u8],
    lists: &'static Lists,
    /// Empty until it is asked for.
    pairs: &'d mut Vec<u64>,
}

impl<'d> Look<'d> {
    /// Notes the pairs of words with a capital inside sentences.
    fn find_pairs(&mut self) {
        let len = self.marks.count(Mark::NameLike) / 2 + 1;
        self.pairs.resize(len.min(MOST_PAIRS), 0);
        for at in self.marks.each_again(Mark::NameLike) {
            let [before, word] = [&self.words[at - 1], &self.words[at]];
            let is_pair = is_capital_inside(before) & is_capital_inside(word);
            let pair = pair_bit(before, word);
            let block = key_filter::place(self.pairs.len(), pair);
            self.pairs[block] |= u64::from(is_pair) << (pair & 63);
        }
    }

    fn capitals(&self, word: &Word) -> u8 {
        capitals(self.counts, word)
    }

    /// The word before, if there is but a space between.
    fn before(&self, at: usize) -> Option<&'d Word> {
        self.words[..at].last().filter(|w| self.is_space(w, &self.words[at]))
    }

    /// The word behind, if there is but a space between.
    fn behind(&self, at: usize) -> Option<&'d Word> {
        self.words.get(at + 1).filter(|w| self.is_space(&self.words[at], w))
    }

    /// Whether the word before is such a one, and there is but a space between.
    fn is_before(&self, at: usize, is_such: impl Fn(&Word) -> bool) -> bool {
        self.words[..at].last().is_some_and(is_such) && self.before(at).is_some()
    }

    /// Whether the word behind is such a one, and there is but a space between.
    fn is_behind(&self, at: usize, is_such: impl Fn(&Word) -> bool) -> bool {
        self.words.get(at + 1).is_some_and(is_such) && self.behind(at).is_some()
    }

    fn is_space(&self, first: &Word, second: &Word) -> bool {
        let gap = first.range().end..second.range().start;
        gap.len() == 1 && self.text.as_bytes()[gap.start] == b' '
    }

    /// Whether the lower-case word may be a candidate.
    fn is_candidate(&self, at: usize) -> bool {
        let word = &self.words[at];
        let (entry, key) = (word.entry(), word.key());
        match word.kind() {
            Kind::Word => {}
            Kind::Abbreviation => {
                let stem = word.text(self.text).trim_end_matches('.');
                return has_exact(table::HONORIFICS, stem)
                    && self.words.get(at + 1).is_some_and(may_be_surname);
            }
            _ => return false,
        }
        word.starts_sentence() && sentences::may_start(word) && self.is_behind_end(at)
            || names::is_odd(entry) && self.may_be_odd_name(at)
            || names::may_be_name(entry) && self.is_shown_often(at)
            || key_filter::may_have(&self.lists.alone_bits, key)
                && (self.is_listed(at) || self.is_half_of_sure_name(at))
    }

    /// Whether the sentence before has ended for certain: not with a quoted
    /// question; and, at the start of a line, not before the mark of an item.
    fn is_behind_end(&self, at: usize) -> bool {
        let start = self.words[..at].last().map_or(0, |w| w.range().end);
        let gap = &self.text[start..self.words[at].range().start];
        if self.words[at].starts_line() {
            let gap = gap.rsplit('\n').next().unwrap_or(gap);
            return gap.trim_start().trim_start_matches(QUOTES).is_empty();
        }
        gap.contains('.') || gap.trim_end() == "?"
    }

    /// Whether the lists have the word as a name by itself.
    fn is_listed(&self, at: usize) -> bool {
        let key = self.words[at].key();
        has_key(&self.lists.alone, key)
            || has_key(&self.lists.months, key) && self.may_be_date(at)
            || has_key(&self.lists.shown, key) && self.capitals(&self.words[at]) > 0
    }

    /// Whether it and a word beside it, both in lower case, are a name and nothing else.
    fn is_half_of_sure_name(&self, at: usize) -> bool {
        let word = &self.words[at];
        let is_name = |first: &Word, last: &Word| has_key(&self.lists.sure, pair_bit(first, last));
        self.is_behind(at, |next| is_name(word, next))
            || self.is_before(at, |before| is_name(before, word))
    }

    /// Whether the document often has the ordinary word as a name.
    fn is_shown_often(&self, at: usize) -> bool {
        self.capitals(&self.words[at]) >= names::OFTEN && self.may_start_name(at)
    }

    fn may_be_date(&self, at: usize) -> bool {
        let is_number = self.words.get(at + 1).is_some_and(|w| w.kind() == Kind::Number);
        is_number || self.before(at).is_some_and(|w| has(table::BEFORE_MONTHS, w.text(self.text)))
    }

    fn may_start_name(&self, at: usize) -> bool {
        self.before(at).is_none_or(|w| has_exact(table::BEFORE_NAMES, w.text(self.text)))
    }

    fn may_be_odd_name(&self, at: usize) -> bool {
        let word = &self.words[at];
        let may_be = self.capitals(word) > 0
            || names::is_known_name(word)
            || self.is_before(at, is_capital)
            || self.is_behind(at, may_be_surname)
            || self.words[..at].last().is_some_and(is_capital_inside);
        may_be && !has_exact(table::PARTICLES, stem(word.text(self.text)))
    }

    /// Whether the word is a name with the one before or behind it, if that has
    /// a capital.
    fn is_name_beside(&mut self, at: usize) -> bool {
        let word = &self.words[at];
        word.case() == Case::Lower
            && (self.words.get(at + 1).is_some_and(|next| self.begins_name(at, next))
                || self.before(at).is_some_and(|last| self.ends_name(at, last)))
    }

    fn begins_name(&mut self, at: usize, next: &Word) -> bool {
        let word = &self.words[at];
        has_capital(next)
            && (self.is_form(word) && self.may_be_form(at)
                || self.may_begin_pair(word) && self.may_be_half(at) && self.is_pair(word, next))
    }

    fn ends_name(&mut self, at: usize, last: &Word) -> bool {
        let word = &self.words[at];
        has_capital(last)
            && (names::may_be_name(word.entry()) && self.is_form(last)
                || self.may_end_pair(word) && self.may_be_half(at) && self.is_pair(last, word))
    }

    /// Whether the word is a given name, a title or a form of address.
    fn is_form(&self, word: &Word) -> bool {
        key_filter::may_have(&self.lists.first_bits, word.key())
            && has_key(&self.lists.forms, word.key())
    }

    /// Whether the form may stand here: a title only where a name begins.
    fn may_be_form(&self, at: usize) -> bool {
        let word = stem(self.words[at].text(self.text));
        !has_exact(table::TITLES, word)
            || has_exact(table::GIVEN_NAMES, word)
            || has_exact(table::HONORIFICS, word)
            || self.may_start_name(at)
    }

    /// Whether a pair of a list or of the document may begin with the word.
    fn may_begin_pair(&self, word: &Word) -> bool {
        self.capitals(word) > 0 || key_filter::may_have(&self.lists.first_bits, word.key())
    }

    /// Whether a pair of a list or of the document may end with the word.
    fn may_end_pair(&self, word: &Word) -> bool {
        self.capitals(word) > 0 || key_filter::may_have(&self.lists.last_bits, word.key())
    }

    /// Whether a list or the document may have the words as a name.
    fn is_pair(&mut self, first: &Word, second: &Word) -> bool {
        if self.pairs.is_empty() {
            self.find_pairs();
        }
        let pair = pair_bit(first, second);
        key_filter::may_have(self.pairs, pair)
            || key_filter::may_have(&self.lists.last_bits, second.key())
                && has_key(&self.lists.pairs, pair)
    }

    /// Whether the word may be half of a name: by itself, between capitals, or
    /// by a list.
    fn may_be_half(&self, at: usize) -> bool {
        let word = &self.words[at];
        let (before, behind) = (self.before(at), self.behind(at));
        let is_listed = |first: &Word, second| has_key(&self.lists.pairs, pair_bit(first, second));
        names::may_be_name(word.entry())
            || before.is_some_and(is_capital) && behind.is_some_and(is_capital)
            || before.is_some_and(|before| is_listed(before, word))
            || behind.is_some_and(|behind| is_listed(word, behind))
    }

    /// Adds the words behind the colon of what may be the label of a speaker; the
    /// colons are those in or behind these words.
    fn behind_colons(&self, words: Range<usize>, candidates: &mut Vec<usize>) {
        let start = |at: usize| self.words.get(at).map_or(self.text.len(), |w| w.range().start);
        let (mut at, from) = (words.start, start(words.start));
        let mut last = from;
        for colon in memchr_iter(b':', &self.text.as_bytes()[from..start(words.end)]) {
            let rest = &self.text[from + colon + 1..];
            let behind = rest.trim_start();
            if behind.len() == rest.len() || !behind.starts_with(char::is_lowercase) {
                continue;
            }
            let start = self.text.len() - behind.len();
            let near = at + (start - last) / USUAL_LEN;
            at = partition_point_near(self.words, near, |w| w.range().start < start);
            last = start;
            let label = &self.words[at.saturating_sub(LONGEST_LABEL)..at];
            if label.iter().any(|w| w.starts_line() && w.case() != Case::Lower) {
                candidates.push(at);
            }
        }
    }
}

fn pair_bit(first: &Word, second: &Word) -> u32 {
    pair_bit_of(first.key(), second.key())
}

fn pair_bit_of(first: u32, second: u32) -> u32 {
    upper_bits(pair_of(first, second))
}

/// The keys of the lists, sorted, and filters of them.
struct Lists {
    /// Names whatever stands beside them.
    alone: Vec<u32>,
    /// Months that are ordinary words too.
    months: Vec<u32>,
    /// Places and persons that are.
    shown: Vec<u32>,
    /// A filter of all these, and of the halves of sure names.
    alone_bits: [u64; 1 << 10],
    /// Given names and forms of address.
    forms: Vec<u32>,
    /// Names of two words.
    pairs: Vec<u32>,
    /// Those of them that are nothing else.
    sure: Vec<u32>,
    /// The words of which these are made.
    halves: Vec<u32>,
    /// A filter of the forms and of the words with which the pairs begin.
    first_bits: [u64; 1 << 9],
    /// A filter of the words with which the pairs end.
    last_bits: [u64; 1 << 9],
}

static LISTS: LazyLock<Lists> = LazyLock::new(|| {
    let keys = |lists: &[&[&str]]| {
        let mut keys: Vec<_> = lists.concat().into_iter().map(key).collect();
        keys.sort_unstable();
        keys
    };
    let halves = |names: &[&str]| -> Vec<_> {
        let pairs = names.iter().filter_map(|entry| entry.split_once(' '));
        pairs.map(|(a, b)| (key(a), key(b))).collect()
    };
    let pairs = |halves: &[(u32, u32)]| {
        let mut pairs: Vec<_> = halves.iter().map(|(a, b)| pair_bit_of(*a, *b)).collect();
        pairs.sort_unstable();
        pairs
    };
    let sure_halves = halves(table::SURE_NAMES);
    let sure = pairs(&sure_halves);
    let halves = halves(table::FIXED_NAMES);
    let pairs = pairs(&halves);
    let mut lists = Lists {
        alone: keys(&[
            table::MONTHS,
            table::WEEKDAYS,
            table::PLACES,
            table::NATIONALITIES,
            table::PLAIN_GIVEN_NAMES,
            &["i"],
            table::PRONOUN_FORMS,
        ]),
        months: keys(&[table::WORD_MONTHS]),
        shown: keys(&[table::WORD_PLACES, table::GIVEN_NAMES, table::SURNAMES]),
        alone_bits: [0; 1 << 10],
        forms: keys(&[table::GIVEN_NAMES, table::TITLES, table::HONORIFICS]),
        pairs,
        sure,
        halves: halves.iter().flat_map(|(first, last)| [*first, *last]).collect(),
        first_bits: [0; 1 << 9],
        last_bits: [0; 1 << 9],
    };
    for &key in [&lists.alone, &lists.months, &lists.shown].into_iter().flatten() {
        key_filter::add(&mut lists.alone_bits, key);
    }
    for (first, last) in &sure_halves {
        key_filter::add(&mut lists.alone_bits, *first);
        key_filter::add(&mut lists.alone_bits, *last);
    }
    for &key in lists.forms.iter().chain(halves.iter().map(|(first, _)| first)) {
        key_filter::add(&mut lists.first_bits, key);
    }
    for (_, key) in &halves {
        key_filter::add(&mut lists.last_bits, *key);
    }
    lists
});

fn key(word: &str) -> u32 {
    lexicon::get_with_key(word).1
}

/// Whether sorted keys have this one.
fn has_key(keys: &[u32], key: u32) -> bool {
    // Keys are hashes, so they lie evenly.
    let near = key_filter::place(keys.len(), key);
    let at = partition_point_near(keys, near, |other| *other < key);
    keys.get(at) == Some(&key)
}

/// Whether it has the mark of a capital.
#[inline]
fn has_capital(word: &Word) -> bool {
    !matches!(word.case(), Case::Lower | Case::Uncased) | (word.kind() == Kind::Initialism)
}

#[inline]
fn is_capital(word: &Word) -> bool {
    (word.case() == Case::Title) | (word.case() == Case::Mixed)
}

#[inline]
fn may_be_surname(word: &Word) -> bool {
    is_capital(word) | (word.kind() == Kind::Initialism)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::passes::casing::raise_names;
    use crate::{Buffers, Edits};
    use proptest::prelude::*;
    use proptest::sample::select;

    const PARTS: &[&str] = &[
        "the",
        "The",
        "said",
        "ferry",
        "harbour",
        "norway",
        "Norway",
        "norway's",
        "oslo",
        "Oslo",
        "Veltrano",
        "veltrano",
        "Veltrano's",
        "turkey",
        "Turkey",
        "may",
        "May",
        "18",
        "1756",
        "march",
        "since",
        "on",
        "of",
        "in",
        "from",
        "tony",
        "Tony",
        "Marsden",
        "marsden",
        "bush",
        "Bush",
        "frost",
        "Frost",
        "David",
        "Mr",
        "dr.",
        "dr",
        "Dr.",
        "J.",
        "R.",
        "lord",
        "Lord",
        "north",
        "North",
        "sea",
        "Sea",
        "Indian",
        "ocean",
        "i",
        "I",
        "i'm",
        "i’ll",
        "united",
        "states",
        "states's",
        "los",
        "angeles",
        "a",
        "am",
        "english",
        "polish",
        "kubectl",
        "Schroeder",
        "schroeder",
        "Host:",
        "host:",
        "we",
        "We",
        ".",
        ".",
        ",",
        "?",
        "\n",
        "\n\n",
        "“",
        "”",
        "(",
        ")",
        ":",
        "iPhone",
        "BBC",
        "Привет",
        "neem",
        "Neem",
        "was",
        "is",
        "who",
        "van",
        "Union",
        "union",
        "European",
        "davies",
        "Davies",
        "roger",
        "Roger",
        "quorvane",
        "Quorvane",
        "Vickerdal",
        "Doherty",
        "schedler",
        "MP",
    ];

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]
        #[test]
        fn no_other_word_is_ever_raised(
            parts in prop::collection::vec(select(PARTS), 0..400),
            prose in any::<bool>(),
        ) {
            let mut text = parts.join(" ");
            if prose {
                text = text.replace(" .", ".").replace(" ,", ",").replace(" :", ":");
                text.insert_str(0, "The ferry left the harbour on time. It was the first one. ");
            }
            let buffers = Buffers::default();
            let doc = Document::with_language(&text, Some(Language::English), &buffers);
            let mut found = Found::default();
            find(&doc, &mut found);
            let is_lower = |at: &usize| doc.words()[*at].case() == Case::Lower;
            let all: Vec<_> = (0..doc.words().len()).filter(is_lower).collect();
            let starts: Vec<_> =
                found.candidates.iter().map(|at| doc.words()[*at].range().start).collect();
            let mut edits = Edits::default();
            found.candidates = all;
            raise_names(&doc, &found, &mut edits);
            for edit in edits.iter() {
                prop_assert!(starts.contains(&edit.range.start), "{:?} in {:?}", edit, text);
            }
        }

        #[test]
        fn starts_are_counted_as_one_by_one(parts in prop::collection::vec(select(PARTS), 0..400)) {
            let text = parts.join(" ").replace(" .", ".");
            let buffers = Buffers::default();
            let doc = Document::with_language(&text, Some(Language::English), &buffers);
            let mut found = Found::default();
            find(&doc, &mut found);
            let words = || doc.words().iter();
            let lower = words().enumerate().filter(|(_, word)| seems_to_start(word));
            prop_assert!(lower.map(|(at, _)| at as u32).eq(found.lower_starts), "{:?}", text);
            let title = words().filter(|word| is_title_start(word)).count();
            prop_assert_eq!(title, found.title_starts, "{:?}", text);
        }
    }
}
