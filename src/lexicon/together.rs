//! Several words looked up at one go.

use super::{Entry, Hash, table};

/// How many words are looked up at one go.
const MOST: usize = 16;

/// Words that wait to be looked up, each with what it is to be known for.
///
/// What is none of the most frequent words costs a wait for the memory. One wait
/// for many is hardly longer than one for each.
pub(crate) struct Together<T> {
    words: [(Hash, T); MOST],
    len: usize,
}

impl<T: Copy + Default> Default for Together<T> {
    fn default() -> Self {
        Self { words: [Default::default(); MOST], len: 0 }
    }
}

impl<T: Copy> Together<T> {
    /// Adds a word, which is none of the most frequent or hardly ever one. Says
    /// whether it was the last for which there is room.
    #[inline]
    #[must_use]
    pub(crate) fn add(&mut self, word: Hash, with: T) -> bool {
        self.words[self.len % MOST] = (word, with);
        self.len += 1;
        self.len == MOST
    }

    /// Takes all words out, in order, with what the lexicon knows of each.
    #[inline]
    pub(crate) fn look_up(&mut self, mut f: impl FnMut(Entry, Hash, T)) {
        let words = &self.words[..std::mem::take(&mut self.len)];
        let mut filters = [0; MOST];
        for (filter, (word, _)) in filters.iter_mut().zip(words) {
            *filter = table::ask(word.0);
        }
        for (filter, &(word, with)) in filters.iter().zip(words) {
            f(Entry(table::get_asked(word.0, *filter)), word, with);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon;

    #[test]
    fn words_know_together_what_they_know_alone() {
        let words = ["ochre", "goverment", "the", "xqzv", "heron", "Tehran", "usury"];
        let mut together = Together::default();
        for n in 0..=MOST {
            let row = || words.iter().cycle().take(n);
            for (i, word) in row().enumerate() {
                let hash = Hash(lexicon::hash(word.as_bytes()).expect("a word"));
                assert_eq!(together.add(hash, i), i + 1 == MOST);
            }
            let mut found = Vec::new();
            together.look_up(|entry, hash, i| found.push((i, (entry, hash.key()))));
            let slowly: Vec<_> =
                row().map(|word| lexicon::get_with_key(word)).enumerate().collect();
            assert_eq!(found, slowly);
        }
    }
}
