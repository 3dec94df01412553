//! Lines of works of reference: the entries of a dictionary or of a table of contents,
//! records, trailers of commits, what is numbered.

use super::flags::Flag;
use super::judge::number;
use super::kind::BoilerplateKind;
use super::line::Line;
use super::owned::names_button;
use super::wrapped::{begins_small, ends_clause, ends_open, is_mostly_small, is_wide};
use crate::data::has;
use crate::data::sounds::SOUNDS;
use crate::text::lines::SET_IN;

/// A book has fewer pages, and a year is a greater number.
const LONGEST_BOOK: u16 = 1500;

/// Whether a line is one of a work of reference, mostly by the one next to it, which stays.
pub(super) fn is_of_entry(text: &str, lines: &[Line], at: usize) -> bool {
    is_set_in(text, lines, at)
        || is_gloss(text, lines, at)
        || is_record(text, lines, at)
        || is_code(text, lines, at)
        || is_trailer(text, &lines[at])
        || is_field(text, lines, at)
}

/// Whether a line is a word of a list in the order of the alphabet, and all of those beside it
/// stay: of a glossary, an index. Of a list of which more goes, what is left says nothing.
/// What only pages say, or say in more than a word, comes in that order by chance.
pub(super) fn is_in_order(text: &str, lines: &[Line], at: usize) -> bool {
    const BESIDE: usize = 4;
    const WORDS: u16 = 3;
    let is_word = |line: &Line| {
        line.words <= WORDS && !line.is(Flag::Ended) && !line.is(Flag::Colon) && !line.is_body()
    };
    let word = lines[at].text(text);
    if !is_word(&lines[at]) || word.contains(' ') || lines[at].kind().is_of_pages_only() {
        return false;
    }
    let Some(from) = at.checked_sub(BESIDE) else { return false };
    let Some(list) = lines.get(from..=at + BESIDE) else { return false };
    let letters = |line: &Line| {
        let line = line.text(text);
        line.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
    };
    let stays = |i: usize, line: &Line| i == BESIDE || !line.goes();
    list.iter().enumerate().all(|(i, line)| is_word(line) && stays(i, line))
        && list.windows(2).all(|pair| letters(&pair[0]).lt(letters(&pair[1])))
}

/// Whether a line is one of three or more of a table of contents, the number of whose page is
/// not less than that above: `Copyright 206` below `Notes 201`.
pub(super) fn is_in_contents(text: &str, lines: &[Line], at: usize) -> bool {
    let page = |line: &Line| {
        let (title, page) = line.text(text).rsplit_once(' ')?;
        let page = page.parse::<u16>().ok().filter(|page| (1..LONGEST_BOOK).contains(page));
        page.filter(|_| title.starts_with(char::is_alphanumeric) && !names_button(text, line))
    };
    (at.saturating_sub(2)..=at).any(|from| {
        let Some(three) = lines.get(from..from + 3) else { return false };
        let mut others = three.iter().enumerate().filter(|(i, _)| from + i != at);
        three.iter().all(|line| page(line).is_some())
            && three.is_sorted_by_key(page)
            && others.clone().all(|(_, line)| !line.goes())
            && others.any(|(_, line)| line.kind.is_none())
    })
}

/// Whether a line is a trailer of a commit, which says who did what in one word:
/// `Reviewed-by: Anna Hill`.
fn is_trailer(text: &str, line: &Line) -> bool {
    line.text(text).split_once(": ").is_some_and(|(label, _)| has(TRAILERS, label))
}

/// What commits are signed with. Our own list. Sorted.
#[rustfmt::skip]
static TRAILERS: &[&str] = &[
    "acked-by", "approved-by", "co-authored-by", "co-developed-by", "helped-by", "mentored-by",
    "reported-by", "reviewed-by", "signed-off-by", "suggested-by", "tested-by",
];

