//! Words that tell what a text is about.

use std::ops::ControlFlow;

use memchr::{memchr, memchr3};

use crate::data;
use crate::text::lanes::{self, BLOCK, CASE_BIT, Lanes, within};
use crate::text::swar::alphanumeric_len;

/// Words of those who write about markup and code. One of them says little.
#[rustfmt::skip]
pub(super) static TOPIC: List = List::new(&[
    "ajax", "angular", "api", "attribute", "attributes", "browser", "browsers", "code", "codes",
    "compiler", "component", "components", "css", "css3", "div", "divs", "django", "dom",
    "element", "elements", "entities", "entity", "escape", "escaped", "escaping", "frontend",
    "href", "html", "html4", "html5", "iframe", "javascript", "jinja", "jquery", "js", "json",
    "jsx", "latex", "liquid", "markdown", "markup", "parser", "php", "plugin", "python", "react",
    "regex", "render", "renders", "script", "scripts", "shortcode", "shortcodes", "snippet",
    "snippets", "source", "stylesheet", "svg", "syntax", "tag", "tags", "template", "templates",
    "unicode", "variable", "variables", "vue", "xhtml", "xml", "xpath", "xslt", "yaml",
]);

/// Words that name references and what they are for.
#[rustfmt::skip]
pub(super) static ESCAPING: List = List::new(&[
    "ampersand", "ampersands", "codepoint", "encode", "encoded", "encodes", "encoding",
    "entities", "entity", "escape", "escaped", "escapes", "escaping", "html", "unescape",
    "unescaped",
]);

/// Those of them that name ampersands and references.
pub(super) static AMPERSAND: &[&str] = &["ampersand", "ampersands", "entities", "entity"];

/// Words that name tags and what they are for.
#[rustfmt::skip]
pub(super) static TAGS: List = List::new(&[
    "css", "html", "html4", "html5", "javascript", "jinja", "jquery", "jsx", "markup", "php",
    "shortcode", "shortcodes", "svg", "tag", "tags", "template", "templates", "xhtml", "xml",
]);

/// Words in lower case, sorted.
pub(super) struct List {
    words: &'static [&'static str],
    // Which beginnings they have, a bit for each: most words of a text fail here.
    beginnings: [u64; BEGINNINGS / 64],
    // For each pair of a first and a last letter a bit for each length: nearly
    // all others fail here.
    lengths: [u16; ENDS],
}

/// How many beginnings are told apart.
const BEGINNINGS: usize = 1 << 12;

/// How many pairs of a first letter and a last one are.
const ENDS: usize = 26 << 5;

