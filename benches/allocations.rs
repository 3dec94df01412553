//! What the presets ask of the allocator, on every text: calls, bytes, and
//! the most that was held at once, for a cold and a warm call, and for as many
//! documents as the text can be cut into.
//!
//! Bytes are in ratio to those of the text. The text itself does not count.
//! `COPYDESK_BENCH_LARGE=1` adds texts of 100 MB.

// The library forbids it; an allocator cannot do without.
#![allow(unsafe_code)]

mod common;

use std::alloc::{GlobalAlloc, Layout, System};
use std::env;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use copydesk::{Pipeline, Preset, Scratch};

static CALLS: AtomicUsize = AtomicUsize::new(0);
static BYTES: AtomicUsize = AtomicUsize::new(0);
static HELD: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);

/// Counts what is asked for and what is held.
struct Counting;

impl Counting {
    fn take(len: usize) {
        CALLS.fetch_add(1, Relaxed);
        BYTES.fetch_add(len, Relaxed);
        PEAK.fetch_max(HELD.fetch_add(len, Relaxed) + len, Relaxed);
    }
}

// SAFETY: everything is left to the system's allocator.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        Self::take(layout.size());
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        HELD.fetch_sub(layout.size(), Relaxed);
        unsafe { System.dealloc(at, layout) }
    }

    unsafe fn realloc(&self, at: *mut u8, layout: Layout, len: usize) -> *mut u8 {
        Self::take(len);
        HELD.fetch_sub(layout.size(), Relaxed);
        unsafe { System.realloc(at, layout, len) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// Does some work and prints what it cost, the memory in ratio to `len` bytes.
fn measure<T>(name: &str, len: usize, work: impl FnOnce() -> T) {
    let held = HELD.load(Relaxed);
    CALLS.store(0, Relaxed);
    BYTES.store(0, Relaxed);
    PEAK.store(held, Relaxed);
    let result = work();
    let (calls, bytes, peak) =
        (CALLS.load(Relaxed), BYTES.load(Relaxed), PEAK.load(Relaxed) - held);
    drop(result);
    let ratio = |bytes: usize| bytes as f64 / len as f64;
    println!("{name:<42}{calls:>9}{:>11.2}{:>11.2}", ratio(bytes), ratio(peak));
}

fn main() {
    println!("{:<42}{:>9}{:>11}{:>11}", "", "calls", "bytes/byte", "peak/byte");
    for &preset in Preset::ALL {
        let pipeline = Pipeline::preset(preset);
        // Tables that are made on first use are not counted.
        let _ = pipeline.clean("Fish  &amp; chips,teh end.");
        for corpus in common::corpora(common::LEN) {
            let text = corpus.text.as_str();
            let name = |case: &str| format!("{}/{case}/{}", preset.name(), corpus.name);
            let mut scratch = Scratch::default();
            measure(&name("cold"), text.len(), || pipeline.clean_with(text, &mut scratch).len());
            for _ in 0..3 {
                let _ = pipeline.clean_with(text, &mut scratch);
            }
            measure(&name("warm"), text.len(), || pipeline.clean_with(text, &mut scratch).len());
            measure(&name("explain"), text.len(), || pipeline.explain(text));

            let docs = common::cut(text, common::ARTICLE);
            let mut scratch = Scratch::default();
            let mut clean = || -> usize {
                docs.iter().map(|d| pipeline.clean_with(d, &mut scratch).len()).sum()
            };
            clean();
            clean();
            measure(&name("documents"), text.len(), clean);
        }
    }
    if env::var_os("COPYDESK_BENCH_LARGE").is_some() {
        let pipeline = Pipeline::article();
        for corpus in ["english-clean", "english-dirty-200", "hostile"] {
            let mut text = common::corpus(corpus, 100_000_000).text;
            let name = |case: &str| format!("article/{case}/{corpus}, 100 MB");
            measure(&name("cold"), text.len(), || {
                pipeline.clean_with(&text, &mut Scratch::default()).len()
            });
            measure(&name("in place"), text.len(), || {
                pipeline.clean_in_place(&mut text, &mut Scratch::default());
            });
        }
    }
}
