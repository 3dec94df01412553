//! Fenced blocks of code, for which no rule of language is.

use std::ops::Range;

use crate::{Document, Edits};

/// What opens and closes a block, at the start of a line.
const FENCE: &str = "```";

/// Drops the edits that lie in fenced blocks. One that is not closed is none.
pub(super) fn keep(doc: &Document<'_>, edits: &mut Edits) {
    if edits.is_empty() || memchr::memchr(b'`', doc.text().as_bytes()).is_none() {
        return;
    }
    let mut blocks = doc.lend::<Vec<Range<usize>>>();
    let mut open = None;
    for line in doc.lines().filter(|line| line.text.trim_start().starts_with(FENCE)) {
        match open.take() {
            Some(start) => blocks.push(start..line.next),
            None => open = Some(line.start),
        }
    }
    if blocks.is_empty() {
        return;
    }
    let mut block = blocks.iter().peekable();
    edits.retain(|range| {
        while block.next_if(|block| block.end <= range.start).is_some() {}
        block.peek().is_none_or(|block| range.start < block.start)
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Buffers;

    #[test]
    fn what_lies_in_closed_blocks_is_kept() {
        for (text, clean) in [
            ("a\n```\na\n```\na\n```\na\n```\na", "b\n```\na\n```\nb\n```\na\n```\nb"),
            ("a\n  ```sh\na\n```", "b\n  ```sh\na\n```"),
            ("a\n```\na", "b\n```\nb"),
            ("a ``` a ```", "b ``` b ```"),
        ] {
            let buffers = Buffers::default();
            let mut edits = Edits::default();
            for (at, _) in text.match_indices('a') {
                edits.replace(at..at + 1, "b", "test/rule");
            }
            keep(&Document::new(text, &buffers), &mut edits);
            assert_eq!(edits.apply(text), clean);
        }
    }
}
