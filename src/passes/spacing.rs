//! The pass `spacing`: a space missing after a mark, or standing before one.

mod code_lists;
mod context;
mod extra;
mod gap;
mod inside;
mod missing;
mod stops;

use std::ops::Range;

use self::context::Context;
use self::gap::Quotes;
use super::spare_code;
use crate::search::partition_point_near;
use crate::text::Word;
use crate::text::lanes::{self, Places, is};
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
///   fenced blocks, what stands between backticks, rows of values without
///   spaces, lists of names in a query (`SELECT id,name`, and in lower case
///   `select id,name from boats`), what a call is given (`qsort(list,len)`),
///   what an option is given (`--sort time,size`), a list that is all of a quotation
///   or a bracket (`(row,col)`), productions of a grammar (`Call → Name ( Value )`),
///   `foo.Bar` in a technical text or beside a call, a property that several
///   things have (`Place.Price`, `Offer.Price`).
/// * Rows of a table that have as many commas or semicolons as those next to them, none of
///   which has a space behind it: `14,Old Harbour Lane,detached,5`.
/// * A word with a mark inside that stands in the text twice: it is a name.
/// * Two words in lower case with a stop between them: seldom a sentence.
/// * Ellipses and dashes; `:)`; `TL;DR`; `[1]` behind a mark; `(re)training`.
/// * A mark behind a hole: in `write to us at .` something else is missing.
///   A mark that is talked about: `the ? operator`. Marks that part items:
///   `News . Sport . Weather`. A face, a comment (`ret ; Leave the loop`).
/// * Spaces before `: ; ! ?` in all languages but English: French has them,
///   and a language without rules may. A space before more than one colon.
///   `« »` in all languages. A text in another language that sets all its
///   commas apart.
/// * Scripts without spaces, or whose marks follow other rules: Chinese,
///   Japanese, Korean, Thai, the scripts of India. Arabic words of one or two
///   letters before a stop: they are abbreviations.
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

    fn takes_sections(&self) -> bool {
        true
    }

    fn find_edits(&self, doc: &Document<'_>, edits: &mut Edits) {
        // Most texts have nothing for this pass, and need no words for that.
        if !doc.gaps().is_empty() {
            let before = edits.len();
            Look::new(doc, edits).at(doc.gaps().iter().map(|at| *at as usize));
            spare_code::drop_edits(doc, before, edits);
        }
    }
}

/// A longer gap is a rule or a drawing, in bytes.
const MAX_GAP: usize = 128;

/// The look at one text.
struct Look<'d, 'a, 'e> {
    context: Context<'d, 'a>,
    edits: &'e mut Edits,
    /// The quotes that are open, and the gap up to which they were read. Of
    /// the gaps behind it, none that was looked at has quotes.
    quotes: Quotes,
    read: usize,
}

impl<'d, 'a, 'e> Look<'d, 'a, 'e> {
    fn new(doc: &'d Document<'a>, edits: &'e mut Edits) -> Self {
        Self { context: Context::new(doc), edits, quotes: Quotes::default(), read: 0 }
    }

    /// Looks at the words and the gaps between them that these bytes are in.
    fn at(&mut self, places: impl Iterator<Item = usize>) {
        let words = self.context.words();
        // The word at the place before or behind it, and the first word and
        // the first gap not yet looked at.
        let (mut i, mut word, mut gap) = (0, 0, 0);
        for place in places {
            i = word_from(words, i, place);
            if let Some(range) = words.get(i).map(Word::range).filter(|r| r.contains(&place)) {
                if i >= word {
                    inside::find(&self.context, i, self.edits);
                    word = i + 1;
                }
                let touches = |next: &Word| next.range().start == range.end;
                if place + 1 == range.end && words.get(i + 1).is_some_and(touches) {
                    missing::after_abbreviation(&self.context, i + 1, self.edits);
                }
            } else if i >= gap {
                self.gap(i);
                gap = i + 1;
            }
        }
    }

