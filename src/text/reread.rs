//! Reads an edited text again only where the edits may have changed its words.
//!
//! How a word is read depends on its own bytes, on the marks before it back to
//! the last word, and on what follows it: at most all up to white space, one
//! space, and one character. So words that an edit does not come that near to
//! are as they were. Behind an edit the reader reads on until it meets a word
//! that stood there before: from there on both texts read the same.

use std::collections::VecDeque;
use std::ops::Range;

use super::reader::Reader;
use super::words::{USUAL_LEN, Word};
use crate::Edits;
use crate::buffers::reuse_by_fields;
use crate::search::partition_point_near;

/// Words that others have taken the place of, and those, by their numbers. All
/// other words are the same, but for where they stand.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct WordChange {
    pub(crate) old: Range<usize>,
    pub(crate) new: Range<usize>,
}

/// What [`reread`] notes, and its working memory.
#[derive(Debug, Default)]
pub(crate) struct Notes {
    /// Which words have changed, in order.
    pub(crate) changes: Vec<WordChange>,
    read: Vec<Word>,
    displaced: VecDeque<Word>,
}

reuse_by_fields!(Notes { changes, read, displaced });

/// Makes the words of a text those of `new`, which is what the edits make of
/// the text.
pub(crate) fn reread(words: &mut Vec<Word>, edits: &Edits, new: &str, notes: &mut Notes) {
    let Notes { changes, read, displaced } = notes;
    let mut reader = Reader::new(new, read);
    let mut list = List { words, done: 0, next: 0, displaced, gone: 0, changes, kept: (0, 0) };
    let mut shift = Shift::default();
    // Where the old words go on that no edit has come upon.
    let mut floor = 0;
    // Whether the reader stands behind a word that both texts have.
    let mut met = true;
    let mut edits = edits.sizes().peekable();
    while let Some((range, len)) = edits.next() {
        if met {
            let from = shift.place(floor);
            let unchanged = &new.as_bytes()[from..shift.place(range.start)];
            list.keep(shift, from + safe_end(unchanged));
            if let Some(last) = list.last() {
                reader.resume(last.range().end);
            }
        }
        floor = range.end;
        list.forget(|word| word.range().start < floor);
        shift = shift.behind(range.len(), len);
        let next = edits.peek().map_or(new.len(), |(next, _)| shift.place(next.start));
        met = read_on(&mut reader, shift.place(floor), next, &mut list, shift);
    }
    if met {
        list.keep(shift, new.len());
    } else {
        // It has read to the end.
        list.forget(|_| true);
    }
    list.finish();
}

/// Reads on until a word behind `settled` is one of the old words, which goes
/// out of the list with all before it; or until `stop`, and then says no.
fn read_on(
    reader: &mut Reader<'_, '_>,
    settled: usize,
    stop: usize,
    list: &mut List<'_>,
    shift: Shift,
) -> bool {
    while reader.at() < stop && reader.step() {
        let Some(word) = reader.take() else { continue };
        list.push(word);
        let start = word.range().start;
        if start < settled {
            continue;
        }
        list.forget(|old| shift.place(old.range().start) < start);
        if list.peek().is_some_and(|old| shift.word(old) == word) {
            list.pop();
            return true;
        }
    }
    false
}

/// Two lists in the memory of one: new words, and old ones that are still to
/// come.
struct List<'w> {
    words: &'w mut Vec<Word>,
    /// Up to here the words are new.
    done: usize,
    /// From here on they are old.
    next: usize,
    /// The old words that new ones have taken the place of; they come first.
    displaced: &'w mut VecDeque<Word>,
    /// How many old words have gone out of it.
    gone: usize,
    changes: &'w mut Vec<WordChange>,
    /// How many had gone, and come, when words were last kept.
    kept: (usize, usize),
}

