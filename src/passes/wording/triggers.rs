//! Which words have rules: a test that rules out nearly every word, and then
//! a table.

use std::sync::LazyLock;

use crate::data::slips as table;
use crate::lexicon;
use crate::text::Word;

use super::look::Look;
use super::{Repair, apart, apostrophes, articles, clauses, its, pronouns, slips};

/// Looks for what is wrong at the word or right beside it.
pub(super) type Find = fn(&Look<'_>) -> Option<Repair>;

/// How many low bits of a key choose a place in the table.
const TABLE_BITS: u32 = 11;

/// The words that have rules, by their keys.
pub(super) struct Triggers {
    /// Open addressing; a row is found from the place of its key on.
    table: Box<[Option<Row>; 1 << TABLE_BITS]>,
}

#[derive(Clone, Copy)]
struct Row {
    key: u32,
    word: &'static str,
    find: Find,
    needs: Needs,
}

/// Which words must stand beside a trigger, as filters of a bit for each key:
/// the rules find nothing beside others.
#[derive(Clone, Copy)]
struct Needs {
    before: u64,
    behind: u64,
}

impl Needs {
    const NONE: Self = Self { before: u64::MAX, behind: u64::MAX };

    /// One of these words must stand before, and one of these behind; of no
    /// words, any may.
    fn new(before: &[&str], behind: &[&str]) -> Self {
        let filter = |words: &[&str]| match words {
            [] => u64::MAX,
            _ => words.iter().fold(0, |bits, word| bits | bit(lexicon::get_with_key(word).1)),
        };
        Self { before: filter(before), behind: filter(behind) }
    }

    #[inline]
    fn fit(self, before: u32, behind: u32) -> bool {
        (self.before & bit(before) != 0) & (self.behind & bit(behind) != 0)
    }

    fn or(self, other: Self) -> Self {
        Self { before: self.before | other.before, behind: self.behind | other.behind }
    }
}

fn bit(key: u32) -> u64 {
    1 << (key >> 26)
}

impl Triggers {
    pub(super) fn get() -> &'static Self {
        static TRIGGERS: LazyLock<Triggers> = LazyLock::new(Triggers::new);
        &TRIGGERS
    }

    fn new() -> Self {
        let mut new = Self { table: Box::new([None; 1 << TABLE_BITS]) };
        each(|word, find, needs| {
            let key = lexicon::get_with_key(word).1;
            let mut at = place(key);
            while let Some(row) = &mut new.table[at] {
                if row.word.eq_ignore_ascii_case(word) {
                    row.needs = row.needs.or(needs);
                    return;
                }
                at = (at + 1) % new.table.len();
            }
            new.table[at] = Some(Row { key, word, find, needs });
        });
        new
    }

    /// The keys of the words that have rules.
    pub(super) fn keys(&self) -> impl Iterator<Item = u32> {
        self.table.iter().flatten().map(|row| row.key)
    }

    /// Whether a rule for the word `at` may find something beside its
    /// neighbours, by their keys.
    pub(super) fn may_find(&self, words: &[Word], at: usize) -> bool {
        self.row(&words[at], has_neighbours(words, at)).is_some()
    }

    /// The rules for the word `at`, if there are any that may find something
    /// beside its neighbours.
    pub(super) fn find(&self, words: &[Word], at: usize, text: &str) -> Option<Find> {
        let (word, fits) = (&words[at], has_neighbours(words, at));
        let row = self.row(word, |row| fits(row) && is_same(word.text(text), row.word));
        row.map(|row| row.find)
    }

    /// The row of the word for which the test says yes.
    fn row(&self, word: &Word, is_it: impl Fn(&Row) -> bool) -> Option<&Row> {
        let mut at = place(word.rough_key());
        loop {
            let row = self.table[at].as_ref()?;
            if row.key == word.rough_key() && is_it(row) {
                return Some(row);
            }
            at = (at + 1) % self.table.len();
        }
    }
}

/// Whether the neighbours of the word `at` are those that a row needs.
fn has_neighbours(words: &[Word], at: usize) -> impl Fn(&Row) -> bool {
    let key = |at: usize| words.get(at).map_or(0, Word::rough_key);
    let (before, behind) = (key(at.wrapping_sub(1)), key(at + 1));
    move |row| row.needs.fit(before, behind)
}

fn place(key: u32) -> usize {
    (key % (1 << TABLE_BITS)) as usize
}

/// Whether a word is this one, in whatever case and with whatever apostrophe.
fn is_same(word: &str, lower: &str) -> bool {
    let straight = |c: char| if c == '’' { '\'' } else { c.to_ascii_lowercase() };
    word.eq_ignore_ascii_case(lower)
        || word.len() > lower.len()
            && word.chars().map(straight).eq(lower.chars().map(|c| c.to_ascii_lowercase()))
}

/// The ending of an owner, apart or behind another sign than the apostrophe.
fn ending_of_owner(look: &Look<'_>) -> Option<Repair> {
    apart::owner(look).or_else(|| apostrophes::lost(look))
}

