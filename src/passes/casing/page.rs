//! The words of the document and what surrounds them.

use std::cell::Cell;

use crate::Document;
use crate::buffers::Lent;
use crate::text::boundaries;
use crate::text::language::{is_english_function_word, is_in_other_language};
use crate::text::words::owner;
use crate::text::{Case, Kind, Word, etymology, old};

use super::lines::{CLOSERS, Line, LineInfo, OPENERS};
use super::table;
use crate::data::commands::{self, Told};
use crate::data::{has, has_exact, latin};

/// The document, seen line by line.
pub(super) struct Page<'d, 'a> {
    text: &'d str,
    words: &'d [Word],
    /// What is known of lines, each at its start modulo the length, with that
    /// start. A text may have millions of lines, but places near each other are
    /// asked for one after the other.
    infos: Lent<'a, Vec<Slot>>,
    /// The line of the last place that was asked for: mostly, the next one is
    /// there too.
    last_line: Cell<Line>,
}

/// Where a line starts, and what is known of it.
type Slot = Cell<Option<(u32, LineInfo)>>;

/// Of how many lines it is kept what is known: a power of two.
const MOST_INFOS: usize = if cfg!(test) { 2 } else { 1 << 10 };
/// So many words for each of these lines.
const WORDS_A_LINE: usize = 64;
/// The longest label of a speaker, in words.
pub(super) const LONGEST_LABEL: usize = 5;

impl<'d, 'a> Page<'d, 'a> {
    pub(super) fn new(doc: &'d Document<'a>) -> Self {
        let words = doc.words();
        let mut infos = doc.lend::<Vec<Slot>>();
        let len = (words.len() / WORDS_A_LINE).next_power_of_two().min(MOST_INFOS);
        infos.resize(len, Cell::new(None));
        Self { text: doc.text(), words, infos, last_line: Cell::default() }
    }

    pub(super) fn words(&self) -> &'d [Word] {
        self.words
    }

    /// The surroundings of a word.
    pub(super) fn place(&self, word: usize) -> Place<'_> {
        let start = self.words[word].range().start;
        let mut line = self.last_line.get();
        if !line.range().contains(&start) {
            line = Line::of(self.text, start);
            self.last_line.set(line);
        }
        Place { page: self, text: self.text, words: self.words, at: word, line }
    }

    /// What is known of a line in or near which the word `near` stands.
    fn info(&self, line: Line, near: usize) -> LineInfo {
        let known = &self.infos[line.start as usize & (self.infos.len() - 1)];
        match known.get() {
            Some((of, info)) if of == line.start => info,
            _ => {
                let info = line.describe(self.text, self.words, near);
                known.set(Some((line.start, info)));
                info
            }
        }
    }
}

/// A word and what surrounds it.
#[derive(Clone, Copy)]
pub(super) struct Place<'p> {
    page: &'p Page<'p, 'p>,
    text: &'p str,
    words: &'p [Word],
    at: usize,
    line: Line,
}

