//! Counting the frequent among many, in bounded memory.

use crate::hashed::ByHash;

/// How many keys are kept when there is no room for all.
pub(super) const MAX_LINES: usize = 7000;

/// How many are kept before room is made, so that it is made seldom; just what
/// a map of 16,384 places takes.
pub(super) const MOST_LINES: usize = 2 * MAX_LINES;

/// Counts of keys, after Misra and Gries: too low by at most
/// [`missed`](Self::missed), and never too high.
///
/// Each time that it lowers its counts by `n`, at least `MAX_LINES + 1` of them
/// lose that much, so `missed` is below the sum of all that was added divided
/// by `MAX_LINES`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    counts: ByHash<u32>,
    missed: u32,
}

impl Tally {
    /// A tally of these counts, if each key is there once and they are not too
    /// many.
    #[cfg(feature = "serde")]
    pub(super) fn from_parts(missed: u32, counts: Vec<(u64, u32)>) -> Option<Self> {
        let len = counts.len();
        let counts: ByHash<u32> = counts.into_iter().collect();
        (counts.len() == len && len <= MOST_LINES).then_some(Self { counts, missed })
    }

    pub(super) fn get(&self, key: u64) -> u32 {
        self.counts.get(&key).copied().unwrap_or(0)
    }

    pub(super) fn missed(&self) -> u32 {
        self.missed
    }

    pub(super) fn len(&self) -> usize {
        self.counts.len()
    }

    #[cfg(feature = "serde")]
    pub(super) fn iter(&self) -> impl Iterator<Item = (u64, u32)> {
        self.counts.iter().map(|(&key, &count)| (key, count))
    }

    pub(super) fn add(&mut self, counts: impl Iterator<Item = (u64, u32)>) {
        for (key, count) in counts {
            let sum = self.counts.entry(key).or_insert(0);
            *sum = sum.saturating_add(count);
            if self.counts.len() > MOST_LINES {
                self.make_room();
            }
        }
    }

    pub(super) fn merge(&mut self, other: Self) {
        self.missed = self.missed.saturating_add(other.missed);
        // All sums first: so it is the same whichever of the two comes first.
        for (key, count) in other.counts {
            let sum = self.counts.entry(key).or_insert(0);
            *sum = sum.saturating_add(count);
        }
        if self.counts.len() > MOST_LINES {
            self.make_room();
        }
    }

    /// Keeps the most frequent.
    fn make_room(&mut self) {
        let mut counts: Vec<u32> = self.counts.values().copied().collect();
        let at = counts.len() - 1 - MAX_LINES;
        let (_, &mut least, _) = counts.select_nth_unstable(at);
        self.lower_by(least);
    }

    /// Lowers all counts, and forgets those that are 0 then.
    pub(super) fn lower_by(&mut self, by: u32) {
        self.missed = self.missed.saturating_add(by);
        self.counts.retain(|_, count| {
            *count = count.saturating_sub(by);
            *count > 0
        });
        self.counts.shrink_to(MOST_LINES.min(2 * self.counts.len()));
    }
}
