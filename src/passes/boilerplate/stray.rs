//! Stray lines: short lines between paragraphs with which they have no word in
//! common.

use super::flags::Flag;
use super::folded::Folded;
use super::line::Line;
use super::wrapped;
use crate::data::has_exact;
use crate::lexicon::{self, Entry};

/// An article of fewer words does not name all that its headings name.
const MIN_BODY_WORDS: u32 = 80;

/// In an article of so many words a heading has a word of it, besides those
/// that all texts have, even if it names nothing.
const LONG_BODY: u32 = 150;

/// More of them are how the text is built.
pub(super) const MOST: usize = 2;

/// A word counts from so many letters on, and is compared by the first five:
/// most endings change less.
const SHORTEST: usize = 3;

/// A word that is so frequent says little about a text.
const COMMON: u8 = 46;

/// A signature is set in by so many spaces.
const SIGNATURE: usize = 16;

/// A line has so many words at most, and one that is longer than a heading has
/// so many words at least that are not common.
pub(super) const LONGEST: u16 = 16;
const MANY_TELLING: usize = 4;

/// What the sections of articles are called, whatever they are about. Sorted.
static SECTIONS: &[&str] = &[
    "abbreviations",
    "about this article",
    "abstract",
    "acknowledgements",
    "acknowledgments",
    "advantages",
    "aftermath",
    "afterword",
    "aims",
    "analysis",
    "and finally",
    "appendix",
    "assumptions",
    "awards",
    "awards and honours",
    "background",
    "bad",
    "basics",
    "best practices",
    "bibliography",
    "bottom line",
    "career",
    "case studies",
    "case study",
    "cast",
    "causes",
    "chronology",
    "closing thoughts",
    "conclusion",
    "conclusions",
    "cons",
    "contents",
    "contributors",
    "death",
    "definition",
    "definitions",
    "details",
    "diagnosis",
    "directions",
    "disadvantages",
    "disclaimer",
    "discussion",
    "early career",
    "early life",
    "early years",
    "education",
    "end",
    "end notes",
    "endnotes",
    "epilogue",
    "equipment",
    "etymology",
    "evaluation",
    "example",
    "examples",
    "exceptions",
    "exercises",
    "family",
    "faq",
    "faqs",
    "features",
    "final thoughts",
    "final words",
    "findings",
    "footnotes",
    "foreword",
    "frequently asked questions",
    "further reading",
    "future",
    "getting started",
    "glossary",
    "glossary of terms",
    "good",
    "highlights",
    "history",
    "honors",
    "honours",
    "implications",
    "in conclusion",
    "in short",
    "in summary",
    "ingredients",
    "instructions",
    "interview",
    "introduction",
    "key facts",
    "key findings",
    "key points",
    "key takeaways",
    "key terms",
    "later life",
    "later years",
    "learning objectives",
    "learning outcomes",
    "legacy",
    "limitations",
    "looking ahead",
    "looking back",
    "looking forward",
    "materials",
    "method",
    "methodology",
    "methods",
    "moving forward",
    "my take",
    "my verdict",
    "next steps",
    "note",
    "notes",
    "notes and references",
    "objectives",
    "origins",
    "our verdict",
    "overview",
    "part one",
    "part two",
    "personal life",
    "plot",
    "postscript",
    "preface",
    "preparation",
    "prevention",
    "problem",
    "prognosis",
    "prologue",
    "pros",
    "pros and cons",
    "publications",
    "q a",
    "quick facts",
    "reception",
    "recommendations",
    "references",
    "requirements",
    "results",
    "review",
    "risk factors",
    "scope",
    "side effects",
    "solution",
    "sources",
    "step one",
    "step two",
    "strengths",
    "suggestions",
    "summary",
    "summing up",
    "supplies",
    "symptoms",
    "synopsis",
    "takeaway",
    "takeaways",
    "timeline",
    "tips",
    "tl dr",
    "tldr",
    "treatment",
    "trivia",
    "update",
    "upshot",
    "verdict",
    "warnings",
    "weaknesses",
    "what next",
    "works",
    "works cited",
    "wrap up",
    "wrapping it up",
    "wrapping up",
];

/// Finds the stray lines of an English article, as places in `lines`. `folded`
/// is working memory.
///
/// There are none if the article has headings that it does speak of, or more
/// than two such lines, one that reads like a heading, or a sentence that goes on
/// below one.
pub(super) fn find(text: &str, lines: &[Line], folded: &mut Folded) -> [Option<usize>; MOST] {
    let none = [None; MOST];
    let Some(found) = lone_titles(text, lines) else { return none };
    let body: u32 = lines.iter().filter(|l| l.is_body()).map(|l| u32::from(l.words)).sum();
    if body < MIN_BODY_WORDS {
        return none;
    }
    let mut words = Beginnings::default();
    for &at in found.iter().flatten() {
        if !add_words(text, &lines[at], body, &mut words, folded) {
            return none;
        }
    }
    let is_found = |at: usize| found.contains(&Some(at));
    let mut others = lines.iter().enumerate().filter(|(at, l)| l.words > 0 && !is_found(*at));
    if others.any(|(_, line)| words.has_any_of(line.text(text))) { none } else { found }
}

