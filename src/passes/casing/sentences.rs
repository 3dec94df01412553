//! Where a sentence starts for certain.

use crate::data::abbreviations::{self, Follows};
use crate::text::{Case, Kind, Word, etymology};

use super::evidence::Evidence;
use super::lines::{CLOSERS, End, LineInfo, QUOTES};
use super::page::Place;
use super::table;
use crate::data::{has, has_exact};
use crate::text::language::is_english_function_word;

/// The shortest sentence behind which another one starts, in words.
const SHORTEST_SENTENCE: usize = 3;

/// Rarer words may be names of commands and the like, in lower case by will.
const FAMILIAR: u8 = 16;

/// Whether the word is one with which a sentence may start.
pub(super) fn may_start(word: &Word) -> bool {
    word.entry().is_ordinary() && word.entry().frequency() >= FAMILIAR
}

/// Whether the lower-case word starts a sentence of prose.
pub(super) fn starts(place: &Place<'_>, evidence: &Evidence<'_, '_>) -> bool {
    let word = place.word();
    let text = place.text();
    if !word.starts_sentence()
        || !may_start(word)
        // Others may be names of commands.
        || !has_exact(table::OPENERS, text) && evidence.is_technical()
        || has_exact(table::NO_STARTS, text)
        || text.len() == 1 && !(text == "a" && matches!(place.gap_after(), " " | "\n"))
    {
        return false;
    }
    // A word alone is no sentence, and before a colon it is a term.
    if place.is_quoted()
        || begins_code(place)
        || place.gap_after().starts_with(['.', '!', '?', '('])
    {
        return false;
    }
    let is_label = place.gap_after().starts_with(':');
    if is_label && (word.starts_line() || evidence.is_technical()) {
        return false;
    }
    let starts = match word.starts_line() {
        true => starts_in_line_of_prose(place),
        false => starts_behind_sentence(place),
    };
    starts && !place.is_of_old() && !place.is_of_language_before() && !place.is_in_other_language()
}

/// Whether a clause of code begins with the word: `if x == nil {`.
fn begins_code(place: &Place<'_>) -> bool {
    const SIGNS: [&str; 8] = ["==", "!=", "&&", "||", ":=", "[\"", "['", "{"];
    let clause = || place.rest_of_line(32);
    matches!(place.text(), "for" | "if" | "while")
        && SIGNS.iter().any(|sign| clause().contains(sign))
}

/// At the start of a line: a line of prose, after a finished one. A line that is
/// set in, as an example is, is no heading: the sentence around it goes on.
fn starts_in_line_of_prose(place: &Place<'_>) -> bool {
    let line = place.line();
    let is_item = |l: &LineInfo| l.starts_lower && (l.ends != End::Sentence || l.is_short());
    line.is_prose()
        && (line.is_apart || !goes_on_behind(place))
        && !(is_term(place.gap_after()) || place.is_typed_term())
        && line.starts_plain
        && matches!(line.ends, End::Sentence | End::Colon)
        && place.line_before().is_none_or(|l| {
            let is_heading = || line.is_apart && l.is_heading() && l.margin <= line.margin;
            !is_item(&l) && (l.ends == End::Sentence || is_heading())
        })
        && place.line_after().is_none_or(|l| !is_item(&l))
        && (line.is_apart || !ends_abbreviation(place))
}

/// Whether the sentence may go on behind the marks before the word: those of what was said,
/// before the words for who said it, and the spaced stops of an ellipsis.
fn goes_on_behind(place: &Place<'_>) -> bool {
    let marks = place.gap_before().trim_end();
    let is_said = || {
        let inside = marks.trim_end_matches(QUOTES);
        inside.len() < marks.len() && inside.ends_with(['?', '!', ',']) && tells_who_said(place)
    };
    marks.ends_with(". .") || is_sign(marks) || is_said()
}

/// Whether the words tell who said what stands before them, and nothing of their own: "asked
/// Anna", "the captain said", but not "she said that".
fn tells_who_said(place: &Place<'_>) -> bool {
    let says = |by| has_exact(table::SAID, place.text_at(by));
    let verb = if has_exact(table::DETERMINERS, place.text()) { 2 } else { 1 };
    says(0) || says(verb) && place.text_at(verb + 1) != "that"
}

