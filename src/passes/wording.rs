//! The pass `wording`: real words that stand wrong.

mod articles;
mod clauses;
mod look;
mod slips;

use std::cell::Cell;

use crate::text::{Case, Kind};
use crate::{Document, Edits, Language, Pass};

use look::Look;

/// Finds real words that stand wrong, where the words around leave no doubt.
///
/// # What it changes
///
/// * What programs that swap words for synonyms leave: `wording/since`, `has
///   been closed as 2011`, and `wording/spun-name`, names such as `White Home`,
///   if the document has the right name too.
/// * `wording/have` (`could of been`), `wording/its` (`in it's entirety`),
///   `wording/it-is` (`its a shame`), `wording/there` (`their is`),
///   `wording/than` (`rather then`).
/// * `wording/article`: `a apple` and `an banana`, by the sound of the next
///   word.
/// * `wording/phrase`: fixed phrases that are heard wrong, such as `wreck
///   havoc`, `for all intensive purposes`, and words run together, `infact`.
///
/// # Why
///
/// No spelling checker sees them: each word is right somewhere else.
///
/// # Leaves alone
///
/// * Whatever has a second reading: `would of course`, `the might of armed
///   forces`, `if it is higher then stop`, `as early as 2017`, `known as 1984`,
///   `the affect of`, `your right`, `free reign`.
/// * An article before a capital, a number, a single letter, an acronym or a
///   word that the lexicon does not have; `an historic`, `an hotel`; `a` as the
///   name of a thing: `grade a or b`.
/// * A name that only looks spun: the `White Home` of a family of that name.
/// * Wrong forms of verbs, agreement, style.
/// * Every other language than English.
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
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Wording {}

impl Pass for Wording {
    fn name(&self) -> &'static str {
        "wording"
    }

    fn find_edits(&self, doc: &Document<'_>, edits: &mut Edits) {
        let words = doc.words();
        let mut look = Look { text: doc.text(), words, at: 0, right_names: Cell::new(None) };
        for (at, word) in words.iter().enumerate() {
            if word.kind() != Kind::Word || !matches!(word.case(), Case::Lower | Case::Title) {
                continue;
            }
            look.at = at;
            let Some(find) = finder(look.word(0)) else { continue };
            let Some(repair) = find(&look) else { continue };
            if doc.language() != Language::English {
                return;
            }
            let start = word.range().start;
            if start + repair.from >= edits.end() {
                edits.replace(start + repair.from..start + repair.to, repair.with, repair.rule);
            }
        }
    }
}

/// What to put in place of a part of the word.
struct Repair {
    /// In bytes of the text, from the start of the word.
    from: usize,
    to: usize,
    with: &'static str,
    rule: &'static str,
}

type Find = fn(&Look<'_>) -> Option<Repair>;

/// The rules for a word, if there are any.
fn finder(word: &str) -> Option<Find> {
    Some(match word {
        "a" | "A" | "an" | "An" => articles::article,
        "as" => clauses::since,
        "of" => clauses::have,
        "it's" | "it’s" => clauses::its,
        "its" | "Its" => clauses::it_is,
        "then" => clauses::than,
        "their" | "Their" => clauses::there,
        _ if slips::is_trigger(word) => slips::slip,
        _ => return None,
    })
}
