//! Decides whether a word is a slip, and of which word.
//!
//! A noisy channel: the score of a candidate is its frequency, less the cost
//! of the slip, more what its neighbours say for it; all on the logarithmic
//! scale of the lexicon. The best one is meant if its score is high enough
//! for chance not to have made it (a short word is near to many others), and
//! far enough ahead of the next one.

use std::ops::RangeInclusive;

use super::candidates::{Candidate, Candidates, Slip};
use super::forms::{USUAL, beginning_of_known, ending_of_known, is_verb_of_old, looks_foreign};
use super::letters::MAX_LEN;
use super::memory::{Memory, Search};
use crate::data::has;
use crate::data::proper_names::{DETERMINERS, NATIONALITIES, PLACES};
use crate::lexicon::{self, Entry, pairs};

/// A word of the lexicon and its key.
pub(super) type Known = (Entry, u32);

/// A word that may be a slip, in its place.
pub(super) struct Suspect<'a> {
    /// In lower case, of ASCII letters only.
    pub(super) letters: &'a [u8],
    /// What the lexicon knows of it.
    pub(super) known: Known,
    /// Its neighbours, as far as only a space lies between and the lexicon
    /// knows them.
    pub(super) before: Option<Known>,
    pub(super) after: Option<Known>,
    /// It begins a sentence with a capital.
    pub(super) has_capital: bool,
    /// A common word in lower case comes next.
    pub(super) goes_on: bool,
    /// A word of another language is next to it.
    pub(super) is_beside_strangers: bool,
    /// It is a part of a compound with a hyphen.
    pub(super) is_part: bool,
    /// Whether the document has the word of a key.
    pub(super) has_word: &'a dyn Fn(u32) -> bool,
    /// It stands in the document more than once.
    pub(super) is_repeated: bool,
}

/// What is the matter with a word.
#[derive(Debug)]
pub(super) enum Verdict {
    /// Nothing that one could tell.
    Fine,
    /// It is a slip of this word.
    Slip(Candidate),
    /// It may be a slip of one of several.
    Unclear,
}

/// A candidate with its score in its place.
#[derive(Clone, Copy)]
pub(super) struct Ranked<'c> {
    pub(super) candidate: &'c Candidate,
    pub(super) score: i32,
    /// What of it the neighbours say.
    pub(super) context: i32,
    /// What of it the document says.
    topic: i32,
}

/// How little a score may be: what it takes for a word of so many letters.
fn needed(len: usize) -> i32 {
    const NEEDED: [i32; 11] = [99, 99, 64, 57, 42, 37, 31, 26, 22, 17, 12];
    NEEDED.get(len).copied().unwrap_or(8)
}

/// What a word gains that the document has elsewhere, and how frequent a word
/// may become by it.
const TOPIC: i32 = 8;
const COMMON: i32 = 44;

/// How much less is needed if nothing else comes near, and of a slip of the hand in
/// the middle of English.
const UNRIVALLED: i32 = 6;
const UNRIVALLED_SLIP: i32 = 12;

/// How much less is needed of what is so far ahead.
fn unrivalled(ahead: i32, most: i32) -> i32 {
    ((ahead - 8) / 2).clamp(0, most)
}

/// How long a word is in which there may be two slips.
pub(super) const LONG: RangeInclusive<usize> = 7..=MAX_LEN - 2;

/// What is so much less likely than the best need not be told.
const FAR_BEHIND: i32 = 20;

