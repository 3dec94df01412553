//! A word and the words around it.

use std::cell::{Cell, OnceCell};
use std::ops::Range;

use crate::text::{Case, Kind, Word};

use super::Repair;

/// The text, seen from one of its words.
pub(super) struct Look<'d> {
    pub(super) text: &'d str,
    pub(super) words: &'d [Word],
    pub(super) at: usize,
    /// See [`super::slips`].
    pub(super) right_names: Cell<RightNames>,
    /// See [`super::apart`].
    pub(super) verbs_apart: OnceCell<bool>,
    /// See [`super::apostrophes`].
    pub(super) apostrophes_lost: OnceCell<bool>,
}

/// Which names the text has; a bit for each that was looked for, and one if
/// it was found.
#[derive(Clone, Copy, Default)]
pub(super) struct RightNames {
    pub(super) asked: u128,
    pub(super) found: u128,
}

impl<'d> Look<'d> {
    pub(super) fn new(text: &'d str, words: &'d [Word]) -> Self {
        Self {
            text,
            words,
            at: 0,
            right_names: Cell::default(),
            verbs_apart: OnceCell::new(),
            apostrophes_lost: OnceCell::new(),
        }
    }

    fn get(&self, by: isize) -> Option<&'d Word> {
        self.words.get(self.at.checked_add_signed(by)?)
    }

    /// The word so many words on; empty, if something other than a space
    /// stands between.
    pub(super) fn word(&self, by: isize) -> &'d str {
        let joined = if by < 0 {
            (by..0).all(|i| self.is_spaced(i))
        } else {
            (0..by).all(|i| self.is_spaced(i))
        };
        if !joined {
            return "";
        }
        self.get(by).map_or("", |w| w.text(self.text))
    }

    /// Whether only a space stands between the word and the one behind it.
    fn is_spaced(&self, by: isize) -> bool {
        matches!(self.gap(by), " " | "\u{a0}" | "\n" | "\r\n")
    }

    /// What stands between the word and the one behind it.
    pub(super) fn gap(&self, by: isize) -> &'d str {
        let Some(word) = self.get(by) else { return "" };
        let end = self.get(by + 1).map_or(self.text.len(), |w| w.range().start);
        &self.text[word.range().end..end]
    }

    /// The bytes from the end of the word on.
    pub(super) fn behind(&self) -> &'d [u8] {
        &self.text.as_bytes()[self.words[self.at].range().end..]
    }

    /// The word a space on, if it is an ordinary one in lower case.
    pub(super) fn ordinary(&self, by: isize) -> Option<(&'d str, &'d Word)> {
        let (text, word) = (self.word(by), self.get(by)?);
        (!text.is_empty()
            && word.kind() == Kind::Word
            && word.case() == Case::Lower
            && word.entry().is_ordinary())
        .then_some((text, word))
    }

    /// Whether the word so many words on is not a part of a compound: `up-to`.
    pub(super) fn is_whole(&self, by: isize) -> bool {
        !self.gap(by).starts_with(['-', '‑', '–', '\'', '’', '/', '_', '(', '"', '”'])
    }

    /// Whether a clause may end behind the word so many words on.
    pub(super) fn ends(&self, by: isize) -> bool {
        let gap = self.gap(by);
        gap.is_empty() || gap.starts_with(['.', ',', ';', '!', '?', ')', '\n', '\r'])
    }

    pub(super) fn kind(&self, by: isize) -> Option<Kind> {
        self.get(by).map(Word::kind)
    }

    pub(super) fn case(&self, by: isize) -> Option<Case> {
        self.get(by).map(Word::case)
    }

    pub(super) fn starts_sentence(&self) -> bool {
        self.words[self.at].starts_sentence()
    }

    /// Whether a comma and a space stand before the word.
    pub(super) fn is_after_comma(&self) -> bool {
        self.gap(-1) == ", "
    }

    /// How many words back, in the same sentence and not far, the nearest one
    /// is that `fits`.
    pub(super) fn back_to(&self, most: usize, fits: impl Fn(&str) -> bool) -> Option<usize> {
        let near = &self.words[self.at.saturating_sub(most)..=self.at];
        let first = near.iter().rposition(Word::starts_sentence).unwrap_or(0);
        let before = near[first..near.len() - 1].iter().rev();
        before.map(|w| w.text(self.text)).position(fits).map(|at| at + 1)
    }

    /// Whether a word before, in the same sentence and not far, is one that
    /// `fits`.
    pub(super) fn any_before(&self, most: usize, fits: impl Fn(&str) -> bool) -> bool {
        self.back_to(most, fits).is_some()
    }

    /// Whether what is to be replaced is all of a quotation, and one word: it is what the text
    /// speaks of.
    pub(super) fn is_mentioned(&self, range: &Range<usize>) -> bool {
        let (before, behind) = (&self.text[..range.start], &self.text[range.end..]);
        !self.text[range.clone()].contains(' ')
            && before.ends_with(['"', '“', '‘', '\''])
            && behind.starts_with(['"', '”', '’', '\''])
    }

    /// The word so many words on, whatever stands between.
    pub(super) fn beyond(&self, by: isize) -> Option<(&'d str, &'d Word)> {
        self.get(by).map(|word| (word.text(self.text), word))
    }

    /// The space before the word goes, and no more of what stands between.
    pub(super) fn delete_space(&self, rule: &'static str) -> Option<Repair> {
        let start = self.get(-1)?.range().end;
        Some(Repair { range: start..start + 1, with: "", capital: false, rule })
    }

    /// This whole word is `with`, in its case.
    pub(super) fn replace(&self, with: &'static str, rule: &'static str) -> Repair {
        replace(&self.words[self.at], with, rule)
    }

    /// The word so many words on is `with`, in its case.
    pub(super) fn replace_at(
        &self,
        by: isize,
        with: &'static str,
        rule: &'static str,
    ) -> Option<Repair> {
        self.get(by).map(|word| replace(word, with, rule))
    }

    /// The words from here to that so many words on are `with`, in the case of the first.
    pub(super) fn replace_to(
        &self,
        by: isize,
        with: &'static str,
        rule: &'static str,
    ) -> Option<Repair> {
        let end = self.get(by)?.range().end;
        let first = self.replace(with, rule);
        Some(Repair { range: first.range.start..end, ..first })
    }
}

/// A whole word is `with`, in its case.
fn replace(word: &Word, with: &'static str, rule: &'static str) -> Repair {
    Repair { range: word.range(), with, capital: word.case() == Case::Title, rule }
}
