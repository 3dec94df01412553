//! Words, their kinds and their case.

use std::fmt;
use std::ops::Range;
use std::sync::LazyLock;

use crate::lexicon::Entry;

/// A word of a text: where it stands, what kind of word it is, and what is
/// known of it.
///
/// What lies between two words is white space and marks.
///
/// # Example
///
/// ```
/// use copydesk::text::{Case, Kind};
/// use copydesk::{Buffers, Document};
///
/// let buffers = Buffers::default();
/// let doc = Document::new("In 2017 Dr. Hill joined Salon.com.", &buffers);
/// let words: Vec<_> = doc.words().iter().map(|w| (w.text(doc.text()), w.kind())).collect();
/// assert_eq!(words, [
///     ("In", Kind::Word),
///     ("2017", Kind::Number),
///     ("Dr.", Kind::Abbreviation),
///     ("Hill", Kind::Word),
///     ("joined", Kind::Word),
///     ("Salon.com", Kind::Domain),
/// ]);
/// assert_eq!(doc.words()[3].case(), Case::Title);
/// assert!(doc.words()[0].starts_sentence());
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Word {
    // A large text has memory for little else: twelve bytes a word.
    start: u32,
    // The key; of a word too long for `form`, which has none, the length.
    key: u32,
    // From the lowest bit: the case (3 bits), `STARTS_SENTENCE`, the kind (4),
    // the entry (8), `STARTS_LINE`, the length (15).
    form: u32,
}

/// How many bytes most words take, with the space behind them.
pub(crate) const USUAL_LEN: usize = 6;

/// The word is the first of a sentence.
pub(super) const STARTS_SENTENCE: u32 = 1 << 3;
/// The word is the first of a line.
pub(super) const STARTS_LINE: u32 = 1 << 16;

const KIND: u32 = 4;
const ENTRY: u32 = 8;
const LEN: u32 = 17;

/// Stands for all lengths from here on. No entry is about words that long.
const LONG: u32 = u32::MAX >> LEN;

impl Word {
    /// A word of these bytes, with its place as a set of flags.
    pub(super) fn new(
        range: Range<usize>,
        kind: Kind,
        case: Case,
        place: u32,
        (entry, key): (Entry, u32),
    ) -> Self {
        let (start, len) = (range.start as u32, range.len() as u32);
        let (key, short) = if len < LONG { (key, len) } else { (len, LONG) };
        Self::short(start, short, kind, case, place, (entry, key))
    }

    /// As [`new`](Self::new), of less than [`LONG`] bytes.
    #[inline]
    pub(super) fn short(
        start: u32,
        len: u32,
        kind: Kind,
        case: Case,
        place: u32,
        (entry, key): (Entry, u32),
    ) -> Self {
        let form = len << LEN | u32::from(entry.bits()) << ENTRY | (kind as u32) << KIND;
        Self { start, key, form: form | place | case as u32 }
    }

    /// Makes known what the lexicon has, of a word of which nothing was known.
    pub(super) fn set_entry(&mut self, entry: Entry) {
        self.form |= u32::from(entry.bits()) << ENTRY;
    }

    /// The same word at another place.
    #[inline]
    pub(super) fn at(self, start: usize) -> Self {
        Self { start: start as u32, ..self }
    }

    /// Where the word stands, in bytes of the text.
    #[inline]
    pub fn range(&self) -> Range<usize> {
        let start = self.start as usize;
        start..start + self.len()
    }

    #[inline]
    fn len(&self) -> usize {
        let len = if self.is_long() { self.key } else { self.form >> LEN };
        len as usize
    }

    #[inline]
    fn is_long(&self) -> bool {
        self.form >> LEN == LONG
    }

