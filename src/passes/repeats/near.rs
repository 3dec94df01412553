//! Where a word or a phrase may stand twice in a row.

use std::array;

use crate::text::Word;

use super::LONGEST_PHRASE as PHRASE;

/// How many words are looked at together.
const BLOCK: usize = 64;

/// Calls `found` with each word at which the copy may begin of the word or of
/// the phrase before it, in the order of the text.
///
/// Hardly any block of words has one. So the keys of a block are compared
/// all at once, without a branch, and one by one only if there is a hit.
pub(super) fn each(words: &[Word], mut found: impl FnMut(usize)) {
    for start in (0..words.len()).step_by(BLOCK) {
        // The block, and around it what its words are compared with.
        let mut keys = [0; PHRASE + BLOCK + PHRASE];
        let before = start.min(PHRASE);
        for (key, word) in keys[PHRASE - before..].iter_mut().zip(&words[start - before..]) {
            *key = word.key();
        }
        let hits: [bool; BLOCK] = array::from_fn(|at| may_be_copy(&keys, PHRASE + at));
        if hits.iter().fold(false, |any, hit| any | hit) {
            (0..BLOCK).filter(|at| hits[*at]).for_each(|at| found(start + at));
        }
    }
}

/// Whether the word has the key of the word before it; or it and the word
/// before it have those of the words that begin and end a phrase.
#[inline]
fn may_be_copy(keys: &[u32; PHRASE + BLOCK + PHRASE], at: usize) -> bool {
    let (before, key) = (keys[at - 1], keys[at]);
    let is_phrase = |len: usize| (keys[at - len] == key) & (keys[at + len - 1] == before);
    (key != 0) & ((before == key) | is_phrase(2) | is_phrase(3) | is_phrase(PHRASE))
}

#[cfg(test)]
mod tests {
    use crate::passes::repeats::Look;
    use crate::{Buffers, Document, Edits};
    use proptest::prelude::*;
    use proptest::sample::select;

    /// Looks at each word, as [`each`] would if there was no hurry.
    fn look_everywhere(look: &Look<'_, '_>) -> Edits {
        let (mut edits, mut at) = (Edits::default(), 1);
        while at < look.words.len() {
            at += look.at(at, &mut edits);
        }
        edits
    }

    proptest! {
        #[test]
        fn no_copy_is_overlooked(
            words in prop::collection::vec(
                select(&["the", "The", "in", "of", "a", "ship", "is", "ships", "ship's", "que", "7",
                    "слово", "was", "dans", "one", "strategy", "\n", ".", ","][..]),
                0..200,
            ),
        ) {
            let text = words.join(" ");
            let buffers = Buffers::default();
            let language = Some(crate::Language::English);
            let doc = Document::with_language(&text, language, &buffers);
            let look = Look { text: &text, words: doc.words(), doc: &doc };
            let mut edits = Edits::default();
            look.find(&mut edits);
            prop_assert_eq!(edits.apply(&text), look_everywhere(&look).apply(&text));
        }
    }
}
