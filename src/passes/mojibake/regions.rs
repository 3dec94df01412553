//! Where a text may hold what the evidence allows to repair.

use super::evidence::Evidence;
use super::images::{self, image};
use super::undo::may_be;
use crate::search::find_short;
use crate::text::lanes::{self, BLOCK, Places, within};

/// A range of bytes.
pub(super) type Span = (usize, usize);

/// The run of characters outside ASCII around a byte of it.
pub(super) fn run_around(bytes: &[u8], at: usize) -> Span {
    let before = bytes[..at].iter().rev().take_while(|b| !b.is_ascii()).count();
    let after = bytes[at..].iter().take_while(|b| !b.is_ascii()).count();
    (at - before, at + after)
}

/// The parts of a run or region: two quotation marks that lost their last byte, or one
/// and another mark, may stand side by side, and no sequence goes over from one to the
/// other.
pub(super) fn parts(text: &str, (start, end): Span) -> impl Iterator<Item = Span> {
    let mut from = start;
    std::iter::from_fn(move || {
        let rest = Some(&text.as_bytes()[from..end]).filter(|rest| !rest.is_empty())?;
        let both = find_short(rest, "â€â€".as_bytes());
        let next = both.map_or(end, |at| from + at + "â€".len());
        Some((std::mem::replace(&mut from, next), next))
    })
}

/// The regions of a text that may be repaired, in order; with `has_leftovers`
/// also those with C1 controls and half-destroyed marks.
///
/// A region is a run that may go on over lost bytes: two spaces or question
/// marks in a row.
pub(super) fn regions<'a>(
    text: &'a str,
    evidence: &'a Evidence,
    has_leftovers: bool,
) -> impl Iterator<Item = Span> {
    let bytes = text.as_bytes();
    // The first bytes of the characters at which something may begin.
    let mut heads = u64::MAX;
    if evidence.any() {
        heads = images::first_bytes(evidence.proven());
    }
    if has_leftovers {
        heads |= FIRST_OF_LEFTOVERS;
    }
    let [(a, b), (c, d)] = cover(heads);
    let mut places = Places::of(bytes, move |window| match lanes::bits(window, |[byte]| byte) {
        0 => 0,
        _ => lanes::bits(window, |[byte]| within(byte, a, b) | within(byte, c, d)),
    });
    let begins = move |at: usize| {
        heads >> (bytes[at] & 0x3F) & 1 == 1 && may_begin(&text[at..], evidence, has_leftovers)
    };
    let mut end = 0;
    std::iter::from_fn(move || {
        let mut at = places.next_from(end)?;
        while !begins(at) {
            at = places.next_from(at + 1)?;
        }
        let start = region_start(bytes, end, at);
        end = region_end(bytes, start);
        Some((start, end))
    })
}

/// Whether something to repair may begin with the text.
fn may_begin(text: &str, evidence: &Evidence, has_leftovers: bool) -> bool {
    let mut chars = text.chars();
    let Some(first) = chars.next() else { return false };
    if !evidence.any() || has_leftovers && matches!(first, 'â' | '\u{80}'..='\u{9F}') {
        return true;
    }
    let leads = image(first).leads & evidence.proven();
    let is_of_region = |c: &char| !c.is_ascii() || matches!(c, ' ' | '?');
    let goes_on = |c: char| match c {
        ' ' | '?' | '\u{FFFD}' => true,
        c => image(c).tails & leads != 0,
    };
    leads != 0
        && (evidence.may_tell_dropped() || chars.next().is_some_and(goes_on))
        // What stands behind the first three characters does not count.
        && may_be(text.chars().take(3).take_while(is_of_region), evidence) != 0
}

/// Whether it may be a lost byte.
fn may_be_lost(b: u8) -> bool {
    matches!(b, b' ' | b'?')
}

/// How many lost bytes in a row a region goes on over.
const BRIDGE: usize = 2;

/// Where the region begins of which the byte `at` is; not before `floor`.
fn region_start(bytes: &[u8], floor: usize, at: usize) -> usize {
    let (mut start, mut lost) = (at, 0);
    for (place, &b) in bytes[..at].iter().enumerate().skip(floor).rev() {
        if !b.is_ascii() {
            (start, lost) = (place, 0);
        } else if may_be_lost(b) && lost < BRIDGE {
            lost += 1;
        } else {
            break;
        }
    }
    start
}

