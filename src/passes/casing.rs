//! The pass `casing`: sentence starts, and names in the case that the
//! document itself shows.

mod candidates;
mod evidence;
mod lines;
mod names;
mod page;
mod sentences;

use super::spare_code;
use crate::data::{has_exact, proper_names as table, slips};
use crate::lexicon::Entry;
use crate::text::Kind;
use crate::text::words::owner;
use crate::{Document, Edits, Language, Pass};

use candidates::Found;
pub(super) use candidates::listed;
use evidence::Evidence;
#[cfg(test)]
pub(super) use evidence::is_technical;
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
///   too, or an unknown word, where its neighbours decide: behind a given name
///   or a title, before a name, or in a list of names.
/// * `casing/place`, `casing/nationality`, `casing/month`, `casing/weekday`:
///   names that are nothing else, of countries and large cities, peoples and
///   languages, months and days; and `on may 18`.
/// * `casing/name`: what the lexicon knows as a name only.
/// * `casing/given-name`, `casing/title`, `casing/fixed-name`: a given name (one
///   that is an ordinary word too only before a name), a title before a name,
///   and names of two words: in lower case both, those that are nothing else, `the
///   united states`.
/// * `casing/honorific`: a form of address before a name, `dr. Agnes Hill`.
/// * `casing/pronoun`: the pronoun `i`, also in `i'm` and the like.
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
/// * Texts of old, as far as words such as `thou` and `hath` stand near: there a
///   question did not end a sentence.
/// * A sentence that goes on below a line that is set in, or behind an initial at
///   the end of a line.
/// * The names of species: `(Rosa canina)`, `Papio anubis`, `Vulpes vulpes`.
/// * In technical texts, all but small words at the start of a sentence, and
///   names that nothing but the lexicon shows: they may be names of commands.
/// * Unknown words that are made as English ones are, with an ending or out of
///   two words, that say what somebody is or does, or that a slip makes out of
///   an English word: `Linux reflashing`, `frontman Hill`, `the owenr Hill`; and
///   behind an article or the like, before a name: `the halloumi Caesar`.
/// * The words of a command in a sentence, `pip install flask twilio`, but for most
///   names that the lexicon knows; and unknown names in a list of which another is
///   unknown and always in lower case: `kibana, splunk and grafana`.
/// * Words of other languages, by the words near them, and those of foreign
///   phrases, dishes and acronyms: `salsa verde`, `the nfl`.
/// * Words that are ordinary ones (`may`, `turkey`, `polish`), without more
///   evidence; `western nations`, `internet`, `french fries`.
/// * Mixed case (`iPhone`, `eBay`), and words that the document has so elsewhere;
///   particles of names (`de Gaulle`), addresses, domains, handles, hashtags, file
///   names, identifiers, fenced blocks of code, what stands between
///   backticks. How words are written there is no evidence either.
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

/// Whether a word with this entry may be a name, though no list has it.
pub(super) fn may_be_name(entry: Entry) -> bool {
    names::is_odd(entry) || names::may_be_name(entry)
}

impl Pass for Casing {
    fn name(&self) -> &'static str {
        "casing"
    }

    fn takes_sections(&self) -> bool {
        true
    }

    fn find_edits(&self, doc: &Document<'_>, edits: &mut Edits) {
        let before = edits.len();
        let mut found = doc.lend::<Found>();
        candidates::find(doc, &mut found);
        raise_names(doc, &found, edits);
        spare_code::drop_edits(doc, before, edits);
    }
}

/// Raises those of the candidates that a rule raises.
fn raise_names(doc: &Document<'_>, found: &Found, edits: &mut Edits) {
    if found.candidates.is_empty() || doc.language() != Language::English {
        return;
    }
    let page = Page::new(doc);
    let evidence = Evidence::new(doc, &page, found);
    if evidence.is_lower_on_purpose() {
        return;
    }
    for &candidate in &found.candidates {
        let place = page.place(candidate);
        if let Some(rule) = rule_for(&place, &evidence) {
            raise(doc, candidate, rule, edits);
        }
    }
}

/// The rule by which the word is raised, if any.
fn rule_for(place: &Place<'_>, evidence: &Evidence<'_, '_>) -> Option<&'static str> {
    if !place.is_free() {
        return None;
    }
    if let Some(rule) = honorific(place) {
        return Some(rule);
    }
    if place.word().kind() != Kind::Word {
        return None;
    }
    let has_capitals = place.line_has_capitals() || evidence.has_capitals();
    if has_capitals && sentences::starts(place, evidence) || evidence.is_speech(place) {
        return Some("casing/sentence-start");
    }
    if has_capitals && is_pronoun(place) {
        return Some("casing/pronoun");
    }
    if !place.is_in_prose() || place.is_quoted() || place.is_cut_off() {
        return None;
    }
    let rule = names::rule(place, evidence)?;
    let is_of_person =
        matches!(rule, "casing/beside-name" | "casing/document-evidence" | "casing/name");
    let is_meant = place.is_in_command()
        || place.is_of_old()
        || place.is_of_language_before()
        || is_of_person && place.may_be_species();
    (!is_meant).then_some(rule)
}

/// Whether it is the pronoun, and not the small word that other languages have
/// for "and": `doinstaluje i do`.
fn is_pronoun(place: &Place<'_>) -> bool {
    let (text, next) = (place.text(), place.next_text());
    let is_it = match text {
        "i" => has_exact(table::AFTER_PRONOUN, next),
        _ => has_exact(table::PRONOUN_FORMS, text) && goes_on_behind_pronoun(text, next),
    };
    is_it && place.gap_after() == " " && !place.is_in_other_language()
}

/// Whether the word goes on behind the pronoun and what its apostrophe stands for, as in
/// `i'm going`: `i'm and i've` are words that are talked of.
fn goes_on_behind_pronoun(pronoun: &str, next: &str) -> bool {
    let is_participle = || has_exact(slips::PARTICIPLES, next) || next.ends_with("ed");
    match pronoun.as_bytes()[pronoun.len() - 1] {
        b'm' => next.ends_with("ing") || has_exact(slips::AFTER_I_AM, next) || is_participle(),
        b'e' => has_exact(slips::BEFORE_PARTICIPLES, next) || is_participle(),
        _ => has_exact(table::AFTER_I_WILL_OR_WOULD, next),
    }
}

fn honorific(place: &Place<'_>) -> Option<&'static str> {
    let stem = place.text().trim_end_matches('.');
    let stopped = stem.len() < place.text().len() || place.gap_after().starts_with('.');
    let fits = place.next_is_name()
        && has_exact(table::HONORIFICS, stem)
        && (!has_exact(table::STOPPED_HONORIFICS, stem) || stopped && place.may_start_title());
    // "Rev. Aug 1981"
    let is_date = || {
        begins_month(place.text_at(1)) && place.text_at(2).starts_with(|c: char| c.is_ascii_digit())
    };
    // "the board is rev. B and"
    let is_letter =
        || place.next_text().len() == 1 && !place.word_beside(1, 1).starts_with(char::is_uppercase);
    (fits && !is_date() && !is_letter()).then_some("casing/honorific")
}

/// Whether it is the name of a month, whole or the first letters of it.
fn begins_month(word: &str) -> bool {
    let begins =
        |month: &&str| month.get(..word.len()).is_some_and(|m| m.eq_ignore_ascii_case(word));
    word.len() >= 3 && table::MONTHS.iter().chain(table::WORD_MONTHS).any(begins)
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
    owner(word).unwrap_or(word)
}
