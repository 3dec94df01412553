//! The pass `boilerplate`: lines that belong to the page and not to the article.

mod agencies;
mod blocks;
mod entries;
mod flags;
mod folded;
mod found;
mod judge;
mod kind;
mod layout;
mod licences;
mod line;
mod lists;
mod looks;
mod manuals;
mod model;
mod owned;
mod phrases;
mod places;
pub(crate) mod read_lines;
mod sieve;
mod spared;
mod stray;
mod surroundings;
mod taken;
mod titles;
mod weights;
mod wrapped;

pub use found::{BoilerplateLine, Fate};
pub use kind::BoilerplateKind;

use regex::Regex;

use self::folded::Folded;
use self::kind::Kinds;
use self::line::Line;
use self::phrases::{Found, Phrases};
use self::read_lines::ReadLines;
use super::removal::{self, Candidate};
use crate::{BuildError, Document, Edits, Lent, Pass, error};

/// Of longer texts, in bytes, what was read of the lines is kept across edits only if it
/// takes no more than [`MOST_KEPT`] times the text: of short lines it takes eighteen times
/// as much.
const LONGEST_KEPT: usize = 1 << 18;
const MOST_KEPT: usize = 2;

/// Finds lines that belong to the page and not to the article: comment
/// prompts, related links, share bars, newsletter and cookie notices, menus,
/// bylines, credits, copyright lines.
///
/// # What it changes
///
/// It deletes whole lines, and the blank lines that would be left as a hole.
/// The rule of each edit is `boilerplate/` and the name of the
/// [kind](BoilerplateKind) of line: `boilerplate/related`.
///
/// * A line that says nothing but what pages say ("Leave a Comment", "You may
///   also like"), in more than twenty languages, goes wherever it stands.
/// * A line that begins so, says so in part, or may be either (a section's
///   name, a teaser) goes if the lines around it are of the page: menus and
///   footers go as a whole, an article's subheading stays.
/// * A byline goes by its shape and its place: between the headline and the
///   copy.
/// * The name of an agency goes that stands alone below a paragraph, if neither this nor
///   the next line speaks of it.
/// * A date goes if it is the only one and stands behind the beginning of the
///   article, or in the company of other such lines; a day without a year only in
///   much of it.
/// * A title between the paragraphs of an English article goes if it has no word
///   in common with any of them (`boilerplate/stray`). The commonest words do
///   not count if it has names, or if it or the article is long.
/// * Short lines that say nothing go between two that go, and below the last that
///   goes, if two certain lines or more stand near them and the model does not take
///   them for the article's.
/// * A menu that was laid out as a table goes: three rows or more of one short
///   cell each, of which one says what menus say, or two and a third of them in
///   the article and below it.
/// * A calendar of a month goes, with a line for each day, below the names of the seven
///   days of the week.
/// * A small trained model takes part in the judgement: it keeps lines that
///   phrases alone would take out, and takes out short lines that no phrase
///   names, next to those that are sure, or alone between two paragraphs that
///   do not speak of them (`boilerplate/model`).
///
/// # Why
///
/// What is cut out of a page brings along what stood around the article.
/// Extractors that see the markup leave a part of it too. It says nothing
/// about the subject, and the same lines come back in a million documents.
///
/// # Leaves alone
///
/// * Fenced blocks of code, whatever they say and whatever the caller names, and the logs of
///   repositories.
/// * Sentences, unless one says what only pages say, such as that rights are
///   reserved. Of the words of a text's sentences, no more than a third go
///   for what may be: past that, all such sentences stay.
/// * The document: if all of its lines are boilerplate and most of them plainly
///   so, the first line stays alone, and of less than five lines all; if most
///   may be the items of a list, all stay but what only pages say. What stays
///   for the document's sake can be seen: [`find`](Self::find) gives it as
///   [`Fate::Spared`].
/// * Texts of less than fifteen words of running prose (lists, tables, verse,
///   menus that are asked for): only lines go that are certain, or that no
///   article has, and menus in tables.
/// * Subheadings: more than two short lines between paragraphs, or one of which
///   the article speaks, or one that sections of articles have ("Conclusion");
///   and a heading that says what pages say, if the paragraph below it begins
///   with its words.
/// * Lists that the article leads in: "Services offered:"; by a long sentence,
///   whatever is in them.
/// * Lists and verses below a paragraph or above one, with blank lines around
///   them, of which no line says what pages say; and items with their marks below
///   a paragraph. In a whole page, which has sidebars, those that are led in, and
///   those of which half the lines go on, end, or name a quantity.
/// * Lists between a paragraph and the foot of a page, or in a page without any
///   paragraph, if the model takes their words for the article's, wherever they stand;
///   adverts may cut them in pieces. Below the name of a section ("Cast") less is
///   needed. Not those below a paragraph that is less than a quarter of the text:
///   below a notice stands a menu.
/// * The times of a programme, eight or more, and a few short lines between them.
/// * The title of a document that is what pages link to, such as its terms, or a word of
///   which its copy speaks ("Comments"), and what such documents speak of: cookies, rights.
/// * A heading with an address or a number below it ("Contact us"), and these.
/// * A number or an address with its label, as below a signature, and several labels
///   of a form, with nothing certain near them.
/// * A word and a number in a table of such rows.
/// * "See also" and "Further reading" above an item that stays, and "Disclaimer"
///   above a paragraph; below copy or a blank line also "About us", "Product description"
///   and the like, right above a paragraph.
/// * The first and the last day of a life, with both years.
/// * The headline, if the path to the page ends with it in the line above.
/// * Prose that was wrapped at a width: the rest of a sentence of the line above, the
///   first line of a paragraph, and what closes a bracket or a quotation of the line
///   above.
/// * Who said what, behind a dash or in brackets below it, and signatures that are set
///   in far.
/// * The headings of a manual that sets them in capitals, with whose it is below them;
///   rows that are numbered on.
/// * The terms of a glossary, a book with its ISBN, and the heading of terms above
///   their first clause; whose a work is, above the leave to copy it, or in each record of
///   a list; and in texts of licences all but what speaks to who visits a page.
/// * The entries of a dictionary with what they mean, acronyms and what they stand for,
///   codes, records with as many fields as the next one, and the headers of files.
/// * Verse: a line that the next one goes on with, and its refrain.
/// * One of several questions with their answers.
/// * A label that is there again and again, and no other line of a page.
/// * Sentences that are numbered on from one that stays: the clauses of a contract.
/// * The days and hours of an event or a shop, the numbers of posts ("#2 - May 3,
///   2021").
/// * The names of networks as cells of a table, tables of one column with a head
///   and a rule below it, and rows of several cells in such tables.
/// * Single rows of a list, a catalogue or a programme, between two that the
///   model takes for the article's, unless they are certain; amounts in
///   brackets ("Eggs (2)").
/// * The first line, when the article begins below it, unless it is a section's
///   name above the headline; and a headline below a menu, if the copy takes up
///   two of its words, or more than of all other titles above it, whatever a page
///   puts between them.
/// * Threads: "Posted by ..." three times or more is how the text is built.
/// * Chronicles, letters and diaries: dates that come again and again, or open
///   a letter.
/// * Lines that say something three times or more within an article, such as
///   a label in a list of products, unless they are certain, or buttons of a page
///   for the model too.
/// * Code, also where its names are those of pages, and what stands in it.
/// * Turns of a dialogue ("E: ..."), markup, formulas, questions and
///   answers, headings, list items that only look like menus.
/// * What lines mention in passing: "The comments were closed."
///
/// Cleaning a text again changes nothing: none of these limits lets more go
/// when less is there.
///
/// # Example
///
/// ```
/// use copydesk::{Pass, passes::Boilerplate};
///
/// let raw = "\
/// Ferry to the islands sails again
/// By Jane Doe
///
/// The ferry to the islands sails again from Monday, said the port, which had it \
/// repaired since March.
///
/// You may also like
///
/// Leave a Comment";
/// let clean = "\
/// Ferry to the islands sails again
///
/// The ferry to the islands sails again from Monday, said the port, which had it \
/// repaired since March.
/// ";
/// assert_eq!(Boilerplate::default().clean(raw), clean);
/// ```
///
/// # Options
///
/// [`keep`](Self::keep) and [`only`](Self::only) choose the kinds that go;
/// [`find`](Self::find) gives the lines of all kinds as data;
/// [`line`](Self::line) and [`pattern`](Self::pattern) add lines of one's own.
///
/// ```
/// use copydesk::{Pass, passes::{Boilerplate, BoilerplateKind}};
///
/// let pass = Boilerplate::default()
///     .keep(BoilerplateKind::Byline)
///     .line(BoilerplateKind::Subscribe, "The Lighthouse, every morning in your mailbox");
/// let raw = "\
/// A word from the lighthouse
/// By Jane Doe
/// Nobody has lit the lamp by hand for thirty years, but the door is still open.
/// THE LIGHTHOUSE – every morning in your mailbox!
/// ";
/// let clean = "\
/// A word from the lighthouse
/// By Jane Doe
/// Nobody has lit the lamp by hand for thirty years, but the door is still open.
/// ";
/// assert_eq!(pass.clean(raw), clean);
/// ```
///
/// # Sources
///
/// The phrases in `src/data/boilerplate/` were written for this project, from
/// the wording that common publishing systems and news sites show. The weights
/// in `model.bin` next to them were trained by `model/train.rs` on labelled
/// lines of the data sets that `NOTICE` names; of the lines nothing is kept.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Boilerplate {
    kept: Kinds,
    lines: Phrases,
    patterns: Vec<(BoilerplateKind, Regex)>,
}

