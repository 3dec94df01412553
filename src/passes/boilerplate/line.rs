//! Reading one line: what it says, and what it looks like.

use super::flags::{Flag, Flags};
use super::folded::{CAP, Folded, Marks};
use super::kind::BoilerplateKind;
use super::looks::{
    End, GOES_ON, end_of, has_year, is_byline, is_lifetime, is_name_in_code, is_numeric_date,
    looks_of,
};
use super::model;
use super::phrases::{Found, Phrases};
use super::weights::{LISTED, WHOLE, of_sentence};
use crate::search::find_short;
use crate::text;

/// A line that is not blank, and what is known about it. A text may have as
/// many as half its bytes: they are kept small.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Line {
    /// In bytes of the text: where the line begins, where the next one does.
    pub(super) start: u32,
    pub(super) next: u32,
    /// A hash of its folded form.
    pub(super) key: u32,
    /// How many words it has, about.
    pub(super) words: u16,
    /// What it is, yes or no.
    pub(super) flags: Flags,
    /// What kind of boilerplate it would be.
    pub(super) kind: Option<BoilerplateKind>,
    /// The kind for which its place speaks.
    pub(super) placed: Option<BoilerplateKind>,
    /// What the line alone says: above 0 for boilerplate, below for content.
    pub(super) own: i16,
    /// What it says about the lines around it.
    pub(super) voice: i8,
    /// What it is to them.
    pub(super) as_neighbour: Neighbour,
    /// Alone it is a sign of code, if that is known.
    pub(super) is_sign: Option<bool>,
    /// A hash of the label that it begins with; 0 without one.
    pub(super) label: u32,
    /// How many certain lines stand in the same run between two pieces of the
    /// article.
    pub(super) company: u8,
    /// How many lines this run has; no more than are told apart.
    pub(super) run: u8,
    /// What the model makes of its words.
    pub(super) words_score: i16,
    /// What the model makes of all of it.
    pub(super) trained: i16,
    pub(super) verdict: Verdict,
}

const _: () = assert!(size_of::<Line>() == 36);

/// What a line is to those next to it, for the model: the weights of each stand in this
/// order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Neighbour {
    /// There is no line, or nobody has asked yet.
    #[default]
    None,
    /// A piece of the article.
    Body,
    /// It would go in most places.
    Certain,
    /// A sentence, which may be of a page.
    Sentence,
    /// An item of a list, or a row of a table.
    Row,
    /// It says something of pages.
    OfPages,
    /// It says nothing of them, in a few words.
    Short,
    /// It says nothing of them, in more words.
    Long,
}

impl Neighbour {
    /// How many there are.
    pub(super) const COUNT: usize = Self::Long as usize + 1;
}

/// What is to be done with a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Verdict {
    #[default]
    Keep,
    /// Boilerplate of a kind that the caller keeps.
    Held,
    /// Boilerplate that the document cannot spare.
    Spared,
    /// Goes if the document can spare it.
    Weak,
    /// Goes.
    Sure,
}

/// No title is one of these.
const NO_TITLE: Flags = Flags::of(&[
    Flag::Ended,
    Flag::Cut,
    Flag::Colon,
    Flag::Item,
    Flag::Row,
    Flag::Quoted,
    Flag::Lower,
    Flag::Prose,
    Flag::Fenced,
]);

impl Line {
    /// A sentence that says nothing of pages, told without reading its words;
    /// nothing if the line has to be read. `folded` is working memory.
    ///
    /// A read gives the same, but for phrases that the sieve does not know: those
    /// that count for little in sentences, and those with a mark in them.
    pub(super) fn skim(line: &text::Line<'_>, folded: &mut Folded) -> Option<Self> {
        let text = trim(line.text());
        let sentence = Self::sentence(line, text)?;
        let phrases = Phrases::built_in();
        let label = &text.as_bytes()[..LABEL];
        // Without a branch, all of these few bytes are seen in no time.
        let has_colon = label.iter().fold(false, |has, &b| has | (b == b':'));
        let may_be_label = |at| phrases.may_label(&text[..at], folded);
        let may_say = has_colon && memchr::memchr_iter(b':', label).any(may_be_label)
            || phrases.may_stand_in(text);
        (!may_say).then_some(sentence)
    }

