//! What is found, and how the text closes over it.

use std::ops::Range;

use memchr::memchr;

use crate::Edits;

/// Residue, and what it meant for the text around it.
#[derive(Clone, Debug)]
pub(super) struct Find {
    pub(super) range: Range<usize>,
    pub(super) gap: Gap,
    pub(super) rule: &'static str,
}

/// What stood where residue is taken out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    /// Nothing: the text runs on.
    Nothing,
    /// Something that is not text.
    Space,
    /// The end of a line.
    Line,
    /// The end of a line, two of which are the end of a paragraph.
    Break,
    /// The end of a paragraph.
    Paragraph,
}

/// Pushes an edit for each run of finds that only white space separates.
pub(super) fn push(bytes: &[u8], finds: &mut Vec<Find>, edits: &mut Edits) {
    finds.sort_by_key(|f| (f.range.start, f.range.end));
    merge(bytes, finds);
    for at in 0..finds.len() {
        let found = &finds[at];
        let stray =
            matches!(found.gap, Gap::Line | Gap::Break) && breaks_in_line(bytes, finds, at) < 3;
        close(bytes, found, stray, edits);
    }
}

/// How many line ends were found in the line of the find at `at`: exact up
/// to three.
fn breaks_in_line(bytes: &[u8], finds: &[Find], at: usize) -> usize {
    let same_line =
        |a: &Find, b: &Find| memchr(b'\n', &bytes[a.range.end..b.range.start]).is_none();
    let after = finds[at..].windows(2).take(2).take_while(|w| same_line(&w[0], &w[1]));
    let before = finds[..=at].windows(2).rev().take(2).take_while(|w| same_line(&w[0], &w[1]));
    1 + after.filter(|w| w[1].gap >= Gap::Line).count()
        + before.filter(|w| w[0].gap >= Gap::Line).count()
}

/// Joins finds that touch, overlap, or have only spaces between them.
fn merge(bytes: &[u8], finds: &mut Vec<Find>) {
    finds.dedup_by(|next, last| {
        let between = bytes.get(last.range.end..next.range.start).unwrap_or_default();
        if !between.iter().all(|&b| b == b' ' || b == b'\t') {
            return false;
        }
        let gap = if last.gap == Gap::Break && next.gap == Gap::Break {
            Gap::Paragraph
        } else {
            last.gap.max(next.gap)
        };
        last.gap = gap;
        last.range.end = last.range.end.max(next.range.end);
        true
    });
}

/// Takes residue out, with the spaces around it, and puts in what must stand
/// between its neighbours.
///
/// A stray line end is one that has no others near: within a sentence, or
/// between two, it is no structure.
fn close(bytes: &[u8], found: &Find, stray: bool, edits: &mut Edits) {
    let is_space = |b: u8| b == b' ' || b == b'\t';
    let mut range = found.range.clone();
    while range.start > edits.end() && is_space(bytes[range.start - 1]) {
        range.start -= 1;
    }
    while range.end < bytes.len() && is_space(bytes[range.end]) {
        range.end += 1;
    }
    let before = bytes[..range.start].last().copied();
    let after = bytes.get(range.end).copied();
    let edge = |b: Option<u8>| b.is_none_or(|b| b == b'\n' || b == b'\r');
    let with = match (edge(before), edge(after)) {
        (true, true) => {
            // Nothing else stood in the line: it goes too.
            if bytes[range.end..].starts_with(b"\r\n") {
                range.end += 2;
            } else if after.is_some() {
                range.end += 1;
            } else if before == Some(b'\n') && range.start > edits.end() {
                range.start -= 1;
            }
            ""
        }
        (true, false) | (false, true) => "",
        (false, false) => {
            let starts = starts_sentence(&bytes[range.end..]);
            let runs_on =
                !ends_label(&bytes[..range.start]) || after.is_some_and(|b| b.is_ascii_lowercase());
            match found.gap {
                Gap::Line | Gap::Break if stray && runs_on => " ",
                Gap::Line | Gap::Break => "\n",
                Gap::Paragraph => "\n\n",
                Gap::Nothing | Gap::Space if after.is_some_and(is_closing) => "",
                Gap::Space => " ",
                Gap::Nothing if range != found.range => " ",
                Gap::Nothing if starts && ends_word(bytes, &range) => " ",
                Gap::Nothing if starts && ends_in_word_and_stop(&bytes[..range.start]) => " ",
                Gap::Nothing => "",
            }
        }
    };
    edits.replace(range, with, found.rule);
}

/// Whether it is a mark that no space stands before.
fn is_closing(b: u8) -> bool {
    matches!(b, b',' | b'.' | b';' | b'!' | b'?' | b')')
}

/// Whether a text ends in a sentence's end mark after a word of two letters
/// or more, perhaps in quotes.
fn ends_in_word_and_stop(bytes: &[u8]) -> bool {
    let tail = &bytes[bytes.len().saturating_sub(12)..];
    let quote = |b: &u8| matches!(b, b'"' | b'\'' | b')' | 0x80 | 0x9D | 0x99 | 0xE2);
    let inside = tail.iter().rposition(|b| !quote(b)).map_or(0, |n| n + 1);
    match tail[..inside] {
        [.., b'!' | b'?'] => true,
        // Not the stop of an initial.
        [.., before, last, b'.' | b':'] => {
            !last.is_ascii_uppercase() || before.is_ascii_alphabetic()
        }
        _ => false,
    }
}

/// Whether two words would be glued: `Anna</b>Sat`, but not `i</b>Phone`.
fn ends_word(bytes: &[u8], range: &Range<usize>) -> bool {
    let lower = bytes[..range.start].iter().rev().take(3).filter(|b| b.is_ascii_lowercase());
    let after = bytes[range.end..].get(1);
    lower.count() == 3 && after.is_some_and(u8::is_ascii_lowercase)
}

/// Whether a text begins as a sentence does.
fn starts_sentence(bytes: &[u8]) -> bool {
    match bytes {
        [b'"' | b'(', next, ..] => next.is_ascii_alphanumeric(),
        [0xE2, 0x80, 0x98 | 0x9C, ..] => true,
        [first, ..] => first.is_ascii_uppercase(),
        [] => false,
    }
}

/// Whether a text ends without a mark, as lines of an address or a list do.
fn ends_label(bytes: &[u8]) -> bool {
    bytes.last().is_some_and(|b| b.is_ascii_alphanumeric() || matches!(b, b':' | b')'))
}
