//! Half-destroyed marks: quotation marks, apostrophes and dashes of which only
//! the first byte or two are left, as in `itâs`, `weâ€ll`, `Itâ??s`.
//!
//! All of them begin with the byte E2, whose image in windows-1252, latin-1
//! and most of their neighbours is `â`.

use std::ops::Range;

use crate::Edits;
use crate::data::slips::ENDINGS;
use crate::text::boundaries;

const RULE: &str = "mojibake/half-mark";

/// The stems before a lost apostrophe and `t`.
const NEGATED: [&str; 19] = [
    "ain", "aren", "can", "couldn", "didn", "doesn", "don", "hadn", "hasn", "haven", "isn",
    "mustn", "needn", "shouldn", "wasn", "weren", "won", "wouldn", "shan",
];

/// The words before a lost apostrophe and one of [`ENDINGS`].
const SHORTENED: [&str; 22] = [
    "he", "here", "how", "i", "it", "let", "one", "she", "that", "there", "these", "they", "this",
    "those", "we", "what", "when", "where", "who", "why", "you", "everyone",
];

/// A half-destroyed mark.
struct Half {
    range: Range<usize>,
    mark: &'static str,
    /// Whether it could be nothing else, in any text.
    sure: bool,
}

/// Whether some mark is so surely destroyed that others may be believed. `â`
/// stands at the places `hats`.
pub(super) fn proof(text: &str, hats: &[u32]) -> bool {
    hats.iter().any(|&at| half(text, at as usize).is_some_and(|h| h.sure))
}

/// Pushes the repairs in a range of the text: all of them if the document
/// proves such damage, else the sure ones.
pub(super) fn repair(text: &str, range: Range<usize>, proven: bool, edits: &mut Edits) {
    // Ranges are short: a search that needs no preparation.
    for (at, _) in text[range.clone()].match_indices('â') {
        let half = half(text, range.start + at).filter(|h| h.sure || proven);
        if let Some(Half { range, mark, .. }) = half.filter(|h| h.range.start >= edits.end()) {
            edits.replace(range, mark, RULE);
        }
    }
}

/// Where `â` stands.
fn places(text: &str) -> impl Iterator<Item = usize> {
    memchr::memmem::find_iter(text.as_bytes(), "â")
}

/// The mark that the `â` at `at` is left of.
fn half(text: &str, at: usize) -> Option<Half> {
    let (before, rest) = text.split_at(at);
    let (remains, mark, sure) = if let Some(after) = rest.strip_prefix("â€") {
        two_bytes(before, after)?
    } else if let Some(after) = rest.strip_prefix("â??") {
        let (mark, sure) = between(before, after, false)?;
        (sure || !after.starts_with('?')).then_some(("â??", mark, sure))?
    } else if let Some(after) = rest.strip_prefix("â?") {
        let (mark, sure) = between(before, after, false)?;
        sure.then_some(("â?", mark, sure))?
    } else {
        let (mark, sure) = one_byte(before, rest.strip_prefix('â')?)?;
        ("â", mark, sure)
    };
    Some(Half { range: at..at + remains.len(), mark, sure })
}

/// The mark of which two bytes are left, with what is left, and whether nothing else can be
/// meant.
fn two_bytes(before: &str, after: &str) -> Option<(&'static str, &'static str, bool)> {
    let last = before.chars().next_back();
    if let Some(after) = after.strip_prefix('"') {
        // A dash whose last byte had become a quotation mark, which was
        // made straight.
        let dash = match (Side::of(last), Side::of(after.chars().next())) {
            (Side::Letter | Side::Mark, Side::Letter) => "—",
            (Side::Digit, Side::Digit) | (Side::Space, Side::Space) => "–",
            _ => return None,
        };
        return Some(("â€\"", dash, true));
    }
    if after.starts_with("â€") {
        // A quotation ends in another one, or before a dash.
        return match Side::of(last) {
            Side::Letter | Side::Digit | Side::Mark => Some(("â€", "”", false)),
            Side::Space | Side::Open => None,
        };
    }
    if !after.starts_with(|c: char| c.is_ascii()) && !after.is_empty() {
        return None;
    }
    let (mark, sure) = between(before, after, true)?;
    Some(("â€", mark, sure && last.is_some_and(|c| c.is_ascii())))
}

/// The mark of which the first byte is left, and whether nothing else can be meant.
fn one_byte(before: &str, after: &str) -> Option<(&'static str, bool)> {
    match (Side::of(before.chars().next_back()), Side::of(after.chars().next())) {
        (Side::Digit, Side::Digit) => Some(("–", true)),
        (Side::Letter, _) if suffix(after).is_some() => {
            let (suffix, word) = (suffix(after)?, last_word(before)?);
            let sure = is_shortened(word, suffix);
            let owner = suffix == "s" && word.len() > 2;
            (sure || owner).then_some(("’", sure))
        }
        (Side::Space, Side::Space) if is_prose(before, after) => Some(("–", false)),
        (Side::Space, Side::Letter) if closes(after) => Some(("“", false)),
        (Side::Letter | Side::Mark, Side::Space) if opens(before) => Some(("”", false)),
        (Side::Letter, Side::Mark) if opens(before) => Some(("”", false)),
        _ => None,
    }
}