impl List<'_> {
    /// The last new word.
    fn last(&self) -> Option<&Word> {
        self.words[..self.done].last()
    }

    /// Adds a new word.
    fn push(&mut self, word: Word) {
        if self.done == self.next {
            match self.words.get(self.next) {
                Some(&old) => self.displaced.push_back(old),
                None => self.words.push(word),
            }
            self.next += 1;
        }
        self.words[self.done] = word;
        self.done += 1;
    }

    /// The next old word.
    fn peek(&self) -> Option<&Word> {
        self.displaced.front().or_else(|| self.words.get(self.next))
    }

    fn pop(&mut self) {
        self.gone += 1;
        if self.displaced.pop_front().is_none() {
            self.next += 1;
        }
    }

    /// Drops old words as long as they are such.
    fn forget(&mut self, is_such: impl Fn(&Word) -> bool) {
        while self.peek().is_some_and(&is_such) {
            self.pop();
        }
    }

    /// Notes what has changed since words were kept.
    fn note_change(&mut self) {
        let change = WordChange { old: self.kept.0..self.gone, new: self.kept.1..self.done };
        if !(change.old.is_empty() && change.new.is_empty()) {
            self.changes.push(change);
        }
    }

    /// Makes old words new ones as long as they end at `end` or before.
    fn keep(&mut self, shift: Shift, end: usize) {
        if self.peek().is_some_and(|old| shift.place(old.range().end) <= end) {
            self.note_change();
            self.keep_all(shift, end);
            self.kept = (self.gone, self.done);
        }
    }

    fn keep_all(&mut self, shift: Shift, end: usize) {
        let is_kept = |old: &Word| shift.place(old.range().end) <= end;
        while let Some(old) = self.displaced.front().filter(|old| is_kept(old)) {
            let word = shift.word(old);
            self.pop();
            self.push(word);
        }
        if !self.displaced.is_empty() {
            return;
        }
        // No word stands in the way of another.
        let old = &self.words[self.next..];
        let start = old.first().map_or(end, |first| shift.place(first.range().start));
        let kept = partition_point_near(old, end.saturating_sub(start) / USUAL_LEN, is_kept);
        if self.done < self.next {
            self.words.copy_within(self.next..self.next + kept, self.done);
        }
        if !shift.is_none() {
            for word in &mut self.words[self.done..self.done + kept] {
                *word = shift.word(word);
            }
        }
        self.done += kept;
        self.next += kept;
        self.gone += kept;
    }

    fn finish(mut self) {
        self.note_change();
        self.words.truncate(self.done);
    }
}

/// Where in these bytes, behind which an edit begins, a word has to end so
/// that the edit cannot change how it is read; 0 if there is no such place.
fn safe_end(bytes: &[u8]) -> usize {
    let is_white = u8::is_ascii_whitespace;
    let without = |end: usize, is_such: fn(&u8) -> bool| {
        bytes[..end].iter().rposition(|b| !is_such(b)).map_or(0, |at| at + 1)
    };
    let not_white = |b: &u8| !b.is_ascii_whitespace();
    // The bytes up to white space that the edit touches; if there are none, the
    // character behind the white space is not the same.
    let mut at = without(bytes.len(), not_white);
    if at == bytes.len() {
        at = without(without(at, is_white), not_white);
    }
    without(at, is_white)
}

/// How far places in the new text are from the same places in the old one.
#[derive(Clone, Copy, Default)]
struct Shift {
    removed: usize,
    added: usize,
}

impl Shift {
    /// The shift behind an edit.
    fn behind(self, removed: usize, added: usize) -> Self {
        Self { removed: self.removed + removed, added: self.added + added }
    }

    fn is_none(self) -> bool {
        self.added == self.removed
    }

    /// The place in the new text. `old` is behind the edits of this shift.
    fn place(self, old: usize) -> usize {
        old + self.added - self.removed
    }

    fn word(self, old: &Word) -> Word {
        old.at(self.place(old.range().start))
    }
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;
    use crate::passes::marks::Marks;
    use crate::text::reader::read;

    fn words(text: &str) -> Vec<Word> {
        let mut words = Vec::new();
        read(text, &mut words);
        words
    }

    fn marks_of(words: &[Word]) -> Marks {
        let mut marks = Marks::default();
        marks.read(words);
        marks
    }

    fn parts() -> impl Strategy<Value = String> {
        let part = prop_oneof![
            3 => "[a-zA-Z]{1,9}",
            3 => Just(" ".to_owned()),
            2 => "[ .,;:!?'’“”()@#_/0-9\n\t\r-]{1,3}",
            2 => select(&[
                "Dr.", "etc.", "No.", "U.S.", "J. ", "It's", "café", "Привет", "…", "www.", ".com", "\u{a0}",
                "http://x", "::", "1,000", "\n\n", "。", "p.12", "a@b.org", ":-)", "<3",
            ])
            .prop_map(str::to_owned),
        ];
        vec(part, 0..30).prop_map(|parts| parts.concat())
    }

    proptest! {
        #[test]
        fn what_is_reread_is_what_is_read(
            old in parts(),
            changes in vec((0..150_usize, 0..4_usize, parts()), 0..6),
        ) {
            let mut edits = Edits::default();
            let mut places: Vec<_> = old.char_indices().map(|(at, _)| at).collect();
            places.push(old.len());
            let mut changes: Vec<_> = changes.into_iter().map(|(at, len, with)| {
                let at = at % places.len();
                (places[at], places[(at + len).min(places.len() - 1)], with)
            }).collect();
            changes.sort();
            for (start, end, with) in changes {
                if start >= edits.end() {
                    edits.replace(start..end, &with, "t/t");
                }
            }
            let new = edits.apply(&old);
            let (mut again, mut notes) = (words(&old), Notes::default());
            let mut marks = marks_of(&again);
            reread(&mut again, &edits, &new, &mut notes);
            prop_assert_eq!(&again, &words(&new), "{:?} -> {:?}", old, new);
            let changes = notes.changes;
            marks.update(&changes, &again, &mut Marks::default());
            prop_assert_eq!(marks, marks_of(&again), "{:?} -> {:?}: {:?}", old, new, changes);
        }
    }
}
