//! Words one slip away from a word that is none, and how likely each is.
//!
//! Hardly any string of letters is a word. So a letter is tried only where it
//! makes groups of four with its neighbours that words have, and where the
//! word itself has groups that no word has, only there. Of the five hundred
//! strings one slip away, and their quarter million neighbours, a handful are
//! looked up.

use std::fmt;
use std::ops::Range;

use super::affixes::{Affix, last_letters};
use super::costs::{
    CHEAPEST_BUT_TWIN, FAR, extra_cost, missing_cost, not_dearer, swapped_cost, wrong_cost,
    wrong_place_cost,
};
use super::letters::{BUFFER, Letterbox, MAX_LEN, Packed, each, number};
use crate::data::misspellings::SMALL_WORDS;
use crate::lexicon::grams::{self, ALL, EDGE, Fitting};
use crate::lexicon::{self, Entry, Together};

/// So many candidates are kept.
const KEPT: usize = 8;

/// What went wrong when the word was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Slip {
    #[default]
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
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Candidate {
    // With zeros behind them.
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

    /// Whether no kind of slip is likelier: a letter was lost, or two were swapped.
    pub(super) fn is_likeliest(&self) -> bool {
        self.cost <= CHEAPEST_BUT_TWIN
    }

    /// Whether it takes another letter for the one that is meant, which is neither next to it on
    /// the keyboard nor like it in sound.
    pub(super) fn is_of_far_letter(&self) -> bool {
        let place_cost = || wrong_place_cost(self.len - self.behind - 1, self.len);
        self.slip == Slip::Wrong && self.cost - place_cost() >= FAR
    }

    /// Whether the slip is one that fingers and ears make in any word.
    pub(super) fn is_plain(&self) -> bool {
        match self.slip {
            Slip::Extra | Slip::Wrong => self.cost <= 5,
            Slip::Missing => self.cost <= 0,
            Slip::Swapped | Slip::Space | Slip::Two => true,
        }
    }
}

/// The likeliest words, the best first.
#[derive(Default)]
pub(super) struct Candidates {
    // The first `len` count.
    list: [Candidate; KEPT],
    len: usize,
    /// The word is two longer ones without a space: a compound, if it is meant.
    pub(super) is_compound: bool,
    /// How likely that is.
    pub(super) compound: i32,
}

/// A slip with what it costs and how many letters stand behind it.
#[derive(Clone, Copy, Default)]
struct Guess {
    slip: Slip,
    cost: i32,
    behind: usize,
}

impl Candidates {
    pub(super) fn iter(&self) -> impl Iterator<Item = &Candidate> {
        self.list[..self.len].iter()
    }

    /// Becomes a copy of others: of those that count, which are few.
    pub(super) fn copy(&mut self, others: &Self) {
        let Self { list, len, is_compound, compound } = others;
        self.list[..*len].copy_from_slice(&list[..*len]);
        (self.len, self.is_compound, self.compound) = (*len, *is_compound, *compound);
    }

    fn take(&mut self, word: &[u8], [(entry, key), last]: [(Entry, u32); 2], guess: Guess) {
        let Guess { slip, cost, behind } = guess;
        let mut bytes = [0; BUFFER];
        bytes[..word.len()].copy_from_slice(word);
        let new = Candidate { bytes, len: word.len(), entry, key, last, slip, cost, behind };
        let is_behind = |c: &Candidate| c.score() < new.score();
        let same = self.iter().position(|c| c.bytes == bytes);
        if same.is_some_and(|same| !is_behind(&self.list[same])) {
            return;
        }
        let at = self.iter().position(is_behind).unwrap_or(self.len);
        if same.is_none() {
            self.len = KEPT.min(self.len + 1);
        }
        // The place of the same word, or of one that falls out of the list.
        let end = same.unwrap_or(self.len - 1);
        if at <= end {
            self.list.copy_within(at..end, at + 1);
            self.list[at] = new;
        }
    }
}

impl fmt::Debug for Candidates {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { is_compound, compound, .. } = self;
        f.debug_list().entries(self.iter()).entry(is_compound).entry(compound).finish()
    }
}

/// Strings that may be words, on their way to the [`Candidates`].
struct Offers<'c> {
    found: &'c mut Candidates,
    together: Together<(Packed, Guess)>,
}

impl<'c> Offers<'c> {
    fn to(found: &'c mut Candidates) -> Self {
        Self { found, together: Together::default() }
    }

    /// Has the string taken up if it is a word.
    // One piece of code for all kinds of slips: they are too rare to be worth
    // the cache.
    #[inline(never)]
    fn add(&mut self, word: &Packed, guess: Guess) {
        if self.together.add(word.hash(word.len), (*word, guess)) {
            self.look_up();
        }
    }

