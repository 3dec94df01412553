//! Cleans JSON lines on all cores and keeps their order.
//!
//! ```text
//! cargo run --release --example jsonl_parallel -- FILE
//! ```
//!
//! Without FILE it cleans `examples/data/articles.jsonl`.

use std::error::Error;
use std::io::{self, Write};
use std::{env, fs};

use copydesk::{Pipeline, Scratch};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

const ARTICLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/data/articles.jsonl");

#[derive(Deserialize, Serialize)]
struct Article {
    id: u64,
    text: String,
}

fn main() -> Result<(), Box<dyn Error>> {
    let path = env::args().nth(1).unwrap_or_else(|| ARTICLES.to_owned());
    let input = fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
    let lines: Vec<&str> = input.lines().collect();

    // The threads share the pipeline; each has working memory of its own.
    let pipeline = Pipeline::article();
    let clean = |scratch: &mut Scratch, line: &str| -> serde_json::Result<String> {
        let raw: Article = serde_json::from_str(line)?;
        let text = pipeline.clean_with(&raw.text, scratch).to_owned();
        serde_json::to_string(&Article { text, ..raw })
    };
    let cleaned = lines
        .into_par_iter()
        .map_init(Scratch::default, |scratch, line| clean(scratch, line))
        .collect::<Result<Vec<_>, _>>()?;

    let mut out = io::stdout().lock();
    for line in cleaned {
        writeln!(out, "{line}")?;
    }
    Ok(())
}
