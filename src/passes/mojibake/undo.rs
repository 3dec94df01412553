//! Undoing layers of wrong decoding in a run of characters.

use std::ops::Range;

use super::evidence::{Evidence, Letters};
use super::images::{ENCODINGS, Set, image};
use super::role::{Role, cost};
use super::sequence::Reader;
use crate::{Edits, Reuse};

/// What a clash of characters counts, in rare letters.
pub(super) const CLASH: u32 = 4;

/// How many layers are undone in one go.
const MAX_LAYERS: usize = 6;

/// The characters of context that a run stands between, on each side.
pub(super) const CONTEXT: usize = 4;

/// Layers that were undone.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Undone {
    layers: [u8; MAX_LAYERS],
    depth: usize,
    /// How many clashes of characters are gone.
    clashes: u32,
    /// How many rare letters the repaired text has.
    rare: u32,
    /// How much of what the first layer gained is in the document.
    prior: u32,
}

impl Undone {
    /// The encodings, outermost first.
    pub(super) fn layers(&self) -> &[u8] {
        &self.layers[..self.depth]
    }

    /// Whether it explains a run better than another does; of equal ones, the
    /// one whose first encoding is more at home in the document.
    fn is_better(&self, other: &Self, evidence: &Evidence) -> bool {
        if self.layers().starts_with(other.layers()) {
            // One more layer: much better text, or damage as deep as it is
            // elsewhere in the document.
            return if self.layers().first() != self.layers().last() {
                self.clashes >= other.clashes + 2
            } else {
                self.clashes > other.clashes
                    || self.clashes == other.clashes
                        && self.depth <= evidence.depth(self.layers[0])
            };
        }
        (self.clashes, self.prior, other.rare) > (other.clashes, other.prior, self.rare)
    }

    /// What it says for an encoding.
    fn gain(&self) -> u32 {
        (CLASH * self.clashes).saturating_sub(self.rare)
    }

    /// The layers, if they are all of one encoding.
    pub(super) fn depth_in_one(&self) -> Option<(u8, usize)> {
        let first = *self.layers().first()?;
        self.layers().iter().all(|&e| e == first).then_some((first, self.depth))
    }
}

/// Working memory, and the run to look at.
#[derive(Default)]
pub(super) struct Bench {
    /// The characters before the run, the run, the characters after it.
    pub(super) raw: Vec<char>,
    /// The same with the best repair made.
    pub(super) best: Vec<char>,
    /// What each encoding gained as the outermost layer.
    pub(super) gains: [u32; ENCODINGS],
    now: Vec<char>,
    next: Vec<char>,
    roles: Vec<Role>,
    piece: Vec<Role>,
}

impl Reuse for Bench {
    fn reset(&mut self) {
        self.raw.clear();
        self.best.clear();
        self.now.clear();
        self.next.clear();
        self.roles.clear();
        self.piece.clear();
    }
}

impl Bench {
    /// Finds the best repair of the run. `best` then holds it.
    pub(super) fn undo(&mut self, evidence: &Evidence) -> Option<Undone> {
        let Self { raw, best, gains, now, next, roles, piece } = self;
        best.clear();
        *gains = [0; ENCODINGS];
        let possible = possible(raw, evidence);
        if possible == 0 {
            return None;
        }
        let raw_cost = whole_cost(raw, roles);
        if raw_cost < 2 && !evidence.any() {
            return None;
        }
        let mut found: Option<Undone> = None;
        for first in (0..ENCODINGS).filter(|e| possible & (1 << e) != 0) {
            let mut undone = Undone::default();
            let mut encoding = first;
            let mut penalty = 0;
            now.clone_from(raw);
            while undone.depth < MAX_LAYERS {
                match decode(now, encoding, evidence, next, roles, piece) {
                    Some(p) => penalty += p,
                    None => break,
                }
                undone.layers[undone.depth] = encoding as u8;
                undone.depth += 1;
                std::mem::swap(now, next);
                let proven = undone.layers().iter().all(|&e| evidence.proves(e as usize));
                let is = whole_cost(now, roles) + if proven { 0 } else { penalty };
                undone.prior = evidence.gain(first);
                undone.clashes = raw_cost.saturating_sub(is);
                undone.rare = rare_letters(now, roles, evidence);
                let enough = if proven { is <= raw_cost } else { is + 2 <= raw_cost };
                if enough {
                    gains[first] = gains[first].max(undone.gain());
                    if found.is_none_or(|f| undone.is_better(&f, evidence)) {
                        found = Some(undone);
                        best.clone_from(now);
                    }
                }
                // The next layer is nearly always the same encoding again.
                let next = possible_in(now);
                if next & (1 << encoding) == 0 {
                    if next == 0 {
                        break;
                    }
                    encoding = next.trailing_zeros() as usize;
                }
            }
        }
        found
    }

