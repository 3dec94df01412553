//! Behind a stop, unless it stands in a name: `Salon.com`, `README.md`, `23.VII`.

use super::{Place, is_letter, is_plural, is_top_level};
use crate::data::file_extensions::{FILE_EXTENSIONS, PLAIN_FILES};
use crate::data::has;
use crate::data::tlds::ARABIC_TLDS;
use crate::passes::spacing::extra::leaves_a_hole;
use crate::text::{Case, Kind, Word};

impl Place<'_, '_, '_> {
    /// Whether a sentence ends in a stop: `so.Really`.
    pub(super) fn after_stop(&self) -> bool {
        if self.is_arabic() {
            return self.is_between_arabic_words() && !ARABIC_TLDS.contains(&self.right_text());
        }
        if self.is_glued()
            || !self.right_text().starts_with(char::is_uppercase)
            || self.keeps_its_stop()
        {
            return false;
        }
        let from_prose = || {
            self.left.case() == Case::Lower
                || self.comes_from_prose()
                || (self.is_behind_number() && self.numbers_an_item())
        };
        if self.opens.is_some() {
            return from_prose();
        }
        if !self.goes_on_as_prose() {
            return false;
        }
        // `BRK.A, BRK.B`
        let is_class = || {
            self.left.case() == Case::Upper
                && self.right_text() == "A"
                && !self.after().starts_with(char::is_whitespace)
        };
        if self.starts_sentence() && !is_class() {
            let ends =
                from_prose() || self.closes.is_some() || self.context.stands_alone(self.left);
            return ends && !self.is_repeated_domain();
        }
        self.may_begin_with_a_name() && self.ends_before_a_name()
    }

    fn is_behind_number(&self) -> bool {
        matches!(self.left.kind(), Kind::Number | Kind::Alphanumeric)
    }

    /// Whether the stop belongs to both words: `A.Smith`, `README.Debian`, `2.Nf3`, `23.VII`.
    fn keeps_its_stop(&self) -> bool {
        let is_initial = || is_letter(self.left_text()) && self.left.kind() == Kind::Word;
        self.closes.is_none() && (is_initial() || self.is_in_file_name())
            || self.is_behind_number()
                && (is_move(self.right_text().as_bytes()) || self.is_day_and_month())
            || self.is_quoted_name()
    }

    /// Whether the word on the right may begin a sentence, though sentences do not often
    /// start with it, and belongs to no name in code.
    fn may_begin_with_a_name(&self) -> bool {
        let right = self.right_text();
        let is_name = matches!(self.right.case(), Case::Title | Case::Upper)
            || is_plural(right)
            || self.is_known(self.right);
        let is_of_code = || {
            leaves_a_hole(self.left_text())
                || self.is_near_code()
                || self.context.is_property(self.index)
        };
        !is_letter(right) && is_name && (self.closes.is_some() || !is_of_code())
    }

    /// Whether a sentence may end in the word on the left, and a name follow it.
    fn ends_before_a_name(&self) -> bool {
        let (left, right) = (self.left_text(), self.right_text());
        match self.left.kind() {
            // `3G.IP`
            Kind::Alphanumeric if self.right.case() == Case::Upper => false,
            Kind::Number | Kind::Alphanumeric => {
                self.numbers_an_item() || self.is_known(self.right)
            }
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

    /// Whether the words may be a name with a domain that is also a word, as in
    /// `Zug.At`, and the document has it again.
    fn is_repeated_domain(&self) -> bool {
        self.left.case() != Case::Lower && is_top_level(self.right_text()) && self.is_repeated()
    }

    /// `23.VII`, and `12.I` if that is not the pronoun: "at 12.I left".
    fn is_day_and_month(&self) -> bool {
        let goes_on = || self.after().trim_start().starts_with(char::is_lowercase);
        let is_pronoun = || self.is_english() && self.right_text() == "I" && goes_on();
        self.left_text().len() <= 2 && is_roman_month(self.right_text()) && !is_pronoun()
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
}

/// Whether this is a month in Roman numerals, which keeps to its day: `23.VII`.
fn is_roman_month(word: &str) -> bool {
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

/// Words that in code have a stop behind them more often than at the end of a
/// sentence. Our own list.
static CODE_WORDS: &[&str] =
    &["arr", "bar", "baz", "ctx", "env", "err", "foo", "img", "obj", "qux", "self", "str", "this"];
