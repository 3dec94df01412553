//! Words of the caller: those to leave alone, and those to replace.

use std::ops::Range;
use std::sync::Arc;

use crate::error::{BuildError, Kind as Error};
use crate::hashed::ByHash;
use crate::lexicon;
use crate::text::words::owner;
use crate::text::{Case, Word};
use crate::{Buffers, Document, Edits};

/// Words to leave alone, and a table of replacements.
#[derive(Clone, Debug, Default)]
pub(super) struct OwnWords {
    kept: ByHash<()>,
    table: ByHash<Row>,
    /// A bit for each key of a word in the table.
    filter: u64,
}

#[derive(Clone, Debug)]
struct Row {
    wrong: String,
    right: String,
    /// Where it stands.
    file: Arc<str>,
    line: usize,
}

impl OwnWords {
    /// Leaves a word alone, in all cases and as an owner; of a compound, all
    /// its words. Says why it cannot stand in a text.
    pub(super) fn keep(&mut self, word: &str) -> Result<(), &'static str> {
        if word.trim().contains(char::is_whitespace) {
            return Err("it is more than one word");
        }
        let buffers = Buffers::default();
        let doc = Document::new(word, &buffers);
        if doc.words().is_empty() {
            return Err("there is no word");
        }
        for part in doc.words() {
            self.kept.insert(lexicon::hash(part.text(word).as_bytes()).ok_or(TOO_LONG)?, ());
        }
        Ok(())
    }

    /// Leaves the words of a list alone, one on each line.
    pub(super) fn keep_list(&mut self, file: &str, list: &str) -> Result<(), BuildError> {
        for (line, word) in rows(list) {
            self.keep(word).map_err(|reason| wrong_row(file, line, reason))?;
        }
        Ok(())
    }

    /// Adds the rows of a table: `wrong<TAB>right`, one on each line.
    pub(super) fn add_table(&mut self, file: &str, table: &str) -> Result<(), BuildError> {
        let name: Arc<str> = file.into();
        for (line, row) in rows(table) {
            let mut fields = row.split('\t').map(str::trim);
            let added = match (fields.next(), fields.next(), fields.next()) {
                (Some(wrong), Some(right), None) => self.add_row(Row {
                    wrong: wrong.to_owned(),
                    right: right.to_owned(),
                    file: Arc::clone(&name),
                    line,
                }),
                _ => Err("it must be a word, a tab and a replacement".to_owned()),
            };
            added.map_err(|reason| wrong_row(file, line, &reason))?;
        }
        // A replacement that is replaced too might never come to an end.
        let endless = |row: &Row| {
            let buffers = Buffers::default();
            let doc = Document::new(&row.right, &buffers);
            let again = doc.words().iter().find_map(|w| self.row(w.text(&row.right)));
            again.map(|(other, _)| {
                let (file, line) = (&other.file, other.line);
                let reason = format!("`{}` is replaced itself, by {file}:{line}", other.wrong);
                (row.line, wrong_row(&row.file, row.line, &reason))
            })
        };
        match self.table.values().filter_map(endless).min_by_key(|(line, _)| *line) {
            Some((_, error)) => Err(error),
            None => Ok(()),
        }
    }

    fn add_row(&mut self, row: Row) -> Result<(), String> {
        if row.wrong == row.right {
            return Err("the replacement is the word itself".to_owned());
        }
        let buffers = Buffers::default();
        let doc = Document::new(&row.wrong, &buffers);
        let word = match doc.words() {
            [] => return Err("there is no word".to_owned()),
            [word] if word.range() == (0..row.wrong.len()) => word,
            _ => return Err(format!("`{}` is more than one word", row.wrong)),
        };
        let hash = lexicon::hash(row.wrong.as_bytes()).ok_or(TOO_LONG)?;
        if let Some(other) = self.table.get(&hash) {
            let (file, line) = (&other.file, other.line);
            return Err(format!("`{}` stands in {file}:{line} already", row.wrong));
        }
        self.filter |= bit(word.key());
        drop(doc);
        self.table.insert(hash, row);
        Ok(())
    }

    /// The row for a word, if it asks for no other case, and how much of the
    /// word it is about: all of it, or what owns.
    fn row(&self, word: &str) -> Option<(&Row, usize)> {
        let get = |word: &str| {
            let row = self.table.get(&lexicon::hash(word.as_bytes())?)?;
            let fits = !row.wrong.contains(char::is_uppercase) || row.wrong == word;
            fits.then_some((row, word.len()))
        };
        get(word).or_else(|| get(owner(word)?))
    }

    /// Whether the word is one to leave alone.
    pub(super) fn keeps(&self, word: &Word, text: &str) -> bool {
        let has = |word: &str| {
            lexicon::hash(word.as_bytes()).is_some_and(|hash| self.kept.contains_key(&hash))
        };
        let word = word.text(text);
        !self.kept.is_empty() && (has(word) || owner(word).is_some_and(has))
    }

    /// The words of a document that the table replaces, from the first on.
    pub(super) fn replacements<'d>(&'d self, doc: &'d Document<'_>) -> Replacements<'d> {
        let words = if self.table.is_empty() { &[] } else { doc.words() };
        Replacements { own: self, text: doc.text(), words }
    }
}

