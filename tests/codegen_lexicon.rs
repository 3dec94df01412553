//! Renders the embedded lexicon from `data/words.tsv` and compares it with
//! `src/data/lexicon.bin`. With `COPYDESK_CODEGEN=write` in the environment it
//! writes that anew.
//!
//! The packaged crate has no `data/`; there the test does nothing.

use std::path::Path;

use copydesk::lexicon;

#[test]
fn the_embedded_lexicon_is_rendered_from_the_words() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let Ok(words) = std::fs::read_to_string(root.join("data/words.tsv")) else { return };
    let rendered = lexicon::render(&words).expect("the words fit in");
    let path = root.join("src/data/lexicon.bin");
    if std::env::var_os("COPYDESK_CODEGEN").is_some_and(|v| v == "write") {
        std::fs::write(&path, rendered).expect("the lexicon is written");
        return;
    }
    let embedded = std::fs::read(&path).expect("the embedded lexicon");
    assert!(rendered == embedded, "src/data/lexicon.bin is not what data/words.tsv makes");
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
