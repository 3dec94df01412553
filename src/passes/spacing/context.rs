//! What stands around a place: prose or code, and what the document knows.

use std::cell::{Cell, OnceCell};
use std::ops::Range;

use crate::buffers::Lent;
use crate::data::abbreviations::{self, Follows};
use crate::hashed::{self, ByHash};
use crate::text::lanes::{self, BLOCK, Lanes, within};
use crate::text::{Kind, Word, marked_code};
use crate::{Document, Language};

use super::stops::Stops;

/// A document, with what places ask about it found out on demand.
pub(super) struct Context<'d, 'a> {
    doc: &'d Document<'a>,
    words: &'d [Word],
    /// Hashes of the words that stand alone, and how many are looked for among all
    /// words before these are listed.
    alone: OnceCell<Lent<'a, ByHash<()>>>,
    sweeps: Cell<u8>,
    stops: OnceCell<Option<Stops<'a>>>,
    technical: OnceCell<bool>,
    sets_marks_apart: OnceCell<bool>,
    has_stray_spaces: OnceCell<bool>,
    has_one_spaced_colon: OnceCell<bool>,
    /// Which line was last asked for as a row of a table, by its start, whose fields which mark
    /// parts, and whether it is one.
    row: Cell<Option<(usize, u8, bool)>>,
    /// What is marked as code.
    code: OnceCell<marked_code::Ranges<'a>>,
    /// How many more times all of the text may be searched, so that the time
    /// stays in proportion to it.
    searches: Cell<u8>,
}

const MAX_SEARCHES: u8 = 64;
const MAX_SWEEPS: u8 = 16;

/// How far code is looked for beside a place, in bytes.
const NEAR: usize = 100;
/// So many commas without a space are no accident.
const MANY_VALUES: usize = 4;

impl<'d, 'a> Context<'d, 'a> {
    pub(super) fn new(doc: &'d Document<'a>) -> Self {
        Self {
            doc,
            words: doc.words(),
            alone: OnceCell::new(),
            sweeps: Cell::new(MAX_SWEEPS),
            stops: OnceCell::new(),
            technical: OnceCell::new(),
            sets_marks_apart: OnceCell::new(),
            has_stray_spaces: OnceCell::new(),
            has_one_spaced_colon: OnceCell::new(),
            row: Cell::new(None),
            code: OnceCell::new(),
            searches: Cell::new(MAX_SEARCHES),
        }
    }

