//! Composing letters with the marks behind them.

use unicode_normalization::char::{canonical_combining_class, compose, decompose_canonical};

use crate::{Document, Edits};

/// Looks at the mark at `at`, which may compose with what stands before it.
/// Gives where its run of marks ends, or nothing if nothing composes.
pub(super) fn marks(doc: &Document<'_>, at: usize, edits: &mut Edits) -> Option<usize> {
    let text = doc.text();
    // What is before `edits.end()` has been edited.
    let base = text[edits.end()..at].chars().next_back()?;
    let start = at - base.len_utf8();
    let rest = &text[at..];
    let len = rest.find(|c| !joins(c)).unwrap_or(rest.len());
    if len == 0 {
        return None;
    }
    let end = at + len;
    let mark = rest.chars().next()?;
    if mark.len_utf8() == len {
        // Nearly always there is one mark.
        if let Some(letter) = compose(base, mark) {
            edits.replace_with(start..end, "unicode/composed", |s| s.push(letter));
        }
        return Some(end);
    }
    let segment = &text[start..end];
    let mut letters = doc.lend();
    compose_all(segment, &mut letters);
    if letters.len() < segment.chars().count() {
        let letters = letters.iter().map(|letter| letter.char());
        edits.replace_with(start..end, "unicode/composed", |s| s.extend(letters));
    }
    Some(end)
}

/// A letter, or a mark that belongs to one. A run of marks may be as long as the
/// text: they are kept small.
#[derive(Clone, Copy)]
struct Letter {
    // The combining class, in the highest eight bits, and the character.
    bits: u32,
}

impl Letter {
    fn new(c: char) -> Self {
        Self { bits: u32::from(canonical_combining_class(c)) << 24 | u32::from(c) }
    }

    fn char(self) -> char {
        char::from_u32(self.bits & 0xFF_FFFF).expect("made of a character")
    }

    /// The combining class: 0 for what marks join.
    fn class(self) -> u32 {
        self.bits >> 24
    }
}

/// Makes the normalization form C of a text. Unlike the iterators of the crate it
/// asks for no memory of its own, unless marks stand out of order in a long run.
fn compose_all(text: &str, letters: &mut Vec<Letter>) {
    text.chars().for_each(|c| decompose_canonical(c, |c| letters.push(Letter::new(c))));
    for marks in letters.split_mut(|letter| letter.class() == 0) {
        marks.sort_by_key(|mark| mark.class());
    }
    let mut len = 0;
    // The last letter that marks join, by its place in the list.
    let mut base: Option<usize> = None;
    for at in 0..letters.len() {
        let letter = letters[at];
        if let Some(base) = base {
            // A mark of its class, or a letter, keeps it away from the base.
            let is_near = len == base + 1 || letters[len - 1].class() < letter.class();
            if is_near && let Some(c) = compose(letters[base].char(), letter.char()) {
                letters[base] = Letter::new(c);
                continue;
            }
        }
        if letter.class() == 0 {
            base = Some(len);
        }
        letters[len] = letter;
        len += 1;
    }
    letters.truncate(len);
}

/// Whether a character may become one with a character before it.
fn joins(c: char) -> bool {
    canonical_combining_class(c) > 0
        || matches!(c, '\u{1161}'..='\u{1175}' | '\u{11A8}'..='\u{11C2}')
        || matches!(
            c,
            '\u{9BE}'
                | '\u{9D7}'
                | '\u{B3E}'
                | '\u{B56}'
                | '\u{B57}'
                | '\u{BBE}'
                | '\u{BD7}'
                | '\u{CC2}'
                | '\u{CD5}'
                | '\u{CD6}'
                | '\u{D3E}'
                | '\u{D57}'
                | '\u{DCF}'
                | '\u{DDF}'
        )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    proptest! {
        #[test]
        fn all_is_composed_as_the_standard_has_it(
            parts in prop::collection::vec(
                prop::sample::select(&["a", "e", "\u{1100}", "\u{1161}", "\u{11a8}", "\u{ac00}",
                    "\u{301}", "\u{323}", "\u{327}", "\u{308}", "\u{304}", "\u{345}", "\u{344}",
                    "\u{9c7}", "\u{9be}", "\u{9d7}", "\u{915}", "\u{93c}", "\u{958}", "\u{dd9}",
                    "\u{dcf}", "\u{dca}", "\u{1ea5}", "\u{212b}", "\u{fb1d}", "\u{30ab}",
                    "\u{3099}", "\u{334}", "\u{338}"][..]),
                0..12,
            ),
            any in "\\PC{0,8}",
        ) {
            let text = parts.concat() + &any;
            let mut letters = Vec::new();
            compose_all(&text, &mut letters);
            let composed: String = letters.iter().map(|letter| letter.char()).collect();
            prop_assert_eq!(composed, text.nfc().collect::<String>());
        }
    }
}
