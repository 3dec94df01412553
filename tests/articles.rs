//! Whole articles: each `tests/fixtures/articles/NAME.raw.txt` becomes
//! `NAME.gold.txt`, to the letter, and the gold text stays as it is.

use std::fs;
use std::path::{Path, PathBuf};

use copydesk::Pipeline;

fn articles() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/articles");
    let entries = fs::read_dir(folder).expect("the folder of the articles");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    paths.filter(|path| path.to_string_lossy().ends_with(".raw.txt")).collect()
}

/// Shows the lines that differ.
fn assert_same(name: &Path, got: &str, gold: &str) {
    let differ: String = got
        .lines()
        .zip(gold.lines())
        .filter(|(got, gold)| got != gold)
        .map(|(got, gold)| format!("got  {got:?}\ngold {gold:?}\n\n"))
        .take(8)
        .collect();
    let counts = (got.lines().count(), gold.lines().count());
    assert!(got == gold, "{}: lines (got, gold): {counts:?}\n\n{differ}", name.display());
}

#[test]
fn articles_become_what_their_authors_meant() {
    let pipeline = Pipeline::article();
    let articles = articles();
    assert!(articles.len() >= 3);
    for path in articles {
        let raw = fs::read_to_string(&path).expect("the raw text");
        let gold = path.to_string_lossy().replace(".raw.txt", ".gold.txt");
        let gold = fs::read_to_string(gold).expect("the gold text");
        // A file may end in a line end and the text may not.
        assert_same(&path, pipeline.clean(&raw).trim_end(), gold.trim_end());
        assert_same(&path, &pipeline.clean(&gold), &gold);
    }
}
