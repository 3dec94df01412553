//! Sixty-four bytes as a set of bits, one for each byte, sixteen at a time.
//!
//! A test is written once, for sixteen bytes in a register, without branches;
//! its answers come out as the bits of an integer, the first byte's lowest.
//! What is asked of bits then costs a sixty-fourth of what it costs of bytes.

use wide::i8x16;
pub(crate) use wide::u8x16 as Lanes;

/// How many bytes are tested in one go.
pub(crate) const BLOCK: usize = u64::BITS as usize;

const LANES: usize = 16;

/// What the bytes begin with; if they are too few, with others behind them.
#[inline(always)]
pub(crate) fn window<'b, const W: usize>(
    bytes: &'b [u8],
    beyond: u8,
    padded: &'b mut [u8; W],
) -> &'b [u8; W] {
    match bytes.first_chunk() {
        Some(window) => window,
        None => {
            *padded = [beyond; W];
            padded[..bytes.len()].copy_from_slice(bytes);
            padded
        }
    }
}

/// The bits of a block for which a test holds.
///
/// The test is given the first `N` bytes of the window, so to speak, for each
/// of the [`BLOCK`] places: with three of them, a byte, the next and the one
/// after that. Of its answer, the high bit of each lane counts. The window has
/// `BLOCK + N - 1` bytes at least.
#[inline(always)]
pub(crate) fn bits<const N: usize, const W: usize>(
    window: &[u8; W],
    test: impl Fn([Lanes; N]) -> Lanes,
) -> u64 {
    bits_up_to(BLOCK, window, test)
}

/// As [`bits`], for the first `len` places; those of others say nothing.
#[inline(always)]
pub(crate) fn bits_up_to<const N: usize, const W: usize>(
    len: usize,
    window: &[u8; W],
    test: impl Fn([Lanes; N]) -> Lanes,
) -> u64 {
    const { assert!(W + 1 >= BLOCK + N) };
    let mut bits = 0;
    for start in (0..len.min(BLOCK)).step_by(LANES) {
        let answers = test(std::array::from_fn(|behind| load(window, start + behind)));
        bits |= u64::from(answers.to_bitmask()) << start;
    }
    bits
}

#[inline(always)]
fn load<const W: usize>(window: &[u8; W], at: usize) -> Lanes {
    window[at..].first_chunk().map_or_else(Lanes::default, |bytes| Lanes::new(*bytes))
}

/// What a small ASCII letter has and its capital has not.
pub(crate) const CASE_BIT: Lanes = Lanes::new([0x20; LANES]);

/// The lanes that are this byte.
#[inline(always)]
pub(crate) fn is(lanes: Lanes, byte: u8) -> Lanes {
    lanes.simd_eq(Lanes::splat(byte))
}

/// The lanes from `first` to `last`, which are not all bytes.
#[inline(always)]
pub(crate) fn within(lanes: Lanes, first: u8, last: u8) -> Lanes {
    debug_assert!(last - first < 255);
    // `first` becomes the least of the signed numbers, the only ones that
    // registers of sixteen bytes compare in one go.
    let (least, end) = (first ^ 0x80, i8::MIN.wrapping_add_unsigned(last - first + 1));
    (lanes - Lanes::splat(least)).cast_signed().simd_lt(i8x16::splat(end)).cast_unsigned()
}

/// The lanes that are `last` or less.
#[inline(always)]
pub(crate) fn at_most(lanes: Lanes, last: u8) -> Lanes {
    lanes.min(Lanes::splat(last)).simd_eq(lanes)
}

/// The lanes that are `first` or more.
#[inline(always)]
pub(crate) fn at_least(lanes: Lanes, first: u8) -> Lanes {
    lanes.max(Lanes::splat(first)).simd_eq(lanes)
}

/// The lanes that are less than `last`, or not ASCII.
#[inline(always)]
pub(crate) fn below_or_high(lanes: Lanes, last: u8) -> Lanes {
    debug_assert!(last.is_ascii());
    lanes.cast_signed().simd_lt(i8x16::splat(last as i8)).cast_unsigned()
}

/// The lanes that are one of two bytes that differ in `bit` only.
#[inline(always)]
pub(crate) fn is_either(lanes: Lanes, byte: u8, bit: u8) -> Lanes {
    is(lanes | Lanes::splat(bit), byte | bit)
}

