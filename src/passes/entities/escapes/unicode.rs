//! `don\u2019t`, and the same without its backslash.

use std::ops::Range;

use memchr::memmem;

use super::{
    Escape, Text, WINDOW, before, hex, is_code_line, is_digit, letter_at, letter_before, line,
};
use crate::search::find_short;

/// So many bytes has one escape.
const UNIT: usize = 6;

/// `don\u2019t`, `\u041f\u0440\u0438`.
pub(super) fn find(bytes: &[u8], at: usize) -> Option<Escape> {
    let is_unit = |u: &[u8]| u.starts_with(b"\\u") && hex(&u[2..]).is_some();
    // A run is looked at once, at its beginning.
    if at.checked_sub(UNIT).is_some_and(|from| is_unit(&bytes[from..at])) {
        return None;
    }
    let mut end = at;
    while bytes.get(end..end + UNIT).is_some_and(is_unit) {
        end += UNIT;
    }
    let units = || bytes[at..end].chunks_exact(UNIT).map(|u| hex(&u[2..]).unwrap_or(0));
    if end == at || !units().all(is_of_text) || !is_well_formed(units()) {
        return None;
    }
    let (left, right) = (before(bytes, at), bytes.get(end).copied());
    let in_range = matches!(left, Some(b'[' | b'-' | b'\\' | b'`'))
        || matches!(right, Some(b']' | b'-' | b'`' | b'\\'));
    let enclosed = left == right && matches!(left, Some(b'"' | b'\''));
    let touches = letter_before(bytes, at)
        || letter_at(bytes, end)
        || end - at > 2 * UNIT
        || end - at == UNIT && units().any(|unit| may_stand_alone(bytes, at..end, unit));
    if in_range || enclosed || !touches || is_code_line(bytes, at) {
        return None;
    }
    Some(Escape { range: at..end, text: Text::Units(at..end), rule: "entities/unicode-escape" })
}

/// Whether texts are full of the character, or of its halves, and it is not what a table or
/// a range of characters shows.
fn is_of_text(unit: u32) -> bool {
    matches!(unit, 0xA0..=0x24F | 0x370..=0x5FF | 0x600..=0x6FF | 0x2010..=0x2026 | 0x20AC | 0x2122)
        || matches!(unit, 0x0900..=0x0E7F | 0x3040..=0x30FF | 0x4E00..=0x9FFF | 0xAC00..=0xD7A3)
        || matches!(unit, 0xD800..=0xDFFF | 0x26 | 0x27 | 0x22 | 0x3C | 0x3E)
}

/// Whether each half of a character has its other half.
fn is_well_formed(units: impl Iterator<Item = u32>) -> bool {
    let mut halves = units.filter(|n| matches!(n, 0xD800..=0xDFFF));
    while let Some(high) = halves.next() {
        if high >= 0xDC00 || halves.next().is_none_or(|low| low < 0xDC00) {
            return false;
        }
    }
    true
}

/// Whether one escape that touches no letter stands for its sign: a closing quotation mark, a
/// sign of money, a dash.
fn may_stand_alone(bytes: &[u8], escape: Range<usize>, unit: u32) -> bool {
    let Range { start, end } = escape;
    match unit {
        0x2019 | 0x201D => closes_behind_mark(bytes, start, end),
        0xA3 | 0x20AC => is_before_sum(bytes, start, end) && !shows_escapes(bytes, escape),
        0x2013 | 0x2014 => is_between_figures(bytes, start, end) && !shows_escapes(bytes, escape),
        _ => false,
    }
}

/// Whether a mark that ends a word, or more than one, stands before a closing quotation
/// mark, and no letter behind it: `“Well,\u201d she said`.
fn closes_behind_mark(bytes: &[u8], at: usize, end: usize) -> bool {
    const MOST: usize = 3;
    let is_mark = |b: &u8| matches!(b, b'.' | b',' | b'!' | b'?');
    let marks = bytes[..at].iter().rev().take(MOST).take_while(|b| is_mark(b)).count();
    marks > 0
        && (letter_before(bytes, at - marks) || is_digit(before(bytes, at - marks)))
        && bytes.get(end).is_none_or(|b| matches!(b, b' ' | b'\n' | b')'))
}

/// Whether a figure stands behind a sign of money, and nothing before it: `for \u00a35`.
fn is_before_sum(bytes: &[u8], at: usize, end: usize) -> bool {
    matches!(before(bytes, at), None | Some(b' ' | b'\n' | b'('))
        && is_digit(bytes.get(end).copied())
}

