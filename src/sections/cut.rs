//! Where a long text is cut.

use std::cell::OnceCell;
use std::cmp::Ordering;
use std::collections::VecDeque;
use std::iter;
use std::ops::Range;

use super::{LONG, SHORTEST};
use crate::buffers::Lent;
use crate::hashed;
use crate::text::end_marks::is_end_mark;
use crate::text::lines::{Line, lines};
use crate::text::{boundaries, fences};
use crate::{Buffers, Document};

/// A line of prose has at least so many bytes, if more of its paragraph may stand
/// in the next line.
const WRAPPED: usize = 60;
/// A line of so many bytes is a whole paragraph.
const PARAGRAPH: usize = 200;

/// Lines are compared by the hashes of so many of their letters at a time.
const PIECE: usize = 4;

/// Lines that begin with the same bytes, so many, are the same.
const LONGEST: usize = 256;

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
///
/// It is cut at each place that is better than all others less than a section away. So
/// where it is cut depends on what is near, and an edit moves no more than the cuts next
/// to it. Of two places of one kind the better one is that with the lesser hash of the
/// letters behind it, the first ones first: an edit is seldom in them. Where a line is
/// repeated, and none is better, there is no best place and no cut.
pub(super) fn find(text: &str, buffers: &Buffers, sections: &mut Vec<Range<usize>>) {
    sections.clear();
    let mut start = 0;
    let mut cut = |place: Place| {
        sections.push(start..place.end);
        start = place.next;
    };
    if text.len() >= LONG {
        let doc = Document::new(text, buffers);
        let mut rivals = Rivals { text, places: doc.lend() };
        each_place(&doc, |place| rivals.add(place).into_iter().for_each(&mut cut));
        rivals.best().into_iter().for_each(cut);
    }
    sections.push(start..text.len());
}

/// Calls `on_place` for all places where a text can be cut, in order.
fn each_place(doc: &Document<'_>, mut on_place: impl FnMut(Place)) {
    let text = doc.text();
    let fenced = OnceCell::new();
    let is_fenced = |at: usize| {
        let fenced = fenced.get_or_init(|| fences::blocks(doc));
        let next = fenced.partition_point(|block| block.end <= at);
        fenced.get(next).is_some_and(|block| block.start < at)
    };
    let mut above: Option<Above<'_>> = None;
    for line in lines(text).filter(|line| !line.is_blank()) {
        if text.len() - line.start() < SHORTEST {
            break;
        }
        let next = Above::new(line.clone(), above.as_ref());
        let Some(above) = above.replace(next) else { continue };
        let end = above.line.range().end;
        if end >= SHORTEST
            && let Some(cut) = above.cut(text, &line)
            && !is_fenced(line.start())
        {
            let beginning = hashes(line.text()).next().unwrap_or_default();
            on_place(Place { cut, beginning, end, next: line.start() });
        }
    }
}

/// A place for a cut.
#[derive(Clone, Copy, Debug)]
struct Place {
    cut: Cut,
    /// The hash of the first letters of the line behind it.
    beginning: u64,
    /// Where the line before it ends, and the one behind it begins.
    end: usize,
    next: usize,
}

/// A place among those near it.
#[derive(Clone, Copy, Debug)]
struct Rival {
    place: Place,
    /// Whether it is better than all places shortly before it.
    leads: bool,
}

/// The places less than a section before the next one, each with none behind it that is
/// better: only the first one may become a cut.
struct Rivals<'a> {
    text: &'a str,
    places: Lent<'a, VecDeque<Rival>>,
}

