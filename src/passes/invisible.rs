//! The pass `invisible`: controls, zero-width and bidi characters, soft
//! hyphens, terminal escapes.

use crate::text::survey::Signs;
use crate::{Document, Edits, Pass};

mod context;

use context::Place;

/// Finds controls, zero-width and bidi characters, soft hyphens, terminal
/// escapes.
///
/// # What it changes
///
/// | rule | what goes |
/// |---|---|
/// | `invisible/control` | C0 controls and DEL; vertical tab and form feed become a line end, a word processor's no-break hyphen (U+001E) becomes a hyphen; of the C1 controls those that windows-1252 leaves unassigned |
/// | `invisible/escape` | terminal escapes: `ESC [ … m` and its kin, `ESC ] … BEL` |
/// | `invisible/byte-order-mark` | U+FEFF anywhere |
/// | `invisible/soft-hyphen` | U+00AD, with the line end behind it if a word goes on there |
/// | `invisible/zero-width` | zero-width space, joiner and non-joiner, word joiner, invisible operators, fillers |
/// | `invisible/bidi` | direction marks, embeddings, overrides and isolates in lines without right-to-left letters |
/// | `invisible/tag` | tag characters, which can smuggle whole sentences |
/// | `invisible/variation-selector` | variation selectors behind what has no variants |
/// | `invisible/annotation` | interlinear annotation marks and the object replacement character |
/// | `invisible/noncharacter` | code points that are no characters |
///
/// # Why
///
/// They come from editors, messengers, PDF files and attempts to hide text.
/// Nobody sees them, but every search, tokenizer and model does.
///
/// # Leaves alone
///
/// * Line feed, tab and carriage return (line ends are the work of
///   [`unicode`](super::Unicode)).
/// * The C1 controls that stand for characters of windows-1252 (the work of
///   [`mojibake`](super::Mojibake)), and those that make one letter of UTF-8 with the
///   one before, `È` and U+009D: they show which letter it was.
/// * Joiner and non-joiner after letters of Arabic, Indic and other scripts
///   that shape with them, and the joiner inside an emoji.
/// * The zero-width space after Thai, Lao, Khmer, Burmese and Tibetan letters,
///   where it parts words.
/// * Everything bidirectional in a line with a right-to-left letter.
/// * The tags of a flag, such as that of Scotland.
/// * Variation selectors behind an emoji, a symbol, a digit of a keycap, an
///   ideograph, a Mongolian or Phags-pa letter.
/// * The grapheme joiner before a combining mark, the Hangul fillers among
///   jamo, the Mongolian vowel separator.
/// * Private use characters, and U+FFFD, which says that something is missing.
/// * Spaces of every width: they are the work of [`unicode`](super::Unicode).
///
/// # Example
///
/// ```
/// use copydesk::{Pass, passes::Invisible};
///
/// let pass = Invisible::default();
/// assert_eq!(pass.clean("\u{FEFF}sil\u{AD}ver\u{200B} \u{1B}[1mlin\u{202E}ing\u{1B}[0m"), "silver lining");
/// assert_eq!(pass.clean("می\u{200C}خواهم"), "می\u{200C}خواهم");
/// ```
///
/// # Sources
///
/// The Unicode Standard, chapter 23 (special areas and format characters);
/// Unicode Technical Standard 51 (emoji sequences) and 37 (ideographic
/// variation sequences); ECMA-48 (control sequences).
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Invisible {}

impl Pass for Invisible {
    fn name(&self) -> &'static str {
        "invisible"
    }

    fn takes_sections(&self) -> bool {
        true
    }

    fn find_edits(&self, doc: &Document<'_>, edits: &mut Edits) {
        let survey = doc.survey();
        if !survey.has(Signs::INVISIBLE) {
            return;
        }
        let text = doc.text();
        let mut place = Place::new(text);
        let mut floor = 0;
        for at in survey.odd().iter().map(|&at| at as usize) {
            if let Some(c) = text[at..].chars().next().filter(|_| at >= floor) {
                floor = look(&mut place, at, c, edits);
            }
        }
    }
}

