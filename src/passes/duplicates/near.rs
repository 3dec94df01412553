//! Lines that are the same but for damage, and which of them has less of it.

use super::line::Line;
use super::shared;
use crate::lexicon;
use crate::passes::hashed;
use crate::text::folded::Folded;

/// So many folded characters must come out alike after a difference.
const SYNC: usize = 5;

/// The longest stretch that may stand in one of two lines next to each other
/// and not in the other: a word said twice, a piece of markup.
const MAX_GAP: usize = 12;

/// The same for lines that are apart.
const MAX_GAP_APART: usize = 2;

/// Whether two lines next to each other have the same letters, or letters
/// that differ as damage makes them differ: one missing, doubled, changed or
/// swapped with the next. They begin or end alike, and numbers never differ.
pub(super) fn alike(text: &str, a: &Line, b: &Line) -> bool {
    if !a.meets(text, b) {
        return false;
    }
    if a.print == b.print {
        return a.says(text, b);
    }
    close(text, a, b, MAX_GAP)
}

/// Whether two lines that are apart differ as damage makes them differ.
pub(super) fn damaged(text: &str, a: &Line, b: &Line) -> bool {
    a.print != b.print && close(text, a, b, MAX_GAP_APART)
}

fn close(text: &str, a: &Line, b: &Line, max_gap: usize) -> bool {
    let (len, other) = (a.print.len, b.print.len);
    if len < 50 || len.abs_diff(other) > len / 8 {
        return false;
    }
    let (a, b) = (a.text(text), b.text(text));
    let start = shared::start(a, b);
    let mut budget = 2 + len as usize / 20;
    let mut left = Window::new(Folded::new(&a[start..]));
    let mut right = Window::new(Folded::new(&b[start..]));
    loop {
        match (left.get(0), right.get(0)) {
            (None, None) => break,
            (l, r) if l == r => {
                left.skip(1);
                right.skip(1);
            }
            _ => {
                let Some((l, r)) = difference(&mut left, &mut right, max_gap) else { return false };
                let cost = l.max(r);
                if cost > budget || left.has_digit(l) || right.has_digit(r) {
                    return false;
                }
                budget -= cost;
                left.skip(l);
                right.skip(r);
            }
        }
    }
    // A word more, or another word, says another thing.
    let (only_a, only_b) = Only::of(a, b);
    only_a.words + only_b.words == 0 || only_a.unknown + only_b.unknown > 0
}

/// The words of one line that the other does not have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Only {
    words: usize,
    /// How many of them no lexicon has: what damage makes of words.
    unknown: usize,
}

impl Only {
    /// The words that each of two lines has alone.
    fn of(a: &str, b: &str) -> (Self, Self) {
        // No word is in what they share at their ends, up to a gap.
        let (start, end) = shared::ends(a, b);
        let start = a[..start].rfind(is_gap).unwrap_or(0);
        let end = a[a.len() - end..].find(is_gap).map_or(0, |at| end - at);
        let of = |line: &str, other: &str| Self::among(&line[start..line.len() - end], other);
        (of(a, b), of(b, a))
    }

    /// Those of some words that the other line does not have.
    fn among(some: &str, other: &str) -> Self {
        // Only words that begin like one of them can be one of them.
        let initial =
            |word: &str| Folded::new(word).next().map_or(0, |c| 1_u64 << (u32::from(c) & 63));
        let initials = words(some).fold(0, |all, word| all | initial(word));
        let mut only = Self::default();
        if initials == 0 {
            return only;
        }
        let alike = words(other).filter(|word| initials & initial(word) != 0);
        let mut there: Vec<u64> = alike.map(key).collect();
        there.sort_unstable();
        for word in words(some).filter(|word| there.binary_search(&key(word)).is_err()) {
            only.words += 1;
            only.unknown += usize::from(!lexicon::get(word).is_known());
        }
        only
    }
}

fn words(line: &str) -> impl Iterator<Item = &str> {
    line.split(is_gap)
        .map(|word| word.trim_matches(['\'', '\u{2019}']))
        .filter(|word| !word.is_empty())
}

/// Whether this stands between words.
fn is_gap(c: char) -> bool {
    !c.is_alphanumeric() && c != '\'' && c != '\u{2019}'
}

fn key(word: &str) -> u64 {
    Folded::new(word).fold(0, |key, c| hashed::push(key, u32::from(c)))
}

