//! The pass `whitespace`: runs of spaces, trailing spaces, blank lines, hard wraps.

mod layout;
mod runs;
mod wraps;

use self::layout::Layout;
use self::runs::Run;
use self::wraps::{Elsewhere, Joint, Wraps};
use super::spare_code;
use crate::text::Line;
use crate::text::places;
use crate::text::survey::Signs;
use crate::{Document, Edits, Pass};

/// Finds white space that means nothing: runs of spaces, spaces at the end of
/// a line, blank lines after blank lines, line ends in the middle of a
/// sentence.
///
/// # What it changes
///
/// * `whitespace/run`: spaces, tabs and no-break spaces in a row between two
///   words become one space.
/// * `whitespace/tab`: a single tab in a line of prose becomes a space.
/// * `whitespace/trailing`: white space at the end of a line goes.
/// * `whitespace/leading`: a single stray space before a line of prose goes,
///   and white space at the start of the text.
/// * `whitespace/blank-lines`: blank lines in a row become one; blank lines
///   at the start and at the end of the text go. The line end of the last
///   line stays.
/// * `whitespace/hard-wrap`: in a text whose lines were all filled up to one
///   width, the lines of a paragraph are joined.
/// * `whitespace/broken-word`: a word that a hyphen breaks at the end of a
///   line is joined, if the whole word is in the lexicon or elsewhere in the
///   text.
///
/// # Why
///
/// White space of a page's source has no meaning to its reader, but it comes
/// along when the text is cut out: line ends and indentation of the source,
/// no-break spaces that held a layout together, empty paragraphs. It makes
/// equal texts differ and breaks sentences apart for whatever reads the text
/// next.
///
/// # Leaves alone
///
/// * Indentation: of code, lists, verse, quotations.
/// * Fenced blocks and what stands between backticks, to the last space.
/// * Other code, tables (`|`, columns that stand one below the other, tabs between
///   short fields), drawings made of characters, rows of link labels.
/// * The gap between the sign of a list item or a quotation and its text.
/// * Two spaces between sentences, if the whole text is typed that way.
/// * A no-break space that French marks want; the wide gap between Thai
///   sentences; ideographic spaces.
/// * Line ends, unless all of the text is filled to one width. Lines are
///   often items, and verse is verse. The ends of indented lines and of code.
/// * A hyphen at the end of a line, if nothing shows what the whole word is.
///
/// # Example
///
/// ```
/// use copydesk::{Pass, passes::Whitespace};
///
/// let raw = "The ferry  left at noon. \n\n\n\nNobody who lived there\twas on board.\n";
/// let clean = "The ferry left at noon.\n\nNobody who lived there was on board.\n";
/// assert_eq!(Whitespace::default().clean(raw), clean);
/// ```
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Whitespace {}

impl Pass for Whitespace {
    fn name(&self) -> &'static str {
        "whitespace"
    }

    fn takes_sections(&self) -> bool {
        true
    }

    fn find_edits(&self, doc: &Document<'_>, edits: &mut Edits) {
        let before = edits.len();
        let survey = doc.survey();
        let wraps = if survey.joints() < wraps::MIN_PAIRS { None } else { Wraps::of(doc) };
        let everywhere = wraps.is_some() || survey.has(SUSPECT) || has_edge(doc.text());
        if !everywhere && survey.loose().is_empty() {
            return;
        }
        let layout = Layout::new(doc);
        let places = [survey.loose(), survey.odd()];
        let elsewhere = Elsewhere::default();
        Look { doc, layout, wraps, everywhere, places, elsewhere, edits: &mut *edits }.text();
        spare_code::drop_edits(doc, before, edits);
    }
}

/// Where there may be anything to do but joining lines, besides loose white
/// space: blank lines, a hyphen at the end of a line.
const SUSPECT: Signs = Signs::BLANK_LINES.and(Signs::LINE_HYPHEN);

/// Whether there is white space at the start or the end of the text; one
/// newline at the end is as it should be.
fn has_edge(text: &str) -> bool {
    let body = text.strip_suffix('\n').unwrap_or(text);
    let edge = |c: char| c == '\n' || is_blank(c);
    body.starts_with(edge) || body.ends_with(edge)
}

/// White space within a line. Not the ideographic space: it has a width that
/// is meant.
fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}')
}

/// The line without white space at its end.
fn trimmed<'a>(line: &Line<'a>) -> &'a str {
    line.text().trim_end()
}

/// The look at one text.
struct Look<'a, 'e> {
    doc: &'e Document<'a>,
    layout: Layout<'e, 'a>,
    wraps: Option<Wraps>,
    /// Whether there may be something to do where there is no loose white space.
    everywhere: bool,
    /// Lists of places of which each run of white space has one, of those that
    /// were not looked at.
    places: [&'e [u32]; 2],
    elsewhere: Elsewhere<'a>,
    edits: &'e mut Edits,
}

impl<'a> Look<'a, '_> {
    fn text(&mut self) {
        let mut lines = self.doc.full_lines();
        let Some(first) = lines.next() else {
            let len = self.doc.text().len();
            return self.edits.delete(0..len, "whitespace/blank-lines");
        };
        if first.start() > 0 {
            self.edits.delete(0..first.start(), "whitespace/blank-lines");
        }
        let (mut before, mut line) = (None, first);
        let mut joined = false;
        loop {
            let after = lines.next();
            if joined || self.is_loose(&line, after.as_ref()) {
                joined = self.line(before.as_ref(), &line, after.as_ref(), joined);
            }
            let Some(next) = after else { break };
            (before, line) = (Some(line), next);
        }
        let end = line.start() + trimmed(&line).len();
        if end < line.range().end {
            self.edits.delete(end..line.range().end, "whitespace/trailing");
        }
        if line.next_start() < self.doc.text().len() {
            self.edits.delete(line.next_start()..self.doc.text().len(), "whitespace/blank-lines");
        }
    }

