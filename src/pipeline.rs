//! Passes in order, run until none of them finds anything more.

use std::borrow::Cow;
use std::fmt;
use std::mem;
use std::panic::{RefUnwindSafe, UnwindSafe};
use std::str::FromStr;
use std::sync::Arc;

use crate::error::{self, Kind};
use crate::passes::{self, Registered};
use crate::sections::{self, Cleaner, Record};
use crate::{Buffers, BuildError, Cleaned, Document, Edits, Language, Pass};

/// How often the pipeline goes through its passes at most.
///
/// One round is enough for a clean text and two for nearly every other: the
/// second one only sees that nothing is left. Each further round takes damage
/// that lay under other damage. The limit bounds the time for text that was
/// made to unfold without end.
const MAX_ROUNDS: usize = 12;

/// From this size on, in bytes, memory counts for more than the time to ask for
/// it: what a pass borrowed, or its edits took, is not kept for the next, and the
/// text is edited where it lies, however much its edits move.
const LARGE: usize = if cfg!(test) { 1 << 8 } else { 1 << 21 };

/// An ordered list of passes, ready to clean texts.
///
/// A pipeline is built once and shared by all threads; it keeps no state
/// between texts.
///
/// # Long texts
///
/// A text of 2 MiB or more, such as many documents in one file, is cut into
/// sections of half a MiB or more, about 1 MiB most often, and each of them is cleaned
/// as a text of its own. Names, repeated lines and the like are then found by what its
/// section shows. Cuts are made between paragraphs of prose; where there are none, at
/// a blank line; where there is none either, at the end of a line; never in a fenced
/// block of code. A pipeline with a pass that has to see the whole text (see
/// [`Pass::takes_sections`]) cuts none.
///
/// # Example
///
/// ```
/// use copydesk::Pipeline;
///
/// let pipeline = Pipeline::article();
/// let raw = "Since 1998,the ferry has sailed daily.";
/// assert_eq!(pipeline.clean(raw), "Since 1998, the ferry has sailed daily.");
/// ```
#[derive(Clone)]
pub struct Pipeline {
    passes: Vec<Arc<dyn Pass>>,
    language: Option<Language>,
}

impl Pipeline {
    /// The longest text that is cleaned, in bytes: 1 GiB.
    ///
    /// Positions are kept in 32 bits. A longer text comes back as it is; cut
    /// it at a line end.
    pub const MAX_LEN: usize = 1 << 30;

    /// A builder without passes.
    pub fn builder() -> PipelineBuilder {
        PipelineBuilder::default()
    }

    /// Undoes damage only: safe for any language and any text.
    pub fn repair() -> Self {
        Self::preset(Preset::Repair)
    }

    /// All default passes: makes an article out of what a scraper left.
    pub fn article() -> Self {
        Self::preset(Preset::Article)
    }

