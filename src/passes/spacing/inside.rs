//! A space that is missing within what looks like one word: a domain, a name
//! in code, an address, a number.

use super::context::Context;
use super::missing::{is_plural, is_starter};
use crate::text::{Case, Kind};
use crate::{Edits, lexicon};

/// Looks into the word `i`.
pub(super) fn find(context: &Context<'_, '_>, i: usize, edits: &mut Edits) {
    let word = &context.words()[i];
    match word.kind() {
        Kind::Domain | Kind::Identifier => dotted(context, i, edits),
        Kind::Number => date(context, i, edits),
        Kind::Url => address(context, i, edits),
        _ => {}
    }
}

/// The end of a sentence: `company.IBM described`, `Europe.Mr Jackson`,
/// `shops.DVDs are`, `iPhone.Then he`.
fn dotted(context: &Context<'_, '_>, i: usize, edits: &mut Edits) {
    let text = context.text();
    let range = context.words()[i].range();
    let Some((left, right)) = text[range.clone()].split_once('.') else { return };
    let after = text[range.end..].strip_prefix(' ').unwrap_or_default();
    if left.len() < 3 || right.len() < 2 || !right.starts_with(char::is_uppercase) {
        return;
    }
    let (end, start) = (lexicon::get(left), lexicon::get(right));
    let is_title = matches!(right, "Mr" | "Ms") && after.starts_with(char::is_uppercase);
    let is_name = right.len() > 2
        && end.is_ordinary()
        && Case::of(left) == Case::Lower
        && (is_plural(right) || (start.is_name() && !start.is_ordinary()));
    let is_brand =
        Case::of(left) == Case::Mixed && Case::of(right) == Case::Title && is_starter(right);
    let goes_on = after.starts_with(char::is_lowercase);
    if end.is_known()
        && (is_title || (goes_on && (is_name || is_brand)))
        && !context.is_technical()
        && !context.is_repeated(range.clone())
    {
        edits.insert(range.start + left.len() + 1, " ", "spacing/missing-after-stop");
    }
}

/// The path of an address, which ends a sentence: `example.org/news.The town`.
fn address(context: &Context<'_, '_>, i: usize, edits: &mut Edits) {
    let text = context.text();
    let range = context.words()[i].range();
    let Some((path, start)) = text[range.clone()].rsplit_once('.') else { return };
    let after = text[range.end..].strip_prefix(' ').unwrap_or_default();
    let is_start = start.len() > 1 && Case::of(start) == Case::Title && is_starter(start);
    if is_start && path.contains('/') && after.starts_with(char::is_lowercase) {
        edits.insert(range.start + path.len() + 1, " ", "spacing/missing-after-stop");
    }
}

/// A day and a year behind a month: `May 3,2024`.
fn date(context: &Context<'_, '_>, i: usize, edits: &mut Edits) {
    let text = context.text();
    let range = context.words()[i].range();
    // `3,2024` and `12,2024`
    if !matches!(range.len(), 6 | 7) {
        return;
    }
    let Some((day, year)) = text[range.clone()].split_once(',') else { return };
    let is_date = year.parse().is_ok_and(|year: u16| (1900..2100).contains(&year))
        && day.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day));
    let before = i.checked_sub(1).map(|i| context.words()[i].text(text));
    let touches = text[..range.start].ends_with(' ');
    if is_date && touches && before.is_some_and(|word| MONTHS.contains(&word)) {
        edits.insert(range.start + day.len() + 1, " ", "spacing/missing-after-comma");
    }
}

/// The months, and the short forms of them that have no other meaning.
static MONTHS: &[&str] = &[
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    "Jan",
    "Feb",
    "Apr",
    "Aug",
    "Sep",
    "Sept",
    "Oct",
    "Nov",
    "Dec",
    "Jan.",
    "Feb.",
    "Aug.",
    "Sept.",
    "Oct.",
    "Nov.",
    "Dec.",
];
