//! The pass `casing`: sentence starts, and names in the case that the
//! document itself shows.

mod evidence;
mod page;
mod sentences;

use std::sync::LazyLock;

use super::hashed;
use crate::data::proper_names as table;
use crate::text::{Case, Kind, Word};
use crate::{Document, Edits, Language, Pass};

use evidence::Evidence;
use page::{Page, Place};

/// Finds words that lost their capital.
///
/// # What it changes
///
/// * `casing/sentence-start`: the first word of a sentence in a line of prose,
///   also behind a quotation mark, a bracket, or the label of a speaker: `It
///   was late. nobody came.`
/// * `casing/document-evidence`: a name whose case the document itself shows,
///   `norway` beside nine `Norway`; `casing/beside-name`: one that is a word
///   too, where its neighbour decides, `tony Blair` beside another `Tony Blair`.
/// * `casing/place`, `casing/nationality`, `casing/month`, `casing/weekday`:
///   names that are nothing else, of countries and large cities, peoples and
///   languages, months and days; and `on may 18`.
/// * `casing/name`: what the lexicon knows as a name only.
/// * `casing/given-name`, `casing/title`, `casing/fixed-name`: a given name or
///   a title before a name, and names of two words.
/// * `casing/honorific`: a form of address before a name, `dr. Agnes Hill`.
/// * `casing/pronoun`: the pronoun `i`.
///
/// # Why
///
/// Writers who type fast and programs that rewrite articles lose capitals; a
/// reader, and a program that looks for names and sentences, needs them.
///
/// # Leaves alone
///
/// * Text in lower case on purpose: a line with no capital at all, a document
///   in which many sentences start so, a name that the author writes so again
///   and again.
/// * Headings, captions, items of lists, verse, labels, code: a sentence start
///   is raised only in a line of prose whose neighbours are no list.
/// * Words that are ordinary ones (`may`, `turkey`, `polish`), without more
///   evidence; `western nations`, `internet`, `french fries`.
/// * Mixed case (`iPhone`, `eBay`), particles of names (`de Gaulle`), addresses,
///   domains, handles, hashtags, file names, identifiers.
/// * What follows an abbreviation, an ellipsis, a quoted question: `“Why?” he
///   asked`, `approx. ten`.
/// * Capitals: nothing is ever lowered.
/// * Every other language than English, where nouns, months, peoples and
///   pronouns follow rules of their own.
///
/// # Example
///
/// ```
/// use copydesk::{Pass, passes::Casing};
///
/// let raw = "The talks went on in Oslo. they were held in april, said dr. Hill.";
/// let clean = "The talks went on in Oslo. They were held in April, said Dr. Hill.";
/// assert_eq!(Casing::default().clean(raw), clean);
/// ```
///
/// # Sources
///
/// The lists of names are our own, of facts.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Casing {}

impl Pass for Casing {
    fn name(&self) -> &'static str {
        "casing"
    }

    fn find_edits(&self, doc: &Document<'_>, edits: &mut Edits) {
        let mut candidates = doc.lend::<Vec<Candidate>>();
        find_candidates(doc, &mut candidates);
        if candidates.is_empty() || doc.language() != Language::English {
            return;
        }
        let page = Page::new(doc);
        let evidence = Evidence::gather(doc, &page, &candidates);
        if evidence.is_lower_on_purpose() {
            return;
        }
        for candidate in &*candidates {
            let place = page.place(candidate.word);
            if let Some(rule) = rule_for(candidate.why, &place, &evidence) {
                raise(doc, candidate.word, rule, edits);
            }
        }
    }
}

