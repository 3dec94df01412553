//! One line: where it stands, what it begins with, and, once it is asked for,
//! how it looks.

use std::ops::Deref;

use super::{Rule, shared};
use crate::hashed;
use crate::text::end_marks::is_end_mark;
use crate::text::folded::{Folded, counts};
use crate::text::{self, boundaries};

/// A line that is not blank, as far as it is known of all lines.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// In bytes of the text: where it begins, ends, and where the next begins.
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) next: u32,
    /// A hash of the first few folded characters; 0 if it has fewer.
    pub(super) head: u32,
    /// Another line has the same opening, or the line next to it the same head
    /// or end: it is worth being read.
    pub(super) met: bool,
}

/// A line of a text that has some which are worth being read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    place: Place,
    /// What reading all of it has shown.
    pub(super) print: Print,
    /// The rule for which it goes.
    pub(super) rule: Option<Rule>,
    /// It stands in a fenced block of code.
    pub(super) is_fenced: bool,
}

/// The folded characters of a line in short.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Print {
    /// How many there are.
    pub(super) len: u32,
    /// A hash of them.
    pub(super) hash: u64,
    /// A hash of the first [`OPENING_LEN`]; 0 if there are fewer.
    pub(super) opening: u64,
}

/// A print in the making: characters are hashed eight bytes at a time.
#[derive(Default)]
struct Reading {
    hash: u64,
    len: u32,
    /// Bytes that are not hashed yet: fewer than eight.
    pending: u64,
    waiting: usize,
}

impl Reading {
    /// Reads all of a text.
    fn of(line: &str) -> Self {
        let mut print = Self::default();
        fold(line, |block| {
            match block {
                Block::Ascii(bytes, count) => print.push(bytes, count, count),
                Block::Other(c) => print.push(u64::from(c), 3, 1),
            }
            true
        });
        print
    }

    /// Takes up to eight bytes, which stand for so many characters.
    #[inline]
    fn push(&mut self, bytes: u64, count: usize, chars: usize) {
        self.len += chars as u32;
        self.pending |= bytes << (8 * self.waiting);
        let taken = 8 - self.waiting;
        self.waiting += count;
        if self.waiting >= 8 {
            self.hash = hashed::push_eight(self.hash, self.pending);
            // Both shifts, as one by 64 bits is none.
            self.pending = bytes >> (4 * taken) >> (4 * taken);
            self.waiting -= 8;
        }
    }

    /// A hash of all characters.
    fn end(&self) -> u64 {
        hashed::push_eight(self.hash, self.pending)
    }
}

/// A hash of the folded characters of a text.
pub(super) fn key(text: &str) -> u64 {
    Reading::of(text).end()
}

/// How many folded characters make the head of a line: so few that they are
/// read of each line, and so many that few lines share them by chance.
const HEAD_LEN: usize = 12;
/// How many folded characters make the end of a line.
const TAIL_LEN: usize = 6;
/// How many folded characters the opening of a line has.
const OPENING_LEN: u32 = 24;
/// So many bytes that are not all ASCII are read one by one.
const OTHERS: usize = 12;
/// Room for an opening, what is read with it, and eight bytes at a time.
const START_ROOM: usize = OPENING_LEN as usize + OTHERS + 3 + 8;
/// List items of fewer folded characters may be alike: "- one egg".
const SHORT_ITEM: u32 = 30;
/// What stands in formulas and in code between letters.
const SIGNS: &[u8] = b"#$%&*+/<=>@\\^~";
/// So many words of a line are counted: more make no difference.
const MANY_WORDS: usize = 3;

impl Place {
    /// The place of a line that is not blank.
    fn of(line: &text::Line<'_>) -> Self {
        let text = match line.text().as_bytes().last() {
            Some(b'!'..=b'~') => line.text(),
            _ => line.text().trim_end(),
        };
        Self {
            start: line.start() as u32,
            end: (line.start() + text.len()) as u32,
            next: line.next_start() as u32,
            head: head(text),
            met: false,
        }
    }

