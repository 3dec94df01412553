//! The folded form in which lines and phrases are compared.

use crate::passes::{code, hashed};
use crate::text::swar;

/// How many bytes of a line are folded at most. Boilerplate shows early.
const CAP: usize = 320;

/// Appends the folded form of `line` to `out`.
///
/// Folded means: lower case, words parted by one space, no marks, `#` for each
/// number, every Han and Kana sign a word. What comes after the first 320
/// bytes is left out.
pub(super) fn fold(line: &str, out: &mut String) -> Folded {
    let head = &line.as_bytes()[..line.len().min(CAP)];
    if head.is_ascii() {
        return fold_ascii(line.as_bytes(), out);
    }
    fold_any(line, out)
}

/// As [`fold`], for what most lines are: ASCII as far as they are read.
fn fold_ascii(line: &[u8], out: &mut String) -> Folded {
    // No byte gives more than itself and a space before it.
    let mut folded = [b' '; 2 * CAP + 8];
    let (mut len, mut words, mut label) = (0, 0, 0);
    let mut marks = Marks::of_length(line.len());
    let mut last = Class::Gap;
    let head = &line[..line.len().min(CAP)];
    let mut at = 0;
    while at < head.len() {
        let b = head[at];
        match SMALL[usize::from(b)] {
            GAP => {
                if b == b':' && label == 0 {
                    label = len;
                }
                marks.add(b);
                last = Class::Gap;
                at += 1;
            }
            JOINED => at += 1,
            NUMBER => {
                if last != Class::Digit {
                    if last != Class::Letter {
                        len += space(&mut folded, len);
                        words += 1;
                    }
                    folded[len] = NUMBER;
                    len += 1;
                    last = Class::Digit;
                }
                at += 1;
            }
            _ => {
                if last == Class::Digit && number_suffix(&line[at..]) {
                    last = Class::Suffix;
                }
                if last == Class::Suffix {
                    at += 1;
                    continue;
                }
                if !matches!(last, Class::Letter | Class::Digit) {
                    len += space(&mut folded, len);
                    words += 1;
                }
                // The letters of the word, eight at a time; what is written
                // behind them is written again.
                loop {
                    let small = hashed::bytes_at(head, at) | 0x2020_2020_2020_2020;
                    let run = swar::letters_len(small);
                    folded[len..len + 8].copy_from_slice(&small.to_le_bytes());
                    (len, at) = (len + run, at + run);
                    if run < 8 || at == head.len() {
                        break;
                    }
                }
                last = Class::Letter;
            }
        }
    }
    out.push_str(std::str::from_utf8(&folded[..len]).expect("ASCII"));
    Folded { words, label, marks }
}

/// Puts a space behind what is there; tells how many bytes that takes.
#[inline]
fn space(folded: &mut [u8], len: usize) -> usize {
    folded[len] = b' ';
    usize::from(len > 0)
}

/// What a byte of ASCII is folded to: letters to small letters, digits to a
/// [`NUMBER`].
static SMALL: [u8; 256] = {
    let mut table = [GAP; 256];
    let mut b = 0;
    while b < 128 {
        table[b] = match b as u8 {
            letter @ (b'a'..=b'z' | b'A'..=b'Z') => letter.to_ascii_lowercase(),
            b'0'..=b'9' => NUMBER,
            b'\'' => JOINED,
            _ => GAP,
        };
        b += 1;
    }
    table
};
const GAP: u8 = 0;
const JOINED: u8 = 1;
const NUMBER: u8 = b'#';

/// As [`fold`], for lines of any script.
fn fold_any(line: &str, out: &mut String) -> Folded {
    let base = out.len();
    let mut words = 0;
    let mut label = 0;
    let mut marks = Marks::of_length(line.len());
    let mut last = Class::Gap;
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        let at = line.len() - rest.len();
        if at >= CAP {
            break;
        }
        // Nearly all of most lines: a run of ASCII letters, at one go.
        if c.is_ascii_alphabetic() && !matches!(last, Class::Digit | Class::Suffix) {
            if last != Class::Letter {
                open(out, base, &mut words);
            }
            let within = &rest.as_bytes()[..rest.len().min(CAP - at)];
            let len = within.iter().take_while(|b| b.is_ascii_alphabetic()).count();
            let from = out.len();
            out.push_str(&rest[..len]);
            out[from..].make_ascii_lowercase();
            rest = &rest[len..];
            last = Class::Letter;
            continue;
        }
        rest = &rest[c.len_utf8()..];
        let class = classify(c);
        if label == 0 && (c == ':' || c == '\u{ff1a}') {
            label = out.len() - base;
        }
        match class {
            Class::Joined => continue,
            Class::Gap if c.is_ascii() => marks.add(c as u8),
            Class::Gap => marks.0 |= Marks::OTHER,
            Class::Digit => {
                if last != Class::Digit {
                    if last != Class::Letter {
                        open(out, base, &mut words);
                    }
                    out.push('#');
                }
            }
            Class::Letter => {
                // "5k" and "5th" are numbers too.
                if last == Class::Digit
                    && c.is_ascii_alphabetic()
                    && number_suffix(&line.as_bytes()[at..])
                {
                    last = Class::Suffix;
                    continue;
                }
                if last == Class::Suffix {
                    continue;
                }
                if !matches!(last, Class::Letter | Class::Digit) {
                    open(out, base, &mut words);
                }
                push_lower(c, out);
            }
            Class::Sign => {
                open(out, base, &mut words);
                out.push(c);
            }
            Class::Suffix => {}
        }
        last = class;
    }
    Folded { words, label, marks }
}

