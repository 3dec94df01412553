//! Gives web-scraped text back the way its author meant it.
//!
//! Text that was cut out of web pages comes with what happened to it on the
//! way: encodings that went wrong, left-over references and tags, invisible
//! characters, lost spaces, typing errors that no editor saw, and lines that
//! belong to the page. This crate finds and repairs that with small *passes*,
//! each of which knows one kind of fault, and can say of every change what it
//! was, where, and why.
//!
//! # Quick start
//!
//! [`clean`] does it all. It borrows the text if there is nothing to do:
//!
//! ```
//! let raw = "The bridge opened in 1966,after a long &quot;debate&quot;.It was closed in 2001. ";
//! let clean = "The bridge opened in 1966, after a long \"debate\". It was closed in 2001.";
//! assert_eq!(copydesk::clean(raw), clean);
//! ```
//!
//! For more than a few texts, build a [`Pipeline`] once and keep its memory
//! in a [`Scratch`], one for each thread:
//!
//! ```
//! use copydesk::{Pipeline, Scratch};
//!
//! let pipeline = Pipeline::article();
//! let mut scratch = Scratch::default();
//! for raw in ["fish &amp; chips", "caf&eacute; au lait"] {
//!     println!("{}", pipeline.clean_with(raw, &mut scratch));
//! }
//! ```
//!
//! # When to use it, and when not
//!
//! * You have plain text that somebody or something extracted from pages, and
//!   want to read, print, index, translate or learn from it.
//! * You do *not* have HTML: parse it, or use an extractor, and give its
//!   result to this crate.
//! * You need to know what was done: every change has a range, two texts and
//!   the names of its rules, and positions can be translated both ways.
//! * You must not touch what the text says. [`Pipeline::repair`] undoes damage
//!   only; it is safe for any language and any kind of text. What it takes out
//!   was put there by machines.
//! * You have articles and want them to read like articles:
//!   [`Pipeline::article`], which is the default. It corrects spacing, typing
//!   errors and capitals, and takes out lines of the page. Corrections that
//!   depend on a language are made for English; other languages are left
//!   alone by the passes that would have to know them. Where somebody's exact
//!   words count (records, quotations, poetry, chats), take `repair`.
//!
//! # Passes
//!
//! [`passes`] lists them, each with what it changes and what it leaves alone;
//! [`passes::all`] does so for programs. A pipeline of your own takes some out,
//! replaces some, or adds others:
//!
//! ```
//! # fn main() -> Result<(), copydesk::BuildError> {
//! use copydesk::{Document, Edits, Pipeline, from_fn};
//!
//! let signature = from_fn("signature", |doc: &Document<'_>, edits: &mut Edits| {
//!     if let Some(at) = doc.text().find("\n-- \n") {
//!         edits.delete(at..doc.text().len(), "signature/mail");
//!     }
//! });
//! let pipeline = Pipeline::article()
//!     .to_builder()
//!     .without("spelling")
//!     .before("whitespace", signature)
//!     .build()?;
//! assert_eq!(pipeline.clean("Let us meet at noon.\n-- \nAnna"), "Let us meet at noon.");
//! # Ok(())
//! # }
//! ```
//!
//! [`Pass`] is the trait behind it; [`Pass::clean`] runs one pass alone.
//!
//! # Provenance
//!
//! [`Pipeline::explain`] gives a [`Cleaned`], which has the changes against the
//! raw text and a [`SourceMap`] between both texts:
//!
//! ```
//! use copydesk::Pipeline;
//!
//! let raw = "It cost &pound;5,said Anna.";
//! let cleaned = Pipeline::article().explain(raw);
//! assert_eq!(cleaned.text(), "It cost £5, said Anna.");
//!
//! let change = cleaned.changes().next().unwrap();
//! assert_eq!((change.raw, change.clean), ("&pound;", "£"));
//! assert!(change.rules[0].starts_with("entities/"));
//!
//! let anna = cleaned.text().find("Anna").unwrap();
//! let source = cleaned.source_map().to_raw(anna..anna + 4);
//! assert_eq!(&raw[source], "Anna");
//! ```
//!
//! Ranges are in bytes and never split a character.
//!
//! # Untrusted input
//!
//! Any `&str` is fine. Cleaning never fails and never panics (unless a pass of
//! your own does, or gives edits that do not fit the text), and needs time and
//! memory in proportion to the length of the text, also for texts made to hurt:
//! nested brackets, a million references, a megabyte of combining marks.
//! The result never grows much beyond the raw text. A text longer than
//! [`Pipeline::MAX_LEN`] comes back as it is. There is no unsafe code, and
//! nothing is read from or written to disk or network.
//!
//! The clean text is *text*: it may contain `<` and `&`, and is not safe to be
//! put into a page without escaping.
//!
//! # Performance
//!
//! * Build a pipeline once. It is `Send` and `Sync`, and cheap to clone.
//! * [`Pipeline::clean_with`] makes no allocation for a clean text, once its
//!   scratch is warm; [`Pipeline::clean`] makes what it needs anew.
//! * [`Pipeline::explain`] does more; ask for it only if you look at it.
//! * An [`Article`](Preset::Article) pipeline asks the embedded
//!   [`lexicon`] for every word; it is 3.1 MB of the program, with the words and
//!   letters that stand side by side. `cargo bench` measures each pass and both
//!   presets.
//! * A text of 2 MiB or more is cleaned [section by section](Pipeline#long-texts),
//!   if all passes may be given one: a pass of your own
//!   [says so](Pass::takes_sections).
//! * Texts are independent of each other: clean them on as many threads as you
//!   have, as `examples/jsonl_parallel.rs` does.
//!
//! # Crate features
//!
//! None is on by default.
//!
//! * **serde**: `Serialize` for [`Change`], [`Suggestion`], [`Edit`] and
//!   [`BoilerplateLine`](passes::BoilerplateLine); `Serialize` and `Deserialize`
//!   for [`SiteProfile`].
//! * **hunspell**: `passes::Hunspell`, which mends other languages than English
//!   by dictionaries of yours. It brings in the crate `spellbook` (MPL-2.0).
//! * **cli**: the command `copydesk`.
//! * **instructions**: only for a bench of this crate's own.