    fn cleaner(&self) -> Cleaner<'_> {
        Cleaner { passes: &self.passes, language: self.language }
    }

    /// The passes of a preset.
    pub fn preset(preset: Preset) -> Self {
        let passes = passes::all().filter(|r| r.is_in(preset)).map(Registered::build).collect();
        Self { passes, language: None }
    }

    /// The passes of these names, in this order, with their default options.
    ///
    /// # Errors
    ///
    /// If there is no pass of one of the names.
    ///
    /// # Example
    ///
    /// ```
    /// # fn main() -> Result<(), copydesk::BuildError> {
    /// let pipeline = copydesk::Pipeline::from_names(["entities", "whitespace"])?;
    /// assert_eq!(pipeline.clean("salt  &amp; pepper"), "salt & pepper");
    /// # Ok(())
    /// # }
    /// ```
    pub fn from_names<N: AsRef<str>>(
        names: impl IntoIterator<Item = N>,
    ) -> Result<Self, BuildError> {
        let build = |name: N| match passes::all().find(|r| r.name() == name.as_ref()) {
            Some(registered) => Ok(registered.build()),
            None => Err(Kind::UnknownPass {
                name: name.as_ref().to_owned(),
                known: error::list(passes::all().map(Registered::name)),
            }),
        };
        let passes = names.into_iter().map(build).collect::<Result<_, _>>()?;
        Ok(Self { passes, language: None })
    }

    /// A builder that starts from the passes of this pipeline.
    ///
    /// # Example
    ///
    /// ```
    /// # fn main() -> Result<(), copydesk::BuildError> {
    /// use copydesk::Pipeline;
    ///
    /// let pipeline = Pipeline::article().to_builder().without("casing").build()?;
    /// assert_eq!(pipeline.clean("it was so.Really"), "it was so. Really");
    /// # Ok(())
    /// # }
    /// ```
    pub fn to_builder(&self) -> PipelineBuilder {
        PipelineBuilder { passes: self.passes.clone(), language: self.language, error: None }
    }

    /// The passes, in order.
    pub fn passes(&self) -> impl ExactSizeIterator<Item = &dyn Pass> {
        self.passes.iter().map(|p| &**p)
    }

    /// Cleans a text. Borrows it if there is nothing to change.
    ///
    /// # Panics
    ///
    /// No built-in pass panics. One of your own may, and if it gives edits that do not
    /// fit the text, the pipeline does, and names the pass.
    #[must_use = "the clean text is given back"]
    pub fn clean<'a>(&self, raw: &'a str) -> Cow<'a, str> {
        let mut scratch = Scratch::default();
        match self.cleaner().clean(raw, &mut scratch, None) {
            Outcome::Clean => Cow::Borrowed(raw),
            Outcome::Changed => Cow::Owned(scratch.current),
        }
    }

    /// Cleans a text with the memory of earlier calls.
    ///
    /// Once the scratch has grown to the size of the documents, a clean text
    /// costs no allocation. The result lives in the scratch, or is `raw` itself.
    ///
    /// # Panics
    ///
    /// As [`clean`](Self::clean).
    ///
    /// # Example
    ///
    /// ```
    /// use copydesk::{Pipeline, Scratch};
    ///
    /// let pipeline = Pipeline::repair();
    /// let mut scratch = Scratch::default();
    /// for raw in ["fish &amp; chips", "caf\u{e9}"] {
    ///     println!("{}", pipeline.clean_with(raw, &mut scratch));
    /// }
    /// ```
    #[must_use = "the clean text is given back"]
    pub fn clean_with<'s>(&self, raw: &'s str, scratch: &'s mut Scratch) -> &'s str {
        match self.cleaner().clean(raw, scratch, None) {
            Outcome::Clean => raw,
            Outcome::Changed => &scratch.current,
        }
    }

    /// Cleans a text where it lies, and tells whether a pass has changed it.
    ///
    /// The text becomes what [`clean_with`](Self::clean_with) gives, and may come
    /// back in memory of the scratch, with its capacity. One of 2 MiB or more
    /// that is [not cut](Self#long-texts) is never held twice: where there is room
    /// for its edits it stays in its own memory. A text of more than
    /// [`Self::MAX_LEN`] bytes stays as it is.
    ///
    /// # Panics
    ///
    /// As [`clean`](Self::clean). The text is then what it was, or what the passes
    /// before have made of it.
    ///
    /// # Example
    ///
    /// ```
    /// use copydesk::{Pipeline, Scratch};
    ///
    /// let mut text = String::from("salt &amp; pepper");
    /// assert!(Pipeline::repair().clean_in_place(&mut text, &mut Scratch::default()));
    /// assert_eq!(text, "salt & pepper");
    /// ```
    pub fn clean_in_place(&self, text: &mut String, scratch: &mut Scratch) -> bool {
        let (cleaner, mut changed) = (self.cleaner(), false);
        let mut is_cut = cleaner.cuts(text, scratch);
        if !is_cut {
            let lent = LentText::new(text, scratch);
            run(&self.passes, None, self.language, lent.scratch, |_| changed = true, |_| ());
            drop(lent);
            // A text with other line ends may be one only now.
            is_cut = changed && cleaner.cuts(text, scratch);
        }
        if is_cut && let Outcome::Changed = cleaner.clean_cut(text, scratch, None) {
            mem::swap(text, &mut scratch.current);
            changed = true;
        }
        changed
    }

    /// Cleans a text and keeps what was changed, where, and why; and what is
    /// doubtful in it.
    ///
    /// # Panics
    ///
    /// As [`clean`](Self::clean), and if a pass of your own suggests something for a
    /// range that does not fit the text.
    ///
    /// # Example
    ///
    /// ```
    /// let cleaned = copydesk::Pipeline::article().explain("It was so.Really.");
    /// let change = cleaned.changes().next().unwrap();
    /// assert_eq!((change.raw_range, change.clean), (10..10, " "));
    /// assert!(change.rules[0].starts_with("spacing/"));
    /// ```
    #[must_use = "the clean text is given back"]
    pub fn explain<'a>(&self, raw: &'a str) -> Cleaned<'a> {
        let (mut scratch, mut record) = (Scratch::default(), Record::default());
        let outcome = self.cleaner().clean(raw, &mut scratch, Some(&mut record));
        let text = match outcome {
            Outcome::Clean => Cow::Borrowed(raw),
            Outcome::Changed => Cow::Owned(scratch.current),
        };
        Cleaned::new(raw, text, record.map, record.suggestions)
    }
}

