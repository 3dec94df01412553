//! Finding the next character that the pass may have work with.

/// The next byte at or after `from` where such a character begins; the length
/// of the text if there is none.
pub(super) fn next(text: &str, from: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = from;
    while at < bytes.len() {
        let first = bytes[at];
        if first < 0x80 {
            at = next_high_or_return(bytes, at);
            if bytes.get(at) == Some(&b'\r') {
                return at;
            }
            continue;
        }
        if concerns(&bytes[at..]) {
            return at;
        }
        at += match first {
            0..0xE0 => 2,
            0xE0..0xF0 => 3,
            _ => 4,
        };
    }
    bytes.len()
}

/// The next byte that is a carriage return or not ASCII.
fn next_high_or_return(bytes: &[u8], from: usize) -> usize {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGHS: u64 = 0x80 * ONES;
    let mut at = from;
    while let Some((chunk, _)) = bytes[at..].split_first_chunk::<8>() {
        let x = u64::from_le_bytes(*chunk);
        // A carriage return is the byte that this makes zero; the first
        // zero byte from below is exact.
        let y = x ^ (u64::from(b'\r') * ONES);
        let found = (x | (y.wrapping_sub(ONES) & !y)) & HIGHS;
        if found != 0 {
            return at + (found.trailing_zeros() / 8) as usize;
        }
        at += 8;
    }
    while at < bytes.len() && bytes[at] < 0x80 && bytes[at] != b'\r' {
        at += 1;
    }
    at
}

/// Whether the character that the bytes begin with may need work.
fn concerns(bytes: &[u8]) -> bool {
    match *bytes {
        [0xC2, second, ..] => matches!(second, 0x85 | 0xA0),
        // Combining marks.
        [0xCC | 0xCD, ..] => true,
        [0xD9, 0x93..=0x95, ..] => true,
        // Signs that join a letter before them, in the scripts of India.
        [0xE0, second, third, ..] => match second {
            0xA4 | 0xA6 => third == 0xBC || third == 0xBE,
            0xA7 | 0xAD | 0xAF => matches!(third, 0x96 | 0x97),
            0xAC => matches!(third, 0xBE),
            0xAE | 0xB4 => third == 0xBE,
            0xB1 => third == 0x96,
            0xB3 => matches!(third, 0x82 | 0x95 | 0x96),
            0xB5 => third == 0x97,
            0xB7 => matches!(third, 0x8A | 0x8F | 0x9F),
            _ => false,
        },
        // Korean vowels and final consonants.
        [0xE1, 0x85, 0xA1..=0xB5, ..] | [0xE1, 0x86, 0xA8..=0xBF, ..] => true,
        [0xE1, 0x87, 0x80..=0x82, ..] => true,
        [0xE2, 0x80, third, ..] => matches!(third, 0x80..=0x8A | 0xA8 | 0xA9 | 0xAF),
        [0xE2, 0x81, 0x9F, ..] => true,
        [0xE2, 0x84, third, ..] => matches!(third, 0xA6 | 0xAA | 0xAB),
        [0xE3, 0x80, 0x80, ..] => true,
        // Voicing marks of Japanese.
        [0xE3, 0x82, third, ..] => matches!(third, 0x99 | 0x9A),
        [0xEF, 0xAC, third, ..] => third <= 0x86,
        [0xEF, 0xBC, ..] | [0xEF, 0xBD, 0x81..=0x9A, ..] => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::char::{canonical_combining_class, compose};

    #[test]
    fn all_that_composes_in_the_basic_plane_is_found() {
        let all = || ('\u{300}'..='\u{FFFF}').chain('a'..='z');
        let bases: Vec<char> = ('A'..='\u{FFFF}').collect();
        for mark in all().filter(|&c| {
            canonical_combining_class(c) > 0
                || !c.is_alphabetic()
                || matches!(c, '\u{1161}'..='\u{11C2}')
                || matches!(c, '\u{900}'..='\u{DFF}')
        }) {
            if bases.iter().any(|&b| compose(b, mark).is_some()) {
                let text = mark.to_string();
                // Scripts that hardly occur on the web are left out.
                let rare = matches!(mark, '\u{102E}' | '\u{1B35}');
                assert!(rare || next(&text, 0) == 0, "{:x}", mark as u32);
            }
        }
    }

    #[test]
    fn every_place_of_a_carriage_return() {
        for at in 0..20 {
            let mut text = "\u{c}\u{e}some ascii text, no".to_owned();
            text.truncate(at);
            text.push('\r');
            text.push_str(" and the rest of it");
            assert_eq!(next(&text, 0), at.min(21));
        }
    }
}