    /// The word itself, out of the text that it was read from.
    ///
    /// # Panics
    ///
    /// If `text` is another text, which ends before the word or has other
    /// characters at its place.
    pub fn text<'t>(&self, text: &'t str) -> &'t str {
        &text[self.range()]
    }

    /// What kind of word it is.
    #[inline]
    pub fn kind(&self) -> Kind {
        Kind::numbered(self.form >> KIND & 15)
    }

    /// In which case it is written.
    #[inline]
    pub fn case(&self) -> Case {
        Case::numbered(self.form & 7)
    }

    /// Its kind above four bits, of which the upper one says whether it is the
    /// first of a sentence, and the others its case.
    #[inline]
    pub(crate) fn form(&self) -> u8 {
        self.form as u8
    }

    /// What the lexicon knows of it; nothing, if it is not of the kind
    /// [`Kind::Word`].
    ///
    /// A possessive that is not listed itself is looked up without its `'s`.
    #[inline]
    pub fn entry(&self) -> Entry {
        Entry::of_bits((self.form >> ENTRY) as u8)
    }

    /// A hash of the letters that [`Self::entry`] is about, the same in all
    /// cases; 0 for words that no entry can be about: numbers, addresses,
    /// words of other scripts than Latin.
    ///
    /// Words of one key are the same but for a chance of one in four billion.
    #[inline]
    pub(crate) fn key(&self) -> u32 {
        if self.is_long() { 0 } else { self.key }
    }

    /// The key, and of the few words that are too long for the lexicon some
    /// number in its place: for what may be wrong about them.
    #[inline]
    pub(crate) fn rough_key(&self) -> u32 {
        self.key
    }

    /// Whether it is the first word of a sentence.
    ///
    /// A sentence starts at the start of the text, after a blank line, and
    /// after an end mark (`.`, `!`, `?`, and those of other scripts) that
    /// white space follows. The stop of an abbreviation is no end mark, and
    /// after an ellipsis only a capital starts a sentence.
    pub fn starts_sentence(&self) -> bool {
        self.form & STARTS_SENTENCE != 0
    }

    /// Whether it is the first word of a line.
    pub fn starts_line(&self) -> bool {
        self.form & STARTS_LINE != 0
    }

    /// Whether its inside is not for a pass to change: an address, a name of
    /// a file, code, an abbreviation.
    pub fn is_protected(&self) -> bool {
        !matches!(self.kind(), Kind::Word | Kind::Number | Kind::Alphanumeric)
    }
}

impl fmt::Debug for Word {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Word")
            .field("range", &self.range())
            .field("kind", &self.kind())
            .field("case", &self.case())
            .field("entry", &self.entry())
            .field("key", &self.key())
            .field("starts_sentence", &self.starts_sentence())
            .field("starts_line", &self.starts_line())
            .finish()
    }
}

/// What kind of word it is.
///
/// # Example
///
/// ```
/// use copydesk::{Buffers, Document, text::Kind};
///
/// let buffers = Buffers::default();
/// let doc = Document::new("Write to anna@example.org.", &buffers);
/// assert_eq!(doc.words().last().map(|word| word.kind()), Some(Kind::Email));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// Letters, with apostrophes between them: `word`, `don’t`, `Привет`.
    ///
    /// Of a script without spaces, all characters up to the next mark.
    Word,
    /// Digits with the marks of numbers, dates and times: `1,000.5`, `12:30`,
    /// `3.5%`, `£2.50`.
    Number,
    /// Letters and digits: `MP3`, `1990s`, `3rd`.
    Alphanumeric,
    /// An address with a scheme or a path: `https://example.org/a`,
    /// `www.example.org`, `example.org/a`.
    Url,
    /// An e-mail address.
    Email,
    /// A host name without scheme: `Salon.com`, `bbc.co.uk`.
    Domain,
    /// A user name: `@name`.
    Handle,
    /// A tag: `#word`.
    Hashtag,
    /// A name with the ending of a file: `report.pdf`, `Node.js`.
    FileName,
    /// A name in code: `snake_case`, `std::io`, `os.path`, `call()`.
    Identifier,
    /// A version or another number of several parts: `v1.2`, `10.0.0.1`.
    Version,
    /// A word that ends in its own stop: `Dr.`, `etc.`, `No.` before a number.
    Abbreviation,
    /// Letters with a stop each: `U.S.`, `a.m.`, `J.` before a surname.
    Initialism,
    /// A face made of marks: `:-)`.
    Emoticon,
}

