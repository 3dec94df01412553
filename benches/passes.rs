//! Every pass alone, on every text; and reading words, with the passes that
//! look each of them up, against the bare loop.

#[path = "common/bare_loop.rs"]
mod bare_loop;
mod common;
#[path = "common/settings.rs"]
mod settings;

use bare_loop::BareLoop;
use common::Corpus;
use copydesk::{Buffers, Document, Pipeline, Scratch, passes};
use criterion::{BenchmarkId, Criterion, Throughput};

fn main() {
    let mut criterion = settings::criterion();
    let corpora = common::corpora(common::LEN);
    for registered in passes::all() {
        run(&mut criterion, registered.name(), &[registered.name()], &corpora);
    }
    run(&mut criterion, "spelling+wording", &["spelling", "wording"], &corpora);
    words(&mut criterion, &corpora);
    criterion.final_summary();
}

fn run(criterion: &mut Criterion, group: &str, passes: &[&str], corpora: &[Corpus]) {
    let pipeline = Pipeline::from_names(passes).expect("registered passes");
    let mut group = criterion.benchmark_group(group);
    for corpus in corpora {
        let raw = corpus.text.as_str();
        let expected = pipeline.clean(raw).len();
        let mut scratch = Scratch::default();
        group.throughput(Throughput::Bytes(raw.len() as u64));
        group.bench_function(&corpus.name, |b| {
            b.iter(|| assert_eq!(pipeline.clean_with(raw, &mut scratch).len(), expected));
        });
    }
    group.finish();
}

fn words(criterion: &mut Criterion, corpora: &[Corpus]) {
    let bare_loop = BareLoop::new();
    let buffers = Buffers::default();
    let mut group = criterion.benchmark_group("words");
    for corpus in corpora {
        let raw = corpus.text.as_str();
        let known = bare_loop.count(raw);
        let words = Document::new(raw, &buffers).words().len();
        group.throughput(Throughput::Bytes(raw.len() as u64));
        group.bench_function(BenchmarkId::new("bare_loop", &corpus.name), |b| {
            b.iter(|| assert_eq!(bare_loop.count(raw), known));
        });
        group.bench_function(BenchmarkId::new("words", &corpus.name), |b| {
            b.iter(|| assert_eq!(Document::new(raw, &buffers).words().len(), words));
        });
    }
    group.finish();
}
