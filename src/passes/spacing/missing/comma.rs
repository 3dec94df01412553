//! Behind a comma or a semicolon, unless it parts values: `a,b`, `TL;DR`.

use super::{Place, is_letter};
use crate::data::slips::ENDINGS;
use crate::passes::spacing::code_lists;
use crate::text::{Case, Kind, Word, language};

impl Place<'_, '_, '_> {
    /// Whether prose goes on behind a comma, or another mark that is used as one: `Monday,when`.
    pub(super) fn after_comma(&self, mark: u8) -> bool {
        let (left, right) = (self.left_text(), self.right_text());
        // `'a','b'`
        let is_quoted = self.closes.is_some_and(|c| "\"'".contains(c)) && self.closes == self.opens;
        if self.is_glued()
            || is_quoted
            || self.is_list_of_data()
            || code_lists::is_among_values(self.context, self.at)
            || self.left.case() == Case::Lower && code_lists::is_in_query(self.context, self.at)
            || code_lists::is_in_arguments(self.context, self.at)
            || code_lists::is_in_mounts(self.context, self.at)
            || code_lists::is_enclosed(self.context, self.at)
            || code_lists::is_in_subject(self.context, self.at)
            || self.is_beside_unknown()
            || self.is_between_names_in_code()
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
            // `key1,key2`, and the centres of a molecule: `(2R,3S)-3-phenyl`.
            (Kind::Alphanumeric, Kind::Alphanumeric)
                if self.is_between_keys() || self.is_between_centres() =>
            {
                return false;
            }
            (_, Kind::Identifier | Kind::Url | Kind::Email | Kind::Version) => return false,
            _ => {}
        }
        let is_article =
            matches!(right, "a" | "I" | "à" | "e" | "o" | "y" | "i" | "и" | "в" | "с" | "A");
        if is_letter(right) && !(is_article && self.after().starts_with(' ')) {
            return false;
        }
        let fits = self.goes_on_as_prose() || self.after().starts_with('(');
        !(is_letter(left) && is_letter(right))
            && fits
            && !code_lists::is_in_table(self.context, self.at, mark)
    }

    /// Whether the line has no white space but what it is set in by, or many commas none of
    /// which has any: a row of values.
    fn is_list_of_data(&self) -> bool {
        const FAR: usize = 64;
        if self.context.is_row(self.at, b',') {
            return true;
        }
        let bytes = self.text().as_bytes();
        let before = &bytes[self.at.saturating_sub(FAR)..self.at];
        let after = &bytes[self.at..bytes.len().min(self.at + FAR)];
        let head = before.iter().rposition(u8::is_ascii_whitespace).map_or(0, |at| at + 1);
        let margin = before[..head].iter().rev().find(|b| !matches!(b, b' ' | b'\t'));
        let tail = after.iter().find(|b| b.is_ascii_whitespace());
        matches!(margin, None | Some(b'\n')) && matches!(tail, None | Some(b'\n'))
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

    /// Whether both words have capitals inside and none is known, in a line of which no other
    /// comma has a space behind it: `on FileOpen,FileClose call`.
    fn is_between_names_in_code(&self) -> bool {
        let is_name = |w: &Word| w.case() == Case::Mixed && !w.entry().is_known();
        let is_spaced = |part| memchr::memmem::find(part, b", ").is_some();
        let (before, after) = self.context.near(self.at);
        is_name(self.left) && is_name(self.right) && !is_spaced(before) && !is_spaced(after)
    }

    /// Whether both are names with a number in small letters, each of one letter or unknown, or
    /// in a technical text: `k14,r14`, `key1,key2`, and not `mp3,mp4`.
    fn is_between_keys(&self) -> bool {
        let keys = [self.left_text(), self.right_text()].map(str::as_bytes);
        let is_key = |b: &u8| b.is_ascii_lowercase() || b.is_ascii_digit();
        let is_short = |key: &[u8]| matches!(key, [_, n @ ..] if n.iter().all(u8::is_ascii_digit));
        keys.iter().all(|key| key.iter().all(is_key))
            && (keys.into_iter().all(is_short)
                || self.context.is_technical()
                || ![self.left, self.right].iter().any(|word| word.entry().is_known()))
    }

    /// Whether all of a bracket is numbers, each with how the molecule turns there: `(2R,3S)`.
    fn is_between_centres(&self) -> bool {
        let (before, after) = self.context.near(self.at);
        let is_centre = |token: &[u8]| matches!(token, [n @ .., b'R' | b'S' | b'E' | b'Z'] if n.iter().all(u8::is_ascii_digit));
        let is_comma = |b: &u8| *b == b',';
        let open = memchr::memrchr(b'(', before);
        let close = memchr::memchr(b')', after);
        open.zip(close).is_some_and(|(open, close)| {
            // The comma of the place ends what is before it.
            let first = before[open + 1..].strip_suffix(b",").unwrap_or_default();
            first.split(is_comma).chain(after[..close].split(is_comma)).all(is_centre)
        })
    }

    /// As behind a comma, but for `TL;DR` and the `12;3` of references.
    pub(super) fn after_semicolon(&self) -> bool {
        !self.left_text().eq_ignore_ascii_case("tl")
            // A letter of a small alphabet, or one of a broken reference.
            && !is_letter(self.left_text())
            // It stands for an apostrophe: `it;ll`.
            && !ENDINGS.contains(&self.right_text())
            && matches!(self.right.kind(), Kind::Word | Kind::Abbreviation | Kind::Initialism)
            && !self.context.is_row(self.at, b';')
            && !self.is_in_record()
            && self.after_comma(b';')
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
}
