//! The pass `invisible`: controls, zero-width and bidi characters, soft hyphens, terminal escapes.

use crate::{Document, Edits, Pass};

/// Finds controls, zero-width and bidi characters, soft hyphens, terminal escapes.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Invisible {}

impl Pass for Invisible {
    fn name(&self) -> &'static str {
        "invisible"
    }

    fn find_edits(&self, _doc: &Document<'_>, _edits: &mut Edits) {}
}