    /// Finds the places of lines that are not blank, and marks those that meet the
    /// one next to them, while both are at hand; says whether any do.
    pub(super) fn find_all<'t>(
        text: &'t str,
        lines: impl Iterator<Item = text::Line<'t>>,
        places: &mut Vec<Self>,
    ) -> bool {
        let mut any = false;
        for line in lines {
            let mut place = Self::of(&line);
            if let Some(last) = places.last_mut()
                && last.meets(text, &place)
            {
                (last.met, place.met, any) = (true, true, true);
            }
            places.push(place);
        }
        any
    }

    pub(super) fn text<'a>(&self, text: &'a str) -> &'a str {
        &text[self.start as usize..self.end as usize]
    }

    /// How many bytes it has.
    pub(super) fn bytes(&self) -> u32 {
        self.end - self.start
    }

    /// Whether two lines begin or end alike, and are about as long.
    #[inline(always)]
    pub(super) fn meets(&self, text: &str, other: &Self) -> bool {
        let less = self.bytes().min(other.bytes());
        let more = self.bytes().abs_diff(other.bytes());
        if self.head == other.head {
            return self.head != 0 && more <= less / 4 + 16;
        }
        // Short lines that are damaged say too little to be compared.
        less >= 50 && more <= less / 6 + 8 && same_tail(self.text(text), other.text(text))
    }

    /// A hash of the first [`OPENING_LEN`] folded characters, or of all of them.
    pub(super) fn opening(&self, text: &str) -> u64 {
        let (folded, len) = start(self.text(text), OPENING_LEN as usize);
        hashed::of(&folded[..len])
    }
}

impl Deref for Line {
    type Target = Place;

    fn deref(&self) -> &Place {
        &self.place
    }
}

impl From<Place> for Line {
    fn from(place: Place) -> Self {
        Self { place, print: Print::default(), rule: None, is_fenced: false }
    }
}

impl Line {
    /// Reads all of the line.
    pub(super) fn read(&mut self, text: &str) {
        if self.print.len > 0 {
            return;
        }
        let print = Reading::of(self.text(text));
        let opening = if print.len < OPENING_LEN { 0 } else { self.opening(text) };
        self.print = Print { len: print.len, hash: print.end(), opening };
    }

    /// Takes it for a line of a fenced block: it is no copy, and has none.
    pub(super) fn fence(&mut self) {
        (self.place.head, self.place.met, self.is_fenced) = (0, false, true);
    }

