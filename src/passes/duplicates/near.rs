//! Lines that are the same but for damage, and which of them has less of it.

use super::line::{Line, key};
use super::shared;
use crate::lexicon;
use crate::text::folded::{Folded, counts};

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
pub(super) fn alike(text: &str, a: &Line, b: &Line, there: &mut Vec<u64>) -> bool {
    if !a.meets(text, b) {
        return false;
    }
    let is_like = match a.print == b.print {
        true => a.says(text, b),
        false => close(text, a, b, MAX_GAP, there),
    };
    is_like && !a.differs_in_signs(text, b)
}

/// Whether two lines that are apart differ as damage makes them differ.
pub(super) fn damaged(text: &str, a: &Line, b: &Line, there: &mut Vec<u64>) -> bool {
    a.print != b.print && close(text, a, b, MAX_GAP_APART, there)
}

fn close(text: &str, a: &Line, b: &Line, max_gap: usize, there: &mut Vec<u64>) -> bool {
    let (len, other) = (a.print.len, b.print.len);
    if len < 50 || len.abs_diff(other) > len / 8 {
        return false;
    }
    let (a, b) = (a.text(text), b.text(text));
    // Commands that follow each other differ by a letter: `tcp sport`, `tcp dport`. They
    // begin small, and so may a verse; whatever does stays.
    if a.trim_start().starts_with(char::is_lowercase) {
        return false;
    }
    if !go_together(a, b, 2 + len as usize / 20, max_gap) {
        return false;
    }
    // A word more, or another word, says another thing. In a language of which
    // most words are unknown, it may be one of its own; above a headline it is the
    // name of a section.
    let (only_a, only_b) = Only::of(a, b, there);
    let is_headed = || shared::ends(a, b).1 == a.len().min(b.len());
    only_a.words + only_b.words == 0
        || only_a.unknown + only_b.unknown > 0 && (are_mostly_known(a) || is_headed())
}

/// Whether the lexicon knows at least half of the words of a line.
fn are_mostly_known(line: &str) -> bool {
    let known = words(line).filter(|word| lexicon::get(word).is_known()).count();
    2 * known >= words(line).count()
}

/// Whether two lines have the same letters but for a few, and all numbers.
fn go_together(a: &str, b: &str, mut budget: usize, max_gap: usize) -> bool {
    let (mut left, mut right) = (Window::new(a), Window::new(b));
    loop {
        left.jump(&mut right);
        match (left.get(0), right.get(0)) {
            (None, None) => return true,
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
}

/// So few words are looked for one by one.
const FEW_WORDS: usize = 6;

/// The words of one line that the other does not have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Only {
    words: usize,
    /// How many of them no lexicon has: what damage makes of words.
    unknown: usize,
}

impl Only {
    /// The words that each of two lines has alone.
    fn of(a: &str, b: &str, there: &mut Vec<u64>) -> (Self, Self) {
        // No word is in what they share at their ends, up to a gap.
        let (start, end) = shared::ends(a, b);
        let start = a[..start].rfind(is_gap).unwrap_or(0);
        let end = a[a.len() - end..].find(is_gap).map_or(0, |at| end - at);
        let mut of =
            |line: &str, other: &str| Self::among(&line[start..line.len() - end], other, there);
        (of(a, b), of(b, a))
    }

    /// Those of some words that the other line does not have; `there` is working
    /// memory.
    fn among(some: &str, other: &str, there: &mut Vec<u64>) -> Self {
        let mut only = Self::default();
        let mut add = |word: &str| {
            only.words += 1;
            only.unknown += usize::from(!is_known(word, other));
        };
        if words(some).nth(FEW_WORDS).is_none() {
            words(some).filter(|word| !has(other, word)).for_each(add);
        } else {
            there.clear();
            there.extend(words(other).map(key));
            there.sort_unstable();
            let is_there = |word: &&str| there.binary_search(&key(word)).is_ok();
            words(some).filter(|word| !is_there(word)).for_each(&mut add);
        }
        only
    }
}

/// Whether the lexicon has a word, which may be a genitive; or the other line has it but for
/// the no before it, `unlocked` beside `locked`.
fn is_known(word: &str, other: &str) -> bool {
    const SHORTEST: usize = 3;
    let is_genitive = || {
        word.rsplit_once(is_mark).is_some_and(|(stem, end)| {
            end.eq_ignore_ascii_case("s") && lexicon::get(stem).is_known()
        })
    };
    let denies = |no: &&str| {
        word.split_at_checked(no.len()).is_some_and(|(start, rest)| {
            start.eq_ignore_ascii_case(no) && rest.len() >= SHORTEST && has(other, rest)
        })
    };
    lexicon::get(word).is_known() || is_genitive() || ["un", "non"].iter().any(denies)
}

/// Whether a line has a word.
fn has(line: &str, word: &str) -> bool {
    let first = word.as_bytes()[0];
    let (lower, upper) = (first.to_ascii_lowercase(), first.to_ascii_uppercase());
    // Letters beyond ASCII have these two in lower case as well.
    if !first.is_ascii() || matches!(lower, b'i' | b'k') {
        return words(line).any(|there| Folded::new(there).eq(Folded::new(word)));
    }
    memchr::memchr2_iter(lower, upper, line.as_bytes()).any(|at| {
        // A word begins behind a gap, whatever marks are between.
        let before = line[..at].chars().rev().find(|c| !is_mark(*c));
        if !before.is_none_or(is_gap) {
            return false;
        }
        let end = line[at..].find(is_gap).map_or(line.len(), |len| at + len);
        Folded::new(&line[at..end]).eq(Folded::new(word))
    })
}

fn words(line: &str) -> impl Iterator<Item = &str> {
    line.split(is_gap).map(|word| word.trim_matches(is_mark)).filter(|word| !word.is_empty())
}

/// Whether this stands between words.
fn is_gap(c: char) -> bool {
    !counts(c) && !is_mark(c)
}

/// Whether this stands in words, but does not count.
fn is_mark(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}')
}

