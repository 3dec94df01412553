//! The presets on every text, by all entry points, and how long much simpler
//! work takes on the same texts: the floors.

mod common;
#[path = "common/settings.rs"]
mod settings;

use std::borrow::Cow;
use std::collections::HashSet;
use std::str;

use copydesk::{Pipeline, Preset, Scratch};
use criterion::{BenchmarkId, Criterion, Throughput};
use foldhash::fast::FixedState;

fn main() {
    let mut criterion = settings::criterion();
    presets(&mut criterion);
    floors(&mut criterion);
    scaling(&mut criterion);
    criterion.final_summary();
}

fn presets(criterion: &mut Criterion) {
    for preset in Preset::ALL {
        let pipeline = Pipeline::preset(preset);
        let mut group = criterion.benchmark_group(preset.name());
        for corpus in common::corpora(common::LEN) {
            let raw = corpus.text.as_str();
            let cleaned = pipeline.explain(raw);
            let explanation = cleaned.explanation().to_string();
            assert!(explanation.is_empty() || !corpus.name.ends_with("-clean"), "{explanation}");
            let expected = cleaned.text().len();
            let mut scratch = Scratch::default();
            group.throughput(Throughput::Bytes(raw.len() as u64));
            group.bench_function(BenchmarkId::new("clean", &corpus.name), |b| {
                b.iter(|| assert_eq!(pipeline.clean(raw).len(), expected));
            });
            group.bench_function(BenchmarkId::new("clean_with", &corpus.name), |b| {
                b.iter(|| assert_eq!(pipeline.clean_with(raw, &mut scratch).len(), expected));
            });
            group.bench_function(BenchmarkId::new("explain", &corpus.name), |b| {
                b.iter(|| assert_eq!(pipeline.explain(raw).text().len(), expected));
            });
        }
        group.finish();
    }
}

/// Work that any cleaner has to do, or that is much less than cleaning.
fn floors(criterion: &mut Criterion) {
    // As large as a lexicon: a set that fits a small cache would flatter.
    let mut known: HashSet<Cow<'_, str>, FixedState> = HashSet::default();
    let corpora = common::corpora(common::LEN);
    known.extend(corpora[0].text.split_whitespace().map(Cow::Borrowed));
    known.extend((0..100_000).map(|n| Cow::Owned(format!("word{n}"))));

    let mut group = criterion.benchmark_group("floor");
    for corpus in &corpora {
        let raw = corpus.text.as_str();
        let words = raw.split_whitespace().filter(|word| known.contains(*word)).count();
        group.throughput(Throughput::Bytes(raw.len() as u64));
        group.bench_function(BenchmarkId::new("from_utf8", &corpus.name), |b| {
            b.iter(|| assert!(str::from_utf8(raw.as_bytes()).is_ok()));
        });
        group.bench_function(BenchmarkId::new("memchr", &corpus.name), |b| {
            b.iter(|| assert_eq!(memchr::memchr(0x06, raw.as_bytes()), None));
        });
        group.bench_function(BenchmarkId::new("look_up_words", &corpus.name), |b| {
            b.iter(|| {
                let found = raw.split_whitespace().filter(|word| known.contains(*word));
                assert_eq!(found.count(), words);
            });
        });
    }
    group.finish();
}

/// Ten times the text has to cost ten times the time.
fn scaling(criterion: &mut Criterion) {
    let pipeline = Pipeline::article();
    let mut group = criterion.benchmark_group("scaling");
    for len in [1_000, 10_000, 100_000, 1_000_000, 10_000_000] {
        for corpus in common::corpora(len) {
            if !["english-clean", "english-dirty-200", "hostile"].contains(&corpus.name.as_str()) {
                continue;
            }
            let raw = corpus.text.as_str();
            let expected = pipeline.clean(raw).len();
            let mut scratch = Scratch::default();
            group.throughput(Throughput::Bytes(raw.len() as u64));
            group.bench_function(BenchmarkId::new(&corpus.name, len), |b| {
                b.iter(|| assert_eq!(pipeline.clean_with(raw, &mut scratch).len(), expected));
            });
        }
    }
    group.finish();
}