    /// Takes up the words among the strings that wait for it.
    #[inline(never)]
    fn look_up(&mut self) {
        self.together.look_up(|entry, hash, (word, guess)| {
            if entry.is_known() {
                let bytes = word.bytes();
                let word = &bytes.as_flattened()[..word.len];
                self.found.take(word, [(entry, hash.key()); 2], guess);
            }
        });
    }
}

/// Leaves in `found` the words from which one slip makes `word`, which is of small
/// ASCII letters and not longer than [`MAX_LEN`].
pub(super) fn one_slip(word: &[u8], found: &mut Candidates) {
    (found.len, found.is_compound, found.compound) = (0, false, i32::MIN);
    let letters = Letterbox::new(word);
    let places = letters.places_of_one(word.len());
    let mut offers = Offers::to(found);
    slips(word, &letters, places, i32::MAX, &mut |text, guess| offers.add(text, guess));
    endings(word, &mut offers);
    stutter(word, &mut offers);
    written_as_heard(word, &mut offers);
    offers.look_up();
    space(word, found);
}

/// Adds the longer words from which two slips make `word`, of which one is a
/// likely one, or three letters in another order.
pub(super) fn two_slips(word: &[u8], found: &mut Candidates) {
    let letters = Letterbox::new(word);
    let mut offers = Offers::to(found);
    // The slip that is more to the left is not behind the first odd group.
    let odd = letters.odd_in_long(word.len());
    let first_odd = if odd == 0 { word.len() } else { odd.trailing_zeros() as usize + 1 };
    slips(word, &letters, 0..first_odd + 1, BOTH, &mut |once, first| {
        if once.len > MAX_LEN {
            return;
        }
        let bytes = once.bytes();
        let once = &bytes.as_flattened()[..once.len];
        let letters = Letterbox::new(once);
        let odd = letters.odd_in_long(once.len());
        let places = match odd {
            0 => 0..once.len() + 1,
            _ => (odd.ilog2() as usize).saturating_sub(4)..odd.trailing_zeros() as usize + 2,
        };
        let from = places.start.max(once.len() - first.behind);
        let most = BOTH - first.cost;
        let most = if first.cost <= LIKELY { most } else { most.min(LIKELY) };
        slips(once, &letters, from..places.end, most, &mut |twice, second| {
            if !is_odd_after(odd, once.len(), twice, second) {
                let cost = first.cost + second.cost + SECOND_SLIP;
                offers.add(twice, Guess { slip: Slip::Two, cost, behind: second.behind });
            }
        });
    });
    mixed_up(word, &mut offers);
    offers.look_up();
}

/// Three letters in a row in another order: `mechacinal`, `cedorations`.
fn mixed_up(word: &[u8], offers: &mut Offers<'_>) {
    for i in 0..word.len().saturating_sub(2) {
        let mut text = Packed::new(word);
        let [a, b, c] = [word[i], word[i + 1], word[i + 2]];
        for order in [[b, c, a], [c, a, b], [c, b, a]] {
            for (letter, at) in order.into_iter().zip(i..) {
                text.set(at, letter);
            }
            let bytes = text.bytes();
            if Letterbox::new(&bytes.as_flattened()[..text.len]).odd_in_long(text.len) == 0 {
                let behind = word.len() - i - 3;
                offers.add(&text, Guess { slip: Slip::Two, cost: 6 + SECOND_SLIP, behind });
            }
        }
    }
}

/// Whether a word has a group of five that no longer word has. It was made by
/// a slip out of one of `n` letters with these odd groups: only groups that the
/// slip touches are looked up.
#[inline]
fn is_odd_after(odd: u32, n: usize, word: &Packed, slip: Guess) -> bool {
    // Letters of the word before that the slip took away.
    let taken = match slip.slip {
        Slip::Missing => 0,
        Slip::Swapped => 2,
        _ => 1,
    };
    let before = n - slip.behind - taken;
    // The first group that reaches into the slip, and the first behind it.
    let from = before.saturating_sub(1);
    let behind = n - slip.behind + 3;
    let touched = (1_u64 << behind) - (1 << from);
    if u64::from(odd) & !touched != 0 {
        return true;
    }
    let end = (word.len - slip.behind + 7).min(word.len + 6);
    // With three bytes before it that are no letters; they become edges.
    let mut letters = [0; 40];
    letters[3..35].copy_from_slice(word.bytes().as_flattened());
    (from..end.saturating_sub(4)).any(|i| {
        let five = letters[i..].first_chunk().copied().unwrap_or_default();
        grams::is_odd_in_long(five.map(|letter: u8| letter.wrapping_sub(b'a')))
    })
}