impl Rivals<'_> {
    /// Adds the next place. Gives one to cut at, if it is clear now that there is none
    /// better.
    fn add(&mut self, place: Place) -> Option<Place> {
        let is_far = |first: &Rival| place.end.saturating_sub(first.place.next) >= SHORTEST;
        let mut best = None;
        while let Some(first) = self.places.front().copied().filter(is_far) {
            best = best.or(first.leads.then_some(first.place));
            self.places.pop_front();
        }
        let mut is_repeated = false;
        while let Some(last) = self.places.back() {
            match self.cmp(&place, &last.place) {
                Ordering::Greater => break,
                Ordering::Equal => is_repeated = true,
                Ordering::Less => {}
            }
            self.places.pop_back();
        }
        let leads = self.places.is_empty() && !is_repeated;
        self.places.push_back(Rival { place, leads });
        best
    }

    /// The one of the last places to cut at.
    fn best(&self) -> Option<Place> {
        self.places.front().filter(|first| first.leads).map(|first| first.place)
    }

    /// The line behind a place, as far as it counts.
    fn line(&self, place: &Place) -> &str {
        let line = &self.text[place.next..];
        let line = &line[..boundaries::floor(line, LONGEST)];
        &line[..memchr::memchr(b'\n', line.as_bytes()).unwrap_or(line.len())]
    }

    /// The least place is the best.
    fn cmp(&self, one: &Place, other: &Place) -> Ordering {
        let rank = |place: &Place| (place.cut, place.beginning);
        rank(one).cmp(&rank(other)).then_with(|| {
            let (one, other) = (self.line(one), self.line(other));
            // Most lines that begin alike are the same.
            if one == other { Ordering::Equal } else { hashes(one).cmp(hashes(other)) }
        })
    }
}

/// The hashes of a line's letters, some at a time, and of all of it. In a line that begins
/// with a letter of ASCII no others count: a wrong encoding is least often in those.
fn hashes(line: &str) -> impl Iterator<Item = u64> {
    let is_ascii = line.chars().find(|c| c.is_alphabetic()).is_some_and(|first| first.is_ascii());
    let (plain, other) = if is_ascii { (line, "") } else { ("", line) };
    let plain = plain.bytes().filter(u8::is_ascii_alphabetic).map(char::from);
    let other = other.chars().filter(|c| c.is_alphabetic());
    let mut letters = plain.chain(other).map(|c| c.to_ascii_lowercase()).peekable();
    let pieces = iter::from_fn(move || {
        letters.peek()?;
        Some(letters.by_ref().take(PIECE).fold(0, |hash, c| hashed::push(hash, c.into())))
    });
    pieces.chain(iter::once_with(|| hashed::of(line.as_bytes())))
}

/// A line with something in it, above another.
struct Above<'a> {
    line: Line<'a>,
    /// Whether the line right above it is wide enough to go on in this one.
    goes_on: bool,
}

impl<'a> Above<'a> {
    fn new(line: Line<'a>, above: Option<&Self>) -> Self {
        let goes_on = above.is_some_and(|above| {
            above.line.next_start() == line.start() && above.line.text().len() >= WRAPPED
        });
        Self { line, goes_on }
    }

