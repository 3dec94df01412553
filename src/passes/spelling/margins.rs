//! How much more than usual it takes to believe in a slip, by what the word may be
//! as it stands.

use super::candidates::{Candidate, Slip};
use super::forms::{
    DERIVING, beginning_of_known, ending_of_known, has_vowel, is_derived, is_known_with,
    is_spelt_of_old, is_verb_of_old, looks_foreign, with_letter,
};
use super::judge::{LONG, Ranked, Suspect, key_of};
use crate::data::has;
use crate::lexicon;

impl Suspect<'_> {
    /// How much more than usual it takes to believe in this slip; none if
    /// nothing is enough.
    pub(super) fn margin(&self, best: &Ranked<'_>) -> Option<i32> {
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

    /// By how much the best must be ahead.
    pub(super) fn lead(&self, candidate: &Candidate) -> i32 {
        if self.letters.len() <= 3 || self.known.0.is_known() {
            return 10;
        }
        match candidate.slip {
            _ if candidate.cost <= 0 => 4,
            Slip::Missing if LONG.contains(&self.letters.len()) => 5,
            Slip::Swapped | Slip::Missing => 6,
            // A doubled letter.
            Slip::Extra if candidate.cost <= 5 => 6,
            Slip::Extra | Slip::Space | Slip::Two => 8,
            // Another vowel, or the next key.
            Slip::Wrong if candidate.cost <= 8 => 8,
            Slip::Wrong => 9,
        }
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
        !is_in_stem && self.is_behind(BEFORE_VERBS) && is_verb_of_old(self.letters)
    }

    /// Whether one of these words stands before.
    fn is_behind(&self, words: &[&str]) -> bool {
        self.before.is_some_and(|(_, before)| words.iter().any(|word| before == key_of(word)))
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
            // Words of Latin: `vena vertebralis`.
            Slip::Space => letters.ends_with(b"alis") || letters.ends_with(b"aris"),
            Slip::Two => letters.strip_prefix(b"un").is_some_and(is_derived),
            Slip::Swapped => false,
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

/// Whether it is an adverb that opens a sentence.
fn is_adverb(word: &str) -> bool {
    word.ends_with("ly") || has(OPENING, word)
}

/// Words that open a sentence before a comma, beside the adverbs in "-ly". Sorted.
#[rustfmt::skip]
static OPENING: &[&str] = &[
    "afterwards", "besides", "furthermore", "hence", "however", "indeed", "instead", "likewise",
    "meanwhile", "moreover", "nevertheless", "nonetheless", "otherwise", "perhaps", "sometimes",
    "therefore", "though", "thus", "today", "tomorrow", "yesterday",
];

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

/// How much more frequent than the whole form a word is that is meant rather than
/// the clipped one.
const CLIPPED: u8 = 6;