/// Of two slips one must not cost more, and both together.
const LIKELY: i32 = 6;
const BOTH: i32 = 14;
/// What it costs that there are two slips in a word.
const SECOND_SLIP: i32 = 8;

/// Calls `f` with each string that one slip at one of these letters could have
/// made `word` of, as far as its letters can stand together and the slip does
/// not cost more than `most`.
#[inline]
fn slips(
    word: &[u8],
    all: &Letterbox,
    places: Range<usize>,
    most: i32,
    f: &mut impl FnMut(&Packed, Guess),
) {
    let fitting = Fitting::get();
    let n = word.len();
    let from = places.start.min(n);
    let plain = Packed::new(word);
    // The word with a gap before the letter `i`.
    let mut gap = plain.with_gap(from);
    // What fits to the three letters before `i`, and to those from each of the
    // next three on.
    let to = |i: usize| fitting.to([all.at(i), all.at(i + 1), all.at(i + 2)]);
    let [mut before, mut one, mut two, mut three] = [0, 1, 2, 3].map(|k| to(from + k));
    for i in from..places.end.min(n + 1) {
        // The two letters before `i`, it, and those behind it.
        let [y, z, a, b, c, d, e] = [1, 2, 3, 4, 5, 6, 7].map(|k| all.at(i + k));
        let mut missing = before.behind & one.as_third & two.as_second & three.before & ALL;
        let usual = missing_cost(i, n);
        // A doubled letter costs nothing.
        let twin = if i == 0 { 0 } else { 1 << z };
        if usual > most {
            missing &= twin;
        }
        for meant in each(missing) {
            gap.set(i, meant);
            let cost = if 1 << number(meant) == twin { 0 } else { usual };
            f(&gap, Guess { slip: Slip::Missing, cost, behind: n - i });
        }
        if i == n {
            return;
        }
        gap.set(i, word[i]);
        let fitting_before = before;
        let four = fitting.to([b, c, d]);
        [before, one, two, three] = [one, two, three, four];
        if most < CHEAPEST_BUT_TWIN {
            continue;
        }
        // What fits if the letter is not there.
        let (without, further) = (fitting.to([y, z, b]), fitting.to([z, b, c]));
        let place_cost = wrong_place_cost(i, n);
        let likely = fitting_before.behind & without.as_third & further.as_second & four.before;
        let likely = likely & !(1 << a) & not_dearer(a, most - place_cost);
        let mut text = plain;
        for meant in each(likely) {
            text.set(i, meant);
            let cost = wrong_cost(meant, word[i]) + place_cost;
            f(&text, Guess { slip: Slip::Wrong, cost, behind: n - i - 1 });
        }
        if fitting_before.behind & 1 << b == 0 {
            continue;
        }
        if without.behind & 1 << c != 0 && further.behind & 1 << d != 0 {
            let cost = extra_cost(word, i);
            if cost <= most {
                let guess = Guess { slip: Slip::Extra, cost, behind: n - i - 1 };
                f(&plain.without(i), guess);
            }
        }
        let has = |four| fitting.has(four);
        let is_swap = i + 1 < n && a != b && without.behind & 1 << a != 0;
        let cost = swapped_cost(i);
        if is_swap && has([z, b, a, c]) && has([b, a, c, d]) && has([a, c, d, e]) && cost <= most {
            let mut text = plain;
            text.set(i, word[i + 1]);
            text.set(i + 1, word[i]);
            f(&text, Guess { slip: Slip::Swapped, cost, behind: n - i - 2 });
        }
    }
}

fn copy(word: &[u8]) -> [u8; BUFFER] {
    let mut buffer = [0; BUFFER];
    buffer[..word.len()].copy_from_slice(word);
    buffer
}

