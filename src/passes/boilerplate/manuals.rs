//! Lines of manuals: headings in capitals, terms with what they mean.

use super::flags::Flag;
use super::judge::number;
use super::kind::BoilerplateKind;
use super::line::Line;

/// A term has so many words at most; so many make a glossary, in which what they mean
/// is set in by so many spaces.
const TERM: u16 = 4;
const TERMS: usize = 3;
const SET_IN: usize = 2;

/// So many terms that are not set in make a glossary, if each stands right below what
/// the one above means: with small letters and others.
const SMALL: usize = 3;
const OTHERS: usize = 5;

/// A heading in capitals has so many words at most. Of those of a manual, so many say
/// nothing that pages say, and so many have a sentence below, or what is set in. If
/// many are its own, others may speak to the reader too.
const CAPITAL: u16 = 5;
const OWN: usize = 2;
const TOLD: usize = 2;
const MANY_OWN: usize = 5;

/// So many certain lines may stand near such a heading or a term, and so many lines
/// right below a heading say whose a document is.
const COMPANY: u8 = 6;
const MOST_NOTICES: usize = 8;

/// Keeps the lines that a manual has.
pub(super) fn spare(text: &str, lines: &mut [Line]) {
    spare_capitals(text, lines);
    spare_terms(text, lines);
    spare_labels(text, lines);
    spare_numbered(text, lines);
    spare_names(text, lines);
}

/// Whether a line would go, and not for what the caller says.
fn may_go(line: &Line) -> bool {
    line.goes() && !line.is(Flag::Claimed)
}

/// Keeps the headings of a document that sets them in capitals, as manuals do: "SEE
/// ALSO"; and right below one who wrote the document and whose it is.
fn spare_capitals(text: &str, lines: &mut [Line]) {
    let may_go = |l: &Line| may_go(l) && !l.is(Flag::Framed) && l.company <= COMPANY;
    if !lines.iter().any(may_go) {
        return;
    }
    let is_notice = |l: &Line| {
        matches!(l.kind(), BoilerplateKind::Copyright | BoilerplateKind::Byline)
            && (may_go(l) || !l.goes() && l.kind.is_some())
    };
    let stays = |l: &Line| !l.goes() && !l.is(Flag::Item) && !is_capital(text, l);
    let heads = || {
        let all = lines.iter().zip(&lines[1..]);
        all.filter(|(head, below)| is_capital(text, head) && (stays(below) || is_notice(below)))
    };
    let is_told = |(head, below): &(&Line, &Line)| {
        let is_set_in = || head.margin(text) + SET_IN <= below.margin(text);
        is_notice(below) || below.is_sentence() && !below.is(Flag::Date) || is_set_in()
    };
    let is_own = |(head, _): &(&Line, &Line)| head.kind.is_none() && !head.goes();
    if heads().filter(is_own).take(OWN).count() < OWN
        || heads().filter(is_told).take(TOLD).count() < TOLD
    {
        return;
    }
    let are_many = heads().filter(is_own).take(MANY_OWN).count() == MANY_OWN;
    let may_stay = |l: &Line| {
        let is_of_pages = || l.is(Flag::By) || !are_many && l.kind().is_of_pages_only();
        !l.goes() || may_go(l) && !is_of_pages()
    };
    for at in 0..lines.len() {
        if !may_stay(&lines[at]) || !is_capital(text, &lines[at]) {
            continue;
        }
        let below = lines[at + 1..].iter().take(MOST_NOTICES);
        let notices = below.take_while(|l| is_notice(l)).count();
        let next = at + 1 + notices;
        let heads = |l: &Line| stays(l) || notices > 0 && is_capital(text, l);
        if lines.get(next).is_some_and(heads) {
            lines[at..next].iter_mut().filter(|l| l.goes()).for_each(Line::spare);
        }
    }
}

/// Whether a line is a heading in capitals. Letters that have no case may stand in it.
fn is_capital(text: &str, line: &Line) -> bool {
    let text = line.text(text);
    line.is_title(CAPITAL)
        && text.chars().filter(|c| c.is_uppercase()).nth(1).is_some()
        && !text.chars().any(char::is_lowercase)
}

/// Keeps the terms of a glossary: lines of a few words, each of which has what it means
/// below it, set in alike.
fn spare_terms(text: &str, lines: &mut [Line]) {
    // How far a term and what it means are set in.
    let term = |lines: &[Line], at: usize| {
        let [term, below] = lines.get(at..at + 2)? else { return None };
        let margins = (term.margin(text), below.margin(text));
        let is_term = term.words <= TERM
            && !(term.is(Flag::Ended) || term.is(Flag::Colon))
            && !below.goes()
            && (below.words > TERM || below.is(Flag::Ended))
            && margins.0 + SET_IN <= margins.1;
        is_term.then_some(margins)
    };
    let alike = (0..lines.len()).find_map(|at| term(lines, at).filter(|_| may_go(&lines[at])));
    if alike.is_none()
        || (0..lines.len()).filter(|&at| term(lines, at) == alike).take(TERMS).count() < TERMS
    {
        return;
    }
    for at in 0..lines.len() {
        if may_go(&lines[at]) && term(lines, at) == alike {
            lines[at].spare();
        }
    }
}

