//! What a line looks like, read or not.

use super::flags::{Flag, Flags};
use super::folded::Marks;
use crate::text::end_marks::is_end_mark;

/// In these a line ends that goes on below.
pub(super) const GOES_ON: [char; 3] = [',', '\u{3001}', '\u{ff0c}'];

/// How a line ends, but for closing marks.
pub(super) enum End {
    Stop,
    Cut,
    Colon,
    Other,
}

pub(super) fn end_of(text: &str) -> End {
    let body = text.trim_end_matches(is_closing);
    match body.chars().next_back() {
        Some('.') if body.ends_with("...") => End::Cut,
        Some('\u{2026}') => End::Cut,
        Some(c) if is_end_mark(c) => End::Stop,
        Some(':' | '\u{ff1a}') => End::Colon,
        _ => End::Other,
    }
}

/// How a line looks, but for what its phrases and its length say.
pub(super) fn looks_of(text: &str, marks: Marks) -> Flags {
    let bytes = text.as_bytes();
    let end = end_of(text);
    let first = text.chars().next();
    let quoted = first.is_some_and(|c| {
        matches!(c, '"' | '\u{201c}' | '\u{201e}' | '\u{ab}' | '\u{2018}' | '\u{300c}' | '\u{bb}')
    });
    let parts = |at: usize| at > 0 && bytes[at - 1] == b' ' && bytes.get(at + 1) == Some(&b' ');
    let row = marks.may_have(Marks::PIPE)
        && (bytes.first() == Some(&b'|') || memchr::memchr_iter(b'|', bytes).any(parts));
    let cell = row
        && text.starts_with('|')
        && text.split('|').filter(|cell| !cell.trim_ascii().is_empty()).count() <= 1;
    let item = match first {
        Some('-' | '*' | '\u{2022}' | '\u{2013}' | '\u{2014}' | '\u{b7}' | '\u{25cf}' | '+') => {
            text.chars().nth(1).is_some_and(|c| c == ' ' || c == '\t')
        }
        Some('0'..='9') => {
            let digits = bytes.iter().take_while(|b| b.is_ascii_digit()).count();
            digits <= 3
                && matches!(bytes.get(digits), Some(b'.' | b')'))
                && bytes.get(digits + 1).is_none_or(|b| !b.is_ascii_digit())
        }
        _ => false,
    };
    let turn = marks.may_have(Marks::COLON)
        && memchr::memchr(b':', &bytes[..bytes.len().min(40)])
            .is_some_and(|at| at > 0 && bytes.get(at + 1) == Some(&b' '));
    let upper = {
        let mut letters = text.chars().take(120).filter(|c| c.is_alphabetic()).peekable();
        letters.peek().is_some() && letters.all(char::is_uppercase)
    };
    let mut looks = Flags::default();
    for (flag, is) in [
        (Flag::Ended, matches!(end, End::Stop)),
        (Flag::Cut, matches!(end, End::Cut)),
        (Flag::Colon, matches!(end, End::Colon)),
        (Flag::Item, item),
        (Flag::Row, row),
        (Flag::Cell, cell),
        (Flag::Quoted, quoted),
        (Flag::Turn, turn),
        (Flag::Lower, first.is_some_and(char::is_lowercase)),
        (Flag::Upper, upper),
    ] {
        looks.set(flag, is);
    }
    looks
}

/// A mark that may follow the end of a sentence.
pub(super) fn is_closing(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | ')'
            | ']'
            | '\u{201d}'
            | '\u{2019}'
            | '\u{bb}'
            | '\u{ab}'
            | '\u{201c}'
            | '\u{300d}'
            | '\u{ff09}'
            | '*'
            | '_'
    )
}

/// Whether what follows the first word reads like a name: every word with a
/// capital but for small ones between them, or none with one, as where a
/// scraper has folded the case.
pub(super) fn is_byline(text: &str) -> bool {
    let mut words = text.split_whitespace().skip(1).peekable();
    let Some(first) = words.peek() else { return false };
    let lower = first.chars().next().is_some_and(char::is_lowercase);
    let opens =
        ["the", "a", "an", "this", "that", "which", "my", "your", "our", "his", "its", "their"];
    if opens.contains(first) && lower {
        return words.nth(1).is_some_and(|w| w.starts_with(char::is_uppercase));
    }
    words.all(|word| {
        let Some(c) = word.chars().next() else { return true };
        let small = word.len() <= 3 || c.is_numeric() || !c.is_alphabetic();
        small || c.is_lowercase() == lower
    })
}

/// Whether the line is a few words and a number in brackets.
pub(super) fn is_counted(text: &str, words: u16) -> bool {
    let Some(rest) = text.strip_suffix(')') else { return false };
    let digits = rest.bytes().rev().take_while(u8::is_ascii_digit).count();
    let Some(name) = rest[..rest.len() - digits].strip_suffix('(') else { return false };
    (1..=3).contains(&digits)
        && (2..=5).contains(&words)
        && name.ends_with(char::is_whitespace)
        && name.starts_with(char::is_uppercase)
}

/// Whether a year stands in the line.
pub(super) fn has_year(text: &str) -> bool {
    let mut numbers = text.split(|c: char| !c.is_numeric());
    numbers.any(|number| number.chars().count() == 4)
}

/// Whether the line tells from when to when, with two years that are so far apart as the
/// first and last day of somebody: "June 2, 1931 - January 19, 2021".
pub(super) fn is_lifetime(text: &str) -> bool {
    const YOUNG: u16 = 12;
    let only_year = |part: &str| {
        let numbers = part.split(|c: char| !c.is_ascii_digit()).filter(|number| number.len() == 4);
        let mut years = numbers.filter_map(|number| number.parse::<u16>().ok());
        years.next().filter(|_| years.next().is_none())
    };
    let is_life = |(born, died)| {
        only_year(born)
            .zip(only_year(died))
            .is_some_and(|(born, died)| born >= 1600 && died > born + YOUNG && died < 2100)
    };
    [" - ", "–", "—", "†", " to ", " bis "]
        .iter()
        .filter_map(|mark| text.split_once(mark))
        .any(is_life)
}

/// Whether the line is a date in numbers, such as `2024-11-06` or `6.11.24`.
pub(super) fn is_numeric_date(text: &str) -> bool {
    if !text.starts_with(|c: char| c.is_ascii_digit() || c == '+') {
        return false;
    }
    let mut year = false;
    // German writes the unit behind a time.
    let text = text.strip_suffix("Uhr").unwrap_or(text);
    let mut parts = text.splitn(4, ['.', '-', '/', ' ', ',']);
    for _ in 0..3 {
        let Some(part) = parts.next() else { return false };
        match (part.len(), part.parse::<u16>()) {
            (1 | 2, Ok(number)) if number <= 31 => {}
            (4, Ok(number)) if (1900..2100).contains(&number) => year = true,
            _ => return false,
        }
    }
    // A time may follow.
    let is_time = |rest: &str| rest.bytes().all(|b| matches!(b, b'0'..=b'9' | b':' | b' '));
    year && parts.next().is_none_or(is_time)
}

/// Whether it is the name of an option or of a kind of files, as manuals list them:
/// `--help`, `.ads`.
pub(super) fn is_name_in_code(text: &str) -> bool {
    let name = text.strip_prefix("--").or(text.strip_prefix(['-', '.']));
    name.is_some_and(|name| {
        name.starts_with(|c: char| c.is_ascii_lowercase())
            && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            && !name.ends_with('-')
    })
}