/// What [`fold`] saw.
#[derive(Clone, Copy, Debug)]
pub(super) struct Folded {
    /// How many words the folded line has.
    pub(super) words: usize,
    /// How many of its bytes come from before the first colon; 0 without one.
    pub(super) label: usize,
    /// Which marks it may have.
    pub(super) marks: Marks,
}

/// Which marks a line may have: what is not in the set is not in the line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Marks(u8);

impl Marks {
    pub(super) const PIPE: u8 = 1;
    pub(super) const COLON: u8 = 1 << 1;
    /// A comma or an opening bracket.
    pub(super) const LIST: u8 = 1 << 2;
    /// A brace or a sign of equality.
    pub(super) const CODE: u8 = 1 << 3;
    pub(super) const HASH: u8 = 1 << 4;
    pub(super) const AT: u8 = 1 << 5;
    /// Any that is not ASCII.
    pub(super) const OTHER: u8 = 1 << 6;
    /// One of those that lines of code have.
    pub(super) const OF_CODE: u8 = 1 << 7;

    /// All of them for a line that is not read to its end.
    fn of_length(len: usize) -> Self {
        Self(if len > CAP { u8::MAX } else { 0 })
    }

    #[inline]
    fn add(&mut self, b: u8) {
        self.0 |= Self::OF[usize::from(b)];
    }

    /// What each byte of ASCII is.
    const OF: [u8; 256] = {
        let mut table = [0; 256];
        table[b'|' as usize] = Self::PIPE;
        table[b':' as usize] = Self::COLON;
        table[b',' as usize] = Self::LIST;
        table[b'(' as usize] = Self::LIST;
        table[b'{' as usize] = Self::CODE;
        table[b'}' as usize] = Self::CODE;
        table[b'=' as usize] = Self::CODE;
        table[b'#' as usize] = Self::HASH;
        table[b'@' as usize] = Self::AT;
        let mut at = 0;
        while at < code::MARKS.len() {
            table[code::MARKS[at] as usize] |= Self::OF_CODE;
            at += 1;
        }
        table
    };

