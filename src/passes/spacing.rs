//! The pass `spacing`: a space missing after a mark, or standing before one.

mod context;
mod extra;
mod gap;
mod inside;
mod missing;

use std::ops::Range;

use self::context::Context;
use self::gap::Quotes;
use crate::{Document, Edits, Pass};

/// Finds a space missing after a mark, and a space standing before one.
///
/// # What it changes
///
/// * `spacing/missing-after-stop`, `-after-comma`, `-after-semicolon`,
///   `-after-colon`, `-after-end-mark` (`!` and `?`): a space is put between
///   the mark, with the quote or bracket that closes behind it, and the next
///   word.
/// * `spacing/missing-after-bracket`, `-after-quote`: the same behind `)` or a
///   closing quote without another mark.
/// * `spacing/missing-before-bracket`: before a bracket that explains the
///   words before it, as in `language processing(NLP)`.
/// * `spacing/stray-before-mark`: a space before `,` and `.` goes, in English
///   also before `;`, `!` and `?`.
/// * `spacing/stray-in-brackets`: a space behind `(` or before `)` goes, in
///   English also within quotes.
///
/// # Why
///
/// When the tags of a page are taken out, the space between two sentences
/// goes with the line break that stood for it (`me.The`); when links are put
/// in by a machine, a space comes in behind them (`Lisbon ,`). Whatever reads
/// the text next then takes two words for one.
///
/// A stop between two words is no sign of a missing space by itself: in web
/// text, most are part of a name. So each place is judged by what the words
/// are (see [`Kind`](crate::text::Kind)), whether they are known or stand
/// elsewhere in the text, and by what comes before and after: prose goes on as
/// prose.
///
/// # Leaves alone
///
/// * Domains, addresses, file names, versions, numbers, times, initials,
///   abbreviations: `Salon.com`, `Node.js`, `1,000.5`, `12:30`, `J.K.Rowling`,
///   `No.5`, `Rev.3:4`.
/// * Code, data and markup: lines with their marks (`{`, `::`, `=`, `("`),
///   rows of values without spaces, `foo.Bar` in a technical text.
/// * A word with a mark inside that stands in the text twice: it is a name.
/// * Two words in lower case with a stop between them: seldom a sentence.
/// * Ellipses and dashes; `:)`; `TL;DR`; `[1]` behind a mark; `(re)training`.
/// * A mark behind a hole: in `write to us at .` something else is missing.
///   A mark that is talked about: `the ? operator`. Marks that part items:
///   `News . Sport . Weather`.
/// * Spaces before `: ; ! ?` in all languages but English: French has them,
///   and a language without rules may. A space before more than one colon.
///   `« »` in all languages. A text in another language that sets all its
///   commas apart.
/// * Scripts without spaces, or whose marks follow other rules: Chinese,
///   Japanese, Korean, Thai, the scripts of India.
///
/// # Example
///
/// ```
/// use copydesk::{Pass, passes::Spacing};
///
/// let raw = "He thanked us for the dinner.The talks , he told Lenta.Ru,began in 2011.";
/// let clean = "He thanked us for the dinner. The talks, he told Lenta.Ru, began in 2011.";
/// assert_eq!(Spacing::default().clean(raw), clean);
/// ```
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
                inside::find(&context, i, edits);
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
