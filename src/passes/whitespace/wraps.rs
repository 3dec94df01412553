//! Lines that were broken to fit a width, and words that were broken with
//! them.

use std::cell::OnceCell;
use std::ops::{Range, RangeInclusive};

use super::{is_blank, layout};
use crate::buffers::Lent;
use crate::hashed::{self, ByHash};
use crate::text::Line;
use crate::text::lanes::{self, BLOCK};
use crate::{Document, lexicon};

/// How two lines become one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    /// With a space between them.
    Space,
    /// As they are: behind the hyphen of a compound.
    Hyphen,
    /// Without the hyphen that broke a word.
    Word,
}

/// The width to which all lines of a text were filled.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wraps {
    width: usize,
}

/// No text is wrapped to a greater width, in characters.
const MAX_WIDTH: usize = 100;
/// Nor to a smaller one.
const MIN_WIDTH: usize = 40;
/// Fewer pairs of lines do not show a width.
pub(super) const MIN_PAIRS: usize = 8;

impl Wraps {
    /// The width of the text, if it is plainly hard-wrapped.
    ///
    /// A paragraph that was filled to a width shows it: no line has room for
    /// the first word of the next. Lines that are items, verse or code have.
    pub(super) fn of(doc: &Document<'_>) -> Option<Self> {
        let width = width(doc)?;
        let (mut pairs, mut full, mut ends, mut goes_on) = (0, 0, 0, 0);
        let mut lines = doc.lines();
        let mut line = lines.next()?;
        for next in lines {
            if !line.is_blank() && !next.is_blank() {
                pairs += 1;
                full += usize::from(is_full(&line, &next, width));
                let last = line.text().trim_end().trim_end_matches(['"', '”', '’', ')']);
                ends += usize::from(last.ends_with(['.', '!', '?', ':']));
                goes_on += usize::from(next.text().trim_start().starts_with(char::is_lowercase));
            }
            line = next;
        }
        let plainly = pairs >= MIN_PAIRS
            && full * 100 >= pairs * 85
            && ends * 100 <= pairs * 35
            && goes_on * 100 >= pairs * 40;
        plainly.then_some(Self { width })
    }
}

/// The length that all lines but a few keep, if it can be a width to which a
/// text was wrapped.
fn width(doc: &Document<'_>) -> Option<usize> {
    let mut lengths = [0_usize; MAX_WIDTH + 1];
    let (mut lines, mut long) = (0, 0);
    for line in doc.lines() {
        let bytes = line.text().len();
        // No character takes more than four bytes.
        if bytes > MAX_WIDTH && (bytes > 4 * MAX_WIDTH || length(line.text()) > MAX_WIDTH) {
            long += 1;
        } else if bytes > 0 {
            lengths[length(line.text())] += 1;
            lines += 1;
        }
        // A few addresses and the like may be longer.
        if long > 2 + lines / 20 {
            return None;
        }
    }
    let mut over: usize = lines / 50;
    let width = (MIN_WIDTH..=MAX_WIDTH).rev().find(|&w| match over.checked_sub(lengths[w]) {
        Some(rest) => {
            over = rest;
            false
        }
        None => true,
    });
    width.filter(|_| lines > MIN_PAIRS)
}

fn length(line: &str) -> usize {
    if line.is_ascii() { line.len() } else { line.chars().count() }
}

/// Whether the first word of the next line did not fit into this one.
fn is_full(line: &Line<'_>, next: &Line<'_>, width: usize) -> bool {
    let first = next.text().split_whitespace().next().map_or(0, str::len);
    line.text().len() <= 4 * MAX_WIDTH && length(line.text().trim_end()) + 1 + first > width
}

/// How a line and the next that is not blank become one, if they do.
pub(super) fn joint<'a>(
    doc: &Document<'a>,
    wraps: Option<Wraps>,
    line: &Line<'_>,
    next: &Line<'_>,
    elsewhere: &Elsewhere<'a>,
) -> Option<Joint> {
    if line.next_start() != next.start() {
        return None;
    }
    let above = line.text().trim_end();
    let below = next.text().trim_start_matches(is_blank);
    let is_broken_word = match Broken::of(doc, above, below) {
        Broken::Not => false,
        Broken::Known => true,
        Broken::Unknown(.., word) => elsewhere.has(doc, word),
    };
    if is_broken_word {
        return Some(Joint::Word);
    }
    wraps.filter(|w| is_full(line, next, w.width))?;
    let starts = below.starts_with(|c: char| c.is_alphanumeric() || "\"'“‘«(".contains(c));
    // Code, verse and the items of lists are indented.
    let indented = |text: &str| text.starts_with(is_blank);
    if !starts
        || is_item(below)
        || indented(next.text())
        || indented(line.text())
        || layout::is_code(line.text())
        || layout::is_code(next.text())
    {
        return None;
    }
    let head = above.strip_suffix(['-', '–', '—']);
    Some(match head {
        Some(head) if head.ends_with(|c: char| c.is_alphanumeric() || c == '-') => Joint::Hyphen,
        _ => Joint::Space,
    })
}

