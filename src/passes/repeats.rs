//! The pass `repeats`: a word or phrase twice in a row.

use crate::{Document, Edits, Pass};

/// Finds a word or phrase twice in a row.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Repeats {}

impl Pass for Repeats {
    fn name(&self) -> &'static str {
        "repeats"
    }

    fn find_edits(&self, _doc: &Document<'_>, _edits: &mut Edits) {}
}
