//! Tables: each with its source and licence at its head.

pub(crate) mod abbreviations;
pub(crate) mod codepages;
pub(crate) mod commands;
pub(crate) mod doubled_words;
pub(crate) mod entities;
pub(crate) mod file_extensions;
pub(crate) mod html;
pub(crate) mod latin;
pub(crate) mod letters;
pub(crate) mod misspellings;
pub(crate) mod proper_names;
pub(crate) mod slips;
pub(crate) mod tlds;

use crate::hashed::{self, ByHash};

/// What some words are, by lists of them; asked in one look.
pub(crate) struct Listed<T>(ByHash<(&'static str, T)>);

impl<T: Copy> Listed<T> {
    /// A word that is in two of the lists is what the first one says.
    pub(crate) fn new<const N: usize>(lists: [(&[&'static str], T); N]) -> Self {
        lists.into_iter().flat_map(|(list, what)| list.iter().map(move |w| (*w, what))).collect()
    }

    /// What the word is, in the case in which the lists have it.
    pub(crate) fn get(&self, word: impl AsRef<[u8]>) -> Option<T> {
        let word = word.as_ref();
        let (listed, what) = *self.0.get(&hashed::of(word))?;
        (listed.as_bytes() == word).then_some(what)
    }
}

impl<T> FromIterator<(&'static str, T)> for Listed<T> {
    fn from_iter<I: IntoIterator<Item = (&'static str, T)>>(words: I) -> Self {
        let mut map = ByHash::default();
        for (word, what) in words {
            map.entry(hashed::of(word.as_bytes())).or_insert((word, what));
        }
        Self(map)
    }
}

/// Whether a sorted table of lower-case words has the word, whatever the case
/// of its ASCII letters.
pub(crate) fn has(table: &[&str], word: &str) -> bool {
    let folded = || word.bytes().map(|b| b.to_ascii_lowercase());
    table.binary_search_by(|entry| entry.bytes().cmp(folded())).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_sorted() {
        let abbreviations = abbreviations::ABBREVIATIONS;
        assert!(abbreviations.is_sorted_by(|(a, _), (b, _)| a < b));
        let tables = [
            file_extensions::FILE_EXTENSIONS,
            file_extensions::PLAIN_FILES,
            tlds::TLDS,
            commands::NAMES,
            commands::WORD_NAMES,
            commands::VERBS,
            commands::RARE_VERBS,
            proper_names::PLACES,
            proper_names::NATIONALITIES,
            proper_names::LOWER_CASE_THINGS,
            proper_names::MONTHS,
            proper_names::WORD_MONTHS,
            proper_names::WEEKDAYS,
            proper_names::HONORIFICS,
            proper_names::STOPPED_HONORIFICS,
            proper_names::PRONOUN_FORMS,
            proper_names::AFTER_PRONOUN,
            proper_names::AFTER_I_WILL_OR_WOULD,
            proper_names::GIVEN_NAMES,
            proper_names::PLAIN_GIVEN_NAMES,
            proper_names::SURNAMES,
            proper_names::DETERMINERS,
            proper_names::TITLES,
            proper_names::FIXED_NAMES,
            proper_names::SURE_NAMES,
            proper_names::AFTER_EAST,
            proper_names::BEFORE_DATES,
            proper_names::BEFORE_MONTHS,
            proper_names::BEFORE_NAMES,
            proper_names::PREPOSITIONS,
            proper_names::NO_STARTS,
            proper_names::OPENERS,
            proper_names::PARTICLES,
            proper_names::LOWER_CASE_NAMES,
            proper_names::AFTER_PERSONS,
            proper_names::SHORTENED,
            proper_names::WORD_PLACES,
            misspellings::BEFORE_PARTICIPLES,
            misspellings::FOREIGN_PARTICLES,
            misspellings::NO_SLIPS,
        ];
        for table in tables {
            assert!(table.is_sorted_by(|a, b| a < b), "{table:?}");
        }
    }

    #[test]
    fn what_is_sure_to_be_a_name_is_one() {
        let is_fixed = |name: &&str| has(proper_names::FIXED_NAMES, name);
        assert!(proper_names::SURE_NAMES.iter().all(is_fixed));
    }

    #[test]
    fn a_word_is_what_the_first_of_the_lists_says() {
        let tables = [doubled_words::ALWAYS, doubled_words::EMPHATIC, proper_names::PLACES];
        let lists = Listed::new([(tables[0], 0), (tables[1], 1), (tables[2], 2)]);
        let slowly = |word: &&str| tables.iter().position(|table| table.contains(word));
        for word in tables.concat().iter().chain(&["The", "rope", ""]) {
            assert_eq!(lists.get(word), slowly(word), "{word}");
        }
    }

    #[test]
    fn the_case_of_a_word_does_not_count() {
        assert!(has(&["and", "the"], "The"));
        assert!(!has(&["and", "the"], "then"));
        assert_eq!(abbreviations::get("DR"), Some(abbreviations::Follows::Name));
        assert_eq!(abbreviations::get("drx"), None);
    }
}
