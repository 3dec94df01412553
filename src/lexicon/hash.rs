//! The hash of a word, the same for all its cases.
//!
//! Part of the format of the embedded table: a change here changes the table.

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGHS: u64 = 0x80 * ONES;

/// Odd numbers without pattern: the fractions of the square roots of 2, 3, 5.
const SEED: u64 = 0x6A09_E667_F3BC_C909;
const FACTOR: u64 = 0xBB67_AE85_84CA_A73B;
const LAST: u64 = 0x3C6E_F372_FE94_F82B;

/// Words that are longer, in bytes, are in no lexicon.
pub(crate) const MAX_LEN: usize = 64;

/// The hash of a word, if the lexicon can have it at all.
#[inline]
pub(super) fn of(word: &[u8]) -> Option<u64> {
    if word.is_empty() || word.len() > MAX_LEN {
        None
    } else if word.is_ascii() {
        Some(hash(word))
    } else {
        of_other(std::str::from_utf8(word).ok()?)
    }
}

/// [`of`] for a word that is known to be UTF-8.
#[inline]
pub(super) fn of_str(word: &str) -> Option<u64> {
    if word.len() > MAX_LEN || word.is_ascii() { of(word.as_bytes()) } else { of_other(word) }
}

/// The hash of a word that is not all ASCII: in lower case, with straight
/// apostrophes.
fn of_other(word: &str) -> Option<u64> {
    let mut folded = [0; MAX_LEN + 16];
    let mut len = 0;
    for c in word.chars() {
        match c {
            // Those of ASCII are hashed as small letters.
            ..'\u{80}' => {
                *folded.get_mut(len)? = c as u8;
                len += 1;
            }
            '’' => {
                *folded.get_mut(len)? = b'\'';
                len += 1;
            }
            _ => match small_letter(c) {
                Some(lower) => len += lower.encode_utf8(folded.get_mut(len..len + 4)?).len(),
                None => {
                    for lower in c.to_lowercase() {
                        len += lower.encode_utf8(folded.get_mut(len..len + 4)?).len();
                    }
                }
            },
        }
    }
    Some(hash(&folded[..len]))
}

/// The lower case of the letters of most languages, without a look at a table.
#[inline]
fn small_letter(c: char) -> Option<char> {
    let code = c as u32;
    match c {
        'ß'..='ÿ' => Some(c),
        'À'..='Ö' | 'Ø'..='Þ' => char::from_u32(code + 0x20),
        // In pairs, the capital first.
        'Ā'..='į' | 'Ĳ'..='ķ' | 'Ŋ'..='ŷ' | 'Ạ'..='ỹ' => char::from_u32(code | 1),
        'Ĺ'..='ň' | 'Ź'..='ž' => char::from_u32((code + 1) & !1),
        _ => None,
    }
}

/// The hash of at least one byte. ASCII capitals count as small letters.
#[inline]
fn hash(word: &[u8]) -> u64 {
    let mut state = START;
    let mut rest = word;
    while let Some((chunk, after)) = rest.split_first_chunk::<8>() {
        state = add(state, lower(u64::from_le_bytes(*chunk)));
        rest = after;
    }
    if !rest.is_empty() {
        state = add(state, lower(up_to_7(rest)));
    }
    finish(state)
}

/// The state of the hash before the first letter.
pub(super) const START: u64 = SEED;

/// The state after one to eight more bytes, the first of them lowest. What is
/// not there is zero at the bottom, so that their number counts too.
#[inline]
pub(super) fn add(state: u64, bytes: u64) -> u64 {
    mix(state ^ bytes, FACTOR)
}

/// The hash of all that was added.
#[inline]
pub(super) fn finish(state: u64) -> u64 {
    mix(state, LAST)
}

/// One to seven bytes at the top of a register, without a loop.
#[inline]
fn up_to_7(bytes: &[u8]) -> u64 {
    let len = bytes.len();
    let low = if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>())
    {
        let [first, last] = [first, last].map(|half| u64::from(u32::from_le_bytes(*half)));
        first | last << (8 * (len - 4))
    } else {
        let at = |i: usize| u64::from(bytes[i]) << (8 * i);
        at(0) | at(len / 2) | at(len - 1)
    };
    low << (64 - 8 * len)
}

/// Eight bytes with ASCII capitals in lower case.
#[inline]
fn lower(x: u64) -> u64 {
    // Adding the distance from `A` to 0x80 carries into the high bit from `A`
    // on, adding the distance from behind `Z` does only behind it. Without
    // the high bits no sum leaves its byte.
    let low = x & !HIGHS;
    let from_a = low + (0x80 - u64::from(b'A')) * ONES;
    let behind_z = low + (0x80 - u64::from(b'Z') - 1) * ONES;
    x | (from_a & !behind_z & !x & HIGHS) >> 2
}

/// A multiplication with both halves of its result.
#[inline]
fn mix(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b);
    product as u64 ^ (product >> 64) as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_ascii_capitals_change() {
        for b in 0..=255u8 {
            for at in 0..8 {
                let mut bytes = *b"az-AZ@[{";
                bytes[at] = b;
                let folded = u64::from_le_bytes(bytes.map(|b| b.to_ascii_lowercase()));
                assert_eq!(lower(u64::from_le_bytes(bytes)), folded, "{bytes:?}");
            }
        }
    }

    #[test]
    fn small_letters_are_those_of_the_table() {
        for c in '\0'..=char::MAX {
            if let Some(small) = small_letter(c) {
                assert!(c.to_lowercase().eq([small]), "{c:?}");
            }
        }
    }

    #[test]
    fn every_byte_counts() {
        let word = b"abcdefghijklmnopqrstuvwxyz";
        for len in 1..word.len() {
            let mut seen = vec![of(&word[..len])];
            for at in 0..len {
                let mut other = word[..len].to_vec();
                other[at] = b'\'';
                seen.push(of(&other));
            }
            seen.sort();
            seen.dedup();
            assert_eq!(seen.len(), len + 1);
        }
    }

    #[test]
    fn lower_case_that_is_longer_fits_or_is_no_word() {
        assert!(of("İ".repeat(32).as_bytes()).is_none());
        assert!(of("İstanbul".as_bytes()).is_some());
    }
}
