//! Debris of other escapes: those of JavaScript and JSON, of quoted-printable
//! mail and of addresses.
//!
//! Each function looks at one mark that begins such an escape, and says what
//! to put where; or nothing, if the mark may mean what it says.

use std::ops::Range;

use memchr::{memchr, memmem, memrchr};

use super::reference::windows_1252;
use crate::data::slips::ENDINGS;
use crate::search::find_short;

/// How far to look for what tells code from text, in bytes.
const WINDOW: usize = 160;

/// What an escape stands for, and what it is called.
pub(super) struct Escape {
    pub(super) range: Range<usize>,
    pub(super) text: Text,
    pub(super) rule: &'static str,
}

/// The text of an escape.
pub(super) enum Text {
    /// These bytes of the source, as they are.
    Keep(Range<usize>),
    /// So many line ends.
    LineEnds(usize),
    /// A space.
    Space,
    /// The characters of `\uXXXX` escapes.
    Units(Range<usize>),
    /// The bytes of `=XX` or `%XX` escapes.
    Hex(Range<usize>),
    /// One character.
    Char(char),
}

impl Text {
    /// Appends the text to `out`.
    pub(super) fn write(&self, source: &str, out: &mut String) {
        match self {
            Self::Keep(range) => out.push_str(&source[range.clone()]),
            Self::LineEnds(n) => out.extend(std::iter::repeat_n('\n', *n)),
            Self::Space => out.push(' '),
            Self::Char(c) => out.push(*c),
            Self::Units(range) => {
                let units = source.as_bytes()[range.clone()].chunks_exact(6);
                let units = units.map(|u| u16::try_from(hex(&u[2..]).unwrap_or(0)).unwrap_or(0));
                out.extend(char::decode_utf16(units).filter_map(Result::ok));
            }
            Self::Hex(range) => {
                let bytes = source.as_bytes()[range.clone()].chunks_exact(3);
                let bytes = bytes.map(|b| hex(&b[1..]).and_then(|n| u8::try_from(n).ok()));
                push_utf8(bytes.flatten(), out);
            }
        }
    }
}

/// The line around a byte, as far as the window goes.
fn line(bytes: &[u8], at: usize) -> (&[u8], &[u8]) {
    let from = at.saturating_sub(WINDOW);
    let to = bytes.len().min(at + WINDOW);
    let start = memrchr(b'\n', &bytes[from..at]).map_or(from, |n| from + n + 1);
    let end = memchr(b'\n', &bytes[at..to]).map_or(to, |n| at + n);
    (&bytes[start..at], &bytes[at..end])
}

/// Whether the line around a byte is data or code, which escapes belong to.
fn is_code_line(bytes: &[u8], at: usize) -> bool {
    let (before, after) = line(bytes, at);
    let line = &bytes[at - before.len()..at + after.len()];
    (0..line.len()).any(|at| is_sign_of_code(&line[at..]))
}

/// Whether a sign of data or code begins a text.
fn is_sign_of_code(text: &[u8]) -> bool {
    match text {
        [b'"', b':' | b')' | b';', ..] | [b'\'', b')', ..] => true,
        [b'{' | b'(' | b'=', b'"', ..] | [b'(' | b'=', b'\'', ..] | [b'(', b'`', ..] => true,
        [b'=' | b'+', b' ', b'"', ..] | [b'=', b' ', b'\'', ..] | [b'"', b' ', b'+', ..] => true,
        [b'\\', b'x' | b'\\', ..] | [b'/', b'g', b'i' | b',', ..] => true,
        // The end of a string, where no speech begins, and objects in one.
        [b'{', b'\\', b'"', ..] => true,
        [b'\\', b'n', b'"', after @ ..] => {
            !matches!(after, [b'A'..=b'Z' | 0x80.., ..] | [b'.', b'.', ..])
        }
        [b'\\', b'"', b' ', b':', ..] => true,
        [b'e' | b'p' | b'r', ..] => {
            [&b"echo "[..], b"printf", b"regex"].iter().any(|word| text.starts_with(word))
        }
        _ => false,
    }
}