    /// The characters that count.
    pub(super) fn folded<'a>(&self, text: &'a str) -> Folded<'a> {
        Folded::new(self.text(text))
    }

    /// Whether another line has the same folded characters.
    pub(super) fn says(&self, text: &str, other: &Self) -> bool {
        let (a, b) = (self.text(text), other.text(text));
        let (start, end) = shared::ends(a, b);
        let (a, b) = (&a[start..a.len() - end], &b[start..b.len() - end]);
        (a.is_empty() && b.is_empty()) || Folded::new(a).eq(Folded::new(b))
    }

    /// Whether two lines that were read are the same to the letter.
    pub(super) fn is_same(&self, text: &str, other: &Self) -> bool {
        self.head == other.head && self.print == other.print && self.says(text, other)
    }

    /// Whether two lines have signs of formulas and of code, and not the same: they tell
    /// apart what has the same letters.
    pub(super) fn differs_in_signs(&self, text: &str, other: &Self) -> bool {
        let signs = |line: &Self| line.text(text).bytes().filter(|b| SIGNS.contains(b));
        let (mut own, mut others) = (signs(self), signs(other));
        match (own.next(), others.next()) {
            (Some(a), Some(b)) => a != b || !own.eq(others),
            _ => false,
        }
    }

    /// About how many characters it has: by its bytes, and by the script that it
    /// begins in.
    fn about_len(&self, text: &str) -> u32 {
        let line = self.text(text);
        let first = line.bytes().position(|b| !b.is_ascii() || b.is_ascii_alphanumeric());
        let rest = &line[first.unwrap_or(line.len())..];
        let width = match Folded::new(rest).next().map_or(0, u32::from) {
            0..0x300 => 1,
            0x300..0x800 => 2,
            _ => 3,
        };
        self.bytes() / width
    }

    /// Whether it is a sentence or more.
    pub(super) fn is_prose(&self, text: &str) -> bool {
        let len = self.about_len(text);
        len >= 120 || (len >= 48 && self.is_ended(text))
    }

    /// About how many characters of prose it has, and of all.
    pub(super) fn weight(&self, text: &str) -> (u64, u64) {
        let len = u64::from(self.about_len(text));
        (if self.is_prose(text) { len } else { 0 }, len)
    }

    /// How many words it has, up to three.
    pub(super) fn words(&self, text: &str) -> usize {
        self.text(text).split_ascii_whitespace().take(MANY_WORDS).count()
    }

    /// What it ends in, but for closing quotes.
    fn last(&self, text: &str) -> char {
        let is_closing =
            |c: &char| matches!(c, '"' | '\'' | ')' | ']' | '\u{201d}' | '\u{2019}' | '\u{bb}');
        self.text(text).chars().rev().find(|c| !is_closing(c)).unwrap_or(' ')
    }

    /// Whether it ends as sentences do.
    pub(super) fn is_ended(&self, text: &str) -> bool {
        let last = self.last(text);
        last == ':' || is_end_mark(last)
    }

    /// Whether it ends in a colon.
    pub(super) fn leads_in(&self, text: &str) -> bool {
        matches!(self.last(text), ':' | '\u{ff1a}')
    }

    /// Whether it ends in a comma, or as a verse of the Hebrew Bible does.
    pub(super) fn goes_on(&self, text: &str) -> bool {
        matches!(self.last(text), ',' | '\u{60c}' | '\u{5c3}')
    }

    pub(super) fn asks(&self, text: &str) -> bool {
        matches!(self.last(text), '?' | '\u{ff1f}' | '\u{61f}' | ':')
    }

    /// Whether it is a row of a table.
    pub(super) fn is_row(&self, text: &str) -> bool {
        let bytes = self.text(text).trim_start().as_bytes();
        let cells = memchr::memchr(b'\t', bytes).is_some();
        // Menus have spaces around them.
        let is_tight =
            |at: &usize| bytes[..*at].last() != Some(&b' ') && bytes.get(*at + 1) != Some(&b' ');
        let has_fields = || memchr::memchr_iter(b'|', bytes).filter(is_tight).nth(2).is_some();
        bytes.first() == Some(&b'|')
            || has_fields()
            || (cells && !(bytes.len() >= 48 && self.is_ended(text)))
    }

    /// Whether it is a list item.
    pub(super) fn is_item(&self, text: &str) -> bool {
        let first = self.first(text);
        matches!(first, '-' | '*' | '+' | '\u{2022}' | '\u{b7}' | '\u{25cf}' | '\u{2013}')
            || first.is_numeric()
            || is_lettered(self.text(text).trim_start())
    }

    /// Whether it is a list item by a mark that nothing else begins with: no year.
    pub(super) fn is_marked_item(&self, text: &str) -> bool {
        let line = self.text(text);
        let mark = line.split_ascii_whitespace().next().unwrap_or_default();
        self.is_item(text) && !mark.ends_with(|c: char| c.is_alphanumeric() || c == ',')
    }

    /// Whether it is a labelled field or a turn of a dialogue.
    pub(super) fn is_turn(&self, text: &str) -> bool {
        let bytes = self.text(text).trim_start().as_bytes();
        memchr::memchr(b':', &bytes[..bytes.len().min(32)]).is_some()
    }

    /// Whether most of its letters and digits are digits.
    pub(super) fn is_figures(&self, text: &str) -> bool {
        let (mut digits, mut all) = (0, 0);
        self.folded(text).for_each(|c| {
            digits += u32::from(c.is_numeric());
            all += 1;
        });
        digits * 2 >= all
    }

    /// Whether it is an entry of a list in which others say the same: a short
    /// item next to another one, a labelled field next to one.
    pub(super) fn lists(&self, text: &str, other: &Self) -> bool {
        let item = self.print.len < SHORT_ITEM && self.is_item(text) && other.is_item(text);
        item || (self.is_turn(text) && other.is_turn(text))
    }

    pub(super) fn is_quoted(&self, text: &str) -> bool {
        let quotes = ['"', '\u{201c}', '\u{ab}', '>', '\u{201e}', '\u{300c}', '\u{2018}'];
        quotes.contains(&self.first(text))
    }

    fn first(&self, text: &str) -> char {
        self.text(text).trim_start().chars().next().unwrap_or(' ')
    }

    /// Whether it may be a headline.
    pub(super) fn is_headline(&self, text: &str) -> bool {
        (14..=240).contains(&self.about_len(text)) && self.words(text) >= 2 && !self.is_row(text)
    }

    /// The line without the mark that it is cut off; `None` if it has none.
    pub(super) fn uncut<'a>(&self, text: &'a str) -> Option<&'a str> {
        let line = self.text(text);
        let uncut = uncut(line);
        (uncut.len() < line.len()).then_some(uncut)
    }
}

