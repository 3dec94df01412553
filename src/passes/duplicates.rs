//! The pass `duplicates`: the headline again, lines and paragraphs again, cut-off teasers.

mod line;
mod meet;
mod near;
mod quote;
mod shared;

use self::line::{Line, Place};
use self::meet::Met;
use super::code;
use super::removal::{self, Candidate};
use crate::hashed::ByHash;
use crate::text::folded::Folded;
use crate::text::{lines, marked_code};
use crate::{Document, Edits, Pass, Reuse};

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

/// Between short lines a line is a refrain that comes back so often within [`HEAD`] lines of
/// its copy.
const REFRAIN: usize = 3;

/// A headline of fewer folded characters may be the name of a speaker.
const LABEL_LEN: u32 = 30;

/// A line of prose with so many folded characters is a paragraph: no two of
/// them are alike by chance.
const PARAGRAPH_LEN: u32 = 70;

/// So many lines tell of one of several things at most.
const LONGEST_RECORD: usize = 12;

/// So many paragraphs may stand above a text's teaser.
const INTRO: usize = 2;

/// How many folded characters of a teaser must be there.
const TEASER_LEN: u32 = 30;

/// From a hash to the number of a line.
type Index = ByHash<u32>;

/// What was seen in a text, in memory that outlives it.
#[derive(Default)]
struct Seen {
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

impl Reuse for Seen {
    fn reset(&mut self) {
        self.words.reset();
        self.once.reset();
        self.again.reset();
        self.openings.reset();
        self.exact.reset();
        self.last.reset();
    }
}

impl Pass for Duplicates {
    fn name(&self) -> &'static str {
        "duplicates"
    }

    fn takes_sections(&self) -> bool {
        true
    }

