//! The pass `wording`: real words that stand wrong.

mod apart;
mod apostrophes;
mod articles;
mod clauses;
mod its;
mod look;
mod pronouns;
mod slips;
mod triggers;

use std::ops::Range;

use crate::text::{Word, shown};
use crate::{BuildError, Document, Edits, Language, Pass};

use super::marks::Mark;
use super::own_words::OwnWords;
use super::spare_code;
use look::Look;
use triggers::Triggers;

/// Finds real words that stand wrong, where the words around leave no doubt.
///
/// # What it changes
///
/// * What programs that swap words for synonyms leave: `wording/since`, `has
///   been closed as 2011`, and `wording/spun-name`, names such as `White Home`,
///   if the document has the right name too.
/// * What is heard alike: `wording/have` (`could of been`), `wording/its` (`in
///   it's entirety`), `wording/it-is` (`its a shame`), `wording/there` (`their
///   is`), `wording/their` (`on there own`), `wording/your` (`you're own`),
///   `wording/you-are` (`your going to love it`), `wording/whose` (`who's
///   name`), `wording/who-is` (`whose been`), `wording/let-us` (`Lets face it`),
///   `wording/i-am` (`im not sure`), `wording/i-have` (`ive been`),
///   `wording/i-would` (`Id rather`), `wording/i-will` (`Ill be there`),
///   `wording/pronoun-is` (`hes not`, `whats the`),
///   `wording/not` (`it wont be`), `wording/than` (`rather then`),
///   `wording/too` (`it was to late`), `wording/lose` (`to loose weight`).
/// * `wording/article`: `a apple` and `an banana`, by the sound of the next
///   word, number or initialism: `a 8-year-old`, `a MBA`, `an UN envoy`.
/// * `wording/ordinal`, `wording/stray-space`: an ending that a space parts from its
///   word, `the 21 st century`, `the owner 's boat`.
/// * `wording/lost-apostrophe`: another sign where an encoding lost the apostrophe, or that
///   was typed for it: `they don?t`, `the city´s walls`.
/// * `wording/phrase`: fixed phrases that are heard wrong, such as `wreck
///   havoc`, `for all intensive purposes`, and words run together, `infact`.
///
/// A word that gets an apostrophe gets the one that the document uses.
///
/// # Why
///
/// No spelling checker sees them: each word is right somewhere else.
///
/// # Leaves alone
///
/// * Fenced blocks of code, and what stands between backticks.
/// * Whatever has a second reading: `would of course`, `the might of armed
///   forces`, `if it is higher then stop`, `as early as 2017`, `known as 1984`,
///   `the affect of`, `your right`, `free reign`, `people there own cars`,
///   `most of it's gone`, `its easy to use dials`, `leads to much worse`, `as is
///   his wont`, `more hes than shes`, `Jony Ive`.
/// * An article before a letter, before a word that the lexicon does not have,
///   or before a capital, if it is not that of a people; `an historic`, `an
///   hotel`; `a` as the name of a thing: `grade a or b`.
/// * Initialisms that can be read as words, or on which writers differ: `a NATO
///   base`, `a URL`, `an SQL query`, `a HTML page`.
/// * A question mark for an apostrophe where the text tells of it (`don?t instead of
///   don't`), in a path or in code, and behind one owner or two (`the miller?s`).
/// * What the text shows because it is wrong: a word that is all of a quotation (never write
///   "alot"), or what stands behind a label or a sign: `Wrong: I could of gone`.
/// * A name that only looks spun: the `White Home` of a family of that name.
/// * Wrong forms of verbs, agreement, style.
/// * Words in capitals, and every other language than English.
///
/// # Example
///
/// ```
/// use copydesk::{Pass, passes::Wording};
///
/// let raw = "The mill has been closed as 2011. It could of been a honest mistake.";
/// let clean = "The mill has been closed since 2011. It could have been an honest mistake.";
/// assert_eq!(Wording::default().clean(raw), clean);
/// ```
///
/// # Options
///
/// ```
/// use copydesk::{Pass, passes::Wording};
///
/// let wording = Wording::default().keep(["alot"]);
/// assert_eq!(wording.clean("An alot is an animal, alot like a yak."), "An alot is an animal, alot like a yak.");
/// ```
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Wording {
    own: OwnWords,
}