/// Decides on the character at `at`; gives where to go on.
fn look(place: &mut Place<'_>, at: usize, c: char, edits: &mut Edits) -> usize {
    let end = at + c.len_utf8();
    match c {
        '\u{1B}' => {
            let end = escape_end(place.text.as_bytes(), at);
            edits.delete(at..end, "invisible/escape");
            return end;
        }
        '\u{B}' | '\u{C}' => {
            let new = if place.beside_line_end(at, end) { "" } else { "\n" };
            edits.replace(at..end, new, "invisible/control");
        }
        '\u{1E}' if place.inside_word(at, end) => {
            edits.replace(at..end, "-", "invisible/control");
        }
        '\r' => {}
        '\0'..='\u{1F}' | '\u{7F}' => edits.delete(at..end, "invisible/control"),
        '\u{81}' | '\u{8D}' | '\u{8F}' | '\u{90}' | '\u{9D}' if place.after_first_byte(at) => {}
        '\u{81}' | '\u{8D}' | '\u{8F}' | '\u{90}' | '\u{9D}' => {
            edits.delete(at..end, "invisible/control");
        }
        '\u{AD}' => {
            let end = place.word_goes_on(end);
            edits.delete(at..end, "invisible/soft-hyphen");
            return end;
        }
        '\u{FEFF}' => edits.delete(at..end, "invisible/byte-order-mark"),
        '\u{200B}' if place.after_unspaced_script(at) => {}
        '\u{200C}' if place.after_joining_script(at) => {}
        '\u{200D}' if place.after_joining_script(at) || place.inside_emoji(at, end) => {}
        '\u{34F}' if place.before_mark(end) => {}
        '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' if place.beside_jamo(at, end) => {}
        '\u{180E}' if place.after_mongolian(at) => {}
        '\u{200B}'..='\u{200D}'
        | '\u{2060}'..='\u{2064}'
        | '\u{34F}'
        | '\u{115F}'
        | '\u{1160}'
        | '\u{3164}'
        | '\u{FFA0}'
        | '\u{180E}' => {
            edits.delete(at..end, "invisible/zero-width");
        }
        '\u{200E}' | '\u{200F}' | '\u{61C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{206F}' => {
            let deprecated = c >= '\u{206A}';
            if deprecated || !place.in_right_to_left_line(at) {
                edits.delete(at..end, "invisible/bidi");
            }
        }
        '\u{FE00}'..='\u{FE0F}' if place.after_varying(at) => {}
        '\u{E0100}'..='\u{E01EF}' if place.after_ideograph(at) => {}
        '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' => {
            edits.delete(at..end, "invisible/variation-selector");
        }
        '\u{E0000}'..='\u{E007F}' => {
            let run = place.tags(at);
            if !run.flag {
                edits.delete(at..run.end, "invisible/tag");
            }
            return run.end;
        }
        '\u{FFF9}'..='\u{FFFC}' => edits.delete(at..end, "invisible/annotation"),
        '\u{FDD0}'..='\u{FDEF}' => edits.delete(at..end, "invisible/noncharacter"),
        c if c as u32 & 0xFFFE == 0xFFFE => edits.delete(at..end, "invisible/noncharacter"),
        _ => {}
    }
    end
}

/// How far an operating system command of a terminal is looked for.
const LONGEST_COMMAND: usize = 256;

/// Where the escape sequence ends that begins at `at`.
fn escape_end(bytes: &[u8], at: usize) -> usize {
    let rest = &bytes[at + 1..];
    let window = &rest[..rest.len().min(LONGEST_COMMAND)];
    let len = match window {
        [b'[', parameters @ ..] => {
            let n = parameters.iter().take_while(|b| matches!(b, b' '..=b'?')).count();
            match parameters.get(n) {
                Some(b'@'..=b'~') => n + 2,
                _ => 0,
            }
        }
        [b']', command @ ..] => {
            match command.iter().position(|&b| matches!(b, 0x07 | 0x1B | b'\n')) {
                Some(n) if command[n] == 0x07 => n + 2,
                Some(n) if command[n..].starts_with(b"\x1B\\") => n + 3,
                _ => 0,
            }
        }
        _ => 0,
    };
    at + 1 + len
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clean(text: &str) -> String {
        Invisible::default().clean(text).into_owned()
    }

    #[test]
    fn escapes_end_where_the_terminal_ends_them() {
        for (raw, want) in [
            ("\x1B[31;1mred\x1B[0m", "red"),
            ("\x1B]0;title\x07text", "text"),
            ("\x1B]8;;http://a\x1B\\link", "link"),
            ("\x1B]0;never ends\ntext", "]0;never ends\ntext"),
            ("\x1B[31é", "[31é"),
            ("\x1B", ""),
        ] {
            assert_eq!(clean(raw), want, "{raw:?}");
        }
    }

    #[test]
    fn a_megabyte_of_one_character_is_linear() {
        let kept = ["\u{FE0F}", "\u{200F}", "\u{E0067}", "\u{AD}", "\x1B[", "\u{200D}", "\u{34F}"];
        for fragment in kept {
            let raw = fragment.repeat(1_000_000 / fragment.len());
            assert!(clean(&raw).len() <= raw.len());
        }
    }
}
