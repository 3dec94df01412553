//! Headlines and headings: lines that are what the document is, or that the
//! paragraph below them speaks of.

use super::flags::Flag;
use super::judge::{GO, Layout};
use super::kind::BoilerplateKind;
use super::line::Line;
use super::stray;
use crate::text::boundaries;

/// The name of a section and the headline below it have so many words at most.
pub(super) const KICKER: u16 = 2;
const HEADLINE: u16 = 16;

/// A paragraph speaks of its heading within so many bytes.
const OPENING: usize = 200;

/// A headline has so many words at least, or so many between blank lines; the copy
/// takes up so many of them, with no more than so many lines between them.
const TITLE: u16 = 4;
const SHORT_TITLE: u16 = 2;
const TOLD: usize = 2;
const BETWEEN: usize = 3;

/// A paragraph that has one of so many words of a row speaks of it.
const SPOKEN: usize = 3;

/// Whether a line may be the headline: the first, with the copy below it.
///
/// The name of a section is none if the headline stands below it.
pub(super) fn is_headline(text: &str, lines: &[Line], at: usize, layout: &Layout) -> bool {
    if at > 0 || layout.first_body > 4 {
        return false;
    }
    let first = &lines[0];
    let named = first.kind.is_some() && i32::from(first.own) >= GO;
    let of_page = named && !first.kind().may_open();
    let heads = |l: &Line| l.is_title(HEADLINE) && l.kind.is_none() && !l.is(Flag::By);
    let kicker = named && first.words <= KICKER && lines.get(1).is_some_and(heads);
    let ended = first.is_certain() && first.is(Flag::Ended);
    !(first.is(Flag::Framed) || of_page || kicker || ended || is_menu(text, lines, at))
}

/// Whether a line is a row of words that menus have, of which the next paragraph does
/// not speak: "Home | News".
pub(super) fn is_menu(text: &str, lines: &[Line], at: usize) -> bool {
    let line = &lines[at];
    line.is(Flag::Row)
        && line.kind == Some(BoilerplateKind::Navigation)
        && i32::from(line.own) >= GO
        && !lines[at + 1..].iter().find(|l| l.is_body()).is_some_and(|below| {
            let below = opening(below.text(text));
            let shared = stray::shared_long(line.text(text), below);
            points_back(below) || shared * SPOKEN >= usize::from(line.words)
        })
}

/// Whether a paragraph speaks of what stands above it.
fn points_back(text: &str) -> bool {
    let mut words = text.split(|c: char| !c.is_alphabetic());
    text.starts_with("These ") || words.any(|word| word == "above")
}

/// Whether the paragraph below a line speaks of it at once: then it is its
/// heading.
pub(super) fn is_spoken_of(text: &str, lines: &[Line], at: usize) -> bool {
    let line = &lines[at];
    let speaks = |l: &&Line| l.is_body() || (l.is_sentence() && !line.is(Flag::Sure));
    let Some(below) = lines.get(at + 1).filter(speaks) else { return false };
    if !line.is_heading() || line.words > 6 || !line.kind().may_head() {
        return false;
    }
    let below = opening(below.text(text));
    let (mut all, mut most) = (true, 0);
    stray::for_each_word(line.text(text), |word| {
        let mut there = false;
        stray::for_each_word(below, |other| there |= other == word);
        all &= there;
        most = most.max(word);
    });
    // Five letters, of which one word has all.
    all && most >> 32 > 0
}

/// Whether the copy below a title takes up its words at once: then it is the
/// headline, whatever stands above it. A byline may stand between them.
pub(super) fn is_told(text: &str, lines: &[Line], at: usize) -> bool {
    let line = &lines[at];
    let is_apart = |at: usize| lines.get(at..at + 2).is_some_and(|l| l[0].is_apart_from(&l[1]));
    let stands_apart = || at > 0 && is_apart(at - 1) && is_apart(at);
    if !(may_be_title(line, TITLE) || may_be_title(line, SHORT_TITLE) && stands_apart()) {
        return false;
    }
    let below = lines[at + 1..].iter().take(BETWEEN + 1).find(|l| l.is_body());
    let Some(below) = below.map(|l| opening(l.text(text))) else { return false };
    stray::shared(line.text(text), below) >= TOLD
}

/// The only title above the copy, if the copy has a word of it: then it is the
/// headline, whatever stands between them.
pub(super) fn only_title(text: &str, lines: &[Line], layout: &Layout) -> Option<usize> {
    let copy = lines.get(layout.first_body)?;
    let is_title = |l: &Line| may_be_title(l, TITLE) && !l.is(Flag::By) && !l.is(Flag::Date);
    let mut titles = (0..layout.first_body).filter(|&at| is_title(&lines[at]));
    let title = titles.next().filter(|_| titles.next().is_none())?;
    let shared = stray::shared(lines[title].text(text), opening(copy.text(text)));
    (shared > 0).then_some(title)
}

/// Whether a line has the look of a headline of so many words at least, and says
/// nothing that pages say.
fn may_be_title(line: &Line, least: u16) -> bool {
    line.kind.is_none() && line.words >= least && line.is_title(HEADLINE)
}

/// How a paragraph begins.
fn opening(text: &str) -> &str {
    &text[..boundaries::floor(text, OPENING)]
}
