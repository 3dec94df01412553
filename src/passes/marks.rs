//! Which words of a text are worth a look, for all the passes that look at
//! words: found in one sweep, a bit for each word and question.
//!
//! Of a clean text most passes look at few words, and nearly all the time goes
//! into telling which. What tells so is what is stored with a word (its kind,
//! its case, its place, its entry in the lexicon) and one bit of a filter of
//! the words that a pass has lists of.

use std::hint::black_box;
use std::ops::Range;
use std::sync::LazyLock;

use crate::buffers::Reuse;
use crate::lexicon::Entry;
use crate::passes::repeats::near::may_be_copy;
use crate::passes::{casing, wording};
use crate::text::lanes::{self, BLOCK, Lanes};
use crate::text::reread::WordChange;
use crate::text::{Case, Kind, Word};

/// A question that a pass asks of each word. The answer may be yes for more
/// words than the pass has use for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    /// Has rules of `wording` that may find something there.
    Ruled,
    /// In lower case, and may be a name or stand where a capital belongs.
    Lower,
    /// Looks like a name: has a capital, or is an initialism or the name of a command,
    /// a file or a version.
    NameLike,
    /// Unknown, or so rare that it may be misspelt.
    Doubtful,
    /// May begin the copy of the word or of the phrase before it.
    Copy,
}

/// The marks of the words of a text.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Marks {
    /// A block for 64 words, with the bits of each mark.
    blocks: Vec<[u64; MARKS]>,
}

const MARKS: usize = 5;
/// The marks that a word has whatever stands beside it.
const OWN_MARKS: usize = 4;
/// The longest phrase of which a copy is looked for, in words.
pub(crate) const LONGEST_PHRASE: usize = 4;
/// How many words before a word, and behind it, its marks depend on.
const BEFORE: usize = LONGEST_PHRASE;
const BEHIND: usize = LONGEST_PHRASE - 1;

impl Reuse for Marks {
    fn reset(&mut self) {
        self.blocks.clear();
    }
}

impl Marks {
    /// Marks the words of a text.
    pub(crate) fn read(&mut self, words: &[Word]) {
        self.resize(words.len());
        self.mark(words, 0..words.len());
    }

    /// Makes the marks of a text those of an edited one with these words. `old` is
    /// working memory, and empty.
    pub(crate) fn update(&mut self, changes: &[WordChange], words: &[Word], old: &mut Self) {
        if changes.iter().any(|change| change.old.len() != change.new.len()) {
            old.blocks.extend_from_slice(&self.blocks);
        }
        self.resize(words.len());
        let mut changes = changes.iter().peekable();
        while let Some(mut change) = changes.next() {
            // From here on the marks of a word depend on the change, and up to there.
            let start = change.new.start.saturating_sub(BEHIND);
            while let Some(next) = changes.next_if(|next| next.new.start <= change.new.end + BEFORE)
            {
                change = next;
            }
            let end = words.len().min(change.new.end + BEFORE);
            self.mark(words, start..end);
            let was = change.old.end + (end - change.new.end);
            if was != end {
                let next = changes.peek().map_or(words.len(), |next| next.new.start);
                self.copy(old, was, end..next);
            }
        }
    }

    /// Makes room for the marks of so many words.
    fn resize(&mut self, words: usize) {
        self.blocks.resize(words.div_ceil(BLOCK), [0; MARKS]);
        let beyond = words % BLOCK;
        if let Some(last) = self.blocks.last_mut().filter(|_| beyond > 0) {
            last.iter_mut().for_each(|bits| *bits &= !(u64::MAX << beyond));
        }
    }

    /// Marks some of the words.
    fn mark(&mut self, words: &[Word], part: Range<usize>) {
        for start in part.clone().step_by(BLOCK) {
            let len = BLOCK.min(part.end - start);
            let mut marks = marks_of(words, start..start + len);
            look_closer(words, start, &mut marks);
            self.put(marks, start, len);
        }
    }

