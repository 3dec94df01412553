//! Where a long text is cut.

use std::ops::Range;

use super::{LONG, SHORTEST};
use crate::text::fences;
use crate::text::lines::{Line, lines};
use crate::{Buffers, Document};

/// A line of prose has at least so many bytes, if more of its paragraph may stand
/// in the next line.
const WRAPPED: usize = 60;
/// A line of so many bytes is a whole paragraph.
const PARAGRAPH: usize = 200;

/// What a cut parts, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Cut {
    /// Two paragraphs of prose.
    Prose,
    /// Two stretches with a blank line between them.
    Blank,
    /// Two lines.
    Lines,
}

/// Lists the sections of a text. Between two of them stand one or two newlines,
/// which belong to none.
pub(super) fn find(text: &str, buffers: &Buffers, sections: &mut Vec<Range<usize>>) {
    sections.clear();
    let mut start = 0;
    if text.len() >= LONG {
        let doc = Document::new(text, buffers);
        let fenced = fences::blocks(&doc);
        let mut fenced = fenced.iter().peekable();
        while let Some((end, next)) = find_end(text, start, |at| {
            while fenced.next_if(|block| block.end <= at).is_some() {}
            fenced.peek().is_some_and(|block| block.start < at)
        }) {
            sections.push(start..end);
            start = next;
        }
    }
    sections.push(start..text.len());
}

/// Where the section that begins at `start` ends, and where the next one begins,
/// if that is not the last one.
///
/// Of all places that are as good it is the one with the least hash. A window that
/// begins a bit earlier or later most often has the same one.
fn find_end(
    text: &str,
    start: usize,
    mut is_fenced: impl FnMut(usize) -> bool,
) -> Option<(usize, usize)> {
    let last = text.len().checked_sub(SHORTEST)?;
    let mut rest = lines(text);
    rest.go_to(start);
    rest.skip_to(text.len().min(start + SHORTEST));
    // The worst that is good enough, and where the window ends.
    let (mut worst, mut window) = (Cut::Prose, start + 2 * SHORTEST);
    let mut best = None;
    let mut above: Option<Above<'_>> = None;
    for line in rest.filter(|line| !line.is_blank()) {
        while line.start > window && best.is_none() {
            window += window - start;
            worst = if worst == Cut::Prose { Cut::Blank } else { Cut::Lines };
        }
        if line.start > last.min(window) {
            break;
        }
        let next = Above::new(line.clone(), above.as_ref());
        let Some(above) = above.replace(next).filter(|_| line.start >= start + SHORTEST) else {
            continue;
        };
        if let Some(cut) = above.cut(text, &line).filter(|cut| *cut <= worst)
            && !is_fenced(line.start)
        {
            let found = (cut, hash(line.text), above.line.range().end, line.start);
            best = Some(best.map_or(found, |best| found.min(best)));
        }
    }
    best.map(|(_, _, end, next)| (end, next))
}

/// A line with something in it, above another.
struct Above<'a> {
    line: Line<'a>,
    /// Whether the line right above it is wide enough to go on in this one.
    goes_on: bool,
}

impl<'a> Above<'a> {
    fn new(line: Line<'a>, above: Option<&Self>) -> Self {
        let goes_on = above
            .is_some_and(|above| above.line.next == line.start && above.line.text.len() >= WRAPPED);
        Self { line, goes_on }
    }

    /// What a cut between it and the next line would part.
    fn cut(&self, text: &str, line: &Line<'_>) -> Option<Cut> {
        let parts_paragraphs = match &text[self.line.range().end..line.start] {
            "\n" => false,
            "\n\n" => true,
            _ => return None,
        };
        let (one, other) = (self.line.text, line.text);
        if one.ends_with(char::is_whitespace) || other.starts_with(char::is_whitespace) {
            return None;
        }
        let are_long = if parts_paragraphs {
            (self.goes_on || one.len() >= WRAPPED) && other.len() >= WRAPPED
        } else {
            one.len() >= PARAGRAPH && other.len() >= PARAGRAPH
        };
        let are_prose = are_long && ends_sentence(one) && begins_sentence(other);
        Some(match () {
            () if are_prose => Cut::Prose,
            () if parts_paragraphs => Cut::Blank,
            () => Cut::Lines,
        })
    }
}

fn ends_sentence(line: &str) -> bool {
    let marks = ['.', '!', '?', '…', '。', '！', '？', '؟', '۔', '।'];
    let closing = ['"', '\'', ')', ']', '”', '’', '»', '«', '“', '」', '』', '）'];
    line.trim_end_matches(closing).ends_with(marks)
}

