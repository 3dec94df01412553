//! Composing letters with the marks behind them.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{canonical_combining_class, compose};

use crate::Edits;

/// Looks at the mark at `at`, which may compose with what stands before it.
/// Gives where its run of marks ends, or nothing if nothing composes.
pub(super) fn marks(text: &str, at: usize, edits: &mut Edits) -> Option<usize> {
    // What is before `edits.end()` has been edited.
    let base = text[edits.end()..at].chars().next_back()?;
    let start = at - base.len_utf8();
    let rest = &text[at..];
    let len = rest.find(|c| !joins(c)).unwrap_or(rest.len());
    if len == 0 {
        return None;
    }
    let end = at + len;
    let mark = rest.chars().next()?;
    if mark.len_utf8() == len {
        // Nearly always there is one mark.
        if let Some(letter) = compose(base, mark) {
            edits.replace_with(start..end, "unicode/composed", |s| s.push(letter));
        }
        return Some(end);
    }
    let segment = &text[start..end];
    let was = segment.chars().count();
    if segment.nfc().count() < was {
        edits.replace_with(start..end, "unicode/composed", |s| s.extend(segment.nfc()));
    }
    Some(end)
}

/// Whether a character may become one with a character before it.
fn joins(c: char) -> bool {
    canonical_combining_class(c) > 0
        || matches!(c, '\u{1161}'..='\u{1175}' | '\u{11A8}'..='\u{11C2}')
        || matches!(
            c,
            '\u{9BE}'
                | '\u{9D7}'
                | '\u{B3E}'
                | '\u{B56}'
                | '\u{B57}'
                | '\u{BBE}'
                | '\u{BD7}'
                | '\u{CC2}'
                | '\u{CD5}'
                | '\u{CD6}'
                | '\u{D3E}'
                | '\u{D57}'
                | '\u{DCF}'
                | '\u{DDF}'
        )
}
