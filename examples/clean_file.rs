//! Cleans a text file and writes the clean text to standard output.
//!
//! ```text
//! cargo run --example clean_file -- FILE
//! ```
//!
//! Without FILE it cleans `examples/data/article.txt`.

use std::error::Error;
use std::io::{self, Write};
use std::{env, fs};

use copydesk::Pipeline;

const ARTICLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/data/article.txt");

fn main() -> Result<(), Box<dyn Error>> {
    let path = env::args().nth(1).unwrap_or_else(|| ARTICLE.to_owned());
    let raw = fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;

    // A pipeline is built once and cleans any number of texts.
    let pipeline = Pipeline::article();
    let clean = pipeline.clean(&raw);

    io::stdout().write_all(clean.as_bytes())?;
    Ok(())
}
