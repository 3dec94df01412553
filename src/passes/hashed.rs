//! Maps whose keys are hashes already.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// From the hash of a word or a line to what is known of it.
pub(crate) type ByHash<V> = HashMap<u64, V, BuildHasherDefault<Passthrough>>;

/// An odd number without pattern: the fraction of 1 / π.
const FACTOR: u64 = 0x517c_c1b7_2722_0a95;

/// The hash of what `hash` stands for with one more character.
#[inline]
pub(crate) fn push(hash: u64, c: u32) -> u64 {
    (hash.rotate_left(5) ^ u64::from(c)).wrapping_mul(FACTOR)
}

/// The hash of a word or a line.
pub(crate) fn of(bytes: &[u8]) -> u64 {
    bytes.chunks(8).fold(bytes.len() as u64, |hash, chunk| {
        (hash.rotate_left(5) ^ first_bytes(chunk)).wrapping_mul(FACTOR)
    })
}

/// The first eight bytes as a number, zeros for those that are not there.
#[inline]
pub(crate) fn first_bytes(bytes: &[u8]) -> u64 {
    match bytes.first_chunk::<8>() {
        Some(chunk) => u64::from_le_bytes(*chunk),
        None => bytes.iter().rev().fold(0, |number, &b| number << 8 | u64::from(b)),
    }
}

/// The word at the beginning of a text whose words are parted by one space:
/// how long it is, and its hash, as [`of`] gives it.
#[inline]
pub(crate) fn first_word(text: &[u8]) -> (usize, u64) {
    let Some(chunk) = text.first_chunk::<8>() else {
        let len = text.iter().position(|&b| b == b' ').unwrap_or(text.len());
        return (len, of(&text[..len]));
    };
    let number = u64::from_le_bytes(*chunk);
    // The lowest of these bits is that of the first space.
    let other = number ^ 0x2020_2020_2020_2020;
    let spaces = other.wrapping_sub(0x0101_0101_0101_0101) & !other & 0x8080_8080_8080_8080;
    if spaces == 0 {
        let len = memchr::memchr(b' ', text).unwrap_or(text.len());
        return (len, of(&text[..len]));
    }
    let len = spaces.trailing_zeros() / 8;
    if len == 0 {
        return (0, of(&[]));
    }
    let word = number & (u64::MAX >> (64 - 8 * len));
    (len as usize, (u64::from(len).rotate_left(5) ^ word).wrapping_mul(FACTOR))
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
    fn the_first_word_is_hashed_as_it_would_be_alone() {
        for text in ["", " ", "a", "a b", "seven77", "eight888", "eight888 ", "nine99999 b"] {
            for more in ["", " of", " of these words", "x", "\u{e9}t\u{e9} encore"] {
                let text = format!("{text}{more}");
                let word = text.split(' ').next().unwrap_or("");
                assert_eq!(
                    first_word(text.as_bytes()),
                    (word.len(), of(word.as_bytes())),
                    "{text}"
                );
            }
        }
    }
}
