//! Undoing layers of wrong decoding in a run of characters.

use std::cmp::Reverse;
use std::ops::Range;

use super::evidence::{Evidence, Letters};
use super::images::{ENCODINGS, LIKE_WINDOWS_1252, SPACED, Set, image, members};
use super::memory::{Key, Memory};
use super::regions::Span;
use super::role::{Role, cost};
use super::sequence::{LONGEST, Reader, are_crumbs, is_of_other_script, speaks_against};
use crate::Reuse;

/// What a clash of characters counts, in rare letters.
pub(super) const CLASH: u32 = 4;

/// How many layers are undone in one go.
const MAX_LAYERS: usize = 6;

/// The characters of context that a run stands between, on each side.
pub(super) const CONTEXT: usize = 4;

/// Layers that were undone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Undone {
    layers: [u8; MAX_LAYERS],
    depth: usize,
    /// What the text costs without them.
    cost: u32,
    /// How many clashes of characters are gone.
    clashes: u32,
    /// How many rare letters the repaired text has.
    rare: u32,
    /// What the bytes that got lost cost.
    loss: u32,
    /// How much of what the first layer gained is in the document.
    prior: u32,
    /// Whether enough clashes are gone to believe in it.
    is_enough: bool,
}

impl Undone {
    /// The encodings, outermost first.
    pub(super) fn layers(&self) -> &[u8] {
        &self.layers[..self.depth]
    }

    /// Whether it explains a run better than another does; of equal ones, the
    /// one whose first encoding is more at home in the document, then the one
    /// that needs but one encoding, then the one that makes commoner letters.
    fn is_better(&self, other: &Self, evidence: &Evidence) -> bool {
        if self.layers().iter().take(other.depth).eq(other.layers()) {
            // One more layer: much better text, or damage as deep as it is
            // elsewhere in the document.
            return if self.layers().first() == self.layers().last() {
                self.clashes > other.clashes
                    || self.clashes == other.clashes && self.depth <= evidence.depth(self.layers[0])
            } else {
                self.clashes >= other.clashes + 2
            };
        }
        let rank = |u: &Self| (u.clashes, u.prior, u.depth_in_one().is_some(), Reverse(u.rare));
        rank(self) > rank(other)
    }

    /// The same with another encoding, in which the run has the same bytes.
    fn with_first(self, encoding: usize, evidence: &Evidence) -> Self {
        let mut layers = self.layers;
        layers[0] = encoding as u8;
        Self { layers, prior: evidence.gain(encoding), ..self }
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

/// What a text costs that was decoded, and what the bytes that got lost do.
struct Decoded {
    loss: u32,
    cost: u32,
}

/// A search for the best repair of a run.
struct Search<'b> {
    evidence: &'b Evidence,
    raw_cost: u32,
    found: Option<Undone>,
    /// What each encoding gained as the outermost layer.
    gains: &'b mut [u32; ENCODINGS],
    /// The run with the repair made that was found.
    best: &'b mut Vec<char>,
    /// Working memory.
    piece: &'b mut Vec<Role>,
}

impl Search<'_> {
    /// Whether all clashes are gone with an encoding that is more at home in the
    /// document than this one.
    fn is_settled(&self, encoding: usize) -> bool {
        let prior = self.evidence.gain(encoding);
        self.found.is_some_and(|found| found.clashes == self.raw_cost && found.prior > prior)
    }

    /// Whether nothing better was found yet.
    fn is_gained_by(&self, undone: &Undone) -> bool {
        self.found.is_none_or(|found| undone.is_better(&found, self.evidence))
    }

    /// Takes one more layer off a text, of which `undone` were taken, and keeps
    /// what is left if it is the best so far. False if there is none of this
    /// encoding.
    fn peel(
        &mut self,
        encoding: usize,
        undone: &mut Undone,
        from: &Passage,
        to: &mut Passage,
    ) -> bool {
        let evidence = self.evidence;
        let decoded = decode(from, undone.cost, encoding, evidence, to, self.piece);
        let Some(Decoded { loss, cost }) = decoded else { return false };
        undone.layers[undone.depth] = encoding as u8;
        undone.depth += 1;
        undone.loss += loss;
        undone.cost = cost;
        let proven = undone.layers().iter().all(|&e| evidence.proves(e as usize));
        let cost = cost + if proven { 0 } else { undone.loss };
        let first = undone.layers[0] as usize;
        undone.prior = evidence.gain(first);
        undone.clashes = self.raw_cost.saturating_sub(cost);
        undone.rare = rare_letters(to, evidence);
        undone.is_enough = cost + if proven { 0 } else { 2 } <= self.raw_cost;
        if undone.is_enough {
            self.gains[first] = self.gains[first].max(undone.gain());
            if self.is_gained_by(undone) {
                self.found = Some(*undone);
                self.best.clone_from(&to.chars);
            }
        }
        true
    }