    /// What a cut between it and the next line would part.
    fn cut(&self, text: &str, line: &Line<'_>) -> Option<Cut> {
        let parts_paragraphs = match &text[self.line.range().end..line.start()] {
            "\n" => false,
            "\n\n" => true,
            _ => return None,
        };
        let (one, other) = (self.line.text(), line.text());
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

/// Whether a line ends in the end mark of a sentence, of any script, maybe with closing
/// quotes and brackets behind it.
fn ends_sentence(line: &str) -> bool {
    let closing = ['"', '\'', ')', ']', '”', '’', '»', '«', '“', '」', '』', '）'];
    line.trim_end_matches(closing).ends_with(|c| c == '…' || is_end_mark(c))
}

/// Whether a line begins with a capital, or a letter of a script without them.
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

    /// Paragraphs of which no two are the same, apart by `gap`.
    fn paragraphs(n: usize, gap: &str) -> String {
        let name = |i: usize| char::from(b'a' + (i % 26) as u8);
        let paragraph = |i: usize| {
            let [one, two, three] = [i, i / 26, i * 7].map(name);
            format!("W{one}{three}{two} said on day {i}: {}", PROSE.repeat(i % 3 + 1))
        };
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
    fn no_block_is_cut() {
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
        let names = ["One", "Two", "Three", "Four"];
        let parts = names.map(|of| list(of) + &prose(of));
        let text = parts.concat() + &list("Five");
        let starts: Vec<_> = sections(&text)[1..].iter().map(|s| s.start).collect();
        assert_eq!(starts, names.map(|of| text.find(&format!("{of}. ")).unwrap()));
    }

    #[test]
    fn a_text_without_prose_is_cut_too() {
        for (line, gap) in [
            ("- some item", "\n\n"),
            ("- some item", "\n"),
            // A wrapped paragraph goes on in the next line.
            (PROSE, "\n"),
            // A long line is a paragraph.
            (&PROSE.repeat(3), "\n"),
        ] {
            let sections = sections(&numbered(line, gap, 19 * SHORTEST));
            assert!((5..=15).contains(&sections.len()), "{line} {}", sections.len());
        }
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
            // One byte less than a long text has.
            numbered(PROSE, "\n\n", LONG)[..LONG - 1].to_owned(),
        ] {
            let sections = sections(&text);
            let is_whole = |section: &Range<usize>| *section == (0..text.len());
            assert!(sections.len() == 1 && is_whole(&sections[0]), "{:?}", text.get(..80));
        }
    }

    /// The cuts of a text, from its end.
    fn cuts(text: &str) -> Vec<usize> {
        sections(text)[1..].iter().map(|section| text.len() - section.start).collect()
    }

    #[test]
    fn an_edit_moves_the_cuts_next_to_it_only() {
        let clean = paragraphs(2000, "\n\n");
        let of_clean = cuts(&clean);
        assert!(of_clean.len() > 20);
        for at in (0..clean.len()).step_by(10_007) {
            let dirty = [&clean[..at], "X", &clean[at..]].concat();
            let of_dirty = cuts(&dirty);
            let is_far = |cut: &&usize| (clean.len() - at).abs_diff(**cut) > SHORTEST + PROSE.len();
            let shift = |cut: &usize| if *cut > clean.len() - at { cut + 1 } else { *cut };
            let mut kept = of_clean.iter().filter(is_far).map(shift);
            assert!(kept.all(|cut| of_dirty.contains(&cut)), "{at}");
        }
    }

    #[test]
    fn faults_seldom_move_a_cut() {
        let clean = paragraphs(2000, "\n\n");
        // In each paragraph one, but not where it begins.
        let dirty = clean.replace("the quay had", "the  quay hd").replace(" ferry", "  fery");
        let at = |text: &str| {
            let starts = sections(text).into_iter().map(|section| section.start);
            starts.map(|start| text[..start].matches("\n\n").count()).collect::<Vec<_>>()
        };
        let (of_clean, of_dirty) = (at(&clean), at(&dirty));
        let same = of_dirty.iter().filter(|at| of_clean.contains(at)).count();
        assert!(same * 10 > of_clean.len() * 9, "{same} of {}", of_clean.len());
    }

    proptest! {
        #[test]
        fn a_cut_is_the_best_place_far_and_wide(
            lens in prop::collection::vec((1_usize..40, select(&["\n", "\n\n"][..]), 0_u32..5000), 0..400),
            names in 20_u32..5000,
        ) {
            let mut text = String::new();
            for (n, (len, gap, name)) in lens.into_iter().enumerate() {
                text.extend([&format!("{} {} {}", ["A", "b", "C"][n % 3], name % names, "so ".repeat(len)), "it is.", gap]);
            }
            let buffers = Buffers::default();
            let doc = Document::new(&text, &buffers);
            let mut places = Vec::new();
            each_place(&doc, |place| places.push(place));
            let rivals = Rivals { text: &text, places: doc.lend() };
            let is_best = |one: &&Place| places.iter().all(|other| {
                let (first, last) = if other.next < one.next { (other, *one) } else { (*one, other) };
                let is_near = last.end.saturating_sub(first.next) < SHORTEST;
                !is_near || other.next == one.next || rivals.cmp(one, other).is_lt()
            });
            let best: Vec<_> = places.iter().filter(is_best).map(|place| place.next).collect();
            let cuts: Vec<_> = sections(&text)[1..].iter().map(|section| section.start).collect();
            prop_assert_eq!(cuts, if text.len() < LONG { Vec::new() } else { best });
        }
    }
}
