//! Lines that stay for what the lines around them are: lists, repeats, and what the document
//! cannot spare.

use std::ops::Range;

use super::flags::Flag;
use super::judge::MANY;
use super::kind::BoilerplateKind;
use super::layout::Layout;
use super::line::{Line, Verdict};
use super::surroundings::MENU;
use super::titles::KICKER;

/// So many words of an article are needed before a line goes for its place.
const MIN_BODY_WORDS: u32 = 15;

/// Of a text of fewer lines all stay if none would be left.
pub(super) const MIN_LINES: usize = 5;

/// A line that ends in a colon and has so many words is none of a page.
const LEAD: u16 = 12;

/// A list has so many lines at most.
const LONGEST_LIST: usize = 16;

/// Below this score of the model a line is rather the article's.
const OF_ARTICLE: i16 = 0;

/// Keeps what stands in a list that the article leads in: "Services offered:".
///
/// Above the article it is led in by a sentence, or stays no more than others.
pub(super) fn spare_lists(lines: &mut [Line], article: Range<usize>) {
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
        let whole = rest.windows(2).take(LONGEST_LIST - 1).take_while(is_close).count() + 1;
        let len = rest
            .iter()
            .take(if is_long { whole } else { LONGEST_LIST })
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
pub(super) fn spare_items(lines: &mut [Line]) {
    let is_row = |l: &Line| !l.is(Flag::Prose) && !l.goes();
    let listed = |l: &Line| is_row(l) && l.trained < OF_ARTICLE;
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
                rows.iter().all(is_row)
                    && rows.iter().map(|l| l.trained).sum::<i16>() < 2 * OF_ARTICLE
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
pub(super) fn spare_repeated(
    lines: &mut [Line],
    seen: &mut Vec<u32>,
    is_such: impl Fn(&Line) -> bool,
) {
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
pub(super) fn budget(lines: &mut [Line], layout: &Layout, seen: &mut Vec<u32>) {
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
