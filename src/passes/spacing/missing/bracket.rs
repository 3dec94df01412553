//! Behind and before a bracket, and behind a quote: `(NLP)service`, `“great”man`.

use super::{Place, is_letter};
use crate::lexicon;
use crate::passes::spacing::code_lists;
use crate::text::{Case, Kind};

impl Place<'_, '_, '_> {
    /// Behind `)` and a word: `(NLP)service`.
    pub(super) fn after_bracket(&self) -> bool {
        let Some(open) = self.opening_bracket() else { return false };
        let inside = &self.text()[open + 1..self.at - 1];
        let right = self.right_text();
        if is_letter(right)
            || !self.goes_on_as_prose()
            || self.right.kind() != Kind::Word
            || self.may_be_ending()
        {
            return false;
        }
        inside.contains(' ')
            || inside.bytes().all(|b| b.is_ascii_digit())
            // But `(EC)DHE`.
            || inside.len() > 1
                && inside.bytes().all(|b| b.is_ascii_uppercase())
                && self.right.case() != Case::Upper
            || self.right.case() == Case::Title && inside.len() > 2
    }

    /// Whether the word on the right may be an ending, as languages have them
    /// behind a name in brackets: `(rumah)nya`, `(AB)nin`.
    fn may_be_ending(&self) -> bool {
        !self.is_english()
            && self.right.case() == Case::Lower
            && self.right_text().chars().nth(3).is_none()
    }

    /// Where the bracket opened that closes before the place; nothing if a
    /// word touches it there.
    fn opening_bracket(&self) -> Option<usize> {
        const FAR: usize = 256;
        let bytes = self.text().as_bytes();
        let from = self.at.saturating_sub(FAR);
        let open = from + memchr::memrchr(b'(', &bytes[from..self.at])?;
        let starts = open == 0 || bytes[open - 1].is_ascii_whitespace();
        (starts && !bytes[open..self.at].contains(&b'\n')).then_some(open)
    }

    /// Before `(` and a word: `language processing(NLP)`. Others are called with
    /// arguments: `fclose(NULL)`, `pow(base, exp, mod)`.
    pub(super) fn before_bracket(&self) -> bool {
        const FAR: usize = 128;
        if !self.is_english()
            || self.opens != Some('(')
            || self.left.kind() != Kind::Word
            || self.left_text().len() < 3
            || self.left.entry().may_be_slip()
        {
            return false;
        }
        let rest = &self.text().as_bytes()[self.at..];
        let rest = &rest[..rest.len().min(FAR)];
        let Some(close) = memchr::memchr(b')', rest) else { return false };
        let inside = &rest[1..close];
        let is_acronym = inside.len() > 1 && inside.iter().all(u8::is_ascii_uppercase);
        let is_of_prose =
            |part: &[u8]| part.contains(&b' ') || part.len() > 2 && code_lists::is_known_name(part);
        let is_phrase = inside.iter().filter(|b| **b == b' ').count() > 1
            && inside.split(|b| *b == b',').map(<[u8]>::trim_ascii).all(is_of_prose)
            && inside.split(|b| !b.is_ascii_alphabetic()).any(|word| word.len() > 2)
            && inside.iter().all(|b| {
                b.is_ascii_alphabetic() || matches!(b, b' ' | b'-' | b',') || !b.is_ascii()
            });
        self.left.case() == Case::Lower
            && self.comes_from_prose()
            && (is_phrase || is_acronym && !self.context.is_technical())
    }

    /// Behind a closing quote and a word: `“great”man`.
    pub(super) fn after_quote(&self) -> bool {
        let right = self.right_text();
        self.is_english()
            && matches!(self.closes, Some('”' | '"'))
            && self.opens.is_none()
            && self.right.kind() == Kind::Word
            && self.left.kind() == Kind::Word
            && (!is_letter(right) || matches!(right, "a" | "I"))
            && self.goes_on_as_prose()
            && self.before().is_none_or(|c| "“\"«".contains(c))
            && !(self.before().is_some() && self.is_one_word())
            && (self.right.entry().is_known()
                || self.context.stands_alone(self.right)
                || self.is_quote_open())
    }

    /// Whether the quote that closes was opened: that of `Sch"onberg` was not.
    fn is_quote_open(&self) -> bool {
        let (before, _) = self.context.near(self.left.range().end);
        let last = memchr::memrchr(b'"', before);
        self.closes != Some('"')
            || last.is_some_and(|at| at.checked_sub(1).is_none_or(|n| b" \t(".contains(&before[n])))
    }

    /// Whether both sides are one word: `“state”ly`.
    fn is_one_word(&self) -> bool {
        self.right.case() == Case::Lower
            && lexicon::get_joined(self.left_text(), self.right_text()).is_ordinary()
    }
}
