//! Puts a pass of one's own into the pipeline.
//!
//! The pass takes out marks such as `[12]`, which a scraper leaves where the
//! page had a link to a footnote.

use copydesk::{Document, Edits, Pass, Pipeline};

/// Finds footnote marks: up to three digits in square brackets after a word.
#[derive(Debug)]
struct Footnotes;

impl Pass for Footnotes {
    fn name(&self) -> &'static str {
        "footnotes"
    }

    fn find_edits(&self, doc: &Document<'_>, edits: &mut Edits) {
        let text = doc.text();
        for (open, _) in text.match_indices('[') {
            let rest = &text[open + 1..];
            let digits = rest.bytes().take(3).take_while(u8::is_ascii_digit).count();
            let after_word = text[..open].ends_with(|c: char| c.is_alphanumeric() || c == '.');
            if digits > 0 && after_word && rest[digits..].starts_with(']') {
                edits.delete(open..open + digits + 2, "footnotes/mark");
            }
        }
    }
}

fn main() -> Result<(), copydesk::BuildError> {
    // It runs before `spacing`, which then sees words where the marks stood.
    let pipeline = Pipeline::article().to_builder().before("spacing", Footnotes).build()?;

    let raw = "The bridge opened in 1966[3],and is 2,277 m long.[4][5] See array[i] and [6].";
    let cleaned = pipeline.explain(raw);
    println!("{raw}\n{}\n", cleaned.text());
    print!("{}", cleaned.explanation());
    Ok(())
}
