//! Ends of tags whose beginning is lost: `”/>`, `" alt="…">`, `strong>`,
//! `-->`, `]]>`.

use std::iter::Peekable;
use std::mem;
use std::ops::Range;

use memchr::{memchr, memchr_iter, memchr2, memmem, memrchr, memrchr2, memrchr3};

use super::find::{Find, Gap};
use super::{Look, shows, tags};
use crate::data::html;

/// How far before `>` the tail of a tag may begin, in bytes.
const WINDOW: usize = 600;

/// Pushes the tails of tags that are cut off at their beginning.
pub(super) fn push(look: &Look<'_, '_>, finds: &mut Vec<Find>) {
    let text = look.text;
    let (mut quotes, mut comments) = (Quotes::new(text), Comments::new(text));
    // Where the last tail ended.
    let mut floor = 0;
    let mut near = 0;
    for at in look.all(b'>') {
        let closes_comment = comments.close(at);
        if closes_comment || tags::contains(&look.tags, &mut near, at) {
            continue;
        }
        let Some((range, rule)) = tail(text, at, floor, &mut quotes) else { continue };
        // Where markup is shown, only the tail that no markup has.
        let curly = text[range.clone()].starts_with('\u{201D}');
        if (curly || !look.shows()) && !look.shown.is_code(at) {
            floor = range.end;
            finds.push(Find { range, gap: Gap::Space, rule });
        }
    }
}

/// Looks back from the `>` at `at`; gives what to take out, and the rule.
fn tail(
    text: &str,
    at: usize,
    floor: usize,
    quotes: &mut Quotes<'_>,
) -> Option<(Range<usize>, &'static str)> {
    let bytes = text.as_bytes();
    let from = at.saturating_sub(WINDOW);
    let from = memrchr(b'\n', &bytes[from..at]).map_or(from, |n| from + n + 1);
    let before = &bytes[from..at];
    if before.ends_with(b"]]") {
        let index = memchr(b'[', before).is_some();
        return (!index).then_some((at - 2..at + 1, "markup/comment-end"));
    }
    if before.ends_with(b"--") {
        return comment_end(bytes, from, at).map(|range| (range, "markup/comment-end"));
    }
    let slash = before.ends_with(b"/");
    let end = from + before[..before.len() - usize::from(slash)].trim_ascii_end().len();
    let (start, attributes) = attributes(bytes, from, end);
    // A tag that begins here is no tail, whatever it is.
    let open = memrchr2(b'<', b'>', &bytes[from..start]).map(|n| from + n);
    if open.is_some_and(|n| bytes[n] == b'<' && !bytes[n + 1].is_ascii_whitespace()) {
        return None;
    }
    let start = if attributes > 0 {
        Some(start_of_tag(bytes, from, start, quotes))
    } else if quote_before(bytes, end).is_some() {
        after_quote(bytes, from..end, at, slash, quotes)
    } else if slash {
        after_slash(bytes, from..end, at)
    } else {
        return element_end(bytes, from, floor, at).map(|range| (range, "markup/cut-off-tag"));
    };
    start.map(|start| (start..at + 1, "markup/attribute-tail"))
}

/// Where the tail begins whose first whole attribute begins at `start`: before
/// it may stand the quote, and at the beginning of a line the rest, of a value.
fn start_of_tag(bytes: &[u8], from: usize, start: usize, quotes: &mut Quotes<'_>) -> usize {
    let end = from + bytes[from..start].trim_ascii_end().len();
    let quote = quote_before(bytes, end).filter(|len| end - len >= from);
    let quote = quote.filter(|len| is_extra(bytes, from, end - len, quotes));
    let start = quote.map_or(start, |len| end - len);
    let value = &bytes[from..start];
    let path = (from == 0 || bytes[from - 1] == b'\n')
        && memchr(b'/', value).is_some()
        && !value.iter().any(|b| b.is_ascii_whitespace() || *b == b'"');
    if path { from } else { start }
}

