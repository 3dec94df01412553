//! A cleaned text that knows what was done to it.

use std::borrow::Cow;
use std::fmt::{self, Write};
use std::ops::Range;

use crate::SourceMap;

/// The result of [`Pipeline::explain`](crate::Pipeline::explain).
///
/// # Example
///
/// ```
/// let cleaned = copydesk::Pipeline::article().explain("It was so.Really.");
/// assert_eq!(cleaned.text(), "It was so. Really.");
/// assert_eq!(cleaned.changes().len(), 1);
/// println!("{}", cleaned.explanation());
/// ```
#[derive(Clone, Debug)]
pub struct Cleaned<'a> {
    raw: &'a str,
    text: Cow<'a, str>,
    map: SourceMap,
}

impl<'a> Cleaned<'a> {
    pub(crate) fn new(raw: &'a str, text: Cow<'a, str>, mut map: SourceMap) -> Self {
        map.retain_real(raw, &text);
        let text = if map.spans().is_empty() { Cow::Borrowed(raw) } else { text };
        Self { raw, text, map }
    }

    /// The clean text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The clean text; borrowed from the raw text if nothing was changed.
    pub fn into_text(self) -> Cow<'a, str> {
        self.text
    }

    /// The raw text.
    pub fn raw(&self) -> &'a str {
        self.raw
    }

    /// Whether the clean text differs from the raw text.
    pub fn is_changed(&self) -> bool {
        !self.map.spans().is_empty()
    }

    /// What was changed, in the order of the text.
    pub fn changes(&self) -> impl ExactSizeIterator<Item = Change<'_>> {
        self.map.spans().iter().map(|s| Change {
            raw_range: s.raw.clone(),
            raw: &self.raw[s.raw.clone()],
            clean_range: s.clean.clone(),
            clean: &self.text[s.clean.clone()],
            rules: self.map.rules(s),
        })
    }

    /// Where each piece of the clean text came from.
    pub fn source_map(&self) -> &SourceMap {
        &self.map
    }

    /// The changes written out for a person: a line for each, with the line
    /// and column (in characters, from 1) of the raw text, both texts with
    /// invisible characters escaped, and the rules.
    pub fn explanation(&self) -> impl fmt::Display + '_ {
        Explanation(self)
    }
}

/// One stretch of the raw text that stands differently in the clean text.
///
/// # Example
///
/// ```
/// let cleaned = copydesk::Pipeline::repair().explain("fish &amp; chips");
/// let change = cleaned.changes().next().unwrap();
/// assert_eq!((change.raw_range, change.raw), (5..10, "&amp;"));
/// assert_eq!((change.clean_range, change.clean), (5..6, "&"));
/// assert_eq!(change.rules, ["entities/named"]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Change<'c> {
    /// Where it was, in bytes of the raw text. Empty for an insertion.
    pub raw_range: Range<usize>,
    /// What stood there.
    pub raw: &'c str,
    /// Where it is, in bytes of the clean text. Empty for a deletion.
    pub clean_range: Range<usize>,
    /// What stands there now.
    pub clean: &'c str,
    /// The rules that made it, in the order in which they acted.
    pub rules: &'c [&'static str],
}

struct Explanation<'c>(&'c Cleaned<'c>);

impl fmt::Display for Explanation<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let raw = self.0.raw;
        let (mut line, mut column, mut seen) = (1, 1, 0);
        for change in self.0.changes() {
            let before = &raw[seen..change.raw_range.start];
            seen = change.raw_range.start;
            if let Some(line_end) = before.rfind('\n') {
                line += before.matches('\n').count();
                column = 1 + before[line_end + 1..].chars().count();
            } else {
                column += before.chars().count();
            }
            write!(f, "{line}:{column}: ")?;
            quote(f, change.raw)?;
            f.write_str(" -> ")?;
            quote(f, change.clean)?;
            writeln!(f, " [{}]", change.rules.join(", "))?;
        }
        Ok(())
    }
}

/// The longest piece of text that an explanation shows whole, in characters.
const SHOWN: usize = 60;

fn quote(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    f.write_char('"')?;
    let mut chars = text.chars();
    for c in chars.by_ref().take(SHOWN) {
        match c {
            '"' | '\'' => f.write_char(c)?,
            '\u{a0}' | '\u{ad}' => write!(f, "{}", c.escape_unicode())?,
            _ => write!(f, "{}", c.escape_debug())?,
        }
    }
    f.write_str(if chars.next().is_some() { "…\"" } else { "\"" })
}
