//! Reads a text into words, in one forward scan.
//!
//! Nearly every word is a run of ASCII letters before a space or a mark, and
//! takes the short way through [`Reader::plain`]: where the letters of a stretch
//! stand is known as bits, in one look. Only where something
//! unusual touches the run (a stop and a letter, a digit, an `@`, a `_`) are
//! the shapes of `shapes.rs` tried. Each of them looks at a bounded number of
//! bytes, or at those that it then takes, so the scan is linear.

mod behind;
mod letters;
mod stretch;

use std::sync::LazyLock;

use super::key_filter;
use super::shapes;
use super::swar::{self, Letters};
use super::words::{Case, Cases, Kind, Word, two_byte_char, weight_of};
use crate::data::abbreviations::{self, Follows};
use crate::lexicon::{self, Entry, Together};
use behind::{Ends, Gap};
use letters::{LETTER, LETTER_WEIGHTS, is_general_mark, is_letter, three_byte_char};
use stretch::Stretch;

/// Reads the words of `text` to the end of `words`.
#[inline(never)]
pub(crate) fn read(text: &str, words: &mut Vec<Word>) {
    // As many as most texts have, so that a large text does not move them.
    words.reserve(text.len() / 11 * 2);
    let mut reader = Reader::new(text, words);
    let mut stretch = Stretch::first(reader.bytes);
    loop {
        if reader.bytes.get(reader.at).is_some_and(u8::is_ascii_alphabetic) {
            reader.usual_words(&mut stretch);
        }
        if !reader.step() {
            break;
        }
    }
    reader.look_rare_up();
}

/// Most words before a stop are no abbreviation, which one look tells.
static ABBREVIATION_KEYS: LazyLock<[u64; 256]> = LazyLock::new(|| {
    let mut set = [0; 256];
    for (word, _) in abbreviations::ABBREVIATIONS {
        key_filter::add(&mut set, lexicon::get_with_key(word).1);
    }
    set
});

pub(super) struct Reader<'t, 'w> {
    text: &'t str,
    bytes: &'t [u8],
    at: usize,
    gap: Gap,
    words: &'w mut Vec<Word>,
    /// The words that are none of the most frequent, by their numbers, as far as
    /// they are still to be looked up.
    rare: Together<u32>,
}

impl<'t, 'w> Reader<'t, 'w> {
    /// A reader at the beginning of a text.
    pub(super) fn new(text: &'t str, words: &'w mut Vec<Word>) -> Self {
        Self {
            text,
            bytes: text.as_bytes(),
            at: 0,
            gap: Gap::START,
            words,
            rare: Together::default(),
        }
    }

    /// How far it has read.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// The word that the last step has read, if it was one.
    pub(super) fn take(&mut self) -> Option<Word> {
        self.look_rare_up();
        self.words.pop()
    }

    /// Goes on behind a word that ends at `at`.
    pub(super) fn resume(&mut self, at: usize) {
        self.at = at;
        self.gap = Gap::NONE;
    }

    /// Reads a word or a mark; false at the end of the text.
    #[inline(always)]
    pub(super) fn step(&mut self) -> bool {
        let Some(&b) = self.bytes.get(self.at) else { return false };
        if !b.is_ascii_alphabetic() {
            self.other(b);
            return true;
        }
        match swar::letters_len_of(&self.bytes[self.at..]) {
            len @ ..=8 => self.letters(len),
            len @ ..=lexicon::MAX_LEN => self.many_letters(len),
            _ => self.unusual_letters(self.at),
        }
        true
    }

    /// At what is no ASCII letter.
    #[inline(always)]
    fn other(&mut self, b: u8) {
        match b {
            b' ' => {
                self.gap.set(Gap::SPACED);
                self.at += 1;
            }
            b'0'..=b'9' => self.number(self.at),
            0x80.. => self.high(),
            _ => self.mark(b),
        }
    }

    fn push(&mut self, start: usize, end: usize, kind: Kind) {
        self.push_cased(start, end, kind, Case::of(&self.text[start..end]));
    }

    fn push_cased(&mut self, start: usize, end: usize, kind: Kind, case: Case) {
        // The lexicon has Latin words only: nothing that begins behind U+024F.
        let known = match (kind, self.bytes[start]) {
            (Kind::Word, ..=0xC9) => look_up(&self.text[start..end]),
            _ => Default::default(),
        };
        self.push_word(Word::new(start..end, kind, case, self.gap.place(case), known), end);
    }