    /// What a line is that has the look of a sentence of some length, unless a
    /// phrase in it counts in such a one.
    fn sentence(line: &text::Line<'_>, text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        if bytes.len() < SKIMMED {
            return None;
        }
        let is_long = bytes.len() >= TOO_LONG;
        let ended = match end_of(text) {
            End::Stop => true,
            // It may be a menu, unless it is too long for one, or lead one in.
            End::Other | End::Cut if is_long && !text.ends_with(GOES_ON) => false,
            _ => return None,
        };
        if !ended && memchr::memchr(b'|', bytes).is_some() {
            return None;
        }
        let words = match bytes.len() {
            len @ ..100 => 1 + memchr::memchr_iter(b' ', &bytes[..len]).count(),
            len => PROSE.max(len / 6),
        };
        if words < PROSE
            || (!is_long && find_short(bytes, "\u{a9}".as_bytes()).is_some())
            // Of scripts without spaces, lines are soon read.
            || matches!(bytes[0], 0xe3..=0xed)
        {
            return None;
        }
        let words = words.min(9999) as u16;
        let own = if ended { of_sentence(words, false) } else { -30 };
        let mut flags = Flags::of(&[Flag::Prose]);
        flags.set(Flag::Ended, ended);
        Some(Self {
            start: line.start() as u32,
            next: line.next_start() as u32,
            words,
            flags,
            own,
            voice: own.max(-30) as i8,
            ..Self::default()
        })
    }

    /// Reads a line, by the caller's phrases too. `folded` is working memory.
    pub(super) fn read(
        line: &text::Line<'_>,
        own_phrases: Option<&Phrases>,
        folded: &mut Folded,
    ) -> Self {
        let text = trim(line.text());
        folded.read(text);
        let folded_all = text.len() <= CAP;
        let (mut found, mut named) = (Found::default(), Found::default());
        Phrases::built_in().find(folded, &mut found);
        if !folded_all || is_name_in_code(text) {
            found.whole = None;
        }
        if let Some(own_phrases) = own_phrases.filter(|own| folded_all && !own.is_empty()) {
            own_phrases.find(folded, &mut named);
        }
        let sentence = match found.counts_in_sentence(folded_all) {
            true => None,
            false => Self::sentence(line, text),
        };
        let mut line = sentence.unwrap_or_else(|| Self::of_words(line, text, folded, found));
        if let Some((kind, _)) = named.whole {
            line.claim(kind);
        }
        line
    }

    /// What the words of a line say.
    fn of_words(line: &text::Line<'_>, text: &str, folded: &Folded, mut found: Found) -> Self {
        let (start, next) = (line.start(), line.next_start());
        let (mut words, marks) = (folded.word_count(), folded.marks());
        let folded_all = text.len() <= CAP;
        if !folded_all {
            words = words.max(text.len() / LONG_WORD);
        }
        let mut flags = looks_of(text, marks);
        let numeric = folded_all && is_numeric_date(text);
        // "#2 - May 3, 2021" is above one of several posts.
        let is_date =
            found.date && folded_all && words <= 10 && !text.starts_with('#') && !is_lifetime(text);
        let date = numeric || is_date;
        flags.set(Flag::Date, date);
        // A day without a year is rather that of an event.
        flags.set(Flag::FullDate, numeric || (date && found.month && has_year(text)));
        // But "May (3)" is of an archive.
        flags.set(Flag::Day, date && !has_year(text) && !text.ends_with(')'));
        let ended = flags.has(Flag::Ended);
        let by = found.by && (2..=8).contains(&words) && !ended && is_byline(text);
        flags.set(Flag::By, by);
        flags.set(Flag::Opens, text.ends_with([',', ':']));
        let mut line = Self {
            start: start as u32,
            next: next as u32,
            words: words.min(9999) as u16,
            flags,
            is_sign: if marks.may_have(Marks::OF_CODE) { None } else { Some(false) },
            key: (folded.hash() >> 32) as u32,
            ..Self::default()
        };
        if found.label.is_some() && found.whole.is_none() {
            line.label = (folded.label_hash() >> 32) as u32 | 1;
        }
        // "News." is an answer: no menu has a stop. "Login;" is one of several things.
        let is_answer = |kind: BoilerplateKind| words <= 2 && ended && kind.may_head();
        found.whole = found
            .whole
            .filter(|&(kind, certain)| certain || !is_answer(kind) || !text.ends_with('.'))
            .filter(|_| !text.ends_with(';'));
        let network = folded.word_count() == 1 && NETWORKS.contains(&folded.text());
        line.set(Flag::Network, network);
        line.weigh(text, marks, folded.key().len(), &found);
        if !line.is(Flag::Prose) {
            line.words_score = model::words_score(folded) as i16;
        }
        line
    }

    pub(super) fn is(&self, flag: Flag) -> bool {
        self.flags.has(flag)
    }

    pub(super) fn set(&mut self, flag: Flag, is: bool) {
        self.flags.set(flag, is);
    }

    /// Takes the line for one of this kind, whatever it says.
    pub(super) fn claim(&mut self, kind: BoilerplateKind) {
        self.kind = Some(kind);
        self.own = WHOLE;
        self.set(Flag::Sure, true);
        self.set(Flag::Claimed, true);
    }

    /// What kind of boilerplate it would be; that of menus if nothing is said.
    pub(super) fn kind(&self) -> BoilerplateKind {
        self.placed.or(self.kind).unwrap_or(BoilerplateKind::Navigation)
    }

    /// The line in the text that it was read from.
    pub(super) fn text<'t>(&self, text: &'t str) -> &'t str {
        trim(text[self.start as usize..self.next as usize].trim_ascii_end())
    }

    /// Whether blank lines stand between it and the next one.
    pub(super) fn is_apart_from(&self, next: &Self) -> bool {
        self.next < next.start
    }

    /// How far it is set in.
    pub(super) fn margin(&self, text: &str) -> usize {
        text::lines::margin(&text[self.start as usize..self.next as usize])
    }

    /// Whether it looks like a heading: short, and without an end.
    pub(super) fn is_heading(&self) -> bool {
        self.is_title(8)
    }

    /// Whether it has the look of a title, of at most so many words.
    pub(super) fn is_title(&self, most: u16) -> bool {
        (1..=most).contains(&self.words) && !self.flags.has_any(NO_TITLE)
    }

    /// Notes what kind of line it is to the lines next to it.
    pub(super) fn classify(&mut self) {
        self.as_neighbour = if self.is_body() {
            Neighbour::Body
        } else if self.is_certain() {
            Neighbour::Certain
        } else if self.is(Flag::Ended) {
            Neighbour::Sentence
        } else if self.is(Flag::Item) || self.is(Flag::Row) {
            Neighbour::Row
        } else if self.own > HEARD {
            Neighbour::OfPages
        } else if self.words <= 4 {
            Neighbour::Short
        } else {
            Neighbour::Long
        };
    }

    /// Lets it stay, whatever the lines around it say.
    pub(super) fn spare(&mut self) {
        self.verdict = Verdict::Keep;
        self.set(Flag::Spared, true);
    }

    /// Whether it goes, as far as it has been judged.
    pub(super) fn goes(&self) -> bool {
        matches!(self.verdict, Verdict::Weak | Verdict::Sure)
    }

    /// Whether it gives a reason to look at the document: without such a line
    /// all lines stay.
    pub(super) fn is_suspect(&self) -> bool {
        (self.kind.is_some() && self.own > 0)
            || self.is(Flag::Sure)
            || self.is(Flag::By)
            || self.is(Flag::FullDate)
    }

    /// Whether this is a piece of the article.
    pub(super) fn is_body(&self) -> bool {
        self.is(Flag::Prose) && self.own < 0
    }

    /// Whether it is a sentence that says nothing of pages, if a short one.
    pub(super) fn is_sentence(&self) -> bool {
        self.is_body() || (self.is(Flag::Ended) && self.kind.is_none())
    }

    /// Whether it would go in most places.
    pub(super) fn is_certain(&self) -> bool {
        self.own >= 40
    }

    /// Whether it says who wrote what stands above or below it.
    pub(super) fn is_signature(&self) -> bool {
        self.is(Flag::Signed) && !self.is(Flag::Prose)
    }
}