    /// Takes all layers of one encoding off a text, below those that were taken.
    fn peel_all(
        &mut self,
        encoding: usize,
        mut undone: Undone,
        from: &Passage,
        now: &mut Passage,
        next: &mut Passage,
    ) {
        let mut is_peeled = self.peel(encoding, &mut undone, from, now);
        while is_peeled && undone.depth < MAX_LAYERS {
            is_peeled = self.peel(encoding, &mut undone, now, next);
            std::mem::swap(now, next);
        }
    }
}

/// The encodings in which the run may have been read, by its pairs of characters, or by
/// what is proven for the document. `text` is the run in its context.
fn possible_in_run(text: &[char], evidence: &Evidence) -> Set {
    let run = &text[CONTEXT..text.len() - CONTEXT];
    if evidence.any() {
        return may_be(run.iter().copied(), evidence);
    }
    let (encodings, pairs) = pairs_in(text);
    let covered = pairs * LONGEST;
    let high = run.iter().filter(|c| !c.is_ascii()).count();
    // Fewer may speak against windows-1252 and its like than against others.
    let around = || run.iter().filter(|c| is_of_other_script(**c)).count();
    let is_crumbs = are_crumbs(covered, high)
        && (encodings & LIKE_WINDOWS_1252 == 0 || are_crumbs(covered, high - around()));
    if is_crumbs { 0 } else { encodings }
}

/// Characters, and what each of them does.
#[derive(Clone, Default)]
struct Passage {
    chars: Vec<char>,
    roles: Vec<Role>,
}

impl Passage {
    /// Works out what the characters do, and what that costs.
    fn weigh(&mut self) -> u32 {
        self.roles.clear();
        self.roles.extend(self.chars.iter().map(|&c| Role::of(c)));
        cost(&self.roles, CONTEXT, self.roles.len() - CONTEXT)
    }

    fn clear(&mut self) {
        self.chars.clear();
        self.roles.clear();
    }
}

/// Working memory, and the run to look at.
#[derive(Default)]
pub(super) struct Bench {
    /// What each encoding gained as the outermost layer.
    pub(super) gains: [u32; ENCODINGS],
    // The characters before the run, the run, the characters after it.
    raw: Passage,
    // The same with the best repair made.
    best: Vec<char>,
    first: Passage,
    now: Passage,
    next: Passage,
    piece: Vec<Role>,
    // Nothing in it belongs to one text.
    memory: Memory,
}

impl Reuse for Bench {
    fn reset(&mut self) {
        self.raw.clear();
        self.best.clear();
        self.first.clear();
        self.now.clear();
        self.next.clear();
        self.piece.clear();
    }
}

impl Bench {
    /// Takes up a run of a text, with its context.
    pub(super) fn take(&mut self, text: &str, (start, end): Span) {
        let raw = &mut self.raw.chars;
        raw.clear();
        raw.extend([' '; CONTEXT]);
        for (place, c) in (0..CONTEXT).rev().zip(text[..start].chars().rev()) {
            raw[place] = c;
        }
        raw.extend(text[start..end].chars());
        raw.extend(text[end..].chars().chain([' '; CONTEXT]).take(CONTEXT));
    }

    /// The run with the best repair made.
    pub(super) fn best(&self) -> &[char] {
        &self.best
    }

    /// Finds the best repair of the run. `best` then holds it.
    pub(super) fn undo(&mut self, evidence: &Evidence) -> Option<Undone> {
        let Some(key) = Key::of(&self.raw.chars, evidence) else { return self.search(evidence) };
        if let Some(found) = self.memory.recall(&key) {
            self.gains = found.gains;
            self.best.clone_from(&found.best);
            return found.undone;
        }
        let undone = self.search(evidence);
        let found = self.memory.keep(key);
        (found.undone, found.gains) = (undone, self.gains);
        found.best.clone_from(&self.best);
        undone
    }

