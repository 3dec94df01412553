//! The pass `whitespace`: runs of spaces, trailing spaces, blank lines, hard wraps.

use crate::{Document, Edits, Pass};

/// Finds runs of spaces, trailing spaces, blank lines, hard wraps.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Whitespace {}

impl Pass for Whitespace {
    fn name(&self) -> &'static str {
        "whitespace"
    }

    fn find_edits(&self, _doc: &Document<'_>, _edits: &mut Edits) {}
}
