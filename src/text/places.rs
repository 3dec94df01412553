//! Lists of places in a text, found by what stands near them, that are kept
//! when the text is edited.

use std::ops::Range;

use crate::search::partition_point_near;
use crate::{Buffers, Edits};

/// Makes the places of a text those of `new`, which is what the edits make of
/// the text.
///
/// Whether a byte is such a place depends on less than `reach` bytes on either
/// side of it. `find` adds those within a range of the new text.
pub(crate) fn find_again(
    places: &mut Vec<u32>,
    edits: &Edits,
    new: &str,
    reach: usize,
    buffers: &Buffers,
    find: impl Fn(Range<usize>, &mut Vec<u32>),
) {
    let mut found = buffers.lend::<Vec<u32>>();
    let (mut added, mut removed) = (0, 0);
    let mut done = 0;
    let mut edits = edits.iter().peekable();
    while let Some(edit) = edits.next() {
        let from = edit.range.start.saturating_sub(reach);
        done += keep(&places[done..], from, added, removed, &mut found);
        let start = from + added - removed;
        let mut end = edit.range.end;
        added += edit.replacement.len();
        removed += edit.range.len();
        // Edits near to each other are looked at together.
        while let Some(edit) = edits.next_if(|next| next.range.start <= end + 2 * reach) {
            end = edit.range.end;
            added += edit.replacement.len();
            removed += edit.range.len();
        }
        done += partition_point_near(&places[done..], 0, |&at| (at as usize) < end + reach);
        find(start..new.len().min(end + reach + added - removed), &mut found);
    }
    keep(&places[done..], usize::MAX, added, removed, &mut found);
    std::mem::swap(places, &mut found);
}

/// Adds the places before `end`, at which they are now; says how many.
fn keep(places: &[u32], end: usize, added: usize, removed: usize, found: &mut Vec<u32>) -> usize {
    let kept = partition_point_near(places, 0, |&at| (at as usize) < end);
    found.extend(places[..kept].iter().map(|&at| (at as usize + added - removed) as u32));
    kept
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A text of the first of these parts, and edits: one part in eight is
    /// replaced by the second, is taken out, or has that one put before it.
    pub(crate) fn edited<T: AsRef<str>>(parts: &[(T, T, u8)]) -> (String, Edits) {
        let (mut text, mut edits) = (String::new(), Edits::default());
        for (old, new, what) in parts {
            let start = text.len();
            text.push_str(old.as_ref());
            match what {
                0 => edits.replace(start..text.len(), new.as_ref(), "test/replace"),
                1 => edits.delete(start..text.len(), "test/delete"),
                2 => edits.insert(start, new.as_ref(), "test/insert"),
                _ => {}
            }
        }
        edits.settle(&text, "test");
        (text, edits)
    }
}
