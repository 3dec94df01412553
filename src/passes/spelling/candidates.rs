//! Words one slip away from a word that is none, and how likely each is.
//!
//! Hardly any string of letters is a word. So a letter is tried only where it
//! makes groups of four with its neighbours that words have, and where the
//! word itself has groups that no word has, only there. Of the five hundred
//! strings one slip away, and their quarter million neighbours, a handful are
//! looked up.

use std::ops::Range;

use crate::data::misspellings::SMALL_WORDS;
use crate::lexicon::grams::{self, EDGE, Letters};
use crate::lexicon::{self, Entry};

/// Longer words, in bytes, are not looked at.
pub(super) const MAX_LEN: usize = 24;
/// A candidate is longer by two letters at most.
const BUFFER: usize = MAX_LEN + 2;
/// So many candidates are kept.
const KEPT: usize = 8;

/// What went wrong when the word was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slip {
    /// Two letters next to each other changed places.
    Swapped,
    /// A letter was left out.
    Missing,
    /// A letter too many.
    Extra,
    /// Another letter.
    Wrong,
    /// Two words without the space between them.
    Space,
    /// Two of the above.
    Two,
}

/// A word, or two, that may have been meant.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    bytes: [u8; BUFFER],
    len: usize,
    /// What the lexicon knows of it, and its key; if it is two words, of the
    /// first.
    pub(super) entry: Entry,
    pub(super) key: u32,
    /// The same of the last word.
    pub(super) last: (Entry, u32),
    pub(super) slip: Slip,
    /// How unlikely the slip is, in steps of frequency.
    pub(super) cost: i32,
    /// How many letters of the misspelt word stand behind the slip.
    pub(super) behind: usize,
}

impl Candidate {
    pub(super) fn text(&self) -> &str {
        std::str::from_utf8(&self.bytes[..self.len]).unwrap_or_default()
    }

    /// The frequency less the cost: how likely it is that this was meant.
    pub(super) fn score(&self) -> i32 {
        i32::from(self.entry.frequency()) - self.cost
    }
}

/// The likeliest words, the best first.
#[derive(Clone, Debug, Default)]
pub(super) struct Candidates {
    list: [Option<Candidate>; KEPT],
    /// The word is two longer ones without a space: a compound, if it is meant.
    pub(super) is_compound: bool,
    /// How likely that is.
    pub(super) compound: i32,
}

/// A slip with what it costs and how many letters stand behind it.
#[derive(Clone, Copy)]
struct Guess {
    slip: Slip,
    cost: i32,
    behind: usize,
}

impl Candidates {
    pub(super) fn iter(&self) -> impl Iterator<Item = &Candidate> {
        self.list.iter().flatten()
    }

    /// Takes the word up if it is one.
    #[inline]
    fn offer(&mut self, word: &[u8], guess: Guess) {
        let (entry, key) = lexicon::get_bytes_with_key(word);
        if entry.is_known() {
            self.take(word, [(entry, key); 2], guess);
        }
    }

    fn take(&mut self, word: &[u8], [(entry, key), last]: [(Entry, u32); 2], guess: Guess) {
        let score = i32::from(entry.frequency()) - guess.cost;
        let is_behind = |c: &Option<Candidate>| c.as_ref().is_none_or(|c| c.score() < score);
        let same =
            self.list.iter().position(|c| c.as_ref().is_some_and(|c| c.bytes[..c.len] == *word));
        let end = match same {
            Some(at) if !is_behind(&self.list[at]) => return,
            Some(at) => at,
            None => KEPT - 1,
        };
        let Some(at) = self.list.iter().position(is_behind) else { return };
        self.list[at..=end].rotate_right(1);
        let Guess { slip, cost, behind } = guess;
        let mut bytes = [0; BUFFER];
        bytes[..word.len()].copy_from_slice(word);
        self.list[at] =
            Some(Candidate { bytes, len: word.len(), entry, key, last, slip, cost, behind });
    }
}

