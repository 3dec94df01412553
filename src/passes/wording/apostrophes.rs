//! Apostrophes that became another sign.

use crate::data::slips as table;
use crate::text::{Case, Kind, Word};

use super::Repair;
use super::apart::may_be_owned;
use super::look::Look;

/// So many different owners show that a text has lost its apostrophes: fewer may be
/// patterns of names (`page?s`).
const PROOF: usize = 3;

/// So many words around one that lost its apostrophe are read for the same one with it.
const NEAR: usize = 8;

/// Whether an encoding without the apostrophe puts this in its place, and in that of other
/// signs and letters too.
fn is_lost(sign: &str) -> bool {
    matches!(sign, "?" | "\u{FFFD}")
}

/// Whether the sign looks like an apostrophe, typed or made for it.
fn is_alike(sign: &str) -> bool {
    matches!(sign, "‘" | "´")
}

/// `it?s`, `the city´s walls`: another sign stands where the apostrophe was.
pub(super) fn lost(look: &Look<'_>) -> Option<Repair> {
    let sign = look.gap(-1);
    let is_lost = is_lost(sign);
    if !is_lost && !is_alike(sign)
        || !look.ends_as_a_word()
        || look.is_in_path()
        || look.has_apostrophe_near(look.at)
    {
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

/// How frequent a word in lower case is at least that is taken for an owner.
const COMMON: u8 = 20;

impl Look<'_> {
    /// Whether the ending is whole: marks and space behind it, and nothing that makes it a
    /// part of something else.
    fn ends_as_a_word(&self) -> bool {
        let behind = self.gap(0);
        let rest = behind.trim_start_matches(['.', ',', ';', ':', '!', '?', ')', '"', '”']);
        let is_last = rest.is_empty() && self.beyond(1).is_none();
        !behind.starts_with("??")
            && (is_last || rest.starts_with(|c: char| c.is_whitespace() || matches!(c, '—' | '…')))
    }

    /// Whether a sign of paths and of code stands right before the owner: `/who?s`,
    /// `x.can?t`.
    fn is_in_path(&self) -> bool {
        self.gap(-2).ends_with(['/', ':', '$', '=', '.'])
    }

    /// Whether the text tells of the sign: the same word stands near with its apostrophe,
    /// and an encoding does not lose one of two neighbours (`don?t instead of don't`).
    fn has_apostrophe_near(&self, ending: usize) -> bool {
        let text = |at: usize| self.words[at].text(self.text);
        let Some(owner) = ending.checked_sub(1).map(text) else { return false };
        let near = ending.saturating_sub(NEAR)..self.words.len().min(ending + NEAR + 1);
        self.words[near].iter().any(|word| {
            word.text(self.text).split_once(['\'', '’']).is_some_and(|(before, behind)| {
                before.eq_ignore_ascii_case(owner) && behind.eq_ignore_ascii_case(text(ending))
            })
        })
    }

    /// Whether the text shows that an encoding took its apostrophes: in a contraction, or
    /// behind different owners.
    fn loses_apostrophes(&self) -> bool {
        let text = |word: &Word| word.text(self.text);
        *self.apostrophes_lost.get_or_init(|| {
            let mut owners = [0; PROOF];
            let mut found = 0;
            self.words.windows(2).enumerate().any(|(at, pair)| {
                let [before, ending] = pair else { return false };
                let sign = before.range().end..ending.range().start;
                if ending.range().len() > 2
                    || !is_lost(&self.text[sign])
                    || self.has_apostrophe_near(at + 1)
                {
                    return false;
                }
                if is_contracted(text(before), text(ending)) {
                    return true;
                }
                let owns = text(ending) == "s"
                    && before.case() == Case::Lower
                    && is_owner((text(before), before))
                    && self.words.get(at + 2).is_some_and(|w| may_be_owned((text(w), w)));
                if owns && !owners[..found].contains(&before.key()) {
                    owners[found] = before.key();
                    found += 1;
                }
                found == PROOF
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_endings_of_contractions_have_rules() {
        let endings = table::CONTRACTED.iter().flat_map(|(_, endings)| endings.iter());
        for ending in endings {
            assert!(table::ENDINGS.contains(ending), "{ending}");
        }
    }
}
