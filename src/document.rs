//! A text and what passes ask about it.

use std::fmt;
use std::ops::Range;

use once_cell::unsync::OnceCell;

use crate::buffers::{Buffers, Lent, Reuse};
use crate::passes::marks::Marks;
use crate::passes::spacing::scan;
use crate::text::language::{self, Language, Told};
use crate::text::lines::{self, Lines};
use crate::text::reader;
use crate::text::reread::reread;
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
    survey: OnceCell<Lent<'a, Survey>>,
    gaps: OnceCell<Lent<'a, Vec<u32>>>,
    words: OnceCell<Lent<'a, Vec<Word>>>,
    marks: OnceCell<Lent<'a, Marks>>,
    language: OnceCell<Told>,
    may_have_code: OnceCell<bool>,
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
        // Places in it are kept in 32 bits.
        assert!(text.len() <= Pipeline::MAX_LEN, "the text is longer than Pipeline::MAX_LEN");
        let told = language.map(Told::by_caller);
        Self {
            text,
            buffers,
            survey: OnceCell::new(),
            gaps: OnceCell::new(),
            words: OnceCell::new(),
            marks: OnceCell::new(),
            language: told.map_or_else(OnceCell::new, OnceCell::with_value),
            may_have_code: OnceCell::new(),
        }
    }

    /// A document of which something is known.
    pub(crate) fn with_known(
        text: &'a str,
        language: Option<Language>,
        buffers: &'a Buffers,
        known: Known,
    ) -> Self {
        let mut doc = Self::with_language(text, language, buffers);
        if let Some(survey) = known.survey {
            doc.survey = OnceCell::with_value(buffers.attach(survey));
        }
        if let Some(gaps) = known.gaps {
            doc.gaps = OnceCell::with_value(buffers.attach(gaps));
        }
        if let Some(words) = known.words {
            doc.words = OnceCell::with_value(buffers.attach(words));
        }
        if let Some(marks) = known.marks {
            doc.marks = OnceCell::with_value(buffers.attach(marks));
        }
        if let Some(told) = known.language {
            doc.language = OnceCell::with_value(told);
        }
        if let Some(may) = known.may_have_code {
            doc.may_have_code = OnceCell::with_value(may);
        }
        doc
    }

    /// What is known of the document, because somebody asked.
    pub(crate) fn into_known(self) -> Known {
        Known {
            survey: self.survey.into_inner().map(Lent::detach),
            gaps: self.gaps.into_inner().map(Lent::detach),
            words: self.words.into_inner().map(Lent::detach),
            marks: self.marks.into_inner().map(Lent::detach),
            language: self.language.into_inner(),
            may_have_code: self.may_have_code.into_inner(),
        }
    }

    /// The text.
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// The lines of the text, without their ends. Costs nothing to ask for.
    pub fn lines(&self) -> Lines<'a> {
        lines::lines(self.text)
    }

    /// Which kinds of signs the text has at all.
    pub(crate) fn survey(&self) -> &Survey {
        self.survey.get_or_init(|| {
            let mut survey = self.buffers.lend::<Survey>();
            survey.read(self.text);
            survey
        })
    }

    /// Where a space may be missing or one too many, in order.
    pub(crate) fn gaps(&self) -> &[u32] {
        self.gaps.get_or_init(|| {
            let mut list = self.buffers.lend();
            scan::find(self.text, 0..self.text.len(), &mut list);
            list
        })
    }

    /// The words of the text, with their kinds.
    pub fn words(&self) -> &[Word] {
        self.words.get_or_init(|| {
            let mut list = self.buffers.lend();
            reader::read(self.text, &mut list);
            list
        })
    }

    /// Which words of the text are worth a look.
    pub(crate) fn marks(&self) -> &Marks {
        self.marks.get_or_init(|| {
            let mut marks = self.buffers.lend::<Marks>();
            marks.read(self.words());
            marks
        })
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

    /// The language that most of the text is in.
    pub fn language(&self) -> Language {
        self.language.get_or_init(|| language::detect(self)).language
    }

    /// Whether there may be code between backticks, or fences: the text has one
    /// of their marks, or had one before it was edited.
    pub(crate) fn may_have_code(&self) -> bool {
        *self.may_have_code.get_or_init(|| has_marks_of_code(self.text))
    }

    /// An empty collection for the time of this look, from the pool that all
    /// passes share.
    pub fn lend<T: Reuse>(&self) -> Lent<'a, T> {
        self.buffers.lend()
    }
}

fn has_marks_of_code(text: &str) -> bool {
    memchr::memchr2(b'`', b'~', text.as_bytes()).is_some()
}

/// What is known of a document, apart from it. It holds memory of the document's
/// buffers, and has to become a document again to give it back.
#[derive(Default)]
pub(crate) struct Known {
    survey: Option<Box<Survey>>,
    #[expect(clippy::box_collection, reason = "the buffers lend boxes")]
    gaps: Option<Box<Vec<u32>>>,
    #[expect(clippy::box_collection, reason = "the buffers lend boxes")]
    words: Option<Box<Vec<Word>>>,
    marks: Option<Box<Marks>>,
    language: Option<Told>,
    may_have_code: Option<bool>,
}

impl Known {
    /// Makes what is known of a text what is known of `new`, which is what the
    /// edits make of the text.
    pub(crate) fn update(&mut self, edits: &Edits, new: &str, buffers: &Buffers) {
        if let Some(survey) = &mut self.survey {
            resurvey(survey, edits, new, buffers);
        }
        if let Some(gaps) = &mut self.gaps {
            scan::find_again(gaps, edits, new, buffers);
        }
        if let Some(words) = &mut self.words {
            let mut changes = buffers.lend();
            reread(words, edits, new, buffers, &mut changes);
            if let Some(marks) = &mut self.marks {
                marks.update(&changes, words, buffers);
            }
            let same = changes.first().map_or(words.len(), |change| change.new.start);
            self.language = self.language.filter(|told| told.is_told_by(same));
        }
        if let Some(may) = &mut self.may_have_code {
            *may = *may || has_marks_of_code(edits.replacements());
        }
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
            known.update(&edits, &new, &buffers);
            let doc = Document::with_known(&new, None, &buffers, known);
            prop_assert_eq!(doc.language(), Document::new(&new, &buffers).language(), "{}", new);
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
            known.update(&edits, &new, &buffers);
            let may_have_code = Document::with_known(&new, None, &buffers, known).may_have_code();
            prop_assert_eq!(may_have_code, had_some || new.contains(['`', '~']));
        }
    }
}
