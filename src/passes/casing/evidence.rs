//! What the document itself shows of the case of its words.

use std::cell::OnceCell;
use std::ops::Range;

use crate::Document;
use crate::buffers::Lent;
use crate::hashed::{self, ByHash};
use crate::passes::marks::{self, Mark};
use crate::text::{Case, Kind, Word, key_filter, marked_code};

use super::candidates::Found;
use super::lines::End;
use super::page::{Page, Place};
use super::{names, sentences};

/// What the document shows of the candidates and of itself. Each answer is
/// found out when it is first asked for: many texts have candidates, and most
/// of these ask for little.
pub(super) struct Evidence<'e, 'a> {
    doc: &'e Document<'a>,
    page: &'e Page<'e, 'a>,
    found: &'e Found,
    counts: OnceCell<Lent<'a, ByHash<Counts>>>,
    /// How often those candidates stand in lower case that nothing marks there.
    unmarked: OnceCell<Lent<'a, ByHash<u32>>>,
    /// How many sentences start without a capital, and how many with one.
    lower_starts: OnceCell<usize>,
    title_starts: OnceCell<usize>,
    /// What is marked as code, which shows nothing of how words are written.
    code: OnceCell<marked_code::Ranges<'a>>,
}

/// How often a word, a pair of words or what follows a label is written with a
/// capital and without.
#[derive(Clone, Copy, Default)]
pub(super) struct Counts {
    pub(super) lower: u32,
    pub(super) title: u32,
    /// With a capital inside: `WhatsApp`.
    pub(super) mixed: u32,
}

impl<'e, 'a> Evidence<'e, 'a> {
    pub(super) fn new(doc: &'e Document<'a>, page: &'e Page<'e, 'a>, found: &'e Found) -> Self {
        let (counts, unmarked) = Default::default();
        let (lower_starts, title_starts, code) = Default::default();
        Self { doc, page, found, counts, unmarked, lower_starts, title_starts, code }
    }

    fn lower_starts(&self) -> usize {
        *self.lower_starts.get_or_init(|| {
            let starts = self.found.lower_starts.iter().filter(|at| {
                let place = self.page.place(**at as usize);
                place.is_in_prose()
                    && !sentences::is_abbreviated(&place)
                    && !self.is_code(place.word())
            });
            starts.count()
        })
    }

    fn title_starts(&self) -> usize {
        *self.title_starts.get_or_init(|| {
            let in_code = self.code().iter().flat_map(|code| self.doc.words_in(code.clone()));
            self.found.title_starts - in_code.filter(|word| is_title_start(word)).count()
        })
    }

    fn code(&self) -> &[Range<usize>] {
        self.code.get_or_init(|| marked_code::ranges(self.doc))
    }

    fn is_code(&self, word: &Word) -> bool {
        let code = self.code();
        !code.is_empty() && marked_code::holds(code, word.range().start)
    }

    /// The counts of all that is the same as one of the candidates. Of words in
    /// lower case, those that are marked are counted: what may be a name always
    /// is, and the common words of a text, which are most of it, are not.
    fn counts(&self) -> &ByHash<Counts> {
        self.counts.get_or_init(|| {
            let mut counts = self.doc.lend::<ByHash<Counts>>();
            let has_labels = self.add_candidates(&mut counts);
            let words = self.page.words();
            let wanted = self.wanted();
            let is_wanted = |word: &Word| key_filter::may_have(&wanted, word.rough_key());
            let is_asked = |word: &Word| is_plain(word, Case::Lower) && is_wanted(word);
            // The word behind the last that is wanted: a pair of which it is the second.
            let mut second = None;
            for stretch in self.doc.marks().stretches() {
                for at in stretch.each(Mark::Lower).filter(|at| is_asked(&words[*at])) {
                    if let Some(counts) = counts.get_mut(&single(&words[at]))
                        && !self.is_code(&words[at])
                    {
                        counts.lower += 1;
                    }
                }
                for at in stretch.each(Mark::NameLike) {
                    let is_wanted = is_wanted(&words[at]);
                    if is_wanted || second == Some(at) {
                        self.count_capital(at, &mut counts);
                    }
                    if is_wanted {
                        second = Some(at + 1);
                    }
                    if has_labels {
                        self.count_labelled(at, &mut counts);
                    }
                }
            }
            counts
        })
    }

