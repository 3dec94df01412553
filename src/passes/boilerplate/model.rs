//! A small trained model of lines: a weighted vote of what a line says, how it
//! looks, and where it stands.
//!
//! Each thing that can be said of a line, such as "its second word is `more`"
//! or "it stands behind the article", is hashed to one of 65,536 weights; a
//! line's score is the sum of its weights. Everything is done in whole
//! numbers, so that the score is the same on every machine.

#[cfg(test)]
mod train;

use std::sync::LazyLock;

use super::flags::Flag;
use super::folded::Folded;
use super::kind::BoilerplateKind;
use super::layout::Layout;
use super::line::{Line, Neighbour};
use crate::hashed;

/// The weights, in sixteenths of a logit; made by `train`.
static WEIGHTS: &[u8; BUCKETS] = include_bytes!("../../data/boilerplate/model.bin");

const BUCKETS: usize = 1 << BUCKET_BITS;
const BUCKET_BITS: u32 = 16;

/// Up to this score a line stays that would go wherever it stands.
pub(super) const SPARES: i32 = -40;

/// Up to this score a line stays that would go for what it says and where it
/// stands.
pub(super) const DOUBTS: i32 = 8;

/// From this score on a line goes that nothing else speaks against.
pub(super) const TAKES: i32 = 80;

/// From this score on a line goes that stands alone between two paragraphs of
/// which neither speaks of it.
pub(super) const TAKES_LONE: i32 = 30;

/// So many words of a line are read.
const MOST_WORDS: usize = 24;

/// What the words of a folded line say.
pub(super) fn words_score(folded: &Folded) -> i32 {
    let mut score = 0;
    each_of_words(folded, |bucket| score += weight(bucket));
    score
}

/// What a line says, how it looks and where it stands. Above 0 it is rather
/// boilerplate.
pub(super) fn score(
    lines: &[Line],
    at: usize,
    around: &[i32],
    layout: &Layout,
    sums: &AllSums,
) -> i32 {
    i32::from(lines[at].words_score) + Look::of(lines, at, around, layout).score(sums)
}

fn weight(bucket: usize) -> i32 {
    i32::from(WEIGHTS[bucket] as i8)
}

/// What a feature is about. Its number is a part of the hash.
#[derive(Clone, Copy)]
enum About {
    Word,
    Pair,
    First,
    Last,
    Whole,
    Always,
    Shape,
    Length,
    Region,
    Place,
    Own,
    Around,
    Sum,
    Kind,
    KindRegion,
    Run,
    Before,
    After,
    Between,
    Wide,
    Document,
}

fn bucket(about: About, value: u64) -> usize {
    let hash = hashed::push(value ^ (about as u64) << 56, 7);
    ((hash ^ hash >> 29).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - BUCKET_BITS)) as usize
}

/// The features of a line's words.
fn each_of_words(folded: &Folded, mut add: impl FnMut(usize)) {
    let mut last = None;
    let mut each = |hash: u64| {
        add(bucket(About::Word, hash));
        match last {
            Some(before) => add(bucket(About::Pair, hashed::push(before, hash as u32))),
            None => add(bucket(About::First, hash)),
        }
        last = Some(hash);
    };
    match folded.word_count() {
        0 => each(folded.hash()),
        _ => folded.words().take(MOST_WORDS).for_each(|word| each(word.hash)),
    }
    if let Some(hash) = last {
        add(bucket(About::Last, hash));
    }
    if folded.word_count() <= 4 {
        add(bucket(About::Whole, folded.hash()));
    }
}

/// How a line looks and where it stands, in small numbers.
#[derive(Clone, Copy, Debug)]
struct Look {
    /// A bit for each flag of its shape.
    shape: u16,
    length: usize,
    region: usize,
    /// In which twelfth of the text it stands, and how many lines that has.
    twelfth: usize,
    size: usize,
    /// How many lines stand before and behind it.
    before: usize,
    behind: usize,
    own: usize,
    around: usize,
    sum: usize,
    kind: usize,
    company: usize,
    run: usize,
    framed: usize,
    /// The classes of the two lines before it and of the two behind it, the
    /// nearer first.
    above: [usize; 2],
    below: [usize; 2],
    prose: usize,
    page: usize,
}

