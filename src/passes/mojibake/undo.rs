//! Undoing layers of wrong decoding in a run of characters.

use super::images::{ENCODINGS, Set, WINDOWS_1252, image};
use super::role::{Role, cost};
use crate::Reuse;

/// How many layers are undone in one go.
const MAX_LAYERS: usize = 6;

/// The characters of context that a run stands between, on each side.
pub(super) const CONTEXT: usize = 2;

/// What is known about a document: how sure it is that an encoding was
/// misused in it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Evidence {
    gains: [u32; ENCODINGS],
}

impl Evidence {
    /// Adds what the encodings gain in a run.
    pub(super) fn add(&mut self, gains: &[u32; ENCODINGS]) {
        for (sum, gain) in self.gains.iter_mut().zip(gains) {
            *sum += gain;
        }
    }

    /// Whether the document holds sure repairs of this encoding.
    pub(super) fn proves(&self, encoding: usize) -> bool {
        self.gains[encoding] >= 2
    }

    /// Whether it proves any.
    pub(super) fn any(&self) -> bool {
        self.gains.iter().any(|&g| g > 0)
    }
}

/// Layers that were undone.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Undone {
    layers: [u8; MAX_LAYERS],
    depth: usize,
    /// By how much the text reads better.
    pub(super) gain: u32,
}

impl Undone {
    /// The encodings, outermost first.
    pub(super) fn layers(&self) -> &[u8] {
        &self.layers[..self.depth]
    }

