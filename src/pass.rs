//! The trait that every cleanup pass implements.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use crate::pipeline::{self, Outcome, Scratch};
use crate::{Document, Edits, Suggestions};

/// One kind of cleanup: it looks at a text and reports what it would change.
///
/// A pass never builds a text; the [`Pipeline`](crate::Pipeline) applies what
/// it reports. That is what makes every change explainable.
///
/// # What an implementation promises
///
/// * It pushes its edits in the order of the text, disjoint and on character
///   boundaries. Anything else is a panic that names the pass.
/// * It needs time and memory in proportion to the text, whatever the text.
/// * On a text that it made it has nothing left to do. (The pipeline looks
///   again until this is so, but not for ever.)
/// * If it stands around another pass, it forwards [`suggest`](Self::suggest) and
///   [`takes_sections`](Self::takes_sections) too, as `examples/by_language.rs` does.
///
/// # Example
///
/// ```
/// use copydesk::{Document, Edits, Pass};
///
/// /// Says "&" in words.
/// struct Ampersand;
///
/// impl Pass for Ampersand {
///     fn name(&self) -> &'static str {
///         "ampersand"
///     }
///
///     fn find_edits(&self, doc: &Document<'_>, edits: &mut Edits) {
///         for (at, sign) in doc.text().match_indices(" & ") {
///             if at >= edits.end() {
///                 edits.replace(at..at + sign.len(), " and ", "ampersand/word");
///             }
///         }
///     }
/// }
///
/// assert_eq!(Ampersand.clean("salt & pepper"), "salt and pepper");
/// ```
pub trait Pass: Send + Sync {
    /// The name of the pass: stable, lower case, words joined by hyphens.
    fn name(&self) -> &'static str;

    /// Looks at the document and pushes what it would change.
    fn find_edits(&self, doc: &Document<'_>, edits: &mut Edits);

    /// Looks at a clean document and pushes what is doubtful in it, but not
    /// clear enough to be changed.
    ///
    /// Only [`Pipeline::explain`](crate::Pipeline::explain) asks for it. A pass
    /// has no suggestions unless it says so.
    fn suggest(&self, doc: &Document<'_>, suggestions: &mut Suggestions) {
        let _ = (doc, suggestions);
    }

    /// Whether the pass may be given a [long text](crate::Pipeline#long-texts) in
    /// sections, each as a document of its own.
    ///
    /// A pipeline cuts long texts if all of its passes say so; cleaning them then
    /// takes less time and memory. Say so of a pass that looks at words, lines or
    /// paragraphs. One that adds something at the end of a text, or needs to have
    /// seen all of it, has to keep the default.
    ///
    /// # Example
    ///
    /// ```
    /// use copydesk::{Pass, from_fn, passes::Spacing};
    ///
    /// assert!(Spacing::default().takes_sections());
    /// // Nobody knows what a closure looks at.
    /// assert!(!from_fn("mine", |_, _| ()).takes_sections());
    /// ```
    fn takes_sections(&self) -> bool {
        false
    }

    /// Runs this pass alone. Borrows if there is nothing to change.
    ///
    /// # Panics
    ///
    /// No built-in pass does; any other, if its edits do not fit the text.
    #[must_use = "the clean text is given back"]
    fn clean<'a>(&self, text: &'a str) -> Cow<'a, str> {
        let mut scratch = Scratch::default();
        match pipeline::run(&[self], Some(text), None, &mut scratch, |_| (), |_| ()) {
            Outcome::Clean => Cow::Borrowed(text),
            Outcome::Changed => Cow::Owned(scratch.into_text()),
        }
    }
}

macro_rules! forward {
    ($($pointer:ty),*) => {$(
        impl<P: Pass + ?Sized> Pass for $pointer {
            fn name(&self) -> &'static str {
                (**self).name()
            }

            fn find_edits(&self, doc: &Document<'_>, edits: &mut Edits) {
                (**self).find_edits(doc, edits);
            }

            fn suggest(&self, doc: &Document<'_>, suggestions: &mut Suggestions) {
                (**self).suggest(doc, suggestions);
            }

            fn takes_sections(&self) -> bool {
                (**self).takes_sections()
            }
        }
    )*};
}

forward!(&P, Box<P>, Arc<P>);

/// Turns a closure into a pass.
///
/// # Example
///
/// ```
/// use copydesk::{Document, Edits, Pass, from_fn};
///
/// let shout = from_fn("no-shouting", |doc: &Document<'_>, edits: &mut Edits| {
///     for (at, marks) in doc.text().match_indices("!!") {
///         edits.replace(at..at + marks.len(), "!", "no-shouting/one-mark");
///     }
/// });
/// assert_eq!(shout.clean("Hello!!!!"), "Hello!");
/// ```
pub fn from_fn<F>(name: &'static str, find_edits: F) -> FromFn<F>
where
    F: Fn(&Document<'_>, &mut Edits) + Send + Sync,
{
    FromFn { name, find_edits }
}

/// A pass made of a closure by [`from_fn`].
#[derive(Clone, Copy)]
pub struct FromFn<F> {
    name: &'static str,
    find_edits: F,
}

impl<F> Pass for FromFn<F>
where
    F: Fn(&Document<'_>, &mut Edits) + Send + Sync,
{
    fn name(&self) -> &'static str {
        self.name
    }

    fn find_edits(&self, doc: &Document<'_>, edits: &mut Edits) {
        (self.find_edits)(doc, edits);
    }
}

impl<F> fmt::Debug for FromFn<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FromFn").field("name", &self.name).finish_non_exhaustive()
    }
}
