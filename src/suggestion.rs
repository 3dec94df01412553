//! What may be wrong in a clean text, for a person to decide.

use std::fmt;
use std::ops::Range;

/// Something that a pass found doubtful, but not clearly enough to change it.
///
/// # Example
///
/// ```
/// let cleaned = copydesk::Pipeline::article().explain("The dog was asleep in its kenel all day.");
/// for suggestion in cleaned.suggestions() {
///     println!("{}: {:?}", suggestion.clean, suggestion.candidates);
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Suggestion<'c> {
    /// Where it came from, in bytes of the raw text.
    pub raw_range: Range<usize>,
    /// What stood there.
    pub raw: &'c str,
    /// Where it stands, in bytes of the clean text.
    pub clean_range: Range<usize>,
    /// What stands there.
    pub clean: &'c str,
    /// What may be meant, the likeliest first.
    pub candidates: &'c [String],
    /// Why it is doubtful: a stable name, such as `spelling/unclear`.
    pub rule: &'static str,
}

/// The suggestions of all passes for one clean text.
///
/// # Example
///
/// ```
/// use copydesk::{Document, Edits, Pass, Pipeline, Suggestions};
///
/// /// Asks whether "to day" is one word.
/// struct ToDay;
///
/// impl Pass for ToDay {
///     fn name(&self) -> &'static str {
///         "to-day"
///     }
///
///     fn find_edits(&self, _: &Document<'_>, _: &mut Edits) {}
///
///     fn suggest(&self, doc: &Document<'_>, suggestions: &mut Suggestions) {
///         for (at, found) in doc.text().match_indices("to day") {
///             suggestions.push(at..at + found.len(), ["today"], "to-day/one-word");
///         }
///     }
/// }
///
/// # fn main() -> Result<(), copydesk::BuildError> {
/// let cleaned = Pipeline::builder().pass(ToDay).build()?.explain("It rains to day.");
/// let suggestion = cleaned.suggestions().next().unwrap();
/// assert_eq!((suggestion.clean, &suggestion.candidates[0][..]), ("to day", "today"));
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Suggestions {
    pub(crate) list: Vec<Doubt>,
}

/// A suggestion in the clean text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Doubt {
    pub(crate) range: Range<usize>,
    pub(crate) candidates: Vec<String>,
    pub(crate) rule: &'static str,
}

impl Suggestions {
    /// Says that one of `candidates`, the likeliest first, may be meant by the
    /// bytes `range` of the document. In any order.
    ///
    /// # Panics
    ///
    /// Not here, but [`Pipeline::explain`](crate::Pipeline::explain) does, and names the
    /// rule, if the range is outside the text or begins or ends inside a character.
    pub fn push<C: Into<String>>(
        &mut self,
        range: Range<usize>,
        candidates: impl IntoIterator<Item = C>,
        rule: &'static str,
    ) {
        let candidates = candidates.into_iter().map(Into::into).collect();
        self.list.push(Doubt { range, candidates, rule });
    }

    /// Adds suggestions for a later part of the text, by how many bytes it has moved.
    pub(crate) fn extend(&mut self, later: impl IntoIterator<Item = Doubt>, by: isize) {
        self.list.extend(later.into_iter().map(|doubt| {
            let shifted = |place: usize| place.wrapping_add_signed(by);
            let range = shifted(doubt.range.start)..shifted(doubt.range.end);
            Doubt { range, ..doubt }
        }));
    }

    /// Puts the suggestions in the order of the text.
    ///
    /// # Panics
    ///
    /// If one is outside the text or begins or ends inside a character.
    pub(crate) fn settle(&mut self, text: &str) {
        for Doubt { range, rule, .. } in &self.list {
            let is_inside = text.get(range.clone()).is_some();
            assert!(is_inside, "{rule}: {range:?} is outside the text or inside a character");
        }
        self.list.sort_by_key(|s| (s.range.start, s.range.end));
    }
}

impl fmt::Debug for Suggestions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(&self.list).finish()
    }
}
