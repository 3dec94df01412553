//! Stray lines: short lines between paragraphs with which they have no word in
//! common.

use super::line::Line;

/// An article of fewer words does not name all that its headings name.
const MIN_BODY_WORDS: u32 = 80;

/// More of them are how the text is built.
const MOST: usize = 2;

/// A word counts from so many letters on, and is compared by the first five:
/// most endings change less.
const SHORTEST: usize = 3;

/// What the sections of articles are called, whatever they are about. Sorted.
static SECTIONS: &[&str] = &[
    "abstract",
    "acknowledgements",
    "acknowledgments",
    "afterword",
    "analysis",
    "and finally",
    "appendix",
    "background",
    "best practices",
    "bibliography",
    "bottom line",
    "cast",
    "closing thoughts",
    "conclusion",
    "conclusions",
    "cons",
    "contents",
    "details",
    "directions",
    "discussion",
    "epilogue",
    "example",
    "examples",
    "faq",
    "faqs",
    "final thoughts",
    "final words",
    "footnotes",
    "foreword",
    "getting started",
    "glossary",
    "history",
    "in conclusion",
    "in short",
    "in summary",
    "ingredients",
    "instructions",
    "interview",
    "introduction",
    "key points",
    "key takeaways",
    "limitations",
    "method",
    "methodology",
    "methods",
    "my take",
    "next steps",
    "note",
    "notes",
    "overview",
    "part one",
    "part two",
    "postscript",
    "preface",
    "prologue",
    "pros",
    "q a",
    "references",
    "results",
    "review",
    "sources",
    "summary",
    "takeaway",
    "takeaways",
    "the bottom line",
    "the future",
    "the good",
    "the bad",
    "the verdict",
    "tips",
    "trivia",
    "update",
    "verdict",
    "warnings",
    "what next",
    "wrapping it up",
    "wrapping up",
];

/// Finds the stray lines of an English article, as places in `lines`. `key` is
/// working memory.
///
/// There are none if the article has headings that it does speak of, or more
/// than two such lines, or a sentence that goes on below one.
pub(super) fn find(text: &str, lines: &[Line], key: &mut String) -> [Option<usize>; MOST] {
    let none = [None; MOST];
    let mut found = none;
    let mut count = 0;
    for (at, _) in lines.iter().enumerate().skip(1).filter(|(_, line)| line.is_heading()) {
        let between = lines[at - 1].is_body() && lines.get(at + 1).is_some_and(Line::is_body);
        if count == MOST || !between || goes_on(lines[at + 1].text(text)) {
            return none;
        }
        found[count] = Some(at);
        count += 1;
    }
    let body: u32 = lines.iter().filter(|l| l.is_body()).map(|l| u32::from(l.words)).sum();
    if count == 0 || body < MIN_BODY_WORDS {
        return none;
    }
    // The beginnings of their words; a line has at most eight.
    let mut words = [0; MOST * 8];
    let mut len = 0;
    for &at in found.iter().flatten() {
        let line = lines[at].text(text);
        let from = len;
        for_each_word(line, |word| {
            if let Some(place) = words.get_mut(len) {
                *place = word;
                len += 1;
            }
        });
        key.clear();
        super::key::fold(line, key);
        if from == len || SECTIONS.contains(&key.as_str()) {
            return none;
        }
    }
    let words = &words[..len];
    let bits = words.iter().fold(0, |bits, &word| bits | bit(word));
    let mut shared = false;
    for line in lines.iter().filter(|line| line.words > 0 && !line.is_heading()) {
        for_each_word(line.text(text), |word| {
            shared |= bits & bit(word) != 0 && words.contains(&word);
        });
        if shared {
            return none;
        }
    }
    found
}

/// Whether a paragraph begins in the middle of a sentence: the line above is a
/// piece of it.
fn goes_on(text: &str) -> bool {
    text.starts_with(|c: char| c.is_lowercase() || matches!(c, '.' | ',' | ';' | ':' | ')'))
}

/// A bit of 64 for a word.
fn bit(word: u64) -> u64 {
    1 << (word.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 58)
}

/// Calls `see` with the first five letters of each word that is not short.
pub(super) fn for_each_word(text: &str, mut see: impl FnMut(u64)) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let rest = &bytes[at..];
        let is_letter = |b: &&u8| b.is_ascii_alphanumeric() || !b.is_ascii();
        let len = rest.iter().take_while(is_letter).count();
        if len >= SHORTEST {
            let letters = rest[..len.min(5)].iter();
            see(letters.fold(0, |word, b| word << 8 | u64::from(b.to_ascii_lowercase())));
        }
        at += len.max(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
