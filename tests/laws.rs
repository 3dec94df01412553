//! The laws, over every registered pass and over random pipelines, with texts
//! that are made to hurt.
//!
//! The cases are the same on every run. `COPYDESK_SEED=7 cargo test --test
//! laws` runs others, and `PROPTEST_CASES=100000` more of them.

mod common;
mod made_up;

use std::cell::RefCell;
use std::env;

use copydesk::{Document, Edits, Pass, Pipeline, Preset, from_fn, passes};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use rayon::prelude::*;

use common::{check, stable};
use made_up::text;

/// Runs a law over random values of `strategy`; the seed depends on `name`.
fn holds<S: Strategy>(
    name: &str,
    strategy: &S,
    law: impl Fn(S::Value) -> Result<(), String>,
) -> Result<(), String> {
    let mut seed = [0; 32];
    for (place, byte) in seed.iter_mut().zip(name.bytes()) {
        *place = byte;
    }
    let number: u32 = env::var("COPYDESK_SEED").ok().and_then(|s| s.parse().ok()).unwrap_or(0);
    seed[28..].copy_from_slice(&number.to_le_bytes());

    let cases = env::var("PROPTEST_CASES").ok().and_then(|s| s.parse().ok()).unwrap_or(5_000);
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &seed);
    TestRunner::new_with_rng(config, rng)
        .run(strategy, |value| law(value).map_err(TestCaseError::fail))
        .map_err(|error| format!("{name}: {error}"))
}

/// Tells all failures at once.
fn assert_all(results: Vec<Result<(), String>>) {
    let faults: Vec<String> = results.into_iter().filter_map(Result::err).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}

#[test]
fn every_pass_keeps_the_laws() {
    let names: Vec<&str> = passes::all().map(|r| r.name()).collect();
    let results = names.into_par_iter().map(|name| {
        let pipeline = Pipeline::from_names([name]).expect("a registered pass");
        let scratch = RefCell::default();
        holds(name, &text(), |text| {
            check(&pipeline, &text, &mut scratch.borrow_mut())?;
            stable(&pipeline, &text)
        })
    });
    assert_all(results.collect());
}

#[test]
fn every_preset_keeps_the_laws() {
    let results = Preset::ALL.par_iter().map(|&preset| {
        let pipeline = Pipeline::preset(preset);
        let scratch = RefCell::default();
        holds(preset.name(), &text(), |text| {
            check(&pipeline, &text, &mut scratch.borrow_mut())?;
            stable(&pipeline, &text)
        })
    });
    assert_all(results.collect());
}

/// Some of the passes, in pipeline order or in any order.
fn pipeline() -> impl Strategy<Value = Vec<&'static str>> {
    let names: Vec<&str> = passes::all().map(|r| r.name()).collect();
    let some = prop::sample::subsequence(names.clone(), 1..=names.len());
    prop_oneof![some.clone(), some.prop_shuffle()]
}

#[test]
fn random_pipelines_keep_the_laws() {
    let results = ["pipelines-a", "pipelines-b"].into_par_iter().map(|name| {
        let scratch = RefCell::default();
        holds(name, &(pipeline(), text()), |(names, text)| {
            let pipeline = Pipeline::from_names(names).expect("registered passes");
            check(&pipeline, &text, &mut scratch.borrow_mut())?;
            stable(&pipeline, &text)
        })
    });
    assert_all(results.collect());
}

/// A pass without a meaning: it puts `to` in the place of `from`.
fn replacer(from: &'static str, to: &'static str) -> impl Pass + 'static {
    from_fn("replacer", move |doc: &Document<'_>, edits: &mut Edits| {
        // A text may double with every look.
        if doc.text().len() > 200 {
            return;
        }
        for (at, part) in doc.text().match_indices(from) {
            edits.replace(at..at + part.len(), to, "replacer/part");
        }
    })
}

// Passes that make work for each other and that undo each other put the
// composition of the edits to a harder test than real ones do. They need not
// come to rest, so `stable` is not asked for.
#[test]
fn passes_without_a_meaning_keep_the_laws() {
    const PARTS: [&str; 8] = ["", "a", "b", "ab", "ba", "é", "aé", "b\u{301}"];
    let part = || prop::sample::select(&PARTS[..]);
    let passes = prop::collection::vec((part(), part()), 0..6);
    let text = prop::collection::vec(part(), 0..24).prop_map(|parts| parts.concat());
    let scratch = RefCell::default();
    let result = holds("replacers", &(passes, text), |(passes, text)| {
        let mut builder = Pipeline::builder();
        for (from, to) in passes {
            builder = builder.pass(replacer(from, to));
        }
        let pipeline = builder.build().expect("nothing was named");
        check(&pipeline, &text, &mut scratch.borrow_mut())
    });
    assert_all(vec![result]);
}
