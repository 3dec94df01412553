//! The pass `markup`: leaked tags, attribute tails, comment ends, shortcodes, template braces.

use crate::{Document, Edits, Pass};

/// Finds leaked tags, attribute tails, comment ends, shortcodes, template braces.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Markup {}

impl Pass for Markup {
    fn name(&self) -> &'static str {
        "markup"
    }

    fn find_edits(&self, _doc: &Document<'_>, _edits: &mut Edits) {}
}
