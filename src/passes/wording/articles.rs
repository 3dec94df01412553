//! `a` and `an`, by the sound of the next word.

use super::Repair;
use super::look::Look;
use crate::data::has;

/// Rarer words may be of another language, or sound in another way.
const FAMILIAR: u8 = 22;

/// The article that the next word does not want.
pub(super) fn article(look: &Look<'_>) -> Option<Repair> {
    let (next, word) = look.ordinary(1)?;
    if next.len() < 3
        || word.entry().frequency() < FAMILIAR
        || has(NO_NOUN_PHRASE, next)
        || look.gap(1).starts_with(['-', '\'', '’', '/', '_', '('])
        || !look.may_start_article()
    {
        return None;
    }
    let this = look.word(0);
    if this.starts_with('A') && !look.starts_sentence() {
        return None;
    }
    match (this.len(), sound(next)?) {
        (1, Sound::Vowel) => look.replace(if this == "a" { "an" } else { "An" }, "wording/article"),
        // Not an "and" that lost its end: "salt an pepper".
        (2, Sound::Consonant) if look.starts_sentence() || has(BEFORE_ARTICLES, look.word(-1)) => {
            look.replace(if this == "an" { "a" } else { "A" }, "wording/article")
        }
        _ => None,
    }
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
        b'o' if starts(&["one", "once", "oui", "ouija"]) => Sound::Consonant,
        b'o' => Sound::Vowel,
        b'u' if starts(&[
            "unanim", "unic", "unif", "unila", "union", "uniq", "unis", "unit", "univ",
        ]) =>
        {
            Sound::Consonant
        }
        b'u' if starts(&["un", "up", "ult", "umb", "urg", "utt", "ush", "ugl"]) => Sound::Vowel,
        b'u' if starts(&["use", "usu", "usa", "uti", "uto", "ura", "ubi"]) => Sound::Consonant,
        b'u' => return None,
        b'h' if starts(&["honest", "honor", "honour", "hour", "heir"]) => Sound::Vowel,
        // "An historic", "an hotel", "an herb": writers differ.
        b'h' => return None,
        b'b'..=b'z' => Sound::Consonant,
        _ => return None,
    })
}

/// Words that follow an `a` that is a letter or a name, and no article.
#[rustfmt::skip]
static NO_NOUN_PHRASE: &[&str] = &[
    "about", "above", "after", "again", "against", "all", "along", "already", "also", "although",
    "altogether", "always", "among", "an", "and", "another", "any", "anyway", "are", "around", "as",
    "at", "away", "earlier", "either", "else", "ever", "every", "everywhere", "except", "if", "in",
    "including", "inside", "instead", "into", "is", "isn't", "isn’t", "it", "it's", "its", "it’s",
    "of", "off", "on", "once", "only", "onto", "or", "other", "our", "out", "outside", "over",
    "under", "unless", "until", "unto", "up", "upon", "us",
];

/// Words behind which an article stands, and hardly ever an "and".
#[rustfmt::skip]
static BEFORE_ARTICLES: &[&str] = &[
    "about", "after", "against", "and", "are", "as", "at", "be", "became", "become", "been",
    "before", "being", "but", "by", "called", "considered", "for", "from", "had", "has", "have",
    "having", "if", "in", "into", "is", "just", "like", "make", "makes", "making", "need", "needs",
    "not", "of", "offer", "offers", "on", "only", "or", "over", "per", "provide", "provides",
    "such", "than", "that", "through", "to", "under", "use", "using", "was", "were", "when",
    "where", "while", "with", "within", "without",
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
        ] {
            assert_eq!(sound(word), Some(Sound::Consonant), "{word}");
        }
        for word in ["historic", "hotel", "herb"] {
            assert_eq!(sound(word), None, "{word}");
        }
    }

    #[test]
    fn the_table_is_sorted() {
        assert!(NO_NOUN_PHRASE.is_sorted() && BEFORE_ARTICLES.is_sorted());
    }
}
