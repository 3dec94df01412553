//! Where a space may be missing or one too many, found without reading words.
//!
//! Nearly all marks of a text have white space behind them and a word before
//! them. A sweep without branches, many bytes at a time, finds those that have
//! not; what it finds is looked at once more, byte by byte, and only what
//! remains is worth asking for the words of the text.

use std::ops::Range;

use crate::text::blocks::{self, BLOCK, ROOM, Window};
use crate::text::lanes::{self, Lanes, is};
use crate::text::places::{self, Parts, REACH};

/// Adds the places of a part of a text that may need work, as offsets of bytes:
/// of a mark that touches the next word, or of one with a space on its wrong
/// side.
pub(crate) fn find(text: &str, part: Range<usize>, gaps: &mut Vec<u32>) {
    let mut padded = ROOM;
    for block in part.clone().step_by(BLOCK) {
        let found = sweep(blocks::window(text.as_bytes(), block, b'\n', &mut padded));
        let places = lanes::each(found).map(|at| block + at).filter(|at| *at < part.end);
        // Places in a text have 32 bits.
        gaps.extend(places.filter(|at| is_worth_a_look(text, *at)).map(|at| at as u32));
    }
}

/// Makes the places that [`find`] finds in a text those of `new`, in which these
/// parts are edited. `found` is working memory, and empty.
pub(crate) fn find_again(gaps: &mut Vec<u32>, parts: &Parts, new: &str, found: &mut Vec<u32>) {
    for part in parts.iter() {
        find(new, part.within(new), found);
    }
    places::update(gaps, parts, found);
}

// What a place depends on: a mark, `MAX_MARKS` more and the character behind.
const _: () = assert!(REACH >= 4 * (MAX_MARKS + 2));

/// The bytes of the block that the tests find, as bits.
fn sweep(window: &Window) -> u64 {
    // The cheapest test rules out most marks, and in most blocks all there is.
    let may_be = lanes::bits(window, |[before, b, after]| may_be_odd(before, b, after) | b);
    if may_be == 0 {
        return 0;
    }
    let high = lanes::bits(window, |[_, b]| b);
    let beyond = match high {
        0 => 0,
        _ => lanes::bits(window, |[a, b, c, d]| beyond_ascii(a, b, c, d)),
    };
    let is_odd = |&at: &usize| ascii(window[at], window[at + 1], window[at + 2]);
    lanes::each(may_be & !high).filter(is_odd).fold(beyond, |found, at| found | 1 << at)
}

/// A mark other than those that end a clause and have a word before them, and
/// a space or another mark behind. Holds wherever [`ascii`] does.
#[inline(always)]
fn may_be_odd(before: Lanes, b: Lanes, after: Lanes) -> Lanes {
    let mark = lanes::within(b, b'!', b'.') | lanes::within(b, b':', b'?');
    let ends = !lanes::at_most(before, b' ') & lanes::at_most(after, b'0' - 1) & !is(b, b'(');
    mark & !ends
}

/// Tests a byte between its neighbours: a mark that touches what is no space
/// on both sides, or on neither.
fn ascii(before: u8, b: u8, after: u8) -> bool {
    let (ends, touches) = (ends_clause(b), after >= b'0');
    if !ends && !pairs(b) {
        let follows = || ends_clause(before) || pairs(before) || before == b'\'';
        return b == b'\'' && touches && follows();
    }
    match b {
        // A digit may follow a comma, or a word that a comma stands before.
        b',' if touches => true,
        b'(' if after == b' ' => true,
        _ if before <= b' ' => !touches || b == b')' || ends && !after.is_ascii(),
        _ => after > b'9' || !ends && touches,
    }
}

/// `! , . : ; ?`
fn ends_clause(b: u8) -> bool {
    matches!(b, b'!' | b',' | b'.' | b':' | b';' | b'?')
}

/// `" ( )`
fn pairs(b: u8) -> bool {
    matches!(b, b'"' | b'(' | b')')
}

/// Tests bytes for curly quotes with a space on the wrong side or none at all,
/// and for the Arabic marks that end clauses.
#[inline(always)]
fn beyond_ascii(before: Lanes, b: Lanes, after: Lanes, later: Lanes) -> Lanes {
    // The last bytes of `”` and `“`, and the first of `”`.
    let touches = is(before, 0x80) & is(b, 0x9d) & lanes::at_least(after, b'9' + 1);
    let opens = is(b, 0x9c) & is(after, b' ');
    let closes = is(before, b' ') & is(b, 0xe2) & is(later, 0x9d);
    let mark = is(b, 0x8c) | is(b, 0x9b) | is(b, 0x9f);
    let arabic = is(before, 0xd8) & mark & lanes::at_least(after, b' ' + 1);
    touches | opens | closes | arabic
}

/// Looks at a place that the sweep has found, by what is cheap to know.
fn is_worth_a_look(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let before = at.checked_sub(1).map_or(b'\n', |i| bytes[i]);
    let b = bytes[at];
    if !b.is_ascii() {
        return is_mark_beyond_ascii(text, at);
    }
    if before <= b' ' {
        return is_stray(text, at, before, b);
    }
    match b {
        // Behind another stop, it is part of an ellipsis, or that was the one of
        // an abbreviation.
        b'.' if before == b'.' => {
            let word = at > 1 && bytes[at - 2].is_ascii_alphabetic();
            word && bytes.get(at + 1) != Some(&b'.') && touches(text, at, true)
        }
        b'.' => !follows_initial(bytes, at) && touches(text, at, true),
        b'!' | b'?' => touches(text, at, false),
        b',' if before.is_ascii_digit() && bytes[at + 1].is_ascii_digit() => {
            let digits = bytes[at + 1..].iter().take(5).take_while(|b| b.is_ascii_digit());
            digits.count() == 4
        }
        // A time or a score.
        b':' if before.is_ascii_digit() => false,
        b',' | b';' | b':' => touches(text, at, false),
        // `word(s)`
        b'(' => !before.is_ascii_alphanumeric() || bytes.get(at + 2) != Some(&b')'),
        _ => true,
    }
}

