//! Finding the places that the pass may have work at, without reading words.
//!
//! Nearly all marks of a text have white space behind them and a word before
//! them. A sweep without branches, many bytes at a time, finds those that have
//! not; what it finds is looked at once more, byte by byte, and only what
//! remains is worth asking for the words of the text.

use crate::passes::blocks::{self, BLOCK, ROOM, Window, around};
use crate::text::swar;

/// The places of a text that may need work, as offsets of bytes: of a mark
/// that touches the next word, or of one with a space on its wrong side.
pub(super) fn places(text: &str) -> impl Iterator<Item = usize> {
    Sweep { bytes: text.as_bytes(), block: 0, next: 0, found: 0 }
        .filter(|&at| is_worth_a_look(text, at))
}

struct Sweep<'t> {
    bytes: &'t [u8],
    /// Where the block begins that `found` is about.
    block: usize,
    /// Where the next block begins.
    next: usize,
    /// A bit for each byte of the block that was found and not yet given.
    found: u64,
}

impl Iterator for Sweep<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        while self.found == 0 {
            if self.next >= self.bytes.len() {
                return None;
            }
            self.block = self.next;
            self.next += BLOCK;
            self.found = self.sweep();
        }
        let at = self.block + self.found.trailing_zeros() as usize;
        self.found &= self.found - 1;
        Some(at)
    }
}

impl Sweep<'_> {
    fn sweep(&self) -> u64 {
        let mut padded = ROOM;
        find(blocks::window(self.bytes, self.block, b'\n', &mut padded))
    }
}

/// The bytes of the block that the tests find, as bits.
fn find(window: &Window) -> u64 {
    // The cheapest test rules out most blocks.
    let (mut least, mut high) = (u8::MAX, 0);
    for (a, b, c, _) in around(window) {
        least = least.min(distance(a, b, c));
        high |= b;
    }
    let mut odd = false;
    if high >= 0x80 {
        for (a, b, c, d) in around(window) {
            odd |= beyond_ascii(a, b, c, d);
        }
    }
    if least > 0 && !odd {
        return 0;
    }
    let mut found = [0; BLOCK];
    for (found, (a, b, c, d)) in found.iter_mut().zip(around(window)) {
        *found = u8::from(ascii(a, b, c) | beyond_ascii(a, b, c, d));
    }
    swar::gather(&found, 0)
}

/// How far a byte is from one of which [`ascii`] may hold: 0 if it may.
///
/// Each part is 0 if what it stands for is so. Then the least of two parts is
/// 0 if one of them is so, and their bits together are if both are; that takes
/// fewer instructions than comparing.
#[inline(always)]
fn distance(before: u8, b: u8, after: u8) -> u8 {
    let within = |first: u8, last: u8| b.wrapping_sub(first).saturating_sub(last - first);
    let is = |b: u8, other: u8| b ^ other;
    let not = |b: u8, other: u8| if b == other { u8::MAX } else { 0 };
    let after_letter = before.saturating_sub(b'@' - 1);
    let apostrophe = not(b, b'\'').min(after_letter);
    let low = within(b'!', b'.') | not(b, b'-') | apostrophe;
    let mark = low.min(within(b':', b'?'));
    let (spaced, ends) = (before.saturating_sub(b' '), after.saturating_sub(b'0' - 1));
    // Both of them or none.
    let odd = spaced.min(1) ^ ends.min(1);
    let stray = spaced | is(b, b',').min(is(b, b')')).min(0x80_u8.saturating_sub(after));
    let opens = is(b, b'(') | is(after, b' ');
    mark | odd.min(stray).min(opens)
}

/// Tests a byte between its neighbours: a mark that touches what is no space
/// on both sides, or on neither.
fn ascii(before: u8, b: u8, after: u8) -> bool {
    let (ends, pairs) = (ends_clause(b), pairs(b));
    let spaced = before <= b' ';
    let touches = !spaced & ((after > b'9') | (pairs & (after >= b'0')));
    let stray = spaced & ((after < b'0') | (b == b')') | (ends & (after >= 0x80)));
    // A digit may follow a comma, or a word that a comma stands before.
    let comma = (b == b',') & (after >= b'0');
    let opens = (b == b'(') & (after == b' ');
    let follows = ends_clause(before) | self::pairs(before) | (before == b'\'');
    let quote = follows & (b == b'\'') & (after >= b'0');
    ((ends | pairs) & (touches | stray)) | comma | opens | quote
}

/// `! , . : ; ?`
fn ends_clause(b: u8) -> bool {
    ((b & !2) == b',') | ((b | 1) == b';') | (b == b'!') | (b == b'?')
}

/// `" ( )`
fn pairs(b: u8) -> bool {
    (b == b'"') | ((b | 1) == b')')
}

/// Tests a byte for curly quotes with a space on the wrong side or none at
/// all, and for the Arabic marks that end clauses.
fn beyond_ascii(before: u8, b: u8, after: u8, later: u8) -> bool {
    // The last bytes of `”` and `“`, and the first of `”`.
    let touches = (before == 0x80) & (b == 0x9d) & (after > b'9');
    let opens = (b == 0x9c) & (after == b' ');
    let closes = (before == b' ') & (b == 0xe2) & (later == 0x9d);
    let arabic = (before == 0xd8) & ((b == 0x8c) | (b == 0x9b) | (b == 0x9f)) & (after > b' ');
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
            let ends = after.is_none_or(|c| c.is_whitespace() || "\"”’)".contains(c));
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
pub(super) const MAX_MARKS: usize = 4;

/// Whether a word follows the mark at `at`, maybe behind quotes and brackets;
/// one with a capital, if it has to be.
fn touches(text: &str, at: usize, capital: bool) -> bool {
    let marks = |c: &char| "\"'“”‘’«»„()[¿¡,.;:!?".contains(*c);
    let next = text[at + 1..].chars().take(MAX_MARKS + 1).find(|c| !marks(c));
    match next {
        // Arabic has no capitals.
        Some(c) if capital => c.is_uppercase() || ('\u{620}'..='\u{6d3}').contains(&c),
        Some(c) => !c.is_whitespace() && is_spaced(c),
        None => false,
    }
}

/// Whether the character is no letter, or one of a script that parts words by
/// spaces.
pub(super) fn is_spaced(c: char) -> bool {
    c < '\u{700}' || ('\u{1e00}'..'\u{2000}').contains(&c) || !c.is_alphabetic()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cheapest_test_rules_out_nothing_that_is_found() {
        for (a, b, c) in (0..1 << 24).map(|x: u32| ((x >> 16) as u8, (x >> 8) as u8, x as u8)) {
            assert!(!ascii(a, b, c) || distance(a, b, c) == 0, "{a:?} {b:?} {c:?}");
        }
    }
}