// A pass keeps no state between texts that a panic could leave half done.
impl UnwindSafe for Pipeline {}
impl RefUnwindSafe for Pipeline {}

impl Default for Pipeline {
    /// [`Pipeline::article`].
    fn default() -> Self {
        Self::article()
    }
}

impl fmt::Debug for Pipeline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.passes().map(Pass::name)).finish()
    }
}

/// The ready-made pipelines.
///
/// # Example
///
/// ```
/// use copydesk::{Pipeline, Preset};
///
/// let preset: Preset = "repair".parse()?;
/// assert_eq!(preset, Preset::Repair);
/// assert_eq!(preset.to_string(), "repair");
/// assert_eq!(Pipeline::preset(preset).clean("salt &amp; pepper"), "salt & pepper");
/// # Ok::<(), copydesk::BuildError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Preset {
    /// See [`Pipeline::repair`].
    Repair,
    /// See [`Pipeline::article`].
    Article,
}

impl Preset {
    /// All presets.
    pub const ALL: &[Self] = &[Self::Repair, Self::Article];

    /// The name of the preset, as the command takes it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Repair => "repair",
            Self::Article => "article",
        }
    }
}

impl fmt::Display for Preset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for Preset {
    type Err = BuildError;

    fn from_str(name: &str) -> Result<Self, BuildError> {
        Self::ALL.iter().copied().find(|p| p.name() == name).ok_or_else(|| {
            Kind::UnknownPreset {
                name: name.to_owned(),
                known: error::list(Self::ALL.iter().map(|p| p.name())),
            }
            .into()
        })
    }
}

/// Puts a [`Pipeline`] together.
///
/// # Example
///
/// ```
/// # fn main() -> Result<(), copydesk::BuildError> {
/// use copydesk::{Pipeline, passes};
///
/// let pipeline = Pipeline::builder()
///     .pass(passes::Entities::default())
///     .pass(passes::Whitespace::default())
///     .build()?;
/// assert_eq!(pipeline.clean("fish  &amp; chips "), "fish & chips");
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Default)]
#[must_use = "a builder does nothing until `build` is called"]
pub struct PipelineBuilder {
    passes: Vec<Arc<dyn Pass>>,
    language: Option<Language>,
    // The first thing that went wrong; told by `build`.
    error: Option<Kind>,
}

impl PipelineBuilder {
    /// Adds a pass at the end.
    pub fn pass(mut self, pass: impl Pass + 'static) -> Self {
        self.passes.push(Arc::new(pass));
        self
    }

    /// Puts a pass before the one of the name `name`.
    pub fn before(mut self, name: &str, pass: impl Pass + 'static) -> Self {
        if let Some(at) = self.position(name) {
            self.passes.insert(at, Arc::new(pass));
        }
        self
    }

    /// Puts a pass after the one of the name `name`.
    ///
    /// # Example
    ///
    /// ```
    /// # fn main() -> Result<(), copydesk::BuildError> {
    /// use copydesk::{Pipeline, passes};
    ///
    /// let dashes = passes::Dashes::default();
    /// let pipeline = Pipeline::article().to_builder().after("spacing", dashes).build()?;
    /// let names: Vec<_> = pipeline.passes().map(|pass| pass.name()).collect();
    /// assert!(names.windows(3).any(|n| n == ["spacing", "dashes", "repeats"]));
    /// # Ok(())
    /// # }
    /// ```
    pub fn after(mut self, name: &str, pass: impl Pass + 'static) -> Self {
        if let Some(at) = self.position(name) {
            self.passes.insert(at + 1, Arc::new(pass));
        }
        self
    }

