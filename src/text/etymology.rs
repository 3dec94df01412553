//! Words of other languages in the entries of a dictionary: `[OF. gendrer, fr. L. generare]`.

use memchr::memrchr2;

use crate::data::{has_exact, latin};

/// How dictionaries call the language of a word that follows. Our own list, sorted.
#[rustfmt::skip]
static LANGUAGES: &[&str] = &[
    "AF", "AS", "Ar", "Arab", "Armor", "Bret", "Bulg", "Celt", "Corn", "Croat", "D", "Dan", "F",
    "Finn", "Flem", "Fr", "Fris", "G", "Gael", "Ger", "Goth", "Gr", "Heb", "Hind", "Hung", "Icel",
    "Ir", "It", "Ital", "L", "LG", "LL", "Lat", "Lith", "MD", "ME", "MHG", "ML", "NL", "Norw", "OD",
    "OE", "OF", "OFries", "OHG", "OIr", "OIt", "ON", "ONF", "OS", "OSp", "Per", "Pers", "Peruv",
    "Pg", "Pol", "Port", "Pr", "Prov", "Rom", "Russ", "Scand", "Scot", "Serb", "Skr", "Slav", "Sp",
    "Sw", "Swed", "Turk", "VL", "W", "fr",
];

/// Whether dictionaries call a language so.
pub(crate) fn is_language(name: &str) -> bool {
    has_exact(LANGUAGES, name)
}

/// So many bytes before a word the bracket may have opened that tells where an entry is from.
const REACH: usize = 400;

/// Whether the word before which this stands is of the language that is named there, or is
/// added to a part of a word: `[Icel. henda`, `[fr. barrer`, `con- + suere`. Most names are
/// words and names elsewhere (`It`, `Port`, `Fr. Thomas`), and anything may be added up, so
/// that a bracket must be open.
pub(crate) fn leads_in_etymon(before: &str) -> bool {
    let before = before.trim_end();
    if let Some(part) = before.strip_suffix(" +") {
        return part.ends_with('-') || is_in_brackets(part);
    }
    name_before_stop(before).is_some_and(|(rest, name)| is_language(name) && is_in_brackets(rest))
}

/// Whether the word in lower case may be of Latin, by its end and the one capital or two that
/// stand before it with a stop: `L. numerus`. They may be initials too.
pub(crate) fn may_be_latin(word: &str, before: &str) -> bool {
    let is_initials = name_before_stop(before.trim_end()).is_some_and(|(_, name)| {
        matches!(name.len(), 1 | 2) && name.bytes().all(|b| b.is_ascii_uppercase())
    });
    is_initials && (latin::ends_in(word, &latin::ENDINGS) || word.ends_with('o'))
}

/// The name at the end, before its stop, and what stands before it.
fn name_before_stop(text: &str) -> Option<(&str, &str)> {
    let text = text.strip_suffix('.')?;
    let rest = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let is_whole = !rest.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '\''));
    is_whole.then(|| text.split_at(rest.len()))
}

/// Whether a bracket is open at the end of this.
fn is_in_brackets(before: &str) -> bool {
    let near = &before.as_bytes()[before.len().saturating_sub(REACH)..];
    memrchr2(b'[', b']', near).is_some_and(|at| near[at] == b'[')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_in_brackets_tells_of_the_word_behind() {
        for before in [
            "[OF. ",
            "[ME., akin to Icel.\n   ",
            "[at first (of two) fr. ",
            "[an old word (see there), fr. It. ",
            "con- + ",
            "[super above + ",
        ] {
            assert!(leads_in_etymon(before), "{before}");
        }
        for before in [
            "[the OF ",
            "[sofr. ",
            "like the OF. ",
            "I bought It. ",
            "the Port. ",
            "[a boat] of Fr. ",
            "5 years + ",
            "",
        ] {
            assert!(!leads_in_etymon(before), "{before}");
        }
    }

    #[test]
    fn initials_tell_of_what_ends_as_latin_does() {
        assert!(may_be_latin("numerus", "L. "));
        for (before, word) in [
            ("in L.A. ", "numerus"),
            ("plan B. ", "wether"),
            ("a boat. ", "numerus"),
            ("", "suere"),
        ] {
            assert!(!may_be_latin(word, before), "{before}{word}");
        }
    }
}
