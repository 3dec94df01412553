//! The language of a document.

use super::words::{Kind, Word};
use crate::Document;

/// A language that some pass has rules for.
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
pub(crate) fn detect(doc: &Document<'_>) -> Language {
    let words = doc.words();
    let mut seen = Evidence::default();
    for window in 0..WINDOWS {
        let from = if words.len() > WINDOWS * WINDOW {
            window * words.len() / WINDOWS
        } else {
            window * WINDOW
        };
        for word in words.iter().skip(from).take(WINDOW) {
            seen.add(doc.text(), word);
            if seen.is_plainly_english() {
                return Language::English;
            }
        }
    }
    seen.verdict()
}

/// What the words of a sample show.
#[derive(Default)]
struct Evidence {
    words: usize,
    /// Ordinary words of the English lexicon.
    known: usize,
    /// Words in another script than the Latin one.
    other_script: usize,
    english: usize,
    french: usize,
    other: usize,
    romance: usize,
}

impl Evidence {
    fn add(&mut self, text: &str, word: &Word) {
        if word.kind() != Kind::Word {
            return;
        }
        let word_text = word.text(text);
        let entry = word.entry();
        // Names are the same in many languages.
        if entry.is_name() && !entry.is_ordinary() {
            return;
        }
        self.words += 1;
        self.known += usize::from(entry.is_ordinary());
        if word_text.starts_with(|c: char| c > '\u{24f}') {
            // A word of a script without spaces stands for many.
            self.other_script += 1 + word_text.len() / 9;
            return;
        }
        match function_word(word_text) {
            Some(Of::English) => self.english += 1,
            Some(Of::French) => self.french += 1,
            Some(Of::Other) => self.other += 1,
            Some(Of::Romance) => self.romance += 1,
            None => {}
        }
    }

    fn foreign(&self) -> usize {
        self.french + self.other + self.romance + self.other_script
    }

    /// Whether no more words need to be looked at.
    fn is_plainly_english(&self) -> bool {
        self.english >= 8 && self.english > 8 * self.foreign()
    }

    fn verdict(&self) -> Language {
        if self.words == 0 || 2 * self.other_script > self.words {
            return Language::Other;
        }
        // Whole sentences of known words are no accident.
        if self.words > 5 && 10 * self.known >= 9 * self.words && 5 * self.foreign() <= self.words {
            return Language::English;
        }
        let english = self.english > self.french + self.other + self.romance
            && 2 * self.known >= self.words
            && (12 * self.english >= self.words || 3 * self.known >= 2 * self.words);
        if english {
            return Language::English;
        }
        if self.french > 2 * self.english && self.french > self.other {
            return Language::French;
        }
        // Too few words for function words: a heading, a label.
        let is_known = self.foreign() == 0 && 5 * self.known >= 4 * self.words;
        if is_known { Language::English } else { Language::Other }
    }
}

/// The language or the languages whose texts have a function word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Of {
    English,
    French,
    Other,
    /// French and other Romance languages.
    Romance,
}

/// The longest word of the lists, in bytes.
const MAX_LEN: usize = 7;

fn function_word(word: &str) -> Option<Of> {
    let mut buffer = [0; MAX_LEN];
    let key = buffer.get_mut(..word.len())?;
    key.copy_from_slice(word.as_bytes());
    key.make_ascii_lowercase();
    let key = &*key;
    [(ENGLISH, Of::English), (FRENCH, Of::French), (OTHER, Of::Other), (ROMANCE, Of::Romance)]
        .into_iter()
        .find_map(|(list, of)| list.binary_search_by(|w| w.as_bytes().cmp(key)).ok().map(|_| of))
}

/// Whether it is a function word of English, in any case.
pub(crate) fn is_english_function_word(word: &str) -> bool {
    function_word(word) == Some(Of::English)
}

// Our own lists: common function words that are rare in the other languages
// listed. Sorted by their bytes.

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
}
