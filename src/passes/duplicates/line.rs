//! Reading one line.

use super::folded::Folded;
use crate::passes::hashed;

/// A line that is not blank.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    /// In bytes of the text: where it begins, ends, and where the next begins.
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) next: u32,
    /// How many folded characters it has.
    pub(super) len: u32,
    /// A hash of them, and of the first 24.
    pub(super) hash: u64,
    pub(super) head: u64,
    /// How many words it has, up to three.
    pub(super) words: u16,
    /// It is a sentence or more.
    pub(super) prose: bool,
    /// It ends in an ellipsis, or in a link to the rest.
    pub(super) cut: bool,
    /// It is a row of a table.
    pub(super) row: bool,
    /// It is a list item, a labelled field or a turn of a dialogue, a question,
    /// a quotation.
    pub(super) item: bool,
    pub(super) turn: bool,
    pub(super) asks: bool,
    pub(super) quoted: bool,
    /// It ends in a colon.
    pub(super) leads_in: bool,
    /// The rule for which it goes.
    pub(super) rule: Option<&'static str>,
}

/// So many words of a line are counted: more make no difference.
const MANY_WORDS: usize = 3;
/// How many folded characters the head of a line has.
const HEAD_LEN: u32 = 24;

impl Line {
    pub(super) fn read(line: &crate::text::Line<'_>) -> Self {
        let text = line.text.trim_end();
        let mut hash = 0u64;
        let mut head = 0;
        let mut len = 0;
        Folded::new(text).for_each(|c| {
            hash = hashed::push(hash, u32::from(c));
            len += 1;
            if len == HEAD_LEN {
                head = hash;
            }
        });
        let words = text.split_ascii_whitespace().take(MANY_WORDS).count() as u16;
        let body = text.trim_end_matches(['"', '\'', ')', ']', '\u{201d}', '\u{2019}', '\u{bb}']);
        let ended = body.ends_with([
            '.', '!', '?', '\u{3002}', '\u{ff01}', '\u{ff1f}', '\u{61f}', '\u{964}', '\u{6d4}', ':',
        ]);
        let trimmed = text.trim_start();
        let bytes = trimmed.as_bytes();
        let first = trimmed.chars().next().unwrap_or(' ');
        Self {
            start: line.start as u32,
            end: (line.start + text.len()) as u32,
            next: line.next as u32,
            len,
            hash,
            head,
            words,
            prose: len >= 40 && (ended || len >= 100),
            cut: uncut(text).len() < text.len(),
            row: bytes.first() == Some(&b'|') || (bytes.contains(&b'\t') && !(ended && len >= 40)),
            item: matches!(first, '-' | '*' | '\u{2022}' | '\u{b7}' | '\u{25cf}' | '\u{2013}')
                || first.is_numeric(),
            turn: memchr::memchr(b':', &bytes[..bytes.len().min(32)]).is_some(),
            asks: body.ends_with(['?', '\u{ff1f}', '\u{61f}', ':']),
            quoted: matches!(first, '"' | '\u{201c}' | '\u{ab}' | '>' | '\u{201e}' | '\u{300c}'),
            leads_in: body.ends_with([':', '\u{ff1a}']),
            rule: None,
        }
    }

    /// The characters that count.
    pub(super) fn folded<'a>(&self, text: &'a str) -> Folded<'a> {
        Folded::new(self.text(text))
    }

    pub(super) fn text<'a>(&self, text: &'a str) -> &'a str {
        &text[self.start as usize..self.end as usize]
    }

    /// The line without the mark that it is cut off.
    pub(super) fn uncut<'a>(&self, text: &'a str) -> &'a str {
        uncut(self.text(text))
    }

    pub(super) fn uncut_len(&self, text: &str) -> usize {
        Folded::new(self.uncut(text)).count()
    }

    pub(super) fn is_headline(&self) -> bool {
        self.len >= 12 && self.len <= 200 && self.words >= 2 && !self.row
    }
}

/// A line without the ellipsis and the link that show it is cut off.
fn uncut(line: &str) -> &str {
    let body = line.trim_end_matches(is_edge);
    // A link needs an ellipsis before it, but for those that say it all.
    for (link, alone) in LINKS {
        let Some(at) = body.len().checked_sub(link.len()) else { continue };
        if body.get(at..).is_some_and(|end| end.eq_ignore_ascii_case(link)) {
            let before = body[..at].trim_end_matches(is_edge);
            let without = undotted(before);
            return if without.len() < before.len() || *alone { without } else { line };
        }
    }
    let without = undotted(body);
    if without.len() < body.len() { without } else { line }
}

/// A line without the ellipsis at its end.
fn undotted(body: &str) -> &str {
    let without = body.trim_end_matches(['.', '\u{2026}', '[', ']', '(', ')', ' ']);
    let dots = &body[without.len()..];
    if dots.contains('\u{2026}') || dots.contains("...") || dots.contains(". . .") {
        without
    } else {
        body
    }
}

/// Links to the rest, and whether they show without an ellipsis that a line
/// is cut off.
const LINKS: &[(&str, bool)] = &[
    ("read more", true),
    ("continue reading", true),
    ("read full article", true),
    ("read the full story", true),
    ("more", false),
    ("weiterlesen", true),
    ("mehr lesen", true),
    ("mehr", false),
    ("lire la suite", true),
    ("leer más", true),
    ("seguir leyendo", true),
    ("leggi tutto", true),
    ("leia mais", true),
    ("lees meer", true),
    ("czytaj więcej", true),
    ("читать далее", true),
    ("devamını oku", true),
];

fn is_edge(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{bb}' | '>' | '\u{203a}' | '\u{2192}' | '"' | '\u{201d}' | '|')
}
