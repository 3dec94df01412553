//! The presets on every text, by all entry points, and how long much simpler
//! work takes on the same texts: the floors.

#[path = "common/bare_loop.rs"]
mod bare_loop;
mod common;
#[path = "common/settings.rs"]
mod settings;

use std::{env, str};

use bare_loop::BareLoop;
use copydesk::{Pipeline, Preset, Scratch};
use criterion::{BenchmarkId, Criterion, Throughput};

fn main() {
    let mut criterion = settings::criterion();
    presets(&mut criterion);
    floors(&mut criterion);
    scaling(&mut criterion);
    criterion.final_summary();
}

fn presets(criterion: &mut Criterion) {
    for &preset in Preset::ALL {
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
    let corpora = common::corpora(common::LEN);
    let bare_loop = BareLoop::new();
    let mut group = criterion.benchmark_group("floor");
    for corpus in &corpora {
        let raw = corpus.text.as_str();
        let known = bare_loop.count(raw);
        group.throughput(Throughput::Bytes(raw.len() as u64));
        group.bench_function(BenchmarkId::new("from_utf8", &corpus.name), |b| {
            b.iter(|| assert!(str::from_utf8(raw.as_bytes()).is_ok()));
        });
        group.bench_function(BenchmarkId::new("memchr", &corpus.name), |b| {
            b.iter(|| assert_eq!(memchr::memchr(0x06, raw.as_bytes()), None));
        });
        group.bench_function(BenchmarkId::new("bare_loop", &corpus.name), |b| {
            b.iter(|| assert_eq!(bare_loop.count(raw), known));
        });
    }
    group.finish();
}

/// Ten times the text has to cost ten times the time. The longest texts only
/// if `COPYDESK_BENCH_LARGE` is set.
fn scaling(criterion: &mut Criterion) {
    let pipeline = Pipeline::article();
    let mut group = criterion.benchmark_group("scaling");
    let longest = if env::var_os("COPYDESK_BENCH_LARGE").is_some() { 8 } else { 6 };
    for len in (3..=longest).map(|zeros| 10_usize.pow(zeros)) {
        for name in ["english-clean", "english-dirty-200", "hostile"] {
            let text = common::corpus(name, len).text;
            let expected = pipeline.clean(&text).len();
            let mut scratch = Scratch::default();
            group.throughput(Throughput::Bytes(text.len() as u64));
            group.bench_function(BenchmarkId::new(name, len), |b| {
                b.iter(|| assert_eq!(pipeline.clean_with(&text, &mut scratch).len(), expected));
            });
        }
    }
    group.finish();
}