/// A lower-case word that may have lost its capital.
#[derive(Clone, Copy)]
struct Candidate {
    /// Its place among the words of the document.
    word: usize,
    why: Why,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Why {
    SentenceStart,
    /// It may be the first word behind the label of a speaker.
    Speech,
    /// The lexicon does not have it as an ordinary word.
    Unordinary,
    /// An ordinary word that is a name too, or stands beside one.
    Ambiguous,
    Honorific,
    Pronoun,
}

fn find_candidates(doc: &Document<'_>, candidates: &mut Vec<Candidate>) {
    let words = doc.words();
    for (at, word) in words.iter().enumerate() {
        if word.case() != Case::Lower {
            continue;
        }
        let why = match word.kind() {
            Kind::Word if word.starts_sentence() || word.starts_line() => Why::SentenceStart,
            Kind::Word if !word.entry().is_ordinary() => Why::Unordinary,
            Kind::Word if word.range().len() == 1 => Why::Pronoun,
            Kind::Word if is_behind_colon(doc.text(), words, at) => Why::Speech,
            Kind::Word if word.entry().is_name() || is_beside_title(words, at) => Why::Ambiguous,
            Kind::Abbreviation => Why::Honorific,
            _ => continue,
        };
        candidates.push(Candidate { word: at, why });
    }
}

fn is_behind_colon(text: &str, words: &[Word], at: usize) -> bool {
    let before = at.checked_sub(1).map(|at| text.as_bytes().get(words[at].range().end));
    // The mark may stand behind a bracket: "Dr. Hill (A): ".
    let is_label = |b: &u8| matches!(b, b':' | b')');
    before.flatten().is_some_and(is_label)
}

fn is_beside_title(words: &[Word], at: usize) -> bool {
    let is_title =
        |at: usize| words.get(at).is_some_and(|w| w.case() == Case::Title && !w.starts_sentence());
    is_title(at + 1) || at.checked_sub(1).is_some_and(is_title)
}

/// The rule by which the word is raised, if any.
fn rule_for(why: Why, place: &Place<'_>, evidence: &Evidence<'_>) -> Option<&'static str> {
    if !place.is_free() {
        return None;
    }
    let first = match why {
        Why::SentenceStart => {
            let may = place.line_has_capitals() || evidence.has_capitals();
            (may && sentences::starts(place)).then_some("casing/sentence-start")
        }
        Why::Speech => evidence.is_speech(place).then_some("casing/sentence-start"),
        Why::Pronoun => is_pronoun(place).then_some("casing/pronoun"),
        _ => None,
    };
    if first.is_some() || why == Why::Pronoun {
        return first;
    }
    if let Some(rule) = honorific(place) {
        return Some(rule);
    }
    if why == Why::Honorific || !place.is_in_prose() || place.is_quoted() || place.is_cut_off() {
        return None;
    }
    let key = key(stem(place.text()));
    listed(place, key, evidence).or_else(|| neighbour(place)).or_else(|| evidence.rule(place, key))
}

fn is_pronoun(place: &Place<'_>) -> bool {
    place.text() == "i" && place.gap_after() == " " && has(table::AFTER_PRONOUN, place.next_text())
}

/// The rule by which the neighbour shows that an ambiguous word is a name.
fn neighbour(place: &Place<'_>) -> Option<&'static str> {
    let is_name =
        |w: Option<&Word>| w.is_some_and(|w| w.kind() == Kind::Word && place.is_capital(w));
    let before_name = place.gap_after() == " " && is_name(place.next());
    if before_name && has(table::GIVEN_NAMES, place.text()) {
        return Some("casing/given-name");
    }
    if before_name && has(table::TITLES, place.text()) && place.may_start_name() {
        return Some("casing/title");
    }
    let after_name = place.gap_before() == " " && is_name(place.previous());
    let is_fixed = |first: &str, second: &str| {
        let pair = |entry: &&str| {
            entry.bytes().cmp(
                first.bytes().chain(*b" ").chain(second.bytes()).map(|b| b.to_ascii_lowercase()),
            )
        };
        table::FIXED_NAMES.binary_search_by(pair).is_ok()
    };
    let fixed = before_name && is_fixed(place.text(), stem(place.next_text()))
        || after_name && is_fixed(place.previous_text(), stem(place.text()));
    fixed.then_some("casing/fixed-name")
}

fn honorific(place: &Place<'_>) -> Option<&'static str> {
    let stem = place.text().trim_end_matches('.');
    let stopped = stem.len() < place.text().len() || place.gap_after().starts_with('.');
    let fits = place.next_is_name()
        && has(table::HONORIFICS, stem)
        && (stopped || !has(table::STOPPED_HONORIFICS, stem));
    fits.then_some("casing/honorific")
}

/// The rule of the list that has the word; `key` is that of the word.
fn listed(place: &Place<'_>, key: u64, evidence: &Evidence<'_>) -> Option<&'static str> {
    if !LISTED.may_have(key) {
        return None;
    }
    let stem = stem(place.text());
    if has(table::WORD_MONTHS, stem) {
        return place.is_date().then_some("casing/month");
    }
    let rule = if has(table::MONTHS, stem) {
        "casing/month"
    } else if has(table::WEEKDAYS, stem) {
        "casing/weekday"
    } else if has(table::PLACES, stem) {
        "casing/place"
    } else if has(table::NATIONALITIES, stem) && !has(table::LOWER_CASE_THINGS, place.next_text()) {
        "casing/nationality"
    } else {
        return None;
    };
    (!evidence.is_habit(key)).then_some(rule)
}

fn raise(doc: &Document<'_>, word: usize, rule: &'static str, edits: &mut Edits) {
    let start = doc.words()[word].range().start;
    let Some(first) = doc.text()[start..].chars().next() else { return };
    edits.replace_with(start..start + first.len_utf8(), rule, |out| {
        out.extend(first.to_uppercase())
    });
}

/// The word without the ending of what owns: `agency’s`.
fn stem(word: &str) -> &str {
    word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word)
}

