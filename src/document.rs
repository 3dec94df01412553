//! A text and what passes ask about it.

use std::cell::Cell;
use std::fmt;
use std::ops::Range;

use memchr::memchr2;
use once_cell::unsync::OnceCell;

use crate::buffers::{Buffers, Lent, Reuse, reuse_by_fields};
use crate::passes::boilerplate::read_lines::ReadLines;
use crate::passes::marks::Marks;
use crate::text::gaps;
use crate::text::language::{self, Language, Told};
use crate::text::lines::{self, Line, Lines};
use crate::text::places::Parts;
use crate::text::reader;
use crate::text::reread::{Notes, reread};
use crate::text::survey::{Survey, resurvey};
use crate::text::words::Word;
use crate::{Edits, Pipeline};

/// A borrowed text, with answers to what passes ask about it, each worked out
/// once and only if it is asked for.
///
/// As long as no pass changes anything, all passes of a pipeline share one
/// `Document`.
///
/// # Example
///
/// ```
/// use copydesk::{Buffers, Document};
///
/// let buffers = Buffers::default();
/// let doc = Document::new("Lenta.Ru reports.\nAll is well.", &buffers);
/// assert_eq!(doc.lines().count(), 2);
/// assert_eq!(doc.words().len(), 5);
/// assert_eq!(&doc.text()[doc.words()[0].range()], "Lenta.Ru");
/// ```
pub struct Document<'a> {
    text: &'a str,
    buffers: &'a Buffers,
    /// What the caller has told.
    language: Option<Language>,
    known: Lent<'a, Known>,
}

impl<'a> Document<'a> {
    /// A document of this text, which takes its working memory from `buffers`.
    ///
    /// # Panics
    ///
    /// If the text has more than [`Pipeline::MAX_LEN`](crate::Pipeline::MAX_LEN)
    /// bytes.
    pub fn new(text: &'a str, buffers: &'a Buffers) -> Self {
        Self::with_language(text, None, buffers)
    }

    /// A document in this language, or in one to be found out.
    ///
    /// # Panics
    ///
    /// As [`new`](Self::new).
    pub fn with_language(text: &'a str, language: Option<Language>, buffers: &'a Buffers) -> Self {
        Self::with_known(text, language, buffers, buffers.lend())
    }

    /// A document of which something is known.
    ///
    /// # Panics
    ///
    /// As [`new`](Self::new).
    pub(crate) fn with_known(
        text: &'a str,
        language: Option<Language>,
        buffers: &'a Buffers,
        known: Lent<'a, Known>,
    ) -> Self {
        // Places in it are kept in 32 bits.
        assert!(text.len() <= Pipeline::MAX_LEN, "the text is longer than Pipeline::MAX_LEN");
        Self { text, buffers, language, known }
    }

