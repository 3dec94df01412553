//! Ends of tags whose beginning is lost: `”/>`, `" alt="…">`, `strong>`,
//! `-->`, `]]>`.

use std::ops::Range;

use memchr::{memchr, memchr2, memchr_iter, memmem, memrchr, memrchr2, memrchr3};

use super::find::{Find, Gap};
use super::shows::{self, Shown};
use super::tags::{self, Tag};
use crate::Document;
use crate::data::html;

/// How far before `>` the tail of a tag may begin, in bytes.
const WINDOW: usize = 600;

/// Pushes the tails of tags that are cut off at their beginning.
pub(super) fn push(
    doc: &Document<'_>,
    tags: &[Tag],
    shown: &Shown<'_>,
    shows: bool,
    finds: &mut Vec<Find>,
) {
    let text = doc.text();
    let mut quotes = Quotes::new(text);
    for at in memchr_iter(b'>', text.as_bytes()) {
        if tags::contains(tags, at) || shown.is_code(at) {
            continue;
        }
        let Some((range, rule)) = tail(text, at, &mut quotes) else { continue };
        // Where markup is shown, only the tail that no markup has.
        if shows && !text[range.clone()].starts_with('\u{201D}') {
            continue;
        }
        finds.push(Find { range, gap: Gap::Space, rule });
    }
}

/// Looks back from `>`.
fn tail(text: &str, at: usize, quotes: &mut Quotes<'_>) -> Option<(Range<usize>, &'static str)> {
    let bytes = text.as_bytes();
    let from = at.saturating_sub(WINDOW);
    let from = memrchr(b'\n', &bytes[from..at]).map_or(from, |n| from + n + 1);
    let before = &bytes[from..at];
    if before.ends_with(b"]]") {
        let opened = memrchr(b'[', before).is_some();
        return (!opened).then_some((at - 2..at + 1, "markup/comment-end"));
    }
    if before.ends_with(b"--") {
        return comment_end(bytes, from, at);
    }
    let slash = before.last() == Some(&b'/');
    let end = from + before[..before.len() - usize::from(slash)].trim_ascii_end().len();
    let (start, attributes) = attributes(bytes, from, end);
    // What stands in front belongs to the same tag, if that was begun here.
    if let Some(open) = memrchr2(b'<', b'>', &bytes[from..start]).map(|n| from + n) {
        if bytes[open] == b'<' && bytes.get(open + 1).is_some_and(|b| !b.is_ascii_whitespace()) {
            return None;
        }
    }
    if attributes > 0 {
        let start = start - left_over_quote(bytes, from, start, quotes);
        let first_word = bytes[from..start].iter().all(|b| !b.is_ascii_whitespace() && *b != b'"');
        let path = first_word && memchr(b'/', &bytes[from..start]).is_some();
        return Some((if path { from } else { start }..at + 1, "markup/attribute-tail"));
    }
    if let Some(len) = quote_before(bytes, end) {
        let spaced = end - len > from && bytes[end - len - 1] == b' ';
        let after = bytes.get(at + 1).copied();
        let next = bytes[at + 1..].iter().find(|&&b| b != b' ').copied();
        let ends = after.is_none_or(|b| b.is_ascii_whitespace());
        let starts = next.is_none_or(|b| {
            b.is_ascii_uppercase() || b.is_ascii_whitespace() || matches!(b, b'"' | b'\'') || !b.is_ascii()
        });
        let code = before.ends_with(b"=\"") || before.ends_with(b"(\"") || is_value(&bytes[from..end]);
        if code || !(slash || ends || starts) {
            return None;
        }
        let extra = is_extra(bytes, from, end - len, quotes) || spaced;
        if !slash && !(extra && starts) {
            return None;
        }
        let start = if extra { end - len } else { end };
        return Some((start..at + 1, "markup/attribute-tail"));
    }
    if slash {
        let prose = bytes[from..end].iter().filter(|b| b.is_ascii_whitespace()).count() >= 1
            && memchr2(b'=', b'{', &bytes[from..end]).is_none()
            && !shows::is_in_address(bytes, end);
        let ends = bytes.get(at + 1).is_none_or(u8::is_ascii_whitespace);
        let bare = matches!(bytes[..end].last(), Some(b) if b.is_ascii_alphanumeric() || matches!(b, b'.' | b'!' | b'?' | b')'));
        return (prose && ends && bare).then_some((end..at + 1, "markup/attribute-tail"));
    }
    element_end(bytes, from, at)
}