#![forbid(unsafe_code)]

mod buffers;
mod cleaned;
mod data;
mod document;
mod edit;
mod error;
mod hashed;
pub mod lexicon;
mod pass;
pub mod passes;
mod pipeline;
mod search;
mod sections;
mod site_profile;
mod source_map;
mod suggestion;
pub mod text;

pub use buffers::{Buffers, Lent, Reuse};
pub use cleaned::{Change, Cleaned};
pub use document::Document;
pub use edit::{Edit, Edits, EditsIter};
pub use error::BuildError;
pub use pass::{FromFn, Pass, from_fn};
pub use pipeline::{Pipeline, PipelineBuilder, Preset, Scratch};
pub use site_profile::SiteProfile;
pub use source_map::SourceMap;
pub use suggestion::{Suggestion, Suggestions};
pub use text::Language;

use std::borrow::Cow;
use std::sync::LazyLock;

/// Cleans a text with [`Pipeline::article`]. Borrows it if there is nothing to
/// change.
///
/// # Example
///
/// ```
/// let raw = "Since 1998,the ferry has sailed daily.";
/// assert_eq!(copydesk::clean(raw), "Since 1998, the ferry has sailed daily.");
/// ```
#[must_use = "the clean text is given back"]
pub fn clean(text: &str) -> Cow<'_, str> {
    static ARTICLE: LazyLock<Pipeline> = LazyLock::new(Pipeline::article);
    ARTICLE.clean(text)
}

// The examples in the README are tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
mod readme {}
