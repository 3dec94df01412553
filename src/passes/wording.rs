//! The pass `wording`: real words that stand wrong.

use crate::{Document, Edits, Pass};

/// Finds real words that stand wrong.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Wording {}

impl Pass for Wording {
    fn name(&self) -> &'static str {
        "wording"
    }

    fn find_edits(&self, _doc: &Document<'_>, _edits: &mut Edits) {}
}
