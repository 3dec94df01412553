//! The language of a document.

use std::ops::Range;
use std::str::FromStr;
use std::sync::LazyLock;

use super::swar::lower;
use super::words::{Case, Kind, Word};
use crate::data::has;
use crate::data::misspellings::{FOREIGN_PARTICLES, TABLE};
use crate::hashed::bytes_at;
use crate::{BuildError, Document, error};

/// A language that some pass has rules for.
///
/// # Example
///
/// ```
/// use copydesk::{Buffers, Document, Language};
///
/// let buffers = Buffers::default();
/// let doc = Document::new("Le train est parti de la gare avant que nous y soyons.", &buffers);
/// assert_eq!(doc.language(), Language::French);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Language {
    /// English.
    English,
    /// French: no-break spaces before `; : ! ?` and inside `« »`.
    French,
    /// Any other language: only what is safe in all of them is done.
    Other,
}

/// Reads a tag of BCP 47, such as an `html` element's `lang` has: a code of two or three
/// letters, and after a `-` whatever is not looked at. In any case of letters, as there.
/// A `_` will do for the `-`: pages have `en_US` as their `og:locale`.
///
/// # Example
///
/// ```
/// use copydesk::Language;
///
/// assert_eq!("en-GB".parse(), Ok(Language::English));
/// assert_eq!("fra".parse(), Ok(Language::French));
/// assert_eq!("pt-BR".parse(), Ok(Language::Other));
/// assert_eq!("en_US".parse(), Ok(Language::English));
/// assert!("English".parse::<Language>().is_err());
/// assert!("und".parse::<Language>().is_err());
/// ```
impl FromStr for Language {
    type Err = BuildError;

    fn from_str(tag: &str) -> Result<Self, BuildError> {
        let code = tag.split_once(['-', '_']).map_or(tag, |(code, _)| code).to_ascii_lowercase();
        match code.as_str() {
            "en" | "eng" => Ok(Self::English),
            "fr" | "fra" | "fre" => Ok(Self::French),
            // Undetermined, several, and none.
            "und" | "mul" | "zxx" => Err(error::Kind::Language { tag: tag.to_owned() }.into()),
            _ if matches!(code.len(), 2 | 3) && code.bytes().all(|b| b.is_ascii_lowercase()) => {
                Ok(Self::Other)
            }
            _ => Err(error::Kind::Language { tag: tag.to_owned() }.into()),
        }
    }
}

/// The language of a document, and what has told it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Told {
    pub(crate) language: Language,
    /// So many of the first words have told it, whatever stands behind them;
    /// nothing, if the others had a say.
    by: Option<usize>,
}

impl Told {
    /// Whether a document that begins with the same words, so many of them, is
    /// known to be in this language too.
    pub(crate) fn is_told_by(&self, words: usize) -> bool {
        self.by.is_some_and(|by| by <= words)
    }
}

/// How many words are looked at together.
const WINDOW: usize = 100;
/// From how many places of the text such words are taken.
const WINDOWS: usize = 3;

/// Finds out the language of a document.
///
/// # How
///
/// Every second or third word of a text is a function word (`the`, `und`,
/// `les`), and few of these are common in two languages. So a sample of at
/// most 300 words is looked up in short lists. English is also told by its
/// lexicon: a heading of three words has perhaps no function word, but all of
/// its words are known.
///
/// A text is called English only on positive evidence: the pass `spelling`
/// takes every word of an English text for English.
///
/// # Why no crate
///
/// The question is asked of every document, and it is a small one: is this
/// English, French, or neither? The words have been read and looked up already,
/// so that the answer costs less than a microsecond for a news article, which
/// shows itself in its first forty words. A detector that knows seventy
/// languages by their trigrams has to read the text again: `whatlang` 0.16
/// took 170 microseconds for 4 KB on the same machine.
pub(crate) fn detect(doc: &Document<'_>) -> Told {
    let (text, words, function_words) = (doc.text(), doc.words(), &*FUNCTION_WORDS);
    let mut seen = Evidence::default();
    for window in 0..WINDOWS {
        let from = if words.len() > WINDOWS * WINDOW {
            window * words.len() / WINDOWS
        } else {
            window * WINDOW
        };
        for (at, word) in words.iter().enumerate().skip(from).take(WINDOW) {
            seen.add(text, word, function_words);
            if seen.is_plainly_english() {
                // Where other windows begin depends on the number of all words.
                let by = (window == 0).then_some(at + 1);
                return Told { language: Language::English, by };
            }
        }
    }
    Told { language: seen.verdict(), by: None }
}

