//! The rules by which a lower-case word is a name.

use std::sync::LazyLock;

use crate::data::{Listed, has, has_exact};
use crate::lexicon::{self, Entry};
use crate::passes::spelling::is_slip_of;
use crate::text::language::is_foreign_function_word;
use crate::text::{Case, Kind, Word};

use super::evidence::{Counts, Evidence};
use super::page::Place;
use super::{stem, table};

/// The shortest name that is raised without evidence, in bytes.
const SHORTEST_NAME: usize = 4;
/// How frequent a name must be to be raised without evidence, and where names
/// stand.
const KNOWN_NAME: u8 = 11;
const RARE_NAME: u8 = 8;
/// Words that are less frequent than this are often the names that they may be.
const UNCOMMON: u8 = 39;
/// Words that are this frequent are hardly ever the names that they may be.
const COMMON: u8 = 44;
/// How often a document has an ordinary word with a capital if it is a name.
pub(super) const OFTEN: u8 = 3;
/// Words that are less frequent than this are ordinary in dictionaries only.
const OBSCURE: u8 = 5;

/// Whether it is hardly an ordinary word: a name, an unknown word, or one that
/// nobody uses.
pub(super) fn is_odd(entry: Entry) -> bool {
    !entry.is_ordinary() | (!entry.is_name() & (entry.frequency() < OBSCURE))
}

/// Whether it is an ordinary word, but not one of the commonest, and a name.
pub(super) fn may_be_name(entry: Entry) -> bool {
    entry.is_name() & entry.is_ordinary() & (entry.frequency() < COMMON)
}

/// Whether a name is frequent enough to be raised without evidence.
pub(super) fn is_known_name(word: &Word) -> bool {
    let entry = word.entry();
    entry.is_name() & (entry.frequency() >= RARE_NAME) & (word.range().len() > SHORTEST_NAME)
}

