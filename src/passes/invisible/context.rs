//! What stands around an invisible character.

use crate::text::ascii::next_high;

/// The letters of Mongolian. Its own invisible characters stand before them.
const MONGOLIAN_FIRST: char = '\u{1820}';
const MONGOLIAN_LAST: char = '\u{18AF}';

/// A text, and what was found out about its lines so far.
pub(super) struct Place<'t> {
    pub(super) text: &'t str,
    // The line asked about last: where it ends, and whether it has a
    // right-to-left letter.
    line_end: usize,
    right_to_left: bool,
}

/// A run of tag characters.
pub(super) struct Tags {
    /// Where it ends.
    pub(super) end: usize,
    /// Whether it names a flag.
    pub(super) flag: bool,
}

impl<'t> Place<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, line_end: 0, right_to_left: false }
    }

    fn before(&self, at: usize) -> Option<char> {
        self.text[..at].chars().next_back()
    }

    fn after(&self, end: usize) -> Option<char> {
        self.text[end..].chars().next()
    }

    /// Whether the text or a line ends on either side.
    pub(super) fn beside_line_end(&self, at: usize, end: usize) -> bool {
        let ends = |c| matches!(c, None | Some('\n' | '\r' | '\u{B}' | '\u{C}'));
        ends(self.before(at)) || matches!(self.after(end), None | Some('\n' | '\r'))
    }

    /// Whether a letter stands before that windows-1252 reads in the first byte of two of UTF-8.
    /// Not `Â`: the two make a control again.
    pub(super) fn after_first_byte(&self, at: usize) -> bool {
        self.before(at).is_some_and(|c| matches!(c, '\u{C3}'..='\u{DF}'))
    }

    /// Whether letters or digits stand on both sides.
    pub(super) fn inside_word(&self, at: usize, end: usize) -> bool {
        let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        word(self.before(at)) && word(self.after(end))
    }

    /// The end of a line end, if a small letter begins the next line.
    pub(super) fn word_goes_on(&self, end: usize) -> usize {
        let rest = &self.text[end..];
        let next = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix('\n'));
        match next {
            Some(line) if line.starts_with(char::is_lowercase) => self.text.len() - line.len(),
            _ => end,
        }
    }

    /// Whether a letter stands before of a script that parts words by the
    /// zero-width space.
    pub(super) fn after_unspaced_script(&self, at: usize) -> bool {
        self.before(at).is_some_and(|c| {
            matches!(c, '\u{E00}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{1950}'..='\u{1AAF}'
                | '\u{1B00}'..='\u{1BFF}' | '\u{A980}'..='\u{A9FF}')
        })
    }

    /// Whether a letter or mark stands before of a script whose letters take
    /// another shape beside a joiner. Marks of direction between them do not part
    /// the two.
    pub(super) fn after_joining_script(&self, at: usize) -> bool {
        const MARKS: usize = 4;
        let mut before = self.text[..at].chars().rev().take(MARKS);
        let shown =
            before.find(|c| !matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}'));
        shown.is_some_and(|c| {
            matches!(c,
                '\u{600}'..='\u{8FF}'
                | '\u{900}'..='\u{DFF}'
                | '\u{F00}'..='\u{109F}'
                | '\u{1700}'..='\u{17FF}'
                | MONGOLIAN_FIRST..=MONGOLIAN_LAST
                | '\u{1900}'..='\u{1CFF}'
                | '\u{A800}'..='\u{ABFF}'
                | '\u{FB50}'..='\u{FDFF}'
                | '\u{FE70}'..='\u{FEFC}'
                | '\u{10A00}'..='\u{11FFF}'
                | '\u{1E900}'..='\u{1E95F}')
        })
    }

    /// Whether a joiner joins two emoji into one.
    pub(super) fn inside_emoji(&self, at: usize, end: usize) -> bool {
        self.before(at).is_some_and(|c| is_symbol(c) || c == '\u{FE0F}' || is_tag(c))
            && self.after(end).is_some_and(is_symbol)
    }

    /// Whether a combining mark follows.
    pub(super) fn before_mark(&self, end: usize) -> bool {
        self.after(end)
            .is_some_and(|c| c != '\u{34F}' && unicode_normalization::char::is_combining_mark(c))
    }

    /// Whether a part of a Korean syllable stands on either side.
    pub(super) fn beside_jamo(&self, at: usize, end: usize) -> bool {
        let jamo = |c: Option<char>| {
            c.is_some_and(|c| {
                !matches!(c, '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}')
                    && matches!(c, '\u{1100}'..='\u{11FF}' | '\u{3130}'..='\u{318F}'
                        | '\u{FFA0}'..='\u{FFDC}' | '\u{A960}'..='\u{A97F}')
            })
        };
        jamo(self.before(at)) || jamo(self.after(end))
    }

    pub(super) fn after_mongolian(&self, at: usize) -> bool {
        self.before(at).is_some_and(|c| matches!(c, MONGOLIAN_FIRST..=MONGOLIAN_LAST))
    }

    /// Whether what stands before has variants: an emoji or symbol, a digit
    /// of a keycap, an ideograph, a letter of Mongolian or Phags-pa.
    pub(super) fn after_varying(&self, at: usize) -> bool {
        self.before(at).is_some_and(|c| {
            is_symbol(c)
                || is_ideograph(c)
                || matches!(c, '0'..='9' | '#' | '*' | '©' | '®' | '‼' | '⁉' | '™' | 'ℹ'
                    | '\u{1000}'..='\u{109F}' | MONGOLIAN_FIRST..=MONGOLIAN_LAST | '\u{A840}'..='\u{A87F}'
                    | '\u{3001}' | '\u{3002}' | '\u{3030}' | '\u{303D}' | '\u{FF01}'..='\u{FF20}')
        })
    }

    pub(super) fn after_ideograph(&self, at: usize) -> bool {
        self.before(at).is_some_and(is_ideograph)
    }

    /// The run of tag characters from `at`.
    pub(super) fn tags(&self, at: usize) -> Tags {
        let rest = &self.text[at..];
        let len = rest.find(|c| !is_tag(c)).unwrap_or(rest.len());
        let (run, end) = (&rest[..len], at + len);
        // A flag's tags are few, and the last of them cancels.
        let flag = self.before(at) == Some('\u{1F3F4}')
            && len <= 8 * 4
            && run.ends_with('\u{E007F}')
            && run.matches('\u{E007F}').count() == 1;
        Tags { end, flag }
    }

    /// Whether the line of this place holds a letter that is written from
    /// right to left. To be asked in the order of the text.
    pub(super) fn in_right_to_left_line(&mut self, at: usize) -> bool {
        if at >= self.line_end {
            let bytes = self.text.as_bytes();
            // A carriage return alone is made a line end only later.
            let start = memchr::memrchr2(b'\n', b'\r', &bytes[..at]).map_or(0, |n| n + 1);
            let end = memchr::memchr2(b'\n', b'\r', &bytes[at..]).map_or(bytes.len(), |n| at + n);
            self.right_to_left = has_right_to_left(&self.text[start..end]);
            self.line_end = end.max(at + 1);
        }
        self.right_to_left
    }
}

fn is_tag(c: char) -> bool {
    matches!(c, '\u{E0000}'..='\u{E007F}')
}

fn has_right_to_left(line: &str) -> bool {
    let mut rest = line;
    loop {
        rest = &rest[next_high(rest.as_bytes(), 0)..];
        let Some(c) = rest.chars().next() else { return false };
        if is_right_to_left(c) {
            return true;
        }
        rest = &rest[c.len_utf8()..];
    }
}

fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}'
        | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
        && c != '\u{61C}'
}

fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{323AF}'
        | '\u{3005}'..='\u{3007}')
}

/// Symbols and emoji, their skin tones and regional indicators.
fn is_symbol(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2BFF}' | '\u{3297}' | '\u{3299}' | '\u{1F000}'..='\u{1FBFF}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn letters_from_right_to_left_are_found_in_any_line(line in "([a-z ]{0,12}[éя中א\u{61c}😀\u{1e900}]?){0,4}") {
            prop_assert_eq!(has_right_to_left(&line), line.chars().any(is_right_to_left));
        }
    }
}
