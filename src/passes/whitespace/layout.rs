//! Whether white space in a line is meant: tables, code, drawings, verse.

use std::cell::OnceCell;

use super::{is_blank, runs};
use crate::Document;
use crate::text::Line;
use crate::text::lanes::{self, BLOCK, CASE_BIT, Lanes, at_least, is, within};
use crate::text::language::{is_english_function_word, is_foreign_function_word};

/// What is known of the layout of a text, found out on demand.
pub(super) struct Layout<'d, 'a> {
    doc: &'d Document<'a>,
    two_spaces: OnceCell<bool>,
}

/// A line that is longer is a paragraph, in characters.
const PARAGRAPH: usize = 100;
/// Words that a line of prose has at least for each run of spaces in it.
const WORDS_A_RUN: usize = 7;
/// A run that is wider places what follows it, in characters.
const WIDE: usize = 4;
/// A line of so many words can be a sentence.
const SENTENCE: usize = 8;
/// So many gaps of two spaces after a sentence do not happen by accident.
const HABIT: usize = 3;
/// Words that a line of prose has at least for each tab in it.
const WORDS_A_TAB: usize = 6;

/// Whether the runs of a line are there to place its parts.
pub(super) fn is_laid_out(
    before: Option<&Line<'_>>,
    line: &Line<'_>,
    after: Option<&Line<'_>>,
) -> bool {
    let (text, shape) = (line.text(), Shape::of(line.text()));
    if shape.is_code() || shape.is_drawing() || shape.tabs * WORDS_A_TAB > shape.words {
        return true;
    }
    // An option and what it does, in two columns.
    if shape.indent > 1 && shape.widest > WIDE {
        return true;
    }
    let short = text.len() < PARAGRAPH;
    let is_wide = shape.widest > WIDE && shape.words < SENTENCE;
    if short && shape.runs > 0 && (is_wide || shape.indent > 1) {
        return true;
    }
    if shape.runs > 1 && shape.is_sparse() {
        return true;
    }
    // A line of few words may be a row: its neighbours tell.
    let above = before.filter(|above| above.next_start() == line.start());
    let below = after.filter(|below| line.next_start() == below.start());
    let mut near = [above, below].into_iter().flatten().map(Line::text);
    if shape.tabs == 1 && is_entry(text) && near.clone().any(is_entry) {
        return true;
    }
    let column = |text: &str, shape: &Shape| text[..shape.first_run].chars().count();
    let is_row = |near: &str| {
        let other = Shape::of(near);
        let is_below = || column(near, &other) == column(text, &shape);
        other.runs > 0 && (other.is_sparse() || is_below())
    };
    // Values behind labels: `Author: Ida` above `Date:   Tue`.
    let is_labelled = |near: &str| {
        let value = value_column(text).filter(|&column| column == shape.first_run);
        value.is_some() && value_column(near) == value
    };
    short && shape.runs > 0 && near.any(|near| is_row(near) || is_labelled(near))
}

impl<'d, 'a> Layout<'d, 'a> {
    pub(super) fn new(doc: &'d Document<'a>) -> Self {
        Self { doc, two_spaces: OnceCell::new() }
    }

    /// Whether the indentation of a line means nothing: a single blank before
    /// prose that the lines beside it do not have.
    pub(super) fn is_stray_indent(
        &self,
        before: Option<&Line<'a>>,
        line: &Line<'a>,
        after: Option<&Line<'a>>,
        indent: usize,
    ) -> bool {
        let (blanks, body) = line.text().split_at(indent);
        let shape = Shape::of(body);
        let starts = body.starts_with(|c: char| c.is_alphanumeric() || "\"'“‘«(¿¡".contains(c));
        let alone = [before, after].into_iter().flatten().all(|l| !l.text().starts_with(is_blank));
        let single = blanks.chars().nth(1).is_none() && blanks != "\t";
        let whole = before.is_none() && line.next_start() == self.doc.text().len();
        starts
            && alone
            && !shape.is_code()
            && !shape.is_drawing()
            && !body.contains('|')
            && (whole || (single && shape.words >= 3))
    }

    /// Whether sentences of the text have two spaces between them: a habit of
    /// its writer and no damage.
    pub(super) fn is_typed_with_two_spaces(&self) -> bool {
        *self.two_spaces.get_or_init(|| {
            let text = self.doc.text();
            let between_sentences = self.doc.survey().loose().iter().filter(|at| {
                let (before, gap) = text.as_bytes().split_at(**at as usize);
                // Only a mark or the end of a quote can end a sentence.
                matches!(gap, [b' ', b' ', behind, ..] if *behind != b' ')
                    && matches!(before, [.., b'.' | b'!' | b'?' | b'"' | b')' | 0x80..])
                    && runs::ends_in_stop(&text[..before.len()])
            });
            between_sentences.take(HABIT).count() == HABIT
        })
    }
}

