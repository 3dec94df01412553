//! The pass `entities`: HTML character references left in the text, also doubly escaped; escape debris.

use crate::{Document, Edits, Pass};

/// Finds HTML character references left in the text, also doubly escaped; escape debris.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Entities {}

impl Pass for Entities {
    fn name(&self) -> &'static str {
        "entities"
    }

    fn find_edits(&self, _doc: &Document<'_>, _edits: &mut Edits) {}
}
