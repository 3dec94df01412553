//! The pass `mojibake`: text decoded with the wrong encoding, once or more, in whole or in spans.

use crate::data::codepages::CODEPAGES;
use crate::text::ascii::next_high;
use crate::{Document, Edits, Pass};

mod images;
mod role;
mod rules;
mod undo;

use images::image;
use undo::{Bench, CONTEXT, Evidence, Undone};

/// Finds text decoded with the wrong encoding, once or more, in whole or in spans.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Mojibake {}

impl Pass for Mojibake {
    fn name(&self) -> &'static str {
        "mojibake"
    }

    fn find_edits(&self, doc: &Document<'_>, edits: &mut Edits) {
        let text = doc.text();
        if text.is_ascii() {
            return;
        }
        let mut bench = doc.lend::<Bench>();
        let mut evidence = Evidence::default();
        let mut controls = false;
        let mut at = 0;
        while let Some(run) = next_suspect(text, at, &mut controls) {
            at = run.1;
            fill(&mut bench.raw, text, run);
            bench.undo(&Evidence::default());
            evidence.add(&bench.gains);
        }
        if !evidence.any() && !controls {
            return;
        }
        repair(text, &mut bench, &evidence, edits);
    }
}

/// A range of bytes.
type Span = (usize, usize);

/// The next run of characters outside ASCII that holds a pair which could be
/// one character's first two bytes. Notes C1 controls on the way.
fn next_suspect(text: &str, from: usize, controls: &mut bool) -> Option<Span> {
    let bytes = text.as_bytes();
    let mut start = next_high(bytes, from);
    while start < bytes.len() {
        let mut leads = 0;
        let mut suspect = false;
        let mut end = text.len();
        for (k, c) in text[start..].char_indices() {
            if c.is_ascii() {
                end = start + k;
                break;
            }
            let image = image(c);
            suspect |= leads & image.tails != 0 || leads != 0 && c == '\u{FFFD}';
            leads = image.leads;
            *controls |= matches!(c, '\u{80}'..='\u{9F}');
        }
        if suspect {
            return Some((start, end));
        }
        start = next_high(bytes, end);
    }
    None
}

/// Copies a run with its context.
fn fill(raw: &mut Vec<char>, text: &str, (start, end): Span) {
    raw.clear();
    raw.extend([' '; CONTEXT]);
    for (place, c) in (0..CONTEXT).rev().zip(text[..start].chars().rev()) {
        raw[place] = c;
    }
    raw.extend(text[start..end].chars());
    raw.extend(text[end..].chars().chain([' '; CONTEXT]).take(CONTEXT));
}

/// Makes the repairs that the evidence allows.
fn repair(text: &str, bench: &mut Bench, evidence: &Evidence, edits: &mut Edits) {
    let bytes = text.as_bytes();
    let mut start = next_high(bytes, 0);
    while start < bytes.len() {
        let end = region_end(text, start);
        fill(&mut bench.raw, text, (start, end));
        if let Some(undone) = bench.undo(evidence) {
            push(bench, start, &undone, edits);
        } else {
            for (k, c) in text[start..end].char_indices() {
                if matches!(c, '\u{80}'..='\u{9F}') {
                    let meant = CODEPAGES[images::WINDOWS_1252].1[c as usize - 0x80];
                    let meant = char::from_u32(meant.into()).filter(|&m| m != c);
                    if let Some(meant) = meant {
                        let at = start + k;
                        edits.replace_with(at..at + c.len_utf8(), "mojibake/c1", |s| s.push(meant));
                    }
                }
            }
        }
        start = next_high(bytes, end);
    }
}

/// Where a run ends that may go on over a lost byte: a space or question mark.
fn region_end(text: &str, start: usize) -> usize {
    let mut bridge = 0;
    for (k, c) in text[start..].char_indices() {
        match c {
            ' ' | '?' if bridge < 2 => bridge += 1,
            _ if c.is_ascii() => return start + k,
            _ => bridge = 0,
        }
    }
    text.len()
}

/// Pushes a repair, without what it has in common with the text.
fn push(bench: &Bench, start: usize, undone: &Undone, edits: &mut Edits) {
    let raw = &bench.raw[CONTEXT..bench.raw.len() - CONTEXT];
    let best = &bench.best[CONTEXT..bench.best.len() - CONTEXT];
    let head = raw.iter().zip(best).take_while(|(a, b)| a == b).count();
    let tail = raw[head..].iter().rev().zip(best[head..].iter().rev());
    let tail = tail.take_while(|(a, b)| a == b).count();
    let len = |chars: &[char]| chars.iter().map(|c| c.len_utf8()).sum::<usize>();
    let from = start + len(&raw[..head]);
    let to = from + len(&raw[head..raw.len() - tail]);
    edits.replace_with(from..to, rules::rule(undone.layers()), |s| {
        s.extend(&best[head..best.len() - tail]);
    });
}