/// How many characters to skip on both sides so that they go on alike.
fn difference(
    left: &mut Window<'_>,
    right: &mut Window<'_>,
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

fn synced(left: &mut Window<'_>, l: usize, right: &mut Window<'_>, r: usize) -> bool {
    (0..SYNC).all(|k| left.get(l + k) == right.get(r + k))
}

/// The next few folded characters of a line.
struct Window<'a> {
    rest: Folded<'a>,
    ring: [Option<char>; 32],
    from: usize,
    len: usize,
}

impl<'a> Window<'a> {
    fn new(line: &'a str) -> Self {
        Self { rest: Folded::new(line), ring: [None; 32], from: 0, len: 0 }
    }

    /// The character `ahead` of the next one.
    fn get(&mut self, ahead: usize) -> Option<char> {
        while self.len <= ahead {
            self.ring[(self.from + self.len) % 32] = self.rest.next();
            self.len += 1;
        }
        self.ring[(self.from + ahead) % 32]
    }

    /// Skips what two lines share from here on.
    fn jump(&mut self, other: &mut Self) {
        if self.len + other.len > 0 {
            return;
        }
        if let (Some(a), Some(b)) = (self.rest.unread(), other.rest.unread()) {
            let start = shared::start(a, b);
            self.rest = Folded::new(&a[start..]);
            other.rest = Folded::new(&b[start..]);
        }
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
pub(super) fn is_cleaner(text: &str, a: &Line, b: &Line, there: &mut Vec<u64>) -> bool {
    let (a, b) = (a.text(text).trim_start(), b.text(text).trim_start());
    let (start, end) = shared::ends(a, b);
    if start == a.len() && start == b.len() {
        return false;
    }
    let (mine, other) = (Damage::of(a, start, end), Damage::of(b, start, end));
    if mine.marks != other.marks {
        return mine.marks < other.marks;
    }
    let (only_a, only_b) = Only::of(a, b, there);
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;

    const WORDS: &[&str] = &[
        "the",
        "The",
        "ferry",
        "fery",
        "ISLANDS",
        "islands,",
        "don\u{2019}t",
        "'dont'",
        "(kelvin)",
        "\u{212a}elvin",
        "\u{130}s",
        "sails",
        "12",
        "\u{e9}t\u{e9}",
        "\u{c9}t\u{e9}.",
        "<b>",
        "again .",
        "again,and",
        "  ",
        "&amp;",
        "\u{c3}\u{a9}",
    ];

    fn line() -> impl Strategy<Value = Vec<&'static str>> {
        prop::collection::vec(select(WORDS), 0..12)
    }

    /// Two lines that share much, or all.
    fn two() -> impl Strategy<Value = (String, String)> {
        (line(), line(), line(), line()).prop_map(|(start, a, b, end)| {
            let of = |own: &[&str]| [&start, own, &end].concat().join(" ");
            (of(&a), of(&b))
        })
    }

    fn slow_only(a: &str, b: &str) -> Only {
        let mut only = Only::default();
        for word in words(a).filter(|word| !words(b).any(|other| key(word) == key(other))) {
            only.words += 1;
            only.unknown += usize::from(!is_known(word, b));
        }
        only
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(4_000) })]

        #[test]
        fn no_word_is_in_what_is_shared((a, b) in two()) {
            prop_assert_eq!(Only::of(&a, &b, &mut Vec::new()), (slow_only(&a, &b), slow_only(&b, &a)), "{} | {}", a, b);
        }

        #[test]
        fn damage_differs_where_lines_do((a, b) in two()) {
            let (start, end) = shared::ends(&a, &b);
            let differ = |a: Damage, b: Damage| {
                (a.marks.wrapping_sub(b.marks), a.capitals.wrapping_sub(b.capitals))
            };
            let fast = differ(Damage::of(&a, start, end), Damage::of(&b, start, end));
            prop_assert_eq!(fast, differ(Damage::of(&a, 0, 0), Damage::of(&b, 0, 0)), "{} | {}", a, b);
        }

        #[test]
        fn what_is_shared_goes_together((a, b) in two(), budget in 0..20usize) {
            let (a, b) = (a.to_ascii_lowercase(), b.to_ascii_lowercase());
            for max_gap in [MAX_GAP_APART, MAX_GAP] {
                let fast = go_together(&a, &b, budget, max_gap);
                // In other case nothing is skipped.
                let slow = go_together(&a, &b.to_ascii_uppercase(), budget, max_gap);
                prop_assert_eq!(fast, slow, "{} | {}", a, b);
            }
        }
    }
}
