//! The pass `spelling`: misspelt words.

use crate::{Document, Edits, Pass};

/// Finds misspelt words.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Spelling {}

impl Pass for Spelling {
    fn name(&self) -> &'static str {
        "spelling"
    }

    fn find_edits(&self, _doc: &Document<'_>, _edits: &mut Edits) {}
}
