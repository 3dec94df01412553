//! What cleaning asks of the allocator.

// The library forbids it; an allocator cannot do without.
#![allow(unsafe_code)]

use std::alloc::{GlobalAlloc, Layout, System};
use std::borrow::Cow;
use std::cell::Cell;

use copydesk::{Pipeline, Preset, Scratch, passes};

thread_local! {
    static CALLS: Cell<usize> = const { Cell::new(0) };
}

/// Counts how often a thread asks for memory.
struct Counting;

// SAFETY: everything is left to the system's allocator.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        CALLS.with(|calls| calls.set(calls.get() + 1));
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        unsafe { System.dealloc(at, layout) }
    }

    unsafe fn realloc(&self, at: *mut u8, layout: Layout, len: usize) -> *mut u8 {
        CALLS.with(|calls| calls.set(calls.get() + 1));
        unsafe { System.realloc(at, layout, len) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// How many allocations `work` makes.
fn allocations<T>(work: impl FnOnce() -> T) -> usize {
    let before = CALLS.get();
    drop(work());
    CALLS.get() - before
}

/// An article without a fault, of at least `len` bytes, whose paragraphs all
/// differ.
fn clean_article(len: usize) -> String {
    let places = ["Lisbon", "Porto", "Faro", "Braga", "Coimbra", "Évora", "Aveiro", "Setúbal"];
    let things = ["bridge", "harbour", "library", "market", "theatre", "railway", "hospital"];
    let mut text = String::from("What the towns have built since the war\n");
    for number in 0.. {
        if text.len() >= len {
            break;
        }
        let (place, thing) = (places[number % places.len()], things[number % things.len()]);
        text += &format!(
            "\nThe {thing} of {place} was opened in 1966, after a long debate about its cost. \
             “Nobody wanted to pay for it,” said Dr. Ana Nunes, who wrote its history; “today \
             nobody can think of {place} without the {thing}.” It is listed as No. {number}, \
             according to www.example.org/{thing}, and closes at 5:30 p.m. on Sundays.\n"
        );
    }
    text
}

#[test]
fn a_clean_text_costs_nothing_once_warm() {
    let text = clean_article(50_000);
    let presets = Preset::ALL.iter().copied().map(Pipeline::preset);
    // The others are there to change good text.
    let default = passes::all().filter(|r| Preset::ALL.iter().any(|preset| r.is_in(*preset)));
    let alone = default.map(|r| Pipeline::from_names([r.name()]).expect("a registered pass"));
    for pipeline in alone.chain(presets) {
        let mut scratch = Scratch::default();
        // Collections of one type are lent in turns; all have to grow.
        for _ in 0..3 {
            assert!(pipeline.clean_with(&text, &mut scratch) == text, "{pipeline:?}");
        }
        let count = allocations(|| pipeline.clean_with(&text, &mut scratch).len());
        assert_eq!(count, 0, "{pipeline:?}");
    }
}

#[test]
fn a_clean_text_that_is_cut_costs_nothing_once_warm() {
    let text = clean_article(5 << 20);
    let (pipeline, mut scratch) = (Pipeline::article(), Scratch::default());
    for _ in 0..2 {
        assert!(pipeline.clean_with(&text, &mut scratch) == text);
    }
    assert_eq!(allocations(|| pipeline.clean_with(&text, &mut scratch).len()), 0);
}

#[test]
fn other_clean_texts_cost_nothing_once_warm() {
    let texts = [
        clean_article(9_000),
        clean_article(700).replace("railway", "canal"),
        "It’s the council’s own view that it’s no use, said president Anna Nunes.\n".repeat(9),
        "Le maire a démissionné hier soir, et les conseillers ont voté contre lui.\n".repeat(40),
        "Nobody came. The band played as if it was for an audience of 1,000.".to_owned(),
        clean_article(20_000).replace("Lisbon", "Bergen"),
        "The council sold the old boat to a man from the north who wants to live in the town.\n\
         The council sold the old coat to a man from the north who wants to live in the gown.\n"
            .to_owned(),
    ];
    for pass in ["duplicates", "repeats", "wording", "casing"] {
        let pipeline = Pipeline::from_names([pass]).expect("a registered pass");
        let mut scratch = Scratch::default();
        for text in texts.iter().cycle().take(3 * texts.len()) {
            let _ = pipeline.clean_with(text, &mut scratch);
        }
        for (number, text) in texts.iter().enumerate() {
            let count = allocations(|| pipeline.clean_with(text, &mut scratch).len());
            assert_eq!(count, 0, "{pass}, text {number}");
        }
    }
}

#[test]
fn a_dirty_text_costs_nothing_once_warm() {
    let text = clean_article(50_000)
        .replace("cost. ", "cost.  ")
        .replace("debate about", "debate&nbsp;about");
    for pipeline in Preset::ALL.iter().copied().map(Pipeline::preset) {
        assert_ne!(pipeline.clean(&text), text, "{pipeline:?}");
        let mut scratch = Scratch::default();
        // Two texts lie in the scratch in turns; both have to grow.
        for _ in 0..3 {
            let _ = pipeline.clean_with(&text, &mut scratch);
        }
        let count = allocations(|| pipeline.clean_with(&text, &mut scratch).len());
        assert_eq!(count, 0, "{pipeline:?}");
    }
}

#[test]
fn ten_clean_megabytes_come_back_borrowed() {
    let text = clean_article(10 << 20);
    let cleaned = Pipeline::article().explain(&text);
    let changes: Vec<_> = cleaned.changes().take(3).collect();
    assert!(changes.is_empty(), "{changes:#?}");
    assert!(matches!(copydesk::clean(&text), Cow::Borrowed(_)));
}
