//! The folded form in which lines and phrases are compared.

use crate::Reuse;
use crate::hashed;
use crate::passes::code;
use crate::text::swar;

/// How many bytes of a line are folded at most. Boilerplate shows early.
pub(super) const CAP: usize = 320;

/// The folded form of a line, in memory that serves the next line too.
///
/// Folded means: lower case, words parted by one space, no marks, `#` for each
/// number, every Han and Kana sign a word. What comes after the first 320
/// bytes is left out.
pub(super) struct Folded {
    bytes: [u8; ROOM],
    len: usize,
    /// Where the words begin; behind the last one, where another would.
    starts: [u16; CAP],
    hashes: [u64; CAP],
    words: usize,
    label: usize,
    marks: Marks,
}

/// No byte gives more than itself and a space before it, but for the last
/// character. Eight bytes can be read from everywhere.
const ROOM: usize = 2 * CAP + 16;

/// A word of a folded line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// Where it begins.
    pub(super) at: usize,
    /// Its hash.
    pub(super) hash: u64,
    /// The eight bytes behind it, with zeros for those that are not there.
    pub(super) behind: u64,
}

impl Folded {
    /// Folds a line.
    pub(super) fn read(&mut self, line: &str) {
        let head = &line.as_bytes()[..line.len().min(CAP)];
        let mut folding = Folding {
            bytes: &mut self.bytes,
            len: 0,
            starts: &mut self.starts,
            words: 0,
            label: 0,
            marks: Marks::of_length(line.len()),
            last: Class::Gap,
        };
        let mut at = 0;
        while at < head.len() {
            let b = head[at];
            let class = CLASSES[usize::from(b)];
            if class == LETTER {
                at = folding.letters(line, at);
            } else if class == GAP {
                folding.gap(b == b':');
                folding.marks.add(b);
                at += 1;
            } else if class == DIGIT {
                folding.digit();
                at += 1;
            } else if class == JOINED {
                at += 1;
            } else if let Some(sign) = east_asian_sign(&line.as_bytes()[at..]) {
                folding.sign(&sign);
                at += sign.len();
            } else {
                let c = line[at..].chars().next().unwrap_or_default();
                folding.character(c);
                at += c.len_utf8();
            }
        }
        let Folding { len, words, label, marks, .. } = folding;
        self.bytes[len..len + 8].fill(0);
        self.starts[words] = len as u16 + 1;
        (self.len, self.words, self.label, self.marks) = (len, words, label, marks);
        for word in 0..words {
            let (start, next) = (self.starts[word], self.starts[word + 1]);
            self.hashes[word] = self.hash_of(start.into(), usize::from(next) - 1);
        }
    }

    /// The folded form.
    pub(super) fn key(&self) -> &[u8] {
        &self.bytes[..self.len]
    }

    /// The folded form as text.
    pub(super) fn text(&self) -> &str {
        std::str::from_utf8(self.key()).unwrap_or_default()
    }

    /// A hash of all of it.
    pub(super) fn hash(&self) -> u64 {
        self.hash_of(0, self.len)
    }

    /// A hash of what comes from before the first colon.
    pub(super) fn label_hash(&self) -> u64 {
        self.hash_of(0, self.label)
    }

    /// How many words it has.
    pub(super) fn word_count(&self) -> usize {
        self.words
    }

    /// Its words.
    #[inline]
    pub(super) fn words(&self) -> impl Iterator<Item = Word> {
        let next = &self.starts[1..=self.words];
        self.starts.iter().zip(next).zip(&self.hashes).map(|((&start, &next), &hash)| Word {
            at: start.into(),
            hash,
            behind: self.eight(usize::from(next) - 1),
        })
    }

    /// How many of its bytes come from before the first colon; 0 without one.
    pub(super) fn label(&self) -> usize {
        self.label
    }

    /// Which marks the line may have.
    pub(super) fn marks(&self) -> Marks {
        self.marks
    }

    /// A hash of these bytes, as [`hashed::of`] gives it.
    #[inline]
    fn hash_of(&self, mut at: usize, end: usize) -> u64 {
        let mut hash = (end - at) as u64;
        while at + 8 <= end {
            hash = hashed::push_eight(hash, self.eight(at));
            at += 8;
        }
        match end - at {
            0 => hash,
            rest => hashed::push_eight(hash, self.eight(at) & (u64::MAX >> (64 - 8 * rest))),
        }
    }

    #[inline]
    fn eight(&self, at: usize) -> u64 {
        hashed::first_bytes(&self.bytes[at..at + 8])
    }
}

/// A line that is being folded, up to some character.
struct Folding<'f> {
    bytes: &'f mut [u8; ROOM],
    len: usize,
    starts: &'f mut [u16; CAP],
    words: usize,
    label: usize,
    marks: Marks,
    /// What the last character was that counts.
    last: Class,
}

