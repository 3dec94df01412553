//! Tables: each with its source and licence at its head.

pub(crate) mod abbreviations;
pub(crate) mod codepages;
pub(crate) mod doubled_words;
pub(crate) mod entities;
pub(crate) mod file_extensions;
pub(crate) mod html;
pub(crate) mod misspellings;
pub(crate) mod proper_names;
pub(crate) mod slips;
pub(crate) mod tlds;

/// Whether a sorted table of lower-case words has the word, whatever the case
/// of its ASCII letters.
pub(crate) fn has(table: &[&str], word: &str) -> bool {
    let folded = || word.bytes().map(|b| b.to_ascii_lowercase());
    table.binary_search_by(|entry| entry.bytes().cmp(folded())).is_ok()
}
