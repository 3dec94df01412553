//! Lists of the article that their words tell from those of a page.
//!
//! Where a list stands says little: the parts of a machine and the names of other sites
//! stand alike between a paragraph and the foot of the page, in lines as short. Its
//! words say more, if there are lines enough.

use std::ops::Range;
use std::{iter, mem, slice};

use super::blocks::{self, Proof};
use super::flags::Flag;
use super::kind::BoilerplateKind;
use super::line::Line;

/// The paragraphs above a list have one in so many of all words of paragraphs at least:
/// below the notice of a shop stands its menu.
pub(super) const ONE_IN: u32 = 4;

/// A list has so many lines at least.
const LIST: i32 = 4;

/// Below a paragraph its lines have so many words at most in the mean: headlines, which
/// speak of anything, have more.
const WORDS: i32 = 5;

/// What the model makes of the words of a list is no more than this in the mean, and in
/// all.
#[derive(Clone, Copy)]
struct Most {
    mean: i32,
    all: i32,
}

const MOST: Most = Most { mean: -10, all: -100 };
/// If the first line is the name of a section: "Cast".
const MOST_NAMED: Most = Most { mean: -3, all: 0 };
/// If the first line may head a menu: "Filters".
const MOST_OF_MENU: Most = Most { mean: -30, all: -100 };

/// A line that says more than a link does counts for so much less.
const SAYS_MORE: i32 = 20;

/// What a line says at most that may be of a list too: a word that menus have.
const DOUBTFUL: i16 = 22;

/// An advert that cuts a list has so many lines at most.
const CUT: usize = 3;

/// So many times of the day are those of a programme, which has so many lines at most
/// between two of them.
const TIMES: usize = 8;
const ROWS_BETWEEN: usize = 6;

/// Keeps the list that begins with the first of the lines below a paragraph.
pub(super) fn spare_below(text: &str, lines: &mut [Line]) {
    spare_first(text, lines, true);
}

/// Keeps each list, of lines without any paragraph.
pub(super) fn spare_each(text: &str, lines: &mut [Line]) {
    let mut at = 0;
    while at < lines.len() {
        at += spare_first(text, &mut lines[at..], false);
    }
}

/// Keeps the times of a programme, and the short lines between two of them.
pub(super) fn spare_programme(text: &str, lines: &mut [Line]) {
    let is_time = |line: &Line| is_time_of_day(line.text(text));
    if lines.iter().filter(|line| is_time(line)).take(TIMES).count() < TIMES {
        return;
    }
    let is_row = |l: &Line| may_be_listed(l) && i32::from(l.words) <= WORDS;
    let mut last = None;
    for at in 0..lines.len() {
        if !is_time(&lines[at]) {
            continue;
        }
        if let Some(last) = last.replace(at) {
            let entry = &mut lines[last..=at];
            if entry.len() <= ROWS_BETWEEN + 2 && entry.iter().all(is_row) {
                entry.iter_mut().filter(|l| l.goes()).for_each(Line::spare);
            }
        }
    }
}

/// Whether a text is a time of the day: "9:30", "21.15".
fn is_time_of_day(text: &str) -> bool {
    // Nearly all lines are longer.
    if text.len() > "21:15".len() {
        return false;
    }
    let is_number = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let (hour, minute) = text.split_once([':', '.']).unwrap_or_default();
    (1..=2).contains(&hour.len()) && minute.len() == 2 && is_number(hour) && is_number(minute)
}

/// Whether a line says for certain that what stands above and below it is not one.
pub(super) fn separates(line: &Line) -> bool {
    line.is_certain() && !cuts(line)
}

/// Keeps the list that begins with the first of some lines, but for the adverts that
/// cut it. Says how many lines were looked at.
fn spare_first(text: &str, lines: &mut [Line], is_below: bool) -> usize {
    let reach = pieces(text, lines).last().map_or(0, |(_, next)| next).max(1);
    let may_stay = |l: &Line| l.goes() && may_be_listed(l);
    // Most lists have no line that would go, and need not be weighed.
    if !lines[..reach].iter().any(may_stay) {
        return reach;
    }
    let most = match &lines[0] {
        first if !may_lead(text, first) => MOST_OF_MENU,
        first if is_below && first.kind.is_none() && blocks::is_section(text, first) => MOST_NAMED,
        _ => MOST,
    };
    let (mut list, mut end) = (List::default(), 0);
    for (piece, _) in pieces(text, lines) {
        list.add(text, &lines[piece.clone()]);
        if list.is_of_article(most) && (!is_below || list.is_short()) {
            end = piece.end;
        }
    }
    if !heads_choices(text, &lines[0]) {
        lines[..end].iter_mut().filter(|l| may_stay(l)).for_each(Line::spare);
    }
    reach
}