impl Folding<'_> {
    /// Begins a word.
    #[inline]
    fn begin_word(&mut self) {
        self.bytes[self.len] = b' ';
        self.len += usize::from(self.len > 0);
        self.starts[self.words] = self.len as u16;
        self.words += 1;
    }

    /// Folds the letters of ASCII that stand at `at`; tells where they end, with a space
    /// behind them.
    #[inline]
    fn letters(&mut self, line: &str, mut at: usize) -> usize {
        let head = &line.as_bytes()[..line.len().min(CAP)];
        // "5k" and "5th" are numbers too.
        if self.last == Class::Digit && number_suffix(&line.as_bytes()[at..]) {
            self.last = Class::Suffix;
        }
        if self.last == Class::Suffix {
            return at + 1;
        }
        if !matches!(self.last, Class::Letter | Class::Digit) {
            self.begin_word();
        }
        // Eight at a time; what is written behind them is written again.
        loop {
            let small = hashed::bytes_at(head, at) | 0x2020_2020_2020_2020;
            let run = swar::letters_len(small);
            self.bytes[self.len..self.len + 8].copy_from_slice(&small.to_le_bytes());
            (self.len, at) = (self.len + run, at + run);
            if run < 8 || at == head.len() {
                break;
            }
        }
        self.last = Class::Letter;
        // A space tells nothing but that the word ends.
        if head.get(at) == Some(&b' ') {
            at += 1;
            self.last = Class::Gap;
        }
        at
    }

    /// Ends a word, and the label if it is a colon that does so.
    #[inline]
    fn gap(&mut self, is_colon: bool) {
        if is_colon && self.label == 0 {
            self.label = self.len;
        }
        self.last = Class::Gap;
    }

    /// Folds a digit: the first of a number stands for all of it.
    #[inline]
    fn digit(&mut self) {
        if self.last == Class::Digit {
            return;
        }
        if self.last != Class::Letter {
            self.begin_word();
        }
        self.bytes[self.len] = b'#';
        self.len += 1;
        self.last = Class::Digit;
    }

    /// Folds a character that is a word.
    #[inline]
    fn sign(&mut self, sign: &[u8]) {
        self.begin_word();
        self.bytes[self.len..self.len + sign.len()].copy_from_slice(sign);
        self.len += sign.len();
        self.last = Class::Sign;
    }

    /// Folds any other character.
    #[inline]
    fn character(&mut self, c: char) {
        match classify(c) {
            Class::Joined => {}
            Class::Gap => {
                self.gap(c == '\u{ff1a}');
                self.marks.0 |= Marks::OTHER;
            }
            Class::Digit => self.digit(),
            Class::Letter if self.last == Class::Suffix => {}
            Class::Letter => {
                if !matches!(self.last, Class::Letter | Class::Digit) {
                    self.begin_word();
                }
                lower(c, |c| self.len += c.encode_utf8(&mut self.bytes[self.len..]).len());
                self.last = Class::Letter;
            }
            Class::Sign | Class::Suffix => self.sign(c.encode_utf8(&mut [0; 4]).as_bytes()),
        }
    }
}

impl Default for Folded {
    fn default() -> Self {
        let marks = Marks::default();
        Self {
            bytes: [0; ROOM],
            len: 0,
            starts: [0; CAP],
            hashes: [0; CAP],
            words: 0,
            label: 0,
            marks,
        }
    }
}

impl Reuse for Folded {
    fn reset(&mut self) {}
}

/// What each byte is.
static CLASSES: [u8; 256] = {
    let mut table = [GAP; 256];
    let mut b = 0;
    while b < 256 {
        table[b] = match b as u8 {
            b'a'..=b'z' | b'A'..=b'Z' => LETTER,
            b'0'..=b'9' => DIGIT,
            b'\'' => JOINED,
            0x80.. => HIGH,
            _ => GAP,
        };
        b += 1;
    }
    table
};
const GAP: u8 = 0;
const LETTER: u8 = 1;
const DIGIT: u8 = 2;
const JOINED: u8 = 3;
const HIGH: u8 = 4;

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

/// The Han or Kana sign at the start of a text, as far as its bytes tell.
#[inline]
fn east_asian_sign(text: &[u8]) -> Option<[u8; 3]> {
    match *text.first_chunk::<3>()? {
        sign @ ([0xE4..=0xE9, ..] | [0xE3, 0x81..=0x83 | 0x90..=0xBF, _]) => Some(sign),
        _ => None,
    }
}

/// Whether the letters at the start of `rest` are a unit that is part of the
/// number before them.
fn number_suffix(rest: &[u8]) -> bool {
    let len = rest.iter().take_while(|b| b.is_ascii_alphabetic()).take(3).count();
    matches!(&rest[..len], b"k" | b"K" | b"m" | b"M" | b"st" | b"nd" | b"rd" | b"th")
}

