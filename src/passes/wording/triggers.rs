//! Which words have rules: a test that rules out nearly every word, and then
//! a table.

use std::sync::LazyLock;

use crate::data::slips as table;
use crate::lexicon;
use crate::text::Word;

use super::look::Look;
use super::{Repair, articles, clauses, its, pronouns, slips};

/// Looks for what is wrong at the word or right beside it.
pub(super) type Find = fn(&Look<'_>) -> Option<Repair>;

/// How many low bits of a key choose a place in the table.
const TABLE_BITS: u32 = 11;
/// How many low bits of a key choose a bit of the filter.
const FILTER_BITS: u32 = 15;

/// The words that have rules, by their keys.
pub(super) struct Triggers {
    /// A bit for each word. One word in a hundred others has its bit by chance.
    filter: Box<[u64; 1 << (FILTER_BITS - 6)]>,
    /// Open addressing; a row is found from the place of its key on.
    table: Box<[Option<Row>; 1 << TABLE_BITS]>,
}

#[derive(Clone, Copy)]
struct Row {
    key: u32,
    word: &'static str,
    find: Find,
}

impl Triggers {
    pub(super) fn get() -> &'static Self {
        static TRIGGERS: LazyLock<Triggers> = LazyLock::new(Triggers::new);
        &TRIGGERS
    }

    fn new() -> Self {
        let mut new = Self { filter: Box::new([0; _]), table: Box::new([None; _]) };
        each(|word, find| {
            let key = lexicon::get_with_key(word).1;
            let bit = key % (1 << FILTER_BITS);
            new.filter[bit as usize / 64] |= 1 << (bit % 64);
            let mut at = place(key);
            while let Some(row) = new.table[at] {
                if row.word.eq_ignore_ascii_case(word) {
                    return;
                }
                at = (at + 1) % new.table.len();
            }
            new.table[at] = Some(Row { key, word, find });
        });
        new
    }

    /// Whether the word may have rules.
    #[inline]
    pub(super) fn may_have(&self, word: &Word) -> bool {
        let bit = word.key() % (1 << FILTER_BITS);
        self.filter[bit as usize / 64] & 1 << (bit % 64) != 0
    }

    /// The rules for a word, if there are any.
    pub(super) fn find(&self, word: &Word, text: &str) -> Option<Find> {
        let mut at = place(word.key());
        loop {
            let row = self.table[at]?;
            if row.key == word.key() && is_same(word.text(text), row.word) {
                return Some(row.find);
            }
            at = (at + 1) % self.table.len();
        }
    }
}

fn place(key: u32) -> usize {
    (key % (1 << TABLE_BITS)) as usize
}

/// Whether a word is this one, in whatever case and with whatever apostrophe.
fn is_same(word: &str, lower: &str) -> bool {
    word.eq_ignore_ascii_case(lower)
        || word.contains('’') && word.replace('’', "'").eq_ignore_ascii_case(lower)
}

/// Calls `take` with every word that has rules, in any case. If one comes
/// twice, the rules that come first have it.
fn each(mut take: impl FnMut(&'static str, Find)) {
    let words: [(&[&str], Find); 14] = [
        (&["a", "an"], articles::article),
        (&["as"], clauses::since),
        (table::MODALS, clauses::have),
        (&["then"], clauses::than),
        (&["loose", "looses", "loosing"], clauses::lose),
        (table::AFTER_TOO, clauses::too),
        (&["it's"], its::its),
        (&["its"], its::it_is),
        (&["their", "they're"], pronouns::their),
        (&["there"], pronouns::there),
        (&["your", "you're"], pronouns::your),
        (&["who's", "whose"], pronouns::whose),
        (&["lets"], pronouns::lets),
        (&["cant", "wont"], pronouns::not),
    ];
    for (list, find) in words {
        list.iter().for_each(|word| take(word, find));
    }
    table::SLIPS.iter().for_each(|slip| take(slip.wrong, slips::slip));
    for name in table::SPUN_NAMES {
        take(slips::first_word(name.spun), slips::slip);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{Buffers, Document};

    fn all() -> Vec<(&'static str, Find)> {
        let mut all: Vec<(&'static str, Find)> = Vec::new();
        each(|word, find| {
            if all.iter().all(|(w, _)| !w.eq_ignore_ascii_case(word)) {
                all.push((word, find));
            }
        });
        all
    }

    /// The rules for each word of a text, by the table and by reading all.
    fn fast_and_slow(text: &str) -> [Vec<Option<usize>>; 2] {
        let triggers = Triggers::get();
        let buffers = Buffers::default();
        let doc = Document::new(text, &buffers);
        let fast = |w: &Word| triggers.may_have(w).then(|| triggers.find(w, text)).flatten();
        let slow = |w: &Word| {
            let word = w.text(text).to_ascii_lowercase().replace('’', "'");
            let row = all().into_iter().find(|(trigger, _)| trigger.eq_ignore_ascii_case(&word));
            row.filter(|_| w.key() != 0).map(|(_, find)| find)
        };
        let words = doc.words();
        let address = |find: Option<Find>| find.map(|f| f as usize);
        [
            words.iter().map(|w| address(fast(w))).collect(),
            words.iter().map(|w| address(slow(w))).collect(),
        ]
    }

    #[test]
    fn every_trigger_is_found_in_every_case() {
        for (word, _) in all() {
            for word in [word.to_owned(), word.to_uppercase(), word.replace('\'', "’")] {
                let [fast, slow] = fast_and_slow(&word);
                assert!(fast.len() == 1 && fast[0].is_some(), "{word}");
                assert_eq!(fast, slow, "{word}");
            }
        }
    }

    #[test]
    fn the_filter_rules_out_nearly_all() {
        let triggers = Triggers::get();
        let bits: u32 = triggers.filter.iter().map(|b| b.count_ones()).sum();
        assert!(bits < (1 << FILTER_BITS) / 64, "{bits} bits");
        let rows = triggers.table.iter().flatten().count();
        assert!(rows < triggers.table.len() / 3, "{rows} rows");
    }

    proptest! {
        #[test]
        fn the_table_finds_what_reading_all_finds(
            text in prop::collection::vec(
                prop_oneof![
                    "[a-zA-Z’']{1,9}",
                    prop::sample::select(all()).prop_map(|(word, _)| word.to_owned()),
                    prop::sample::select(all()).prop_map(|(word, _)| format!("{word}’s")),
                ],
                1..20,
            )
        ) {
            let text = text.join(" ");
            let [fast, slow] = fast_and_slow(&text);
            prop_assert_eq!(fast, slow);
        }
    }
}
