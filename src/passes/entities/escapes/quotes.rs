//! `don\'t`, `\"Well,\" she said`.

use super::{Escape, Text, before, before_n, is_code_line, letter_at, letter_before, line};
use crate::data::slips::ENDINGS;

/// `don\'t`, `\"Well,\" she said`.
///
/// In TeX the same signs put an accent on the next letter: `caf\'e`, `\"uber`.
pub(super) fn find(bytes: &[u8], at: usize, mark: u8) -> Option<Escape> {
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
    let is_itself = !letter_at(rest, 0)
        && (before == Some(mark) && !after_escape || mark == b'"' && ends_in_drive(before_line))
        && !memchr::memchr_iter(mark, before_line)
            .any(|n| escaped(before_line, n) && before_n(before_line, n, 2) != Some(mark));
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