/// Whether a line begins with the letter of an item, or its number in brackets: `a.`,
/// `b)`, `(iv)`.
fn is_lettered(line: &str) -> bool {
    match line.as_bytes() {
        [b'(', rest @ ..] => {
            let len = rest.iter().take_while(|b| b.is_ascii_alphanumeric()).count();
            (1..=4).contains(&len) && rest[len..].starts_with(b") ")
        }
        [letter, mark, b' ', ..] => letter.is_ascii_lowercase() && matches!(mark, b'.' | b')'),
        _ => false,
    }
}

/// A hash of the first [`HEAD_LEN`] folded characters; 0 if there are fewer.
#[inline]
fn head(line: &str) -> u32 {
    // No character folds to more of them than it has bytes.
    if line.len() < HEAD_LEN {
        return 0;
    }
    match quick_head(line.as_bytes()) {
        Some((first, rest)) => head_of(first, rest),
        None => slow_head(line),
    }
}

/// The folded characters of a head, a byte for each, if they are in the first
/// 16 bytes and all those are ASCII.
#[inline]
fn quick_head(line: &[u8]) -> Option<(u64, u32)> {
    let (left, right) = (line.first_chunk()?, line.get(8..16)?);
    let (left, len) = fold_eight(*left)?;
    let (right, more) = fold_eight(*right.first_chunk()?)?;
    // The right ones close up; both shifts, as one by 64 bits is none.
    let behind = if len < 8 { right << (8 * len) } else { 0 };
    let over = right >> (4 * (8 - len)) >> (4 * (8 - len));
    (len + more >= HEAD_LEN).then_some((left | behind, over as u32))
}

/// The head of any line.
fn slow_head(line: &str) -> u32 {
    let (folded, len) = start(line, HEAD_LEN);
    if len < HEAD_LEN {
        return 0;
    }
    let [first, rest] = [0, 8].map(|at| hashed::first_bytes(&folded[at..HEAD_LEN.min(at + 8)]));
    head_of(first, rest as u32)
}

fn head_of(first: u64, rest: u32) -> u32 {
    let hash = hashed::push_eight(hashed::push_eight(0, first), u64::from(rest));
    ((hash >> 32) as u32).max(1)
}

/// The first few folded characters, a byte for each, and how many there are:
/// `most`, or all of them. Behind them stands what does not matter.
fn start(line: &str, most: usize) -> ([u8; START_ROOM], usize) {
    let mut folded = [0; START_ROOM];
    let mut len = 0;
    fold(line, |block| {
        let (bytes, count) = match block {
            Block::Ascii(bytes, count) => (bytes, count),
            // The same for the same character.
            Block::Other(c) => (u64::from((u32::from(c) ^ (u32::from(c) >> 8)) as u8), 1),
        };
        folded[len..len + 8].copy_from_slice(&bytes.to_le_bytes());
        len += count;
        len < most
    });
    (folded, len.min(most))
}

