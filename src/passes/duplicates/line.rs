//! One line: where it stands, what it begins with, and, once it is asked for,
//! how it looks.

use crate::passes::hashed;
use crate::text::folded::Folded;

/// A line that is not blank.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    /// In bytes of the text: where it begins, ends, and where the next begins.
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) next: u32,
    /// A hash of the first few folded characters; 0 if it has fewer.
    pub(super) head: u32,
    /// Another line has the same opening, or the line next to it the same head
    /// or end: it is worth being read.
    pub(super) met: bool,
    /// What reading all of it has shown.
    pub(super) print: Print,
    /// The rule for which it goes.
    pub(super) rule: Option<&'static str>,
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

/// How many folded characters make the head of a line: so few that they are
/// read of each line, and so many that few lines share them by chance.
pub(super) const HEAD_LEN: usize = 12;
/// How many folded characters make the end of a line.
const TAIL_LEN: usize = 6;
/// How many folded characters the opening of a line has.
const OPENING_LEN: u32 = 24;
/// So many words of a line are counted: more make no difference.
const MANY_WORDS: usize = 3;

impl Line {
    /// A line of the text; `None` if it is blank.
    pub(super) fn find(text: &str, line: &crate::text::Line<'_>) -> Option<Self> {
        let end = line.start + line.text.trim_end().len();
        let body = &text[line.start..end];
        if body.is_empty() {
            return None;
        }
        Some(Self {
            start: line.start as u32,
            end: end as u32,
            next: line.next as u32,
            head: head(body),
            met: false,
            print: Print::default(),
            rule: None,
        })
    }

    /// Reads all of the line.
    pub(super) fn read(&mut self, text: &str) {
        if self.print.len > 0 {
            return;
        }
        let mut print = Print::default();
        self.folded(text).for_each(|c| {
            print.hash = hashed::push(print.hash, u32::from(c));
            print.len += 1;
            if print.len == OPENING_LEN {
                print.opening = print.hash;
            }
        });
        self.print = print;
    }

    /// The characters that count.
    pub(super) fn folded<'a>(&self, text: &'a str) -> Folded<'a> {
        Folded::new(self.text(text))
    }

    pub(super) fn text<'a>(&self, text: &'a str) -> &'a str {
        &text[self.start as usize..self.end as usize]
    }

    /// How many bytes it has.
    pub(super) fn bytes(&self) -> u32 {
        self.end - self.start
    }

    /// Whether two lines begin or end alike, and are about as long.
    pub(super) fn meets(&self, text: &str, other: &Self) -> bool {
        let (less, more) = (self.bytes().min(other.bytes()), self.bytes().max(other.bytes()));
        if self.head == other.head {
            return self.head != 0 && more - less <= less / 4 + 16;
        }
        // Short lines that are damaged say too little to be compared.
        less >= 50
            && more - less <= less / 6 + 8
            && tail(self.text(text)).eq(tail(other.text(text)))
    }

    /// About how many characters it has: by its bytes, and by the script that it
    /// begins in.
    fn about_len(&self, text: &str) -> u32 {
        let width = match self.folded(text).next().map_or(0, u32::from) {
            0..0x300 => 1,
            0x300..0x800 => 2,
            _ => 3,
        };
        self.bytes() / width
    }

    /// Whether it is a sentence or more.
    pub(super) fn is_prose(&self, text: &str) -> bool {
        let len = self.about_len(text);
        len >= 120 || (len >= 48 && self.ends_in(text, ENDS))
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

    /// Whether it ends in one of these marks, but for closing quotes.
    fn ends_in(&self, text: &str, marks: &[char]) -> bool {
        self.text(text).trim_end_matches(CLOSING).ends_with(marks)
    }

    /// Whether it ends in a colon.
    pub(super) fn leads_in(&self, text: &str) -> bool {
        self.ends_in(text, &[':', '\u{ff1a}'])
    }

    pub(super) fn asks(&self, text: &str) -> bool {
        self.ends_in(text, &['?', '\u{ff1f}', '\u{61f}', ':'])
    }

    /// Whether it is a row of a table.
    pub(super) fn is_row(&self, text: &str) -> bool {
        let bytes = self.text(text).trim_start().as_bytes();
        let cells = memchr::memchr(b'\t', bytes).is_some();
        bytes.first() == Some(&b'|') || (cells && !(bytes.len() >= 48 && self.ends_in(text, ENDS)))
    }

    /// Whether it is a list item.
    pub(super) fn is_item(&self, text: &str) -> bool {
        let first = self.first(text);
        matches!(first, '-' | '*' | '+' | '\u{2022}' | '\u{b7}' | '\u{25cf}' | '\u{2013}')
            || first.is_numeric()
    }

    /// Whether it is a labelled field or a turn of a dialogue.
    pub(super) fn is_turn(&self, text: &str) -> bool {
        let bytes = self.text(text).trim_start().as_bytes();
        memchr::memchr(b':', &bytes[..bytes.len().min(32)]).is_some()
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

    /// A hash of the first [`OPENING_LEN`] folded characters, or of all of them.
    pub(super) fn opening(&self, text: &str) -> u64 {
        let folded = self.folded(text).take(OPENING_LEN as usize);
        folded.fold(0, |hash, c| hashed::push(hash, u32::from(c)))
    }

    /// The line without the mark that it is cut off; `None` if it has none.
    pub(super) fn uncut<'a>(&self, text: &'a str) -> Option<&'a str> {
        let line = self.text(text);
        let uncut = uncut(line);
        (uncut.len() < line.len()).then_some(uncut)
    }
}