/// What the words of a sample show.
#[derive(Default)]
struct Evidence {
    words: usize,
    /// Ordinary words of the English lexicon.
    known: usize,
    /// Words in another script than the Latin one.
    other_script: usize,
    /// How many words are [`Of`] each.
    of: [usize; 5],
}

impl Evidence {
    fn add(&mut self, text: &str, word: &Word, function_words: &FunctionWords) {
        if word.kind() != Kind::Word {
            return;
        }
        let (entry, of) = (word.entry(), function_words.get(pack(text, word.range())));
        // Names are the same in many languages.
        if entry.is_name() && !entry.is_ordinary() && of == Of::None {
            return;
        }
        self.words += 1;
        self.known += usize::from(entry.is_ordinary());
        self.of[of as usize] += 1;
        // Nearly all words begin with a byte that tells it.
        let is_ascii = text.as_bytes().get(word.range().start).is_some_and(u8::is_ascii);
        let is_in_other_script = || word.text(text).starts_with(|c: char| c > '\u{24f}');
        if !is_ascii && of == Of::None && is_in_other_script() {
            // A word of a script without spaces stands for many.
            self.other_script += 1 + word.range().len() / 9;
        }
    }

    fn foreign(&self) -> usize {
        let [_, _, french, other, romance] = self.of;
        french + other + romance + self.other_script
    }

    /// Whether no more words need to be looked at.
    fn is_plainly_english(&self) -> bool {
        let english = self.of[Of::English as usize];
        english >= 8 && english > 8 * self.foreign()
    }

    fn verdict(&self) -> Language {
        if self.words == 0 || 2 * self.other_script > self.words {
            return Language::Other;
        }
        // Whole sentences of known words are no accident.
        if self.words > 5 && 10 * self.known >= 9 * self.words && 5 * self.foreign() <= self.words {
            return Language::English;
        }
        let [_, english, french, other, romance] = self.of;
        let is_english = english > french + other + romance
            && 2 * self.known >= self.words
            && (12 * english >= self.words || 3 * self.known >= 2 * self.words);
        if is_english {
            return Language::English;
        }
        if french > 2 * english && french > other {
            return Language::French;
        }
        // Too few words for function words: a heading, a label.
        let is_known = self.foreign() == 0 && 5 * self.known >= 4 * self.words;
        if is_known { Language::English } else { Language::Other }
    }
}

/// The language or the languages that a word is a function word of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Of {
    None,
    English,
    French,
    Other,
    /// French and other Romance languages.
    Romance,
}

/// The function words by their packed bytes, in a hash table. Every second or
/// third word is one, which no processor foresees: so a word is compared with all
/// of a bucket, without a branch.
struct FunctionWords {
    factor: u64,
    /// Zero where there is none.
    keys: [[u64; Self::PLACES]; Self::BUCKETS],
    of: [[Of; Self::PLACES]; Self::BUCKETS],
}

static FUNCTION_WORDS: LazyLock<FunctionWords> = LazyLock::new(|| {
    let mut factors = (0_u64..).map(|n| 0x9e37_79b9_7f4a_7c15 + 2 * n);
    factors.find_map(FunctionWords::new).expect("a factor with which all words have a place")
});

impl FunctionWords {
    const BUCKETS: usize = 512;
    const PLACES: usize = 4;

    /// Nothing, if there is no place for one of the words.
    fn new(factor: u64) -> Option<Self> {
        let keys = [[0; Self::PLACES]; Self::BUCKETS];
        let mut table = Self { factor, keys, of: [[Of::None; Self::PLACES]; Self::BUCKETS] };
        let lists = [
            (ENGLISH, Of::English),
            (FRENCH, Of::French),
            (OTHER, Of::Other),
            (ROMANCE, Of::Romance),
        ];
        for (list, of) in lists {
            for key in list.iter().map(|word| pack(word, 0..word.len())) {
                let bucket = table.bucket(key);
                let place = table.keys[bucket].iter().position(|key| *key == 0)?;
                (table.keys[bucket][place], table.of[bucket][place]) = (key, of);
            }
        }
        Some(table)
    }

