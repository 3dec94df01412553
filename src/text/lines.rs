//! Lines and their ranges.

use std::iter::FusedIterator;
use std::ops::Range;

/// One line of a text, without its end.
///
/// # Example
///
/// ```
/// use copydesk::{Buffers, Document};
///
/// let buffers = Buffers::default();
/// let doc = Document::new("one\r\ntwo", &buffers);
/// let line = doc.lines().next().unwrap();
/// assert_eq!(line.text(), "one");
/// assert_eq!((line.start(), line.next_start()), (0, 5));
/// assert_eq!((line.range(), line.full_range()), (0..3, 0..5));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line<'a> {
    text: &'a str,
    start: usize,
    next: usize,
}

impl<'a> Line<'a> {
    /// The line of a text that begins at `start`, if the next one begins at `next`.
    pub(crate) fn between(text: &'a str, start: usize, next: usize) -> Self {
        let whole = &text[start..next];
        let end = whole.len() - usize::from(whole.ends_with('\n'));
        let text = if end < whole.len() { without_return(&whole[..end]) } else { whole };
        Self { text, start, next }
    }

    /// What stands in the line, without its end.
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// Where the line begins, in bytes of the whole text.
    pub fn start(&self) -> usize {
        self.start
    }

    /// Where the next line begins: behind the line end, or where the text ends.
    pub fn next_start(&self) -> usize {
        self.next
    }

    /// Where the line stands in the whole text, without its end.
    pub fn range(&self) -> Range<usize> {
        self.start..self.start + self.text.len()
    }

    /// Where the line stands in the whole text, with its end.
    pub fn full_range(&self) -> Range<usize> {
        self.start..self.next
    }

    /// Whether nothing but white space stands in the line.
    pub fn is_blank(&self) -> bool {
        // Most lines begin with a letter or have nothing at all.
        match self.text.as_bytes().first() {
            None => true,
            Some(b'!'..=b'~') => false,
            Some(_) => self.text.trim().is_empty(),
        }
    }
}

/// The lines of a text; made by [`Document::lines`](crate::Document::lines).
///
/// Lines end in `\n` or `\r\n`. A text that ends in a line end has no empty
/// line after it.
#[derive(Clone, Debug)]
pub struct Lines<'a> {
    text: &'a str,
    at: usize,
}

pub(crate) fn lines(text: &str) -> Lines<'_> {
    Lines { text, at: 0 }
}

impl Lines<'_> {
    /// Where the next line begins.
    pub(crate) fn at(&self) -> usize {
        self.at
    }

    /// Goes on with the line that begins here.
    pub(crate) fn go_to(&mut self, start: usize) {
        self.at = start;
    }

    /// Goes on with the line that has this place, at or behind the next one.
    pub(crate) fn skip_to(&mut self, place: usize) {
        let skipped = &self.text.as_bytes()[self.at..place];
        self.at += memchr::memrchr(b'\n', skipped).map_or(0, |n| n + 1);
    }

    /// The next line that has one of two bytes.
    pub(crate) fn next_with(&mut self, one: u8, other: u8) -> Option<<Self as Iterator>::Item> {
        let ahead = memchr::memchr2(one, other, &self.text.as_bytes()[self.at..])?;
        self.skip_to(self.at + ahead);
        self.next()
    }
}

impl<'a> Iterator for Lines<'a> {
    type Item = Line<'a>;

    fn next(&mut self) -> Option<Line<'a>> {
        let start = self.at;
        let rest = &self.text[start..];
        let end = match rest.as_bytes().first()? {
            // Half of all lines have nothing, where a blank one parts paragraphs.
            b'\n' => Some(0),
            _ => memchr::memchr(b'\n', rest.as_bytes()),
        };
        let (text, len) = match end {
            Some(end) => (without_return(&rest[..end]), end + 1),
            None => (rest, rest.len()),
        };
        self.at = start + len;
        Some(Line { text, start, next: self.at })
    }
}

impl FusedIterator for Lines<'_> {}

/// A line without the carriage return of its end.
#[inline]
fn without_return(line: &str) -> &str {
    match line.as_bytes() {
        [.., b'\r'] => &line[..line.len() - 1],
        _ => line,
    }
}

/// A line that is set in stands so far from the edge at least.
pub(crate) const SET_IN: usize = 3;

/// How far a line stands from the edge.
pub(crate) fn margin(line: &str) -> usize {
    line.bytes().take_while(|b| matches!(b, b' ' | b'\t')).count()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_byte_is_in_one_full_range(text in "[aé\r\n]{0,12}") {
            let mut at = 0;
            for line in lines(&text) {
                prop_assert_eq!(line.start, at);
                prop_assert_eq!(&text[line.range()], line.text);
                prop_assert_eq!(&Line::between(&text, line.start, line.next), &line);
                at = line.next;
            }
            prop_assert_eq!(at, text.len());
            prop_assert!(lines(&text).map(|line| line.text).eq(text.lines()));
        }
    }
}
