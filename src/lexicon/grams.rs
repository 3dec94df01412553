//! Which four or five letters stand next to each other in some word: cheap
//! tests that rule out nearly all strings of letters that are no words.

use std::sync::LazyLock;

/// The groups of four. Rendered from `data/words.tsv` by `tests/codegen_lexicon.rs`: for each three
/// letters a set of 27 bits, in 32 (little-endian), of those that may follow.
static TABLE: &[u8; TRIPLES * 4] = include_bytes!("../data/grams.bin");

/// The groups of five, in longer words that are not rare: a bit for each, at a
/// hash of it.
static LONG_TABLE: &[u8; 1 << (LONG_BITS - 3)] = include_bytes!("../data/long_grams.bin");
const LONG_BITS: u32 = 19;

/// The 26 letters, and what stands before and behind a word.
const LETTERS: usize = 27;
const TRIPLES: usize = LETTERS * LETTERS * LETTERS;
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
/// All letters.
pub(crate) const ALL: Letters = (1 << EDGE) - 1;

/// What may stand behind three letters.
#[inline]
fn behind(triple: usize) -> Letters {
    let at = triple * 4;
    u32::from_le_bytes([TABLE[at], TABLE[at + 1], TABLE[at + 2], TABLE[at + 3]])
}

#[inline]
fn triple(a: usize, b: usize, c: usize) -> usize {
    (a * LETTERS + b) * LETTERS + c
}

/// The groups of four seen from each of their letters.
///
/// What fits into a gap is told by four looks and not by three for each letter.
pub(crate) struct Fitting(Box<[Sets]>);

/// What fits to three letters.
#[derive(Clone, Copy, Default)]
pub(crate) struct Sets {
    pub(crate) behind: Letters,
    /// Between the second and the third.
    pub(crate) as_third: Letters,
    /// Between the first and the second.
    pub(crate) as_second: Letters,
    pub(crate) before: Letters,
}

static FITTING: LazyLock<Fitting> = LazyLock::new(|| {
    let mut sets = vec![Sets::default(); TRIPLES].into_boxed_slice();
    for t in 0..TRIPLES {
        let (a, b, c) = (t / LETTERS / LETTERS, t / LETTERS % LETTERS, t % LETTERS);
        let mut behind = behind(t);
        sets[t].behind = behind;
        while behind != 0 {
            let d = behind.trailing_zeros() as usize;
            behind &= behind - 1;
            sets[triple(a, b, d)].as_third |= 1 << c;
            sets[triple(a, c, d)].as_second |= 1 << b;
            sets[triple(b, c, d)].before |= 1 << a;
        }
    }
    Fitting(sets)
});

impl Fitting {
    pub(crate) fn get() -> &'static Self {
        &FITTING
    }

    /// What fits to these three letters.
    #[inline]
    pub(crate) fn to(&self, [a, b, c]: [usize; 3]) -> &Sets {
        &self.0[triple(a, b, c)]
    }

    /// The letters that may stand between these.
    #[inline]
    pub(crate) fn between(&self, [a, b, c]: [usize; 3], [e, f, g]: [usize; 3]) -> Letters {
        let [first, second, third, last] = [[a, b, c], [b, c, e], [c, e, f], [e, f, g]];
        let fitting = self.to(first).behind
            & self.to(second).as_third
            & self.to(third).as_second
            & self.to(last).before;
        fitting & ALL
    }

    /// Whether some word has these four next to each other.
    #[inline]
    pub(crate) fn has(&self, [a, b, c, d]: [usize; 4]) -> bool {
        self.to([a, b, c]).behind & 1 << d != 0
    }
}

/// Where groups of five begin that no longer word has, unless it is rare: a
/// bit for each. One in seven is missed.
#[inline]
pub(crate) fn odd_in_long(letters: &[u8]) -> u32 {
    let fives = letters.windows(5).filter_map(|five| five.first_chunk());
    fives.enumerate().fold(0, |odd, (i, five)| odd | u32::from(is_odd_in_long(*five)) << i)
}

