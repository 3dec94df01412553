//! What tells a document that shows markup from one into which it leaked.
//!
//! Both hold tags and references. A tutorial also fences its code, puts it
//! between backticks, and speaks of tags, elements and entities; that is what
//! is looked for here.

use std::ops::Range;

use memchr::{memchr, memchr2, memchr3, memrchr};
use once_cell::unsync::OnceCell;

use crate::Document;
use crate::buffers::Lent;

/// The longest code between backticks within a line, in bytes.
const MAX_INLINE: usize = 400;

/// Words of those who write about markup and code. One of them says little.
static TOPIC: &[&str] = &[
    "ajax",
    "angular",
    "api",
    "attribute",
    "attributes",
    "browser",
    "browsers",
    "code",
    "codes",
    "compiler",
    "component",
    "components",
    "css",
    "css3",
    "div",
    "divs",
    "django",
    "dom",
    "element",
    "elements",
    "entities",
    "entity",
    "escape",
    "escaped",
    "escaping",
    "frontend",
    "href",
    "html",
    "html4",
    "html5",
    "iframe",
    "javascript",
    "jinja",
    "jquery",
    "js",
    "json",
    "jsx",
    "latex",
    "liquid",
    "markdown",
    "markup",
    "parser",
    "php",
    "plugin",
    "python",
    "react",
    "regex",
    "render",
    "renders",
    "script",
    "scripts",
    "shortcode",
    "shortcodes",
    "snippet",
    "snippets",
    "source",
    "stylesheet",
    "svg",
    "syntax",
    "tag",
    "tags",
    "template",
    "templates",
    "unicode",
    "variable",
    "variables",
    "vue",
    "xhtml",
    "xml",
    "xpath",
    "xslt",
    "yaml",
];

/// Words that name references and what they are for.
static ESCAPING: &[&str] = &[
    "ampersand",
    "ampersands",
    "codepoint",
    "encode",
    "encoded",
    "encodes",
    "encoding",
    "entities",
    "entity",
    "escape",
    "escaped",
    "escapes",
    "escaping",
    "html",
    "unescape",
    "unescaped",
];

/// Words that name tags and what they are for.
static TAGS: &[&str] = &[
    "css",
    "html",
    "html4",
    "html5",
    "javascript",
    "jinja",
    "jquery",
    "jsx",
    "markup",
    "php",
    "shortcode",
    "shortcodes",
    "svg",
    "tag",
    "tags",
    "template",
    "templates",
    "xhtml",
    "xml",
];

/// The code in a document, and how much the document is about code: worked out
/// when the first candidate asks.
pub(crate) struct Shown<'d, 'b> {
    doc: &'d Document<'b>,
    read: OnceCell<Read<'b>>,
}

struct Read<'b> {
    // Fenced blocks and inline code, in order.
    code: Lent<'b, Vec<Range<usize>>>,
    // Whether some of that code holds an angle bracket or an ampersand.
    code_holds_markup: bool,
    topic_words: usize,
    words: usize,
}

impl<'d, 'b> Shown<'d, 'b> {
    /// The code in this document.
    pub(crate) fn of(doc: &'d Document<'b>) -> Self {
        Self { doc, read: OnceCell::new() }
    }

    /// Whether this byte lies in code.
    pub(crate) fn is_code(&self, at: usize) -> bool {
        let code = &self.read().code;
        let next = code.partition_point(|r| r.end <= at);
        code.get(next).is_some_and(|r| r.start <= at)
    }

    /// Whether the document writes about markup or code: it shows markup in
    /// its code, or a good part of its words are of the trade.
    pub(crate) fn is_about_markup(&self) -> bool {
        let read = self.read();
        read.code_holds_markup || (read.topic_words >= 4 && read.topic_words * 40 >= read.words)
    }

    /// Whether it has some words of the trade.
    pub(crate) fn mentions_code(&self) -> bool {
        let read = self.read();
        read.topic_words >= 3 && read.topic_words * 150 >= read.words
    }

    /// Whether it has a word of the trade at all.
    pub(crate) fn mentions_markup(&self) -> bool {
        self.read().topic_words > 0
    }

    fn read(&self) -> &Read<'b> {
        self.read.get_or_init(|| {
            let text = self.doc.text().as_bytes();
            let mut code = self.doc.lend::<Vec<Range<usize>>>();
            find_code(self.doc, &mut code);
            let holds_markup = |r: &Range<usize>| memchr2(b'<', b'&', &text[r.clone()]).is_some();
            let code_holds_markup = code.iter().any(holds_markup);
            let (mut topic_words, mut words) = (0, 0);
            for word in Words::of(text) {
                words += 1;
                topic_words += usize::from(is_in(TOPIC, word));
            }
            Read { code, code_holds_markup, topic_words, words }
        })
    }
}

/// Whether a stretch of text speaks of references and escaping.
pub(crate) fn speaks_of_escaping(bytes: &[u8]) -> bool {
    Words::of(bytes).any(|word| is_in(ESCAPING, word))
}

/// Whether a stretch of text speaks of ampersands or of entities.
pub(crate) fn names_ampersand(bytes: &[u8]) -> bool {
    let names: [&[u8]; 4] = [b"ampersand", b"ampersands", b"entity", b"entities"];
    Words::of(bytes).any(|word| names.iter().any(|name| name.eq_ignore_ascii_case(word)))
}

/// Whether a stretch of text speaks of tags.
pub(crate) fn speaks_of_tags(bytes: &[u8]) -> bool {
    Words::of(bytes).any(|word| is_in(TAGS, word))
}

fn is_in(list: &[&str], word: &[u8]) -> bool {
    word.len() >= 2
        && word.len() <= 12
        && list.binary_search_by(|w| w.bytes().cmp(word.iter().map(u8::to_ascii_lowercase))).is_ok()
}

