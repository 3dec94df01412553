//! Debris of other escapes: those of JavaScript and JSON, of quoted-printable
//! mail and of addresses.
//!
//! Each function looks at one mark that begins such an escape, and says what
//! to put where; or nothing, if the mark may mean what it says.

mod bytes;
mod line_ends;
mod quotes;
mod unicode;

use std::ops::Range;

use memchr::{memchr, memrchr};

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
        // The end of a string, where no speech begins, and objects and lists in one.
        [b'{', b'\\', b'"', ..] | [b'"', b'[', b'\\', b'"', ..] => true,
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

/// Looks at the mark at `at`: a backslash, `%`, `=`, `#`, or the `u` that lost its backslash.
pub(super) fn find(bytes: &[u8], at: usize) -> Option<Escape> {
    match bytes[at] {
        b'\\' => backslash(bytes, at),
        b'%' => bytes::percent(bytes, at),
        b'=' => bytes::quoted_printable(bytes, at),
        b'#' => lost_ampersand(bytes, at),
        _ => unicode::lost_backslash(bytes, at),
    }
}

/// `\`: a letter by its number, a quote, a line end.
fn backslash(bytes: &[u8], at: usize) -> Option<Escape> {
    match bytes.get(at + 1)? {
        b'u' => unicode::find(bytes, at),
        b'n' | b'r' => line_ends::find(bytes, at),
        b'\'' => quotes::find(bytes, at, b'\''),
        b'"' => quotes::find(bytes, at, b'"'),
        _ => None,
    }
}

/// `#8217;` after a letter: `&#8217;` that lost its ampersand.
fn lost_ampersand(bytes: &[u8], at: usize) -> Option<Escape> {
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
