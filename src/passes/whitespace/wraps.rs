//! Lines that were broken to fit a width, and words that were broken with
//! them.

use super::{is_blank, layout};
use crate::text::Line;
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
                let last = line.text.trim_end().trim_end_matches(['"', '”', '’', ')']);
                ends += usize::from(last.ends_with(['.', '!', '?', ':']));
                goes_on += usize::from(next.text.trim_start().starts_with(char::is_lowercase));
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
        let bytes = line.text.len();
        // No character takes more than four bytes.
        if bytes > MAX_WIDTH && (bytes > 4 * MAX_WIDTH || length(line.text) > MAX_WIDTH) {
            long += 1;
        } else if bytes > 0 {
            lengths[length(line.text)] += 1;
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
    let first = next.text.split_whitespace().next().map_or(0, str::len);
    line.text.len() <= 4 * MAX_WIDTH && length(line.text.trim_end()) + 1 + first > width
}

/// How a line and the next that is not blank become one, if they do.
///
/// `searches` says how many words may still be looked for in the text, so
/// that the time stays in proportion to it.
pub(super) fn joint(
    doc: &Document<'_>,
    wraps: Option<Wraps>,
    line: &Line<'_>,
    next: &Line<'_>,
    searches: &mut u8,
) -> Option<Joint> {
    if line.next != next.start {
        return None;
    }
    let above = line.text.trim_end();
    let below = next.text.trim_start_matches(is_blank);
    if is_broken_word(doc, above, below, searches) {
        return Some(Joint::Word);
    }
    wraps.filter(|w| is_full(line, next, w.width))?;
    let starts = below.starts_with(|c: char| c.is_alphanumeric() || "\"'“‘«(".contains(c));
    // Code, verse and the items of lists are indented.
    let indented = |text: &str| text.starts_with(is_blank);
    if !starts
        || is_item(below)
        || indented(next.text)
        || indented(line.text)
        || layout::is_code(line.text)
        || layout::is_code(next.text)
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

/// How many words are looked for in a text at most.
pub(super) const MAX_SEARCHES: u8 = 64;
/// `long-term` is also known without its hyphen, but `outside` is common.
const COMMON: u8 = 20;
/// A part of a word that is longer is no part of a word, in bytes.
const MAX_PART: usize = 40;

/// Whether a hyphen at the end of the upper line breaks a word that goes on
/// below, and the whole word is known.
fn is_broken_word(doc: &Document<'_>, above: &str, below: &str, searches: &mut u8) -> bool {
    let Some(head) = above.strip_suffix('-') else { return false };
    let left = &head[head.len() - letters(head.chars().rev())..];
    let right = &below[..letters(below.chars())];
    let before = head[..head.len() - left.len()].chars().next_back();
    let is_part = |part: &str| (2..=MAX_PART).contains(&part.len());
    if !is_part(left)
        || !is_part(right)
        || !right.starts_with(char::is_lowercase)
        || left.chars().skip(1).any(char::is_uppercase)
        || before.is_some_and(|c| !c.is_whitespace() && !"\"'“‘«(".contains(c))
        || below[right.len()..].starts_with(|c: char| c == '-' || c.is_alphanumeric())
    {
        return false;
    }
    let mut word = doc.lend::<String>();
    word.push_str(left);
    word.push_str(right);
    let whole = lexicon::get(&word);
    let is_compound = lexicon::get(left).is_known() && lexicon::get(right).is_known();
    if whole.is_known() && (!is_compound || whole.frequency() >= COMMON) {
        return true;
    }
    if *searches == 0 || is_compound {
        return false;
    }
    *searches -= 1;
    occurs(doc.text(), &word)
}

/// How many bytes of letters the text begins with, up to a bound.
fn letters(text: impl Iterator<Item = char>) -> usize {
    text.take(MAX_PART + 1).take_while(|c| c.is_alphabetic()).map(char::len_utf8).sum()
}

/// Whether the word stands in the text, with nothing of a word beside it.
fn occurs(text: &str, word: &str) -> bool {
    let ends = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && c != '-');
    memchr::memmem::find_iter(text.as_bytes(), word).any(|at| {
        ends(text[..at].chars().next_back()) && ends(text[at + word.len()..].chars().next())
    })
}