/// Whether a line is a code of two or three capitals, in a column of such or beside a
/// number: `AD`, `Andorra`, `AE`.
fn is_code(text: &str, lines: &[Line], at: usize) -> bool {
    let is_code = |line: &Line| {
        let line = line.text(text);
        matches!(line.len(), 2 | 3) && line.bytes().all(|b| b.is_ascii_uppercase())
    };
    let near = |by: isize| {
        let line = at.checked_add_signed(by).and_then(|at| lines.get(at));
        line.filter(|line| !line.goes())
    };
    let is_number = |line: &Line| line.text(text).bytes().all(|b| b.is_ascii_digit());
    // "EN", "ES" choose the language of a page.
    let is_switch = lines[at].kind() == BoilerplateKind::Navigation;
    is_code(&lines[at])
        && !is_switch
        && ([-1, 1].into_iter().filter_map(near).any(is_number)
            || [-2, -1, 1, 2].into_iter().filter_map(near).any(is_code))
}

/// Whether a line is numbered on from the line right above it, which stays: the second
/// meaning of a word.
pub(super) fn is_numbered_on(text: &str, lines: &[Line], at: usize) -> bool {
    let number = |line: &Line| {
        let line = line.text(text);
        let is_item = line.split(' ').next().is_some_and(|first| first.ends_with(['.', ')']));
        number(line).filter(|_| is_item)
    };
    at.checked_sub(1).map(|above| &lines[above]).is_some_and(|above| {
        !above.goes()
            && !above.is_apart_from(&lines[at])
            && number(above).is_some_and(|n| number(&lines[at]) == Some(n + 1))
    })
}

/// Whether a line says what the word right above means, of which the pronunciation is told:
/// `deila /ˈdeiːla/` above `share`; or is such a word. What else pages say is a meaning if
/// the entry before or behind is built alike.
fn is_gloss(text: &str, lines: &[Line], at: usize) -> bool {
    // Between two slashes stand the sounds.
    let tells = |line: &Line| {
        line.text(text).rsplit_once('/').is_some_and(|(before, _)| {
            before.split('/').skip(1).step_by(2).any(|sounds| sounds.contains(SOUNDS))
        })
    };
    let is_head = |at: Option<usize>| at.and_then(|at| lines.get(at)).is_some_and(tells);
    let is_among_others =
        || !lines[at].is(Flag::Sure) || is_head(at.checked_sub(3)) || is_head(Some(at + 1));
    tells(&lines[at])
        || at.checked_sub(1).map(|above| &lines[above]).is_some_and(|above| {
            let is_near = !above.goes() && !above.is_apart_from(&lines[at]);
            is_near && tells(above) && is_among_others()
        })
}

/// Whether a line is set in, as is the rest of a sentence or of a header that begins in the
/// line right above, or what that word means; or whether it is a word, and what it means is
/// set in right below. The line that is near stays, and prose is as wide as wrapped lines are.
fn is_set_in(text: &str, lines: &[Line], at: usize) -> bool {
    let is_prose = |line: &str| is_mostly_small(line) && is_wide(line);
    let stays =
        |first: &Line, second: &Line, near: &Line| !near.goes() && !first.is_apart_from(second);
    let line = &lines[at];
    let says = line.text(text);
    let goes_on = |above: &Line| {
        let before = above.text(text);
        // The rest is set in as what it goes on with, if that could be whole.
        let may_be_rest = line.margin(text) == above.margin(text) || ends_open(before);
        let is_rest = may_be_rest && is_prose(before) && !ends_clause(before) && begins_small(says);
        let tells = line.margin(text) > above.margin(text) && is_prose(says) && ends_clause(says);
        line.margin(text) >= SET_IN
            && line.margin(text) >= above.margin(text)
            && (is_rest || tells || before.ends_with(';'))
    };
    let is_word = |below: &Line| {
        !says.ends_with(':')
            && below.margin(text) >= line.margin(text) + SET_IN
            && is_prose(below.text(text))
    };
    at.checked_sub(1).map(|above| &lines[above]).is_some_and(|above| {
        stays(above, line, above) && (goes_on(above) || stands_for(text, lines, at - 1))
    }) || lines.get(at + 1).is_some_and(|below| {
        stays(line, below, below) && (is_word(below) || stands_for(text, lines, at))
    })
}