    pub(super) fn text(&self) -> &'a str {
        self.doc.text()
    }

    pub(super) fn words(&self) -> &'d [Word] {
        self.words
    }

    pub(super) fn language(&self) -> Language {
        self.doc.language()
    }

    /// What is near the place in its line: before it, and behind it.
    pub(super) fn near(&self, at: usize) -> (&'a [u8], &'a [u8]) {
        let bytes = self.text().as_bytes();
        let before = &bytes[at.saturating_sub(NEAR)..at];
        let after = &bytes[at..bytes.len().min(at + NEAR)];
        let start = memchr::memrchr(b'\n', before).map_or(0, |n| n + 1);
        let end = memchr::memchr(b'\n', after).unwrap_or(after.len());
        (&before[start..], &after[..end])
    }

    /// Whether the place is in a row of values: all marks near it, and many
    /// of them, have no space behind them, and few are between them.
    pub(super) fn is_row(&self, at: usize, mark: u8) -> bool {
        let (before, after) = self.near(at);
        let first = memchr::memchr(mark, before).unwrap_or(before.len());
        let last = memchr::memrchr(mark, after).map_or(0, |n| n + 1);
        let count = |b| count(&before[first..], b) + count(&after[..last], b);
        let spaced =
            |side: &[u8]| memchr::memchr_iter(b' ', side).any(|at| at > 0 && side[at - 1] == mark);
        let marks = count(mark);
        marks >= MANY_VALUES && 2 * count(b' ') <= marks && !spaced(before) && !spaced(after)
    }

    /// Whether the line that starts here is a row of a table, which is found out once for all
    /// the marks in it.
    pub(super) fn is_row_of_table(
        &self,
        start: usize,
        mark: u8,
        find: impl FnOnce() -> bool,
    ) -> bool {
        if let Some((_, _, is_row)) = self.row.get().filter(|row| (row.0, row.1) == (start, mark)) {
            return is_row;
        }
        let is_row = find();
        self.row.set(Some((start, mark, is_row)));
        is_row
    }

    /// Whether the place is in code or data: marks of code are near it, in
    /// its line. Those between backticks say nothing of what is beside them.
    pub(super) fn is_code(&self, at: usize) -> bool {
        let (before, after) = self.near(at);
        let signs = self.signs_of_code(at - before.len()..at)
            + self.signs_of_code(at..at + after.len())
            + usize::from(self.is_set_in(at));
        // A line that is one token has no room for prose.
        let starts_line = before.len() < NEAR.min(at);
        let is_token = !before.contains(&b' ') && !after.contains(&b' ') && starts_line;
        signs > 1 || (is_token && signs > 0)
    }

    /// Whether the line of the place is set in as code is.
    pub(super) fn is_set_in(&self, at: usize) -> bool {
        let (before, _) = self.near(at);
        before.starts_with(b"    ") || before.starts_with(b"\t")
    }

    /// How many signs of code are in the part, but for code that is marked.
    fn signs_of_code(&self, part: Range<usize>) -> usize {
        let bytes = self.text().as_bytes();
        if memchr::memchr(b'`', &bytes[part.clone()]).is_none() {
            return signs_of_code(&bytes[part]);
        }
        let code = self.code.get_or_init(|| marked_code::ranges(self.doc));
        let first = code.partition_point(|piece| piece.end <= part.start);
        let (mut from, mut signs) = (part.start, 0);
        for piece in code[first..].iter().take_while(|piece| piece.start < part.end) {
            signs += signs_of_code(&bytes[from..piece.start.max(from)]);
            from = piece.end.min(part.end);
        }
        signs + signs_of_code(&bytes[from..part.end])
    }

    /// Whether many words of the document are names in code or of files.
    pub(super) fn is_technical(&self) -> bool {
        *self.technical.get_or_init(|| {
            let is_code = |w: &&Word| matches!(w.kind(), Kind::Identifier | Kind::FileName);
            let code = self.words.iter().filter(is_code).count();
            code >= 3 && code * 80 > self.words.len()
        })
    }

    /// Whether the bytes of the range stand in the document again, maybe in
    /// another case: a name that is written so.
    pub(super) fn is_repeated(&self, range: Range<usize>) -> bool {
        self.count(range) > 1
    }

    /// How often the bytes of the range stand in the document, maybe in
    /// another case behind the first mark; no more than three times.
    pub(super) fn count(&self, range: Range<usize>) -> usize {
        const ENOUGH: usize = 3;
        let text = self.text();
        let token = &text[range.clone()];
        if token.len() > NEAR {
            return 0;
        }
        let bytes = text.as_bytes();
        // What is in the same case, up to the mark that is rarer than the word.
        let head = match token.char_indices().find(|(_, c)| !c.is_alphanumeric()) {
            None | Some((0, _)) => token,
            Some((at, mark)) => &token[..at + mark.len_utf8()],
        };
        let stops = self.stops.get_or_init(|| Stops::of(self.doc)).as_ref();
        if let Some(found) = stops.and_then(|s| s.find(bytes, token.as_bytes(), head.as_bytes())) {
            return found.take(ENOUGH).count();
        }
        let Some(left) = self.searches.get().checked_sub(1) else { return 0 };
        self.searches.set(left);
        let again = |at: &usize| {
            bytes[*at..]
                .get(..token.len())
                .is_some_and(|t| t.eq_ignore_ascii_case(token.as_bytes()))
        };
        memchr::memmem::find_iter(bytes, head).filter(again).take(ENOUGH).count()
    }

    /// Whether the word and the stop before it are used like the name of a property:
    /// `Place.Price, Time.Price and Offer.Price`. The title of a name is none.
    pub(super) fn is_property(&self, word: usize) -> bool {
        let Range { start, end } = self.words[word].range();
        !self.is_title(word) && self.count(start - 1..end) > 2
    }

    /// Whether the word is a title with a name behind it: `Dr. Hill`.
    fn is_title(&self, word: usize) -> bool {
        let (text, word) = (self.text(), &self.words[word]);
        let follows = word.text(text).strip_suffix('.').and_then(abbreviations::get);
        let behind = text[word.range().end..].strip_prefix(' ');
        follows == Some(Follows::Name) && behind.is_some_and(|t| t.starts_with(char::is_uppercase))
    }

    /// Whether commas and stops stand apart from their words in most of the
    /// document: it was cut into tokens, or its language has it so.
    pub(super) fn sets_marks_apart(&self) -> bool {
        *self.sets_marks_apart.get_or_init(|| {
            let bytes = self.text().as_bytes();
            let (mut all, mut apart) = (0, 0);
            for at in memchr::memchr2_iter(b',', b'.', bytes).filter(|at| self.ends(*at)) {
                all += 1;
                apart += usize::from(at > 0 && bytes[at - 1] == b' ');
            }
            apart > 1 && 2 * apart > all
        })
    }

    /// Whether commas and stops stand apart from their words in some places.
    pub(super) fn has_stray_spaces(&self) -> bool {
        const SOME: usize = 4;
        *self.has_stray_spaces.get_or_init(|| self.stray_marks().take(SOME).count() == SOME)
    }

    /// Whether exactly one colon of the document has a space on both sides.
    pub(super) fn has_one_spaced_colon(&self) -> bool {
        let count = || memchr::memmem::find_iter(self.text().as_bytes(), b" : ").take(2).count();
        *self.has_one_spaced_colon.get_or_init(|| count() == 1)
    }

    /// The commas and stops before white space that one space parts from what is
    /// before them in their line. Behind more white space, or at the start of a
    /// line, they are no marks of a word; so all of them are among the gaps.
    fn stray_marks(&self) -> impl Iterator<Item = usize> {
        let bytes = self.text().as_bytes();
        let gaps = self.doc.gaps().iter().map(|at| *at as usize);
        gaps.filter(move |&at| {
            matches!(bytes[at], b',' | b'.') && at > 0 && bytes[at - 1] == b' ' && self.ends(at)
        })
    }

    /// Whether white space follows the mark at `at`, or nothing.
    fn ends(&self, at: usize) -> bool {
        self.text().as_bytes().get(at + 1).is_none_or(u8::is_ascii_whitespace)
    }

    /// Whether the word stands somewhere in the document between white space,
    /// maybe with a mark behind it.
    pub(super) fn stands_alone(&self, word: &Word) -> bool {
        let text = self.text();
        let (bytes, asked) = (text.as_bytes(), word.text(text).as_bytes());
        // To list all words pays only if many are asked for.
        if let Some(left) = self.sweeps.get().checked_sub(1) {
            self.sweeps.set(left);
            let is_same = |w: &&Word| w.range().len() == asked.len() && bytes[w.range()] == *asked;
            return self.words.iter().filter(is_same).any(|w| is_alone(text, w));
        }
        let alone = self.alone.get_or_init(|| {
            let mut alone = self.doc.lend::<ByHash<()>>();
            let words = self.words.iter().filter(|w| is_alone(text, w));
            alone.extend(words.map(|w| (hashed::of(w.text(text).as_bytes()), ())));
            alone
        });
        alone.contains_key(&hashed::of(asked))
    }
}

