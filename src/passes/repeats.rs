//! The pass `repeats`: a word or phrase twice in a row.

pub(in crate::passes) mod near;

use std::sync::LazyLock;

use crate::data::{Listed, doubled_words as table, has};
use crate::passes::marks::{LONGEST_PHRASE, Mark};
use crate::passes::spare_code;
use crate::text::{Case, Kind, Word, shown};
use crate::{Document, Edits, Language, Pass};

/// Finds a word, or a short phrase, that stands twice in a row by a slip.
///
/// # What it changes
///
/// `repeats/word` takes out the copy of a word:
///
/// * an article, a preposition, a conjunction or another small word that no
///   sentence has twice in a row (`the the`, `of of`), also with a capital at
///   the start of a sentence (`The the`) and over the end of a line of prose;
/// * a verb or particle that may end one clause and begin the next (`is is`,
///   `in in`), where no such clause is in sight, as behind a plain passive;
/// * any other ordinary lower-case English word inside a sentence of prose.
///
/// `repeats/phrase` takes out the copy of a phrase of two to four words that
/// ends in an article: `in the in the`.
///
/// # Why
///
/// The copy says nothing, and it is the commonest slip of writers who move
/// words about and of pages that are put together from pieces.
///
/// # Leaves alone
///
/// * What language wants: `had had`, `that that`, `her her book`, `what it is is
///   a sign`, `kept in in winter`, `carry-on on board`.
/// * Emphasis, sounds and play: `very very`, `long long ago`, `bye bye`, `knock
///   knock`, and all words in `-ly`.
/// * Names (`Duran Duran`, `The The`), everything with a capital inside a
///   sentence, numbers, single letters other than `a`, code, also in fenced
///   blocks and backticks, and whatever differs in case (`--repo REPO`).
/// * What may have lost an apostrophe: `Its its own fault`.
/// * A phrase that goes on: `the sea the sea the open sea`.
/// * A word four times in a row or more: somebody meant it.
/// * Copies with a mark between them: `it. It`, `no, no`; and what a quotation has
///   and nothing else: `mended "the the" in the manual`; or what stands behind a label or
///   a sign that it is wrong.
/// * Content words in headings, lists of tags and lines of verse.
/// * Every other language, except for a few words that no language doubles:
///   German `die die`, French `nous nous`, Indonesian and Turkish
///   reduplication are right.
///
/// # Example
///
/// ```
/// use copydesk::{Pass, passes::Repeats};
///
/// assert_eq!(Repeats::default().clean("By the the end of it."), "By the end of it.");
/// assert_eq!(Repeats::default().clean("He said that that was it."), "He said that that was it.");
/// ```
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Repeats {}

impl Pass for Repeats {
    fn name(&self) -> &'static str {
        "repeats"
    }

    fn takes_sections(&self) -> bool {
        true
    }

    fn find_edits(&self, doc: &Document<'_>, edits: &mut Edits) {
        let before = edits.len();
        Look { text: doc.text(), words: doc.words(), doc }.find(edits);
        spare_code::drop_edits(doc, before, edits);
    }
}

/// The longest run of one word that is still a slip.
const LONGEST_RUN: usize = 3;
/// How far back a clause is looked for, in words.
const CLAUSE: usize = 14;
/// The shortest line that is taken for one of a wrapped paragraph, in bytes.
const WRAPPED_LINE: usize = 40;

/// What a word may be to its copy.
#[derive(Clone, Copy, PartialEq)]
enum Role {
    Unique,
    UniqueInEnglish,
    ClauseVerb,
    Particle,
    Emphatic,
}

static ROLES: LazyLock<Listed<Role>> = LazyLock::new(|| {
    Listed::new([
        (table::ALWAYS_ANYWHERE, Role::Unique),
        (table::ALWAYS, Role::UniqueInEnglish),
        (table::CLAUSE_VERBS, Role::ClauseVerb),
        (table::PARTICLES, Role::Particle),
        (table::EMPHATIC, Role::Emphatic),
    ])
});

struct Look<'d, 't> {
    text: &'d str,
    words: &'d [Word],
    doc: &'d Document<'t>,
}