fn begins_sentence(line: &str) -> bool {
    let opening = ['"', '\'', '(', '“', '‘', '„', '«', '»', '¿', '¡', '「', '『', '（'];
    line.trim_start_matches(opening).starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase())
}

/// A hash of the first letters of a line, which no edit of the text before them
/// changes.
fn hash(line: &str) -> u64 {
    let mut letters = [0; 8];
    let len = line.len().min(letters.len());
    letters[..len].copy_from_slice(&line.as_bytes()[..len]);
    // The high half of the product depends on all of them.
    u64::from_le_bytes(letters).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;

    const PROSE: &str = "The ferry left at noon, and nobody on the quay had seen it come in.";

    fn sections(text: &str) -> Vec<Range<usize>> {
        let mut sections = Vec::new();
        find(text, &Buffers::default(), &mut sections);
        sections
    }

    /// Numbered paragraphs, apart by `gap`.
    fn paragraphs(n: usize, gap: &str) -> String {
        let paragraph =
            |i: usize| format!("{} of them: {PROSE}", ["Ann", "Bo", "Cy"][i % 3].repeat(i % 7 + 1));
        (0..n).map(paragraph).collect::<Vec<_>>().join(gap)
    }

    proptest! {
        #[test]
        fn sections_are_long_and_nothing_but_line_ends_is_between_them(
            parts in prop::collection::vec(
                select(&[PROSE, " ", "\n", "\n\n", "\r\n", "a", "```\n", "> ", "- b\n", "中文。"][..]),
                0..600,
            ),
        ) {
            let text = parts.concat();
            let sections = sections(&text);
            let mut at = 0;
            for section in &sections {
                prop_assert!(matches!(&text[at..section.start], "" | "\n" | "\n\n"));
                prop_assert!(sections.len() == 1 || section.len() >= SHORTEST);
                at = section.end;
            }
            prop_assert_eq!(at, text.len());
        }
    }

    #[test]
    fn a_cut_stands_between_paragraphs_of_prose_where_there_are_some() {
        let list = "- some item of a list, or a line of a listing\n\n".repeat(SHORTEST / 40);
        let text =
            [&list, PROSE, "\n\n", PROSE, "\n\n", &list, PROSE, "\n\n", PROSE, "\n\n", &list]
                .concat();
        let ends: Vec<_> = sections(&text).iter().map(|s| s.end).collect();
        let first = list.len() + PROSE.len();
        assert_eq!(ends, [first, first + 4 + 2 * PROSE.len() + list.len(), text.len()]);
    }

    #[test]
    fn without_prose_it_takes_longer() {
        for (line, gap, at_least) in [
            ("- some item", "\n\n", 2),
            ("- some item", "\n", 4),
            // A wrapped paragraph goes on in the next line.
            (PROSE, "\n", 4),
        ] {
            let text = vec![line; 9 * SHORTEST / line.len()].join(gap);
            let sections = sections(&text);
            assert!(sections.len() > 1, "{line}");
            assert!(sections[0].len() >= at_least * SHORTEST, "{line} {}", sections[0].len());
        }
        // A long line is a paragraph.
        let text = vec![PROSE.repeat(3); 9 * SHORTEST / (3 * PROSE.len())].join("\n");
        assert!(sections(&text)[0].len() < 2 * SHORTEST);
    }

    #[test]
    fn some_texts_cannot_be_cut() {
        let plenty = 9 * SHORTEST / PROSE.len();
        for text in [
            String::new(),
            PROSE.repeat(plenty),
            [PROSE].repeat(plenty).join("\r\n\r\n"),
            [PROSE].repeat(plenty).join(" \n\n"),
            [PROSE].repeat(plenty).join("\n\n    "),
            format!("```\n{}\n```", [PROSE].repeat(plenty).join("\n\n")),
            "\n".repeat(9 * SHORTEST),
            [PROSE].repeat(2 * SHORTEST / (PROSE.len() + 2)).join("\n\n"),
        ] {
            assert_eq!(sections(&text), [0..text.len()], "{:?}", text.get(..80));
        }
    }

    #[test]
    fn a_fault_moves_the_cuts_next_to_it_only() {
        let clean = paragraphs(2000, "\n\n");
        let dirty = format!("{PROSE}{PROSE}\n\n{clean}");
        let from_behind = |text: &str| -> Vec<usize> {
            sections(text).iter().map(|section| text.len() - section.start).collect()
        };
        let (of_clean, of_dirty) = (from_behind(&clean), from_behind(&dirty));
        let same = of_dirty.iter().filter(|at| of_clean.contains(at)).count();
        assert!(of_clean.len() > 20 && same + 4 > of_clean.len(), "{same} of {}", of_clean.len());
    }
}