/// Whether the quote at the end closes the value of an attribute, of XML say.
fn is_value(bytes: &[u8]) -> bool {
    let Some(inside) = bytes.strip_suffix(b"\"") else { return false };
    memrchr(b'"', inside).is_some_and(|open| inside[..open].ends_with(b"="))
}

/// `//-->`, `"-->`; an arrow stands between spaces.
fn comment_end(bytes: &[u8], from: usize, at: usize) -> Option<(Range<usize>, &'static str)> {
    let ends = bytes[at + 1..].iter().find(|&&b| b != b' ').is_none_or(|&b| b == b'\n' || b == b'\r');
    let start = at - 2;
    let line = bytes[from..start].trim_ascii();
    let glued = bytes[..start].last().is_some_and(|b| !b.is_ascii_whitespace() && *b != b'-');
    let closes = line.is_empty()
        || glued
        || matches!(line.last(), Some(b'.' | b'!' | b'?' | b'"' | b']' | b'}' | b';' | b'/' | 0x80..));
    let slashes = if line.ends_with(b"//") { 2 } else { 0 };
    // At the beginning of a line it points, unless a word is glued to it.
    let glued_after = line.is_empty() && bytes.get(at + 1).is_some_and(u8::is_ascii_uppercase);
    (ends && closes || glued_after).then_some((start - slashes.min(start - from)..at + 1, "markup/comment-end"))
}

/// `strong>`, `/p>`: the end of a tag that begins at a word.
fn element_end(bytes: &[u8], from: usize, at: usize) -> Option<(Range<usize>, &'static str)> {
    static NAMES: &[&[u8]] = &[
        b"blockquote", b"br", b"div", b"em", b"figcaption", b"h1", b"h2", b"h3", b"h4", b"h5",
        b"h6", b"li", b"ol", b"span", b"strong", b"tbody", b"td", b"tr", b"ul",
    ];
    let name_len = bytes[from..at].iter().rev().take_while(|b| b.is_ascii_alphanumeric()).count();
    let name = &bytes[at - name_len..at];
    let start = at - name_len;
    let closes = start > from && bytes[start - 1] == b'/';
    let start = start - usize::from(closes);
    let before = bytes[from..start].last().copied();
    let after = bytes.get(at + 1).copied();
    let known = if closes { html::element(name).is_some() } else { NAMES.contains(&name) };
    let long = matches!(name, b"blockquote" | b"figcaption" | b"strong");
    // `</` was cut at a line end or at the end of a sentence: not within a path
    // of a menu, nor in a selector.
    let apart = before.is_none_or(|b| b == b' ' || ((closes || long) && matches!(b, b'.' | b'!' | b'?' | b'"')));
    let starts = after.is_none_or(|b| b.is_ascii_uppercase() || b.is_ascii_whitespace() || b == b'"' || b == 0xE2);
    let next = bytes[at + 1..].iter().find(|&&b| b != b' ');
    let prose_next = next.is_none_or(|b| b.is_ascii_uppercase() || matches!(*b, b'\n' | b'"' | 0xE2));
    (known && apart && starts && prose_next && memchr(b'>', &bytes[from..start]).is_none())
        .then_some((start..at + 1, "markup/cut-off-tag"))
}

/// Reads attributes backwards from `end`; gives where the first one begins
/// and how many there are.
fn attributes(bytes: &[u8], from: usize, end: usize) -> (usize, usize) {
    let (mut start, mut count) = (end, 0);
    while let Some(at) = attribute_before(bytes, from, start) {
        start = at;
        count += 1;
        let trimmed = bytes[from..start].trim_ascii_end().len();
        if from + trimmed == start {
            break;
        }
        start = from + trimmed;
    }
    (start, count)
}

