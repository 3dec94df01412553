//! Deciding which lines go: what a line says, and where it stands.

use std::mem;
use std::ops::Range;

use super::flags::{Flag, Flags};
use super::folded::Folded;
use super::kind::{BoilerplateKind, Kinds};
use super::line::{HEARD, Line, Verdict};
use super::surroundings::{CROWD, MENU, calendars, menus, runs, surroundings, tables};
use super::titles::{KICKER, is_headline, is_menu, is_spoken_of, is_told, spare_headlines};
use super::{agencies, entries, model, owned, stray, taken, wrapped};
use crate::passes::code;
use crate::text::language::Language;
use crate::text::marked_code;
use crate::{Document, Reuse};

/// Above this a line goes if the document can spare it.
pub(super) const GO: i32 = 20;

/// So many words of an article are needed before a line goes for its place.
const MIN_BODY_WORDS: u32 = 15;

/// Of a text of fewer lines all stay if none would be left.
pub(super) const MIN_LINES: usize = 5;

/// A line that says so much is plain.
const PLAIN: i16 = 24;

/// A line says so much with a sign of copyright and a phrase about rights.
const NOTICE: i16 = 70;

/// A text of fewer lines has no look of its own.
const FEW: usize = 8;

/// From this score of the model on, what only pages say goes from a text
/// without an article too.
const ALIEN: i32 = 64;

/// Below this score of the model a line is rather the article's.
pub(super) const LISTED: i16 = 0;

/// So many words with an end mark are a sentence, which no crowd takes along.
const SENTENCE: u16 = 6;

/// So many certain lines take a day along that may be that of an event.
const COMPANY_OF_DAYS: u8 = 2;

/// From so many certain lines on, a text is a whole page, not what an
/// extractor made of it.
const PAGE: usize = 12;

/// For each of them a page has so many lines at most: a book is none.
const LINES_OF_PAGE: usize = 200;

/// From so many on, signatures and dates are the frame of the text, as in a
/// thread or a chronicle.
pub(super) const MANY: usize = 3;

/// More lines that stand alone are the headings of the text.
const MOST_LONE: usize = 3;

/// What it says for a line that it stands in a fenced block.
const OF_CODE: i16 = -30;

/// The hash of a commit has so many digits at least.
const SHORT_HASH: usize = 7;

/// A line with hours or amounts has so many words at most.
const FIGURE: u16 = 4;

/// A line that ends in a colon and has so many words is none of a page.
const LEAD: u16 = 12;

/// A list has so many lines at most.
pub(super) const LIST: usize = 16;

/// A line that goes may uncover another, but no more often than this.
const MOST_LOOKS: usize = 12;

/// Working memory.
#[derive(Default)]
pub(super) struct Memory {
    gone: Vec<Line>,
    around: Vec<i32>,
    seen: Vec<u32>,
}

impl Reuse for Memory {
    fn reset(&mut self) {
        self.gone.clear();
    }
}

/// Sets the verdict of each line.
///
/// What is left when the lines are gone is judged again, as often as lines go,
/// so that a text is done when they are taken out.
pub(super) fn judge(doc: &Document<'_>, lines: &mut Vec<Line>, kept: Kinds) {
    let text = doc.text();
    let suspect = lines.iter().any(Line::is_suspect) && {
        fence_all(doc, lines);
        if is_log(text, lines) {
            lines.iter_mut().filter(|line| !line.is(Flag::Claimed)).for_each(fence);
        }
        lines.iter().any(Line::is_suspect)
    };
    if suspect {
        calendars(text, lines);
        clear_cells(lines);
        lines.iter_mut().for_each(Line::classify);
    } else if !lines.iter().skip(1).any(|line| line.is_title(stray::LONGEST)) {
        return;
    }
    let (mut memory, mut folded) = (doc.lend::<Memory>(), doc.lend::<Folded>());
    let Memory { gone, around, seen } = &mut *memory;
    for _ in 0..MOST_LOOKS {
        if suspect {
            look(text, lines, kept, around, seen);
        }
        if !lines.iter().any(Line::goes) {
            for at in strays(doc, lines, &mut folded).into_iter().flatten() {
                if doc.language() == Language::English {
                    lines[at].placed = Some(BoilerplateKind::Stray);
                    lines[at].verdict = match kept.contains(BoilerplateKind::Stray) {
                        true => Verdict::Held,
                        false => Verdict::Weak,
                    };
                }
            }
        }
        let before = lines.len();
        lines.retain(|line| {
            if line.goes() {
                gone.push(*line);
            }
            !line.goes()
        });
        if lines.len() == before {
            break;
        }
    }
    put_back(lines, gone);
}