    fn get(&self, key: u64) -> Of {
        let bucket = self.bucket(key);
        let places = self.keys[bucket].iter().zip(self.of[bucket]);
        places.fold(Of::None, |found, (place, of)| if *place == key { of } else { found })
    }

    fn bucket(&self, key: u64) -> usize {
        (key.wrapping_mul(self.factor) >> (u64::BITS - Self::BUCKETS.ilog2())) as usize
    }
}

/// The bytes of a word of the lists in one number, in lower case; zero for a word
/// that is too long to be one.
fn pack(text: &str, word: Range<usize>) -> u64 {
    // All bits, if the word is empty; more than there are, if it is too long.
    let unused = u64::BITS.wrapping_sub(8 * word.len().min(9) as u32);
    let these = u64::MAX.checked_shr(unused).unwrap_or(0);
    lower(bytes_at(text.as_bytes(), word.start) & these)
}

fn function_word(word: &str) -> Of {
    FUNCTION_WORDS.get(pack(word, 0..word.len()))
}

/// Whether it is a function word of English, in any case.
pub(crate) fn is_english_function_word(word: &str) -> bool {
    function_word(word) == Of::English
}

/// Whether it is a function word of another language, in any case.
pub(crate) fn is_foreign_function_word(word: &str) -> bool {
    !matches!(function_word(word), Of::None | Of::English)
}

/// How many words on each side tell the language that a word stands in.
pub(crate) const NEAR: usize = 8;

/// A small word of another language that English has more of (`per`, `ad`) is no sign
/// of that language.
const MOST_ENGLISH: u8 = 40;

/// Whether the line around the word `at` is in another language than English,
/// maybe between lines that are not: it has a small word of that language, and to each
/// of these, or word that no lexicon has, there are not two common ones. Slips alone
/// are no sign of a language, and known misspellings are English.
pub(crate) fn is_in_other_language(text: &str, words: &[Word], at: usize) -> bool {
    let is_one_line = |a: &Word, b: &Word| {
        memchr::memchr(b'\n', &text.as_bytes()[a.range().end..b.range().start]).is_none()
    };
    let back = words[at.saturating_sub(NEAR)..=at].windows(2).rev();
    let back = back.take_while(|two| is_one_line(&two[0], &two[1])).map(|two| two[0]);
    let on = words[at..words.len().min(at + NEAR + 1)].windows(2);
    let on = on.take_while(|two| is_one_line(&two[0], &two[1])).map(|two| two[1]);
    let (mut common, mut small, mut unknown) = (0, 0, 0);
    for word in back.chain(on).filter(|word| word.kind() == Kind::Word) {
        let (word, entry, case) = (word.text(text), word.entry(), word.case());
        let is_unknown =
            || case == Case::Lower && !entry.is_ordinary() && TABLE.get(word.as_bytes()).is_none();
        let is_small = || {
            entry.frequency() <= MOST_ENGLISH && has(FOREIGN_PARTICLES, word)
                || !entry.is_common() && is_foreign_function_word(word)
        };
        // Not of the UN, nor of LA.
        if case != Case::Upper && is_small() {
            small += 1;
        } else if is_unknown() {
            unknown += 1;
        } else {
            common += usize::from(entry.is_common());
        }
    }
    small > 0 && common < 2 * (small + unknown)
}

// Our own lists: common function words of at most eight bytes that are rare
// in the other languages listed.

static ENGLISH: &[&str] = &[
    "about", "after", "and", "because", "been", "before", "being", "between", "but", "could",
    "did", "does", "don't", "don’t", "during", "each", "every", "first", "from", "he", "him",
    "his", "how", "i'm", "if", "into", "it", "it's", "its", "it’s", "many", "might", "much",
    "must", "my", "never", "not", "only", "other", "our", "out", "she", "should", "since", "some",
    "such", "than", "that", "the", "their", "them", "then", "there", "these", "they", "this",
    "those", "through", "until", "very", "were", "what", "when", "where", "which", "while", "who",
    "why", "with", "within", "without", "would", "you", "your",
];

