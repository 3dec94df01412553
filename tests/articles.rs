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

/// The lines that only one of the texts has.
fn differences(name: &Path, got: &str, gold: &str) -> String {
    if got == gold {
        return String::new();
    }
    let only_in = |a: &str, b: &str| -> String {
        let lines = a.lines().filter(|line| !b.lines().any(|other| other == *line));
        lines.map(|line| format!("    {line:?}\n")).collect()
    };
    let (extra, missing) = (only_in(got, gold), only_in(gold, got));
    format!("{}\ngot\n{extra}instead of\n{missing}\n", name.display())
}

#[test]
fn articles_become_what_their_authors_meant() {
    let pipeline = Pipeline::article();
    let articles = articles();
    assert!(articles.len() >= 3);
    let mut faults = String::new();
    for path in articles {
        let raw = fs::read_to_string(&path).expect("the raw text");
        let gold_path = path.to_string_lossy().replace(".raw.txt", ".gold.txt");
        let gold = fs::read_to_string(&gold_path).expect("the gold text");
        // A file may end in a line end and the text may not.
        faults += &differences(&path, pipeline.clean(&raw).trim_end(), gold.trim_end());
        faults += &differences(Path::new(&gold_path), &pipeline.clean(&gold), &gold);
    }
    assert!(faults.is_empty(), "{faults}");
}