    /// The bytes that the best repair changes, if the run begins at `start`.
    pub(super) fn changed(&self, start: usize) -> (usize, usize) {
        let (head, tail) = self.common();
        let len = |chars: &[char]| chars.iter().map(|c| c.len_utf8()).sum::<usize>();
        let from = start + len(&self.raw[CONTEXT..head]);
        (from, from + len(&self.raw[head..self.raw.len() - tail]))
    }

    /// Pushes the best repair.
    pub(super) fn push(&self, range: Range<usize>, rule: &'static str, edits: &mut Edits) {
        let (head, tail) = self.common();
        edits.replace_with(range, rule, |s| s.extend(&self.best[head..self.best.len() - tail]));
    }

    /// How many characters the run and its repair begin and end with alike,
    /// the context included.
    fn common(&self) -> (usize, usize) {
        let (raw, best) = (&self.raw, &self.best);
        let same = |(a, b): &(&char, &char)| a == b;
        let head = raw.iter().zip(best).take_while(same).count();
        let tail = raw[head..].iter().rev().zip(best[head..].iter().rev()).take_while(same).count();
        (head, tail)
    }
}

/// How many letters there are that are rarer than those they may be confused
/// with.
fn rare_letters(text: &[char], roles: &[Role], evidence: &Evidence) -> u32 {
    let nordic = evidence.has(Letters::Nordic);
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u');
    let rare = |k: usize| match text[k] {
        'å' => !nordic,
        'á' | 'ü' if nordic => true,
        'ü' => k > 0 && vowel(text[k - 1]),
        'ß' => k > 0 && text[k - 1].is_ascii() && !vowel(text[k - 1]),
        'ù' | 'þ' | 'ĉ' | 'ĝ' | 'ĥ' | 'ĵ' | 'ŝ' | 'ŭ' | '\u{300}'..='\u{36F}' => true,
        c => !c.is_ascii() && roles[k].is_capital(),
    };
    (0..text.len()).filter(|&k| rare(k)).count() as u32
}

/// The encodings in which some pair of the text can begin a sequence.
fn possible_in(text: &[char]) -> Set {
    let mut set = 0;
    let mut leads = 0;
    for &c in text {
        let image = image(c);
        set |= leads & image.tails;
        if c == '\u{FFFD}' {
            set |= leads;
        }
        leads = image.leads;
    }
    set
}

/// The encodings to try on a run: those in which some pair can begin a
/// sequence; once the document proves some, those of them that have a lead.
fn possible(text: &[char], evidence: &Evidence) -> Set {
    if !evidence.any() {
        return possible_in(text);
    }
    let leads = text.iter().fold(0, |set, &c| set | image(c).leads);
    let proven = (0..ENCODINGS).filter(|&e| evidence.proves(e)).fold(0, |set, e| set | 1 << e);
    leads & proven
}

fn whole_cost(text: &[char], roles: &mut Vec<Role>) -> u32 {
    roles.clear();
    roles.extend(text.iter().map(|&c| Role::of(c)));
    cost(roles, CONTEXT, text.len() - CONTEXT)
}

/// Decodes all chains of sequences that read no worse decoded, from `text` to
/// `out`. Nothing if there was none, or if they are but crumbs of the run;
/// otherwise what the losses cost.
fn decode(
    text: &[char],
    encoding: usize,
    evidence: &Evidence,
    out: &mut Vec<char>,
    roles: &mut Vec<Role>,
    piece: &mut Vec<Role>,
) -> Option<u32> {
    out.clear();
    roles.clear();
    roles.extend(text.iter().map(|&c| Role::of(c)));
    let end = text.len() - CONTEXT;
    let reader = Reader::new(text, end, encoding, evidence);
    let mut covered = 0;
    let mut high = 0;
    let mut penalty = 0;
    let mut at = 0;
    while at < text.len() {
        let start = at;
        let mark = out.len();
        let mut loss = 0;
        while let Some(unit) = (at >= CONTEXT).then(|| reader.sequence(at, at > start)).flatten() {
            loss += unit.loss;
            out.extend(unit.chars.into_iter().flatten());
            at += unit.len;
        }
        if at > start {
            piece.clear();
            piece.extend_from_slice(&roles[start - CONTEXT..start]);
            piece.extend(out[mark..].iter().map(|&c| Role::of(c)));
            piece.extend_from_slice(&roles[at..at + CONTEXT]);
            let was = cost(roles, start, at);
            let is = cost(piece, CONTEXT, piece.len() - CONTEXT);
            // Between two layers the text may be at its worst.
            let more = possible_in(&out[mark..]) & (1 << encoding) != 0;
            let slack = if more { 2 + 3 * (out.len() - mark) as u32 } else { 0 };
            high += at - start;
            if is <= was + slack {
                covered += at - start;
                penalty += loss;
            } else {
                out.truncate(mark);
                out.extend_from_slice(&text[start..at]);
            }
        } else {
            if at >= CONTEXT && at < end && !text[at].is_ascii() {
                high += 1;
            }
            out.push(text[at]);
            at += 1;
        }
    }
    (covered > 0 && covered * 2 >= high).then_some(penalty)
}
