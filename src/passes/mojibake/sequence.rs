//! Reading UTF-8 sequences whose bytes were taken for characters, also with
//! bytes that got lost.

use super::evidence::{Evidence, Letters};
use super::images::{LIKE_WINDOWS_1252, WINDOWS_1252, image, lacks};
use super::role::{Case, Role};

/// Reads one run in one encoding.
pub(super) struct Reader<'t> {
    text: &'t [char],
    // Where the run ends and its context begins.
    end: usize,
    encoding: usize,
    // What the document proves, if it proves this encoding: what got lost is
    // guessed only then.
    proof: Option<&'t Evidence>,
}

/// A UTF-8 sequence that was read as single bytes.
#[derive(Clone, Copy)]
pub(super) struct Sequence {
    /// Its length in characters of the damaged text.
    pub(super) len: usize,
    /// What it means.
    pub(super) chars: [Option<char>; 2],
    /// What it costs that it was not complete.
    pub(super) loss: u32,
}

/// The most characters that a sequence is of: those of two surrogates.
pub(super) const LONGEST: usize = 6;

impl Sequence {
    fn one(len: usize, c: char) -> Self {
        Self { len, chars: [Some(c), None], loss: 0 }
    }
}

/// Whether sequences cover too little of the characters outside ASCII and in
/// sequences to explain them.
pub(super) fn are_crumbs(covered: usize, all: usize) -> bool {
    covered == 0 || covered * 2 < all
}

/// Whether a character speaks against damage that this encoding did if no sequence covers
/// it. Letters of other scripts than Latin, which windows-1252 and its like do not have, are
/// of the text around the damage: a Russian one, of which one dash was read so.
pub(super) fn speaks_against(c: char, encoding: usize) -> bool {
    let is_around = LIKE_WINDOWS_1252 >> encoding & 1 == 1
        && is_of_other_script(c)
        && image(c).bytes[encoding] == 0;
    !(c.is_ascii() || is_around)
}

/// Whether it is a letter of another script than Latin.
pub(super) fn is_of_other_script(c: char) -> bool {
    Role::of(c).is_of_other_script()
}

/// The character of a sequence of so many bytes as the first one says, of which
/// all others go on with it.
fn decode(bytes: &[u8]) -> Option<char> {
    let tail = |code: u32, byte: &u8| code << 6 | u32::from(byte & 0x3F);
    let (first, tails) = bytes.split_first()?;
    let (head, least) = match tails.len() {
        1 => (first & 0x1F, 0x80),
        2 => (first & 0x0F, 0x800),
        _ => (first & 0x07, 0x10000),
    };
    let code = tails.iter().fold(head.into(), tail);
    char::from_u32(code).filter(|_| code >= least)
}

/// What stands where a continuation byte should.
enum Tail {
    Byte(u8),
    /// A byte that got lost: U+FFFD, or a question mark.
    Lost,
    /// A space where a no-break space may have been.
    Space,
    None,
}

impl<'t> Reader<'t> {
    pub(super) fn new(
        text: &'t [char],
        end: usize,
        encoding: usize,
        evidence: &'t Evidence,
    ) -> Self {
        let proof = evidence.proves(encoding).then_some(evidence);
        Self { text, end, encoding, proof }
    }

    fn byte(&self, at: usize) -> u8 {
        self.text.get(at).map_or(0, |&c| image(c).bytes[self.encoding])
    }

    fn tail(&self, at: usize) -> Tail {
        if at >= self.end {
            return Tail::None;
        }
        match self.text[at] {
            '\u{FFFD}' => Tail::Lost,
            '?' if self.proof.is_some() => Tail::Lost,
            ' ' if self.proof.is_some() && image('\u{A0}').bytes[self.encoding] == 0xA0 => {
                Tail::Space
            }
            _ => match self.byte(at) {
                byte @ 0x80..0xC0 => Tail::Byte(byte),
                _ => Tail::None,
            },
        }
    }

    /// Whether the run, which begins at `from`, has sequences that are no
    /// crumbs of it.
    pub(super) fn has_sequences(&self, from: usize) -> bool {
        let (mut at, mut covered, mut others) = (from, 0, 0);
        let mut is_chained = false;
        while at < self.end {
            let unit = self.sequence(at, is_chained);
            is_chained = unit.is_some();
            match unit {
                Some(unit) => covered += unit.len,
                None => others += usize::from(speaks_against(self.text[at], self.encoding)),
            }
            at += unit.map_or(1, |unit| unit.len);
        }
        !are_crumbs(covered, covered + others)
    }

    /// The sequence at `at`; `chained` if another one ends there.
    #[inline]
    pub(super) fn sequence(&self, at: usize, chained: bool) -> Option<Sequence> {
        if self.may_begin(at) { self.read(at, chained) } else { None }
    }

