//! The pass `duplicates`: the headline again, lines and paragraphs again, cut-off teasers.

mod adjacent;
mod headline;
mod line;
mod meet;
mod near;
mod paragraphs;
mod quote;
mod shared;
mod teasers;

use self::line::{Line, Place};
use self::meet::Met;
use super::code;
use super::removal::{self, Candidate};
use crate::buffers::reuse_by_fields;
use crate::hashed::ByHash;
use crate::text::marked_code;
use crate::{Document, Edits, Pass};

/// Finds what a text says twice because the page did: the headline again,
/// lines and paragraphs again, cut-off teasers.
///
/// # What it changes
///
/// It deletes whole lines, and the blank lines that would be left as a hole.
///
/// * `duplicates/headline`: one of the first lines again within the eight
///   lines below it, also in other case, in quotation marks, with residue of
///   markup or with the name of the site behind it. Of the two the cleaner one
///   stays.
/// * `duplicates/paragraph`: a paragraph that stood in the text before, or
///   differs from one by damage only: a letter missing, doubled, changed.
///   Again the cleaner one stays, otherwise the first.
/// * `duplicates/line`: a line next to the same line, and the lines around a
///   repeated paragraph that came with it both times. In a text of short lines
///   only if it has figures and stands between blank lines.
/// * `duplicates/teaser`: a line that breaks off in an ellipsis or in a link
///   ("Read more"), if another line says the same and goes on; and a summary
///   above the text, apart from it, that is a paragraph in the midst of it.
///
/// # Why
///
/// Pages say a headline in their title, in their breadcrumbs and above the
/// article, a summary on top and in the text, a block for wide and for narrow
/// screens. Text that says things twice teaches a model to do so, and hides
/// from whoever looks for equal documents.
///
/// # Leaves alone
///
/// * Refrains and verse: in a text of short lines only paragraphs count.
/// * What somebody says twice in a dialogue.
/// * List items, rows of tables, turns of a dialogue, labelled fields,
///   questions, quotations, and what a line with a colon leads in: they may
///   say the same and mean another thing.
/// * Short lines that are not next to each other, and the name of a speaker
///   above each paragraph.
/// * A short line three times in a row: that is meant.
/// * Lines that differ in the signs of a formula or a command.
/// * Lines whose numbers differ, and lines that differ by words which are all
///   known: "the northern town", "the southern town".
/// * What is set in below an entry of a dictionary, and its head; what comes back
///   between the sentences of a hymn.
/// * A paragraph that begins with the headline, and says more.
/// * A question that is the title, and again the heading of a section.
/// * A sentence that breaks off in the midst of the text, to which it comes back
///   further below.
/// * Quotations that something leads in ("Jane wrote:", "Originally posted by
///   Jane"), with all of their paragraphs; and where people quote each other, all
///   paragraphs.
/// * Sections that are built alike: a paragraph that stood behind a line which
///   begins as the one before it does, and goes on in another way.
/// * A paragraph that comes back in equal steps, below another line each time: what is
///   said of each of several things.
/// * A line with more figures than letters next to the same: two cells of a
///   table.
/// * Fenced blocks and other code, and paragraphs next to it: what a reference says
///   of each of its items.
///
/// # Example
///
/// ```
/// use copydesk::{Pass, passes::Duplicates};
///
/// let raw = "\
/// The ferry sails again on Monday | Harbour Post
/// The ferry sails again on Monday
/// The ferry to the islands sails again, said the port, which had it repaired.
/// ";
/// let clean = "\
/// The ferry sails again on Monday
/// The ferry to the islands sails again, said the port, which had it repaired.
/// ";
/// assert_eq!(Duplicates::default().clean(raw), clean);
/// ```
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Duplicates {}

/// Why a line goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rule {
    Headline,
    Line,
    Paragraph,
    Teaser,
}

impl Rule {
    fn name(self) -> &'static str {
        match self {
            Self::Headline => "duplicates/headline",
            Self::Line => "duplicates/line",
            Self::Paragraph => "duplicates/paragraph",
            Self::Teaser => "duplicates/teaser",
        }
    }
}

/// How many lines after the headline may be the headline again.
const HEAD: usize = 8;

/// A line of prose with so many folded characters is a paragraph: no two of
/// them are alike by chance.
const PARAGRAPH_LEN: u32 = 70;

/// How many folded characters of a teaser must be there.
const TEASER_LEN: u32 = 30;

/// From a hash to the number of a line.
type Index = ByHash<u32>;

/// What was seen in a text, in memory that outlives it.
#[derive(Default)]
struct Seen {
    /// The lines that are not blank.
    places: Vec<Place>,
    /// Working memory: the words of a line.
    words: Vec<u64>,
    /// A filter of heads, and of those that came again.
    once: Vec<u64>,
    again: Vec<u64>,
    /// The first line with an opening.
    openings: Index,
    /// The first line with all of its letters.
    exact: Index,
    /// The last one.
    last: Index,
}

