//! What a line alone says, in numbers.

use super::flags::Flag;
use super::folded::Marks;
use super::kind::BoilerplateKind;
use super::line::{Line, PROSE};
use super::looks::{GOES_ON, has_year, is_counted};
use super::phrases::Found;

// What speaks for boilerplate: a phrase that is the whole line, its label, its start
// or within it, each of them certain or likely.
pub(super) const WHOLE: i16 = 60;
const WHOLE_LIKELY: i16 = 15;
const LABEL: i16 = 32;
const START: i16 = 45;
const START_LIKELY: i16 = 16;
const SIGNED: i16 = 30;
const WITHIN: i16 = 40;
const WITHIN_LIKELY: i16 = 7;
const COUNTED: i16 = 40;
const COUNTED_LIKELY: i16 = 24;

/// A menu in one line, or a line that a sign of copyright tells, has so many words
/// at most.
pub(super) const LISTED: u16 = 60;

impl Line {
    /// Notes what the line says, by what was found in it; its folded form has `len`
    /// bytes.
    pub(super) fn weigh(&mut self, text: &str, marks: Marks, len: usize, found: &Found) {
        self.set(Flag::Counted, marks.may_have(Marks::LIST) && is_counted(text, self.words));
        let phrases = self.weight_of_phrases(text, found);
        let items = self.weight_of_items(text, marks, len, found);
        let said = self.weight_of_names(phrases + items, text, marks, len, found);
        let mut own = said;
        if marks.may_have(Marks::OTHER) && self.words <= LISTED && text.contains('\u{a9}') {
            self.kind = Some(BoilerplateKind::Copyright);
            own += 45;
        }
        if self.is(Flag::Date) {
            self.kind.get_or_insert(BoilerplateKind::Updated);
            own = own.max(12);
        }
        own += self.weight_of_length(found);
        own += self.weight_of_looks(text, marks, said == 0, found);
        self.own = own;
        // A short line that says nothing may be anything.
        let most = if self.kind.is_some() { 40 } else { 2 };
        self.voice = own.clamp(-30, most) as i8;
    }

    /// What the phrases in it say. The longer the rest, the less they do.
    fn weight_of_phrases(&mut self, text: &str, found: &Found) -> i16 {
        let words = self.words;
        let mut own = 0;
        if let Some((kind, certain)) = found.whole {
            self.kind = Some(kind);
            own += if certain { WHOLE } else { WHOLE_LIKELY };
            if certain {
                self.set(Flag::Sure, true);
            }
        } else if let Some((kind, certain)) = found.start {
            self.kind = Some(kind);
            let full = if certain { START } else { START_LIKELY };
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
                BoilerplateKind::Related => LABEL + 22,
                BoilerplateKind::Source => LABEL / 2,
                _ => LABEL,
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
            own = own.max(if archive { COUNTED } else { COUNTED_LIKELY });
        }
        if found.certain > 0 && found.whole.is_none() {
            self.kind = self.kind.or(found.within);
            let full = WITHIN + 15 * i16::from(found.certain.min(4) - 1);
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
            let full = WITHIN_LIKELY * i16::from(found.likely.min(3));
            own += if words <= 40 { full } else { full / 3 };
        }
        own
    }

    /// What it says if it is a menu in one line: several phrases, one after the other.
    fn weight_of_items(&mut self, text: &str, marks: Marks, len: usize, found: &Found) -> i16 {
        let words = self.words;
        let listed = || {
            marks.may_have(Marks::LIST) && memchr::memchr2(b',', b'(', text.as_bytes()).is_some()
        };
        // No menu begins with a number: "10am Family service".
        let items = found.whole.is_none()
            && found.items >= 2
            && !text.starts_with(|c: char| c.is_ascii_digit());
        if !items || self.is(Flag::Ended) || words > LISTED || listed() {
            return 0;
        }
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
        let is_menu = all || parted && found.items >= 3 && found.covered * 2 >= len;
        if !is_menu {
            return 0;
        }
        self.kind.get_or_insert(BoilerplateKind::Navigation);
        match (all, found.items) {
            (true, 2) => 16,
            (true, _) if parted || found.items > 3 => 45,
            (true, _) => 28,
            (false, _) => 18,
        }
    }

    /// What it says, if the rest says `said`, and it names an author or an account.
    fn weight_of_names(
        &mut self,
        said: i16,
        text: &str,
        marks: Marks,
        len: usize,
        found: &Found,
    ) -> i16 {
        let words = self.words;
        let signed = found.whole.is_none()
            && matches!(self.kind, Some(BoilerplateKind::Byline))
            && (found.label.is_some() || found.start.is_some());
        self.set(Flag::Signed, signed);
        if signed && found.month && !self.is(Flag::Ended) && words <= 16 && has_year(text) {
            // "Posted by Jane Doe on May 3, 2021": who wrote it, and when.
            self.set(Flag::Sure, true);
            return said.max(SIGNED);
        }
        if self.kind.is_none()
            && found.items > 0
            && words <= 12
            && marks.may_have(Marks::AT)
            && names_account(text, len, found)
        {
            self.kind = Some(BoilerplateKind::Follow);
            self.set(Flag::Sure, true);
            return said + START;
        }
        said
    }

    /// What it says that it is so long, and ends as it does.
    fn weight_of_length(&mut self, found: &Found) -> i16 {
        let (words, ended) = (self.words, self.is(Flag::Ended));
        self.set(Flag::Prose, ended && usize::from(words) >= PROSE || words >= 22);
        if ended {
            return of_sentence(words, found.certain > 0);
        }
        match words {
            0 => 4,
            1 => 7,
            2..=3 => 5,
            4..=6 => 2,
            7..=12 => 0,
            13..=21 => -8,
            _ => -30,
        }
    }

    /// What its looks say; some of them only if nothing else does.
    fn weight_of_looks(
        &mut self,
        text: &str,
        marks: Marks,
        says_nothing: bool,
        found: &Found,
    ) -> i16 {
        let words = self.words;
        let mut own = 0;
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
        // But "« Back" begins with an arrow.
        let has_arrow =
            found.whole.is_some() && text.starts_with('\u{ab}') && !text.ends_with('\u{bb}');
        if self.is(Flag::Quoted) && !has_arrow {
            own -= 12;
        }
        if self.is(Flag::Turn) && says_nothing {
            own -= 6;
        }
        if self.is(Flag::Lower) && words > 3 && says_nothing {
            own -= 4;
        }
        own
    }
}

/// What it says for a line that it ends as a sentence does. A phrase that
/// counts in sentences takes half of it away.
pub(super) fn of_sentence(words: u16, certain: bool) -> i16 {
    match (words, certain) {
        (0..=3, _) => -2,
        (4..=9, _) => -12,
        (10..=24, true) => -14,
        (10..=24, false) => -28,
        (_, true) => -22,
        (_, false) => -45,
    }
}

/// Whether the line is a prompt and an account: "Follow us on Twitter @name".
fn names_account(text: &str, len: usize, found: &Found) -> bool {
    let Some((_, account)) = text.rsplit_once(" @") else { return false };
    !account.contains(' ') && found.covered + account.len() >= len
}
