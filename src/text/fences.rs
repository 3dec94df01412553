//! Fenced blocks of code.

use std::ops::Range;

use super::lines::{Line, lines};
use crate::Document;
use crate::buffers::Lent;

/// Fewer marks are no fence.
const SHORTEST: usize = 3;
/// A longer row of tildes with nothing behind it is an ornament.
const LONGEST_BARE_TILDES: usize = 4;

/// The fenced blocks of a text, in order, each with the lines of its fences.
///
/// The rules are those of CommonMark: a block is closed by a fence of the same
/// mark that is at least as long as the one that opens it and has nothing
/// behind it. What differs is meant for scraped text:
///
/// * A fence may be indented by any white space: lists lose their marks.
/// * A line that is all code between two such marks is a block too.
/// * Backticks that are not closed open a block that was cut off. It goes to
///   the end of the text if a single word, the name of a language, stands
///   behind the mark; else to the next blank line, since a mark alone may be
///   one that closed a block of which the beginning is lost.
/// * Tildes are ornaments far more often than fences. They open a block only
///   if it is closed, and a long row of them with nothing behind it opens none.
/// * In quoted lines, which begin with `>`, only backticks open a block. What
///   is said of blocks that nothing closes goes for the quotation.
pub(crate) fn blocks<'a>(doc: &Document<'a>) -> Lent<'a, Vec<Range<usize>>> {
    let mut blocks = doc.lend::<Vec<Range<usize>>>();
    let mut fences = doc.lend::<Vec<Fence>>();
    find_fences(doc, &mut fences);
    let mut end = 0;
    let mut rest = fences.iter();
    while let Some(open) = rest.next() {
        // In a block that ended at a blank line.
        if open.start < end || open.is_ornament() {
            continue;
        }
        end = match open.behind {
            Behind::Whole => open.next,
            _ if open.is_closed => rest.find(|f| f.closes(open)).map_or(open.next, |f| f.next),
            _ if open.quotes > 0 => end_of_cut_off(doc.text(), open),
            Behind::Word => doc.text().len(),
            Behind::Nothing | Behind::Words => next_blank_line(doc.text(), open.next),
        };
        blocks.push(open.start..end);
    }
    blocks
}

/// A line that begins with marks, which may open a block or close one.
#[derive(Debug)]
struct Fence {
    start: usize,
    /// Where the next line begins.
    next: usize,
    /// How many marks of a quotation stand before it.
    quotes: usize,
    mark: u8,
    /// How many marks there are.
    len: usize,
    behind: Behind,
    /// How many such marks the lines have at least from the fence before to this
    /// one; none if that is not quoted.
    least_quotes: usize,
    /// Whether a fence that would close it stands behind it, in its quotation.
    is_closed: bool,
}

/// What stands behind the marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Behind {
    Nothing,
    Word,
    Words,
    /// Code, and as many marks again.
    Whole,
}

impl Fence {
    fn read(line: &Line<'_>) -> Option<Self> {
        let (quotes, text) = unquoted(line.text());
        let mark = *text.as_bytes().first().filter(|b| matches!(b, b'`' | b'~'))?;
        let rest = text.trim_start_matches(char::from(mark));
        let len = text.len() - rest.len();
        let code = rest.trim_end_matches(char::from(mark));
        if len < SHORTEST || code.contains(char::from(mark)) {
            return None;
        }
        let behind = match rest.len() - code.len() {
            0 if code.is_empty() => Behind::Nothing,
            0 if code.trim_ascii().contains(char::is_whitespace) => Behind::Words,
            0 => Behind::Word,
            closing if closing == len && mark == b'`' => Behind::Whole,
            _ => return None,
        };
        Some(Self {
            start: line.start(),
            next: line.next_start(),
            quotes,
            mark,
            len,
            behind,
            least_quotes: 0,
            is_closed: false,
        })
    }

    fn closes(&self, open: &Self) -> bool {
        self.behind == Behind::Nothing
            && self.quotes == open.quotes
            && self.mark == open.mark
            && self.len >= open.len
    }

    fn is_ornament(&self) -> bool {
        let is_row = self.behind == Behind::Nothing && self.len > LONGEST_BARE_TILDES;
        self.mark == b'~' && (is_row || !self.is_closed || self.quotes > 0)
    }
}

fn find_fences(doc: &Document<'_>, fences: &mut Vec<Fence>) {
    let text = doc.text();
    let mut all = lines(text);
    while let Some(line) = all.next_with(b'`', b'~') {
        let Some(mut fence) = Fence::read(&line) else { continue };
        fence.least_quotes = match fences.last() {
            Some(before) if before.quotes > 0 && fence.quotes > 0 => {
                let between = lines(&text[before.next..fence.start]);
                let least = between.map(|line| unquoted(line.text()).0).min();
                least.unwrap_or(fence.quotes).min(fence.quotes)
            }
            _ => 0,
        };
        fences.push(fence);
    }
    // The longest fences that close, of backticks and of tildes, in as many
    // quotations as the line behind stands in.
    let mut longest = doc.lend::<Vec<[usize; 2]>>();
    for fence in fences.iter_mut().rev() {
        if longest.len() <= fence.quotes {
            longest.resize(fence.quotes + 1, [0; 2]);
        }
        let closing = &mut longest[fence.quotes][usize::from(fence.mark == b'~')];
        fence.is_closed = fence.len <= *closing;
        if fence.behind == Behind::Nothing {
            *closing = fence.len.max(*closing);
        }
        longest.truncate(fence.least_quotes + 1);
    }
}

