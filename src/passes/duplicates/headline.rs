//! The headline, again below it.

use std::ops::Range;

use super::line::Line;
use super::{HEAD, Rule, near};
use crate::text::lines;

/// Between short lines a line is a refrain that comes back so often within [`HEAD`] lines of
/// its copy.
const REFRAIN: usize = 3;

/// A headline of fewer folded characters may be the name of a speaker.
const LABEL_LEN: u32 = 30;

/// Takes out what says the headline again below it.
pub(super) fn mark(text: &str, lines: &mut [Line], words: &mut Vec<u64>) {
    let Some(mut head) = lines.iter().take(3).position(|l| l.is_headline(text)) else { return };
    let last = lines.len().min(head + 1 + HEAD);
    for at in head + 1..last {
        if lines[at].head != lines[head].head || lines[at].head == 0 {
            continue;
        }
        lines[head].read(text);
        lines[at].read(text);
        match why_meant(text, lines, head, at..last) {
            Some(Meant::Here) => continue,
            Some(Meant::Everywhere) => return,
            None => {}
        }
        // A poem may open with its title; an article goes on with prose.
        if !lines[at + 1..].iter().take(4).any(|l| l.is_prose(text)) {
            continue;
        }
        match same_headline(text, &lines[head], &lines[at], words) {
            None => {}
            Some(Better::First) => lines[at].rule = Some(Rule::Headline),
            Some(Better::Second) => {
                lines[head].rule = Some(Rule::Headline);
                head = at;
            }
        }
    }
}

/// Where an author says again what may be the headline.
enum Meant {
    Here,
    /// It is none, but a refrain or a turn of a dialogue.
    Everywhere,
}

/// Whether the line `head` is no headline, or its copy none of it: the first of `rest`, which
/// are the lines in which it may be said again.
fn why_meant(text: &str, lines: &[Line], head: usize, rest: Range<usize>) -> Option<Meant> {
    let at = rest.start;
    let (line, copy, between) = (&lines[head], &lines[at], &lines[head + 1..at]);
    if copy.is_prose(text) && copy.print.len > line.print.len + 40 {
        return Some(Meant::Here);
    }
    let said = between.iter().any(|l| l.is_prose(text));
    if line.leads_in(text)
        || lines[at - 1].leads_in(text)
        // Who speaks stands above what they say, and is named again.
        || (said && line.print.len.min(copy.print.len) < LABEL_LEN)
        // What goes on in the next line is no title: a verse that is a refrain.
        || (said && line.goes_on(text))
        // Nor is an entry of a dictionary, below which stands what it means, or a line of that.
        || is_above_set_in(text, lines, at)
    {
        return Some(Meant::Here);
    }
    // Nor is what comes back between the sentences of a hymn.
    if comes_back(text, lines, head, at) >= if said { 1 } else { REFRAIN } {
        return Some(Meant::Everywhere);
    }
    let is_quoted = |l: &Line| l.is_quoted(text);
    if stands_below_another(text, lines, head, at)
        // A question that is the title may head the section that answers it.
        || (said && line.asks(text))
        // What somebody says they may say again, when somebody else has spoken.
        || (is_quoted(line) && is_quoted(copy) && between.iter().any(is_quoted))
    {
        return Some(Meant::Here);
    }
    // Whoever speaks first may say it again.
    let turns = || lines[..rest.end].iter().filter(|l| l.is_turn(text)).count();
    (line.is_turn(text) && turns() > 2).then_some(Meant::Everywhere)
}

/// Whether it is a sentence that stands below another line each time: it says the same of two
/// things.
fn stands_below_another(text: &str, lines: &[Line], head: usize, at: usize) -> bool {
    let is_sentence = |line: &Line| line.text(text).ends_with('.');
    head > 0
        && is_sentence(&lines[head])
        && is_sentence(&lines[at])
        && !lines[head - 1].says(text, &lines[at - 1])
}

/// Whether the line right below one is set in, as far as that one or farther.
fn is_above_set_in(text: &str, lines: &[Line], at: usize) -> bool {
    let margin = |line: &Line| lines::margin(line.text(text));
    let line = &lines[at];
    lines.get(at + 1).is_some_and(|below| {
        below.start == line.next && margin(below) >= margin(line).max(lines::SET_IN)
    })
}

/// How often the headline comes again behind its copy, below another line each time.
fn comes_back(text: &str, lines: &[Line], head: usize, at: usize) -> usize {
    let behind = &lines[at..lines.len().min(at + 1 + HEAD)];
    let is_headline = |l: &Line| l.head == lines[head].head && l.says(text, &lines[head]);
    behind.windows(2).filter(|two| is_headline(&two[1]) && !is_headline(&two[0])).count()
}

enum Better {
    First,
    Second,
}

/// Whether two lines are one headline, and which of them is the clean one.
fn same_headline(text: &str, a: &Line, b: &Line, words: &mut Vec<u64>) -> Option<Better> {
    if a.print.len == b.print.len {
        let better =
            if near::is_cleaner(text, b, a, words) { Better::Second } else { Better::First };
        return a.is_same(text, b).then_some(better);
    }
    let (long, short, better) =
        if a.print.len > b.print.len { (a, b, Better::Second) } else { (b, a, Better::First) };
    // What the longer one has more is the name of the site, or residue.
    if short.print.len < 15 || long.print.len > short.print.len + 40 {
        return None;
    }
    let mut rest = long.folded(text);
    for c in short.folded(text) {
        if rest.next() != Some(c) {
            return None;
        }
    }
    let tail = rest.as_str();
    (is_site_suffix(tail) || is_residue(tail)).then_some(better)
}

/// Whether this stands after a headline to name the site: " - Site Name".
fn is_site_suffix(tail: &str) -> bool {
    let tail = tail.trim_start_matches(['"', '\u{201d}', '\u{2019}', '\'', ')', '.', '!', '?']);
    let Some(sign) = tail.trim_start().chars().next() else { return false };
    tail.starts_with(char::is_whitespace)
        && matches!(
            sign,
            '-' | '|'
                | '\u{2013}'
                | '\u{2014}'
                | '\u{bb}'
                | '\u{b7}'
                | ':'
                | '\u{2022}'
                | '/'
                | '<'
                | '('
                | '['
        )
}

/// Whether this is the end of an attribute, with the next one behind it: the
/// headline stood in a tag.
fn is_residue(tail: &str) -> bool {
    tail.starts_with(['"', '\u{201d}', '\''])
        && ["=\"", "='", "=\u{201d}", "/>"].iter().any(|mark| tail.contains(mark))
}
