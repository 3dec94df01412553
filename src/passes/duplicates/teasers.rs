//! Lines that are cut off, and that another line says in full.

use super::line::Line;
use super::{Index, Rule, TEASER_LEN};
use crate::text::folded::Folded;

/// So many paragraphs may stand above a text's teaser.
const INTRO: usize = 2;

/// Takes out lines that are cut off and that another line says in full.
pub(super) fn mark(text: &str, lines: &mut [Line], openings: &mut Index) {
    let long = |line: &Line| line.met && line.rule.is_none() && line.print.len >= TEASER_LEN;
    for (at, line) in lines.iter().enumerate().filter(|(_, l)| long(l)) {
        if line.uncut(text).is_none() {
            openings.entry(line.print.opening).or_insert(at as u32);
        }
    }
    // The paragraph that is no introduction any more.
    let mut deep = None;
    for at in 0..lines.len() {
        if !long(&lines[at]) {
            continue;
        }
        let line = lines[at];
        let Some(teaser) = line.uncut(text) else { continue };
        let Some(&full) = openings.get(&line.print.opening) else { continue };
        // What a list is cut to may be told in full in another one.
        let is_marked = |at: Option<usize>| {
            at.and_then(|at| lines.get(at)).is_some_and(|line| line.is_marked_item(text))
        };
        if is_marked(Some(at))
            && is_marked(Some(full as usize))
            && (is_marked(at.checked_sub(1)) || is_marked(Some(at + 1)))
        {
            continue;
        }
        // An author breaks off and comes back to it; pages tease above the text.
        let deep = *deep.get_or_insert_with(|| {
            let prose = lines.iter().enumerate().filter(|(_, line)| line.is_prose(text));
            prose.map(|(at, _)| at).nth(INTRO).unwrap_or(lines.len())
        });
        if full as usize > at && at > deep {
            continue;
        }
        // The full text may go on in the next line.
        let mut full = Folded::new(&text[lines[full as usize].start as usize..]);
        let mut len = 0;
        let all = Folded::new(teaser).all(|c| {
            len += 1;
            full.next() == Some(c)
        });
        if all && len >= TEASER_LEN {
            lines[at].rule = Some(Rule::Teaser);
        }
    }
}
