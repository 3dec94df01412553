//! What the document itself shows of the case of its words.

use crate::Document;
use crate::buffers::Lent;
use crate::passes::hashed::{self, ByHash};
use crate::text::{Case, Kind, Word};

use super::page::{End, Page, Place};
use super::{Candidate, Why, extend, has, key, stem, table};

/// How often a word is written with a capital and without, by the hash of its
/// letters in lower case.
pub(super) struct Evidence<'a> {
    counts: Lent<'a, ByHash<Counts>>,
    starts: Counts,
}

#[derive(Clone, Copy, Default)]
struct Counts {
    lower: u32,
    title: u32,
}

impl<'a> Evidence<'a> {
    /// Counts the candidates and the words with a capital that are the same.
    pub(super) fn gather(
        doc: &Document<'a>,
        page: &Page<'_, '_>,
        candidates: &[Candidate],
    ) -> Self {
        let mut it = Self { counts: doc.lend(), starts: Counts::default() };
        for candidate in candidates {
            let place = page.place(candidate.word);
            it.counts.entry(key(stem(place.text()))).or_default().lower += 1;
            it.starts.lower +=
                u32::from(candidate.why == Why::SentenceStart && place.is_in_prose());
            if let Some(label) = place.label().filter(|_| candidate.why == Why::Speech) {
                it.counts.entry(key(label)).or_default().lower += 1;
            }
            for pair in pairs(&place).into_iter().flatten() {
                it.counts.entry(pair).or_default().lower += 1;
            }
        }
        let mut before: Option<&Word> = None;
        for (at, word) in page.words().iter().enumerate() {
            let last = before.replace(word);
            if word.case() != Case::Title || word.kind() != Kind::Word {
                continue;
            }
            it.starts.title += u32::from(word.starts_sentence());
            if word.starts_line() {
                continue;
            }
            let text = stem(word.text(page.text()));
            let single = (!word.starts_sentence()).then(|| key(text));
            let pair = last
                .filter(|w| {
                    w.case() == Case::Title
                        && !w.starts_sentence()
                        && w.range().end + 1 == word.range().start
                })
                .map(|w| pair_key(w.text(page.text()), text));
            for key in [single, pair].into_iter().flatten() {
                if let Some(counts) = it.counts.get_mut(&key) {
                    counts.title += u32::from(page.place(at).shows_case());
                }
            }
            let is_behind_mark = last.is_some_and(|w| w.range().end + 1 < word.range().start);
            if let Some(label) = is_behind_mark.then(|| page.place(at).label()).flatten() {
                if let Some(counts) = it.counts.get_mut(&key(label)) {
                    counts.title += 1;
                }
            }
        }
        it
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
        let is_shown =
            |label| self.counts.get(&key(label)).is_some_and(|c| c.title > 1 && c.title > c.lower);
        place.line().ends == End::Sentence
            && place.is_in_prose()
            && place.label().is_some_and(is_shown)
    }

    fn counts(&self, key: u64) -> Counts {
        self.counts.get(&key).copied().unwrap_or_default()
    }

    /// Whether the author writes the word of this key without a capital,
    /// mostly.
    pub(super) fn is_habit(&self, key: u64) -> bool {
        let counts = self.counts(key);
        counts.lower > 2 && counts.lower > counts.title
    }

    /// The rule by which the document, or the lexicon, shows that the word is
    /// a name; `key` is that of the word.
    pub(super) fn rule(&self, place: &Place<'_>, key: u64) -> Option<&'static str> {
        let text = stem(place.text());
        if text.len() < 3 || self.is_habit(key) {
            return None;
        }
        let rule = self.name_rule(place, text, self.counts(key))?;
        let is_excepted = has(table::PARTICLES, text)
            || has(table::LOWER_CASE_NAMES, text)
            || matches!(place.previous_text(), "en" | "la" | "le" | "du");
        (!is_excepted).then_some(rule)
    }

    fn name_rule(&self, place: &Place<'_>, text: &str, counts: Counts) -> Option<&'static str> {
        let entry = place.word().entry();
        let is_shown = match (entry.is_name(), entry.is_ordinary()) {
            (true, false) => counts.title > 0,
            (false, false) => {
                let enough = if place.may_start_name() { 2 } else { 3 };
                counts.title >= enough && counts.lower == 1
            }
            (true, true) if has(table::WORD_PLACES, text) => {
                counts.title > 0 && counts.lower == 1 && place.may_start_name()
            }
            (true, true) if entry.frequency() < COMMON => {
                self.is_pair(place)
                    || counts.title > 2
                        && counts.lower == 1
                        && has(table::BEFORE_NAMES, place.previous_text())
            }
            (false, true) => place.is_between_capitals() && self.is_pair(place),
            _ => false,
        };
        if is_shown {
            return Some("casing/document-evidence");
        }
        let is_surname = entry.is_name() && entry.is_ordinary() && entry.frequency() < COMMON;
        if is_surname && place.is_behind_known_given_name() {
            return Some("casing/beside-name");
        }
        if entry.is_ordinary() || !place.is_in_english() {
            return None;
        }
        if !entry.is_known() {
            let is_single = counts.lower == 1 && text.len() >= SHORTEST_NAME;
            return (is_single && text.is_ascii() && place.is_behind_given_name())
                .then_some("casing/beside-name");
        }
        let is_sure =
            entry.frequency() >= KNOWN_NAME && text.len() > SHORTEST_NAME || place.is_beside_name();
        (is_sure && text.is_ascii()).then_some("casing/name")
    }

    /// Whether the document has the word and its neighbour as a name.
    fn is_pair(&self, place: &Place<'_>) -> bool {
        let is_rare = place.word().entry().frequency() < UNCOMMON;
        let enough = if is_rare || place.is_between_capitals() { 1 } else { 2 };
        pairs(place)
            .into_iter()
            .flatten()
            .any(|pair| self.counts.get(&pair).is_some_and(|c| c.title >= enough && c.lower == 1))
    }
}

/// The shortest name that is raised without evidence, in bytes.
const SHORTEST_NAME: usize = 4;
/// How frequent a name must be to be raised without evidence.
const KNOWN_NAME: u8 = 11;
/// Words that are less frequent than this are often the names that they may be.
const UNCOMMON: u8 = 39;
/// Words that are this frequent are hardly ever the names that they may be.
const COMMON: u8 = 44;

/// The keys of the word with the capitals on both sides.
fn pairs(place: &Place<'_>) -> [Option<u64>; 2] {
    let is_name = |w: &&Word| w.case() == Case::Title && !w.starts_sentence();
    let before = place.previous().filter(is_name).filter(|_| place.gap_before() == " ");
    let next = place.next().filter(is_name).filter(|_| place.gap_after() == " ");
    [
        before.map(|_| pair_key(place.previous_text(), stem(place.text()))),
        next.map(|_| pair_key(place.text(), stem(place.next_text()))),
    ]
}

fn pair_key(first: &str, second: &str) -> u64 {
    extend(hashed::push(key(first), u32::from(b' ')), second)
}
