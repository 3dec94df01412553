//! Words that tell what a text is about.

use memchr::memchr3;

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
    // A bit for the first letter, the last letter and the length of each word:
    // nearly all words of a text fail here.
    filter: [u64; 32],
}

impl List {
    const fn new(words: &'static [&'static str]) -> Self {
        let mut filter = [0; 32];
        let mut at = 0;
        while at < words.len() {
            let bit = bit_of(words[at].as_bytes());
            filter[bit / 64] |= 1 << (bit % 64);
            at += 1;
        }
        Self { words, filter }
    }

    /// Whether the word, which is not empty, is in the list, in any case.
    #[inline]
    pub(super) fn has(&self, word: &[u8]) -> bool {
        let bit = bit_of(word);
        self.filter[bit / 64] >> (bit % 64) & 1 == 1 && self.finds(word)
    }

    fn finds(&self, word: &[u8]) -> bool {
        let order = |w: &&str| w.bytes().cmp(word.iter().map(u8::to_ascii_lowercase));
        self.words.binary_search_by(order).is_ok()
    }

    /// Whether a word of the text is in the list.
    pub(super) fn has_word_of(&self, text: &[u8]) -> bool {
        Words::of(text).any(|word| self.has(word))
    }
}

/// The place of a word in the filter of a list.
const fn bit_of(word: &[u8]) -> usize {
    let first = (word[0] & 0x1F) as usize;
    let last = (word[word.len() - 1] & 0x1F) as usize;
    (first * 64 + last * 5 + word.len() * 11) % 2048
}

/// The words of a text, of ASCII letters and digits; not those in tags, and not
/// the parts of addresses and names.
pub(super) struct Words<'t> {
    bytes: &'t [u8],
    at: usize,
}

impl<'t> Words<'t> {
    pub(super) fn of(bytes: &'t [u8]) -> Self {
        Self { bytes, at: 0 }
    }
}

impl<'t> Iterator for Words<'t> {
    type Item = &'t [u8];

    fn next(&mut self) -> Option<&'t [u8]> {
        loop {
            let start = self.at;
            let rest = &self.bytes[start..];
            match CLASSES[usize::from(*rest.first()?)] {
                WORD => {
                    let len = alphanumeric_len(rest);
                    self.at = start + len;
                    if start == 0 || CLASSES[usize::from(self.bytes[start - 1])] != GLUE {
                        return Some(&rest[..len]);
                    }
                }
                TAG => {
                    // Up to the end of the tag, if it is one.
                    let inside = &rest[1..];
                    let is_tag =
                        inside.first().is_some_and(|b| b.is_ascii_alphabetic() || *b == b'/');
                    let end = if is_tag { memchr3(b'>', b'<', b'\n', inside) } else { None };
                    self.at = start + 1 + end.unwrap_or(0);
                }
                _ => self.at += 1,
            }
        }
    }
}

/// A mark that glues a word to the part of an address or a name before it.
const GLUE: u8 = 1;
/// The beginning of a tag.
const TAG: u8 = 2;
/// A letter or a digit.
const WORD: u8 = 3;

static CLASSES: [u8; 256] = {
    let mut classes = [0; 256];
    let mut b = 0;
    while b < 256 {
        classes[b] = match b as u8 {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => WORD,
            b'<' => TAG,
            b'.' | b'/' | b'\\' | b'-' | b'_' | b'=' | b'&' | b'#' | b'@' | b':' | b'%' | b'?' => {
                GLUE
            }
            _ => 0,
        };
        b += 1;
    }
    classes
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_find_all_their_words_and_no_others() {
        for list in [&TOPIC, &ESCAPING, &AMPERSAND, &TAGS] {
            assert!(list.words.is_sorted());
            assert!(list.words.iter().all(|w| list.has(w.to_uppercase().as_bytes())));
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