/// The stray lines of an article, as places in `lines`.
fn strays(
    doc: &Document<'_>,
    lines: &mut [Line],
    folded: &mut Folded,
) -> [Option<usize>; stray::MOST] {
    let found = stray::find(doc.text(), lines, folded);
    // Nearly every text has none, and then its fences need not be found.
    if found[0].is_some() && fence_all(doc, lines) {
        return stray::find(doc.text(), lines, folded);
    }
    found
}

/// Takes the lines of fenced blocks for what they are; says whether there are any.
fn fence_all(doc: &Document<'_>, lines: &mut [Line]) -> bool {
    marked_code::mark_fenced(doc, lines, |line| line.start as usize, fence)
}

/// Whether the text is the log of a repository: [`MANY`] lines or more open an entry.
fn is_log(text: &str, lines: &[Line]) -> bool {
    let opens = |line: &&Line| {
        let hash = text.as_bytes()[line.start as usize..].strip_prefix(b"commit ");
        hash.is_some_and(|hash| {
            let len = hash.iter().take_while(|b| b.is_ascii_hexdigit()).count();
            len >= SHORT_HASH && hash.get(len).is_none_or(u8::is_ascii_whitespace)
        })
    };
    lines.iter().filter(opens).nth(MANY - 1).is_some()
}

/// Takes a line for one of a fenced block, which says nothing of pages.
fn fence(line: &mut Line) {
    let mut flags = Flags::of(&[Flag::Fenced]);
    flags.set(Flag::Prose, line.is_body());
    let Line { start, next, key, words, .. } = *line;
    let (own, voice) = (OF_CODE, OF_CODE as i8);
    *line = Line { start, next, key, words, flags, own, voice, ..Line::default() };
}

/// Puts the lines that are gone back to their places among the others.
fn put_back(lines: &mut Vec<Line>, gone: &mut [Line]) {
    gone.sort_unstable_by_key(|line| line.start);
    let mut unmoved = lines.len();
    lines.extend_from_slice(gone);
    let mut end = lines.len();
    for line in gone.iter().rev() {
        let is_behind = |other: &&Line| other.start > line.start;
        let behind = lines[..unmoved].iter().rev().take_while(is_behind).count();
        lines.copy_within(unmoved - behind..unmoved, end - behind);
        (unmoved, end) = (unmoved - behind, end - behind - 1);
        lines[end] = *line;
    }
}

/// Sets the verdicts by what all lines together look like.
///
/// Each step sees what those before it have decided, so their order counts: first what
/// a line and its place say, then what the lines that stay or go say of others, and
/// last what the caller keeps and what the document cannot spare.
fn look(text: &str, lines: &mut [Line], kept: Kinds, around: &mut Vec<i32>, seen: &mut Vec<u32>) {
    // What stands where; looks at no verdict.
    let layout = Layout::of(lines);
    surroundings(lines, around);
    runs(lines, &layout, around);
    menus(text, lines, &layout);
    tables(text, lines);
    judge_each(text, lines, &layout, around);
    // What stays for a closer look, and what stays or goes with other lines.
    reconsider(text, lines, &layout);
    owned::spare(text, lines, &layout, seen);
    taken::take(text, lines);
    // Of what is left, what the text repeats or lists is how it is built.
    let framed = |l: &Line| layout.is_page && (l.is(Flag::Framed) || l.is(Flag::Crowded));
    let is_weak = |l: &Line| l.verdict == Verdict::Weak;
    let is_button = |l: &Line| l.kind().is_of_pages_only() && i32::from(l.trained) >= model::TAKES;
    let may_repeat = |l: &Line| is_weak(l) && !framed(l) && !is_button(l);
    spare_repeated(&mut lines[layout.article()], seen, may_repeat);
    spare_items(lines);
    if !layout.is_page {
        spare_lists(lines, layout.article());
    }
    // What the caller keeps does not go, and so is nothing that the document has to spare.
    hold(lines, kept);
    budget(lines, &layout, seen);
}