/// The words from which one slip makes `word`, which is of small ASCII letters
/// and not longer than [`MAX_LEN`].
pub(super) fn one_slip(word: &[u8]) -> Candidates {
    let mut found = Candidates { compound: i32::MIN, ..Candidates::default() };
    let letters = Letterbox::new(word);
    let places = letters.places_of_one(word.len());
    slips(word, &letters, places, &mut |text, guess| found.offer(text, guess));
    endings(word, &mut found);
    stutter(word, &mut found);
    space(word, &mut found);
    found
}

/// Adds the longer words from which two slips make `word`, of which one is a
/// likely one.
pub(super) fn two_slips(word: &[u8], found: &mut Candidates) {
    let letters = Letterbox::new(word);
    // The slip that is more to the left is not behind the first odd group.
    let first_odd = letters.odd_in_long(word.len()).map_or(word.len(), |(first, _)| first + 1);
    slips(word, &letters, 0..first_odd + 1, &mut |once, first| {
        if first.cost > BOTH || once.len() > MAX_LEN {
            return;
        }
        let letters = Letterbox::new(once);
        let places = match letters.odd_in_long(once.len()) {
            Some((first, last)) => last.saturating_sub(4)..first + 2,
            None => 0..once.len() + 1,
        };
        let from = places.start.max(once.len() - first.behind);
        slips(once, &letters, from..places.end, &mut |twice, second| {
            let cost = first.cost + second.cost;
            let is_likely = cost <= BOTH && first.cost.min(second.cost) <= LIKELY;
            if is_likely && Letterbox::new(twice).odd_in_long(twice.len()).is_none() {
                let cost = cost + SECOND_SLIP;
                found.offer(twice, Guess { slip: Slip::Two, cost, behind: second.behind });
            }
        });
    });
}

/// Of two slips one must not cost more, and both together.
const LIKELY: i32 = 6;
const BOTH: i32 = 14;
/// What it costs that there are two slips in a word.
const SECOND_SLIP: i32 = 8;

/// The letters of a word in numbers, with three edges before and behind.
struct Letterbox([u8; BUFFER + 6]);

impl Letterbox {
    fn new(word: &[u8]) -> Self {
        let mut all = [EDGE as u8; BUFFER + 6];
        for (to, letter) in all[3..].iter_mut().zip(word) {
            *to = letter - b'a';
        }
        Self(all)
    }

    /// The letter at `i`, counted from three before the word.
    fn at(&self, i: usize) -> usize {
        usize::from(self.0[i])
    }

    /// The letters at which one slip can be that explains all groups of four
    /// that no word has.
    fn places_of_one(&self, len: usize) -> Range<usize> {
        let odd = |i: &usize| !has([0, 1, 2, 3].map(|k| self.at(i + k)));
        let mut odd = (0..len + 3).filter(odd);
        let Some(first) = odd.next() else { return 0..len + 1 };
        let last = odd.next_back().unwrap_or(first);
        // Two letters that changed places are in five groups.
        last.saturating_sub(4)..first + 1
    }

    /// The first and the last group of five that no longer word has.
    fn odd_in_long(&self, len: usize) -> Option<(usize, usize)> {
        let odd = grams::odd_in_long(&self.0[..len + 6]);
        (odd != 0).then(|| (odd.trailing_zeros() as usize, odd.ilog2() as usize))
    }
}

/// The letters that may stand between these.
#[inline]
fn between([a, b, c]: [usize; 3], [e, f, g]: [usize; 3]) -> impl Iterator<Item = u8> {
    each(grams::behind(a, b, c)).filter(move |d| {
        let d = number(*d);
        has([b, c, d, e]) && has([c, d, e, f]) && has([d, e, f, g])
    })
}

/// Whether some word has these four next to each other.
#[inline]
fn has([a, b, c, d]: [usize; 4]) -> bool {
    grams::behind(a, b, c) & 1 << d != 0
}

fn number(letter: u8) -> usize {
    usize::from(letter - b'a')
}