/// The places of the titles that stand alone between two paragraphs; nothing if there is
/// none, or too many, or one that is no stray line for how it stands.
fn lone_titles(text: &str, lines: &[Line]) -> Option<[Option<usize>; MOST]> {
    let mut found = [None; MOST];
    let mut count = 0;
    for (at, line) in lines.iter().enumerate().skip(1).filter(|(_, l)| l.is_title(LONGEST)) {
        let between = lines[at - 1].is_body() && lines.get(at + 1).is_some_and(Line::is_body);
        if !between && !line.is_heading() {
            continue;
        }
        if count == MOST
            || !between
            || line.is(Flag::Opens)
            || goes_on(lines[at + 1].text(text))
            || is_signed(text, line)
            || wrapped::closes(text, lines, at)
        {
            return None;
        }
        found[count] = Some(at);
        count += 1;
    }
    (count > 0).then_some(found)
}

/// The beginnings of words.
#[derive(Default)]
struct Beginnings {
    list: [u64; MOST * LONGEST as usize],
    len: usize,
    /// A bit for each of them.
    bits: u64,
}

impl Beginnings {
    /// Adds one; tells whether there was room for it.
    fn push(&mut self, word: u64) -> bool {
        let place = self.list.get_mut(self.len);
        let has_room = place.is_some();
        if let Some(place) = place {
            *place = word;
            self.len += 1;
            self.bits |= bit(word);
        }
        has_room
    }

    /// Whether a text has one of them.
    fn has_any_of(&self, text: &str) -> bool {
        let mut has = false;
        for_each_word(text, |word| {
            has |= self.bits & bit(word) != 0 && self.list[..self.len].contains(&word);
        });
        has
    }
}

/// Adds the words with which an article would speak of a line; tells whether it may be
/// a stray one, which says something and does not read like a heading.
fn add_words(
    text: &str,
    line: &Line,
    body: u32,
    words: &mut Beginnings,
    folded: &mut Folded,
) -> bool {
    let said = line.text(text);
    if line.kind.is_none() && reads_like_heading(line, said) {
        return false;
    }
    let (telling, strange) = telling_words(said);
    let is_long = !line.is_heading();
    if is_long && (telling < MANY_TELLING || said.contains(['@', '/', '|', ';', '_', '['])) {
        return false;
    }
    let names = telling >= 2 && (strange || is_long || body >= LONG_BODY);
    let before = words.len;
    // Compounds may have more words than are counted.
    let mut has_room = true;
    for_each(said, |whole, word| {
        if !names || !is_common(lexicon::get_bytes(whole)) {
            has_room &= words.push(word);
        }
    });
    folded.read(said);
    let name = folded.text().strip_prefix("the ").unwrap_or(folded.text());
    has_room && words.len > before && !is_section(name)
}

/// Whether a line reads like the heading of a section, as writers make them up: a
/// name alone, all in capitals, "Closing the deal", "Power, size and beauty".
fn reads_like_heading(line: &Line, text: &str) -> bool {
    let first = text.split(' ').next().unwrap_or_default();
    let lists = || text.contains(", ") && text.contains(" and ");
    line.words < 2 || line.is(Flag::Upper) || first.ends_with("ing") || lists()
}

/// Whether a line is what sections are called, or begins with two words of
/// which sections are called alone: "Early life and career".
pub(super) fn is_section(name: &str) -> bool {
    let second = name.match_indices(' ').nth(1).map_or(name.len(), |(at, _)| at);
    [name, &name[..second]].iter().any(|name| has_exact(SECTIONS, name))
}

/// How many words of a line are not among the commonest, and whether one of
/// them is no ordinary word: a name, as no heading has that the text does not.
fn telling_words(line: &str) -> (usize, bool) {
    let (mut count, mut strange) = (0, false);
    for_each(line, |whole, _| {
        let entry = lexicon::get_bytes(whole);
        count += usize::from(!is_common(entry));
        strange |= !entry.is_ordinary() && !whole[0].is_ascii_digit();
    });
    (count, strange)
}

