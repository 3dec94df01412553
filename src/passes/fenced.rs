//! Fenced blocks of code, for which no rule of language is.

use std::ops::Range;

use crate::text::fences;
use crate::{Document, Edits, Suggestions};

/// Drops the edits that reach into fenced blocks, of those that are not the
/// first `kept`: a pass says how many there were when it began.
pub(super) fn drop_edits_in_code(doc: &Document<'_>, kept: usize, edits: &mut Edits) {
    if edits.len() > kept {
        let blocks = fences::blocks(doc);
        if !blocks.is_empty() {
            edits.retain_from(kept, |range| !reaches_into(&blocks, range));
        }
    }
}

/// Drops the suggestions that reach into fenced blocks, of those that are not
/// the first `kept`.
pub(super) fn drop_suggestions_in_code(
    doc: &Document<'_>,
    kept: usize,
    suggestions: &mut Suggestions,
) {
    if suggestions.list.len() > kept {
        let blocks = fences::blocks(doc);
        let mut at = 0;
        suggestions.list.retain(|doubt| {
            at += 1;
            at <= kept || !reaches_into(&blocks, doubt.range.clone())
        });
    }
}

/// Whether what is put in place of these bytes changes one of the blocks.
fn reaches_into(blocks: &[Range<usize>], range: Range<usize>) -> bool {
    let next = blocks.partition_point(|block| block.end <= range.start);
    // What is put in where a block begins stands before its fence.
    blocks.get(next).is_some_and(|block| block.start < range.end.max(range.start + 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Buffers;

    const TEXT: &str = "a\n```\na\n```\na";

    #[test]
    fn what_reaches_into_a_block_is_dropped() {
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
            (0..13, true),
        ] {
            let mut edits = Edits::default();
            edits.replace(range.clone(), "b", "test/rule");
            drop_edits_in_code(&doc, 0, &mut edits);
            assert_eq!(edits.is_empty(), is_dropped, "{range:?}");
            let mut suggestions = Suggestions::default();
            suggestions.push(range.clone(), ["b"], "test/rule");
            drop_suggestions_in_code(&doc, 0, &mut suggestions);
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
        drop_edits_in_code(&doc, 1, &mut edits);
        drop_suggestions_in_code(&doc, 1, &mut suggestions);
        assert!(edits.iter().map(|edit| edit.range).eq(std::iter::once(4..5)));
        assert_eq!(suggestions.list.len(), 1);
    }
}
