//! Of which characters words are made.

use std::sync::LazyLock;

use unicode_normalization::char::is_combining_mark;

use crate::data::letters::LETTERS;
use crate::text::words::weight_of;

/// The character that begins with this byte and goes on with these in UTF-8.
#[inline]
pub(super) fn three_byte_char(first: u8, rest: Option<&[u8]>) -> char {
    let &[second, third] = rest.unwrap_or(&[]) else { return '\0' };
    let low = u32::from(second & 0x3F) << 6 | u32::from(third & 0x3F);
    char::from_u32(u32::from(first & 0x0F) << 12 | low).unwrap_or('\0')
}

/// Tells the weight of a letter without case from that of other characters.
pub(super) const LETTER: u64 = 1 << 63;

/// The weight for its case of each letter of one or two bytes, and zeros.
pub(super) static LETTER_WEIGHTS: LazyLock<Box<[u64; 0x800]>> = LazyLock::new(|| {
    let letter = |c| char::from_u32(c).filter(|c| is_letter(*c));
    let weights = (0..).map(|c| letter(c).map_or(0, |c| LETTER | weight_of(c)));
    let mut table = Box::new([0; 0x800]);
    table.iter_mut().zip(weights).for_each(|(place, weight)| *place = weight);
    table
});

/// Whether it is one of the block of quotes, dashes and spaces, most of what is
/// outside ASCII behind a stop. No letter and no number is among them.
pub(super) fn is_general_mark(c: char) -> bool {
    matches!(c, '\u{2000}'..='\u{206f}')
}

/// Whether words are made of it: a letter of any script, or a mark on one.
#[inline]
pub(super) fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_alphabetic(),
        '\u{80}'..='\u{2fff}' => {
            let c = c as usize;
            LETTERS[c >> 6] >> (c & 63) & 1 != 0
        }
        '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' => true,
        '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}' => true,
        _ => is_letter_by_table(c),
    }
}

pub(super) fn is_letter_by_table(c: char) -> bool {
    c.is_alphabetic() || is_combining_mark(c)
}
