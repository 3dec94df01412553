//! The language of a document.

use crate::Document;

/// A language that some pass has rules for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Language {
    /// English.
    English,
    /// Any other language: only what is safe in all of them is done.
    Other,
}

/// Finds out the language of a document.
pub(crate) fn detect(_doc: &Document<'_>) -> Language {
    Language::English
}