/// Gives each line the verdict that its words, its look and its place speak for,
/// whatever that of the others is.
fn judge_each(text: &str, lines: &mut [Line], layout: &Layout, around: &[i32]) {
    let sums = model::sums();
    // How many lines stand alone; few lines depend on it.
    let mut lone = None;
    let mut are_few_lone = |lines: &[Line]| {
        let count = || (0..lines.len()).filter(|&at| is_lone(lines, at)).count();
        *lone.get_or_insert_with(count) <= MOST_LONE
    };
    for at in 0..lines.len() {
        let line = &lines[at];
        let mut placed = None;
        let trained = if line.is(Flag::Prose) || line.is(Flag::Fenced) {
            0
        } else {
            model::score(lines, at, around, layout, sums)
        };
        let frames = layout.frames(line);
        let least = layout.least(text, lines, at);
        let listed =
            line.is(Flag::Column) || is_amount(lines, at, layout) || is_numbered(lines, at, layout);
        let spared = frames || trained <= least || listed;
        let verdict = if line.is(Flag::Claimed) || (line.is(Flag::Sure) && !spared) {
            Verdict::Sure
        } else if !frames && is_byline(text, lines, at, layout) {
            // Its place says more than its words, which are any names.
            placed = Some(BoilerplateKind::Byline);
            Verdict::Weak
        } else if agencies::is_credit(text, lines, at) {
            placed = Some(BoilerplateKind::Credit);
            Verdict::Weak
        } else if line.is(Flag::Menu) && (line.words == 0 || trained > model::SPARES) {
            Verdict::Weak
        } else if spared {
            Verdict::Keep
        } else if is_headline(text, lines, at, layout) {
            // What opens a document and its copy is what the document is.
            Verdict::Keep
        } else if goes(lines, at, around[at], layout) || is_date(lines, at, layout) {
            Verdict::Weak
        } else if (line.is(Flag::Day) || opens_with_number(text, line)) && !layout.is_page {
            Verdict::Keep
        } else if trained >= model::TAKES
            || (trained >= model::TAKES_LONE && are_few_lone(lines) && is_unspoken(text, lines, at))
        {
            placed = line.kind.or(Some(BoilerplateKind::Model));
            Verdict::Weak
        } else {
            Verdict::Keep
        };
        let line = &mut lines[at];
        (line.verdict, line.placed, line.trained) = (verdict, placed, trained as i16);
        let alien = line.is(Flag::Menu)
            || line.is_certain()
            || (trained >= ALIEN && line.own >= GO as i16 && line.kind().is_of_pages_only());
        line.set(Flag::Alien, alien);
        line.set(Flag::Spared, false);
    }
}

/// Keeps lines that a closer look shows to be the article's. From the top: a line may
/// go on the one above it, if that stays.
fn reconsider(text: &str, lines: &mut [Line], layout: &Layout) {
    spare_headlines(text, lines);
    for at in 0..lines.len() {
        if !lines[at].goes() || lines[at].is(Flag::Claimed) {
            continue;
        }
        if is_code(text, lines, at)
            || (!layout.is_page && is_spoken_of(text, lines, at))
            || is_told(text, lines, at)
            || is_clause(text, lines, at)
            || wrapped::goes_on(text, lines, at, layout.is_page)
            || entries::is_of_entry(text, lines, at)
            || !layout.is_page && entries::is_numbered_on(text, lines, at)
            || !layout.is_page && is_own_of_neighbours(text, lines, at)
        {
            lines[at].spare();
        }
    }
}

/// Holds the lines that would go and are of a kind that the caller keeps.
fn hold(lines: &mut [Line], kept: Kinds) {
    for line in lines.iter_mut().filter(|l| l.goes() && kept.contains(l.kind())) {
        line.verdict = Verdict::Held;
    }
}

/// What the document as a whole looks like.
pub(super) struct Layout {
    /// The lines from the first to the last that read like an article.
    pub(super) first_body: usize,
    pub(super) last_body: usize,
    pub(super) body_words: u32,
    /// How many lines say who wrote what stands above or below them, and how
    /// many are a date.
    signatures: usize,
    dates: usize,
    /// Whether it is a whole page.
    pub(super) is_page: bool,
}

impl Layout {
    pub(super) fn of(lines: &[Line]) -> Self {
        let count = |is: fn(&Line) -> bool| lines.iter().filter(|l| is(l)).count();
        Self {
            first_body: lines.iter().position(Line::is_body).unwrap_or(lines.len()),
            last_body: lines.iter().rposition(Line::is_body).unwrap_or(0),
            body_words: lines.iter().filter(|l| l.is_body()).map(|l| u32::from(l.words)).sum(),
            signatures: count(Line::is_signature),
            dates: count(|l| l.is(Flag::FullDate)),
            is_page: is_page(lines),
        }
    }

