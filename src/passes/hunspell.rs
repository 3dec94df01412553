//! The pass `hunspell`: misspelt words of other languages.

mod neighbours;

use std::fmt;
use std::sync::Arc;

use spellbook::{Dictionary, ParseDictionaryErrorKind as Reason};

use super::own_words::OwnWords;
use super::spare_code;
use crate::error::Kind as Error;
use crate::lexicon;
use crate::text::{Case, Kind, Word};
use crate::{BuildError, Document, Edits, Pass};
use neighbours::Neighbours;

/// How many words before a word and behind it are looked at.
const WINDOW: usize = 12;
/// Fewer words around show no language.
const FEWEST: usize = 6;
/// Shorter words are near to too many others.
const SHORTEST: usize = 5;
/// Longer words are none, in characters.
const LONGEST: usize = 40;
/// How many unknown words of a text are looked at: more of them are rather
/// terms.
const MOST_TRIED: usize = 500;

/// Finds misspelt words of any language that there is a Hunspell dictionary
/// for. Needs the feature `hunspell`.
///
/// A pipeline has this pass only if it is added, with a dictionary: two files,
/// `.aff` and `.dic`, as LibreOffice and browsers have them. They are given as
/// text; many dictionaries have to be converted to UTF-8 first. Each language
/// takes a pass of its own; one language does not see the words of another.
///
/// # What it changes
///
/// A word that the dictionary does not have, if a single slip leads to it from
/// a word that the dictionary has, and from no other word:
/// `hunspell/swapped-letters`, `hunspell/missing-letter`,
/// `hunspell/extra-letter`, `hunspell/wrong-letter`.
///
/// # Why
///
/// What [`Spelling`](super::Spelling) does for English takes a lexicon with
/// frequencies, and such lexicons are large. Dictionaries without them exist for a
/// hundred languages, under licences of their own.
///
/// # Leaves alone
///
/// * Every word that the dictionary knows, and that [`keep`](Self::keep) names.
/// * Words with a capital, digits or an apostrophe, words of less than five
///   letters, addresses, code, also in fenced blocks and backticks, parts of
///   compounds with a hyphen.
/// * A word whose slip would be in its first letter or in its last two: an
///   inflection that the dictionary does not have.
/// * A word with two origins, or with none at a distance of one slip; and one
///   with another letter, if it is more than an accent: `eingekracht`.
/// * Compounds and derived words that the dictionary does not have: what ends in
///   a word of four letters and more, such as `freiliegend`.
/// * What the text writes twice.
/// * Text in another language than that of the dictionary: of the words around,
///   six and nearly all must be known.
///
/// # Example
///
/// ```
/// # fn main() -> Result<(), copydesk::BuildError> {
/// use copydesk::{Pass, passes::Hunspell};
///
/// let aff = "SET UTF-8\nSFX N Y 1\nSFX N 0 n .\n";
/// let dic = "13\nder\ndie\nzwei\nBrücke/N\nüber\nden\nbreite/N\nFluss\nwurde/N\nim\nSommer\n\
///     gesperrt\nwieder\n";
/// let german = Hunspell::new("de", aff, dic)?;
/// assert_eq!(
///     german.clean("Die Brücke über den breiten Fluss wurde im Sommer wieedr gesperrt."),
///     "Die Brücke über den breiten Fluss wurde im Sommer wieder gesperrt.",
/// );
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Hunspell {
    dictionary: Arc<Dictionary>,
    /// The letters that its words are made of.
    letters: Arc<[char]>,
    own: OwnWords,
}

impl Hunspell {
    /// A pass with the dictionary in these two texts.
    ///
    /// `name` is what errors call its files, without their endings: `de_DE`.
    ///
    /// # Errors
    ///
    /// If one of the texts is malformed; file, line and reason are named.
    ///
    /// # Example
    ///
    /// ```
    /// use copydesk::passes::Hunspell;
    ///
    /// let error = Hunspell::new("de", "SET UTF-8\n", "many\nBrücke\n").unwrap_err();
    /// assert_eq!(error.to_string(), "de.dic:1: not a number: invalid digit found in string");
    /// ```
    pub fn new(name: &str, aff: &str, dic: &str) -> Result<Self, BuildError> {
        let [aff, dic] = [aff, dic].map(|text| text.strip_prefix('\u{feff}').unwrap_or(text));
        let dictionary = Dictionary::new(aff, dic).map_err(|error| Error::Row {
            file: format!("{name}{}", error.source),
            line: error.line_number.unwrap_or(1),
            reason: match error.kind {
                Reason::MalformedNumber(reason) => format!("not a number: {reason}"),
                reason => reason.to_string(),
            },
        })?;
        Ok(Self {
            dictionary: Arc::new(dictionary),
            letters: neighbours::letters(dic).into(),
            own: OwnWords::default(),
        })
    }