    /// Gives these words the marks that words had, the first of them at `was`.
    fn copy(&mut self, old: &Self, was: usize, words: Range<usize>) {
        let mut start = words.start;
        while start < words.end {
            // To the end of a block, so that the next one begins with one.
            let len = (BLOCK - start % BLOCK).min(words.end - start);
            let was = was + (start - words.start);
            let (block, bit) = (was / BLOCK, was % BLOCK);
            let mut marks = old.blocks[block].map(|bits| bits >> bit);
            if bit + len > BLOCK {
                let rest = old.blocks[block + 1];
                marks.iter_mut().zip(rest).for_each(|(bits, rest)| *bits |= rest << (BLOCK - bit));
            }
            self.put(marks, start, len);
            start += len;
        }
    }

    /// Gives `len` words, 64 or less, these marks, the first of them at `start`.
    fn put(&mut self, marks: [u64; MARKS], start: usize, len: usize) {
        let (block, bit) = (start / BLOCK, start % BLOCK);
        let these = u64::MAX >> (BLOCK - len);
        for (bits, marks) in self.blocks[block].iter_mut().zip(marks) {
            *bits = *bits & !(these << bit) | (marks & these) << bit;
        }
        if bit + len > BLOCK {
            let done = BLOCK - bit;
            for (bits, marks) in self.blocks[block + 1].iter_mut().zip(marks) {
                *bits = *bits & !(these >> done) | (marks & these) >> done;
            }
        }
    }

    /// The words with this mark, by their number.
    pub(crate) fn each(&self, mark: Mark) -> impl Iterator<Item = usize> {
        Stretch { blocks: &self.blocks, from: 0, to: self.blocks.len() }.each(mark)
    }

    /// The words with this mark, and with one before them that has it too.
    pub(crate) fn each_again(&self, mark: Mark) -> impl Iterator<Item = usize> {
        let mut last = 0;
        let again = move |marks: &[u64; MARKS]| {
            let here = marks[mark as usize];
            here & (here << 1 | std::mem::replace(&mut last, here) >> (BLOCK - 1))
        };
        each_bit(0, self.blocks.iter().map(again))
    }

    /// As [`each`](Self::each), for a pass that looks at the text near few words.
    pub(crate) fn each_fetched(
        &self,
        mark: Mark,
        words: &[Word],
        text: &str,
    ) -> impl Iterator<Item = usize> {
        self.stretches().flat_map(move |stretch| {
            stretch.fetch(words, text);
            stretch.each(mark)
        })
    }

    /// All words, in stretches that stay in a fast memory: for a pass that looks
    /// at them for more than one mark.
    pub(crate) fn stretches(&self) -> impl Iterator<Item = Stretch<'_>> {
        let blocks = &*self.blocks;
        let starts = (0..blocks.len()).step_by(STRETCH);
        starts.map(move |from| Stretch { blocks, from, to: blocks.len().min(from + STRETCH) })
    }

    /// How many words have this mark.
    pub(crate) fn count(&self, mark: Mark) -> usize {
        self.blocks.iter().map(|marks| marks[mark as usize].count_ones() as usize).sum()
    }
}

/// So many blocks make a stretch: with their text, their words take 36 KB.
const STRETCH: usize = if cfg!(test) { 2 } else { 32 };

/// The words of so many blocks do not stay in a fast memory.
const LONG: usize = if cfg!(test) { 2 } else { 1 << 11 };

/// The marks of a part of the words.
#[derive(Clone, Copy)]
pub(crate) struct Stretch<'m> {
    /// Those of all words, and which of them are meant.
    blocks: &'m [[u64; MARKS]],
    from: usize,
    to: usize,
}

impl<'m> Stretch<'m> {
    /// The numbers of its words; the last stretch may have fewer.
    pub(crate) fn words(self) -> Range<usize> {
        self.from * BLOCK..self.to * BLOCK
    }

