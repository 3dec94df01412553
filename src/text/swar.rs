//! Eight bytes in one register: runs of ASCII letters and their case.
//!
//! Safe code reads eight bytes as one `u64` (little-endian, so the first byte
//! is the lowest) and asks all of them at once. For short words, which most
//! are, this has no branch that depends on the length of the word.

use super::words::Case;

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGHS: u64 = 0x80 * ONES;
const CASE_BIT: u64 = 0x20 * ONES;

/// One to eight ASCII letters at the top of a register, the first one lowest;
/// zeros below.
#[derive(Clone, Copy, Debug)]
pub(super) struct Letters {
    letters: u64,
    /// The case bit of each of them.
    bits: u64,
}

impl Letters {
    /// The first `len` of eight bytes, which are letters.
    #[inline(always)]
    pub(super) fn first(bytes: [u8; 8], len: usize) -> Self {
        let others = 64 - 8 * len;
        Self { letters: u64::from_le_bytes(bytes) << others, bits: CASE_BIT << others }
    }

    /// The last `len` of eight bytes, which are letters.
    #[inline(always)]
    pub(super) fn last(bytes: [u8; 8], len: usize) -> Self {
        let others = 64 - 8 * len;
        Self { letters: u64::from_le_bytes(bytes) >> others << others, bits: CASE_BIT << others }
    }

    /// In lower case.
    #[inline(always)]
    pub(super) fn lower(self) -> u64 {
        self.letters | self.bits
    }

    #[inline(always)]
    fn are_small(self) -> bool {
        self.lower() == self.letters
    }

    #[inline(always)]
    fn are_capitals(self) -> bool {
        self.letters & self.bits == 0
    }

    /// The case of the word that they are.
    #[inline(always)]
    pub(super) fn case(self) -> Case {
        // What most words are costs the least.
        if self.are_small() {
            return Case::Lower;
        }
        let (capitals, first) = (!self.letters & self.bits, self.bits & self.bits.wrapping_neg());
        match capitals {
            _ if capitals == first => Case::Title,
            _ if capitals == self.bits => Case::Upper,
            _ => Case::Mixed,
        }
    }
}

impl Case {
    /// The case of a word that goes on with these letters.
    #[inline(always)]
    pub(super) fn and(self, more: Letters) -> Self {
        match self {
            Self::Lower | Self::Title if more.are_small() => self,
            Self::Upper if more.are_capitals() => self,
            _ => Self::Mixed,
        }
    }
}

/// The high bit of each byte that is an ASCII letter.
#[inline]
fn letters_in(x: u64) -> u64 {
    // Without its high bit and in lower case, a byte is a letter if adding
    // the distance from `a` to 0x80 carries into the high bit and adding the
    // distance from behind `z` does not. No sum leaves its byte.
    let folded = (x | CASE_BIT) & !HIGHS;
    let from_a = folded + (0x80 - u64::from(b'a')) * ONES;
    let behind_z = folded + (0x80 - u64::from(b'z') - 1) * ONES;
    from_a & !behind_z & !x & HIGHS
}

/// How many ASCII letters eight bytes begin with.
#[inline]
pub(crate) fn letters_len(x: u64) -> usize {
    ((!letters_in(x) & HIGHS).trailing_zeros() / 8) as usize
}

/// How many ASCII letters a text begins with.
#[inline]
pub(super) fn letters_len_of(text: &[u8]) -> usize {
    let mut len = 0;
    while let Some(chunk) = text[len..].first_chunk() {
        let more = letters_len(u64::from_le_bytes(*chunk));
        len += more;
        if more < chunk.len() {
            return len;
        }
    }
    len + text[len..].iter().take_while(|b| b.is_ascii_alphabetic()).count()
}

/// The high bit of each byte that is an ASCII digit.
#[inline]
fn digits_in(x: u64) -> u64 {
    let low = x & !HIGHS;
    let from_0 = low + (0x80 - u64::from(b'0')) * ONES;
    let behind_9 = low + (0x80 - u64::from(b'9') - 1) * ONES;
    from_0 & !behind_9 & !x & HIGHS
}

/// How many ASCII letters and digits a text begins with.
#[inline]
pub(crate) fn alphanumeric_len(text: &[u8]) -> usize {
    let mut len = 0;
    while let Some(chunk) = text[len..].first_chunk() {
        let x = u64::from_le_bytes(*chunk);
        let others = !(letters_in(x) | digits_in(x)) & HIGHS;
        if others != 0 {
            return len + (others.trailing_zeros() / 8) as usize;
        }
        len += chunk.len();
    }
    len + text[len..].iter().take_while(|b| b.is_ascii_alphanumeric()).count()
}

/// Eight bytes with ASCII letters in lower case.
#[inline]
pub(super) fn lower(x: u64) -> u64 {
    let capitals = letters_in(x) & !(x << 2);
    x | capitals >> 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_digits_are_counted_up_to_any_other_byte() {
        for len in 0..20 {
            for b in 0..=255 {
                let mut text = b"aZ09xY5zA8".repeat(2);
                text.truncate(len);
                text.push(b);
                text.extend_from_slice(b"b..........");
                let slow = text.iter().take_while(|b| b.is_ascii_alphanumeric()).count();
                assert_eq!(alphanumeric_len(&text), slow, "{b} behind {len}");
                assert_eq!(alphanumeric_len(&text[..=len]), slow.min(len + 1));
            }
        }
    }

    #[test]
    fn every_byte_at_every_place() {
        for b in 0..=255 {
            for at in 0..8 {
                for other in 0..8 {
                    let mut bytes = *b"aZbYcXdW";
                    bytes[other] = b'@';
                    bytes[at] = b;
                    let letters = bytes.iter().take_while(|b| b.is_ascii_alphabetic()).count();
                    assert_eq!(letters_len(u64::from_le_bytes(bytes)), letters, "{bytes:?}");
                    if let 1.. = letters {
                        let word = std::str::from_utf8(&bytes[..letters]).unwrap();
                        let all = Letters::first(bytes, letters);
                        assert_eq!(all.case(), Case::of(word), "{word}");
                        assert_eq!(all.are_small(), Case::of(word) == Case::Lower, "{word}");
                        assert_eq!(
                            all.are_capitals(),
                            !word.contains(char::is_lowercase),
                            "{word}"
                        );
                        let mut lower = [0; 8];
                        lower[8 - letters..].copy_from_slice(word.to_ascii_lowercase().as_bytes());
                        assert_eq!(all.lower(), u64::from_le_bytes(lower), "{word}");
                        let mut behind = [b'@'; 8];
                        behind[8 - letters..].copy_from_slice(word.as_bytes());
                        let last = Letters::last(behind, letters);
                        assert_eq!(last.lower(), all.lower(), "{word}");
                        assert_eq!(last.case(), all.case(), "{word}");
                    }
                    let lowered = lower(u64::from_le_bytes(bytes)).to_le_bytes();
                    assert_eq!(lowered, bytes.map(|b| b.to_ascii_lowercase()));
                }
            }
        }
    }
}
