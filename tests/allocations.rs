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

/// An article without a fault, of a hundred paragraphs that all differ.
fn clean_article() -> String {
    let places = [
        "Lisbon", "Porto", "Faro", "Braga", "Coimbra", "Évora", "Aveiro", "Setúbal", "Leiria",
        "Viseu",
    ];
    let things = [
        "bridge", "harbour", "library", "market", "theatre", "railway", "hospital", "school",
        "museum", "park",
    ];
    let mut text = String::from("What the towns have built since the war\n");
    for (i, place) in places.iter().enumerate() {
        for (j, thing) in things.iter().enumerate() {
            let year = 1950 + 5 * j + i;
            text += &format!(
                "\nThe {thing} of {place} was opened in {year}, after a long debate about its cost. \
                 “Nobody wanted to pay for it,” said Dr. Ana Nunes, who wrote its history; “today \
                 nobody can think of {place} without the {thing}.” It is listed as No. {year}, \
                 according to www.example.org/{thing}, and closes at 5:30 p.m. on Sundays.\n"
            );
        }
    }
    text
}

#[test]
fn a_clean_text_costs_nothing_once_warm() {
    let text = clean_article();
    let presets = Preset::ALL.into_iter().map(Pipeline::preset);
    let alone = passes::all().map(|r| Pipeline::from_names([r.name()]).expect("a registered pass"));
    for pipeline in presets.chain(alone) {
        let mut scratch = Scratch::default();
        assert_eq!(pipeline.explain(&text).explanation().to_string(), "", "{pipeline:?}");
        pipeline.clean_with(&text, &mut scratch);
        let count = allocations(|| pipeline.clean_with(&text, &mut scratch).len());
        assert_eq!(count, 0, "{pipeline:?}");
    }
}

#[test]
fn a_dirty_text_costs_nothing_once_warm() {
    let text =
        clean_article().replace("cost. ", "cost.  ").replace("debate about", "debate&nbsp;about");
    for pipeline in Preset::ALL.map(Pipeline::preset) {
        assert_ne!(pipeline.clean(&text), text, "{pipeline:?}");
        let mut scratch = Scratch::default();
        // Two texts lie in the scratch in turns; both have to grow.
        for _ in 0..3 {
            pipeline.clean_with(&text, &mut scratch);
        }
        let count = allocations(|| pipeline.clean_with(&text, &mut scratch).len());
        assert_eq!(count, 0, "{pipeline:?}");
    }
}

#[test]
fn ten_clean_megabytes_come_back_borrowed() {
    // Numbered, so that no paragraph is there twice.
    let article = clean_article();
    let mut text = String::new();
    for number in 0.. {
        if text.len() > 10 << 20 {
            break;
        }
        text += &article.replace("its history", &format!("volume {number} of its history"));
        text.push('\n');
    }
    assert!(matches!(copydesk::clean(&text), Cow::Borrowed(same) if same.len() == text.len()));
}
