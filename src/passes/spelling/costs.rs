//! What it costs to have written one letter for another: how unlikely it is, in steps
//! of frequency.

use super::letters::number;
use crate::lexicon::grams::Letters;

/// All slips but a lost letter of a doubled one cost so much at least.
pub(super) const CHEAPEST_BUT_TWIN: i32 = 3;

/// What it costs to write a letter for one that is neither near nor like it.
pub(super) const FAR: i32 = 12;

/// What it costs to leave a letter out before the letter `i` of `n`.
#[inline]
pub(super) fn missing_cost(i: usize, n: usize) -> i32 {
    match i {
        0 => 10,
        _ if i == n => 5,
        _ => CHEAPEST_BUT_TWIN,
    }
}

/// What it costs to write the letters `i` and `i + 1` in the wrong order.
#[inline]
pub(super) fn swapped_cost(i: usize) -> i32 {
    if i == 0 { 8 } else { CHEAPEST_BUT_TWIN }
}

/// What a wrong letter costs more as the first of `n`, or the last.
#[inline]
pub(super) fn wrong_place_cost(i: usize, n: usize) -> i32 {
    let first = if i == 0 { 6 } else { 0 };
    let last = if i + 1 == n { 4 } else { 0 };
    first + last
}

/// What it costs to write the letter `i` where none should stand.
pub(super) fn extra_cost(word: &[u8], i: usize) -> i32 {
    // `hireing` for `hiring`.
    let silent_e = word[i] == b'e' && [&b"ing"[..], b"able", b"ed", b"s"].contains(&&word[i + 1..]);
    match i {
        0 => 24,
        _ if word[i] == word[i - 1] => 5,
        _ if silent_e => 4,
        _ if i + 1 == word.len() && is_ending(word) => 16,
        _ => 11,
    }
}

/// What it costs to write `is` where `meant` should stand.
pub(super) fn wrong_cost(meant: u8, is: u8) -> i32 {
    let (meant, is): (Letters, _) = (1 << number(meant), number(is));
    if VOWELS & meant != 0 && VOWELS & 1 << is != 0 {
        6
    } else if CLOSE_TO[is] & meant != 0 {
        8
    } else {
        FAR
    }
}

/// The letters that it costs no more than `most` to have written as this one.
#[inline]
pub(super) fn not_dearer(is: usize, most: i32) -> Letters {
    let vowels = if VOWELS & 1 << is != 0 { VOWELS } else { 0 };
    match most {
        FAR.. => Letters::MAX,
        8.. => vowels | CLOSE_TO[is],
        6.. => vowels,
        _ => 0,
    }
}

/// See [`is_vowel`].
const VOWELS: Letters = {
    let mut set = 0;
    let mut letter = 0;
    while letter < 26 {
        if is_vowel(b'a' + letter) {
            set |= 1 << letter;
        }
        letter += 1;
    }
    set
};

/// For each letter those in whose row of [`CLOSE`] it stands.
const CLOSE_TO: [Letters; 26] = {
    let mut sets = [0; 26];
    let mut meant = 0;
    while meant < 26 {
        let mut rest = CLOSE[meant];
        while let [is, more @ ..] = rest {
            sets[(*is - b'a') as usize] |= 1 << meant;
            rest = more;
        }
        meant += 1;
    }
    sets
};

/// For each letter those that are next to it on a keyboard (QWERTY), and those
/// that sound like it.
const CLOSE: [&[u8]; 26] = [
    b"qswz", b"ghnpv", b"dfksvx", b"cefrstx", b"drsw", b"cdgrtv", b"bfhjtvy", b"bgjnuy", b"jkou",
    b"ghikmnu", b"cijlmoq", b"kop", b"jkn", b"bhjm", b"iklp", b"blo", b"akw", b"deft", b"acdewxz",
    b"dfgry", b"hijy", b"bcfgw", b"aeqsv", b"cdsz", b"ghtu", b"asx",
];

pub(super) const fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

/// Whether the last letter is there for an ending: `familys`, `personaly`,
/// `orderd`.
fn is_ending(word: &[u8]) -> bool {
    match word {
        [.., b'y', b's'] | [.., b'y'] => true,
        [.., before, b'd'] => !is_vowel(*before),
        _ => false,
    }
}