/// Some of the folded characters of a line.
enum Block {
    /// Bytes of ASCII, the first one lowest and zeros above, and how many.
    Ascii(u64, usize),
    /// One character.
    Other(char),
}

/// Gives the folded characters of a line to `take`, until that has enough; a
/// few more may come.
#[inline]
fn fold(line: &str, mut take: impl FnMut(Block) -> bool) {
    let bytes = line.as_bytes();
    let (mut at, mut more) = (0, true);
    while at < bytes.len() && more {
        let rest = &bytes[at..];
        let eight = rest.first_chunk().copied().unwrap_or_else(|| {
            let mut padded = [0; 8];
            padded[..rest.len()].copy_from_slice(rest);
            padded
        });
        if let Some((letters, count)) = fold_eight(eight) {
            at += 8;
            more = take(Block::Ascii(letters, count));
            continue;
        }
        let from = at;
        at = boundaries::ceil(line, at + OTHERS);
        Folded::new(&line[from..at]).for_each(|c| {
            let one = if c.is_ascii() { Block::Ascii(u64::from(c), 1) } else { Block::Other(c) };
            more = take(one);
        });
    }
}

/// What eight bytes fold to, with zeros behind, and how many that are; `None`
/// if they are not all ASCII.
#[inline]
fn fold_eight(eight: [u8; 8]) -> Option<(u64, usize)> {
    const fn all(byte: u8) -> u64 {
        u64::from_le_bytes([byte; 8])
    }
    let raw = u64::from_le_bytes(eight);
    if raw & all(0x80) != 0 {
        return None;
    }
    // The high bit of a byte is set from the first of the letters on, and
    // again behind the last; no sum leaves its byte.
    let mut lower = raw | all(0x20);
    let letters = (lower + all(0x80 - b'a')) & !(lower + all(0x7f - b'z'));
    let digits = (raw + all(0x80 - b'0')) & !(raw + all(0x7f - b'9'));
    let mut others = !(letters | digits) & all(0x80);
    let mut count = 8;
    // What does not count is closed up, the first of it first. Two times
    // without asking, as few texts have more.
    let mut close_up = || {
        count -= usize::from(others != 0);
        // The bits below the first byte; all if there is none.
        let below = ((others & others.wrapping_neg()) >> 7).wrapping_sub(1);
        lower = (lower & below) | (lower >> 8 & !below);
        others = (others & below) | (others >> 8 & !below);
        others != 0
    };
    close_up();
    while close_up() {}
    Some((lower, count))
}

/// Whether the last few letters and digits are the same.
fn same_tail(a: &str, b: &str) -> bool {
    let letters = |line| str::chars(line).rev().filter(|c| counts(*c)).take(TAIL_LEN);
    let lower = |c: char| c.to_lowercase().next().unwrap_or(c);
    letters(a).map(lower).eq(letters(b).map(lower))
}

/// A line without the ellipsis and the link that show it is cut off.
fn uncut(line: &str) -> &str {
    let body = line.trim_end_matches(is_edge);
    if !body.ends_with(char::is_alphabetic) {
        let without = undotted(body);
        return if without.len() < body.len() { without } else { line };
    }
    // A link needs an ellipsis before it, but for those that say it all.
    let last = body.as_bytes()[body.len() - 1].to_ascii_lowercase();
    for (link, alone) in LINKS {
        // Only ASCII has one byte for each letter in lower case.
        if last.is_ascii() && last != link.as_bytes()[link.len() - 1] {
            continue;
        }
        let Some(at) = body.len().checked_sub(link.len()) else { continue };
        let lower = |end: &str| end.chars().flat_map(char::to_lowercase).eq(link.chars());
        if body.get(at..).is_some_and(lower) {
            let before = body[..at].trim_end_matches(is_edge);
            let without = undotted(before);
            return if without.len() < before.len() || *alone { without } else { line };
        }
    }
    line
}