/// The rule by which the word is a name, if it is one.
pub(super) fn rule(place: &Place<'_>, evidence: &Evidence<'_, '_>) -> Option<&'static str> {
    listed(place, evidence)
        .or_else(|| sure_name(place, evidence))
        .or_else(|| neighbour(place))
        .or_else(|| shown(place, evidence))
}

/// What a word of the lists is.
#[derive(Clone, Copy)]
enum Name {
    /// A month that is an ordinary word too.
    WordMonth,
    Month,
    Weekday,
    Place,
    Given,
    Nationality,
}

static NAMES: LazyLock<Listed<Name>> = LazyLock::new(|| {
    Listed::new([
        (table::WORD_MONTHS, Name::WordMonth),
        (table::MONTHS, Name::Month),
        (table::WEEKDAYS, Name::Weekday),
        (table::PLACES, Name::Place),
        (table::PLAIN_GIVEN_NAMES, Name::Given),
        (table::NATIONALITIES, Name::Nationality),
    ])
});

/// The rule of the list that has the word.
fn listed(place: &Place<'_>, evidence: &Evidence<'_, '_>) -> Option<&'static str> {
    let rule = match NAMES.get(stem(place.text()))? {
        Name::WordMonth => return place.is_date().then_some("casing/month"),
        Name::Month => "casing/month",
        Name::Weekday => "casing/weekday",
        Name::Place if may_be_library(place.word(), evidence) => return None,
        Name::Place => "casing/place",
        Name::Given => "casing/given-name",
        Name::Nationality if has_exact(table::LOWER_CASE_THINGS, place.next_text()) => return None,
        Name::Nationality => "casing/nationality",
    };
    (!evidence.is_habit(place.word())).then_some(rule)
}

/// The rule of the list that has the word and one beside it, both in lower case, as a
/// name that is nothing else.
fn sure_name(place: &Place<'_>, evidence: &Evidence<'_, '_>) -> Option<&'static str> {
    let is_lower = |word: Option<&Word>| word.is_some_and(|word| word.case() == Case::Lower);
    let with_next = || {
        place.gap_after() == " "
            && is_lower(place.next())
            && is_pair_of(table::SURE_NAMES, place.text(), stem(place.next_text()))
            && is_sure_between(place, [0, 1])
    };
    let with_previous = || {
        place.gap_before() == " "
            && is_lower(place.previous())
            && is_pair_of(table::SURE_NAMES, place.previous_text(), stem(place.text()))
            && is_sure_between(place, [-1, 0])
    };
    let is_name = (with_next() || with_previous()) && !evidence.is_habit(place.word());
    is_name.then_some("casing/fixed-name")
}

/// Whether what stands before and behind the words of a sure name lets them be one. A
/// kingdom may be united (`their united kingdom`), a house have a middle (`in the middle
/// east of the town`), and `las palmas de` is Spanish.
fn is_sure_between(place: &Place<'_>, [first, last]: [isize; 2]) -> bool {
    let (before, behind) = (place.word_beside(first, -1), place.word_beside(last, 1));
    let is_before = |words: &[&str]| words.iter().any(|word| before.eq_ignore_ascii_case(word));
    let has_the = is_before(&["the"]);
    match place.text_at(first) {
        "united" => {
            let goes_on = place.text_at(last) == "states" && place.text_at(last + 2) == "america";
            has_the && (behind != "of" || goes_on)
        }
        // "The middle east window".
        "middle" => has_the && (behind.is_empty() || has_exact(table::AFTER_EAST, behind)),
        _ => {
            !is_before(&["a", "an", "any", "no", "one", "two"])
                && !is_foreign_function_word(before)
                && !is_foreign_function_word(behind)
        }
    }
}

/// Whether a sorted list of names has these two words as one.
fn is_pair_of(names: &[&str], first: &str, second: &str) -> bool {
    let letters = || first.bytes().chain(*b" ").chain(second.bytes());
    let order = |name: &&str| name.bytes().cmp(letters().map(|b| b.to_ascii_lowercase()));
    names.binary_search_by(order).is_ok()
}

/// Whether a technical text has the name of a place more than once, and without a capital
/// only: `cairo`.
fn may_be_library(word: &Word, evidence: &Evidence<'_, '_>) -> bool {
    evidence.is_technical() && evidence.of(word).lower > 1 && evidence.title(word) == 0
}

/// The rule by which the neighbour shows that an ambiguous word is a name.
fn neighbour(place: &Place<'_>) -> Option<&'static str> {
    let is_name =
        |w: Option<&Word>| w.is_some_and(|w| w.kind() == Kind::Word && place.is_capital(w));
    let before_name = place.gap_after() == " " && is_name(place.next());
    // "David ben Gurion".
    let is_inside = has_exact(table::PARTICLES, place.text())
        && place.gap_before() == " "
        && is_name(place.previous());
    if before_name
        && !is_inside
        && has_exact(table::GIVEN_NAMES, place.text())
        && !is_before_people(place)
        && !is_adjective(place)
    {
        return Some("casing/given-name");
    }
    if before_name && has_exact(table::TITLES, place.text()) && place.may_start_name() {
        return Some("casing/title");
    }
    let after_name = place.gap_before() == " " && is_name(place.previous());
    let is_fixed = |first, second| is_pair_of(table::FIXED_NAMES, first, second);
    // "White house paint", at the start of a sentence, shows nothing.
    // So does it behind a stop without a space.
    let shows = |w: &Word| {
        (!w.starts_sentence() && place.previous_stands_alone()) || !w.entry().is_ordinary()
    };
    let fixed = before_name && is_fixed(place.text(), stem(place.next_text()))
        || after_name
            && place.previous().is_some_and(shows)
            && is_fixed(place.previous_text(), stem(place.text()));
    fixed.then_some("casing/fixed-name")
}

/// Whether a given name is an adjective here: "my bonnie Bell", but "that bonnie Tyler sang".
fn is_adjective(place: &Place<'_>) -> bool {
    let before = place.previous_text();
    has_exact(table::GIVEN_ADJECTIVES, place.text())
        && before != "that"
        && has_exact(table::DETERMINERS, before)
}

/// The rule by which the document, or the lexicon, shows that the word is a
/// name.
fn shown(place: &Place<'_>, evidence: &Evidence<'_, '_>) -> Option<&'static str> {
    let text = stem(place.text());
    if text.len() < 3 {
        return None;
    }
    let rule = name_rule(place, text, evidence)?;
    let counts = evidence.of(place.word());
    // "WhatsApp": it has a case of its own.
    if counts.mixed > 0 {
        return None;
    }
    let is_usual = counts.title > 1 && counts.lower == 1;
    let is_excepted = evidence.is_habit(place.word())
        || has_exact(table::PARTICLES, text)
        || has_exact(table::LOWER_CASE_NAMES, text) && (evidence.is_technical() || !is_usual)
        || place.is_behind_lower_initials()
        || !place.word().entry().is_known()
            && place.is_in_lower_list(|other| evidence.title(other) == 0)
        || matches!(place.previous_text(), "en" | "la" | "le" | "du");
    (!is_excepted).then_some(rule)
}

/// The rule by which the word is a name, if nothing speaks against it.
fn name_rule(place: &Place<'_>, text: &str, evidence: &Evidence<'_, '_>) -> Option<&'static str> {
    let entry = place.word().entry();
    if is_shown_by_document(place, text, evidence) {
        return Some("casing/document-evidence");
    }
    // "Charles rose, and Peter banks on it."
    let is_verb = || has_exact(table::VERBS_LIKE_NAMES, text) || is_plural(text);
    if may_be_name(entry) && place.is_behind_known_given_name() && !is_verb() {
        return Some("casing/beside-name");
    }
    // Without a vowel, it is to be in capitals: "nba".
    let is_spoken = text.contains(['a', 'e', 'i', 'o', 'u', 'y']);
    if !is_odd(entry)
        || !is_spoken
        || !place.is_in_english()
        || !text.is_ascii()
        || place.is_foreign()
        || is_clipped(text)
    {
        return None;
    }
    if entry.is_name() {
        is_sure_name(place, text, evidence).then_some("casing/name")
    } else {
        is_new_name(place, text, evidence).then_some("casing/beside-name")
    }
}

/// Whether the document has the word as a name elsewhere, as often as is needed for what
/// the lexicon knows of it.
fn is_shown_by_document(place: &Place<'_>, text: &str, evidence: &Evidence<'_, '_>) -> bool {
    let (word, entry) = (place.word(), place.word().entry());
    let is_name_but_once =
        |title: u32| evidence.title(word) >= title && evidence.of(word).lower == 1;
    match (entry.is_name(), entry.is_ordinary()) {
        (true, false) => evidence.title(word) > 0,
        (false, ordinary) if is_odd(entry) => {
            let is_new =
                || !entry.is_known() && !evidence.is_technical() && !is_foreign(place, text);
            let enough = match place.may_start_name() {
                true if is_new() => 1,
                true => 2,
                false => 3,
            };
            is_name_but_once(enough) && !(ordinary && looks_english(text))
        }
        (true, true) if has_exact(table::WORD_PLACES, text) => {
            place.may_start_name() && is_name_but_once(1)
        }
        // "About to grant it": what somebody does.
        (_, true) if place.previous_text() == "to" && has_object(place) => false,
        // "Spoken to davies", who is Davies elsewhere.
        _ if is_person(text) && is_name_but_once(1) => {
            place.is_before_capital() && !is_before_people(place)
                || has_exact(table::PREPOSITIONS, place.previous_text())
                || evidence.title(word) > 1
                    && has_exact(table::SURNAMES, text)
                    && !has_exact(table::DETERMINERS, place.previous_text())
        }
        (true, true) if may_be_name(entry) => {
            is_pair(place, evidence)
                || has_exact(table::BEFORE_NAMES, place.previous_text())
                    && is_name_but_once(u32::from(OFTEN))
        }
        (false, true) => place.is_between_capitals() && is_pair(place, evidence),
        _ => false,
    }
}

/// Whether what is done something to follows, as it does a verb: "grant it", "zip into a bag".
fn has_object(place: &Place<'_>) -> bool {
    let next = place.next_text();
    has_exact(table::DETERMINERS, next) || has_exact(table::OBJECTS, next)
}

/// Whether a name of the lexicon is one here: it is long and well known, or names stand
/// beside it.
fn is_sure_name(place: &Place<'_>, text: &str, evidence: &Evidence<'_, '_>) -> bool {
    let word = place.word();
    let is_known = is_known_name(word)
        && text.len() > SHORTEST_NAME
        && (word.entry().frequency() >= KNOWN_NAME
            || has_exact(table::PREPOSITIONS, place.previous_text()) && !is_foreign(place, text));
    let is_long = text.len() >= SHORTEST_NAME;
    is_known && !evidence.is_technical() && !is_behind_foreign(place)
        || is_long && (place.is_beside_name() || place.is_before_capital())
        || place.is_behind_known_given_name()
        || place.is_behind_title()
}

/// Whether a word that the lexicon does not have is a name, by those beside it.
fn is_new_name(place: &Place<'_>, text: &str, evidence: &Evidence<'_, '_>) -> bool {
    let is_beside = || {
        place.is_behind_given_name()
            || place.is_behind_title()
            || place.is_behind_unknown_name()
            || !evidence.is_technical()
                && place.is_before_capital()
                && !place.is_behind_capital()
                && !has_exact(table::DETERMINERS, place.previous_text())
                && !CALLINGS.iter().any(|ending| text.ends_with(ending))
                && !is_slip_of(text, FAMILIAR_PART)
            || !evidence.is_technical()
                && (place.is_among_names()
                    || place.is_behind_names() && !is_slip_of(text, FAMILIAR_PART))
    };
    text.len() >= SHORTEST_NAME
        && is_beside()
        && !looks_english(text)
        && !is_foreign(place, text)
        && evidence.of(place.word()).lower < 3
}

/// Whether a people or a language comes next, which is no surname: "a frank Irish face".
fn is_before_people(place: &Place<'_>) -> bool {
    has(table::NATIONALITIES, place.next_text())
}

/// Whether it is an ordinary word with an `s`: many things, or what somebody does.
fn is_plural(text: &str) -> bool {
    text.strip_suffix('s').is_some_and(|one| lexicon::get(one).is_ordinary())
}

/// Whether an ordinary word lost its last letter, as it is spoken: `caving`, "cavin'".
fn is_clipped(text: &str) -> bool {
    let whole = lexicon::get_joined(text, "g");
    text.ends_with("in") && whole.is_ordinary() && whole.frequency() >= FAMILIAR_PART
}

/// Whether the word is a name of persons, though dictionaries have it as an
/// ordinary one too.
fn is_person(text: &str) -> bool {
    has_exact(table::SURNAMES, text) || has_exact(table::GIVEN_NAMES, text)
}

/// Whether an unknown word is of another language, not a name: by its letters,
/// or by the words near it.
fn is_foreign(place: &Place<'_>, text: &str) -> bool {
    !text.is_ascii()
        || is_foreign_function_word(text)
        || is_behind_foreign(place)
        || place.is_beside_unknown()
}

fn is_behind_foreign(place: &Place<'_>) -> bool {
    place.previous().is_some_and(|w| w.case() == Case::Lower)
        && is_foreign_function_word(place.previous_text())
}

/// Whether an unknown word is made as English words are: with one of their
/// beginnings or endings, or out of two of them.
fn looks_english(word: &str) -> bool {
    let is_word = |part: &str| {
        let entry = lexicon::get(part);
        part.len() > 3 && entry.is_ordinary() && entry.frequency() >= FAMILIAR_PART
    };
    ENDINGS.iter().any(|ending| word.ends_with(ending))
        || PREFIXES.iter().any(|prefix| word.strip_prefix(prefix).is_some_and(is_word))
        || (4..word.len().saturating_sub(3)).any(|at| is_word(&word[..at]) && is_word(&word[at..]))
}

/// The endings that make English words.
const ENDINGS: &[&str] = &[
    "able", "ed", "ible", "ing", "ings", "ise", "ises", "ism", "isms", "ists", "ity", "ive", "ize",
    "ized", "izes", "less", "ly", "ment", "ments", "ness", "ous", "ship", "tech", "tion", "tions",
    "ware",
];
/// The endings of what persons are called who do something: "frontman".
const CALLINGS: &[&str] = &[
    "ado", "ant", "ants", "ario", "crat", "crats", "eer", "eers", "er", "ers", "ess", "ian",
    "ians", "ist", "ium", "man", "men", "or", "ors", "phile", "philes", "woman", "women",
];
const PREFIXES: &[&str] =
    &["anti", "bi", "co", "de", "dis", "in", "mis", "non", "over", "pre", "re", "sub", "un"];
/// How frequent both parts of a compound are.
const FAMILIAR_PART: u8 = 20;

/// Whether the document has the word and its neighbour as a name.
fn is_pair(place: &Place<'_>, evidence: &Evidence<'_, '_>) -> bool {
    let is_rare = place.word().entry().frequency() < UNCOMMON;
    let enough = if is_rare || place.is_between_capitals() { 1 } else { 2 };
    let is_shown = |pair: Counts| pair.title >= enough && pair.lower == 1;
    let [before, behind] = evidence.pairs(place).map(is_shown);
    // "Shadow home secretary David": the name would begin with "home".
    before || behind && (place.may_start_name() || place.is_behind_capital())
}