    fn search(&mut self, evidence: &Evidence) -> Option<Undone> {
        let Self { gains, raw, best, first, now, next, piece, .. } = self;
        best.clear();
        *gains = [0; ENCODINGS];
        let text = &raw.chars[..];
        let end = text.len() - CONTEXT;
        let possible = possible_in_run(text, evidence);
        let has_sequences = |e| Reader::new(text, end, e, evidence).has_sequences(CONTEXT);
        if !members(possible).any(has_sequences) {
            return None;
        }
        let raw_cost = raw.weigh();
        if raw_cost < 2 && !evidence.any() {
            return None;
        }
        let is_plain = is_plain(&raw.chars[CONTEXT..end], evidence);
        let mut search = Search { evidence, raw_cost, found: None, gains, best, piece };
        // What was found with those that have no layer below.
        let mut shallow: [Option<Option<Undone>>; ENCODINGS] = [None; ENCODINGS];
        for encoding in members(possible) {
            if search.is_settled(encoding) {
                continue;
            }
            let earlier = members(possible).take_while(|e| *e < encoding && is_plain);
            let mut twins = earlier.filter(|&e| read_alike(&raw.chars[CONTEXT..end], e, encoding));
            if let Some(found) = twins.find_map(|e| shallow[e]) {
                let undone = found.map(|found| found.with_first(encoding, evidence));
                if undone.is_none_or(|undone| !search.is_gained_by(&undone)) {
                    search.gains[encoding] = undone.map_or(0, |undone| undone.gain());
                    continue;
                }
            }
            let mut undone = Undone { cost: raw_cost, ..Undone::default() };
            if !search.peel(encoding, &mut undone, raw, now) {
                shallow[encoding] = Some(None);
                continue;
            }
            // Below the first layer there is nearly always the same one again.
            let below = possible_in(&now.chars);
            if below == 0 {
                shallow[encoding] = Some(undone.is_enough.then_some(undone));
                continue;
            }
            std::mem::swap(first, now);
            for second in members(below) {
                search.peel_all(second, undone, first, now, next);
            }
        }
        search.found
    }

    /// Calls `change` with the bytes and the new characters of each word that
    /// the best repair changes, if the run begins at the byte `start`.
    pub(super) fn changes<'s>(
        &'s self,
        start: usize,
        mut change: impl FnMut(Range<usize>, &'s [char]),
    ) {
        let raw = &self.raw.chars[CONTEXT..self.raw.chars.len() - CONTEXT];
        let best = &self.best[CONTEXT..self.best.len() - CONTEXT];
        let mut at = start;
        let mut one = |old: &[char], new: &'s [char]| {
            let same = |(a, b): &(&char, &char)| a == b;
            let head = old.iter().zip(new).take_while(same).count();
            let (old_rest, new_rest) = (&old[head..], &new[head..]);
            let tail = old_rest.iter().rev().zip(new_rest.iter().rev()).take_while(same).count();
            let gone = &old_rest[..old_rest.len() - tail];
            let from = at + bytes(&old[..head]);
            if !gone.is_empty() || new_rest.len() > tail {
                change(from..from + bytes(gone), &new_rest[..new_rest.len() - tail]);
            }
            at += bytes(old) + 1;
        };
        let space = |&c: &char| c == ' ';
        if raw.iter().filter(|c| space(c)).count() == best.iter().filter(|c| space(c)).count() {
            raw.split(space).zip(best.split(space)).for_each(|(old, new)| one(old, new));
        } else {
            // Spaces were bytes, or became some: the words cannot be paired.
            one(raw, best);
        }
    }
}

/// Decodes all chains of sequences in a text, which costs so much, that read
/// no worse decoded, and puts it into `to`. Nothing if there is none, or if
/// they are but crumbs of the run.
fn decode(
    Passage { chars: now, roles }: &Passage,
    now_cost: u32,
    encoding: usize,
    evidence: &Evidence,
    to: &mut Passage,
    piece: &mut Vec<Role>,
) -> Option<Decoded> {
    let next = &mut to.chars;
    let end = now.len() - CONTEXT;
    let reader = Reader::new(now, end, encoding, evidence);
    let mut covered = 0;
    let mut high = 0;
    let mut losses = 0;
    // What the text costs if all of the run is one chain.
    let mut whole = None;
    let mut at = CONTEXT;
    next.clear();
    next.extend_from_slice(&now[..at]);
    while at < end {
        let (start, mark) = (at, next.len());
        let mut loss = 0;
        while let Some(unit) = reader.sequence(at, at > start) {
            loss += unit.loss;
            next.extend(unit.chars.into_iter().flatten());
            at += unit.len;
        }
        if at == start {
            high += usize::from(speaks_against(now[at], encoding));
            next.push(now[at]);
            at += 1;
            continue;
        }
        piece.clear();
        piece.extend_from_slice(&roles[start - CONTEXT..start]);
        piece.extend(next[mark..].iter().map(|&c| Role::of(c)));
        piece.extend_from_slice(&roles[at..at + CONTEXT]);
        let is_whole = start == CONTEXT && at == end;
        let was = if is_whole { now_cost } else { cost(roles, start, at) };
        debug_assert_eq!(was, cost(roles, start, at));
        let is = cost(piece, CONTEXT, piece.len() - CONTEXT);
        // Between two layers the text may be at its worst.
        let more = possible_in(&next[mark..]) != 0;
        let slack = if more { 2 + 3 * (next.len() - mark) as u32 } else { 0 };
        high += at - start;
        if is <= was + slack {
            covered += at - start;
            losses += loss;
            whole = is_whole.then_some(is);
        } else {
            next.truncate(mark);
            next.extend_from_slice(&now[start..at]);
        }
    }
    if are_crumbs(covered, high) {
        return None;
    }
    next.extend_from_slice(&now[end..]);
    let cost = match whole {
        Some(cost) => {
            std::mem::swap(&mut to.roles, piece);
            cost
        }
        None => to.weigh(),
    };
    debug_assert!(to.chars.iter().map(|&c| Role::of(c)).eq(to.roles.iter().copied()));
    Some(Decoded { loss: losses, cost })
}

