//! The floor for whatever looks at words: a loop that splits a text at white
//! space and asks a hash set for each word.

use std::collections::HashSet;

use foldhash::fast::FixedState;

/// What the loop asks.
pub(crate) struct BareLoop(HashSet<String, FixedState>);

impl BareLoop {
    /// As many words as copydesk's own lexicon has: a set that fits a small
    /// cache would flatter.
    const LEN: usize = 367_000;

    /// A loop that knows all words of these texts.
    pub(crate) fn new<'t>(texts: impl Iterator<Item = &'t str>) -> Self {
        let words = texts.flat_map(str::split_whitespace).map(str::to_owned);
        let mut known: HashSet<_, _> = words.collect();
        known.extend((known.len()..Self::LEN).map(|n| format!("word{n}")));
        Self(known)
    }

    /// How many words of a text are known.
    pub(crate) fn count(&self, text: &str) -> usize {
        text.split_whitespace().filter(|word| self.0.contains(*word)).count()
    }
}
