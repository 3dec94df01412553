//! Finding the few lines that are worth being read.

use std::collections::hash_map::Entry;

use super::Seen;
use super::line::Line;

/// How many lines may be a headline or its copy.
const TOP: usize = 3 + super::HEAD;

/// Marks the lines that open as another line does, and those that begin or
/// end as a line next to them does. Tells whether there can be a copy: no
/// line that was not marked is one, but for headlines, which begin alike too.
pub(super) fn mark(text: &str, lines: &mut [Line], seen: &mut Seen) -> bool {
    let Seen { filter, again, openings, .. } = seen;
    let mut any = false;
    for at in 1..lines.len() {
        if lines[at - 1].meets(text, &lines[at]) {
            lines[at - 1].met = true;
            lines[at].met = true;
            any = true;
        }
    }
    // A filter with a bit for each head, of which few are set, finds those
    // that may have been there before.
    let words = lines.len().next_power_of_two();
    filter.resize(words, 0);
    for line in lines.iter().filter(|l| l.head != 0) {
        let word = &mut filter[(line.head >> 6) as usize & (words - 1)];
        let bit = 1 << (line.head & 63);
        if *word & bit != 0 {
            again.insert(u64::from(line.head), ());
        }
        *word |= bit;
    }
    if again.is_empty() {
        return any;
    }
    // Of those that begin alike, few go on alike.
    for at in 0..lines.len() {
        if !again.contains_key(&u64::from(lines[at].head)) {
            continue;
        }
        any |= at < TOP;
        match openings.entry(lines[at].opening(text)) {
            Entry::Vacant(place) => {
                place.insert(at as u32);
            }
            Entry::Occupied(first) => {
                lines[*first.get() as usize].met = true;
                lines[at].met = true;
                any = true;
            }
        }
    }
    any
}