    /// Whether there may be anything to do in a line or between it and the next one
    /// that is not blank.
    fn is_loose(&mut self, line: &Line<'a>, after: Option<&Line<'a>>) -> bool {
        // A blank at its start stands behind a line end that counts as loose.
        let from = line.start().saturating_sub(1);
        let end = after.map_or(self.doc.text().len(), |after| after.start());
        self.everywhere || places::first_from(&mut self.places, from).is_some_and(|at| at < end)
    }

    /// Looks at a line between its neighbours that are not blank, and at the gap
    /// behind it; says whether it is joined with the next.
    fn line(
        &mut self,
        before: Option<&Line<'a>>,
        line: &Line<'a>,
        after: Option<&Line<'a>>,
        joined: bool,
    ) -> bool {
        let joint = after
            .and_then(|after| wraps::joint(self.doc, self.wraps, line, after, &self.elsewhere));
        self.inside(before, line, after, joined);
        if let Some(next) = after {
            let end = line.start() + trimmed(line).len();
            match joint {
                Some(joint) => self.join(joint, end, next),
                None => self.between(end, line, next),
            }
        }
        joint.is_some()
    }

    /// Looks at the start and the inside of a line between its neighbours
    /// that are not blank.
    fn inside(
        &mut self,
        before: Option<&Line<'a>>,
        line: &Line<'a>,
        after: Option<&Line<'a>>,
        joined: bool,
    ) {
        let body = trimmed(line);
        let indent = body.len() - body.trim_start_matches(is_blank).len();
        if indent > 0 && !joined && self.layout.is_stray_indent(before, line, after, indent) {
            self.edits.delete(line.start()..line.start() + indent, "whitespace/leading");
        }
        let (start, body) = (line.start() + indent, &body[indent..]);
        if places::first_from(&mut self.places, start).is_none_or(|at| at >= start + body.len()) {
            return;
        }
        let mut runs = runs::find(body, start, self.places).peekable();
        if runs.peek().is_some() && !layout::is_laid_out(before, line, after) {
            self.runs(start, runs);
        }
    }

    /// Runs of spaces within what begins at `start`.
    fn runs(&mut self, start: usize, runs: impl Iterator<Item = Run>) {
        for run in runs {
            let at = start + run.range.start..start + run.range.end;
            if !(run.follows_stop && self.layout.is_typed_with_two_spaces()) {
                self.edits.replace(at, run.instead, run.rule);
            }
        }
    }

    /// The gap between two lines that stay two.
    fn between(&mut self, end: usize, line: &Line<'a>, next: &Line<'a>) {
        if end < line.range().end {
            self.edits.delete(end..line.range().end, "whitespace/trailing");
        }
        let mut blank = self.doc.text()[line.next_start()..next.start()].split_inclusive('\n');
        let Some(one) = blank.next() else { return };
        let content = one.trim_end_matches(['\r', '\n']);
        if !content.is_empty() {
            self.edits.delete(
                line.next_start()..line.next_start() + content.len(),
                "whitespace/trailing",
            );
        }
        let rest = line.next_start() + one.len();
        if rest < next.start() {
            self.edits.delete(rest..next.start(), "whitespace/blank-lines");
        }
    }

    /// Joins a line that ends at `end` with the next.
    fn join(&mut self, joint: Joint, end: usize, next: &Line<'a>) {
        let start =
            next.start() + (next.text().len() - next.text().trim_start_matches(is_blank).len());
        match joint {
            Joint::Space => self.edits.replace(end..start, " ", "whitespace/hard-wrap"),
            Joint::Hyphen => self.edits.delete(end..start, "whitespace/hard-wrap"),
            Joint::Word => self.edits.delete(end - 1..start, "whitespace/broken-word"),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::Buffers;

    /// Looks at every line, whatever the survey says.
    fn slow(text: &str) -> Edits {
        let (buffers, mut edits) = (Buffers::default(), Edits::default());
        let doc = &Document::new(text, &buffers);
        let (layout, wraps, elsewhere) = (Layout::new(doc), Wraps::of(doc), Elsewhere::default());
        // As if a run might be everywhere.
        let all: Vec<u32> = text.char_indices().map(|(at, _)| at as u32).collect();
        let places = [all.as_slice(), &[]];
        let everywhere = true;
        Look { doc, layout, wraps, everywhere, places, elsewhere, edits: &mut edits }.text();
        edits
    }

    fn fast(text: &str) -> Edits {
        let (buffers, mut edits) = (Buffers::default(), Edits::default());
        Whitespace::default().find_edits(&Document::new(text, &buffers), &mut edits);
        edits
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn what_is_passed_over_has_nothing(parts in prop::collection::vec(prop_oneof![
            6 => prop::sample::select(&["a", "letter", "thirty", "extraordinarily", "no"][..]),
            3 => prop::sample::select(&[" ", "\n", ", ", ". ", " the ", "\n\n"][..]),
            1 => prop::sample::select(&["  ", "\t", "\r\n", "-\n", "\n ", " \n", "\n\n\n"][..]),
            1 => prop::sample::select(&["\u{a0}", "\u{a0}\u{a0}", " \u{a0}", "à", "é"][..]),
        ], 1..60)) {
            let text = parts.concat();
            // A single line end, or nothing, stays.
            if !text.trim().is_empty() {
                prop_assert_eq!(format!("{:?}", fast(&text)), format!("{:?}", slow(&text)));
            }
        }
    }
}
