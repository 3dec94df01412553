//! The pass `casing`: sentence starts, and names in the case that the document itself shows.

use crate::{Document, Edits, Pass};

/// Finds sentence starts, and names in the case that the document itself shows.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Casing {}

impl Pass for Casing {
    fn name(&self) -> &'static str {
        "casing"
    }

    fn find_edits(&self, _doc: &Document<'_>, _edits: &mut Edits) {}
}
