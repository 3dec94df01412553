//! Decides whether a word is a slip, and of which word.
//!
//! A noisy channel: the score of a candidate is its frequency, less the cost
//! of the slip, more what its neighbours say for it; all on the logarithmic
//! scale of the lexicon. The best one is meant if its score is high enough
//! for chance not to have made it (a short word is near to many others), and
//! far enough ahead of the next one.

use std::ops::RangeInclusive;

use super::affixes::{Affix, beginnings, endings, first_letters, last_letters};
use super::candidates::{Candidate, Candidates, Slip};
use super::costs::is_vowel;
use super::letters::MAX_LEN;
use super::memory::{Memory, Search};
use crate::data::has;
use crate::data::proper_names::{NATIONALITIES, PLACES};
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
struct Ranked<'c> {
    candidate: &'c Candidate,
    score: i32,
    /// What of it the neighbours say.
    context: i32,
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
const LONG: RangeInclusive<usize> = 7..=MAX_LEN - 2;

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
                || !self.goes_on && (self.after.is_some() || self.letters.len() < 7));
        // A rare word, unless its neighbours are strangers to it.
        let is_rare_word = self.known.0.is_known()
            && (self.is_repeated
                || self.letters.len() > 9
                || self.weight(self.known, self.known) > 0
                || self.letters.ends_with(b"s") && ending_of_known(self.letters));
        let is_old = self.is_verb_of_old() && OLD.iter().any(|word| (self.has_word)(key_of(word)));
        is_name || is_rare_word || is_old
    }

    /// Whether it is a verb as it was inflected of old: `tellest`, `hindereth`.
    fn is_verb_of_old(&self) -> bool {
        static ENDINGS: [Affix; 2] = endings(["est", "eth"]);
        let last = last_letters(self.letters);
        ENDINGS.iter().any(|ending| ending.is_in(last)) && {
            let split = self.letters.split_at(self.letters.len() - 3);
            // What is a verb, others than `big` and `intr`, has a form in "-ing".
            let mut present = [0; MAX_LEN];
            let present = &mut present[..self.letters.len()];
            present[..split.0.len()].copy_from_slice(split.0);
            present[split.0.len()..].copy_from_slice(b"ing");
            is_known_with(split) && lexicon::get_bytes(present).is_known()
        }
    }

    /// Whether it is rather a verb of old, behind a word that a verb follows: for
    /// what `tellest`, the tallest of all is not meant. Where only a letter of the
    /// stem was lost or doubled, the other is: `which gratest`.
    fn is_verb_rather_than(&self, candidate: &Candidate) -> bool {
        let meant = candidate.text().as_bytes();
        let is_superlative =
            || meant.ends_with(b"est") && is_known_with(meant.split_at(meant.len() - 3));
        let is_in_stem = match candidate.slip {
            Slip::Missing | Slip::Extra => candidate.behind > 3,
            Slip::Swapped => candidate.behind >= 3,
            Slip::Wrong => candidate.behind >= 3 && !is_superlative(),
            Slip::Space | Slip::Two => false,
        };
        !is_in_stem && self.is_behind(BEFORE_VERBS) && self.is_verb_of_old()
    }

    /// Whether one of these words stands before.
    fn is_behind(&self, words: &[&str]) -> bool {
        self.before.is_some_and(|(_, before)| words.iter().any(|word| before == key_of(word)))
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

    fn weight(&self, first: Known, last: Known) -> i32 {
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
            Slip::Swapped | Slip::Missing if candidate.cost <= 3 => USUAL,
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
            || self.is_repeated && candidate.cost > 3
            || self.has_capital && candidate.cost > 3
            || looks_foreign(self.letters)
            || self.letters.len() <= if candidate.cost > 3 { 4 } else { 3 }
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

    /// By how much the best must be ahead.
    fn lead(&self, candidate: &Candidate) -> i32 {
        if self.letters.len() <= 3 || self.known.0.is_known() {
            return 10;
        }
        match candidate.slip {
            _ if candidate.cost <= 0 => 4,
            Slip::Swapped | Slip::Missing => 6,
            // A doubled letter.
            Slip::Extra if candidate.cost <= 5 => 6,
            Slip::Extra | Slip::Space | Slip::Two => 8,
            // Another vowel, or the next key.
            Slip::Wrong if candidate.cost <= 8 => 8,
            Slip::Wrong => 9,
        }
    }

    /// How much more than usual it takes to believe in this slip; none if
    /// nothing is enough.
    fn margin(&self, best: &Ranked<'_>) -> Option<i32> {
        let candidate = best.candidate;
        let margin = self.margin_of_kind(best)?
            + self.margin_of_last_letters(candidate)?
            + self.margin_of_first_letters(candidate)?
            + self.margin_of_stem(candidate);
        if self.is_verb_rather_than(candidate) || self.is_own_form(candidate) {
            return None;
        }
        let margin = margin
            + self.margin_of_place(candidate)?
            + self.margin_of_capital(candidate)?
            + self.margin_of_repeats(candidate)?;
        if self.known.0.is_known() {
            return self.margin_of_known(best, margin);
        }
        Some(margin)
    }

    /// The margin for the kind of slip.
    fn margin_of_kind(&self, best: &Ranked<'_>) -> Option<i32> {
        let cost = best.candidate.cost;
        Some(match best.candidate.slip {
            Slip::Space if self.is_beside_strangers => return None,
            Slip::Space => 6,
            Slip::Two if cost > 20 => 5,
            Slip::Two => 3,
            // Another letter, far off on the keyboard and in sound.
            Slip::Wrong if cost >= 12 && self.letters.len() < 8 && best.context < 5 => 8,
            _ => 0,
        })
    }

    /// The margin for a slip in the last letters: a word made of others with an ending
    /// of its own is no slip in that ending; what ends in a vowel may be of another
    /// language.
    fn margin_of_last_letters(&self, candidate: &Candidate) -> Option<i32> {
        let Candidate { slip, behind, .. } = *candidate;
        if candidate.is_plain() || behind >= 2 {
            return Some(0);
        }
        let letters = self.letters;
        let foreign = behind == 0 && matches!(letters, [.., b'a' | b'e' | b'i' | b'o' | b'u']);
        let ending = ending_of_known(letters) && !candidate.text().ends_with("ly");
        if ending && slip != Slip::Missing || foreign || is_clipped(letters, candidate) {
            return None;
        }
        Some(match slip {
            _ if ending => 14,
            Slip::Missing if behind == 1 => 4,
            _ => 6,
        })
    }

    /// The margin for a wrong first letter, and for a word that begins as one that is made
    /// of others does.
    fn margin_of_first_letters(&self, candidate: &Candidate) -> Option<i32> {
        let Candidate { slip, cost, behind, .. } = *candidate;
        let letters = self.letters;
        let is_plain = candidate.is_plain();
        let is_first = slip == Slip::Wrong && behind + 1 == letters.len();
        let mut margin = if is_first { 2 } else { 0 };
        if !is_plain && beginning_of_known(letters) {
            if cost >= 8 {
                return None;
            }
            margin += if cost >= 6 { 16 } else { 8 };
        }
        // What begins with a whole word is made of it, unless the slip is behind.
        if !is_plain && slip != Slip::Missing && self.begins_with_word(letters.len() - behind) {
            margin += 12;
        }
        Some(margin)
    }

    /// The margin for a word that is made of a stem with an ending.
    fn margin_of_stem(&self, candidate: &Candidate) -> i32 {
        let Candidate { slip, behind, .. } = *candidate;
        let letters = self.letters;
        let mut margin = 0;
        // `contribing`.
        let first_letters = slip == Slip::Swapped && behind + 2 == letters.len();
        if (!candidate.is_plain() && slip != Slip::Missing || first_letters)
            && ending_of_known(letters)
        {
            margin += 6;
        }
        // Names of programs that run by themselves: `httpd`, `mountd`.
        if slip == Slip::Missing
            && behind == 1
            && candidate.text().ends_with("ed")
            && let Some(stem) = letters.strip_suffix(b"d")
        {
            let is_name = lexicon::get_bytes(stem).is_known() || !has_vowel(stem);
            margin += match is_name {
                _ if self.is_behind(BEFORE_PASTS) => 0,
                true => 14,
                false => 2,
            };
        }
        margin
    }

    /// Whether the word is meant as it stands: made of another, spelt as of old or by the
    /// ear, or of another language.
    fn is_own_form(&self, candidate: &Candidate) -> bool {
        let Candidate { slip, cost, behind, .. } = *candidate;
        let letters = self.letters;
        let is_made = match slip {
            // A letter before a word makes another word of it, or two: `kdestroy`, `alecture`.
            Slip::Extra if behind + 1 == letters.len() => true,
            // A program that runs by itself: `journald`.
            Slip::Extra if behind == 0 && letters.ends_with(b"d") => true,
            Slip::Extra => is_spelt_of_old(letters, behind),
            Slip::Missing => !candidate.is_plain() && behind > DERIVING && is_derived(letters),
            // Respelt by the ear, for a name: `reqwest`.
            Slip::Wrong if letters.windows(2).any(|w| w == b"qw") => true,
            Slip::Wrong => {
                behind >= DERIVING && letters.strip_prefix(b"un").is_some_and(is_derived)
            }
            Slip::Swapped | Slip::Space | Slip::Two => false,
        };
        is_made || cost > 3 && self.is_beside_strangers && looks_foreign(letters)
    }

    /// The margin for a word that is a part of a compound, or stands alone.
    fn margin_of_place(&self, candidate: &Candidate) -> Option<i32> {
        if self.is_part {
            // Compounds are made up: `claim-tastical`.
            let is_wrong = candidate.cost >= 8 && candidate.slip == Slip::Wrong;
            return (self.letters.len() >= 5 && !is_wrong).then_some(6);
        }
        Some(match (self.before, self.after) {
            (None, None) if self.has_capital => 4,
            (None, None) => 12,
            _ => 0,
        })
    }

    /// The margin for a capital: the word may be a name.
    fn margin_of_capital(&self, candidate: &Candidate) -> Option<i32> {
        if !self.has_capital {
            return Some(0);
        }
        // Before a mark only an adverb stands alone.
        if self.is_beside_strangers || !self.goes_on && !is_adverb(candidate.text()) {
            return None;
        }
        Some(match self.letters.len() {
            _ if candidate.cost > 3 => 8,
            ..7 => 8,
            7..9 => 5,
            _ => 2,
        })
    }

    /// The margin for a word that stands in the document more than once.
    fn margin_of_repeats(&self, candidate: &Candidate) -> Option<i32> {
        if !self.is_repeated {
            return Some(0);
        }
        let len = self.letters.len();
        let may_be_meant = match candidate.slip {
            Slip::Two | Slip::Space => true,
            Slip::Extra | Slip::Wrong => len < 8 && candidate.cost > 5,
            Slip::Swapped | Slip::Missing => len < 5,
        };
        (!may_be_meant && len > 3).then_some(8)
    }

    /// Whether a usual word of five letters and more makes up the first letters,
    /// of which the slip is to be behind or within.
    fn begins_with_word(&self, slip_end: usize) -> bool {
        let longest = (self.letters.len() - 2).max(5);
        (5..=longest).rev().any(|n| {
            let Some(word) = self.letters.get(..n) else { return false };
            let entry = lexicon::get_bytes(word);
            n >= slip_end && entry.is_ordinary() && entry.frequency() >= 30
        })
    }

    /// The margin for a word that the lexicon knows as a rare one or a name:
    /// its neighbours must deny it, and ask for the other.
    fn margin_of_known(&self, best: &Ranked<'_>, margin: i32) -> Option<i32> {
        let own = i32::from(self.known.0.frequency()) + self.weight(self.known, self.known);
        let Candidate { slip, behind, .. } = *best.candidate;
        let is_whole = behind > 0 || slip == Slip::Missing;
        let asked_for = is_whole && best.context >= 5 && best.score - own >= 40;
        asked_for.then_some(margin.max(4))
    }
}

/// Whether the word ends as those of other languages do, and hardly any of
/// English.
fn looks_foreign(letters: &[u8]) -> bool {
    static ENDINGS: [Affix; 10] =
        endings(["a", "i", "o", "u", "as", "os", "ul", "ik", "iv", "eur"]);
    let last = last_letters(letters);
    ENDINGS.iter().any(|ending| ending.is_in(last))
}

/// Whether it is an adverb that opens a sentence.
fn is_adverb(word: &str) -> bool {
    word.ends_with("ly") || has(OPENING, word)
}

/// Words that open a sentence before a comma, beside the adverbs in "-ly".
#[rustfmt::skip]
static OPENING: &[&str] = &[
    "afterwards", "besides", "furthermore", "hence", "however", "indeed", "instead", "likewise",
    "meanwhile", "moreover", "nevertheless", "nonetheless", "otherwise", "perhaps", "sometimes",
    "therefore", "though", "thus", "today", "tomorrow", "yesterday",
];

/// Words of old that stand beside verbs of old.
static OLD: &[&str] = &["doth", "hath", "thee", "thou", "thy"];

/// Words behind which a verb stands rather than what is the tallest of all.
static BEFORE_VERBS: &[&str] =
    &["he", "it", "she", "that", "what", "when", "where", "which", "who", "whom", "why"];

/// Words behind which the past of a verb stands, or its participle: `they orderd`.
static BEFORE_PASTS: &[&str] =
    &["been", "had", "he", "i", "she", "they", "was", "we", "were", "who", "you"];

/// Whether the word may be a clipped form as people speak: `walkin`.
fn is_clipped(letters: &[u8], meant: &Candidate) -> bool {
    letters.ends_with(b"in") && {
        let whole = with_letter(letters, b'g');
        whole.is_ordinary() && whole.frequency() + CLIPPED >= meant.entry.frequency()
    }
}

/// Whether the letter with so many behind it is one that spelling of old has, and that of
/// now has not, British or American: `publick`, `errour`.
fn is_spelt_of_old(letters: &[u8], behind: usize) -> bool {
    static OUR: [Affix; 2] = endings(["our", "ours"]);
    let last = last_letters(letters);
    match behind {
        0 => letters.ends_with(b"ick"),
        1 | 2 => OUR[behind - 1].is_in(last),
        _ => false,
    }
}

/// How much more frequent than the whole form a word is that is meant rather than
/// the clipped one.
const CLIPPED: u8 = 6;

/// What the lexicon knows of a word with one letter more.
fn with_letter(letters: &[u8], last: u8) -> Entry {
    let mut longer = [0; MAX_LEN + 1];
    longer[..letters.len()].copy_from_slice(letters);
    longer[letters.len()] = last;
    lexicon::get_bytes(&longer[..=letters.len()])
}

fn has_vowel(letters: &[u8]) -> bool {
    letters.iter().any(|letter| is_vowel(*letter))
}

/// Whether a known word with an ending makes up the word.
fn ending_of_known(letters: &[u8]) -> bool {
    static ENDINGS: [Affix; 28] = endings([
        "s", "es", "ed", "er", "ers", "or", "ors", "ing", "ings", "able", "ness", "less", "like",
        "ly", "y", "ie", "ish", "ism", "ist", "ists", "ee", "al", "ize", "ized", "izes", "izing",
        "ify", "esque",
    ]);
    let last = last_letters(letters);
    let split = ENDINGS.iter().filter(|ending| ending.is_in(last));
    split.map(|ending| letters.split_at(letters.len() - ending.len)).any(is_known_with)
}

/// Whether it is made of a known word with an ending with which new words are made:
/// `deletable`, `promptless`.
fn is_derived(letters: &[u8]) -> bool {
    static ENDINGS: [Affix; 4] = endings(["able", "less", "like", "ness"]);
    let last = last_letters(letters);
    ENDINGS.iter().any(|ending| ending.is_in(last))
        && is_known_with(letters.split_at(letters.len() - DERIVING))
}

/// How long these endings are.
const DERIVING: usize = 4;

/// Whether a known word takes this ending and then is written so.
fn is_known_with((stem, ending): (&[u8], &[u8])) -> bool {
    if stem.len() < 3 {
        return false;
    }
    // Before a consonant an "e" stays, and a letter is not doubled.
    let starts_with_vowel = is_vowel(ending[0]);
    let doubled = stem.len() > 3 && stem[stem.len() - 1] == stem[stem.len() - 2];
    is_usual(stem)
        || starts_with_vowel && with_letter(stem, b'e').frequency() >= USUAL
        || starts_with_vowel && doubled && is_usual(&stem[..stem.len() - 1])
}

/// How frequent a word is that others are made of.
const USUAL: u8 = 20;

fn is_usual(word: &[u8]) -> bool {
    lexicon::get_bytes(word).frequency() >= USUAL
}

fn key_of(word: &str) -> u32 {
    lexicon::get_with_key(word).1
}

/// Whether a prefix and a known word make up the word.
pub(super) fn beginning_of_known(letters: &[u8]) -> bool {
    static BEGINNINGS: [Affix; 39] = beginnings([
        "un", "re", "non", "pre", "de", "sub", "super", "over", "under", "out", "mis", "anti",
        "multi", "inter", "co", "micro", "mega", "auto", "bio", "cyber", "hyper", "in", "photo",
        "tele", "trans", "ultra", "post", "mid", "mini", "semi", "neo", "geo", "nano", "para",
        "dis", "en", "up", "down", "off",
    ]);
    let first = first_letters(letters);
    BEGINNINGS
        .iter()
        .filter(|beginning| beginning.is_in(first))
        .map(|beginning| &letters[beginning.len..])
        .any(|stem| stem.len() > 3 && is_usual(stem))
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