/// The pieces of the list that begins with the first of some lines, each with the line
/// behind the adverts that cut it off. No list begins with an advert, so that none has to
/// be looked at again.
fn pieces<'l>(
    text: &'l str,
    lines: &'l [Line],
) -> impl Iterator<Item = (Range<usize>, usize)> + use<'l> {
    // A heading of choices is the first of its list, which does not stay.
    let goes_on = |(line, at): &(&Line, usize)| match heads_choices(text, line) {
        true => *at == 0,
        false => may_be_listed(line),
    };
    let mut next = Some(0);
    iter::from_fn(move || {
        let start = next?;
        let end = start + lines[start..].iter().zip(start..).take_while(goes_on).count();
        let behind = end + lines[end..].iter().take_while(|l| cuts(l)).count();
        next = (end > start && (1..=CUT).contains(&(behind - end))).then_some(behind);
        Some((start..end, behind))
    })
}

/// Whether a line says nothing of pages, or no more than a word of a list may.
fn may_be_listed(line: &Line) -> bool {
    let is_named = matches!(line.placed, Some(BoilerplateKind::Byline | BoilerplateKind::Credit));
    if is_named || line.is(Flag::Menu) {
        return false;
    }
    let may_be = |l: &Line| !l.is(Flag::FullDate) && (l.is(Flag::Day) || l.words_score < 0);
    line.kind.is_none() || (line.own <= DOUBTFUL && !line.is(Flag::Sure) && may_be(line))
}

/// Whether a line heads nothing that pages have.
fn may_lead(text: &str, line: &Line) -> bool {
    blocks::may_lead(text, slice::from_ref(line), Proof::Sign)
}

/// Whether a line heads what pages let one choose from: "Sort by:".
fn heads_choices(text: &str, line: &Line) -> bool {
    line.is(Flag::Colon) && !may_lead(text, line)
}

/// Whether a line is one of an advert, or of a prompt to subscribe.
fn cuts(line: &Line) -> bool {
    let is_advert = matches!(line.kind, Some(BoilerplateKind::Advert | BoilerplateKind::Subscribe));
    is_advert && line.is_certain()
}

/// What the lines of a list say together.
#[derive(Default)]
struct List {
    lines: i32,
    words: i32,
    score: i32,
    /// The key of the last line: what is said of one thing after the other counts once.
    last: u32,
}

impl List {
    fn add(&mut self, text: &str, lines: &[Line]) {
        for line in lines {
            if mem::replace(&mut self.last, line.key) == line.key {
                continue;
            }
            self.lines += 1;
            self.words += i32::from(line.words);
            self.score += score(text, line);
        }
    }

    /// Whether the words are the article's.
    fn is_of_article(&self, most: Most) -> bool {
        self.lines >= LIST && self.score <= most.all.min(most.mean * self.lines)
    }

    fn is_short(&self) -> bool {
        self.words <= WORDS * self.lines
    }
}

