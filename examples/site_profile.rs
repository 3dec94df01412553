//! Learns what the pages of a site repeat, and takes it out of another page.

use std::error::Error;

use copydesk::passes::SiteLines;
use copydesk::{Pipeline, SiteProfile};

const NEW: &str = "A seal has moved into the marina, and pays no rent for its berth.";

const OLD: [&str; 3] = [
    "The old ferry was sold to a man who wants to live in it.",
    "Nobody has seen the harbour master since the first of May.",
    "The council bought forty benches for people who watch ships.",
];

/// A page of the site: what it always prints, and an article.
fn page(comments: usize, article: &str) -> String {
    format!("Harbour Post\nTides | Ferries | Letters\n{article}\n{comments} readers wrote to us\n")
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut profile = SiteProfile::new();
    for (comments, article) in OLD.into_iter().enumerate() {
        profile.learn(&page(comments, article));
    }
    println!("{} pages had the menu", profile.count("Tides | Ferries | Letters"));

    let article = Pipeline::article().to_builder();
    let pipeline = article.before("duplicates", SiteLines::new(profile)).build()?;
    let raw = page(7, NEW);
    let cleaned = pipeline.explain(&raw);
    print!("{}\n{}", cleaned.text(), cleaned.explanation());
    assert_eq!(cleaned.text().trim_end(), NEW);
    Ok(())
}