/// Where the attribute begins that ends at `end`.
fn attribute_before(bytes: &[u8], from: usize, end: usize) -> Option<usize> {
    let value_end = end;
    let value_start = match bytes[from..end].last()? {
        &q @ (b'"' | b'\'') => {
            let inside = &bytes[from..end - 1];
            let open = memrchr3(q, b'<', b'>', inside)?;
            if inside[open] != q {
                return None;
            }
            from + open
        }
        _ => {
            let value = bytes[from..value_end].iter().rposition(|&b| b == b'=' || b.is_ascii_whitespace())?;
            if bytes[from + value] != b'=' || from + value + 1 == value_end {
                return None;
            }
            if bytes[from + value + 1] == b'{' {
                return None;
            }
            from + value + 1
        }
    };
    let eq = bytes[from..value_start].trim_ascii_end();
    let name_end = eq.strip_suffix(b"=")?.trim_ascii_end();
    let is_name = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b':' | b'_');
    let name_len = name_end.iter().rev().take_while(|b| is_name(b)).count();
    let start = from + name_end.len() - name_len;
    let name = &bytes[start..start + name_len];
    let apart = bytes[from..start].last().is_none_or(|b| b.is_ascii_whitespace() || matches!(b, b'"' | b'\''));
    (html::is_attribute(name) && apart).then_some(start)
}

/// The length of the quote that ended the value before the first attribute.
fn left_over_quote(bytes: &[u8], from: usize, start: usize, quotes: &mut Quotes<'_>) -> usize {
    let end = from + bytes[from..start].trim_ascii_end().len();
    match quote_before(bytes, end).filter(|len| end - len >= from) {
        Some(len) if is_extra(bytes, from, end - len, quotes) => start - (end - len),
        _ => 0,
    }
}

/// Whether the quote at `at` closes nothing that a quote opened.
fn is_extra(bytes: &[u8], from: usize, at: usize, quotes: &mut Quotes<'_>) -> bool {
    // A quote before it has closed what there was to close.
    let second = at == from || quote_before(bytes, at).is_some();
    quotes.is_extra(at) || second
}

/// The length of the closing quote that ends at `end`.
fn quote_before(bytes: &[u8], end: usize) -> Option<usize> {
    match bytes[..end] {
        [.., b'"'] => Some(1),
        [.., 0xE2, 0x80, 0x9D] | [.., 0xE2, 0x80, 0xB3] => Some(3),
        _ => None,
    }
}

/// How many closing quotes of a line have no partner, counted once a line.
struct Quotes<'t> {
    text: &'t str,
    line: Range<usize>,
    straight: isize,
    curly: isize,
}

impl<'t> Quotes<'t> {
    fn new(text: &'t str) -> Self {
        Self { text, line: 0..0, straight: 0, curly: 0 }
    }

    /// Whether the closing quote at `at` has no partner in its line. Each
    /// answer of yes uses one up.
    fn is_extra(&mut self, at: usize) -> bool {
        if !self.line.contains(&at) {
            self.count(at);
        }
        let straight = self.text.as_bytes()[at] == b'"';
        let extra = if straight { &mut self.straight } else { &mut self.curly };
        *extra -= 1;
        *extra >= 0
    }

    fn count(&mut self, at: usize) {
        let bytes = self.text.as_bytes();
        let floor = self.line.end.min(at);
        let start = memrchr(b'\n', &bytes[floor..at]).map_or(floor, |n| floor + n + 1);
        let end = memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |n| at + n);
        let line = &bytes[start..end];
        let closes = |n: usize| {
            let opens = n.checked_sub(1).is_none_or(|i| {
                line[i].is_ascii_whitespace() || matches!(line[i], b'(' | b'[' | b'=' | b'-' | b'\'' | b'>')
            });
            let word = line.get(n + 1).is_some_and(|b| !b.is_ascii_whitespace() && *b != b'>' && *b != b'/');
            if opens && word { -1 } else { 1 }
        };
        let count = |quote: &str| memmem::find_iter(line, quote.as_bytes()).count().cast_signed();
        self.straight = memchr_iter(b'"', line).map(closes).sum();
        self.curly = count("\u{201D}") - count("\u{201C}");
        self.line = start..end;
    }
}