/// `\`: a letter by its number, a quote, a line end.
pub(super) fn backslash(bytes: &[u8], at: usize) -> Option<Escape> {
    match bytes.get(at + 1)? {
        b'u' => unicode_escapes(bytes, at),
        b'n' | b'r' => line_ends(bytes, at),
        b'\'' => quote(bytes, at, b'\''),
        b'"' => quote(bytes, at, b'"'),
        _ => None,
    }
}

/// `don\u2019t`, `\u041f\u0440\u0438`.
fn unicode_escapes(bytes: &[u8], at: usize) -> Option<Escape> {
    let is_unit = |u: &[u8]| u.starts_with(b"\\u") && hex(&u[2..]).is_some();
    // A run is looked at once, at its beginning.
    if at.checked_sub(6).is_some_and(|from| is_unit(&bytes[from..at])) {
        return None;
    }
    let mut end = at;
    while bytes.get(end..end + 6).is_some_and(is_unit) {
        end += 6;
    }
    let units = bytes[at..end].chunks_exact(6).map(|u| hex(&u[2..]).unwrap_or(0));
    // What a text is full of, and not what a table or a range of characters shows.
    let is_text = |n| {
        matches!(n, 0xA0..=0x24F | 0x370..=0x5FF | 0x600..=0x6FF | 0x2010..=0x2026 | 0x20AC | 0x2122)
            || matches!(n, 0x0900..=0x0E7F | 0x3040..=0x30FF | 0x4E00..=0x9FFF | 0xAC00..=0xD7A3)
            || matches!(n, 0xD800..=0xDFFF | 0x26 | 0x27 | 0x22 | 0x3C | 0x3E)
    };
    let well_formed = || {
        let mut halves = units.clone().filter(|n| matches!(n, 0xD800..=0xDFFF)).peekable();
        let mut paired = true;
        while let Some(high) = halves.next() {
            paired &= high < 0xDC00 && halves.next().is_some_and(|low| low >= 0xDC00);
        }
        paired
    };
    if end == at || !units.clone().all(is_text) || !well_formed() {
        return None;
    }
    let (left, right) = (before(bytes, at), bytes.get(end).copied());
    let in_range = matches!(left, Some(b'[' | b'-' | b'\\' | b'`'))
        || matches!(right, Some(b']' | b'-' | b'`' | b'\\'));
    let enclosed = left == right && matches!(left, Some(b'"' | b'\''));
    let stands_alone = || match units.clone().next() {
        Some(0x2019 | 0x201D) => closes_behind_mark(bytes, at, end),
        Some(0xA3 | 0x20AC) => is_before_sum(bytes, at, end) && !shows_escapes(bytes, at..end),
        Some(0x2013 | 0x2014) => {
            is_between_figures(bytes, at, end) && !shows_escapes(bytes, at..end)
        }
        _ => false,
    };
    let touches = letter_before(bytes, at)
        || letter_at(bytes, end)
        || end - at > 12
        || end - at == 6 && stands_alone();
    if in_range || enclosed || !touches || is_code_line(bytes, at) {
        return None;
    }
    Some(Escape { range: at..end, text: Text::Units(at..end), rule: "entities/unicode-escape" })
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

/// `It was late.\nThey left.`
fn line_ends(bytes: &[u8], at: usize) -> Option<Escape> {
    // A run, perhaps with spaces in it, is looked at once, at its beginning.
    let spaces = |from: usize| bytes[from..].iter().take_while(|&&b| b == b' ').count();
    // At the start of a text it may go on in the next lines: when it is gone,
    // they are the first ones.
    let is_first = bytes[..at].trim_ascii_end().is_empty();
    let text_before = if is_first { &[] } else { &bytes[..at - spaces_before(bytes, at)] };
    if text_before.ends_with(b"\\n") || text_before.ends_with(b"\\r") {
        return None;
    }
    let (mut end, mut lines, mut next) = (at, 0, at);
    while let Some(b'\\') = bytes.get(next) {
        match bytes.get(next + 1) {
            Some(b'n') => lines += 1,
            Some(b'r') => lines += usize::from(!bytes[next + 2..].starts_with(b"\\n")),
            _ => break,
        }
        end = next + 2;
        next = match is_first {
            true => bytes.len() - bytes[end..].trim_ascii_start().len(),
            false => end + spaces(end),
        };
    }
    let mark_before = text_before
        .last()
        .is_none_or(|b| matches!(b, b'.' | b'!' | b'?' | b':' | b'"' | b')') || !b.is_ascii());
    let after = bytes[end..bytes.len().min(end + 8)].trim_ascii_start().first();
    let starts_after = after.is_none_or(|b| {
        b.is_ascii_uppercase() || !b.is_ascii() || matches!(b, b'"' | b'-' | b'\n' | b'\\')
    });
    // Both halves of the line ends of Windows.
    let both = end - at == 4;
    let in_word = letter_before(bytes, at) && after.is_some_and(u8::is_ascii_lowercase);
    let ends_line = both && matches!(bytes.get(end), None | Some(b'\n'));
    let sure =
        if lines >= 2 { !in_word } else { ends_line || ((mark_before || both) && starts_after) };
    let escaped = before_n(bytes, at, 2) == Some(b'\\');
    let in_text = before_n(bytes, at, 2)
        .is_some_and(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'!' | b'?'));
    let enclosed =
        matches!(before(bytes, at), Some(b'"' | b'\'' | b'`' | b'(')) && !escaped && !in_text;
    if lines == 0 || !sure || enclosed || is_code_line(bytes, at) {
        return None;
    }
    let mut range = at..end;
    range.end += spaces(range.end);
    range.start = text_before.len();
    let beside = before(bytes, range.start).is_none_or(|b| b == b'\n')
        || bytes.get(range.end).is_none_or(|&b| b == b'\n');
    let text = Text::LineEnds(if beside { 0 } else { lines.min(2) });
    Some(Escape { range, text, rule: "entities/escaped-line-end" })
}