    /// Has the words and their text come from the memory side by side, if they do not
    /// stay in a fast one: a look at a few of them would wait for each alone.
    #[inline]
    pub(crate) fn fetch(self, words: &[Word], text: &str) {
        if self.blocks.len() > LONG {
            let Range { start, end } = self.words();
            fetch(&words[start..end.min(words.len())], text);
        }
    }

    /// The words with this mark, by their number.
    pub(crate) fn each(self, mark: Mark) -> impl Iterator<Item = usize> + use<'m> {
        let blocks = self.blocks[self.from..self.to].iter();
        each_bit(self.from, blocks.map(move |marks| marks[mark as usize]))
    }

    /// The words with the first mark beside one with the other, and all words
    /// without that which stand between two with it.
    pub(crate) fn each_beside(
        self,
        first: Mark,
        other: Mark,
    ) -> impl Iterator<Item = usize> + use<'m> {
        let others = move |block: Option<&[u64; MARKS]>| block.map_or(0, |b| b[other as usize]);
        let bits = move |at: usize| {
            let marks = &self.blocks[at];
            let here = marks[other as usize];
            let last = others(at.checked_sub(1).and_then(|at| self.blocks.get(at)));
            let behind = here << 1 | last >> (BLOCK - 1);
            let before = here >> 1 | others(self.blocks.get(at + 1)) << (BLOCK - 1);
            marks[first as usize] & (before | behind) | before & behind & !here
        };
        each_bit(self.from, (self.from..self.to).map(bits))
    }
}

/// Reads something of each line of a cache that has words or their text.
#[cold]
fn fetch(words: &[Word], text: &str) {
    const LINE: usize = 64;
    let read = |read: u32, word: &Word| read ^ word.rough_key();
    black_box(words.iter().step_by(LINE / size_of::<Word>()).fold(0, read));
    if let [first, .., last] = words {
        let text = &text.as_bytes()[first.range().start..last.range().end];
        black_box(text.iter().step_by(LINE).fold(0, |read, b| read ^ b));
    }
}

/// So many words are looked at without a loop.
const AT_ONCE: usize = 4;

/// The marks of some of the words, 64 or less, as bits.
fn marks_of(words: &[Word], part: Range<usize>) -> [u64; MARKS] {
    let (entries, keys) = (&*ENTRIES, &**KEYS);
    let before = &words[part.start.saturating_sub(BEFORE)..part.start];
    let behind = &words[part.end..words.len().min(part.end + BEHIND)];
    // The lowest eight bits of the keys, those of the words around them too.
    let mut tags = [0; BEFORE + BLOCK + BEHIND];
    let mut own = [0; BLOCK];
    let tag = |(tag, word): (&mut u8, &Word)| *tag = word.rough_key() as u8;
    tags[BEFORE - before.len()..].iter_mut().zip(before).for_each(tag);
    tags[BEFORE + part.len()..].iter_mut().zip(behind).for_each(tag);
    // A branch for each word would be guessed wrong too often.
    let look = |own: &mut [u8], tags: &mut [u8], words: &[Word]| {
        for ((own, tag), word) in own.iter_mut().zip(tags).zip(words) {
            let by_entry = entries[usize::from(word.entry().bits())];
            let key = word.rough_key();
            let by_key = keys[key_byte(key)] >> key_bit(key) & BY_KEY;
            *own = FORMS[usize::from(word.form())] & (by_entry | by_key);
            *tag = key as u8;
        }
    };
    let words = &words[part];
    let (fours, rest) = words.as_chunks::<AT_ONCE>();
    let places = own.as_chunks_mut::<AT_ONCE>().0.iter_mut();
    for ((own, tags), words) in places.zip(tags[BEFORE..].as_chunks_mut::<AT_ONCE>().0).zip(fours) {
        look(own, tags, words);
    }
    let done = words.len() - rest.len();
    look(&mut own[done..], &mut tags[BEFORE + done..], rest);
    let mut marks = [0; MARKS];
    for (mark, bits) in marks[..OWN_MARKS].iter_mut().enumerate() {
        *bits = own_marks(&own, words.len(), mark);
    }
    marks[Mark::Copy as usize] = copies(&tags, words.len());
    marks
}