    /// Whether one of these may be there.
    pub(super) fn may_have(self, marks: u8) -> bool {
        self.0 & marks != 0
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Gap,
    // Stands inside a word and does not count.
    Joined,
    Letter,
    Digit,
    // A letter that belongs to a number: "k", "th".
    Suffix,
    // A word of its own.
    Sign,
}

fn classify(c: char) -> Class {
    match c {
        'a'..='z' | 'A'..='Z' => Class::Letter,
        '0'..='9' => Class::Digit,
        '\'' | '\u{2019}' | '\u{2bc}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{307}' => {
            Class::Joined
        }
        _ if c.is_ascii() => Class::Gap,
        // The letters of most texts, without a look at a table.
        '\u{c0}'..='\u{24f}' if !matches!(c, '\u{d7}' | '\u{f7}') => Class::Letter,
        '\u{400}'..='\u{481}' | '\u{620}'..='\u{657}' | '\u{671}'..='\u{6d3}' => Class::Letter,
        '\u{391}'..='\u{3a1}' | '\u{3a3}'..='\u{3ce}' | '\u{5d0}'..='\u{5ea}' => Class::Letter,
        '\u{e01}'..='\u{e3a}' | '\u{e40}'..='\u{e46}' => Class::Letter,
        '\u{1e00}'..='\u{1f15}' | '\u{ac00}'..='\u{d7a3}' => Class::Letter,
        // The marks of most texts.
        '\u{a0}' | '\u{ab}' | '\u{bb}' | '\u{2010}'..='\u{203e}' => Class::Gap,
        '\u{60c}' | '\u{61b}' | '\u{61f}' | '\u{964}' | '\u{e47}'..='\u{e4c}' => Class::Gap,
        '\u{3001}'..='\u{3004}' | '\u{3008}'..='\u{3020}' => Class::Gap,
        '\u{ff01}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}' => Class::Gap,
        // Signs of Indic scripts that join letters.
        '\u{900}'..='\u{dff}' if !matches!(c, '\u{964}' | '\u{965}') => {
            if c.is_numeric() {
                Class::Digit
            } else {
                Class::Letter
            }
        }
        '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' => Class::Sign,
        _ if c.is_alphabetic() => Class::Letter,
        _ if c.is_numeric() => Class::Digit,
        _ => Class::Gap,
    }
}

/// Whether the letters at the start of `rest` are a unit that is part of the
/// number before them.
fn number_suffix(rest: &[u8]) -> bool {
    let len = rest.iter().take_while(|b| b.is_ascii_alphabetic()).take(3).count();
    matches!(&rest[..len], b"k" | b"K" | b"m" | b"M" | b"st" | b"nd" | b"rd" | b"th")
}

fn open(out: &mut String, base: usize, words: &mut usize) {
    if out.len() > base {
        out.push(' ');
    }
    *words += 1;
}

fn push_lower(c: char, out: &mut String) {
    match c {
        _ if c.is_ascii() => out.push(c.to_ascii_lowercase()),
        // Small letters, and those of scripts without case.
        '\u{df}'..='\u{ff}' | '\u{430}'..='\u{45f}' | '\u{620}'..='\u{64a}' => out.push(c),
        '\u{900}'..='\u{dff}' | '\u{ac00}'..='\u{d7a3}' => out.push(c),
        _ => out.extend(c.to_lowercase().filter(|&c| c != '\u{307}')),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_told_without_a_table_is_what_the_table_says() {
        for c in ('\u{80}'..='\u{ffff}').filter(|&c| c != '\u{307}') {
            let indic = ('\u{900}'..='\u{dff}').contains(&c);
            match classify(c) {
                Class::Letter if !indic => assert!(c.is_alphabetic(), "{c:?}"),
                Class::Gap if !indic => assert!(!c.is_alphanumeric(), "{c:?}"),
                _ => {}
            }
            let (mut fast, mut slow) = (String::new(), String::new());
            push_lower(c, &mut fast);
            slow.extend(c.to_lowercase().filter(|&c| c != '\u{307}'));
            assert_eq!(fast, slow);
        }
    }

    fn folded(line: &str) -> String {
        let mut out = String::new();
        fold(line, &mut out);
        out
    }

    #[test]
    fn case_marks_and_numbers_do_not_count() {
        assert_eq!(folded("  Leave a Comment! "), "leave a comment");
        assert_eq!(folded("| » Don’t miss « |"), "dont miss");
        assert_eq!(folded("1,204 comments"), "# # comments");
        assert_eq!(folded("27K Shares"), "# shares");
        assert_eq!(folded("12th March"), "# march");
        assert_eq!(folded("3am"), "#am");
        assert_eq!(folded("İlgili Haberler"), "ilgili haberler");
        assert_eq!(folded("相关新闻"), "相 关 新 闻");
        assert_eq!(folded("संबंधित खबरें"), "संबंधित खबरें");
        assert_eq!(folded("—"), "");
    }

    proptest! {
        #[test]
        fn marks_that_are_not_told_are_not_there(line in "[a\u{a9}\u{2022}5 ,(|:{}=#@-]{0,12}", times in 1..60_usize) {
            let line = line.repeat(times);
            let marks = fold(&line, &mut String::new()).marks;
            for (set, chars) in [
                (Marks::PIPE, "|"),
                (Marks::COLON, ":"),
                (Marks::LIST, ",("),
                (Marks::CODE, "{}="),
                (Marks::HASH, "#"),
                (Marks::AT, "@"),
                (Marks::OTHER, "\u{a9}\u{2022}"),
                (Marks::OF_CODE, "(:{}=#@-"),
            ] {
                prop_assert!(marks.may_have(set) || !line.contains(|c| chars.contains(c)), "{}", line);
            }
        }

        #[test]
        fn ascii_is_folded_as_all_lines_are(line in "[a-cK :'#5th,|=-]{0,40}", times in 1..30_usize) {
            let line = line.repeat(times);
            let (mut fast, mut slow) = (String::new(), String::new());
            let (a, b) = (fold(&line, &mut fast), fold_any(&line, &mut slow));
            prop_assert_eq!((fast, a.words, a.label, a.marks), (slow, b.words, b.label, b.marks));
        }
    }

    #[test]
    fn words_are_counted() {
        assert_eq!(fold("You may also like", &mut String::new()).words, 4);
        assert_eq!(fold("", &mut String::new()).words, 0);
    }
}
