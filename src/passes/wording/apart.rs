//! Endings that a space parts from their word.

use crate::data::{has, proper_names, slips as table};
use crate::text::language::is_english_function_word;
use crate::text::{Case, Kind, Word};

use super::Repair;
use super::look::Look;

/// The endings of ordinal numbers in figures.
pub(super) const ORDINALS: &[&str] = &["nd", "rd", "st", "th"];

/// `the 21 st century`: 21st. Elsewhere `st` may be a weight.
pub(super) fn ordinal(look: &Look<'_>) -> Option<Repair> {
    let number = look.word(-1);
    let fits = look.gap(-1) == " "
        && look.is_whole(0)
        && ending_of(number) == Some(look.word(0))
        && (look.word(-2).eq_ignore_ascii_case("the") || is_name_of_month(look.word(-2)) || {
            let next = look.word(1);
            has(table::AFTER_ORDINALS, next)
                || is_name_of_month(next)
                || next == "of" && is_name_of_month(look.word(2))
        });
    if !fits {
        return None;
    }
    look.delete_space("wording/ordinal")
}

/// What stands behind the figures of an ordinal number.
fn ending_of(number: &str) -> Option<&'static str> {
    let number: u16 = number.parse().ok()?;
    Some(match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    })
}

/// Whether it is the whole name of a month, with its capital.
fn is_name_of_month(word: &str) -> bool {
    let is_in = |months: &[&str]| months.iter().any(|month| word.eq_ignore_ascii_case(month));
    word.starts_with(|c: char| c.is_ascii_uppercase())
        && (is_in(proper_names::MONTHS) || is_in(proper_names::WORD_MONTHS))
}

/// `the owner 's boat`, `Lisbon 's trams`: a name, or what an article stands before,
/// owns what follows.
pub(super) fn owner(look: &Look<'_>) -> Option<Repair> {
    if !matches!(look.gap(-1), " '" | " ’") || look.gap(0) != " " {
        return None;
    }
    let ((text, owner), behind) = (look.beyond(-1)?, look.beyond(1)?);
    let is_article = |word: &str| has(proper_names::DETERMINERS, word);
    let owns = match owner.case() {
        Case::Title => !owner.starts_sentence() && !owner.entry().is_ordinary(),
        Case::Lower => {
            owner.entry().is_ordinary()
                && !text.ends_with('s')
                && !has(table::NAMES_OF_LETTERS, text)
                && look.beyond(-2).is_some_and(|(word, _)| is_article(word))
                && look.gap(-2) == " "
        }
        _ => false,
    };
    if !owns || !may_be_owned(behind) || owner.kind() != Kind::Word || look.sets_verbs_apart() {
        return None;
    }
    look.delete_space("wording/stray-space")
}

/// Whether the word may be what another owns, and no verb or adjective, before which the
/// ending is a verb: `the man 's dead`.
pub(super) fn may_be_owned((text, word): (&str, &Word)) -> bool {
    let is_form = text.len() > 4 && ["ed", "ing", "ly"].iter().any(|end| text.ends_with(end));
    text.len() > 2
        && word.kind() == Kind::Word
        && word.entry().is_ordinary()
        && !is_form
        && !is_english_function_word(text)
        && !has(table::NOT_OWNED, text)
        && !has(table::PARTICIPLES, text)
}

impl Look<'_> {
    /// Whether the text sets verbs apart too, as books of old do: `it 's late`.
    fn sets_verbs_apart(&self) -> bool {
        let is_verb = |near: &[Word]| {
            let [before, end, behind] = near else { return false };
            let text = |word: &Word| &self.text[word.range()];
            text(end) == "s"
                && matches!(&self.text[before.range().end..end.range().start], " '" | " ’")
                && (has(table::SUBJECTS, text(before)) || !may_be_owned((text(behind), behind)))
        };
        *self.verbs_apart.get_or_init(|| self.words.windows(3).any(is_verb))
    }
}