/// Calls `f` with each string that one slip at one of these letters could have
/// made `word` of, as far as its letters can stand together.
#[inline]
fn slips(word: &[u8], all: &Letterbox, places: Range<usize>, f: &mut impl FnMut(&[u8], Guess)) {
    let n = word.len();
    let from = places.start.min(n);
    // The word with a gap before the letter `i`.
    let mut gap = [0; BUFFER + 1];
    gap[..from].copy_from_slice(&word[..from]);
    gap[from + 1..=n].copy_from_slice(&word[from..]);
    let mut buffer = copy(word);
    for i in from..places.end.min(n + 1) {
        let before = [i, i + 1, i + 2].map(|i| all.at(i));
        let [x, y, z] = before;
        // The letter `i` and those behind it.
        let [a, b, c, d, e] = [3, 4, 5, 6, 7].map(|k| all.at((i + k).min(BUFFER + 5)));
        for meant in between(before, [a, b, c]) {
            let cost = match i {
                0 => 10,
                _ if word[i - 1] == meant => 0,
                _ if i == n => 5,
                _ => 3,
            };
            gap[i] = meant;
            f(&gap[..=n], Guess { slip: Slip::Missing, cost, behind: n - i });
        }
        if i == n {
            return;
        }
        gap[i] = word[i];
        for meant in between(before, [b, c, d]).filter(|meant| *meant != word[i]) {
            let cost = wrong_cost(meant, word[i])
                + if i == 0 { 6 } else { 0 }
                + if i + 1 == n { 4 } else { 0 };
            buffer[i] = meant;
            f(&buffer[..n], Guess { slip: Slip::Wrong, cost, behind: n - i - 1 });
        }
        buffer[i] = word[i];
        if has([x, y, z, b]) && has([y, z, b, c]) && has([z, b, c, d]) {
            buffer.copy_within(i + 1..n, i);
            let guess = Guess { slip: Slip::Extra, cost: extra_cost(word, i), behind: n - i - 1 };
            f(&buffer[..n - 1], guess);
            buffer[i..n].copy_from_slice(&word[i..]);
        }
        let swapped = [x, y, z, b, a, c, d, e];
        if i + 1 < n && a != b && swapped.windows(4).all(|w| has([w[0], w[1], w[2], w[3]])) {
            buffer.swap(i, i + 1);
            let cost = if i == 0 { 8 } else { 3 };
            f(&buffer[..n], Guess { slip: Slip::Swapped, cost, behind: n - i - 2 });
            buffer.swap(i, i + 1);
        }
    }
}

/// The letters of a set.
fn each(mut set: Letters) -> impl Iterator<Item = u8> {
    set &= (1 << EDGE) - 1;
    std::iter::from_fn(move || {
        let letter = (set != 0).then(|| b'a' + set.trailing_zeros() as u8)?;
        set &= set - 1;
        Some(letter)
    })
}

fn copy(word: &[u8]) -> [u8; BUFFER] {
    let mut buffer = [0; BUFFER];
    buffer[..word.len()].copy_from_slice(word);
    buffer
}

