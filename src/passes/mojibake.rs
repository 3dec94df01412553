//! The pass `mojibake`: text decoded with the wrong encoding, once or more, in whole or in spans.

use crate::{Document, Edits, Pass};

/// Finds text decoded with the wrong encoding, once or more, in whole or in spans.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Mojibake {}

impl Pass for Mojibake {
    fn name(&self) -> &'static str {
        "mojibake"
    }

    fn find_edits(&self, _doc: &Document<'_>, _edits: &mut Edits) {}
}