/// Takes away marks that a look at the words around shows to be wrong. They are
/// at hand here; for a pass they would have to come from far.
#[inline(never)]
fn look_closer(words: &[Word], start: usize, marks: &mut [u64; MARKS]) {
    let ruled = &mut marks[Mark::Ruled as usize];
    *ruled = those(*ruled, |at| wording::may_be_wrong(words, start + at));
    let copies = &mut marks[Mark::Copy as usize];
    *copies = those(*copies, |at| may_be_copy(words, start + at));
}

/// Those of the bits for which the test says yes.
fn those(bits: u64, is_such: impl Fn(usize) -> bool) -> u64 {
    lanes::each(bits).filter(|at| is_such(*at)).fold(0, |kept, at| kept | 1 << at)
}

/// The places of the bits of blocks from one on, one after the other.
fn each_bit(from: usize, mut blocks: impl Iterator<Item = u64>) -> impl Iterator<Item = usize> {
    let (mut bits, mut end) = (0_u64, from * BLOCK);
    std::iter::from_fn(move || {
        while bits == 0 {
            bits = blocks.next()?;
            end += BLOCK;
        }
        let at = end - BLOCK + bits.trailing_zeros() as usize;
        bits &= bits - 1;
        Some(at)
    })
}

/// Whether the word has [`Mark::Lower`] wherever it stands in lower case, by its
/// entry in the lexicon or by its key.
pub(crate) fn is_always_marked_lower(word: &Word) -> bool {
    let (by_entry, key) = (ENTRIES[usize::from(word.entry().bits())], word.rough_key());
    (by_entry | KEYS[key_byte(key)] >> key_bit(key) & BY_KEY) & LOWER != 0
}

/// Which of the first `len` words have a mark. Each has its marks in the lower
/// half, and those of a word that starts a sentence in the upper one.
#[inline(always)]
fn own_marks(words: &[u8; BLOCK], len: usize, mark: usize) -> u64 {
    lanes::bits_up_to(len, words, |[word]| {
        let either = word | shifted(word, OWN_MARKS);
        shifted(either, OWN_MARKS - 1 - mark)
    })
}

/// Lanes whose bits are moved up.
#[inline(always)]
fn shifted(lanes: Lanes, by: usize) -> Lanes {
    (0..by).fold(lanes, |lanes, _| lanes + lanes)
}

/// At which of the first `len` words copies may begin.
///
/// A phrase of some words stands twice if its first word and its last have the
/// tags of the words that stand so many words before them.
fn copies(tags: &[u8; BEFORE + BLOCK + BEHIND], len: usize) -> u64 {
    let bits = lanes::bits_up_to(len, tags, |tags: [Lanes; BEFORE + 1 + BEHIND]| {
        let is_copy = |phrase: usize| {
            let first = tags[BEFORE].simd_eq(tags[BEFORE - phrase]);
            first & tags[BEFORE + phrase - 1].simd_eq(tags[BEFORE - 1])
        };
        (2..=LONGEST_PHRASE).fold(is_copy(1), |lanes, phrase| lanes | is_copy(phrase))
    });
    bits & u64::MAX >> (BLOCK - len)
}

const DOUBTFUL: u8 = 1 << Mark::Doubtful as u8;
const LOWER: u8 = 1 << Mark::Lower as u8;
const NAME_LIKE: u8 = 1 << Mark::NameLike as u8;
const RULED: u8 = 1 << Mark::Ruled as u8;
/// What stands in the place of two of them until both sides are known: the mark
/// of a word that starts a sentence.
const DOUBTFUL_START: u8 = DOUBTFUL << OWN_MARKS;
const LOWER_START: u8 = LOWER << OWN_MARKS;

