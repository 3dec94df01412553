//! A cleaned text that knows what was done to it.

use std::borrow::Cow;
use std::fmt::{self, Write};
use std::ops::Range;

use crate::{SourceMap, Suggestion, Suggestions};

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
///
/// Two are equal if their raw and clean texts, their changes and their suggestions are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cleaned<'a> {
    raw: &'a str,
    text: Cow<'a, str>,
    map: SourceMap,
    suggestions: Suggestions,
}

impl<'a> Cleaned<'a> {
    pub(crate) fn new(
        raw: &'a str,
        text: Cow<'a, str>,
        mut map: SourceMap,
        suggestions: Suggestions,
    ) -> Self {
        map.retain_real(raw, &text);
        let text = if map.spans().is_empty() { Cow::Borrowed(raw) } else { text };
        Self { raw, text, map, suggestions }
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
    ///
    /// # Example
    ///
    /// ```
    /// let raw = "Fish &amp; chips.They were good.";
    /// let cleaned = copydesk::Pipeline::article().explain(raw);
    ///
    /// // Made from the end on, no change moves the ranges of those that follow.
    /// let mut text = raw.to_owned();
    /// for change in cleaned.changes().rev() {
    ///     text.replace_range(change.raw_range, change.clean);
    /// }
    /// assert_eq!(text, cleaned.text());
    /// ```
    pub fn changes(
        &self,
    ) -> impl DoubleEndedIterator<Item = Change<'_>> + ExactSizeIterator + Clone {
        self.map.spans().iter().map(|s| Change {
            raw_range: s.raw.clone(),
            raw: &self.raw[s.raw.clone()],
            clean_range: s.clean.clone(),
            clean: &self.text[s.clean.clone()],
            rules: self.map.rules(s),
        })
    }

    /// What is doubtful in the clean text, and was left as it is, in the order
    /// of the text: a misspelt word that could be one of several.
    ///
    /// # Example
    ///
    /// ```
    /// let cleaned = copydesk::Pipeline::article().explain("Nobody knew where the strng was.");
    /// for suggestion in cleaned.suggestions() {
    ///     println!("{}: {}?", suggestion.clean, suggestion.candidates.join(" or "));
    /// }
    /// ```
    pub fn suggestions(
        &self,
    ) -> impl DoubleEndedIterator<Item = Suggestion<'_>> + ExactSizeIterator + Clone {
        self.suggestions.list.iter().map(|doubt| {
            let raw_range = self.map.to_raw(doubt.range.clone());
            Suggestion {
                raw: &self.raw[raw_range.clone()],
                raw_range,
                clean: &self.text[doubt.range.clone()],
                clean_range: doubt.range.clone(),
                candidates: &doubt.candidates,
                rule: doubt.rule,
            }
        })
    }

    /// Where each piece of the clean text came from.
    pub fn source_map(&self) -> &SourceMap {
        &self.map
    }

    /// The changes and suggestions written out for a person: a line for each,
    /// with the line and column (in characters, from 1) of the raw text, both
    /// texts with invisible characters escaped, and the rules.
    ///
    /// # Example
    ///
    /// ```
    /// let cleaned = copydesk::Pipeline::article().explain("Fish &amp; chips.They were good.");
    /// assert_eq!(
    ///     cleaned.explanation().to_string(),
    ///     "1:6: \"&amp;\" -> \"&\" [entities/named]\n\
    ///      1:18: \"\" -> \" \" [spacing/missing-after-stop]\n",
    /// );
    /// ```
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
    /// The rules that made it, each named once. The first acted where the change
    /// begins, which need not be the one that acted first.
    pub rules: &'c [&'static str],
}

struct Explanation<'c>(&'c Cleaned<'c>);

impl fmt::Display for Explanation<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut place = Place { raw: self.0.raw, seen: 0, line: 1, column: 1 };
        let mut suggestions = self.0.suggestions().peekable();
        for change in self.0.changes() {
            let is_before = |s: &Suggestion<'_>| s.raw_range.start < change.raw_range.start;
            while let Some(suggestion) = suggestions.next_if(is_before) {
                place.ask(f, &suggestion)?;
            }
            place.go_to(f, change.raw_range.start)?;
            quote(f, change.raw)?;
            f.write_str(" -> ")?;
            quote(f, change.clean)?;
            writeln!(f, " [{}]", change.rules.join(", "))?;
        }
        suggestions.try_for_each(|suggestion| place.ask(f, &suggestion))
    }
}

/// A place in the raw text that moves forward.
struct Place<'r> {
    raw: &'r str,
    seen: usize,
    line: usize,
    column: usize,
}

impl Place<'_> {
    /// Goes on to the byte `at`, and writes the line and column there.
    fn go_to(&mut self, f: &mut fmt::Formatter<'_>, at: usize) -> fmt::Result {
        let before = &self.raw[self.seen..at];
        self.seen = at;
        if let Some(line_end) = before.rfind('\n') {
            self.line += before.matches('\n').count();
            self.column = 1 + before[line_end + 1..].chars().count();
        } else {
            self.column += before.chars().count();
        }
        write!(f, "{}:{}: ", self.line, self.column)
    }

    /// Writes a suggestion.
    fn ask(&mut self, f: &mut fmt::Formatter<'_>, suggestion: &Suggestion<'_>) -> fmt::Result {
        self.go_to(f, suggestion.raw_range.start)?;
        quote(f, suggestion.raw)?;
        f.write_str(" -> perhaps ")?;
        for (i, candidate) in suggestion.candidates.iter().enumerate() {
            f.write_str(if i > 0 { " or " } else { "" })?;
            quote(f, candidate)?;
        }
        writeln!(f, " [{}]", suggestion.rule)
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
