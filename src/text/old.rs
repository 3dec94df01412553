//! English of old, which is right by other rules: "Whither flows it? where is thy loom?"

use std::sync::LazyLock;

use super::{Word, key_filter};
use crate::lexicon;

/// Words that writers no longer use, and others used in every other sentence. Our
/// own list.
static OLD: [&str; 12] = [
    "dost", "doth", "hast", "hath", "saith", "shalt", "thee", "thine", "thou", "thy", "unto", "ye",
];

/// So many words before a word and behind it show how the text around it is written.
const REACH: usize = 48;

static KEYS: LazyLock<Keys> = LazyLock::new(|| {
    let mut keys = Keys { rough: [0; 8], exact: OLD.map(|word| lexicon::get_with_key(word).1) };
    keys.exact.iter().for_each(|&key| key_filter::add(&mut keys.rough, key));
    keys
});

/// The keys of these words.
struct Keys {
    rough: [u64; 8],
    exact: [u32; OLD.len()],
}

impl Keys {
    fn have(&self, key: u32) -> bool {
        key_filter::may_have(&self.rough, key) && self.exact.contains(&key)
    }
}

/// Whether the text around a word is of old: others spelt and inflected in other ways
/// then, and a question did not end a sentence.
pub(crate) fn is_near(words: &[Word], at: usize) -> bool {
    let keys = &*KEYS;
    let end = words.len().min(at + REACH + 1);
    words[at.saturating_sub(REACH)..end].iter().any(|word| keys.have(word.key()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Buffers, Document};

    #[test]
    fn a_word_of_old_tells_of_those_within_reach() {
        for (between, is) in [(0, true), (REACH - 1, true), (REACH, false)] {
            let between = "rope ".repeat(between);
            for text in [format!("sail {between}Thou"), format!("hath {between}sail")] {
                let buffers = Buffers::default();
                let doc = Document::new(&text, &buffers);
                let at = doc.words().iter().position(|w| w.text(&text) == "sail").expect("there");
                assert_eq!(is_near(doc.words(), at), is, "{text}");
            }
        }
    }
}
