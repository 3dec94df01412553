//! The pass `quotes`: typographic quotation marks, or straight ones.

use super::spare_code;
use crate::text::Line;
use crate::{Document, Edits, Pass};

/// Makes quotation marks and apostrophes typographic, or straight. Opt-in.
///
/// # What it changes
///
/// By default, and with [`marks`](Self::marks), straight marks become
/// typographic:
///
/// * `quotes/double`: `"so"` becomes `“so”`, where the marks of a paragraph open
///   and close in turn.
/// * `quotes/single`: `'so'` becomes `‘so’`, likewise.
/// * `quotes/apostrophe`: `don't` becomes `don’t`, `'tis` `’tis`.
///
/// With [`straight`](Self::straight):
///
/// * `quotes/straight`: all of `“ ” „ ‟ ‘ ’ ‚ ‛` become `"` and `'`.
///
/// # Why
///
/// Texts of many sources have both kinds; programs that count words or look for
/// quotations want one.
///
/// # Leaves alone
///
/// * All marks of a paragraph in which they do not open and close in turn, or in
///   which one may do either: nobody knows which one is too many.
/// * Inches, feet, minutes and seconds: `6'2"`, `5"`.
/// * Code, markup and data: fenced blocks, lines with backquotes, or with marks that touch
///   `=`, `{`, `:`, `[` or a backslash.
/// * Guillemets `« »`, and marks that are typographic already.
///
/// # Example
///
/// ```
/// use copydesk::{Pass, passes::Quotes};
///
/// let raw = "\"Don't go,\" she said. \"It's 'closed'.\"";
/// let typographic = "“Don’t go,” she said. “It’s ‘closed’.”";
/// assert_eq!(Quotes::default().clean(raw), typographic);
/// assert_eq!(Quotes::straight().clean(typographic), raw);
/// ```
///
/// # Options
///
/// ```
/// use copydesk::{Pass, passes::Quotes};
///
/// let german = Quotes::default().marks(['„', '“'], ['‚', '‘']);
/// assert_eq!(german.clean("Sie sagte: \"Nein\"."), "Sie sagte: „Nein“.");
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Quotes {
    /// Opening and closing; none to make all straight.
    marks: Option<[[char; 2]; 2]>,
}

impl Default for Quotes {
    fn default() -> Self {
        Self { marks: Some([['“', '”'], ['‘', '’']]) }
    }
}

impl Quotes {
    /// Makes typographic marks straight.
    #[must_use]
    pub fn straight() -> Self {
        Self { marks: None }
    }

    /// Makes straight marks these: opening and closing, of quotations and of
    /// quotations in them. Apostrophes become `’`.
    #[must_use]
    pub fn marks(mut self, double: [char; 2], single: [char; 2]) -> Self {
        self.marks = Some([double, single]);
        self
    }
}

impl Pass for Quotes {
    fn name(&self) -> &'static str {
        "quotes"
    }

    fn takes_sections(&self) -> bool {
        true
    }

    fn find_edits(&self, doc: &Document<'_>, edits: &mut Edits) {
        let before = edits.len();
        match self.marks {
            Some(marks) => make_typographic(doc, marks, edits),
            None => straighten(doc.text(), edits),
        }
        spare_code::drop_edits(doc, before, edits);
    }
}

fn make_typographic(doc: &Document<'_>, marks: [[char; 2]; 2], edits: &mut Edits) {
    let mut found = doc.lend::<Vec<Mark>>();
    for line in doc.lines() {
        if memchr::memchr2(b'"', b'\'', line.text().as_bytes()).is_none() || is_code(&line) {
            continue;
        }
        found.clear();
        read(&line, &mut found);
        let pairs = [Role::Double, Role::Single].map(|role| is_paired(&found, role));
        for mark in found.iter() {
            let (with, rule) = match mark.role {
                Role::Apostrophe => ('’', "quotes/apostrophe"),
                Role::Double if pairs[0] => (marks[0][mark.side as usize], "quotes/double"),
                Role::Single if pairs[1] => (marks[1][mark.side as usize], "quotes/single"),
                _ => continue,
            };
            edits.replace(mark.at..mark.at + 1, with.encode_utf8(&mut [0; 4]), rule);
        }
    }
}

