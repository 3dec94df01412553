//! A hash table that is read where it lies in the binary.
//!
//! Buckets of four words: 32 bits of the hash of each (its fingerprint,
//! little-endian), and then for each a byte with what is known of it; 0 is a
//! free place. A word is in one of two buckets (cuckoo hashing). Nothing is
//! parsed or built when the program starts.
//!
//! Before all that lies a small part with one bucket for a word, filled with
//! the most frequent words that find a place: nine in ten words of a text are
//! found there, in the fast part of the memory, and do not push the text out.
//!
//! A word that is not in the table is compared with at most eight
//! fingerprints, 95 in 100 of them taken. It meets its own fingerprint in one
//! of them with a chance of 8 * 0.95 / 2^32, which is 1.8e-9. A pass that tries
//! the six hundred neighbours of an unknown word meets a word that is none
//! once in a million unknown words. The words that are in the table are told
//! apart without fail.

use std::num::NonZero;

use wide::u32x4;

/// Rendered from `data/words.tsv` by `tests/codegen_lexicon.rs`.
static TABLE: &[u8] = include_bytes!("../data/lexicon.bin");

const SLOTS: usize = 4;
const FINGERPRINTS: usize = SLOTS * 4;
const BUCKET: usize = FINGERPRINTS + SLOTS;

/// The buckets for the frequent words: 40 KiB.
const FREQUENT: usize = 1 << 11;

/// What the table knows of the word with this hash; 0 if it does not have it.
#[inline]
pub(super) fn get(hash: u64) -> u8 {
    get_in(TABLE, hash)
}

/// What the part with the most frequent words knows.
#[inline]
pub(super) fn get_frequent(hash: u64) -> Option<u8> {
    find(TABLE, place(hash, FREQUENT), hash)
}

#[inline]
fn get_in(table: &[u8], hash: u64) -> u8 {
    match find(table, place(hash, FREQUENT), hash) {
        Some(entry) => entry,
        None => get_in_large(table, hash),
    }
}

/// [`get`] for what is hardly ever a word: it does not look among the frequent
/// ones first.
#[inline]
pub(super) fn get_in_all(hash: u64) -> u8 {
    get_in_large(TABLE, hash)
}

/// What the large part knows, which has all words.
fn get_in_large(table: &[u8], hash: u64) -> u8 {
    let all = table.get(FREQUENT * BUCKET..).unwrap_or(&[]);
    let [first, second] = places(hash, all.len() / BUCKET);
    find(all, first, hash).or_else(|| find(all, second, hash)).unwrap_or(0)
}

/// What the bucket knows of the word with this hash. A free place has a
/// fingerprint that no word has.
#[inline]
fn find(table: &[u8], bucket: usize, hash: u64) -> Option<u8> {
    let bucket = table[bucket * BUCKET..].first_chunk::<BUCKET>()?;
    let places = std::array::from_fn(|slot| {
        let at = slot * 4;
        u32::from_le_bytes([bucket[at], bucket[at + 1], bucket[at + 2], bucket[at + 3]])
    });
    // A bit for each slot.
    let same = u32x4::new(places).simd_eq(u32x4::splat(fingerprint(hash))).to_bitmask();
    let slot = NonZero::new(same)?.trailing_zeros() as usize;
    bucket.get(FINGERPRINTS + slot).copied()
}

/// The part of a hash that the table keeps.
#[inline]
pub(super) fn fingerprint(hash: u64) -> u32 {
    (hash >> 32) as u32
}

/// The two buckets in which the word may be.
#[inline]
fn places(hash: u64, buckets: usize) -> [usize; 2] {
    [place(hash, buckets), place(hash.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32, buckets)]
}

/// 32 bits of a hash, as a share of all buckets.
#[inline]
fn place(hash: u64, buckets: usize) -> usize {
    (((hash & 0xFFFF_FFFF) * buckets as u64) >> 32) as usize
}

/// Makes the table of these hashes and what is known of them.
///
/// None if no table of about the right size holds them all apart.
pub(super) fn render(entries: &[(u64, u8)]) -> Option<Vec<u8>> {
    let mut order = entries.to_vec();
    // Words that come first are more often in their first bucket.
    order.sort_by_key(|(_, entry)| std::cmp::Reverse(entry & super::FREQUENCY));
    let frequent = bytes(&fill_frequent(&order));
    let buckets = entries.len() * 100 / 95 / SLOTS + 1;
    (buckets..buckets + 100).find_map(|buckets| {
        let table = [&*frequent, &bytes(&fill(&order, buckets)?)].concat();
        order.iter().all(|&(hash, entry)| get_in(&table, hash) == entry).then_some(table)
    })
}

/// What a bucket holds: hashes, and what is known of the words.
type Bucket = [Option<(u64, u8)>; SLOTS];

fn fill_frequent(entries: &[(u64, u8)]) -> Vec<Bucket> {
    let mut table = vec![[None; SLOTS]; FREQUENT];
    for &entry in entries {
        let bucket = &mut table[place(entry.0, FREQUENT)];
        if let Some(free) = bucket.iter_mut().find(|slot| slot.is_none()) {
            *free = Some(entry);
        }
    }
    table
}

fn bytes(table: &[Bucket]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(table.len() * BUCKET);
    for bucket in table {
        let words = bucket.map(Option::unwrap_or_default);
        bytes.extend(words.iter().flat_map(|(hash, _)| fingerprint(*hash).to_le_bytes()));
        bytes.extend(words.map(|(_, entry)| entry));
    }
    bytes
}

fn fill(entries: &[(u64, u8)], buckets: usize) -> Option<Vec<Bucket>> {
    let mut table = vec![Bucket::default(); buckets];
    for &entry in entries {
        let mut homeless = entry;
        let mut at = places(homeless.0, buckets)[0];
        let mut turns = 0;
        loop {
            let free = [at, other_place(homeless.0, at, buckets)]
                .into_iter()
                .find_map(|at| table[at].iter().position(Option::is_none).map(|slot| (at, slot)));
            if let Some((at, slot)) = free {
                table[at][slot] = Some(homeless);
                break;
            }
            // Takes the place of another word, which moves to its other bucket.
            turns += 1;
            if turns == 1000 {
                return None;
            }
            homeless = table[at][SLOTS - 1 - turns % SLOTS].replace(homeless)?;
            at = other_place(homeless.0, at, buckets);
        }
    }
    Some(table)
}

fn other_place(hash: u64, at: usize, buckets: usize) -> usize {
    let [first, second] = places(hash, buckets);
    if at == first { second } else { first }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hashes() -> impl Iterator<Item = u64> {
        (1..)
            .map(|i: u64| i.wrapping_mul(0xD6E8_FEB8_6659_FD93).rotate_left(32).wrapping_mul(i | 1))
    }

    #[test]
    fn what_is_in_is_found_and_nearly_nothing_else() {
        let entries: Vec<_> = hashes().take(5000).zip((1..=255).cycle()).collect();
        let table = render(&entries).expect("a table");
        assert!(table.len() < FREQUENT * BUCKET + 5000 * 5 * 100 / 93);
        for &(hash, entry) in &entries {
            assert_eq!(get_in(&table, hash), entry);
        }
        let wrong = hashes().skip(5000).take(1_000_000).filter(|h| get_in(&table, *h) != 0).count();
        assert_eq!(wrong, 0);
    }

    #[test]
    fn the_same_word_twice_does_not_fit() {
        assert_eq!(render(&[(7, 1), (7, 2)]), None);
    }
}
