//! The lines of a text: read once, and again where an edit has come upon them.

use std::ops::Range;

use super::folded::Folded;
use super::line::Line;
use crate::{Document, Edits, Reuse};

/// The lines of a text that are not blank, by the phrases of all languages.
///
/// How a line is read depends on nothing but what stands in it.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct ReadLines(Vec<Line>);

impl Reuse for ReadLines {
    fn reset(&mut self) {
        self.0.clear();
    }
}

impl ReadLines {
    /// Those of an empty text.
    pub(crate) const NONE: &Self = &Self(Vec::new());

    /// Reads the lines of a text, but for those that are known.
    pub(crate) fn read(&mut self, doc: &Document<'_>) {
        if self.0.is_empty() {
            return read(doc, Self::NONE, &mut self.0);
        }
        let mut known = doc.lend::<Self>();
        std::mem::swap(self, &mut known);
        read(doc, &known, &mut self.0);
    }

    pub(super) fn all(&self) -> &[Line] {
        &self.0
    }

    /// Where the lines begin, and where the next ones do.
    pub(crate) fn places(&self) -> impl Iterator<Item = Range<usize>> {
        self.0.iter().map(|line| line.start as usize..line.next as usize)
    }

    /// Makes the lines of a text those of `new`, which is what the edits make of
    /// the text, and leaves those out that have to be read again.
    pub(crate) fn update(&mut self, edits: &Edits, new: &str) {
        let bytes = new.as_bytes();
        let (mut added, mut removed) = (0, 0);
        // Where the last edit ended.
        let mut edited = usize::MAX;
        let mut edits = edits.sizes().peekable();
        self.0.retain_mut(|line| {
            let (start, next) = (line.start as usize, line.next as usize);
            while let Some((range, len)) = edits.next_if(|(range, _)| range.end <= start) {
                added += len;
                removed += range.len();
                edited = range.end;
            }
            let behind = edits.peek().map_or(usize::MAX, |(range, _)| range.start);
            let [new_start, new_next] = [start, next].map(|at| at + added - removed);
            (line.start, line.next) = (new_start as u32, new_next as u32);
            // What stood before or behind it may have been a line end.
            behind >= next
                && (edited != start || parts_lines(bytes, new_start))
                && (behind != next || parts_lines(bytes, new_next))
        });
    }
}

/// Whether one line ends and the next one begins here.
fn parts_lines(text: &[u8], at: usize) -> bool {
    at == 0 || at == text.len() || text[at - 1] == b'\n'
}

/// Reads the lines of a text that are not blank, but for those that are known.
pub(super) fn read(doc: &Document<'_>, known: &ReadLines, lines: &mut Vec<Line>) {
    let mut folded = doc.lend::<Folded>();
    let mut known = known.0.iter().peekable();
    let mut unread = doc.lines();
    loop {
        // Where a line ends that is known need not be found.
        if let Some(line) = known.next_if(|line| line.start as usize == unread.at()) {
            unread.go_to(line.next as usize);
            lines.push(*line);
            continue;
        }
        let Some(line) = unread.next() else { break };
        if !line.is_blank() {
            let read = Line::skim(&line, &mut folded);
            lines.push(read.unwrap_or_else(|| Line::read(&line, None, &mut folded)));
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;
    use crate::Buffers;
    use crate::buffers::Lent;
    use crate::document::Known;
    use crate::text::places::tests::edited;

    pub(in super::super) fn part() -> impl Strategy<Value = &'static str> {
        select(
            &[
                "\n",
                "\n",
                "\n\n",
                "\r\n",
                "\r",
                " ",
                "Leave a Comment",
                "By Jane Doe",
                "©",
                "Home | News",
                "May 3, 2021",
                "The boats came back before the evening, and nobody had caught a fish.",
                "All rights reserved",
                ":",
                ",",
                "Über uns",
                "a",
            ][..],
        )
    }

    fn read(text: &str, mut known: ReadLines) -> ReadLines {
        let buffers = Buffers::default();
        known.read(&Document::new(text, &buffers));
        known
    }

    /// What is known of the text with the edits made, if its lines are asked for
    /// before, or not.
    fn updated<'a>(
        text: &'a str,
        known: Lent<'a, Known>,
        is_read: bool,
        edits: &Edits,
        buffers: &'a Buffers,
    ) -> Lent<'a, Known> {
        let doc = Document::with_known(text, None, buffers, known);
        if is_read {
            doc.read_lines();
        }
        let mut known = doc.into_known();
        known.update(edits, &edits.apply(text));
        known
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn known_lines_are_those_that_would_be_read(
            parts in prop::collection::vec((part(), part(), 0_u8..20), 0..30),
        ) {
            let (text, edits) = edited(&parts);
            let new = edits.apply(&text);
            let mut known = read(&text, ReadLines::default());
            known.update(&edits, &new);
            let fresh = read(&new, ReadLines::default());
            prop_assert!(known.0.iter().all(|line| fresh.0.contains(line)), "{:?} {:?}", text, new);
            prop_assert_eq!(read(&new, known), fresh, "{:?} {:?}", text, new);
        }

        #[test]
        fn lines_are_known_through_more_than_one_update(
            parts in prop::collection::vec((part(), part(), 0_u8..20), 0..30),
            changes in prop::collection::vec((part(), 0_u8..20), 1..60),
            is_read_between in any::<bool>(),
        ) {
            let buffers = Buffers::default();
            let (first, edits) = edited(&parts);
            let second = edits.apply(&first);
            let known = updated(&first, buffers.lend(), true, &edits, &buffers);
            let parts = second.split_inclusive([' ', '\n']).zip(changes.iter().cycle());
            let parts: Vec<_> = parts.map(|(old, &(new, what))| (old, new, what)).collect();
            let (_, edits) = edited(&parts);
            let third = edits.apply(&second);
            let known = updated(&second, known, is_read_between, &edits, &buffers);
            let doc = Document::with_known(&third, None, &buffers, known);
            let fresh = read(&third, ReadLines::default());
            prop_assert_eq!(doc.read_lines(), &fresh, "{:?} {:?} {:?}", first, second, third);
        }
    }
}