/// Keeps the terms of a glossary that stand by turns with what they mean: labels of a
/// window, options of a program.
fn spare_labels(text: &str, lines: &mut [Line]) {
    let is_term =
        |l: &Line| l.words <= TERM && !(l.is(Flag::Ended) || l.is(Flag::Colon) || l.is_body());
    let is_pair = |lines: &[Line], at: usize, small: bool| {
        let Some([term, below]) = lines.get(at..at + 2) else { return false };
        let means = below.is(Flag::Ended) || small && below.words > TERM;
        is_term(term) && is_small(text, term) == small && means && !below.goes()
    };
    for at in 0..lines.len() {
        let line = &lines[at];
        let may_stay =
            may_go(line) && line.company <= COMPANY && !line.is(Flag::Framed) && !line.is(Flag::By);
        let small = is_small(text, line);
        if !may_stay || !is_pair(lines, at, small) {
            continue;
        }
        let least = if small { SMALL } else { OTHERS };
        let own = [-2, 2].map(|step| {
            let place = |k| at.checked_add_signed(step * k);
            let is_like = |at: &usize| is_pair(lines, *at, small);
            let pairs = (1..=2 * least as isize).map_while(|k| place(k).filter(is_like));
            pairs.filter(|&at| !lines[at].goes()).count()
        });
        if own[0] + 1 + own[1] >= least {
            lines[at].spare();
        }
    }
}

/// Keeps lines that are numbered on from the line above, and the line below from them:
/// rows of a table, a listing.
fn spare_numbered(text: &str, lines: &mut [Line]) {
    for at in 1..lines.len().saturating_sub(1) {
        let stays = |at: usize, as_number: u32| {
            !lines[at].goes() && number(lines[at].text(text)) == Some(as_number)
        };
        if may_go(&lines[at])
            && let Some(own) = number(lines[at].text(text))
            && own > 0
            && stays(at - 1, own - 1)
            && stays(at + 1, own + 1)
        {
            lines[at].spare();
        }
    }
}

/// Keeps the head and the foot of a page of a manual, which end in its name: "JOIN(1)
/// User Commands JOIN(1)".
fn spare_names(text: &str, lines: &mut [Line]) {
    let is_name = |word: &str| {
        let parts = word.strip_suffix(')').and_then(|word| word.split_once('('));
        parts.is_some_and(|(name, section)| {
            section.starts_with(|c: char| c.is_ascii_digit())
                && section.bytes().all(|b| b.is_ascii_alphanumeric())
                && name.bytes().any(|b| b.is_ascii_uppercase())
                && !name.bytes().any(|b| b.is_ascii_lowercase())
        })
    };
    let names_page = |line: &Line| {
        let mut words = line.text(text).split_ascii_whitespace();
        words.next_back().is_some_and(is_name) && words.nth(1).is_some()
    };
    lines.iter_mut().filter(|l| may_go(l) && names_page(l)).for_each(Line::spare);
}

/// Whether a line begins with a small letter or a mark, as few labels of pages do.
fn is_small(text: &str, line: &Line) -> bool {
    let first = line.text(text).chars().next();
    first.is_some_and(|c| c.is_lowercase() || !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use crate::Pass;
    use crate::passes::Boilerplate;
    use crate::passes::boilerplate::owned::tests::COPY;

    fn stays(line: &str, text: &str) -> bool {
        Boilerplate::default().clean(text).lines().any(|left| left == line)
    }

    #[test]
    fn two_other_headings_and_two_sentences_below_make_a_manual_of_capitals() {
        let below = |heads: &str| stays("SEE ALSO", &format!("{COPY}{heads}SEE ALSO\n{COPY}"));
        let sail = format!("SAILING\n{COPY}");
        assert!(below(&format!("{sail}FILES\n/boats\n")));
        assert!(!below(&format!("{sail}Files\n/boats\n")));
        assert!(!below(&format!("Sailing\n{COPY}FILES\n/boats\n")));
        assert!(below("SAILS\n  /sails\nFILES\n  /boats\n"));
        assert!(!below("SAILS\n/sails\nFILES\n/boats\n"));
    }

    #[test]
    fn three_terms_with_small_letters_or_five_others_make_a_glossary() {
        let among = |term: &str, others: &[&str]| {
            let pair = |term: &str| format!("{term}\nIt is what nobody on the pier needs.\n");
            let pairs: String = others.iter().copied().map(pair).collect();
            stays(term, &format!("{COPY}{pairs}{}{COPY}", pair(term)))
        };
        assert!(among("home", &["rope", "sail"]));
        assert!(!among("home", &["rope"]));
        assert!(!among("home", &["Rope", "Sail"]));
        assert!(among("Home", &["Rope", "Sail", "Oar", "Keel"]));
        assert!(!among("Home", &["Rope", "Sail", "Oar"]));
        assert!(!among("Home", &["Rope", "Sail", "oar", "Keel", "Mast"]));
    }

    #[test]
    fn the_head_and_the_foot_of_a_page_end_in_its_name() {
        let stays = |line: &str| stays(line, &format!("{line}\n\n{COPY}\n{COPY}\n{line}\n"));
        assert!(stays("JOIN(1) User Commands JOIN(1)"));
        assert!(!stays("Join(1) User Commands Join(1)"));
    }

    #[test]
    fn a_line_stays_that_is_numbered_on_from_above_and_below() {
        let among = |above: &str, below: &str| {
            let line = "8 © Inga Solberg";
            stays(line, &format!("{COPY}{above}\n{line}\n{below}\n{COPY}"))
        };
        assert!(among("7 Boats", "9 Files"));
        assert!(!among("7 Boats", "Files"));
        assert!(!among("Boats", "9 Files"));
        assert!(!among("7 Boats", "10 Files"));
    }
}
