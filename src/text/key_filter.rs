//! Small sets of words that say yes to a few more: Bloom filters with one hash,
//! over the [keys](super::Word) of words.
//!
//! A word that such a set does not have is none of those in it, for the price
//! of one look. The sets are slices of any length; with a few hundred words in
//! 256 numbers, one in fifty of all others is taken for one of them.

/// Puts a key into the set.
#[inline]
pub(crate) fn add(set: &mut [u64], key: u32) {
    set[place(set.len(), key)] |= 1 << (key & 63);
}

/// Whether a word of this key may be one of the set.
#[inline]
pub(crate) fn may_have(set: &[u64], key: u32) -> bool {
    set[place(set.len(), key)] >> (key & 63) & 1 != 0
}

/// A place for a key by its upper bits, as the lower ones choose the bit.
#[inline]
pub(crate) fn place(len: usize, key: u32) -> usize {
    ((u64::from(key) * len as u64) >> 32) as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon;

    #[test]
    fn a_set_has_its_words_and_few_others() {
        let key = |n: u32| lexicon::get_with_key(&format!("word{n}")).1;
        let mut set = [0; 256];
        (0..300).for_each(|n| add(&mut set, key(n)));
        assert!((0..300).all(|n| may_have(&set, key(n))));
        let others = (300..10_300).filter(|n| may_have(&set, key(*n))).count();
        assert!(others < 400, "{others}");
    }
}
