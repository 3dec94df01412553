//! Prose that was wrapped at a width, so that a line of it may have the words of
//! a page: "There are two ways to get it into the" / "register:".

use std::ops::RangeInclusive;

use super::flags::Flag;
use super::line::Line;
use crate::data::has;
use crate::data::proper_names::{DETERMINERS, PREPOSITIONS};
use crate::text::lines::SET_IN;

/// A line that was wrapped has so many characters.
const WIDTH: RangeInclusive<usize> = 40..=120;

/// The lines of a paragraph differ by so many characters at most, but for the last.
const RAGGED: usize = 16;

/// More words behind which a sentence goes on, mostly. Sorted.
#[rustfmt::skip]
static NO_ENDS: &[&str] = &[
    "all", "and", "are", "as", "be", "but", "can", "could", "had", "has", "have", "if", "is", "may",
    "might", "must", "nor", "not", "on", "or", "over", "should", "such", "these", "those", "through",
    "to", "under", "upon", "was", "were", "which", "who", "whose", "will", "would",
];

/// Whether a line goes on with the sentence of the line right above it, which stays:
/// to its end, or as far as wrapped lines go.
///
/// Where the line above could be whole, the one before it has to break off as well,
/// at the same width, or the sentence has to end here. In a page that says too
/// little: there teasers stand like that.
pub(super) fn goes_on(text: &str, lines: &[Line], at: usize, is_page: bool) -> bool {
    let above = |back: usize| {
        let above = &lines[at.checked_sub(back)?];
        let is_next = !above.goes() && !above.is_apart_from(&lines[at - back + 1]);
        Some(above.text(text)).filter(|above| is_next && breaks_off(above))
    };
    let line = lines[at].text(text);
    if is_within_sentence(text, lines, at) {
        return true;
    }
    let ends = ends_clause(line);
    let is_menu = lines[at].is(Flag::Menu) || line.contains('|');
    let goes_on = ends || is_wide(line) && !is_menu;
    goes_on
        && begins_small(line)
        && above(1).is_some_and(|above_it| {
            let is_as_wide = |other: &str| width(other).abs_diff(width(above_it)) <= RAGGED;
            let is_prose = || {
                !is_page && is_mostly_small(above_it) && (ends || above(2).is_some_and(is_as_wide))
            };
            ends_open(above_it) || is_prose()
        })
}

/// Whether a line is the first of a paragraph that was wrapped: it breaks off where
/// such lines do, and the line right below goes on with it.
pub(super) fn is_gone_on(text: &str, lines: &[Line], at: usize) -> bool {
    let Some(below) = lines.get(at + 1) else { return false };
    let (line, next) = (lines[at].text(text), below.text(text));
    !below.goes()
        && !lines[at].is_apart_from(below)
        && breaks_off(line)
        && is_mostly_small(line)
        && begins_small(next)
        && (ends_clause(next) || width(next).abs_diff(width(line)) <= RAGGED)
}

/// Whether a line stands in a paragraph that was wrapped: next to one that is nearly as wide
/// and stays, of which it is the rest, or which is its own; or both are set in alike.
pub(super) fn is_amid(text: &str, lines: &[Line], at: usize) -> bool {
    let goes_on = |first: &Line, second: &Line| {
        let (a, b) = (first.text(text), second.text(text));
        let is_set_in = first.margin(text) >= SET_IN && first.margin(text) == second.margin(text);
        !first.is_apart_from(second)
            && is_wide(a)
            && is_wide(b)
            && width(a).abs_diff(width(b)) <= RAGGED
            && !ends_clause(a)
            && (begins_small(b) || is_set_in)
    };
    let stays = |at: Option<usize>| at.and_then(|at| lines.get(at)).filter(|line| !line.goes());
    stays(at.checked_sub(1)).is_some_and(|above| goes_on(above, &lines[at]))
        || stays(Some(at + 1)).is_some_and(|below| goes_on(&lines[at], below))
}

