//! Skipping ASCII.

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGHS: u64 = 0x80 * ONES;

/// The first byte at or after `from` that is not ASCII; the length if there
/// is none.
#[inline]
pub(crate) fn next_high(bytes: &[u8], from: usize) -> usize {
    let mut at = from;
    while let Some((chunk, _)) = bytes[at..].split_first_chunk::<8>() {
        let highs = u64::from_le_bytes(*chunk) & HIGHS;
        if highs != 0 {
            return at + (highs.trailing_zeros() / 8) as usize;
        }
        at += 8;
    }
    while at < bytes.len() && bytes[at].is_ascii() {
        at += 1;
    }
    at
}

/// The first byte at or after `from` that is neither a printable ASCII
/// character nor a space; the length if there is none.
#[inline]
pub(crate) fn next_unprintable(bytes: &[u8], from: usize) -> usize {
    let mut at = from;
    while let Some((chunk, _)) = bytes[at..].split_first_chunk::<8>() {
        let x = u64::from_le_bytes(*chunk);
        // The high bit of each byte below 20, of 7F and of those above.
        let found = (x | !((x | HIGHS) - 0x20 * ONES) | ((x & !HIGHS) + ONES)) & HIGHS;
        if found != 0 {
            return at + (found.trailing_zeros() / 8) as usize;
        }
        at += 8;
    }
    while at < bytes.len() && matches!(bytes[at], b' '..=b'~') {
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place() {
        for len in 0..40 {
            for at in 0..=len {
                let mut bytes = vec![b'a'; len];
                if let Some(b) = bytes.get_mut(at) {
                    *b = 0x80;
                }
                for from in 0..=at {
                    assert_eq!(next_high(&bytes, from), at);
                }
            }
        }
    }

    #[test]
    fn every_byte() {
        for b in 0..=255 {
            for at in 0..20 {
                let mut bytes = *b"clean ascii text~ !!";
                bytes[at] = b;
                let want = if matches!(b, b' '..=b'~') { 20 } else { at };
                assert_eq!(next_unprintable(&bytes, 0), want, "{b:x} at {at}");
            }
        }
    }
}
