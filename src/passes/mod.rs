//! The passes, each of which finds one kind of fault, and the list of them.
//!
//! A pass is a type with options: `default()` gives those that the presets use, and
//! its methods change them. [`all`] lists the passes that have a name for
//! [`Pipeline::from_names`](crate::Pipeline::from_names) and the command, in the order
//! in which they run. [`SiteLines`] and `Hunspell` are not among them: they are made of
//! data of the caller's.
//!
//! # Example
//!
//! ```
//! # fn main() -> Result<(), copydesk::BuildError> {
//! use copydesk::{Pass, Pipeline, passes::{Quotes, Redact}};
//!
//! // Alone, or behind the passes of a preset.
//! assert_eq!(Quotes::default().clean("It's late."), "It’s late.");
//! let pipeline = Pipeline::repair().to_builder().pass(Redact::default()).build()?;
//! assert_eq!(pipeline.clean("Smith &amp; Co.: anna@example.org"), "Smith & Co.: [email]");
//! # Ok(())
//! # }
//! ```

// Adding a pass takes its file here, with its line in the registry below, and its
// fixture in `tests/fixtures/`. The presets, the command, the property tests, the
// fixture runner and the benches all read the registry.

mod ascii;
pub(crate) mod boilerplate;
mod casing;
mod code;
mod dashes;
mod duplicates;
mod entities;
#[cfg(feature = "hunspell")]
mod hunspell;
mod invisible;
pub(crate) mod marks;
mod markup;
mod mojibake;
mod own_words;
mod quotes;
mod redact;
mod removal;
mod repeats;
mod site_lines;
mod spacing;
mod spare_code;
mod spelling;
mod unicode;
mod whitespace;
mod wording;

pub use boilerplate::{BoilerplateKind, BoilerplateLine, Fate};
#[cfg(feature = "hunspell")]
pub use hunspell::Hunspell;
pub use redact::RedactKind;
pub use site_lines::SiteLines;

use std::sync::Arc;

use crate::{Pass, Preset};

/// Lists the passes: for each its module, its type, its presets, and what it
/// finds. The name of a pass is the name of its module.
macro_rules! registry {
    ($($module:ident: $pass:ident, [$($preset:ident),*], $summary:literal;)*) => {
        $(pub use $module::$pass;)*

        static REGISTRY: &[Registered] = &[$(
            Registered {
                name: stringify!($module),
                summary: $summary,
                presets: &[$(Preset::$preset),*],
                build: || Arc::new($pass::default()),
            },
        )*];
    };
}

// In pipeline order.
registry! {
    mojibake: Mojibake, [Repair, Article], "text decoded with the wrong encoding, once or more, in whole or in spans";
    entities: Entities, [Repair, Article], "HTML character references left in the text, also doubly escaped; escape debris";
    markup: Markup, [Repair, Article], "leaked tags, attribute tails, comment ends, shortcodes, template braces";
    invisible: Invisible, [Repair, Article], "controls, zero-width and bidi characters, soft hyphens, terminal escapes";
    unicode: Unicode, [Repair, Article], "decomposed letters, ligatures, full-width Latin, odd spaces and line ends";
    boilerplate: Boilerplate, [Article], "lines that belong to the page and not to the article";
    duplicates: Duplicates, [Article], "the headline again, lines and paragraphs again, cut-off teasers";
    whitespace: Whitespace, [Repair, Article], "runs of spaces, trailing spaces, blank lines, hard wraps";
    spacing: Spacing, [Article], "a space missing after a mark, or standing before one";
    repeats: Repeats, [Article], "a word or phrase twice in a row";
    spelling: Spelling, [Article], "misspelt words";
    wording: Wording, [Article], "real words that stand wrong";
    casing: Casing, [Article], "sentence starts, and names in the case that the document itself shows";
    // In no preset.
    redact: Redact, [], "e-mail addresses, telephone numbers, IP addresses";
    quotes: Quotes, [], "straight quotation marks and apostrophes, or typographic ones";
    dashes: Dashes, [], "hyphens that stand for dashes, or dashes";
    ascii: Ascii, [], "marks and accented letters that are not ASCII";
}

/// All passes, in pipeline order.
///
/// # Example
///
/// ```
/// for pass in copydesk::passes::all() {
///     println!("{}: {}", pass.name(), pass.summary());
/// }
/// ```
pub fn all() -> impl ExactSizeIterator<Item = &'static Registered> {
    REGISTRY.iter()
}

/// A built-in pass, as the registry knows it.
#[derive(Clone, Copy, Debug)]
pub struct Registered {
    name: &'static str,
    summary: &'static str,
    presets: &'static [Preset],
    build: fn() -> Arc<dyn Pass>,
}

impl Registered {
    /// The name of the pass.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// What it finds, in a line.
    pub fn summary(&self) -> &'static str {
        self.summary
    }

    /// Whether it belongs to a preset.
    pub fn is_in(&self, preset: Preset) -> bool {
        self.presets.contains(&preset)
    }

    /// The pass with its default options.
    pub fn build(&self) -> Arc<dyn Pass> {
        (self.build)()
    }
}
