//! The pass `spacing`: a space missing after a mark, or standing before one.

use crate::{Document, Edits, Pass};

/// Finds a space missing after a mark, or standing before one.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Spacing {}

impl Pass for Spacing {
    fn name(&self) -> &'static str {
        "spacing"
    }

    fn find_edits(&self, _doc: &Document<'_>, _edits: &mut Edits) {}
}