/// A line without the ellipsis at its end.
fn undotted(body: &str) -> &str {
    let without = body.trim_end_matches(['.', '\u{2026}', '[', ']', '(', ')', ' ']);
    let dots = &body[without.len()..];
    if dots.len() < 3 {
        return body;
    }
    if dots.contains('\u{2026}') || dots.contains("...") || dots.contains(". . .") {
        without
    } else {
        body
    }
}

/// Links to the rest, and whether they show without an ellipsis that a line
/// is cut off.
const LINKS: &[(&str, bool)] = &[
    ("read more", true),
    ("continue reading", true),
    ("read full article", true),
    ("read the full story", true),
    ("more", false),
    ("weiterlesen", true),
    ("mehr lesen", true),
    ("mehr", false),
    ("lire la suite", true),
    ("leer más", true),
    ("seguir leyendo", true),
    ("leggi tutto", true),
    ("leia mais", true),
    ("lees meer", true),
    ("czytaj więcej", true),
    ("читать далее", true),
    ("devamını oku", true),
];

fn is_edge(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{bb}' | '>' | '\u{203a}' | '\u{2192}' | '"' | '\u{201d}' | '|')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;

    const LETTERS: &[&str] = &[
        "a", "B", "The ", " of", "7", "ferry", "\u{e9}", "\u{130}", "\u{416}", "\u{5cf6}",
        "\u{1ea4}", "\u{201c}", ", ", "--", "\u{2026}", "\0", "[{`@", "\u{fb01}",
    ];

    fn line(text: &str) -> Line {
        lines(text)[0]
    }

    fn lines(text: &str) -> Vec<Line> {
        let lines = text::lines::lines(text).filter(|line| !line.is_blank());
        lines.map(|line| Place::of(&line).into()).collect()
    }

    /// What counts, one by one.
    fn letters(text: &str) -> Vec<char> {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(4_000) })]

        #[test]
        fn what_is_read_at_one_go_is_what_counts(
            parts in prop::collection::vec(select(LETTERS), 1..30),
            marks in prop::collection::vec(select(&["", "", "", "-", "\u{2019}", "  "][..]), 30),
            more in select(LETTERS),
        ) {
            let text = format!("x{}", parts.concat());
            // The same letters, with other marks around them.
            let other: String = parts.iter().zip(&marks).map(|(part, mark)| format!("{mark}{part}")).collect();
            let other = format!("\u{201e}X{other}");
            let (a, b) = (line(&text), line(&other));
            let all = letters(&text);
            prop_assert_eq!(&all, &letters(&other));
            prop_assert_eq!(a.head, b.head);
            prop_assert_eq!(a.head == 0, all.len() < HEAD_LEN);
            prop_assert_eq!(a.opening(&text), b.opening(&other));
            prop_assert_eq!(key(&text), key(&other));

            let longer = text.clone() + more;
            let same = letters(&longer) == all;
            prop_assert_eq!(key(&longer) == key(&text), same);
            let mut read = a;
            read.read(&text);
            prop_assert_eq!(read.print.len as usize, all.len());
            prop_assert_eq!(read.print.opening == 0, all.len() < OPENING_LEN as usize);

            let both = format!("{text}\n{longer}");
            let lines = lines(&both);
            prop_assert_eq!(lines[0].says(&both, &lines[1]), same);
        }

        #[test]
        fn a_line_ends_before_blanks(parts in prop::collection::vec(select(&["a", "b ", "\r", "\n", "\n", " ", "\u{a0}", "."][..]), 0..20)) {
            let text = parts.concat();
            let slow: Vec<_> = text::lines::lines(&text)
                .filter(|line| !line.is_blank())
                .map(|line| {
                    let end = line.start() + line.text().trim_end().len();
                    (line.start(), end, line.next_start())
                })
                .collect();
            let lines = lines(&text);
            let fast = lines.iter().map(|l| (l.start as usize, l.end as usize, l.next as usize));
            prop_assert_eq!(fast.collect::<Vec<_>>(), slow);
        }
    }
}