/// The key of a word: a hash of its letters in lower case.
fn key(word: &str) -> u64 {
    extend(0, word)
}

/// The key of what `key` stands for with the word behind it.
fn extend(key: u64, word: &str) -> u64 {
    if word.is_ascii() {
        word.bytes().fold(key, |key, b| hashed::push(key, u32::from(b.to_ascii_lowercase())))
    } else {
        let lower = word.chars().flat_map(char::to_lowercase);
        lower.fold(key, |key, c| hashed::push(key, u32::from(c)))
    }
}

/// The words of the lists that [`listed`] looks into: most words are in none
/// of them, which one look tells.
static LISTED: LazyLock<Filter> = LazyLock::new(|| {
    Filter::of(&[
        table::WORD_MONTHS,
        table::MONTHS,
        table::WEEKDAYS,
        table::PLACES,
        table::NATIONALITIES,
    ])
});

/// A set of words that says yes to a few more.
struct Filter([u64; 1 << Filter::BITS >> 6]);

impl Filter {
    const BITS: u32 = 14;

    fn of(tables: &[&[&str]]) -> Self {
        let mut it = Self([0; 1 << Self::BITS >> 6]);
        for word in tables.iter().copied().flatten() {
            let (at, bit) = Self::place(key(word));
            it.0[at] |= bit;
        }
        it
    }

    fn may_have(&self, key: u64) -> bool {
        let (at, bit) = Self::place(key);
        self.0[at] & bit != 0
    }

    /// The upper bits of a product are its best.
    fn place(key: u64) -> (usize, u64) {
        let at = key >> (u64::BITS - Self::BITS);
        ((at >> 6) as usize, 1 << (at & 63))
    }
}

/// Whether a sorted table has the word.
fn has(table: &[&str], word: &str) -> bool {
    table.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_filter_has_every_listed_word_and_few_others() {
        let lists = [
            table::WORD_MONTHS,
            table::MONTHS,
            table::WEEKDAYS,
            table::PLACES,
            table::NATIONALITIES,
        ];
        assert!(lists.concat().iter().all(|word| LISTED.may_have(key(word))));
        let others = (0..1000).filter(|n| LISTED.may_have(key(&format!("word{n}")))).count();
        assert!(others < 100, "{others}");
    }

    #[test]
    fn the_tables_are_sorted() {
        for list in [
            table::PLACES,
            table::NATIONALITIES,
            table::LOWER_CASE_THINGS,
            table::MONTHS,
            table::WORD_MONTHS,
            table::WEEKDAYS,
            table::HONORIFICS,
            table::STOPPED_HONORIFICS,
            table::AFTER_PRONOUN,
            table::GIVEN_NAMES,
            table::TITLES,
            table::FIXED_NAMES,
            table::BEFORE_MONTHS,
            table::LOWER_CASE_NAMES,
            table::AFTER_PERSONS,
            table::WORD_PLACES,
            table::SHORTENED,
            table::BEFORE_NAMES,
            table::NO_STARTS,
            table::OPENERS,
            table::PARTICLES,
        ] {
            assert!(list.is_sorted(), "{list:?}");
        }
    }
}