    /// What is known of the document, because somebody asked.
    pub(crate) fn into_known(self) -> Lent<'a, Known> {
        self.known
    }

    /// The text.
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// The lines of the text, without their ends. Costs nothing to ask for.
    pub fn lines(&self) -> Lines<'a> {
        lines::lines(self.text)
    }

    /// The lines that are not blank: from the list of [`Self::read_lines`] as soon as
    /// somebody has asked for that.
    pub(crate) fn full_lines(&self) -> impl Iterator<Item = Line<'a>> {
        let (listed, text) = match self.known.read_lines.value.get() {
            Some(lines) => (lines.places(), ""),
            None => (ReadLines::NONE.places(), self.text),
        };
        let listed = listed.map(|place| Line::between(self.text, place.start, place.end));
        listed.chain(lines::lines(text).filter(|line| !line.is_blank()))
    }

    /// Which kinds of signs the text has at all.
    #[inline]
    pub(crate) fn survey(&self) -> &Survey {
        self.known.survey.get(|survey| survey.read(self.text))
    }

    /// Where a space may be missing or one too many, in order.
    #[inline]
    pub(crate) fn gaps(&self) -> &[u32] {
        self.known.gaps.get(|list| gaps::find(self.text, 0..self.text.len(), list))
    }

    /// The words of the text, with their kinds.
    #[inline]
    pub fn words(&self) -> &[Word] {
        self.known.words.get(|list| reader::read(self.text, list))
    }

    /// Which words of the text are worth a look.
    #[inline]
    pub(crate) fn marks(&self) -> &Marks {
        self.known.marks.get(|marks| marks.read(self.words()))
    }

    /// The words that begin in these bytes.
    ///
    /// # Example
    ///
    /// ```
    /// use copydesk::{Buffers, Document};
    ///
    /// let buffers = Buffers::default();
    /// let doc = Document::new("The ferry left at noon.", &buffers);
    /// let words: Vec<_> = doc.words_in(4..14).iter().map(|w| w.text(doc.text())).collect();
    /// assert_eq!(words, ["ferry", "left"]);
    /// ```
    pub fn words_in(&self, range: Range<usize>) -> &[Word] {
        let words = self.words();
        let from = words.partition_point(|w| w.range().start < range.start);
        let len = words[from..].partition_point(|w| w.range().start < range.end);
        &words[from..from + len]
    }

    /// The lines of the text, as pages have them.
    pub(crate) fn read_lines(&self) -> &ReadLines {
        self.known.read_lines.get(|lines| lines.read(self))
    }

    /// The language that most of the text is in, or the one that was
    /// [told](crate::PipelineBuilder::language).
    pub fn language(&self) -> Language {
        match self.language {
            Some(language) => language,
            None => self.known.language.get_or_init(|| language::detect(self)).language,
        }
    }

    /// Whether the caller has told that it is not in English.
    pub(crate) fn is_told_not_to_be_english(&self) -> bool {
        self.language.is_some_and(|told| told != Language::English)
    }

    /// Whether there may be code between backticks, or fences: the text has one
    /// of their marks, or had one before it was edited.
    pub(crate) fn may_have_code(&self) -> bool {
        let has_marks = || memchr2(b'`', b'~', self.text.as_bytes()).is_some();
        *self.known.may_have_code.get_or_init(has_marks)
    }

    /// An empty collection for the time of this look, from the pool that all
    /// passes share.
    pub fn lend<T: Reuse>(&self) -> Lent<'a, T> {
        self.buffers.lend()
    }
}

/// What is known of a document, apart from it.
#[derive(Default)]
pub(crate) struct Known {
    survey: Answer<Survey>,
    gaps: Answer<Vec<u32>>,
    words: Answer<Vec<Word>>,
    marks: Answer<Marks>,
    read_lines: Answer<ReadLines>,
    language: OnceCell<Told>,
    may_have_code: OnceCell<bool>,
    /// Empty, but for the time of an update.
    memory: Memory,
}

impl Reuse for Known {
    fn reset(&mut self) {
        // All by name, so that none can be forgotten.
        let Self { survey, gaps, words, marks, read_lines, language, may_have_code, memory: _ } =
            self;
        survey.reset();
        gaps.reset();
        words.reset();
        marks.reset();
        read_lines.reset();
        language.take();
        may_have_code.take();
    }
}

/// Working memory of [`Known::update`].
#[derive(Default)]
struct Memory {
    parts: Parts,
    survey: Survey,
    gaps: Vec<u32>,
    notes: Notes,
    marks: Marks,
}

reuse_by_fields!(Memory { parts, survey, gaps, notes, marks });

/// What is worked out when it is first asked for, in the memory of the answer
/// for another document, or out of what is left of the answer for the text
/// before it was edited.
#[derive(Default)]
struct Answer<T> {
    // In boxes, which are moved faster than what is in them.
    memory: Cell<Option<Box<T>>>,
    value: OnceCell<Box<T>>,
}

impl<T: Reuse> Answer<T> {
    /// Nearly all who ask are not the first.
    #[inline]
    fn get(&self, work_out: impl FnOnce(&mut T)) -> &T {
        match self.value.get() {
            Some(value) => value,
            None => self.fill(work_out),
        }
    }

    #[cold]
    #[inline(never)]
    fn fill(&self, work_out: impl FnOnce(&mut T)) -> &T {
        self.value.get_or_init(|| {
            let mut value = self.memory.take().unwrap_or_default();
            work_out(&mut value);
            value
        })
    }

    /// Makes it an answer to be worked out again, out of what is left of it.
    fn outdate(&mut self, update: impl FnOnce(&mut T)) {
        if let Some(mut value) = self.take() {
            update(&mut value);
            self.memory.set(Some(value));
        }
    }

