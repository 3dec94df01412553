//! Lists of places in a text, found by what stands near them, that are kept
//! when the text is edited.

use std::iter;
use std::ops::Range;

use crate::search::partition_point_near;
use crate::{Buffers, Edits};

/// Edits that are so near to each other are looked at together: more than twice
/// what a place depends on.
const NEAR: usize = 64;

/// The first place of some lists from `from` on, before which they lose theirs.
pub(crate) fn first_from<const N: usize>(lists: &mut [&[u32]; N], from: usize) -> Option<usize> {
    let first = lists.iter_mut().filter_map(|list| {
        let before = partition_point_near(list, 0, |&at| (at as usize) < from);
        *list = &list[before..];
        list.first()
    });
    first.min().map(|&at| at as usize)
}

/// Makes the places of a text those of `new`, which is what the edits make of
/// the text.
///
/// Whether a byte is such a place depends on less than `REACH` bytes on either
/// side of it. `find` adds those within a range of the new text.
pub(crate) fn find_again<const REACH: usize>(
    places: &mut Vec<u32>,
    edits: &Edits,
    new: &str,
    buffers: &Buffers,
    find: impl Fn(Range<usize>, &mut Vec<u32>),
) {
    let mut found = buffers.lend::<Vec<u32>>();
    let mut old = Old::new([places]);
    for part in parts::<REACH>(edits) {
        old.keep_up_to(&part, [&mut found]);
        find(part.new.start..part.new.end.min(new.len()), &mut found);
    }
    old.keep_rest([&mut found]);
    std::mem::swap(places, &mut found);
}

/// A part of a text in which places may have changed, as it was and as it is, in
/// bytes. It may end beyond the text.
pub(crate) struct Part {
    old: Range<usize>,
    pub(crate) new: Range<usize>,
}

/// The parts of a text that edits come nearer to than `REACH` bytes, in order.
/// They have no byte in common.
pub(crate) fn parts<const REACH: usize>(edits: &Edits) -> impl Iterator<Item = Part> {
    const { assert!(2 * REACH <= NEAR) };
    let (mut added, mut removed) = (0, 0);
    let mut edits = edits.iter().peekable();
    iter::from_fn(move || {
        let start = edits.peek()?.range.start.saturating_sub(REACH);
        let new_start = start + added - removed;
        let mut end = start + REACH;
        while let Some(edit) = edits.next_if(|next| next.range.start <= end + NEAR) {
            end = edit.range.end;
            added += edit.replacement.len();
            removed += edit.range.len();
        }
        end += REACH;
        Some(Part { old: start..end, new: new_start..end + added - removed })
    })
}

/// Lists of places of an old text, without those that are dealt with.
pub(crate) struct Old<'p, const LISTS: usize> {
    places: [&'p [u32]; LISTS],
    /// How far on the next ones stand in the new text, modulo 2^32.
    shift: u32,
}

impl<'p, const LISTS: usize> Old<'p, LISTS> {
    /// Lists of places, each in order.
    pub(crate) fn new(places: [&'p [u32]; LISTS]) -> Self {
        Self { places, shift: 0 }
    }

    /// Adds the places before a part, at which they are now, to the new lists,
    /// and leaves those within it out.
    pub(crate) fn keep_up_to(&mut self, part: &Part, new: [&mut Vec<u32>; LISTS]) {
        for (old, new) in self.places.iter_mut().zip(new) {
            new.extend(
                take_before(old, part.old.start).iter().map(|at| at.wrapping_add(self.shift)),
            );
            take_before(old, part.old.end);
        }
        // Places in a text have 32 bits.
        self.shift = (part.new.end as u32).wrapping_sub(part.old.end as u32);
    }

    /// Adds all places that are left.
    pub(crate) fn keep_rest(self, new: [&mut Vec<u32>; LISTS]) {
        for (old, new) in self.places.iter().zip(new) {
            new.extend(old.iter().map(|at| at.wrapping_add(self.shift)));
        }
    }
}

/// Takes the places before `end` away.
#[inline]
fn take_before<'s>(places: &mut &'s [u32], end: usize) -> &'s [u32] {
    // Hardly ever is there one.
    if places.is_empty() {
        return &[];
    }
    let before = partition_point_near(places, 0, |&at| (at as usize) < end);
    places.split_off(..before).unwrap_or_default()
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