    /// What lies before the word `i`.
    fn range(&self, i: usize) -> Range<usize> {
        let words = self.context.words();
        let start = i.checked_sub(1).map_or(0, |i| words[i].range().end);
        let end = words.get(i).map_or(self.context.text().len(), |w| w.range().start);
        start..end
    }

    /// Looks at the gap before the word `i`.
    fn gap(&mut self, i: usize) {
        let range = self.range(i);
        if range.len() > MAX_GAP {
            return;
        }
        let gap = &self.context.text()[range.clone()];
        // No other mark asks which quotes are open.
        let may_quote = |b| matches!(b, b'"' | b'\'' | 0x80..);
        if gap.bytes().any(may_quote) {
            self.read_quotes(i);
            self.read = i + 1;
        }
        let Self { context, quotes, edits, .. } = self;
        if gap.contains(char::is_whitespace) {
            extra::find(context, i, range, quotes, edits);
        } else if i > 0 && i < context.words().len() {
            missing::find(context, i, range, quotes, edits);
        } else {
            quotes.pass_over(context.text(), range);
        }
    }

    /// Reads the quotes of the line before the gap `i`.
    fn read_quotes(&mut self, i: usize) {
        let (text, words) = (self.context.text(), self.context.words());
        let (mut next, to) = (self.range(self.read).start, self.range(i).start);
        // With a new line all begins anew.
        if let Some(newline) = memchr::memrchr(b'\n', &text.as_bytes()[next..to]) {
            next += newline + 1;
            self.quotes = Quotes::default();
        }
        // Most gaps, and most words, have no byte that a quote may have.
        let may_quote = |b| is(b, b'"') | is(b, b'\'') | b;
        let mut places =
            Places::of(&text.as_bytes()[..to], |window| lanes::bits(window, |[b]| may_quote(b)));
        let mut near = self.read;
        while let Some(at) = places.next_from(next) {
            near = word_from(words, near, at);
            let gap = self.range(near);
            if !gap.contains(&at) {
                next = words[near].range().end;
            } else if gap.len() > MAX_GAP {
                self.quotes = Quotes::default();
                next = gap.end;
            } else {
                self.quotes.pass_over(text, next.max(gap.start)..gap.end);
                next = gap.end;
            }
        }
    }
}

/// The word in which the place is, or the first behind it; one that is likely near it
/// has the number `near`.
fn word_from(words: &[Word], near: usize, place: usize) -> usize {
    // Where a word starts is known sooner than where it ends.
    let behind = partition_point_near(words, near, |w| w.range().start <= place);
    let last = words[..behind].last().filter(|w| place < w.range().end);
    behind - usize::from(last.is_some())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::Buffers;

    /// Looks at every byte, and so at every word and every gap.
    fn slow(text: &str) -> Edits {
        let (buffers, mut edits) = (Buffers::default(), Edits::default());
        Look::new(&Document::new(text, &buffers), &mut edits).at(0..text.len());
        edits
    }

    fn fast(text: &str) -> Edits {
        let (buffers, mut edits) = (Buffers::default(), Edits::default());
        Spacing::default().find_edits(&Document::new(text, &buffers), &mut edits);
        edits
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn what_is_passed_over_has_nothing(parts in prop::collection::vec(prop_oneof![
            4 => prop::sample::select(&[" ", ".", ",", "\"", "'", "(", ")", "”", "“", "’", "\n"][..]),
            2 => prop::sample::select(&[":", ";", "!", "?", "»", "«", "،", "؛", "…", "-", "\u{a0}"][..]),
            4 => prop::sample::select(&["the", "The", "house", "IBM", "I", "a", "Mr", "Harris"][..]),
            1 => prop::sample::select(&["U.S", "May 3", "2024", "5", "x", "état", "Él", "мир", "رقم"][..]),
        ], 0..40)) {
            let text = parts.concat();
            prop_assert_eq!(format!("{:?}", fast(&text)), format!("{:?}", slow(&text)));
        }
    }
}
