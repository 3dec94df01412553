//! Cleans JSON lines on all cores and keeps their order.
//!
//! ```text
//! cargo run --release --example jsonl_parallel -- FILE
//! ```
//!
//! Without FILE it cleans `examples/data/articles.jsonl`. It holds a few lines at a
//! time, so that a file may be larger than the memory. All other members stay, in the
//! order of their names, and numbers as `serde_json` reads them: the command
//! `copydesk --jsonl` keeps every other byte as it was.

use std::env;
use std::error::Error;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};

use copydesk::{Pipeline, Scratch};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

const ARTICLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/data/articles.jsonl");

/// How many lines are cleaned at once.
const BATCH: usize = 1000;

#[derive(Deserialize, Serialize)]
struct Article {
    text: String,
    #[serde(flatten)]
    rest: Map<String, Value>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let path = env::args().nth(1).unwrap_or_else(|| ARTICLES.to_owned());
    let file = File::open(&path).map_err(|error| format!("{path}: {error}"))?;
    let mut lines = BufReader::new(file).lines();

    // The threads share the pipeline; each has working memory of its own.
    let pipeline = Pipeline::article();
    let clean = |scratch: &mut Scratch, line: &String| -> serde_json::Result<String> {
        let mut article: Article = serde_json::from_str(line)?;
        pipeline.clean_in_place(&mut article.text, scratch);
        serde_json::to_string(&article)
    };

    let mut out = io::stdout().lock();
    let mut number = 0;
    loop {
        let batch = lines.by_ref().take(BATCH).collect::<Result<Vec<_>, _>>()?;
        if batch.is_empty() {
            return Ok(());
        }
        let cleaned: Vec<_> = batch
            .par_iter()
            .map_init(Scratch::default, |scratch, line| clean(scratch, line))
            .collect();
        for line in cleaned {
            number += 1;
            writeln!(out, "{}", line.map_err(|error| format!("{path}:{number}: {error}"))?)?;
        }
    }
}