/// What it costs to write the letter `i` where none should stand.
fn extra_cost(word: &[u8], i: usize) -> i32 {
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

/// Adds the longer words of which `word` lacks two letters next to each other:
/// `responbility`.
pub(super) fn two_missing(word: &[u8], found: &mut Candidates) {
    let n = word.len();
    let all = Letterbox::new(word);
    let (first, last) = all.odd_in_long(n).unwrap_or((n - 1, 0));
    let from = last.saturating_sub(2).clamp(1, n);
    let mut gap = [0; BUFFER];
    gap[..from].copy_from_slice(&word[..from]);
    gap[from + 2..n + 2].copy_from_slice(&word[from..]);
    for i in from..n.min(first + 2) {
        let [x, y, z, a, b, c] = [0, 1, 2, 3, 4, 5].map(|k| all.at(i + k));
        for one in each(grams::behind(x, y, z)) {
            gap[i] = one;
            for other in between([y, z, number(one)], [a, b, c]) {
                gap[i + 1] = other;
                let word = &gap[..n + 2];
                if Letterbox::new(word).odd_in_long(n + 2).is_none() {
                    let guess = Guess { slip: Slip::Two, cost: 6 + SECOND_SLIP, behind: n - i };
                    found.offer(word, guess);
                }
            }
        }
        gap[i] = word[i];
    }
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

/// Endings that are put to a word without the change they ask for: `familys`,
/// `carefull`, `dynamicly`. Each with what it costs.
const ENDINGS: [(&[u8], &[u8], i32); 8] = [
    (b"ys", b"ies", 0),
    (b"yed", b"ied", 0),
    (b"yest", b"iest", 0),
    (b"full", b"ful", -4),
    (b"fuly", b"fully", -2),
    (b"aly", b"ally", -3),
    (b"icly", b"ically", 0),
    (b"ieing", b"ying", 0),
];

fn endings(word: &[u8], found: &mut Candidates) {
    for (was, meant, cost) in ENDINGS {
        if let Some(stem) = word.strip_suffix(was) {
            let mut buffer = copy(stem);
            let len = stem.len() + meant.len();
            buffer[stem.len()..len].copy_from_slice(meant);
            found.offer(&buffer[..len], Guess { slip: Slip::Wrong, cost, behind: 1 });
        }
    }
}

/// Two or three letters that stand twice in a row: `happenening`.
fn stutter(word: &[u8], found: &mut Candidates) {
    for len in 2..=3 {
        for i in 1..=word.len().saturating_sub(2 * len) {
            if word[i..i + len] == word[i + len..i + 2 * len] {
                let mut buffer = copy(&word[..i]);
                let rest = &word[i + len..];
                buffer[i..i + rest.len()].copy_from_slice(rest);
                let behind = word.len() - i - len;
                let guess = Guess { slip: Slip::Extra, cost: 5, behind };
                found.offer(&buffer[..i + rest.len()], guess);
            }
        }
    }
}

/// Two words of which one is so small that others run into it. Other words
/// that make up one are a compound, which is no slip.
fn space(word: &[u8], found: &mut Candidates) {
    let n = word.len();
    for i in 2..n.saturating_sub(1) {
        let (a, b) = word.split_at(i);
        let x = lexicon::get_bytes_with_key(a);
        if !x.0.is_ordinary() {
            continue;
        }
        let y = lexicon::get_bytes_with_key(b);
        if !y.0.is_ordinary() {
            continue;
        }
        // The frequency of the two side by side.
        let chance = i32::from(x.0.frequency()) + i32::from(y.0.frequency()) - 73;
        let together = chance + lexicon::pairs::attraction(x, y);
        if [a, b].iter().any(|w| SMALL_WORDS.contains(w)) {
            let mut buffer = copy(a);
            buffer[i] = b' ';
            buffer[i + 1..=n].copy_from_slice(b);
            let cost = i32::from(x.0.frequency()) - together;
            let guess = Guess { slip: Slip::Space, cost, behind: n - i };
            found.take(&buffer[..=n], [x, y], guess);
        } else if i > 2 && n - i > 2 {
            let rarer = x.0.frequency().min(y.0.frequency());
            found.is_compound |= rarer >= 20;
            if rarer > 28 {
                found.compound = found.compound.max(chance + 12);
            }
        }
    }
}

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

/// What it costs to write `is` where `meant` should stand.
fn wrong_cost(meant: u8, is: u8) -> i32 {
    if is_vowel(meant) && is_vowel(is) {
        6
    } else if CLOSE[usize::from(meant - b'a')].contains(&is) {
        8
    } else {
        12
    }
}

/// For each letter those that are next to it on a keyboard (QWERTY), and those
/// that sound like it.
const CLOSE: [&[u8]; 26] = [
    b"qswz", b"ghnpv", b"dfksvx", b"cefrstx", b"drsw", b"cdgrtv", b"bfhjtvy", b"bgjnuy", b"jkou",
    b"ghikmnu", b"cijlmoq", b"kop", b"jkn", b"bhjm", b"iklp", b"blo", b"akw", b"deft", b"acdewxz",
    b"dfgry", b"hijy", b"bcfgw", b"aeqsv", b"cdsz", b"ghtu", b"asx",
];
