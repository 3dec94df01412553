//! Reading one character reference, with all its layers of escaping.

use crate::data::entities::{self, MAX_NAME};
use crate::data::slips::ENDINGS;

/// How often the ampersand of a reference may itself be escaped. What is
/// deeper was not made by a page that was escaped once too often.
const MAX_LAYERS: usize = 4;

/// A character reference, or what is like one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Reference {
    /// Its length in bytes, with the ampersand.
    pub(super) len: usize,
    /// What it stands for; nothing, if it is to be left alone.
    pub(super) chars: [Option<char>; 2],
    /// How it is written.
    pub(super) form: Form,
    /// How often its ampersand was escaped.
    pub(super) layers: usize,
}

/// How a reference is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// `&eacute;`
    Named,
    /// `&#233;`, `&#xE9;`
    Numeric,
    /// `&#146;`: a number that means a character of windows-1252.
    Windows1252,
    /// `&EACUTE;`: a name in a text that was put in upper case.
    UpperCase,
    /// `&eacute` at a place where it can be nothing else.
    Bare,
    /// `& #233;`
    Spaced,
}

/// Reads the reference at the start of `bytes`, which begin with `&`.
///
/// `&amp;amp;lt;` is one reference with two layers. `None` if there is no
/// reference.
pub(super) fn read(bytes: &[u8]) -> Option<Reference> {
    let (mut at, mut layers) = (1, 0);
    let mut last = 0;
    while let Some(len) = escaped_ampersand(&bytes[at..]) {
        last = at;
        at += len;
        layers += 1;
    }
    let found = match value(&bytes[at..]) {
        Some(found) => Reference { len: at + found.len, layers, ..found },
        None if layers > 0 => {
            let form = if bytes[last] == b'#' { Form::Numeric } else { Form::Named };
            Reference { len: at, chars: [Some('&'), None], form, layers: layers - 1 }
        }
        None => return spaced(bytes),
    };
    if found.layers > MAX_LAYERS {
        return Some(Reference { chars: [None; 2], ..found });
    }
    Some(found)
}

/// The length of `amp;` or a number that means the same.
fn escaped_ampersand(bytes: &[u8]) -> Option<usize> {
    match bytes {
        [b'a', b'm', b'p', b';', ..] | [b'A', b'M', b'P', b';', ..] => Some(4),
        [b'#', b'3', b'8', b';', ..] => Some(4),
        [b'#', b'0', b'3', b'8', b';', ..] | [b'#', b'x', b'2', b'6', b';', ..] => Some(5),
        _ => None,
    }
}

/// Reads what stands after the ampersand.
fn value(bytes: &[u8]) -> Option<Reference> {
    match bytes.first()? {
        b'#' => number(bytes),
        b if b.is_ascii_alphabetic() => name(bytes),
        _ => None,
    }
}

fn name(bytes: &[u8]) -> Option<Reference> {
    let window = &bytes[..bytes.len().min(MAX_NAME + 1)];
    let len = window.iter().position(|b| !b.is_ascii_alphanumeric()).unwrap_or(window.len());
    let name = &window[..len];
    let reference = |len, chars, form| Some(Reference { len, chars, form, layers: 0 });
    if bytes.get(len) == Some(&b';') {
        if let Some(named) = entities::lookup(name) {
            return reference(len + 1, named.chars, Form::Named);
        }
        return upper_case(name).and_then(|c| reference(len + 1, [Some(c), None], Form::UpperCase));
    }
    let ends = bytes.get(len) != Some(&b'=') && bytes.get(len) != Some(&b'_');
    let known = if ends { entities::lookup(name) } else { None };
    if let Some(named) = known.filter(|n| n.bare || MARKS.contains(&name)) {
        return reference(len, named.chars, Form::Bare);
    }
    let glued = quote(bytes).or_else(|| (ends && name.starts_with(b"nbsp")).then_some(4));
    if let Some(len) = glued {
        return reference(len, entities::lookup(&bytes[..len])?.chars, Form::Bare);
    }
    // `caf&eacutes`: a browser reads that too; only names that are no
    // beginning of a word.
    let at = accented(name).filter(|&at| name.get(at).is_some_and(u8::is_ascii_lowercase))?;
    let named = entities::lookup(&name[..at]).filter(|named| named.bare)?;
    reference(at, named.chars, Form::Bare)
}