/// `1.`, `a)`, `(3)`
fn is_item(text: &str) -> bool {
    let word = text.split_whitespace().next().unwrap_or(text);
    let sign = word.trim_start_matches('(').trim_end_matches(['.', ')']);
    sign.len() < word.len()
        && (sign.bytes().all(|b| b.is_ascii_digit()) || sign.len() == 1)
        && word.ends_with(['.', ')'])
}

/// `long-term` is also known without its hyphen, but `outside` is common.
const COMMON: u8 = 20;
/// How many bytes a part of a word has.
const PART: RangeInclusive<usize> = 2..=40;

/// Stands for the lengths of all that is longer than two parts.
const LONGER: usize = 2 * *PART.end() + 1;

/// What a hyphen at the end of a line may break.
#[derive(Debug, PartialEq)]
enum Broken {
    /// No word.
    Not,
    /// A word of the lexicon.
    Known,
    /// What may be a word: its first byte, its length, and its hash.
    Unknown(u8, usize, u64),
}

impl Broken {
    /// What is broken between the end of a line and the start of the next.
    fn of(doc: &Document<'_>, above: &str, below: &str) -> Self {
        let Some(head) = above.strip_suffix('-') else { return Self::Not };
        let left = &head[head.len() - letters(head.chars().rev())..];
        let right = &below[..letters(below.chars())];
        let before = head[..head.len() - left.len()].chars().next_back();
        if !PART.contains(&left.len())
            || !PART.contains(&right.len())
            || !right.starts_with(char::is_lowercase)
            || left.chars().skip(1).any(char::is_uppercase)
            || before.is_some_and(|c| !c.is_whitespace() && !"\"'“‘«(".contains(c))
            || below[right.len()..].starts_with(is_of_word)
        {
            return Self::Not;
        }
        let mut word = doc.lend::<String>();
        word.push_str(left);
        word.push_str(right);
        let whole = lexicon::get(&word);
        let is_compound = lexicon::get(left).is_known() && lexicon::get(right).is_known();
        match (whole.is_known(), is_compound) {
            (true, true) if whole.frequency() < COMMON => Self::Not,
            (true, _) => Self::Known,
            (false, true) => Self::Not,
            (false, false) => {
                Self::Unknown(left.as_bytes()[0], word.len(), hashed::of(word.as_bytes()))
            }
        }
    }
}

/// Whether no word ends before the character.
fn is_of_word(c: char) -> bool {
    match c {
        // The signs and letters of most texts, without a look at a table.
        '\u{300}'..='\u{344}' | '\u{2010}'..='\u{205e}' | '\u{20a0}'..='\u{20cf}' => false,
        '\u{3001}'..='\u{3003}' | '\u{1f300}'..='\u{1faff}' => false,
        '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{24f}' => true,
        '\u{400}'..='\u{481}' | '\u{4e00}'..='\u{9fff}' => true,
        c => c.is_alphanumeric() || c == '-',
    }
}

/// Calls `take` with the pieces of a text between characters of ASCII that are none
/// of a word: with all words, and more where others part them.
fn each_piece(text: &[u8], mut take: impl FnMut(Range<usize>)) {
    let mut padded = [0; BLOCK];
    // Where the piece begins whose end is still to come.
    let mut open = None;
    for block in (0..text.len()).step_by(BLOCK) {
        let window = lanes::window(&text[block..], b' ', &mut padded);
        let inside = lanes::bits(window, |[b]| {
            let letter = lanes::within(b | lanes::CASE_BIT, b'a', b'z');
            letter | lanes::within(b, b'0', b'9') | lanes::is(b, b'-') | b
        });
        let turns = inside ^ (inside << 1 | u64::from(open.is_some()));
        for at in lanes::each(turns).map(|at| block + at) {
            match open.take() {
                Some(start) => take(start..at),
                None => open = Some(at),
            }
        }
    }
    if let Some(start) = open {
        take(start..text.len());
    }
}

