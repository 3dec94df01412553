//! The lines around a place, and what they look like.

use std::ops::Range;

use crate::search::partition_point_near;
use crate::text::{Case, Kind, Word};

/// The shortest line without an end mark that is taken for prose, in words.
const LONG_LINE: u32 = 9;
/// The shortest line with an end mark that is taken for prose, in words.
const SHORT_PROSE: u32 = 4;
/// The longest line that may be code, in words.
const LONGEST_CODE: usize = 40;
/// The longest heading, in words.
const LONGEST_HEADING: u32 = 14;
/// The longest heading that is not in title case, in words.
const SHORT_HEADING: u32 = 5;

/// A line that is not blank. Most texts ask for few.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Line {
    /// In bytes of the text: where the line begins, and where it ends.
    pub(super) start: u32,
    end: u32,
}

impl Line {
    /// The line in which a byte of the text stands.
    pub(super) fn of(text: &str, at: usize) -> Self {
        let (before, behind) = text.as_bytes().split_at(at);
        let start = memchr::memrchr(b'\n', before).map_or(0, |end| end + 1);
        let end = memchr::memchr(b'\n', behind).map_or(text.len(), |len| at + len);
        // Places in a text have 32 bits, as those of words.
        Self { start: start as u32, end: end as u32 }
    }

    /// The line before, if there is one.
    pub(super) fn before(self, text: &str) -> Option<Self> {
        let last = text[..self.start as usize].trim_end().len().checked_sub(1)?;
        Some(Self::of(text, last))
    }

    /// The line behind, if there is one.
    pub(super) fn after(self, text: &str) -> Option<Self> {
        let rest = text[self.end as usize..].trim_start();
        (!rest.is_empty()).then(|| Self::of(text, text.len() - rest.len()))
    }

    /// Whether it stands behind a blank line, or first.
    fn is_apart(self, text: &str) -> bool {
        let before = &text[..self.start as usize];
        let gap = &before.as_bytes()[before.trim_end().len()..];
        gap.len() == before.len() || memchr::memchr_iter(b'\n', gap).nth(1).is_some()
    }

    pub(super) fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// What there is to know of it; the word `near` stands in it or near it.
    pub(super) fn describe(self, text: &str, words: &[Word], near: usize) -> LineInfo {
        let (range, is_apart) = (self.range(), self.is_apart(text));
        let from = partition_point_near(words, near, |w| w.range().start < range.start);
        let len = partition_point_near(&words[from..], 0, |w| w.range().start < range.end);
        let words = &words[from..from + len];
        let text = &text[range.clone()];
        let ends = end_of(text.trim_end());
        let first = words.first();
        let starts_plain = first.is_some_and(|w| {
            let before = &text[..w.range().start - range.start];
            w.kind() == Kind::Word && before.trim_start().trim_start_matches(QUOTES).is_empty()
        });
        let mut info = LineInfo {
            words: words.len() as u32,
            long_lower: 0,
            long_known: 0,
            long_title: 0,
            margin: (text.len() - text.trim_start().len()) as u32,
            has_sentence: !matches!(ends, End::Bare),
            has_capitals: false,
            is_code: words.len() < LONGEST_CODE && has_code(text.as_bytes()),
            is_apart,
            starts_lower: first.is_some_and(|w| w.case() == Case::Lower),
            starts_plain,
            ends,
        };
        let is_long = |word: &Word| word.range().len() >= 4;
        let is_long_title = |word: &Word| is_long(word) & (word.case() == Case::Title);
        // Half of the words are such ones: nobody could foresee a branch.
        for word in words {
            let case = word.case();
            let is_long_lower = is_long(word) & (case == Case::Lower);
            info.long_lower += u32::from(is_long_lower);
            info.long_known += u32::from(is_long_lower & word.entry().is_ordinary());
            info.long_title += u32::from(is_long_title(word));
            info.has_capitals |= (case != Case::Lower) & (case != Case::Uncased);
        }
        info.long_title -= u32::from(first.is_some_and(is_long_title));
        info.has_sentence |= words.iter().skip(1).any(Word::starts_sentence);
        info
    }
}

/// What is known of a line that is not blank.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct LineInfo {
    words: u32,
    /// Words in lower case, of four letters or more.
    long_lower: u32,
    /// As many of these as are ordinary English words.
    long_known: u32,
    /// Words in title case, of four letters or more, but for the first.
    long_title: u32,
    /// How far it is set in, in bytes.
    pub(super) margin: u32,
    /// Has a mark that ends a sentence.
    pub(super) has_sentence: bool,
    /// Has words with a capital anywhere.
    pub(super) has_capitals: bool,
    /// Has marks that prose has not.
    pub(super) is_code: bool,
    /// Stands behind a blank line, or first.
    pub(super) is_apart: bool,
    pub(super) starts_lower: bool,
    /// Begins with a letter, or with a quotation mark and a letter.
    pub(super) starts_plain: bool,
    pub(super) ends: End,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// With the end of a sentence, perhaps in quotation marks or brackets.
    Sentence,
    /// With a colon, behind which a list may follow.
    Colon,
    /// With a mark after which a sentence goes on.
    Open,
    /// Without a mark.
    Bare,
}

