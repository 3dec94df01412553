//! Gives web-scraped text back the way its author meant it.

#![forbid(unsafe_code)]

mod buffers;
mod cleaned;
mod data;
mod document;
mod edit;
mod error;
pub mod lexicon;
mod pass;
pub mod passes;
mod pipeline;
mod source_map;
pub mod text;

pub use buffers::{Buffers, Lent, Reuse};
pub use cleaned::{Change, Cleaned};
pub use document::Document;
pub use edit::{Edit, Edits};
pub use error::BuildError;
pub use pass::{FromFn, Pass, from_fn};
pub use pipeline::{Pipeline, PipelineBuilder, Preset, Scratch};
pub use source_map::SourceMap;
pub use text::Language;

use std::borrow::Cow;
use std::sync::LazyLock;

/// Cleans a text with [`Pipeline::article`]. Borrows it if there is nothing to
/// change.
///
/// # Example
///
/// ```
/// assert_eq!(copydesk::clean("Since 2011,an armed conflict."), "Since 2011, an armed conflict.");
/// ```
pub fn clean(text: &str) -> Cow<'_, str> {
    static ARTICLE: LazyLock<Pipeline> = LazyLock::new(Pipeline::article);
    ARTICLE.clean(text)
}
