//! A small set of words that says yes to a few more.

/// The size of the set in bits.
const BITS: u32 = 1 << 14;

/// The keys of some words as a set of bits (a Bloom filter with one hash): a
/// word that it does not have is none of them, for the price of one look.
///
/// With a few hundred words in it, it has one in fifty of all others.
#[derive(Debug)]
pub(crate) struct KeyFilter([u64; BITS as usize / 64]);

impl KeyFilter {
    /// Whether a word of this key may be one of those.
    #[inline]
    pub(crate) fn may_have(&self, key: u32) -> bool {
        let bit = key % BITS;
        self.0[(bit / 64) as usize] >> (bit % 64) & 1 != 0
    }
}

impl FromIterator<u32> for KeyFilter {
    fn from_iter<I: IntoIterator<Item = u32>>(keys: I) -> Self {
        let mut it = Self([0; BITS as usize / 64]);
        for key in keys {
            let bit = key % BITS;
            it.0[(bit / 64) as usize] |= 1 << (bit % 64);
        }
        it
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon;

    #[test]
    fn it_has_its_words_and_few_others() {
        let key = |n: u32| lexicon::get_with_key(&format!("word{n}")).1;
        let filter: KeyFilter = (0..300).map(key).collect();
        assert!((0..300).all(|n| filter.may_have(key(n))));
        let others = (300..10_300).filter(|n| filter.may_have(key(*n))).count();
        assert!(others < 400, "{others}");
    }
}
