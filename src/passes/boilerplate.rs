//! The pass `boilerplate`: lines that belong to the page and not to the article.

use crate::{Document, Edits, Pass};

/// Finds lines that belong to the page and not to the article.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Boilerplate {}

impl Pass for Boilerplate {
    fn name(&self) -> &'static str {
        "boilerplate"
    }

    fn find_edits(&self, _doc: &Document<'_>, _edits: &mut Edits) {}
}