/// Names that browsers want a semicolon for, and that mean nothing else.
static MARKS: &[&[u8]] =
    &[b"rsquo", b"lsquo", b"rdquo", b"ldquo", b"ndash", b"mdash", b"hellip", b"euro"];

/// The length of the name of a quotation mark that a word follows:
/// `&ldquoHello`, `don&rsquot`.
fn quote(bytes: &[u8]) -> Option<usize> {
    let after = bytes.get(5..)?;
    let len = after.iter().take(3).take_while(|b| b.is_ascii_alphanumeric()).count();
    let fits = match &bytes[..5] {
        b"ldquo" | b"lsquo" => after[0].is_ascii_uppercase(),
        b"rsquo" => ENDINGS.iter().any(|ending| ending.as_bytes() == &after[..len]),
        _ => false,
    };
    fits.then_some(5)
}

/// How long a name is that begins with that of an accent, or of a letter with one.
#[rustfmt::skip]
fn accented(name: &[u8]) -> Option<usize> {
    let accent = |name: &[u8]| match name {
        [b'u', b'm', b'l', ..] => Some(3),
        [b'c', b'i', b'r', b'c', ..] | [b'r', b'i', b'n', b'g', ..] | [b'z', b'l', b'i', b'g', ..] => Some(4),
        [b'a', b'c', b'u', b't', b'e', ..] | [b'g', b'r', b'a', b'v', b'e', ..]
        | [b't', b'i', b'l', b'd', b'e', ..] | [b'c', b'e', b'd', b'i', b'l', ..]
        | [b's', b'l', b'a', b's', b'h', ..] => Some(5),
        _ => None,
    };
    (0..2).find_map(|at| Some(at + accent(name.get(at..)?)?))
}

/// The capital that a name means which was itself put in capitals.
fn upper_case(name: &[u8]) -> Option<char> {
    if !name.iter().all(u8::is_ascii_uppercase) {
        return None;
    }
    let mut lower = [0; MAX_NAME];
    let lower = lower.get_mut(..name.len())?;
    lower.copy_from_slice(name);
    lower.make_ascii_lowercase();
    match entities::lookup(lower)?.chars {
        [Some(c), None] => {
            let mut upper = c.to_uppercase();
            upper.next().filter(|_| upper.next().is_none())
        }
        _ => None,
    }
}

fn number(bytes: &[u8]) -> Option<Reference> {
    let (number, end) = digits(bytes)?;
    let closed = bytes.get(end) == Some(&b';');
    let len = end + usize::from(closed);
    let reference =
        |len, c: Option<char>, form| Some(Reference { len, chars: [c, None], form, layers: 0 });
    if !closed {
        // Without semicolon only what is sure not to be a number of its own.
        let sure = matches!(number, 34 | 38 | 39 | 60 | 62 | 128..=0xFFFF);
        let apart = bytes.get(end).is_none_or(|b| *b != b'=' && *b != b'_');
        let c = windows_1252(number).or(char::from_u32(number)).filter(|&c| is_text(c));
        return if sure && apart && c.is_some() { reference(len, c, Form::Bare) } else { None };
    }
    if let Some(c) = windows_1252(number) {
        return reference(len, Some(c), Form::Windows1252);
    }
    if let 0xD800..=0xDBFF = number {
        // Half of a character, as JavaScript counts them.
        let (low, end) = bytes.get(len..)?.strip_prefix(b"&").and_then(digits)?;
        let end = len + 1 + end;
        if !(0xDC00..=0xDFFF).contains(&low) || bytes.get(end) != Some(&b';') {
            return None;
        }
        let c = char::from_u32(0x10000 + ((number - 0xD800) << 10) + (low - 0xDC00));
        return reference(end + 1, c, Form::Numeric);
    }
    let c = char::from_u32(number).filter(|&c| is_text(c) || matches!(c, '\t' | '\n' | '\r'))?;
    reference(len, Some(c), Form::Numeric)
}

