//! Finding the few lines that are worth being read.

use std::collections::hash_map::Entry;

use super::Seen;
use super::line::Place;
use crate::text::{self, key_filter};

/// How many lines may be a headline or its copy.
const TOP: usize = 3 + super::HEAD;

/// Which kinds of copies there can be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Met {
    /// Two of the first lines begin alike.
    pub(super) headlines: bool,
    /// Two lines next to each other begin or end alike.
    pub(super) next: bool,
    /// Two lines open alike.
    pub(super) apart: bool,
}

impl Met {
    #[cfg(test)]
    pub(super) const ALL: Self = Self { headlines: true, next: true, apart: true };

    pub(super) fn any(self) -> bool {
        self != Self::default()
    }
}

/// Finds the places of the lines that are not blank, and marks those that open as
/// another line does, or begin or end as a line next to them does. No line that was
/// not marked can be a copy, but for headlines.
pub(super) fn find<'t>(
    text: &'t str,
    full_lines: impl Iterator<Item = text::Line<'t>>,
    seen: &mut Seen,
) -> Met {
    let Seen { places: lines, once, again, openings, .. } = seen;
    let mut met = Met { next: Place::find_all(text, full_lines, lines), ..Met::default() };
    // With 64 bits for each line, of which one is set, nearly all that are
    // set twice are those of two lines which begin alike.
    let count = (0..).zip(&*lines).filter(|(at, line)| may_come_again(*at, line)).count();
    once.resize(count, 0);
    again.resize(count, 0);
    let mut any = false;
    for (at, line) in lines.iter().enumerate() {
        if may_come_again(at, line) {
            let seen = key_filter::may_have(once, line.head);
            key_filter::add(once, line.head);
            if seen {
                key_filter::add(again, line.head);
                any = true;
            }
        }
    }
    if !any {
        return met;
    }
    // Of those that begin alike, few go on alike.
    for at in 0..lines.len() {
        let line = &lines[at];
        if !key_filter::may_have(again, line.head) || !may_come_again(at, line) {
            continue;
        }
        met.headlines |= at < TOP;
        match openings.entry(line.opening(text)) {
            Entry::Vacant(place) => {
                place.insert(at as u32);
            }
            Entry::Occupied(first) => {
                lines[*first.get() as usize].met = true;
                lines[at].met = true;
                met.apart = true;
            }
        }
    }
    met
}

/// Whether a line is long enough for one that is not next to it, or stands
/// where headlines do.
fn may_come_again(at: usize, line: &Place) -> bool {
    line.head != 0 && (line.bytes() >= super::TEASER_LEN || at < TOP)
}