/// How many marks of a quotation a line begins with, and what stands behind
/// them.
fn unquoted(line: &str) -> (usize, &str) {
    let (mut quotes, mut text) = (0, line.trim_ascii());
    while let Some(rest) = text.strip_prefix('>') {
        (quotes, text) = (quotes + 1, rest.trim_ascii_start());
    }
    (quotes, text)
}

/// Where a quoted block that was cut off ends: at the next blank line, unless a
/// word names it, or with the quotation.
fn end_of_cut_off(text: &str, open: &Fence) -> usize {
    let ends = |line: &Line<'_>| {
        let (quotes, rest) = unquoted(line.text());
        quotes < open.quotes || rest.is_empty() && open.behind != Behind::Word
    };
    lines(&text[open.next..]).find(ends).map_or(text.len(), |line| open.next + line.start())
}

/// Where the first blank line from here on begins, or where the text ends.
fn next_blank_line(text: &str, from: usize) -> usize {
    lines(&text[from..]).find(Line::is_blank).map_or(text.len(), |line| from + line.start())
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::Buffers;

    /// The text with these marks around its pieces.
    pub(in crate::text) fn around(text: &str, pieces: &[Range<usize>], marks: [&str; 2]) -> String {
        let mut out = String::new();
        let mut at = 0;
        for piece in pieces {
            out.extend([&text[at..piece.start], marks[0], &text[piece.clone()], marks[1]]);
            at = piece.end;
        }
        out + &text[at..]
    }

    /// The text with brackets around its blocks.
    fn shown(text: &str) -> String {
        around(text, &blocks(&Document::new(text, &Buffers::default())), ["[", "]"])
    }

    #[test]
    fn a_block_goes_from_fence_to_fence() {
        for blocks in [
            "a\n[```\nb\n```\n]c\n[~~~\nd\n~~~]",
            "a\r\n[ \t ```sh\r\nb\r\n```\r\n]c",
            // The same mark, as long, with nothing behind it.
            "[````\n```\n~~~~\n```` x\nb\n `````  \n]c",
            "[```text\nb\n```js\nc\n```\n]d",
            "[~~~ a `b`\nc\n~~~\n]",
            // Marks behind the mark.
            "```a``` b\nc\n[```\nd\n```]",
            "a ``` b ```\n`` c\n``",
            "[```npm install```\n]a\n[``` b ```\n]```c````\nd",
        ] {
            assert_eq!(shown(&blocks.replace(['[', ']'], "")), blocks);
        }
    }

    #[test]
    fn a_fence_that_is_not_closed_opens_what_it_says() {
        for blocks in [
            "a\n[```sh\nb\n\n~~~\nc\n~~~\n\nd]",
            "a\n[```\nb\n~~~\nc\n]\nd\n[~~~\ne\n~~~]",
            "[``` the b\n] \nc",
            "[```\n]\na\n[```sh\nb]",
            "[````\nb\n]\nc\n[```\nd\n```\n]e",
            // Ornaments.
            "~~~\na\n\nb",
            "~~~~~\na\n~~~~~\nb\n[~~~~\nc\n~~~~~]",
            "~~~ a ~~~\nb\n~~~ c ~~~\n~~~Anna",
        ] {
            assert_eq!(shown(&blocks.replace(['[', ']'], "")), blocks);
        }
    }

    #[test]
    fn a_quoted_block_ends_with_the_quotation() {
        for blocks in [
            "a\n[> ```\n> b\n> ```\n]> c",
            "[> > ```sh\n> > b\n> > > ```\n>> ```\n]> > c",
            "[> ```sh\n>\n> b\n]c\n[```\n> ```\nd\n```]",
            "[> ```\n> b\n]>\n> c\nd\n[> ```\n>\n> e\n> ```\n]> f",
            "[> ``` a b\n]>\n> c\n[> ``` d e\n]>\n[> > ```\n> > f\n> > ```\n]> > g",
            "[> ```\n> > ```\n> b\n]\n> c\n\n[> ```\n> d]",
            "[> ```a```\n]> ~~~\n> b\n> ~~~\n> ` ```",
            // One that is not closed says nothing of others.
            "[> ````\n> a\n]>\n> b\n[> ```\n> c\n>\n> d\n> ```\n]> e",
        ] {
            let text = blocks.replace(['[', ']'], "");
            assert_eq!(shown(&text), blocks);
        }
    }

    proptest! {
        #[test]
        fn fences_are_those_of_all_lines(
            text in "(>{0,2}(`{3,5}|~{3,5}|  ```| ~|`|a~~~)?(a|a b|`{2,4}|~~~)?\r?\n)*(```a|~~~)?"
        ) {
            let all: Vec<_> = lines(&text).filter_map(|line| Fence::read(&line)).collect();
            let mut found = Vec::new();
            let buffers = Buffers::default();
            find_fences(&Document::new(&text, &buffers), &mut found);
            prop_assert_eq!(found.len(), all.len());
            for (at, fence) in found.iter().enumerate() {
                prop_assert_eq!(fence.start, all[at].start);
                let quotation =
                    lines(&text[fence.next..]).take_while(|l| unquoted(l.text()).0 >= fence.quotes);
                let is_closed =
                    quotation.filter_map(|l| Fence::read(&l)).any(|f| f.closes(fence));
                prop_assert_eq!(fence.is_closed, is_closed);
            }
        }
    }
}
