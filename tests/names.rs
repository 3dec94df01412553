//! No name is a misspelt word: not one of a thousand and more, of many
//! languages, with its capital or without.

use copydesk::Pipeline;

const SENTENCES: [&str; 4] = [
    "They told us that {} would be at the station before the train left.",
    "{} was the first that we saw on the morning of the meeting.",
    "The road that goes from there to {}, which is not far, was closed for the day.",
    "It was good to hear from {}'s people about what they had done.",
];

#[test]
fn no_name_is_mended() {
    let names = include_str!("data/names.txt");
    let names: Vec<&str> = names.lines().filter(|l| !l.starts_with('#')).collect();
    assert!(names.len() >= 1000, "{} names", names.len());
    let pipeline = Pipeline::from_names(["spelling", "wording"]).expect("registered passes");
    let mut changed = Vec::new();
    for name in names {
        for name in [name, &name.to_lowercase()] {
            for sentence in SENTENCES {
                let text = sentence.replace("{}", name);
                let clean = pipeline.clean(&text);
                if clean != text {
                    changed.push(clean.into_owned());
                }
            }
        }
    }
    assert!(changed.is_empty(), "{} changed:\n{}", changed.len(), changed.join("\n"));
}
