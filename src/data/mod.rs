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
pub(crate) mod sounds;
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
pub(crate) fn has(table: &[&str], word: impl AsRef<[u8]>) -> bool {
    let folded = || word.as_ref().iter().map(u8::to_ascii_lowercase);
    table.binary_search_by(|entry| entry.bytes().cmp(folded())).is_ok()
}

/// Whether a sorted table has the word as it is written.
pub(crate) fn has_exact(table: &[&str], word: impl AsRef<[u8]>) -> bool {
    table.binary_search_by(|entry| entry.as_bytes().cmp(word.as_ref())).is_ok()
}

/// Whether a sorted table of phrases in lower case has the phrase, whatever the case of
/// its letters, also of those beyond ASCII.
pub(crate) fn has_phrase(table: &[&str], phrase: &str) -> bool {
    let folded = || phrase.chars().flat_map(char::to_lowercase);
    table.binary_search_by(|entry| entry.chars().cmp(folded())).is_ok()
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::{Path, PathBuf};

    use regex::Regex;

    use super::*;

    /// The files of Rust in a folder and those below it.
    fn sources(folder: &Path) -> Vec<PathBuf> {
        let paths = fs::read_dir(folder).expect("a folder").map(|entry| entry.unwrap().path());
        let files = paths.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] });
        files.filter(|path| path.extension().is_some_and(|ending| ending == "rs")).collect()
    }

    /// The words of each table that has to be sorted, so that none is forgotten: all of those
    /// in this folder, and elsewhere those whose comment says so.
    fn tables() -> Vec<(String, Vec<String>)> {
        let item = Regex::new(
            r"(?smx)
            ( (?: ^///[^\n]*\n )* ) (?: ^\#[^\n]*\n )*
            ^(?: pub (?: \([a-z]+\) )? \s )? (?: static | const ) \s ([A-Z_]+) : \s
            (?: &\[&str\] | \[&str; \s \d+\] ) \s = \s* &?\[ (.*?) \];",
        )
        .unwrap();
        let mut tables = Vec::new();
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        for path in sources(&root) {
            let source = fs::read_to_string(&path).expect("a file of Rust");
            let is_in_folder = path.starts_with(root.join("data"));
            for [comment, name, rows] in item.captures_iter(&source).map(|item| item.extract().1) {
                if is_in_folder || comment.contains("orted") {
                    let code = rows.lines().map(|row| row.split("//").next().unwrap_or_default());
                    let words = code.flat_map(|row| row.split('"').skip(1).step_by(2));
                    let name = format!("{}: {name}", path.display());
                    tables.push((name, words.map(str::to_owned).collect()));
                }
            }
        }
        tables
    }

    #[test]
    fn the_tables_are_sorted() {
        let mut names = Vec::new();
        for (name, words) in tables() {
            let wrong = words.windows(2).find(|pair| pair[0] >= pair[1]);
            assert_eq!(wrong, None, "{name}: the second belongs before the first, or is the same");
            names.push(name);
        }
        for table in
            ["slips.rs: MODALS", "latin.rs: ENDINGS", "stray.rs: SECTIONS", "look.rs: ADVERBS"]
        {
            assert!(names.iter().any(|name| name.ends_with(table)), "{names:?}");
        }

        let wrong = abbreviations::ABBREVIATIONS.windows(2).find(|pair| pair[0].0 >= pair[1].0);
        assert_eq!(wrong, None, "the second belongs before the first, or is the same");
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
    fn the_case_of_a_word_counts_only_where_it_is_to() {
        assert!(has_exact(&["The", "and"], "The") && has_exact(&["The", "and"], "and"));
        assert!(!has_exact(&["The", "and"], "the") && !has_exact(&["The", "and"], "AND"));
        assert!(has(&["and", "the"], "The"));
        assert!(!has(&["and", "the"], "then"));
        assert!(has_phrase(&["edit", "öl und ähren"], "Öl und Ähren"));
        assert!(!has_phrase(&["edit", "öl und ähren"], "Öl und"));
        assert_eq!(abbreviations::get("DR"), Some(abbreviations::Follows::Name));
        assert_eq!(abbreviations::get("drx"), None);
    }
}