impl Wording {
    /// Leaves these words alone, in whatever case. What is no single word adds
    /// nothing.
    ///
    /// # Example
    ///
    /// ```
    /// use copydesk::{Pass, passes::Wording};
    ///
    /// let text = "An alot is an animal, alot like a yak.";
    /// assert_ne!(Wording::default().clean(text), text);
    /// assert_eq!(Wording::default().keep(["alot"]).clean(text), text);
    /// ```
    #[must_use]
    pub fn keep<W: AsRef<str>>(mut self, words: impl IntoIterator<Item = W>) -> Self {
        for word in words {
            // What cannot stand in a text needs no keeping.
            let _ = self.own.keep(word.as_ref());
        }
        self
    }

    /// Leaves the words of a list alone, as
    /// [`Spelling::keep_list`](super::Spelling::keep_list) does.
    ///
    /// # Errors
    ///
    /// If a line is more than one word, or none; it is named with its number.
    ///
    /// # Example
    ///
    /// ```
    /// use copydesk::passes::Wording;
    ///
    /// assert!(Wording::default().keep_list("animals.txt", "# Animals\nalot\n").is_ok());
    /// let error = Wording::default().keep_list("animals.txt", "alot\na lot\n").unwrap_err();
    /// assert_eq!(error.to_string(), "animals.txt:2: it is more than one word");
    /// ```
    pub fn keep_list(mut self, name: &str, list: &str) -> Result<Self, BuildError> {
        self.own.keep_list(name, list)?;
        Ok(self)
    }
}

/// The keys of the words that have rules.
pub(super) fn ruled() -> impl Iterator<Item = u32> {
    Triggers::get().keys()
}

/// Whether a word may have a rule that finds something, by its key and those
/// of its neighbours.
pub(super) fn may_be_wrong(words: &[Word], at: usize) -> bool {
    Triggers::get().may_find(words, at)
}

impl Pass for Wording {
    fn name(&self) -> &'static str {
        "wording"
    }

    fn takes_sections(&self) -> bool {
        true
    }

    fn find_edits(&self, doc: &Document<'_>, edits: &mut Edits) {
        let before = edits.len();
        let triggers = Triggers::get();
        let mut look = Look::new(doc.text(), doc.words());
        let mut typographic = None;
        for at in doc.marks().each_fetched(Mark::Ruled, look.words, look.text) {
            let word = &look.words[at];
            let Some(find) = triggers.find(look.words, at, look.text) else { continue };
            look.at = at;
            let Some(repair) = find(&look) else { continue };
            if doc.language() != Language::English {
                return;
            }
            if repair.range.start < edits.end()
                || self.own.keeps(word, look.text)
                || look.is_mentioned(&repair.range)
                || shown::is_wrong(look.text, repair.range.start)
            {
                continue;
            }
            let typographic = *typographic.get_or_insert_with(|| look.text.contains('’'));
            edits.replace_with(repair.range.clone(), repair.rule, |out| {
                repair.write(typographic, out);
            });
        }
        spare_code::drop_edits(doc, before, edits);
    }
}

/// What to put in place of words.
struct Repair {
    range: Range<usize>,
    /// In lower case, with a straight apostrophe.
    with: &'static str,
    /// Whether it begins with a capital.
    capital: bool,
    rule: &'static str,
}

impl Repair {
    /// Appends what is put in, in its case and with the apostrophe of the text.
    fn write(&self, typographic: bool, out: &mut String) {
        let start = out.len();
        match self.with.split_once('\'') {
            Some((before, behind)) if typographic => out.extend([before, "’", behind]),
            _ => out.push_str(self.with),
        }
        if self.capital {
            out[start..=start].make_ascii_uppercase();
        }
    }
}
