//! Deciding which lines go: what a line says, and where it stands.

use super::flags::{Flag, Flags};
use super::folded::Folded;
use super::kind::{BoilerplateKind, Kinds};
use super::layout::Layout;
use super::line::{HEARD, Line, Verdict};
use super::places::{
    goes, is_amount, is_byline, is_date, is_lone, is_numbered, is_unspoken, opens_with_number,
};
use super::spared::{budget, spare_items, spare_lists, spare_repeated};
use super::surroundings::{calendars, menus, runs, surroundings, tables};
use super::titles::{ends_path, is_headline, is_spoken_of, is_taken_up, spare_headlines};
use super::{agencies, entries, licences, model, owned, stray, taken, wrapped};
use crate::data::has;
use crate::data::proper_names::DETERMINERS;
use crate::passes::code;
use crate::text::language::Language;
use crate::text::marked_code;
use crate::{Document, Reuse};

/// Above this a line goes if the document can spare it.
pub(super) const GO: i32 = 20;

/// From this score of the model on, what only pages say goes from a text
/// without an article too.
const ALIEN: i32 = 64;

/// So many words with an end mark are a sentence, which no crowd takes along.
pub(super) const SENTENCE: u16 = 6;

/// From so many on, signatures and dates are the frame of the text, as in a
/// thread or a chronicle.
pub(super) const MANY: usize = 3;

/// More lines that stand alone are the headings of the text.
const MOST_LONE: usize = 3;

/// Labels of pictures. Our own list, sorted.
static PICTURES: &[&str] = &["image", "photo", "picture"];
/// Words that tell what a picture shows, and where. Our own list, sorted.
#[rustfmt::skip]
static SHOWS: &[&str] = &[
    "after", "are", "at", "before", "during", "in", "is", "near", "on", "was", "were", "with",
];
/// Words that tell whose it is. Our own list, sorted.
static RIGHTS: &[&str] =
    &["copyright", "courtesy", "credit", "domain", "licence", "license", "permission", "rights"];

/// What it says for a line that it stands in a fenced block.
const OF_CODE: i16 = -30;

/// The hash of a commit has so many digits at least.
const SHORT_HASH: usize = 7;

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

/// Whether one of the lines is worth a look at all of them.
pub(super) fn may_find(lines: &[Line]) -> bool {
    lines.iter().any(Line::is_suspect) || may_find_strays(lines)
}

/// Whether a line may stray among the others.
fn may_find_strays(lines: &[Line]) -> bool {
    lines.iter().skip(1).any(|line| line.is_title(stray::LONGEST))
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
        } else if licences::consists_of_them(text, lines) {
            lines.iter_mut().filter(|line| licences::may_have(line)).for_each(fence);
        }
        lines.iter().any(Line::is_suspect)
    };
    if suspect {
        calendars(text, lines);
        clear_cells(lines);
        lines.iter_mut().for_each(Line::classify);
    } else if !may_find_strays(lines) {
        return;
    }
    let (mut memory, mut folded) = (doc.lend::<Memory>(), doc.lend::<Folded>());
    let Memory { gone, around, seen } = &mut *memory;
    for _ in 0..MOST_LOOKS {
        if suspect {
            look(text, lines, kept, around, seen);
        }
        if !lines.iter().any(Line::goes) {
            judge_strays(doc, lines, kept, &mut folded);
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

/// Sets the verdicts of stray lines.
fn judge_strays(doc: &Document<'_>, lines: &mut [Line], kept: Kinds, folded: &mut Folded) {
    let verdict = match kept.contains(BoilerplateKind::Stray) {
        true => Verdict::Held,
        false => Verdict::Weak,
    };
    for at in strays(doc, lines, folded).into_iter().flatten() {
        if doc.language() == Language::English {
            lines[at].placed = Some(BoilerplateKind::Stray);
            lines[at].verdict = verdict;
        }
    }
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
            || is_taken_up(text, lines, at)
            || at < layout.first_body && ends_path(text, lines, at)
            || is_clause(text, lines, at)
            || wrapped::goes_on(text, lines, at, layout.is_page)
            || entries::is_of_entry(text, lines, at)
            || is_caption(text, &lines[at])
            || !layout.is_page && entries::is_numbered_on(text, lines, at)
            || !layout.is_page && entries::is_in_order(text, lines, at)
            || !layout.is_page && entries::is_in_contents(text, lines, at)
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

/// Whether a line tells what a picture shows, and not who took it or whose it is:
/// `Photo: the mill in 1890`.
fn is_caption(text: &str, line: &Line) -> bool {
    const LEAST: usize = 4;
    if line.kind() != BoilerplateKind::Credit {
        return false;
    }
    let Some((label, shown)) = line.text(text).split_once(": ") else { return false };
    let words = || shown.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    has(PICTURES, label)
        && words().next().is_some_and(|word| has(DETERMINERS, word))
        && words().count() >= LEAST
        && wrapped::is_mostly_small(shown)
        && words().any(|word| has(SHOWS, word))
        && !words().any(|word| has(RIGHTS, word))
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::read_lines::tests::part;
    use super::*;
    use crate::Buffers;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn of_lines_that_are_worth_no_look_none_goes_but_on_the_word_of_the_model(parts in prop::collection::vec(part(), 0..30)) {
            let (text, buffers) = (parts.concat(), Buffers::default());
            let doc = Document::new(&text, &buffers);
            let mut lines = doc.read_lines().all().to_vec();
            if !may_find(&lines) {
                fence_all(&doc, &mut lines);
                calendars(&text, &mut lines);
                clear_cells(&mut lines);
                lines.iter_mut().for_each(Line::classify);
                look(&text, &mut lines, Kinds::default(), &mut Vec::new(), &mut Vec::new());
                // The model is asked about documents that give a reason only.
                let is_untrained = |line: &Line| i32::from(line.trained) < model::TAKES_LONE;
                prop_assert!(!lines.iter().any(|line| line.goes() && is_untrained(line)), "{text:?}");
                prop_assert_eq!(strays(&doc, &mut lines, &mut Folded::default()), [None; stray::MOST]);
            }
        }
    }
}
