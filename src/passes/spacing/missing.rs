//! A space that is missing after a mark.

mod bracket;
mod colon;
mod comma;
mod end_mark;
mod stop;

use std::ops::Range;

use super::code_lists;
use super::context::Context;
use super::gap::{Quotes, Role};
use crate::data::abbreviations::{self, Follows};
use crate::data::has;
use crate::data::tlds::TLDS;
use crate::text::gaps::{MAX_MARKS, is_spaced};
use crate::text::{Case, Kind, Word, language};
use crate::{Edits, Language};

/// A place without white space between two words.
struct Place<'c, 'd, 'a> {
    context: &'c Context<'d, 'a>,
    /// The index of the word on the right.
    index: usize,
    left: &'d Word,
    right: &'d Word,
    /// Where the space is missing.
    at: usize,
    /// Whether a quote or a bracket closes before it, or opens behind it.
    closes: Option<char>,
    opens: Option<char>,
}

/// Looks at the marks between the words `i - 1` and `i`, which no white space
/// parts.
pub(super) fn find(
    context: &Context<'_, '_>,
    i: usize,
    range: Range<usize>,
    quotes: &mut Quotes,
    edits: &mut Edits,
) {
    let mut place = Place {
        context,
        index: i,
        left: &context.words()[i - 1],
        right: &context.words()[i],
        at: range.start,
        closes: None,
        opens: None,
    };
    let Some((mark, mark_end)) = place.read_marks(range, quotes) else { return };
    let is_mark =
        place.right_text().starts_with(|c: char| !c.is_alphanumeric() && !"#@$£€".contains(c));
    if is_mark || !place.has_spaced_scripts() {
        return;
    }
    // Somebody has opened with the closing quote: `.”Word”`.
    let closes_behind = mark.is_some() && place.at > mark_end;
    if closes_behind && place.closes.is_some_and(|c| c != ')' && place.after().starts_with(c)) {
        (place.at, place.opens, place.closes) = (mark_end, place.closes, None);
    }
    let (is_missing, rule) = place.misses_space(mark);
    if is_missing && !context.is_code(place.at) && !code_lists::is_in_option(context, place.at) {
        edits.insert(place.at, " ", rule);
    }
}

/// Looks between the words `i - 1` and `i` if the stop belongs to the first:
/// `U.S.The`.
pub(super) fn after_abbreviation(context: &Context<'_, '_>, i: usize, edits: &mut Edits) {
    let (left, right) = (&context.words()[i - 1], &context.words()[i]);
    let at = left.range().end;
    let place = Place { context, index: i, left, right, at, closes: None, opens: None };
    let Some(word) = place.left_text().strip_suffix('.') else { return };
    let may_end = match left.kind() {
        Kind::Initialism => word.len() > 2,
        _ => !is_before_name(word),
    };
    let starts = place.starts_sentence() && !is_letter(place.right_text());
    if may_end && starts && !context.is_code(at) {
        edits.insert(at, " ", "spacing/missing-after-stop");
    }
}