impl Boilerplate {
    /// Keeps the lines of a kind.
    ///
    /// They still show that the lines around them belong to the page.
    #[must_use]
    pub fn keep(mut self, kind: BoilerplateKind) -> Self {
        self.kept.insert(kind);
        self
    }

    /// Keeps the lines of all other kinds.
    #[must_use]
    pub fn only(mut self, kinds: impl IntoIterator<Item = BoilerplateKind>) -> Self {
        self.kept = Kinds::all_but(kinds);
        self
    }

    /// Takes lines for boilerplate that say this and nothing else.
    ///
    /// Case, marks and spaces do not count, and any number stands for every
    /// number. A text without letters and digits adds nothing.
    #[must_use]
    pub fn line(mut self, kind: BoilerplateKind, text: &str) -> Self {
        self.lines.add_line(kind, text);
        self
    }

    /// Takes lines for boilerplate in which a pattern matches, without the
    /// white space around them. The syntax is that of the crate
    /// [`regex`](https://docs.rs/regex/1/regex/#syntax).
    ///
    /// # Errors
    ///
    /// If the pattern is malformed or too large.
    ///
    /// # Example
    ///
    /// ```
    /// # fn main() -> Result<(), copydesk::BuildError> {
    /// use copydesk::{Pass, passes::{Boilerplate, BoilerplateKind}};
    ///
    /// let pass = Boilerplate::default().pattern(BoilerplateKind::Source, r"^Ref\. [A-Z]+-\d+$")?;
    /// let article = "The tide turned at noon, and all who had waited on the pier since the \
    ///     morning went back to their boats.\n";
    /// assert_eq!(pass.clean(&format!("{article}Ref. HB-2291\n")), article);
    /// # Ok(())
    /// # }
    /// ```
    pub fn pattern(mut self, kind: BoilerplateKind, pattern: &str) -> Result<Self, BuildError> {
        let regex = Regex::new(pattern).map_err(|error| error::Kind::Pattern {
            pattern: pattern.to_owned(),
            reason: error.to_string(),
        })?;
        self.patterns.push((kind, regex));
        Ok(self)
    }