/// How many characters to skip on both sides so that they go on alike.
fn difference(
    left: &mut Window<impl Iterator<Item = char>>,
    right: &mut Window<impl Iterator<Item = char>>,
    max_gap: usize,
) -> Option<(usize, usize)> {
    if left.get(0) == right.get(1) && left.get(1) == right.get(0) && synced(left, 2, right, 2) {
        return Some((2, 2));
    }
    if synced(left, 1, right, 1) {
        return Some((1, 1));
    }
    (1..=max_gap).find_map(|gap| {
        if synced(left, gap, right, 0) {
            Some((gap, 0))
        } else if synced(left, 0, right, gap) {
            Some((0, gap))
        } else {
            None
        }
    })
}

fn synced(
    left: &mut Window<impl Iterator<Item = char>>,
    l: usize,
    right: &mut Window<impl Iterator<Item = char>>,
    r: usize,
) -> bool {
    (0..SYNC).all(|k| left.get(l + k) == right.get(r + k))
}

/// The next few characters of an iterator.
struct Window<I> {
    rest: I,
    ring: [Option<char>; 32],
    from: usize,
    len: usize,
}

impl<I: Iterator<Item = char>> Window<I> {
    fn new(rest: I) -> Self {
        Self { rest, ring: [None; 32], from: 0, len: 0 }
    }

    /// The character `ahead` of the next one.
    fn get(&mut self, ahead: usize) -> Option<char> {
        while self.len <= ahead {
            self.ring[(self.from + self.len) % 32] = self.rest.next();
            self.len += 1;
        }
        self.ring[(self.from + ahead) % 32]
    }

    fn skip(&mut self, by: usize) {
        for _ in 0..by {
            self.get(0);
            self.from = (self.from + 1) % 32;
            self.len -= 1;
        }
    }

    fn has_digit(&mut self, len: usize) -> bool {
        (0..len).any(|k| self.get(k).is_some_and(char::is_numeric))
    }
}

/// Whether `a` has less damage than `b`.
pub(super) fn is_cleaner(text: &str, a: &Line, b: &Line) -> bool {
    let (a, b) = (a.text(text).trim_start(), b.text(text).trim_start());
    let (start, end) = shared::ends(a, b);
    if start == a.len() && start == b.len() {
        return false;
    }
    let (mine, other) = (Damage::of(a, start, end), Damage::of(b, start, end));
    if mine.marks != other.marks {
        return mine.marks < other.marks;
    }
    let (only_a, only_b) = Only::of(a, b);
    if only_a.unknown != only_b.unknown {
        return only_a.unknown < only_b.unknown;
    }
    // A capital that one has lost; but not a headline all in capitals.
    let has_small = |line: &str| line.chars().any(char::is_lowercase);
    let smalls = (has_small(a), has_small(b));
    if mine.capitals != other.capitals && smalls == (true, true) {
        return mine.capitals > other.capitals;
    }
    smalls == (true, false)
}

/// Signs of damage in a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Damage {
    // Residue of markup, lost characters, spaces missing or too many.
    marks: u32,
    capitals: u32,
}

impl Damage {
    /// What a line has between its first bytes and its last.
    fn of(line: &str, first: usize, last: usize) -> Self {
        let mut damage = Self::default();
        let mut before = line[..first].chars().next_back().unwrap_or(' ');
        let own = line.len() - last;
        // The next one too: it stands behind something else.
        let next = line[own..].chars().next().map_or(0, char::len_utf8);
        for (at, c) in line[first..own + next].char_indices() {
            damage.capitals += u32::from(first + at < own && c.is_uppercase());
            let residue = matches!(c, '<' | '>' | '=' | '\\' | '{' | '}' | '|' | '_' | '\u{fffd}');
            let glued = c.is_alphabetic() && matches!(before, ',' | '.' | ';' | ':' | '!' | '?');
            let double = c == ' ' && before == ' ';
            let parted = before == ' ' && matches!(c, ',' | '.' | ';' | ':' | '!' | '?');
            let entity = before == '&' && (c == '#' || c.is_ascii_lowercase());
            let mojibake = matches!(before, 'Ã' | 'â' | 'Â') && !c.is_ascii();
            if residue || glued || double || parted || entity || mojibake {
                damage.marks += 1;
            }
            before = c;
        }
        damage
    }
}
