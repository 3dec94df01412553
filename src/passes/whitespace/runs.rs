//! Runs of spaces between two words of a line.

use std::ops::Range;

use super::is_blank;
use crate::text::places;

/// White space between two words that is to be one space.
pub(super) struct Run {
    pub(super) range: Range<usize>,
    pub(super) instead: &'static str,
    pub(super) rule: &'static str,
    /// Two plain spaces behind the end of a sentence.
    pub(super) follows_stop: bool,
}

/// The runs of a line that has neither white space at its ends nor a layout,
/// and begins at `start`. Of each run, a blank is among these places.
pub(super) fn find<'t>(
    body: &'t str,
    start: usize,
    mut places: [&'t [u32]; 2],
) -> impl Iterator<Item = Run> {
    let (mut next, mut read) = (start, 0);
    std::iter::from_fn(move || {
        loop {
            let at = places::first_from(&mut places, next)? - start;
            let rest = body.get(at..)?;
            let end = at + rest.len() - rest.trim_start_matches(is_blank).len();
            let range = read + body[read..at].trim_end_matches(is_blank).len()..end;
            next = start + end.max(at + 1);
            read = end;
            if at < end
                && let Some(run) = judge(body, range)
            {
                return Some(run);
            }
        }
    })
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
        follows_stop: run == "  " && ends_in_stop(&body[..range.start]),
        range,
        instead: kept.unwrap_or(" "),
        rule: if is_tab { "whitespace/tab" } else { "whitespace/run" },
    })
}

/// Whether the text ends in the stop of a sentence, maybe with closing quotes
/// and brackets behind it.
pub(super) fn ends_in_stop(text: &str) -> bool {
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
    use crate::{Buffers, Document};

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
        fn all_runs_are_found(line in "[a-z.’•à\u{2009}\u{a9} \t\u{a0}\u{205f}ﬁ\r]{0,40}") {
            let line = format!("é{}", line.trim_end());
            let buffers = Buffers::default();
            let doc = Document::new(&line, &buffers);
            let (start, body) = ("é".len(), &line["é".len()..]);
            let runs = find(body, start, [doc.survey().loose(), doc.survey().odd()]);
            prop_assert_eq!(runs.map(|run| run.range).collect::<Vec<_>>(), naive(body));
        }
    }
}