/// How many bytes of letters the text begins with, up to a bound.
fn letters(text: impl Iterator<Item = char>) -> usize {
    text.take(PART.end() + 1).take_while(|c| c.is_alphabetic()).map(char::len_utf8).sum()
}

/// Which of the unknown words that are broken at the ends of lines stand
/// elsewhere in the text, with nothing of a word beside them. All are looked for
/// at once, when one is asked for, by their hashes: what is made to have that of
/// another joins the two halves of a word, no more.
#[derive(Default)]
pub(super) struct Elsewhere<'a>(OnceCell<Lent<'a, ByHash<bool>>>);

impl<'a> Elsewhere<'a> {
    fn has(&self, doc: &Document<'a>, word: u64) -> bool {
        self.0.get_or_init(|| Self::find(doc)).get(&word) == Some(&true)
    }

    fn find(doc: &Document<'a>) -> Lent<'a, ByHash<bool>> {
        let mut words = doc.lend::<ByHash<bool>>();
        // How long those are that begin with a byte, as bits.
        let mut lengths = [0_u128; 256];
        let mut lines = doc.lines().peekable();
        while let Some(line) = lines.next() {
            let Some(next) = lines.peek() else { break };
            let below = next.text().trim_start_matches(is_blank);
            let broken = Broken::of(doc, line.text().trim_end(), below);
            if let Broken::Unknown(first, len, word) = broken {
                lengths[usize::from(first)] |= 1 << len;
                words.insert(word, false);
            }
        }
        let mut note = |word: &[u8]| {
            if let Some(first) = word.first()
                && lengths[usize::from(*first)] >> word.len().min(LONGER) & 1 != 0
                && let Some(is_there) = words.get_mut(&hashed::of(word))
            {
                *is_there = true;
            }
        };
        let text = doc.text();
        each_piece(text.as_bytes(), |range| {
            let piece = &text.as_bytes()[range.clone()];
            note(piece);
            if piece.len() >= 2 * PART.start() && !piece.is_ascii() {
                text[range].split(|c| !is_of_word(c)).for_each(|word| note(word.as_bytes()));
            }
        });
        words
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;
    use crate::Buffers;

    /// Looks for one word.
    fn occurs(text: &str, word: &str) -> bool {
        let ends = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && c != '-');
        text.match_indices(word).any(|(at, _)| {
            ends(text[..at].chars().next_back()) && ends(text[at + word.len()..].chars().next())
        })
    }

    proptest! {
        #[test]
        fn all_words_are_found_at_once(parts in prop::collection::vec(select(&[
            "zqo-\nrik", "zqorik", "Zqo-  \n rik", "Zqorik", "été-\nzq", "étézq", "xx", "xx-\nxx",
            "xxxx", "-", " ", " ", "\n", ",", "”", "5", "日",
        ][..]), 1..40)) {
            let text = parts.concat();
            let buffers = Buffers::default();
            let doc = Document::new(&text, &buffers);
            let elsewhere = Elsewhere::default();
            let lines: Vec<_> = doc.lines().collect();
            for pair in lines.windows(2) {
                let (above, below) = (pair[0].text().trim_end(), pair[1].text().trim_start());
                if let Broken::Unknown(.., hash) = Broken::of(&doc, above, below) {
                    let head = above.trim_end_matches('-');
                    let left = &head[head.len() - letters(head.chars().rev())..];
                    let word = left.to_owned() + &below[..letters(below.chars())];
                    prop_assert_eq!(elsewhere.has(&doc, hash), occurs(&text, &word), "{} {}", text, word);
                }
            }
        }
    }

    #[test]
    fn characters_of_words_are_letters_and_digits() {
        for c in '\0'..=char::MAX {
            assert_eq!(is_of_word(c), c.is_alphanumeric() || c == '-', "{c:?}");
        }
    }

    #[test]
    fn one_look_is_enough_for_many_words() {
        let letter = |n: u8| char::from(b'a' + n % 20);
        let words = (0..200)
            .map(|n| ["zq", "xj"].map(|part| format!("{part}{}{}", letter(n), letter(n / 20))));
        let (broken, whole): (Vec<_>, Vec<_>) =
            words.map(|[a, b]| (format!("{a}-\n{b} "), format!("{a}{b} "))).unzip();
        let (broken, whole) = (broken.concat(), whole.concat());
        let clean = crate::Pass::clean(&super::super::Whitespace::default(), &(broken + &whole))
            .into_owned();
        assert_eq!(clean, [whole.as_str(), whole.trim_end()].concat());
    }
}
