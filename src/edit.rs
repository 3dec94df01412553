//! What a pass proposes: a list of replacements in its own input.

use std::fmt;
use std::iter::FusedIterator;
use std::ops::Range;
use std::slice;

use crate::text::boundaries;

/// One replacement that a pass proposes in the text it looked at.
///
/// An edit is against the input of its pass; a [`Change`](crate::Change) is
/// the composed result against the raw text.
///
/// # Example
///
/// ```
/// use copydesk::{Edit, Edits};
///
/// let mut edits = Edits::default();
/// edits.insert(6, " ", "spacing/missing-after-stop");
/// let edit: Edit<'_> = edits.iter().next().unwrap();
/// assert_eq!((edit.range, edit.replacement), (6..6, " "));
/// assert_eq!(edit.rule, "spacing/missing-after-stop");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Edit<'e> {
    /// What is replaced, in bytes of the text that the pass saw. Empty for an
    /// insertion.
    pub range: Range<usize>,
    /// What stands there instead. Empty for a deletion.
    pub replacement: &'e str,
    /// Why: a stable name, such as `casing/document-evidence`.
    pub rule: &'static str,
}

/// The edits of one pass over one text: sorted, disjoint, on character
/// boundaries.
///
/// # Example
///
/// ```
/// use copydesk::Edits;
///
/// let mut edits = Edits::default();
/// edits.replace(0..5, "Hello", "greeting/capital");
/// edits.insert(5, ",", "greeting/comma");
/// edits.delete(6..7, "greeting/one-space");
/// assert_eq!(edits.apply("hello  world"), "Hello, world");
/// ```
#[derive(Clone, Default)]
pub struct Edits {
    spans: Vec<Span>,
    // All replacement texts, one after the other.
    arena: String,
}

/// A hostile text has an edit for every few bytes: they are kept small.
#[derive(Clone, Copy, Debug)]
struct Span {
    start: u32,
    end: u32,
    // The replacement, in bytes of the arena.
    text_start: u32,
    text_end: u32,
    rule: &'static str,
}

impl Span {
    fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    fn text_range(&self) -> Range<usize> {
        self.text_start as usize..self.text_end as usize
    }
}

/// A copy of more bytes may be left to one instruction. On some processors that takes
/// ten times as long where a copy begins a few bytes further in a page of memory than
/// what is copied: as a long text does, whose memory begins a page, behind an edit that
/// puts something in.
const PIECE: usize = if cfg!(test) { 8 } else { 1 << 10 };

/// Appends a text that may be long, in pieces.
fn push_pieces(out: &mut String, mut text: &str) {
    while text.len() > PIECE {
        let (piece, rest) = text.split_at(boundaries::floor(text, PIECE));
        out.push_str(piece);
        text = rest;
    }
    out.push_str(text);
}

/// So many edits that change the length of a text, each of which moves all that
/// is behind it, cost less than to go through the whole text.
const FEW_MOVES: usize = 4;

impl Edits {
    /// Proposes `with` in place of the bytes of `range`.
    ///
    /// # Panics
    ///
    /// If `range` is backwards, or starts before the end of the edit before:
    /// a pass pushes its edits in the order of the text. If it ends behind 4 GiB,
    /// or all replacements together are longer.
    #[track_caller]
    pub fn replace(&mut self, range: Range<usize>, with: &str, rule: &'static str) {
        self.replace_with(range, rule, |arena| arena.push_str(with));
    }

    /// Proposes a replacement that `write` appends to the string it is given.
    ///
    /// For a pass that would otherwise have to build a string for each edit.
    ///
    /// # Panics
    ///
    /// As [`replace`](Self::replace).
    #[track_caller]
    pub fn replace_with(
        &mut self,
        range: Range<usize>,
        rule: &'static str,
        write: impl FnOnce(&mut String),
    ) {
        let floor = self.end();
        assert!(
            floor <= range.start && range.start <= range.end,
            "{rule}: the edit {range:?} is out of order: the one before ends at {floor}"
        );
        let text_start = self.arena.len();
        write(&mut self.arena);
        let text_end = self.arena.len();
        assert!(text_start <= text_end, "{rule}: `write` may only append");
        let most = u32::MAX as usize;
        assert!(
            range.end <= most && text_end <= most,
            "{rule}: the edit {range:?} is beyond 4 GiB"
        );
        self.spans.push(Span {
            start: range.start as u32,
            end: range.end as u32,
            text_start: text_start as u32,
            text_end: text_end as u32,
            rule,
        });
    }

    /// Proposes to take out the bytes of `range`.
    ///
    /// # Panics
    ///
    /// As [`replace`](Self::replace).
    #[track_caller]
    pub fn delete(&mut self, range: Range<usize>, rule: &'static str) {
        self.replace(range, "", rule);
    }

    /// Proposes to put `text` in before the byte `at`.
    ///
    /// # Panics
    ///
    /// As [`replace`](Self::replace).
    #[track_caller]
    pub fn insert(&mut self, at: usize, text: &str, rule: &'static str) {
        self.replace(at..at, text, rule);
    }

