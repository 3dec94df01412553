//! Spaces that are not the ordinary one.

use crate::Edits;

/// The characters that a word needs on either side of a no-break space which
/// nobody can have meant.
const LONG_WORD: usize = 4;

/// Looks at a no-break space; gives where to go on.
pub(super) fn no_break(text: &str, at: usize, edits: &mut Edits) -> usize {
    let rest = &text[at..];
    let len = rest.find(|c| !matches!(c, '\u{A0}' | '\u{202F}')).unwrap_or(rest.len());
    let end = at + len;
    let before = text[..at].chars().next_back();
    let after = text[end..].chars().next();
    let run = rest[..len].chars().count();
    let blank = |c: Option<char>| matches!(c, None | Some(' ' | '\t' | '\n' | '\r'));
    let loose = run > 1 || blank(before) || blank(after) || between_words(text, at, end);
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