const CLOSING: &[char] = &['"', '\'', ')', ']', '\u{201d}', '\u{2019}', '\u{bb}'];

const ENDS: &[char] =
    &['.', '!', '?', '\u{3002}', '\u{ff01}', '\u{ff1f}', '\u{61f}', '\u{964}', '\u{6d4}', ':'];

/// What the bytes of ASCII fold to; 0 for all that are no letters or digits.
const LOWER: [u8; 128] = {
    let mut table = [0; 128];
    let mut b = 0;
    while b < 128 {
        if (b as u8).is_ascii_alphanumeric() {
            table[b] = (b as u8).to_ascii_lowercase();
        }
        b += 1;
    }
    table
};

/// A hash of the first [`HEAD_LEN`] folded characters; 0 if there are fewer.
fn head(line: &str) -> u32 {
    let bytes = line.as_bytes();
    let mut folded = [0; HEAD_LEN];
    let (mut len, mut at) = (0, 0);
    // ASCII is most of it: no branch depends on what stands there.
    while len < HEAD_LEN && bytes.get(at).is_some_and(u8::is_ascii) {
        folded[len] = LOWER[usize::from(bytes[at])];
        len += usize::from(folded[len] != 0);
        at += 1;
    }
    if len < HEAD_LEN {
        let mut rest = Folded::new(&line[at..]);
        for place in &mut folded[len..] {
            let Some(code) = rest.next().map(u32::from) else { return 0 };
            // The same for the same character; ASCII stays as it is.
            *place = (code ^ (code >> 8)) as u8;
        }
    }
    let hash = hashed::of(&folded);
    ((hash >> 32) as u32).max(1)
}

/// The last few letters and digits, from the end.
fn tail(line: &str) -> impl Iterator<Item = char> {
    let letters = line.chars().rev().filter(|c| c.is_alphanumeric());
    letters.take(TAIL_LEN).map(|c| c.to_lowercase().next().unwrap_or(c))
}

/// A line without the ellipsis and the link that show it is cut off.
fn uncut(line: &str) -> &str {
    let body = line.trim_end_matches(is_edge);
    if !body.ends_with(char::is_alphabetic) {
        let without = undotted(body);
        return if without.len() < body.len() { without } else { line };
    }
    // A link needs an ellipsis before it, but for those that say it all.
    for (link, alone) in LINKS {
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