    /// How many edits there are.
    pub fn len(&self) -> usize {
        self.spans.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    /// Where the last edit ends, in bytes of the text; 0 if there is none.
    ///
    /// The next edit may start there, but not before.
    pub fn end(&self) -> usize {
        self.spans.last().map_or(0, |s| s.end as usize)
    }

    /// The edits, in the order of the text.
    pub fn iter(&self) -> EditsIter<'_> {
        EditsIter { spans: self.spans.iter(), arena: &self.arena }
    }

    /// What the edits replace, in order, and with how many bytes.
    pub(crate) fn sizes(&self) -> impl ExactSizeIterator<Item = (Range<usize>, usize)> + Clone {
        self.spans.iter().map(|s| (s.range(), s.text_range().len()))
    }

    /// All that the edits put in, and maybe more, in one piece.
    pub(crate) fn replacements(&self) -> &str {
        &self.arena
    }

    /// The text with the edits made.
    ///
    /// # Panics
    ///
    /// If an edit lies outside `text` or inside one of its characters.
    #[must_use = "the edited text is given back"]
    pub fn apply(&self, text: &str) -> String {
        let mut out = String::new();
        self.apply_into(text, &mut out);
        out
    }

    /// Appends the text with the edits made to `out`, in one forward copy.
    pub(crate) fn apply_into(&self, text: &str, out: &mut String) {
        let mut from = 0;
        out.reserve(text.len() + self.arena.len());
        for edit in self.iter() {
            push_pieces(out, &text[from..edit.range.start]);
            out.push_str(edit.replacement);
            from = edit.range.end;
        }
        push_pieces(out, &text[from..]);
    }

    /// Whether so few edits move what is behind them that it costs least to make
    /// them one by one, in the memory of the text.
    pub(crate) fn moves_little(&self) -> bool {
        self.sizes().filter(|(range, len)| range.len() != *len).nth(FEW_MOVES).is_none()
    }

    /// Makes the edits in the memory of the text.
    pub(crate) fn apply_in_place(&self, text: &mut String) {
        if !self.moves_little() {
            return self.move_in_place(text);
        }
        // As much as it takes: the text may be most of what the memory holds.
        let grows = |edit: Edit<'_>| edit.replacement.len().saturating_sub(edit.range.len());
        text.reserve_exact(self.iter().map(grows).sum());
        for edit in self.iter().rev() {
            // Most edits only take out or put in, which costs less than to replace.
            match edit.replacement {
                "" => drop(text.drain(edit.range)),
                put if edit.range.is_empty() => text.insert_str(edit.range.start, put),
                put => text.replace_range(edit.range, put),
            }
        }
    }

    /// Makes many edits in the memory of the text: no byte of it is moved more
    /// than twice, but all are looked at to see that it is text still.
    fn move_in_place(&self, text: &mut String) {
        let mut bytes = std::mem::take(text).into_bytes();
        // The text moves back as far as the edits, taken in order, ever get
        // ahead of it; then it is copied forward between the replacements.
        let mut ahead = 0;
        let mut most = 0;
        for edit in self.iter() {
            ahead += edit.replacement.len() as isize - edit.range.len() as isize;
            most = most.max(ahead);
        }
        let (len, moved) = (bytes.len(), most as usize);
        // As much as it takes: the text may be most of what the memory holds.
        bytes.reserve_exact(moved);
        bytes.resize(len + moved, 0);
        bytes.copy_within(..len, moved);
        let (mut from, mut to) = (0, 0);
        let mut copy = |bytes: &mut Vec<u8>, until: usize, next: usize, with: &str| {
            bytes.copy_within(from + moved..until + moved, to);
            to += until - from;
            bytes[to..to + with.len()].copy_from_slice(with.as_bytes());
            to += with.len();
            from = next;
            to
        };
        for edit in self.iter() {
            copy(&mut bytes, edit.range.start, edit.range.end, edit.replacement);
        }
        let end = copy(&mut bytes, len, len, "");
        bytes.truncate(end);
        *text = String::from_utf8(bytes).expect("edits lie on character boundaries");
    }

    /// Forgets all edits and keeps the memory.
    pub fn clear(&mut self) {
        self.spans.clear();
        self.arena.clear();
    }

    /// Drops the edits, but for the first `kept`, of which the range is not to be
    /// kept.
    pub(crate) fn retain_from(&mut self, kept: usize, keep: impl Fn(Range<usize>) -> bool) {
        let mut at = 0;
        self.spans.retain(|s| {
            at += 1;
            at <= kept || keep(s.range())
        });
    }

    /// Checks the edits of `pass` against the text it looked at, and drops
    /// those that change nothing.
    pub(crate) fn settle(&mut self, text: &str, pass: &str) {
        let Self { spans, arena } = self;
        spans.retain(|s| {
            let Some(old) = text.get(s.range()) else {
                panic!(
                    "the pass `{pass}` ({}) edits {}..{}, outside the text or inside a character",
                    s.rule, s.start, s.end
                )
            };
            *old != arena[s.text_range()]
        });
    }
}

impl fmt::Debug for Edits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self).finish()
    }
}