/// The words of a text, of ASCII letters and digits; not those in tags, and not
/// the parts of addresses and names.
struct Words<'t> {
    bytes: &'t [u8],
    at: usize,
}

impl<'t> Words<'t> {
    fn of(bytes: &'t [u8]) -> Self {
        Self { bytes, at: 0 }
    }
}

impl<'t> Iterator for Words<'t> {
    type Item = &'t [u8];

    fn next(&mut self) -> Option<&'t [u8]> {
        loop {
            let rest = &self.bytes[self.at..];
            let start = rest.iter().position(|b| b.is_ascii_alphanumeric() || *b == b'<')?;
            let start = self.at + start;
            let rest = &self.bytes[start..];
            if let [b'<', inside @ ..] = rest {
                // Up to the end of the tag, if it is one.
                let is_tag = inside.first().is_some_and(|b| b.is_ascii_alphabetic() || *b == b'/');
                let end = memchr3(b'>', b'<', b'\n', inside).filter(|_| is_tag);
                self.at = start + 1 + end.unwrap_or(0);
                continue;
            }
            let len = rest.iter().position(|b| !b.is_ascii_alphanumeric()).unwrap_or(rest.len());
            self.at = start + len;
            let glued = start > 0 && b"./\\-_=&#@:%?".contains(&self.bytes[start - 1]);
            if !glued {
                return Some(&rest[..len]);
            }
        }
    }
}

/// Finds fenced blocks and code between backticks.
fn find_code(doc: &Document<'_>, code: &mut Vec<Range<usize>>) {
    let bytes = doc.text().as_bytes();
    if memchr3(b'`', b'~', b'`', bytes).is_none() {
        return;
    }
    let mut fence: Option<(u8, usize)> = None;
    for line in doc.lines() {
        let mark = fence_mark(line.text.as_bytes());
        match (fence, mark) {
            (Some((open, start)), Some(close)) if open == close => {
                code.push(start..line.next);
                fence = None;
            }
            (None, Some(open)) => fence = Some((open, line.start)),
            (Some(_), _) => {}
            (None, None) => inline_code(line.text.as_bytes(), line.start, code),
        }
    }
    if let Some((_, start)) = fence {
        code.push(start..bytes.len());
    }
}

fn fence_mark(line: &[u8]) -> Option<u8> {
    let line = line.trim_ascii_start();
    [b'`', b'~'].into_iter().find(|&m| line.starts_with(&[m, m, m]))
}

fn inline_code(line: &[u8], start: usize, code: &mut Vec<Range<usize>>) {
    let run = |at: usize| line[at..].iter().take_while(|&&b| b == b'`').count();
    let mut at = 0;
    while let Some(open) = memchr(b'`', &line[at..]).map(|n| at + n) {
        let inside = open + run(open);
        let window = &line[inside..line.len().min(inside + MAX_INLINE)];
        at = inside;
        // As many backticks close as opened, and no space stands inside them:
        // two of them before a word are a quotation mark.
        if let Some(len) = memchr(b'`', window).filter(|&len| len > 0) {
            let close = inside + len;
            let end = close + run(close);
            let spaced = line[inside] == b' ' || line[close - 1] == b' ';
            if end - close == inside - open && !spaced {
                code.push(start + open..start + end);
                at = end;
            }
        }
    }
}

/// Whether the white-space-free token around this byte is an address or a
/// part of one; only what stands before it in the token is looked at.
pub(crate) fn is_in_address(text: &[u8], at: usize) -> bool {
    let from = at.saturating_sub(256);
    let before = &text[from..at];
    let start = before
        .iter()
        .rposition(|b| b.is_ascii_whitespace() || matches!(b, b'"' | b'<' | b'>'))
        .map_or(0, |n| n + 1);
    let token = &before[start..];
    let has = |part: &[u8]| token.windows(part.len()).any(|w| w == part);
    has(b"://")
        || has(b"www.")
        || memchr(b'?', token).is_some_and(|mark| memchr(b'=', &token[mark..]).is_some())
        || memrchr(b'/', token).is_some_and(|_| memchr2(b'.', b'?', token).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Buffers;

    #[test]
    fn the_lists_are_sorted() {
        assert!([TOPIC, ESCAPING, TAGS].iter().all(|list| list.is_sorted()));
    }

    #[test]
    fn code_is_found_in_fences_and_backticks() {
        let text = "Use `a1` or ``b1`` for d1 ` d2.\n\n```\nc1\n```\n``d3'' and ``d4''\n~~~\nc2";
        let buffers = Buffers::default();
        let doc = Document::new(text, &buffers);
        let shown = Shown::of(&doc);
        for (word, code) in [
            ("a1", true),
            ("b1", true),
            ("c1", true),
            ("c2", true),
            ("d1", false),
            ("d2", false),
            ("d3", false),
            ("d4", false),
        ] {
            assert_eq!(shown.is_code(text.find(word).unwrap()), code, "{word}");
        }
    }

    #[test]
    fn words_of_tags_and_addresses_do_not_count() {
        let text = b"<script src=\"html.html\"></script> https://a.example/tags.html a_tag #tag";
        assert!(!speaks_of_tags(text));
        assert!(speaks_of_tags(b"two TAGS of 3 < 4"));
    }

    #[test]
    fn an_address_is_known_by_what_stands_before() {
        for (text, expected) in [
            ("see http://a.example/?b=1&copy=2", true),
            ("index.php?a=1&copy=2", true),
            ("/cgi/x.pl?a&copy=2", true),
            ("either/or &copy", false),
            ("AT&amp;T", false),
        ] {
            let at = text.find('&').unwrap();
            assert_eq!(is_in_address(text.as_bytes(), at), expected, "{text}");
        }
    }
}
