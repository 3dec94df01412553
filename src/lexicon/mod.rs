//! The embedded English words: is it a word, a name, how frequent.
//!
//! About 368,000 word forms: American, British, Canadian and Australian
//! English with their variants and contractions; names of people, places and
//! brands of many languages. What they were made of stands in `NOTICE`.
//!
//! # Example
//!
//! ```
//! use copydesk::lexicon;
//!
//! assert!(lexicon::get("colour").is_ordinary());
//! assert!(lexicon::get("Color").is_ordinary());
//! assert!(lexicon::get("London").is_name());
//! assert!(lexicon::get("may").is_ordinary() && lexicon::get("may").is_name());
//! assert!(!lexicon::get("goverment").is_known());
//! assert!(lexicon::get("said").frequency() > lexicon::get("ochre").frequency());
//! ```

pub(crate) mod grams;
mod hash;
pub(crate) mod pairs;
mod table;
mod together;

pub(crate) use hash::MAX_LEN;
// What makes the tables is for the test that keeps them up to date.
pub(crate) use together::Together;
#[doc(hidden)]
pub use {grams::render as render_grams, pairs::render as render_pairs};

/// What the lexicon knows of a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Entry(u8);

const NAME: u8 = 0x80;
const ORDINARY: u8 = 0x40;
const FREQUENCY: u8 = 0x3F;

impl Entry {
    /// Whether the lexicon has the word in any class.
    pub fn is_known(self) -> bool {
        self.0 != 0
    }

    /// Whether it is an ordinary word, written in lower case.
    pub fn is_ordinary(self) -> bool {
        self.0 & ORDINARY != 0
    }

    /// Whether it is a name, written with a capital.
    pub fn is_name(self) -> bool {
        self.0 & NAME != 0
    }

    /// How frequent it is: 0 (unknown or very rare) to 63, on a logarithmic
    /// scale.
    ///
    /// A word is about a third more frequent than one a step below. The
    /// hundred commonest words have 48 and more, the first thousand 42, the
    /// first ten thousand 32; below 10 are words that few readers have met.
    pub fn frequency(self) -> u8 {
        self.0 & FREQUENCY
    }

    /// Whether the word is unknown, or known but rare: no more than this can be a slip.
    /// Of a clean text hardly a word in a hundred is.
    pub(crate) fn may_be_slip(self) -> bool {
        !(self.is_ordinary() && self.frequency() > 12)
    }

    /// Whether it is a word that English texts are full of.
    pub(crate) fn is_common(self) -> bool {
        self.is_ordinary() && self.frequency() >= 25
    }

    /// All of it as a number: the place of the entry in [`Self::all`].
    #[inline]
    pub(crate) fn bits(self) -> u8 {
        self.0
    }

    /// The entry of these [bits](Self::bits).
    #[inline]
    pub(crate) fn of_bits(bits: u8) -> Self {
        Self(bits)
    }

    /// All entries that there can be, for tables of what follows from them.
    pub(crate) fn all() -> [Self; 256] {
        std::array::from_fn(|bits| Self(bits as u8))
    }
}

/// Looks a word up, whatever its case. A typographic apostrophe counts as a
/// straight one.
///
/// The word must be without marks around it. Possessives are in the lexicon
/// only where they are words of their own (`it's`): look `agency` up for
/// `agency's`, as [`Word::entry`](crate::text::Word::entry) does.
///
/// A word that the lexicon does not have is taken for one that it has once in
/// four million words.
#[inline]
pub fn get(word: &str) -> Entry {
    hash::of_str(word).map_or(Entry::default(), |hash| Entry(table::get(hash)))
}

/// [`get`] for bytes that are UTF-8, or that no word is if they are not.
#[inline]
pub(crate) fn get_bytes(word: &[u8]) -> Entry {
    hash::of(word).map_or(Entry::default(), |hash| Entry(table::get(hash)))
}

/// What it knows of two parts as one word.
pub(crate) fn get_joined(first: &str, last: &str) -> Entry {
    get_joined_with_key(first.as_bytes(), last.as_bytes()).0
}

/// [`get_bytes_with_key`] for two parts as one word.
pub(crate) fn get_joined_with_key(first: &[u8], last: &[u8]) -> (Entry, u32) {
    let mut word = [0; MAX_LEN];
    let len = first.len() + last.len();
    let Some(word) = word.get_mut(..len) else { return Default::default() };
    word[..first.len()].copy_from_slice(first);
    word[first.len()..].copy_from_slice(last);
    get_bytes_with_key(word)
}

/// What the lexicon knows of a word, and a key of it: the same for all its
/// cases, and hardly ever for another word. 0 for what no lexicon has.
#[inline]
pub(crate) fn get_with_key(word: &str) -> (Entry, u32) {
    match hash::of_str(word) {
        Some(hash) => (Entry(table::get(hash)), table::fingerprint(hash)),
        None => Default::default(),
    }
}