/// Where the tail begins that is no more than a quote, perhaps a slash, and
/// `>`. The quote stays if it closes a quotation.
fn after_quote(
    bytes: &[u8],
    line: Range<usize>,
    at: usize,
    slash: bool,
    quotes: &mut Quotes<'_>,
) -> Option<usize> {
    let Range { start: from, end } = line;
    let quote = end - quote_before(bytes, end)?;
    let ends = bytes.get(at + 1).is_none_or(u8::is_ascii_whitespace);
    let starts = bytes[at + 1..].iter().find(|&&b| b != b' ').is_none_or(|b| {
        b.is_ascii_uppercase()
            || b.is_ascii_whitespace()
            || matches!(b, b'"' | b'\'')
            || !b.is_ascii()
    });
    let code =
        matches!(bytes[from..quote].last(), Some(b'(' | b'=')) || is_value(&bytes[from..end]);
    if code || is_quoted(bytes, quote..at) || !(slash && ends || starts) {
        return None;
    }
    let spaced = quote > from && bytes[quote - 1] == b' ';
    let extra = is_extra(bytes, from, quote, quotes) || spaced;
    (extra || slash).then_some(if extra { quote } else { end })
}

/// Whether the angle behind the quote is spoken of: `set in by a ">"`.
fn is_quoted(bytes: &[u8], quote: Range<usize>) -> bool {
    quote.len() == 1
        && bytes.get(quote.end + 1) == Some(&b'"')
        && bytes[..quote.start].last().is_none_or(u8::is_ascii_whitespace)
}

/// Where the tail begins that is no more than `/>`.
fn after_slash(bytes: &[u8], line: Range<usize>, at: usize) -> Option<usize> {
    let before = &bytes[line.clone()];
    let prose = before.iter().any(u8::is_ascii_whitespace)
        && memchr2(b'=', b'{', before).is_none()
        && !shows::is_in_address(bytes, line.end);
    // Not one of a row of them.
    let ends = bytes.get(at + 1).is_none_or(u8::is_ascii_whitespace)
        && bytes[at + 1..].iter().find(|&&b| b != b' ') != Some(&b'/');
    let text = before
        .last()
        .is_some_and(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'!' | b'?' | b')'));
    (prose && ends && text).then_some(line.end)
}

/// Whether the quote at the end closes the value of an attribute, of XML say.
fn is_value(bytes: &[u8]) -> bool {
    let Some(inside) = bytes.strip_suffix(b"\"") else { return false };
    memrchr(b'"', inside).is_some_and(|open| inside[..open].ends_with(b"="))
}

/// The beginnings of comments, whose ends are no tails: those too of comments that are too
/// long to be taken out.
struct Comments<'t> {
    text: &'t [u8],
    opens: Peekable<memmem::FindIter<'t, 'static>>,
    is_open: bool,
}

impl<'t> Comments<'t> {
    fn new(text: &'t str) -> Self {
        let text = text.as_bytes();
        Self { text, opens: memmem::find_iter(text, "<!--").peekable(), is_open: false }
    }

    /// Whether the `>` at `at`, behind those asked for before, closes a comment.
    fn close(&mut self, at: usize) -> bool {
        if !self.text[..at].ends_with(b"--") {
            return false;
        }
        while self.opens.next_if(|&open| open < at).is_some() {
            self.is_open = true;
        }
        mem::take(&mut self.is_open)
    }
}