/// Two are equal if they propose the same, for the same reasons.
impl PartialEq for Edits {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other)
    }
}

impl Eq for Edits {}

impl<'e> IntoIterator for &'e Edits {
    type Item = Edit<'e>;
    type IntoIter = EditsIter<'e>;

    fn into_iter(self) -> EditsIter<'e> {
        self.iter()
    }
}

/// Takes over edits of the same text, which must stand behind those that are there: some
/// of those that another pass found, for one.
///
/// # Panics
///
/// As [`Edits::replace`].
impl<'e> Extend<Edit<'e>> for Edits {
    fn extend<I: IntoIterator<Item = Edit<'e>>>(&mut self, edits: I) {
        for edit in edits {
            self.replace(edit.range, edit.replacement, edit.rule);
        }
    }
}

/// The edits of a pass, in the order of the text; made by [`Edits::iter`].
///
/// # Example
///
/// A pass that stands around another can take over what it likes:
///
/// ```
/// use copydesk::{Document, Edits, Pass, from_fn, passes::Spacing};
///
/// let spacing = Spacing::default();
/// let no_commas = from_fn("spacing", move |doc: &Document<'_>, edits: &mut Edits| {
///     let mut found = Edits::default();
///     spacing.find_edits(doc, &mut found);
///     edits.extend(found.iter().filter(|edit| edit.rule != "spacing/missing-after-comma"));
/// });
/// assert_eq!(no_commas.clean("It rained,and it was so.Really."), "It rained,and it was so. Really.");
/// ```
#[derive(Clone)]
pub struct EditsIter<'e> {
    spans: slice::Iter<'e, Span>,
    arena: &'e str,
}

impl<'e> EditsIter<'e> {
    fn edit(&self, span: &Span) -> Edit<'e> {
        Edit { range: span.range(), replacement: &self.arena[span.text_range()], rule: span.rule }
    }
}

impl fmt::Debug for EditsIter<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}

impl<'e> Iterator for EditsIter<'e> {
    type Item = Edit<'e>;

    #[inline]
    fn next(&mut self) -> Option<Edit<'e>> {
        self.spans.next().map(|span| self.edit(span))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.spans.size_hint()
    }
}

impl DoubleEndedIterator for EditsIter<'_> {
    fn next_back(&mut self) -> Option<Self::Item> {
        self.spans.next_back().map(|span| self.edit(span))
    }
}

impl ExactSizeIterator for EditsIter<'_> {}

impl FusedIterator for EditsIter<'_> {}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn edits_in_place_are_the_same_edits(
            text in "[a-dé]{0,40}",
            changes in vec((0..6_usize, 0..4_usize, "[x-zø]{0,9}"), 0..9),
        ) {
            let mut places: Vec<_> = text.char_indices().map(|(at, _)| at).collect();
            places.push(text.len());
            let mut edits = Edits::default();
            let mut at = 0;
            for (skip, len, with) in changes {
                let start = (at + skip).min(places.len() - 1);
                at = (start + len).min(places.len() - 1);
                edits.replace(places[start]..places[at], &with, "t/t");
            }
            let mut edited = text.clone();
            edits.apply_in_place(&mut edited);
            prop_assert_eq!(edited, edits.apply(&text));
        }
    }

    #[test]
    fn edits_that_touch_are_applied_in_order() {
        let mut edits = Edits::default();
        edits.insert(0, "<", "t/a");
        edits.replace(0..1, "b", "t/b");
        edits.insert(1, ">", "t/c");
        assert_eq!(edits.apply("a"), "<b>");
    }

    #[test]
    fn edits_that_are_taken_over_are_the_same() {
        let mut edits = Edits::default();
        edits.delete(0..1, "t/a");
        edits.insert(2, "<", "t/b");
        edits.replace(3..4, "d", "t/c");
        let mut same = Edits::default();
        same.extend(&edits);
        assert_eq!(same, edits);
        let (mut few, mut last) = (Edits::default(), edits.iter());
        few.extend(last.by_ref().take(2));
        assert_eq!((few.len(), last.len()), (2, 1));
        assert_eq!(last.next_back().map(|edit| edit.rule), Some("t/c"));
        assert_ne!(few, edits);
    }

    #[test]
    fn what_changes_nothing_is_dropped() {
        let mut edits = Edits::default();
        edits.replace(0..1, "a", "t/same");
        edits.replace(1..2, "c", "t/other");
        edits.delete(2..2, "t/nothing");
        edits.settle("ab", "t");
        assert_eq!(edits.len(), 1);
        assert_eq!(edits.apply("ab"), "ac");
    }

    #[test]
    #[should_panic(expected = "t/late: the edit 0..1 is out of order")]
    fn disorder_names_the_rule() {
        let mut edits = Edits::default();
        edits.delete(1..2, "t/early");
        edits.delete(0..1, "t/late");
    }

    #[test]
    #[should_panic(expected = "the pass `t` (t/half)")]
    fn half_a_character_names_the_pass() {
        let mut edits = Edits::default();
        edits.delete(0..1, "t/half");
        edits.settle("é", "t");
    }
}
