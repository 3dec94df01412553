//! Long texts, section by section.
//!
//! A text of some megabytes is most often many documents in one file. What a pass
//! wants to know of a text, such as which names it has, it has learnt from far
//! less. So a long text is cut between two of its paragraphs, and each section is
//! cleaned as a text of its own: a million bytes are near at hand where a hundred
//! million are not, and only one section needs memory for what is known of it.
//!
//! `DESIGN.md` says what was weighed: shorter sections would be as fast, but often
//! they are taken for another kind of text than the whole.
//!
//! *Cleaning twice is cleaning once*, as long as the sections are the same. The
//! places for cuts are chosen so that most of them are (see [`cut`]). Where they
//! are not, what is a section of the clean text has not been seen as one, and is
//! cleaned again, until each section of the text has been found clean, but no more
//! than eight times.

use std::mem;
use std::ops::Range;
use std::sync::Arc;

use crate::pipeline::{self, Outcome, Scratch};
use crate::{Document, Language, Pass, Pipeline, SourceMap, Suggestions};

mod cut;

/// A section has at least so many bytes, and most have about twice as many.
const SHORTEST: usize = if cfg!(test) { 1 << 11 } else { 1 << 19 };

/// A text of fewer bytes is one section.
const LONG: usize = 4 * SHORTEST;

