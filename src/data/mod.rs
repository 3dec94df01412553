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