/// Whether a line is one of several acronyms, and the words with a capital in the line below
/// begin with its letters: `PIN`, `Personal Identification Number`.
fn stands_for(text: &str, lines: &[Line], at: usize) -> bool {
    let is_acronym = |at: Option<usize>| {
        let acronym = at.and_then(|at| lines.get(at)).map_or("", |line| line.text(text));
        (2..=8).contains(&acronym.len()) && acronym.bytes().all(|b| b.is_ascii_uppercase())
    };
    let words = || lines[at + 1].text(text).split([' ', '-']);
    let initials = || words().filter_map(|word| word.chars().next()).filter(|c| c.is_uppercase());
    is_acronym(Some(at))
        && initials().eq(lines[at].text(text).chars())
        && (is_acronym(at.checked_sub(2)) || is_acronym(Some(at + 2)))
}

/// Whether a line is a field of a header that a program reads, by the name of the field next
/// to it: `Source: the pier` below `Upstream-Name: sail`, `labels: bug` below `title: sail`.
fn is_field(text: &str, lines: &[Line], at: usize) -> bool {
    let is_of_header = |at: usize, near: Option<usize>| {
        let near = near.and_then(|near| Some((near, lines.get(near)?)));
        near.is_some_and(|(other, near)| {
            let upper = &lines[at.min(other)];
            !near.goes()
                && !upper.is_apart_from(&lines[at.max(other)])
                && field(near.text(text)).is_some_and(is_for_programs)
        })
    };
    let may_be = matches!(
        lines[at].kind(),
        BoilerplateKind::Copyright
            | BoilerplateKind::Credit
            | BoilerplateKind::Related
            | BoilerplateKind::Source
            | BoilerplateKind::Tags
            | BoilerplateKind::Updated
    );
    may_be
        && field(lines[at].text(text)).is_some()
        && (is_of_header(at, at.checked_sub(1)) || is_of_header(at, Some(at + 1)))
}

/// The name of the field that a line is: `Source` of `Source: the pier`, `source` of
/// `:source: the pier`.
pub(super) fn field(line: &str) -> Option<&str> {
    let line = line.strip_prefix(':').unwrap_or(line);
    let is_part = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_');
    let (name, rest) = line.split_at(line.bytes().take_while(|b| is_part(b)).count());
    let is_named = name.starts_with(|c: char| c.is_ascii_alphabetic());
    let value = rest.strip_prefix(':').filter(|_| is_named)?;
    (value.is_empty() || value.starts_with([' ', '\t'])).then_some(name)
}

/// Whether the name of a field is one for programs: all in small letters, or several words
/// with a capital that are joined.
fn is_for_programs(name: &str) -> bool {
    let is_word = |word: &str| word.len() > 1 && word.starts_with(|c: char| c.is_ascii_uppercase());
    let is_joined = || name.contains('-') && name.split('-').all(is_word);
    name.bytes().all(|b| b.is_ascii_lowercase() || matches!(b, b'-' | b'_')) || is_joined()
}

/// Whether a line is one of several records with as many fields, of which one is a figure or
/// empty: `0028;LEFT PARENTHESIS;Ps;0`.
fn is_record(text: &str, lines: &[Line], at: usize) -> bool {
    const FIELDS: usize = 4;
    let marks = |at: usize| {
        let line = lines.get(at)?;
        Some(memchr::memchr_iter(b';', line.text(text).as_bytes()).count())
    };
    let is_alike = |other: Option<usize>| other.and_then(marks) == marks(at);
    let line = lines[at].text(text);
    let is_figure = |field: &str| field.bytes().all(|b| b.is_ascii_digit());
    marks(at) >= Some(FIELDS)
        && !line.contains("; ")
        && line.split(';').any(is_figure)
        && (is_alike(at.checked_sub(1)) || is_alike(Some(at + 1)))
}