/// How many regions, lengths, sizes of texts, distances from their ends,
/// classes, kinds, companies, runs and amounts of prose are told apart.
const REGIONS: usize = 4;
const LENGTHS: usize = 9;
const TWELFTHS: usize = 12;
const SIZES: usize = 4;
const ENDS: usize = 7;
const NEIGHBOURS: usize = Neighbour::COUNT;
const KINDS: usize = BoilerplateKind::ALL.len() + 1;
const COMPANIES: usize = 5;
const RUNS: usize = 9;
const PROSE: usize = 7;

/// What a line and those around it say is told apart in so many steps to both
/// sides of nothing.
const STEPS: usize = 12;
const SUM_STEPS: usize = 14;

impl Look {
    fn of(lines: &[Line], at: usize, around: &[i32], layout: &Layout) -> Self {
        let line = &lines[at];
        let (own, around) = (i32::from(line.own), around[at]);
        let step = |value: i32, width: i32, most: usize| {
            let most = most as i32;
            ((value / width).clamp(-most, most) + most) as usize
        };
        let neighbour = |at: Option<usize>| {
            at.and_then(|at| lines.get(at)).map_or(Neighbour::None, |line| line.as_neighbour)
                as usize
        };
        Self {
            shape: line.flags.of_model(),
            length: match line.words {
                n @ 0..=3 => usize::from(n),
                4..=5 => 4,
                6..=8 => 5,
                9..=12 => 6,
                13..=20 => 7,
                _ => 8,
            },
            region: layout.region(at),
            twelfth: at * TWELFTHS / lines.len(),
            size: match lines.len() {
                0..=9 => 0,
                10..=39 => 1,
                40..=149 => 2,
                _ => 3,
            },
            before: at.min(ENDS - 1),
            behind: (lines.len() - 1 - at).min(ENDS - 1),
            own: step(own, 6, STEPS),
            around: step(around, 4, STEPS),
            sum: step(own + around, 5, SUM_STEPS),
            kind: line.kind.map_or(0, |kind| kind as usize + 1),
            company: match line.company {
                n @ 0..=2 => usize::from(n),
                3..=5 => 3,
                _ => 4,
            },
            run: log(usize::from(line.run)),
            framed: usize::from(line.is(Flag::Framed)),
            above: [1, 2].map(|n| neighbour(at.checked_sub(n))),
            below: [1, 2].map(|n| neighbour(Some(at + n))),
            prose: log(layout.body_words.min(2000) as usize / 50),
            page: usize::from(layout.is_page),
        }
    }

    /// The sum of the weights of its features.
    fn score(&self, sums: &AllSums) -> i32 {
        let mut score = 0;
        let mut shape = self.shape;
        while shape != 0 {
            score += sums.shape.get([shape.trailing_zeros() as usize, self.region]);
            shape &= shape - 1;
        }
        let Self { length, region, .. } = *self;
        score
            + sums.length.get([length, region])
            + sums.place.get([self.twelfth, self.size])
            + sums.ends.get([self.before, self.behind])
            + sums.own.get([self.own, region])
            + sums.around.get([self.around, region, length])
            + sums.sum.get([self.sum])
            + sums.kind.get([self.kind, region, length])
            + sums.run.get([self.run, region])
            + sums.company.get([self.company, self.framed, region])
            + sums.near.get([self.above[0], self.below[0], region, length])
            + sums.wide.get([self.above[1], self.below[1]])
            + sums.document.get([self.prose, self.page])
    }

