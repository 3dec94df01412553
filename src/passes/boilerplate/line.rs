//! Reading one line: what it says, and what it looks like.

use super::flags::{Flag, Flags};
use super::key::{CAP, Folded, Marks};
use super::kind::BoilerplateKind;
use super::model;
use super::phrases::{Found, Phrases};
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
    /// What kind of line it is to them; 0 until that is asked.
    pub(super) class: u8,
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

/// The weights of what a line alone says.
mod weight {
    pub(super) const WHOLE: i16 = 60;
    pub(super) const WHOLE_LIKELY: i16 = 15;
    pub(super) const LABEL: i16 = 32;
    pub(super) const START: i16 = 45;
    pub(super) const START_LIKELY: i16 = 16;
    pub(super) const SIGNED: i16 = 30;
    pub(super) const WITHIN: i16 = 40;
    pub(super) const WITHIN_LIKELY: i16 = 7;
    pub(super) const COUNTED: i16 = 40;
    pub(super) const COUNTED_LIKELY: i16 = 24;
}

impl Line {
    /// A sentence that says nothing of pages, told without reading its words;
    /// nothing if the line has to be read. `folded` is working memory.
    ///
    /// A read gives the same, but for phrases that the sieve does not know: those
    /// that count for little in sentences, and those with a mark in them.
    pub(super) fn skim(line: &text::Line<'_>, folded: &mut Folded) -> Option<Self> {
        let text = trim(line.text);
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
            start: line.start as u32,
            next: line.next as u32,
            words,
            flags,
            own,
            voice: own.max(-30) as i8,
            ..Self::default()
        })
    }

    /// Reads a line. `folded` is working memory.
    pub(super) fn read(line: &text::Line<'_>, own_phrases: &Phrases, folded: &mut Folded) -> Self {
        let text = trim(line.text);
        folded.read(text);
        let folded_all = text.len() <= CAP;
        let (mut found, mut named) = (Found::default(), Found::default());
        Phrases::built_in().find(folded, &mut found);
        if !folded_all || is_name_in_code(text) {
            found.whole = None;
        }
        if !own_phrases.is_empty() && folded_all {
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
        let (start, next) = (line.start, line.next);
        let (mut words, marks) = (folded.word_count(), folded.marks());
        let folded_all = text.len() <= CAP;
        if !folded_all {
            words = words.max(text.len() / LONG_WORD);
        }
        let mut flags = looks_of(text, marks);
        let numeric = folded_all && is_numeric_date(text);
        // "#2 - May 3, 2021" is above one of several posts.
        let is_date = found.date && folded_all && words <= 10 && !text.starts_with('#');
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
        // "News." is an answer: no menu has a stop.
        let is_answer = |kind: BoilerplateKind| words <= 2 && ended && kind.may_head();
        found.whole = found
            .whole
            .filter(|&(kind, certain)| certain || !is_answer(kind) || !text.ends_with('.'));
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
        self.own = weight::WHOLE;
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
        self.class = if self.is_body() {
            1
        } else if self.is_certain() {
            2
        } else if self.is(Flag::Ended) {
            3
        } else if self.is(Flag::Item) || self.is(Flag::Row) {
            4
        } else if self.own > 9 {
            5
        } else if self.words <= 4 {
            6
        } else {
            7
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

    fn weigh(&mut self, text: &str, marks: Marks, len: usize, found: &Found) {
        let words = self.words;
        let mut own = 0;
        let counted = marks.may_have(Marks::LIST) && is_counted(text, words);
        self.set(Flag::Counted, counted);
        if let Some((kind, certain)) = found.whole {
            self.kind = Some(kind);
            own += if certain { weight::WHOLE } else { weight::WHOLE_LIKELY };
            if certain {
                self.set(Flag::Sure, true);
            }
        } else if let Some((kind, certain)) = found.start {
            self.kind = Some(kind);
            let full = if certain { weight::START } else { weight::START_LIKELY };
            // The longer the rest, the less the start says about it.
            own += match words {
                0..=8 => full,
                9..=14 => full * 2 / 3,
                15..=24 => full / 2,
                _ => full / 4,
            } - if self.is(Flag::Ended) { 8 } else { 0 };
        }
        if let (Some(kind), None) = (found.label, found.whole) {
            self.kind = Some(kind);
            let full = match kind {
                BoilerplateKind::Related => weight::LABEL + 22,
                BoilerplateKind::Source => weight::LABEL / 2,
                _ => weight::LABEL,
            };
            own += match words {
                0..=8 => full,
                9..=20 => full * 5 / 6,
                21..=30 => full / 2,
                _ => full / 4,
            };
        }
        if self.is(Flag::Counted) && found.label.is_none() {
            self.kind.get_or_insert(BoilerplateKind::Navigation);
            let archive = found.month && has_year(text);
            own = own.max(if archive { weight::COUNTED } else { weight::COUNTED_LIKELY });
        }
        if found.certain > 0 && found.whole.is_none() {
            self.kind = self.kind.or(found.within);
            let full = weight::WITHIN + 15 * i16::from(found.certain.min(4) - 1);
            // Nothing but a page speaks of its cookies so.
            let full = if self.kind == Some(BoilerplateKind::Cookies) { full + 30 } else { full };
            own += match words {
                0..=30 => full,
                31..=60 => full * 3 / 4,
                _ => full / 3,
            };
        }
        if found.likely > 0 && found.whole.is_none() {
            self.kind = self.kind.or(found.within);
            let full = weight::WITHIN_LIKELY * i16::from(found.likely.min(3));
            own += if words <= 40 { full } else { full / 3 };
        }
        // A menu in one line.
        let listed = || {
            marks.may_have(Marks::LIST) && memchr::memchr2(b',', b'(', text.as_bytes()).is_some()
        };
        // No menu begins with a number: "10am Family service".
        let items = found.whole.is_none()
            && found.items >= 2
            && !text.starts_with(|c: char| c.is_ascii_digit());
        if items && !self.is(Flag::Ended) && words <= LISTED && !listed() {
            let all = found.covered * 10 >= len * 8;
            // "Photo: Adobe Stock": the label, and one of those it names.
            let credits = matches!(
                found.label,
                Some(BoilerplateKind::Credit | BoilerplateKind::Source | BoilerplateKind::Byline)
            );
            if all && credits && words <= 6 {
                self.set(Flag::Sure, true);
            }
            let parted = text.contains(['|', '\u{b7}', '\u{2022}', '\u{bb}', '\u{203a}']);
            if all || (parted && found.items >= 3 && found.covered * 2 >= len) {
                self.kind.get_or_insert(BoilerplateKind::Navigation);
                own += match (all, found.items) {
                    (true, 2) => 16,
                    (true, _) if parted || found.items > 3 => 45,
                    (true, _) => 28,
                    (false, _) => 18,
                };
            }
        }
        let signed = found.whole.is_none()
            && matches!(self.kind, Some(BoilerplateKind::Byline))
            && (found.label.is_some() || found.start.is_some());
        self.set(Flag::Signed, signed);
        if signed && found.month && !self.is(Flag::Ended) && words <= 16 && has_year(text) {
            // "Posted by Jane Doe on May 3, 2021": who wrote it, and when.
            own = own.max(weight::SIGNED);
            self.set(Flag::Sure, true);
        }
        if self.kind.is_none()
            && found.items > 0
            && words <= 12
            && marks.may_have(Marks::AT)
            && names_account(text, len, found)
        {
            self.kind = Some(BoilerplateKind::Follow);
            own += weight::START;
            self.set(Flag::Sure, true);
        }
        let says_nothing = own == 0;
        if marks.may_have(Marks::OTHER) && words <= LISTED && text.contains('\u{a9}') {
            self.kind = Some(BoilerplateKind::Copyright);
            own += 45;
        }
        if self.is(Flag::Date) {
            self.kind.get_or_insert(BoilerplateKind::Updated);
            own = own.max(12);
        }
        // Shape.
        self.set(Flag::Prose, (self.is(Flag::Ended) && usize::from(words) >= PROSE) || words >= 22);
        own += if self.is(Flag::Ended) {
            of_sentence(words, found.certain > 0)
        } else {
            match words {
                0 => 4,
                1 => 7,
                2..=3 => 5,
                4..=6 => 2,
                7..=12 => 0,
                13..=21 => -8,
                _ => -30,
            }
        };
        if self.is(Flag::Cut) && words >= 6 {
            own += 10;
        }
        if self.is(Flag::Colon) && says_nothing {
            own -= 8;
        }
        if self.is(Flag::Item) {
            own -= 6;
        }
        if self.is(Flag::Row) && says_nothing {
            own -= 4;
        }
        let bytes = text.as_bytes();
        let in_code =
            marks.may_have(Marks::CODE) && memchr::memchr3(b'{', b'}', b'=', bytes).is_some();
        if in_code || (marks.may_have(Marks::HASH) && text.contains("##")) {
            own -= 40;
            self.set(Flag::Sure, false);
        }
        if text.ends_with(GOES_ON) {
            // It goes on: an address, the end of a letter.
            own -= 60;
            self.set(Flag::Sure, false);
        }
        if self.is(Flag::Quoted) {
            own -= 12;
        }
        if self.is(Flag::Turn) && says_nothing {
            own -= 6;
        }
        if self.is(Flag::Lower) && words > 3 && says_nothing {
            own -= 4;
        }
        self.own = own;
        // A short line that says nothing may be anything.
        let most = if self.kind.is_some() { 40 } else { 2 };
        self.voice = own.clamp(-30, most) as i8;
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

/// A line of so many bytes may be told from its length and its ends.
const SKIMMED: usize = 60;

/// A menu in one line, or a line that a sign of copyright tells, has so many words
/// at most.
const LISTED: u16 = 60;

/// The words of a line that is not read to its end have so many bytes at most, with
/// the space behind them.
const LONG_WORD: usize = 7;

/// A line of so many bytes has more words than these.
const TOO_LONG: usize = 430;
const _: () = assert!(TOO_LONG > CAP && TOO_LONG / LONG_WORD > LISTED as usize);

/// In these a line ends that goes on below.
const GOES_ON: [char; 3] = [',', '\u{3001}', '\u{ff0c}'];

/// A label ends within so many bytes.
const LABEL: usize = 48;
const _: () = assert!(LABEL <= SKIMMED);

/// So many words with an end mark are prose.
const PROSE: usize = 10;

/// What it says for a line that it ends as a sentence does. A phrase that
/// counts in sentences takes half of it away.
fn of_sentence(words: u16, certain: bool) -> i16 {
    match (words, certain) {
        (0..=3, _) => -2,
        (4..=9, _) => -12,
        (10..=24, true) => -14,
        (10..=24, false) => -28,
        (_, true) => -22,
        (_, false) => -45,
    }
}

/// Whether it is the name of an option or of a kind of files, as manuals list them:
/// `--help`, `.ads`.
fn is_name_in_code(text: &str) -> bool {
    let name = text.strip_prefix("--").or(text.strip_prefix(['-', '.']));
    name.is_some_and(|name| {
        name.starts_with(|c: char| c.is_ascii_lowercase())
            && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            && !name.ends_with('-')
    })
}

/// A text without the white space around it. Most have none.
fn trim(text: &str) -> &str {
    let inside = |b: Option<&u8>| b.is_some_and(u8::is_ascii_graphic);
    match inside(text.as_bytes().first()) && inside(text.as_bytes().last()) {
        true => text,
        false => text.trim(),
    }
}

/// How a line ends, but for closing marks.
enum End {
    Stop,
    Cut,
    Colon,
    Other,
}

fn end_of(text: &str) -> End {
    let body = text.trim_end_matches(is_closing);
    match body.chars().next_back() {
        Some('.') if body.ends_with("...") => End::Cut,
        Some('\u{2026}') => End::Cut,
        Some(
            '.' | '!' | '?' | '\u{3002}' | '\u{ff01}' | '\u{ff1f}' | '\u{61f}' | '\u{964}'
            | '\u{6d4}',
        ) => End::Stop,
        Some(':' | '\u{ff1a}') => End::Colon,
        _ => End::Other,
    }
}

/// How a line looks, but for what its phrases and its length say.
fn looks_of(text: &str, marks: Marks) -> Flags {
    let bytes = text.as_bytes();
    let end = end_of(text);
    let first = text.chars().next();
    let quoted = first.is_some_and(|c| {
        matches!(c, '"' | '\u{201c}' | '\u{201e}' | '\u{ab}' | '\u{2018}' | '\u{300c}' | '\u{bb}')
    });
    let parts = |at: usize| at > 0 && bytes[at - 1] == b' ' && bytes.get(at + 1) == Some(&b' ');
    let row = marks.may_have(Marks::PIPE)
        && (bytes.first() == Some(&b'|') || memchr::memchr_iter(b'|', bytes).any(parts));
    let cell = row
        && text.starts_with('|')
        && text.split('|').filter(|cell| !cell.trim_ascii().is_empty()).count() <= 1;
    let item = match first {
        Some('-' | '*' | '\u{2022}' | '\u{2013}' | '\u{2014}' | '\u{b7}' | '\u{25cf}' | '+') => {
            text.chars().nth(1).is_some_and(|c| c == ' ' || c == '\t')
        }
        Some('0'..='9') => {
            let digits = bytes.iter().take_while(|b| b.is_ascii_digit()).count();
            digits <= 3
                && matches!(bytes.get(digits), Some(b'.' | b')'))
                && bytes.get(digits + 1).is_none_or(|b| !b.is_ascii_digit())
        }
        _ => false,
    };
    let turn = marks.may_have(Marks::COLON)
        && memchr::memchr(b':', &bytes[..bytes.len().min(40)])
            .is_some_and(|at| at > 0 && bytes.get(at + 1) == Some(&b' '));
    let upper = {
        let mut letters = text.chars().take(120).filter(|c| c.is_alphabetic()).peekable();
        letters.peek().is_some() && letters.all(char::is_uppercase)
    };
    let mut looks = Flags::default();
    for (flag, is) in [
        (Flag::Ended, matches!(end, End::Stop)),
        (Flag::Cut, matches!(end, End::Cut)),
        (Flag::Colon, matches!(end, End::Colon)),
        (Flag::Item, item),
        (Flag::Row, row),
        (Flag::Cell, cell),
        (Flag::Quoted, quoted),
        (Flag::Turn, turn),
        (Flag::Lower, first.is_some_and(char::is_lowercase)),
        (Flag::Upper, upper),
    ] {
        looks.set(flag, is);
    }
    looks
}

/// A mark that may follow the end of a sentence.
pub(super) fn is_closing(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | ')'
            | ']'
            | '\u{201d}'
            | '\u{2019}'
            | '\u{bb}'
            | '\u{ab}'
            | '\u{201c}'
            | '\u{300d}'
            | '\u{ff09}'
            | '*'
            | '_'
    )
}

/// Whether what follows the first word reads like a name: every word with a
/// capital but for small ones between them, or none with one, as where a
/// scraper has folded the case.
fn is_byline(text: &str) -> bool {
    let mut words = text.split_whitespace().skip(1).peekable();
    let Some(first) = words.peek() else { return false };
    let lower = first.chars().next().is_some_and(char::is_lowercase);
    let opens =
        ["the", "a", "an", "this", "that", "which", "my", "your", "our", "his", "its", "their"];
    if opens.contains(first) && lower {
        return words.nth(1).is_some_and(|w| w.starts_with(char::is_uppercase));
    }
    words.all(|word| {
        let Some(c) = word.chars().next() else { return true };
        let small = word.len() <= 3 || c.is_numeric() || !c.is_alphabetic();
        small || c.is_lowercase() == lower
    })
}

/// Whether the line is a few words and a number in brackets.
fn is_counted(text: &str, words: u16) -> bool {
    let Some(rest) = text.strip_suffix(')') else { return false };
    let digits = rest.bytes().rev().take_while(u8::is_ascii_digit).count();
    let Some(name) = rest[..rest.len() - digits].strip_suffix('(') else { return false };
    (1..=3).contains(&digits)
        && (2..=5).contains(&words)
        && name.ends_with(char::is_whitespace)
        && name.starts_with(char::is_uppercase)
}

/// Whether the line is a prompt and an account: "Follow us on Twitter @name".
fn names_account(text: &str, len: usize, found: &Found) -> bool {
    let Some((_, account)) = text.rsplit_once(" @") else { return false };
    !account.contains(' ') && found.covered + account.len() >= len
}

/// Whether a year stands in the line.
pub(super) fn has_year(text: &str) -> bool {
    let mut numbers = text.split(|c: char| !c.is_numeric());
    numbers.any(|number| number.chars().count() == 4)
}

/// Whether the line is a date in numbers, such as `2024-11-06` or `6.11.24`.
fn is_numeric_date(text: &str) -> bool {
    if !text.starts_with(|c: char| c.is_ascii_digit() || c == '+') {
        return false;
    }
    let mut year = false;
    // German writes the unit behind a time.
    let text = text.strip_suffix("Uhr").unwrap_or(text);
    let mut parts = text.splitn(4, ['.', '-', '/', ' ', ',']);
    for _ in 0..3 {
        let Some(part) = parts.next() else { return false };
        match (part.len(), part.parse::<u16>()) {
            (1 | 2, Ok(number)) if number <= 31 => {}
            (4, Ok(number)) if (1900..2100).contains(&number) => year = true,
            _ => return false,
        }
    }
    // A time may follow.
    let is_time = |rest: &str| rest.bytes().all(|b| matches!(b, b'0'..=b'9' | b':' | b' '));
    year && parts.next().is_none_or(is_time)
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
            let line = text::Line { text: &text, start: 0, next: text.len() };
            let mut folded = Folded::default();
            if let Some(skimmed) = Line::skim(&line, &mut folded) {
                let read = Line::read(&line, &Phrases::default(), &mut folded);
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
