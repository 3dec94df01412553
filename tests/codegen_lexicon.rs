//! Renders the embedded lexicon from `data/words.tsv` and `data/pairs.txt`,
//! and compares it with the files in `src/data`. With `COPYDESK_CODEGEN=write`
//! in the environment it writes those anew.
//!
//! The packaged crate has no `data/`; there the tests do nothing.

use std::fs;
use std::path::Path;

use copydesk::lexicon;

/// A file in `data`, if that is there.
fn source(name: &str) -> Option<String> {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(name)).ok()
}

/// Compares with a file in `src/data`, or writes it. Says whether it was
/// compared.
fn check(name: &str, rendered: &[u8]) -> bool {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/data").join(name);
    if std::env::var_os("COPYDESK_CODEGEN").is_some_and(|v| v == "write") {
        fs::write(&path, rendered).expect("the table is written");
        return false;
    }
    let embedded = fs::read(&path).expect("the embedded table");
    assert!(
        rendered == embedded,
        "src/data/{name} is not what its source makes: COPYDESK_CODEGEN=write makes it anew"
    );
    true
}

#[test]
fn the_embedded_lexicon_is_rendered_from_the_words() {
    let Some(words) = source("words.tsv") else { return };
    let rendered = lexicon::render(&words).expect("the words fit in");
    if !check("lexicon.bin", &rendered) {
        return;
    }
    for line in words.lines() {
        let (word, rest) = line.split_once('\t').expect("a word");
        let entry = lexicon::get(word);
        let class = match (entry.is_ordinary(), entry.is_name()) {
            (true, false) => "o",
            (false, true) => "n",
            (true, true) => "b",
            (false, false) => panic!("{word} is not found"),
        };
        assert_eq!(format!("{class}\t{}", entry.frequency()), rest, "{word}");
    }
}

#[test]
fn the_groups_of_letters_are_those_of_the_words() {
    if let Some(words) = source("words.tsv") {
        let [grams, long] = lexicon::render_grams(&words);
        check("grams.bin", &grams);
        check("long_grams.bin", &long);
    }
}

/// After the lexicon, whose words it checks.
#[test]
fn the_pairs_are_rendered_from_their_list() {
    if let Some(pairs) = source("pairs.txt") {
        check("pairs.bin", &lexicon::render_pairs(&pairs).expect("pairs of known words"));
    }
}
