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
    /// The end of a paragraph.
    Paragraph,
}

/// Pushes an edit for each run of finds that only white space separates.
pub(super) fn push(bytes: &[u8], finds: &mut Vec<Find>, edits: &mut Edits) {
    finds.sort_by_key(|f| (f.range.start, f.range.end));
    merge(bytes, finds);
    for at in 0..finds.len() {
        let Find { range, gap, rule } = finds[at].clone();
        let breaks_near = |other: Option<&Find>| {
            other.is_some_and(|o| {
                let between = range.end.min(o.range.end)..range.start.max(o.range.start);
                o.gap >= Gap::Line && memchr(b'\n', &bytes[between]).is_none()
            })
        };
        let lonely = gap >= Gap::Line
            && !breaks_near(at.checked_sub(1).map(|n| &finds[n]))
            && !breaks_near(finds.get(at + 1));
        close(bytes, range, gap, lonely, rule, edits);
    }
}

/// Joins finds that touch, overlap, or have only spaces between them.
fn merge(bytes: &[u8], finds: &mut Vec<Find>) {
    finds.dedup_by(|next, last| {
        let between = bytes.get(last.range.end..next.range.start).unwrap_or_default();
        if !between.iter().all(|&b| b == b' ' || b == b'\t') {
            return false;
        }
        // Two line ends are the end of a paragraph.
        let gap = if last.gap == Gap::Line && next.gap == Gap::Line {
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
fn close(
    bytes: &[u8],
    mut range: Range<usize>,
    gap: Gap,
    lonely: bool,
    rule: &'static str,
    edits: &mut Edits,
) {
    let is_space = |b: u8| b == b' ' || b == b'\t';
    let found = range.clone();
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
            let ends = ends_sentence(&bytes[..range.start]);
            let starts = after.is_some_and(|b| b.is_ascii_uppercase() || matches!(b, b'"' | 0xE2));
            let runs_on = after.is_some_and(|b| b.is_ascii_lowercase());
            match gap {
                // One break within a line that runs on is no structure.
                Gap::Line | Gap::Paragraph if lonely && (ends && starts || runs_on) => " ",
                Gap::Line => "\n",
                Gap::Paragraph => "\n\n",
                Gap::Space => " ",
                Gap::Nothing if range != found => " ",
                Gap::Nothing if ends && starts => " ",
                Gap::Nothing => "",
            }
        }
    };
    edits.replace(range, with, rule);
}

/// Whether a text ends in a sentence's end mark after a word of two letters
/// or more, perhaps in quotes.
fn ends_sentence(bytes: &[u8]) -> bool {
    let tail = &bytes[bytes.len().saturating_sub(12)..];
    let quote = |b: &u8| matches!(b, b'"' | b'\'' | b')' | 0x80 | 0x9D | 0x99 | 0xE2);
    let inside = tail.iter().rposition(|b| !quote(b)).map_or(0, |n| n + 1);
    match tail[..inside] {
        [.., b'!' | b'?'] => true,
        [.., a, _, b'.' | b':'] => a.is_ascii_alphanumeric() || !a.is_ascii() || a == b'.',
        _ => false,
    }
}