/// The marks that a word can have by its key, of four words in a byte: filters
/// with one hash of the words that two passes have lists of.
static KEYS: LazyLock<Box<[u8; 1 << KEY_BITS]>> = LazyLock::new(|| {
    let mut keys = Box::new([0; 1 << KEY_BITS]);
    let mut add = |key: u32, mark: u8| keys[key_byte(key)] |= mark << key_bit(key);
    casing::listed().for_each(|key| add(key, LOWER));
    wording::ruled().for_each(|key| add(key, RULED));
    keys
});
const KEY_BITS: u32 = 14;
const BY_KEY: u8 = LOWER | RULED;

/// The byte in which the marks of a key stand.
#[inline]
fn key_byte(key: u32) -> usize {
    (key >> (u32::BITS - KEY_BITS)) as usize
}

/// The bit of that byte from which on they stand.
#[inline]
fn key_bit(key: u32) -> u32 {
    key & 6
}

/// The marks that a word can have by its [form](Word::form): its kind, its place
/// and its case.
static FORMS: [u8; 256] = {
    let mut forms = [0; 256];
    let mut at = 0;
    while at < forms.len() {
        let (kind, case) = (at >> 4, at & 7);
        let (is_plain, starts) = (kind == Kind::Word as usize, at & STARTS != 0);
        if case == Case::Lower as usize {
            forms[at] |= LOWER;
            forms[at] |= if starts { LOWER_START } else { 0 };
            forms[at] |= if is_plain { DOUBTFUL | RULED } else { 0 };
        } else if case != Case::Uncased as usize {
            forms[at] |= NAME_LIKE;
        }
        if is_plain && case == Case::Title as usize {
            forms[at] |= RULED;
            forms[at] |= if starts { DOUBTFUL_START } else { 0 };
        }
        if kind == Kind::Initialism as usize
            || kind == Kind::Identifier as usize
            || kind == Kind::FileName as usize
            || kind == Kind::Version as usize
        {
            forms[at] |= NAME_LIKE;
        }
        at += 1;
    }
    forms
};
const STARTS: usize = 8;