fn straighten(text: &str, edits: &mut Edits) {
    // The marks begin with these two bytes, and a byte of their own.
    for at in memchr::memmem::find_iter(text.as_bytes(), b"\xe2\x80") {
        let with = match text[at..].chars().next() {
            Some('“' | '”' | '„' | '‟') => "\"",
            Some('‘' | '’' | '‚' | '‛') => "'",
            _ => continue,
        };
        edits.replace(at..at + 3, with, "quotes/straight");
    }
}

/// A straight mark.
#[derive(Clone, Copy, Debug)]
struct Mark {
    at: usize,
    role: Role,
    side: Side,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Double,
    Single,
    Apostrophe,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Open,
    Close,
    Either,
}

/// The marks of a line that are not those of measures.
fn read(line: &Line<'_>, found: &mut Vec<Mark>) {
    let text = line.text();
    let start = line.range().start;
    // Whether the last mark opened a quotation: single, double.
    let mut open = [false; 2];
    for at in memchr::memchr2_iter(b'"', b'\'', text.as_bytes()) {
        let before = text[..at].chars().next_back();
        let behind = text[at + 1..].chars().next();
        let is_double = text.as_bytes()[at] == b'"';
        // A row of them is no mark of a text.
        if !is_double && [before, behind].contains(&Some('\'')) {
            continue;
        }
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let mut role = if is_double {
            Role::Double
        } else if is_letter(before) && is_letter(behind) && !is_digit(before)
            || is_digit(behind) && !is_letter(before)
            || !is_letter(before) && is_clipped(&text[at + 1..])
        {
            Role::Apostrophe
        } else {
            Role::Single
        };
        let opens =
            before.is_none_or(may_stand_before) && behind.is_some_and(|c| !c.is_whitespace());
        let closes =
            behind.is_none_or(may_stand_behind) && before.is_some_and(|c| !c.is_whitespace());
        let side = match (opens, closes) {
            (true, false) => Side::Open,
            (false, true) => Side::Close,
            _ => Side::Either,
        };
        // A measure, if no quotation is open that it could close.
        let is_open = open[usize::from(is_double)];
        if is_digit(before) && role != Role::Apostrophe && !is_open {
            continue;
        }
        if role == Role::Single && side == Side::Close && !is_open {
            // The apostrophe of what owns: "the dogs' bowls".
            role = Role::Apostrophe;
        }
        if role != Role::Apostrophe {
            open[usize::from(is_double)] = side == Side::Open;
        }
        found.push(Mark { at: start + at, role, side });
    }
}

fn is_digit(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_ascii_digit())
}

fn may_stand_before(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '(' | '[' | '—' | '–' | '-' | '/' | '"' | '\'' | '“' | '‘' | '„' | '‚' | '«')
}

fn may_stand_behind(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '.' | ','
                | ';'
                | ':'
                | '!'
                | '?'
                | ')'
                | ']'
                | '—'
                | '–'
                | '-'
                | '/'
                | '"'
                | '\''
                | '”'
                | '’'
                | '“'
                | '‘'
                | '»'
                | '…'
        )
}

/// Whether the text begins with what is left of a word that lost its beginning:
/// `'tis`.
fn is_clipped(text: &str) -> bool {
    let end = text.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(text.len());
    ["bout", "cause", "cuz", "em", "n", "neath", "round", "til", "till", "tis", "twas", "twere"]
        .iter()
        .any(|word| text[..end].eq_ignore_ascii_case(word))
        && !text[end..].starts_with('\'') | text[..end].eq_ignore_ascii_case("n")
}

/// Whether the marks open and close in turn.
fn is_paired(found: &[Mark], role: Role) -> bool {
    let mut is_open = false;
    for mark in found.iter().filter(|m| m.role == role) {
        if mark.side != if is_open { Side::Close } else { Side::Open } {
            return false;
        }
        is_open = !is_open;
    }
    !is_open
}

/// Whether the line is one of code, markup or data.
fn is_code(line: &Line<'_>) -> bool {
    let bytes = line.text().as_bytes();
    memchr::memchr2(b'`', b'\\', bytes).is_some()
        || memchr::memchr2_iter(b'"', b'\'', bytes).any(|at| {
            let before = at.checked_sub(1).map(|before| bytes[before]);
            let behind = bytes.get(at + 1);
            at > 1 && bytes[at - 2..at] == *b"= "
                || matches!(before, Some(b'=' | b'{' | b':' | b'[' | b'<' | b'>'))
                || matches!(behind, Some(b'=' | b'}' | b'>' | b'<' | b'['))
                || behind == Some(&b':') && bytes[at] == b'"' && before != Some(b' ')
        })
}
