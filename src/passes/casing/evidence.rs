//! What the document itself shows of the case of its words.

use crate::Document;
use crate::buffers::Lent;
use crate::passes::hashed::{self, ByHash};
use crate::text::{Case, Kind, Word};

use super::page::{End, Page, Place};
use super::{names, sentences};

/// How often a word, a pair of words or what follows a label is written with a
/// capital and without.
pub(super) struct Evidence<'a> {
    counts: Lent<'a, ByHash<Counts>>,
    starts: Counts,
    /// Names of commands, files and versions.
    technical: usize,
    words: usize,
}

#[derive(Clone, Copy, Default)]
pub(super) struct Counts {
    pub(super) lower: u32,
    pub(super) title: u32,
}

impl<'a> Evidence<'a> {
    /// Counts what is the same as one of the candidates.
    pub(super) fn gather(doc: &Document<'a>, page: &Page<'_, '_>, candidates: &[usize]) -> Self {
        let (counts, starts) = (doc.lend(), Counts::default());
        let mut it = Self { counts, starts, technical: 0, words: page.words().len() };
        let mut has_labels = false;
        for &candidate in candidates {
            let place = page.place(candidate);
            it.counts.entry(single(place.word())).or_default();
            if let Some(label) = place.label() {
                has_labels = true;
                it.counts.entry(labelled(label)).or_default().lower += 1;
            }
            for pair in pairs(&place).into_iter().flatten() {
                it.counts.entry(pair).or_default().lower += 1;
            }
        }
        let mut wanted = Wanted::default();
        it.counts.keys().for_each(|key| wanted.add(*key));
        let mut before: Option<&Word> = None;
        for (at, word) in page.words().iter().enumerate() {
            let last = before.replace(word);
            if word.kind() != Kind::Word {
                it.technical += usize::from(is_technical(word.kind()));
                continue;
            }
            match word.case() {
                Case::Lower => {
                    if word.starts_sentence() && word.entry().is_ordinary() {
                        let place = page.place(at);
                        let starts = place.is_in_prose() && !sentences::is_abbreviated(&place);
                        it.starts.lower += u32::from(starts);
                    }
                    if wanted.may_have(single(word))
                        && let Some(counts) = it.counts.get_mut(&single(word))
                    {
                        counts.lower += 1;
                    }
                }
                Case::Title => it.count_title(page, at, last, &wanted, has_labels),
                _ => {}
            }
        }
        it
    }

    fn count_title(
        &mut self,
        page: &Page<'_, '_>,
        at: usize,
        last: Option<&Word>,
        wanted: &Wanted,
        has_labels: bool,
    ) {
        let word = &page.words()[at];
        self.starts.title += u32::from(word.starts_sentence());
        if word.starts_line() {
            return;
        }
        let key = (!word.starts_sentence()).then(|| single(word));
        let pair = last
            .filter(|w| is_capital_inside(w) && w.range().end + 1 == word.range().start)
            .map(|w| pair(w, word));
        for key in [key, pair].into_iter().flatten().filter(|key| wanted.may_have(*key)) {
            if let Some(counts) = self.counts.get_mut(&key) {
                let place = page.place(at);
                // A whole name counts twice: "Anna Veltrano".
                let is_whole = names::is_odd(word.entry()) && place.is_behind_given_name();
                counts.title += u32::from(place.shows_case()) * (1 + u32::from(is_whole));
            }
        }
        let is_behind_mark = last.is_some_and(|w| w.range().end + 1 < word.range().start);
        if has_labels && is_behind_mark {
            let counts = page.place(at).label().and_then(|l| self.counts.get_mut(&labelled(l)));
            if let Some(counts) = counts {
                counts.title += 1;
            }
        }
    }

    /// Whether one word in a thousand is a name of a command or the like.
    pub(super) fn is_technical(&self) -> bool {
        self.technical > 1 && self.technical * 1000 > self.words
    }

    /// Whether the author does without capitals.
    pub(super) fn is_lower_on_purpose(&self) -> bool {
        self.starts.lower > 4 && self.starts.lower * 2 > self.starts.title
    }

    /// Whether the document has sentences that start with a capital.
    pub(super) fn has_capitals(&self) -> bool {
        self.starts.title > self.starts.lower
    }

    /// Whether the word is the first behind the label of a speaker, behind
    /// which the document has capitals.
    pub(super) fn is_speech(&self, place: &Place<'_>) -> bool {
        let is_shown = |label| {
            self.counts.get(&labelled(label)).is_some_and(|c| c.title > 1 && c.title > c.lower)
        };
        place.line().ends == End::Sentence
            && place.is_in_prose()
            && place.label().is_some_and(is_shown)
    }

    /// The counts of a word.
    pub(super) fn of(&self, word: &Word) -> Counts {
        self.counts.get(&single(word)).copied().unwrap_or_default()
    }

    /// Whether the author writes the word without a capital, mostly.
    pub(super) fn is_habit(&self, word: &Word) -> bool {
        let counts = self.of(word);
        counts.lower > 2 && counts.lower > counts.title
    }

    /// The counts of the word with the capital before it, and with the one
    /// behind it.
    pub(super) fn pairs(&self, place: &Place<'_>) -> [Counts; 2] {
        let of = |pair: Option<u64>| pair.and_then(|pair| self.counts.get(&pair).copied());
        pairs(place).map(|pair| of(pair).unwrap_or_default())
    }
}

/// A filter of the keys that are counted: most words have none of them, which
/// one bit tells.
struct Wanted([u64; 64]);

impl Default for Wanted {
    fn default() -> Self {
        Self([0; 64])
    }
}

impl Wanted {
    fn add(&mut self, key: u64) {
        self.0[(key >> 58) as usize] |= 1 << ((key >> 52) & 63);
    }

    #[inline]
    fn may_have(&self, key: u64) -> bool {
        self.0[(key >> 58) as usize] & 1 << ((key >> 52) & 63) != 0
    }
}

fn is_technical(kind: Kind) -> bool {
    matches!(kind, Kind::Identifier | Kind::FileName | Kind::Version)
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

// The maps take the upper bits of a key for random ones.

/// The key of a word.
fn single(word: &Word) -> u64 {
    hashed::push(1, word.key())
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
