//! Searches that cost little where little is to be found: from where the last
//! one ended, or for a few bytes.

use memchr::{memchr_iter, memrchr_iter};

/// Where a few bytes stand first. Unlike a search for many of them it prepares
/// nothing.
pub(crate) fn find_short(text: &[u8], part: &[u8]) -> Option<usize> {
    let first = part.first()?;
    memchr_iter(*first, text).find(|&at| text[at..].starts_with(part))
}

/// Where a few bytes stand last, found in the same way.
pub(crate) fn rfind_short(text: &[u8], part: &[u8]) -> Option<usize> {
    let first = part.first()?;
    memrchr_iter(*first, text).find(|&at| text[at..].starts_with(part))
}

/// How far [`partition_point_near`] goes at a stride, at most.
const STRIDE: usize = 16;

/// As [`partition_point`](slice::partition_point), for a point that is likely
/// near the place `near`: what lies far from it is not touched.
///
/// Takes time by the distance, not by the length of the list. A binary search
/// jumps through all of a long list, and each jump waits for the memory; short
/// strides in one direction are foreseen.
pub(crate) fn partition_point_near<T>(
    list: &[T],
    near: usize,
    is_before: impl Fn(&T) -> bool,
) -> usize {
    let (before, behind) = list.split_at(near.min(list.len()));
    // Everything up to `step`, from the place on, lies on the same side of the
    // point; the next item to ask lies a stride behind that.
    let (mut step, mut stride) = (0, 1);
    if before.last().is_none_or(&is_before) {
        while behind.get(step + stride - 1).is_some_and(&is_before) {
            step += stride;
            stride = STRIDE.min(2 * stride);
        }
        let to = behind.len().min(step + stride - 1);
        before.len() + step + behind[step..to].partition_point(is_before)
    } else {
        let at = |step: usize| before.len().checked_sub(step).map(|at| &before[at]);
        while at(step + stride).is_some_and(|item| !is_before(item)) {
            step += stride;
            stride = STRIDE.min(2 * stride);
        }
        let (from, to) = (before.len().saturating_sub(step + stride), before.len() - step);
        from + before[from..to].partition_point(is_before)
    }
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_few_bytes_are_found_where_they_stand(text in "[ab]{0,12}", part in "[ab]{1,4}") {
            prop_assert_eq!(find_short(text.as_bytes(), part.as_bytes()), text.find(&part));
            prop_assert_eq!(rfind_short(text.as_bytes(), part.as_bytes()), text.rfind(&part));
        }

        #[test]
        fn the_search_from_a_place_finds_what_the_search_through_all_finds(
            mut list in vec(0..60_u8, 0..80),
            near in 0..90_usize,
            limit in 0..62_u8,
        ) {
            list.sort_unstable();
            let found = partition_point_near(&list, near, |item| *item < limit);
            prop_assert_eq!(found, list.partition_point(|item| *item < limit));
        }
    }
}
