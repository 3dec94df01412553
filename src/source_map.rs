//! Where each piece of the clean text came from.
//!
//! A [`SourceMap`] is the composition of the edit lists of all passes into
//! one list of changes between the raw and the clean text. What must hold
//! (`tests/laws.rs` checks it for every pass and for random pipelines):
//!
//! * *order*: changes are sorted and disjoint on both sides;
//! * *replay*: the clean text is the raw text with each change made;
//! * *identity*: outside the changes both texts are equal, byte for byte;
//! * *real*: the two texts of a change differ.
//!
//! To compose, walk the changes so far and the new edits in the order of the
//! text that lies between them, which both speak of: the changes in their
//! clean ranges, the edits in their ranges. Whatever overlaps or touches
//! melts into one change; everything else keeps its ranges but for a shift, and
//! is taken over in runs.

use std::iter;
use std::ops::Range;

use crate::Edits;
use crate::search::partition_point_near;

/// Maps offsets and ranges between the raw and the clean text, both ways.
///
/// All offsets are in bytes. A position outside every change maps to itself,
/// shifted; a position inside a change maps to an end of the change as a
/// whole, because nobody can say which half of a replacement came from where.
///
/// # Example
///
/// ```
/// let cleaned = copydesk::Pipeline::repair().explain("caf&eacute; au lait");
/// let map = cleaned.source_map();
///
/// // "café" in the clean text comes from "caf&eacute;" in the raw text.
/// assert_eq!(cleaned.text(), "café au lait");
/// assert_eq!(map.to_raw(0..5), 0..11);
/// assert_eq!(map.to_clean(12..14), 6..8);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceMap {
    spans: Vec<Span>,
    rules: Vec<&'static str>,
}

/// One change: its two ranges, and its rules as a range of the list of rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) raw: Range<usize>,
    pub(crate) clean: Range<usize>,
    rules: Range<usize>,
}

impl SourceMap {
    /// The bytes of the raw text that the bytes `clean` of the clean text came
    /// from.
    ///
    /// An empty range inside a change gives the whole raw range of the change.
    /// Places behind the end of the text come out as far behind the end of the
    /// other: the map does not know where the texts end.
    ///
    /// # Panics
    ///
    /// If the range is backwards.
    pub fn to_raw(&self, clean: Range<usize>) -> Range<usize> {
        map(&self.spans, clean, |s| &s.clean, |s| &s.raw)
    }

    /// The bytes of the clean text that the bytes `raw` of the raw text became.
    ///
    /// What was deleted maps to the empty range where it would stand. Places
    /// behind the end come out as far behind the end of the other.
    ///
    /// # Panics
    ///
    /// If the range is backwards.
    pub fn to_clean(&self, raw: Range<usize>) -> Range<usize> {
        map(&self.spans, raw, |s| &s.raw, |s| &s.clean)
    }

    pub(crate) fn spans(&self) -> &[Span] {
        &self.spans
    }

    pub(crate) fn rules(&self, span: &Span) -> &[&'static str] {
        &self.rules[span.rules.clone()]
    }

    /// The map from the raw text to what the text becomes by `edits`.
    ///
    /// `self` maps from the raw text to the text that the edits speak of.
    pub(crate) fn then(&self, edits: &Edits) -> Self {
        self.compose(edits.iter().map(|edit| Replaced {
            range: edit.range,
            by: edit.replacement.len(),
            rules: iter::once(edit.rule),
        }))
    }

    /// The map from the raw text to the one that `next` maps to.
    ///
    /// `self` maps from the raw text to the one that `next` maps from.
    pub(crate) fn then_map(&self, next: &Self) -> Self {
        self.compose(next.spans.iter().map(|span| Replaced {
            range: span.raw.clone(),
            by: span.clean.len(),
            rules: next.rules(span).iter().copied(),
        }))
    }

    /// Adds the changes of a later part of the text, which begins at `raw` and
    /// stands at `clean`. Unchanged text stands before it.
    pub(crate) fn append(&mut self, part: Self, raw: usize, clean: usize) {
        let rules = self.rules.len();
        self.rules.extend(part.rules);
        self.spans.extend(part.spans.into_iter().map(|span| Span {
            raw: shifted(span.raw, raw),
            clean: shifted(span.clean, clean),
            rules: shifted(span.rules, rules),
        }));
    }