impl Kind {
    /// The kind of this number.
    #[inline]
    fn numbered(number: u32) -> Self {
        match number {
            0 => Self::Word,
            1 => Self::Number,
            2 => Self::Alphanumeric,
            3 => Self::Url,
            4 => Self::Email,
            5 => Self::Domain,
            6 => Self::Handle,
            7 => Self::Hashtag,
            8 => Self::FileName,
            9 => Self::Identifier,
            10 => Self::Version,
            11 => Self::Abbreviation,
            12 => Self::Initialism,
            _ => Self::Emoticon,
        }
    }
}

/// The case in which a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Case {
    /// It has no letters with case.
    Uncased,
    /// `word`
    Lower,
    /// `Word`, and a single capital.
    Title,
    /// `WORD`
    Upper,
    /// `iPhone`, `McDonald`
    Mixed,
}

impl Case {
    /// The case of this number.
    #[inline]
    fn numbered(number: u32) -> Self {
        match number {
            0 => Self::Uncased,
            1 => Self::Lower,
            2 => Self::Title,
            3 => Self::Upper,
            _ => Self::Mixed,
        }
    }

    /// The case of a word.
    ///
    /// # Example
    ///
    /// ```
    /// use copydesk::text::Case;
    ///
    /// assert_eq!(Case::of("word"), Case::Lower);
    /// assert_eq!(Case::of("Élan"), Case::Title);
    /// assert_eq!(Case::of("BBC"), Case::Upper);
    /// assert_eq!(Case::of("eBay"), Case::Mixed);
    /// assert_eq!(Case::of("2017"), Case::Uncased);
    /// ```
    pub fn of(word: &str) -> Self {
        let (bytes, weights) = (word.as_bytes(), &*WEIGHTS);
        let (mut sum, mut at) = (Cases::default(), 0);
        while let Some(&byte) = bytes.get(at) {
            let (weight, len) = match byte {
                ..0x80 => (weights[usize::from(byte)], 1),
                0xC2..0xE0 => {
                    let next = bytes.get(at + 1).copied().unwrap_or(0);
                    (weights[two_byte_char(byte, next)], 2)
                }
                // Nothing that begins like this has case.
                0xE0 | 0xE3..0xEA => (0, 3),
                _ => {
                    let c = word.get(at..).and_then(|rest| rest.chars().next());
                    c.map_or((0, 1), |c| (weight_of(c), c.len_utf8()))
                }
            };
            sum.add(weight);
            at += len;
        }
        sum.case(|| word)
    }
}

/// The sum of the [weights](weight_of) of the characters of a word: it counts
/// both kinds of letters.
#[derive(Clone, Copy, Default)]
pub(super) struct Cases {
    sum: u64,
}

impl Cases {
    #[inline]
    pub(super) fn add(&mut self, weight: u64) {
        self.sum += weight;
    }

    /// The case of the word that was counted, which is rarely asked for.
    #[inline]
    pub(super) fn case<'t>(self, word: impl FnOnce() -> &'t str) -> Case {
        match (self.sum / CAPITAL, self.sum % CAPITAL) {
            (0, 0) => Case::Uncased,
            (0, _) => Case::Lower,
            (1, 0) => Case::Title,
            (1, _) if begins_with_capital(word()) => Case::Title,
            (_, 0) => Case::Upper,
            _ => Case::Mixed,
        }
    }
}

/// Whether the first letter of a word that has case is a capital.
fn begins_with_capital(word: &str) -> bool {
    word.chars().map(weight_of).find(|weight| *weight > 0) == Some(CAPITAL)
}

/// The character that is these two bytes in UTF-8, as a number.
#[inline]
pub(super) fn two_byte_char(first: u8, second: u8) -> usize {
    usize::from(first & 0x1F) << 6 | usize::from(second & 0x3F)
}