    /// Whether it explains a run better than another does; of equal ones, the
    /// one whose first encoding is more at home in the document.
    fn is_better(&self, prior: u32, other: &Self, other_prior: u32) -> bool {
        if self.layers().starts_with(other.layers()) {
            // One more layer: the same damage again, or much better text.
            let again = self.layers.first() == self.layers().last();
            return self.gain >= other.gain + if again { 0 } else { 2 };
        }
        (self.gain, prior) > (other.gain, other_prior)
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
        let mut found: Option<(Undone, u32)> = None;
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
                let enough = if proven { is <= raw_cost } else { is + 2 <= raw_cost };
                undone.gain = raw_cost.saturating_sub(is);
                let prior = evidence.gains[first];
                if enough {
                    gains[first] = gains[first].max(undone.gain);
                    let better = found.is_none_or(|(f, p)| undone.is_better(prior, &f, p));
                    if better {
                        found = Some((undone, prior));
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
        found.map(|f| f.0)
    }
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

/// The same, and the proven encodings if there is any lead.
fn possible(text: &[char], evidence: &Evidence) -> Set {
    let leads = text.iter().fold(0, |set, &c| set | image(c).leads);
    let proven = (0..ENCODINGS).filter(|&e| evidence.proves(e)).fold(0, |set, e| set | 1 << e);
    possible_in(text) | leads & proven
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
    let lenient = evidence.proves(encoding);
    let end = text.len() - CONTEXT;
    let mut covered = 0;
    let mut high = 0;
    let mut penalty = 0;
    let mut at = 0;
    while at < text.len() {
        let start = at;
        let mark = out.len();
        let mut loss = 0;
        while let Some(unit) = (at >= CONTEXT && at < end)
            .then(|| sequence(&text[at..end], encoding, lenient))
            .flatten()
        {
            // The second layer of a lost no-break space looks like a lost
            // quotation mark.
            if unit.chars[0] == Some('†') && text[at + 2] == ' ' && at == start {
                break;
            }
            // So much guessing needs a neighbour that needs none.
            let rest = &text[at + unit.len..end];
            if unit.guess
                && at == start
                && (rest.is_empty() || sequence(rest, encoding, false).is_none())
            {
                break;
            }
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
            let slack = if more { 2 + (out.len() - mark) as u32 } else { 0 };
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

/// A UTF-8 sequence that was read as single bytes.
struct Sequence {
    /// Its length in characters of the damaged text.
    len: usize,
    /// What it means.
    chars: [Option<char>; 2],
    /// What it costs that it was not complete.
    loss: u32,
    /// Whether the text might well mean what it says.
    guess: bool,
}

impl Sequence {
    fn one(len: usize, c: u32) -> Option<Self> {
        Some(Self { len, chars: [Some(char::from_u32(c)?), None], loss: 0, guess: false })
    }
}

/// What stands where a continuation byte should.
#[derive(Clone, Copy)]
enum Tail {
    Byte(u8),
    /// A byte that got lost: U+FFFD, or in a proven encoding a question mark.
    Lost,
    /// A space where the no-break space may have been.
    Space,
    None,
}

fn tail(text: &[char], at: usize, encoding: usize, lenient: bool) -> Tail {
    match text.get(at) {
        Some('\u{FFFD}') => Tail::Lost,
        Some('?') if lenient => Tail::Lost,
        Some(' ') if lenient && image('\u{A0}').bytes[encoding] == 0xA0 => Tail::Space,
        Some(&c) => {
            let byte = image(c).bytes[encoding];
            if (0x80..0xC0).contains(&byte) { Tail::Byte(byte) } else { Tail::None }
        }
        None => Tail::None,
    }
}

/// The sequence that the text begins with, as an encoding reads it.
fn sequence(text: &[char], encoding: usize, lenient: bool) -> Option<Sequence> {
    let lead = image(text[0]).bytes[encoding];
    let len = match lead {
        0xC2..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xF4 => 4,
        // Java writes NUL in two bytes.
        0xC0 if lenient => match tail(text, 1, encoding, false) {
            Tail::Byte(0x80) => return Sequence::one(2, 0),
            _ => return None,
        },
        _ => return None,
    };
    let mut bytes = [lead, 0, 0, 0];
    let mut lost = 0;
    let mut questions = 0;
    let mut spaces = 0;
    for k in 1..len {
        match tail(text, k, encoding, lenient) {
            Tail::Byte(b) => bytes[k] = b,
            Tail::Lost => {
                lost += 1;
                questions += usize::from(text[k] == '?');
            }
            Tail::Space => {
                spaces += 1;
                bytes[k] = 0xA0;
            }
            Tail::None => return None,
        }
    }
    if spaces > 0 {
        return if lost == 0 { with_space(text, &bytes[..len]) } else { None };
    }
    if lost > 0 {
        let sound = questions == 0 || (lost == 1 && (len > 2 || lead <= 0xC3));
        if !sound {
            return None;
        }
        // Of the bytes that windows-1252 lacks, only 9D ends a common mark.
        let quote = encoding == WINDOWS_1252 && bytes[..2] == [0xE2, 0x80] && questions == 0;
        let c = if quote { '”' } else { '\u{FFFD}' };
        let loss = if quote { 0 } else { 2 * (len as u32 - 2) };
        return Some(Sequence { len, chars: [Some(c), None], loss, guess: false });
    }
    if let Ok(s) = std::str::from_utf8(&bytes[..len]) {
        return s.chars().next().and_then(|c| Sequence::one(len, c as u32));
    }
    surrogates(text, bytes, encoding)
}

/// A sequence that lost the no-break space which was its last byte, or the
/// one before.
fn with_space(text: &[char], bytes: &[u8]) -> Option<Sequence> {
    let len = bytes.len();
    match (bytes[0], len) {
        (0xC3, 2) => {
            // An "à", most often the word, with its own space behind it.
            let rest = &text[2..];
            let swallow = matches!(rest, [' ', ..])
                || matches!(rest, ['s', ' ', ..] | ['s', '\u{A0}', ..]);
            return Some(Sequence { len, chars: [Some('à'), (!swallow).then_some(' ')], loss: 0, guess: false });
        }
        (0xC2 | 0xC5 | 0xCE | 0xD0, 2) => {}
        (0xE2, 3) if bytes[1] == 0x80 && text[2] != ' ' => return None,
        (0xE0..=0xEF, 3) => {}
        (0xF0, 4) => {}
        _ => return None,
    };
    let guess = len == 3 && !matches!(bytes[0], 0xE2 | 0xE3);
    let s = std::str::from_utf8(bytes).ok()?;
    Some(Sequence { guess, ..Sequence::one(len, s.chars().next()? as u32)? })
}

/// A surrogate pair in two sequences of three bytes, as CESU-8 has it.
fn surrogates(text: &[char], bytes: [u8; 4], encoding: usize) -> Option<Sequence> {
    let [0xED, b1 @ 0xA0..=0xAF, b2, _] = bytes else { return None };
    if image(*text.get(3)?).bytes[encoding] != 0xED {
        return None;
    }
    let (Tail::Byte(b4 @ 0xB0..=0xBF), Tail::Byte(b5)) =
        (tail(text, 4, encoding, false), tail(text, 5, encoding, false))
    else {
        return None;
    };
    let high = (u32::from(b1 & 0x0F) << 6) | u32::from(b2 & 0x3F);
    let low = (u32::from(b4 & 0x0F) << 6) | u32::from(b5 & 0x3F);
    Sequence::one(6, 0x10000 + ((high << 10) | low))
}
