//! Every pass alone, on every text.

mod common;
#[path = "common/settings.rs"]
mod settings;

use copydesk::{Pipeline, Scratch, passes};
use criterion::Throughput;

fn main() {
    let mut criterion = settings::criterion();
    let corpora = common::corpora(common::LEN);
    for registered in passes::all() {
        let pipeline = Pipeline::from_names([registered.name()]).expect("a registered pass");
        let mut group = criterion.benchmark_group(registered.name());
        for corpus in &corpora {
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
    criterion.final_summary();
}
