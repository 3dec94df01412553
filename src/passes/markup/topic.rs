//! Words that tell what a text is about.

use std::ops::ControlFlow;

use memchr::{memchr, memchr3};

use crate::text::lanes::{self, BLOCK, CASE_BIT, within};
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

/// Words that name ampersands and references.
pub(super) static AMPERSAND: List = List::new(&["ampersand", "ampersands", "entities", "entity"]);

/// Words that name tags and what they are for.
#[rustfmt::skip]
pub(super) static TAGS: List = List::new(&[
    "css", "html", "html4", "html5", "javascript", "jinja", "jquery", "jsx", "markup", "php",
    "shortcode", "shortcodes", "svg", "tag", "tags", "template", "templates", "xhtml", "xml",
]);

/// Words in lower case, sorted.
pub(super) struct List {
    words: &'static [&'static str],
    // For each pair of a first and a last letter a bit for each length: nearly
    // all words of a text fail here.
    filter: [u16; 1 << 10],
    // For each first letter a bit for each second one.
    seconds: [u32; 32],
}

impl List {
    const fn new(words: &'static [&'static str]) -> Self {
        let (mut filter, mut seconds) = ([0; 1 << 10], [0; 32]);
        let mut at = 0;
        while at < words.len() {
            let word = words[at].as_bytes();
            assert!(word.len() < u16::BITS as usize);
            filter[pair(word[0], word[word.len() - 1])] |= 1 << word.len();
            seconds[(word[0] & 0x1F) as usize] |= 1 << (word[1] & 0x1F);
            at += 1;
        }
        Self { words, filter, seconds }
    }

    /// Whether the list may have a word that begins and ends so.
    #[inline]
    fn may_have(&self, word: &Run) -> bool {
        let lengths = self.filter[pair(word.first, word.last)];
        u32::from(lengths).wrapping_shr(word.len as u32) & 1 == 1
    }

    /// Whether the word is in the list, in any case.
    fn has(&self, word: &[u8]) -> bool {
        let [first, second, ..] = *word else { return false };
        let order = |w: &&str| w.bytes().cmp(word.iter().map(u8::to_ascii_lowercase));
        self.seconds[usize::from(first & 0x1F)] >> (second & 0x1F) & 1 == 1
            && self.words.binary_search_by(order).is_ok()
    }

    /// How many words of the text are in the list.
    pub(super) fn count(&self, text: &[u8]) -> usize {
        self.count_up_to(usize::MAX, text)
    }

    /// Whether a word of the text is in the list.
    pub(super) fn has_word_of(&self, text: &[u8]) -> bool {
        self.count_up_to(1, text) > 0
    }

    fn count_up_to(&self, enough: usize, text: &[u8]) -> usize {
        let mut count = 0;
        let _ = each_run(text, |run| {
            if self.may_have(&run) && !is_glued(text, run.start) && self.has(run.of(text)) {
                count += 1;
                if count == enough {
                    return ControlFlow::Break(());
                }
            }
            ControlFlow::Continue(())
        });
        count
    }
}

/// The place in the filter of words with this first and last letter.
#[inline]
const fn pair(first: u8, last: u8) -> usize {
    ((first & 0x1F) as usize) << 5 | (last & 0x1F) as usize
}

/// A run of ASCII letters and digits, or the first [`BLOCK`] of it.
struct Run {
    start: usize,
    len: usize,
    first: u8,
    last: u8,
}

impl Run {
    fn of<'t>(&self, text: &'t [u8]) -> &'t [u8] {
        &text[self.start..self.start + self.len]
    }
}

/// Whether a text has more words than so many: runs of ASCII letters and
/// digits; not those in tags, and not the parts of addresses and names.
pub(super) fn has_more_words(most: usize, text: &[u8]) -> bool {
    let mut count = 0;
    let counted = each_run(text, |run| {
        count += usize::from(!is_glued(text, run.start));
        if count > most { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    counted.is_break()
}

/// Calls `f` with each run of ASCII letters and digits outside tags, until it
/// breaks.
#[inline]
fn each_run(text: &[u8], mut f: impl FnMut(Run) -> ControlFlow<()>) -> ControlFlow<()> {
    let (mut at, mut padded) = (0, [0; BLOCK]);
    loop {
        let tag = memchr(b'<', &text[at..]).map(|n| at + n);
        let part = &text[..tag.unwrap_or(text.len())];
        while at < part.len() {
            let rest = &part[at..];
            let block = lanes::window(rest, 0, &mut padded);
            let runs = runs_in(block);
            // A run at the end of the block may go on: the next block begins
            // with it, unless all of this one is of it.
            let (runs, end) = match runs.leading_ones() as usize {
                BLOCK => (runs, at + alphanumeric_len(rest)),
                cut_off => (runs & u64::MAX >> cut_off, at + BLOCK - cut_off),
            };
            for from in lanes::each(runs & !(runs << 1)) {
                let len = (!(runs >> from)).trailing_zeros() as usize;
                let (first, last) = (block[from % BLOCK], block[(from + len - 1) % BLOCK]);
                f(Run { start: at + from, len, first, last })?;
            }
            at = end;
        }
        let Some(tag) = tag else { return ControlFlow::Continue(()) };
        at = behind_tag(text, tag);
    }
}

/// A bit for each byte that is an ASCII letter or a digit.
#[inline]
fn runs_in(block: &[u8; BLOCK]) -> u64 {
    lanes::bits(block, |[b]| within(b | CASE_BIT, b'a', b'z') | within(b, b'0', b'9'))
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
/// or a name.
#[inline]
fn is_glued(text: &[u8], start: usize) -> bool {
    start > 0
        && matches!(
            text[start - 1],
            b'.' | b'/' | b'\\' | b'-' | b'_' | b'=' | b'&' | b'#' | b'@' | b':' | b'%' | b'?'
        )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;

    /// The words of a text, a byte after the other.
    fn words(text: &[u8]) -> Vec<&[u8]> {
        let (mut words, mut at) = (Vec::new(), 0);
        while at < text.len() {
            if text[at] == b'<' {
                at = behind_tag(text, at);
                continue;
            }
            let is_word = |b: &&u8| b.is_ascii_alphanumeric();
            let len = text[at..].iter().take_while(is_word).count();
            if len > 0 && !is_glued(text, at) {
                words.push(&text[at..at + len]);
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
            let slowly = words(text);
            for most in 0..slowly.len() + 2 {
                prop_assert_eq!(has_more_words(most, text), slowly.len() > most);
            }
            for list in [&TOPIC, &ESCAPING, &AMPERSAND, &TAGS] {
                let count = slowly.iter().filter(|word| list.has(word)).count();
                prop_assert_eq!(list.count(text), count);
                prop_assert_eq!(list.has_word_of(text), count > 0);
            }
        }
    }

    #[test]
    fn lists_find_all_their_words_and_no_others() {
        for list in [&TOPIC, &ESCAPING, &AMPERSAND, &TAGS] {
            assert!(list.words.is_sorted());
            assert!(list.words.iter().all(|w| list.has_word_of(w.to_uppercase().as_bytes())));
            assert!([&b"boat"[..], b"4", b"Zebra", &[b'a'; 99]].iter().all(|w| !list.has(w)));
        }
    }

    #[test]
    fn words_of_tags_and_addresses_do_not_count() {
        let text = b"<script src=\"html.html\"></script> https://a.example/tags.html a_tag #tag";
        assert!(!TAGS.has_word_of(text));
        assert!(TAGS.has_word_of(b"two TAGS of 3 < 4"));
    }
}