/// How long characters are in bytes.
fn bytes(chars: &[char]) -> usize {
    chars.iter().map(|c| c.len_utf8()).sum()
}

/// How many letters there are that are rarer than those they may be confused
/// with.
fn rare_letters(text: &Passage, evidence: &Evidence) -> u32 {
    let nordic = evidence.has(Letters::Nordic);
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u');
    let rare = |k: usize, c: char| match c {
        'å' => !nordic,
        'á' | 'ü' if nordic => true,
        'ü' => k > 0 && vowel(text.chars[k - 1]),
        'ß' => k > 0 && text.chars[k - 1].is_ascii() && !vowel(text.chars[k - 1]),
        'ù' | 'þ' | 'ĉ' | 'ĝ' | 'ĥ' | 'ĵ' | 'ŝ' | 'ŭ' | '\u{300}'..='\u{36F}' => true,
        _ => text.roles[k].is_capital(),
    };
    let high = (0..).zip(&text.chars).filter(|(_, c)| !c.is_ascii());
    high.filter(|&(k, &c)| rare(k, c)).count() as u32
}

/// Whether two encodings read the characters as the same bytes, a space that
/// may have been one too.
fn read_alike(text: &[char], one: usize, other: usize) -> bool {
    (SPACED >> one ^ SPACED >> other) & 1 == 0
        && text.iter().map(|&c| &image(c).bytes).all(|bytes| bytes[one] == bytes[other])
}

/// The encodings in which some pair of the text can begin a sequence.
fn possible_in(text: &[char]) -> Set {
    pairs_in(text).0
}

/// The encodings in which some pair of the text can begin a sequence, and how
/// many such pairs there are.
fn pairs_in(text: &[char]) -> (Set, usize) {
    let (mut set, mut pairs) = (0, 0);
    let mut leads = 0;
    for &c in text {
        if c.is_ascii() {
            leads = 0;
            continue;
        }
        let image = image(c);
        let begun = leads & if c == '\u{FFFD}' { Set::MAX } else { image.tails };
        set |= begun;
        pairs += usize::from(begun != 0);
        leads = image.leads;
    }
    (set, pairs)
}

/// The encodings that the document proves in which a sequence may stand in this
/// text, which is a run or a part of one.
pub(super) fn may_be(text: impl Iterator<Item = char>, evidence: &Evidence) -> Set {
    let (proven, guesses) = (evidence.proven(), evidence.may_tell_dropped());
    // The encodings in which the last character began a sequence, or a longer
    // one, or one that may go on with a space, and those in which the last two
    // began one.
    let (mut leads, mut longer, mut spaced, mut begun) = (0, 0, 0, 0);
    let mut set = 0;
    for c in text {
        let image = image(c);
        let (tails, ends) = match c {
            ' ' => (SPACED, SPACED & spaced),
            '?' | '\u{FFFD}' => (Set::MAX, leads & !longer),
            _ => (image.tails, image.tails & leads & !longer),
        };
        set |= ends | begun & tails;
        begun = longer & tails;
        leads = image.leads & proven;
        longer = image.longer & proven;
        spaced = image.spaced & proven;
        if guesses {
            // Of Thai, the third byte may have been dropped.
            set |= begun | image.alone & proven;
        }
    }
    set
}

