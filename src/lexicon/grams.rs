//! Which four or five letters stand next to each other in some word: cheap
//! tests that rule out nearly all strings of letters that are no words.

/// The groups of four. Rendered from `data/words.tsv` by `tests/codegen_lexicon.rs`: for each three
/// letters a set of 27 bits, in 32 (little-endian), of those that may follow.
static TABLE: &[u8; LETTERS * LETTERS * LETTERS * 4] = include_bytes!("../data/grams.bin");

/// The groups of five, in longer words that are not rare: a bit for each, at a
/// hash of it.
static LONG_TABLE: &[u8; 1 << (LONG_BITS - 3)] = include_bytes!("../data/long_grams.bin");
const LONG_BITS: u32 = 19;

/// The 26 letters, and what stands before and behind a word.
const LETTERS: usize = 27;
/// What stands before and behind a word, three times.
pub(crate) const EDGE: usize = 26;

/// An ordinary word that is rarer than this, or a name, is hardly ever meant.
const LEAST: u8 = 12;
const LEAST_OF_NAMES: u8 = 20;
/// The same for the groups of five, and how long the word is.
const LEAST_OF_LONG: u8 = 18;
const LONG: usize = 6;

/// A set of letters: bit 0 is `a`; bit 26 is the end of the word.
pub(crate) type Letters = u32;

/// What may stand behind these three letters.
#[inline]
pub(crate) fn behind(a: usize, b: usize, c: usize) -> Letters {
    let at = ((a * LETTERS + b) * LETTERS + c) * 4;
    u32::from_le_bytes([TABLE[at], TABLE[at + 1], TABLE[at + 2], TABLE[at + 3]])
}

/// Where groups of five begin that no longer word has, unless it is rare: a
/// bit for each. One in seven is missed.
#[inline]
pub(crate) fn odd_in_long(letters: &[u8]) -> u32 {
    let mut odd = 0;
    let mut five = 0;
    for (i, letter) in letters.iter().enumerate() {
        five = (five % (LETTERS as u32).pow(4)) * LETTERS as u32 + u32::from(*letter);
        if i >= 4 {
            let bit = long_bit(five);
            let is_odd = LONG_TABLE[bit / 8] & 1 << (bit % 8) == 0;
            odd |= u32::from(is_odd) << (i - 4);
        }
    }
    odd
}

#[inline]
fn long_bit(five: u32) -> usize {
    (five.wrapping_mul(0x9E37_79B1) >> (32 - LONG_BITS)) as usize
}

/// Renders both tables out of the lines of `data/words.tsv`.
#[doc(hidden)]
pub fn render(words: &str) -> [Vec<u8>; 2] {
    let mut sets = vec![0 as Letters; LETTERS * LETTERS * LETTERS];
    let mut long = vec![0; LONG_TABLE.len()];
    for line in words.lines() {
        let mut fields = line.split('\t');
        let (word, class) = (fields.next().unwrap_or_default(), fields.next());
        let least = if class == Some("n") { LEAST_OF_NAMES } else { LEAST };
        let frequency: Option<u8> = fields.next().and_then(|f| f.parse().ok());
        if frequency >= Some(least) && word.bytes().all(|b| b.is_ascii_lowercase()) {
            let edge = [EDGE; 3];
            let letters = word.bytes().map(|b| usize::from(b - b'a'));
            let padded: Vec<_> = edge.into_iter().chain(letters).chain(edge).collect();
            for four in padded.windows(4) {
                sets[(four[0] * LETTERS + four[1]) * LETTERS + four[2]] |= 1 << four[3];
            }
            if class != Some("n") && word.len() >= LONG && frequency >= Some(LEAST_OF_LONG) {
                for five in padded.windows(5) {
                    let bit = long_bit(five.iter().fold(0, |n, l| n * LETTERS as u32 + *l as u32));
                    long[bit / 8] |= 1 << (bit % 8);
                }
            }
        }
    }
    [sets.iter().flat_map(|set| set.to_le_bytes()).collect(), long]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_stand_where_words_have_them() {
        let at = |c: u8| if c == b' ' { EDGE } else { usize::from(c - b'a') };
        for (four, is_there) in
            [(b"ring", true), (b"qzxv", false), (b"   t", true), (b"ing ", true), (b"inq ", false)]
        {
            let [a, b, c, d] = four.map(at);
            assert_eq!(behind(a, b, c) & 1 << d != 0, is_there, "{four:?}");
        }
        for (five, is_there) in [(b"ation", true), (b"qzxvw", false), (b"ing  ", true)] {
            assert_eq!(odd_in_long(&five.map(|c| at(c) as u8)) == 0, is_there, "{five:?}");
        }
    }
}