/// Whether a dash stands between two figures: `2010\u20132012`.
fn is_between_figures(bytes: &[u8], at: usize, end: usize) -> bool {
    is_digit(before(bytes, at)) && is_digit(bytes.get(end).copied())
}

/// Whether the text near tells of an escape by figures: it has such an escape alone too, or
/// the same figures with a plain sign: `10-12 and 10\u201312`, `£5 and \u00a35`.
fn shows_escapes(bytes: &[u8], escape: Range<usize>) -> bool {
    let from = escape.start.saturating_sub(WINDOW);
    let near = &bytes[from..bytes.len().min(escape.end + WINDOW)];
    let is_free =
        |b: Option<u8>| b.is_none_or(|b| b.is_ascii() && !b.is_ascii_alphanumeric() && b != b'\\');
    let is_alone = |at: usize| {
        let number = bytes.get(at + 2..at + 6).and_then(hex);
        matches!(number, Some(0xA3 | 0x20AC | 0x2013 | 0x2014))
            && is_free(before(bytes, at))
            && is_free(bytes.get(at + 6).copied())
    };
    let is_figure = |b: &&u8| b.is_ascii_digit();
    let first = bytes[from..escape.start].iter().rev().take_while(is_figure).count();
    let first = &bytes[escape.start - first..escape.start];
    let last = bytes[escape.end..].iter().take(WINDOW).take_while(is_figure).count();
    let last = &bytes[escape.end..escape.end + last];
    let has_plain_dash = |at: usize| {
        ["-", "–", "—"].iter().any(|dash| {
            let behind = near[at + first.len()..].strip_prefix(dash.as_bytes());
            behind.is_some_and(|behind| behind.starts_with(last))
        })
    };
    let has_plain_sum = || {
        const CLOSE: usize = 40;
        let from = escape.start.saturating_sub(CLOSE);
        let close = &bytes[from..bytes.len().min(escape.end + CLOSE)];
        let own = sum(&bytes[escape.end..]);
        ["£", "€"].iter().any(|sign| {
            let mut sums = memmem::find_iter(close, sign.as_bytes());
            sums.any(|at| sum(&bytes[from + at + sign.len()..]) == own)
        })
    };
    memmem::find_iter(near, b"\\u").any(|at| is_alone(from + at))
        || first.is_empty() && has_plain_sum()
        || !first.is_empty() && memmem::find_iter(near, first).any(has_plain_dash)
}

/// The sum at the beginning, with what it has behind a point: `5`, `1,200.50`.
fn sum(bytes: &[u8]) -> &[u8] {
    const LONGEST: usize = 16;
    let is_part = |b: &&u8| b.is_ascii_digit() || b",.".contains(b);
    let parts = &bytes[..bytes.iter().take(LONGEST).take_while(is_part).count()];
    let end = parts.iter().rposition(u8::is_ascii_digit).map_or(0, |at| at + 1);
    &parts[..end]
}

/// `u2019` after a letter: `\u2019` that lost its backslash.
pub(super) fn lost_backslash(bytes: &[u8], at: usize) -> Option<Escape> {
    let number = hex(bytes.get(at + 1..at + 5)?)?;
    let (before, after) = (before(bytes, at), bytes.get(at + 5).copied());
    let letter_before = before.is_some_and(|b| b.is_ascii_alphabetic());
    let letter_after = after.is_some_and(|b| b.is_ascii_alphabetic());
    let ends = after.is_none_or(|b| !b.is_ascii_alphanumeric());
    let lower_after = after.is_some_and(|b| b.is_ascii_lowercase());
    let found = match number {
        // `Chinau2019s`, `thatu2014or`; but `Peru2014` is a name and a year.
        0x2013 | 0x2014 | 0x2018 | 0x2019 => letter_before && letter_after,
        0x201D => (letter_before || matches!(before, Some(b'.' | b',' | b'!' | b'?'))) && ends,
        0x201C => {
            let (_, rest) = line(bytes, at);
            before.is_none_or(|b| matches!(b, b' ' | b'\n' | b'('))
                && letter_after
                && find_short(rest, b"u201d").is_some()
        }
        0xC0..=0xFF => letter_before && (lower_after || ends),
        _ => false,
    };
    if !found || is_code_line(bytes, at) {
        return None;
    }
    let text = Text::Char(char::from_u32(number)?);
    Some(Escape { range: at..at + 5, text, rule: "entities/lost-backslash" })
}
