//! Maps whose keys are hashes already.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// From the hash of a word or a line to what is known of it.
pub(crate) type ByHash<V> = HashMap<u64, V, BuildHasherDefault<Passthrough>>;

/// An odd number without pattern: the fraction of 1 / π.
const FACTOR: u64 = 0x517c_c1b7_2722_0a95;

/// The hash of what `hash` stands for with one more character.
#[inline]
pub(crate) const fn push(hash: u64, c: u32) -> u64 {
    push_eight(hash, c as u64)
}

/// The hash of what `hash` stands for with eight more bytes.
#[inline]
pub(crate) const fn push_eight(hash: u64, bytes: u64) -> u64 {
    (hash.rotate_left(5) ^ bytes).wrapping_mul(FACTOR)
}

/// The hash of a word or a line.
pub(crate) fn of(bytes: &[u8]) -> u64 {
    bytes.chunks(8).fold(bytes.len() as u64, |hash, chunk| push_eight(hash, first_bytes(chunk)))
}

/// The first eight bytes as a number, zeros for those that are not there.
#[inline]
pub(crate) fn first_bytes(bytes: &[u8]) -> u64 {
    match bytes.first_chunk::<8>() {
        Some(chunk) => u64::from_le_bytes(*chunk),
        None => bytes.iter().rev().fold(0, |number, &b| number << 8 | u64::from(b)),
    }
}

/// The eight bytes from `at` on as a number, zeros for those that are not there.
#[inline]
pub(crate) fn bytes_at(text: &[u8], at: usize) -> u64 {
    let rest = &text[at..];
    match (rest.first_chunk::<8>(), text.last_chunk::<8>()) {
        (Some(chunk), _) => u64::from_le_bytes(*chunk),
        (None, Some(last)) if !rest.is_empty() => {
            u64::from_le_bytes(*last) >> (64 - 8 * rest.len())
        }
        _ => first_bytes(rest),
    }
}

/// A hasher for keys that are hashes.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Passthrough(u64);

impl Hasher for Passthrough {
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.write_u64(u64::from(byte));
        }
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = key ^ (key >> 32);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_read_wherever_they_stand() {
        for text in ["", "a", "seven77", "eight888", "nine99999 and more"] {
            for at in 0..=text.len() {
                let rest = &text.as_bytes()[at..];
                assert_eq!(bytes_at(text.as_bytes(), at), first_bytes(rest), "{text:?} at {at}");
            }
        }
    }
}
