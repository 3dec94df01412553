//! Behind the mark of a question or a call, unless it ends a name: `null?and`, `Yahoo!'s`.

use super::{Place, is_letter};
use crate::text::{Case, Kind};

impl Place<'_, '_, '_> {
    /// Whether a sentence ends in `!` or `?`, or a quotation opens behind it.
    pub(super) fn after_end_mark(&self) -> bool {
        let right = self.right_text();
        if self.is_glued()
            || self.left.kind() == Kind::Identifier
            || self.closes.is_none() && is_letter(self.left_text())
        {
            return false;
        }
        if let Some(opens) = self.opens {
            // The name of an owner: "Yahoo!'s".
            let is_owner = matches!(opens, '\'' | '’') && right == "s";
            return opens != '(' && !is_owner;
        }
        if self.is_arabic() {
            return self.is_between_arabic_words();
        }
        if !self.goes_on_as_prose() || !right.starts_with(char::is_uppercase) {
            return self.is_small_word_in_prose();
        }
        let ends = self.left.case() == Case::Lower || self.closes.is_some();
        self.starts_sentence()
            || (ends && self.right.case() != Case::Mixed)
            || self.follows_a_name()
    }

    /// `Is it true?she asked.` Names of procedures end so too: `null?and`, `set!are`.
    fn is_small_word_in_prose(&self) -> bool {
        let right = self.right_text();
        (self.right.case() == Case::Lower && AFTER_CALLS.contains(&right))
            && (self.left.case() == Case::Lower && self.left.entry().is_ordinary())
            && self.is_english()
            && self.after().starts_with(' ')
            && self.comes_from_prose()
            && !self.context.is_technical()
    }
}

/// Pronouns and words that ask, with which a sentence starts behind a question or a call,
/// and hardly ever goes on behind the name of a procedure.
static AFTER_CALLS: &[&str] = &[
    "he", "her", "his", "how", "it", "let", "my", "our", "she", "their", "there", "they", "we",
    "what", "where", "why", "you", "your",
];