/// The places of a set of bits, in order.
#[inline]
pub(crate) fn each(mut bits: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let at = bits.trailing_zeros() as usize;
        bits &= bits.wrapping_sub(1);
        (at < BLOCK).then_some(at)
    })
}

/// The bytes of a block, and the one behind it.
pub(crate) type Window = [u8; BLOCK + 1];

/// The places of the bytes for which a test of blocks has bits, in order.
///
/// Behind the text are zeros.
pub(crate) struct Places<'b, F> {
    bytes: &'b [u8],
    test: F,
    // Where the last block ends that was tested, and what was found in it.
    end: usize,
    bits: u64,
}

impl<'b, F: Fn(&Window) -> u64> Places<'b, F> {
    pub(crate) fn of(bytes: &'b [u8], test: F) -> Self {
        Self { bytes, test, end: 0, bits: 0 }
    }

    /// The next place that does not lie before `from`, which never goes back.
    #[inline]
    pub(crate) fn next_from(&mut self, from: usize) -> Option<usize> {
        let mut next = from.max(self.end);
        self.bits &= if from < self.end { u64::MAX << (from + BLOCK - self.end) } else { 0 };
        while self.bits == 0 {
            let rest = self.bytes.get(next..).filter(|rest| !rest.is_empty())?;
            self.bits = (self.test)(window(rest, 0, &mut [0; BLOCK + 1]));
            next += BLOCK;
            self.end = next;
        }
        Some(self.end - BLOCK + self.bits.trailing_zeros() as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Asserts that a test of lanes is this test of bytes, for every byte at
    /// every place.
    fn same(lanes: impl Fn(Lanes) -> Lanes, byte: impl Fn(u8) -> bool) {
        for b in 0..=255 {
            let window: [u8; BLOCK] = std::array::from_fn(|at| b ^ at as u8);
            let slow: Vec<_> = (0..BLOCK).filter(|&at| byte(window[at])).collect();
            let bits = bits(&window, |[b]| lanes(b));
            assert_eq!(each(bits).collect::<Vec<_>>(), slow, "{b}");
        }
    }

    #[test]
    fn lanes_are_tested_like_bytes() {
        for (a, z) in [(b'a', b'z'), (0, 0), (0, 255), (255, 255), (0x80, 0xBF), (9, 10)] {
            same(|b| is(b, a), |b| b == a);
            if (a, z) != (0, 255) {
                same(|b| within(b, a, z), |b| (a..=z).contains(&b));
            }
            same(|b| at_most(b, z), |b| b <= z);
            same(|b| at_least(b, a), |b| b >= a);
            same(|b| is_either(b, a, 2), |b| b | 2 == a | 2);
            same(|b| below_or_high(b, z & 0x7F), |b| !b.is_ascii() || b < z & 0x7F);
            same(|b| at_least(b, a) & !is(b, z), |b| b >= a && b != z);
        }
    }

    #[test]
    fn what_is_missing_is_put_behind() {
        let text = b"abcd";
        assert_eq!(window(text, b'x', &mut [0; 3]), b"abc");
        assert_eq!(window(text, b'x', &mut [0; 4]), b"abcd");
        assert_eq!(window(text, b'x', &mut [0; 6]), b"abcdxx");
        assert_eq!(window(b"", b'x', &mut [0; 2]), b"xx");
    }

    #[test]
    fn a_test_sees_the_bytes_behind() {
        let window: [u8; BLOCK + 2] = std::array::from_fn(|at| at as u8);
        for at in 0..BLOCK as u8 {
            let found = bits(&window, |[a, b, c]| is(a, at) & is(b, at + 1) & is(c, at + 2));
            assert_eq!(found, 1 << at);
        }
    }

    #[test]
    fn places_are_found_from_anywhere_on() {
        for len in 0..200 {
            let bytes: Vec<u8> = (0..len).map(|at| if at % 7 == 3 { b'x' } else { b' ' }).collect();
            for step in [1, 5, 64, 90] {
                let mut places = Places::of(&bytes, |w| bits(w, |[b]| is(b, b'x')));
                let mut from = 0;
                while let Some(at) = places.next_from(from) {
                    assert_eq!(Some(at), (from..len).find(|at| at % 7 == 3));
                    from = at + step;
                }
                assert_eq!(None, (from..len).find(|at| at % 7 == 3));
            }
        }
    }
}
