//! Places of templates that nothing was put in: `{{ title }}`, `<%= name %>`,
//! `{% if user %}`.

use std::ops::Range;

use memchr::{memchr_iter, memchr2};

use super::find::{Find, Gap};
use super::{Look, shows};
use crate::Document;
use crate::search::find_short;

/// The longest place, in bytes.
const MAX_LEN: usize = 300;

/// Whether there may be some without a brace.
pub(super) fn are_in_angles(doc: &Document<'_>) -> bool {
    let bytes = doc.text().as_bytes();
    doc.survey().angles().iter().any(|&at| bytes[at as usize..].starts_with(b"<%"))
}

/// Pushes the places of templates, unless a sentence speaks of one.
pub(super) fn push(look: &Look<'_, '_>, finds: &mut Vec<Find>) {
    let bytes = look.bytes;
    let (mut floor, known) = (0, finds.len());
    let signs = |at: usize| matches!(bytes.get(at..at + 2), Some(b"{{" | b"{%" | b"<%"));
    for start in memchr::memchr2_iter(b'{', b'<', bytes).filter(|&at| signs(at)) {
        if start < floor {
            continue;
        }
        let Some(range) = read(bytes, start, start > 0 && start == floor) else { continue };
        if look.shows() || look.shown.is_code(start) || is_value(bytes, &range) {
            continue;
        }
        let around = &bytes[start.saturating_sub(80)..bytes.len().min(range.end + 80)];
        if shows::speaks_of_tags(around) && look.shown.mentions_markup() {
            finds.truncate(known);
            return;
        }
        floor = range.end;
        finds.push(Find { range, gap: Gap::Nothing, rule: "markup/template" });
    }
}

/// Whether it is a value that code sets: `name = "{{ name }}"`.
fn is_value(bytes: &[u8], range: &Range<usize>) -> bool {
    let is_closed = bytes.get(range.end) == Some(&b'"');
    is_closed
        && [&b"= \""[..], b"[\"", b"\": \""].iter().any(|open| bytes[..range.start].ends_with(open))
}

/// Reads the place at `start`, which may be joined to another.
fn read(bytes: &[u8], start: usize, joined: bool) -> Option<Range<usize>> {
    let close: &[u8] = match &bytes[start..start + 2] {
        b"{{" => b"}}",
        b"{%" => b"%}",
        _ => b"%>",
    };
    let from = start + 2 + usize::from(bytes[start..].starts_with(b"{{{"));
    let window = &bytes[from..bytes.len().min(from + MAX_LEN)];
    let len = find_short(window, close)?;
    let end = from + len + close.len();
    let end =
        end + usize::from(bytes[start..].starts_with(b"{{{") && bytes.get(end) == Some(&b'}'));
    let inside = &window[..len];
    let before = start.checked_sub(1).map(|i| bytes[i]);
    let letters =
        bytes[..start].iter().rev().take(16).take_while(|b| b.is_ascii_alphabetic()).count();
    let command = start > letters && bytes[start - letters - 1] == b'\\';
    let joined = joined && before == Some(b'}');
    let followed = matches!(bytes.get(end), Some(b'{' | b'^' | b'_'));
    let formula = command
        || (followed && !bytes[end..].starts_with(b"{{"))
        || !joined
            && matches!(
                before,
                Some(b'\\' | b'}' | b'_' | b'^' | b'$' | b'{' | b'=' | b':' | b'/')
            );
    (!formula && memchr2(b'\n', b'{', inside).is_none() && is_code(close, inside))
        .then_some(start..end)
}

/// Whether it is an expression of a template.
fn is_code(close: &[u8], inside: &[u8]) -> bool {
    let inside = inside.trim_ascii();
    if close == b"%>" {
        return inside.starts_with(b"=")
            || inside.contains(&b'.')
            || inside.contains(&b'(')
            || inside.is_empty();
    }
    if close == b"%}" {
        return inside.first().is_some_and(|b| b.is_ascii_lowercase() || *b == b'-');
    }
    let inside = inside.strip_prefix(b"#").or(inside.strip_prefix(b"/")).unwrap_or(inside);
    let inside = inside.strip_prefix(b"::").unwrap_or(inside);
    let starts = inside
        .first()
        .is_some_and(|b| b.is_ascii_alphabetic() || matches!(b, b'_' | b'$' | b'\'' | b'"'));
    // The words of an expression are names; a sentence has more than a few.
    let spaces = memchr_iter(b' ', inside).count();
    let marks = |b: &u8| b.is_ascii_alphanumeric() || b" _.$|()[]'\":,-?!&+*/=<>@#%".contains(b);
    starts
        && inside.iter().all(marks)
        && (spaces <= 1
            || memchr2(b'|', b'.', inside).is_some()
            || spaces <= 3 && inside.starts_with(b"if"))
}
