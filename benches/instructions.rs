//! How many instructions a few fixed cases take, counted by valgrind: a slip
//! of 2 % shows on the busiest machine, and fails the run.
//!
//! Needs valgrind, and `cargo install gungraun-runner` of the version in
//! `Cargo.lock`:
//!
//! ```text
//! cargo bench --features instructions --bench instructions
//! ```
//!
//! A run compares with the one before it; `-- --save-baseline=NAME` keeps a
//! run, and `-- --baseline=NAME` compares with it.

// The harness writes functions without documentation.
#![allow(missing_docs)]

mod common;

use std::hint::black_box;

use copydesk::{Buffers, Document, Pipeline, Preset, Scratch};
use gungraun::{
    Callgrind, EventKind, LibraryBenchmarkConfig, library_benchmark, library_benchmark_group, main,
};

/// A text that was cleaned already, so that no table is made any more and no
/// memory is asked for.
struct Warm {
    pipeline: Pipeline,
    scratch: Scratch,
    text: String,
}

fn warm(preset: Preset, name: &str) -> Warm {
    let text = common::corpus(name, common::LEN).text;
    let pipeline = Pipeline::preset(preset);
    let mut scratch = Scratch::default();
    for _ in 0..3 {
        let _ = pipeline.clean_with(&text, &mut scratch);
    }
    Warm { pipeline, scratch, text }
}

fn warm_repair(name: &str) -> Warm {
    warm(Preset::Repair, name)
}

fn warm_article(name: &str) -> Warm {
    warm(Preset::Article, name)
}

#[library_benchmark(setup = warm_repair)]
#[bench::english_clean("english-clean")]
#[bench::english_dirty("english-dirty-200")]
#[bench::multilingual("multilingual-clean")]
fn repair(mut warm: Warm) -> Warm {
    black_box(warm.pipeline.clean_with(&warm.text, &mut warm.scratch));
    warm
}

#[library_benchmark(setup = warm_article)]
#[bench::english_clean("english-clean")]
#[bench::english_dirty("english-dirty-200")]
#[bench::multilingual("multilingual-clean")]
fn article(mut warm: Warm) -> Warm {
    black_box(warm.pipeline.clean_with(&warm.text, &mut warm.scratch));
    warm
}

#[library_benchmark(setup = warm_article)]
#[bench::english_dirty("english-dirty-200")]
fn explain(warm: Warm) -> Warm {
    black_box(warm.pipeline.explain(&warm.text));
    warm
}

/// A text, and memory to read it into.
fn buffers(name: &str) -> (String, Buffers) {
    let (text, buffers) = (common::corpus(name, common::LEN).text, Buffers::default());
    Document::new(&text, &buffers).words();
    (text, buffers)
}

#[library_benchmark(setup = buffers)]
#[bench::english_clean("english-clean")]
#[bench::multilingual("multilingual-clean")]
fn words((text, buffers): (String, Buffers)) -> (String, Buffers) {
    black_box(Document::new(&text, &buffers).words());
    (text, buffers)
}

library_benchmark_group!(name = presets, benchmarks = [repair, article, explain, words]);

main!(
    config = LibraryBenchmarkConfig::default()
        .tool(Callgrind::with_args(["--cache-sim=no"]).soft_limits([(EventKind::Ir, 2.0)])),
    library_benchmark_groups = presets
);