/// `don\'t`, `\"Well,\" she said`.
///
/// In TeX the same signs put an accent on the next letter: `caf\'e`, `\"uber`.
fn quote(bytes: &[u8], at: usize, mark: u8) -> Option<Escape> {
    let (before_line, after_line) = line(bytes, at);
    let (before, rest) = (before(bytes, at), &after_line[2..]);
    let escaped = |part: &[u8], n: usize| n > 0 && part[n - 1] == b'\\';
    // A string in code is enclosed in the same quote without backslash, which
    // follows a bracket or an operator, or stands at the edge of the line.
    let free = |part: &[u8]| {
        memchr::memchr_iter(mark, part).filter(|&n| !escaped(part, n)).any(|n| {
            let front = part[..n].trim_ascii_end();
            front.is_empty()
                || matches!(front.last(), Some(b'(' | b'=' | b'[' | b'{' | b'+' | b':'))
        })
    };
    let closes = |part: &[u8]| {
        memchr::memchr_iter(mark, part).any(|n| escaped(part, n) && !letter_at(part, n + 1))
    };
    // The letter of `\n` is none.
    let after_escape = before_n(bytes, at, 2) == Some(b'\\');
    let sure = match (letter_before(bytes, at) && !after_escape, letter_at(rest, 0)) {
        (true, true) => mark == b'\'' && is_contracted(before_line, rest),
        (_, false) => before.is_some_and(|b| !b.is_ascii_whitespace()),
        (false, true) => closes(rest),
    };
    // A backslash that is quoted, or ends the path in quotes: `"\"`, `"C:\"`.
    let is_itself = mark == b'"'
        && !letter_at(rest, 0)
        && (before == Some(b'"') && !after_escape || ends_in_drive(before_line))
        && !memchr::memchr_iter(mark, before_line).any(|n| escaped(before_line, n));
    if !sure || is_itself || free(before_line) || is_code_line(bytes, at) {
        return None;
    }
    let text = Text::Keep(at + 1..at + 2);
    Some(Escape { range: at..at + 2, text, rule: "entities/escaped-quote" })
}

