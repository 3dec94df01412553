//! Apostrophes that became another sign.

use crate::data::slips as table;
use crate::text::{Case, Kind, Word};

use super::Repair;
use super::apart::may_be_owned;
use super::look::Look;

/// The endings that an apostrophe parts from their word, but for "s".
pub(super) const ENDINGS: &[&str] = &["d", "ll", "m", "re", "t", "ve"];

/// What an encoding without the apostrophe puts in its place, and in that of other signs
/// and letters too.
const LOST: &[&str] = &["?", "\u{FFFD}"];
/// Signs that look like it, typed or made for it.
const ALIKE: &[&str] = &["‘", "´"];

/// `it?s`, `the city´s walls`: another sign stands where the apostrophe was.
pub(super) fn lost(look: &Look<'_>) -> Option<Repair> {
    let sign = look.gap(-1);
    let is_lost = LOST.contains(&sign);
    if !is_lost && !ALIKE.contains(&sign) || !look.ends_as_a_word() {
        return None;
    }
    let (before, ending) = (look.beyond(-1)?, look.beyond(0)?);
    let is_it = is_contracted(before.0, ending.0)
        || ending.0 == "s" && is_owner(before) && (!is_lost || look.loses_apostrophes());
    let start = before.1.range().end;
    let range = start..start + sign.len();
    is_it.then_some(Repair { range, with: "'", capital: false, rule: "wording/lost-apostrophe" })
}

/// Whether the word takes the ending as a part of it: `don` and `t`, `they` and `re`.
fn is_contracted(word: &str, ending: &str) -> bool {
    table::CONTRACTED
        .iter()
        .filter(|(_, endings)| endings.contains(&ending))
        .any(|(words, _)| words.iter().any(|one| one.eq_ignore_ascii_case(word)))
}

/// Whether the word is one of English, or a name, that may own something.
fn is_owner((text, word): (&str, &Word)) -> bool {
    matches!(word.kind(), Kind::Word | Kind::Initialism)
        && text.is_ascii()
        && match word.case() {
            Case::Lower => is_owner_in_lower_case(text, word),
            Case::Title => text.len() > 2 && word.entry().is_known(),
            _ => text.len() > 1,
        }
}

/// Whether it is an ordinary word that can own something, and no plural.
fn is_owner_in_lower_case(text: &str, word: &Word) -> bool {
    text.len() > 2
        && word.entry().is_ordinary()
        && word.entry().frequency() >= COMMON
        && !text.ends_with('s')
        && !table::NAMES_OF_LETTERS.contains(&text)
}

/// How frequent a word is at least that shows by its ending that apostrophes were lost.
const COMMON: u8 = 20;

impl Look<'_> {
    /// Whether the ending is whole: no sign behind it makes it a part of something else.
    fn ends_as_a_word(&self) -> bool {
        let behind = self.gap(0);
        behind.is_empty()
            || behind.starts_with(|c: char| c.is_whitespace() || ".,;:!)”…—".contains(c))
            || behind.starts_with(['?', '"']) && !behind[1..].starts_with(['?', '"', '='])
    }

    /// Whether the text shows that an encoding took its apostrophes: in a contraction, or
    /// behind two different words.
    fn loses_apostrophes(&self) -> bool {
        let text = |word: &Word| &self.text[word.range()];
        *self.apostrophes_lost.get_or_init(|| {
            let mut owner = None;
            self.words.windows(2).enumerate().any(|(at, pair)| {
                let [before, ending] = pair else { return false };
                let sign = before.range().end..ending.range().start;
                if ending.range().len() > 2 || !LOST.contains(&&self.text[sign]) {
                    return false;
                }
                if is_contracted(text(before), text(ending)) {
                    return true;
                }
                let owns = text(ending) == "s"
                    && before.case() == Case::Lower
                    && is_owner((text(before), before))
                    && self.words.get(at + 2).is_some_and(|w| may_be_owned((text(w), w)));
                owns && *owner.get_or_insert(before.key()) != before.key()
            })
        })
    }
}