static FRENCH: &[&str] = &[
    "aux", "avec", "c'est", "ce", "ces", "cette", "chez", "comme", "c’est", "d'un", "d'une",
    "dans", "depuis", "deux", "d’un", "elle", "elles", "est", "et", "le", "les", "leur", "leurs",
    "lui", "même", "n'est", "nous", "n’est", "ont", "où", "pas", "pour", "qu'il", "qu’il", "sans",
    "selon", "ses", "sont", "sous", "sur", "une", "vous", "à", "été", "être",
];

// German, Spanish, Portuguese, Italian, Dutch, the Scandinavian languages,
// Finnish, Polish, Czech, Croatian, Turkish, Indonesian, Romanian, Hungarian,
// Vietnamese.
static OTHER: &[&str] = &[
    "aan", "aber", "ada", "adalah", "af", "aj", "akan", "ako", "alla", "als", "ama", "amb",
    "anche", "ao", "aos", "att", "auch", "auf", "aus", "av", "az", "bei", "bez", "bij", "bir",
    "blev", "bu", "byl", "ca", "care", "che", "chi", "cho", "como", "con", "csak", "cu", "czy",
    "các", "có", "cũng", "của", "da", "daha", "dal", "dalam", "dalla", "dan", "dari", "das",
    "dass", "dat", "degli", "dei", "del", "della", "delle", "dem", "den", "dengan", "der", "desde",
    "det", "deze", "di", "din", "dla", "door", "după", "durch", "e", "een", "efter", "egy", "ei",
    "ein", "eine", "einem", "einen", "einer", "el", "ele", "ella", "eller", "els", "em", "er",
    "es", "esta", "este", "está", "ett", "että", "ez", "foi", "fost", "fra", "från", "fue", "för",
    "für", "geen", "gibi", "gli", "har", "hasta", "heeft", "het", "hij", "hogy", "hon", "hun",
    "hän", "ich", "ihr", "ik", "ikke", "ile", "ili", "ini", "inte", "ir", "ist", "itu", "iz",
    "için", "ja", "jag", "jak", "jako", "je", "jeg", "jeho", "jest", "joka", "jsou", "juga", "kad",
    "kadar", "kan", "kann", "kanssa", "kao", "karena", "ke", "không", "kod", "koja", "koji",
    "která", "které", "který", "ktoré", "ktorý", "kun", "las", "lo", "los", "là", "maar", "mai",
    "meg", "met", "mit", "mod", "mutta", "muy", "myös", "már", "más", "một", "na", "naar", "nach",
    "nas", "nebo", "nel", "nella", "nem", "như", "những", "nicht", "nie", "niet", "nije", "noch",
    "nog", "non", "nos", "nu", "nur", "này", "não", "när", "o", "och", "od", "oder", "og", "også",
    "olan", "olarak", "oleh", "olla", "om", "ook", "op", "oraz", "os", "ou", "ovat", "pada",
    "para", "pe", "pela", "pelo", "pentru", "per", "perché", "pero", "più", "po", "podle", "por",
    "prin", "przez", "på", "před", "při", "quando", "sa", "sau", "sebagai", "sekä", "ser", "si",
    "sich", "sie", "sig", "sind", "się", "ska", "skal", "sobre", "som", "sono", "sonra", "su",
    "sua", "suo", "sus", "são", "són", "sú", "są", "sự", "také", "também", "te", "tidak", "til",
    "till", "tra", "trong", "trên", "từ", "uit", "uma", "una", "und", "uns", "untuk", "van", "var",
    "ve", "ved", "vi", "vid", "volt", "vom", "von", "voor", "vor", "vuonna", "và", "về", "với",
    "wenn", "werden", "wie", "wir", "wird", "wordt", "y", "yang", "yra", "za", "ze", "zich",
    "zijn", "zu", "zum", "zur", "às", "är", "å", "çok", "è", "é", "él", "és", "în", "över", "über",
    "đã", "để", "što", "że", "že", "și", "ở",
];

