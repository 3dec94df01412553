//! Words one slip away from a word that is none, and how likely each is.

use crate::data::misspellings::SMALL_WORDS;
use crate::lexicon::{self, Entry};

/// Longer words, in bytes, are not looked at.
pub(super) const MAX_LEN: usize = 24;
/// A candidate is longer by a letter and a space at most.
const BUFFER: usize = MAX_LEN + 2;

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
}

/// A word, or two, that may have been meant.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    bytes: [u8; BUFFER],
    len: usize,
    pub(super) entry: Entry,
    pub(super) slip: Slip,
    /// How unlikely the slip is, in steps of frequency.
    pub(super) cost: i32,
    /// The frequency less the cost: how likely it is that this was meant.
    pub(super) score: i32,
    /// How many letters of the misspelt word stand behind the slip.
    pub(super) behind: usize,
}

impl Candidate {
    pub(super) fn text(&self) -> &str {
        std::str::from_utf8(&self.bytes[..self.len]).unwrap_or_default()
    }
}

/// The most likely word, and how likely the next one is.
#[derive(Debug)]
pub(super) struct Ranking {
    pub(super) first: Option<Candidate>,
    pub(super) second: i32,
}

/// A slip with what it costs and how many letters stand behind it.
#[derive(Clone, Copy)]
struct Guess {
    slip: Slip,
    cost: i32,
    behind: usize,
}

impl Ranking {
    /// Takes the word up if it is one.
    #[inline]
    fn offer(&mut self, word: &[u8], guess: Guess) {
        let entry = lexicon::get_bytes(word);
        if entry.is_known() {
            self.rank(word, entry, i32::from(entry.frequency()) - guess.cost, guess);
        }
    }

    fn rank(&mut self, word: &[u8], entry: Entry, score: i32, guess: Guess) {
        let same = self.first.as_ref().is_some_and(|f| f.bytes[..f.len] == *word);
        let best = self.first.as_ref().map_or(i32::MIN, |f| f.score);
        if score <= best {
            if !same {
                self.second = self.second.max(score);
            }
            return;
        }
        if !same {
            self.second = self.second.max(best);
        }
        let Guess { slip, cost, behind } = guess;
        let mut bytes = [0; BUFFER];
        bytes[..word.len()].copy_from_slice(word);
        self.first = Some(Candidate { bytes, len: word.len(), entry, slip, cost, score, behind });
    }
}

/// Ranks the words from which one slip makes `word`, which is in lower case
/// and not longer than [`MAX_LEN`].
pub(super) fn rank(word: &[u8]) -> Ranking {
    let mut ranking = Ranking { first: None, second: i32::MIN };
    swapped(word, &mut ranking);
    wrong(word, &mut ranking);
    extra(word, &mut ranking);
    missing(word, &mut ranking);
    endings(word, &mut ranking);
    stutter(word, &mut ranking);
    space(word, &mut ranking);
    ranking
}

fn copy(word: &[u8]) -> [u8; BUFFER] {
    let mut buffer = [0; BUFFER];
    buffer[..word.len()].copy_from_slice(word);
    buffer
}

fn swapped(word: &[u8], ranking: &mut Ranking) {
    let n = word.len();
    let mut buffer = copy(word);
    for i in 1..n {
        if word[i] != word[i - 1] {
            buffer.swap(i, i - 1);
            let cost = if i == 1 { 8 } else { 3 };
            ranking.offer(&buffer[..n], Guess { slip: Slip::Swapped, cost, behind: n - i - 1 });
            buffer.swap(i, i - 1);
        }
    }
}

fn wrong(word: &[u8], ranking: &mut Ranking) {
    let n = word.len();
    let mut buffer = copy(word);
    for i in 0..n {
        for meant in (b'a'..=b'z').filter(|c| *c != word[i]) {
            let mut cost = wrong_cost(meant, word[i]);
            cost += if i == 0 { 6 } else { 0 } + if i + 1 == n { 4 } else { 0 };
            buffer[i] = meant;
            ranking.offer(&buffer[..n], Guess { slip: Slip::Wrong, cost, behind: n - i - 1 });
        }
        buffer[i] = word[i];
    }
}

