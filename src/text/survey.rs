//! One sweep over a text that finds out which kinds of signs it has at all, so
//! that a pass which looks for none of them need not look.
//!
//! Most of a text is ASCII letters and spaces. Signs are found as the bits of a
//! block, without a branch for each byte; only what is not ASCII is read
//! character by character, unless a block has but letters of one script.

mod resurvey;

use std::ops::Range;

pub(crate) use resurvey::resurvey;

use super::ascii::next_high;
use super::lanes::{self, BLOCK, Lanes, Window, is};
use super::plain;
use super::traces::{Pairs, Trace};
use crate::Reuse;

/// What a text has.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Survey {
    signs: Signs,
    odd: Vec<u32>,
    angles: Vec<u32>,
    suspects: Vec<u32>,
    hats: Vec<u32>,
    marked_ends: Vec<u32>,
    escapes: Vec<u32>,
    loose: Vec<u32>,
    joints: usize,
}

/// A set of kinds of signs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Signs(u32);

impl Signs {
    /// A character outside ASCII.
    pub(crate) const HIGH: Self = Self(1);
    /// `]`.
    pub(crate) const BRACKET: Self = Self(1 << 1);
    /// `}`.
    pub(crate) const BRACE: Self = Self(1 << 2);
    /// A hyphen at the end of a line.
    pub(crate) const LINE_HYPHEN: Self = Self(1 << 3);
    /// Two blank lines in a row.
    pub(crate) const BLANK_LINES: Self = Self(1 << 4);
    /// A space beside a space or a line end.
    pub(crate) const GAP: Self = Self(1 << 5);
    /// A tab.
    pub(crate) const TAB: Self = Self(1 << 6);
    /// A carriage return.
    pub(crate) const RETURN: Self = Self(1 << 7);
    /// A no-break space.
    pub(crate) const NO_BREAK: Self = Self(1 << 8);
    /// A C1 control.
    pub(crate) const C1: Self = Self(1 << 9);
    /// A character that may be invisible: a C0 or C1 control among them, but
    /// no tab and no line end.
    pub(crate) const INVISIBLE: Self = Self(1 << 10);
    /// A space, a mark or a letter that may have a plain counterpart.
    pub(crate) const ODD: Self = Self(1 << 11);
    /// `Ã` between a small letter and a space.
    pub(crate) const TILDE: Self = Self(1 << 12);
    /// A no-break space beside other white space.
    pub(crate) const LOOSE: Self = Self(1 << 13);

