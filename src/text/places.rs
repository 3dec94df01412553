//! Lists of places in a text, found by what stands near them, that are kept
//! when the text is edited.

use std::ops::Range;

use crate::Edits;
use crate::search::partition_point_near;
use crate::text::lanes::BLOCK;

/// What a place depends on ends before so many bytes on either side of it.
pub(crate) const REACH: usize = 24;

/// So many bytes at least lie between two parts that are looked at again. Parts
/// are read in blocks, and from a little before them.
const APART: u32 = (BLOCK + REACH) as u32;

/// The first place of some lists from `from` on, before which they lose theirs.
pub(crate) fn first_from<const N: usize>(lists: &mut [&[u32]; N], from: usize) -> Option<usize> {
    let first = lists.iter_mut().filter_map(|list| {
        let before = partition_point_near(list, 0, |&at| (at as usize) < from);
        *list = &list[before..];
        list.first()
    });
    first.min().map(|&at| at as usize)
}

/// A part of a text in which places may have changed, as it was and as it is, in
/// bytes. It may end beyond the text.
#[derive(Debug)]
pub(crate) struct Part {
    old: Range<u32>,
    new: Range<u32>,
}

impl Part {
    /// The part as it is in the new text.
    pub(crate) fn within(&self, text: &str) -> Range<usize> {
        self.new.start as usize..text.len().min(self.new.end as usize)
    }
}

/// Adds the parts of a text that edits come nearer to than [`REACH`], in order.
pub(crate) fn find_parts(edits: &Edits, parts: &mut Vec<Part>) {
    let (mut added, mut removed) = (0, 0);
    for (range, len) in edits.sizes() {
        let start = range.start.saturating_sub(REACH);
        if parts.last().is_none_or(|last| start as u32 >= last.old.end + APART) {
            // Places in a text have 32 bits.
            let [start, new] = [start, start + added - removed].map(|at| at as u32);
            parts.push(Part { old: start..start, new: new..new });
        }
        added += len;
        removed += range.len();
        let end = range.end + REACH;
        if let Some(last) = parts.last_mut() {
            [last.old.end, last.new.end] = [end, end + added - removed].map(|at| at as u32);
        }
    }
}

/// Makes the places of a text those of the edited one. `found` has those within
/// the parts, in order, and maybe others near them.
pub(crate) fn update(places: &mut Vec<u32>, parts: &[Part], found: &mut Vec<u32>) {
    // Most lists are short, and many have no place near an edit.
    if !places.is_empty() {
        keep_apart(places, parts);
    }
    if !found.is_empty() {
        keep_within(found, parts);
        merge(places, found);
    }
}

/// Drops the places within the parts, and moves the others to where they are.
fn keep_apart(places: &mut Vec<u32>, mut parts: &[Part]) {
    let first = parts.first().map_or(u32::MAX, |part| part.old.start);
    let mut kept = places.partition_point(|&at| at < first);
    // How far on the next ones stand in the new text, modulo 2^32.
    let mut shift = 0_u32;
    for next in kept..places.len() {
        let at = places[next];
        while let Some((part, rest)) = parts.split_first()
            && part.old.end <= at
        {
            shift = part.new.end.wrapping_sub(part.old.end);
            parts = rest;
        }
        places[kept] = at.wrapping_add(shift);
        kept += usize::from(parts.first().is_none_or(|part| at < part.old.start));
    }
    places.truncate(kept);
}

/// Drops the places of a new text that are not within the parts.
fn keep_within(places: &mut Vec<u32>, mut parts: &[Part]) {
    places.retain(|&at| {
        while let Some((part, rest)) = parts.split_first()
            && part.new.end <= at
        {
            parts = rest;
        }
        parts.first().is_some_and(|part| part.new.start <= at)
    });
}

/// Adds places to others, among which they belong.
fn merge(places: &mut Vec<u32>, mut added: &[u32]) {
    let mut old = places.len();
    // A list that grew by doubling would take twice the memory.
    places.reserve_exact(added.len());
    places.extend_from_slice(added);
    // From the end on, so that none stands in the way of another.
    while let Some((&last, rest)) = added.split_last() {
        let to = old + rest.len();
        match places[..old].last() {
            Some(&at) if at > last => {
                places[to] = at;
                old -= 1;
            }
            _ => {
                places[to] = last;
                added = rest;
            }
        }
    }
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