    fn compose<R: Iterator<Item = &'static str>>(
        &self,
        new: impl ExactSizeIterator<Item = Replaced<R>>,
    ) -> Self {
        let mut composer = Composer::default();
        composer.out.spans.reserve(self.spans.len() + new.len());
        composer.out.rules.reserve(self.rules.len() + new.len());
        let mut old = self.spans.as_slice();
        let mut new = new.peekable();
        loop {
            // Most changes are apart from all that is new: they only shift.
            let apart = match new.peek() {
                Some(e) => partition_point_near(old, 0, |s| s.clean.end < e.range.start),
                None => old.len(),
            };
            let (shifted, rest) = old.split_at(apart);
            composer.shift(shifted, &self.rules);
            old = rest;
            // `mid` is the range, in the text between both, of what melts together.
            let Some(e) = new.peek() else { break };
            let start = old.first().map_or(e.range.start, |s| e.range.start.min(s.clean.start));
            let mut mid = start..start;
            composer.open(mid.start);
            loop {
                if let Some((s, rest)) = old.split_first().filter(|(s, _)| s.clean.start <= mid.end)
                {
                    old = rest;
                    mid.end = mid.end.max(s.clean.end);
                    composer.raw_to_mid += growth(&s.raw, s.clean.len());
                    self.rules(s).iter().for_each(|rule| composer.add_rule(rule));
                } else if let Some(e) = new.next_if(|e| e.range.start <= mid.end) {
                    mid.end = mid.end.max(e.range.end);
                    composer.mid_to_clean += growth(&e.range, e.by);
                    e.rules.for_each(|rule| composer.add_rule(rule));
                } else {
                    break;
                }
            }
            composer.close(mid.end);
        }
        composer.out
    }

    /// Drops the changes whose two texts are equal: passes that undid each
    /// other.
    pub(crate) fn retain_real(&mut self, raw: &str, clean: &str) {
        self.spans.retain(|s| raw[s.raw.clone()] != clean[s.clean.clone()]);
    }
}

/// What a step of the composition replaces, with how many bytes, and why.
struct Replaced<R> {
    range: Range<usize>,
    by: usize,
    rules: R,
}

fn shifted(range: Range<usize>, by: usize) -> Range<usize> {
    range.start + by..range.end + by
}

/// How much longer a replacement is than what it replaces.
fn growth(old: &Range<usize>, new_len: usize) -> isize {
    new_len as isize - old.len() as isize
}

#[derive(Default)]
struct Composer {
    out: SourceMap,
    // How much longer the middle text is than the raw text, and the clean
    // text than the middle text, up to here.
    raw_to_mid: isize,
    mid_to_clean: isize,
}

impl Composer {
    fn raw(&self, mid: usize) -> usize {
        mid.wrapping_add_signed(-self.raw_to_mid)
    }

    fn clean(&self, mid: usize) -> usize {
        mid.wrapping_add_signed(self.mid_to_clean)
    }

    fn open(&mut self, mid: usize) {
        let (raw, clean, rules) = (self.raw(mid), self.clean(mid), self.out.rules.len());
        self.out.spans.push(Span { raw: raw..raw, clean: clean..clean, rules: rules..rules });
    }

