//! The floor for whatever looks at words: a loop that splits a text at white
//! space and asks a hash set of the lexicon's words for each word.

use std::collections::HashSet;
use std::fs;

use foldhash::fast::FixedState;

/// What the loop asks.
pub(crate) struct BareLoop(HashSet<String, FixedState>);

impl BareLoop {
    /// A loop that knows the words from which copydesk's own lexicon is made.
    pub(crate) fn new() -> Self {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/data/words.tsv");
        let lines = fs::read_to_string(path).expect("the repository has the words");
        let words = lines.lines().filter_map(|line| line.split('\t').next());
        Self(words.map(str::to_owned).collect())
    }

    /// How many words of a text are known.
    pub(crate) fn count(&self, text: &str) -> usize {
        text.split_whitespace().filter(|word| self.0.contains(*word)).count()
    }
}
