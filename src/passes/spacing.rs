//! The pass `spacing`: a space missing after a mark, or standing before one.

mod context;
mod extra;
mod gap;
mod missing;

use std::ops::Range;

use self::context::Context;
use self::gap::Quotes;
use crate::text::Kind;
use crate::{Document, Edits, Pass};

/// Finds a space missing after a mark, or standing before one.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Spacing {}

impl Pass for Spacing {
    fn name(&self) -> &'static str {
        "spacing"
    }

    fn find_edits(&self, doc: &Document<'_>, edits: &mut Edits) {
        let words = doc.words();
        let context = Context::new(doc);
        let mut quotes = Quotes::default();
        let mut from = 0;
        for i in 0..=words.len() {
            let range = match words.get(i) {
                Some(word) => from..word.range().start,
                None => from..doc.text().len(),
            };
            if is_plain(&doc.text().as_bytes()[range.clone()]) {
                // Between two words of which the first ends in a stop.
                if range.is_empty() && i > 0 && i < words.len() {
                    missing::after_abbreviation(&context, i, edits);
                }
            } else {
                look(&context, i, range, &mut quotes, edits);
            }
            if let Some(word) = words.get(i) {
                from = word.range().end;
                if matches!(word.kind(), Kind::Domain | Kind::Identifier) {
                    missing::within_word(&context, i, edits);
                }
            }
        }
    }
}

/// Whether the gap between two words is as it nearly always is: a space,
/// maybe behind a mark.
fn is_plain(gap: &[u8]) -> bool {
    matches!(gap, [b' '] | [b',' | b'.' | b';' | b':' | b'?' | b'!', b' '] | [b'\n'] | [b'-'] | [])
}

/// A longer gap is a rule or a drawing, in bytes.
const MAX_GAP: usize = 128;

/// Looks at the gap before the word `i`.
fn look(
    context: &Context<'_, '_>,
    i: usize,
    range: Range<usize>,
    quotes: &mut Quotes,
    edits: &mut Edits,
) {
    let text = context.text();
    if range.len() > MAX_GAP {
        *quotes = Quotes::default();
        return;
    }
    let gap = &text[range.clone()];
    if gap.contains(char::is_whitespace) {
        extra::find(context, i, range, quotes, edits);
    } else if i > 0 && i < context.words().len() {
        missing::find(context, i, range, quotes, edits);
    } else {
        quotes.pass_over(text, range);
    }
}
