//! What the place of a line says: before the article, alone in it, among others of its kind.

use super::flags::Flag;
use super::judge::{GO, MANY, SENTENCE};
use super::layout::Layout;
use super::line::Line;
use super::stray;
use super::surroundings::CROWD;

/// So many certain lines take a day along that may be that of an event.
const COMPANY_OF_DAYS: u8 = 2;

/// A line with hours or amounts has so many words at most.
const FIGURE: u16 = 4;

/// Whether a line near the head reads "by" somebody, between the headline and
/// its copy; in brackets below a quotation it says whose that is.
pub(super) fn is_byline(text: &str, lines: &[Line], at: usize, layout: &Layout) -> bool {
    let is_of_quotation =
        || lines[at].text(text).starts_with('(') && lines[at - 1].text(text).ends_with(['"', '”']);
    lines[at].is(Flag::By)
        && (1..=6).contains(&at)
        && layout.first_body + 1 >= at
        && lines[at + 1..].iter().take(4).any(Line::is_body)
        && !is_of_quotation()
}

/// Whether what a line says and where it stands is enough.
pub(super) fn goes(lines: &[Line], at: usize, around: i32, layout: &Layout) -> bool {
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
pub(super) fn is_amount(lines: &[Line], at: usize, layout: &Layout) -> bool {
    let counted =
        |at: Option<usize>| at.and_then(|at| lines.get(at)).is_some_and(|l| l.is(Flag::Counted));
    lines[at].is(Flag::Counted)
        && lines[at].company == 0
        && !layout.is_page
        && (counted(at.checked_sub(1)) || counted(at.checked_add(1)))
}

/// Whether a line that says nothing else of pages has a number in brackets and
/// heads a paragraph, as articles of a law do: "Article nine (9)".
pub(super) fn is_numbered(lines: &[Line], at: usize, layout: &Layout) -> bool {
    lines[at].is(Flag::Counted)
        && !lines[at].is_certain()
        && !lines[at].is(Flag::Date)
        && !layout.is_page
        && is_lone(lines, at)
}

/// Whether a line is the date of the article: a date alone between its pieces
/// or at its end.
pub(super) fn is_date(lines: &[Line], at: usize, layout: &Layout) -> bool {
    lines[at].is(Flag::FullDate)
        && layout.dates < MANY
        && at > layout.first_body
        && lines[at - 1].is_body()
        && lines.get(at + 1).is_none_or(|l| l.is_body() && !l.is(Flag::Opens))
}

/// Whether a line says nothing of pages and begins with a number, as the hours of
/// a shop do.
pub(super) fn opens_with_number(text: &str, line: &Line) -> bool {
    line.kind.is_none()
        && (2..=FIGURE).contains(&line.words)
        && line.text(text).starts_with(|c: char| c.is_ascii_digit())
}

/// Whether a line stands alone between two paragraphs, as headings do.
pub(super) fn is_lone(lines: &[Line], at: usize) -> bool {
    let body = |at: Option<usize>| at.and_then(|at| lines.get(at)).is_some_and(Line::is_body);
    !lines[at].is(Flag::Prose) && body(at.checked_sub(1)) && body(at.checked_add(1))
}

/// Whether a line of several words stands alone between two paragraphs, and
/// neither has any of its words.
pub(super) fn is_unspoken(text: &str, lines: &[Line], at: usize) -> bool {
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
