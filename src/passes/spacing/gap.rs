//! The marks between two words, and which quotes open and close.

use std::ops::Range;

/// What a mark does to the words beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// `,` `.` and their like: belongs to the word before it.
    Stop,
    /// A closing bracket or quote.
    Closes,
    /// An opening bracket or quote.
    Opens,
    Other,
}

/// The straight quotes that are open where the look has come to.
///
/// A straight quote with white space on one side says itself whether it opens
/// or closes; one with text on both sides closes if the one before opened.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Quotes {
    double: bool,
    single: bool,
    /// The last guillemet was `«`.
    guillemet: bool,
}

impl Quotes {
    /// The role of the mark `c` at `at`; the mark is passed over.
    pub(super) fn role(&mut self, text: &str, at: usize, c: char) -> Role {
        match c {
            '.' | ',' | ';' | ':' | '!' | '?' | '…' | '،' | '؛' | '؟' => Role::Stop,
            '(' | '[' | '“' | '‘' | '„' | '¿' | '¡' => Role::Opens,
            ')' | ']' | '”' => Role::Closes,
            '«' => {
                self.guillemet = true;
                Role::Opens
            }
            '»' if self.guillemet => {
                self.guillemet = false;
                Role::Closes
            }
            '"' | '\'' | '’' => self.straight(text, at, c),
            '\n' => {
                *self = Self::default();
                Role::Other
            }
            _ => Role::Other,
        }
    }

    /// Passes over marks that are not looked at.
    pub(super) fn pass_over(&mut self, text: &str, range: Range<usize>) {
        for (at, c) in text[range.clone()].char_indices() {
            self.role(text, range.start + at, c);
        }
    }

    fn straight(&mut self, text: &str, at: usize, c: char) -> Role {
        let before = text[..at].chars().next_back();
        let after = text[at + c.len_utf8()..].chars().next();
        let is_edge = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let is_open = if c == '"' { &mut self.double } else { &mut self.single };
        let opens = match (is_edge(before), is_edge(after)) {
            (true, false) => true,
            (false, true) => false,
            _ if c == '’' => false,
            _ if before.is_some_and(|c| "([{“".contains(c)) => true,
            _ => !*is_open,
        };
        *is_open = opens;
        if opens { Role::Opens } else { Role::Closes }
    }
}