    /// Puts a pass in the place of the one that has its name: a pass with
    /// other options, or one of your own.
    pub fn replace(mut self, pass: impl Pass + 'static) -> Self {
        if let Some(at) = self.position(pass.name()) {
            self.passes[at] = Arc::new(pass);
        }
        self
    }

    /// Takes the pass of the name `name` out.
    pub fn without(mut self, name: &str) -> Self {
        if let Some(at) = self.position(name) {
            self.passes.remove(at);
        }
        self
    }

    /// Says in which language all texts are, instead of finding it out.
    pub fn language(mut self, language: Language) -> Self {
        self.language = Some(language);
        self
    }

    /// The pipeline.
    ///
    /// # Errors
    ///
    /// If `before`, `after`, `replace` or `without` named a pass that was not there.
    pub fn build(self) -> Result<Pipeline, BuildError> {
        match self.error {
            Some(error) => Err(error.into()),
            None => Ok(Pipeline { passes: self.passes, language: self.language }),
        }
    }

    fn position(&mut self, name: &str) -> Option<usize> {
        let at = self.passes.iter().position(|p| p.name() == name);
        if at.is_none() && self.error.is_none() {
            self.error = Some(Kind::NotInPipeline {
                name: name.to_owned(),
                known: error::list(self.passes.iter().map(|p| p.name())),
            });
        }
        at
    }
}

impl UnwindSafe for PipelineBuilder {}
impl RefUnwindSafe for PipelineBuilder {}

impl fmt::Debug for PipelineBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.passes.iter().map(|p| p.name())).finish()
    }
}

/// The memory of [`Pipeline::clean_with`]; one for each thread.
///
/// # Example
///
/// ```
/// use copydesk::{Pipeline, Scratch};
///
/// let pipeline = Pipeline::repair();
/// let mut scratch = Scratch::default();
/// assert_eq!(pipeline.clean_with("salt &amp; pepper", &mut scratch), "salt & pepper");
/// // The second text is cleaned in the memory of the first.
/// assert_eq!(pipeline.clean_with("fish &amp; chips", &mut scratch), "fish & chips");
/// ```
#[derive(Debug, Default)]
pub struct Scratch {
    /// The clean text, after a run that has changed something.
    pub(crate) current: String,
    next: String,
    edits: Edits,
    pub(crate) buffers: Buffers,
    pub(crate) sections: sections::Memory,
}

impl Scratch {
    /// Takes the text that the last run left.
    pub(crate) fn into_text(self) -> String {
        self.current
    }
}

/// What a run did.
pub(crate) enum Outcome {
    /// Nothing: the raw text is clean.
    Clean,
    /// The clean text is in the scratch.
    Changed,
}

/// A text that stands in a scratch, and goes back to its owner whatever
/// happens: what stands there otherwise is none of his.
struct LentText<'a> {
    owner: &'a mut String,
    scratch: &'a mut Scratch,
}

impl<'a> LentText<'a> {
    fn new(owner: &'a mut String, scratch: &'a mut Scratch) -> Self {
        mem::swap(owner, &mut scratch.current);
        Self { owner, scratch }
    }
}

impl Drop for LentText<'_> {
    fn drop(&mut self) {
        mem::swap(self.owner, &mut self.scratch.current);
    }
}

