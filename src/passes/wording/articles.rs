//! `a` and `an`, by the sound of the next word.

use super::Repair;
use super::look::Look;
use crate::data::has;
use crate::data::proper_names::NATIONALITIES;
use crate::text::language::is_in_other_language;
use crate::text::{Case, Kind, old};

/// Rarer words may be of another language, or sound in another way.
const FAMILIAR: u8 = 22;

/// The article that the next word does not want.
pub(super) fn article(look: &Look<'_>) -> Option<Repair> {
    let is_a = look.word(0).len() == 1;
    // Nearly always the first letter of the next word settles it.
    let [b' ' | b'\n' | 0xc2, first, ..] = look.behind() else { return None };
    match first {
        b'b'..=b'd' | b'f' | b'g' | b'j'..=b'n' | b'p'..=b't' | b'v'..=b'z' if is_a => return None,
        b'a' | b'i' if !is_a => return None,
        _ => {}
    }
    // `from a import b`.
    if look.word(-1) == "from" && look.word(1) == "import" && look.word(2).len() == 1 {
        return None;
    }
    let sound = sound_behind(look)?;
    if !look.may_start_article() || look.word(0).starts_with('A') && !look.starts_sentence() {
        return None;
    }
    // "An uniform", and "an" for "if".
    if old::is_near(look.words, look.at) || is_in_other_language(look.text, look.words, look.at) {
        return None;
    }
    let with = match (is_a, sound) {
        (true, Sound::Vowel) => "an",
        // Not an "and" that lost its end: "salt an pepper".
        (false, Sound::Consonant) if look.starts_sentence() || look.is_no_and() => "a",
        _ => return None,
    };
    Some(look.replace(with, "wording/article"))
}

/// With what sound the word behind begins, if an article can stand before it.
fn sound_behind(look: &Look<'_>) -> Option<Sound> {
    let (next, kind, case) = (look.word(1), look.kind(1)?, look.case(1)?);
    if next.is_empty() {
        return None;
    }
    match (kind, case) {
        (Kind::Word, Case::Lower) => {
            let (_, word) = look.ordinary(1)?;
            let fits = next.len() >= 3
                && word.entry().frequency() >= FAMILIAR
                && !has(NO_NOUN_PHRASE, next)
                && look.is_whole(1);
            fits.then(|| sound(next))?
        }
        // "An Iranian", and not "Plan A Italy".
        (Kind::Word, Case::Title) => {
            let fits = look.is_listed(NATIONALITIES) && look.word(0) != "A";
            fits.then(|| sound(&next.to_ascii_lowercase()))?
        }
        (Kind::Word, Case::Upper) => {
            (look.has_words_before() && look.case(2) != Some(Case::Upper)).then(|| spelled(next))?
        }
        (Kind::Number | Kind::Alphanumeric, _) => look.has_words_before().then(|| number(next))?,
        _ => None,
    }
}

/// With what sound an initialism begins that is read letter by letter, because
/// nobody can read it as a word.
fn spelled(letters: &str) -> Option<Sound> {
    let is_consonant = |b: u8| !matches!(b, b'A' | b'E' | b'I' | b'O' | b'U' | b'Y');
    let unreadable = letters.bytes().all(|b| b.is_ascii_uppercase() && is_consonant(b));
    if !(unreadable || SPELLED.contains(&letters)) || READ_OUT.contains(&letters) {
        return None;
    }
    match letters.as_bytes()[0] {
        // "Haitch" and "aitch": writers differ.
        b'H' => None,
        b'F' | b'L' | b'M' | b'N' | b'R' | b'S' | b'X' => {
            // Two letters may stand for a name, and from four on a beginning like
            // SH or ST makes a word.
            let is_read = letters.len() == 3 || letters.len() > 3 && !letters.starts_with('S');
            (is_read || SPELLED.contains(&letters)).then_some(Sound::Vowel)
        }
        b'B' | b'C' | b'D' | b'G' | b'J' | b'K' | b'P' | b'Q' | b'T' | b'U' | b'V' | b'W'
        | b'Z' => Some(Sound::Consonant),
        _ => Some(Sound::Vowel),
    }
}

