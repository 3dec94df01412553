//! Eight bytes at a time in one register: runs of ASCII letters and their case.
//!
//! Safe code reads eight bytes as one `u64` (little-endian, so the first byte
//! is the lowest) and asks all of them at once. For short words, which most
//! are, this has no branch that depends on the length of the word.

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGHS: u64 = 0x80 * ONES;
const CASE_BIT: u64 = 0x20 * ONES;

/// A run of ASCII letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Run {
    /// Its length in bytes.
    pub(super) len: usize,
    /// How many of the letters are capitals.
    pub(super) upper: usize,
}

/// The run of ASCII letters that the bytes begin with.
#[inline]
pub(super) fn letters(bytes: &[u8]) -> Run {
    let mut run = Run::default();
    let mut rest = bytes;
    while let Some((chunk, after)) = rest.split_first_chunk::<8>() {
        let x = u64::from_le_bytes(*chunk);
        let letters = letters_in(x);
        let others = !letters & HIGHS;
        // The bytes below the first other one.
        let taken = if others == 0 { u64::MAX } else { (others & others.wrapping_neg()) - 1 };
        run.len += (others.trailing_zeros() / 8) as usize;
        run.upper += (letters & taken & !(x << 2)).count_ones() as usize;
        if others != 0 {
            return run;
        }
        rest = after;
    }
    for b in rest.iter().take_while(|b| b.is_ascii_alphabetic()) {
        run.len += 1;
        run.upper += usize::from(b.is_ascii_uppercase());
    }
    run
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

#[cfg(test)]
mod tests {
    use super::*;

    fn naive(bytes: &[u8]) -> Run {
        let word: Vec<_> = bytes.iter().take_while(|b| b.is_ascii_alphabetic()).collect();
        let upper = word.iter().filter(|b| b.is_ascii_uppercase()).count();
        Run { len: word.len(), upper }
    }

    #[test]
    fn every_byte_at_every_place() {
        for b in 0..=255 {
            for at in 0..24 {
                for len in 0..24 {
                    let mut bytes = b"aZbYcXdWeVfUgThSiRjQkPlO"[..len].to_vec();
                    if let Some(place) = bytes.get_mut(at) {
                        *place = b;
                    }
                    assert_eq!(letters(&bytes), naive(&bytes), "{bytes:?}");
                }
            }
        }
    }
}