    /// The boilerplate of a document as data: what the pass would take out, and
    /// what it leaves, because its kind is [kept](Self::keep) or because the
    /// document cannot spare it.
    ///
    /// In the order of the text. This is how to have a byline without losing
    /// it, and how to see that a document was almost nothing but boilerplate.
    ///
    /// # Example
    ///
    /// ```
    /// use copydesk::passes::{Boilerplate, BoilerplateKind, Fate};
    /// use copydesk::{Buffers, Document};
    ///
    /// let buffers = Buffers::default();
    /// let doc = Document::new(
    ///     "Ferry to the islands sails again\n\
    ///      By Jane Doe\n\
    ///      The ferry to the islands sails again from Monday, said the port, which had it \
    ///      repaired since March.\n\
    ///      Leave a Comment\n",
    ///     &buffers,
    /// );
    /// let lines = Boilerplate::default().keep(BoilerplateKind::Byline).find(&doc);
    /// let lines: Vec<_> = lines.iter().map(|l| (l.text(doc.text()), l.kind, l.fate)).collect();
    /// assert_eq!(lines, [
    ///     ("By Jane Doe", BoilerplateKind::Byline, Fate::Kept),
    ///     ("Leave a Comment", BoilerplateKind::Comments, Fate::Goes),
    /// ]);
    /// ```
    pub fn find(&self, doc: &Document<'_>) -> Vec<BoilerplateLine> {
        let Some(lines) = self.judge(doc) else { return Vec::new() };
        lines.iter().filter_map(|line| BoilerplateLine::of(line, doc.text())).collect()
    }