/// Whether a tab parts the first word from what it means, as in a glossary. The first word
/// of a sentence, such as an article, has no meaning of its own.
fn is_entry(line: &str) -> bool {
    let head = line.find([' ', '\t']).filter(|&at| at > 0 && line.as_bytes()[at] == b'\t');
    head.is_some_and(|at| {
        let head = &line[..at];
        !is_english_function_word(head) && !is_foreign_function_word(head)
    })
}

/// Where the value stands in a line that begins with a label of one word.
fn value_column(line: &str) -> Option<usize> {
    let (label, rest) = line.split_once(':')?;
    let value = rest.trim_start_matches([' ', '\t']);
    let is_label =
        !label.is_empty() && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    (is_label && value.len() < rest.len()).then(|| line.len() - value.len())
}

/// Whether a line is of code.
pub(super) fn is_code(line: &str) -> bool {
    Shape::of(line).is_code()
}

/// What a line is made of.
#[derive(Debug, Default, PartialEq)]
struct Shape {
    words: usize,
    /// Runs of two or more blanks within the line.
    runs: usize,
    /// Where the first run ends, in bytes.
    first_run: usize,
    /// The width of the widest run, in characters.
    widest: usize,
    /// Blanks before the first word.
    indent: usize,
    tabs: usize,
    letters: usize,
    /// Characters that are neither letters, digits nor white space.
    marks: usize,
    /// Marks that code is full of and prose is not.
    code_marks: usize,
}

/// What a character counts as: a letter, a mark, a mark of code, in one sum.
/// No line is so long that one of the three runs into the next.
const LETTER: u64 = 1;
const MARK: u64 = 1 << 16;
const CODE_MARK: u64 = MARK | 1 << 32;
/// White space within a line.
const BLANK: u64 = u64::MAX;
const _: () = assert!(MAX_LOOK < 1 << 16);

static ASCII: [u64; 0x80] = {
    let mut counts = [0; 0x80];
    let mut b = 0;
    while b < 0x80 {
        counts[b] = match b as u8 {
            b' ' | b'\t' => BLANK,
            b'a'..=b'z' | b'A'..=b'Z' => LETTER,
            b'0'..=b'9' => 0,
            b'{' | b'}' | b'=' | b';' | b'<' | b'>' | b'|' | b'\\' | b'_' | b'$' | b'#' | b'+'
            | b'*' | b'/' | b'`' | b'~' | b'^' | b'@' => CODE_MARK,
            _ => MARK,
        };
        b += 1;
    }
    counts
};

#[inline]
fn count(c: char) -> u64 {
    match ASCII.get(c as usize) {
        Some(&count) => count,
        None if is_blank(c) || c == '\u{3000}' => BLANK,
        // The marks of most texts, without a look at a table.
        None if matches!(c, '\u{200b}'..='\u{206f}' | '\u{20a0}'..='\u{20cf}') => MARK,
        None if matches!(c, '\u{3001}'..='\u{3003}' | '\u{1f300}'..='\u{1faff}') => MARK,
        None if is_letter(c) => LETTER,
        None => u64::from(!c.is_alphanumeric()) * MARK,
    }
}

/// As good as [`char::is_alphabetic`] for telling prose from drawings: of the
/// characters outside ASCII, those in no block of signs.
fn is_letter(c: char) -> bool {
    match c {
        '\u{c0}'..='\u{1fff}' | '\u{2c00}'..='\u{2dff}' | '\u{3040}'..='\u{d7ff}' => true,
        _ => c.is_alphabetic(),
    }
}

/// A line is judged by no more than this many characters.
const MAX_LOOK: usize = 4096;

impl Shape {
    fn of(line: &str) -> Self {
        Self::by_blocks(line).unwrap_or_else(|| Self::by_characters(line))
    }

    /// Whether it has more runs than prose of so many words has.
    fn is_sparse(&self) -> bool {
        self.runs > 0 && self.words < WORDS_A_RUN * self.runs
    }

