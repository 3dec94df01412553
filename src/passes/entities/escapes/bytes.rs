//! The bytes of mail in quoted-printable, and of addresses: `it=E2=80=99s`, `it%E2%80%99s`.

use std::ops::Range;

use super::{Escape, Text, WINDOW, hex, is_code_line, letter_at, letter_before};
use crate::passes::entities::reference::windows_1252;

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
