//! Surveys an edited text again only around the edits.
//!
//! What a character is a sign of depends on the few bytes around it. So signs
//! that no edit comes near to are where they were.

use super::Survey;
use crate::text::places::{self, Parts, REACH};

// What a sign depends on: at most two characters before it, and one behind.
const _: () = assert!(REACH >= 8);

/// Makes the survey of a text that of `new`, in which these parts are edited.
/// `found` is working memory, and empty.
///
/// It may then say that the text has signs of which the edits took the last
/// one away, and count too many joints.
pub(crate) fn resurvey(survey: &mut Survey, parts: &Parts, new: &str, found: &mut Survey) {
    for part in parts.iter() {
        found.read_blocks(new.as_bytes(), part.within(new));
    }
    survey.signs.add(found.signs);
    survey.joints += found.joints;
    for (places, found) in survey.places_mut().into_iter().zip(found.places_mut()) {
        places::update(places, parts, found);
    }
    survey.end(new);
}

impl Survey {
    fn places_mut(&mut self) -> [&mut Vec<u32>; 7] {
        let Self { odd, angles, suspects, hats, marked_ends, escapes, loose, .. } = self;
        [odd, angles, suspects, hats, marked_ends, escapes, loose]
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
    use crate::Edits;
    use crate::text::places::tests::edited;

    fn surveyed(text: &str) -> Survey {
        let mut survey = Survey::default();
        survey.read(text);
        survey
    }

    fn resurveyed(text: &str, edits: &Edits, new: &str) -> Survey {
        let (mut survey, mut parts) = (surveyed(text), Parts::default());
        parts.find(edits);
        resurvey(&mut survey, &parts, new, &mut Survey::default());
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
        let mut survey = resurveyed(&text, &edits, &new);
        assert_eq!(survey.places_mut(), surveyed(&new).places_mut());
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 4000, ..ProptestConfig::default() })]

        #[test]
        fn around_the_edits_is_all_that_changes(
            parts in prop::collection::vec((part(), part(), 0_u8..8), 0..30),
        ) {
            let (text, edits) = edited(&parts);
            let new = edits.apply(&text);
            let mut survey = resurveyed(&text, &edits, &new);
            let mut fresh = surveyed(&new);
            prop_assert_eq!(survey.places_mut(), fresh.places_mut());
            prop_assert_eq!(survey.signs.and(fresh.signs), survey.signs);
            prop_assert!(survey.joints >= fresh.joints);
        }
    }
}