/// What the words of a line say. A number alone may be that of a page.
fn score(text: &str, line: &Line) -> i32 {
    let line_text = line.text(text);
    if line_text.bytes().all(|b| b.is_ascii_digit()) {
        return 0;
    }
    let says_more = blocks::says_more(text, line) && !line_text.contains("://");
    i32::from(line.words_score) - SAYS_MORE * i32::from(says_more)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Pass;
    use crate::passes::Boilerplate;
    use crate::passes::boilerplate::owned::tests::COPY;

    const HEAD: &str = "Home\nLog in\nSubscribe\nPrivacy policy\nSkip to content\nSign up\n";
    const FOOT: &str = "Share\nTweet\nLeave a comment\nOlder Post\nPrivacy Policy\nTerms of Use\n\
        Contact us\nAbout us\nSubscribe\nRSS\nLog in\n";
    const LIST: [&str; 4] = ["The loaf", "Flour and salt", "Eggs", "Butter"];

    /// Whether all of some lines stay in a page.
    fn stay(lines: &[&str], page: &str) -> bool {
        let clean = Boilerplate::default().clean(page).into_owned();
        lines.iter().all(|line| clean.lines().any(|left| left == *line))
    }

    #[test]
    fn a_list_stays_whose_words_are_not_those_of_pages() {
        let stays = |list: &[&str]| stay(list, &format!("{HEAD}{COPY}{}\n{FOOT}", list.join("\n")));
        assert!(stays(&LIST));
        assert!(!stays(&["Fashion", "Opinion", "Travel tips", "More boats"]));
        assert!(!stays(&["Butter"; 9]));
    }

    #[test]
    fn below_the_name_of_a_section_a_list_may_be_of_names() {
        let stays = |name: &str| {
            let list = [name, "The keeper", "Paul Holm", "His dog", "Ines Duarte"];
            stay(&list, &format!("{HEAD}{COPY}{}\n{FOOT}", list.join("\n")))
        };
        assert!(stays("Cast"));
        assert!(!stays("Magazine"));
    }

    #[test]
    fn below_the_heading_of_a_menu_a_list_needs_more_to_stay() {
        let stays = |head: &str, list: &[&str]| {
            let below = format!("{head}\n{}\n{FOOT}", list.join("\n"));
            ["", COPY].map(|copy| stay(list, &format!("{HEAD}{copy}{below}")))
        };
        let words = ["Price", "Size", "Colour", "Brand", "Material"];
        assert_eq!(stays("The ropes", &words), [true; 2]);
        for head in ["Filters", "Sort by:"] {
            assert_eq!(stays(head, &words), [false; 2], "{head}");
        }
        assert_eq!(
            stays("Filters", &["200 g flour", "3 eggs", "50 g butter", "1 onion"]),
            [true; 2]
        );
    }

    #[test]
    fn a_list_goes_below_what_is_little_of_the_text() {
        let page = |parts: &str| {
            let notice = "The shop of the harbour sends ropes and tar to whoever asks.\n";
            let copy = COPY.repeat(3);
            format!("{HEAD}{copy}{parts}{notice}{}\n{FOOT}", LIST.join("\n"))
        };
        assert!(stay(&LIST, &page("")));
        assert!(stay(&LIST, &page("Advertisement\n")));
        assert!(!stay(&LIST, &page("Leave a comment\n")));
    }

    #[test]
    fn adverts_cut_a_list_in_pieces() {
        let [loaf, flour, eggs, butter] = LIST;
        let page =
            |cut: &str| format!("{HEAD}{COPY}{loaf}\n{flour}\n{cut}{eggs}\n{butter}\n{FOOT}");
        assert!(stay(&LIST, &page("Advertisement\n")));
        assert!(stay(&LIST, &page(&"Advertisement\n".repeat(CUT))));
        assert!(!stay(&LIST, &page(&"Advertisement\n".repeat(CUT + 1))));
        assert!(!stay(&LIST, &page("Leave a comment\n")));
    }

    #[test]
    fn in_a_text_without_paragraphs_each_list_stays() {
        let list = LIST.join("\n");
        assert!(stay(&LIST, &format!("{HEAD}{list}\n{FOOT}")));
        assert!(stay(&LIST, &format!("{HEAD}Weather maps\n{FOOT}{list}\n{FOOT}")));
    }

    #[test]
    fn what_stands_between_the_times_of_a_programme_stays() {
        let stays = |times: usize, between: &[&str]| {
            let entry = |hour| format!("{hour}:15\n{}\n", between.join("\n"));
            let entries: String = (1..times).map(entry).collect();
            stay(between, &format!("{HEAD}{COPY}Leave a comment\n{entries}{times}.15\n{FOOT}"))
        };
        assert!(stays(TIMES, &["Our crew", "More boats"]));
        assert!(stays(TIMES, &["More boats"; ROWS_BETWEEN]));
        assert!(!stays(TIMES - 1, &["Our crew", "More boats"]));
        assert!(!stays(TIMES, &["More boats"; ROWS_BETWEEN + 1]));
        assert!(!stays(TIMES, &["Old boats found in the wall of the mill"]));
    }
}