    /// All lines that are not blank, read and judged; nothing if none is worth that.
    fn judge<'d>(&self, doc: &Document<'d>) -> Option<Lent<'d, Vec<Line>>> {
        let mut lines;
        if !self.lines.is_empty() || !self.patterns.is_empty() {
            lines = doc.lend::<Vec<Line>>();
            self.read(doc, &mut lines);
        } else if are_kept(doc.text()) {
            let read = doc.read_lines().all();
            // Most texts have none, and then their lines need not be copied.
            if !judge::may_find(read) {
                return None;
            }
            lines = doc.lend::<Vec<Line>>();
            lines.extend_from_slice(read);
        } else {
            lines = doc.lend::<Vec<Line>>();
            read_lines::read(doc, &ReadLines::default(), &mut lines);
        }
        judge::judge(doc, &mut lines, self.kept);
        Some(lines)
    }

    /// Reads all lines with the phrases and patterns of the caller.
    fn read(&self, doc: &Document<'_>, lines: &mut Vec<Line>) {
        let mut folded = doc.lend::<Folded>();
        for line in doc.lines().filter(|line| !line.is_blank()) {
            let mut read = Line::read(&line, Some(&self.lines), &mut folded);
            if let Some(kind) = self.matched(line.text().trim()) {
                read.claim(kind);
            }
            lines.push(read);
        }
    }

    /// The kind of the first pattern that matches in a line.
    fn matched(&self, line: &str) -> Option<BoilerplateKind> {
        self.patterns.iter().find(|(_, regex)| regex.is_match(line)).map(|(kind, _)| *kind)
    }
}

/// Whether a line is a phrase of pages, or begins with one: "Share this:". For passes
/// to which it tells what the line leads in.
pub(super) fn says_what_pages_say(doc: &Document<'_>, line: &str) -> bool {
    let mut folded = doc.lend::<Folded>();
    let mut found = Found::default();
    folded.read(line);
    Phrases::built_in().find(&folded, &mut found);
    found.whole.is_some() || found.start.is_some() || found.label.is_some()
}

/// Whether what is read of the lines of a text is kept across edits.
fn are_kept(text: &str) -> bool {
    let lines = || memchr::memchr_iter(b'\n', text.as_bytes()).count();
    text.len() <= LONGEST_KEPT || lines() * size_of::<Line>() <= MOST_KEPT * text.len()
}

impl Pass for Boilerplate {
    fn name(&self) -> &'static str {
        "boilerplate"
    }

    fn takes_sections(&self) -> bool {
        true
    }

    fn find_edits(&self, doc: &Document<'_>, edits: &mut Edits) {
        let Some(lines) = self.judge(doc) else { return };
        removal::take_out(
            doc.text().len(),
            &lines,
            |l| Candidate {
                start: l.start as usize,
                next: l.next as usize,
                rule: l.goes().then(|| l.kind().rule()),
            },
            edits,
        );
    }
}

#[cfg(test)]
mod tests {
    use super::flags::Flag;
    use super::spared::MIN_LINES;
    use super::*;
    use crate::Buffers;

    fn fates(text: &str) -> Vec<(BoilerplateKind, Fate)> {
        let buffers = Buffers::default();
        let doc = Document::new(text, &buffers);
        Boilerplate::default().find(&doc).iter().map(|l| (l.kind, l.fate)).collect()
    }

