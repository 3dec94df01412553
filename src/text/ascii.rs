//! Skipping ASCII.

const HIGHS: u64 = 0x8080_8080_8080_8080;

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
}
