//! No name is a misspelt word: not one of thousands, of many languages, with
//! its capital or without.

use std::collections::BTreeSet;

use copydesk::Pipeline;

const SENTENCES: [&str; 6] = [
    "They told us that {} would be at the station before the train left.",
    "{} was the first that we saw on the morning of the meeting.",
    "The road that goes from there to {}, which is not far, was closed for the day.",
    "It was good to hear from {}'s people about what they had done.",
    "We have never met the {} who did not like the sea, and we asked again.",
    "After the war the house was sold by {}.",
];

/// Names that are one slip of the hand away from a common word: `siad` is more
/// often `said` than a name. With a capital inside a sentence they stay too.
const LIKE_SLIPS: [&str; 11] = [
    "Collor",
    "Duesseldorf",
    "Loong",
    "Marai",
    "Naver",
    "Neuer",
    "Persson",
    "Pjanic",
    "Primark",
    "Siad",
    "Torun",
];

/// What becomes of these names in plain sentences, where it is not what was
/// written.
fn changed<'n>(names: impl Iterator<Item = &'n str>) -> Vec<String> {
    let pipeline = Pipeline::from_names(["spelling", "wording"]).expect("registered passes");
    let mut changed = Vec::new();
    for name in names {
        let lower = name.to_lowercase();
        for name in BTreeSet::from([name, lower.as_str()]) {
            for sentence in SENTENCES {
                let is_lower = name == lower;
                if LIKE_SLIPS.iter().any(|n| n.to_lowercase() == lower)
                    && (is_lower || sentence.starts_with("{}"))
                {
                    continue;
                }
                let text = sentence.replace("{}", name);
                let clean = pipeline.clean(&text);
                if clean != text {
                    changed.push(format!("{name}: {clean}"));
                }
            }
        }
    }
    changed
}

fn assert_unchanged(list: &str) {
    let lines = list.lines().filter(|line| !line.starts_with('#'));
    let names: BTreeSet<&str> = lines.flat_map(str::split_whitespace).collect();
    assert!(names.len() >= 1000, "{} names", names.len());
    let changed = changed(names.into_iter());
    assert!(changed.is_empty(), "{} changed:\n{}", changed.len(), changed.join("\n"));
}

/// Names that the sources of the lexicon have: they are known, or were left
/// out.
#[test]
fn no_name_of_the_sources_is_mended() {
    assert_unchanged(include_str!("data/names.txt"));
}

/// Names that were written down without looking at the lexicon.
#[test]
fn no_name_of_many_languages_is_mended() {
    let list = include_str!("data/names_of_many_languages.txt");
    assert!(LIKE_SLIPS.iter().all(|name| list.split_whitespace().any(|n| n == *name)));
    assert_unchanged(list);
}