    /// All of both.
    pub(crate) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    fn add(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

impl Survey {
    /// Whether the text has a sign of one of these kinds.
    pub(crate) fn has(&self, signs: Signs) -> bool {
        self.signs.0 & signs.0 != 0
    }

    /// Where characters of the kinds `INVISIBLE` and `ODD` stand, in order.
    pub(crate) fn odd(&self) -> &[u32] {
        &self.odd
    }

    /// Where `<` and `>` stand, in order.
    pub(crate) fn angles(&self) -> &[u32] {
        &self.angles
    }

    /// Where characters stand that may be the bytes of one, in order: a byte
    /// of each such sequence.
    pub(crate) fn suspects(&self) -> &[u32] {
        &self.suspects
    }

    /// Where `â` stands, in order.
    pub(crate) fn hats(&self) -> &[u32] {
        &self.hats
    }

    /// Where lines end in a mark other than those of sentences, in order.
    pub(crate) fn marked_ends(&self) -> &[u32] {
        &self.marked_ends
    }

    /// Where references and other escapes may begin, in order: at `&`, a
    /// backslash, `%`, `=` or `#` and a digit or capital; and at the `0` or `2`
    /// behind a `u`.
    pub(crate) fn escapes(&self) -> &[u32] {
        &self.escapes
    }

    /// Where white space stands that may mean nothing, in order: a space or a
    /// no-break space beside other white space, a line end before a space, a
    /// tab, a carriage return.
    pub(crate) fn loose(&self) -> &[u32] {
        &self.loose
    }

    /// How many line ends have text before them and no line end behind; more
    /// than that, if the text was edited.
    pub(crate) fn joints(&self) -> usize {
        self.joints
    }

    /// Surveys a text.
    pub(crate) fn read(&mut self, text: &str) {
        let bytes = text.as_bytes();
        self.read_blocks(bytes, 0..bytes.len());
        self.line_end(bytes.trim_ascii_end());
    }

    /// Adds what a part of a text has, and maybe what is near to it.
    #[inline]
    fn read_blocks(&mut self, bytes: &[u8], part: Range<usize>) {
        let pairs = Pairs::behind(&Trace::NONE);
        let mut walk = Walk { bytes, end: part.end, at: 0, pairs, survey: self };
        let mut padded = [0; BLOCK + 1];
        for start in part.step_by(BLOCK) {
            // A letter is no sign.
            walk.block(start, lanes::window(&bytes[start..], b'a', &mut padded));
        }
    }

    fn line_end(&mut self, line: &[u8]) {
        let end = line.len() as u32;
        match line.last() {
            Some(b'-') => self.signs.add(Signs::LINE_HYPHEN),
            Some(&last) if is_line_mark(last) && self.marked_ends.last() != Some(&end) => {
                self.marked_ends.push(end);
            }
            _ => {}
        }
    }
}

impl Reuse for Survey {
    fn reset(&mut self) {
        self.signs = Signs::default();
        self.odd.clear();
        self.angles.clear();
        self.suspects.clear();
        self.hats.clear();
        self.marked_ends.clear();
        self.escapes.clear();
        self.loose.clear();
        self.joints = 0;
    }
}

/// A byte outside ASCII, or an ASCII character other than letters, most digits
/// and the marks of prose. The two digits may be those of `u0` and `u2`.
#[inline(always)]
fn is_sign(b: Lanes) -> Lanes {
    let control = lanes::below_or_high(b, b' ') & !is(b, b'\n');
    let mark = lanes::within(b, b'#', b'&');
    // `<=>?`, `\]^_` and `|}~`, which share their low bits.
    let bracket = !lanes::below_or_high(b | Lanes::splat(0x60), b'|');
    control | mark | bracket | lanes::is_either(b, b'0', 2)
}

/// The bits of the spaces beside a space or a line end, and of the line ends
/// before a space.
#[inline(always)]
fn gaps(window: &Window, line_ends: u64) -> u64 {
    let spaces = lanes::bits(window, |[b]| is(b, b' '));
    let next = window[BLOCK];
    let next_space = spaces >> 1 | u64::from(next == b' ') << (BLOCK - 1);
    let next_end = line_ends >> 1 | u64::from(next == b'\n') << (BLOCK - 1);
    spaces & (next_space | next_end) | line_ends & next_space
}

fn is_line_mark(b: u8) -> bool {
    matches!(b, b';' | b'{' | b'}' | b'(' | b',' | b'[' | b')' | b'|')
}

/// So many bytes outside ASCII are read sooner than ruled out as a block.
const FEW: u32 = 9;

/// The bits of a block from `at` on.
fn behind(start: usize, at: usize) -> u64 {
    u64::MAX.checked_shl(at.saturating_sub(start) as u32).unwrap_or(0)
}

/// The reading of what blocks cannot rule out.
struct Walk<'t, 's> {
    bytes: &'t [u8],
    /// Where the part ends that is read.
    end: usize,
    /// Up to where the last characters outside ASCII were read, and the look at
    /// what follows them.
    at: usize,
    pairs: Pairs,
    survey: &'s mut Survey,
}

impl Walk<'_, '_> {
    #[inline]
    fn block(&mut self, start: usize, window: &Window) {
        let line_ends = lanes::bits(window, |[b]| is(b, b'\n'));
        let signs = lanes::bits(window, |[b]| is_sign(b)) | gaps(window, line_ends);
        if line_ends != 0 {
            self.line_ends(start, line_ends);
        }
        if signs != 0 {
            self.look(start, window, signs);
        }
    }

    /// The bits of a block that lie in the part that is read.
    fn inside(&self, start: usize) -> u64 {
        u64::MAX >> BLOCK.saturating_sub(self.end - start)
    }

    #[inline(never)]
    fn line_ends(&mut self, start: usize, line_ends: u64) {
        for at in lanes::each(line_ends & self.inside(start)) {
            let line = &self.bytes[..start + at];
            let next = self.bytes.get(start + at + 1);
            match (line.last(), next) {
                (None | Some(b'\n'), Some(b'\n')) => self.survey.signs.add(Signs::BLANK_LINES),
                (None | Some(b'\n'), _) | (_, Some(b'\n')) => {}
                _ => self.survey.joints += 1,
            }
            self.survey.line_end(line);
        }
    }

    #[inline(never)]
    fn look(&mut self, start: usize, window: &Window, signs: u64) {
        let mut signs = signs & self.inside(start);
        let high = lanes::bits(window, |[b]| b) & signs;
        if high != 0 {
            self.survey.signs.add(Signs::HIGH);
            if high.count_ones() > FEW && self.is_plain(start) {
                signs &= !high;
            }
        }
        // The last character of the block before may reach into this one.
        signs &= behind(start, self.at);
        while signs != 0 {
            let at = start + signs.trailing_zeros() as usize;
            match self.bytes[at] {
                byte @ ..0x80 => {
                    self.ascii(at, byte);
                    signs &= signs - 1;
                }
                _ => {
                    self.read(at..self.end.min(start + BLOCK));
                    signs &= behind(start, self.at);
                }
            }
        }
    }

    /// Whether what is not ASCII in a block is letters of one script only.
    fn is_plain(&self, start: usize) -> bool {
        let bytes = self.bytes;
        let first = bytes[next_high(bytes, start)..].iter().find(|&&b| b >= 0xC0);
        let first = first.copied().unwrap_or_default();
        if let Some(from) = start.checked_sub(plain::BEFORE)
            && let Some(window) = bytes[from..].first_chunk()
        {
            return plain::is_plain(window, first);
        }
        // At the edges of the text, spaces stand for what is not there.
        let mut window: plain::Window = [b' '; size_of::<plain::Window>()];
        let from = start.saturating_sub(plain::BEFORE);
        let skipped = plain::BEFORE - (start - from);
        let len = (bytes.len() - from).min(window.len() - skipped);
        window[skipped..skipped + len].copy_from_slice(&bytes[from..from + len]);
        plain::is_plain(&window, first)
    }

    /// Reads the characters outside ASCII with which a part of a block begins.
    fn read(&mut self, part: Range<usize>) {
        if self.at != part.start {
            self.go_to(part.start);
        }
        let bytes = self.bytes;
        let (mut at, mut pairs) = (self.at, self.pairs);
        while at < part.end && !bytes[at].is_ascii() {
            let (trace, len) = Trace::first(&bytes[at..]);
            if pairs.suspects(trace) {
                self.suspect(at);
            }
            match len {
                4 => self.beyond(at),
                _ if trace.flags() != 0 => self.note(at, trace.flags()),
                _ => {}
            }
            at += len;
        }
        (self.at, self.pairs) = (at, pairs);
        let next = bytes.get(at).filter(|b| b.is_ascii());
        if next.is_some_and(|&b| pairs.suspects(Trace::ascii(b))) {
            self.suspect(at);
        }
    }

    /// Goes on to the characters at `start`: a little before, if a sequence may
    /// have begun there in a block that was ruled out.
    fn go_to(&mut self, start: usize) {
        let before = &self.bytes[..start];
        self.at = start;
        if before.last().is_some_and(|b| !b.is_ascii()) {
            let high = before.iter().rev().take(plain::BEFORE).take_while(|b| !b.is_ascii());
            let boundary = |at: &usize| !matches!(before[*at], 0x80..0xC0);
            self.at = (start - high.count()..start).find(boundary).unwrap_or(start);
        }
        let last = self.at.checked_sub(1).map_or(&Trace::NONE, |n| Trace::ascii(self.bytes[n]));
        self.pairs = Pairs::behind(last);
    }

    /// Notes that the character at `at` may end a sequence.
    fn suspect(&mut self, at: usize) {
        let at = if self.bytes[at].is_ascii() { at - 1 } else { at };
        if self.survey.suspects.last() != Some(&(at as u32)) {
            self.survey.suspects.push(at as u32);
        }
    }

    /// Notes an ASCII character that is no letter, digit or mark of prose.
    fn ascii(&mut self, at: usize, byte: u8) {
        let next = self.bytes.get(at + 1).copied();
        let upper_hex = || next.is_some_and(|b| matches!(b, b'0'..=b'9' | b'A'..=b'F'));
        let before = at.checked_sub(1).map(|n| self.bytes[n]);
        let Survey { signs, loose, .. } = &mut *self.survey;
        if byte < b' ' && before == Some(b' ') {
            signs.add(Signs::GAP);
        }
        match byte {
            b' ' if !matches!(next, Some(b' ' | b'\n')) => {}
            b'\n' if next != Some(b' ') => {}
            b' ' | b'\n' => {
                signs.add(Signs::GAP);
                loose.push(at as u32);
            }
            b'\t' | b'\r' => loose.push(at as u32),
            0..0x20 if before == Some(b' ') => loose.push(at as u32),
            _ => {}
        }
        match byte {
            b'\t' => signs.add(Signs::TAB),
            b'\r' => {
                signs.add(Signs::RETURN.and(Signs::ODD));
                self.survey.odd.push(at as u32);
            }
            b'&' | b'\\' => self.survey.escapes.push(at as u32),
            b'%' | b'=' | b'#' if upper_hex() => self.survey.escapes.push(at as u32),
            b'0' | b'2' if before == Some(b'u') => self.survey.escapes.push(at as u32),
            b'<' | b'>' => self.survey.angles.push(at as u32),
            b']' => signs.add(Signs::BRACKET),
            b'}' => signs.add(Signs::BRACE),
            0..0x20 | 0x7F if byte != b'\n' => {
                signs.add(Signs::INVISIBLE);
                self.survey.odd.push(at as u32);
            }
            _ => {}
        }
    }

    /// Notes a character with flags.
    fn note(&mut self, at: usize, flags: u32) {
        let Survey { signs, odd, hats, loose, .. } = &mut *self.survey;
        for (flag, sign) in [
            (Trace::C1, Signs::C1),
            (Trace::INVISIBLE, Signs::INVISIBLE),
            (Trace::ODD, Signs::ODD),
            (Trace::NO_BREAK, Signs::NO_BREAK),
        ] {
            if flags & flag != 0 {
                signs.add(sign);
            }
        }
        if flags & (Trace::INVISIBLE | Trace::ODD) != 0 {
            odd.push(at as u32);
        }
        if flags & Trace::HAT != 0 {
            hats.push(at as u32);
        }
        let before = at.checked_sub(1).map(|n| self.bytes[n]);
        if flags & Trace::NO_BREAK != 0 {
            let is_white = |b: Option<u8>| b.is_some_and(|b| b <= b' ');
            if is_white(before) || is_white(self.bytes.get(at + 2).copied()) || before == Some(0xA0)
            {
                signs.add(Signs::LOOSE);
                loose.push(at as u32);
            }
        }
        let lower = before.is_some_and(|b| b.is_ascii_lowercase());
        if flags & Trace::TILDE != 0 && lower && self.bytes.get(at + 2) == Some(&b' ') {
            signs.add(Signs::TILDE);
        }
    }

    /// Notes a character beyond the Basic Multilingual Plane.
    fn beyond(&mut self, at: usize) {
        // Tags and variation selectors, and the last two of each plane.
        let last_two =
            |rest: &[u8]| rest[1] & 0x0F == 0x0F && matches!(rest[2..4], [0xBF, 0xBE | 0xBF]);
        let rest = &self.bytes[at..];
        if rest.starts_with(&[0xF3, 0xA0]) || last_two(rest) {
            self.survey.signs.add(Signs::INVISIBLE);
            self.survey.odd.push(at as u32);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::traces;
    use super::*;

    /// What the survey finds out, in the plainest way.
    fn naive(text: &str) -> Survey {
        let mut signs = Signs::default();
        let mut odd = Vec::new();
        let bytes = text.as_bytes();
        let mut add = |sign: Signs, has: bool| {
            if has {
                signs.add(sign);
            }
        };
        let any = |list: &[u8]| bytes.iter().any(|b| list.contains(b));
        add(Signs::HIGH, !text.is_ascii());
        add(Signs::BRACKET, any(b"]"));
        add(Signs::BRACE, any(b"}"));
        let mut marked_ends = Vec::new();
        let ends = text.match_indices('\n').map(|(at, _)| at);
        for end in ends.chain([text.trim_ascii_end().len()]) {
            let line = &text[..end];
            add(Signs::LINE_HYPHEN, line.ends_with('-'));
            if line.ends_with([';', '{', '}', '(', ',', '[', ')', '|']) {
                marked_ends.push(end as u32);
            }
        }
        marked_ends.dedup();
        let is_joint = |at: &usize| {
            let (before, after) = (&text[..*at], &text[at + 1..]);
            !before.is_empty() && !before.ends_with('\n') && !after.starts_with('\n')
        };
        let joints = text.match_indices('\n').filter(|(at, _)| is_joint(at)).count();
        add(Signs::BLANK_LINES, text.contains("\n\n\n") || text.starts_with("\n\n"));
        let control = |b: u8| b < b' ';
        let gap = |w: &[u8]| {
            w[0] == b' ' && (control(w[1]) || w[1] == b' ') || w[0] == b'\n' && w[1] == b' '
        };
        add(Signs::GAP, bytes.windows(2).any(gap));
        add(Signs::TAB, any(b"\t"));
        add(Signs::RETURN, any(b"\r"));
        let (mut loose, mut last) = (Vec::new(), None);
        for (at, c) in text.char_indices() {
            let code = c as u32;
            add(Signs::NO_BREAK, c == '\u{A0}');
            add(Signs::C1, (0x80..0xA0).contains(&code));
            add(Signs::INVISIBLE, traces::may_be_invisible(code));
            add(Signs::ODD, traces::is_odd(code));
            let rest = &text[at + c.len_utf8()..];
            let lower = matches!(last, Some('a'..='z'));
            add(Signs::TILDE, c == 'Ã' && lower && rest.starts_with(' '));
            let white = |b: u8| b <= b' ';
            let beside = at > 0 && (white(bytes[at - 1]) || bytes[at - 1] == 0xA0)
                || rest.bytes().next().is_some_and(white);
            add(Signs::LOOSE, c == '\u{A0}' && beside);
            let is_loose = match c {
                ' ' => rest.starts_with([' ', '\n']),
                '\n' => rest.starts_with(' '),
                '\t' | '\r' => true,
                '\0'..' ' => last == Some(' '),
                _ => c == '\u{A0}' && beside,
            };
            if is_loose {
                loose.push(at as u32);
            }
            last = Some(c);
            if traces::may_be_invisible(code) || traces::is_odd(code) {
                odd.push(at as u32);
            }
        }
        let mut suspects = Vec::new();
        let mut pairs = Pairs::behind(&Trace::NONE);
        for (at, c) in text.char_indices() {
            if pairs.suspects(Trace::first(&bytes[at..]).0) {
                suspects.push(if c.is_ascii() { at - 1 } else { at } as u32);
            }
        }
        let is_escape = |at: &usize| {
            let next = text[at + 1..].starts_with(|c| matches!(c, '0'..='9' | 'A'..='F'));
            match bytes[*at] {
                b'&' | b'\\' => true,
                b'%' | b'=' | b'#' => next,
                b'0' | b'2' => text[..*at].ends_with('u'),
                _ => false,
            }
        };
        let escapes = text.char_indices().filter(|(_, c)| c.is_ascii());
        let escapes = escapes.map(|(at, _)| at).filter(is_escape).map(|at| at as u32).collect();
        let all = |chars: &[char]| text.match_indices(chars).map(|(at, _)| at as u32).collect();
        let (angles, hats) = (all(&['<', '>']), all(&['â']));
        Survey { signs, odd, angles, suspects, hats, marked_ends, escapes, loose, joints }
    }

    fn surveyed(text: &str) -> Survey {
        let mut survey = Survey::default();
        survey.read(text);
        survey
    }

    /// Pieces of a text: mostly plain, so that whole blocks are.
    fn text() -> impl Strategy<Value = String> {
        let plain = "[a-z ]{0,40}";
        let sign = "[#-&;-@\\[-`{-\u{7F}u02 \n\t\r\u{1}(),.-]{0,3}";
        let latin = "[à-ýÃâ€™“©\u{80}-\u{A0} e]{0,3}";
        let script = "[а-яА-ЯёіЁєґЂ]{0,12}|[ء-ی\u{200C}]{0,8}|[一-三、。]{0,8}|[क-ह\u{93C}]{0,4}";
        let odd =
            "[\u{300}-\u{303}\u{2000}-\u{200F}\u{FE0F}\u{FEFF}\u{FFFD}\u{FFFE}ﬁＡ]{0,2}|\\PC{0,3}";
        let far = "[😀\u{E0041}\u{1FFFE}\u{E0100}\u{10FFFF}]{0,2}";
        let piece = prop_oneof![plain, sign, latin, script, odd, far];
        prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
    }

    /// A text in one script, so that whole blocks are, with something else in
    /// it.
    fn in_one_script() -> impl Strategy<Value = String> {
        let words = prop::sample::select(vec![
            "[a-zà-ýč-žș]{1,9}",
            "[α-ωά-ώ]{1,9}",
            "[а-яё]{1,9}",
            "[ء-ي]{1,9}|[א-ת]{1,9}",
            "[क-ह\u{93E}-\u{94D}]{1,9}|[ก-ฮ]{1,9}",
            "[一-三ぁ-ん가-각]{1,9}[。，、]?",
        ]);
        let others = "[A-Za-zÀ-ÿ\u{80}-\u{A0}Ά-ΏΑ-ΩА-ЯЂёґ»«“’—…\u{93C}\u{9BE}\u{61C}\u{653}\u{3000}\u{3099}\u{3164}Ａ１！\u{200C}\u{301}\u{FFFD}😀#\r]";
        words.prop_flat_map(move |word| {
            let run = prop::collection::vec(word, 1..40).prop_map(|words| words.join(" "));
            (run.clone(), others, run).prop_map(|(a, b, c)| [a, b, c].concat())
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 4000, ..ProptestConfig::default() })]

        #[test]
        fn a_block_at_a_time_finds_what_one_character_at_a_time_does(text in text()) {
            prop_assert_eq!(surveyed(&text), naive(&text));
        }

        #[test]
        fn plain_blocks_have_nothing_to_find(text in in_one_script()) {
            prop_assert_eq!(surveyed(&text), naive(&text));
        }
    }

    #[test]
    fn every_character_at_every_place_of_a_block() {
        let signs = "\0\t\r\u{1F}#%&<=>\\]}u\u{7F}\u{80}\u{A0}Ãâ\u{301}\u{FEFF}😀\u{E0041}";
        for c in signs.chars() {
            for at in 0..2 * BLOCK + 2 {
                let text = format!("{}{c}2{}", "a".repeat(at), "b".repeat(BLOCK));
                assert_eq!(surveyed(&text), naive(&text), "{c:?} at {at}");
            }
        }
    }

    #[test]
    fn plain_prose_has_nothing() {
        let text =
            "The boat (it was Anna's) left at 5:30 - \"early!\" - for $20; who knows why?\n\n";
        assert_eq!(surveyed(&text.repeat(9)).signs, Signs::default());
    }
}