    #[test]
    fn what_the_document_cannot_spare_can_be_seen() {
        let spared = (BoilerplateKind::Comments, Fate::Spared);
        assert_eq!(fates("Leave a Comment\n\nPost a Comment\n"), [spared, spared]);
        let goes = (BoilerplateKind::Comments, Fate::Goes);
        let all = "Leave a Comment\n".repeat(MIN_LINES);
        assert_eq!(fates(&all), [[spared].as_slice(), &[goes; MIN_LINES - 1]].concat());
        assert_eq!(fates(""), []);
    }

    #[test]
    fn one_look_is_enough() {
        let part = "Home\nNews\nSport\nShare this\nTweet\nBy Jane Doe\nMarch 3, 2021\nMillers\n\
            The boats came back before the evening, and nobody had caught a fish.\n\
            Read more: the boats\nOars\nYou may also like\nRope makers\nComments (3)\n";
        for times in 1..6 {
            let text = part.repeat(times);
            let buffers = Buffers::default();
            let mut edits = Edits::default();
            Boilerplate::default().find_edits(&Document::new(&text, &buffers), &mut edits);
            assert!(!edits.is_empty());
            let once = edits.apply(&text);
            edits.clear();
            Boilerplate::default().find_edits(&Document::new(&once, &buffers), &mut edits);
            assert!(edits.is_empty(), "{once} {edits:?}");
        }
    }

    #[test]
    fn parts_of_a_manual_make_no_page_of_it() {
        let stays = |text: &str, line: &str| {
            let clean = Boilerplate::default().clean(text).into_owned();
            clean.lines().filter(|l| *l == line).count()
                == text.lines().filter(|l| *l == line).count()
        };
        let part = |at: usize| {
            format!(
                "sail-{at}\n\nSYNOPSIS\n  Sets the sail that has this number\n\nUSAGE\n  sail-{at} (Boat)\n\n\
                 SEE ALSO\n  reef, haul, let-go-of-the-sail\n\n"
            )
        };
        let copy = "The boats came back before the evening, and nobody had caught a fish.\n\n";
        let manual: String = (0..30).map(|at| part(at) + copy).collect();
        for line in ["SYNOPSIS", "  Sets the sail that has this number", "USAGE", "SEE ALSO"] {
            assert!(stays(&manual, line), "{line}");
        }
        let licences = (0..30).map(|at| {
            let owner = char::from(b'A' + at);
            format!("Files: src/sail-{at}.c\nCopyright: 2011 {owner}nna Kowalska\nLicense: MIT\n\n")
        });
        let licences: String = licences.collect();
        assert!(stays(&format!("{copy}{licences}{copy}"), "License: MIT"));
    }

    #[test]
    fn a_book_of_which_few_lines_speak_as_pages_do_is_no_page() {
        let meanings = "catch\n1. what the boat brought home\n2. share\n3. hook of a door\n";
        // Twelve, with that of the meanings.
        let marks = "Privacy Policy\n".repeat(11);
        // Of what is not a page, a line stays that is numbered on from the one above.
        for (lines, is_page) in [(250, true), (2_500, false)] {
            let prose = |at| format!("In year {at} the boats came back late, and had no fish.\n");
            let book: String = (0..lines / 2).map(prose).collect();
            let text = format!("{book}{meanings}{book}{marks}");
            let clean = Boilerplate::default().clean(&text).into_owned();
            assert_eq!(clean.contains("\n2. share\n"), !is_page, "{lines}");
        }
    }

    #[test]
    fn a_sentence_that_is_skimmed_is_judged_as_one_that_is_read() {
        let ordinary = "The boats came back before the evening, and nobody had caught a fish.";
        let notice = "By continuing to use this site you agree that we may count the visitors.";
        let labelled = "See also: how the boats came back before the evening without a fish.";
        for (text, skims) in [(ordinary, true), (notice, false), (labelled, false)] {
            let line = crate::text::lines::lines(text).next().expect("a line");
            let mut folded = Folded::default();
            let skimmed = Line::skim(&line, &mut folded);
            assert_eq!(skimmed.is_some(), skims, "{text}");
            let read = Line::read(&line, None, &mut folded);
            if let Some(line) = skimmed {
                assert_eq!((line.own, line.voice), (read.own, read.voice));
                assert_eq!((line.is(Flag::Prose), line.is_body()), (true, read.is_body()));
            }
        }
    }
}