/// Whether a word ends before a space and another begins behind one: not code,
/// where the mark may have been an arrow.
fn is_prose(before: &str, after: &str) -> bool {
    let word =
        |chars: &mut dyn Iterator<Item = char>| chars.take(2).all(|c| c.is_lowercase() || c == ',');
    let after = after.trim_start_matches(' ').strip_prefix(char::is_alphabetic);
    word(&mut before.trim_end_matches(' ').chars().rev())
        && after.is_some_and(|rest| word(&mut rest.chars()))
}

/// The mark between two neighbours, and whether nothing else can be meant.
fn between(text: &str, after: &str, closing_is_sure: bool) -> Option<(&'static str, bool)> {
    let before = text.chars().next_back();
    match (Side::of(before), Side::of(after.chars().next())) {
        (Side::Letter, Side::Letter) if suffix(after).is_some() => Some(("’", true)),
        (Side::Letter | Side::Digit | Side::Mark, Side::Space | Side::Mark) => {
            Some(("”", closing_is_sure))
        }
        (Side::Space | Side::Open, Side::Letter | Side::Digit) => Some(("“", false)),
        (Side::Space, Side::Space) if is_prose(text, after) => Some(("–", false)),
        _ => None,
    }
}

/// What kind of character stands beside a mark.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Letter,
    Digit,
    Space,
    Open,
    Mark,
}

impl Side {
    fn of(c: Option<char>) -> Self {
        match c {
            None => Self::Space,
            Some(c) if c.is_whitespace() => Self::Space,
            Some(c) if c.is_alphabetic() => Self::Letter,
            Some(c) if c.is_numeric() => Self::Digit,
            Some('(' | '[' | '{') => Self::Open,
            Some(_) => Self::Mark,
        }
    }
}

/// The English ending that a text begins with.
fn suffix(after: &str) -> Option<&'static str> {
    ENDINGS.iter().copied().find(|suffix| {
        after
            .strip_prefix(suffix)
            .is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
    })
}

/// The last word of the text, if it is all ASCII and not over long.
fn last_word(text: &str) -> Option<&str> {
    let longest = 24;
    let letters = text.bytes().rev().take(longest).take_while(u8::is_ascii_alphabetic).count();
    let (head, word) = text.split_at(text.len() - letters);
    (letters < longest && !head.ends_with(char::is_alphabetic)).then_some(word)
}

/// Whether the word is one that is shortened with an apostrophe before this
/// ending.
fn is_shortened(word: &str, suffix: &str) -> bool {
    let list: &[&str] = if suffix == "t" { &NEGATED } else { &SHORTENED };
    list.iter().any(|stem| stem.eq_ignore_ascii_case(word))
}

/// How far the other one of a pair of quotation marks is looked for, in bytes.
const QUOTED: usize = 512;

/// Whether a lone `â` follows in the line where a quotation may end.
fn closes(after: &str) -> bool {
    let line = within(after, 0..QUOTED);
    let line = &line[..line.find('\n').unwrap_or(line.len())];
    places(line).any(|at| {
        let before = Side::of(line[..at].chars().next_back());
        let next = Side::of(line[at + "â".len()..].chars().next());
        matches!(before, Side::Letter | Side::Mark) && matches!(next, Side::Space | Side::Mark)
    })
}

/// Whether a lone `â` stands before in the line where a quotation may begin.
fn opens(text: &str) -> bool {
    let line = within(text, text.len().saturating_sub(QUOTED)..text.len());
    let line = &line[line.rfind('\n').map_or(0, |n| n + 1)..];
    places(line).any(|at| {
        let before = Side::of(line[..at].chars().next_back());
        let next = Side::of(line[at + "â".len()..].chars().next());
        matches!(before, Side::Space | Side::Open) && next == Side::Letter
    })
}

/// A stretch of the text, or a little more of it, so that it begins and ends
/// between characters.
fn within(text: &str, range: Range<usize>) -> &str {
    &text[boundaries::floor(text, range.start)..boundaries::ceil(text, range.end)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn repaired(text: &str, proven: bool) -> String {
        let mut edits = Edits::default();
        repair(text, 0..text.len(), proven, &mut edits);
        edits.apply(text)
    }

    #[test]
    fn sure_ones_need_no_proof() {
        for (raw, clean) in [
            ("I donâ€t know", "I don’t know"),
            ("itâs here", "it’s here"),
            ("Itâ??s so", "It’s so"),
            ("pp. 12â19", "pp. 12–19"),
            ("the last wordâ€ was", "the last word” was"),
            ("one â€\" two", "one – two"),
        ] {
            assert_eq!(repaired(raw, false), clean);
        }
    }

    #[test]
    fn others_need_it() {
        let raw = "the townâs mayor said â yes, all of it â and: âWe agree.â";
        assert_eq!(repaired(raw, false), raw);
        assert_eq!(
            repaired(raw, true),
            "the town’s mayor said – yes, all of it – and: “We agree.”"
        );
    }

    #[test]
    fn one_may_stand_right_behind_another() {
        let raw = "“He said “noâ€â€ and “yesâ€â€: ‘no’ againâ€";
        assert_eq!(repaired(raw, true), "“He said “no”” and “yes””: ‘no’ again”");
        assert_eq!(repaired("â€â€”", false), "â€â€”");
    }

    #[test]
    fn words_stay() {
        for raw in ["La pâte est là", "până când", "câmara", "o fată", "bâs", "chân"] {
            assert_eq!(repaired(raw, true), raw);
        }
    }
}
