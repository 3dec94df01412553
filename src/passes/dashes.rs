//! The pass `dashes`: hyphens that stand for dashes, or dashes in ASCII.

use super::spare_code;
use crate::text::Line;
use crate::{Document, Edits, Pass};

/// More dashes than this in a line make a menu, a path or a table of it.
const MOST_SPACED: usize = 2;

/// Makes dashes of hyphens that stand for them, or the other way round. Opt-in.
///
/// # What it changes
///
/// By default:
///
/// * `dashes/double`: `night--and` and `night -- and` become `night—and` and
///   `night – and`; three hyphens likewise.
/// * `dashes/spaced`: `night - and` becomes `night – and`.
///
/// With [`plain`](Self::plain):
///
/// * `dashes/plain`: `—` becomes `--`, and `– ‒ ― − ‐ ‑` become `-`.
///
/// # Why
///
/// Keyboards have no dash. A hyphen between spaces is taken for a part of a
/// word or a minus by programs that split words.
///
/// # Leaves alone
///
/// * Hyphens in words, ranges and numbers, the minus of a formula: `5 - 3`.
/// * Options of commands: `--help`; the signs of lists, of signatures (`-- `) and
///   of comments; lines of hyphens; code, tables and markup; fenced blocks;
///   what stands between backticks.
/// * Lines with three or more hyphens between spaces: menus, paths of a site,
///   lists in one line.
/// * Dashes that are there already.
///
/// # Example
///
/// ```
/// use copydesk::{Pass, passes::Dashes};
///
/// let raw = "It was late -- too late - and they left--all of them.";
/// let clean = "It was late – too late – and they left—all of them.";
/// assert_eq!(Dashes::default().clean(raw), clean);
/// ```
///
/// # Options
///
/// ```
/// use copydesk::{Pass, passes::Dashes};
///
/// assert_eq!(Dashes::default().em().clean("late - too late"), "late—too late");
/// assert_eq!(Dashes::plain().clean("late — too late, 1990–1995"), "late -- too late, 1990-1995");
/// ```
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Dashes {
    style: Style,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Style {
    #[default]
    AsSpaced,
    Em,
    Plain,
}

impl Dashes {
    /// Makes all of them `—`, without spaces.
    #[must_use]
    pub fn em(mut self) -> Self {
        self.style = Style::Em;
        self
    }

    /// Makes hyphens of dashes.
    #[must_use]
    pub fn plain() -> Self {
        Self { style: Style::Plain }
    }
}

impl Pass for Dashes {
    fn name(&self) -> &'static str {
        "dashes"
    }

    fn takes_sections(&self) -> bool {
        true
    }

    fn find_edits(&self, doc: &Document<'_>, edits: &mut Edits) {
        let before = edits.len();
        match self.style {
            Style::Plain => make_plain(doc.text(), edits),
            Style::AsSpaced | Style::Em => make_dashes(doc, self.style, edits),
        }
        spare_code::drop_edits(doc, before, edits);
    }
}

fn make_dashes(doc: &Document<'_>, style: Style, edits: &mut Edits) {
    if memchr::memchr(b'-', doc.text().as_bytes()).is_none() {
        return;
    }
    for line in doc.lines() {
        if memchr::memchr(b'-', line.text().as_bytes()).is_none() || is_code(&line) {
            continue;
        }
        let may_be_spaced = spaced(&line).count() <= MOST_SPACED;
        for run in runs(&line).filter(|run| run.stands_between(line.text())) {
            let spaced = run.len == 1;
            if spaced && !(run.is_spaced && may_be_spaced) {
                continue;
            }
            let rule = if spaced { "dashes/spaced" } else { "dashes/double" };
            let start = line.range().start + run.at;
            let end = start + run.len;
            match (run.is_spaced, style) {
                (true, Style::Em) => edits.replace(start - 1..end + 1, "—", rule),
                (true, _) => edits.replace(start..end, "–", rule),
                (false, _) => edits.replace(start..end, "—", rule),
            }
        }
    }
}

fn make_plain(text: &str, edits: &mut Edits) {
    for at in memchr::memchr_iter(0xe2, text.as_bytes()) {
        let with = match text[at..].chars().next() {
            Some('—') => "--",
            Some('–' | '‒' | '―' | '−' | '‐' | '‑') => "-",
            _ => continue,
        };
        edits.replace(at..at + 3, with, "dashes/plain");
    }
}

/// Hyphens in a row.
#[derive(Clone, Copy)]
struct Run {
    at: usize,
    len: usize,
    is_spaced: bool,
}

impl Run {
    /// Whether words stand on both sides, as those of a sentence.
    fn stands_between(&self, line: &str) -> bool {
        let (before, behind) = (&line[..self.at], &line[self.at + self.len..]);
        let sides = if self.is_spaced {
            before.strip_suffix(' ').zip(behind.strip_prefix(' '))
        } else {
            Some((before, behind))
        };
        let Some((before, behind)) = sides else { return false };
        let last = before.chars().next_back();
        let first = behind.chars().next();
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
        let is_end = |c: char| {
            c.is_alphabetic() || matches!(c, ')' | '"' | '”' | '’' | ',' | '!' | '?' | '.')
        };
        let is_start = |c: char| c.is_alphabetic() || matches!(c, '(' | '"' | '“' | '‘');
        let is_number = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        self.len <= 3
            && (is_letter(last) || is_letter(first))
            && (last.is_some_and(is_end) || is_number(last))
            && (first.is_some_and(is_start) || is_number(first))
            && (self.is_spaced || is_letter(last) && is_letter(first))
    }
}

/// The runs of hyphens of a line.
fn runs<'l>(line: &Line<'l>) -> impl Iterator<Item = Run> + use<'l> {
    let bytes = line.text().as_bytes();
    let mut end = 0;
    memchr::memchr_iter(b'-', bytes).filter_map(move |at| {
        if at < end {
            return None;
        }
        let len = bytes[at..].iter().take_while(|b| **b == b'-').count();
        end = at + len;
        let is_spaced = at > 0 && bytes[at - 1] == b' ' && bytes.get(end) == Some(&b' ');
        let is_free = at == 0 || bytes[at - 1] != b' ';
        let is_closed = is_free && bytes.get(end).is_some_and(|b| *b != b' ');
        (is_spaced || is_closed && len > 1).then_some(Run { at, len, is_spaced })
    })
}

fn spaced<'l>(line: &Line<'l>) -> impl Iterator<Item = Run> + use<'l> {
    runs(line).filter(|run| run.is_spaced && run.len == 1)
}

/// Whether the line is one of code, of a table or of markup.
fn is_code(line: &Line<'_>) -> bool {
    let bytes = line.text().as_bytes();
    memchr::memchr3(b'`', b'|', b'\\', bytes).is_some()
        || memchr::memchr3(b'{', b'=', b'<', bytes).is_some()
        || bytes.starts_with(b"    ")
        || bytes.starts_with(b"\t")
        || matches!(bytes, [b'$' | b'#' | b'>' | b'-', ..])
        || memchr::memmem::find(bytes, b" --")
            .is_some_and(|at| bytes.get(at + 3).is_some_and(|b| !b" -".contains(b)))
}