    fn take(&mut self) -> Option<Box<T>> {
        self.value.take().or_else(|| self.memory.take())
    }

    /// The answer, if somebody asked.
    fn get_mut(&mut self) -> Option<&mut T> {
        self.value.get_mut().map(Box::as_mut)
    }
}

impl<T: Reuse> Reuse for Answer<T> {
    fn reset(&mut self) {
        if let Some(mut value) = self.take() {
            value.reset();
            self.memory.set(Some(value));
        }
    }
}

impl Known {
    /// Makes what is known of a text what is known of `new`, which is what the
    /// edits make of the text.
    pub(crate) fn update(&mut self, edits: &Edits, new: &str) {
        let Memory { parts, survey: found, gaps: found_gaps, notes, marks: new_marks } =
            &mut self.memory;
        parts.find(edits);
        if let Some(survey) = self.survey.get_mut() {
            resurvey(survey, parts, new, found);
        }
        if let Some(gaps) = self.gaps.get_mut() {
            gaps::find_again(gaps, parts, new, found_gaps);
        }
        self.read_lines.outdate(|lines| lines.update(edits, new));
        if let Some(words) = self.words.get_mut() {
            reread(words, edits, new, notes);
            let changes = &notes.changes;
            if let Some(marks) = self.marks.get_mut() {
                marks.update(changes, words, new_marks);
            }
            let same = changes.first().map_or(words.len(), |change| change.new.start);
            if self.language.get().is_some_and(|told| !told.is_told_by(same)) {
                self.language.take();
            }
        }
        if let Some(may) = self.may_have_code.get_mut() {
            // To search all of the text would cost more than these few bytes.
            *may = *may || memchr2(b'`', b'~', edits.replacements().as_bytes()).is_some();
        }
        self.memory.reset();
    }

    /// Gives the working memory of updates back to the allocator.
    pub(crate) fn drop_memory(&mut self) {
        self.memory = Memory::default();
    }
}

impl fmt::Debug for Document<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Document").field("text", &self.text).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;
    use crate::text::places::tests::edited;

    /// Words that tell a language, others, and parts of them.
    fn part() -> impl Strategy<Value = &'static str> {
        select(
            &[
                "the ",
                "with ",
                "and ",
                "there ",
                "ferry ",
                "boats",
                "les ",
                "avec ",
                "und ",
                "the",
                "Kowalska ",
                "xq ",
                "7 ",
                ". ",
                "n",
                " ",
                "\n",
            ][..],
        )
    }

    proptest! {
        #[test]
        fn a_language_that_is_kept_is_that_of_the_edited_text(
            parts in vec((part(), part(), 0_u8..40), 0..80),
        ) {
            let (text, edits) = edited(&parts);
            let new = edits.apply(&text);
            let buffers = Buffers::default();
            let doc = Document::new(&text, &buffers);
            doc.language();
            let mut known = doc.into_known();
            known.update(&edits, &new);
            let doc = Document::with_known(&new, None, &buffers, known);
            prop_assert_eq!(doc.language(), Document::new(&new, &buffers).language(), "{}", new);
        }

        #[test]
        fn full_lines_are_the_same_from_a_list(text in "[aé \r\n\u{a0}]{0,16}") {
            let buffers = Buffers::default();
            let doc = Document::new(&text, &buffers);
            let slow: Vec<_> = doc.lines().filter(|line| !line.is_blank()).collect();
            prop_assert_eq!(&doc.full_lines().collect::<Vec<_>>(), &slow);
            doc.read_lines();
            prop_assert_eq!(doc.full_lines().collect::<Vec<_>>(), slow);
        }

        #[test]
        fn marks_of_code_are_seen_in_what_is_put_in(
            parts in vec((select(&["a", "~"][..]), select(&["b", "`", "~~~"][..]), 0_u8..9), 0..9),
        ) {
            let (text, edits) = edited(&parts);
            let buffers = Buffers::default();
            let doc = Document::new(&text, &buffers);
            let had_some = doc.may_have_code();
            let mut known = doc.into_known();
            let new = edits.apply(&text);
            known.update(&edits, &new);
            let may_have_code = Document::with_known(&new, None, &buffers, known).may_have_code();
            prop_assert_eq!(may_have_code, had_some || new.contains(['`', '~']));
        }
    }
}
