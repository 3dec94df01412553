//! Surveys an edited text again only around the edits.
//!
//! What a character is a sign of depends on the few bytes around it. So signs
//! that no edit comes near to are where they were.

use std::ops::Range;

use super::Survey;
use crate::buffers::Reuse;
use crate::search::partition_point_near;
use crate::text::boundaries;
use crate::{Buffers, Edits};

/// What a sign depends on ends before so many bytes on either side of it.
const REACH: usize = 16;

/// Makes the survey of a text that of `new`, which is what the edits make of
/// the text.
///
/// It may then say that the text has signs of which the edits took the last
/// one away, and count too many joints.
pub(crate) fn resurvey(survey: &mut Survey, edits: &Edits, new: &str, buffers: &Buffers) {
    let (mut next, mut window) = (buffers.lend::<Survey>(), buffers.lend::<Survey>());
    next.signs = survey.signs;
    next.joints = survey.joints;
    let mut old = Old { survey, done: [0; 3] };
    let (mut added, mut removed) = (0, 0);
    let mut edits = edits.iter().peekable();
    while let Some(edit) = edits.next() {
        let from = edit.range.start.saturating_sub(REACH);
        old.keep(from, added, removed, &mut next);
        let start = from + added - removed;
        let mut end = edit.range.end;
        added += edit.replacement.len();
        removed += edit.range.len();
        // Edits near to each other are looked at together.
        while let Some(edit) = edits.next_if(|next| next.range.start <= end + 4 * REACH) {
            end = edit.range.end;
            added += edit.replacement.len();
            removed += edit.range.len();
        }
        old.forget(end + REACH);
        next.read_part(new, start..end + REACH + added - removed, &mut window);
    }
    old.keep(usize::MAX, added, removed, &mut next);
    next.end(new);
    std::mem::swap(survey, &mut next);
}

/// The places of the old survey, of which some are dealt with.
struct Old<'s> {
    survey: &'s Survey,
    done: [usize; 3],
}

impl Old<'_> {
    /// Adds the places before `end`, at which they are now, to the new survey.
    fn keep(&mut self, end: usize, added: usize, removed: usize, new: &mut Survey) {
        let lists = self.survey.places().into_iter().zip(new.places_mut());
        for ((old, new), done) in lists.zip(&mut self.done) {
            let from = *done;
            *done = partition_point_near(old, from, |&at| (at as usize) < end);
            new.extend(old[from..*done].iter().map(|&at| (at as usize + added - removed) as u32));
        }
    }

    /// Leaves the places before `end` out.
    fn forget(&mut self, end: usize) {
        for (old, done) in self.survey.places().into_iter().zip(&mut self.done) {
            *done = partition_point_near(old, *done, |&at| (at as usize) < end);
        }
    }
}

impl Survey {
    fn places(&self) -> [&[u32]; 3] {
        [&self.odd, &self.suspects, &self.marked_ends]
    }

    fn places_mut(&mut self) -> [&mut Vec<u32>; 3] {
        [&mut self.odd, &mut self.suspects, &mut self.marked_ends]
    }

    /// Adds what a part of a text has. `window` is for the look at it.
    fn read_part(&mut self, text: &str, part: Range<usize>, window: &mut Survey) {
        let around = around(text, &part);
        window.reset();
        window.read(&text[around.clone()]);
        self.signs.add(window.signs);
        self.joints += window.joints;
        // The end of the window is none of a line.
        let ends_line = |&at: &u32| text.as_bytes().get(around.start + at as usize) == Some(&b'\n');
        window.marked_ends.retain(ends_line);
        for (list, found) in self.places_mut().into_iter().zip(window.places()) {
            let places = found.iter().map(|&at| around.start + at as usize);
            list.extend(places.filter(|at| part.contains(at)).map(|at| at as u32));
        }
    }

    /// Notes the end of a text whose lines are all read.
    fn end(&mut self, text: &str) {
        let bytes = text.as_bytes();
        // What was the end may not be it any more.
        self.marked_ends.retain(|&at| bytes.get(at as usize) == Some(&b'\n'));
        self.line_end(bytes.trim_ascii_end());
    }
}

/// The part with what its signs depend on.
fn around(text: &str, part: &Range<usize>) -> Range<usize> {
    let start = boundaries::floor(text, part.start.saturating_sub(REACH));
    let end = boundaries::ceil(text, part.end + REACH);
    start..end
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;

    fn surveyed(text: &str) -> Survey {
        let mut survey = Survey::default();
        survey.read(text);
        survey
    }

    /// What parts of texts look like, of which signs are made.
    fn part() -> impl Strategy<Value = String> {
        let marks = select(
            &[
                " ",
                "  ",
                "\n",
                "\n\n",
                "\t",
                "\r\n",
                ",",
                ",\n",
                "-\n",
                ")",
                "|",
                "u0",
                "2",
                "%",
                "=",
                "A",
                "&",
                "<",
                ">",
                "]",
                "}",
                "\\",
                "\u{A0}",
                "é",
                "Ã",
                "â",
                "€",
                "™",
                "©",
                "\u{301}",
                "\u{200B}",
                "Ð",
                "°",
                "и",
                "日",
                "😀",
                "\u{E0041}",
                "\u{80}",
                "\u{7F}",
            ][..],
        );
        prop_oneof![
            3 => marks.prop_map(str::to_owned),
            2 => "[a-z]{1,9}",
            1 => "[a-z ]{40,90}",
            1 => " {17,40}",
        ]
    }

    #[test]
    fn an_end_far_from_the_edits_is_none_any_more() {
        let text = format!(",{:21}", "");
        let mut edits = Edits::default();
        edits.replace(21..22, ",\n", "test/replace");
        let new = edits.apply(&text);
        let mut survey = surveyed(&text);
        resurvey(&mut survey, &edits, &new, &Buffers::default());
        assert_eq!(survey.places(), surveyed(&new).places());
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 4000, ..ProptestConfig::default() })]

        #[test]
        fn around_the_edits_is_all_that_changes(
            parts in prop::collection::vec((part(), part(), 0_u8..8), 0..30),
        ) {
            // One part in eight is replaced by another, is taken out, or has
            // one put before it.
            let (mut text, mut edits) = (String::new(), Edits::default());
            for (old, new, what) in &parts {
                let start = text.len();
                text.push_str(old);
                match what {
                    0 => edits.replace(start..text.len(), new, "test/replace"),
                    1 => edits.delete(start..text.len(), "test/delete"),
                    2 => edits.replace(start..start, new, "test/insert"),
                    _ => {}
                }
            }
            edits.settle(&text, "test");
            let new = edits.apply(&text);
            let mut survey = surveyed(&text);
            resurvey(&mut survey, &edits, &new, &Buffers::default());
            let fresh = surveyed(&new);
            prop_assert_eq!(survey.places(), fresh.places());
            prop_assert_eq!(survey.signs.and(fresh.signs), survey.signs);
            prop_assert!(survey.joints >= fresh.joints);
        }
    }
}