    /// The lines from the first to the last of the article.
    fn article(&self) -> Range<usize> {
        self.first_body.min(self.last_body)..self.last_body
    }

    /// Where a line stands: 0 for before the article, 1 for in it, 2 for
    /// behind it, 3 if there is none.
    pub(super) fn region(&self, at: usize) -> usize {
        match at {
            _ if self.first_body > self.last_body => 3,
            _ if at < self.first_body => 0,
            _ if at <= self.last_body => 1,
            _ => 2,
        }
    }

    /// Up to which score of the model a line stays that would go.
    ///
    /// What only pages say goes in any case, and so does whose a page is, but above the
    /// copy, and what is plain in a text of so few lines that its look says little.
    fn least(&self, text: &str, lines: &[Line], at: usize) -> i32 {
        let line = &lines[at];
        let plain = || line.own >= PLAIN || line.is(Flag::By) || is_menu(text, lines, at);
        let is_of_page = |at: usize| lines.get(at).is_some_and(Line::is_certain);
        let is_beside_page =
            || at > self.last_body || is_of_page(at + 1) || at > 0 && is_of_page(at - 1);
        // Of sentences the model knows nothing, and people quote what pages say.
        let says_so = || {
            let of_owner = match line.kind() {
                BoilerplateKind::Advert => true,
                // Manuals have them before their end.
                BoilerplateKind::Copyright => at > self.last_body,
                _ => false,
            };
            (line.kind().is_of_pages_only() && is_beside_page()) || (of_owner && line.is_certain())
        };
        let is_notice = || {
            let text = line.text(text);
            let says_whose = line.own >= NOTICE
                || line.is_certain()
                    && text.starts_with('\u{a9}')
                    && text.bytes().any(|b| b.is_ascii_digit());
            says_whose
                && line.kind() == BoilerplateKind::Copyright
                && (at > self.last_body || self.is_page && at > self.first_body)
        };
        if (lines.len() < FEW && plain())
            || (line.is_certain() && line.kind().is_of_pages_only())
            || is_notice()
        {
            i32::MIN
        } else if line.is(Flag::Sure)
            || line.is(Flag::By)
            || (at > self.last_body && line.company >= 3)
            || (line.is(Flag::Prose) && says_so())
        {
            model::SPARES
        } else {
            model::DOUBTS
        }
    }

    /// Whether a line belongs to the frame of a thread.
    fn frames(&self, line: &Line) -> bool {
        self.signatures >= MANY && line.is_signature()
    }
}

/// Whether a text says so much that only pages say, for its length. How the same section of each part of
/// a manual is headed ("See also"), and whose each part is, counts once.
fn is_page(lines: &[Line]) -> bool {
    let (mut head, mut is_owned) = (0, false);
    let count = lines.iter().filter(|line| line.is_certain()).filter(|line| match line.kind() {
        BoilerplateKind::Related => mem::replace(&mut head, line.key) != line.key,
        BoilerplateKind::Copyright => !mem::replace(&mut is_owned, true),
        _ => true,
    });
    let count = count.count();
    count >= PAGE && count * LINES_OF_PAGE >= lines.len()
}

/// Takes names of networks that stand apart from other boilerplate for what
/// they are in an article: cells of a table.
fn clear_cells(lines: &mut [Line]) {
    if !lines.iter().any(|line| line.is(Flag::Network)) {
        return;
    }
    let article = Layout::of(lines).article();
    for at in article {
        let says = |at: usize| lines.get(at).is_some_and(|l| l.kind.is_some() && l.own > HEARD);
        if lines[at].is(Flag::Network) && !says(at + 1) && (at == 0 || !says(at - 1)) {
            let line = &mut lines[at];
            (line.kind, line.own, line.voice) = (None, 0, 0);
            line.set(Flag::Sure, false);
        }
    }
}

/// Whether a line near the head reads "by" somebody, between the headline and
/// its copy; in brackets below a quotation it says whose that is.
fn is_byline(text: &str, lines: &[Line], at: usize, layout: &Layout) -> bool {
    let is_of_quotation =
        || lines[at].text(text).starts_with('(') && lines[at - 1].text(text).ends_with(['"', '”']);
    lines[at].is(Flag::By)
        && (1..=6).contains(&at)
        && layout.first_body + 1 >= at
        && lines[at + 1..].iter().take(4).any(Line::is_body)
        && !is_of_quotation()
}