/// How often a text is gone through at most. Nearly every one is settled in the
/// second round, which only sees that; texts made to hurt have needed four.
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
        // No section begins where another ends.
        let to = list.partition_point(|doubt| doubt.range.start <= section.end);
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
    /// Whether a text has more than one section: then they are listed in the scratch.
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
        if self.may_cut(raw) {
            cut::find(raw, &scratch.buffers, &mut scratch.sections.sections);
            return self.clean_cut(raw, scratch, record);
        }
        let outcome = self.clean_section(raw, scratch, record.as_deref_mut());
        // A text can grow so long that it is cut.
        if matches!(outcome, Outcome::Clean) || !self.may_cut(&scratch.current) {
            return outcome;
        }
        let Scratch { current, buffers, sections: Memory { sections, settled, text, .. }, .. } =
            scratch;
        mem::swap(text, current);
        settled.clear();
        settled.push(0..text.len());
        cut::find(text, buffers, sections);
        self.clean_rounds(raw, outcome, scratch, record)
    }

    /// Cleans a text of which [`Self::cuts`] has just listed the sections.
    pub(crate) fn clean_cut(
        &self,
        raw: &str,
        scratch: &mut Scratch,
        record: Option<&mut Record>,
    ) -> Outcome {
        scratch.sections.settled.clear();
        self.clean_rounds(raw, Outcome::Clean, scratch, record)
    }

    /// Cleans the listed sections of a text, and then those of what it has become, until
    /// all of them are settled. The text is the raw one, or that in the memory if there
    /// has been a change.
    fn clean_rounds(
        &self,
        raw: &str,
        mut outcome: Outcome,
        scratch: &mut Scratch,
        mut record: Option<&mut Record>,
    ) -> Outcome {
        let mut memory = mem::take(&mut scratch.sections);
        let Memory { sections, settled, next_settled, text, next } = &mut memory;
        for _ in 0..MAX_ROUNDS {
            let now = match outcome {
                Outcome::Clean => raw,
                Outcome::Changed => text,
            };
            let round = Round { cleaner: self, text: now, sections, settled, scratch };
            if let Outcome::Clean = round.run(next, next_settled, record.as_deref_mut()) {
                break;
            }
            mem::swap(text, next);
            mem::swap(settled, next_settled);
            outcome = Outcome::Changed;
            // One that has grown too long is not read again.
            if text.len() > Pipeline::MAX_LEN {
                break;
            }
            cut::find(text, &scratch.buffers, sections);
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
    use crate::{Edits, PipelineBuilder, from_fn};

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
    fn the_end() -> impl Pass {
        from_fn("the-end", |doc: &Document<'_>, edits: &mut Edits| {
            if !doc.text().ends_with("The end.") {
                edits.insert(doc.text().len(), "The end.", "the-end/missing");
            }
        })
    }

    /// A pass that may be given sections.
    struct Sectioned<P>(P);

    impl<P: Pass> Pass for Sectioned<P> {
        fn name(&self) -> &'static str {
            self.0.name()
        }

        fn takes_sections(&self) -> bool {
            true
        }

        fn find_edits(&self, doc: &Document<'_>, edits: &mut Edits) {
            self.0.find_edits(doc, edits);
        }
    }

    /// Paragraphs of prose, 35,000 bytes in all.
    fn paragraphs() -> Vec<String> {
        let paragraph =
            |i| format!("Ferry {i} left at noon, and nobody on the quay had seen it come in.");
        (0..500).map(paragraph).collect()
    }

    #[test]
    fn a_long_text_is_cut_if_all_passes_take_sections() {
        let raw = paragraphs().join("\n\n");
        let ends = |builder: PipelineBuilder| {
            let clean = cleaned(&builder.build().unwrap(), &raw);
            assert_eq!(clean.replace("The end.", ""), raw);
            clean.matches("The end.").count()
        };
        let repair = Pipeline::repair().to_builder();
        assert_eq!(ends(repair.clone().pass(the_end())), 1);
        // Sections of 2,048 bytes or more, about 4,096 most often, of 35,000.
        let n = ends(repair.pass(Sectioned(the_end())));
        assert!((5..=8).contains(&n), "{n}");
    }

    /// Cleans a text in all ways, and twice.
    fn cleaned(pipeline: &Pipeline, raw: &str) -> String {
        let clean = pipeline.clean(raw).into_owned();
        assert_eq!(pipeline.clean(&clean), clean);
        assert_eq!(pipeline.explain(raw).text(), clean);
        let mut in_place = raw.to_owned();
        pipeline.clean_in_place(&mut in_place, &mut Scratch::default());
        assert_eq!(in_place, clean);
        clean
    }

    #[test]
    fn a_text_that_grows_long_is_cut_then() {
        let grow = from_fn("more-ferries", |doc: &Document<'_>, edits: &mut Edits| {
            for (at, _) in doc.text().match_indices("Ferry ") {
                edits.replace(at..at + 5, "Another ferry", "more-ferries/one");
            }
        });
        let pipeline =
            Pipeline::builder().pass(Sectioned(grow)).pass(Sectioned(the_end())).build().unwrap();
        let raw = paragraphs().join("\n\n");
        let ends = |len| cleaned(&pipeline, &raw[..len]).matches("The end.").count();
        assert_eq!(ends(LONG * 3 / 4), 1);
        assert_eq!(ends(LONG - 1), 2);
    }

    #[test]
    fn what_is_doubtful_at_the_end_of_a_section_is_kept() {
        struct Doubts;

        impl Pass for Doubts {
            fn name(&self) -> &'static str {
                "doubts"
            }

            fn takes_sections(&self) -> bool {
                true
            }

            fn find_edits(&self, _: &Document<'_>, _: &mut Edits) {}

            fn suggest(&self, doc: &Document<'_>, suggestions: &mut Suggestions) {
                let end = doc.text().len();
                suggestions.push(end..end, ["more"], "doubts/end");
            }
        }

        let pipeline = Pipeline::repair().to_builder().pass(Doubts).build().unwrap();
        let raw = paragraphs().join("\n\n") + " Salt &amp; pepper.";
        let places = |raw: &str| -> Vec<_> {
            pipeline.explain(raw).suggestions().map(|s| s.clean_range.start).collect()
        };
        let of_raw = places(&raw);
        assert!(of_raw.len() > 4);
        assert_eq!(of_raw, places(&pipeline.clean(&raw)));
    }

    #[test]
    fn a_text_that_can_only_be_cut_when_it_is_clean_is_cleaned_again() {
        let raw = paragraphs().join("\r\n\r\n");
        let pipeline = Pipeline::repair().to_builder().pass(Sectioned(the_end())).build().unwrap();
        assert!(cleaned(&pipeline, &raw).matches("The end.").count() > 1);
    }
}