/// Calls `take` with every word that has rules, in any case. If one comes
/// twice, the rules that come first have it.
fn each(mut take: impl FnMut(&'static str, Find, Needs)) {
    let words: [(&[&str], Find, Needs); 25] = [
        (&["a", "an"], articles::article, Needs::NONE),
        (&["as"], clauses::since, Needs::NONE),
        (table::MODALS, clauses::have, Needs::new(&[], &["of"])),
        (&["then"], clauses::than, Needs::NONE),
        (&["loose", "looses", "loosing"], clauses::lose, Needs::NONE),
        (table::AFTER_TOO, clauses::too, Needs::new(&["to"], &[])),
        (&["it's"], its::its, Needs::NONE),
        (&["its"], its::it_is, Needs::NONE),
        (&["their"], pronouns::their, Needs::new(&[], pronouns::AFTER_THEIR)),
        (&["they're"], pronouns::their, Needs::new(&[], &["own"])),
        (&["there"], pronouns::there, Needs::new(&[], &["own"])),
        (&["your"], pronouns::your, Needs::new(&[], pronouns::AFTER_YOUR)),
        (&["you're"], pronouns::your, Needs::new(&[], &["own"])),
        (&["who's"], pronouns::whose, Needs::new(&[], &["own", "name", "names"])),
        (&["whose"], pronouns::whose, Needs::new(&[], &["been", "going"])),
        (&["lets"], pronouns::lets, Needs::NONE),
        (&["im"], pronouns::i_am, Needs::NONE),
        (&["ive"], pronouns::i_have, Needs::NONE),
        (table::SHORT_FOR_IS, pronouns::is, Needs::NONE),
        (&["cant", "wont"], pronouns::not, Needs::NONE),
        (&["id"], pronouns::i_would, Needs::new(&[], pronouns::AFTER_I_WOULD)),
        (&["ill"], pronouns::i_will, Needs::new(&[], pronouns::AFTER_I_WILL)),
        (apart::ORDINALS, apart::ordinal, Needs::NONE),
        (&["s"], ending_of_owner, Needs::NONE),
        (table::ENDINGS, apostrophes::lost, Needs::NONE),
    ];
    for (list, find, needs) in words {
        list.iter().for_each(|word| take(word, find, needs));
    }
    for slip in table::SLIPS {
        let (before, after) = (slip.before.split(' ').next_back(), slip.after.split(' ').next());
        let words = |word: Option<&'static str>| word.filter(|w| !w.is_empty());
        let needs = Needs::new(words(before).as_slice(), words(after).as_slice());
        take(slip.wrong, slips::slip, needs);
    }
    for name in table::SPUN_NAMES {
        let mut words = name.spun.split(' ');
        let first = words.next().unwrap_or_default();
        take(first, slips::slip, Needs::new(&[], words.next().as_slice()));
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{Buffers, Document};

    fn all() -> Vec<(&'static str, Find)> {
        let mut all: Vec<(&'static str, Find)> = Vec::new();
        each(|word, find, _| {
            if all.iter().all(|(w, _)| !w.eq_ignore_ascii_case(word)) {
                all.push((word, find));
            }
        });
        all
    }

    /// Words that may have to stand beside one that has rules.
    fn beside() -> Vec<&'static str> {
        let slips = table::SLIPS.iter().flat_map(|slip| [slip.before, slip.after]);
        let names = table::SPUN_NAMES.iter().map(|name| name.spun);
        let words = slips.chain(names).flat_map(|words| words.split(' '));
        let lists = [pronouns::AFTER_THEIR, pronouns::AFTER_YOUR, table::BEFORE_TOO];
        let lists = lists.into_iter().flatten().copied();
        words.filter(|word| !word.is_empty()).chain(lists).collect()
    }

    /// The rules for each word of a text, by the table and by reading all.
    fn fast_and_slow(text: &str) -> [Vec<Option<usize>>; 2] {
        let triggers = Triggers::get();
        let buffers = Buffers::default();
        let doc = Document::new(text, &buffers);
        let is_it = |w: &Word, row: &Row| is_same(w.text(text), row.word);
        let fast = |w: &Word| triggers.row(w, |row| is_it(w, row)).map(|row| row.find);
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
    fn the_table_is_sparse() {
        let triggers = Triggers::get();
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

        #[test]
        fn no_rule_finds_anything_beside_other_words(
            text in prop::collection::vec(
                prop_oneof![
                    prop::sample::select(all()).prop_map(|(word, _)| word.to_owned()),
                    prop::sample::select(beside()).prop_map(str::to_owned),
                    prop::sample::select(&["The", "We", "road", ".", "own", "to", "of"][..])
                        .prop_map(str::to_owned),
                ],
                1..30,
            )
        ) {
            let text = text.join(" ").replace(" .", ".");
            let buffers = Buffers::default();
            let doc = Document::new(&text, &buffers);
            let mut look = Look::new(&text, doc.words());
            for (at, word) in look.words.iter().enumerate() {
                look.at = at;
                let row = Triggers::get().row(word, |row| is_same(word.text(&text), row.word));
                if row.and_then(|row| (row.find)(&look)).is_some() {
                    prop_assert!(Triggers::get().find(look.words, at, &text).is_some());
                    prop_assert!(Triggers::get().may_find(look.words, at));
                }
            }
        }
    }
}