impl Suspect<'_> {
    /// Judges the word. What may be meant is found in the memory then.
    pub(super) fn judge(&self, memory: &mut Memory) -> Verdict {
        if self.is_meant() {
            return Verdict::Fine;
        }
        let len = self.letters.len();
        memory.search(self.letters, Search::OneSlip);
        // What is known, stands twice or has a capital is hardly ever two slips, and to
        // search for two takes long.
        let may_be_two = LONG.contains(&len)
            && !self.known.0.is_known()
            && !self.has_capital
            && !self.is_repeated
            && !memory.found().is_compound
            && !ending_of_known(self.letters)
            && !beginning_of_known(self.letters);
        if may_be_two {
            memory.search(self.letters, Search::TwoMissing);
        }
        if let Some(meant) = self.clearly_best(memory.found()).copied() {
            if self.is_weak(&meant) {
                memory.search(self.letters, Search::TwoMissing);
                memory.search(self.letters, Search::TwoSlips);
                let best = self.best_two(memory.found(), self.has_word)[0];
                if best.is_some_and(|best| best.candidate.key != meant.key) {
                    let meant = self.clearly_best(memory.found());
                    return meant.map_or(Verdict::Unclear, |meant| Verdict::Slip(*meant));
                }
            }
            return Verdict::Slip(meant);
        }
        if may_be_two {
            memory.search(self.letters, Search::TwoSlips);
            if let Some(meant) = self.clearly_best(memory.found()) {
                return Verdict::Slip(*meant);
            }
        }
        let best = self.best_two(memory.found(), self.has_word)[0];
        match best {
            Some(best) if best.score >= needed(len) && !self.known.0.is_known() => Verdict::Unclear,
            _ => Verdict::Fine,
        }
    }

    /// Whether two likely slips may be likelier than this unlikely one: `speening`
    /// is near to `speeding`, and is rather `spending`.
    /// Few words pass, since it takes long to search for two.
    fn is_weak(&self, meant: &Candidate) -> bool {
        matches!(meant.slip, Slip::Extra | Slip::Wrong)
            && meant.cost >= 8
            && meant.entry.frequency() < 36
            && LONG.contains(&self.letters.len())
    }

    /// Whether nothing could make a slip of it. A cheap look, to save others.
    fn is_meant(&self) -> bool {
        // A name, unless a common word goes on in lower case.
        let is_name = self.has_capital
            && (self.is_repeated
                || !self.goes_on && (self.after.is_some() || self.letters.len() < 6));
        // A rare word, unless its neighbours are strangers to it.
        let is_rare_word = self.known.0.is_known()
            && (self.is_repeated
                || self.letters.len() > 9
                || self.weight(self.known, self.known) > 0
                || self.letters.ends_with(b"s") && ending_of_known(self.letters));
        let is_old =
            is_verb_of_old(self.letters) && OLD.iter().any(|word| (self.has_word)(key_of(word)));
        is_name || is_rare_word || is_old || self.is_done_to()
    }

    /// Whether the word is what somebody is called to whom something is done, in a text that
    /// tells of who does it: `the tracer and its tracees`. It is a noun: `nobody could writee`.
    fn is_done_to(&self) -> bool {
        let is_plural = self.letters.ends_with(b"s");
        let one = self.letters.strip_suffix(b"s").unwrap_or(self.letters);
        let Some(stem) = one.strip_suffix(b"ee") else { return false };
        let is_led_in = || {
            let before = self.before.map(|(_, key)| key);
            DETERMINERS.iter().any(|word| Some(key_of(word)) == before)
        };
        let has_doer =
            |ending: &&[u8]| (self.has_word)(lexicon::get_joined_with_key(stem, ending).1);
        (is_plural || is_led_in()) && [&b"er"[..], b"or", b"ers", b"ors"].iter().any(has_doer)
    }

    /// Whether the word is a denial, and the candidate is none: an `un` is not written
    /// by a slip.
    fn loses_its_un(&self, candidate: &Candidate) -> bool {
        self.letters.starts_with(b"un")
            && !candidate.text().starts_with("un")
            && candidate.slip != Slip::Swapped
    }

    /// What may be meant, the likeliest first.
    pub(super) fn alternatives(&self, found: &Candidates) -> Vec<String> {
        let ordinary = found.iter().filter(|c| c.entry.is_ordinary());
        let mut list: Vec<_> = ordinary.map(|c| (c.score() + self.context(c), c.text())).collect();
        list.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        let least = list.first().map_or(0, |(score, _)| score - FAR_BEHIND);
        list.into_iter().filter(|(s, _)| *s >= least).map(|(_, text)| text.to_owned()).collect()
    }

    /// The two likeliest candidates in a document that has these words.
    fn best_two<'c>(
        &self,
        found: &'c Candidates,
        has_word: &dyn Fn(u32) -> bool,
    ) -> [Option<Ranked<'c>>; 2] {
        let mut best: [Option<Ranked<'c>>; 2] = [None; 2];
        for candidate in found.iter().filter(|candidate| !self.loses_its_un(candidate)) {
            let context = self.context(candidate);
            let score = candidate.score() + context;
            let topic = self.topic(candidate, score, has_word);
            let ranked = Ranked { candidate, score: score + topic, context, topic };
            if best[0].is_none_or(|b| b.score < ranked.score) {
                best = [Some(ranked), best[0]];
            } else if best[1].is_none_or(|b| b.score < ranked.score) {
                best[1] = Some(ranked);
            }
        }
        best
    }

    /// What the document says for a candidate: what it writes once, unless all
    /// documents do, it often writes again.
    fn topic(&self, candidate: &Candidate, score: i32, has_word: &dyn Fn(u32) -> bool) -> i32 {
        let frequency = i32::from(candidate.entry.frequency());
        let more = (COMMON - frequency).clamp(0, TOPIC);
        let short_by = needed(self.letters.len()) - (score + more);
        let may_matter = more > 0
            && candidate.slip != Slip::Space
            && short_by <= UNRIVALLED_SLIP
            && short_by <= self.most_unrivalled(candidate);
        if may_matter && has_word(candidate.key) { more } else { 0 }
    }

    /// What the neighbours say for a candidate.
    fn context(&self, candidate: &Candidate) -> i32 {
        let first = (candidate.entry, candidate.key);
        self.weight(first, candidate.last)
    }

    pub(super) fn weight(&self, first: Known, last: Known) -> i32 {
        // Less than it is in full: what attracts one neighbour often goes
        // with the other.
        let part = |attraction: i32| (attraction * 3 / 5).clamp(-8, 14);
        let before = self.before.map_or(0, |before| part(pairs::attraction(before, first)));
        let after = self.after.map_or(0, |after| part(pairs::attraction(last, after)));
        let both = before + after;
        // Short words have little else to go by.
        if self.letters.len() <= 3 { 2 * both } else { both }
    }

    /// Asks the memory for what the neighbours say for all candidates.
    fn ask(&self, found: &Candidates) {
        for candidate in found.iter() {
            if let Some((_, before)) = self.before {
                pairs::ask(before, candidate.key);
            }
            if let Some((_, after)) = self.after {
                pairs::ask(candidate.last.1, after);
            }
        }
    }

    /// The likeliest word, if it is likely enough and clearly likelier than
    /// the next.
    fn clearly_best<'c>(&self, found: &'c Candidates) -> Option<&'c Candidate> {
        self.ask(found);
        // Mostly it is so if the document has all of the others and not this one.
        if let [Some(best), second] = self.best_two(found, &|_| true) {
            let alone = Ranked { score: best.score - best.topic, topic: 0, ..best };
            if self.is_clear(&alone, second, found) {
                return Some(best.candidate);
            }
        }
        self.best_in_document(found)
    }

    /// As [`clearly_best`](Self::clearly_best), by the words of the document.
    fn best_in_document<'c>(&self, found: &'c Candidates) -> Option<&'c Candidate> {
        let [best, second] = self.best_two(found, self.has_word);
        best.filter(|best| self.is_clear(best, second, found)).map(|best| best.candidate)
    }

    /// Whether the best is likely enough and clearly likelier than the next.
    /// If it is, it would also be with a better score, or with a worse next.
    fn is_clear(&self, best: &Ranked<'_>, second: Option<Ranked<'_>>, found: &Candidates) -> bool {
        let candidate = best.candidate;
        let second = second.map_or(i32::MIN, |s| s.score).max(found.compound);
        let Some(margin) = self.margin(best) else { return false };
        let ahead = best.score.saturating_sub(second);
        let mut needed = needed(self.letters.len());
        needed -= unrivalled(ahead, self.most_unrivalled(candidate));
        (candidate.entry.is_ordinary() || self.is_place_or_nation(candidate))
            && best.score - needed >= margin
            && ahead >= self.lead(candidate)
    }

    /// How much less may be needed of a candidate without rivals. Respelt words and
    /// those of other languages have none either.
    fn most_unrivalled(&self, candidate: &Candidate) -> i32 {
        // How frequent a word must be that was meant rather than a name.
        let is_short = self.letters.len() < *LONG.start();
        let least = match candidate.slip {
            // Near to the end of a short word others are of other languages: `bubbe`.
            Slip::Missing if is_short && candidate.behind < 2 => u8::MAX,
            Slip::Swapped | Slip::Missing if candidate.is_likeliest() => USUAL,
            Slip::Extra if candidate.behind == 0 || candidate.cost > 11 => u8::MAX,
            Slip::Extra if candidate.cost <= 5 => USUAL,
            Slip::Extra if is_short => 36,
            Slip::Extra if !looks_foreign(self.letters) => 28,
            _ => u8::MAX,
        };
        if candidate.entry.frequency() >= least
            && self.is_amid_english()
            && !self.known.0.is_known()
        {
            return UNRIVALLED_SLIP;
        }
        let is_first = candidate.behind + 1 == self.letters.len();
        let may_be_meant = self.is_beside_strangers
            || self.is_repeated && !candidate.is_likeliest()
            || self.has_capital && !candidate.is_likeliest()
            || looks_foreign(self.letters)
            || self.letters.len() <= if candidate.is_likeliest() { 3 } else { 4 }
            || is_first && candidate.slip == Slip::Wrong;
        if may_be_meant { 0 } else { UNRIVALLED }
    }

    /// Whether it stands in lower case and once, and English goes on on both sides.
    fn is_amid_english(&self) -> bool {
        self.before.is_some()
            && self.after.is_some()
            && self.goes_on
            && !self.has_capital
            && !self.is_beside_strangers
            && !self.is_part
            && !self.is_repeated
    }

    /// Whether the candidate is a name that the pass `casing` gives its capital, and it
    /// is clear that no other name was meant.
    fn is_place_or_nation(&self, candidate: &Candidate) -> bool {
        let is_listed = |list| has(list, candidate.text());
        self.letters.len() >= 7
            && !self.has_capital
            && !self.is_repeated
            && candidate.slip != Slip::Two
            && [PLACES, NATIONALITIES].into_iter().any(is_listed)
    }
}