/// Whether what a line says and where it stands is enough.
fn goes(lines: &[Line], at: usize, around: i32, layout: &Layout) -> bool {
    let line = &lines[at];
    let own = i32::from(line.own);
    // A line that says nothing goes with its company only, and so does a day
    // or a time, which may be that of a match.
    let undated = line.is(Flag::Date) && !line.is(Flag::FullDate) && line.own < GO as i16;
    let is_event = line.is(Flag::Day) && !layout.is_page && at >= layout.first_body;
    let company = if is_event { COMPANY_OF_DAYS } else { 1 };
    let alone = (line.kind.is_none() || undated) && line.company < company;
    let chronicle =
        line.is(Flag::FullDate) && layout.dates >= MANY && !line.is(Flag::Framed) && around < CROWD;
    let sentence = line.is(Flag::Prose) || (line.is(Flag::Ended) && line.words >= SENTENCE);
    if line.is(Flag::Framed) && around >= CROWD && !sentence {
        return own > -13 && own + around >= GO - 6;
    }
    own > 0 && own + around >= GO && !alone && !chronicle
}

/// Whether a line is one of several with a number in brackets, in a text that
/// has nothing else of pages near them: "Eggs (2)".
fn is_amount(lines: &[Line], at: usize, layout: &Layout) -> bool {
    let counted =
        |at: Option<usize>| at.and_then(|at| lines.get(at)).is_some_and(|l| l.is(Flag::Counted));
    lines[at].is(Flag::Counted)
        && lines[at].company == 0
        && !layout.is_page
        && (counted(at.checked_sub(1)) || counted(at.checked_add(1)))
}

/// Whether a line that says nothing else of pages has a number in brackets and
/// heads a paragraph, as articles of a law do: "Article nine (9)".
fn is_numbered(lines: &[Line], at: usize, layout: &Layout) -> bool {
    lines[at].is(Flag::Counted)
        && !lines[at].is_certain()
        && !lines[at].is(Flag::Date)
        && !layout.is_page
        && is_lone(lines, at)
}

/// Whether a line is the date of the article: a date alone between its pieces
/// or at its end.
fn is_date(lines: &[Line], at: usize, layout: &Layout) -> bool {
    lines[at].is(Flag::FullDate)
        && layout.dates < MANY
        && at > layout.first_body
        && lines[at - 1].is_body()
        && lines.get(at + 1).is_none_or(|l| l.is_body() && !l.is(Flag::Opens))
}

/// Whether a line says nothing of pages and begins with a number, as the hours of
/// a shop do.
fn opens_with_number(text: &str, line: &Line) -> bool {
    line.kind.is_none()
        && (2..=FIGURE).contains(&line.words)
        && line.text(text).starts_with(|c: char| c.is_ascii_digit())
}

/// Whether a line stands alone between two paragraphs, as headings do.
fn is_lone(lines: &[Line], at: usize) -> bool {
    let body = |at: Option<usize>| at.and_then(|at| lines.get(at)).is_some_and(Line::is_body);
    !lines[at].is(Flag::Prose) && body(at.checked_sub(1)) && body(at.checked_add(1))
}

/// Whether a line of several words stands alone between two paragraphs, and
/// neither has any of its words.
fn is_unspoken(text: &str, lines: &[Line], at: usize) -> bool {
    let line = &lines[at];
    if !is_lone(lines, at) || line.words < 2 || line.own <= 0 || line.is(Flag::Date) {
        return false;
    }
    let mut shared = false;
    stray::for_each_word(line.text(text), |word| {
        for body in [&lines[at - 1], &lines[at + 1]] {
            let long = word >> 24 > 0;
            stray::for_each_word(body.text(text), |other| shared |= long && other == word);
        }
    });
    !shared
}

/// Whether a line stands in code.
fn is_code(text: &str, lines: &mut [Line], at: usize) -> bool {
    let whole = |line: &Line| &text[line.start as usize..line.next as usize];
    let line = whole(&lines[at]);
    code::is_code(line, at, lines.len(), |at| {
        let is_sign = lines[at].is_sign;
        is_sign.unwrap_or_else(|| {
            let is_sign = code::is_sign(whole(&lines[at]));
            lines[at].is_sign = Some(is_sign);
            is_sign
        })
    })
}

