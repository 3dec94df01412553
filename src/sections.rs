//! Long texts, section by section.
//!
//! A text of some megabytes is most often many documents in one file. What a pass
//! wants to know of a text, such as which names it has, it has learnt from far
//! less. So a long text is cut between two of its paragraphs, and each section is
//! cleaned as a text of its own: a million bytes are near at hand where a hundred
//! million are not, and only one section needs memory for what is known of it.
//!
//! Of 218 manuals, novels, change logs and logs of 0.3 to 10 MB 4 come out
//! otherwise than if they had been cleaned as a whole. With sections of an eighth
//! of the size it is 97: one chapter with long lines in a wrapped manual is enough
//! to be taken for another kind of text.
//!
//! *Cleaning twice is cleaning once*, as long as the sections are the same. The
//! places for cuts are chosen so that most of them are (see [`cut`]). Where they
//! are not, what is a section of the clean text has not been seen as one, and is
//! cleaned again, until each section of the text has been found clean.

use std::mem;
use std::ops::Range;
use std::sync::Arc;

use crate::pipeline::{self, Outcome, Scratch};
use crate::{Document, Language, Pass, Pipeline, SourceMap, Suggestions};

mod cut;

/// A section has at least so many bytes.
const SHORTEST: usize = if cfg!(test) { 1 << 12 } else { 1 << 20 };

/// A text of fewer bytes is one section.
const LONG: usize = 2 * SHORTEST;

/// How often a text is gone through at most. Nearly every one is settled in the
/// second round; texts made to hurt have needed three.
const MAX_ROUNDS: usize = 8;

/// What is kept of a cleaning for [`Pipeline::explain`](crate::Pipeline::explain).
#[derive(Default)]
pub(crate) struct Record {
    pub(crate) map: SourceMap,
    pub(crate) suggestions: Suggestions,
}

impl Record {
    /// Adds what is kept of a section that begins at `raw` and stands at `clean` now.
    fn append(&mut self, section: Self, raw: usize, clean: usize) {
        self.map.append(section.map, raw, clean);
        self.suggestions.extend(section.suggestions.list, clean as isize);
    }

    /// Takes over the suggestions for a section that stands at `at` now.
    fn keep_suggestions(&mut self, record: &Self, section: &Range<usize>, at: usize) {
        let list = &record.suggestions.list;
        let from = list.partition_point(|doubt| doubt.range.start < section.start);
        let to = list.partition_point(|doubt| doubt.range.start < section.end);
        let by = at as isize - section.start as isize;
        self.suggestions.extend(list[from..to].iter().cloned(), by);
    }
}

/// Passes, and what they are told about all texts.
pub(crate) struct Cleaner<'p> {
    pub(crate) passes: &'p [Arc<dyn Pass>],
    pub(crate) language: Option<Language>,
}

impl Cleaner<'_> {
    /// Whether a text has more than one section.
    pub(crate) fn cuts(&self, text: &str, scratch: &mut Scratch) -> bool {
        let sections = &mut scratch.sections.sections;
        self.may_cut(text) && {
            cut::find(text, &scratch.buffers, sections);
            sections.len() > 1
        }
    }

    /// Whether a text may have more than one.
    fn may_cut(&self, text: &str) -> bool {
        (LONG..=Pipeline::MAX_LEN).contains(&text.len())
            && self.passes.iter().all(|pass| pass.takes_sections())
    }

    /// Cleans a text, section by section if it is long. The clean text is in the
    /// scratch, as after [`pipeline::run`].
    pub(crate) fn clean(
        &self,
        raw: &str,
        scratch: &mut Scratch,
        mut record: Option<&mut Record>,
    ) -> Outcome {
        if !self.may_cut(raw) {
            return self.clean_section(raw, scratch, record);
        }
        let mut memory = mem::take(&mut scratch.sections);
        let Memory { sections, settled, next_settled, text, next } = &mut memory;
        settled.clear();
        let mut outcome = Outcome::Clean;
        for _ in 0..MAX_ROUNDS {
            let now = match outcome {
                Outcome::Clean => raw,
                Outcome::Changed => text,
            };
            // One that has grown too long is not read again.
            if now.len() > Pipeline::MAX_LEN {
                break;
            }
            cut::find(now, &scratch.buffers, sections);
            let round = Round { cleaner: self, text: now, sections, settled, scratch };
            if let Outcome::Clean = round.run(next, next_settled, record.as_deref_mut()) {
                break;
            }
            mem::swap(text, next);
            mem::swap(settled, next_settled);
            outcome = Outcome::Changed;
        }
        // Rounds that undid each other have changed nothing.
        if text == raw {
            outcome = Outcome::Clean;
        }
        mem::swap(text, &mut scratch.current);
        scratch.sections = memory;
        outcome
    }

    fn clean_section(
        &self,
        raw: &str,
        scratch: &mut Scratch,
        record: Option<&mut Record>,
    ) -> Outcome {
        let Self { passes, language } = *self;
        let Some(Record { map, suggestions }) = record else {
            return pipeline::run(passes, Some(raw), language, scratch, |_| (), |_| ());
        };
        let on_edits = |edits: &_| *map = map.then(edits);
        let at_end = |doc: &Document<'_>| {
            passes.iter().for_each(|pass| pass.suggest(doc, suggestions));
            suggestions.settle(doc.text());
        };
        pipeline::run(passes, Some(raw), language, scratch, on_edits, at_end)
    }
}

