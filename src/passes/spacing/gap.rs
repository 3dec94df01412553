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
/// or closes. One with text on both sides opens if none is open, and else
/// closes, unless the next one shows that it opens the same speech anew, as
/// each paragraph of a long one does.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Quotes {
    double: bool,
    single: bool,
    /// The last guillemet was `«`.
    guillemet: bool,
    /// The last low quote `„` is open.
    low: bool,
    /// The open straight quote had a space behind it.
    pub(super) spaced: bool,
}

impl Quotes {
    /// The role of the mark `c` at `at`; the mark is passed over.
    pub(super) fn role(&mut self, text: &str, at: usize, c: char) -> Role {
        match c {
            '.' | ',' | ';' | ':' | '!' | '?' | '…' | '،' | '؛' | '؟' => Role::Stop,
            '„' => {
                self.low = true;
                Role::Opens
            }
            '“' if self.low => {
                self.low = false;
                Role::Closes
            }
            '(' | '[' | '“' | '‘' | '¿' | '¡' => Role::Opens,
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
        let is_open = if c == '"' { &mut self.double } else { &mut self.single };
        let opens = match alone(text, at, c) {
            Some(opens) => opens,
            None if c == '’' => false,
            None => !*is_open || opens_anew(text, at, c),
        };
        *is_open = opens;
        if opens { Role::Opens } else { Role::Closes }
    }
}

/// Whether the quote at `at` opens, if it can be told from its neighbours.
fn alone(text: &str, at: usize, c: char) -> Option<bool> {
    let before = text[..at].chars().next_back();
    let after = text[at + c.len_utf8()..].chars().next();
    let is_edge = |c: Option<char>| c.is_none_or(char::is_whitespace);
    match (is_edge(before), is_edge(after)) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ if before.is_some_and(|c| "([{“".contains(c)) => Some(true),
        _ if after.is_some_and(|c| ",.;:!?)]}”".contains(c)) => Some(false),
        _ => None,
    }
}

/// How far the next quotes are looked for, in bytes, and how many of them.
const AHEAD: usize = 1000;
const MAX_AHEAD: usize = 4;

/// Whether the quote at `at`, behind the end of a sentence in open speech,
/// opens the speech anew.
///
/// The words behind it tell, if they are somebody's who speaks; or the next
/// quotes of the line do, which open and close in turn, up to one that says
/// what it does or to the end of the line.
fn opens_anew(text: &str, at: usize, c: char) -> bool {
    let start = at + c.len_utf8();
    let words = &text[start..];
    if c != '"' || !words.starts_with(char::is_uppercase) || !text[..at].ends_with(['.', '!', '?'])
    {
        return false;
    }
    if SPEAKER.iter().any(|word| words.starts_with(word)) {
        return true;
    }
    let near = &words.as_bytes()[..words.len().min(AHEAD)];
    let line = &near[..memchr::memchr(b'\n', near).unwrap_or(near.len())];
    let is_whole = line.len() < near.len() || near.len() == words.len();
    let mut opens = true;
    for (i, next) in memchr::memchr_iter(b'"', line).enumerate() {
        match alone(text, start + next, '"') {
            Some(next_opens) => return opens != next_opens,
            None if i == MAX_AHEAD => return false,
            None => opens = !opens,
        }
    }
    is_whole && !opens
}

/// How somebody begins who speaks of themselves.
static SPEAKER: &[&str] =
    &["I ", "I'm ", "I've ", "I'd ", "I'll ", "We ", "We're ", "We've ", "My ", "Our "];

#[cfg(test)]
mod tests {
    use super::*;

    /// The roles of the straight quotes of a text: `(` opens, `)` closes.
    fn roles(text: &str) -> String {
        let mut quotes = Quotes::default();
        let mut shown = String::new();
        for (at, c) in text.char_indices() {
            let role = quotes.role(text, at, c);
            if c == '"' {
                shown.push(if role == Role::Opens { '(' } else { ')' });
            }
        }
        shown
    }

    #[test]
    fn a_quote_with_space_on_one_side_says_what_it_is() {
        assert_eq!(roles("\"One,\" he said. \"Two.\""), "()()");
        assert_eq!(roles("(\"One\") and \"two\"."), "()()");
    }

    #[test]
    fn a_glued_quote_closes_open_speech() {
        assert_eq!(roles("\"One.\"He left. \"Two,\"he said."), "()()");
        assert_eq!(roles("He said:\"One.\"She left."), "()");
    }

    #[test]
    fn speech_opens_anew_if_the_rest_of_the_line_says_so() {
        assert_eq!(roles("\"One.\"Two.\" He left."), "(()");
        assert_eq!(roles("\"One.\"I saw it. \"We all did.\" He left."), "((()");
    }

    #[test]
    fn each_line_begins_without_open_speech() {
        assert_eq!(roles("\"One.\nHe said.\"Two.\""), "(()");
    }
}