    /// Reads many bytes at a time; gives up on long lines and on blanks outside
    /// ASCII.
    fn by_blocks(line: &str) -> Option<Self> {
        let is_space = |c| matches!(c, ' ' | '\t');
        let start = line.len() - line.trim_start_matches(is_space).len();
        let body = line[start..].trim_end_matches(is_space).as_bytes();
        if line.len() > MAX_LOOK {
            return None;
        }
        let mut shape = Self::default();
        if !body.is_empty() {
            shape.indent = start;
        }
        // What stands before the block is blank.
        let mut before = u64::MAX;
        let mut padded = [0; BLOCK];
        for at in (0..body.len()).step_by(BLOCK) {
            let block = lanes::window(&body[at..], b' ', &mut padded);
            let bits = |test: fn(Lanes) -> Lanes| lanes::bits(block, |[b]| test(b));
            let (high, tabs) = (bits(|b| b), bits(|b| is(b, b'\t')));
            let blank = bits(|b| is(b, b' ')) | tabs;
            let letters = bits(|b| within(b | CASE_BIT, b'a', b'z'));
            let others = blank | high | bits(|b| within(b, b'0', b'9'));
            let marks = !(letters | others);
            shape.letters += letters.count_ones() as usize;
            shape.marks += marks.count_ones() as usize;
            // Most marks of prose are commas, hyphens and stops.
            for i in lanes::each(marks & !bits(|b| within(b, b',', b'.'))) {
                shape.code_marks += usize::from(ASCII[usize::from(block[i])] == CODE_MARK);
            }
            if tabs != 0 {
                shape.tabs += tabs.count_ones() as usize;
            }
            if high != 0 {
                for i in lanes::each(bits(|b| at_least(b, 0xC0))) {
                    match count(line[start + at + i..].chars().next()?) {
                        BLANK => return None,
                        one => {
                            shape.letters += usize::from(one == LETTER);
                            shape.marks += usize::from(one == MARK);
                        }
                    }
                }
            }
            let words = !blank & (blank << 1 | before >> (BLOCK - 1));
            shape.words += words.count_ones() as usize;
            let behind_two = words & (blank << 2 | before >> (BLOCK - 2));
            for end in lanes::each(behind_two).map(|i| at + i).filter(|end| *end > 0) {
                let is_blank = |b: &&u8| is_space(char::from(**b));
                let blanks = body[..end].iter().rev().take_while(is_blank).count();
                shape.add_run(blanks, start + end);
            }
            before = blank;
        }
        Some(shape)
    }

    /// Reads one character after the other.
    fn by_characters(line: &str) -> Self {
        let mut shape = Self::default();
        let (mut blanks, mut tabs) = (0, 0);
        let mut inside = false;
        let mut counts = 0;
        for (at, c) in line.char_indices().take(MAX_LOOK) {
            let one = count(c);
            if one == BLANK {
                blanks += 1;
                tabs += usize::from(c == '\t');
                continue;
            }
            counts += one;
            if !inside {
                inside = true;
                shape.words = 1;
                shape.indent = blanks;
            } else if blanks > 0 {
                shape.words += 1;
                shape.tabs += tabs;
                if blanks > 1 {
                    shape.add_run(blanks, at);
                }
            }
            (blanks, tabs) = (0, 0);
        }
        let part = |of: u64| (counts / of % (1 << 16)) as usize;
        (shape.letters, shape.marks) = (part(LETTER), part(MARK));
        shape.code_marks = (counts >> 32) as usize;
        shape
    }

    /// Adds a run of blanks before what stands at `end`.
    fn add_run(&mut self, blanks: usize, end: usize) {
        self.runs += 1;
        self.widest = self.widest.max(blanks);
        if self.runs == 1 {
            self.first_run = end;
        }
    }

    /// Code has such marks at every few words.
    fn is_code(&self) -> bool {
        self.code_marks * 4 > self.words + 4
    }

    /// Drawings, rules and rows of numbers have few letters.
    fn is_drawing(&self) -> bool {
        self.letters < 2 * self.marks
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Whether a text has the habit, by a search through all of it.
    fn has_habit(text: &str) -> bool {
        let is_between = |(at, gap): &(usize, &str)| {
            let behind = text[at + gap.len()..].chars().next();
            runs::ends_in_stop(&text[..*at]) && behind.is_some_and(|c| c != ' ')
        };
        text.match_indices("  ").filter(is_between).count() >= HABIT
    }

    proptest! {
        #[test]
        fn two_spaces_between_sentences_are_found_among_loose_white_space(
            parts in prop::collection::vec(
                prop::sample::select(&["a", ".", "!", ".”", ".)", "é", " ", "  ", ".  A", "\n", "\t"][..]),
                0..60,
            ),
        ) {
            let text = parts.concat();
            let buffers = crate::Buffers::default();
            let doc = Document::new(&text, &buffers);
            let habit = Layout::new(&doc).is_typed_with_two_spaces();
            prop_assert_eq!(habit, has_habit(&text), "{:?}", text);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn blocks_have_the_shape_of_their_characters(
            parts in prop::collection::vec(prop_oneof![
                4 => "[a-zA-Z0-9]{1,12}",
                4 => prop::sample::select(&[" ", " ", "  ", "\t", " \t ", "   "][..]).prop_map(str::to_owned),
                2 => "[ -~]{1,3}",
                1 => "[à“”’—\u{a0}\u{2009}\u{3000}中я²\r\u{7f}]{1,2}",
            ], 0..60),
        ) {
            let line = parts.concat();
            if let Some(shape) = Shape::by_blocks(&line) {
                prop_assert_eq!(shape, Shape::by_characters(&line));
            }
        }
    }

    #[test]
    fn marks_are_told_without_a_table_as_by_it() {
        for c in ('\u{80}'..=char::MAX).filter(|&c| !is_blank(c) && c != '\u{3000}') {
            let slow = match is_letter(c) {
                true => LETTER,
                false => u64::from(!c.is_alphanumeric()) * MARK,
            };
            assert_eq!(count(c), slow, "{c:?}");
        }
    }

    #[test]
    fn prose_is_read_by_blocks() {
        assert!(Shape::by_blocks(&"“It was so,”  she said. ".repeat(20)).is_some());
    }
}
