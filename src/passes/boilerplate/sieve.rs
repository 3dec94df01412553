//! A sieve for long lines: could one of many phrases stand in it?

use std::collections::HashSet;
use std::hash::BuildHasherDefault;

use crate::hashed::{self, Passthrough};
use crate::text::lanes;

/// How many bytes are looked at together.
const PIECE: usize = 8;
/// How many bytes are looked at without a branch.
const AT_ONCE: usize = 8 * PIECE;

/// So many bytes of a phrase hold a whole piece at one of the places that are
/// looked at, wherever the phrase begins.
const WINDOW: usize = 2 * PIECE - 1;

/// So many bytes before or behind a piece are looked at if it is there.
const MORE: usize = 4;

/// There are two to the power of this bits in a map.
const MAP_BITS: u32 = 17;
/// Bits at hashes.
type Map = [u64; 1 << (MAP_BITS - 6)];

/// Odd numbers without pattern.
const FACTORS: [u64; 2] = [0x517c_c1b7_2722_0a95, 0x9e37_79b9_7f4a_7c15];

/// Pieces of phrases, as bits at their hashes.
///
/// Reading a line eight bytes at a time is enough to say that none of the
/// phrases stands in it. Case does not count; a mark between two words of a
/// phrase may hide it.
#[derive(Clone, Debug, Default)]
pub(super) struct Sieve {
    /// A bit for the hash of each piece.
    pieces: Vec<u64>,
    /// The hashes of the pieces with what stands before or behind them. What is
    /// let through is read, which takes longer than a look-up.
    longer: HashSet<u64, BuildHasherDefault<Passthrough>>,
    /// A bit for each of these, which takes less than a look-up.
    longer_bits: Vec<u64>,
}

impl Sieve {
    /// Adds a phrase as it stands in its table, with `5` for any number.
    ///
    /// Phrases that are much shorter than [`WINDOW`] between their numbers are
    /// not found in long lines.
    pub(super) fn add(&mut self, phrase: &str) {
        self.pieces.resize(size_of::<Map>() / 8, 0);
        self.longer_bits.resize(size_of::<Map>() / 8, 0);
        // The first letter may be a capital, and only ASCII letters are the
        // same in both cases here.
        let rest = match phrase.chars().next() {
            Some(c) if !c.is_ascii() => &phrase[c.len_utf8()..],
            _ => phrase,
        };
        let part = rest.split('5').max_by_key(|part| part.len()).unwrap_or("");
        match WINDOW.saturating_sub(part.len()) {
            0 => self.add_part(part.as_bytes()),
            // A little too short, but with a space beside it long enough.
            1 => {
                self.add_part(format!("{part} ").as_bytes());
                self.add_part(format!(" {part}").as_bytes());
            }
            2 => self.add_part(format!(" {part} ").as_bytes()),
            _ => {}
        }
    }

    fn add_part(&mut self, part: &[u8]) {
        // The rarer the letters, and if it is more than a word, the fewer
        // other texts pass.
        let mut letters = part.iter().take(WINDOW - 1).map(|&b| rarity(b)).sum::<u32>();
        let windows = part.windows(WINDOW).map(|window| {
            letters += rarity(window[WINDOW - 1]);
            let words = if window[MORE..PIECE + MORE].contains(&b' ') { 12 } else { 0 };
            let rare = letters + words;
            letters -= rarity(window[0]);
            (rare, window)
        });
        let Some((_, window)) = windows.max_by_key(|(rare, _)| *rare) else { return };
        for (at, piece) in window.windows(PIECE).enumerate() {
            let piece = eight(piece);
            let (word, bit) = place(near(piece));
            self.pieces[word] |= 1 << bit;
            // Of the window, this is there in any case.
            let longer = match at.checked_sub(MORE) {
                Some(from) => far(piece, four(&window[from..]), true),
                None => far(piece, four(&window[at + PIECE..]), false),
            };
            let (word, bit) = place(longer);
            self.longer_bits[word] |= 1 << bit;
            self.longer.insert(longer);
        }
    }