/// Whether the byte is that of the mark the sweep takes it for, and not of a
/// letter: many scripts share their last bytes with the quotes.
fn is_mark_beyond_ascii(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let before = |n: usize| at.checked_sub(n).map_or(b'\n', |i| bytes[i]);
    match bytes[at] {
        // `“` before a space says something only where it opens.
        0x9c if before(1) == 0x80 && before(2) == 0xe2 => {
            let edge = before(3);
            edge.is_ascii_whitespace() || !edge.is_ascii()
        }
        0x9c => false,
        0x9d => before(2) == 0xe2 && text[at + 1..].chars().next().is_some_and(is_spaced),
        _ => true,
    }
}

/// Whether the mark behind white space belongs to the word before it, as far
/// as its neighbours tell.
fn is_stray(text: &str, at: usize, before: u8, b: u8) -> bool {
    let rest = &text[at + 1..];
    let after = rest.chars().next();
    match b {
        _ if b != b'"' && b != b'(' && before != b' ' => false,
        b',' | b'.' | b';' | b':' | b'!' | b'?' => {
            let ends =
                after.is_none_or(|c| c.is_whitespace() || matches!(c, '"' | '”' | '’' | ')'));
            let last = text[..at - 1].chars().next_back();
            (ends || b == b',') && last.is_some_and(|c| !c.is_whitespace())
        }
        b'(' => after == Some(' '),
        b')' => !after.is_some_and(char::is_alphanumeric),
        b'"' => before == b' ' || after == Some(' '),
        _ => true,
    }
}

/// Whether the stop at `at` is that of an initial, and not the last of them:
/// both of `U.S.A.` but the last, that of `J.Smith`.
fn follows_initial(bytes: &[u8], at: usize) -> bool {
    let is_letter = |i: usize| bytes.get(i).is_some_and(u8::is_ascii_alphabetic);
    let starts = at < 2 || bytes[at - 2].is_ascii_whitespace() || bytes[at - 2] == b'.';
    let is_last = at > 1 && bytes[at - 2] == b'.' && bytes.get(at + 2) != Some(&b'.');
    starts && is_letter(at - 1) && is_letter(at + 1) && !is_last
}

/// How many quotes and brackets may stand behind a mark.
pub(crate) const MAX_MARKS: usize = 4;

/// Whether a word follows the mark at `at`, maybe behind quotes and brackets;
/// one with a capital, if it has to be.
fn touches(text: &str, at: usize, capital: bool) -> bool {
    let is_mark = |c: &char| {
        matches!(c, '"' | '\'' | '(' | ')' | '[' | ',' | '.' | ';' | ':' | '!' | '?')
            || matches!(c, '“' | '”' | '‘' | '’' | '«' | '»' | '„' | '¿' | '¡')
    };
    let next = text[at + 1..].chars().take(MAX_MARKS + 1).find(|c| !is_mark(c));
    match next {
        // Arabic has no capitals.
        Some(c) if capital => c.is_uppercase() || ('\u{620}'..='\u{6d3}').contains(&c),
        Some(c) => !c.is_whitespace() && is_spaced(c),
        None => false,
    }
}

/// Whether the character is no letter, or one of a script that parts words by
/// spaces.
pub(crate) fn is_spaced(c: char) -> bool {
    c < '\u{700}' || ('\u{1e00}'..'\u{2000}').contains(&c) || !c.is_alphabetic()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;
    use crate::text::places::tests::edited;

    fn found(text: &str) -> Vec<u32> {
        let mut gaps = Vec::new();
        find(text, 0..text.len(), &mut gaps);
        gaps
    }

    /// What gaps are made of, and words to part them.
    fn part() -> impl Strategy<Value = &'static str> {
        prop_oneof![
            3 => select(&[" ", ".", ",", "\"", "'", "(", ")", ":", ";", "!", "?", "[", "\n"][..]),
            2 => select(&["“", "”", "’", "«", "…", "،", "؛", "„", "¿", "\u{a0}", "1", "0"][..]),
            2 => select(&["a", "A", "the", "The", "é", "É", "رقم", "日", "𝔄", "U.S.", "2000"][..]),
            1 => select(&["letters of one word that is longer than what a place depends on"][..]),
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 4000, ..ProptestConfig::default() })]

        #[test]
        fn around_the_edits_is_all_that_changes(
            parts in prop::collection::vec((part(), part(), 0_u8..8), 0..60),
        ) {
            let (text, edits) = edited(&parts);
            let new = edits.apply(&text);
            let (mut gaps, mut parts) = (found(&text), Parts::default());
            parts.find(&edits);
            find_again(&mut gaps, &parts, &new, &mut Vec::new());
            prop_assert_eq!(gaps, found(&new));
        }
    }

    #[test]
    fn the_cheapest_test_rules_out_nothing_that_is_found() {
        for (a, b) in (0..1 << 16).map(|x: u32| ((x >> 8) as u8, x as u8)) {
            for first in (0..=255).step_by(BLOCK) {
                let after = std::array::from_fn::<u8, BLOCK, _>(|at| first + at as u8);
                let test = |[c]: [Lanes; 1]| may_be_odd(Lanes::splat(a), Lanes::splat(b), c);
                let may_be = lanes::bits(&after, test);
                for (at, &c) in after.iter().enumerate() {
                    assert!(!ascii(a, b, c) || may_be >> at & 1 != 0, "{a:?} {b:?} {c:?}");
                }
            }
        }
    }
}