/// Where the region ends that begins at `start`.
fn region_end(bytes: &[u8], start: usize) -> usize {
    let mut lost = 0;
    for (place, &b) in bytes.iter().enumerate().skip(start) {
        if !b.is_ascii() {
            lost = 0;
        } else if may_be_lost(b) && lost < BRIDGE {
            lost += 1;
        } else {
            return place;
        }
    }
    bytes.len()
}

/// The first bytes of `â` and of the C1 controls, as [`images::first_bytes`]
/// gives them.
const FIRST_OF_LEFTOVERS: u64 = 1 << 2 | 1 << 3;

/// Two ranges of bytes that cover a set of first bytes.
fn cover(set: u64) -> [(u8, u8); 2] {
    let byte = |place: usize| 0xC0 | place as u8;
    let first = set.trailing_zeros() as usize % BLOCK;
    // The widest gap in the set.
    let (mut from, mut to, mut last) = (first, first, first);
    for place in lanes::each(set) {
        if place - last > to - from {
            (from, to) = (last, place);
        }
        last = place;
    }
    [(byte(first), byte(from)), (byte(to), byte(last))]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::passes::mojibake::images::{ENCODINGS, Set, WINDOWS_1250, WINDOWS_1252};
    use crate::passes::mojibake::undo::{CLASH, Undone};

    /// All regions of a text, one after the other.
    fn all(text: &str) -> Vec<Span> {
        let (mut regions, mut at) = (Vec::new(), 0);
        while let Some(next) = text.as_bytes()[at..].iter().position(|b| !b.is_ascii()) {
            let start = at + next;
            at = region_end(text.as_bytes(), start);
            regions.push((start, at));
        }
        regions
    }

    fn piece() -> impl Strategy<Value = String> {
        prop_oneof![
            3 => "[a-z ?]{1,4}|[a-z]{20,90}|[ ?]{2,4}",
            2 => "[é’“”—…ÃÂÄà€™©â\u{80}-\u{A0}\u{FFFD}]{1,3}",
            1 => "[а-яА-Я]{1,5}|[ء-ي]{1,5}|[α-ω]{1,5}|[가-각]{1,3}|[ก-ฮ]{1,3}|[Ă-Ţ]{1,3}|😀",
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn the_regions_are_those_that_may_be_repaired(
            pieces in prop::collection::vec(piece(), 0..20),
            proven in prop_oneof![
                Just(0), Just(1 << WINDOWS_1252), Just(1 << WINDOWS_1252 | 1 << WINDOWS_1250),
                0..1 << ENCODINGS,
            ],
            letter in "[aě]",
            has_leftovers in any::<bool>(),
        ) {
            let text = pieces.concat();
            let mut evidence = Evidence::default();
            evidence.add(&std::array::from_fn(|e| (proven as Set >> e & 1) as u32 * CLASH));
            evidence.read(&Undone::default(), &[letter.chars().next().unwrap()]);
            let is_leftover = |c| matches!(c, 'â' | '\u{80}'..='\u{9F}');
            let slowly: Vec<_> = all(&text).into_iter().filter(|&(start, end)| {
                let region = &text[start..end];
                !evidence.any()
                    || may_be(region.chars(), &evidence) != 0
                    || has_leftovers && region.contains(is_leftover)
            }).collect();
            let quickly: Vec<_> = regions(&text, &evidence, has_leftovers).collect();
            prop_assert_eq!(quickly, slowly);
        }
    }

    #[test]
    fn two_ranges_cover_all_first_bytes() {
        for (set, ranges) in [
            (1 << 3, [(0xC3, 0xC3), (0xC3, 0xC3)]),
            (1 << 3 | 1 << 4, [(0xC3, 0xC3), (0xC4, 0xC4)]),
            (0b11 << 3 | 0b11 << 24, [(0xC3, 0xC4), (0xD8, 0xD9)]),
            (u64::MAX, [(0xC0, 0xC0), (0xC1, 0xFF)]),
        ] {
            assert_eq!(cover(set), ranges);
        }
    }
}