/// The number after `#`, and where its digits end.
fn digits(bytes: &[u8]) -> Option<(u32, usize)> {
    let (radix, start, most) = match bytes {
        [b'#', b'x' | b'X', ..] => (16, 2, 6),
        [b'#', ..] => (10, 1, 7),
        _ => return None,
    };
    let (mut number, mut end) = (0, start);
    while let Some(digit) = bytes.get(end).and_then(|&b| char::from(b).to_digit(radix)) {
        if end == start + most {
            return None;
        }
        number = number * radix + digit;
        end += 1;
    }
    (end > start).then_some((number, end))
}

/// Whether it is a character that may stand in text.
fn is_text(c: char) -> bool {
    !c.is_control() && u32::from(c) & 0xFFFE != 0xFFFE && !('\u{FDD0}'..='\u{FDEF}').contains(&c)
}

/// The character at a place that has none in Unicode and one in windows-1252.
pub(super) fn windows_1252(number: u32) -> Option<char> {
    static TABLE: [char; 32] = [
        '€', '\0', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\0', 'Ž', '\0', '\0',
        '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\0', 'ž', 'Ÿ',
    ];
    let at = usize::try_from(number.checked_sub(0x80)?).ok()?;
    TABLE.get(at).copied().filter(|&c| c != '\0')
}

/// `& amp;`: a program put a space after the ampersand.
fn spaced(bytes: &[u8]) -> Option<Reference> {
    static NAMES: &[&[u8]] = &[
        b"amp", b"lt", b"gt", b"quot", b"apos", b"nbsp", b"rsquo", b"lsquo", b"rdquo", b"ldquo",
        b"ndash", b"mdash", b"hellip",
    ];
    // The longest number.
    const MOST: usize = 8;
    let rest = bytes.strip_prefix(b"& ")?;
    let len = rest.iter().take(MOST + 1).position(|b| *b == b';')?;
    let named = NAMES.contains(&&rest[..len]);
    let numbered = digits(rest).is_some_and(|(_, end)| end >= 3 && end == len);
    if !named && !numbered {
        return None;
    }
    let found = value(rest)?;
    Some(Reference { len: found.len + 2, form: Form::Spaced, ..found })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(text: &str) -> Option<(usize, String, usize)> {
        let found = read(text.as_bytes())?;
        Some((found.len, found.chars.into_iter().flatten().collect(), found.layers))
    }

    #[test]
    fn accented_letters_are_read_from_the_beginning_of_a_word() {
        for name in [
            "acute", "eacute", "Agrave", "icirc", "uml", "Ouml", "ntilde", "cedil", "ccedil",
            "aring", "Oslash", "szlig",
        ] {
            let read = |text: String| read(text.as_bytes()).map(|found| found.len);
            assert_eq!(read(format!("&{name}s")), Some(name.len() + 1), "{name}");
            assert_eq!(read(format!("&xx{name}s")), None, "{name}");
        }
    }

    #[test]
    fn layers_are_one_reference() {
        for (text, len, value, layers) in [
            ("&lt;", 4, "<", 0),
            ("&amp;", 5, "&", 0),
            ("&amp;T", 5, "&", 0),
            ("&nbspof", 5, "\u{A0}", 0),
            ("&amp;lt;", 8, "<", 1),
            ("&amp;#38;#x26;lt;", 17, "<", 3),
            ("&amp;amp;", 9, "&", 1),
            ("&amp;amp;amp;amp;amp;lt;", 24, "", 5),
        ] {
            assert_eq!(decoded(text), Some((len, value.to_owned(), layers)), "{text}");
        }
    }

    #[test]
    fn numbers_that_mean_no_character_are_none() {
        for text in ["&#0;", "&#xD800;", "&#x110000;", "&#99999999;", "&#129;", "&#xFFFF;", "&#;"] {
            assert_eq!(decoded(text), None, "{text}");
        }
        assert_eq!(decoded("&#55357;&#56832;"), Some((16, "\u{1F600}".to_owned(), 0)));
    }
}