/// Runs the passes over and over until all of them have looked at the same
/// text and found nothing. Without a raw text they clean that in the scratch.
///
/// `on_edits` gets the edits of each pass that found some, in order; `at_end`
/// gets the clean text, unless that is too long to be read.
pub(crate) fn run<P: Pass>(
    passes: &[P],
    raw: Option<&str>,
    language: Option<Language>,
    scratch: &mut Scratch,
    mut on_edits: impl FnMut(&Edits),
    at_end: impl FnOnce(&Document<'_>),
) -> Outcome {
    let Scratch { current, next, edits, buffers, .. } = scratch;
    // The raw text, until it is edited.
    let mut unchanged = raw;
    let mut known = buffers.lend();
    let mut looks = passes.iter().cycle().take(passes.len() * MAX_ROUNDS);
    loop {
        let text = unchanged.unwrap_or(current);
        if text.len() > Pipeline::MAX_LEN {
            return if unchanged.is_some() { Outcome::Clean } else { Outcome::Changed };
        }
        let doc = Document::with_known(text, language, buffers, known);
        edits.clear();
        for pass in looks.by_ref().take(passes.len()) {
            pass.find_edits(&doc, edits);
            if text.len() >= LARGE {
                buffers.clear();
            }
            // Most passes find nothing, and there are many short texts.
            if edits.is_empty() {
                continue;
            }
            edits.settle(text, pass.name());
            if !edits.is_empty() {
                break;
            }
        }
        if edits.is_empty() {
            at_end(&doc);
            // Passes that undid each other have changed nothing.
            let is_raw = unchanged.is_some() || raw == Some(text);
            return if is_raw { Outcome::Clean } else { Outcome::Changed };
        }
        on_edits(edits);
        known = buffers.lend_on(doc.into_known());
        apply(edits, unchanged.take(), current, next);
        // One that has grown too long is not read again.
        if current.len() <= Pipeline::MAX_LEN {
            known.update(edits, current);
        }
        if current.len() >= LARGE {
            *edits = Edits::default();
            known.drop_memory();
            buffers.clear();
        }
    }
}

/// Makes the edits in the raw text, as long as it is that which was looked at, and else in
/// `current`, which becomes the edited text.
fn apply(edits: &Edits, raw: Option<&str>, current: &mut String, next: &mut String) {
    match raw {
        Some(raw) => {
            current.clear();
            edits.apply_into(raw, current);
        }
        None if current.len() >= LARGE || edits.moves_little() => edits.apply_in_place(current),
        None => {
            next.clear();
            edits.apply_into(current, next);
            mem::swap(current, next);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;

    /// Runs one pass after the other over a fresh reading of the text.
    fn slowly(pipeline: &Pipeline, raw: &str) -> String {
        let (mut text, mut quiet) = (raw.to_owned(), 0);
        for pass in pipeline.passes.iter().cycle().take(pipeline.passes.len() * MAX_ROUNDS) {
            let mut edits = Edits::default();
            pass.find_edits(&Document::new(&text, &Buffers::default()), &mut edits);
            edits.settle(&text, pass.name());
            quiet = if edits.is_empty() { quiet + 1 } else { 0 };
            if quiet == pipeline.passes.len() {
                break;
            }
            text = edits.apply(&text);
        }
        text
    }

    proptest! {
        #[test]
        fn large_texts_are_cleaned_like_small_ones(
            parts in prop::collection::vec(
                select(&["The ferry left at noon. ", "we met Anna,who sang.", "salt &amp; pepper ",
                    "caf\u{c3}\u{a9} ", "the the ", "goverment ", "  ", "\n\n", "Share this:\n",
                    "\u{200b}", "a\u{a0}b ", "It was so.Really. ", "<b>bold</b> "][..]),
                1..60,
            ),
        ) {
            let text = parts.concat();
            let pipeline = Pipeline::article();
            let clean = slowly(&pipeline, &text);
            prop_assert_eq!(&pipeline.clean(&text), &clean);
            let mut scratch = Scratch::default();
            let mut in_place = text.clone();
            let changed = pipeline.clean_in_place(&mut in_place, &mut scratch);
            prop_assert_eq!(&in_place, &clean);
            prop_assert!(changed || text == clean);
        }
    }

    #[test]
    fn a_text_comes_back_from_a_pass_that_panics() {
        let worry = |doc: &Document<'_>, _: &mut Edits| assert!(!doc.text().contains('!'));
        let pipeline = Pipeline::builder().pass(crate::from_fn("worry", worry)).build().unwrap();
        let mut scratch = Scratch::default();
        let mut text = "Oh no!".to_owned();
        pipeline.clean_in_place(&mut "Another text.".to_owned(), &mut scratch);
        let run = std::panic::AssertUnwindSafe(|| pipeline.clean_in_place(&mut text, &mut scratch));
        assert!(std::panic::catch_unwind(run).is_err());
        assert_eq!(text, "Oh no!");
    }
}
