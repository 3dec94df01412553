//! Headlines and headings: lines that are what the document is, or that the
//! paragraph below them speaks of.

use super::flags::Flag;
use super::judge::GO;
use super::kind::BoilerplateKind;
use super::layout::Layout;
use super::line::Line;
use super::stray;
use crate::data::has;
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

/// Above another copy than the first, a headline stands so many lines at most, and so
/// many of its words are taken up.
const ABOVE: usize = 24;
const TAKEN_UP: usize = 3;

/// A paragraph that has one of so many words of a row speaks of it.
const SPOKEN: usize = 3;

/// Words with which a notice speaks for its site. Our own list. Sorted.
static OF_SITES: &[&str] = &["our", "ours", "site", "us", "we", "website"];

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
    // What manuals have chapters on too: "Permissions", "Cookies". A notice speaks for its site.
    let may_be_chapter = || {
        let mut words = opening(below.text(text)).split(|c: char| !c.is_alphabetic());
        matches!(line.kind(), BoilerplateKind::Copyright | BoilerplateKind::Cookies)
            && line.words == 1
            && below.kind.is_none()
            && !words.any(|word| has(OF_SITES, word))
    };
    if !line.is_heading() || line.words > 6 || !(line.kind().may_head() || may_be_chapter()) {
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
pub(super) fn is_taken_up(text: &str, lines: &[Line], at: usize) -> bool {
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

/// Whether the line above is the path to the page, with this line at its end: then it is
/// the headline.
pub(super) fn ends_path(text: &str, lines: &[Line], at: usize) -> bool {
    if at == 0 || !may_be_title(&lines[at], SHORT_TITLE) {
        return false;
    }
    let ends = |rest: &str| rest.trim_end().ends_with(['»', '›', '>', '/', '→']);
    lines[at - 1].text(text).strip_suffix(lines[at].text(text)).is_some_and(ends)
}

/// Keeps the headline of each copy that the lines above it would go with: of the
/// titles there, the one of whose words the copy takes up the most at once, whatever
/// the page puts between them.
pub(super) fn spare_headlines(text: &str, lines: &mut [Line]) {
    let is_title = |l: &Line| may_be_title(l, TITLE) && !l.is(Flag::By) && !l.is(Flag::Date);
    let mut above = 0;
    for at in 0..lines.len() {
        if !lines[at].is_body() || lines[at].goes() {
            continue;
        }
        let (from, least) = match above {
            0 => (0, 1),
            _ => (above.max(at.saturating_sub(ABOVE)), TAKEN_UP),
        };
        above = at + 1;
        if !lines[from..at].iter().any(|l| l.goes() && is_title(l)) {
            continue;
        }
        let copy = opening(lines[at].text(text));
        let titles = (from..at).filter(|&at| is_title(&lines[at]));
        let told = titles.map(|at| (stray::shared(lines[at].text(text), copy), at));
        if let Some((_, title)) = told.filter(|(words, _)| *words >= least).max()
            && lines[title].goes()
            && !lines[title].is(Flag::Claimed)
        {
            lines[title].spare();
        }
    }
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

#[cfg(test)]
mod tests {
    use super::ABOVE;
    use crate::Pass;
    use crate::passes::Boilerplate;
    use crate::passes::boilerplate::owned::tests::COPY;

    const MENU: &str = "Log in\nSubscribe\nPrivacy policy\nTerms of use\nCookie settings\n\
        Skip to content\nMost read\nShare this article\nLeave a comment\nPrint\nAdvertisement\n\
        Accept all cookies\nSign up\nLog in or register\nShare on Facebook\nCopy link\n";
    const TITLE: &str = "Old weavers of Lindholm strike\n";
    const WEAVERS: &str = "The weavers of Lindholm went on strike on Monday, for the first time \
        since the old mill was built, and nobody knows how long.\n";

    fn stays(text: &str) -> bool {
        Boilerplate::default().clean(text).contains(TITLE)
    }

    #[test]
    fn a_headline_stays_whatever_stands_between_it_and_the_copy() {
        assert!(stays(&format!("{MENU}{TITLE}{MENU}{WEAVERS}{COPY}")));
        assert!(!stays(&format!("{MENU}{TITLE}{MENU}{COPY}")));
    }

    #[test]
    fn above_another_copy_more_words_are_taken_up_from_near() {
        let between = |lines: usize, copy: &str| {
            let lines = "Print\nShare\n".repeat(lines / 2);
            stays(&format!("{COPY}{MENU}{TITLE}{lines}{copy}{COPY}"))
        };
        assert!(between(ABOVE - 2, WEAVERS));
        assert!(!between(ABOVE, WEAVERS));
        assert!(!between(ABOVE - 2, &WEAVERS.replace("on strike", "home")));
    }
}