    /// How often each of the candidates stands in lower case that is not marked
    /// wherever it does: asked for if it is a name with its neighbours only.
    fn unmarked(&self) -> &ByHash<u32> {
        self.unmarked.get_or_init(|| {
            let mut unmarked = self.doc.lend::<ByHash<u32>>();
            let words = self.page.words();
            unmarked.extend(self.found.candidates.iter().map(|at| (single(&words[*at]), 0)));
            let wanted = self.wanted();
            let is_wanted = |word: &&Word| key_filter::may_have(&wanted, word.rough_key());
            for word in words.iter().filter(is_wanted).filter(|word| is_plain(word, Case::Lower)) {
                if let Some(count) = unmarked.get_mut(&single(word))
                    && !self.is_code(word)
                {
                    *count += 1;
                }
            }
            unmarked
        })
    }

    /// A filter of the candidates.
    fn wanted(&self) -> Lent<'a, Vec<u64>> {
        let candidates = &self.found.candidates;
        let mut wanted = self.doc.lend::<Vec<u64>>();
        wanted.resize(candidates.len().clamp(LEAST_WANTED, MOST_WANTED), 0);
        for &candidate in candidates {
            key_filter::add(&mut wanted, self.page.words()[candidate].rough_key());
        }
        wanted
    }

    /// Adds what is to be counted; says whether labels are.
    fn add_candidates(&self, counts: &mut ByHash<Counts>) -> bool {
        let mut has_labels = false;
        let places = self.found.candidates.iter().map(|at| self.page.place(*at));
        for place in places.filter(|place| !self.is_code(place.word())) {
            counts.entry(single(place.word())).or_default();
            if let Some(label) = place.label() {
                has_labels = true;
                counts.entry(labelled(label)).or_default().lower += 1;
            }
            for pair in pairs(&place).into_iter().flatten() {
                counts.entry(pair).or_default().lower += 1;
            }
        }
        has_labels
    }

    /// Counts a word with a capital; other marks are none.
    fn count_capital(&self, at: usize, counts: &mut ByHash<Counts>) {
        let word = &self.page.words()[at];
        if word.kind() != Kind::Word || self.is_code(word) {
            return;
        }
        match word.case() {
            Case::Title => self.count_title(at, counts),
            Case::Mixed => {
                if let Some(counts) = counts.get_mut(&single(word)) {
                    counts.mixed += 1;
                }
            }
            _ => {}
        }
    }

    /// Counts a word with a capital and, with the one before it that has a capital
    /// inside a sentence, the pair.
    fn count_title(&self, at: usize, counts: &mut ByHash<Counts>) {
        let words = self.page.words();
        let word = &words[at];
        if word.starts_line() {
            return;
        }
        let last = words[..at].last().filter(|last| is_capital_inside(last));
        let key = (!word.starts_sentence()).then(|| single(word));
        let pair = last.filter(|w| w.range().end + 1 == word.range().start).map(|w| pair(w, word));
        for key in [key, pair].into_iter().flatten() {
            if let Some(counts) = counts.get_mut(&key) {
                let place = self.page.place(at);
                if place.shows_case() {
                    // A whole name counts twice: "Anna Veltrano".
                    let is_whole = names::is_odd(word.entry()) && place.is_behind_given_name();
                    counts.title += 1 + u32::from(is_whole);
                }
            }
        }
    }

    fn count_labelled(&self, at: usize, counts: &mut ByHash<Counts>) {
        let words = self.page.words();
        let word = &words[at];
        let is_behind_mark =
            words[..at].last().is_some_and(|w| w.range().end + 1 < word.range().start);
        if is_behind_mark
            && is_plain(word, Case::Title)
            && !word.starts_line()
            && !self.is_code(word)
            && let Some(label) = self.page.place(at).label()
            && let Some(counts) = counts.get_mut(&labelled(label))
        {
            counts.title += 1;
        }
    }

    /// Whether one word in a thousand is a name of a command or the like.
    pub(super) fn is_technical(&self) -> bool {
        let technical = self.found.technical;
        technical > 1 && technical * 1000 > self.page.words().len()
    }

    /// Whether the author does without capitals.
    pub(super) fn is_lower_on_purpose(&self) -> bool {
        let is_on_purpose = |lower: usize| lower > 4 && lower * 2 > self.title_starts();
        // Most texts have few, even of those that only seem to be some.
        is_on_purpose(self.found.lower_starts.len()) && is_on_purpose(self.lower_starts())
    }

    /// Whether the document has sentences that start with a capital.
    pub(super) fn has_capitals(&self) -> bool {
        self.title_starts() > self.lower_starts()
    }

    /// Whether the word is the first behind the label of a speaker, behind
    /// which the document has capitals.
    pub(super) fn is_speech(&self, place: &Place<'_>) -> bool {
        let is_shown = |label| {
            self.counts().get(&labelled(label)).is_some_and(|c| c.title > 1 && c.title > c.lower)
        };
        place.line().ends == End::Sentence
            && place.is_in_prose()
            && place.label().is_some_and(is_shown)
    }

    /// The counts of a word.
    pub(super) fn of(&self, word: &Word) -> Counts {
        let mut counts = self.counts().get(&single(word)).copied().unwrap_or_default();
        if !marks::is_always_marked_lower(word) {
            counts.lower = self.unmarked().get(&single(word)).copied().unwrap_or_default();
        }
        counts
    }

    /// How often the word stands with a capital that shows how it is written.
    pub(super) fn title(&self, word: &Word) -> u32 {
        if self.found.may_have_capital(word) { self.of(word).title } else { 0 }
    }

    /// Whether the author writes the word without a capital, mostly.
    pub(super) fn is_habit(&self, word: &Word) -> bool {
        let counts = self.of(word);
        counts.lower > 2 && counts.lower > counts.title
    }

    /// The counts of the word with the capital before it, and with the one
    /// behind it.
    pub(super) fn pairs(&self, place: &Place<'_>) -> [Counts; 2] {
        let of = |pair: Option<u64>| pair.and_then(|pair| self.counts().get(&pair).copied());
        pairs(place).map(|pair| of(pair).unwrap_or_default())
    }
}

