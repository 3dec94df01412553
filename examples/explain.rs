//! Says what would be changed in a text, where, and why.
//!
//! ```text
//! cargo run --example explain -- FILE
//! ```
//!
//! Without FILE it looks at `examples/data/article.txt`.

use std::collections::BTreeMap;
use std::error::Error;
use std::{env, fs};

use copydesk::Pipeline;

const ARTICLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/data/article.txt");

fn main() -> Result<(), Box<dyn Error>> {
    let path = env::args().nth(1).unwrap_or_else(|| ARTICLE.to_owned());
    let raw = fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
    let cleaned = Pipeline::article().explain(&raw);

    // For a person: line, column, what stood there, what stands there now.
    print!("{}", cleaned.explanation());

    // For a program: every change with its ranges, its texts and its rules.
    let mut rules = BTreeMap::new();
    for change in cleaned.changes() {
        assert_eq!(change.raw, &raw[change.raw_range]);
        for rule in change.rules {
            *rules.entry(rule).or_insert(0) += 1;
        }
    }
    println!();
    for (rule, count) in rules {
        println!("{count:>4}  {rule}");
    }
    Ok(())
}