/// Gives the letters of `c` in lower case to `push`.
fn lower(c: char, mut push: impl FnMut(char)) {
    match c {
        // Small letters, and those of scripts without case.
        '\u{df}'..='\u{ff}' | '\u{430}'..='\u{45f}' | '\u{620}'..='\u{64a}' => push(c),
        '\u{900}'..='\u{dff}' | '\u{ac00}'..='\u{d7a3}' => push(c),
        _ => c.to_lowercase().filter(|&c| c != '\u{307}').for_each(push),
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
            lower(c, |c| fast.push(c));
            slow.extend(c.to_lowercase().filter(|&c| c != '\u{307}'));
            assert_eq!(fast, slow);
        }
    }

    #[test]
    fn signs_are_told_by_their_bytes() {
        for c in '\u{80}'..=char::MAX {
            let mut bytes = [0; 4];
            let text = c.encode_utf8(&mut bytes);
            if let Some(sign) = east_asian_sign(text.as_bytes()) {
                assert_eq!(sign, text.as_bytes(), "{c:?}");
                assert!(classify(c) == Class::Sign, "{c:?}");
            }
        }
    }

    fn folded(line: &str) -> Folded {
        let mut folded = Folded::default();
        // What is left of another line does not matter.
        folded.read("1. Every other line: 2 of them are longer than this one.");
        folded.read(line);
        folded
    }

    /// As [`Folded::read`], one character after the other: the form, its words,
    /// its label, its marks.
    fn slowly(line: &str) -> (String, usize, usize, Marks) {
        let (mut out, mut words, mut label) = (String::new(), 0, 0);
        let mut marks = Marks::of_length(line.len());
        let mut last = Class::Gap;
        for (at, c) in line.char_indices().filter(|(at, _)| *at < CAP) {
            let mut class = classify(c);
            if label == 0 && matches!(c, ':' | '\u{ff1a}') {
                label = out.len();
            }
            if class == Class::Letter && c.is_ascii() {
                let is_suffix = last == Class::Digit && number_suffix(&line.as_bytes()[at..]);
                class = if is_suffix { Class::Suffix } else { class };
            }
            let goes_on = match class {
                Class::Letter => matches!(last, Class::Letter | Class::Digit),
                Class::Digit => matches!(last, Class::Letter),
                _ => false,
            };
            match class {
                Class::Joined => continue,
                Class::Letter if last == Class::Suffix => continue,
                Class::Gap if c.is_ascii() => marks.add(c as u8),
                Class::Gap => marks.0 |= Marks::OTHER,
                Class::Digit if last == Class::Digit => {}
                Class::Suffix => {}
                _ => {
                    if !goes_on {
                        words += 1;
                        out.push_str(if out.is_empty() { "" } else { " " });
                    }
                    match class {
                        Class::Digit => out.push('#'),
                        _ => out.extend(c.to_lowercase().filter(|c| *c != '\u{307}')),
                    }
                }
            }
            last = class;
        }
        (out, words, label, marks)
    }

    #[test]
    fn case_marks_and_numbers_do_not_count() {
        assert_eq!(folded("  Leave a Comment! ").text(), "leave a comment");
        assert_eq!(folded("| » Don’t miss « |").text(), "dont miss");
        assert_eq!(folded("1,204 comments").text(), "# # comments");
        assert_eq!(folded("27K Shares").text(), "# shares");
        assert_eq!(folded("12th March").text(), "# march");
        assert_eq!(folded("3am").text(), "#am");
        assert_eq!(folded("İlgili Haberler").text(), "ilgili haberler");
        assert_eq!(folded("相关新闻").text(), "相 关 新 闻");
        assert_eq!(folded("संबंधित खबरें").text(), "संबंधित खबरें");
        assert_eq!(folded("—").text(), "");
    }

    proptest! {
        #[test]
        fn marks_that_are_not_told_are_not_there(line in "[a\u{a9}\u{2022}5 ,(|:{}=#@-]{0,12}", times in 1..60_usize) {
            let line = line.repeat(times);
            let marks = folded(&line).marks();
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
        fn lines_are_folded_at_one_go_as_they_are_slowly(
            line in "[a-cK :'#5th,|=\u{e9}\u{c9}\u{416}\u{5cf6}\u{30ab}\u{ff1a}\u{2019}\u{2014}\u{ff15}\u{130}-]{0,40}|.{0,20}",
            times in 1..30_usize,
        ) {
            let line = line.repeat(times);
            let fast = folded(&line);
            let parts = (fast.text().to_owned(), fast.word_count(), fast.label(), fast.marks());
            prop_assert_eq!(parts, slowly(&line));
        }

        #[test]
        fn words_are_hashed_as_they_would_be_alone(line in "[a-e5\u{e9}\u{5cf6}]{0,12}( [a-e5\u{e9}\u{5cf6}]{1,20}){0,5}") {
            let folded = folded(&line);
            let text = folded.text();
            prop_assert_eq!(folded.hash(), hashed::of(text.as_bytes()));
            let mut at = 0;
            let mut slow = Vec::new();
            for word in text.split(' ').filter(|word| !word.is_empty()) {
                let (hash, end) = (hashed::of(word.as_bytes()), at + word.len());
                slow.push(Word { at, hash, behind: hashed::bytes_at(text.as_bytes(), end) });
                at = end + 1;
            }
            prop_assert_eq!(folded.words().collect::<Vec<_>>(), slow);
        }
    }

    #[test]
    fn words_are_counted() {
        assert_eq!(folded("You may also like").word_count(), 4);
        assert_eq!(folded("").word_count(), 0);
    }
}