    /// Its features.
    #[cfg(test)]
    fn each_feature(&self, add: &mut dyn FnMut(usize)) {
        let Self { length, region, .. } = *self;
        for flag in (0..16).filter(|flag| self.shape >> flag & 1 != 0) {
            of_shape([flag, region], add);
        }
        of_length([length, region], add);
        of_place([self.twelfth, self.size], add);
        of_ends([self.before, self.behind], add);
        of_own([self.own, region], add);
        of_around([self.around, region, length], add);
        of_sum([self.sum], add);
        of_kind([self.kind, region, length], add);
        of_run([self.run, region], add);
        of_company([self.company, self.framed, region], add);
        of_near([self.above[0], self.below[0], region, length], add);
        of_wide([self.above[1], self.below[1]], add);
        of_document([self.prose, self.page], add);
    }
}

/// The power of two that a number is at most.
fn log(number: usize) -> usize {
    number.next_power_of_two().trailing_zeros() as usize
}

/// The features that a few numbers make, which are added to a list.
type Features<const N: usize> = fn([usize; N], &mut dyn FnMut(usize));

/// The sums of the weights of features, for all numbers that make them: a line
/// is judged by a dozen of these instead of forty weights.
struct Sums<const N: usize> {
    sizes: [usize; N],
    list: Vec<i16>,
}

impl<const N: usize> Sums<N> {
    fn new(sizes: [usize; N], features: Features<N>) -> Self {
        let sum = |mut at: usize| {
            let mut values = sizes;
            for value in values.iter_mut().rev() {
                (at, *value) = (at / *value, at % *value);
            }
            let mut sum = 0;
            features(values, &mut |bucket| sum += weight(bucket));
            sum as i16
        };
        Self { sizes, list: (0..sizes.iter().product()).map(sum).collect() }
    }

    #[inline]
    fn get(&self, values: [usize; N]) -> i32 {
        let places = self.sizes.iter().zip(values);
        i32::from(self.list[places.fold(0, |at, (size, value)| at * size + value)])
    }
}

/// The sums of all groups of features.
pub(super) struct AllSums {
    shape: Sums<2>,
    length: Sums<2>,
    place: Sums<2>,
    ends: Sums<2>,
    own: Sums<2>,
    around: Sums<3>,
    sum: Sums<1>,
    kind: Sums<3>,
    run: Sums<2>,
    company: Sums<3>,
    near: Sums<4>,
    wide: Sums<2>,
    document: Sums<2>,
}

/// The sums that the weights give.
pub(super) fn sums() -> &'static AllSums {
    static SUMS: LazyLock<AllSums> = LazyLock::new(|| AllSums {
        shape: Sums::new([u16::BITS as usize, REGIONS], of_shape),
        length: Sums::new([LENGTHS, REGIONS], of_length),
        place: Sums::new([TWELFTHS, SIZES], of_place),
        ends: Sums::new([ENDS, ENDS], of_ends),
        own: Sums::new([2 * STEPS + 1, REGIONS], of_own),
        around: Sums::new([2 * STEPS + 1, REGIONS, LENGTHS], of_around),
        sum: Sums::new([2 * SUM_STEPS + 1], of_sum),
        kind: Sums::new([KINDS, REGIONS, LENGTHS], of_kind),
        run: Sums::new([RUNS, REGIONS], of_run),
        company: Sums::new([COMPANIES, 2, REGIONS], of_company),
        near: Sums::new([NEIGHBOURS, NEIGHBOURS, REGIONS, LENGTHS], of_near),
        wide: Sums::new([NEIGHBOURS, NEIGHBOURS], of_wide),
        document: Sums::new([PROSE, 2], of_document),
    });
    &SUMS
}

fn of_shape([flag, region]: [usize; 2], add: &mut dyn FnMut(usize)) {
    add(bucket(About::Shape, flag as u64));
    add(bucket(About::Shape, 0x100 | (flag << 4 | region) as u64));
}

