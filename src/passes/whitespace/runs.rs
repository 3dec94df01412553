//! Runs of spaces between two words of a line.

use std::ops::Range;

use super::is_blank;
use crate::passes::blocks::{self, BLOCK, ROOM, Window};
use crate::text::lanes::{self, Lanes, is};

/// White space between two words that is to be one space.
pub(super) struct Run {
    pub(super) range: Range<usize>,
    pub(super) instead: &'static str,
    pub(super) rule: &'static str,
    /// Two plain spaces behind the end of a sentence.
    pub(super) follows_stop: bool,
}

/// The runs of a line that has neither white space at its ends nor a layout.
pub(super) fn find(body: &str) -> impl Iterator<Item = Run> {
    let mut read = 0;
    starts(body.as_bytes()).filter_map(move |start| {
        let len = body.get(start.max(read)..)?.find(|c| !is_blank(c)).filter(|len| *len > 0)?;
        read = start + len;
        judge(body, start..read)
    })
}

/// Where runs may begin, and some places within them.
fn starts(bytes: &[u8]) -> impl Iterator<Item = usize> {
    let mut padded = ROOM;
    let blocks = (0..bytes.len()).step_by(BLOCK).filter_map(move |start| {
        let found = starts_in(blocks::window(bytes, start, b'a', &mut padded));
        (found != 0).then_some((start, found))
    });
    blocks.flat_map(|(start, found)| lanes::each(found).map(move |at| start + at))
}

#[inline]
fn starts_in(window: &Window) -> u64 {
    let ascii = lanes::bits(window, |[_, b, next]| {
        is(b, b' ') & (is(next, b' ') | is(next, b'\t')) | is(b, b'\t')
    });
    match lanes::bits(window, |[_, b, next]| b | next) {
        0 => ascii,
        _ => ascii | lanes::bits(window, |[_, b, next]| may_begin_beyond(b, next)),
    }
}

/// A blank outside ASCII (U+00A0, U+2000 to U+200A, U+202F and U+205F), or a
/// space before what may be one.
#[inline(always)]
fn may_begin_beyond(b: Lanes, next: Lanes) -> Lanes {
    let no_break = is(b, 0xC2) & is(next, 0xA0);
    let wide = is(b, 0xE2) & lanes::is_either(next, 0x80, 1);
    no_break | wide | is(b, b' ') & (is(next, 0xC2) | is(next, 0xE2))
}

fn judge(body: &str, range: Range<usize>) -> Option<Run> {
    let run = &body[range.clone()];
    let is_tab = run == "\t";
    if !is_tab && run.chars().nth(1).is_none() {
        return None;
    }
    let left = body[..range.start].chars().next_back()?;
    let right = body[range.end..].chars().next()?;
    if is_sign(body, range.start) || !is_text(left) || !is_text(right) || is_thai(left, right) {
        return None;
    }
    let wants_no_break = left == '«' || matches!(right, ';' | ':' | '!' | '?' | '»');
    let kept = ["\u{202f}", "\u{a0}"].into_iter().find(|s| wants_no_break && run.contains(s));
    Some(Run {
        follows_stop: run == "  " && ends_sentence(&body[..range.start]),
        range,
        instead: kept.unwrap_or(" "),
        rule: if is_tab { "whitespace/tab" } else { "whitespace/run" },
    })
}

/// Whether the text ends in the stop of a sentence, maybe with closing quotes
/// and brackets behind it.
pub(super) fn ends_sentence(text: &str) -> bool {
    // More than a few closing marks are no end of a sentence.
    let mut back = text.chars().rev().take(4);
    back.find(|c| !matches!(c, '"' | '\'' | '”' | '’' | ')' | ']' | '»'))
        .is_some_and(|c| matches!(c, '.' | '!' | '?' | ':' | '…'))
}

/// Whether the word before `at` is the sign of a list item, a quotation or a
/// cell: a mark that stands alone, or a number at the start of the line.
fn is_sign(body: &str, at: usize) -> bool {
    let head = &body[..at];
    let mut back = head.chars().rev();
    let last = back.next();
    let alone = back.next().is_none_or(char::is_whitespace);
    if alone && last.is_some_and(|c| !c.is_alphanumeric() && !matches!(c, '–' | '—' | '&' | '…'))
    {
        return true;
    }
    let starts_line = at <= MAX_ITEM_NUMBER && !head.contains(is_blank);
    starts_line && head.ends_with(['.', ')', ']', ':']) && {
        let number = head.trim_matches(['.', ')', '(', '[', ']', ':']);
        // A letter and a colon are who speaks in an interview.
        number.bytes().all(|b| b.is_ascii_digit()) || number.len() == 1 && !head.ends_with(':')
    }
}

/// `1999.` is the longest number that is taken for the number of an item.
const MAX_ITEM_NUMBER: usize = 6;

/// Whether it belongs to prose. Marks of tables, code and drawings do not.
fn is_text(c: char) -> bool {
    match c {
        '|' | '\\' | '=' | '+' | '<' | '>' | '{' | '}' | '~' | '^' | '`' | '_' | '#' | '•'
        | '·' | '*' | '/' | '∙' | '●' | '»' | '›' => c == '»' || c == '*',
        '\u{2500}'..='\u{259f}' => false,
        _ => true,
    }
}

fn is_thai(left: char, right: char) -> bool {
    let is = |c| ('\u{e00}'..='\u{eff}').contains(&c);
    is(left) || is(right)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Where there is more than one blank, or a tab.
    fn naive(body: &str) -> Vec<Range<usize>> {
        let mut runs: Vec<Range<usize>> = Vec::new();
        for (at, c) in body.char_indices().filter(|&(_, c)| is_blank(c)) {
            match runs.last_mut().filter(|run| run.end == at) {
                Some(run) => run.end += c.len_utf8(),
                None => runs.push(at..at + c.len_utf8()),
            }
        }
        runs.retain(|run| judge(body, run.clone()).is_some());
        runs
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn all_runs_are_found(body in "[a-z.’•à\u{2009}\u{a9} \t\u{a0}\u{205f}]{0,40}") {
            let body = body.trim_end();
            prop_assert_eq!(find(body).map(|run| run.range).collect::<Vec<_>>(), naive(body));
        }
    }
}
