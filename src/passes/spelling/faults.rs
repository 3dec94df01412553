//! Goes through the words of a document that may be misspelt, and finds what is the matter
//! with each.

use std::cell::OnceCell;
use std::ops::Range;

use super::candidates::{Candidate, Candidates};
use super::judge::{Suspect, Verdict};
use super::letters::MAX_LEN;
use super::look::{self, Around, Gap, Look, Mended};
use super::memory::Memory;
use crate::buffers::Lent;
use crate::data::misspellings::TABLE;
use crate::lexicon::{self, Entry};
use crate::passes::marks::Mark;
use crate::passes::own_words::OwnWords;
use crate::text::language::{is_foreign_function_word, is_in_other_language};
use crate::text::{Case, Kind, Word, key_filter};
use crate::{Document, Language};

/// A word that stands in a text so many times is meant, if a letter is far from the right one.
const OFTEN: usize = 4;

/// What was found at a word.
pub(super) enum Fault<'s> {
    /// It stands in the table; this is meant.
    Table(&'static str),
    /// It is a part of a word, and this space stands in it, or a hyphen and a space.
    Gap,
    /// It is a slip of this word.
    Slip(&'s Candidate),
    /// It may be a slip of one of these.
    Unclear(&'s Suspect<'s>, &'s Candidates),
}

/// Calls `f` with each word that may be misspelt, its range without a
/// possessive ending, or that of the stray space, and what is the matter.
pub(super) fn each_fault(
    doc: &Document<'_>,
    look: Look<'_>,
    own: &OwnWords,
    mut f: impl FnMut(&Word, Range<usize>, Fault<'_>),
) {
    let mut doubtful = doc.marks().each(Mark::Doubtful).peekable();
    // Many short texts have none.
    if doubtful.peek().is_none() || is_plainly_not_english(doc, look) {
        return;
    }
    let mut reader = Proofreader {
        doc,
        look,
        own,
        mended: Mended::default(),
        doubtful: None,
        memory: None,
        vocabulary: Vocabulary::default(),
        names: Names::default(),
    };
    for at in doubtful {
        let word = &look.words[at];
        let may_be_part = look::is_odd(word.entry()) && word.case() == Case::Lower;
        if may_be_part && let Some(gap) = look.gap_inside(at) {
            reader.judge_gap(at, gap, &mut f);
        } else if look.may_be_a_slip(at) {
            reader.judge_word(at, &mut f);
        }
    }
}

/// What is known of the document that is read. What few words ask for is found when the first does.
struct Proofreader<'a, 'd> {
    doc: &'a Document<'d>,
    look: Look<'a>,
    own: &'a OwnWords,
    mended: Mended,
    /// The keys of the doubtful words, sorted.
    doubtful: Option<Lent<'d, Vec<u32>>>,
    memory: Option<Lent<'d, Memory>>,
    vocabulary: Vocabulary<'d>,
    names: Names<'d>,
}

impl Proofreader<'_, '_> {
    /// Judges a gap that parts a common word, of which the word here is a part.
    fn judge_gap(
        &mut self,
        at: usize,
        gap: Gap,
        f: &mut impl FnMut(&Word, Range<usize>, Fault<'_>),
    ) {
        let word = &self.look.words[at];
        let around = self.look.around(at, &self.mended);
        // The other parts around are odd too.
        if around.is_mostly_english()
            && is_english(self.doc, self.look, around, at)
            && !self.own.keeps(word, self.look.text)
        {
            self.mended.add(gap.first, gap.entry);
            self.mended.add(gap.first + 1, gap.entry);
            f(word, gap.range, Fault::Gap);
        }
    }

    /// Looks a word up in the table, and judges it if it is not there.
    fn judge_word(&mut self, at: usize, f: &mut impl FnMut(&Word, Range<usize>, Fault<'_>)) {
        let look = self.look;
        let word = &look.words[at];
        let around = look.around(at, &self.mended);
        if !around.is_english(1) || self.own.keeps(word, look.text) {
            return;
        }
        let range = look.without_ending(word);
        let mut letters = [0; MAX_LEN];
        let letters = in_lower_case(&look.text[range.clone()], &mut letters);
        if let Some(meant) = TABLE.get(letters) {
            if is_english(self.doc, self.look, around, at)
                && let Some((meant, entry)) = meant_in_place(look, at, meant, &self.mended)
            {
                self.mended.add(at, entry);
                f(word, range, Fault::Table(meant));
            }
            return;
        }
        self.judge_unlisted(at, range, letters, around, f);
    }

    /// Judges a word that the table does not have.
    fn judge_unlisted(
        &mut self,
        at: usize,
        range: Range<usize>,
        letters: &[u8],
        around: Around,
        f: &mut impl FnMut(&Word, Range<usize>, Fault<'_>),
    ) {
        let (doc, look) = (self.doc, self.look);
        let word = &look.words[at];
        let [before, after] = look.neighbours(at);
        let may_be_slip = is_unusual(word.entry(), before.or(after).is_some());
        if !may_be_slip || letters.contains(&b'\'') || !around.is_english(3) {
            return;
        }
        let doubtful = self.doubtful.get_or_insert_with(|| {
            sorted_keys(doc, doc.marks().each(Mark::Doubtful).map(|at| &look.words[at]))
        });
        let vocabulary = &self.vocabulary;
        let suspect = Suspect {
            letters,
            known: (word.entry(), word.key()),
            before,
            after,
            has_capital: word.case() == Case::Title,
            goes_on: look.goes_on(at),
            is_part: look.is_part(word),
            has_word: &|key| vocabulary.has(doc, look, key),
            is_beside_strangers: look.is_beside_strangers(at),
            is_repeated: is_there(2, doubtful, word.key()),
        };
        let memory = self.memory.get_or_insert_with(|| doc.lend::<Memory>());
        match suspect.judge(memory) {
            Verdict::Fine => {}
            _ if !is_english(doc, look, around, at) => {}
            Verdict::Slip(meant) => {
                let is_owner = || meant.text().ends_with("ies") && look.may_be_owner(at);
                // It has its capital elsewhere.
                let is_name = || !meant.is_likeliest() && self.names.has(doc, look, word.key());
                // What a text has so often it means. But a writer may always take the wrong
                // vowel, or a letter that sounds alike: `distrobution`.
                let is_own = || meant.is_of_far_letter() && is_there(OFTEN, doubtful, word.key());
                // "Comme il faut", "ich habe Hunger".
                let is_quoted = || {
                    let is_small = is_foreign_function_word(word.text(look.text));
                    is_small && suspect.is_beside_strangers || look.is_behind_foreign(at)
                };
                if !look.is_spared(at, meant.key, &self.mended)
                    && !is_quoted()
                    && !is_owner()
                    && !is_name()
                    && !is_own()
                {
                    self.mended.add(at, meant.entry);
                    f(word, range, Fault::Slip(&meant));
                }
            }
            Verdict::Unclear => f(word, range, Fault::Unclear(&suspect, memory.found())),
        }
    }
}

/// Whether a document is not English, whatever a few words of it look like.
fn is_plainly_not_english(doc: &Document<'_>, look: Look<'_>) -> bool {
    let count = doc.marks().count(Mark::Doubtful);
    (count > 20 && count > look.words.len() / 3) || doc.is_told_not_to_be_english()
}

/// Whether a word is none of the lexicon, or a rare one or a name beside words that it
/// knows.
fn is_unusual(entry: Entry, has_neighbours: bool) -> bool {
    !entry.is_known() || (!entry.is_ordinary() || entry.frequency() <= 2) && has_neighbours
}

/// Whether a word stands in English: in a line of it among others, in a few words that
/// tell no language, or where the language of the document need not be asked for.
fn is_english(doc: &Document<'_>, look: Look<'_>, around: Around, at: usize) -> bool {
    (around.is_plainly_english() && !look.is_among_foreign(at)
        || doc.language() == Language::English)
        && !is_in_other_language(look.text, look.words, at)
}

/// A word of ASCII in lower case.
fn in_lower_case<'m>(word: &str, memory: &'m mut [u8; MAX_LEN]) -> &'m [u8] {
    let letters = &mut memory[..word.len()];
    letters.copy_from_slice(word.as_bytes());
    letters.make_ascii_lowercase();
    letters
}

/// The form that is meant of a word of the table, and what the lexicon knows of it;
/// none if it does not fit where it would stand.
fn meant_in_place(
    look: Look<'_>,
    at: usize,
    meant: &'static str,
    mended: &Mended,
) -> Option<(&'static str, Entry)> {
    let meant = look.form_of_verb(at, meant)?;
    let (entry, key) = lexicon::get_with_key(meant);
    (!look.is_spared(at, key, mended)).then_some((meant, entry))
}

/// The size of the set of the words of a long document.
const LARGEST: usize = 4096;

/// The words of a document, read when the first is asked for.
#[derive(Default)]
struct Vocabulary<'d>(OnceCell<Lent<'d, Vec<u64>>>);

impl<'d> Vocabulary<'d> {
    /// Whether the document may have a word of this key. One in a hundred that
    /// it does not have is taken for one.
    fn has(&self, doc: &Document<'d>, look: Look<'_>, key: u32) -> bool {
        let set = self.0.get_or_init(|| {
            let mut set = doc.lend::<Vec<u64>>();
            set.resize(look.words.len().clamp(64, LARGEST), 0);
            // Of a set of known size, places are found in fewer steps.
            match set.first_chunk_mut::<LARGEST>() {
                Some(set) => look.words.iter().for_each(|w| key_filter::add(set, w.rough_key())),
                None => look.words.iter().for_each(|w| key_filter::add(&mut set, w.rough_key())),
            }
            set
        });
        key_filter::may_have(set, key)
    }
}

/// The unknown words with a capital inside a sentence, read when the first is
/// asked for: their keys, sorted.
#[derive(Default)]
struct Names<'d>(OnceCell<Lent<'d, Vec<u32>>>);

impl<'d> Names<'d> {
    fn has(&self, doc: &Document<'d>, look: Look<'_>, key: u32) -> bool {
        let keys = self.0.get_or_init(|| {
            let capitals = doc.marks().each(Mark::NameLike).map(|at| &look.words[at]);
            let names = capitals.filter(|word| {
                word.kind() == Kind::Word && !word.starts_sentence() && !word.entry().is_known()
            });
            sorted_keys(doc, names)
        });
        keys.binary_search(&key).is_ok()
    }
}

/// The keys of these words, sorted.
fn sorted_keys<'d, 'w>(
    doc: &Document<'d>,
    words: impl Iterator<Item = &'w Word>,
) -> Lent<'d, Vec<u32>> {
    let mut keys = doc.lend::<Vec<u32>>();
    keys.extend(words.map(Word::key));
    keys.sort_unstable();
    keys
}

/// Whether the key is there so many times or more in a sorted list.
fn is_there(times: usize, keys: &[u32], key: u32) -> bool {
    let first = keys.partition_point(|k| *k < key);
    keys.get(first + times - 1) == Some(&key)
}
