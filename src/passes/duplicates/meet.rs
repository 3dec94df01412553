//! Finding the few lines that are worth being read.

use std::collections::hash_map::Entry;

use super::Seen;
use super::line::Line;
use crate::text::key_filter;

/// How many lines may be a headline or its copy.
const TOP: usize = 3 + super::HEAD;

/// Marks the lines that open as another line does, and those that begin or
/// end as a line next to them does. Tells whether there can be a copy: no
/// line that was not marked is one, but for headlines, which begin alike too.
pub(super) fn mark(text: &str, lines: &mut [Line], seen: &mut Seen) -> bool {
    let Seen { once, again, openings, .. } = seen;
    let mut any = false;
    for at in 1..lines.len() {
        if lines[at - 1].meets(text, &lines[at]) {
            lines[at - 1].met = true;
            lines[at].met = true;
            any = true;
        }
    }
    // With 64 bits for each line, of which one is set, nearly all that are
    // set twice are those of two lines which begin alike.
    once.resize(lines.len(), 0);
    again.resize(lines.len(), 0);
    let mut met = false;
    for (_, line) in lines.iter().enumerate().filter(may_come_again) {
        let seen = key_filter::may_have(once, line.head);
        key_filter::add(once, line.head);
        key_filter::add_if(again, line.head, seen);
        met |= seen;
    }
    if !met {
        return any;
    }
    // Of those that begin alike, few go on alike.
    for at in 0..lines.len() {
        let line = &lines[at];
        if !key_filter::may_have(again, line.head) || !may_come_again(&(at, line)) {
            continue;
        }
        any |= at < TOP;
        match openings.entry(line.opening(text)) {
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

/// Whether a line is long enough for one that is not next to it, or stands
/// where headlines do.
fn may_come_again((at, line): &(usize, &Line)) -> bool {
    line.head != 0 && (line.bytes() >= super::TEASER_LEN || *at < TOP)
}