/// Networks that pages link to.
pub(super) static NETWORKS: &[&str] = &[
    "bluesky",
    "facebook",
    "instagram",
    "linkedin",
    "mastodon",
    "pinterest",
    "reddit",
    "snapchat",
    "telegram",
    "threads",
    "tiktok",
    "tumblr",
    "twitter",
    "whatsapp",
    "youtube",
];

/// A line that says more is heard by those next to it.
pub(super) const HEARD: i16 = 9;

/// A line of so many bytes may be told from its length and its ends.
const SKIMMED: usize = 60;

/// The words of a line that is not read to its end have so many bytes at most, with
/// the space behind them.
const LONG_WORD: usize = 7;

/// A line of so many bytes has more words than these.
const TOO_LONG: usize = 430;
const _: () = assert!(TOO_LONG > CAP && TOO_LONG / LONG_WORD > LISTED as usize);

/// A label ends within so many bytes.
const LABEL: usize = 48;
const _: () = assert!(LABEL <= SKIMMED);

/// So many words with an end mark are prose.
pub(super) const PROSE: usize = 10;

/// A text without the white space around it. Most have none.
fn trim(text: &str) -> &str {
    let inside = |b: Option<&u8>| b.is_some_and(u8::is_ascii_graphic);
    match inside(text.as_bytes().first()) && inside(text.as_bytes().last()) {
        true => text,
        false => text.trim(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;

    fn head() -> impl Strategy<Value = &'static str> {
        select(
            &["", "", "Tags: ", "Share this: ", "Anna: ", ": Tags: ", "“", "- ", "3. ", "| "][..],
        )
    }

    fn piece() -> impl Strategy<Value = &'static str> {
        let prose =
            select(&["The boats came back ", "before the evening, and ", "nobody had "][..]);
        let phrases = &[
            "all rights reserved ",
            "All Rights Reserved. ",
            "leave a comment below ",
            "Subscribe to our newsletter ",
            "Share this ",
            "home ",
            "3 May 2021 ",
        ][..];
        let marks =
            &["{", "= ", "#", "|", ": ", ", ", "©", "“", ". ", "@a ", "é ", "Ж", "島 ", "("][..];
        prop_oneof![6 => prose, 1 => select(phrases), 2 => select(marks)]
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn what_is_skimmed_would_be_read_as_the_same(
            head in head(),
            pieces in vec(piece(), 0..40),
            // The lengths by which lines are told apart.
            len in select(&[60_usize, 100, CAP, TOO_LONG, 1000][..]),
            off in 0..24_usize,
            phrase in select(&["", "all rights reserved", "leave a comment below"][..]),
            end in select(&["", ".", "?”", ":", ",", "...", "…", "|", ")", "。"][..]),
        ) {
            let mut text = head.to_owned();
            text.extend(pieces);
            while text.len() + 12 < len + off {
                text.push_str("sailors and ");
            }
            text.push_str(phrase);
            text.push_str(end);
            let line = text::Line::between(&text, 0, text.len());
            let mut folded = Folded::default();
            if let Some(skimmed) = Line::skim(&line, &mut folded) {
                let read = Line::read(&line, None, &mut folded);
                let mut found = Found::default();
                Phrases::built_in().find(&folded, &mut found);
                let says_little = text.len() <= CAP
                    && found.counts_in_sentence(true)
                    && !found.counts_in_sentence(false);
                prop_assert!(says_little || read == skimmed, "{} {:?} {:?}", text, read, found);
            }
        }
    }
}