impl<'p> Place<'p> {
    pub(super) fn word(&self) -> &'p Word {
        &self.words[self.at]
    }

    pub(super) fn text(&self) -> &'p str {
        self.word().text(self.text)
    }

    pub(super) fn line(&self) -> LineInfo {
        self.page.info(self.line, self.at)
    }

    /// What stands in the line before the word, if it is a label: a few words
    /// with a capital and a colon.
    pub(super) fn label(&self) -> Option<&'p str> {
        let from = self.at.saturating_sub(LONGEST_LABEL);
        let first = self.words[from..self.at].iter().rfind(|w| w.starts_line())?;
        let label = self.text[first.range().start..self.word().range().start].trim_end();
        let is_label = label.ends_with(':') && !matches!(first.case(), Case::Lower | Case::Uncased);
        is_label.then_some(label)
    }

    /// The line before, if there is one.
    pub(super) fn line_before(&self) -> Option<LineInfo> {
        self.line.before(self.text).map(|line| self.page.info(line, self.at))
    }

    /// The line behind, if there is one.
    pub(super) fn line_after(&self) -> Option<LineInfo> {
        self.line.after(self.text).map(|line| self.page.info(line, self.at))
    }

    pub(super) fn previous(&self) -> Option<&'p Word> {
        self.at.checked_sub(1).map(|at| &self.words[at])
    }

    pub(super) fn next(&self) -> Option<&'p Word> {
        self.words.get(self.at + 1)
    }

    /// Whether white space or nothing stands before the word before.
    pub(super) fn previous_stands_alone(&self) -> bool {
        let start = self.previous().map_or(0, |w| w.range().start);
        self.text[..start].chars().next_back().is_none_or(|c| c.is_whitespace() || c == '(')
    }

    pub(super) fn previous_text(&self) -> &'p str {
        self.previous().map_or("", |w| w.text(self.text))
    }

    /// The word so many words on, or before.
    pub(super) fn text_at(&self, by: isize) -> &'p str {
        let word = self.at.checked_add_signed(by).and_then(|at| self.words.get(at));
        word.map_or("", |w| w.text(self.text))
    }

    /// The word before (-1) or behind (1) the one so many words on; empty, if more than a
    /// space stands between.
    pub(super) fn word_beside(&self, by: isize, side: isize) -> &'p str {
        let first = self.at.checked_add_signed(by + side.min(0));
        let is_beside = first.is_some_and(|at| matches!(self.gap(at), " " | "\n"));
        if is_beside { self.text_at(by + side) } else { "" }
    }

    pub(super) fn next_text(&self) -> &'p str {
        self.next().map_or("", |w| w.text(self.text))
    }

    pub(super) fn gap_before(&self) -> &'p str {
        let start = self.previous().map_or(0, |w| w.range().end);
        &self.text[start..self.word().range().start]
    }

    pub(super) fn gap_after(&self) -> &'p str {
        self.gap(self.at)
    }

    /// Whether the text around is of old, which has other rules for capitals.
    pub(super) fn is_of_old(&self) -> bool {
        old::is_near(self.words, self.at)
    }

    /// Whether the language of which the word is stands before it, as in a dictionary.
    pub(super) fn is_of_language_before(&self) -> bool {
        etymology::leads_in_etymon(&self.text[..self.word().range().start])
    }

    /// Whether the word stands free: nothing but white space, quotation marks,
    /// brackets, dashes and the marks of sentences touches it.
    pub(super) fn is_free(&self) -> bool {
        let range = self.word().range();
        let before = self.text[..range.start].chars().next_back();
        let after = self.text[range.end..].chars().next();
        let opens = |c: char| c.is_whitespace() || OPENERS.contains(&c) || matches!(c, '—' | '–');
        let closes = |c: char| c.is_whitespace() || CLOSERS.contains(&c) || ".,;:!?…—–".contains(c);
        before.is_none_or(opens) && (after.is_none_or(closes) || self.is_compound())
    }

    /// Whether the word begins a compound like `Oslo-based`.
    fn is_compound(&self) -> bool {
        self.gap_after() == "-"
            && self.next().is_some_and(|w| w.kind() == Kind::Word && w.case() == Case::Lower)
            && !differs_in_vowels(self.text(), self.next_text())
            && ["ed", "ing", "born", "led", "made", "run", "wide", "style", "speaking"]
                .iter()
                .any(|ending| self.next_text().ends_with(ending))
    }

    /// Whether the sentence before has this many words at least.
    pub(super) fn sentence_before(&self, least: usize) -> bool {
        let from = self.at.saturating_sub(least);
        let starts = |w: &Word| w.starts_sentence() || w.starts_line();
        match self.words[from..self.at].iter().rposition(starts) {
            Some(start) => start == 0 && self.at - from == least,
            None => true,
        }
    }

    /// Whether a capital here shows how the word is written: not the first
    /// word of a headline, a quotation or a list.
    pub(super) fn shows_case(&self) -> bool {
        !self.line().is_headline()
            && matches!(
                self.gap_before(),
                " " | "\u{a0}" | ", " | " (" | "-" | " – " | ",\" " | ",” " | ",’ " | "” " | "’ "
            )
    }

    /// Whether the line reads like a part of an article in English.
    pub(super) fn is_in_prose(&self) -> bool {
        let line = self.line();
        line.is_prose() && line.has_capitals && line.is_english() && line.has_sentence
    }

    pub(super) fn line_has_capitals(&self) -> bool {
        self.line().has_capitals
    }

    /// Whether a name stands behind it, a space away.
    pub(super) fn next_is_name(&self) -> bool {
        let is_name = |w: &Word| match w.kind() {
            Kind::Word => self.is_capital(w) && (w.entry().is_name() || !w.entry().is_ordinary()),
            kind => kind == Kind::Initialism,
        };
        matches!(self.gap_after(), " " | "\u{a0}") && self.next().is_some_and(is_name)
    }

    /// Whether a mark stands before the word, or one behind which a name
    /// stands without an article.
    pub(super) fn may_start_name(&self) -> bool {
        self.gap_before() != " " || has_exact(table::BEFORE_NAMES, self.previous_text())
    }

    /// Whether a form of address may stand here: not behind another noun, as
    /// in "the sales rep. Anna agreed".
    pub(super) fn may_start_title(&self) -> bool {
        self.may_start_name()
            || self.previous().is_none_or(|w| w.case() != Case::Lower)
            || matches!(self.previous_text(), "former" | "retired" | "the" | "then")
    }

    /// Whether the month stands in a date: "on may 18", "since march."
    pub(super) fn is_date(&self) -> bool {
        if self.gap_before() != " " {
            return false;
        }
        let number = |by: usize| {
            let word = self.words.get(self.at + by).filter(|w| w.kind() == Kind::Number)?;
            word.text(self.text).parse::<u32>().ok()
        };
        let is_day = number(1).is_some_and(|n| (1..=31).contains(&n));
        let is_year = |n: Option<u32>| n.is_some_and(|n| (1500..2100).contains(&n));
        let before = self.previous_text();
        let ends = self.gap_after().starts_with(['.', ',', ';', ')']);
        match self.gap_after() {
            " " => {
                is_day && is_year(number(2))
                    || (is_day || is_year(number(1))) && has(table::BEFORE_DATES, before)
            }
            _ => ends && has(table::BEFORE_MONTHS, before) && self.text() != "august",
        }
    }

    /// Whether the word before or behind, a space away, is a name. One that no lexicon has may
    /// begin a sentence of another language: "Habari gani?"
    pub(super) fn is_beside_name(&self) -> bool {
        let is_name = |w: Option<&Word>| {
            w.is_some_and(|w| {
                w.kind() == Kind::Word && !w.entry().is_ordinary() && self.is_capital(w)
            })
        };
        let begins = |w: &Word| w.starts_sentence() && !w.entry().is_known();
        self.gap_before() == " " && is_name(self.previous()) && !self.previous().is_some_and(begins)
            || self.gap_after() == " " && is_name(self.next())
    }

    /// Whether a word with a capital stands before it, a space away.
    pub(super) fn is_behind_capital(&self) -> bool {
        self.gap_before() == " " && self.previous().is_some_and(|w| w.case() == Case::Title)
    }

    /// Whether a word with a capital stands behind it, a space away.
    pub(super) fn is_before_capital(&self) -> bool {
        let is_name = |w: &Word| match w.kind() {
            Kind::Word => w.case() == Case::Title && w.range().len() > 1,
            kind => kind == Kind::Initialism,
        };
        self.gap_after() == " " && self.next().is_some_and(is_name)
    }

    /// Whether it stands between an unknown word with a capital and what
    /// persons do.
    pub(super) fn is_behind_unknown_name(&self) -> bool {
        let is_unknown =
            |w: &Word| !w.starts_sentence() && w.case() == Case::Title && !w.entry().is_known();
        self.gap_before() == " "
            && self.gap_after() == " "
            && self.previous().is_some_and(is_unknown)
            && owner(self.previous_text()).is_none()
            && matches!(self.next_text(), "added" | "said" | "says" | "told" | "who" | "whose")
    }

    /// Whether names stand on both sides, as in a list of names.
    pub(super) fn is_among_names(&self) -> bool {
        let is_name =
            |w: &Word| w.case() == Case::Title && !w.starts_sentence() && !w.entry().is_ordinary();
        let is_comma = |gap| matches!(gap, ", " | "; ");
        is_comma(self.gap_before())
            && is_comma(self.gap_after())
            && self.previous().is_some_and(is_name)
            && self.next().is_some_and(is_name)
    }

    /// Whether three names stand before it, as in a list of names that it ends.
    pub(super) fn is_behind_names(&self) -> bool {
        const LEAST: usize = 3;
        let Some(from) = self.at.checked_sub(LEAST) else { return false };
        let ends = |at: usize| self.text[self.words[at].range().end..].starts_with(", ");
        let is_name = |w: &Word| w.case() == Case::Title && !w.starts_sentence();
        self.words[from..self.at].iter().all(is_name)
            && (from..self.at).all(ends)
            && self.gap_after().starts_with(['.', ';'])
    }

    /// Whether a title or a form of address stands before it.
    pub(super) fn is_behind_title(&self) -> bool {
        let before = self.previous_text().trim_end_matches('.');
        self.gap_before() == " "
            && self.previous().is_some_and(|w| w.case() == Case::Title)
            && (has(table::TITLES, before) || has(table::HONORIFICS, before))
    }

    /// Whether words with a capital stand on both sides, a space away.
    pub(super) fn is_between_capitals(&self) -> bool {
        // The pronoun says nothing.
        let is_capital = |w: Option<&Word>| {
            w.is_some_and(|w| {
                w.case() == Case::Title && w.range().len() > 1 && !w.starts_sentence()
            })
        };
        self.gap_before() == " "
            && self.gap_after() == " "
            && is_capital(self.previous())
            && is_capital(self.next())
            && owner(self.previous_text()).is_none()
    }

    /// Whether its line is in another language than English.
    pub(super) fn is_in_other_language(&self) -> bool {
        is_in_other_language(self.text, self.words, self.at)
    }

    /// Whether other unknown words stand near: the words of another language.
    pub(super) fn is_beside_unknown(&self) -> bool {
        const NEAR: usize = 3;
        let is_unknown = |at: &usize| {
            let word = &self.words[*at];
            word.kind() == Kind::Word && word.case() == Case::Lower && !word.entry().is_known()
        };
        let around = self.at.saturating_sub(NEAR)..self.words.len().min(self.at + NEAR + 1);
        around.filter(is_unknown).any(|at| at != self.at)
    }

    /// Whether it is one of the words of a command: `pip install flask twilio`. A
    /// name that the lexicon knows is one only directly behind the rare verb of
    /// it: `bundle exec jekyll`.
    pub(super) fn is_in_command(&self) -> bool {
        let is_name = self.word().entry().is_name();
        let longest = if is_name { 2 } else { 8 };
        let parts = |at: usize| matches!(self.gap(at), " " | "-" | " -" | " --");
        let is_typed = |at: &usize| {
            let word = &self.words[*at];
            let is_lower = matches!(word.case(), Case::Lower | Case::Uncased);
            is_lower && parts(*at) && !is_english_function_word(word.text(self.text))
        };
        let before = (self.at.saturating_sub(longest)..self.at).rev().take_while(is_typed);
        let mut verb = self.text();
        before.map(|at| self.words[at].text(self.text)).any(|word| {
            let behind = std::mem::replace(&mut verb, word);
            let told = commands::told(word.as_bytes(), behind.as_bytes());
            told.is_some_and(|told| told == Told::Surely || !is_name)
        })
    }

    /// Whether it is one of the words of a list of which another is unknown and
    /// always in lower case: `with kibana, splunk and grafana`.
    pub(super) fn is_in_lower_list(&self, is_always_lower: impl Fn(&Word) -> bool) -> bool {
        const FAR: usize = 6;
        let is_and = |at: &usize| matches!(self.words[*at].text(self.text), "and" | "or");
        let is_item = |at: &usize| match self.gap(*at) {
            ", " => true,
            " " => is_and(at) || self.words.get(at + 1).is_some_and(|_| is_and(&(at + 1))),
            _ => false,
        };
        let is_lower_name = |at: usize| {
            let word = &self.words[at];
            word.kind() == Kind::Word
                && word.case() == Case::Lower
                && !word.entry().is_known()
                && is_always_lower(word)
        };
        let before = (self.at.saturating_sub(FAR)..self.at).rev().take_while(is_item);
        let behind = (self.at..self.words.len().min(self.at + FAR)).take_while(is_item);
        before.chain(behind.map(|at| at + 1)).any(|at| at < self.words.len() && is_lower_name(at))
    }

    /// What stands behind the word in its line, of so many bytes.
    pub(super) fn rest_of_line(&self, most: usize) -> &'p str {
        let rest = &self.text[self.word().range().end..];
        let rest = &rest[..boundaries::floor(rest, most)];
        rest.split('\n').next().unwrap_or(rest)
    }

    /// What stands between a word and the next one.
    fn gap(&self, at: usize) -> &'p str {
        let end = self.words.get(at + 1).map_or(self.text.len(), |w| w.range().start);
        &self.text[self.words[at].range().end..end]
    }

    /// Whether a bracket and a colon stand behind it, as behind what a function takes: `size
    /// (int, optional): the width`.
    pub(super) fn is_typed_term(&self) -> bool {
        const FAR: usize = 8;
        let gaps = || (self.at..self.words.len().min(self.at + FAR)).map(|at| self.gap(at));
        self.gap_after() == " ("
            && gaps().take_while(|gap| !gap.contains('\n')).any(|gap| gap.contains("):"))
    }

    /// Whether initials without capitals stand before it: `e.e. cummings`.
    pub(super) fn is_behind_lower_initials(&self) -> bool {
        self.gap_before() == " "
            && self.previous().is_some_and(|w| w.kind() != Kind::Word)
            && self.previous_text().starts_with(char::is_lowercase)
    }

    /// Whether the words are said to be of another language: "Spanish: selva".
    pub(super) fn is_foreign(&self) -> bool {
        const NEAR: usize = 4;
        (self.at.saturating_sub(NEAR)..self.at).rev().any(|at| {
            let word = &self.words[at];
            let end = self.words[at + 1].range().start;
            self.text[word.range().end..end].starts_with(':')
                && has(table::NATIONALITIES, word.text(self.text))
        })
    }

    /// Whether the word has a capital as names have: `Hill`, `O’Neill`.
    pub(super) fn is_capital(&self, word: &Word) -> bool {
        match word.case() {
            Case::Title => true,
            Case::Mixed => word.text(self.text).starts_with(char::is_uppercase),
            _ => false,
        }
    }

    /// Whether it may be the second word of the name of a species: the first again,
    /// `Vulpes vulpes`, one in Latin behind an unknown word, `Papio anubis`, or a well-known
    /// genus, `Quercus robur`, or what stands in brackets and is no name that is known, but
    /// in Latin, `(Rosa canina)`, or behind a strange word that is no given name, `(Hordeum
    /// vulgare)`.
    pub(super) fn may_be_species(&self) -> bool {
        let Some(genus) = self.previous() else { return false };
        let is_capital = genus.kind() == Kind::Word && genus.case() == Case::Title;
        if self.gap_before() != " " || !is_capital {
            return false;
        }
        let (first, word) = (self.previous_text(), self.text());
        let is_unknown = !genus.entry().is_known();
        let ends_in = |endings: &[&str]| latin::ends_in(word, endings);
        let is_latin = || ends_in(&latin::ENDINGS) || ends_in(&latin::ENDINGS_OF_SPECIES);
        let is_of_genus =
            || has(latin::GENERA, first) && (is_latin() || ends_in(&latin::ENDINGS_BEHIND_GENERA));
        let is_in_brackets =
            || self.text[..genus.range().start].ends_with('(') && self.gap_after().starts_with(')');
        let is_strange = || !genus.entry().is_ordinary() && !has(table::GIVEN_NAMES, first);
        first.eq_ignore_ascii_case(word)
            || is_unknown && ends_in(&latin::ENDINGS_OF_THINGS)
            || is_of_genus()
            || is_in_brackets()
                && (is_unknown || !self.word().entry().is_name())
                && (is_latin() || is_strange())
    }

    /// Whether the word stands where the surname of a person does: behind the
    /// given name, and before what persons do.
    pub(super) fn is_behind_given_name(&self) -> bool {
        let is_given = |w: &Word| {
            let text = w.text(self.text);
            w.kind() == Kind::Word
                && w.case() == Case::Title
                // An article.
                && text.len() > 1
                && is_given_name(text, w)
                // "If maxsplit is zero": a name in dictionaries only.
                && !(w.starts_sentence()
                    && w.entry().is_ordinary()
                    && !has(table::GIVEN_NAMES, text))
        };
        // "A Bach partita": a name with an article says of what kind something is.
        let has_article = || {
            self.at.checked_sub(2).is_some_and(|at| {
                self.gap(at) == " " && has(table::DETERMINERS, self.words[at].text(self.text))
            })
        };
        // What is cheap to ask comes first: in a text of names all of them ask.
        let after = self.gap_after();
        self.gap_before() == " "
            && (after.starts_with([',', '.', ';', ')'])
                || owner(self.text()).is_some()
                || after == " " && self.next().is_some_and(|w| w.case() == Case::Upper)
                || has_exact(table::AFTER_PERSONS, self.next_text()))
            && self.previous().is_some_and(is_given)
            && !has_article()
            && owner(self.previous_text()).is_none()
    }

    /// Whether it does behind a given name that is nothing else, or a title.
    pub(super) fn is_behind_known_given_name(&self) -> bool {
        let before = self.previous_text();
        let is_known =
            [table::GIVEN_NAMES, table::HONORIFICS, table::TITLES].iter().any(|t| has(t, before));
        is_known && self.is_behind_given_name()
    }

    /// Whether the words on both sides are English words or names.
    pub(super) fn is_in_english(&self) -> bool {
        let fits = |word: Option<&Word>| {
            word.is_none_or(|w| {
                w.kind() != Kind::Word || w.entry().is_known() || w.case() == Case::Title
            })
        };
        fits(self.previous()) && fits(self.next())
    }

    /// Whether the word stands alone in quotation marks: the word is meant.
    pub(super) fn is_quoted(&self) -> bool {
        self.gap_before().ends_with(OPENERS) && self.gap_after().starts_with(CLOSERS)
    }

    /// Whether the page has cut the word off.
    pub(super) fn is_cut_off(&self) -> bool {
        self.gap_after().starts_with("..") || self.gap_after().starts_with('…')
    }
}