/// What [`Cleaner::clean`] works in.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    sections: Vec<Range<usize>>,
    settled: Vec<Range<usize>>,
    next_settled: Vec<Range<usize>>,
    text: String,
    next: String,
}

/// A look at those sections of a text that are not known to be clean.
struct Round<'r> {
    cleaner: &'r Cleaner<'r>,
    text: &'r str,
    sections: &'r [Range<usize>],
    /// Sections that are clean, in the order of the text.
    settled: &'r [Range<usize>],
    scratch: &'r mut Scratch,
}

impl Round<'_> {
    /// Makes `next` the cleaned text, if that is another one, and lists its sections.
    fn run(
        self,
        next: &mut String,
        next_settled: &mut Vec<Range<usize>>,
        mut record: Option<&mut Record>,
    ) -> Outcome {
        next.clear();
        next_settled.clear();
        let mut settled = self.settled.iter().peekable();
        let mut found = Record::default();
        let mut outcome = Outcome::Clean;
        // What is behind it has not been copied yet.
        let mut copied = 0;
        for section in self.sections {
            let at = section.start - copied + next.len();
            while settled.next_if(|s| s.start < section.start).is_some() {}
            if settled.next_if_eq(&section).is_some() {
                if let Some(record) = &record {
                    found.keep_suggestions(record, section, at);
                }
            } else {
                let text = &self.text[section.clone()];
                let mut of_section = record.as_ref().map(|_| Record::default());
                let of_text = self.cleaner.clean_section(text, self.scratch, of_section.as_mut());
                if let Outcome::Changed = of_text {
                    if text.len() == self.text.len() {
                        mem::swap(next, &mut self.scratch.current);
                    } else {
                        next.reserve(self.text.len() - copied);
                        next.push_str(&self.text[copied..section.start]);
                        next.push_str(&self.scratch.current);
                    }
                    copied = section.end;
                    outcome = Outcome::Changed;
                }
                if let Some(of_section) = of_section {
                    found.append(of_section, section.start, at);
                }
            }
            next_settled.push(at..section.end - copied + next.len());
        }
        if let Outcome::Changed = outcome {
            next.push_str(&self.text[copied..]);
        }
        if let Some(record) = &mut record {
            record.map = record.map.then_map(&found.map);
            record.suggestions = found.suggestions;
        }
        outcome
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;
    use crate::Edits;

    /// A text of some sections, with faults of most kinds.
    fn long_text() -> impl Strategy<Value = String> {
        let part = select(
            &[
                "The ferry left at noon with all that the islanders had left of their flour. ",
                "Nobody had seen the harbour master since the storm, nor his boat, nor his cat. ",
                "\n\nAnna said,that she would wait for the the letter until the goverment fell. ",
                "\n\nThe men of Lisbon sang all night.Their wives had gone to bed at sunset. ",
                "\n\nIn 1979 salt &amp; pepper cost more than the caf\u{c3}\u{a9} in which they stood. ",
                "lisbon slept. ",
                "\nShare this:\n",
                "\n\n```\nlet a = b;\n\n",
                "```\n",
                "\n- one\n- two\n",
                "\r\n\r\n",
                "  \n\n\n",
                "strng ",
            ][..],
        );
        prop::collection::vec(part, 100..500).prop_map(|parts| parts.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn long_texts_keep_the_laws(raw in long_text()) {
            let pipeline = Pipeline::article();
            let clean = pipeline.clean(&raw);
            prop_assert_eq!(&pipeline.clean(&clean), &clean);
            let mut scratch = Scratch::default();
            prop_assert_eq!(pipeline.clean_with("A short text before it.", &mut scratch).len(), 23);
            prop_assert_eq!(pipeline.clean_with(&raw, &mut scratch), &clean);
            let mut in_place = raw.clone();
            prop_assert_eq!(pipeline.clean_in_place(&mut in_place, &mut scratch), raw != clean);
            prop_assert_eq!(&in_place, &clean);

            let explained = pipeline.explain(&raw);
            prop_assert_eq!(explained.text(), &clean);
            let (mut replayed, mut at) = (String::new(), 0);
            for change in explained.changes() {
                prop_assert!(change.raw_range.start > at || at == 0);
                replayed.push_str(&raw[at..change.raw_range.start]);
                prop_assert_eq!(replayed.len(), change.clean_range.start);
                replayed.push_str(change.clean);
                at = change.raw_range.end;
            }
            replayed.push_str(&raw[at..]);
            prop_assert_eq!(&replayed, &clean);
            // As many as if they were looked for in the clean text.
            let again = pipeline.explain(&clean);
            let places = |cleaned: &crate::Cleaned<'_>| {
                cleaned.suggestions().map(|s| (s.clean_range, s.clean.to_owned())).collect::<Vec<_>>()
            };
            prop_assert_eq!(places(&explained), places(&again));
        }
    }

    /// Says where a document ends.
    struct TheEnd {
        takes_sections: bool,
    }

    impl Pass for TheEnd {
        fn name(&self) -> &'static str {
            "the-end"
        }

        fn takes_sections(&self) -> bool {
            self.takes_sections
        }

        fn find_edits(&self, doc: &Document<'_>, edits: &mut Edits) {
            if !doc.text().ends_with("The end.") {
                edits.insert(doc.text().len(), "The end.", "the-end/missing");
            }
        }
    }

    #[test]
    fn a_long_text_is_cut_if_all_passes_take_sections() {
        let paragraph = "The ferry left at noon, and nobody on the quay had seen it come in.";
        let raw = [paragraph; 500].join("\n\n");
        let ends = |takes_sections| {
            let the_end = TheEnd { takes_sections };
            let pipeline = Pipeline::repair().to_builder().pass(the_end).build().unwrap();
            let mut scratch = Scratch::default();
            let clean = pipeline.clean_with(&raw, &mut scratch);
            assert_eq!(clean.replace("The end.", ""), raw);
            clean.matches("The end.").count()
        };
        assert_eq!(ends(false), 1);
        // Sections of 4,096 to 8,192 bytes, of 34,498.
        assert!((5..=8).contains(&ends(true)), "{}", ends(true));
        // A short one is not.
        assert_eq!(
            Pipeline::builder()
                .pass(TheEnd { takes_sections: true })
                .build()
                .unwrap()
                .clean(paragraph)
                .matches("The end.")
                .count(),
            1
        );
    }

    #[test]
    fn a_text_that_can_only_be_cut_when_it_is_clean_is_cleaned_again() {
        let paragraph = "The ferry left at noon, and nobody on the quay had seen it come in.";
        let raw = [paragraph; 500].join("\r\n\r\n");
        let the_end = TheEnd { takes_sections: true };
        let pipeline = Pipeline::repair().to_builder().pass(the_end).build().unwrap();
        let clean = pipeline.clean(&raw).into_owned();
        assert!(clean.matches("The end.").count() > 1);
        assert_eq!(pipeline.clean(&clean), clean);
        let mut in_place = raw;
        pipeline.clean_in_place(&mut in_place, &mut Scratch::default());
        assert_eq!(in_place, clean);
    }
}