    /// Leaves these words alone, in whatever case. What is no single word adds
    /// nothing.
    #[must_use]
    pub fn keep<W: AsRef<str>>(mut self, words: impl IntoIterator<Item = W>) -> Self {
        for word in words {
            // What cannot stand in a text needs no keeping.
            let _ = self.own.keep(word.as_ref());
        }
        self
    }

    fn knows(&self, word: &str) -> bool {
        self.dictionary.check(word)
    }

    fn find_slips(&self, doc: &Document<'_>, edits: &mut Edits) {
        let words = doc.words();
        let mut known = doc.lend::<Vec<Option<bool>>>();
        known.resize(words.len(), None);
        let mut look = Look { text: doc.text(), words, known: &mut known };
        let mut forms = None;
        let mut tried = 0;
        for (at, word) in words.iter().enumerate() {
            if !look.may_be_a_slip(word) {
                continue;
            }
            let text = word.text(look.text);
            if *look.known[at].get_or_insert_with(|| self.knows(text))
                || self.own.keeps(word, look.text)
                || !self.is_at_home(&mut look, at)
            {
                continue;
            }
            let forms = forms.get_or_insert_with(|| {
                let mut forms = doc.lend::<Vec<u64>>();
                forms.extend(
                    words.iter().filter_map(|w| lexicon::hash(w.text(doc.text()).as_bytes())),
                );
                forms.sort_unstable();
                forms
            });
            if is_repeated(forms, text) {
                continue;
            }
            tried += 1;
            if tried > MOST_TRIED {
                return;
            }
            let mut neighbours = Neighbours::new(text, &self.letters);
            if neighbours.ends_in_a_word(|word| self.knows(word)) {
                continue;
            }
            if let Some((meant, rule)) = neighbours.only(|word| self.knows(word)) {
                edits.replace(word.range(), meant, rule);
            }
        }
    }

    /// Whether the words around are of the dictionary's language.
    fn is_at_home(&self, look: &mut Look<'_>, at: usize) -> bool {
        let around = at.saturating_sub(WINDOW)..(at + WINDOW + 1).min(look.words.len());
        let (mut known, mut others) = (0, 0);
        for i in around.filter(|i| *i != at && look.words[*i].kind() == Kind::Word) {
            let word = look.words[i].text(look.text);
            let knows = *look.known[i].get_or_insert_with(|| self.knows(word));
            // Names tell nothing.
            if knows {
                known += 1;
            } else if look.words[i].case() == Case::Lower {
                others += 1;
            }
        }
        known >= FEWEST && known >= 8 * others
    }
}

/// A text, and which of its words are known, as far as that was asked.
struct Look<'d> {
    text: &'d str,
    words: &'d [Word],
    known: &'d mut [Option<bool>],
}

impl Look<'_> {
    /// Whether its kind, its case and its place allow the word to be a slip.
    fn may_be_a_slip(&self, word: &Word) -> bool {
        let (range, text) = (word.range(), word.text(self.text));
        let joins =
            |c: char| c.is_alphanumeric() || matches!(c, '-' | '‑' | '\'' | '’' | '_' | '/');
        word.kind() == Kind::Word
            && matches!(word.case(), Case::Lower | Case::Uncased)
            && text.len() >= SHORTEST
            && text.chars().all(char::is_alphabetic)
            && (SHORTEST..=LONGEST).contains(&text.chars().count())
            && !self.text[..range.start].ends_with(joins)
            && !self.text[range.end..].starts_with(joins)
            && !self.text[range.end..].starts_with("..")
            && !self.text[range.end..].starts_with('…')
    }
}

impl Pass for Hunspell {
    fn name(&self) -> &'static str {
        "hunspell"
    }

    fn takes_sections(&self) -> bool {
        true
    }

    fn find_edits(&self, doc: &Document<'_>, edits: &mut Edits) {
        let before = edits.len();
        self.find_slips(doc, edits);
        spare_code::drop_edits(doc, before, edits);
    }
}

