//! The pass `redact`: addresses and numbers of persons.

mod kind;
mod numbers;

pub use kind::RedactKind;

use std::sync::Arc;

use crate::error::Kind as Error;
use crate::text::{Kind, Word};
use crate::{BuildError, Document, Edits, Pass};

/// Puts placeholders in place of e-mail addresses, telephone numbers and IP
/// addresses. Opt-in.
///
/// # What it changes
///
/// * `redact/email`: `anna@example.org` becomes `[email]`.
/// * `redact/phone`: a number with its country code (`+44 20 7946 0018`), in
///   the forms of North America (`(555) 555-0123`, `555-555-0123`), or behind
///   a word that says what it is (`Tel. 020 7946 0018`) becomes `[phone]`.
/// * `redact/ip`: `192.0.2.17` and `2001:db8::17` become `[ip]`.
///
/// # Why
///
/// Such data identify persons, and have no place in a collection that is passed
/// on.
///
/// # Leaves alone
///
/// * Names, postal addresses, user names, web addresses, and what is written so
///   that no program may read it (`anna at example dot org`): this is no
///   promise that a text identifies nobody.
/// * Numbers that nothing shows to be those of a telephone: dates, prices,
///   identifiers, ISBNs, long numbers, scores, years.
/// * Versions of four parts behind a word that says so (`version 10.0.0.1`),
///   times (`12:30:15`), scopes in code (`std::io`), and addresses that name no
///   host: `0.0.0.0`, `127.0.0.1`, `::1`.
///
/// # Example
///
/// ```
/// use copydesk::{Pass, passes::Redact};
///
/// let raw = "Write to anna@example.org or call +44 20 7946 0018 before 10.30.";
/// assert_eq!(Redact::default().clean(raw), "Write to [email] or call [phone] before 10.30.");
/// ```
///
/// # Options
///
/// ```
/// # fn main() -> Result<(), copydesk::BuildError> {
/// use copydesk::{Pass, passes::{Redact, RedactKind}};
///
/// let redact = Redact::default().keep(RedactKind::Ip).placeholder(RedactKind::Email, "<mail>")?;
/// assert_eq!(redact.clean("anna@example.org sat at 192.0.2.17"), "<mail> sat at 192.0.2.17");
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Redact {
    /// What stands for each kind; nothing for those that are kept.
    placeholders: [Option<Arc<str>>; RedactKind::ALL.len()],
}

impl Default for Redact {
    fn default() -> Self {
        let placeholder = |at: usize| Some(RedactKind::ALL[at].placeholder().into());
        Self { placeholders: std::array::from_fn(placeholder) }
    }
}

impl Redact {
    /// Keeps what is of a kind.
    #[must_use]
    pub fn keep(mut self, kind: RedactKind) -> Self {
        self.placeholders[kind as usize] = None;
        self
    }

    /// Puts this in place of what is of a kind; nothing, if it is empty.
    ///
    /// # Errors
    ///
    /// If something in the placeholder would be redacted itself, or if it would
    /// have a number behind it redacted, as the bare word `phone` would.
    pub fn placeholder(mut self, kind: RedactKind, text: &str) -> Result<Self, BuildError> {
        let changes = |text: &str| Self::default().clean(text) != text;
        if changes(text) || changes(&format!("{text} 5550123")) {
            let text = text.to_owned();
            return Err(Error::Placeholder { text }.into());
        }
        self.placeholders[kind as usize] = Some(text.into());
        Ok(self)
    }

    fn push(&self, edits: &mut Edits, start: usize, end: usize, kind: RedactKind) {
        if let Some(with) = &self.placeholders[kind as usize]
            && start >= edits.end()
        {
            edits.replace(start..end, with, kind.rule());
        }
    }
}

impl Pass for Redact {
    fn name(&self) -> &'static str {
        "redact"
    }

    fn takes_sections(&self) -> bool {
        true
    }

    fn find_edits(&self, doc: &Document<'_>, edits: &mut Edits) {
        let text = doc.text();
        let words = doc.words();
        let mut end = 0;
        for (at, word) in words.iter().enumerate() {
            if word.range().start < end {
                continue;
            }
            if let Some((start, found_end, kind)) = find(text, words, at, end) {
                end = found_end;
                self.push(edits, start, found_end, kind);
            }
        }
    }
}

/// What begins with the word `at`, or around it behind the byte `from`, and where.
fn find(text: &str, words: &[Word], at: usize, from: usize) -> Option<(usize, usize, RedactKind)> {
    let (word, range) = (&words[at], words[at].range());
    let before = at.checked_sub(1).map(|i| words[i].text(text)).unwrap_or_default();
    match word.kind() {
        Kind::Email => Some((range.start, range.end, RedactKind::Email)),
        Kind::Version if numbers::is_ip(word.text(text)) && !says_version(before) => {
            Some((range.start, range.end, RedactKind::Ip))
        }
        _ => {
            if let Some((start, end)) = numbers::ip6(text, range.start, from) {
                return Some((start, end, RedactKind::Ip));
            }
            let is_said = || says_phone(words, at, text);
            let (start, end) = numbers::phone(text, word, from, is_said)?;
            Some((start, end, RedactKind::Phone))
        }
    }
}

fn says_version(word: &str) -> bool {
    ["version", "v", "v.", "ver.", "release", "build", "firmware", "update", "patch"]
        .iter()
        .any(|w| word.eq_ignore_ascii_case(w))
}

/// Words that say that a number is one of a telephone.
#[rustfmt::skip]
static BEFORE_PHONES: &[&str] = &[
    "call", "cell", "dial", "fax", "mobile", "phone", "ring", "tel", "telefon", "telefono",
    "telephone", "teléfono", "text", "téléphone", "whatsapp", "тел", "телефон",
];

/// Whether one of the two words before says that a number is one of a
/// telephone.
fn says_phone(words: &[Word], at: usize, text: &str) -> bool {
    for word in words[at.saturating_sub(2)..at].iter().rev() {
        // Numbers and placeholders say nothing of what is behind them.
        let is_placeholder = text[..word.range().start].ends_with(['[', '<', '{']);
        if is_placeholder || matches!(word.kind(), Kind::Number | Kind::Version) {
            return false;
        }
        let word = word.text(text).trim_end_matches('.');
        let is_same = |w: &&str| word.chars().flat_map(char::to_lowercase).eq(w.chars());
        if BEFORE_PHONES.iter().any(is_same) {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_placeholder_must_come_to_rest() {
        for text in ["me@example.org", "phone", "call", "+44 20 7946 0018", "at 192.0.2.17"] {
            let error = Redact::default().placeholder(RedactKind::Email, text).expect_err(text);
            assert!(error.to_string().contains(text), "{error}");
        }
        for text in ["", "<phone>", "[tel]", "***", "X"] {
            assert!(Redact::default().placeholder(RedactKind::Phone, text).is_ok(), "{text}");
        }
    }
}
