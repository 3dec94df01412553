//! `It was late.\nThey left.`

use super::{Escape, Text, before, before_n, is_code_line, letter_before};

/// A run of escaped line ends, perhaps with spaces in it.
struct Run {
    start: usize,
    end: usize,
    /// So many line ends it is, of which those of Windows are written in two halves.
    lines: usize,
}

/// `It was late.\nThey left.`
pub(super) fn find(bytes: &[u8], at: usize) -> Option<Escape> {
    // At the start of a text it may go on in the next lines: when it is gone,
    // they are the first ones.
    let is_first = bytes[..at].trim_ascii_end().is_empty();
    let text_before = if is_first { &[] } else { &bytes[..at - spaces_before(bytes, at)] };
    // A run is looked at once, at its beginning.
    if text_before.ends_with(b"\\n") || text_before.ends_with(b"\\r") {
        return None;
    }
    let run = Run::at(bytes, at, is_first);
    if run.lines == 0 || !run.is_meant(bytes, text_before) || is_code_line(bytes, at) {
        return None;
    }
    let range = text_before.len()..run.end + spaces_at(bytes, run.end);
    let beside = before(bytes, range.start).is_none_or(|b| b == b'\n')
        || bytes.get(range.end).is_none_or(|&b| b == b'\n');
    let text = Text::LineEnds(if beside { 0 } else { run.lines.min(2) });
    Some(Escape { range, text, rule: "entities/escaped-line-end" })
}

impl Run {
    /// The run that begins here, with those in the next lines if it is the first of the text.
    fn at(bytes: &[u8], start: usize, is_first: bool) -> Self {
        let (mut end, mut lines, mut next) = (start, 0, start);
        while let Some(b'\\') = bytes.get(next) {
            match bytes.get(next + 1) {
                Some(b'n') => lines += 1,
                Some(b'r') => lines += usize::from(!bytes[next + 2..].starts_with(b"\\n")),
                _ => break,
            }
            end = next + 2;
            next = match is_first {
                true => bytes.len() - bytes[end..].trim_ascii_start().len(),
                false => end + spaces_at(bytes, end),
            };
        }
        Self { start, end, lines }
    }

    /// Whether lines ended here, and nobody shows how that is written.
    fn is_meant(&self, bytes: &[u8], text_before: &[u8]) -> bool {
        let Self { start: at, end, lines } = *self;
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
        let is_sure = if lines >= 2 {
            !in_word
        } else {
            ends_line || ((mark_before || both) && starts_after)
        };
        // A string that something is put into: `{name}\r\n{value}`.
        let is_format = text_before.last() == Some(&b'}') || after == Some(&b'{');
        is_sure && !is_format && !is_enclosed(bytes, at)
    }
}

/// Whether a quote or a bracket opens right before, and is neither escaped nor behind a word.
fn is_enclosed(bytes: &[u8], at: usize) -> bool {
    let opens = matches!(before(bytes, at), Some(b'"' | b'\'' | b'`' | b'('));
    let is_of_text = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'!' | b'?' | b'\\');
    opens && !before_n(bytes, at, 2).is_some_and(is_of_text)
}

/// How many spaces stand from `at` on.
fn spaces_at(bytes: &[u8], at: usize) -> usize {
    bytes[at..].iter().take_while(|&&b| b == b' ').count()
}

/// How many spaces stand before `at`.
fn spaces_before(bytes: &[u8], at: usize) -> usize {
    bytes[..at].iter().rev().take_while(|&&b| b == b' ').count()
}
