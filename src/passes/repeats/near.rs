//! Where a word or a phrase may stand twice in a row.

use crate::passes::marks::LONGEST_PHRASE;
use crate::text::Word;

/// Whether the copy may begin there of the word or of the phrase before it:
/// whether the word has the key of the word before it; or it and the word
/// before it have those of the words that begin and end a phrase.
pub(in crate::passes) fn may_be_copy(words: &[Word], at: usize) -> bool {
    let key = |at: usize| words.get(at).map_or(0, Word::key);
    let is_same = |at: usize, len: usize| at >= len && key(at) == key(at - len);
    key(at) != 0 && (1..=LONGEST_PHRASE).any(|len| is_same(at, len) && is_same(at + len - 1, len))
}

#[cfg(test)]
mod tests {
    use crate::passes::repeats::Look;
    use crate::{Buffers, Document, Edits};
    use proptest::prelude::*;
    use proptest::sample::select;

    /// Looks at each word, as if there was no hurry.
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