    fn find_edits(&self, doc: &Document<'_>, edits: &mut Edits) {
        let text = doc.text();
        let mut places = doc.lend::<Vec<Place>>();
        // Nearly every text has no two lines that even begin alike.
        let mut seen = doc.lend::<Seen>();
        let met = meet::find(text, doc.full_lines(), &mut places, &mut seen);
        if !met.any() {
            return;
        }
        let mut lines = doc.lend::<Vec<Line>>();
        lines.extend(places.iter().copied().map(Line::from));
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
        headline(text, lines, &mut seen.words);
    }
    if met.next {
        adjacent(text, lines, &mut seen.words);
    }
    if met.apart {
        seen.openings.clear();
        repeated(text, lines, seen);
        seen.openings.clear();
        teasers(text, lines, &mut seen.openings);
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

/// Takes out what says the headline again below it.
fn headline(text: &str, lines: &mut [Line], words: &mut Vec<u64>) {
    let Some(mut head) = lines.iter().take(3).position(|l| l.is_headline(text)) else { return };
    let last = lines.len().min(head + 1 + HEAD);
    for at in head + 1..last {
        if lines[at].head != lines[head].head || lines[at].head == 0 {
            continue;
        }
        lines[head].read(text);
        lines[at].read(text);
        let (line, copy) = (lines[head], lines[at]);
        if copy.is_prose(text) && copy.print.len > line.print.len + 40 {
            continue;
        }
        // Who speaks stands above what they say, and is named again.
        let said = lines[head + 1..at].iter().any(|l| l.is_prose(text));
        if line.leads_in(text)
            || lines[at - 1].leads_in(text)
            || (said && line.print.len.min(copy.print.len) < LABEL_LEN)
        {
            continue;
        }
        // What goes on in the next line is no title: a verse that is a refrain.
        if said && line.goes_on(text) {
            continue;
        }
        // Nor is an entry of a dictionary, below which stands what it means, or a line of that.
        if is_above_set_in(text, lines, at) {
            continue;
        }
        // Nor is what comes back between the sentences of a hymn.
        if comes_back(text, lines, head, at) >= if said { 1 } else { REFRAIN } {
            return;
        }
        // Nor is a sentence that stands below another line each time: it says the same of
        // two things.
        let is_sentence = |line: &Line| line.text(text).ends_with('.');
        if head > 0
            && is_sentence(&line)
            && is_sentence(&copy)
            && !lines[head - 1].says(text, &lines[at - 1])
        {
            continue;
        }
        // A question that is the title may head the section that answers it.
        if said && line.asks(text) {
            continue;
        }
        // What somebody says they may say again, when somebody else has spoken.
        let is_quoted = |l: &Line| l.is_quoted(text);
        if is_quoted(&line) && is_quoted(&copy) && lines[head + 1..at].iter().any(is_quoted) {
            continue;
        }
        // Whoever speaks first may say it again.
        let turns = lines[..last].iter().filter(|l| l.is_turn(text)).count();
        if line.is_turn(text) && turns > 2 {
            return;
        }
        // A poem may open with its title; an article goes on with prose.
        if !lines[at + 1..].iter().take(4).any(|l| l.is_prose(text)) {
            continue;
        }
        match same_headline(text, &line, &copy, words) {
            None => {}
            Some(Better::First) => lines[at].rule = Some(Rule::Headline),
            Some(Better::Second) => {
                lines[head].rule = Some(Rule::Headline);
                head = at;
            }
        }
    }
}

/// Whether the line right below one is set in, as far as that one or farther.
fn is_above_set_in(text: &str, lines: &[Line], at: usize) -> bool {
    let margin = |line: &Line| lines::margin(line.text(text));
    let line = &lines[at];
    lines.get(at + 1).is_some_and(|below| {
        below.start == line.next && margin(below) >= margin(line).max(lines::SET_IN)
    })
}

/// How often the headline comes again behind its copy, below another line each time.
fn comes_back(text: &str, lines: &[Line], head: usize, at: usize) -> usize {
    let behind = &lines[at..lines.len().min(at + 1 + HEAD)];
    let is_headline = |l: &Line| l.head == lines[head].head && l.says(text, &lines[head]);
    behind.windows(2).filter(|two| is_headline(&two[1]) && !is_headline(&two[0])).count()
}

enum Better {
    First,
    Second,
}

/// Whether two lines are one headline, and which of them is the clean one.
fn same_headline(text: &str, a: &Line, b: &Line, words: &mut Vec<u64>) -> Option<Better> {
    if a.print.len == b.print.len {
        let better =
            if near::is_cleaner(text, b, a, words) { Better::Second } else { Better::First };
        return same(text, a, b).then_some(better);
    }
    let (long, short, better) =
        if a.print.len > b.print.len { (a, b, Better::Second) } else { (b, a, Better::First) };
    // What the longer one has more is the name of the site, or residue.
    if short.print.len < 15 || long.print.len > short.print.len + 40 {
        return None;
    }
    let mut rest = long.folded(text);
    for c in short.folded(text) {
        if rest.next() != Some(c) {
            return None;
        }
    }
    let tail = rest.as_str();
    (is_site_suffix(tail) || is_residue(tail)).then_some(better)
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

/// Whether this is the end of an attribute, with the next one behind it: the
/// headline stood in a tag.
fn is_residue(tail: &str) -> bool {
    tail.starts_with(['"', '\u{201d}', '\''])
        && ["=\"", "='", "=\u{201d}", "/>"].iter().any(|mark| tail.contains(mark))
}

/// Whether most of the text stands in short lines: verse, lyrics, lists.
fn is_verse(text: &str, lines: &[Line]) -> bool {
    let weights = lines.iter().map(|l| l.weight(text));
    let (prose, all) = weights.fold((0, 0), |(a, b), (prose, all)| (a + prose, b + all));
    prose * 2 < all
}

/// Takes out a line that says what the line before it says.
fn adjacent(text: &str, lines: &mut [Line], words: &mut Vec<u64>) {
    let mut verse = None;
    let mut from = 0;
    for at in 1..=lines.len() {
        if at < lines.len() && lines[at].met && near::alike(text, &lines[at - 1], &lines[at], words)
        {
            continue;
        }
        let (first, len) = (lines[from], at - from);
        let from = std::mem::replace(&mut from, at);
        let field = first.leads_in(text) && first.print.len < PARAGRAPH_LEN;
        if len < 2 || first.words(text) < 3 || first.is_row(text) || field {
            continue;
        }
        // The cells of a table, the entries of a list.
        let around = [from.checked_sub(1), Some(at)].into_iter().flatten();
        let mut around = around.filter_map(|k| lines.get(k));
        if first.print.len < PARAGRAPH_LEN
            && (first.is_figures(text) || around.any(|other| first.lists(text, other)))
        {
            continue;
        }
        // Three short cries in a row are meant.
        if len > 2 && first.print.len < 40 {
            continue;
        }
        if *verse.get_or_insert_with(|| is_verse(text, lines)) && !is_entry(text, &first) {
            continue;
        }
        let rule = if first.is_prose(text) { Rule::Paragraph } else { Rule::Line };
        let mut best = from;
        for k in from + 1..at {
            let worse = if near::is_cleaner(text, &lines[k], &lines[best], words) {
                std::mem::replace(&mut best, k)
            } else {
                k
            };
            lines[worse].rule.get_or_insert(rule);
        }
    }
}

/// Whether a short line is not verse: it has several words, and figures, and
/// stands alone between blank lines.
fn is_entry(text: &str, line: &Line) -> bool {
    let bytes = line.text(text).as_bytes();
    let apart = memchr::memchr_iter(b'\n', &text.as_bytes()[line.end as usize..]).nth(1);
    let apart = apart.is_some_and(|second| {
        text[line.end as usize..line.end as usize + second].trim().is_empty()
    });
    line.print.len >= 30
        && apart
        && bytes.iter().any(u8::is_ascii_digit)
        && !line.is_item(text)
        && !line.is_turn(text)
        && !line.is_quoted(text)
}

/// Whether two lines are the same to the letter.
fn same(text: &str, a: &Line, b: &Line) -> bool {
    a.head == b.head && a.print == b.print && a.says(text, b)
}

/// Takes out paragraphs that stood in the text before, to the letter or but
/// for damage, and with them the lines around that stood there too.
fn repeated(text: &str, lines: &mut [Line], seen: &mut Seen) {
    let Seen { exact, openings, last, words, .. } = seen;
    // The last paragraph that was said before and stays, as a quotation.
    let mut quoted = None;
    // Whether people quote each other.
    let mut thread = None;
    for at in 0..lines.len() {
        if !lines[at].met || lines[at].rule.is_some() || lines[at].print.len < PARAGRAPH_LEN {
            continue;
        }
        let line = lines[at];
        let seen = exact.get(&line.print.hash).map(|&first| first as usize);
        let is_same =
            |first: &Line| same(text, first, &line) && !line.differs_in_signs(text, first);
        let seen = seen.filter(|&first| is_same(&lines[first]));
        let like = openings.get(&line.print.opening).map(|&first| first as usize);
        let like = like
            .filter(|&first| seen.is_none() && near::damaged(text, &lines[first], &line, words));
        exact.entry(line.print.hash).or_insert(at as u32);
        let last = last.insert(line.print.hash, at as u32);
        openings.entry(line.print.opening).or_insert(at as u32);
        let Some(first) = seen.or(like) else { continue };
        if !line.is_prose(text)
            || may_repeat(text, &line)
            || is_torn(text, lines, first, at)
            || is_beside_code(text, lines, at)
        {
            continue;
        }
        // What an author says again is led in, and goes on as it did before.
        if is_quoted(text, lines, first, at, quoted) {
            quoted = Some((first, at));
            continue;
        }
        if is_parallel(text, lines, first, at, words)
            || last.is_some_and(|last| is_of_record(text, lines, last as usize, at))
            || *thread.get_or_insert_with(|| quote::is_thread(text, lines))
        {
            continue;
        }
        // This one says it better: the first goes.
        let rule_of_first = if is_summary(text, lines, first, at) {
            Some(Rule::Teaser)
        } else if near::is_cleaner(text, &line, &lines[first], words) && lines[first].rule.is_none()
        {
            Some(Rule::Paragraph)
        } else {
            None
        };
        if rule_of_first.is_some() {
            lines[first].rule = rule_of_first;
            exact.insert(line.print.hash, at as u32);
            openings.insert(line.print.opening, at as u32);
            continue;
        }
        lines[at].rule = Some(Rule::Paragraph);
        take_block(text, lines, first, at);
    }
}

/// Takes out the rest of a block that is repeated, above and below a line of it that
/// the line `first` said before.
fn take_block(text: &str, lines: &mut [Line], first: usize, at: usize) {
    for back in 1..=first {
        if at - back <= first || !goes_too(text, lines, first - back, at - back) {
            break;
        }
    }
    for ahead in 1..at - first {
        if at + ahead >= lines.len() || !goes_too(text, lines, first + ahead, at + ahead) {
            break;
        }
    }
}

/// Whether the line `at`, as the line `first` said the same, is the rest of a
/// sentence that began in the line above, which said something else there.
fn is_torn(text: &str, lines: &[Line], first: usize, at: usize) -> bool {
    let Some(above) = at.checked_sub(1).map(|above| &lines[above]) else { return false };
    above.next == lines[at].start
        && lines[at].text(text).trim_start().starts_with(char::is_lowercase)
        && !above.is_ended(text)
        && first.checked_sub(1).is_none_or(|before| !lines[before].says(text, above))
}

/// Whether a paragraph stands next to code, of which it speaks: in a reference each
/// item has its own terms, and many have the same.
fn is_beside_code(text: &str, lines: &[Line], at: usize) -> bool {
    let is_sign = |at: usize| {
        let line = lines[at].text(text);
        // Shops have prices, and networks accounts.
        let is_other = match line.as_bytes() {
            [b'$', b'0'..=b'9', ..] => true,
            [b'@', ..] => !line.contains([' ', '(', '.']),
            _ => false,
        };
        lines[at].is_fenced || !is_other && code::is_sign(line)
    };
    code::signs_around(at, lines.len(), is_sign) >= code::SIGNS
}

/// Whether the line `first` stands above the text, apart from it, to say what
/// the line `at` says in the midst of it.
fn is_summary(text: &str, lines: &[Line], first: usize, at: usize) -> bool {
    let is_prose = |line: &Line| line.is_prose(text);
    first <= HEAD
        && lines[first].rule.is_none()
        && !lines[..=first + 1].iter().enumerate().any(|(k, l)| k != first && is_prose(l))
        && is_prose(&lines[at - 1])
        && lines.get(at + 1).is_none_or(is_prose)
}

/// Whether the lines before two that say the same begin alike and go on in
/// another way: sections that are built alike.
fn is_parallel(text: &str, lines: &[Line], first: usize, at: usize, words: &mut Vec<u64>) -> bool {
    if first == 0 || first + 1 == at {
        return false;
    }
    let (mut a, mut b) = (lines[first - 1], lines[at - 1]);
    if a.head == 0 || a.head != b.head || a.says(text, &b) {
        return false;
    }
    // Of one that is much longer, not even the length is asked for.
    if a.bytes().abs_diff(b.bytes()) > b.bytes() / 2 {
        return true;
    }
    a.read(text);
    b.read(text);
    !near::damaged(text, &a, &b, words)
}

/// Whether the line `at`, as the line `last` said the same, says it of one of several
/// things in a row, of which as many lines tell: three times or more in equal steps, and
/// below another line each time.
fn is_of_record(text: &str, lines: &[Line], last: usize, at: usize) -> bool {
    let step = at - last;
    let line = &lines[at];
    let says = |other: Option<usize>| {
        other.and_then(|at| lines.get(at)).is_some_and(|other| other.says(text, line))
    };
    (2..=LONGEST_RECORD).contains(&step)
        && (says(last.checked_sub(step)) || says(at.checked_add(step)))
        && last > 0
        && !lines[last - 1].says(text, &lines[at - 1])
}

/// Whether the line `at`, as the line `first` said the same, stands in a
/// quotation: where what they share begins, something leads it in.
fn is_quoted(
    text: &str,
    lines: &[Line],
    mut first: usize,
    mut at: usize,
    quoted: Option<(usize, usize)>,
) -> bool {
    loop {
        if first == 0 || at == 0 || first + 1 == at {
            return at > 0 && quote::leads_in(text, &lines[at - 1]);
        }
        (first, at) = (first - 1, at - 1);
        let (before, copy) = (&lines[first], &lines[at]);
        if before.head != copy.head || !before.says(text, copy) {
            return quote::leads_in(text, copy);
        }
        // Paragraphs were looked at before, so that the way back is short.
        if copy.print.len >= PARAGRAPH_LEN {
            return quoted == Some((first, at));
        }
    }
}

/// Whether an author says such a line more than once.
fn may_repeat(text: &str, line: &Line) -> bool {
    line.is_row(text)
        || line.is_turn(text)
        || line.is_item(text)
        || line.asks(text)
        || line.is_quoted(text)
}

/// Takes out the line `at` if it stands, as the line `first` says the same;
/// tells whether.
fn goes_too(text: &str, lines: &mut [Line], first: usize, at: usize) -> bool {
    let copy = lines[at];
    let same = lines[first].head == copy.head && lines[first].says(text, &copy);
    if same && copy.rule.is_none() && !copy.is_fenced {
        lines[at].rule = Some(Rule::Line);
        return true;
    }
    false
}

/// Takes out lines that are cut off and that another line says in full.
fn teasers(text: &str, lines: &mut [Line], openings: &mut Index) {
    let long = |line: &Line| line.met && line.rule.is_none() && line.print.len >= TEASER_LEN;
    for (at, line) in lines.iter().enumerate().filter(|(_, l)| long(l)) {
        if line.uncut(text).is_none() {
            openings.entry(line.print.opening).or_insert(at as u32);
        }
    }
    // The paragraph that is no introduction any more.
    let mut deep = None;
    for at in 0..lines.len() {
        if !long(&lines[at]) {
            continue;
        }
        let line = lines[at];
        let Some(teaser) = line.uncut(text) else { continue };
        let Some(&full) = openings.get(&line.print.opening) else { continue };
        // What a list is cut to may be told in full in another one.
        let is_marked = |at: Option<usize>| {
            at.and_then(|at| lines.get(at)).is_some_and(|line| line.is_marked_item(text))
        };
        if is_marked(Some(at))
            && is_marked(Some(full as usize))
            && (is_marked(at.checked_sub(1)) || is_marked(Some(at + 1)))
        {
            continue;
        }
        // An author breaks off and comes back to it; pages tease above the text.
        let deep = *deep.get_or_insert_with(|| {
            let prose = lines.iter().enumerate().filter(|(_, line)| line.is_prose(text));
            prose.map(|(at, _)| at).nth(INTRO).unwrap_or(lines.len())
        });
        if full as usize > at && at > deep {
            continue;
        }
        // The full text may go on in the next line.
        let mut full = Folded::new(&text[lines[full as usize].start as usize..]);
        let mut len = 0;
        let all = Folded::new(teaser).all(|c| {
            len += 1;
            full.next() == Some(c)
        });
        if all && len >= TEASER_LEN {
            lines[at].rule = Some(Rule::Teaser);
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
        let (mut places, mut seen) = (Vec::new(), Seen::default());
        let full_lines = crate::text::lines::lines(text).filter(|line| !line.is_blank());
        let mut met = meet::find(text, full_lines, &mut places, &mut seen);
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
