//! A hash table that is read where it lies in the binary.
//!
//! A look-up costs the way to the memory, so it touches one line of a cache.
//! A bucket is such a line of 64 bytes with twelve words: 32 bits of the hash of
//! each (its fingerprint, little-endian), then for each a byte with what is
//! known of it, and a filter. A word is in one of two buckets (cuckoo hashing),
//! six in seven in their first one. The filter has a bit for each word that is
//! in its second bucket instead, so what is in neither is looked for there one
//! time in twenty. A free place is 0. Nothing is parsed or built when the program
//! starts.
//!
//! Before all that lies a part with one bucket for a word, filled with the most
//! frequent words that find a place: of a text one in fifty is not found
//! there. Its buckets have four words in sixteen bytes: 24 bits of the
//! fingerprint, and in the lowest byte what is known of the word.
//!
//! A word that is not in the table meets its own fingerprint in one of the twelve
//! places of its first bucket, seldom of both, with a chance of 12 / 2^32, which is
//! 2.8e-9. A pass that tries the six hundred neighbours of an unknown word asks the
//! large part only, and meets a word that is none once in half a million unknown
//! words. All others ask the frequent words first, where the chance is 4 / 2^24,
//! which is 2.4e-7. The words that are in the table are told apart without fail.

use std::num::NonZero;

use wide::u32x4;

/// Bytes that begin where a line of a cache does.
#[repr(align(64))]
struct Lines<B: ?Sized>(B);

/// Rendered from `data/words.tsv` by `tests/codegen_lexicon.rs`.
static TABLE: &Lines<[u8]> = &Lines(*include_bytes!("../data/lexicon.bin"));

const SLOTS: usize = 12;
const FINGERPRINTS: usize = SLOTS * 4;
const ENTRIES: usize = FINGERPRINTS + SLOTS;
const BUCKET: usize = ENTRIES + 4;
const _: () = assert!(BUCKET == align_of::<Lines<[u8; 1]>>());

/// The buckets for the frequent words: 128 KiB, of which a text touches few.
const FREQUENT: usize = 1 << 13;
const FREQUENT_SLOTS: usize = 4;
const FREQUENT_BUCKET: usize = FREQUENT_SLOTS * 4;
const LARGE: usize = FREQUENT * FREQUENT_BUCKET;
/// A place among the frequent words keeps what is known of the word in the lowest
/// bits, and in the others those of its fingerprint.
const ENTRY_BITS: u32 = u8::BITS;

/// What the table knows of the word with this hash; 0 if it does not have it.
#[inline]
pub(super) fn get(hash: u64) -> u8 {
    get_in(&TABLE.0, hash)
}

/// What the part with the most frequent words knows.
#[inline]
pub(super) fn get_frequent(hash: u64) -> Option<u8> {
    find_frequent(&TABLE.0, hash)
}

/// Asks the memory for the bucket of a word in the large part, and says what
/// [`get_asked`] needs. Who asks for several waits for them at once.
#[inline]
pub(super) fn ask(hash: u64) -> Filter {
    ask_in(large(&TABLE.0), hash)
}

/// What the large part knows, which has all words, of one that it was asked for.
#[inline]
pub(super) fn get_asked(hash: u64, filter: Filter) -> u8 {
    get_asked_in(large(&TABLE.0), hash, filter)
}

#[inline]
fn get_in(table: &[u8], hash: u64) -> u8 {
    match find_frequent(table, hash) {
        Some(entry) => entry,
        None => get_in_large(table, hash),
    }
}

/// What the bucket of the frequent words knows of the word with this hash.
/// A free place has a fingerprint that no word has.
#[inline]
fn find_frequent(table: &[u8], hash: u64) -> Option<u8> {
    let at = place(hash, FREQUENT) * FREQUENT_BUCKET;
    let bucket = table[at..].first_chunk::<FREQUENT_BUCKET>()?;
    let words = four(bucket) >> ENTRY_BITS;
    let same = words.simd_eq(u32x4::splat(fingerprint(hash) >> ENTRY_BITS)).to_bitmask();
    let slot = NonZero::new(same)?.trailing_zeros() as usize;
    bucket.get(slot * 4).copied()
}

/// What the large part knows, which has all words.
fn get_in_large(table: &[u8], hash: u64) -> u8 {
    let buckets = large(table);
    get_asked_in(buckets, hash, ask_in(buckets, hash))
}

/// The buckets of the large part.
#[inline]
fn large(table: &[u8]) -> &[[u8; BUCKET]] {
    table.get(LARGE..).unwrap_or(&[]).as_chunks().0
}

#[inline]
fn ask_in(buckets: &[[u8; BUCKET]], hash: u64) -> Filter {
    let [first, _] = places(hash, buckets.len());
    buckets
        .get(first)
        .and_then(|bucket| bucket.last_chunk())
        .map_or(0, |b| Filter::from_le_bytes(*b))
}