/// [`get_with_key`] for bytes that are UTF-8, or that no word is if they are not.
#[inline]
pub(crate) fn get_bytes_with_key(word: &[u8]) -> (Entry, u32) {
    match hash::of(word) {
        Some(hash) => (Entry(table::get(hash)), table::fingerprint(hash)),
        None => Default::default(),
    }
}

/// [`get_with_key`] of a word of ASCII letters that comes in registers.
#[derive(Clone, Copy)]
pub(crate) struct Letters(u64);

impl Letters {
    /// Before the first letter.
    pub(crate) const NONE: Self = Self(hash::START);

    /// With eight more small letters; or with fewer, if they are the last, at
    /// the top of the register.
    #[inline]
    pub(crate) fn and(self, letters: u64) -> Self {
        Self(hash::add(self.0, letters))
    }

    /// The hash of the letters so far.
    #[inline]
    pub(crate) fn hash(self) -> Hash {
        Hash(hash::finish(self.0))
    }
}

/// The hash of a word.
#[derive(Clone, Copy, Default)]
pub(crate) struct Hash(u64);

impl Hash {
    /// The key of the word.
    #[inline]
    pub(crate) fn key(self) -> u32 {
        table::fingerprint(self.0)
    }

    /// What the lexicon knows of the word, if it is one of the most frequent.
    #[inline]
    pub(crate) fn get_frequent(self) -> Option<Entry> {
        table::get_frequent(self.0).map(Entry)
    }
}

/// The hash of small ASCII letters, which stand in registers, the first one
/// lowest. At least one.
#[inline]
pub(crate) fn hash_packed(letters: &[u64; 4], len: usize) -> Hash {
    let mut state = hash::START;
    for chunk in &letters[..len / 8] {
        state = hash::add(state, *chunk);
    }
    if !len.is_multiple_of(8) {
        state = hash::add(state, letters[len / 8] << (64 - len % 8 * 8));
    }
    Hash(hash::finish(state))
}

/// The hash of a word, the same for all its cases; none if it is empty or too
/// long for any lexicon.
pub(crate) fn hash(word: &[u8]) -> Option<u64> {
    hash::of(word)
}

/// Renders the table out of `word<TAB>class<TAB>frequency` lines, as
/// `data/words.tsv` has them.
///
/// # Errors
///
/// The first line that is wrong, or words for which no place can be found.
#[doc(hidden)]
pub fn render(words: &str) -> Result<Vec<u8>, String> {
    let mut entries = Vec::new();
    for (number, line) in words.lines().enumerate() {
        let wrong = || format!("line {}: {line:?}", number + 1);
        let mut fields = line.split('\t');
        let word = fields.next().ok_or_else(wrong)?;
        let class = match fields.next() {
            Some("o") => ORDINARY,
            Some("n") => NAME,
            Some("b") => ORDINARY | NAME,
            _ => return Err(wrong()),
        };
        let frequency =
            fields.next().and_then(|f| f.parse::<u8>().ok()).filter(|f| *f <= FREQUENCY);
        let hash = hash::of(word.as_bytes());
        let (Some(frequency), Some(hash)) = (frequency, hash) else { return Err(wrong()) };
        entries.push((hash, class | frequency));
    }
    table::render(&entries).ok_or_else(|| "the table is too full".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_apostrophes_do_not_matter() {
        for (a, b) in [("don't", "DON’T"), ("café", "CAFÉ"), ("the", "The"), ("said", "SAID")] {
            assert!(get(a).is_known(), "{a}");
            assert_eq!(get(a), get(b), "{a}");
        }
    }

    #[test]
    fn ordinary_words_and_names() {
        for word in [
            "said",
            "combatting",
            "neighbourhood",
            "neighborhood",
            "realise",
            "realize",
            "it's",
            "blog",
        ] {
            assert!(get(word).is_ordinary(), "{word}");
        }
        for word in ["Iran", "Nguyen", "Tehran", "Smith", "Turkey", "German"] {
            assert!(get(word).is_name(), "{word}");
        }
        for word in ["saidf", "ohter", "teh", "goverment", "", "x1", "a b", "the "] {
            assert!(!get(word).is_ordinary(), "{word}");
        }
    }

    #[test]
    fn no_length_is_too_long() {
        for len in 0..300 {
            assert!(!get(&"q".repeat(len)).is_ordinary() || len < 3);
            assert!(!get(&"é".repeat(len)).is_ordinary());
        }
    }

    #[test]
    fn wrong_lines_are_named() {
        assert_eq!(render("the\to\t61\nof\tx\t60"), Err("line 2: \"of\\tx\\t60\"".to_owned()));
        assert!(render("the\to\t64").is_err());
        assert!(render("the\to").is_err());
        assert!(render("the\to\t61").is_ok());
    }
}