    #[inline]
    fn push_word(&mut self, word: Word, end: usize) {
        self.words.push(word);
        self.gap = Gap::NONE;
        self.at = end;
    }

    /// At one to eight ASCII letters.
    #[inline(always)]
    fn letters(&mut self, len: usize) {
        let Some(bytes) = self.bytes[self.at..].first_chunk() else {
            return self.unusual_letters(self.at);
        };
        let letters = Letters::first(*bytes, len);
        self.plain(len, letters.case(), lexicon::Letters::NONE.and(letters.lower()).hash());
    }

    /// At more than eight ASCII letters.
    // Cold, as the next one: so the loop over usual words keeps its registers.
    #[cold]
    #[inline(never)]
    fn many_letters(&mut self, len: usize) {
        let all = &self.bytes[self.at..self.at + len];
        let (Some((first, mut rest)), Some(last)) = (all.split_first_chunk(), all.last_chunk())
        else {
            return self.unusual_letters(self.at);
        };
        let letters = Letters::first(*first, first.len());
        let (mut case, mut known) = (letters.case(), lexicon::Letters::NONE.and(letters.lower()));
        while !rest.is_empty() {
            let letters = match rest.split_first_chunk() {
                Some((bytes, behind)) => {
                    rest = behind;
                    Letters::first(*bytes, bytes.len())
                }
                None => Letters::last(*last, std::mem::take(&mut rest).len()),
            };
            case = case.and(letters);
            known = known.and(letters.lower());
        }
        self.plain(len, case, known.hash());
    }

    /// Letters that are a word, if what follows them is usual.
    #[cold]
    #[inline(never)]
    fn plain(&mut self, len: usize, case: Case, hash: lexicon::Hash) {
        let (start, end) = (self.at, self.at + len);
        let ends = Ends::of(self.bytes.get(end));
        if ends == Ends::Never && !matches!(self.bytes[end..], [b':', b' ' | b'\n', ..])
            || ends == Ends::WithStop && !self.is_plain_before_stop(start, end, hash.key())
        {
            return self.unusual_letters(start);
        }
        let (place, entry) = (self.gap.place(case), hash.get_frequent());
        let known = (entry.unwrap_or_default(), hash.key());
        let word = Word::short(start as u32, len as u32, Kind::Word, case, place, known);
        self.push_word(word, end);
        if entry.is_none() {
            self.look_last_up_later(hash);
        }
        if let Some((gap, len)) = Gap::usual(&self.bytes[end..]) {
            (self.gap, self.at) = (gap, end + len);
        }
    }

    /// Has the last word looked up, which is none of the most frequent.
    fn look_last_up_later(&mut self, hash: lexicon::Hash) {
        if self.rare.add(hash, self.words.len() as u32 - 1) {
            self.look_rare_up();
        }
    }

    /// Looks up the words that wait for it.
    fn look_rare_up(&mut self) {
        self.rare.look_up(|entry, _, at| self.words[at as usize].set_entry(entry));
    }

    /// Whether letters with a stop behind them are a plain word before a
    /// plain stop.
    #[inline]
    fn is_plain_before_stop(&self, start: usize, end: usize, key: u32) -> bool {
        let ends = match self.bytes.get(end + 1..).unwrap_or(&[]) {
            [] | [b' ' | b'\n' | b'"' | b')', ..] => true,
            // Most quotes and dashes; no letter is among what begins so.
            [0xE2, 0x80, ..] => true,
            _ => false,
        };
        ends && end - start > 1 && !key_filter::may_have(&*ABBREVIATION_KEYS, key)
    }

    /// Letters behind which something unusual stands.
    #[inline(never)]
    fn unusual_letters(&mut self, start: usize) {
        let (end, case) = self.word_end(start);
        let next = self.bytes.get(end).copied().unwrap_or(b' ');
        match next {
            b'.' => self.before_stop(start, end, case),
            b'@' | b'_' | b'+' | b'%' | b':' | b'(' | b'\\' | b'0'..=b'9' => {
                self.compound(start, end);
            }
            _ => self.push_cased(start, end, Kind::Word, case),
        }
    }

