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