impl<'d> Look<'d, '_> {
    fn find(&self, edits: &mut Edits) {
        let mut next = 1;
        for at in self.doc.marks().each(Mark::Copy) {
            if at >= next {
                next = at + self.at(at, edits);
            }
        }
    }

    /// Looks for a copy that begins at the word `at`; says how many words are
    /// dealt with.
    fn at(&self, at: usize, edits: &mut Edits) -> usize {
        self.word(at, edits).or_else(|| self.phrase(at, edits)).unwrap_or(1)
    }

    fn text_of(&self, at: usize) -> &'d str {
        self.words[at].text(self.text)
    }

    /// What stands between the word `at` and the one after it.
    fn gap(&self, at: usize) -> &'d str {
        let end = self.words.get(at + 1).map_or(self.text.len(), |w| w.range().start);
        &self.text[self.words[at].range().end..end]
    }

    /// Looks whether the word `at` is a copy of the one before it; says how
    /// many words are dealt with.
    fn word(&self, at: usize, edits: &mut Edits) -> Option<usize> {
        let (first, copy) = (&self.words[at - 1], &self.words[at]);
        if first.range().len() != copy.range().len() || copy.case() != Case::Lower {
            return None;
        }
        let word = self.text_of(at);
        if !self.text_of(at - 1).eq_ignore_ascii_case(word)
            || first.kind() != Kind::Word
            || copy.kind() != Kind::Word
        {
            return None;
        }
        let same = self.words[at..].iter().take_while(|w| w.text(self.text) == word).count();
        let run = same + 1;
        if run > LONGEST_RUN || !self.is_slip(at, at + same, word) {
            return Some(same);
        }
        // What stands before the copies stays as it is; so does a line end.
        let copies = match self.gap(at - 1) {
            "\n" | "\r\n" => copy.range().start..copy.range().end + 1,
            _ => first.range().end..self.words[at + same - 1].range().end,
        };
        edits.delete(copies, "repeats/word");
        Some(same)
    }

    /// Whether the copies `at..end` of the word before them are a slip.
    fn is_slip(&self, at: usize, end: usize, word: &str) -> bool {
        let first = &self.words[at - 1];
        let starts = first.case() == Case::Title && first.starts_sentence();
        if !(starts || first.case() == Case::Lower)
            || self.is_joined(at - 1, end - 1)
            || self.is_quoted(at - 1, end - 1)
            || shown::is_wrong(self.text, first.range().start)
            || self.is_joined_to_another(end, word)
        {
            return false;
        }
        let wrapped = matches!(self.gap(at - 1), "\n" | "\r\n");
        if wrapped && !(end == at + 1 && self.gap(at) == " " && self.is_after_prose(first)) {
            return false;
        }
        if !wrapped && !(at - 1..end - 1).all(|i| matches!(self.gap(i), " " | "  " | "\u{a0}")) {
            return false;
        }
        let role = ROLES.get(word);
        if role == Some(Role::Unique) {
            return true;
        }
        if self.doc.language() != Language::English {
            return false;
        }
        if self.may_be_contraction(at - 1, end, word) {
            return false;
        }
        match role {
            Some(Role::UniqueInEnglish) => word.len() > 1 || self.is_between_words(at - 1, end),
            _ if wrapped || starts => false,
            Some(Role::ClauseVerb) => !self.is_behind_that(at - 1) && !self.is_after_clause(at - 1),
            Some(Role::Particle) => self.is_no_particle(at - 1),
            Some(Role::Emphatic) => false,
            _ => end == at + 1 && self.is_content_slip(at - 1, end, word),
        }
    }

    /// Whether the first of the copies may be a pronoun and its verb that lost
    /// their apostrophe: "Its its own fault".
    fn may_be_contraction(&self, first: usize, next: usize, word: &str) -> bool {
        matches!(word, "its" | "your")
            && (self.words[first].starts_sentence()
                || self.words.get(next).is_some_and(|w| w.text(self.text) == "own"))
    }

    /// Whether the word ends a line that is as long as those of prose.
    fn is_after_prose(&self, word: &Word) -> bool {
        let end = word.range().end;
        let before = &self.text.as_bytes()[end.saturating_sub(WRAPPED_LINE)..end];
        before.len() == WRAPPED_LINE && !before.contains(&b'\n')
    }

    /// Whether a hyphen or another mark joins the words to their neighbours.
    fn is_joined(&self, first: usize, last: usize) -> bool {
        let before = self.text[..self.words[first].range().start].chars().next_back();
        let after = self.text[self.words[last].range().end..].chars().next();
        let opens = |c: char| c.is_whitespace() || "\"'“‘(—–".contains(c);
        let closes = |c: char| c.is_whitespace() || ".,;:!?)\"'”’…—–".contains(c);
        !(before.is_none_or(opens) && after.is_none_or(closes))
    }

    /// Whether a quotation has these words and no other: the slip is what is told of.
    fn is_quoted(&self, first: usize, last: usize) -> bool {
        let before = &self.text[..self.words[first].range().start];
        let after = &self.text[self.words[last].range().end..];
        before.ends_with(['"', '\'', '“', '‘']) && after.starts_with(['"', '\'', '”', '’'])
    }

    /// Whether the copies are a word that is named and the one that joins it to another:
    /// `the and and or operators`.
    fn is_joined_to_another(&self, next: usize, word: &str) -> bool {
        matches!(word, "and" | "or")
            && self
                .words
                .get(next)
                .is_some_and(|w| matches!(w.text(self.text), "and" | "nand" | "nor" | "or" | "xor"))
            && next.checked_sub(3).is_some_and(|at| {
                matches!(self.words[at].text(self.text), "a" | "an" | "between" | "either" | "the")
            })
    }

    /// Whether words of letters stand on both sides, a space away.
    fn is_between_words(&self, first: usize, next: usize) -> bool {
        let plain = |at: usize| {
            self.words.get(at).is_some_and(|w| w.kind() == Kind::Word && w.range().len() > 1)
        };
        let before = first.checked_sub(1).is_some_and(|b| plain(b) && self.gap(b) == " ");
        let starts = self.words[first].starts_sentence();
        (before || starts) && plain(next) && self.gap(next - 1) == " "
    }

    /// Whether "that that" stands before the verb, which may be the clause
    /// itself: "that that is is".
    fn is_behind_that(&self, first: usize) -> bool {
        first > 1 && (first - 2..first).all(|at| self.text_of(at).eq_ignore_ascii_case("that"))
    }

    /// Whether a clause stands before the verb at `first` which it may end.
    fn is_after_clause(&self, first: usize) -> bool {
        for at in (first.saturating_sub(CLAUSE)..first).rev() {
            let word = self.text_of(at);
            if table::CLAUSE_OPENERS.iter().any(|w| w.eq_ignore_ascii_case(word)) {
                return true;
            }
            if self.words[at].starts_sentence() {
                return false;
            }
        }
        // The start of the sentence is out of sight, or is the verb itself.
        true
    }

    /// Whether the word before the particle at `first` does not take one.
    fn is_no_particle(&self, first: usize) -> bool {
        let Some(before) = first.checked_sub(1) else { return false };
        let word = self.text_of(before);
        let may_take_one = word.ends_with("ed")
            || word.ends_with("ing")
            || word.ends_with("en")
            || has(table::BEFORE_PARTICLES, word);
        self.gap(before) == " " && (!may_take_one || self.is_plainly_passive(before))
    }

    /// Whether the word is the participle of a passive, in a sentence that
    /// asks for no particle at its end: "The film was shot in in two weeks",
    /// but "the house that it was shot in in May".
    fn is_plainly_passive(&self, participle: usize) -> bool {
        let Some(subject) = participle.checked_sub(2) else { return false };
        let is_relative = |word: &str| {
            table::CLAUSE_OPENERS
                .iter()
                .chain(table::RELATIVES)
                .any(|w| w.eq_ignore_ascii_case(word))
        };
        if !matches!(self.text_of(subject + 1), "are" | "be" | "been" | "is" | "was" | "were") {
            return false;
        }
        for at in (participle.saturating_sub(CLAUSE)..=subject).rev() {
            if is_relative(self.text_of(at)) {
                return false;
            }
            if self.words[at].starts_sentence() {
                return true;
            }
        }
        false
    }

    /// Whether an ordinary word stands twice inside a sentence of prose.
    fn is_content_slip(&self, first: usize, next: usize, word: &str) -> bool {
        let Some(before) = first.checked_sub(1) else { return false };
        let plain = |at: usize| {
            self.words.get(at).is_some_and(|w| {
                w.kind() == Kind::Word && w.case() == Case::Lower && w.entry().is_ordinary()
            })
        };
        self.words[first].entry().is_ordinary()
            && word.len() >= 4
            && !word.ends_with("ly")
            && plain(before)
            && plain(next)
            && self.gap(before) == " "
            && self.gap(next - 1) == " "
            && (has(table::ALWAYS, self.text_of(before)) || has(table::ALWAYS, self.text_of(next)))
    }

    /// Looks whether a phrase that ends in an article stands twice, its copy
    /// beginning at the word `at`; says how many words are dealt with.
    fn phrase(&self, at: usize, edits: &mut Edits) -> Option<usize> {
        if !matches!(self.text_of(at - 1), "a" | "an" | "the" | "their" | "its") {
            return None;
        }
        let len = (2..=LONGEST_PHRASE.min(at))
            .find(|len| at + len <= self.words.len() && self.is_twice(at - len, *len))?;
        let (first, last) = (at - len, at + len - 1);
        let plain = |at: usize| {
            let word = &self.words[at];
            word.kind() == Kind::Word && word.case() == Case::Lower && word.key() != 0
        };
        let fits = (first..=last).all(plain)
            && (first..last).all(|at| self.gap(at) == " ")
            && self.doc.language() == Language::English
            && !self.is_joined(first, last)
            // Not inside a longer chain: "on the on the on the".
            && self.words.get(last + 1).is_some_and(|w| w.text(self.text) != self.text_of(at))
            && first.checked_sub(len).is_none_or(|before| !self.is_twice(before, len))
            // Nor one that began before: "the sea the sea the open sea".
            && first
                .checked_sub(1)
                .is_none_or(|b| !self.text_of(b).eq_ignore_ascii_case(self.text_of(at - 1)));
        if !fits || self.words[first].range().start < edits.end() {
            return None;
        }
        let end = self.words[at - 1].range().end;
        edits.delete(end..self.words[last].range().end, "repeats/phrase");
        Some(len)
    }

    /// Whether the `len` words from `first` on stand again right behind.
    fn is_twice(&self, first: usize, len: usize) -> bool {
        (first..first + len).all(|i| self.text_of(i) == self.text_of(i + len))
    }
}