/// Adds the longer words of which `word` lacks two letters next to each other:
/// `responbility`.
pub(super) fn two_missing(word: &[u8], found: &mut Candidates) {
    let n = word.len();
    let all = Letterbox::new(word);
    let odd = all.odd_in_long(n);
    let (first, last) = match odd {
        0 => (n - 1, 0),
        _ => (odd.trailing_zeros() as usize, odd.ilog2() as usize),
    };
    let fitting = Fitting::get();
    let mut offers = Offers::to(found);
    let from = last.saturating_sub(2).clamp(1, n);
    let mut gap = [0; BUFFER];
    gap[..from].copy_from_slice(&word[..from]);
    gap[from + 2..n + 2].copy_from_slice(&word[from..]);
    let mut gap = Packed::new(&gap[..n + 2]);
    for (i, letter) in word.iter().enumerate().take(first + 2).skip(from) {
        let [w, x, y, z, a, b, c, d] = [0, 1, 2, 3, 4, 5, 6, 7].map(|k| all.at(i + k - 1));
        // No group is odd that the two do not touch. One kind of look for all of them
        // comes after the other, so that none waits for the one before it.
        let ones = fitting.to([x, y, z]).behind & ALL;
        let ones = grams::usual_in_long(ones, |one| [[w, x, y, z, one]]);
        // What the other letter may be, by the one.
        let mut others = [0; EDGE];
        for one in each(ones).map(number) {
            others[one] = fitting.between([y, z, one], [a, b, c]);
        }
        for one in each(ones).map(number) {
            let fives = |l| [[x, y, z, one, l], [y, z, one, l, a]];
            others[one] = grams::usual_in_long(others[one], fives);
        }
        for one in each(ones) {
            let o = number(one);
            let fives = |l| [[z, o, l, a, b], [o, l, a, b, c], [l, a, b, c, d]];
            for other in each(grams::usual_in_long(others[o], fives)) {
                gap.set(i, one);
                gap.set(i + 1, other);
                offers.add(&gap, Guess { slip: Slip::Two, cost: 6 + SECOND_SLIP, behind: n - i });
            }
        }
        gap.set(i, *letter);
    }
    offers.look_up();
}

/// Endings that are put to a word without the change they ask for: `familys`,
/// `carefull`, `dynamicly`. Each with what it costs.
static ENDINGS: [(Affix, &[u8], i32); 34] = [
    (Affix::ending("ys"), b"ies", 0),
    (Affix::ending("yed"), b"ied", 0),
    (Affix::ending("yest"), b"iest", 0),
    (Affix::ending("yness"), b"iness", 0),
    (Affix::ending("full"), b"ful", -4),
    (Affix::ending("fuly"), b"fully", -2),
    (Affix::ending("aly"), b"ally", -3),
    (Affix::ending("icly"), b"ically", 0),
    (Affix::ending("ly"), b"ily", 0),
    (Affix::ending("ary"), b"arly", 0),
    (Affix::ending("ieing"), b"ying", 0),
    (Affix::ending("ouse"), b"ous", 0),
    // Heard alike.
    (Affix::ending("able"), b"ible", 0),
    (Affix::ending("ible"), b"able", 0),
    (Affix::ending("ably"), b"ibly", 0),
    (Affix::ending("ibly"), b"ably", 0),
    (Affix::ending("ability"), b"ibility", 0),
    (Affix::ending("ibility"), b"ability", 0),
    (Affix::ending("ance"), b"ence", 1),
    (Affix::ending("ence"), b"ance", 1),
    (Affix::ending("ances"), b"ences", 1),
    (Affix::ending("ences"), b"ances", 1),
    (Affix::ending("ancy"), b"ency", 1),
    (Affix::ending("ency"), b"ancy", 1),
    (Affix::ending("ant"), b"ent", 2),
    (Affix::ending("ent"), b"ant", 2),
    (Affix::ending("antly"), b"ently", 2),
    (Affix::ending("ently"), b"antly", 2),
    (Affix::ending("er"), b"or", 3),
    (Affix::ending("ers"), b"ors", 3),
    (Affix::ending("or"), b"er", 3),
    (Affix::ending("ors"), b"ers", 3),
    (Affix::ending("tion"), b"sion", 3),
    (Affix::ending("sion"), b"tion", 3),
];

fn endings(word: &[u8], offers: &mut Offers<'_>) {
    let letters = last_letters(word);
    for (was, meant, cost) in &ENDINGS {
        if was.is_in(letters) {
            let stem = &word[..word.len() - was.len];
            let mut buffer = copy(stem);
            let len = stem.len() + meant.len();
            buffer[stem.len()..len].copy_from_slice(meant);
            let guess = Guess { slip: Slip::Wrong, cost: *cost, behind: 1 };
            offers.add(&Packed::new(&buffer[..len]), guess);
        }
    }
}

/// Two or three letters that stand twice in a row: `happenening`.
fn stutter(word: &[u8], offers: &mut Offers<'_>) {
    for len in 2..=3 {
        for i in 1..=word.len().saturating_sub(2 * len) {
            let (piece, rest) = word[i..].split_at(len);
            if rest.starts_with(piece) {
                let mut buffer = copy(&word[..i]);
                buffer[i..i + rest.len()].copy_from_slice(rest);
                let guess = Guess { slip: Slip::Extra, cost: 5, behind: rest.len() };
                offers.add(&Packed::new(&buffer[..i + rest.len()]), guess);
            }
        }
    }
}

