//! Prose that was wrapped at a width, so that a line of it may have the words of
//! a page: "There are two ways to get it into the" / "register:".

use std::ops::RangeInclusive;

use super::flags::Flag;
use super::line::Line;
use crate::data::has;
use crate::data::proper_names::{DETERMINERS, PREPOSITIONS};

/// A line that was wrapped has so many bytes.
const WIDTH: RangeInclusive<usize> = 40..=120;

/// The lines of a paragraph differ by so many bytes at most, but for the last.
const RAGGED: usize = 16;

/// Words besides determiners and prepositions in which no sentence, headline or
/// label ends. Sorted.
#[rustfmt::skip]
static NO_ENDS: &[&str] = &[
    "all", "and", "are", "be", "but", "can", "could", "if", "is", "may", "might", "must", "nor",
    "not", "or", "should", "such", "to", "was", "were", "which", "who", "whose", "will", "would",
];

/// Whether a line goes on with the sentence of the line right above it, which stays.
///
/// Where that line could be whole, the sentence has to end in this line, or the line
/// above has to break off as well, at the same width. In a page neither says
/// enough: there teasers stand like that.
pub(super) fn goes_on(text: &str, lines: &[Line], at: usize, is_page: bool) -> bool {
    let above = |back: usize| {
        let above = &lines[at.checked_sub(back)?];
        let is_next = !above.goes() && !above.is_apart_from(&lines[at - back + 1]);
        Some(above.text(text)).filter(|above| is_next && breaks_off(above))
    };
    let ends = lines[at].is(Flag::Ended) || lines[at].is(Flag::Colon);
    begins_small(lines[at].text(text))
        && above(1).is_some_and(|line| {
            let is_prose = || !is_page && is_mostly_small(line);
            let is_as_wide = |other: &str| other.len().abs_diff(line.len()) <= RAGGED;
            ends_open(line) || is_prose() && (ends || above(2).is_some_and(is_as_wide))
        })
}

/// Whether the first word is in lower case, and no name such as "iPad".
fn begins_small(line: &str) -> bool {
    let first = line.split(' ').next().unwrap_or_default();
    first.starts_with(char::is_lowercase) && !first.contains(char::is_uppercase)
}

/// Whether a line is as long as wrapped ones are, and has no end.
fn breaks_off(line: &str) -> bool {
    WIDTH.contains(&line.len()) && line.ends_with(|c: char| c.is_lowercase() || c == ',')
}

/// Whether another word has to follow the last one.
fn ends_open(line: &str) -> bool {
    let last = line.rsplit(' ').next().unwrap_or_default();
    line.ends_with(',') || [DETERMINERS, PREPOSITIONS, NO_ENDS].iter().any(|list| has(list, last))
}

/// Whether more than half of the words begin with a small letter, as in prose.
fn is_mostly_small(line: &str) -> bool {
    let words = || line.split_ascii_whitespace();
    words().filter(|word| word.starts_with(char::is_lowercase)).count() * 2 > words().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted() {
        assert!(NO_ENDS.is_sorted());
    }
}
