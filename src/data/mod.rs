//! Tables: each with its source and licence at its head.

pub(crate) mod abbreviations;
pub(crate) mod file_extensions;
pub(crate) mod tlds;