/// How often the byte stands in what is [near](NEAR) a place: so few bytes cost least
/// without a search that has to find out which of its ways is the fastest.
fn count(near: &[u8], byte: u8) -> usize {
    usize::from(near.iter().fold(0_u8, |count, &b| count + u8::from(b == byte)))
}

const _: () = assert!(NEAR <= u8::MAX as usize);

/// The bytes of which each sign of code has one, and a few of those beside them.
#[inline(always)]
fn may_sign(b: Lanes) -> Lanes {
    within(b, b'"', b'(') | within(b, b':', b'>') | within(b, b'[', b'`') | within(b, b'{', b'}')
}

/// How many signs of code are in the bytes.
fn signs_of_code(bytes: &[u8]) -> usize {
    let (mut signs, mut last, mut padded) = (0, 0, [0; BLOCK]);
    for from in (0..bytes.len()).step_by(BLOCK) {
        let window = lanes::window(&bytes[from..], 0, &mut padded);
        let may = lanes::bits(window, |[b]| may_sign(b));
        // Pairs of which one byte or both may be of a sign, each by its second one.
        for at in lanes::each(may | may << 1 | last).map(|at| from + at) {
            if let Some([a, b]) = at.checked_sub(1).and_then(|before| bytes.get(before..=at)) {
                signs += weight(*a, *b);
            }
        }
        last = may >> (BLOCK - 1);
    }
    signs + usize::from(matches!(bytes.last(), Some(b'{' | b'}' | b';' | b'\\' | b'`')))
}

/// How many signs of code two bytes are.
fn weight(a: u8, b: u8) -> usize {
    match [a, b] {
        [b'{' | b'}' | b'\\' | b'`' | b'|', _] | [b'=' | b'-', b'>'] | [b':', b':'] => 1,
        // `:=`
        [b':', b'='] => 2,
        [b'=', b'='] | [b'!', b'='] | [b'&', b'&'] | [b'<', b'/'] | [b'/', b'>'] => 1,
        [b'(', b')' | b'"' | b'\'']
        | [b'"' | b'\'', b':']
        | [b':', b'"' | b'\'']
        | [b'$', b'a'..=b'z' | b'{' | b' '] => 1,
        [b'=', b'a'..=b'z' | b'A'..=b'Z' | b'"' | b'\''] | [b' ', b'='] => 1,
        [b'[', b'"' | b'\'' | b' ']
        | [b' ', b']']
        | [b'_', b'a'..=b'z']
        | [b'>', b'>']
        | [b'[', b']'] => 1,
        _ => 0,
    }
}

