//! Reads an edited text again only where the edits may have changed its words.
//!
//! How a word is read depends on its own bytes, on the marks before it back to
//! the last word, and on what follows it: at most all up to white space, one
//! space, and one character. So words that an edit does not come that near to
//! are as they were. Behind an edit the reader reads on until it meets a word
//! that stood there before: from there on both texts read the same.

use super::reader::Reader;
use super::words::Word;
use crate::Edits;

/// Reads the words of `new` into the empty `words`. `new` is `old` with the
/// edits made, and `old_words` are the words of `old`.
pub(crate) fn reread(
    old: &str,
    old_words: &[Word],
    edits: &Edits,
    new: &str,
    words: &mut Vec<Word>,
) {
    words.reserve(old_words.len() + edits.len());
    let mut reader = Reader::new(new, words);
    let mut rest = old_words;
    // How far `new` is behind or ahead of `old`.
    let mut shift = Shift::default();
    let mut floor = 0;
    // Whether the reader stands behind a word that both texts have.
    let mut met = true;
    let mut edits = edits.iter().peekable();
    while let Some(edit) = edits.next() {
        if met {
            let safe = safe_end(&old.as_bytes()[floor..edit.range.start]) + floor;
            let kept = rest.iter().take_while(|word| word.range().end <= safe).count();
            let (same, touched) = rest.split_at(kept);
            reader.skip(same.iter().map(|word| shift.word(word)));
            rest = touched;
        }
        floor = edit.range.end;
        rest = &rest[rest.iter().take_while(|word| word.range().start < floor).count()..];
        shift = shift.behind(edit.range.len(), edit.replacement.len());
        let next = edits.peek().map_or(new.len(), |next| shift.place(next.range.start));
        met = read_on(&mut reader, shift.place(edit.range.end), next, &mut rest, shift);
    }
    if met {
        reader.skip(rest.iter().map(|word| shift.word(word)));
    } else {
        while reader.step() {}
    }
}

/// Reads on until a word behind `settled` is one of the old words, which goes
/// out of `rest` with all before it; or until `stop`, and then says no.
fn read_on(
    reader: &mut Reader<'_, '_>,
    settled: usize,
    stop: usize,
    rest: &mut &[Word],
    shift: Shift,
) -> bool {
    while reader.at() < stop {
        let count = reader.words().len();
        if !reader.step() {
            return false;
        }
        let Some(&word) = reader.words().get(count).filter(|w| w.range().start >= settled) else {
            continue;
        };
        let start = word.range().start;
        let passed = rest.iter().take_while(|w| shift.place(w.range().start) < start).count();
        *rest = &rest[passed..];
        if let Some((old, after)) = rest.split_first() {
            if shift.word(old) == word {
                *rest = after;
                return true;
            }
        }
    }
    false
}

/// Where in these bytes, behind which an edit begins, a word has to end so
/// that the edit cannot change how it is read; 0 if there is no such place.
fn safe_end(bytes: &[u8]) -> usize {
    let mut at = bytes.len();
    // The bytes up to white space that the edit touches, and those before.
    for _ in 0..2 {
        while at > 0 && !bytes[at - 1].is_ascii_whitespace() {
            at -= 1;
        }
        if at == 0 {
            return 0;
        }
        while at > 0 && bytes[at - 1].is_ascii_whitespace() {
            at -= 1;
        }
    }
    at
}

/// How far a place in the new text is from the same place in the old one.
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

    /// The place in the new text. `old` is behind the edits of this shift.
    fn place(self, old: usize) -> usize {
        old + self.added - self.removed
    }

    fn word(self, old: &Word) -> Word {
        // Both sums are positions in a text.
        let place = |old: u32| self.place(old as usize) as u32;
        Word { start: place(old.start), end: place(old.end), ..*old }
    }
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;
    use crate::text::reader::read;

    fn words(text: &str) -> Vec<Word> {
        let mut words = Vec::new();
        read(text, &mut words);
        words
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
            let mut again = Vec::new();
            reread(&old, &words(&old), &edits, &new, &mut again);
            prop_assert_eq!(again, words(&new), "{:?} -> {:?}", old, new);
        }
    }
}
