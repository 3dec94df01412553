//! What a text marks as code: fenced blocks, and code between backticks.

use std::ops::{Deref, Range};

use memchr::memchr;

use super::fences;
use super::lines::lines;
use crate::Document;
use crate::buffers::Lent;

/// The longest code between backticks within a line, in bytes.
const MAX_INLINE: usize = 400;

/// Ranges of a text; most texts have none, and cost no loan.
pub(crate) struct Ranges<'a>(Option<Lent<'a, Vec<Range<usize>>>>);

impl Deref for Ranges<'_> {
    type Target = [Range<usize>];

    fn deref(&self) -> &[Range<usize>] {
        self.0.as_ref().map_or(&[], |ranges| ranges)
    }
}

/// The fenced blocks of a text, and the code between backticks in its other
/// lines, with the marks, in order.
pub(crate) fn ranges<'a>(doc: &Document<'a>) -> Ranges<'a> {
    if !doc.may_have_code() {
        return Ranges(None);
    }
    let mut code = doc.lend::<Vec<Range<usize>>>();
    let mut prose = 0;
    for block in fences::blocks(doc).iter() {
        inline_code_of(doc.text(), prose..block.start, &mut code);
        code.push(block.clone());
        prose = block.end;
    }
    inline_code_of(doc.text(), prose..doc.text().len(), &mut code);
    Ranges(Some(code))
}

/// Calls `mark` for each of the lines that begins in a fenced block, and says whether
/// one does. They are in order; `start` tells where one begins.
pub(crate) fn mark_fenced<L>(
    doc: &Document<'_>,
    lines: &mut [L],
    start: impl Fn(&L) -> usize,
    mut mark: impl FnMut(&mut L),
) -> bool {
    if !doc.may_have_code() {
        return false;
    }
    let mut has_some = false;
    for block in fences::blocks(doc).iter() {
        let from = lines.partition_point(|line| start(line) < block.start);
        let len = lines[from..].partition_point(|line| start(line) < block.end);
        lines[from..from + len].iter_mut().for_each(&mut mark);
        has_some |= len > 0;
    }
    has_some
}

/// Whether this byte lies in one of the ranges.
pub(crate) fn holds(code: &[Range<usize>], at: usize) -> bool {
    let next = code.partition_point(|range| range.end <= at);
    code.get(next).is_some_and(|range| range.start <= at)
}

/// Finds code between backticks in the lines of this part.
fn inline_code_of(text: &str, part: Range<usize>, code: &mut Vec<Range<usize>>) {
    let mut lines = lines(&text[part.clone()]);
    while let Some(line) = lines.next_with(b'`', b'`') {
        inline_code(line.text().as_bytes(), part.start + line.start(), code);
    }
}

/// As many backticks close as opened. Single ones that touch a word outside are
/// apostrophes, and two of them before a word a quotation mark.
fn inline_code(line: &[u8], start: usize, code: &mut Vec<Range<usize>>) {
    let run = |at: usize| line[at..].iter().take_while(|&&b| b == b'`').count();
    let is_word = |b: &u8| b.is_ascii_alphanumeric() || !b.is_ascii();
    let mut at = 0;
    while let Some(open) = memchr(b'`', &line[at..]).map(|n| at + n) {
        let ticks = run(open);
        let inside = open + ticks;
        let window = &line[inside..line.len().min(inside + MAX_INLINE)];
        at = inside;
        let Some(len) = memchr(b'`', window).filter(|&len| len > 0) else { continue };
        let close = inside + len;
        let end = close + run(close);
        let opens = |b: u8| matches!(b, b' ' | b'(' | b'[');
        let is_spaced = line[inside] == b' ' || opens(line[close - 1]);
        // `Vec`s
        let touches = ticks < 3
            && (line[..open].last().is_some_and(is_word)
                || line.get(end).is_some_and(|b| *b != b's' && is_word(b)));
        if end - close == ticks && !is_spaced && !touches {
            code.push(start + open..start + end);
            at = end;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::Buffers;
    use crate::text::fences::tests::around;

    /// The text with braces around its code.
    fn shown(text: &str) -> String {
        around(text, &ranges(&Document::new(text, &Buffers::default())), ["{", "}"])
    }

    #[test]
    fn code_is_found_in_fences_and_backticks() {
        for code in [
            "Use {`a`} or {``b``} for d ` e.\n\n{```\nc\n```\n}``d'' and ``e''\n{~~~\nf\n~~~\n}{```\ng}",
            "some {`Vec`}s ({`a,b`},{`c`})\n> {`d`}",
            "It`s late, don`t go. `Tis late, don`t go. The `80s, the `90s.",
            "`this' and `that' ``this`that ` a `",
        ] {
            assert_eq!(shown(&code.replace(['{', '}'], "")), code);
        }
    }

    proptest! {
        #[test]
        fn lines_are_marked_that_begin_in_a_block(text in "((```|~~~|> ```)?(a| a b|c`d`)?\n){0,12}") {
            let buffers = Buffers::default();
            let doc = Document::new(&text, &buffers);
            let mut lines: Vec<_> = doc.full_lines().map(|line| (line.start(), false)).collect();
            let has_some = mark_fenced(&doc, &mut lines, |line| line.0, |line| line.1 = true);
            let blocks = fences::blocks(&doc);
            for (start, is_marked) in &lines {
                prop_assert_eq!(*is_marked, blocks.iter().any(|block| block.contains(start)));
            }
            prop_assert_eq!(has_some, lines.iter().any(|line| line.1));
        }
    }
}