    /// The end of the letters that begin at `start`, with the apostrophes
    /// between them; and their case.
    fn word_end(&self, start: usize) -> (usize, Case) {
        let weights = &**LETTER_WEIGHTS;
        let (mut at, mut cases) = (start, Cases::default());
        loop {
            let (weight, len) = match self.bytes.get(at) {
                Some(&b @ ..0x80) => (weights[usize::from(b)], 1),
                Some(&b @ 0xC2..0xE0) => {
                    let next = self.bytes.get(at + 1).copied().unwrap_or(0);
                    (weights[two_byte_char(b, next)], 2)
                }
                // Scripts without case, from Devanagari to Tibetan and from Kana
                // on.
                Some(&b @ (0xE0 | 0xE3..0xEA)) => {
                    let c = three_byte_char(b, self.bytes.get(at + 1..at + 3));
                    (if is_letter(c) { LETTER } else { 0 }, 3)
                }
                Some(_) => match self.char_at(at) {
                    Some(c) if is_letter(c) => (LETTER | weight_of(c), c.len_utf8()),
                    _ => (0, '’'.len_utf8()),
                },
                None => (0, 0),
            };
            if weight == 0 {
                let is_apostrophe = self.bytes[at..].starts_with(b"'")
                    || self.bytes[at..].starts_with("’".as_bytes());
                if !is_apostrophe || !self.letter_at(at + len) {
                    return (at, cases.case(|| &self.text[start..at]));
                }
            }
            cases.add(weight & !LETTER);
            at += len;
        }
    }

    fn char_at(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }

    fn letter_at(&self, at: usize) -> bool {
        match self.bytes.get(at) {
            Some(b) if b.is_ascii() => b.is_ascii_alphabetic(),
            Some(_) => self.char_at(at).is_some_and(is_letter),
            None => false,
        }
    }

    /// Letters with a stop behind them.
    fn before_stop(&mut self, start: usize, end: usize, case: Case) {
        let joins = |c: char| !is_general_mark(c) && (c.is_alphanumeric() || c == '_');
        if self.char_at(end + 1).is_some_and(joins) {
            return self.compound(start, end);
        }
        if let Some(end) = self.abbreviation(start, end) {
            return self.push(start, end, Kind::Abbreviation);
        }
        if self.is_initial(start, end) {
            return self.push(start, end + 1, Kind::Initialism);
        }
        self.push_cased(start, end, Kind::Word, case);
    }

    /// Whether a single capital with a stop is the initial of a name that
    /// follows. `I` ends a sentence more often.
    fn is_initial(&self, start: usize, end: usize) -> bool {
        let mut letters = self.text[start..end].chars();
        letters.next().is_some_and(|c| c.is_uppercase() && c != 'I')
            && letters.next().is_none()
            && self.text[end + 1..]
                .strip_prefix(' ')
                .is_some_and(|s| s.starts_with(char::is_uppercase))
    }

    /// The end of the abbreviation that the letters and the stop behind them
    /// are, if they are one.
    fn abbreviation(&self, start: usize, end: usize) -> Option<usize> {
        let follows = abbreviations::get(&self.text[start..end])?;
        let rest = &self.text[end + 1..];
        let rest = rest.strip_prefix([' ', '\u{a0}', '\u{202f}']).unwrap_or(rest);
        let fits = match follows {
            Follows::Any => true,
            Follows::Name => rest.starts_with(char::is_uppercase),
            Follows::Number => rest.starts_with(|c: char| c.is_ascii_digit()),
        };
        fits.then_some(end + 1)
    }

    /// Letters or digits that something unusual touches.
    fn compound(&mut self, start: usize, end: usize) {
        let end = self.alphanumeric_end(end);
        if let Some((len, kind)) = shapes::compound(&self.text[start..], end - start) {
            return self.push(start, start + len, kind);
        }
        if self.bytes.get(end) == Some(&b'.')
            && let Some(end) = self.abbreviation(start, end)
        {
            return self.push(start, end, Kind::Abbreviation);
        }
        let has_digit = self.bytes[start..end].iter().any(u8::is_ascii_digit);
        self.push(start, end, if has_digit { Kind::Alphanumeric } else { Kind::Word });
    }

    fn alphanumeric_end(&self, mut at: usize) -> usize {
        while let Some(c) = self.char_at(at) {
            if !(c.is_ascii_digit() || is_letter(c)) {
                break;
            }
            at += c.len_utf8();
        }
        at
    }