impl List {
    const fn new(words: &'static [&'static str]) -> Self {
        let (mut beginnings, mut lengths) = ([0; BEGINNINGS / 64], [0; ENDS]);
        let mut at = 0;
        while at < words.len() {
            let word = words[at].as_bytes();
            assert!(word.len() > 1 && word.len() < u16::BITS as usize);
            assert!(word[0].is_ascii_lowercase());
            lengths[ends(word)] |= 1 << word.len();
            // Behind two letters anything may stand.
            let mut third = if word.len() > 2 { word[2] } else { 0 };
            loop {
                let beginning = beginning([word[0], word[1], third, 0]);
                beginnings[beginning / 64] |= 1 << (beginning % 64);
                if word.len() > 2 || third == 0xFF {
                    break;
                }
                third += 1;
            }
            at += 1;
        }
        Self { words, beginnings, lengths }
    }

    /// Whether the list may have a word that begins with the first three of
    /// these bytes.
    #[inline]
    fn may_have(&self, head: Head) -> bool {
        let beginning = beginning(head);
        self.beginnings[beginning / 64] >> (beginning % 64) & 1 == 1
    }

    /// Whether the word is in the list, in any case.
    fn has(&self, word: &[u8]) -> bool {
        word.len() < u16::BITS as usize
            && self.lengths[ends(word)] >> word.len() & 1 == 1
            && data::has(self.words, word)
    }

    /// How many words of the text are in the list.
    pub(super) fn count(&self, text: &[u8]) -> usize {
        self.tally(usize::MAX, text).found
    }

    /// Whether the words of the list are far rarer in the text than one in so
    /// many, as far as pieces of it tell.
    pub(super) fn is_far_from(&self, one_in: usize, text: &[u8]) -> bool {
        let (mut words, mut found) = (0, 0);
        for piece in sample(text) {
            let tally = self.tally(usize::MAX, piece);
            words += tally.words;
            found += tally.found;
        }
        // Four times as many with one more would still be too few: so far from
        // it, no text of the trade is taken for another by chance.
        words > 4 * one_in * (found + 1)
    }

    /// Whether a word of the text is in the list.
    pub(super) fn has_word_of(&self, text: &[u8]) -> bool {
        self.tally(1, text).found > 0
    }

    /// Whether one of these words of the list stands in the text.
    pub(super) fn has_one_of(&self, words: &[&str], text: &[u8]) -> bool {
        let found = each_word(
            text,
            is_letter,
            |_| (),
            |head| self.may_have(head),
            |start| {
                let word = &text[start..start + alphanumeric_len(&text[start..])];
                let is_one = words.iter().any(|one| word.eq_ignore_ascii_case(one.as_bytes()));
                if is_one { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            },
        );
        found.is_break()
    }

    /// Counts words until enough are found that are in the list; of all words, those of the
    /// rest of the block count too.
    fn tally(&self, enough: usize, text: &[u8]) -> Tally {
        let (mut words, mut found) = (0, 0);
        // The words of the list begin with letters.
        let _ = each_word(
            text,
            is_letter,
            |count| words += count,
            |head| self.may_have(head),
            |start| {
                let len = alphanumeric_len(&text[start..]);
                found += usize::from(self.has(&text[start..start + len]));
                if found < enough { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
            },
        );
        Tally { words, found }
    }
}

/// How many words there are, and how many of them are in a list.
struct Tally {
    /// Those that begin with a letter; parts of addresses and names too.
    words: usize,
    found: usize,
}

/// The first bytes of a word, of which the list looks at three.
type Head = [u8; 4];

/// The bit of a beginning. Three letters in any case have one of their own,
/// mostly.
#[inline]
const fn beginning(head: Head) -> usize {
    let letters = u32::from_le_bytes(head) & 0x001F_1F1F;
    (letters.wrapping_mul(0x9E37_79B1) >> (32 - BEGINNINGS.trailing_zeros())) as usize
}

/// The place of a word that begins with a letter, by that and its last one.
const fn ends(word: &[u8]) -> usize {
    let (first, last) = ((word[0] & 0x1F) - 1, word[word.len() - 1] & 0x1F);
    (first as usize) << 5 | last as usize
}

/// Pieces that stand evenly in a text: a quarter of it, less of a long one.
fn sample(text: &[u8]) -> impl Iterator<Item = &[u8]> {
    const PIECE: usize = 4 * BLOCK;
    const MOST: usize = 64;
    text.chunks(PIECE).step_by((text.len() / (PIECE * MOST)).max(4))
}

/// Whether a text has more words than so many.
pub(super) fn has_more_words(most: usize, text: &[u8]) -> bool {
    let mut count = 0;
    let counted = each_word(
        text,
        |b| is_letter(b) | within(b, b'0', b'9'),
        |_| (),
        |_| true,
        |_| {
            count += 1;
            if count > most { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        },
    );
    counted.is_break()
}

#[inline(always)]
fn is_letter(b: Lanes) -> Lanes {
    within(b | CASE_BIT, b'a', b'z')
}

/// Calls `f` with where each word begins, until it breaks: each run of ASCII
/// letters and digits, but not those in tags, and not the parts of addresses
/// and names. Words that begin with a digit are left out if `is_of_word` is
/// false for digits. Of the bytes that it begins with, `is_wanted` has to be
/// true. `see` gets the numbers of all words that it may be true for.
#[inline]
fn each_word(
    text: &[u8],
    is_of_word: impl Fn(Lanes) -> Lanes,
    mut see: impl FnMut(usize),
    is_wanted: impl Fn(Head) -> bool,
    mut f: impl FnMut(usize) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let (mut from, mut padded) = (0, [0; BLOCK + 4]);
    loop {
        let tag = memchr(b'<', &text[from..]).map(|n| from + n);
        let part = &text[..tag.unwrap_or(text.len())];
        let mut last = 0;
        while from < part.len() {
            let window = lanes::window(&part[from..], 0, &mut padded);
            let runs = lanes::bits(window, |[b]| is_of_word(b));
            let mut starts = runs & !(runs << 1 | last);
            last = runs >> (BLOCK - 1);
            see(starts.count_ones() as usize);
            while starts != 0 {
                let at = starts.trailing_zeros() as usize;
                starts &= starts - 1;
                let head = window[at..].first_chunk().copied().unwrap_or_default();
                if is_wanted(head) && !is_glued(text, from + at) {
                    f(from + at)?;
                }
            }
            from += BLOCK;
        }
        let Some(tag) = tag else { return ControlFlow::Continue(()) };
        from = behind_tag(text, tag);
    }
}

/// Where the text goes on behind the `<` at `start`: at the end of the tag, if
/// it begins one.
fn behind_tag(text: &[u8], start: usize) -> usize {
    let inside = &text[start + 1..];
    let is_tag = inside.first().is_some_and(|b| b.is_ascii_alphabetic() || *b == b'/');
    let end = if is_tag { memchr3(b'>', b'<', b'\n', inside) } else { None };
    start + 1 + end.unwrap_or(0)
}

/// Whether a mark before the word at `start` glues it to a part of an address
/// or a name, or a digit makes it the rest of a word.
#[inline]
fn is_glued(text: &[u8], start: usize) -> bool {
    start > 0
        && matches!(
            text[start - 1],
            b'.' | b'/'
                | b'\\'
                | b'-'
                | b'_'
                | b'='
                | b'&'
                | b'#'
                | b'@'
                | b':'
                | b'%'
                | b'?'
                | b'0'..=b'9'
        )
}

#[cfg(test)]
mod tests {
    use std::ops::Range;

    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;

    /// Where the words of a text stand, in tags none, a byte after the other.
    fn words(text: &[u8], is_of_word: fn(&u8) -> bool) -> Vec<Range<usize>> {
        let (mut words, mut at) = (Vec::new(), 0);
        while at < text.len() {
            if text[at] == b'<' {
                at = behind_tag(text, at);
                continue;
            }
            let len = text[at..].iter().take_while(|b| is_of_word(b)).count();
            if len > 0 {
                words.push(at..at + len);
            }
            at += len.max(1);
        }
        words
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn a_block_at_a_time_counts_what_one_byte_at_a_time_does(
            pieces in prop::collection::vec(prop_oneof![
                4 => "[a-zA-Z0-9]{1,12}",
                4 => select(vec![" ", ", ", ".", "-", "é", "’", "\n", "_", ": "]).prop_map(str::to_owned),
                2 => select(vec!["html", "Tags", "entities", "css3", "js", "code"]).prop_map(str::to_owned),
                1 => select(vec!["<", ">", "<a ", "</", "<b>", "< "]).prop_map(str::to_owned),
                1 => "[a-z]{50,150}",
            ], 0..60),
        ) {
            let text = pieces.concat();
            let text = text.as_bytes();
            let letters = words(text, u8::is_ascii_alphabetic).len();
            let mut slowly = words(text, u8::is_ascii_alphanumeric);
            slowly.retain(|word| !is_glued(text, word.start));
            for most in 0..slowly.len() + 2 {
                prop_assert_eq!(has_more_words(most, text), slowly.len() > most);
            }
            for list in [&TOPIC, &ESCAPING, &TAGS] {
                let count = slowly.iter().filter(|word| list.has(&text[word.start..word.end])).count();
                prop_assert_eq!(list.count(text), count);
                prop_assert_eq!(list.tally(usize::MAX, text).words, letters);
                prop_assert_eq!(list.has_word_of(text), count > 0);
            }
            let has_one = slowly.iter().any(|word| has(AMPERSAND, &text[word.start..word.end]));
            prop_assert_eq!(ESCAPING.has_one_of(AMPERSAND, text), has_one);
        }
    }

    fn has(words: &[&str], word: &[u8]) -> bool {
        words.iter().any(|one| one.as_bytes().eq_ignore_ascii_case(word))
    }

    #[test]
    fn lists_find_all_their_words_and_no_others() {
        assert!(AMPERSAND.iter().all(|word| ESCAPING.has(word.as_bytes())));
        for list in [&TOPIC, &ESCAPING, &TAGS] {
            assert!(list.words.is_sorted());
            assert!(list.words.iter().all(|w| list.has_word_of(w.to_uppercase().as_bytes())));
            assert!([&b"boat"[..], b"4", b"Zebra", &[b'a'; 99]].iter().all(|w| !list.has(w)));
        }
    }

    #[test]
    fn pieces_tell_of_prose_that_it_is_far_from_the_trade() {
        for len in [0, 10, 300, 3_000, 30_000, 3_000_000] {
            // One word in so many is of the trade.
            for (one_in, expected) in [(1, false), (7, false), (40, false), (500, len >= 30_000)] {
                let word = |n| if (n + 1) % one_in == 0 { "html " } else { "ferry " };
                let text: String = (0..len / 6).map(word).collect();
                assert_eq!(TOPIC.is_far_from(40, text.as_bytes()), expected, "{one_in} {len}");
            }
        }
        assert!(!TOPIC.is_far_from(40, "паром".repeat(9_999).as_bytes()));
    }

    #[test]
    fn words_of_tags_and_addresses_do_not_count() {
        let text = b"<script src=\"html.html\"></script> https://a.example/tags.html a_tag #tag";
        assert!(!TAGS.has_word_of(text));
        assert!(TAGS.has_word_of(b"two TAGS of 3 < 4"));
    }
}
