//! Runs the fixtures: one TOML file for each registered pass, in
//! `tests/fixtures/`, with cases in four classes.
//!
//! * `[[wild]]`: damage as it is found on real pages, in our own words;
//! * `[[made]]`: damage made up to reach a rule or its edge;
//! * `[[negative]]`: text that looks damaged and is not: it must not change;
//! * `[[known-failure]]`: what should be repaired and is not yet. The test
//!   fails when it is, so that the case moves to another class.
//!
//! A case has a `name`, the `raw` text, what it becomes (`clean`; not in
//! `negative`) and may name a rule that must have acted (`rule`).
//!
//! A text that several cases have in common stands once, under its name in
//! `[texts]`, and `<<NAME>>` in them. The line end behind it is not a part of it.

use std::collections::BTreeMap;
use std::path::PathBuf;

use copydesk::{Pipeline, passes};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Fixture {
    #[serde(default)]
    texts: BTreeMap<String, String>,
    wild: Vec<Repair>,
    made: Vec<Repair>,
    negative: Vec<Negative>,
    #[serde(default)]
    known_failure: Vec<Repair>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Repair {
    name: String,
    raw: String,
    clean: String,
    rule: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Negative {
    name: String,
    raw: String,
}

impl Fixture {
    /// Reads a fixture, and puts its texts where its cases name them.
    fn read(pass: &str) -> Self {
        let path = folder().join(pass).with_extension("toml");
        let text = std::fs::read_to_string(&path).unwrap_or_else(|e| {
            panic!("the pass `{pass}` needs a fixture: {}: {e}", path.display())
        });
        let mut fixture: Self =
            toml::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let texts = std::mem::take(&mut fixture.texts);
        if texts.is_empty() {
            return fixture;
        }
        for case in fixture.cases_mut() {
            for (name, text) in &texts {
                *case = case.replace(&format!("<<{name}>>"), text.trim_end());
            }
            assert!(!case.contains("<<"), "{pass} names a text that it does not have: {case}");
        }
        fixture
    }

    /// The texts of all cases.
    fn cases_mut(&mut self) -> impl Iterator<Item = &mut String> {
        let Self { wild, made, known_failure, negative, .. } = self;
        let repairs = wild.iter_mut().chain(made).chain(known_failure);
        let negative = negative.iter_mut().map(|case| &mut case.raw);
        repairs.flat_map(|case| [&mut case.raw, &mut case.clean]).chain(negative)
    }
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

#[test]
fn every_pass_does_what_its_fixture_says() {
    let mut faults = Vec::new();
    for registered in passes::all() {
        let pass = registered.name();
        let fixture = Fixture::read(pass);
        let repairs = fixture.wild.len() + fixture.made.len();
        if fixture.negative.len() < repairs {
            faults.push(format!(
                "{pass}: {} negative cases for {repairs} repairs; there must be as many",
                fixture.negative.len()
            ));
        }
        let pipeline = Pipeline::from_names([pass]).expect("a registered pass");
        for case in fixture.wild.iter().chain(&fixture.made) {
            let cleaned = pipeline.explain(&case.raw);
            if cleaned.text() != case.clean {
                faults.push(format!(
                    "{pass}: {}: {:?}\n    became {:?}\n    not    {:?}",
                    case.name,
                    case.raw,
                    cleaned.text(),
                    case.clean
                ));
            }
            let rules: Vec<&str> = cleaned.changes().flat_map(|c| c.rules.to_vec()).collect();
            if let Some(stray) = rules.iter().find(|r| r.split('/').next() != Some(pass)) {
                faults.push(format!("{pass}: the rule {stray} does not begin with its name"));
            }
            if let Some(rule) = case.rule.as_deref().filter(|rule| !rules.contains(rule)) {
                faults.push(format!("{pass}: {}: by {rules:?}, not by {rule}", case.name));
            }
        }
        for case in &fixture.negative {
            let clean = pipeline.clean(&case.raw);
            if clean != case.raw {
                faults.push(format!(
                    "{pass}: {}: {:?}\n    must stay, became {clean:?}",
                    case.name, case.raw
                ));
            }
        }
        for case in &fixture.known_failure {
            if pipeline.clean(&case.raw) == case.clean {
                faults.push(format!("{pass}: {}: is repaired now: not a failure", case.name));
            }
        }
    }
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn every_fixture_belongs_to_a_pass() {
    for entry in std::fs::read_dir(folder()).expect("the folder of the fixtures") {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|e| e == "toml") {
            let name = path.file_stem().and_then(|s| s.to_str()).unwrap_or_default();
            assert!(
                passes::all().any(|r| r.name() == name),
                "{} belongs to no pass",
                path.display()
            );
        }
    }
}