/// Whether a line is one with the line above or below it, which stays: a piece of
/// wrapped prose, or a book with its number.
fn is_own_of_neighbours(text: &str, lines: &[Line], at: usize) -> bool {
    wrapped::is_gone_on(text, lines, at)
        || lines[at].kind() == BoilerplateKind::Model && wrapped::is_amid(text, lines, at)
        || wrapped::closes(text, lines, at)
        || lines[at].kind() == BoilerplateKind::Copyright && is_book(text, &lines[at..])
}

/// Whether the number of a book stands in the first line, or right below.
fn is_book(text: &str, lines: &[Line]) -> bool {
    let numbered = |line: &Line| line.text(text).contains("ISBN");
    let below = lines.get(1).filter(|below| !lines[0].is_apart_from(below));
    numbered(&lines[0]) || below.is_some_and(numbered)
}

/// Whether a sentence is numbered on from the line above it, or the line below
/// from it, and that line stays: a clause of a contract, a rule of a club.
fn is_clause(text: &str, lines: &[Line], at: usize) -> bool {
    let line = &lines[at];
    if !line.is(Flag::Ended) || line.words < SENTENCE {
        return false;
    }
    let Some(number) = number(line.text(text)) else { return false };
    let stays = |at: Option<usize>, next: u32| {
        let line = at.and_then(|at| lines.get(at)).filter(|l| !l.goes());
        line.and_then(|l| self::number(l.text(text))) == Some(next)
    };
    number > 0 && (stays(at.checked_sub(1), number - 1) || stays(Some(at + 1), number + 1))
}

/// The number that a line begins with, and of several parts the last: 2 of
/// "1.2 Fees".
pub(super) fn number(text: &str) -> Option<u32> {
    let (number, _) = text.trim_start().split_once(' ')?;
    let number = number.strip_suffix(['.', ')']).unwrap_or(number);
    let is_part = |part: &str| part.len() <= 3 && part.bytes().all(|b| b.is_ascii_digit());
    let parts = || number.split('.');
    parts().all(is_part).then(|| parts().next_back()?.parse().ok()).flatten()
}

/// Keeps what stands in a list that the article leads in: "Services offered:".
///
/// Above the article it is led in by a sentence, or stays no more than others.
fn spare_lists(lines: &mut [Line], article: Range<usize>) {
    let mut at = 0;
    while at < article.end {
        let in_article = article.contains(&at);
        let lead = &lines[at];
        let is_long = lead.words >= LEAD && lead.own < 0;
        let leads = lead.is(Flag::Colon) && (lead.kind.is_none() || is_long);
        at += 1;
        if !leads || !(in_article || is_long) {
            continue;
        }
        let rest = &mut lines[at..article.end];
        // What a sentence leads in has no blank lines.
        let is_close = |pair: &&[Line]| !pair[0].is_apart_from(&pair[1]);
        let whole = rest.windows(2).take(LIST - 1).take_while(is_close).count() + 1;
        let len = rest
            .iter()
            .take(if is_long { whole } else { LIST })
            .take_while(|l| !l.is_body() && !l.is(Flag::Colon))
            .count();
        let list = &mut rest[..len];
        let own = list.iter().filter(|l| l.kind.is_none()).count();
        let is_long = is_long && len >= MENU;
        if !is_long && (own * 2 < len || list.iter().any(|l| l.is(Flag::Framed))) {
            continue;
        }
        let may_stay = |l: &Line| l.kind().may_head() || (is_long && l.is(Flag::Item));
        let spared = |l: &&mut Line| l.goes() && !l.is(Flag::Claimed) && may_stay(l);
        for line in list.iter_mut().filter(spared) {
            line.verdict = Verdict::Keep;
        }
        at += len;
    }
}