fn of_length([length, region]: [usize; 2], add: &mut dyn FnMut(usize)) {
    add(bucket(About::Always, 0));
    add(bucket(About::Length, length as u64));
    add(bucket(About::Length, 0x100 | (length << 4 | region) as u64));
    add(bucket(About::Region, region as u64));
}

fn of_place([twelfth, size]: [usize; 2], add: &mut dyn FnMut(usize)) {
    add(bucket(About::Place, (twelfth | size << 8) as u64));
}

fn of_ends([before, behind]: [usize; 2], add: &mut dyn FnMut(usize)) {
    add(bucket(About::Place, 0x1000 | before as u64));
    add(bucket(About::Place, 0x2000 | behind as u64));
}

/// A step as a number of eight bits.
fn signed(step: usize, most: usize) -> u64 {
    u64::from(step.wrapping_sub(most) as u8)
}

fn of_own([own, region]: [usize; 2], add: &mut dyn FnMut(usize)) {
    let own = signed(own, STEPS);
    add(bucket(About::Own, own));
    add(bucket(About::Own, 0x100 | own << 4 | region as u64));
}

fn of_around([around, region, length]: [usize; 3], add: &mut dyn FnMut(usize)) {
    let around = signed(around, STEPS);
    add(bucket(About::Around, around));
    add(bucket(About::Around, 0x100 | around << 12 | (region << 8 | length) as u64));
}

fn of_sum([sum]: [usize; 1], add: &mut dyn FnMut(usize)) {
    add(bucket(About::Sum, signed(sum, SUM_STEPS)));
}

fn of_kind([kind, region, length]: [usize; 3], add: &mut dyn FnMut(usize)) {
    add(bucket(About::Kind, kind as u64));
    add(bucket(About::KindRegion, (kind << 8 | region << 4 | length) as u64));
}

fn of_run([run, region]: [usize; 2], add: &mut dyn FnMut(usize)) {
    add(bucket(About::Run, 0x1000 | (1 << run << 4 | region) as u64));
}

fn of_company([company, framed, region]: [usize; 3], add: &mut dyn FnMut(usize)) {
    add(bucket(About::Run, (company << 4 | region) as u64));
    add(bucket(About::Run, 0x2000 | (company << 12 | framed) as u64));
}

fn of_near([above, below, region, length]: [usize; 4], add: &mut dyn FnMut(usize)) {
    add(bucket(About::Before, (above << 4 | length) as u64));
    add(bucket(About::After, (below << 4 | length) as u64));
    add(bucket(About::Between, (above << 12 | below << 8 | length << 4 | region) as u64));
}

fn of_wide([above, below]: [usize; 2], add: &mut dyn FnMut(usize)) {
    add(bucket(About::Wide, (above << 8 | below << 4) as u64));
}

fn of_document([prose, page]: [usize; 2], add: &mut dyn FnMut(usize)) {
    add(bucket(About::Document, (1 << prose << 8 | page) as u64));
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn sums_are_those_of_the_features(
            shape in 0..1_u16 << 12,
            (length, region, twelfth, size) in (0..LENGTHS, 0..REGIONS, 0..TWELFTHS, 0..SIZES),
            (before, behind) in (0..ENDS, 0..ENDS),
            (own, around, sum) in (0..=2 * STEPS, 0..=2 * STEPS, 0..=2 * SUM_STEPS),
            (kind, company, run, framed) in (0..KINDS, 0..COMPANIES, 0..RUNS, 0..2_usize),
            (above, below) in ([0..NEIGHBOURS, 0..NEIGHBOURS], [0..NEIGHBOURS, 0..NEIGHBOURS]),
            (prose, page) in (0..PROSE, 0..2_usize),
        ) {
            let look = Look {
                shape, length, region, twelfth, size, before, behind, own, around, sum, kind,
                company, run, framed, above, below, prose, page,
            };
            let mut sum = 0;
            look.each_feature(&mut |bucket| sum += weight(bucket));
            prop_assert_eq!(look.score(sums()), sum);
        }
    }
}