fn extra(word: &[u8], ranking: &mut Ranking) {
    let n = word.len();
    // The word without the letter `i`.
    let mut buffer = copy(&word[1..]);
    for i in 0..n {
        // `hireing` for `hiring`.
        let silent_e =
            word[i] == b'e' && [&b"ing"[..], b"able", b"ed", b"s"].contains(&&word[i + 1..]);
        let cost = match i {
            0 => 24,
            _ if word[i] == word[i - 1] => 5,
            _ if silent_e => 4,
            _ if i + 1 == n && is_ending(word) => 16,
            _ => 11,
        };
        ranking.offer(&buffer[..n - 1], Guess { slip: Slip::Extra, cost, behind: n - i - 1 });
        buffer[i] = word[i];
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

fn missing(word: &[u8], ranking: &mut Ranking) {
    let n = word.len();
    // The word with a gap before the letter `i`.
    let mut buffer = [0; BUFFER];
    buffer[1..=n].copy_from_slice(word);
    for i in 0..=n {
        for meant in b'a'..=b'z' {
            let cost = match i {
                0 => 10,
                _ if word[i - 1] == meant => 0,
                _ if i == n => 5,
                _ => 3,
            };
            buffer[i] = meant;
            ranking.offer(&buffer[..=n], Guess { slip: Slip::Missing, cost, behind: n - i });
        }
        if i < n {
            buffer[i] = word[i];
        }
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

fn endings(word: &[u8], ranking: &mut Ranking) {
    for (was, meant, cost) in ENDINGS {
        if let Some(stem) = word.strip_suffix(was) {
            let mut buffer = copy(stem);
            let len = stem.len() + meant.len();
            buffer[stem.len()..len].copy_from_slice(meant);
            ranking.offer(&buffer[..len], Guess { slip: Slip::Wrong, cost, behind: 1 });
        }
    }
}

/// Two or three letters that stand twice in a row: `happenening`.
fn stutter(word: &[u8], ranking: &mut Ranking) {
    for len in 2..=3 {
        for i in 1..=word.len().saturating_sub(2 * len) {
            if word[i..i + len] == word[i + len..i + 2 * len] {
                let mut buffer = copy(&word[..i]);
                let rest = &word[i + len..];
                buffer[i..i + rest.len()].copy_from_slice(rest);
                let behind = word.len() - i - len;
                let guess = Guess { slip: Slip::Extra, cost: 5, behind };
                ranking.offer(&buffer[..i + rest.len()], guess);
            }
        }
    }
}

/// Two words of which one is so small that others run into it. Other words
/// that make up one are a compound, which is no slip.
fn space(word: &[u8], ranking: &mut Ranking) {
    let n = word.len();
    for i in 2..n - 1 {
        let (a, b) = word.split_at(i);
        let (x, y) = (lexicon::get_bytes(a), lexicon::get_bytes(b));
        if !x.is_ordinary() || !y.is_ordinary() {
            continue;
        }
        // The frequency of the two side by side, if that were chance.
        let score = i32::from(x.frequency()) + i32::from(y.frequency()) - 72;
        if [a, b].iter().any(|w| SMALL_WORDS.contains(w)) {
            let mut buffer = copy(a);
            buffer[i] = b' ';
            buffer[i + 1..=n].copy_from_slice(b);
            let guess = Guess { slip: Slip::Space, cost: 0, behind: n - i };
            ranking.rank(&buffer[..=n], x, score, guess);
        } else if i > 2 && n - i > 2 && x.frequency() > 28 && y.frequency() > 28 {
            ranking.second = ranking.second.max(score + 12);
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