fn is_alone(text: &str, word: &Word) -> bool {
    let bytes = text.as_bytes();
    let range = word.range();
    let starts = range.start == 0 || bytes[range.start - 1].is_ascii_whitespace();
    let is_space = |at: usize| bytes.get(at).is_none_or(u8::is_ascii_whitespace);
    let ends = is_space(range.end)
        || (matches!(bytes[range.end], b',' | b'.' | b';' | b':' | b'!' | b'?')
            && is_space(range.end + 1));
    starts && ends
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;
    use crate::Buffers;

    const PARTS: &[&str] = &[
        " ,", " .", " , ", " . ", " ", "  ", ",", ".", "the", "The", "été", "日", "\n", "\t",
        "\u{a0}", "\u{2003}", "\u{b}", "\"", "”", ")", "’", "…", "5", "U.S.",
    ];

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn all_stray_marks_are_among_the_gaps(parts in prop::collection::vec(select(PARTS), 0..60)) {
            let text = parts.concat();
            let is_stray = |at: &usize| {
                let (before, rest) = text.split_at(*at);
                let word = before.strip_suffix(' ');
                word.is_some_and(|word| word.ends_with(|c: char| !c.is_whitespace()))
                    && rest.starts_with([',', '.'])
                    && rest[1..].bytes().next().is_none_or(|b| b.is_ascii_whitespace())
            };
            let stray = text.char_indices().map(|(at, _)| at).filter(is_stray);
            let buffers = Buffers::default();
            let doc = Document::new(&text, &buffers);
            prop_assert!(Context::new(&doc).stray_marks().eq(stray), "{:?}", text);
        }
    }

    proptest! {
        #[test]
        fn words_that_stand_alone_are_found_in_sweeps_and_in_the_list(
            parts in prop::collection::vec(select(PARTS), 0..60),
        ) {
            let text = parts.concat();
            let buffers = Buffers::default();
            let doc = Document::new(&text, &buffers);
            let [sweeps, list] = [(); 2].map(|()| Context::new(&doc));
            list.sweeps.set(0);
            for word in doc.words() {
                sweeps.sweeps.set(1);
                let slow = doc.words().iter().any(|w| {
                    w.text(&text) == word.text(&text) && is_alone(&text, w)
                });
                prop_assert_eq!(sweeps.stands_alone(word), slow, "{:?}", text);
                prop_assert_eq!(list.stands_alone(word), slow, "{:?}", text);
            }
        }

        #[test]
        fn few_bytes_are_counted_one_by_one(near in "[a ,]{0,100}") {
            prop_assert_eq!(count(near.as_bytes(), b','), near.matches(',').count());
        }
    }

    #[test]
    fn names_with_stops_are_found_again_however_many_there_are() {
        let names: Vec<_> =
            ('A'..='Z').flat_map(|a| ('a'..='z').map(move |b| format!("Zug.{a}{b}"))).collect();
        let prose = " is here, where nobody has looked for it since the harbour was closed. ";
        let text = [names.join(prose), names.join(prose), "Ems.Zz".to_owned()].join(prose);
        let buffers = Buffers::default();
        let doc = Document::new(&text, &buffers);
        let context = Context::new(&doc);
        for name in &names {
            let at = text.find(name.as_str()).unwrap();
            assert!(context.is_repeated(at..at + name.len()), "{name}");
        }
        assert!(!context.is_repeated(text.len() - 6..text.len()));
    }

    #[test]
    fn every_pair_is_counted_once() {
        let slowly = |code: &[u8]| {
            let pairs = code.windows(2).map(|pair| weight(pair[0], pair[1]));
            let last = matches!(code.last(), Some(b'{' | b'}' | b';' | b'\\' | b'`'));
            pairs.sum::<usize>() + usize::from(last)
        };
        for (a, b) in (0..=255).flat_map(|a| (0..=255).map(move |b| (a, b))) {
            assert_eq!(signs_of_code(&[a, b]), slowly(&[a, b]), "{a} {b}");
        }
        for code in ["a == b", "f(\"x\")", "a[' ']->b::c", "x := {_a}", "$a = &&b;", ">>=<//>", ""]
        {
            for before in 0..2 * BLOCK {
                let code = "a".repeat(before) + code;
                assert_eq!(signs_of_code(code.as_bytes()), slowly(code.as_bytes()), "{code}");
            }
        }
    }
}
