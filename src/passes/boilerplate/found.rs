//! Boilerplate as data.

use std::ops::Range;

use super::kind::BoilerplateKind;
use super::line::{Line, Verdict};

/// A line that belongs to the page; found by
/// [`Boilerplate::find`](super::Boilerplate::find).
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct BoilerplateLine {
    /// Where it stands, in bytes of the text, without the white space around
    /// it.
    pub range: Range<usize>,
    /// What it is.
    pub kind: BoilerplateKind,
    /// Whether the pass takes it out.
    pub fate: Fate,
}

/// What becomes of a line of boilerplate.
///
/// For an example see [`Boilerplate::find`](super::Boilerplate::find).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Fate {
    /// It is taken out.
    Goes,
    /// It stays because the caller keeps its kind.
    Kept,
    /// It stays because too little would be left without it: the limit was
    /// reached.
    Spared,
}

impl BoilerplateLine {
    /// The line itself, out of the text that it was found in.
    ///
    /// # Panics
    ///
    /// If `text` is another text, which ends before the line or has other
    /// characters at its place.
    pub fn text<'t>(&self, text: &'t str) -> &'t str {
        &text[self.range.clone()]
    }

    pub(super) fn of(line: &Line, text: &str) -> Option<Self> {
        let fate = match line.verdict {
            Verdict::Keep => return None,
            Verdict::Held => Fate::Kept,
            Verdict::Spared => Fate::Spared,
            Verdict::Weak | Verdict::Sure => Fate::Goes,
        };
        let whole = &text[line.start as usize..line.next as usize];
        let start = line.start as usize + (whole.len() - whole.trim_start().len());
        let range = start..start + whole.trim().len();
        Some(Self { range, kind: line.kind(), fate })
    }
}