    /// Whether a byte stands at `at` that begins a sequence, and one behind it
    /// that goes on with one, unless it may have been dropped.
    #[inline]
    fn may_begin(&self, at: usize) -> bool {
        let (text, encoding) = (&self.text[..self.end], 1 << self.encoding);
        let leads = |c: &char| image(*c).leads & encoding != 0;
        let goes_on = |c: &char| match c {
            ' ' | '?' => self.proof.is_some(),
            c => *c == '\u{FFFD}' || image(*c).tails & encoding != 0,
        };
        text.get(at).is_some_and(leads)
            && (text.get(at + 1).is_some_and(goes_on)
                || self.proof.is_some_and(Evidence::may_tell_dropped))
    }

    fn read(&self, at: usize, chained: bool) -> Option<Sequence> {
        let lead = self.byte(at);
        let len = match lead {
            0xC2..=0xDF => 2,
            0xE0..=0xEF => 3,
            0xF0..=0xF4 => 4,
            // Java writes NUL in two bytes.
            0xC0 if self.proof.is_some() && self.byte(at + 1) == 0x80 => {
                return Some(Sequence::one(2, '\0'));
            }
            _ => return None,
        };
        let mut bytes = [lead, 0, 0, 0];
        let mut lost = 0;
        let mut questions = 0;
        let mut spaces = 0;
        for k in 1..len {
            match self.tail(at + k) {
                Tail::Byte(b) => bytes[k] = b,
                Tail::Lost => {
                    lost += 1;
                    questions += usize::from(self.text[at + k] == '?');
                }
                Tail::Space => {
                    spaces += 1;
                    bytes[k] = 0xA0;
                }
                Tail::None => return self.dropped(at, &bytes[..k]),
            }
        }
        let bytes = &bytes[..len];
        if !chained && (self.is_word(at, len) || self.is_quoted(at, len)) {
            return None;
        }
        match (lost, spaces) {
            (0, 0) => match decode(bytes) {
                Some(c) => Some(Sequence::one(len, c)),
                None => self.surrogates(at, bytes),
            },
            (0, _) => self.spaced(at, bytes, chained).or_else(|| self.dropped(at, &bytes[..1])),
            (_, 0) => self.lossy(bytes, lost, questions),
            _ => None,
        }
    }

    /// Whether the characters may as well be a piece of a Russian word: small
    /// letters only. Many a word has a Latin letter that looks like one of its
    /// own, and clashes with it. In a document that proves the encoding, another
    /// letter of the word has to stand before them.
    fn is_word(&self, at: usize, len: usize) -> bool {
        let is_small = |c: &char| Role::of(*c) == Role::Cyrillic(Case::Lower);
        let before = at.checked_sub(1).map(|before| Role::of(self.text[before]));
        self.text[at..at + len].iter().all(is_small)
            && (self.proof.is_none() || matches!(before, Some(Role::Cyrillic(_))))
    }

    /// Whether the characters are a letter in guillemets and the second of these, `«Â»`, and
    /// not one letter between them, `«Î»»`.
    fn is_quoted(&self, at: usize, len: usize) -> bool {
        len == 2
            && self.text[..at].ends_with(&['«'])
            && self.text[at + 1..].starts_with(&['»'])
            && !self.text[at + 2..].starts_with(&['»'])
    }

    /// A sequence of which bytes became U+FFFD or question marks.
    fn lossy(&self, bytes: &[u8], lost: usize, questions: usize) -> Option<Sequence> {
        let len = bytes.len();
        if questions > 0 && (lost > 1 || (len == 2 && bytes[0] > 0xC3)) {
            return None;
        }
        // Of the bytes that windows-1252 lacks, only 9D ends a common mark.
        if self.encoding == WINDOWS_1252 && bytes == [0xE2, 0x80, 0] && questions == 0 {
            return Some(Sequence::one(len, '”'));
        }
        let loss = 2 * (len as u32 - 2);
        Some(Sequence { loss, ..Sequence::one(len, '\u{FFFD}') })
    }

    /// A sequence in which a no-break space became a space.
    fn spaced(&self, at: usize, bytes: &[u8], chained: bool) -> Option<Sequence> {
        let len = bytes.len();
        match *bytes {
            // Spaces around every sign are another kind of damage.
            [0xC3, _] if matches!(self.tail(at + 2), Tail::Byte(_)) => return None,
            [0xC3, _] => return Some(self.a_grave(at)),
            [0xC2 | 0xC5 | 0xCE | 0xD0, _] => {}
            // The second layer of this one looks like a lost quotation mark.
            [0xE2, 0x80, _] if !chained => return None,
            [0xE2 | 0xE3, ..] | [0xF0, ..] => {}
            // So much guessing needs a neighbour that needs none.
            [0xE0..=0xEF, ..] => {
                let two_spaces = matches!(self.text[at + 2..], [' ', ' ', ..]);
                if !chained && !two_spaces && !self.strict(at + len) {
                    return None;
                }
            }
            _ => return None,
        }
        decode(bytes).map(|c| Sequence::one(len, c))
    }

