//! A space that stands before a mark, or within brackets or quotes.

use std::ops::Range;

use super::context::Context;
use super::gap::{Quotes, Role};
use crate::text::Kind;
use crate::{Edits, Language};

/// Looks at the marks and the white space before the word `i`.
pub(super) fn find(
    context: &Context<'_, '_>,
    i: usize,
    range: Range<usize>,
    quotes: &mut Quotes,
    edits: &mut Edits,
) {
    let text = context.text();
    let gap = &text[range.clone()];
    let mut chars = gap.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let start = range.start + at;
        if !matches!(c, ' ' | '\u{a0}') {
            quotes.role(text, start, c);
            continue;
        }
        let Some(&(_, mark)) = chars.peek() else { continue };
        let before = text[..start].chars().next_back();
        let is_single = !before.is_none_or(char::is_whitespace);
        let end = start + c.len_utf8();
        if is_single && is_mark(context, mark) && belongs(context, i, start, end, mark) {
            let rest = &text[end + mark.len_utf8()..];
            let touches = mark == ',' && rest.starts_with(char::is_alphabetic);
            edits.delete(start..end, "spacing/stray-before-mark");
            if touches {
                edits.insert(end + 1, " ", "spacing/missing-after-comma");
            }
        }
    }
    let _ = Role::Other;
}

fn is_mark(context: &Context<'_, '_>, mark: char) -> bool {
    match mark {
        ',' | '.' => true,
        ';' | '!' | '?' | ':' => context.language() == Language::English,
        _ => false,
    }
}

/// Whether the mark belongs to the word before the space.
fn belongs(context: &Context<'_, '_>, i: usize, start: usize, end: usize, mark: char) -> bool {
    let text = context.text();
    let rest = &text[end + mark.len_utf8()..];
    let next = rest.chars().next();
    let ends = next.is_none_or(|c| c.is_whitespace() || "\"”’)".contains(c));
    let joins = mark == ',' && next.is_some_and(char::is_alphabetic);
    let before = text[..start].chars().next_back();
    let is_text = before.is_some_and(|c| c.is_alphanumeric() || "\"”’)%".contains(c));
    let left = i.checked_sub(1).map(|i| &context.words()[i]);
    let is_word = left.is_some_and(|w| w.range().end <= start && w.kind() != Kind::Emoticon);
    let row = rest.trim_start_matches(' ').starts_with(mark);
    (ends || joins) && is_text && is_word && !row && mark != ':' && !context.is_code(start)
}