/// The sizes of a filter of the candidates: most words are none of them, which
/// one bit tells.
const LEAST_WANTED: usize = 64;
const MOST_WANTED: usize = 4096;

pub(super) fn is_plain(word: &Word, case: Case) -> bool {
    (word.kind() == Kind::Word) & (word.case() == case)
}

/// Whether it is a name of a command, a file or a version.
pub(in crate::passes) fn is_technical(kind: Kind) -> bool {
    matches!(kind, Kind::Identifier | Kind::FileName | Kind::Version)
}

/// Whether a sentence starts with the word, and with a capital.
pub(super) fn is_title_start(word: &Word) -> bool {
    is_plain(word, Case::Title) & word.starts_sentence()
}

/// Whether the word has a capital that is not owed to the start of a sentence.
pub(super) fn is_capital_inside(word: &Word) -> bool {
    (word.case() == Case::Title) & !word.starts_sentence()
}

fn pairs(place: &Place<'_>) -> [Option<u64>; 2] {
    let before =
        place.previous().filter(|w| is_capital_inside(w)).filter(|_| place.gap_before() == " ");
    let next = place.next().filter(|w| is_capital_inside(w)).filter(|_| place.gap_after() == " ");
    [before.map(|w| pair(w, place.word())), next.map(|w| pair(place.word(), w))]
}

// The maps and filters take the upper bits of a key for random ones.

pub(super) fn upper_bits(key: u64) -> u32 {
    (key >> 32) as u32
}

/// The key of a word.
fn single(word: &Word) -> u64 {
    hashed::push(1, word.rough_key())
}

/// The key of two words side by side.
fn pair(first: &Word, second: &Word) -> u64 {
    pair_of(first.key(), second.key())
}

/// The key of the words of these keys, side by side.
pub(super) fn pair_of(first: u32, second: u32) -> u64 {
    hashed::push(hashed::push(2, first), second)
}

/// The key of what follows a label.
fn labelled(label: &str) -> u64 {
    hashed::push(hashed::of(label.as_bytes()), 3)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;
    use crate::Buffers;

    const PARTS: &[&str] = &[
        "the",
        "The",
        "THE",
        "ferry",
        "Ferry",
        "may",
        "May",
        "oslo",
        "Oslo",
        "OsLo",
        "quorvane",
        "Quorvane",
        "QuorVane",
        "quorvane's",
        "april",
        "April's",
        "dr.",
        "x7",
        "foo.com",
        "été",
        "and",
        "Union",
        "union",
        ".",
        "? ",
        "\n\n",
        ":",
        ",",
    ];

    proptest! {
        #[test]
        fn words_are_counted_as_one_by_one(
            parts in prop::collection::vec(select(PARTS), 0..200),
            nth in 1..4_usize,
        ) {
            let text = parts.join(" ").replace(" .", ".");
            let buffers = Buffers::default();
            let (doc, mut found) = (Document::new(&text, &buffers), Found::default());
            let lower = doc.words().iter().enumerate().filter(|(_, w)| w.case() == Case::Lower);
            found.candidates = lower.map(|(at, _)| at).step_by(nth).collect();
            let page = Page::new(&doc);
            let evidence = Evidence::new(&doc, &page, &found);
            for word in found.candidates.iter().map(|at| &doc.words()[*at]) {
                let count = |case: Case| {
                    let same = |w: &&Word| is_plain(w, case) && w.rough_key() == word.rough_key();
                    doc.words().iter().filter(same).count() as u32
                };
                let counts = evidence.of(word);
                let expected = (count(Case::Lower), count(Case::Mixed));
                prop_assert_eq!((counts.lower, counts.mixed), expected, "{:?}", word);
            }
        }
    }
}