/// The words that a table replaces, in the order of the text.
pub(super) struct Replacements<'d> {
    own: &'d OwnWords,
    text: &'d str,
    words: &'d [Word],
}

impl Replacements<'_> {
    /// Pushes the edits of all words that start before a place.
    pub(super) fn push_before(&mut self, place: usize, edits: &mut Edits, rule: &'static str) {
        while let Some((word, rest)) = self.words.split_first() {
            if word.range().start >= place {
                return;
            }
            self.words = rest;
            if self.own.filter & bit(word.key()) != 0 {
                self.push(word, edits, rule);
            }
        }
    }

    fn push(&self, word: &Word, edits: &mut Edits, rule: &'static str) {
        let text = word.text(self.text);
        let Some((row, len)) = self.own.row(text) else { return };
        let start = word.range().start;
        let range: Range<usize> = start..start + len;
        edits.replace_with(range, rule, |out| {
            let from = out.len();
            out.push_str(&row.right);
            match word.case() {
                Case::Title if row.wrong.starts_with(char::is_lowercase) => {
                    let first = out[from..].chars().next().unwrap_or_default();
                    let capital: String = first.to_uppercase().collect();
                    out.replace_range(from..from + first.len_utf8(), &capital);
                }
                Case::Upper if !row.wrong.contains(char::is_uppercase) => {
                    let capitals = out[from..].to_uppercase();
                    out.replace_range(from.., &capitals);
                }
                _ => {}
            }
        });
    }
}

fn bit(key: u32) -> u64 {
    1 << (key % 64)
}

/// The lines of a list that say something, with their numbers.
fn rows(list: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = list.strip_prefix('\u{feff}').unwrap_or(list).lines().zip(1..);
    lines
        .map(|(row, line)| (line, row.trim()))
        .filter(|(_, row)| !row.is_empty() && !row.starts_with('#'))
}

const TOO_LONG: &str = "it is too long for a word";

fn wrong_row(file: &str, line: usize, reason: &str) -> BuildError {
    Error::Row { file: file.to_owned(), line, reason: reason.to_owned() }.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table_error(table: &str) -> String {
        let mut own = OwnWords::default();
        own.add_table("t", table).expect_err(table).to_string()
    }

    #[test]
    fn errors_name_the_line_and_the_reason() {
        for (table, error) in [
            ("teh\tthe\nword", "t:2: it must be a word, a tab and a replacement"),
            ("a\tb\tc", "t:1: it must be a word, a tab and a replacement"),
            ("# x\n\nteh\tthe\nTeh\tthe", "t:4: `Teh` stands in t:3 already"),
            ("teh\t", "t:1: it must be a word, a tab and a replacement"),
            ("teh \tteh", "t:1: the replacement is the word itself"),
            ("web site\twebsite", "t:1: `web site` is more than one word"),
            ("web-site\twebsite", "t:1: `web-site` is more than one word"),
            ("!\t?", "t:1: there is no word"),
            ("site\tweb-site", "t:1: `site` is replaced itself, by t:1"),
            ("one\ttwo\ntwo\tone", "t:1: `two` is replaced itself, by t:2"),
        ] {
            assert_eq!(table_error(table), error);
        }
        let long = format!("{}\tx", "y".repeat(70));
        assert_eq!(table_error(&long), "t:1: it is too long for a word");
    }

    #[test]
    fn a_second_table_is_checked_against_the_first() {
        let mut own = OwnWords::default();
        own.add_table("a", "one\ttwo").expect("a table");
        let error = own.add_table("b", "two\tthree").expect_err("a chain");
        assert_eq!(error.to_string(), "a:1: `two` is replaced itself, by b:1");
    }

    #[test]
    fn lists_are_read_line_by_line() {
        let mut own = OwnWords::default();
        own.keep_list("l", "\u{feff}# ours\r\nkaik\r\n\r\nwell-lit\r\n").expect("a list");
        assert_eq!(own.kept.len(), 3);
        for (list, error) in
            [("kaik\nold kaik", "l:2: it is more than one word"), ("--", "l:1: there is no word")]
        {
            assert_eq!(own.keep_list("l", list).expect_err(list).to_string(), error);
        }
    }

    #[test]
    fn replacements_take_the_case_of_the_word() {
        let mut own = OwnWords::default();
        own.add_table("t", "colour\tcolor\nIt\tthe firm\nпривет\tздравствуйте\nécole\tétude")
            .expect("a table");
        let buffers = Buffers::default();
        let clean = |text: &str| {
            let doc = Document::new(text, &buffers);
            let mut edits = Edits::default();
            own.replacements(&doc).push_before(usize::MAX, &mut edits, "t/own");
            edits.apply(text)
        };
        assert_eq!(clean("colour Colour COLOUR colour’s"), "color Color COLOR color’s");
        assert_eq!(clean("It is it."), "the firm is it.");
        assert_eq!(clean("Привет, École!"), "Здравствуйте, Étude!");
    }
}
