//! Cuts the clean text into chunks for a search index or a language model, each
//! with the place in the raw text that it came from.
//!
//! ```text
//! cargo run --example chunks -- FILE
//! ```
//!
//! Without FILE it cuts `examples/data/article.txt`.

use std::error::Error;
use std::ops::Range;
use std::{env, fs};

use copydesk::{Buffers, Document, Pipeline};

const ARTICLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/data/article.txt");

/// The longest chunk, in bytes, unless a single line is longer.
const LONGEST: usize = 300;

/// Cuts a text between lines that are not blank.
fn chunks(text: &str) -> Vec<Range<usize>> {
    let buffers = Buffers::default();
    let document = Document::new(text, &buffers);
    let mut chunks: Vec<Range<usize>> = Vec::new();
    for line in document.lines().filter(|line| !line.is_blank()) {
        let line = line.range();
        match chunks.last_mut() {
            Some(chunk) if line.end - chunk.start <= LONGEST => chunk.end = line.end,
            _ => chunks.push(line),
        }
    }
    chunks
}

fn main() -> Result<(), Box<dyn Error>> {
    let path = env::args().nth(1).unwrap_or_else(|| ARTICLE.to_owned());
    let raw = fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
    let cleaned = Pipeline::article().explain(&raw);
    for chunk in chunks(cleaned.text()) {
        let source = cleaned.source_map().to_raw(chunk.clone());
        println!("{source:?} became {chunk:?}\n{}\n", &cleaned.text()[chunk.clone()]);
    }
    Ok(())
}