/// With what sound a number begins.
fn number(word: &str) -> Option<Sound> {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let is_plain = digits > 0 && digits <= 3 && !word[digits..].starts_with(['/', ':']);
    if !is_plain || word.starts_with('0') {
        return None;
    }
    let eighteen = matches!(&word[..digits], "11" | "18");
    Some(if word.starts_with('8') || eighteen { Sound::Vowel } else { Sound::Consonant })
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Sound {
    Vowel,
    Consonant,
}

/// With what sound a word begins; nothing, if writers differ.
fn sound(word: &str) -> Option<Sound> {
    let starts = |list: &[&str]| list.iter().any(|s| word.starts_with(s));
    Some(match word.as_bytes()[0] {
        b'a' | b'i' => Sound::Vowel,
        b'e' if starts(&["eu", "ew"]) => Sound::Consonant,
        b'e' => Sound::Vowel,
        b'o' if starts(&["one", "once", "oui", "ouija"]) && !starts(&["onei", "oner"]) => {
            Sound::Consonant
        }
        b'o' => Sound::Vowel,
        b'u' if word == "uni" || starts(LIKE_UNIT) => Sound::Consonant,
        // "Ukrainian", "Ugandan", "Uruguayan", and "Uzbek".
        b'u' if starts(&["uk", "ug", "uru"]) && !starts(&["ugl"]) => Sound::Consonant,
        b'u' if starts(&["un", "up", "ult", "umb", "urg", "utt", "ush", "ugl"]) => Sound::Vowel,
        b'u' if starts(&["use", "usu", "usa", "uti", "uto", "ura", "ubi"]) => Sound::Consonant,
        b'u' => return None,
        b'h' if starts(&["honest", "honor", "honour", "hour", "heir"]) => Sound::Vowel,
        // "An historic", "an hotel", "an herb": writers differ.
        b'h' => return None,
        // "An nginx", "an xfs volume": read by their letters, or as somebody meant.
        b'b'..=b'z' if is_readable(word) => Sound::Consonant,
        _ => return None,
    })
}

/// How words begin that sound like "unit", and not like "unkind".
#[rustfmt::skip]
static LIKE_UNIT: &[&str] = &[
    "unanim", "unary", "uniax", "unib", "unic", "unidir", "unif", "unila", "unili", "unimod", "unimol",
    "union", "unip", "uniq", "unis", "unit", "univ", "unix",
];

/// Whether words of English begin so.
fn is_readable(word: &str) -> bool {
    let Some([first, second]) = word.as_bytes().first_chunk() else { return false };
    // "An sqlite file".
    if word.starts_with("sq") && !word.starts_with("squ") {
        return false;
    }
    let after: &[u8] = match first {
        b'f' => b"lr",
        b'l' => b"l",
        b'm' => b"n",
        b'n' | b'x' => b"",
        b'r' => b"h",
        b's' => b"chklmnpqtvw",
        // "An yttrium lamp".
        b'y' => b"",
        _ => return true,
    };
    matches!(second, b'a' | b'e' | b'i' | b'o' | b'u' | b'y') || after.contains(second)
}

/// Words that follow an `a` that is a letter or a name, and no article. Sorted.
#[rustfmt::skip]
static NO_NOUN_PHRASE: &[&str] = &[
    "about", "above", "after", "again", "against", "all", "along", "already", "also", "although",
    "altogether", "always", "among", "an", "and", "another", "any", "anybody", "anyone", "anything", "anyway", "are", "around", "as",
    "at", "away", "earlier", "either", "else", "ever", "every", "everybody", "everyone", "everything", "everywhere", "except", "if", "in",
    "including", "inside", "instead", "into", "is", "isn't", "isn’t", "it", "it's", "its", "it’s",
    "of", "off", "on", "once", "only", "onto", "or", "other", "our", "out", "outside", "over",
    "she", "that", "the", "their", "them", "then", "there", "these", "they", "this", "those",
    "under", "unless", "until", "unto", "up", "upon", "us", "what", "when", "where", "which",
    "while", "who", "whom", "whose", "why", "you", "your",
];

/// Initialisms that could be read as words, and are not.
static SPELLED: &[&str] = &[
    "EU", "FBI", "FCA", "FDA", "FIA", "LCD", "LSE", "MBA", "MEP", "MIA", "MLA", "MP", "MRI", "MVP",
    "NBA", "NCAA", "NDA", "NGO", "RIAA", "RV", "SEO", "SMS", "SOS", "SUV", "UAE", "UFO", "UK",
    "UN", "US", "USA", "USB", "USD",
];

/// Abbreviations without vowels that are read as what they stand for.
static READ_OUT: &[&str] = &[
    "FT", "FWD", "LTD", "MD", "MN", "MR", "MRS", "MS", "MT", "NB", "NC", "ND", "NH", "NJ", "NM",
    "NNE", "NNW", "NS", "NSW", "NT", "NV", "NW", "NY", "NYC", "NYPD", "NYT", "NZ", "RD", "RM",
    "SC", "SD", "SF", "SGT", "SQL", "SR", "SRL", "SSE", "SSW", "ST", "SW", "XXL", "XXXL",
];

/// Words behind which an article stands, and hardly ever an "and". Sorted.
#[rustfmt::skip]
static BEFORE_ARTICLES: &[&str] = &[
    "about", "add", "adding", "after", "against", "and", "are", "as", "at", "be", "became", "become",
    "been", "before", "being", "but", "by", "called", "considered", "define", "finding", "for",
    "from", "getting", "giving", "had", "has", "have", "having", "if", "in", "into", "is", "isn't",
    "isn’t", "it's", "it’s", "just", "like", "make", "makes", "making", "need", "needs", "not",
    "of", "offer", "offers", "on", "only", "or", "over", "per", "pick", "provide", "provides",
    "such", "than", "that's", "that’s", "through", "to", "under", "use", "uses", "using", "was",
    "wasn't", "wasn’t", "were", "when", "where", "while", "with", "within", "without",
];

impl Look<'_> {
    /// Whether an article may stand here: behind a word or at a start, not as
    /// a part of a compound, a formula or a list of letters.
    fn may_start_article(&self) -> bool {
        if self.starts_sentence() {
            return !self.gap(-1).ends_with(['(', '-', '/', '*', '[']);
        }
        if matches!(self.gap(-1), ", " | "; " | " – " | " — " | "—") {
            return true;
        }
        self.ordinary(-1).is_some_and(|(word, _)| {
            !matches!(word, "a" | "an" | "the" | "this" | "my" | "your" | "its" | "no")
        })
    }

    /// Whether what stands before is a word behind which an article stands.
    fn has_words_before(&self) -> bool {
        has(BEFORE_ARTICLES, self.word(-1))
    }

    /// Whether `an` is not what is left of an `and`, which joins like words:
    /// `hit an run`.
    fn is_no_and(&self) -> bool {
        let (before, next) = (self.word(-1), self.word(1));
        if has(BEFORE_ARTICLES, before) {
            return true;
        }
        let is_verb = |ending: &str| before.ends_with(ending) && !next.ends_with(ending);
        before.len() > 5 && (is_verb("ing") || is_verb("ed"))
    }

    /// Whether the word behind is in a table of words in lower case.
    fn is_listed(&self, table: &[&str]) -> bool {
        has(table, self.word(1)) && self.is_whole(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sounds() {
        for word in [
            "apple",
            "hour",
            "honest",
            "unfair",
            "uninteresting",
            "umbrella",
            "egg",
            "urgent",
            "upper",
            "ultimate",
            "unanswered",
            "unidentified",
            "onerous",
        ] {
            assert_eq!(sound(word), Some(Sound::Vowel), "{word}");
        }
        for word in [
            "banana",
            "unit",
            "university",
            "unique",
            "user",
            "useful",
            "usual",
            "european",
            "one",
            "once",
            "unanimous",
            "utopia",
            "yacht",
            "utility",
            "union",
            "uni",
            "unix",
            "unidirectional",
        ] {
            assert_eq!(sound(word), Some(Sound::Consonant), "{word}");
        }
        for word in ["historic", "hotel", "herb", "sqlite", "yttrium"] {
            assert_eq!(sound(word), None, "{word}");
        }
    }

    #[test]
    fn initialisms_and_numbers() {
        for word in ["MBA", "FBI", "EU", "XML", "RSS", "SUV", "LCD", "MP"] {
            assert_eq!(spelled(word), Some(Sound::Vowel), "{word}");
        }
        for word in ["UN", "US", "BBC", "DVD", "TV", "PDF"] {
            assert_eq!(spelled(word), Some(Sound::Consonant), "{word}");
        }
        for word in ["NATO", "NASA", "SQL", "HTML", "URL", "NY", "LA", "MS", "SF"] {
            assert_eq!(spelled(word), None, "{word}");
        }
        for word in ["8", "80", "800", "8,000", "8.5", "8th", "11", "18", "11th", "18,000", "80%"] {
            assert_eq!(number(word), Some(Sound::Vowel), "{word}");
        }
        for word in ["1", "10", "100", "110", "180", "12,000", "5th", "7.8"] {
            assert_eq!(number(word), Some(Sound::Consonant), "{word}");
        }
        for word in ["1800", "1100", "8/10", "11:30", "08", "1800s"] {
            assert_eq!(number(word), None, "{word}");
        }
    }

    #[test]
    fn what_is_spelled_or_read_out_is_in_capitals() {
        for word in SPELLED.iter().chain(READ_OUT) {
            assert!(word.bytes().all(|b| b.is_ascii_uppercase()), "{word}");
        }
    }
}