/// The weight of a capital; that of a small letter is 1, and other characters
/// have none.
const CAPITAL: u64 = 1 << 32;

/// The weight of each character of one or two bytes.
static WEIGHTS: LazyLock<[u64; 0x800]> =
    LazyLock::new(|| std::array::from_fn(|c| char::from_u32(c as u32).map_or(0, weight_of)));

pub(super) fn weight_of(c: char) -> u64 {
    match case_of(c) {
        Case::Lower => 1,
        Case::Upper => CAPITAL,
        _ => 0,
    }
}

/// Whether a character is a capital or a small letter, without a search for
/// those of most texts.
fn case_of(c: char) -> Case {
    match c {
        'a'..='z' | 'ß'..='ö' | 'ø'..='ÿ' | '\u{430}'..='\u{45f}' => Case::Lower,
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | '\u{400}'..='\u{42f}' => Case::Upper,
        // Scripts without case, from Hebrew to Tibetan and from Bopomofo to Yi.
        '\u{590}'..='\u{fff}' | '\u{3000}'..='\u{a63f}' | '\u{ac00}'..='\u{d7ff}' => Case::Uncased,
        _ => case_by_table(c),
    }
}

fn case_by_table(c: char) -> Case {
    if c.is_uppercase() {
        Case::Upper
    } else if c.is_lowercase() {
        Case::Lower
    } else {
        Case::Uncased
    }
}

/// Who owns something, without the ending for it: `agency’s`.
pub(crate) fn owner(word: &str) -> Option<&str> {
    word.strip_suffix("'s").or_else(|| word.strip_suffix("’s"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_quick_test_for_case_is_the_slow_one() {
        for c in '\0'..=char::MAX {
            let case = case_by_table(c);
            assert_eq!(case_of(c), case, "{c:?} U+{:04X}", c as u32);
            let alone = if case == Case::Upper { Case::Title } else { case };
            assert_eq!(Case::of(c.encode_utf8(&mut [0; 4])), alone, "{c:?} U+{:04X}", c as u32);
        }
    }

    #[test]
    fn a_word_keeps_what_is_known_of_it() {
        use Case::*;
        assert_eq!(size_of::<Word>(), 12);
        for at in 0..=Kind::Emoticon as usize {
            let kind = Kind::numbered(at as u32);
            assert_eq!(kind as usize, at);
            for (case, place) in [Uncased, Lower, Title, Upper, Mixed].into_iter().zip([
                0,
                STARTS_LINE,
                STARTS_SENTENCE,
                STARTS_LINE | STARTS_SENTENCE,
                0,
            ]) {
                let known = (crate::lexicon::get("boat"), u32::MAX - at as u32);
                for len in [1, 2, 64, 0x7ffd, 0x7ffe, 0x7fff, 0x8000, 0x1_0000, 1 << 30] {
                    let word = Word::new(at..at + len, kind, case, place, known);
                    assert_eq!(
                        (word.range(), word.kind(), word.case()),
                        (at..at + len, kind, case)
                    );
                    assert_eq!(word.starts_sentence(), place & STARTS_SENTENCE != 0);
                    assert_eq!(word.starts_line(), place & STARTS_LINE != 0);
                    assert_eq!(word.entry(), known.0);
                    assert_eq!(word.key(), if len < 0x7fff { known.1 } else { 0 });
                    let moved = Word::new(7..7 + len, kind, case, place, known);
                    assert_eq!(word.at(7), moved);
                }
            }
        }
    }

    #[test]
    fn words_of_more_than_one_character() {
        for (word, case) in [
            ("été", Case::Lower),
            ("Été", Case::Title),
            ("ÉTÉ", Case::Upper),
            ("éTé", Case::Mixed),
            ("ԱՐ", Case::Upper),
            ("日本A", Case::Title),
            ("日本", Case::Uncased),
            ("ⰀⰁ", Case::Upper),
            ("", Case::Uncased),
        ] {
            assert_eq!(Case::of(word), case, "{word}");
        }
    }
}
