//! The pass `duplicates`: the headline again, lines and paragraphs again, cut-off teasers.

use crate::{Document, Edits, Pass};

/// Finds the headline again, lines and paragraphs again, cut-off teasers.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Duplicates {}

impl Pass for Duplicates {
    fn name(&self) -> &'static str {
        "duplicates"
    }

    fn find_edits(&self, _doc: &Document<'_>, _edits: &mut Edits) {}
}