/// Whether the mark stands apart, as a sign for what is not known, "ad + ? month", or as a
/// folder: "grep -r rope . and".
fn is_sign(marks: &str) -> bool {
    marks.starts_with(' ') && marks.ends_with(['?', '.'])
}

/// Whether the stop at the end of the line before is that of an abbreviation or of an
/// initial: what was wrapped goes on here.
fn ends_abbreviation(place: &Place<'_>) -> bool {
    let before = place.previous_text();
    // "That was plan B.\nit failed"
    let is_initial = || before.len() == 1 && !is_english_function_word(place.text());
    place.gap_before().trim_end() == "."
        && (is_initial() || has(table::SHORTENED, before) || is_abbreviation(before))
}

/// Whether a dash or the like follows, as it does a term that is explained.
fn is_term(gap: &str) -> bool {
    gap.starts_with(char::is_whitespace) && gap.trim_start().starts_with(['-', '–', '—', '/', '['])
}

/// Inside a line: behind the mark that ends a sentence.
fn starts_behind_sentence(place: &Place<'_>) -> bool {
    let gap = place.gap_before().trim_end_matches(QUOTES);
    let marks = gap.trim_end();
    let Some(before) = place.previous() else { return false };
    if marks.len() == gap.len() || is_sign(marks) || !place.line().is_prose() {
        return false;
    }
    match marks.trim_start_matches(CLOSERS) {
        "." => !is_stop_of_abbreviation(place) && place.sentence_before(SHORTEST_SENTENCE),
        // So may end a quotation, or a title.
        "?" => {
            marks.len() == 1
                && before.case() == Case::Lower
                && has_exact(table::OPENERS, place.text())
                && place.sentence_before(SHORTEST_SENTENCE)
        }
        _ => false,
    }
}

/// Whether an abbreviation stands before the word, and no sentence.
pub(super) fn is_abbreviated(place: &Place<'_>) -> bool {
    !place.word().starts_line() && is_stop_of_abbreviation(place)
}

/// Whether the stop before the word may belong to an abbreviation or to the
/// number of an item.
fn is_stop_of_abbreviation(place: &Place<'_>) -> bool {
    place.previous().is_none_or(|w| match w.kind() {
        Kind::Word => {
            let (len, case) = (w.range().len(), w.case());
            len <= 4 && (w.entry().is_ordinary() == (case == Case::Title) || !w.entry().is_known())
                || len == 1
                // "Scand. or Dutch", "OE. or AS. words".
                || etymology::is_language(place.previous_text())
                || is_unit_or_state(place, w)
                || has(table::SHORTENED, place.previous_text())
                || is_abbreviation(place.previous_text())
                || is_number_of_reference(place)
        }
        // The number of an item, or an ordinal of another language.
        Kind::Number => w.range().len() <= 2 && place.previous_stands_alone(),
        Kind::Alphanumeric => false,
        _ => true,
    })
}

/// Whether the word before is one of English too, which a number or a capital shows to be
/// an abbreviation: `0.5 in. thick`, `Hays, Kan. since May`.
fn is_unit_or_state(place: &Place<'_>, before: &Word) -> bool {
    let is_measure = || {
        place.previous_text() == "in"
            && place.text_at(-2).ends_with(|c: char| c.is_ascii_digit())
            && place.sentence_before(2)
    };
    is_measure()
        || before.case() == Case::Title && has(table::SHORTENED_STATES, place.previous_text())
}

/// Whether the word is the number or the letter of what the abbreviation before it refers to:
/// `fig. six`. Of `they said no. one of them left` it is a sentence.
fn is_number_of_reference(place: &Place<'_>) -> bool {
    let (before, next) = (place.previous_text(), place.next_text());
    let is_number = match place.text() {
        "a" => place.gap_after() == " " && has_exact(table::BEFORE_NAMES, next),
        text => has_exact(abbreviations::NUMBERS, text) && (text, next) != ("one", "of"),
    };
    is_number
        && abbreviations::get(before) == Some(Follows::Number)
        && (!has_exact(abbreviations::WORDS_TOO, before)
            || has_exact(abbreviations::BEFORE_REFERENCES, place.text_at(-2)))
}

/// Whether the word has a stop as an abbreviation, at least before a name.
fn is_abbreviation(word: &str) -> bool {
    abbreviations::get(word).is_some_and(|follows| follows != Follows::Number)
}
