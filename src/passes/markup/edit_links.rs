//! What wikis put behind each heading: `History[edit]`, `History [edit | edit source]`.

use memchr::{memchr_iter, memrchr};

use super::Look;
use super::find::{Find, Gap};
use crate::data::has_phrase;
use crate::text::end_marks::is_end_mark;

/// What the links say, sorted. Source: the messages of MediaWiki.
#[rustfmt::skip]
static LABELS: &[&str] = &[
    "bearbeiten", "bewerken", "edit", "editar", "edytuj", "modifica", "modifier", "redigera",
    "править", "редагувати", "編輯", "編集", "编辑", "편집",
];

/// What they say behind a `|`, sorted. Source: as above.
#[rustfmt::skip]
static SOURCES: &[&str] = &[
    "brontekst bewerken", "edit source", "editar código", "editar código-fonte", "editar fonte",
    "edytuj kod", "modifica wikitesto", "modifier le code", "modifier le wikicode",
    "quelltext bearbeiten", "redigera wikitext", "код", "править код", "редагувати код",
    "ソースを編集", "编辑源代码", "원본 편집",
];

/// A heading is not longer, in bytes, and neither is what stands in brackets.
const HEADING: usize = 120;
const LABEL: usize = 80;

/// A line is prose from this length on, in bytes, if it ends as a sentence does.
const PROSE: usize = 30;

/// Pushes the links at the ends of headings.
///
/// One of two parts is nothing else. One word in brackets is often what an author writes about:
/// a button, a field of a form, a translation, a note. So it goes only if it touches headings
/// above prose, and if no line ends in other words in brackets.
pub(super) fn push(look: &Look<'_, '_>, finds: &mut Vec<Find>) {
    let text = look.text;
    let link = |start, end| Find { range: start..end, gap: Gap::Nothing, rule: "markup/edit-link" };
    let label_of = |start: usize, end: usize| &text[start + 1..end - 1];
    let mut short = look.doc.lend::<Vec<(usize, usize)>>();
    let mut above_prose = 0;
    let mut has_others = false;
    let ends = memchr_iter(b']', look.bytes).map(|at| at + 1);
    for end in ends.filter(|end| matches!(look.bytes.get(*end), None | Some(b'\n' | b'\r'))) {
        let Some(start) = bracket_before(look.bytes, end) else { continue };
        let label = label_of(start, end);
        if !label.contains(char::is_alphabetic) {
            continue;
        }
        let is_link = || is_heading(heading_before(text, start)) && !look.shown.is_code(start);
        if let Some((edit, source)) = label.split_once('|')
            && has_phrase(LABELS, edit.trim())
            && has_phrase(SOURCES, source.trim())
        {
            finds.extend(is_link().then(|| link(start, end)));
            continue;
        }
        let is_same = || short.first().is_none_or(|&(start, end)| label == label_of(start, end));
        if has_phrase(LABELS, label.trim()) && touches(&text[..start]) && is_same() && is_link() {
            short.push((start, end));
            above_prose += usize::from(is_above_prose(&text[end..]));
        } else {
            has_others = true;
        }
    }
    if above_prose >= 2 && !has_others {
        finds.extend(short.iter().map(|&(start, end)| link(start, end)));
    }
}

/// Where the bracket opens that closes before `end`.
fn bracket_before(bytes: &[u8], end: usize) -> Option<usize> {
    let near = end.saturating_sub(LABEL);
    Some(near + memrchr(b'[', &bytes[near..end])?)
}

/// What stands in the line before `start`, if it is not too long.
fn heading_before(text: &str, start: usize) -> &str {
    let near = start.saturating_sub(HEADING);
    match memrchr(b'\n', &text.as_bytes()[near..start]) {
        Some(at) => &text[near + at + 1..start],
        None if near == 0 => &text[..start],
        None => "",
    }
}

/// Whether it may be a heading: `rows` in `rows[edit]` is none, and neither is what is set in.
fn is_heading(line: &str) -> bool {
    line.starts_with(|c: char| c.is_alphanumeric() && !c.is_lowercase())
        && !line.trim_end().ends_with(['.', '!', '?', ',', ';', ']'])
}

fn touches(before: &str) -> bool {
    before.ends_with(|c: char| c.is_alphanumeric() || c == ')')
}

/// Whether the next line that is not blank is a sentence, maybe with the number of a note.
fn is_above_prose(below: &str) -> bool {
    let next = below.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    let sentence = next.trim_end_matches(|c: char| c.is_ascii_digit() || "[]\"'”’»)".contains(c));
    next.len() >= PROSE && sentence.ends_with(is_end_mark)
}
