//! Decides whether a word is a slip, and of which word.
//!
//! A noisy channel: the score of a candidate is its frequency, less the cost
//! of the slip, more what its neighbours say for it; all on the logarithmic
//! scale of the lexicon. The best one is meant if its score is high enough
//! for chance not to have made it (a short word is near to many others), and
//! far enough ahead of the next one.

use super::candidates::{Candidate, Candidates, MAX_LEN, Slip};
use super::memory::{Memory, Search};
use crate::lexicon::{self, Entry, pairs};

/// A word of the lexicon and its key.
pub(super) type Known = (Entry, u32);

/// A word that may be a slip, in its place.
#[derive(Debug)]
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
}

/// How little a score may be: what it takes for a word of so many letters.
fn needed(len: usize) -> i32 {
    const NEEDED: [i32; 11] = [99, 99, 64, 57, 42, 37, 31, 26, 22, 17, 12];
    NEEDED.get(len).copied().unwrap_or(8)
}

/// What is so much less likely than the best need not be told.
const FAR_BEHIND: i32 = 20;

impl Suspect<'_> {
    /// Judges the word, and leaves in `found` what may be meant.
    pub(super) fn judge(&self, memory: &mut Memory, found: &mut Candidates) -> Verdict {
        if self.is_meant() {
            return Verdict::Fine;
        }
        let len = self.letters.len();
        memory.search(self.letters, Search::OneSlip, found);
        let may_be_two = (7..=MAX_LEN - 2).contains(&len)
            && !self.known.0.is_known()
            && !self.has_capital
            && !self.is_repeated
            && !found.is_compound
            && !ending_of_known(self.letters)
            && !beginning_of_known(self.letters);
        if may_be_two {
            memory.search(self.letters, Search::TwoMissing, found);
        }
        if let Some(meant) = self.clearly_best(found) {
            return Verdict::Slip(*meant);
        }
        if may_be_two {
            memory.search(self.letters, Search::TwoSlips, found);
            if let Some(meant) = self.clearly_best(found) {
                return Verdict::Slip(*meant);
            }
        }
        let best = self.best_two(found)[0];
        match best {
            Some(best) if best.score >= needed(len) && !self.known.0.is_known() => Verdict::Unclear,
            _ => Verdict::Fine,
        }
    }

    /// Whether nothing could make a slip of it. A cheap look, to save others.
    fn is_meant(&self) -> bool {
        // A name, unless a common word goes on in lower case.
        let goes_on = self.after.is_some_and(|(e, _)| e.is_ordinary() && !e.is_name());
        let is_name = self.has_capital && (!goes_on || self.is_repeated);
        // A rare word, unless its neighbours are strangers to it.
        let is_rare_word = self.known.0.is_known()
            && (self.is_repeated
                || self.letters.len() > 9
                || self.weight(self.known, self.known) > 0
                || self.letters.ends_with(b"s") && ending_of_known(self.letters));
        is_name || is_rare_word
    }

    /// What may be meant, the likeliest first.
    pub(super) fn alternatives(&self, found: &Candidates) -> Vec<String> {
        let ordinary = found.iter().filter(|c| c.entry.is_ordinary());
        let mut list: Vec<_> = ordinary.map(|c| (c.score() + self.context(c), c.text())).collect();
        list.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        let least = list.first().map_or(0, |(score, _)| score - FAR_BEHIND);
        list.into_iter().filter(|(s, _)| *s >= least).map(|(_, text)| text.to_owned()).collect()
    }

    /// The two likeliest candidates.
    fn best_two<'c>(&self, found: &'c Candidates) -> [Option<Ranked<'c>>; 2] {
        let mut best: [Option<Ranked<'c>>; 2] = [None; 2];
        for candidate in found.iter() {
            let context = self.context(candidate);
            let ranked = Ranked { candidate, score: candidate.score() + context, context };
            if best[0].is_none_or(|b| b.score < ranked.score) {
                best = [Some(ranked), best[0]];
            } else if best[1].is_none_or(|b| b.score < ranked.score) {
                best[1] = Some(ranked);
            }
        }
        best
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

    /// The likeliest word, if it is likely enough and clearly likelier than
    /// the next.
    fn clearly_best<'c>(&self, found: &'c Candidates) -> Option<&'c Candidate> {
        let [best, second] = self.best_two(found);
        let best = best?;
        let candidate = best.candidate;
        let second = second.map_or(i32::MIN, |s| s.score).max(found.compound);
        let margin = self.margin(&best)?;
        let is_clear = candidate.entry.is_ordinary()
            && best.score - needed(self.letters.len()) >= margin
            && best.score.saturating_sub(second) >= self.lead(candidate);
        is_clear.then_some(candidate)
    }

    /// By how much the best must be ahead.
    fn lead(&self, candidate: &Candidate) -> i32 {
        if self.letters.len() <= 3 {
            return 10;
        }
        match candidate.slip {
            _ if candidate.cost <= 0 => 4,
            Slip::Swapped | Slip::Missing => 6,
            // A doubled letter.
            Slip::Extra if candidate.cost <= 5 => 6,
            Slip::Extra | Slip::Space | Slip::Two => 8,
            Slip::Wrong => 9,
        }
    }

    /// How much more than usual it takes to believe in this slip; none if
    /// nothing is enough.
    fn margin(&self, best: &Ranked<'_>) -> Option<i32> {
        let Ranked { candidate, context, .. } = *best;
        let Candidate { slip, cost, behind, .. } = *candidate;
        let letters = self.letters;
        let len = letters.len();
        let meant = candidate.text();
        let mut margin = match slip {
            Slip::Space => 6,
            Slip::Two if cost > 20 => 5,
            Slip::Two => 3,
            // Another letter, far off on the keyboard and in sound.
            Slip::Wrong if cost >= 12 && len < 8 && context < 5 => 8,
            _ => 0,
        };
        let is_plain = match slip {
            Slip::Extra | Slip::Wrong => cost <= 5,
            Slip::Missing => cost <= 0,
            Slip::Swapped | Slip::Space | Slip::Two => true,
        };
        if !is_plain && behind < 2 {
            // A word made of others with an ending of its own is no slip in
            // that ending; what ends in a vowel may be of another language.
            let foreign = behind == 0 && matches!(letters, [.., b'a' | b'e' | b'i' | b'o']);
            let ending = ending_of_known(letters) && !meant.ends_with("ly");
            if ending || foreign || is_clipped(letters, meant) {
                return None;
            }
            margin += 6;
        }
        if !is_plain && beginning_of_known(letters) {
            margin += 8;
        }
        // Names of programs that run by themselves: `httpd`.
        if slip == Slip::Missing && letters.ends_with(b"d") && meant.ends_with("ed") && behind == 1
        {
            margin += 8;
        }
        if letters.starts_with(b"un") && !meant.starts_with("un") && slip != Slip::Swapped {
            // It would mean the opposite.
            return None;
        }
        if behind + 1 == len {
            match slip {
                // Rather two words: `alecture`.
                Slip::Extra if matches!(letters[0], b'a' | b'i') => return None,
                Slip::Wrong => margin += 2,
                _ => {}
            }
        }
        if self.before.is_none() && self.after.is_none() {
            margin += 12;
        }
        if self.has_capital {
            margin += 8;
        }
        if self.is_repeated {
            let may_be_meant = match slip {
                Slip::Two | Slip::Space => true,
                Slip::Extra | Slip::Wrong => len < 8 && cost > 5,
                Slip::Swapped | Slip::Missing => len < 5,
            };
            if may_be_meant || len <= 3 {
                return None;
            }
            margin += 8;
        }
        if self.known.0.is_known() {
            return self.margin_of_known(best, margin);
        }
        Some(margin)
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

/// Whether the word is a clipped form as people speak: `walkin`.
fn is_clipped(letters: &[u8], meant: &str) -> bool {
    letters.ends_with(b"in") && meant.ends_with("ing")
}

/// Whether a known word with an ending makes up the word.
fn ending_of_known(letters: &[u8]) -> bool {
    const ENDINGS: [&[u8]; 22] = [
        b"s", b"es", b"ed", b"er", b"ers", b"or", b"ors", b"ing", b"ings", b"able", b"ness",
        b"less", b"like", b"ly", b"y", b"ie", b"ish", b"ism", b"ist", b"ists", b"ee", b"al",
    ];
    let known = |stem: &[u8]| stem.len() >= 3 && lexicon::get_bytes(stem).frequency() >= 20;
    ENDINGS.iter().filter_map(|ending| letters.strip_suffix(*ending)).any(|stem| {
        let mut with_e = [0; MAX_LEN + 1];
        with_e[..stem.len()].copy_from_slice(stem);
        with_e[stem.len()] = b'e';
        let doubled = stem.len() > 3 && stem[stem.len() - 1] == stem[stem.len() - 2];
        known(stem) || known(&with_e[..=stem.len()]) || doubled && known(&stem[..stem.len() - 1])
    })
}

/// Whether a prefix and a known word make up the word.
fn beginning_of_known(letters: &[u8]) -> bool {
    const BEGINNINGS: [&[u8]; 36] = [
        b"un", b"re", b"non", b"pre", b"de", b"sub", b"super", b"over", b"under", b"out", b"mis",
        b"anti", b"multi", b"inter", b"co", b"micro", b"mega", b"auto", b"bio", b"cyber", b"hyper",
        b"in", b"photo", b"tele", b"trans", b"ultra", b"post", b"mid", b"mini", b"semi", b"neo",
        b"geo", b"nano", b"para", b"dis", b"en",
    ];
    BEGINNINGS
        .iter()
        .filter_map(|beginning| letters.strip_prefix(*beginning))
        .any(|stem| stem.len() > 3 && lexicon::get_bytes(stem).frequency() >= 24)
}
