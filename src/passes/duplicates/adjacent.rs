//! Lines next to each other that say the same.

use super::line::Line;
use super::{PARAGRAPH_LEN, Rule, near};

/// Takes out a line that says what the line before it says.
pub(super) fn mark(text: &str, lines: &mut [Line], words: &mut Vec<u64>) {
    let mut verse = None;
    let mut from = 0;
    for at in 1..=lines.len() {
        if at < lines.len() && lines[at].met && near::alike(text, &lines[at - 1], &lines[at], words)
        {
            continue;
        }
        let (first, len) = (lines[from], at - from);
        let from = std::mem::replace(&mut from, at);
        let field = first.leads_in(text) && first.print.len < PARAGRAPH_LEN;
        if len < 2 || first.words(text) < 3 || first.is_row(text) || field {
            continue;
        }
        // The cells of a table, the entries of a list.
        let around = [from.checked_sub(1), Some(at)].into_iter().flatten();
        let mut around = around.filter_map(|k| lines.get(k));
        if first.print.len < PARAGRAPH_LEN
            && (first.is_figures(text) || around.any(|other| first.lists(text, other)))
        {
            continue;
        }
        // Three short cries in a row are meant.
        if len > 2 && first.print.len < 40 {
            continue;
        }
        if *verse.get_or_insert_with(|| is_verse(text, lines)) && !is_entry(text, &first) {
            continue;
        }
        let rule = if first.is_prose(text) { Rule::Paragraph } else { Rule::Line };
        let mut best = from;
        for k in from + 1..at {
            let worse = if near::is_cleaner(text, &lines[k], &lines[best], words) {
                std::mem::replace(&mut best, k)
            } else {
                k
            };
            lines[worse].rule.get_or_insert(rule);
        }
    }
}

/// Whether most of the text stands in short lines: verse, lyrics, lists.
fn is_verse(text: &str, lines: &[Line]) -> bool {
    let weights = lines.iter().map(|l| l.weight(text));
    let (prose, all) = weights.fold((0, 0), |(a, b), (prose, all)| (a + prose, b + all));
    prose * 2 < all
}

/// Whether a short line is not verse: it has several words, and figures, and
/// stands alone between blank lines.
fn is_entry(text: &str, line: &Line) -> bool {
    let bytes = line.text(text).as_bytes();
    let apart = memchr::memchr_iter(b'\n', &text.as_bytes()[line.end as usize..]).nth(1);
    let apart = apart.is_some_and(|second| {
        text[line.end as usize..line.end as usize + second].trim().is_empty()
    });
    line.print.len >= 30
        && apart
        && bytes.iter().any(u8::is_ascii_digit)
        && !line.is_item(text)
        && !line.is_turn(text)
        && !line.is_quoted(text)
}