/// Whether a word begins as another does but for its vowels, as in "criss-crossing".
fn differs_in_vowels(word: &str, other: &str) -> bool {
    let is_vowel = |b: u8| matches!(b, b'a' | b'e' | b'i' | b'o' | b'u');
    let are_like = |(a, b): (u8, u8)| a == b || is_vowel(a) && is_vowel(b);
    other.len() >= word.len()
        && word.bytes().map(|b| b.to_ascii_lowercase()).zip(other.bytes()).all(are_like)
}

/// Whether a surname may stand behind the word: no name of a place, a people
/// or a day, but that of a person, or a form of address.
fn is_given_name(text: &str, word: &Word) -> bool {
    let is_listed = [table::PLACES, table::NATIONALITIES, table::MONTHS, table::WEEKDAYS]
        .iter()
        .any(|t| has(t, text));
    let is_name = word.entry().is_name() || has(table::GIVEN_NAMES, text);
    is_name && !is_listed || has(table::HONORIFICS, text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Buffers;
    use crate::passes::casing::lines::tests::{TEXT, lines};

    #[test]
    fn what_is_known_of_a_line_is_of_that_line() {
        let buffers = Buffers::default();
        let doc = Document::new(TEXT, &buffers);
        let page = Page::new(&doc);
        let lines = lines();
        for (first, second) in (0..25).map(|pair| (pair / 5, pair % 5)) {
            for (line, _) in [first, second, first].map(|at| lines[at]) {
                let known = line.describe(TEXT, doc.words(), 0);
                assert_eq!(page.info(line, 0), known);
            }
        }
    }
}