reuse_by_fields!(Seen { places, words, once, again, openings, exact, last });

impl Pass for Duplicates {
    fn name(&self) -> &'static str {
        "duplicates"
    }

    fn takes_sections(&self) -> bool {
        true
    }

    fn find_edits(&self, doc: &Document<'_>, edits: &mut Edits) {
        let text = doc.text();
        // One line is no copy, and titles and short messages have no more.
        if doc.full_lines().nth(1).is_none() {
            return;
        }
        // Nearly every text has no two lines that even begin alike.
        let mut seen = doc.lend::<Seen>();
        let met = meet::find(text, doc.full_lines(), &mut seen);
        if !met.any() {
            return;
        }
        let mut lines = doc.lend::<Vec<Line>>();
        lines.extend(seen.places.iter().copied().map(Line::from));
        marked_code::mark_fenced(doc, &mut lines, |l| l.start as usize, Line::fence);
        mark(text, &mut lines, met, &mut seen);
        removal::take_out(
            text.len(),
            &lines,
            |l| Candidate {
                start: l.start as usize,
                next: l.next as usize,
                rule: l.rule.map(Rule::name),
            },
            edits,
        );
    }
}

/// Gives lines that say what others say the rule for which they go.
fn mark(text: &str, lines: &mut [Line], met: Met, seen: &mut Seen) {
    for line in lines.iter_mut().filter(|l| l.met) {
        line.read(text);
    }
    if met.headlines {
        headline::mark(text, lines, &mut seen.words);
    }
    if met.next {
        adjacent::mark(text, lines, &mut seen.words);
    }
    if met.apart {
        seen.openings.clear();
        paragraphs::mark(text, lines, seen);
        seen.openings.clear();
        teasers::mark(text, lines, &mut seen.openings);
    }
    spare_code(text, lines);
}

/// Lets lines of code stay: they repeat for a reason.
fn spare_code(text: &str, lines: &mut [Line]) {
    for at in 0..lines.len() {
        if lines[at].rule.is_none() {
            continue;
        }
        let line = |at: usize| &text[lines[at].start as usize..lines[at].end as usize];
        if code::is_code(line(at), at, lines.len(), |at| code::is_sign(line(at))) {
            lines[at].rule = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;

    /// The rules of all lines; with `all`, every line is looked at.
    fn rules(text: &str, all: bool) -> Vec<Option<Rule>> {
        let mut seen = Seen::default();
        let full_lines = crate::text::lines::lines(text).filter(|line| !line.is_blank());
        let mut met = meet::find(text, full_lines, &mut seen);
        let mut places = std::mem::take(&mut seen.places);
        if all {
            places.iter_mut().for_each(|l| l.met = true);
            met = Met::ALL;
            seen = Seen::default();
        }
        let mut lines: Vec<_> = places.into_iter().map(Line::from).collect();
        mark(text, &mut lines, met, &mut seen);
        lines.iter().map(|l| l.rule).collect()
    }

    const LINES: &[&str] = &[
        "The ferry to the islands sails again",
        "The ferry to the islands sails every morning at seven, but for Sundays, when it rests.",
        "The ferry to the islands sailed for the first time in May, said the port, which has it back.",
        "Nobody in the harbour had thought that the old boat would ever leave its berth again.",
        "- Tickets: 5 crowns, children 3",
        "Паром на острова снова ходит каждое утро в семь часов, кроме воскресенья и праздников.",
        "\u{5cf6}\u{3078}\u{306e}\u{30d5}\u{30a7}\u{30ea}\u{30fc}\u{306f}\u{518d}\u{3073}",
        "Ahoy!",
        "",
    ];

    /// One of the lines, as pages say it again.
    fn line() -> impl Strategy<Value = String> {
        (select(LINES), 0..12u8, any::<prop::sample::Index>()).prop_map(|(line, how, at)| {
            let letters: Vec<char> = line.chars().collect();
            let at = at.index(letters.len().max(1));
            match how {
                0 => line.to_uppercase(),
                1 => format!("\u{201c}{line}\u{201d}"),
                2 => format!("{line} - Harbour Post"),
                3 => format!("{line}\u{201d}/>"),
                4 => format!("{}...", letters[..at].iter().collect::<String>()),
                5 => letters[..at].iter().chain(letters.get(at + 1..).unwrap_or(&[])).collect(),
                6 => line.replacen(' ', "  ", 1),
                _ => line.to_owned(),
            }
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(4_000) })]

        #[test]
        fn nothing_is_missed_by_not_reading_all_lines(lines in prop::collection::vec(line(), 0..14)) {
            let text = lines.join("\n");
            prop_assert_eq!(rules(&text, false), rules(&text, true), "{}", text);
        }
    }
}