    /// A number whose digits begin at `self.at`; `start` may be a currency
    /// sign before it.
    #[inline(never)]
    fn number(&mut self, start: usize) {
        let (end, is_version) = shapes::number_end(self.bytes, self.at);
        match self.bytes.get(end) {
            Some(b) if b.is_ascii_alphabetic() || matches!(b, b'@' | b'_') => {
                self.compound(start, end);
            }
            Some(b'.') if self.letter_at(end + 1) => {
                match shapes::compound(&self.text[start..], end - start) {
                    Some((len, kind)) => self.push(start, start + len, kind),
                    None => self.push_cased(start, end, Kind::Number, Case::Uncased),
                }
            }
            _ if is_version => self.push_cased(start, end, Kind::Version, Case::Uncased),
            Some(b'%') => self.push_cased(start, end + 1, Kind::Number, Case::Uncased),
            Some(0x80..) => match self.char_at(end) {
                Some(c @ ('‰' | '°' | '€' | '£' | '¥' | '₽' | '₺' | '₹' | '²' | '³')) =>
                {
                    self.push_cased(start, end + c.len_utf8(), Kind::Number, Case::Uncased);
                }
                Some(c) if is_letter(c) => {
                    self.push(start, self.alphanumeric_end(end), Kind::Alphanumeric);
                }
                _ => self.push_cased(start, end, Kind::Number, Case::Uncased),
            },
            _ => self.push_cased(start, end, Kind::Number, Case::Uncased),
        }
    }

    /// At a character outside ASCII.
    #[inline(never)]
    fn high(&mut self) {
        let Some(c) = self.char_at(self.at) else { return self.at += 1 };
        let len = c.len_utf8();
        match c {
            _ if is_letter(c) => return self.unusual_letters(self.at),
            '€' | '£' | '¥' | '₽' | '₺' | '₹' | '₩'
                if self.bytes.get(self.at + len).is_some_and(u8::is_ascii_digit) =>
            {
                let start = self.at;
                self.at += len;
                return self.number(start);
            }
            '…' => self.gap.set(Gap::TERMINAL | Gap::ELLIPSIS),
            // These end a sentence without a space behind them.
            '。' | '！' | '？' | '｡' => self.gap.set(Gap::TERMINAL | Gap::SPACED),
            '؟' | '۔' | '।' | '॥' | '።' | '։' => {
                self.gap.set(Gap::TERMINAL);
                self.gap.take(Gap::SPACED);
            }
            '\u{2028}' | '\u{85}' => self.newline(),
            '\u{2029}' => self.gap.set(Gap::BLANK_LINE),
            _ if c.is_whitespace() => self.gap.set(Gap::SPACED),
            _ => {}
        }
        self.at += len;
    }

    fn newline(&mut self) {
        if self.gap.has(Gap::NEWLINE) {
            self.gap.set(Gap::BLANK_LINE);
        }
        self.gap.set(Gap::NEWLINE | Gap::SPACED);
    }

    /// At an ASCII character that is no letter, digit or space.
    #[inline(never)]
    fn mark(&mut self, b: u8) {
        let start = self.at;
        let rest = &self.text[start..];
        let after_word = start > 0 && !self.bytes[start - 1].is_ascii_whitespace();
        match b {
            b'\n' => self.newline(),
            b'\t' | b'\r' => self.gap.set(Gap::SPACED),
            b'.' | b'!' | b'?' => {
                if b == b'.' && start > 0 && self.bytes[start - 1] == b'.' {
                    self.gap.set(Gap::ELLIPSIS);
                }
                self.gap.set(Gap::TERMINAL);
                self.gap.take(Gap::SPACED);
            }
            b'$' if self.bytes.get(start + 1).is_some_and(u8::is_ascii_digit) => {
                self.at += 1;
                return self.number(start);
            }
            b'@' | b'#' => {
                if let Some((len, kind)) = shapes::tag(rest) {
                    return self.push(start, start + len, kind);
                }
            }
            b',' | b';' => self.gap.take(Gap::TERMINAL),
            _ => {}
        }
        if !after_word && let Some(len) = shapes::emoticon(rest) {
            return self.push(start, start + len, Kind::Emoticon);
        }
        self.at += 1;
    }
}

/// What the lexicon knows of a word, or of what owns: `agency’s`; and its key.
#[inline(never)]
fn look_up(word: &str) -> (Entry, u32) {
    let known = lexicon::get_with_key(word);
    if known.0.is_known() {
        return known;
    }
    let owner = word
        .strip_suffix(['s', 'S'])
        .and_then(|w| w.strip_suffix('\'').or_else(|| w.strip_suffix('’')));
    owner.map_or(known, lexicon::get_with_key)
}

#[cfg(test)]
mod tests;
