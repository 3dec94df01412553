//! Spaces that are not the ordinary one.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use crate::data::abbreviations::{self, Follows};
use crate::{Document, Edits, Language};

/// The characters that a word needs on either side of a no-break space which
/// nobody can have meant, in any language.
const LONG_WORD: usize = 4;

/// Looks at a no-break space; gives where to go on.
pub(super) fn no_break(doc: &Document<'_>, at: usize, edits: &mut Edits) -> usize {
    let text = doc.text();
    let rest = &text[at..];
    let len = rest.find(|c| !matches!(c, '\u{A0}' | '\u{202F}')).unwrap_or(rest.len());
    let end = at + len;
    let before = text[..at].chars().next_back();
    let after = text[end..].chars().next();
    // A mark that is shown by itself sits on it.
    if after.is_some_and(is_combining_mark) {
        return end;
    }
    let run = rest[..len].chars().count();
    let blank = |c: Option<char>| matches!(c, None | Some(' ' | '\t' | '\n' | '\r'));
    let loose = run > 1
        || blank(before)
        || blank(after)
        || between_words(text, at, end)
        || (is_within_prose(text, at..end) && doc.language() == Language::English);
    if loose {
        edits.replace_with(at..end, "unicode/no-break-space", |s| {
            s.extend(std::iter::repeat_n(' ', run));
        });
    }
    end
}

/// Whether long words of small letters stand on both sides.
fn between_words(text: &str, at: usize, end: usize) -> bool {
    let letters = |chars: &mut dyn Iterator<Item = char>| {
        chars.take(LONG_WORD).take_while(|c| c.is_lowercase()).count() == LONG_WORD
    };
    letters(&mut text[..at].chars().rev()) && letters(&mut text[end..].chars())
}

/// No more characters of a word are looked at.
const MAX_WORD: usize = 32;

/// Whether the space parts two words of a sentence that English would never
/// keep together, or a word from a mark behind which all languages may break
/// the line: an editor for web pages has left it there.
///
/// English keeps numbers, units, initials, titles and names together, and a
/// dash with the word before it.
fn is_within_prose(text: &str, space: Range<usize>) -> bool {
    let is_letter = |c: &char| c.is_alphabetic() || matches!(c, '\'' | '’');
    let before = &text[..space.start];
    let head = before.trim_end_matches([')', '”', '"', '’']);
    let mark = head.chars().next_back().filter(|c| ",.;:!?".contains(*c));
    let head = mark.map_or(head, |mark| &head[..head.len() - mark.len_utf8()]);
    let is_marked = head.len() < before.len();
    let letters = head.chars().rev().take(MAX_WORD).take_while(is_letter);
    let left = &head[head.len() - letters.map(char::len_utf8).sum::<usize>()..];

    let after = &text[space.end..];
    let tail = after.trim_start_matches(['(', '“', '"', '‘']);
    let is_opened = tail.len() < after.len();
    let letters = tail.chars().take(MAX_WORD).take_while(is_letter);
    let right = &tail[..letters.map(char::len_utf8).sum()];
    let next = tail[right.len()..].chars().next();

    let is_word = |word: &str| word.chars().nth(1).is_some();
    let is_capital = |word: &str| word.contains(char::is_uppercase);
    let touches_number = next.is_some_and(|c| c.is_numeric())
        || head[..head.len() - left.len()].ends_with(|c: char| c.is_numeric() || c == '.');
    if !(is_word(left) || (!is_marked && matches!(left, "a" | "A" | "I")))
        || !(is_word(right) || right == "a")
        || touches_number
        // `et al.`
        || (next == Some('.') && abbreviations::get(right) == Some(Follows::Any))
    {
        return false;
    }
    match mark {
        Some('.') => left.len() > 2 && abbreviations::get(left).is_none() && is_capital(right),
        Some('!' | '?') => is_capital(right),
        Some(_) => true,
        None => is_marked || is_opened || !(is_capital(left) && is_capital(right)),
    }
}

/// Looks at a space of unusual width; gives where to go on.
pub(super) fn odd(text: &str, at: usize, c: char, edits: &mut Edits) -> usize {
    let end = at + c.len_utf8();
    let before = text[..at].chars().next_back();
    let after = text[end..].chars().next();
    let near = |test: fn(char) -> bool| before.is_some_and(test) || after.is_some_and(test);
    let meant = match c {
        '\u{3000}' => {
            let line = |c| !matches!(c, '\n' | '\r');
            let around = text[..at].chars().rev().take(16).take_while(|&c| line(c));
            let mut around = around.chain(text[end..].chars().take(16).take_while(|&c| line(c)));
            around.any(is_east_asian)
        }
        // A mark that is shown by itself sits on it.
        _ if after.is_some_and(is_combining_mark) => true,
        '\u{2007}'..='\u{200A}' => near(|c| !c.is_alphabetic() && !c.is_whitespace()),
        _ => false,
    };
    if !meant {
        edits.replace(at..end, " ", "unicode/space");
    }
    end
}

/// Whether a character is Chinese, Japanese or Korean, or their punctuation.
pub(super) fn is_east_asian(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11FF}' | '\u{2E80}'..='\u{2FDF}' | '\u{3001}'..='\u{9FFF}'
        | '\u{A960}'..='\u{A97F}' | '\u{AC00}'..='\u{D7FF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{FF61}'..='\u{FFDC}' | '\u{20000}'..='\u{323AF}')
}
