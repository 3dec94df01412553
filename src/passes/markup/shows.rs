//! What tells a document that shows markup from one into which it leaked.
//!
//! Both hold tags and references. A tutorial also fences its code, puts it
//! between backticks, and speaks of tags, elements and entities; that is what
//! is looked for here.

use std::ops::Range;

use memchr::{memchr, memchr2, memrchr, memrchr3};
use once_cell::unsync::OnceCell;

use super::topic::{self, AMPERSAND, ESCAPING, TAGS, TOPIC};
use crate::Document;
use crate::search::find_short;
use crate::text::marked_code;

/// The code in a document, and how much the document is about code: each
/// worked out when the first candidate asks.
pub(crate) struct Shown<'d, 'b> {
    doc: &'d Document<'b>,
    // Fenced blocks and inline code, in order.
    code: OnceCell<marked_code::Ranges<'b>>,
    // How many words of the trade there are.
    trade: OnceCell<usize>,
    is_about_markup: OnceCell<bool>,
    mentions_code: OnceCell<bool>,
    mentions_markup: OnceCell<bool>,
}

impl<'d, 'b> Shown<'d, 'b> {
    /// The code in this document.
    pub(crate) fn of(doc: &'d Document<'b>) -> Self {
        Self {
            doc,
            code: OnceCell::new(),
            trade: OnceCell::new(),
            is_about_markup: OnceCell::new(),
            mentions_code: OnceCell::new(),
            mentions_markup: OnceCell::new(),
        }
    }

    /// Whether this byte lies in code.
    pub(crate) fn is_code(&self, at: usize) -> bool {
        marked_code::holds(self.code(), at)
    }

    /// Whether the document writes about markup or code: it shows markup in
    /// its code, or a good part of its words are of the trade.
    pub(crate) fn is_about_markup(&self) -> bool {
        *self.is_about_markup.get_or_init(|| {
            let text = self.doc.text().as_bytes();
            let holds_markup = |r: &Range<usize>| memchr2(b'<', b'&', &text[r.clone()]).is_some();
            self.code().iter().any(holds_markup)
                // Of most texts a few pieces tell.
                || !TOPIC.is_far_from(40, text) && self.is_of_trade(4, 40)
        })
    }

    /// Whether it has some words of the trade, in whatever part of it.
    pub(crate) fn mentions_code(&self) -> bool {
        *self.mentions_code.get_or_init(|| self.is_of_trade(3, 150))
    }

    /// Whether it has a word of the trade at all.
    pub(crate) fn mentions_markup(&self) -> bool {
        *self.mentions_markup.get_or_init(|| TOPIC.has_word_of(self.doc.text().as_bytes()))
    }

    fn code(&self) -> &[Range<usize>] {
        if self.doc.may_have_code() {
            self.code.get_or_init(|| marked_code::ranges(self.doc))
        } else {
            &[]
        }
    }

    /// Whether at least so many words are of the trade, and one in so many.
    fn is_of_trade(&self, least: usize, one_in: usize) -> bool {
        // Of all words no more are counted than decide it.
        let is_rare = || topic::has_more_words(self.trade() * one_in, self.doc.text().as_bytes());
        self.trade() >= least && !is_rare()
    }

    fn trade(&self) -> usize {
        *self.trade.get_or_init(|| TOPIC.count(self.doc.text().as_bytes()))
    }
}

/// Whether a stretch of text speaks of references and escaping.
pub(crate) fn speaks_of_escaping(bytes: &[u8]) -> bool {
    ESCAPING.has_word_of(bytes)
}

/// Whether a stretch of text speaks of ampersands or of entities.
pub(crate) fn names_ampersand(bytes: &[u8]) -> bool {
    ESCAPING.has_one_of(AMPERSAND, bytes)
}

/// Whether a stretch of text speaks of tags.
pub(crate) fn speaks_of_tags(bytes: &[u8]) -> bool {
    TAGS.has_word_of(bytes)
}

/// Whether the white-space-free token around this byte is an address or a
/// part of one; only what stands before it in the token is looked at.
pub(crate) fn is_in_address(text: &[u8], at: usize) -> bool {
    let before = &text[at.saturating_sub(256)..at];
    let ends = |b: &u8| b.is_ascii_whitespace() || matches!(b, b'"' | b'<' | b'>');
    if before.last().is_none_or(ends) {
        return false;
    }
    // Every address has one of these.
    let Some(mark) = memrchr3(b'/', b'w', b'?', before).filter(|n| !before[*n..].iter().any(ends))
    else {
        return false;
    };
    let token = &before[before[..mark].iter().rposition(ends).map_or(0, |n| n + 1)..];
    let has = |part| find_short(token, part).is_some();
    has(b"://")
        || has(b"www.")
        || memchr(b'?', token).is_some_and(|mark| memchr(b'=', &token[mark..]).is_some())
        || memrchr(b'/', token).is_some_and(|_| memchr2(b'.', b'?', token).is_some())
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;
    use crate::Buffers;

    /// As [`is_in_address`], with a look at every token.
    fn is_in_address_slowly(text: &str, at: usize) -> bool {
        let from = at.saturating_sub(256);
        let ends = |c: char| c.is_ascii_whitespace() || matches!(c, '"' | '<' | '>');
        let token = text[from..at].rsplit(ends).next().unwrap_or_default();
        let has_query = token.split_once('?').is_some_and(|(_, query)| query.contains('='));
        let has_path = token.contains('/') && token.contains(['.', '?']);
        token.contains("://") || token.contains("www.") || has_query || has_path
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn code_is_mentioned_where_a_part_of_the_text_speaks_of_it(
            parts in vec((select(&["html ", "Ferry ", "12 "][..]), 0..8_usize, 0..4_u32), 0..12),
            shift in 0..1024_usize,
        ) {
            let mut text = " ".repeat(shift);
            let (mut words, mut found) = (0, 0);
            for (word, count, tens) in parts {
                let is_of_trade = word == "html ";
                let count = if is_of_trade { count } else { count * 10_usize.pow(tens) / 4 };
                text.push_str(&word.repeat(count));
                words += count;
                found += if is_of_trade { count } else { 0 };
            }
            let buffers = Buffers::default();
            let doc = Document::new(&text, &buffers);
            let expected = found >= 3 && words <= 150 * found;
            prop_assert_eq!(Shown::of(&doc).mentions_code(), expected, "{} of {}", found, words);
        }

        #[test]
        fn an_address_is_seen_as_by_a_look_at_every_token(
            parts in vec(select(&["http://", "www.", "w", "/", "?", ".", "=", "a", " ", "<", "\""][..]), 0..12),
            long in 0..300_usize,
        ) {
            let text = format!("{}{}", parts.concat(), "b".repeat(long));
            for at in [0, parts.concat().len(), text.len()] {
                let (fast, slow) = (is_in_address(text.as_bytes(), at), is_in_address_slowly(&text, at));
                prop_assert_eq!(fast, slow, "{} at {}", text, at);
            }
        }
    }

    #[test]
    fn an_address_is_known_by_what_stands_before() {
        for (text, expected) in [
            ("see http://a.example/?b=1&copy=2", true),
            ("index.php?a=1&copy=2", true),
            ("/cgi/x.pl?a&copy=2", true),
            ("either/or &copy", false),
            ("AT&amp;T", false),
        ] {
            let at = text.find('&').unwrap();
            assert_eq!(is_in_address(text.as_bytes(), at), expected, "{text}");
        }
    }
}