/// Whether the letter of a drive and its colon stand at the end: `"C:`.
fn ends_in_drive(bytes: &[u8]) -> bool {
    match bytes {
        [.., before, letter, b':'] => {
            !before.is_ascii_alphanumeric() && letter.is_ascii_alphabetic()
        }
        [letter, b':'] => letter.is_ascii_alphabetic(),
        _ => false,
    }
}

/// Whether an apostrophe between these is of a contraction or an elision:
/// `don't`, `they're`, `l'homme`, `dell'arte`.
fn is_contracted(before: &[u8], after: &[u8]) -> bool {
    let len = after.iter().take(8).take_while(|b| b.is_ascii_alphabetic()).count();
    let stem = before.iter().rev().take(8).take_while(|b| b.is_ascii_alphabetic()).count();
    let stem = &before[before.len() - stem..];
    let elided = len > 1
        && (matches!(
            stem,
            [b'l'
                | b'd'
                | b'j'
                | b'n'
                | b'm'
                | b's'
                | b'c'
                | b't'
                | b'L'
                | b'D'
                | b'J'
                | b'C'
                | b'O']
        ) || stem.ends_with(b"qu")
            || stem.ends_with(b"ll"));
    let ending = &after[..len];
    let is_ending = |one: &&str| ending.eq_ignore_ascii_case(one.as_bytes());
    ENDINGS.iter().any(is_ending) || matches!(ending, b"em" | b"clock") || elided
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

/// `#8217;` after a letter: `&#8217;` that lost its ampersand.
pub(super) fn lost_ampersand(bytes: &[u8], at: usize) -> Option<Escape> {
    let window = &bytes[at + 1..bytes.len().min(at + 7)];
    let len = window.iter().position(|b| !b.is_ascii_digit())?;
    let number = std::str::from_utf8(&window[..len]).ok()?.parse().ok()?;
    let mark = matches!(number, 39 | 8211 | 8212 | 8216..=8221 | 8230);
    if window.get(len) != Some(&b';') || !mark || !letter_before(bytes, at) {
        return None;
    }
    let text = Text::Char(char::from_u32(number)?);
    Some(Escape { range: at..at + len + 2, text, rule: "entities/lost-ampersand" })
}

/// `it=E2=80=99s`: text of a mail in quoted-printable.
pub(super) fn quoted_printable(bytes: &[u8], at: usize) -> Option<Escape> {
    let end = run_of_hex(bytes, at, b'=');
    if end == at || is_code_line(bytes, at) {
        return None;
    }
    let rule = "entities/quoted-printable";
    if is_utf8(bytes, at..end) {
        return Some(Escape { range: at..end, text: Text::Hex(at..end), rule });
    }
    let c = hex(&bytes[at + 1..at + 3]).and_then(windows_1252)?;
    let in_word = end == at + 3 && letter_before(bytes, at) && letter_at(bytes, end);
    in_word.then_some(Escape { range: at..end, text: Text::Char(c), rule })
}

/// `it%E2%80%99s`, `Hello%20World`: text that was escaped for an address.
pub(super) fn percent(bytes: &[u8], at: usize) -> Option<Escape> {
    let rule = "entities/percent-escape";
    let end = run_of_hex(bytes, at, b'%');
    if in_path(bytes, at) {
        return None;
    }
    if end > at && is_utf8(bytes, at..end) {
        return Some(Escape { range: at..end, text: Text::Hex(at..end), rule });
    }
    let between = letter_before(bytes, at) && letter_at(bytes, at + 3);
    let space = bytes[at..].starts_with(b"%20") && between;
    space.then_some(Escape { range: at..at + 3, text: Text::Space, rule })
}

/// Whether the token around a byte is an address, a path, a name of a file, or
/// data: it holds a mark that words do not.
fn in_path(bytes: &[u8], at: usize) -> bool {
    let is_end = |b: &u8| b.is_ascii_whitespace();
    let from = at.saturating_sub(WINDOW);
    let start = bytes[from..at].iter().rposition(is_end).map_or(from, |n| from + n + 1);
    let to = bytes.len().min(at + WINDOW);
    let end = bytes[at..to].iter().position(is_end).map_or(to, |n| at + n);
    let token = bytes[start..end].trim_ascii_end();
    let token = token.strip_suffix(b".").unwrap_or(token);
    token.iter().any(|b| matches!(b, b'/' | b'.' | b'=' | b'@' | b'\\' | b'&' | b'_' | b'+' | b':'))
}

/// Where the escapes of bytes outside ASCII end of which the first is here;
/// `at`, if there is none, or if a run of them began before.
fn run_of_hex(bytes: &[u8], at: usize, mark: u8) -> usize {
    let is_byte = |e: &[u8]| {
        e[0] == mark
            && matches!(e[1], b'8' | b'9' | b'A'..=b'F')
            && matches!(e[2], b'0'..=b'9' | b'A'..=b'F')
    };
    if at.checked_sub(3).is_some_and(|from| is_byte(&bytes[from..at])) {
        return at;
    }
    let mut end = at;
    while bytes.get(end..end + 3).is_some_and(is_byte) {
        end += 3;
    }
    end
}

/// Whether the escapes are all of characters outside ASCII.
fn is_utf8(bytes: &[u8], range: Range<usize>) -> bool {
    let decoded = |i: usize| hex(&bytes[i + 1..i + 3]).and_then(|n| u8::try_from(n).ok());
    let mut left = 0;
    let mut seen = false;
    for at in range.step_by(3) {
        match (decoded(at).unwrap_or(0), left) {
            (0x80..=0xBF, 1..) => left -= 1,
            (0xC2..=0xDF, 0) => left = 1,
            (0xE1..=0xEF, 0) => left = 2,
            (0xF1..=0xF3, 0) | (0xF0, 0) => left = 3,
            _ => return false,
        }
        seen = true;
    }
    seen && left == 0
}

/// Appends bytes of UTF-8, and leaves out what is none.
fn push_utf8(bytes: impl Iterator<Item = u8>, out: &mut String) {
    let mut held = [0; 4];
    let mut len = 0;
    for byte in bytes {
        held[len] = byte;
        len += 1;
        if let Ok(c) = std::str::from_utf8(&held[..len]) {
            out.push_str(c);
            len = 0;
        } else if len == 4 {
            len = 0;
        }
    }
}

fn hex(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0, |n, &b| Some(n * 16 + char::from(b).to_digit(16)?))
}

fn is_digit(byte: Option<u8>) -> bool {
    byte.is_some_and(|b| b.is_ascii_digit())
}

fn before(bytes: &[u8], at: usize) -> Option<u8> {
    before_n(bytes, at, 1)
}

fn before_n(bytes: &[u8], at: usize, n: usize) -> Option<u8> {
    at.checked_sub(n).map(|i| bytes[i])
}

/// How many spaces stand before `at`.
fn spaces_before(bytes: &[u8], at: usize) -> usize {
    bytes[..at].iter().rev().take_while(|&&b| b == b' ').count()
}

/// Whether a letter ends before `at`. What is not ASCII counts as one, but not
/// the quotation marks and dashes that escapes become.
fn letter_before(bytes: &[u8], at: usize) -> bool {
    before(bytes, at).is_some_and(|b| b.is_ascii_alphabetic() || !b.is_ascii())
        && !matches!(bytes[..at], [.., 0xE2, 0x80, _])
}

/// Whether a letter begins at `at`, as for [`letter_before`].
fn letter_at(bytes: &[u8], at: usize) -> bool {
    bytes.get(at).is_some_and(|b| b.is_ascii_alphabetic() || !b.is_ascii())
        && !bytes[at..].starts_with(&[0xE2, 0x80])
}
