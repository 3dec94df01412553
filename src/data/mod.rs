//! Tables: each with its source and licence at its head.

pub(crate) mod abbreviations;
pub(crate) mod codepages;
pub(crate) mod doubled_words;
pub(crate) mod entities;
pub(crate) mod file_extensions;
pub(crate) mod html;
pub(crate) mod letters;
pub(crate) mod misspellings;
pub(crate) mod proper_names;
pub(crate) mod slips;
pub(crate) mod tlds;

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
            tlds::TLDS,
            proper_names::PLACES,
            proper_names::NATIONALITIES,
            proper_names::LOWER_CASE_THINGS,
            proper_names::MONTHS,
            proper_names::WORD_MONTHS,
            proper_names::WEEKDAYS,
            proper_names::HONORIFICS,
            proper_names::STOPPED_HONORIFICS,
            proper_names::AFTER_PRONOUN,
            proper_names::GIVEN_NAMES,
            proper_names::PLAIN_GIVEN_NAMES,
            proper_names::SURNAMES,
            proper_names::DETERMINERS,
            proper_names::TITLES,
            proper_names::FIXED_NAMES,
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
            misspellings::FOREIGN_PARTICLES,
        ];
        for table in tables {
            assert!(table.is_sorted_by(|a, b| a < b), "{table:?}");
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