/// A letter that sounds like two, inside a word: `profet`, `orfans`. It costs nothing: no
/// slip of a finger is likelier than a word that is written as it is heard.
fn written_as_heard(word: &[u8], offers: &mut Offers<'_>) {
    let inside = &word[..word.len().saturating_sub(1)];
    for i in memchr::memchr_iter(b'f', inside) {
        let mut buffer = copy(word);
        buffer[i] = b'p';
        buffer[i + 1] = b'h';
        buffer[i + 2..=word.len()].copy_from_slice(&word[i + 1..]);
        let guess = Guess { slip: Slip::Wrong, cost: 0, behind: word.len() - i - 1 };
        offers.add(&Packed::new(&buffer[..=word.len()]), guess);
    }
}

/// Two words of which one is so small that others run into it. Other words
/// that make up one are a compound, which is no slip.
fn space(word: &[u8], found: &mut Candidates) {
    let n = word.len();
    let packed = Packed::new(word);
    let mut firsts = [Default::default(); MAX_LEN];
    let mut together = Together::default();
    for i in 2..n.saturating_sub(1) {
        if together.add(packed.hash(i), i) || i + 2 == n {
            together.look_up(|entry, hash, i: usize| firsts[i] = (entry, hash.key()));
        }
    }
    for (i, x) in firsts.into_iter().enumerate() {
        if !x.0.is_ordinary() {
            continue;
        }
        let (a, b) = word.split_at(i);
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn slips_up_to_a_cost_are_those_of_all(
            word in "[a-z]{0,2}(in|ter|ation|ed|ss){1,4}[a-z]{0,2}",
            most in 0..20,
        ) {
            let word = word.as_bytes();
            let all = Letterbox::new(word);
            let (mut cheap, mut filtered) = (Vec::new(), Vec::new());
            let row = |text: &Packed, guess: Guess| (*text, guess.slip, guess.cost);
            slips(word, &all, 0..word.len() + 1, most, &mut |t, g| cheap.push(row(t, g)));
            slips(word, &all, 0..word.len() + 1, i32::MAX, &mut |text, guess| {
                if guess.cost <= most {
                    filtered.push(row(text, guess));
                }
            });
            prop_assert_eq!(cheap, filtered);
        }

        #[test]
        fn two_missing_letters_are_those_that_make_no_odd_group(
            word in "[a-z]{0,2}(in|ter|ation|ed|ss|bili|ty){2,4}[a-z]{0,2}",
        ) {
            let (word, n) = (word.as_bytes(), word.len());
            let (mut fast, mut slow) = (Candidates::default(), Candidates::default());
            two_missing(word, &mut fast);
            let mut offers = Offers::to(&mut slow);
            let all = Letterbox::new(word);
            for (i, pair) in (1..n).flat_map(|i| (0..EDGE * EDGE).map(move |pair| (i, pair))) {
                let [x, y, z, a, b, c] = [0, 1, 2, 3, 4, 5].map(|k| all.at(i + k));
                let (one, other) = (pair / EDGE, pair % EDGE);
                let fits = Fitting::get().has([x, y, z, one])
                    && Fitting::get().between([y, z, one], [a, b, c]) & 1 << other != 0;
                let long = [&word[..i], &[one as u8 + b'a', other as u8 + b'a'], &word[i..]].concat();
                if fits && Letterbox::new(&long).odd_in_long(n + 2) == 0 {
                    let guess = Guess { slip: Slip::Two, cost: 6 + SECOND_SLIP, behind: n - i };
                    offers.add(&Packed::new(&long), guess);
                }
            }
            offers.look_up();
            prop_assert_eq!(format!("{fast:?}"), format!("{slow:?}"));
        }

        #[test]
        fn groups_that_a_slip_touches_tell_whether_all_are_there(
            word in "[a-z]{0,2}(in|ter|ation|ed|ss){1,4}[a-z]{0,2}",
        ) {
            let word = word.as_bytes();
            let all = Letterbox::new(word);
            let odd = all.odd_in_long(word.len());
            slips(word, &all, 0..word.len() + 1, i32::MAX, &mut |text, guess| {
                let bytes = text.bytes();
                let slowly = Letterbox::new(&bytes.as_flattened()[..text.len]);
                let is_odd = slowly.odd_in_long(text.len) != 0;
                assert_eq!(is_odd_after(odd, word.len(), text, guess), is_odd, "{text:?}");
            });
        }
    }
}
