//! How often two words stand side by side, for telling which word is meant.
//!
//! The pairs lie in 2^14 buckets by a hash of both words. First come the
//! places at which the buckets end, 32 bits each (little-endian), then the
//! pairs: 16 bits of the hash, and a byte with the frequency. A pair that is
//! not there is taken for another one with a chance of 1 in 4,000, which can
//! make a word look better or worse than it is, but not make one up.

use std::hint::black_box;

use super::Entry;

/// Rendered from `data/pairs.txt` by `tests/codegen_lexicon.rs`.
static TABLE: &[u8] = include_bytes!("../data/pairs.bin");

const BUCKETS: usize = 1 << 14;
const HEAD: usize = BUCKETS * 4;
const PAIR: usize = 3;

/// What the frequencies of two words add up to beyond that of the pair, if
/// they stand side by side by chance: the logarithm of all words counted.
const ALL_WORDS: i32 = 73;
/// The table has no pair that is rarer; most of the others are rarer by this
/// much. Not by much more: the texts counted are few enough for chance to have
/// kept a pair out of them.
const RAREST: i32 = 21;
const BELOW_RAREST: i32 = 2;

/// How much likelier it is that these words stand side by side, in this order,
/// than chance makes it: in steps of [`Entry::frequency`], negative if it is
/// less likely.
///
/// The keys are those of [`get_with_key`](super::get_with_key).
pub(crate) fn attraction(a: (Entry, u32), b: (Entry, u32)) -> i32 {
    let chance = i32::from(a.0.frequency()) + i32::from(b.0.frequency()) - ALL_WORDS;
    match get_in(TABLE, hash(a.1, b.1)) {
        // Nothing is known of it but that it is rare.
        0 => (RAREST - BELOW_RAREST - chance).min(0),
        together => i32::from(together) - chance,
    }
}

/// Asks the memory for what [`attraction`] reads for words with these keys. Who asks
/// for several before it needs the first waits for them at once.
///
/// To prefetch takes unsafe code. A load does the same as long as nobody waits for what
/// it gives, and [`black_box`] keeps the compiler from leaving it out. A bucket may lie
/// across two lines of the cache, so both of its ends are asked for.
pub(crate) fn ask(a: u32, b: u32) {
    let (bucket, _) = place(hash(a, b));
    let pairs = pairs_in(TABLE, bucket);
    black_box(pairs.first().zip(pairs.last()).map(|(first, last)| first ^ last));
}

/// The frequency of a pair; 0 if the table does not have it.
fn get_in(table: &[u8], hash: u64) -> u8 {
    let (bucket, fingerprint) = place(hash);
    let pairs = pairs_in(table, bucket).chunks_exact(PAIR);
    pairs.filter(|pair| pair[..2] == fingerprint).map(|pair| pair[2]).next().unwrap_or(0)
}

/// The pairs in a bucket, one behind the other.
fn pairs_in(table: &[u8], bucket: usize) -> &[u8] {
    let end = |bucket: usize| {
        let at = bucket * 4;
        u32::from_le_bytes([table[at], table[at + 1], table[at + 2], table[at + 3]]) as usize
    };
    let from = if bucket == 0 { 0 } else { end(bucket - 1) };
    &table[HEAD + from * PAIR..HEAD + end(bucket) * PAIR]
}

/// The bucket, and what tells the pairs in it apart.
fn place(hash: u64) -> (usize, [u8; 2]) {
    ((hash >> 50) as usize, ((hash >> 34) as u16).to_le_bytes())
}

fn hash(a: u32, b: u32) -> u64 {
    let both = u64::from(a) << 32 | u64::from(b);
    (both ^ both >> 29)
        .wrapping_mul(0x9E37_79B9_7F4A_7C15)
        .rotate_left(31)
        .wrapping_mul(0xD6E8_FEB8_6659_FD93)
}

/// Renders the table out of the lines of `data/pairs.txt`.
///
/// # Errors
///
/// The first line that is wrong, or in which a word is unknown.
#[doc(hidden)]
pub fn render(lines: &str) -> Result<Vec<u8>, String> {
    let mut pairs = Vec::new();
    for (number, line) in lines.lines().enumerate() {
        let wrong = || format!("line {}: {line:.60}", number + 1);
        let key = |word: &str| match super::get_with_key(word) {
            (entry, key) if entry.is_known() => Ok(key),
            _ => Err(wrong()),
        };
        let (first, seconds) = line.split_once('\t').ok_or_else(wrong)?;
        for second in seconds.split(' ') {
            let word = second.trim_end_matches(|c: char| c.is_ascii_digit());
            let frequency: u8 = second[word.len()..].parse().map_err(|_| wrong())?;
            pairs.push((place(hash(key(first)?, key(word)?)), frequency));
        }
    }
    // Of two that look the same the more frequent one is found.
    pairs.sort_by_key(|&(place, frequency)| (place, std::cmp::Reverse(frequency)));
    let mut table = Vec::with_capacity(HEAD + pairs.len() * PAIR);
    for bucket in 0..BUCKETS {
        let end = pairs.partition_point(|((b, _), _)| *b <= bucket);
        table.extend((end as u32).to_le_bytes());
    }
    for ((_, fingerprint), frequency) in pairs {
        table.extend(fingerprint);
        table.push(frequency);
    }
    Ok(table)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn between(a: &str, b: &str) -> i32 {
        let [a, b] = [a, b].map(super::super::get_with_key);
        attraction(a, b)
    }

    #[test]
    fn words_that_go_together_attract_each_other() {
        assert!(between("of", "the") > 3);
        assert!(between("looking", "forward") > 15);
        assert!(between("the", "of") < -5);
        assert!(between("a", "apples") < 0);
    }

    #[test]
    fn of_rare_words_nothing_is_known() {
        assert_eq!(between("ochre", "heron"), 0);
    }

    #[test]
    fn wrong_lines_are_named() {
        assert_eq!(render("of\tthe49\nto").unwrap_err(), "line 2: to");
        assert!(render("of\tthe").is_err());
        assert!(render("of\tqqqq3").is_err());
        assert_eq!(render("of\tthe49 a30").map(|t| t.len()), Ok(HEAD + 2 * PAIR));
    }
}
