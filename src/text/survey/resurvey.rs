//! Surveys an edited text again only around the edits.
//!
//! What a character is a sign of depends on the few bytes around it. So signs
//! that no edit comes near to are where they were.

use std::ops::Range;

use super::Survey;
use crate::text::places::{Old, parts};
use crate::{Buffers, Edits};

/// What a sign depends on ends before so many bytes on either side of it: at
/// most two characters before it, and one behind.
const REACH: usize = 8;

/// Makes the survey of a text that of `new`, which is what the edits make of
/// the text.
///
/// It may then say that the text has signs of which the edits took the last
/// one away, and count too many joints.
pub(crate) fn resurvey(survey: &mut Survey, edits: &Edits, new: &str, buffers: &Buffers) {
    let mut next = buffers.lend::<Survey>();
    next.signs = survey.signs;
    next.joints = survey.joints;
    // Lists that grow by doubling would take twice the memory.
    for (new, old) in next.places_mut().into_iter().zip(survey.places()) {
        new.reserve(old.len() + edits.len().min(old.len()) / 8);
    }
    let mut old = Old::new(survey.places());
    for part in parts::<REACH>(edits) {
        old.keep_up_to(&part, next.places_mut());
        next.read_part(new, part.new);
    }
    old.keep_rest(next.places_mut());
    next.end(new);
    std::mem::swap(survey, &mut next);
}

impl Survey {
    fn places(&self) -> [&[u32]; 6] {
        [&self.odd, &self.angles, &self.suspects, &self.marked_ends, &self.escapes, &self.loose]
    }

    fn places_mut(&mut self) -> [&mut Vec<u32>; 6] {
        let Self { odd, angles, suspects, marked_ends, escapes, loose, .. } = self;
        [odd, angles, suspects, marked_ends, escapes, loose]
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