/// Whether the form is there twice in a sorted list of hashes.
fn is_repeated(forms: &[u64], word: &str) -> bool {
    let Some(hash) = lexicon::hash(word.as_bytes()) else { return true };
    let first = forms.partition_point(|form| *form < hash);
    forms.get(first + 1) == Some(&hash)
}

impl fmt::Debug for Hunspell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Hunspell").field("own", &self.own).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const AFF: &str = "SET UTF-8\nTRY enisratdhulcgmobwfkzvpyjxqüäößé\n\nSFX N Y 2\nSFX N 0 n e\nSFX N 0 en [^e]\n";
    const DIC: &str = "32\nder\ndie\ndas\nden\nund\nist\nwar\nin\nim\nam\nauf\nüber\nnach\nmit\nvon\nwieder\n\
        gestern\nAbend\nBrücke/N\nFluss\nStadt\nHafen\nSchiff\nlange\nbreite/N\nwurde/N\ngesperrt\nkommen\n\
        kleine/N\nkeine/N\nschnell\nWinter\n";

    fn german() -> Hunspell {
        Hunspell::new("de", AFF, DIC).expect("a dictionary")
    }

    fn in_a_sentence(word: &str) -> String {
        format!(
            "Die Brücke über den Fluss wurde gestern {word} gesperrt und das Schiff ist im Hafen."
        )
    }

    #[test]
    fn one_slip_is_mended() {
        for (slip, rule) in [
            ("wieedr", "hunspell/swapped-letters"),
            ("wider", "hunspell/missing-letter"),
            ("wiieder", "hunspell/extra-letter"),
            ("wiéder", "hunspell/wrong-letter"),
        ] {
            let raw = in_a_sentence(slip);
            let pipeline = crate::Pipeline::builder().pass(german()).build().expect("a pass");
            let cleaned = pipeline.explain(&raw);
            assert_eq!(cleaned.text(), in_a_sentence("wieder"));
            assert_eq!(cleaned.changes().next().expect("a change").rules, [rule]);
            assert_eq!(pipeline.clean(cleaned.text()), cleaned.text());
        }
    }

    #[test]
    fn what_is_not_sure_stays() {
        for text in [
            // Known, in another form.
            in_a_sentence("kleinen"),
            // A slip in the first letter, in the ending, a capital, two slips.
            in_a_sentence("bieder"),
            in_a_sentence("wiedes"),
            in_a_sentence("Wieedr"),
            in_a_sentence("wiiedeer"),
            // Another letter that may be meant, and an umlaut.
            in_a_sentence("wioder"),
            in_a_sentence("wiëder"),
            // A compound: "lange".
            in_a_sentence("ellange"),
            // Two origins: "kleine" and "keine".
            in_a_sentence("kneine"),
            // A part of a compound, a word cut off, one that comes twice.
            in_a_sentence("wieedr-"),
            in_a_sentence("wieedr..."),
            in_a_sentence("wieedr und wieedr"),
            // Another language.
            "Le wieedr est un mot que nous ne connaissons pas dans cette langue.".to_owned(),
            "wieedr".to_owned(),
            // Code.
            format!("```\n{}\n```\n", in_a_sentence("wieedr")),
        ] {
            assert_eq!(german().clean(&text), text);
        }
        let kept = german().keep(["wieedr"]);
        assert_eq!(kept.clean(&in_a_sentence("wieedr")), in_a_sentence("wieedr"));
    }

    #[test]
    fn other_scripts_are_words_too() {
        let dic = "9\nмост\nчерез\nшироккую\nреку\nзакрыт\nвчера\nвечером\nдля\nмашин\n";
        let russian = Hunspell::new("ru", "SET UTF-8\n", dic).expect("a dictionary");
        assert_eq!(
            russian.clean("Мост через реку закрыт вчера вечреом для машин."),
            "Мост через реку закрыт вчера вечером для машин."
        );
    }

    #[test]
    fn errors_name_file_line_and_reason() {
        let error = |aff, dic| Hunspell::new("x", aff, dic).expect_err("malformed").to_string();
        assert_eq!(error("", "words\n"), "x.dic:1: not a number: invalid digit found in string");
        assert!(error("", "").starts_with("x.dic:1: "));
        let rows = "SET UTF-8\nSFX A Y 2\nSFX A 0 s .\n\n";
        assert!(error(rows, "1\na\n").starts_with("x.aff:4: "), "{}", error(rows, "1\na\n"));
        assert!(error("SET UTF-8\nFLAG odd\n", "1\na\n").starts_with("x.aff:2: "));
    }
}