    /// Takes over changes that no edit touches, with what is theirs of the
    /// `rules`.
    fn shift(&mut self, spans: &[Span], rules: &[&'static str]) {
        let (Some(first), Some(last)) = (spans.first(), spans.last()) else { return };
        let (by, from, to) = (self.mid_to_clean, first.rules.start, self.out.rules.len());
        self.out.rules.extend_from_slice(&rules[from..last.rules.end]);
        self.out.spans.extend(spans.iter().map(|s| Span {
            raw: s.raw.clone(),
            clean: s.clean.start.wrapping_add_signed(by)..s.clean.end.wrapping_add_signed(by),
            rules: s.rules.start - from + to..s.rules.end - from + to,
        }));
        self.raw_to_mid = growth(&(0..last.raw.end), last.clean.end);
    }

    fn add_rule(&mut self, rule: &'static str) {
        let first = self.out.spans.last().map_or(0, |s| s.rules.start);
        if !self.out.rules[first..].contains(&rule) {
            self.out.rules.push(rule);
        }
    }

    fn close(&mut self, mid: usize) {
        let (raw, clean, rules) = (self.raw(mid), self.clean(mid), self.out.rules.len());
        if let Some(span) = self.out.spans.last_mut() {
            span.raw.end = raw;
            span.clean.end = clean;
            span.rules.end = rules;
        }
    }
}

/// Maps a range from one side of the changes to the other.
fn map(
    spans: &[Span],
    range: Range<usize>,
    from: impl Fn(&Span) -> &Range<usize>,
    to: impl Fn(&Span) -> &Range<usize>,
) -> Range<usize> {
    assert!(range.start <= range.end, "the range {range:?} is backwards");
    // The first change that ends after the start (or at it, if it is empty
    // there and so could be what the start stands in) and the last change
    // that begins before the end.
    let shifted = |before: Option<&Span>, offset: usize| match before {
        Some(s) => offset - from(s).end + to(s).end,
        None => offset,
    };
    let i = spans.partition_point(|s| from(s).end <= range.start);
    let start = match spans.get(i) {
        Some(s) if from(s).start < range.start => to(s).start,
        _ => shifted(i.checked_sub(1).map(|i| &spans[i]), range.start),
    };
    let j = spans.partition_point(|s| from(s).start < range.end);
    let end = match j.checked_sub(1).map(|j| &spans[j]) {
        Some(s) if from(s).end > range.end => to(s).end,
        before => shifted(before, range.end),
    };
    start..end.max(start)
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    fn edits(list: &[(Range<usize>, &str)]) -> Edits {
        let mut edits = Edits::default();
        for (range, with) in list {
            edits.replace(range.clone(), with, "t/t");
        }
        edits
    }

    fn ranges(map: &SourceMap) -> Vec<(Range<usize>, Range<usize>)> {
        map.spans.iter().map(|s| (s.raw.clone(), s.clean.clone())).collect()
    }

    /// As `then`, one position after the other.
    fn then_slowly(map: &SourceMap, edits: &Edits) -> SourceMap {
        let mut composer = Composer::default();
        let mut old = map.spans.iter().peekable();
        let mut new = edits.iter().peekable();
        while let Some(start) =
            [old.peek().map(|s| s.clean.start), new.peek().map(|e| e.range.start)]
                .into_iter()
                .flatten()
                .min()
        {
            let mut end = start;
            composer.open(start);
            loop {
                if let Some(s) = old.next_if(|s| s.clean.start <= end) {
                    end = end.max(s.clean.end);
                    composer.raw_to_mid += growth(&s.raw, s.clean.len());
                    map.rules(s).iter().for_each(|rule| composer.add_rule(rule));
                } else if let Some(e) = new.next_if(|e| e.range.start <= end) {
                    end = end.max(e.range.end);
                    composer.mid_to_clean += growth(&e.range, e.replacement.len());
                    composer.add_rule(e.rule);
                } else {
                    break;
                }
            }
            composer.close(end);
        }
        composer.out
    }

    proptest! {
        #[test]
        fn runs_are_taken_over_as_one_by_one(
            passes in vec(vec((0..4_usize, 0..3_usize, 0..3_usize, 0..3_usize), 0..8), 0..6),
        ) {
            let (mut map, mut slow) = (SourceMap::default(), SourceMap::default());
            for pass in passes {
                let mut edits = Edits::default();
                for (gap, len, new_len, rule) in pass {
                    let start = edits.end() + gap;
                    edits.replace(start..start + len, &"xxx"[..new_len], ["t/a", "t/b", "t/c"][rule]);
                }
                let step = SourceMap::default().then(&edits);
                prop_assert_eq!(ranges(&map.then_map(&step)), ranges(&map.then(&edits)));
                (map, slow) = (map.then(&edits), then_slowly(&slow, &edits));
                prop_assert_eq!(&map, &slow);
            }
        }
    }

    #[test]
    fn maps_of_parts_are_a_map_of_the_whole() {
        let of_part = |at: usize| edits(&[(at + 1..at + 3, "X"), (at + 4..at + 4, "YY")]);
        let part = SourceMap::default().then(&of_part(0));
        let mut map = part.clone();
        // A part grows by one byte.
        map.append(part, 10, 11);
        let mut all = of_part(0);
        of_part(10).iter().for_each(|e| all.replace(e.range, e.replacement, e.rule));
        assert_eq!(map, SourceMap::default().then(&all));
    }

    #[test]
    fn edits_apart_stay_apart_and_shift() {
        // "abcdef" -> "aXXcdef" -> "aXXcef"
        let map = SourceMap::default().then(&edits(&[(1..2, "XX")])).then(&edits(&[(4..5, "")]));
        assert_eq!(ranges(&map), [(1..2, 1..3), (3..4, 4..4)]);
    }

    #[test]
    fn an_edit_over_a_change_melts_with_it() {
        // "abcdef" -> "aXXcdef" -> "YYdef"
        let map = SourceMap::default().then(&edits(&[(1..2, "XX")])).then(&edits(&[(0..4, "YY")]));
        assert_eq!(ranges(&map), [(0..3, 0..2)]);
    }

    #[test]
    fn one_edit_joins_two_changes() {
        // "abcdef" -> "aXcdYf" -> "a-f"
        let first = SourceMap::default().then(&edits(&[(1..2, "X"), (4..5, "Y")]));
        let map = first.then(&edits(&[(1..5, "-")]));
        assert_eq!(ranges(&map), [(1..5, 1..2)]);
    }

    #[test]
    fn an_insertion_is_nowhere_in_the_raw_text() {
        let map = SourceMap::default().then(&edits(&[(1..1, "XX")]));
        assert_eq!(map.to_raw(1..3), 1..1);
        assert_eq!(map.to_raw(0..1), 0..1);
        assert_eq!(map.to_clean(1..2), 3..4);
    }

    #[test]
    fn half_of_a_change_is_all_of_it() {
        let map = SourceMap::default().then(&edits(&[(2..6, "xyz")]));
        assert_eq!(map.to_raw(3..4), 2..6);
        assert_eq!(map.to_raw(0..3), 0..6);
        assert_eq!(map.to_clean(3..9), 2..8);
        assert_eq!(map.to_clean(7..9), 6..8);
    }
}