/// Words of old that stand beside verbs of old.
static OLD: &[&str] = &["doth", "hath", "thee", "thou", "thy"];

pub(super) fn key_of(word: &str) -> u32 {
    lexicon::get_with_key(word).1
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;

    fn word() -> impl Strategy<Value = &'static str> {
        select(
            &[
                "ferry",
                "harbour",
                "minister",
                "watermelon",
                "said",
                "letter",
                "later",
                "form",
                "government",
                "carry",
                "rope",
                "its",
                "shipped",
                "lantern",
            ][..],
        )
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn what_is_clear_without_the_document_is_clear_with_it(
            (word, at, letter) in (word(), 0..9_usize, "[a-z]?"),
            (before, after) in (word(), word()),
            flags in any::<[bool; 6]>(),
            bit in 0..32_u32,
        ) {
            let mut letters = word.to_owned();
            let at = at.min(word.len() - 1);
            letters.replace_range(at..=at, &letter);
            let known = |word: &str| Some(lexicon::get_with_key(word)).filter(|_| flags[0]);
            let suspect = Suspect {
                letters: letters.as_bytes(),
                known: lexicon::get_with_key(&letters),
                before: known(before),
                after: known(after),
                has_capital: flags[1],
                goes_on: flags[2],
                is_beside_strangers: flags[3],
                is_part: flags[4],
                has_word: &|key| key >> bit & 1 != 0,
                is_repeated: flags[5],
            };
            let mut memory = Memory::default();
            for search in [Search::OneSlip, Search::TwoMissing, Search::TwoSlips] {
                memory.search(suspect.letters, search);
                let text = |meant: Option<&Candidate>| meant.map(|c| c.text().to_owned());
                let fast = text(suspect.clearly_best(memory.found()));
                let slow = text(suspect.best_in_document(memory.found()));
                prop_assert_eq!(fast, slow, "{}", letters);
            }
        }
    }
}