/// Whether nothing but its bytes and spaces tells encodings apart in a run: no
/// byte got lost for which an encoding has none.
fn is_plain(run: &[char], evidence: &Evidence) -> bool {
    !evidence.may_tell_dropped() && !run.contains(&'\u{FFFD}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Finds the best repair with each encoding by itself.
    fn undo_one_by_one(bench: &mut Bench, evidence: &Evidence) -> Option<Undone> {
        let Bench { gains, raw, best, first, next, piece, .. } = bench;
        *gains = [0; ENCODINGS];
        let raw_cost = raw.weigh();
        if raw_cost < 2 && !evidence.any() {
            return None;
        }
        let mut search = Search { evidence, raw_cost, found: None, gains, best, piece };
        for encoding in 0..ENCODINGS {
            let is_tried = match evidence.any() {
                true => evidence.proves(encoding),
                false => possible_in(&raw.chars) & 1 << encoding != 0,
            };
            if !is_tried {
                continue;
            }
            let mut undone = Undone { cost: raw_cost, ..Undone::default() };
            if search.peel(encoding, &mut undone, raw, first) {
                for second in members(possible_in(&first.chars)) {
                    let mut undone = undone;
                    let mut now = first.clone();
                    while undone.depth < MAX_LAYERS && search.peel(second, &mut undone, &now, next)
                    {
                        now.clone_from(next);
                    }
                }
            }
        }
        search.found
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn where_no_sequence_is_nothing_is_decoded(
            text in "[À-ÿĂ-ŢșȘ€\u{2013}-\u{2026}‰‹™›œžŸа-яА-Яא-תء-ي฿-๛\u{80}-\u{A0}\u{FFFD} ?]{1,12}",
            is_proven in any::<bool>(),
            letters in "[aěșłőơا\u{64B}אเø]?",
        ) {
            let (mut bench, mut evidence) = (Bench::default(), Evidence::default());
            bench.take(&text, (0, text.len()));
            if is_proven {
                evidence.add(&[CLASH; ENCODINGS]);
                evidence.read(&Undone::default(), &letters.chars().collect::<Vec<_>>());
            }
            let end = bench.raw.chars.len() - CONTEXT;
            let may_be = may_be(bench.raw.chars[CONTEXT..end].iter().copied(), &evidence);
            for encoding in 0..ENCODINGS {
                let reader = Reader::new(&bench.raw.chars, end, encoding, &evidence);
                let has_one = (CONTEXT..end).any(|at| reader.sequence(at, false).is_some());
                prop_assert!(!is_proven || !has_one || may_be & 1 << encoding != 0, "{encoding}");
                let has_sequences = reader.has_sequences(CONTEXT);
                let Bench { raw, now, piece, .. } = &mut bench;
                let cost = raw.weigh();
                let decoded = decode(raw, cost, encoding, &evidence, now, piece);
                prop_assert!(has_sequences || decoded.is_none(), "{encoding}");
            }
        }

        #[test]
        fn encodings_that_read_alike_need_one_try(
            pieces in prop::collection::vec(prop_oneof![
                2 => prop::sample::select(&[
                    "â€™", "â€œ", "Ã©", "Ã¼", "Ã¸", "Ð´", "Å‚", "Ã ", "Ã?", "â€", "Ä", "É…", "Ãƒ©", "Ãƒ‚Â©",
                    "Â·", "Ã¶", "Ë†", "Ð\u{FFFD}", "ðŸ˜€",
                ][..]).prop_map(str::to_owned),
                1 => "[À-ÿ€\u{2013}-\u{2026}‰‹™›œžŸа-яА-Я\u{80}-\u{A0}\u{FFFD} ?]{1,3}",
            ], 1..5),
            around in ["[a-zé ]{0,3}", "[a-zé ]{0,3}"],
            gains in prop::collection::vec(0..3 * CLASH, ENCODINGS),
            is_proven in any::<bool>(),
        ) {
            let (run, [before, after]) = (pieces.concat(), around);
            let (mut bench, mut evidence) = (Bench::default(), Evidence::default());
            let text = format!("{before}{run}{after}");
            bench.take(&text, (before.len(), before.len() + run.len()));
            if is_proven {
                evidence.add(&std::array::from_fn(|e| gains[e] / CLASH * CLASH));
            }
            let found = bench.undo(&evidence);
            let (best, gains) = (bench.best.clone(), bench.gains);
            let slowly = undo_one_by_one(&mut bench, &evidence);
            prop_assert_eq!(found, slowly);
            if slowly.is_some() {
                prop_assert_eq!(best, bench.best);
            }
            if !is_proven {
                prop_assert_eq!(gains, bench.gains);
            }
        }
    }
}