/// The letters of a set with which all of these groups of five are such as longer
/// words have.
#[inline(always)]
pub(crate) fn usual_in_long<const N: usize>(
    mut set: Letters,
    fives: impl Fn(usize) -> [[usize; 5]; N],
) -> Letters {
    let mut usual = 0;
    while set != 0 {
        let letter = set.trailing_zeros();
        set &= set - 1;
        let is_odd = |five: [usize; 5]| is_odd_in_long(five.map(|letter| letter as u8));
        // Without a branch between them, their ways to the memory are one.
        let odd = fives(letter as usize).into_iter().fold(false, |odd, five| odd | is_odd(five));
        usual |= Letters::from(!odd) << letter;
    }
    usual
}

/// Whether no longer word has these five next to each other, unless it is rare.
/// One in seven is missed.
#[inline]
pub(crate) fn is_odd_in_long(five: [u8; 5]) -> bool {
    let hash = |i: usize| LONG_HASHES[i][usize::from(five[i] % 32)];
    let hash = (1..5).fold(hash(0), |sum, i| sum.wrapping_add(hash(i)));
    let bit = (hash >> (32 - LONG_BITS)) as usize;
    LONG_TABLE[bit / 8] & 1 << (bit % 8) == 0
}

/// What each letter adds to the hash of a group at each of its places. All that
/// is no letter is an edge.
static LONG_HASHES: [[u32; 32]; 5] = {
    let (mut hashes, mut i, mut factor) = ([[0; 32]; 5], 5, LONG_FACTOR);
    while i > 0 {
        i -= 1;
        let mut letter = 0;
        while letter < 32 {
            let number = if letter < EDGE { letter } else { EDGE };
            hashes[i][letter] = factor.wrapping_mul(number as u32);
            letter += 1;
        }
        factor = factor.wrapping_mul(LETTERS as u32);
    }
    hashes
};
const LONG_FACTOR: u32 = 0x9E37_79B1;

fn long_bit(five: u32) -> usize {
    (five.wrapping_mul(LONG_FACTOR) >> (32 - LONG_BITS)) as usize
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
    use proptest::array::uniform6;
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;

    proptest! {
        #[test]
        fn what_fits_into_a_gap_makes_groups_with_all_around_it(
            around in uniform6(select(vec![0, 4, 8, 13, 17, 18, 19, EDGE])),
        ) {
            let [a, b, c, e, f, g] = around;
            let has = |[a, b, c, d]: [usize; 4]| behind(triple(a, b, c)) & 1 << d != 0;
            let fits = |d: &usize| {
                let d = *d;
                has([a, b, c, d]) && has([b, c, d, e]) && has([c, d, e, f]) && has([d, e, f, g])
            };
            let slowly = (0..EDGE).filter(fits).fold(0, |set, d| set | 1 << d);
            let fitting = Fitting::get();
            prop_assert_eq!(fitting.between([a, b, c], [e, f, g]), slowly);
            prop_assert_eq!(fitting.has([a, b, c, e]), has([a, b, c, e]));
        }
    }

    proptest! {
        #[test]
        fn a_hash_by_letters_is_that_of_the_group(five in [0..27_u8, 0..27, 0..27, 0..27, 0..27]) {
            let bit = long_bit(five.iter().fold(0, |n, l| n * LETTERS as u32 + u32::from(*l)));
            let is_odd = LONG_TABLE[bit / 8] & 1 << (bit % 8) == 0;
            prop_assert_eq!(is_odd_in_long(five), is_odd);
        }
    }

    #[test]
    fn letters_stand_where_words_have_them() {
        let at = |c: u8| if c == b' ' { EDGE } else { usize::from(c - b'a') };
        for (four, is_there) in
            [(b"ring", true), (b"qzxv", false), (b"   t", true), (b"ing ", true), (b"inq ", false)]
        {
            let [a, b, c, d] = four.map(at);
            assert_eq!(behind(triple(a, b, c)) & 1 << d != 0, is_there, "{four:?}");
        }
        for (five, is_there) in [(b"ation", true), (b"qzxvw", false), (b"ing  ", true)] {
            assert_eq!(odd_in_long(&five.map(|c| at(c) as u8)) == 0, is_there, "{five:?}");
        }
    }
}
