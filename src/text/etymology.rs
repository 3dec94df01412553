//! Words of other languages in the entries of a dictionary: `[OF. gendrer, fr. L. generare]`.

use crate::data::latin;

/// How dictionaries call the language of a word that follows. Our own list, sorted.
#[rustfmt::skip]
static LANGUAGES: &[&str] = &[
    "AF", "AS", "Ar", "Arab", "Armor", "Bret", "Bulg", "Celt", "Corn", "Croat", "Dan", "Finn",
    "Flem", "Fr", "Fris", "Gael", "Ger", "Goth", "Gr", "Heb", "Hind", "Hung", "Icel", "Ir", "It",
    "Ital", "LG", "LL", "Lat", "Lith", "MD", "ME", "MHG", "ML", "NL", "Norw", "OD", "OE", "OF",
    "OFries", "OHG", "OIr", "OIt", "ON", "ONF", "OS", "OSp", "Per", "Pers", "Peruv", "Pg", "Pol",
    "Port", "Pr", "Prov", "Rom", "Russ", "Scand", "Scot", "Serb", "Skr", "Slav", "Sp", "Sw",
    "Swed", "Turk", "VL", "fr",
];

/// Whether the word in lower case, before which this stands, may be of the language that is
/// named there, or is added to a part of a word: `L. numerus`, `fr. barrer`, `con- + suere`.
/// One capital or two may be initials, behind which the word has to end as words of Latin do.
pub(crate) fn is_told_before(word: &str, before: &str) -> bool {
    let before = before.trim_end();
    if before.ends_with(" +") {
        return true;
    }
    let Some(before) = before.strip_suffix('.') else { return false };
    let rest = before.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let name = &before[rest.len()..];
    let is_whole =
        || !rest.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '\''));
    let is_language = || LANGUAGES.binary_search(&name).is_ok();
    let is_initials =
        || matches!(name.len(), 1 | 2) && name.bytes().all(|b| b.is_ascii_uppercase());
    let is_latin = || latin::ends_in(word, &latin::ENDINGS) || word.ends_with('o');
    is_whole() && (is_language() || is_initials() && is_latin())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted() {
        assert!(LANGUAGES.is_sorted());
    }

    #[test]
    fn a_language_or_initials_tell_of_the_word_behind() {
        for (before, word) in [
            ("[OF. ", "gendrer"),
            ("akin to Icel.\n   ", "henda"),
            ("fr. ", "barrer"),
            ("con- + ", "suere"),
            ("L. ", "numerus"),
        ] {
            assert!(is_told_before(word, before), "{before}{word}");
        }
        for (before, word) in [
            ("the OF ", "gendrer"),
            ("in L.A. ", "numerus"),
            ("plan B. ", "wether"),
            ("a boat. ", "numerus"),
            ("sofr. ", "barrer"),
            ("", "suere"),
        ] {
            assert!(!is_told_before(word, before), "{before}{word}");
        }
    }
}
