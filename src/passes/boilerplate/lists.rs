//! Lists of the article that their words tell from those of a page.
//!
//! Where a list stands says little: the parts of a machine and the names of other sites
//! stand alike between a paragraph and the foot of the page, in lines as short. Its
//! words say more, if there are lines enough.

use super::blocks;
use super::flags::Flag;
use super::kind::BoilerplateKind;
use super::line::Line;

/// The paragraphs above a list have one of so many parts of all words of paragraphs at
/// least: below the notice of a shop stands its menu.
pub(super) const PART: u32 = 4;

/// A list has so many lines at least.
const LIST: i32 = 4;

/// Below a paragraph its lines have so many words at most in the mean: headlines, which
/// speak of anything, have more.
const WORDS: i32 = 5;

/// What the model makes of the words of a list is no more than this in the mean, and in
/// all. A line that says more than a link does counts for so much less.
const MEAN: i32 = -10;
const ALL: i32 = -100;
const MORE: i32 = 20;

/// What a line says at most that may be of a list too: a word that menus have.
const DOUBTFUL: i16 = 22;

/// An advert that cuts a list has so many lines at most.
const CUT: usize = 3;

/// Keeps the list that begins with the first of the lines below a paragraph; of lines
/// without any paragraph, each list.
pub(super) fn spare(text: &str, lines: &mut [Line], is_below: bool) {
    let mut at = spare_first(text, lines, is_below);
    while !is_below && at < lines.len() {
        at += spare_first(text, &mut lines[at..], is_below);
    }
}

/// Whether a line says for certain that what stands above and below it is not one.
pub(super) fn parts(line: &Line) -> bool {
    line.is_certain() && !cuts(line)
}

/// Keeps the list that begins with the first of some lines, but for the adverts that
/// cut it. Says how many lines were looked at.
fn spare_first(text: &str, lines: &mut [Line], is_below: bool) -> usize {
    let mut list = List::default();
    let (mut end, mut at) = (0, 0);
    loop {
        let len = lines[at..].iter().take_while(|l| may_be_listed(l)).count();
        list.add(text, &lines[at..at + len]);
        at += len;
        if list.is_of_article() && (!is_below || list.is_short()) {
            end = at;
        }
        let cut = lines[at..].iter().take_while(|l| cuts(l)).count();
        if len == 0 || cut == 0 || cut > CUT {
            break;
        }
        at += cut;
    }
    let may_stay = |l: &&mut Line| l.goes() && may_be_listed(l);
    lines[..end].iter_mut().filter(may_stay).for_each(Line::spare);
    at.max(1)
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
}

impl List {
    fn add(&mut self, text: &str, lines: &[Line]) {
        for line in lines {
            self.lines += 1;
            self.words += i32::from(line.words);
            self.score += score(text, line);
        }
    }

    fn is_of_article(&self) -> bool {
        self.lines >= LIST && self.score <= ALL.min(MEAN * self.lines)
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
    i32::from(line.words_score) - MORE * i32::from(says_more)
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
}