/// The end of a comment: `//-->`, `."-->`. An arrow stands between spaces.
fn comment_end(bytes: &[u8], from: usize, at: usize) -> Option<Range<usize>> {
    let start = at - 2;
    let line = bytes[from..start].trim_ascii();
    let next = bytes[at + 1..].iter().find(|&&b| b != b' ');
    let ends = next.is_none_or(|b| matches!(b, b'\r' | b'\n'));
    let glued = bytes[..start]
        .last()
        .is_some_and(|b| !b.is_ascii_whitespace() && !matches!(b, b'-' | b'>'));
    let marks = b".!?\"]};/";
    let closes = line.last().is_none_or(|b| marks.contains(b) || !b.is_ascii()) || glued;
    // At the beginning of a line it points, unless a word is glued to it.
    let glued_after = line.is_empty() && bytes.get(at + 1).is_some_and(u8::is_ascii_uppercase);
    let slashes = if line.ends_with(b"//") && glued { 2 } else { 0 };
    (ends && closes || glued_after).then_some(start - slashes..at + 1)
}

/// The end of a tag that begins at a word: `strong>`, `/p>`. It is no part of
/// a path through a menu, nor a selector.
fn element_end(bytes: &[u8], from: usize, floor: usize, at: usize) -> Option<Range<usize>> {
    let name_len = bytes[from..at].iter().rev().take_while(|b| b.is_ascii_alphanumeric()).count();
    let name = &bytes[at - name_len..at];
    let start = at - name_len;
    let closes = start > from && bytes[start - 1] == b'/';
    let start = start - usize::from(closes);
    let known = if closes { html::element(name).is_some() } else { NAMES.contains(&name) };
    if !known {
        return None;
    }
    let long = matches!(name, b"blockquote" | b"figcaption" | b"strong");
    let apart = bytes[from..start].last().is_none_or(|b| match b {
        b' ' => true,
        b'.' | b'!' | b'?' | b'"' => closes || long,
        _ => false,
    });
    let spaces = bytes[at + 1..].iter().take_while(|&&b| b == b' ').count();
    let prose = bytes.get(at + 1 + spaces).is_none_or(|b| {
        b.is_ascii_uppercase() || matches!(b, b'\r' | b'\n' | b'"') || !b.is_ascii()
    });
    (apart && prose && memchr(b'>', &bytes[from.max(floor).min(start)..start]).is_none())
        .then_some(start..at + 1)
}

/// Elements whose name, before `>`, is nothing else.
#[rustfmt::skip]
static NAMES: &[&[u8]] = &[
    b"blockquote", b"br", b"div", b"em", b"figcaption", b"h1", b"h2", b"h3", b"h4", b"h5", b"h6",
    b"li", b"ol", b"span", b"strong", b"tbody", b"td", b"tr", b"ul",
];

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
            let start = from + memrchr(b'=', &bytes[from..value_end])? + 1;
            let value = &bytes[start..value_end];
            let is_shown = matches!(value, [] | [b'{' | b'>', ..]);
            if is_shown || value.iter().any(u8::is_ascii_whitespace) {
                return None;
            }
            start
        }
    };
    let eq = bytes[from..value_start].trim_ascii_end();
    let name_end = eq.strip_suffix(b"=")?.trim_ascii_end();
    let is_name = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b':' | b'_');
    let name_len = name_end.iter().rev().take_while(|b| is_name(b)).count();
    let start = from + name_end.len() - name_len;
    let name = &bytes[start..start + name_len];
    let apart = bytes[from..start]
        .last()
        .is_none_or(|b| b.is_ascii_whitespace() || matches!(b, b'"' | b'\''));
    (html::is_attribute(name) && apart).then_some(start)
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
                line[i].is_ascii_whitespace()
                    || matches!(line[i], b'(' | b'[' | b'=' | b'-' | b'\'' | b'>')
            });
            let word = line
                .get(n + 1)
                .is_some_and(|b| !b.is_ascii_whitespace() && *b != b'>' && *b != b'/');
            if opens && word { -1 } else { 1 }
        };
        let count =
            |quote: &str| memmem::find_iter(line, quote.as_bytes()).fold(0, |n: isize, _| n + 1);
        self.straight = memchr_iter(b'"', line).map(closes).sum();
        self.curly = count("\u{201D}") - count("\u{201C}");
        self.line = start..end;
    }
}
