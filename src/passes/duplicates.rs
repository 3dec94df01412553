//! The pass `duplicates`: the headline again, lines and paragraphs again, cut-off teasers.

mod folded;
mod line;
mod near;

use self::folded::Folded;
use self::line::Line;
use super::hashed::ByHash;
use super::removal::{self, Candidate};
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
///   stands next to one from which only damage tells it: a letter missing,
///   doubled, changed. Again the cleaner one stays, otherwise the first.
/// * `duplicates/line`: a line next to the same line, and the lines around a
///   repeated paragraph that came with it both times.
/// * `duplicates/teaser`: a line that breaks off in an ellipsis or in a link
///   ("Read more"), if another line says the same and goes on.
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
/// * List items, rows of tables, turns of a dialogue, labelled fields,
///   questions, quotations, and what a line with a colon leads in: they may
///   say the same and mean another thing.
/// * Short lines that are not next to each other.
/// * A short line three times in a row: that is meant.
/// * Lines whose numbers differ.
/// * A paragraph that begins with the headline, and says more.
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

const HEADLINE: &str = "duplicates/headline";
const LINE: &str = "duplicates/line";
const PARAGRAPH: &str = "duplicates/paragraph";
const TEASER: &str = "duplicates/teaser";

/// A line of so many folded characters is a paragraph: no two of them are
/// alike by chance.
const PARAGRAPH_LEN: u32 = 50;

/// How many lines after the headline may be the headline again.
const HEAD: usize = 8;

/// From a hash to the number of a line.
type Index = ByHash<u32>;

impl Pass for Duplicates {
    fn name(&self) -> &'static str {
        "duplicates"
    }

    fn find_edits(&self, doc: &Document<'_>, edits: &mut Edits) {
        let text = doc.text();
        let mut lines = doc.lend::<Vec<Line>>();
        for line in doc.lines() {
            if !line.is_blank() {
                lines.push(Line::read(&line));
            }
        }
        if lines.len() < 2 {
            return;
        }
        headline(text, &mut lines);
        if !is_verse(&lines) {
            adjacent(text, &mut lines);
        }
        let mut index = doc.lend::<Index>();
        repeated(text, &mut lines, &mut index);
        index.clear();
        teasers(text, &mut lines, &mut index);
        removal::take_out(
            text.len(),
            &lines,
            |l| Candidate { start: l.start as usize, next: l.next as usize, rule: l.rule },
            edits,
        );
    }
}

/// Whether most of the text stands in short lines: verse, lyrics, lists.
fn is_verse(lines: &[Line]) -> bool {
    let total: u32 = lines.iter().map(|l| l.len).sum();
    let prose: u32 = lines.iter().filter(|l| l.prose).map(|l| l.len).sum();
    prose * 2 < total
}

/// Takes out what says the headline again below it.
fn headline(text: &str, lines: &mut [Line]) {
    let mut head = 0;
    while head < lines.len().min(3) && !lines[head].is_headline() {
        head += 1;
    }
    if head >= lines.len().min(3) {
        return;
    }
    // Whoever speaks first may say it again.
    let turns = lines.iter().take(HEAD + 1).filter(|l| l.turn).count();
    if lines[head].turn && turns > 2 {
        return;
    }
    for at in head + 1..lines.len().min(head + 1 + HEAD) {
        let copy = lines[at];
        if copy.prose && copy.len > lines[head].len + 40 {
            continue;
        }
        // A poem may open with its title; an article goes on with prose.
        let prose_follows = lines[at + 1..].iter().take(4).any(|l| l.prose);
        if !prose_follows {
            continue;
        }
        match same_headline(text, &lines[head], &copy) {
            None => {}
            Some(Better::First) => lines[at].rule = Some(HEADLINE),
            Some(Better::Second) => {
                lines[head].rule = Some(HEADLINE);
                head = at;
            }
        }
    }
}

enum Better {
    First,
    Second,
}

/// Whether two lines are one headline, and which of them is the clean one.
fn same_headline(text: &str, a: &Line, b: &Line) -> Option<Better> {
    if a.len == b.len {
        let same = a.hash == b.hash && a.folded(text).eq(b.folded(text));
        let better = if near::is_cleaner(text, b, a) { Better::Second } else { Better::First };
        return same.then_some(better);
    }
    let (long, short, better) =
        if a.len > b.len { (a, b, Better::Second) } else { (b, a, Better::First) };
    // What the longer one has more is the name of the site.
    if short.len < 15 || long.len > short.len + 40 {
        return None;
    }
    let mut rest = long.folded(text);
    for c in short.folded(text) {
        if rest.next() != Some(c) {
            return None;
        }
    }
    let tail = rest.as_str();
    is_site_suffix(tail).then_some(better)
}

