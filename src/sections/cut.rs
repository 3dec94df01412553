//! Where a long text is cut.

use std::cell::OnceCell;
use std::ops::Range;

use super::{LONG, SHORTEST};
use crate::hashed::{self, ByHash};
use crate::text::fences;
use crate::text::lines::{Line, lines};
use crate::{Buffers, Document};

/// A line of prose has at least so many bytes, if more of its paragraph may stand
/// in the next line.
const WRAPPED: usize = 60;
/// A line of so many bytes is a whole paragraph.
const PARAGRAPH: usize = 200;

/// So many bytes of a line are its beginning.
const BEGINNING: usize = 8;

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
        let fenced = OnceCell::new();
        let is_fenced = |at: usize| {
            let fenced = fenced.get_or_init(|| fences::blocks(&doc));
            let next = fenced.partition_point(|block| block.end <= at);
            fenced.get(next).is_some_and(|block| block.start < at)
        };
        let mut repeated = doc.lend::<ByHash<()>>();
        while let Some((end, next)) = find_end(text, start, is_fenced, &mut repeated) {
            repeated.clear();
            sections.push(start..end);
            start = next;
        }
    }
    sections.push(start..text.len());
}

/// Where the section that begins at `start` ends, and where the next one begins,
/// if that is not the last one.
///
/// Of all places that are as good it is the one whose next line has the least hash: a
/// window that begins a bit earlier or later most often has the same. First of all
/// counts the hash of its beginning, in which an edit is seldom; that of the whole
/// line tells lines apart that begin alike. A line that is seen again is none: which of
/// the two the cut is at would depend on where the window begins.
fn find_end(
    text: &str,
    start: usize,
    is_fenced: impl Fn(usize) -> bool,
    repeated: &mut ByHash<()>,
) -> Option<(usize, usize)> {
    let last = text.len().checked_sub(SHORTEST)?;
    let mut rest = lines(text);
    rest.go_to(start);
    rest.skip_to(text.len().min(start + SHORTEST));
    // The worst that is good enough, and where the window ends.
    let (mut worst, mut window) = (Cut::Prose, start + 2 * SHORTEST);
    let mut best: Option<Place> = None;
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
            let place = Place::new(cut, &above.line, &line);
            if best.is_some_and(|best| best.rank() < place.rank()) {
                continue;
            }
            let whole = hashed::of(line.text.as_bytes());
            if repeated.contains_key(&whole) {
                continue;
            }
            best = match best {
                Some(best) if best.whole == whole => {
                    repeated.insert(whole, ());
                    None
                }
                Some(best) if (best.rank(), best.whole) < (place.rank(), whole) => Some(best),
                _ => Some(Place { whole, ..place }),
            };
        }
    }
    best.map(|place| (place.end, place.next))
}

/// A place for a cut.
#[derive(Clone, Copy)]
struct Place {
    cut: Cut,
    /// Hashes of the line behind it.
    beginning: u64,
    whole: u64,
    end: usize,
    next: usize,
}

impl Place {
    fn new(cut: Cut, above: &Line<'_>, line: &Line<'_>) -> Self {
        let bytes = line.text.as_bytes();
        let beginning = hashed::of(&bytes[..bytes.len().min(BEGINNING)]);
        Self { cut, beginning, whole: 0, end: above.range().end, next: line.start }
    }

    /// The least is the best.
    fn rank(&self) -> (Cut, u64) {
        (self.cut, self.beginning)
    }
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
            let buffers = Buffers::default();
            for block in fences::blocks(&Document::new(&text, &buffers)).iter() {
                prop_assert!(sections.iter().all(|s| s.start <= block.start || s.start >= block.end));
            }
        }
    }

    /// So many lines as are made of `line` and a number, each with `gap` behind it, that
    /// they have `len` bytes or a bit more.
    fn numbered(line: &str, gap: &str, len: usize) -> String {
        let mut text = String::new();
        for i in 0.. {
            if text.len() >= len {
                break;
            }
            text.extend([line, " ", &i.to_string(), ".", gap]);
        }
        text
    }

    #[test]
    fn no_block_is_cut_however_far_the_look_for_the_cut_before_went() {
        let list = numbered("- some item of a list", "\n", 9 * SHORTEST);
        let code = format!("```\n{}```\n", numbered(PROSE, "\n\n", 3 * SHORTEST));
        let text = [&list[..], &code, &list].concat();
        let sections = sections(&text);
        let block = list.len()..list.len() + code.len();
        assert!(sections.len() > 2, "{sections:?}");
        let is_outside = |at: usize| at <= block.start || at >= block.end;
        assert!(sections.iter().all(|s| is_outside(s.start)), "{sections:?}");
    }

    #[test]
    fn a_cut_stands_between_paragraphs_of_prose_where_there_are_some() {
        let list = |of: &str| numbered(&format!("- some item of {of}"), "\n\n", SHORTEST + 100);
        let prose = |of: &str| format!("{PROSE}\n\n{of}. {PROSE}\n\n");
        let text = [list("one"), prose("One"), list("two"), prose("Two"), list("three")].concat();
        let starts: Vec<_> = sections(&text).iter().map(|s| s.start).collect();
        assert_eq!(starts, [0, text.find("One. ").unwrap(), text.find("Two. ").unwrap()]);
    }

    #[test]
    fn without_prose_it_takes_longer() {
        for (line, gap, at_least) in [
            ("- some item", "\n\n", 2),
            ("- some item", "\n", 4),
            // A wrapped paragraph goes on in the next line.
            (PROSE, "\n", 4),
        ] {
            let sections = sections(&numbered(line, gap, 9 * SHORTEST));
            assert!(sections.len() > 1, "{line}");
            assert!(sections[0].len() >= at_least * SHORTEST, "{line} {}", sections[0].len());
        }
        // A long line is a paragraph.
        let sections = sections(&numbered(&PROSE.repeat(3), "\n", 9 * SHORTEST));
        assert!(sections[0].len() < 2 * SHORTEST);
    }

    #[test]
    fn some_texts_cannot_be_cut() {
        let len = 9 * SHORTEST;
        for text in [
            String::new(),
            PROSE.repeat(len / PROSE.len()),
            numbered(PROSE, "\r\n\r\n", len),
            numbered(PROSE, " \n\n", len),
            numbered(PROSE, "\n\n    ", len),
            format!("```\n{}\n```", numbered(PROSE, "\n\n", len)),
            "\n".repeat(len),
            // All lines are the same, and no place is another.
            format!("{PROSE}\n\n").repeat(len / PROSE.len()),
            // One byte less than two sections have.
            numbered(PROSE, "\n\n", LONG)[..LONG - 1].to_owned(),
        ] {
            let sections = sections(&text);
            let is_whole = |section: &Range<usize>| *section == (0..text.len());
            assert!(sections.len() == 1 && is_whole(&sections[0]), "{:?}", text.get(..80));
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
