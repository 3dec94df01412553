//! Lists of places in a text, found by what stands near them, that are kept
//! when the text is edited.

use std::ops::Range;

use crate::search::partition_point_near;
use crate::text::lanes::BLOCK;
use crate::{Edits, Reuse};

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

    /// How far on in the new text stands what is behind it, modulo 2^32.
    fn shift_behind(&self) -> u32 {
        self.new.end.wrapping_sub(self.old.end)
    }
}

/// The parts of a text that edits come nearer to than [`REACH`], in order.
#[derive(Debug, Default)]
pub(crate) struct Parts {
    list: Vec<Part>,
    /// What the first of them do to places.
    steps: [Step; FEW],
}

/// So many parts, which are as many as most edits have, are looked at without a
/// branch for each.
const FEW: usize = 4;
/// In a list of more places, most lie between two parts.
const MANY: usize = 16;

/// A part in which places go, and how much further than before those behind it
/// move on, modulo 2^32.
#[derive(Clone, Copy, Debug, Default)]
struct Step {
    start: u32,
    end: u32,
    by: u32,
}

impl Parts {
    /// Finds the parts that these edits come near to.
    pub(crate) fn find(&mut self, edits: &Edits) {
        let (mut added, mut removed) = (0, 0);
        for (range, len) in edits.sizes() {
            let start = range.start.saturating_sub(REACH);
            if self.list.last().is_none_or(|last| start as u32 >= last.old.end + APART) {
                // Places in a text have 32 bits.
                let [start, new] = [start, start + added - removed].map(|at| at as u32);
                self.list.push(Part { old: start..start, new: new..new });
            }
            added += len;
            removed += range.len();
            let end = range.end + REACH;
            if let Some(last) = self.list.last_mut() {
                [last.old.end, last.new.end] = [end, end + added - removed].map(|at| at as u32);
            }
        }
        let mut shift = 0;
        for (step, part) in self.steps.iter_mut().zip(&self.list) {
            let by = part.shift_behind().wrapping_sub(shift);
            *step = Step { start: part.old.start, end: part.old.end, by };
            shift = part.shift_behind();
        }
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Part> {
        self.list.iter()
    }
}

impl Reuse for Parts {
    fn reset(&mut self) {
        self.list.clear();
        self.steps = Default::default();
    }
}

/// Makes the places of a text those of the edited one. `found` has those within
/// the parts, in order, and maybe others near them.
pub(crate) fn update(places: &mut Vec<u32>, parts: &Parts, found: &mut Vec<u32>) {
    // Most lists are short, and many have no place near an edit.
    if !places.is_empty() {
        keep_apart(places, parts);
    }
    if !found.is_empty() {
        keep_within(found, &parts.list);
        merge(places, found);
    }
}

/// Drops the places within the parts, and moves the others to where they are.
fn keep_apart(places: &mut Vec<u32>, parts: &Parts) {
    if parts.list.len() > FEW || places.len() > MANY {
        return keep_many_apart(places, &parts.list);
    }
    let mut kept = 0;
    for next in 0..places.len() {
        let at = places[next];
        let is_within = |step: &Step| (step.start <= at) & (at < step.end);
        let goes = parts.steps.iter().fold(false, |goes, step| goes | is_within(step));
        let moves = parts.steps.iter().map(|step| if at < step.end { 0 } else { step.by });
        places[kept] = moves.fold(at, u32::wrapping_add);
        kept += usize::from(!goes);
    }
    places.truncate(kept);
}

/// As [`keep_apart`], in time by the places and the parts and not by the pairs of
/// them.
fn keep_many_apart(places: &mut Vec<u32>, parts: &[Part]) {
    let first = parts.first().map_or(u32::MAX, |part| part.old.start);
    let mut next = places.partition_point(|&at| at < first);
    let (mut kept, mut shift) = (next, 0);
    for part in parts {
        while next < places.len() && places[next] < part.old.start {
            places[kept] = places[next].wrapping_add(shift);
            (kept, next) = (kept + 1, next + 1);
        }
        while next < places.len() && places[next] < part.old.end {
            next += 1;
        }
        if next == places.len() {
            break;
        }
        shift = part.shift_behind();
    }
    places.copy_within(next.., kept);
    places.truncate(kept + places.len() - next);
    places[kept..].iter_mut().for_each(|at| *at = at.wrapping_add(shift));
}

/// Drops the places of a new text that are not within the parts.
fn keep_within(places: &mut Vec<u32>, parts: &[Part]) {
    let (mut kept, mut next) = (0, 0);
    for part in parts {
        let from = next + count_before(&places[next..], 0, part.new.start);
        next = from + count_before(&places[from..], 0, part.new.end);
        places.copy_within(from..next, kept);
        kept += next - from;
    }
    places.truncate(kept);
}

/// Adds places to others, among which they belong.
fn merge(places: &mut Vec<u32>, mut added: &[u32]) {
    let mut old = places.len();
    // A list that grew by doubling would take twice the memory.
    places.reserve_exact(added.len());
    places.extend_from_slice(added);
    // From the end on, so that none stands in the way of another.
    while let Some(&last) = added.last() {
        let from = count_before(&places[..old], old, last);
        places.copy_within(from..old, from + added.len());
        old = from;
        let before = places[..old].last().copied();
        let rest = before.map_or(0, |at| count_before(added, added.len(), at));
        places[old + rest..old + added.len()].copy_from_slice(&added[rest..]);
        added = &added[..rest];
    }
}

/// How many places there are before this one; likely about `near`.
fn count_before(places: &[u32], near: usize, end: u32) -> usize {
    partition_point_near(places, near, |&at| at < end)
}

#[cfg(test)]
pub(crate) mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;
    use proptest::sample::select;

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

    proptest! {
        #[test]
        fn places_near_edits_are_found_again_and_others_move(
            parts in vec((part(), part(), 0_u8..20), 0..90),
            beyond in 0..BLOCK,
        ) {
            let (text, edits) = edited(&parts);
            let new = edits.apply(&text);
            let mut edited = Parts::default();
            edited.find(&edits);
            let (mut places, mut found) = (found(&text, 0..text.len()), Vec::new());
            for part in edited.iter() {
                let Range { start, end } = part.within(&new);
                let near = start.saturating_sub(8)..new.len().min(end + beyond);
                found.extend(self::found(&new, near));
            }
            update(&mut places, &edited, &mut found);
            prop_assert_eq!(places, self::found(&new, 0..new.len()));
        }
    }

    fn part() -> impl Strategy<Value = String> {
        let one = select(&["x", "x-", "-", "--x"][..]);
        (one, select(&[1_usize, 1, 5, 40][..])).prop_map(|(one, times)| one.repeat(times))
    }

    /// The places of one letter in a part of a text.
    fn found(text: &str, part: Range<usize>) -> Vec<u32> {
        text[part.clone()].match_indices('x').map(|(at, _)| (part.start + at) as u32).collect()
    }
}
