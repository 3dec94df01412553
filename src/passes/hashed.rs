//! Maps whose keys are hashes already.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// From the hash of a word or a line to what is known of it.
pub(super) type ByHash<V> = HashMap<u64, V, BuildHasherDefault<Passthrough>>;

/// The hash of what `hash` stands for with one more character.
#[inline]
pub(super) fn push(hash: u64, c: u32) -> u64 {
    (hash.rotate_left(5) ^ u64::from(c)).wrapping_mul(0x517c_c1b7_2722_0a95)
}

/// A hasher for keys that are hashes.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Passthrough(u64);

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