    /// Whether one of the phrases may stand in the text.
    pub(super) fn lets_pass(&self, text: &[u8]) -> bool {
        let maps = [&self.pieces, &self.longer_bits].map(|map| <&Map>::try_from(&**map));
        let [Ok(map), Ok(longer_map)] = maps else { return false };
        let is_there = |at: usize| {
            let (before, rest) = text.split_at(at);
            let (piece, behind) = rest.split_at(PIECE);
            let far = |more: &[u8], is_before| {
                let longer = far(eight(piece), four(more), is_before);
                has(longer_map, longer) != 0 && self.longer.contains(&longer)
            };
            before.last_chunk::<MORE>().is_some_and(|more| far(more, true))
                || behind.first_chunk::<MORE>().is_some_and(|more| far(more, false))
        };
        // Most pieces begin nothing: some of them are asked without a branch.
        text.chunks(AT_ONCE).enumerate().any(|(block, pieces)| {
            // With a length that the compiler knows, there is no loop.
            let found = match pieces.first_chunk::<AT_ONCE>() {
                Some(pieces) => places(map, pieces),
                None => places(map, pieces),
            };
            lanes::each(found).any(|piece| is_there(block * AT_ONCE + piece * PIECE))
        })
    }
}

/// Which of the pieces the map has, as bits.
#[inline(always)]
fn places(map: &Map, pieces: &[u8]) -> u64 {
    // The last first, so that each bit is put in at the same end.
    let pieces = pieces.chunks_exact(PIECE).rev();
    pieces.fold(0, |found, piece| found << 1 | has(map, near(eight(piece))))
}

/// The bit of a hash, as 0 or 1.
#[inline(always)]
fn has(map: &Map, hash: u64) -> u64 {
    let (word, bit) = place(hash);
    map[word] >> bit & 1
}

/// Where the bit of a hash is, by its upper bits.
#[inline(always)]
fn place(hash: u64) -> (usize, u64) {
    let bit = hash >> (64 - MAP_BITS);
    ((bit >> 6) as usize, bit & 63)
}

/// Eight bytes as one number, in lower case.
#[inline]
fn eight(bytes: &[u8]) -> u64 {
    hashed::first_bytes(bytes) | 0x2020_2020_2020_2020
}

/// Four bytes as one number, in lower case.
fn four(bytes: &[u8]) -> u32 {
    u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]) | 0x2020_2020
}

/// A hash of a piece.
#[inline]
fn near(piece: u64) -> u64 {
    piece.wrapping_mul(FACTORS[0])
}

/// A hash of a piece and the four bytes before or behind it.
fn far(piece: u64, more: u32, before: bool) -> u64 {
    let more = u64::from(more) << 1 | u64::from(before);
    (piece.rotate_left(23) ^ more.wrapping_mul(FACTORS[0])).wrapping_mul(FACTORS[1])
}

/// How rare a byte is in running text, roughly.
fn rarity(byte: u8) -> u32 {
    match byte {
        b' ' | b'e' | b't' | b'a' | b'o' | b'i' | b'n' => 0,
        b's' | b'h' | b'r' | b'd' | b'l' | b'u' => 2,
        b'j' | b'q' | b'x' | b'z' | b'k' | b'v' => 6,
        _ => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_found_wherever_it_stands() {
        let mut sieve = Sieve::default();
        for phrase in ["all rights reserved", "obserwuj 5 nas na", "все права защищены"]
        {
            sieve.add(phrase);
        }
        for shift in 0..17 {
            let filler = "x".repeat(shift);
            for (text, passes) in [
                ("All rights reserved", true),
                ("ALL RIGHTS RESERVED.", true),
                ("obserwuj 17 nas na", false),
                ("Все права защищены.", true),
                ("all rites observed and reserved", false),
            ] {
                let line = format!("{filler} {text} and more");
                assert_eq!(sieve.lets_pass(line.as_bytes()), passes, "{line}");
            }
        }
    }

    #[test]
    fn an_empty_sieve_lets_nothing_pass() {
        assert!(!Sieve::default().lets_pass(b"all rights reserved"));
    }
}