    /// Whether a whole sequence stands at `at`.
    fn strict(&self, at: usize) -> bool {
        let whole = Self { proof: None, ..*self };
        at < self.end && whole.sequence(at, false).is_some()
    }

    /// An "à" that lost its second byte to a space: mostly the word, with its
    /// own space behind it.
    fn a_grave(&self, at: usize) -> Sequence {
        let rest = &self.text[at + 2..];
        let swallowed = match rest {
            [' ', ..] => true,
            // Portuguese "às".
            ['s', ' ' | '\u{A0}', ..] => true,
            // One more layer, whose first byte this is.
            [_, ..] if self.second_layer(at + 2) => true,
            _ => self.vietnamese(at, rest),
        };
        Sequence { chars: [Some('à'), (!swallowed).then_some(' ')], ..Sequence::one(2, 'à') }
    }

    /// Whether what stands at `at` decodes to a continuation byte's image.
    fn second_layer(&self, at: usize) -> bool {
        let whole = Self { proof: None, ..*self };
        let c = whole.sequence(at, false).and_then(|s| s.chars[0]);
        c.is_some_and(|c| (0x80..0xC0).contains(&image(c).bytes[self.encoding]))
    }

    /// Whether the letters behind a space end a Vietnamese syllable that has
    /// its vowel before it.
    fn vietnamese(&self, at: usize, rest: &[char]) -> bool {
        let tails: [&[char]; 8] =
            [&['y'], &['i'], &['o'], &['u'], &['m'], &['n'], &['n', 'g'], &['n', 'h']];
        self.proof.is_some_and(|p| p.has(Letters::Vietnamese))
            && at > 0
            && self.text[at - 1].is_alphabetic()
            && tails.iter().any(|tail| {
                rest.strip_prefix(*tail)
                    .is_some_and(|r| r.first().is_none_or(|c| !c.is_alphabetic()))
            })
    }

    /// A sequence of which the last byte was dropped because the encoding has
    /// no character for it: read if only one letter of the language can be
    /// meant.
    fn dropped(&self, at: usize, bytes: &[u8]) -> Option<Sequence> {
        use Letters::{Arabic, Czech, Harakat, Hebrew, Hungarian, Polish, Romanian, Thai};
        let proof = self.proof?;
        let next = self.text.get(at + bytes.len()).copied().unwrap_or(' ');
        let in_word = || at > 0 && self.text[at - 1].is_alphabetic();
        let goes_on = || next.is_lowercase() || self.strict(at + bytes.len());
        let (byte, c) = match *bytes {
            [0xC4] if proof.has(Czech) && goes_on() => (0x8D, 'č'),
            [0xC4] if proof.has(Romanian) && (in_word() || goes_on()) => (0x83, 'ă'),
            [0xC5] if proof.has(Polish) && !in_word() && goes_on() => (0x81, 'Ł'),
            [0xC5] if proof.has(Hungarian) && !in_word() && goes_on() => (0x90, 'Ő'),
            [0xD7] if proof.has(Hebrew) && self.strict(at + 1) => (0x90, 'א'),
            [0xD9] if proof.has(Arabic) && !proof.has(Harakat) => (0x81, 'ف'),
            [0xE0, 0xB9] if proof.has(Thai) && self.strict(at + 2) => (0x81, 'แ'),
            _ => return None,
        };
        lacks(self.encoding, byte).then(|| Sequence::one(bytes.len(), c))
    }

    /// A surrogate pair in two sequences of three bytes, as CESU-8 has it.
    fn surrogates(&self, at: usize, bytes: &[u8]) -> Option<Sequence> {
        let [0xED, high @ 0xA0..=0xAF, high_low] = *bytes else { return None };
        if at + LONGEST > self.end || self.byte(at + 3) != 0xED {
            return None;
        }
        let (low @ 0xB0..=0xBF, low_low @ 0x80..=0xBF) = (self.byte(at + 4), self.byte(at + 5))
        else {
            return None;
        };
        let half = |four: u8, six: u8| (u32::from(four & 0x0F) << 6) | u32::from(six & 0x3F);
        let c = 0x10000 + ((half(high, high_low) << 10) | half(low, low_low));
        char::from_u32(c).map(|c| Sequence::one(LONGEST, c))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_decoded_is_utf_8() {
        let tails = [0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF];
        for first in 0xC2..=0xF4 {
            let len = match first {
                ..0xE0 => 2,
                0xE0..0xF0 => 3,
                _ => 4,
            };
            for n in 0..tails.len().pow(3) {
                let bytes = [first, tails[n % 6], tails[n / 6 % 6], tails[n / 36]];
                let bytes = &bytes[..len];
                let char = std::str::from_utf8(bytes).ok().and_then(|s| s.chars().next());
                assert_eq!(decode(bytes), char, "{bytes:x?}");
            }
        }
    }
}