/// Whether this stands after a headline to name the site: " - Site Name".
fn is_site_suffix(tail: &str) -> bool {
    let tail = tail.trim_start_matches(['"', '\u{201d}', '\u{2019}', '\'', ')', '.', '!', '?']);
    let Some(sign) = tail.trim_start().chars().next() else { return false };
    tail.starts_with(char::is_whitespace)
        && matches!(
            sign,
            '-' | '|'
                | '\u{2013}'
                | '\u{2014}'
                | '\u{bb}'
                | '\u{b7}'
                | ':'
                | '\u{2022}'
                | '/'
                | '<'
                | '('
                | '['
        )
}

/// Takes out a line that says what the line before it says.
fn adjacent(text: &str, lines: &mut [Line]) {
    let mut from = 0;
    for at in 1..=lines.len() {
        if at < lines.len() && near::alike(text, &lines[from], &lines[at]) {
            continue;
        }
        let run = &mut lines[from..at];
        from = at;
        let first = run[0];
        // Three short cries in a row are meant.
        let meant = run.len() > 2 && first.len < 40;
        if run.len() < 2 || meant || first.len < 10 || first.words < 3 || first.row {
            continue;
        }
        let rule = if first.prose { PARAGRAPH } else { LINE };
        let mut best = 0;
        for k in 1..run.len() {
            let worse = if near::is_cleaner(text, &run[k], &run[best]) {
                std::mem::replace(&mut best, k)
            } else {
                k
            };
            run[worse].rule.get_or_insert(rule);
        }
    }
}

/// Whether two lines are the same to the letter.
fn same(text: &str, a: &Line, b: &Line) -> bool {
    a.hash == b.hash && a.len == b.len && a.folded(text).eq(b.folded(text))
}

/// Takes out paragraphs that stood in the text before, and with them the
/// lines around that stood there too.
fn repeated(text: &str, lines: &mut [Line], index: &mut Index) {
    for at in 0..lines.len() {
        let line = lines[at];
        if line.rule.is_some() || line.len < PARAGRAPH_LEN {
            continue;
        }
        let first = *index.entry(line.hash).or_insert(at as u32) as usize;
        if first == at || !same(text, &lines[first], &line) {
            continue;
        }
        // What an author says again is led in, asks, lists or quotes.
        let led_in = at > 0 && lines[at - 1].leads_in;
        if line.row || line.turn || line.item || line.asks || line.quoted || led_in {
            continue;
        }
        if !line.prose || line.len < 70 {
            continue;
        }
        if near::is_cleaner(text, &line, &lines[first]) && lines[first].rule.is_none() {
            lines[first].rule = Some(PARAGRAPH);
            index.insert(line.hash, at as u32);
            continue;
        }
        lines[at].rule = Some(PARAGRAPH);
        // The rest of a block that is repeated.
        let mut back = 1;
        while back <= first && at - back > first && lines[at - back].rule.is_none() {
            if !same(text, &lines[first - back], &lines[at - back]) {
                break;
            }
            lines[at - back].rule = Some(LINE);
            back += 1;
        }
        let mut ahead = 1;
        while at + ahead < lines.len() && first + ahead < at && lines[at + ahead].rule.is_none() {
            if !same(text, &lines[first + ahead], &lines[at + ahead]) {
                break;
            }
            lines[at + ahead].rule = Some(LINE);
            ahead += 1;
        }
    }
}

/// Takes out lines that are cut off and that another line says in full.
fn teasers(text: &str, lines: &mut [Line], index: &mut Index) {
    if !lines.iter().any(|l| l.cut) {
        return;
    }
    for (at, line) in lines.iter().enumerate() {
        if line.rule.is_none() && !line.cut && line.len >= TEASER_LEN {
            index.entry(line.head).or_insert(at as u32);
        }
    }
    for at in 0..lines.len() {
        let line = lines[at];
        if line.rule.is_some() || !line.cut || line.len < TEASER_LEN {
            continue;
        }
        let Some(&full) = index.get(&line.head) else { continue };
        // The full text may go on in the next line.
        let full = Folded::new(&text[lines[full as usize].start as usize..]);
        let teaser = Folded::new(line.uncut(text));
        let len = line.uncut_len(text);
        if len >= TEASER_LEN as usize && teaser.zip(full).take_while(|(a, b)| a == b).count() == len
        {
            lines[at].rule = Some(TEASER);
        }
    }
}

/// How many folded characters of a teaser must be there.
const TEASER_LEN: u32 = 30;
