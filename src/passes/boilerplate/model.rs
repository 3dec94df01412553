//! A small trained model of lines: a weighted vote of what a line says, how it
//! looks, and where it stands.
//!
//! Each thing that can be said of a line, such as "its second word is `more`"
//! or "it stands behind the article", is hashed to one of 65,536 weights; a
//! line's score is the sum of its weights. Everything is done in whole
//! numbers, so that the score is the same on every machine.

#[cfg(test)]
mod train;

use super::judge::Layout;
use super::key::Folded;
use super::line::Line;
use crate::passes::hashed;

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
pub(super) fn score(lines: &[Line], at: usize, around: &[i32], layout: &Layout) -> i32 {
    let mut score = i32::from(lines[at].words_score);
    each_of_place(lines, at, around, layout, |bucket| score += weight(bucket));
    score
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
    match folded.len() {
        0 => each(folded.hash()),
        _ => folded.words().take(MOST_WORDS).for_each(|word| each(word.hash)),
    }
    if let Some(hash) = last {
        add(bucket(About::Last, hash));
    }
    if folded.len() <= 4 {
        add(bucket(About::Whole, folded.hash()));
    }
}

/// The features of a line's shape and place.
fn each_of_place(
    lines: &[Line],
    at: usize,
    around: &[i32],
    layout: &Layout,
    mut add: impl FnMut(usize),
) {
    let line = &lines[at];
    let step = |value: i32, width: i32, most: i32| (value / width).clamp(-most, most) as u64 & 0xff;
    let length = match line.words {
        n @ 0..=3 => u64::from(n),
        4..=5 => 4,
        6..=8 => 5,
        9..=12 => 6,
        13..=20 => 7,
        _ => 8,
    };
    let region = layout.region(at);
    add(bucket(About::Always, 0));
    for (number, is) in (0..).zip(line.shape.flags()) {
        if is {
            add(bucket(About::Shape, number));
            add(bucket(About::Shape, 0x100 | number << 4 | region));
        }
    }
    add(bucket(About::Length, length));
    add(bucket(About::Length, 0x100 | length << 4 | region));
    add(bucket(About::Region, region));
    let size = match lines.len() {
        0..=9 => 0,
        10..=39 => 1,
        40..=149 => 2,
        _ => 3,
    };
    add(bucket(About::Place, (at * 12 / lines.len()) as u64 | size << 8));
    add(bucket(About::Place, 0x1000 | at.min(6) as u64));
    add(bucket(About::Place, 0x2000 | (lines.len() - 1 - at).min(6) as u64));
    let own = i32::from(line.own);
    add(bucket(About::Own, step(own, 6, 12)));
    add(bucket(About::Own, 0x100 | step(own, 6, 12) << 4 | region));
    add(bucket(About::Around, step(around[at], 4, 12)));
    add(bucket(About::Around, 0x100 | step(around[at], 4, 12) << 12 | region << 8 | length));
    add(bucket(About::Sum, step(own + around[at], 5, 14)));
    let kind = line.kind.map_or(0, |kind| kind as u64 + 1);
    add(bucket(About::Kind, kind));
    add(bucket(About::KindRegion, kind << 8 | region << 4 | length));
    let company = match line.company {
        n @ 0..=2 => u64::from(n),
        3..=5 => 3,
        _ => 4,
    };
    let run = u64::from(line.run).next_power_of_two();
    add(bucket(About::Run, company << 4 | region));
    add(bucket(About::Run, 0x1000 | run << 4 | region));
    add(bucket(About::Run, 0x2000 | company << 12 | u64::from(line.framed)));
    let look = |at: Option<usize>| at.and_then(|at| lines.get(at)).map_or(0, Line::class);
    let (before, after) = (look(at.checked_sub(1)), look(Some(at + 1)));
    add(bucket(About::Before, before << 4 | length));
    add(bucket(About::After, after << 4 | length));
    add(bucket(About::Between, before << 12 | after << 8 | length << 4 | region));
    let (before, after) = (look(at.checked_sub(2)), look(Some(at + 2)));
    add(bucket(About::Wide, before << 8 | after << 4));
    let prose = u64::from(layout.body_words.min(2000) / 50).next_power_of_two();
    add(bucket(About::Document, prose << 8 | u64::from(layout.page)));
}