// French and others.
static ROMANCE: &[&str] =
    &["au", "de", "des", "du", "en", "entre", "il", "la", "ne", "par", "que", "se", "un"];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Buffers;

    fn language(text: &str) -> Language {
        let buffers = Buffers::default();
        Document::new(text, &buffers).language()
    }

    #[test]
    fn english_is_told_by_few_words() {
        for text in [
            "The mayor resigned.",
            "How to choose the right bicycle",
            "Nobody knows what happened to the boat.",
            "Sleeping outside is not allowed here.",
            "There were three of them, said Captain Agnieszka Wójcik of the Gdańsk police.",
            "He calls it la dolce vita, and so do the people of his village.",
        ] {
            assert_eq!(language(text), Language::English, "{text}");
        }
    }

    #[test]
    fn english_of_plain_words_is_told_by_the_lexicon() {
        for text in ["Fresh bread, cheese, apples", "Winter storms close mountain roads"] {
            assert_eq!(language(text), Language::English, "{text}");
        }
    }

    #[test]
    fn french_has_rules_of_its_own() {
        for text in [
            "Le maire a démissionné hier soir.",
            "Les deux bateaux sont partis avec une heure de retard.",
            "Qu’est-ce que c’est ?",
        ] {
            assert_eq!(language(text), Language::French, "{text}");
        }
    }

    #[test]
    fn other_languages_are_not_english() {
        for text in [
            "Der Bürgermeister ist gestern zurückgetreten.",
            "El alcalde dimitió ayer por la noche.",
            "O prefeito renunciou ontem à noite.",
            "Il sindaco si è dimesso ieri sera.",
            "De burgemeester is gisteravond afgetreden.",
            "Borgmästaren avgick i går kväll.",
            "Borgmesteren gik af i aftes.",
            "Pormestari erosi eilen illalla.",
            "Burmistrz ustąpił wczoraj wieczorem.",
            "Starosta včera večer odstoupil.",
            "Belediye başkanı dün akşam istifa etti.",
            "Wali kota mengundurkan diri tadi malam.",
            "Primarul a demisionat aseară.",
            "A polgármester tegnap este lemondott.",
            "Thị trưởng đã từ chức tối qua.",
            "Мэр вчера вечером ушёл в отставку.",
            "Ο δήμαρχος παραιτήθηκε χθες το βράδυ.",
            "استقال رئيس البلدية مساء أمس.",
            "شهردار دیشب استعفا داد.",
            "महापौर ने कल शाम इस्तीफ़ा दे दिया।",
            "市長は昨夜辞任した。",
            "市长昨晚辞职了。",
            "시장이 어젯밤 사임했다.",
            "นายกเทศมนตรีลาออกเมื่อคืนนี้",
            "Kabar dari New York Times dan The Guardian: wali kota itu sudah mengundurkan diri.",
            "",
            "12 345",
        ] {
            assert_eq!(language(text), Language::Other, "{text}");
        }
    }

    #[test]
    fn words_are_packed_byte_by_byte() {
        for word in ["", "I", "Au", "été", "Über", "qu'il", "PENTRU", "another", "vuonnaÀ"] {
            let mut bytes = word.to_ascii_lowercase().into_bytes();
            bytes.resize(8, 0);
            let packed = u64::from_le_bytes(bytes.try_into().unwrap());
            for behind in ["", " ", " and more"] {
                assert_eq!(pack(&format!("{word}{behind}"), 0..word.len()), packed, "{word}");
            }
        }
        assert_eq!(pack("something", 0..9), 0);
    }

    #[test]
    fn the_lists_are_short_and_without_doubles() {
        let mut words: Vec<_> = [ENGLISH, FRENCH, OTHER, ROMANCE].concat();
        assert!(words.len() < FunctionWords::BUCKETS);
        assert_eq!(words.iter().find(|w| !matches!(w.len(), 1..=8)), None);
        words.sort_unstable();
        assert_eq!(words.windows(2).find(|w| w[0] == w[1]), None);
    }

    #[test]
    fn a_long_text_is_judged_by_more_than_its_start() {
        let menu = "Startseite Nachrichten Sport Wetter Kontakt Impressum ".repeat(30);
        let article = "The council has voted for the bridge, but it will not be built. ".repeat(60);
        assert_eq!(language(&format!("{menu}\n\n{article}")), Language::English);
    }
}
