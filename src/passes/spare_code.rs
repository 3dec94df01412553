//! Code that is marked as such, for which no rule of language is.

use std::ops::Range;

use crate::text::marked_code;
use crate::{Document, Edits, Suggestions};

/// Drops the edits that reach into fenced blocks and code between backticks, of
/// those that are not the first `kept`: a pass says how many there were when it
/// began.
#[inline]
pub(super) fn drop_edits(doc: &Document<'_>, kept: usize, edits: &mut Edits) {
    // Most looks find nothing.
    if edits.len() > kept {
        drop_edits_of(doc, kept, edits);
    }
}

#[inline(never)]
fn drop_edits_of(doc: &Document<'_>, kept: usize, edits: &mut Edits) {
    let code = marked_code::ranges(doc);
    if !code.is_empty() {
        edits.retain_from(kept, |range| !reaches_into(&code, range));
    }
}

/// Drops the suggestions that reach into such code, of those that are not the
/// first `kept`.
pub(super) fn drop_suggestions(doc: &Document<'_>, kept: usize, suggestions: &mut Suggestions) {
    if suggestions.list.len() > kept {
        let code = marked_code::ranges(doc);
        let mut at = 0;
        suggestions.list.retain(|doubt| {
            at += 1;
            at <= kept || !reaches_into(&code, doubt.range.clone())
        });
    }
}

/// Whether what is put in place of these bytes changes a piece of the code.
fn reaches_into(code: &[Range<usize>], range: Range<usize>) -> bool {
    let next = code.partition_point(|piece| piece.end <= range.start);
    // What is put in where a piece begins counts too: a fence would no longer be
    // at the start of its line. No pass puts anything before a backtick.
    code.get(next).is_some_and(|piece| piece.start < range.end.max(range.start + 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Buffers;

    const TEXT: &str = "a\n```\na\n```\na `b`";

    #[test]
    fn what_reaches_into_code_is_dropped() {
        let buffers = Buffers::default();
        let doc = Document::new(TEXT, &buffers);
        for (range, is_dropped) in [
            (0..2, false),
            (0..3, true),
            (2..2, true),
            (6..7, true),
            (8..12, true),
            (11..13, true),
            (12..12, false),
            (12..13, false),
            (12..14, false),
            (12..15, true),
            (14..14, true),
            (15..16, true),
            (17..17, false),
            (0..13, true),
        ] {
            let mut edits = Edits::default();
            edits.replace(range.clone(), "b", "test/rule");
            drop_edits(&doc, 0, &mut edits);
            assert_eq!(edits.is_empty(), is_dropped, "{range:?}");
            let mut suggestions = Suggestions::default();
            suggestions.push(range.clone(), ["b"], "test/rule");
            drop_suggestions(&doc, 0, &mut suggestions);
            assert_eq!(suggestions.list.is_empty(), is_dropped, "{range:?}");
        }
    }

    #[test]
    fn what_was_there_before_the_pass_stays() {
        let buffers = Buffers::default();
        let doc = Document::new(TEXT, &buffers);
        let mut edits = Edits::default();
        let mut suggestions = Suggestions::default();
        for range in [4..5, 6..7] {
            edits.replace(range.clone(), "b", "test/rule");
            suggestions.push(range, ["b"], "test/rule");
        }
        drop_edits(&doc, 1, &mut edits);
        drop_suggestions(&doc, 1, &mut suggestions);
        assert!(edits.iter().map(|edit| edit.range).eq(std::iter::once(4..5)));
        assert_eq!(suggestions.list.len(), 1);
    }
}
