//! Markup that a sentence speaks of as what somebody writes: `use <br> to break a line`.

use std::ops::Range;

use memchr::memchr;

/// What is done with markup; other words come of these by an ending.
static VERBS: &[&str] = &["add", "enter", "include", "insert", "put", "type", "use", "write"];
/// Those of them that hardly anything but letters is the object of. A page asks its visitors
/// to add something to a basket, and to use a code.
static VERBS_OF_WRITING: &[&str] = &["type", "write"];
static ING: &[&str] =
    &["adding", "entering", "including", "inserting", "putting", "typing", "using", "writing"];
static ING_OF_WRITING: &[&str] = &["typing", "writing"];

/// What stands before such a verb, unless the sentence begins with it.
#[rustfmt::skip]
static BEFORE_VERBS: &[&str] = &[
    "also", "always", "and", "can", "cannot", "could", "i", "just", "may", "might", "must",
    "never", "not", "or", "please", "should", "simply", "then", "they", "to", "we", "will",
    "would", "you",
];

/// What goes on behind the object of a verb, and never behind the verb.
#[rustfmt::skip]
static AFTER_OBJECTS: &[&str] = &[
    "after", "and", "around", "at", "before", "between", "for", "if", "in", "inside", "instead",
    "into", "or", "to", "where", "wherever", "within",
];

/// Whether the markup is the object of a verb: without it, there would be a hole.
pub(super) fn is_object(bytes: &[u8], markup: &Range<usize>) -> bool {
    is_object_of(bytes, markup, VERBS, ING)
}

/// Whether it is the object of a verb of writing.
pub(super) fn is_written(bytes: &[u8], markup: &Range<usize>) -> bool {
    is_object_of(bytes, markup, VERBS_OF_WRITING, ING_OF_WRITING)
}

/// Where the sentence ends in which the markup stands, as far as that is near.
pub(super) fn sentence_end(bytes: &[u8], markup: &Range<usize>) -> usize {
    const FAR: usize = 300;
    let behind = &bytes[markup.end..bytes.len().min(markup.end + FAR)];
    let line = &behind[..memchr(b'\n', behind).unwrap_or(behind.len())];
    let ends = |w: &[u8]| matches!(w[0], b'.' | b'!' | b'?') && w[1] == b' ';
    markup.end + line.windows(2).position(ends).unwrap_or(line.len())
}

fn is_object_of(bytes: &[u8], markup: &Range<usize>, verbs: &[&str], ing: &[&str]) -> bool {
    let Some(before) = bytes[..markup.start].strip_suffix(b" ") else { return false };
    let (rest, verb) = last_word(before);
    let is = |word: &[u8], list: &[&str]| {
        list.iter().any(|entry| entry.as_bytes().eq_ignore_ascii_case(word))
    };
    is_hole(&bytes[markup.end..])
        && (is(verb, ing)
            || is(verb, verbs) && {
                let starts = verb.first().is_some_and(u8::is_ascii_uppercase);
                let subject = rest.strip_suffix(b" ").or(rest.strip_suffix(b"\n"));
                starts
                    || subject
                        .is_some_and(|s| s.ends_with(b",") || is(last_word(s).1, BEFORE_VERBS))
            })
}

/// Whether the text behind an object goes on as it does behind no verb.
fn is_hole(behind: &[u8]) -> bool {
    match behind {
        [b',' | b';' | b')', ..] | [b'.', b' ' | b'\n', ..] => true,
        [b' ', rest @ ..] => {
            let word = &rest[..rest.iter().take(12).take_while(|b| b.is_ascii_lowercase()).count()];
            AFTER_OBJECTS.iter().any(|entry| entry.as_bytes() == word)
        }
        _ => false,
    }
}

/// The letters at the end, and what stands before them.
fn last_word(text: &[u8]) -> (&[u8], &[u8]) {
    let len = text.iter().rev().take(12).take_while(|b| b.is_ascii_alphabetic()).count();
    text.split_at(text.len() - len)
}
