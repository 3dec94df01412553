//! Surveys an edited text again only around the edits.
//!
//! What a character is a sign of depends on the few bytes around it. So signs
//! that no edit comes near to are where they were.

use std::ops::Range;

use super::Survey;
use crate::search::partition_point_near;
use crate::{Buffers, Edits};

/// What a sign depends on ends before so many bytes on either side of it: at
/// most two characters before it, and one behind.
const REACH: usize = 8;
/// Edits that are so near to each other are looked at together.
const NEAR: usize = 64;

/// Makes the survey of a text that of `new`, which is what the edits make of
/// the text.
///
/// It may then say that the text has signs of which the edits took the last
/// one away, and count too many joints.
pub(crate) fn resurvey(survey: &mut Survey, edits: &Edits, new: &str, buffers: &Buffers) {
    let mut next = buffers.lend::<Survey>();
    next.signs = survey.signs;
    next.joints = survey.joints;
    let mut old = Old { places: survey.places() };
    let (mut added, mut removed) = (0, 0);
    let mut edits = edits.iter().peekable();
    while let Some(edit) = edits.next() {
        let from = edit.range.start.saturating_sub(REACH);
        old.keep(from, added, removed, &mut next);
        let start = from + added - removed;
        let mut end = edit.range.end;
        added += edit.replacement.len();
        removed += edit.range.len();
        while let Some(edit) = edits.next_if(|next| next.range.start <= end + NEAR) {
            end = edit.range.end;
            added += edit.replacement.len();
            removed += edit.range.len();
        }
        old.forget(end + REACH);
        next.read_part(new, start..end + REACH + added - removed);
    }
    old.keep(usize::MAX, added, removed, &mut next);
    next.end(new);
    std::mem::swap(survey, &mut next);
}

/// The places of the old survey that are not dealt with.
struct Old<'s> {
    places: [&'s [u32]; 5],
}

impl Old<'_> {
    /// Adds the places before `end`, at which they are now, to the new survey.
    fn keep(&mut self, end: usize, added: usize, removed: usize, new: &mut Survey) {
        for (old, new) in self.places.iter_mut().zip(new.places_mut()) {
            let kept = take_before(old, end);
            new.extend(kept.iter().map(|&at| (at as usize + added - removed) as u32));
        }
    }

    /// Leaves the places before `end` out.
    fn forget(&mut self, end: usize) {
        for old in &mut self.places {
            take_before(old, end);
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

impl Survey {
    fn places(&self) -> [&[u32]; 5] {
        [&self.odd, &self.suspects, &self.marked_ends, &self.escapes, &self.loose]
    }

    fn places_mut(&mut self) -> [&mut Vec<u32>; 5] {
        let Self { odd, suspects, marked_ends, escapes, loose, .. } = self;
        [odd, suspects, marked_ends, escapes, loose]
    }

    /// Adds what a part of a text has.
    fn read_part(&mut self, text: &str, part: Range<usize>) {
        let lens = self.places().map(<[u32]>::len);
        self.read_blocks(text.as_bytes(), part.start..part.end.min(text.len()));
        for (list, len) in self.places_mut().into_iter().zip(lens) {
            let mut kept = len;
            for at in len..list.len() {
                list[kept] = list[at];
                kept += usize::from(part.contains(&(list[at] as usize)));
            }
            list.truncate(kept);
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;
    use crate::text::places::tests::edited;

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
            let (text, edits) = edited(&parts);
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
