//! A space that is missing after a mark.

use std::ops::Range;

use super::code_lists;
use super::context::Context;
use super::extra::leaves_a_hole;
use super::gap::{Quotes, Role};
use crate::data::abbreviations::{self, Follows};
use crate::data::file_extensions::{FILE_EXTENSIONS, PLAIN_FILES};
use crate::data::has;
use crate::data::slips::ENDINGS;
use crate::data::tlds::{ARABIC_TLDS, TLDS};
use crate::lexicon;
use crate::passes::spelling;
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
    let text = context.text();
    let mut place = Place {
        context,
        index: i,
        left: &context.words()[i - 1],
        right: &context.words()[i],
        at: range.start,
        closes: None,
        opens: None,
    };
    let (mut mark, mut mark_end) = (None, range.start);
    let mut is_plain = true;
    for (at, c) in text[range.clone()].char_indices() {
        let end = range.start + at + c.len_utf8();
        match quotes.role(text, range.start + at, c) {
            _ if !is_plain => {}
            // A note such as `[1]` touches the mark.
            Role::Opens if c == '[' => is_plain = false,
            Role::Opens => place.opens = place.opens.or(Some(c)),
            Role::Stop | Role::Closes if place.opens.is_some() => is_plain = false,
            Role::Stop => {
                // Stops in a row are an ellipsis, and marks that do not
                // agree are no marks of a sentence.
                is_plain = match mark {
                    Some(before) => "!?".contains(c) && "!?.".contains(before),
                    None => c != '…',
                };
                mark = Some(c);
                (place.at, mark_end) = (end, end);
            }
            Role::Closes => {
                place.closes = Some(c);
                place.at = end;
            }
            Role::Other => is_plain = false,
        }
    }
    is_plain &= mark.is_none() || text[mark_end..range.end].chars().nth(MAX_MARKS).is_none();
    let is_mark =
        place.right_text().starts_with(|c: char| !c.is_alphanumeric() && !"#@$£€".contains(c));
    if !is_plain || is_mark || !place.has_spaced_scripts() {
        return;
    }
    // Somebody has opened with the closing quote: `.”Word”`.
    let closes_behind = mark.is_some() && place.at > mark_end;
    if closes_behind && place.closes.is_some_and(|c| c != ')' && place.after().starts_with(c)) {
        (place.at, place.opens, place.closes) = (mark_end, place.closes, None);
    }
    let (is_missing, rule) = place.misses_space(mark);
    if is_missing && !context.is_code(place.at) {
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

    /// Whether a space is missing behind the last mark that is none of a quote or bracket,
    /// or if there is none, beside these; and the rule by which it is.
    fn misses_space(&self, mark: Option<char>) -> (bool, &'static str) {
        match mark {
            Some(',' | '،') => (self.after_comma(), "spacing/missing-after-comma"),
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

    /// As behind a comma, but for `TL;DR` and the `12;3` of references.
    fn after_semicolon(&self) -> bool {
        !self.left_text().eq_ignore_ascii_case("tl")
            // A letter of a small alphabet, or one of a broken reference.
            && !is_letter(self.left_text())
            // It stands for an apostrophe: `it;ll`.
            && !ENDINGS.contains(&self.right_text())
            && matches!(self.right.kind(), Kind::Word | Kind::Abbreviation | Kind::Initialism)
            && !self.context.is_row(self.at, b';')
            && !self.is_in_record()
            && self.after_comma()
    }

    /// Whether it stands among the fields of a record, one of which, with no space between,
    /// is empty or a figure: `0041;LATIN CAPITAL LETTER A;Lu;0;L;;;;`.
    fn is_in_record(&self) -> bool {
        let (before, after) = self.context.near(self.at);
        let start = before.iter().rposition(u8::is_ascii_whitespace).map_or(0, |at| at + 1);
        let end = after.iter().position(u8::is_ascii_whitespace).unwrap_or(after.len());
        let is_figure = |field: &[u8]| field.iter().all(u8::is_ascii_digit);
        let mut left = before[start..].split(|b| *b == b';');
        let mut right = after[..end].split(|b| *b == b';');
        // Where the place is, and where white space is, they are no whole fields.
        left.next_back();
        right.next_back();
        if start > 0 {
            left.next();
        }
        left.any(is_figure) || right.any(is_figure)
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

    fn after_comma(&self) -> bool {
        let (left, right) = (self.left_text(), self.right_text());
        // `'a','b'`
        let is_quoted = self.closes.is_some_and(|c| "\"'".contains(c)) && self.closes == self.opens;
        if self.is_glued()
            || is_quoted
            || self.is_list_of_data()
            || code_lists::is_among_values(self.context, self.at)
            || self.left.case() == Case::Lower && code_lists::is_in_query(self.context, self.at)
            || code_lists::is_in_arguments(self.context, self.at)
            || self.is_beside_unknown()
        {
            return false;
        }
        let is_digit = |c: char| c.is_ascii_digit();
        if left.ends_with(is_digit) && right.starts_with(is_digit)
            || self.opens.is_some() && left.ends_with(is_digit)
        {
            return false;
        }
        match (self.left.kind(), self.right.kind()) {
            (_, Kind::Number | Kind::Alphanumeric) if is_letter(left) => return false,
            // The number of a note stands where its mark does: `the harbour,12) and`.
            (_, Kind::Number) if self.after().starts_with(')') => return false,
            (_, Kind::Identifier | Kind::Url | Kind::Email | Kind::Version) => return false,
            _ => {}
        }
        let is_article =
            matches!(right, "a" | "I" | "à" | "e" | "o" | "y" | "i" | "и" | "в" | "с" | "A");
        if is_letter(right) && !(is_article && self.after().starts_with(' ')) {
            return false;
        }
        let fits = self.goes_on_as_prose() || self.after().starts_with('(');
        !(is_letter(left) && is_letter(right)) && fits
    }

    /// Whether the line has no white space, or many commas none of which has
    /// any: a row of values.
    fn is_list_of_data(&self) -> bool {
        if self.context.is_row(self.at, b',') {
            return true;
        }
        const FAR: usize = 64;
        let bytes = self.text().as_bytes();
        let before = &bytes[self.at.saturating_sub(FAR)..self.at];
        let after = &bytes[self.at..bytes.len().min(self.at + FAR)];
        let head = before.iter().rev().find(|b| b.is_ascii_whitespace());
        let tail = after.iter().find(|b| b.is_ascii_whitespace());
        matches!(head, None | Some(b'\n')) && matches!(tail, None | Some(b'\n'))
    }

    /// Whether one of the words is in lower case and not English, and the other is none
    /// that makes a sentence, in a technical text in English, or in what is set in or
    /// said again: `remount,rw`.
    fn is_beside_unknown(&self) -> bool {
        let [left, right] = [self.left, self.right];
        let is_unknown = |w: &Word, other: &Word| {
            w.kind() == Kind::Word
                && w.case() == Case::Lower
                && !w.entry().is_known()
                && !language::is_english_function_word(other.text(self.text()))
        };
        self.is_english()
            && (is_unknown(left, right) || is_unknown(right, left))
            && (self.context.is_technical()
                || self.context.is_set_in(self.at)
                || self.is_repeated())
    }

    fn after_stop(&self) -> bool {
        let (left, right) = (self.left_text(), self.right_text());
        let is_number = matches!(self.left.kind(), Kind::Number | Kind::Alphanumeric);
        let from_prose = self.left.case() == Case::Lower
            || self.comes_from_prose()
            || (is_number && self.numbers_an_item());
        if self.is_arabic() {
            return self.is_between_arabic_words() && !ARABIC_TLDS.contains(&right);
        }
        if self.is_glued()
            || !right.starts_with(char::is_uppercase)
            || self.closes.is_none() && is_letter(left) && self.left.kind() == Kind::Word
            || self.closes.is_none() && self.is_in_file_name()
            || is_number && (is_move(right.as_bytes()) || self.is_day_and_month())
            || self.is_quoted_name()
        {
            return false;
        }
        if self.opens.is_some() {
            return from_prose;
        }
        if !self.goes_on_as_prose() {
            return false;
        }
        if self.starts_sentence() {
            let ends = from_prose || self.closes.is_some() || self.context.stands_alone(self.left);
            return ends && !self.is_repeated_domain();
        }
        let is_name = matches!(self.right.case(), Case::Title | Case::Upper)
            || is_plural(right)
            || self.is_known(self.right);
        if is_letter(right) || !is_name || (self.closes.is_none() && leaves_a_hole(left)) {
            return false;
        }
        if self.closes.is_none() && (self.is_near_code() || self.context.is_property(self.index)) {
            return false;
        }
        match self.left.kind() {
            // `3G.IP`
            Kind::Alphanumeric if self.right.case() == Case::Upper => false,
            _ if is_number => self.numbers_an_item() || self.is_known(self.right),
            Kind::Word if self.context.is_technical() || left.eq_ignore_ascii_case(right) => {
                left == right
            }
            Kind::Word if self.left.case() == Case::Lower => {
                self.comes_from_prose() && !CODE_WORDS.contains(&left)
            }
            Kind::Word => self.follows_a_name(),
            // The name ends before: no domain and no file has this ending.
            Kind::Domain | Kind::Email | Kind::Url | Kind::FileName => {
                self.right.entry().is_ordinary()
                    && !is_top_level(right)
                    && !has(FILE_EXTENSIONS, right)
                    && !self.context.is_technical()
            }
            _ => false,
        }
    }

    /// Whether quotation marks touch both words from outside: `„NUMBER.FIELD“`.
    fn is_quoted_name(&self) -> bool {
        let is_quote = |c: char| "\"“”„«»‘’".contains(c);
        self.left.case() == Case::Upper
            && self.before().is_some_and(is_quote)
            && self.after().starts_with(is_quote)
    }

    /// Whether the stop stands in the name of a file: `README.Debian`, but not
    /// `README.The`.
    fn is_in_file_name(&self) -> bool {
        self.left.case() == Case::Upper
            && has(PLAIN_FILES, self.left_text())
            && !self.starts_sentence()
    }

    /// Whether a name in code is near: `str.format() and string.Template`.
    fn is_near_code(&self) -> bool {
        const NEAR: usize = 12;
        let words = self.context.words();
        let near = self.index.saturating_sub(NEAR)..words.len().min(self.index + NEAR);
        let text = self.text();
        let is_code =
            |w: &Word| w.kind() == Kind::Identifier && w.text(text).contains(['(', '_', ':']);
        words[near].iter().any(is_code)
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

    /// Whether the words may be a name with a domain that is also a word, as in
    /// `Zug.At`, and the document has it again.
    fn is_repeated_domain(&self) -> bool {
        self.left.case() != Case::Lower && is_top_level(self.right_text()) && self.is_repeated()
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

    /// `23.VII`, and `12.I` if that is not the pronoun: "at 12.I left".
    fn is_day_and_month(&self) -> bool {
        let goes_on = || self.after().trim_start().starts_with(char::is_lowercase);
        let is_pronoun = || self.is_english() && self.right_text() == "I" && goes_on();
        self.left_text().len() <= 2 && is_month(self.right_text()) && !is_pronoun()
    }

    /// `3.Peel back` at the start of a line.
    fn numbers_an_item(&self) -> bool {
        const SIGN: usize = 8;
        let start = self.left.range().start;
        let before = &self.text().as_bytes()[start.saturating_sub(SIGN)..start];
        let sign = memchr::memrchr(b'\n', before).map_or(before, |n| &before[n + 1..]);
        let starts_line = sign.len() < before.len() || start == before.len();
        starts_line && sign.iter().all(|b| b" -*(".contains(b)) && self.left_text().len() < 4
    }

    fn after_end_mark(&self) -> bool {
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

    fn after_colon(&self) -> bool {
        let (left, right) = (self.left_text(), self.right_text());
        let is_lower = self.left.case() == Case::Lower;
        // What closes behind a colon opens in Swedish and Finnish: `sade:”Kom!”`.
        let opens_like_closing = self.closes.is_some_and(|c| "”’".contains(c));
        let is_face = is_lower && matches!(right, "D" | "O" | "P");
        if self.is_glued()
            || is_face
            || self.left.kind() != Kind::Word
            || is_letter(left)
            || opens_like_closing
        {
            return false;
        }
        match self.opens {
            None => {}
            Some('"' | '“') if self.closes.is_none() => {
                return self.comes_from_prose() || (is_lower && self.before().is_none());
            }
            // A face is no number in brackets.
            Some('(') => {
                return is_lower
                    && self.right.kind() == Kind::Number
                    && self.after().starts_with(") ");
            }
            Some(_) => return false,
        }
        if leaves_a_hole(left)
            || self.before().is_some_and(|c| c != '-')
            || !(self.after().starts_with([' ', '-']) || self.is_before_slash())
        {
            return false;
        }
        if right.starts_with(char::is_uppercase) {
            let is_label = self.is_known(self.left) || self.comes_from_prose();
            let is_text = self.is_known(self.right) || self.right.case() != Case::Mixed;
            // `HarbourLink:HarbourLink is a ferry line`
            ((is_label && is_text) || left == right)
                && !NAMESPACES.contains(&left)
                && self.left.case() != Case::Upper
                // `misc:Depends`
                && !(is_lower && self.context.is_technical() && !is_starter(right))
                && !self.is_repeated()
        } else {
            self.context.language() == Language::English
                && is_starter(right)
                && self.comes_from_prose()
        }
    }

    /// `UI/UX`
    fn is_before_slash(&self) -> bool {
        let rest = self.after().strip_prefix('/');
        rest.is_some_and(|s| s.starts_with(char::is_uppercase)) && self.right.case() == Case::Upper
    }

    /// Behind `)` and a word: `(NLP)service`.
    fn after_bracket(&self) -> bool {
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

    /// Behind a closing quote and a word: `“great”man`.
    fn after_quote(&self) -> bool {
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

    /// Before `(` and a word: `language processing(NLP)`. Others are called with
    /// arguments: `fclose(NULL)`, `pow(base, exp, mod)`.
    fn before_bracket(&self) -> bool {
        if !self.is_english()
            || self.opens != Some('(')
            || self.left.kind() != Kind::Word
            || self.left_text().len() < 3
            || spelling::may_be_slip(self.left.entry())
        {
            return false;
        }
        const FAR: usize = 128;
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
}

/// Words that in code have a stop behind them more often than at the end of a
/// sentence. Our own list.
static CODE_WORDS: &[&str] =
    &["arr", "bar", "baz", "ctx", "env", "err", "foo", "img", "obj", "qux", "self", "str", "this"];

/// Namespaces of wikis: `Wikipedia:Manual of Style` is a name.
#[rustfmt::skip]
static NAMESPACES: &[&str] = &[
    "Category", "File", "Help", "Image", "MediaWiki", "Portal", "Special", "Talk", "Template",
    "Wikipedia",
];

/// Pronouns and words that ask, with which a sentence starts behind a question or a call,
/// and hardly ever goes on behind the name of a procedure.
static AFTER_CALLS: &[&str] = &[
    "he", "her", "his", "how", "it", "let", "my", "our", "she", "their", "there", "they", "we",
    "what", "where", "why", "you", "your",
];

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

/// Whether this is a month in Roman numerals, which keeps to its day: `23.VII`.
fn is_month(word: &str) -> bool {
    word.len() <= 4 && word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'))
}

/// Whether this is a move of chess, which keeps to its number: `2.Nf3`, `12.Rad1`.
fn is_move(word: &[u8]) -> bool {
    let [b'K' | b'Q' | b'R' | b'B' | b'N', between @ .., file, rank] = word else { return false };
    let is_place = |b: &u8| matches!(b, b'a'..=b'h' | b'1'..=b'8' | b'x');
    between.len() <= 3
        && between.iter().all(is_place)
        && (b'a'..=b'h').contains(file)
        && (b'1'..=b'8').contains(rank)
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