impl LineInfo {
    /// Whether the line reads like a part of an article.
    pub(super) fn is_prose(&self) -> bool {
        let is_long = self.words >= LONG_LINE;
        let is_ended = matches!(self.ends, End::Sentence | End::Colon) && self.words >= SHORT_PROSE;
        (is_long || is_ended) && !self.is_code
    }

    /// Whether most of its words are English.
    pub(super) fn is_english(&self) -> bool {
        self.long_known * 2 >= self.long_lower
    }

    /// Whether the words of the line have capitals because it is a headline.
    pub(super) fn is_headline(&self) -> bool {
        self.long_title > self.long_lower
    }

    pub(super) fn is_short(&self) -> bool {
        self.words < LONG_LINE
    }

    pub(super) fn is_heading(&self) -> bool {
        self.ends == End::Bare
            && !self.starts_lower
            && self.has_capitals
            && (self.words <= SHORT_HEADING || self.words <= LONGEST_HEADING && self.is_headline())
    }
}

/// Whether a line has marks that prose has not.
fn has_code(line: &[u8]) -> bool {
    // Without branches, all bytes are seen many at a time.
    let is_mark = |b: u8| matches!(b, b'=' | b'{' | b'}' | b'`' | b'|' | b'<' | b'>');
    let follows = |at: usize, rest: &[u8]| line[at + 1..].starts_with(rest);
    line.iter().fold(false, |seen, &b| seen | is_mark(b))
        || memchr::memchr3_iter(b':', b'-', b'(', line).any(|at| match line[at] {
            b':' => follows(at, b":"),
            b'-' => follows(at, b"-") && at > 0 && line[at - 1] == b' ',
            _ => follows(at, b");"),
        })
}

fn end_of(trimmed: &str) -> End {
    match without_notes(trimmed).trim_end_matches(CLOSERS).chars().next_back() {
        Some('.' | '!' | '?' | '…') => End::Sentence,
        Some(':') => End::Colon,
        Some(',' | ';' | '-' | '–' | '—' | '(' | '/' | '&') => End::Open,
        _ => End::Bare,
    }
}

/// The line without the numbers of notes at its end: `a church.[2][13]`
fn without_notes(mut line: &str) -> &str {
    while let Some((rest, number)) = line.strip_suffix(']').and_then(|line| line.rsplit_once('['))
        && matches!(number.len(), 1..=3)
        && number.bytes().all(|b| b.is_ascii_digit())
    {
        line = rest;
    }
    line
}

/// Marks that open a quotation.
pub(super) const QUOTES: &[char] = &['"', '\'', '“', '‘', '«', '„'];
pub(super) const OPENERS: &[char] = &['"', '\'', '“', '‘', '«', '„', '(', '['];
pub(super) const CLOSERS: &[char] = &['"', '\'', '”', '’', '»', ')', ']'];

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(in super::super) const TEXT: &str =
        "\n The ferry left.\nno = yes\r\n\r\nAnna sang:  \nall of it, and\n \n\nA Harbour\n \n";

    /// The lines of the text, and whether they stand apart.
    pub(in super::super) fn lines() -> Vec<(Line, bool)> {
        let is_blank = |line: &str| line.trim().is_empty();
        let (mut start, mut before) = (0, "");
        let all = TEXT.split('\n').filter_map(|text| {
            let line = Line { start, end: start + text.len() as u32 };
            start = line.end + 1;
            let is_apart = is_blank(std::mem::replace(&mut before, text));
            (!is_blank(text)).then_some((line, is_apart))
        });
        all.collect()
    }

    #[test]
    fn lines_are_found_from_each_of_their_places() {
        let lines = lines();
        for (at, (line, is_apart)) in lines.iter().enumerate() {
            for place in line.range() {
                assert_eq!(Line::of(TEXT, place), *line);
            }
            assert_eq!(line.is_apart(TEXT), *is_apart);
            let near = |at: Option<usize>| at.and_then(|at| lines.get(at)).map(|(line, _)| *line);
            assert_eq!(line.before(TEXT), near(at.checked_sub(1)));
            assert_eq!(line.after(TEXT), near(Some(at + 1)));
        }
    }

    #[test]
    fn marks_of_code_are_seen_wherever_they_stand() {
        let marks = ["=", "{", "}", "`", "::", "|", " --", "();", "<", ">"];
        let others = ["", ":", "--", "-- ", " - ", "()", "( );", ");", ": :", "(-:"];
        for at in 0..70 {
            let line = "word ".repeat(14);
            let with = |mark: &str| format!("{}{mark}{}", &line[..at], &line[at..]);
            for mark in marks {
                assert!(has_code(with(mark).as_bytes()), "{mark} at {at}");
            }
            for other in others.iter().filter(|o| !with(o).contains(" --")) {
                assert!(!has_code(with(other).as_bytes()), "{other} at {at}");
            }
        }
    }
}