#[inline]
fn get_asked_in(buckets: &[[u8; BUCKET]], hash: u64, filter: Filter) -> u8 {
    let [first, second] = places(hash, buckets.len()).map(|place| buckets.get(place));
    let second = second.filter(|_| filter & filter_bit(hash) != 0);
    let find = |bucket: Option<_>| find(bucket?, hash);
    find(first).or_else(|| find(second)).unwrap_or(0)
}

/// What the bucket knows of the word with this hash. A free place has a
/// fingerprint that no word has.
#[inline]
fn find(bucket: &[u8; BUCKET], hash: u64) -> Option<u8> {
    let wanted = u32x4::splat(fingerprint(hash));
    let (fours, _) = bucket[..FINGERPRINTS].as_chunks();
    // A bit for each slot.
    let same = (0..)
        .step_by(4)
        .zip(fours)
        .fold(0, |same, (slot, words)| same | four(words).simd_eq(wanted).to_bitmask() << slot);
    let slot = NonZero::new(same)?.trailing_zeros() as usize;
    bucket.get(FINGERPRINTS + slot).copied()
}

/// Four numbers as they lie in the table.
#[inline]
fn four(bytes: &[u8; 16]) -> u32x4 {
    let (numbers, _) = bytes.as_chunks();
    u32x4::new(std::array::from_fn(|i| u32::from_le_bytes(numbers[i])))
}

/// The bits of the words that would be in a bucket but are in their second.
pub(super) type Filter = u32;

#[inline]
fn filter_bit(hash: u64) -> Filter {
    1 << (hash % 32)
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
    let frequent = fill_frequent(&order);
    let buckets = entries.len() * 100 / 98 / SLOTS + 1;
    (buckets..buckets + 100).find_map(|buckets| {
        let table = [&*frequent, &bytes(&fill(&order, buckets)?)].concat();
        order.iter().all(|&(hash, entry)| get_in(&table, hash) == entry).then_some(table)
    })
}

fn fill_frequent(entries: &[(u64, u8)]) -> Vec<u8> {
    let mut table = vec![0; FREQUENT * FREQUENT_SLOTS];
    for &(hash, entry) in entries {
        let first = place(hash, FREQUENT) * FREQUENT_SLOTS;
        let bucket = &mut table[first..first + FREQUENT_SLOTS];
        let short = fingerprint(hash) >> ENTRY_BITS;
        if let Some(alike) = bucket.iter_mut().find(|slot| **slot >> ENTRY_BITS == short) {
            // Only the large part tells the two apart. That no third one takes
            // the place is checked when all are rendered.
            *alike = 0;
        } else if let Some(free) = bucket.iter_mut().find(|slot| **slot == 0) {
            *free = short << ENTRY_BITS | u32::from(entry);
        }
    }
    table.into_iter().flat_map(u32::to_le_bytes).collect()
}

/// What a bucket holds: hashes, and what is known of the words.
type Bucket = [Option<(u64, u8)>; SLOTS];

fn bytes(table: &[Bucket]) -> Vec<u8> {
    let mut filters = vec![0; table.len()];
    for (at, bucket) in table.iter().enumerate() {
        for (hash, _) in bucket.iter().flatten() {
            let [first, _] = places(*hash, table.len());
            if first != at {
                filters[first] |= filter_bit(*hash);
            }
        }
    }
    let mut bytes = Vec::with_capacity(table.len() * BUCKET);
    for (bucket, filter) in table.iter().zip(filters) {
        let words = bucket.map(Option::unwrap_or_default);
        bytes.extend(words.iter().flat_map(|(hash, _)| fingerprint(*hash).to_le_bytes()));
        bytes.extend(words.map(|(_, entry)| entry));
        bytes.extend(filter.to_le_bytes());
    }
    bytes
}

fn fill(entries: &[(u64, u8)], buckets: usize) -> Option<Vec<Bucket>> {
    let mut table = vec![Bucket::default(); buckets];
    for &entry in entries {
        let mut homeless = entry;
        let mut at = place(homeless.0, buckets);
        let mut turns = 0;
        loop {
            let other = other_place(homeless.0, at, buckets);
            let room = |at| Some((at, room(&mut table, at)?));
            if let Some((at, slot)) = [at, other].into_iter().find_map(room) {
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

/// A free place in a bucket, if need be by moving a word to its other bucket:
/// the rarest that finds a place there.
fn room(table: &mut [Bucket], at: usize) -> Option<usize> {
    let free = |bucket: &Bucket| bucket.iter().position(Option::is_none);
    free(&table[at]).or_else(|| {
        (0..SLOTS).rev().find_map(|slot| {
            let other = other_place(table[at][slot]?.0, at, table.len());
            let to = free(&table[other])?;
            table[other][to] = table[at][slot].take();
            Some(slot)
        })
    })
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
        assert!(table.len() < LARGE + 5000 * BUCKET / SLOTS * 100 / 93);
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