impl<'a> Place<'_, '_, 'a> {
    fn text(&self) -> &'a str {
        self.context.text()
    }

    fn left_text(&self) -> &'a str {
        self.left.text(self.text())
    }

    fn right_text(&self) -> &'a str {
        self.right.text(self.text())
    }

    /// Reads the marks between the words. Gives the last one that is none of a quote or bracket,
    /// and where it ends; nothing if they are not as a sentence has them.
    fn read_marks(
        &mut self,
        range: Range<usize>,
        quotes: &mut Quotes,
    ) -> Option<(Option<char>, usize)> {
        let text = self.text();
        let (mut mark, mut mark_end) = (None, range.start);
        let mut is_plain = true;
        for (at, c) in text[range.clone()].char_indices() {
            let end = range.start + at + c.len_utf8();
            match quotes.role(text, range.start + at, c) {
                _ if !is_plain => {}
                // A note such as `[1]` touches the mark.
                Role::Opens if c == '[' => is_plain = false,
                Role::Opens => self.opens = self.opens.or(Some(c)),
                Role::Stop | Role::Closes if self.opens.is_some() => is_plain = false,
                Role::Stop => {
                    // Stops in a row are an ellipsis, and marks that do not
                    // agree are no marks of a sentence.
                    is_plain = match mark {
                        Some(before) => "!?".contains(c) && "!?.".contains(before),
                        None => c != '…',
                    };
                    mark = Some(c);
                    (self.at, mark_end) = (end, end);
                }
                Role::Closes => {
                    self.closes = Some(c);
                    self.at = end;
                }
                Role::Other => is_plain = false,
            }
        }
        is_plain &= mark.is_none() || text[mark_end..range.end].chars().nth(MAX_MARKS).is_none();
        is_plain.then_some((mark, mark_end))
    }

    /// Whether a space is missing behind the last mark that is none of a quote or bracket,
    /// or if there is none, beside these; and the rule by which it is.
    fn misses_space(&self, mark: Option<char>) -> (bool, &'static str) {
        match mark {
            Some(',' | '،') => (self.after_comma(b','), "spacing/missing-after-comma"),
            Some(';' | '؛') => (self.after_semicolon(), "spacing/missing-after-semicolon"),
            Some('.') => (self.after_stop(), "spacing/missing-after-stop"),
            Some(':') => (self.after_colon(), "spacing/missing-after-colon"),
            Some(_) => (self.after_end_mark(), "spacing/missing-after-end-mark"),
            None if self.closes == Some(')') => {
                (self.after_bracket(), "spacing/missing-after-bracket")
            }
            None if self.closes.is_some() => (self.after_quote(), "spacing/missing-after-quote"),
            None => (self.before_bracket(), "spacing/missing-before-bracket"),
        }
    }

    /// What follows the word on the right.
    fn after(&self) -> &'a str {
        &self.text()[self.right.range().end..]
    }

    /// What is before the word on the left, if it touches it.
    fn before(&self) -> Option<char> {
        self.text()[..self.left.range().start].chars().next_back().filter(|c| !c.is_whitespace())
    }

    /// Whether both words are of scripts that part words by spaces.
    fn has_spaced_scripts(&self) -> bool {
        let last = self.left_text().chars().next_back();
        let first = self.right_text().chars().next();
        [last, first].into_iter().flatten().all(is_spaced)
    }

    /// Whether white space or a mark of the sentence follows the right word,
    /// as it does in prose.
    fn goes_on_as_prose(&self) -> bool {
        let mut chars = self.after().chars();
        let mark = chars.next();
        let next = chars.next();
        match mark {
            Some(',' | '…') => !next.is_some_and(|c| c.is_ascii_digit()),
            // `He/she`
            Some('-' | '/') => next.is_some_and(char::is_alphabetic),
            // `Note:The`
            Some(':') if next.is_some_and(char::is_uppercase) => true,
            Some('.' | ';' | ':' | '!' | '?' | ')' | '"' | '\'' | '”' | '’' | '»' | '–' | '—') => {
                next.is_none_or(|c| !c.is_alphanumeric() && !"=(_/\\*".contains(c))
            }
            mark => mark.is_none_or(char::is_whitespace),
        }
    }

    /// Whether the left word is part of a longer token: a path, a name in
    /// code, a reference.
    fn is_glued(&self) -> bool {
        let mut back = self.text()[..self.left.range().start].chars().rev();
        match back.next() {
            // ` .but` is a stop that stands wrong.
            Some('.') => back.next().is_some_and(char::is_alphanumeric) && !self.has_initial(),
            Some(c) => "/\\@_$=&#<>|~^%*+".contains(c),
            None => false,
        }
    }

    /// Whether an initial or a title touches the left word: `B.Jones`,
    /// `St.Louis`.
    fn has_initial(&self) -> bool {
        let before = self.index.checked_sub(2).map(|i| &self.context.words()[i]);
        before.is_some_and(|w| {
            matches!(w.kind(), Kind::Initialism | Kind::Abbreviation)
                && w.range().end == self.left.range().start
        })
    }

    /// Whether words with spaces between them come before the left one.
    fn comes_from_prose(&self) -> bool {
        let first = self.index.saturating_sub(3);
        let words = &self.context.words()[first..self.index];
        words.len() == 3
            && words.windows(2).all(|pair| {
                let gap = &self.text()[pair[0].range().end..pair[1].range().start];
                gap.contains([' ', '\u{a0}', '-', ',']) && !gap.contains('\n')
            })
    }

    /// Whether the right word starts a sentence more likely than anything
    /// else: `The`, `But`.
    fn starts_sentence(&self) -> bool {
        let word = self.right_text();
        matches!(self.right.case(), Case::Title)
            && (is_starter(word)
                || word.split_once(['\'', '’']).is_some_and(|(w, _)| is_starter(w)))
            && self.goes_on_as_prose()
    }

    /// Whether both words with the mark between them stand in the document
    /// more than once.
    fn is_repeated(&self) -> bool {
        self.context.is_repeated(self.left.range().start..self.right.range().end)
    }

    /// Whether a word is known, or stands elsewhere in the document.
    fn is_known(&self, word: &Word) -> bool {
        (word.entry().is_known() && self.is_english()) || self.context.stands_alone(word)
    }

    fn is_english(&self) -> bool {
        self.context.language() == Language::English
    }

    /// Whether the word on the right is of the Arabic script, which has no
    /// capitals.
    fn is_arabic(&self) -> bool {
        self.right_text().starts_with(|c| ('\u{620}'..='\u{6d3}').contains(&c))
    }

    /// Whether prose goes on in two Arabic words, none of which is a letter
    /// or two: those are abbreviations.
    fn is_between_arabic_words(&self) -> bool {
        let is_long = |word: &str| word.chars().nth(2).is_some();
        self.left.kind() == Kind::Word
            && is_long(self.left_text())
            && is_long(self.right_text())
            && !self.left_text().is_ascii()
            && !self.is_glued()
            && self.comes_from_prose()
            && self.goes_on_as_prose()
            && !self.is_repeated()
    }

    /// Whether a sentence ends in the name on the left, and `Lenta.Ru` is not
    /// one name.
    fn follows_a_name(&self) -> bool {
        let right = self.right_text();
        let from_prose = self.comes_from_prose();
        let is_whole = self.left.starts_sentence() && self.left.entry().is_ordinary();
        let goes_on = from_prose
            && self.is_english()
            && right.len() > 3
            && self.after().strip_prefix(' ').is_some_and(|s| s.starts_with(char::is_lowercase));
        let are_known = || self.is_known(self.left) && self.is_known(self.right);
        (self.left_text().len() > 2 || self.left.case() == Case::Upper)
            && (from_prose || is_whole)
            && !is_top_level(right)
            && (goes_on || are_known())
            && !self.is_repeated()
    }
}

/// Whether sentences often start with the word.
pub(super) fn is_starter(word: &str) -> bool {
    language::is_english_function_word(word)
        || STARTERS.iter().any(|starter| starter.eq_ignore_ascii_case(word))
}

/// Words that other languages have too, and titles before a name.
static STARTERS: &[&str] = &[
    "a", "also", "an", "are", "as", "at", "by", "dr", "for", "however", "i", "in", "is", "lord",
    "mr", "mrs", "ms", "no", "of", "on", "prof", "sir", "so", "to", "was", "we", "yes",
];

/// Whether a name follows the abbreviation, and not the end of the sentence:
/// `Dr`, `St`.
fn is_before_name(word: &str) -> bool {
    abbreviations::get(word).is_some_and(|follows| follows != Follows::Any)
}

fn is_letter(word: &str) -> bool {
    word.chars().nth(1).is_none()
}

/// `MPs`, `DVDs`
pub(super) fn is_plural(word: &str) -> bool {
    word.strip_suffix('s').is_some_and(|w| w.len() > 1 && Case::of(w) == Case::Upper)
}

fn is_top_level(word: &str) -> bool {
    has(TLDS, word)
}
