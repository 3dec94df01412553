//! What a word is made of, or may be: a stem with an ending or a beginning, a form of
//! old, or of another language.

use super::affixes::{Affix, beginnings, endings, first_letters, last_letters};
use super::costs::is_vowel;
use super::letters::MAX_LEN;
use crate::lexicon::{self, Entry};

/// Whether the word ends as those of other languages do, and hardly any of
/// English.
pub(super) fn looks_foreign(letters: &[u8]) -> bool {
    static ENDINGS: [Affix; 10] =
        endings(["a", "i", "o", "u", "as", "os", "ul", "ik", "iv", "eur"]);
    let last = last_letters(letters);
    ENDINGS.iter().any(|ending| ending.is_in(last))
}

/// Whether a known word with an ending makes up the word.
pub(super) fn ending_of_known(letters: &[u8]) -> bool {
    static ENDINGS: [Affix; 29] = endings([
        "s", "es", "ed", "er", "ers", "or", "ors", "ing", "ings", "able", "ness", "less", "like",
        "ly", "y", "ie", "ish", "ism", "ist", "ists", "ee", "ees", "al", "ize", "ized", "izes",
        "izing", "ify", "esque",
    ]);
    let last = last_letters(letters);
    let split = ENDINGS.iter().filter(|ending| ending.is_in(last));
    split.map(|ending| letters.split_at(letters.len() - ending.len)).any(is_known_with)
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

/// Whether it is made of a known word with an ending with which new words are made:
/// `deletable`, `promptless`.
pub(super) fn is_derived(letters: &[u8]) -> bool {
    static ENDINGS: [Affix; 4] = endings(["able", "less", "like", "ness"]);
    let last = last_letters(letters);
    ENDINGS.iter().any(|ending| ending.is_in(last))
        && is_known_with(letters.split_at(letters.len() - DERIVING))
}

/// How long these endings are.
pub(super) const DERIVING: usize = 4;

/// Whether a known word takes this ending and then is written so.
pub(super) fn is_known_with((stem, ending): (&[u8], &[u8])) -> bool {
    if stem.len() < 3 {
        return false;
    }
    // Before a consonant an "e" stays, and a letter is not doubled; a "y" becomes an "i".
    let starts_with_vowel = is_vowel(ending[0]);
    let doubled = stem.len() > 3 && stem[stem.len() - 1] == stem[stem.len() - 2];
    is_usual(stem)
        || starts_with_vowel && with_letter(stem, b'e').frequency() >= USUAL
        || starts_with_vowel && doubled && is_usual(&stem[..stem.len() - 1])
        || !starts_with_vowel
            && stem
                .strip_suffix(b"i")
                .is_some_and(|stem| with_letter(stem, b'y').frequency() >= USUAL)
}

fn is_usual(word: &[u8]) -> bool {
    lexicon::get_bytes(word).frequency() >= USUAL
}

/// How frequent a word is that others are made of.
pub(super) const USUAL: u8 = 20;

/// What the lexicon knows of a word with one letter more.
pub(super) fn with_letter(letters: &[u8], last: u8) -> Entry {
    let mut longer = [0; MAX_LEN + 1];
    longer[..letters.len()].copy_from_slice(letters);
    longer[letters.len()] = last;
    lexicon::get_bytes(&longer[..=letters.len()])
}

pub(super) fn has_vowel(letters: &[u8]) -> bool {
    letters.iter().any(|letter| is_vowel(*letter))
}

/// Whether the letter with so many behind it is one that spelling of old has, and that of
/// now has not, British or American: `publick`, `errour`.
pub(super) fn is_spelt_of_old(letters: &[u8], behind: usize) -> bool {
    static OUR: [Affix; 2] = endings(["our", "ours"]);
    let last = last_letters(letters);
    match behind {
        0 => letters.ends_with(b"ick"),
        1 | 2 => OUR[behind - 1].is_in(last),
        _ => false,
    }
}

/// Whether it is a verb as it was inflected of old: `tellest`, `hindereth`.
pub(super) fn is_verb_of_old(letters: &[u8]) -> bool {
    static ENDINGS: [Affix; 2] = endings(["est", "eth"]);
    let last = last_letters(letters);
    ENDINGS.iter().any(|ending| ending.is_in(last)) && {
        let split = letters.split_at(letters.len() - 3);
        // What is a verb, others than `big` and `intr`, has a form in "-ing".
        let mut present = [0; MAX_LEN];
        let present = &mut present[..letters.len()];
        present[..split.0.len()].copy_from_slice(split.0);
        present[split.0.len()..].copy_from_slice(b"ing");
        is_known_with(split) && lexicon::get_bytes(present).is_known()
    }
}