/// How many words of a line, but for short ones and the commonest, stand in
/// another text too.
pub(super) fn shared(line: &str, other: &str) -> usize {
    let mut count = 0;
    // Some words at a time, so that the other text is read once for all of them.
    let (mut words, mut len) = ([0; LONGEST as usize], 0);
    let mut count_shared = |words: &[u64]| {
        let mut there = 0_u32;
        for_each_word(other, |word| {
            for (bit, _) in words.iter().enumerate().filter(|(_, w)| **w == word) {
                there |= 1 << bit;
            }
        });
        count += there.count_ones() as usize;
    };
    for_each(line, |whole, word| {
        if whole.len() > SHORTEST && !is_common(lexicon::get_bytes(whole)) {
            words[len] = word;
            len += 1;
            if len == words.len() {
                count_shared(&words);
                len = 0;
            }
        }
    });
    if len > 0 {
        count_shared(&words[..len]);
    }
    count
}

/// How many of the words of a line that have five letters or more another text has.
pub(super) fn shared_long(line: &str, other: &str) -> usize {
    let mut count = 0;
    for_each_word(line, |word| {
        let (is_long, mut shared) = (word >> 32 > 0, false);
        if is_long {
            for_each_word(other, |other| shared |= other == word);
        }
        count += usize::from(shared);
    });
    count
}

/// Whether a word stands in texts about anything.
fn is_common(entry: Entry) -> bool {
    entry.frequency() >= COMMON
}

/// Whether a paragraph begins in the middle of a sentence: the line above is a
/// piece of it.
fn goes_on(text: &str) -> bool {
    text.starts_with(|c: char| c.is_lowercase() || matches!(c, '.' | ',' | ';' | ':' | ')'))
}

/// Whether a line begins or ends with a dash or is set in as far as a signature is: who
/// said what stands above it, or a speech that breaks off.
fn is_signed(text: &str, line: &Line) -> bool {
    let whole = &text[line.start as usize..line.next as usize];
    let margin = whole.bytes().take_while(|b| *b == b' ').count();
    let line = line.text(text);
    let is_dash = |c: char| matches!(c, '\u{2013}' | '\u{2014}');
    margin >= SIGNATURE
        || line.starts_with("--")
        || line.starts_with(is_dash)
        || line.ends_with(is_dash)
}

/// A bit of 64 for a word.
fn bit(word: u64) -> u64 {
    1 << (word.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 58)
}

/// Calls `see` with the first five letters of each word that is not short.
pub(super) fn for_each_word(text: &str, mut see: impl FnMut(u64)) {
    for_each(text, |_, word| see(word));
}

/// Calls `see` with each word that is not short, and its first five letters.
fn for_each(text: &str, mut see: impl FnMut(&[u8], u64)) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let rest = &bytes[at..];
        let is_letter = |b: &&u8| b.is_ascii_alphanumeric() || !b.is_ascii();
        let len = rest.iter().take_while(is_letter).count();
        if len >= SHORTEST {
            let letters = rest[..len.min(5)].iter();
            let word = letters.fold(0, |word, b| word << 8 | u64::from(b.to_ascii_lowercase()));
            see(&rest[..len], word);
        }
        at += len.max(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_are_known_by_their_first_words() {
        for (name, is) in [
            ("conclusion", true),
            ("early life", true),
            ("early life and schooling", true),
            ("early birds", false),
            ("conclusion of a treaty", false),
            ("", false),
        ] {
            assert_eq!(is_section(name), is, "{name}");
        }
    }

    #[test]
    fn words_are_shared_that_are_long_and_not_in_every_text() {
        assert_eq!(shared("The ferry to the islands", "Ferries go from the island"), 1);
        assert_eq!(shared("Der Hafen und die Boote", "und Boote aus der Hafenstadt"), 2);
        let many: String = (1000..1040).map(|word| format!("{word} ")).collect();
        assert_eq!(shared(&many, &many), 40);
        assert_eq!(shared(&many, ""), 0);
    }

    #[test]
    fn long_words_are_shared_however_common_they_are() {
        assert_eq!(shared_long("TERMS OF SERVICE", "Who signs accepts these terms."), 1);
        assert_eq!(shared_long("Home of the rope", "The home is of rope."), 0);
    }

    #[test]
    fn telling_words_are_not_those_of_every_text() {
        assert_eq!(telling_words("the and of"), (0, false));
        assert_eq!(telling_words("The harbour ropes"), (2, false));
        assert_eq!(telling_words("1971: the Solberg ropes"), (3, true));
    }

    #[test]
    fn words_are_compared_by_their_beginnings() {
        let mut words = Vec::new();
        for_each_word("The Jackets, of Bâle", |word| words.push(word));
        let mut others = Vec::new();
        for_each_word("the jacket BÂLE", |word| others.push(word));
        assert_eq!(words[..2], others[..2]);
        assert_eq!((words.len(), others.len()), (3, 3));
    }
}