/// Keeps single lines between two that are not prose and that the model takes
/// for the article: rows of a catalogue, of a programme, of a table whose cells
/// are lines; and below a paragraph what heads two such lines: "Specifications".
fn spare_items(lines: &mut [Line]) {
    let is_row = |l: &Line| !l.is(Flag::Prose) && !l.goes();
    let listed = |l: &Line| is_row(l) && l.trained < LISTED;
    let alone = |l: &Line| l.verdict == Verdict::Weak && l.company == 0 && !l.is(Flag::Claimed);
    for at in 1..lines.len().saturating_sub(1) {
        let (line, above, below) = (&lines[at], &lines[at - 1], &lines[at + 1]);
        // What speaks for a byline is its place.
        let byline = line.placed == Some(BoilerplateKind::Byline);
        if !alone(line) || byline {
            continue;
        }
        let heads = || {
            let is_list = |rows: &[Line]| {
                rows.iter().all(is_row) && rows.iter().map(|l| l.trained).sum::<i16>() < 2 * LISTED
            };
            line.kind().may_head()
                && above.is_body()
                && !above.goes()
                && lines.get(at + 1..at + 3).is_some_and(is_list)
        };
        if listed(above) && listed(below) || heads() {
            lines[at].verdict = Verdict::Keep;
        }
    }
}

/// Keeps those of such lines that stand in the text again and again: what
/// repeats is how a text is built.
fn spare_repeated(lines: &mut [Line], seen: &mut Vec<u32>, is_such: impl Fn(&Line) -> bool) {
    seen.clear();
    seen.extend(lines.iter().filter(|l| is_such(l)).map(|l| l.key));
    if seen.len() < MANY {
        return;
    }
    seen.sort_unstable();
    for line in lines.iter_mut().filter(|l| is_such(l)) {
        let from = seen.partition_point(|&key| key < line.key);
        if seen.get(from + MANY - 1) == Some(&line.key) {
            line.verdict = Verdict::Keep;
        }
    }
}

/// Keeps what the document cannot spare.
fn budget(lines: &mut [Line], layout: &Layout, seen: &mut Vec<u32>) {
    let spare_weak = |lines: &mut [Line], which: fn(&Line) -> bool| {
        for line in lines.iter_mut().filter(|l| l.verdict == Verdict::Weak && which(l)) {
            line.verdict = Verdict::Spared;
        }
    };
    if layout.body_words < MIN_BODY_WORDS {
        spare_weak(lines, |l| !l.is(Flag::Alien));
        let is_such = |l: &Line| l.verdict == Verdict::Weak && !l.is(Flag::Menu) && !l.is_certain();
        spare_repeated(lines, seen, is_such);
        // A word in a list of others.
        let is_word = |l: &Line| l.words == 1 && !l.is(Flag::Colon) && !l.is(Flag::Menu);
        let is_such =
            |l: &Line| l.verdict == Verdict::Sure && !l.is(Flag::Claimed) && l.kind().may_head();
        for line in lines.iter_mut().filter(|l| is_such(l) && is_word(l) && l.is(Flag::Listed)) {
            line.verdict = Verdict::Spared;
        }
    }
    // Of the sentences, no more than a third may go for what may be.
    let is_risk = |l: &Line| l.verdict == Verdict::Weak && l.is(Flag::Prose) && !l.is_certain();
    let words = |which: &dyn Fn(&Line) -> bool| -> u32 {
        lines.iter().filter(|l| which(l)).map(|l| u32::from(l.words)).sum()
    };
    if words(&is_risk) * 3 > words(&|l| l.is(Flag::Prose)) {
        spare_weak(lines, |l| l.is(Flag::Prose) && !l.is_certain());
    }
    decide_for_all(lines);
    if lines.iter().all(Line::goes) {
        // What opens a document is what is left of it.
        let left = if lines.len() < MIN_LINES { lines.len() } else { 1 };
        for line in &mut lines[..left] {
            line.verdict = Verdict::Spared;
        }
    }
}

/// Decides for all lines alike if there is nothing but boilerplate, some of
/// which is spared: all go if most do, else those stay that may be a list's.
/// Spared sentences stay.
fn decide_for_all(lines: &mut [Line]) {
    let is_spared = |l: &Line| l.verdict == Verdict::Spared && !l.is(Flag::Prose);
    let goes = lines.iter().filter(|l| l.goes()).count();
    if goes == lines.len()
        || lines.len() < MIN_LINES
        || !lines.iter().all(|l| l.goes() || is_spared(l))
    {
        return;
    }
    let most = goes * 2 > lines.len();
    let may_be_item = |l: &Line| l.words <= KICKER && !l.is(Flag::Colon) && l.kind().may_head();
    for line in lines {
        if most {
            line.verdict = Verdict::Weak;
        } else if may_be_item(line) && !line.is(Flag::Claimed) {
            line.verdict = Verdict::Spared;
        }
    }
}