/// The marks that a word can have by its entry in the lexicon.
static ENTRIES: LazyLock<[u8; 256]> = LazyLock::new(|| {
    Entry::all().map(|entry| {
        let mut marks = NAME_LIKE | LOWER_START;
        if entry.may_be_slip() {
            marks |= DOUBTFUL;
        }
        if !entry.is_known() {
            marks |= DOUBTFUL_START;
        }
        if casing::may_be_name(entry) {
            marks |= LOWER;
        }
        marks
    })
});

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;
    use crate::text::reader;
    use crate::{Buffers, Document};

    const MARKS: [Mark; 5] = [Mark::Doubtful, Mark::Lower, Mark::NameLike, Mark::Ruled, Mark::Copy];

    fn by_key(key: u32) -> u8 {
        KEYS[key_byte(key)] >> key_bit(key)
    }

    #[test]
    fn all_listed_keys_are_marked_and_few_others() {
        assert!(casing::listed().all(|key| by_key(key) & LOWER != 0));
        assert!(wording::ruled().all(|key| by_key(key) & RULED != 0));
        let others = (0..10_000).map(|n: u32| n.wrapping_mul(0x9E37_79B9));
        let marked = others.filter(|key| by_key(*key) & BY_KEY != 0).count();
        assert!(marked < 1000, "{marked}");
    }

    /// Whether a word has a mark, one question after the other.
    fn has(words: &[Word], at: usize, mark: Mark) -> bool {
        let word = &words[at];
        let (is_plain, entry) = (word.kind() == Kind::Word, word.entry());
        match (mark, word.case()) {
            (Mark::Copy, _) => may_be_copy(words, at),
            (Mark::Doubtful, Case::Lower) => is_plain && entry.may_be_slip(),
            (Mark::Doubtful, Case::Title) => {
                is_plain && word.starts_sentence() && !entry.is_known()
            }
            (Mark::Doubtful, _) => false,
            (Mark::Lower, Case::Lower) => {
                word.starts_sentence()
                    || casing::may_be_name(entry)
                    || by_key(word.rough_key()) & LOWER != 0
            }
            (Mark::Lower, _) => false,
            (Mark::NameLike, Case::Lower | Case::Uncased) => {
                word.kind() == Kind::Initialism || casing::is_technical(word.kind())
            }
            (Mark::NameLike, _) => true,
            (Mark::Ruled, Case::Lower | Case::Title) => {
                is_plain && wording::may_be_wrong(words, at)
            }
            (Mark::Ruled, _) => false,
        }
    }

    /// Words as passes look for them, and others.
    fn words() -> impl Strategy<Value = &'static str> {
        select(
            &[
                "the", "The", "its", "Then", "THEN", "then", "teh", "Teh", "TEH", "may", "norway",
                "Norway", "eBay", "U.S.", "a.m.", "J.", "dr. ", "dr. Hill", "7", "x7", "foo.com",
                "été", "日本", "could", "std::io", "a.pdf", "v1.2", ".", "? ", "\n", "\n\n", ",",
            ][..],
        )
    }

    proptest! {
        #[test]
        fn each_word_has_the_marks_that_are_its_own(words in vec(words(), 0..300)) {
            let text = words.join(" ");
            let buffers = Buffers::default();
            let doc = Document::new(&text, &buffers);
            for mark in MARKS {
                let marked: Vec<_> = doc.marks().each(mark).collect();
                let one_by_one = (0..doc.words().len()).filter(|at| has(doc.words(), *at, mark));
                prop_assert_eq!(&marked, &one_by_one.collect::<Vec<_>>(), "{:?}", mark);
                prop_assert_eq!(doc.marks().count(mark), marked.len());
                let fetched = doc.marks().each_fetched(mark, doc.words(), &text);
                prop_assert!(fetched.eq(marked.iter().copied()), "{:?}", mark);
                let again = marked.windows(2).filter(|two| two[0] + 1 == two[1]).map(|two| two[1]);
                prop_assert!(doc.marks().each_again(mark).eq(again), "{:?}", mark);
            }
            for (at, word) in doc.words().iter().enumerate() {
                let is_lower = word.case() == Case::Lower;
                if is_lower && is_always_marked_lower(word) {
                    prop_assert!(has(doc.words(), at, Mark::Lower), "{:?}", word);
                }
            }
            let has = |at: usize, mark| at < doc.words().len() && has(doc.words(), at, mark);
            let is_beside = |at: &usize| {
                let beside = [at.wrapping_sub(1), at + 1].map(|at| has(at, Mark::NameLike));
                beside == [true; 2] && !has(*at, Mark::NameLike)
                    || has(*at, Mark::Lower) && beside != [false; 2]
            };
            let stretches = doc.marks().stretches();
            let beside = stretches.flat_map(|s| s.each_beside(Mark::Lower, Mark::NameLike));
            let one_by_one = (0..doc.words().len()).filter(is_beside);
            prop_assert!(beside.eq(one_by_one), "{:?}", text);
        }

        #[test]
        fn updated_marks_are_those_of_the_new_words(
            parts in vec((vec(words(), 0..150), vec(words(), 0..9), vec(words(), 0..9)), 0..6),
        ) {
            let (mut old, mut new, mut changes) = (Vec::new(), Vec::new(), Vec::new());
            for (kept, out, put) in parts {
                reader::read(&kept.join(" "), &mut old);
                reader::read(&kept.join(" "), &mut new);
                let from = (old.len(), new.len());
                reader::read(&out.join(" "), &mut old);
                reader::read(&put.join(" "), &mut new);
                changes.push(WordChange { old: from.0..old.len(), new: from.1..new.len() });
            }
            let read = |words: &[Word]| {
                let mut marks = Marks::default();
                marks.read(words);
                marks
            };
            let mut marks = read(&old);
            marks.update(&changes, &new, &mut Marks::default());
            prop_assert_eq!(marks, read(&new));
        }
    }
}