/// Whether a line ends in a bracket or a quotation mark that the line right above
/// opens: `from "A Short History of` / `Ropes"`.
pub(super) fn closes(text: &str, lines: &[Line], at: usize) -> bool {
    let Some(above) = at.checked_sub(1).map(|above| &lines[above]) else { return false };
    let (line, before) = (lines[at].text(text), above.text(text));
    let count = |text: &str, mark| text.chars().filter(|&c| c == mark).count();
    let is_left_open = |open, close| match open == close {
        true => count(before, open) % 2 == 1 && count(line, open) % 2 == 1,
        false => {
            count(before, open) > count(before, close) && count(line, close) > count(line, open)
        }
    };
    !above.goes()
        && !above.is_apart_from(&lines[at])
        && match line.trim_end_matches(['.', ',']).chars().next_back() {
            Some('"') => is_left_open('"', '"'),
            Some('”') => is_left_open('“', '”'),
            Some(')') => is_left_open('(', ')'),
            Some(']') => is_left_open('[', ']'),
            _ => false,
        }
}

/// Whether the line was an element in the midst of a sentence, which became a line:
/// "Press the" / "view more" / "button at the top".
fn is_within_sentence(text: &str, lines: &[Line], at: usize) -> bool {
    let (Some(above), Some(below)) = (at.checked_sub(1).map(|at| &lines[at]), lines.get(at + 1))
    else {
        return false;
    };
    let is_whole = !above.is_apart_from(&lines[at]) && !lines[at].is_apart_from(below);
    let last = above.text(text).rsplit(' ').next().unwrap_or_default();
    is_whole
        && !above.goes()
        && !below.goes()
        && has(DETERMINERS, last)
        && begins_small(lines[at].text(text))
        && begins_small(below.text(text))
}

/// Whether a sentence or a clause ends here. One word may be its end too.
pub(super) fn ends_clause(line: &str) -> bool {
    let closing = ['"', '”', '’', '\'', '»', ')', ']'];
    line.trim_end_matches(closing).ends_with(['.', '!', '?', '…', ':', ';'])
}

/// Whether a line is as wide as wrapped ones are.
pub(super) fn is_wide(line: &str) -> bool {
    WIDTH.contains(&width(line))
}

/// How many characters a line has; no more than one that was not wrapped.
fn width(line: &str) -> usize {
    line.chars().take(WIDTH.end() + RAGGED + 1).count()
}

/// Whether the first word is in lower case, and no name such as "iPad".
pub(super) fn begins_small(line: &str) -> bool {
    let first = line.split(' ').next().unwrap_or_default();
    first.starts_with(char::is_lowercase) && !first.contains(char::is_uppercase)
}

/// Whether a line is as long as wrapped ones are, and has no end.
fn breaks_off(line: &str) -> bool {
    is_wide(line) && line.ends_with(|c: char| c.is_lowercase() || c == ',')
}

/// Whether another word has to follow the last one.
pub(super) fn ends_open(line: &str) -> bool {
    let last = line.rsplit(' ').next().unwrap_or_default();
    line.ends_with(',') || [DETERMINERS, PREPOSITIONS, NO_ENDS].iter().any(|list| has(list, last))
}

/// Whether more than half of the words begin with a small letter, as in prose.
pub(super) fn is_mostly_small(line: &str) -> bool {
    let words = || line.split_ascii_whitespace();
    words().filter(|word| word.starts_with(char::is_lowercase)).count() * 2 > words().count()
}

#[cfg(test)]
mod tests {
    use super::super::folded::Folded;
    use super::*;
    use crate::text::lines::lines;

    /// A line of prose without an end, of so many characters.
    fn line(width: usize) -> String {
        format!("{:a<width$}", "all boats lay there w")
    }

    /// Whether the last of these lines goes on with the sentence above it.
    fn last_goes_on<const N: usize>(text: [String; N]) -> bool {
        let text = text.join("\n");
        let mut folded = Folded::default();
        let lines: Vec<_> = lines(&text).map(|line| Line::read(&line, None, &mut folded)).collect();
        goes_on(&text, &lines, N - 1, false)
    }

    #[test]
    fn lines_are_wrapped_at_a_width() {
        for (width, is_wrapped) in [(39, false), (40, true), (120, true), (121, false)] {
            let end = "newsletter.".to_owned();
            assert_eq!(last_goes_on([line(width), end]), is_wrapped, "above, {width}");
            // It goes on below, and the two above it are wrapped at the nearest width.
            let [above, before] = [(); 2].map(|()| line(width.clamp(40, 120)));
            assert_eq!(last_goes_on([before, above, line(width)]), is_wrapped, "{width}");
        }
    }

    #[test]
    fn wrapped_lines_are_of_nearly_the_same_width() {
        for (before, is_ragged) in [(43, false), (44, true), (76, true), (77, false)] {
            assert_eq!(last_goes_on([line(before), line(60), line(60)]), is_ragged, "{before}");
        }
    }
}
