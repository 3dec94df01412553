//! Finding a token again by the stop or colon in it, without reading all of the
//! text for each token.

use std::cell::Cell;

use crate::Document;
use crate::buffers::Lent;
use crate::text::lanes::{self, Lanes, Places, Window, is};

/// One byte in so many, at most, may be such a stop: a text with more of them
/// is no prose, and the list would be long.
const ONE_IN: usize = 64;

/// The stops and colons that touch what stands behind them, by the two bytes
/// there: those in the upper half, the place in the lower one, sorted.
pub(super) struct Stops<'a> {
    list: Lent<'a, Vec<u64>>,
    /// How many more of them may be looked at, so that the time stays in
    /// proportion to the text: many may have the same two bytes behind them.
    looks: Cell<usize>,
}

impl<'a> Stops<'a> {
    /// Those of a text, if they are not too many.
    pub(super) fn of(doc: &Document<'a>) -> Option<Self> {
        let bytes = doc.text().as_bytes();
        let mut list = doc.lend::<Vec<u64>>();
        let mut places = Places::of(bytes, touching);
        let mut next = 0;
        while let Some(at) = places.next_from(next) {
            next = at + 1;
            if let Some(behind) = behind(bytes, at) {
                list.push(u64::from(behind) << 32 | at as u64);
                if list.len() * ONE_IN > bytes.len() + ONE_IN {
                    return None;
                }
            }
        }
        list.sort_unstable();
        Some(Self { list, looks: Cell::new(bytes.len()) })
    }

    /// Where the text has this token again, and the token itself: in whatever
    /// case, but with its first bytes, `head`, as they are. Nothing, if no stop
    /// is in the token by which it can be found.
    pub(super) fn find(
        &self,
        text: &'a [u8],
        token: &'a [u8],
        head: &'a [u8],
    ) -> Option<impl Iterator<Item = usize>> {
        let (stop, behind) = (0..token.len())
            .filter(|at| matches!(token[*at], b'.' | b':'))
            .find_map(|at| Some((at, behind(token, at)?)))?;
        let from = self.list.partition_point(|stop| stop >> 32 < u64::from(behind));
        let is_same = move |stop: &&u64| **stop >> 32 == u64::from(behind) && self.may_look();
        let same = self.list[from..].iter().take_while(is_same);
        let starts = same.filter_map(move |at| (*at as u32 as usize).checked_sub(stop));
        let mut next = 0;
        Some(starts.filter(move |&start| {
            let is_it = start >= next
                && text[start..].starts_with(head)
                && text[start..].get(..token.len()).is_some_and(|t| t.eq_ignore_ascii_case(token));
            if is_it {
                next = start + head.len();
            }
            is_it
        }))
    }

    fn may_look(&self) -> bool {
        let left = self.looks.get();
        self.looks.set(left.saturating_sub(1));
        left > 0
    }
}

/// The stops and colons of a block that no white space follows.
fn touching(window: &Window) -> u64 {
    let is_stop = |b: Lanes| is(b, b'.') | is(b, b':');
    lanes::bits(window, |[b, next]| is_stop(b) & lanes::at_least(next, b' ' + 1))
}

/// The two bytes behind a stop, if there are so many and it touches them.
fn behind(bytes: &[u8], stop: usize) -> Option<u16> {
    let [first, second] = *bytes.get(stop + 1..)?.first_chunk()?;
    (first > b' ').then(|| u16::from_be_bytes([first, second].map(|b| b.to_ascii_lowercase())))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;
    use crate::Buffers;

    proptest! {
        #[test]
        fn a_token_is_found_where_a_search_through_all_finds_it(
            parts in prop::collection::vec(
                select(&["Lenta", "lenta", ".", ".", ":", "Ru", "ru", ".Ru", "a", "é", "'s", " ", "\n"][..]),
                1..40,
            ),
            (start, len) in (0..60_usize, 1..12_usize),
            is_long in any::<bool>(),
        ) {
            let mut text = parts.concat();
            let mut bounds: Vec<_> = text.char_indices().map(|(at, _)| at).collect();
            let start = start % bounds.len();
            bounds.push(text.len());
            let end = (start + len).min(bounds.len() - 1);
            let token = text[bounds[start]..bounds[end]].to_owned();
            if is_long {
                text.push_str(&" and so on".repeat(300));
            }
            let head = match token.char_indices().find(|(_, c)| !c.is_alphanumeric()) {
                None | Some((0, _)) => &token[..],
                Some((at, mark)) => &token[..at + mark.len_utf8()],
            };
            let bytes = text.as_bytes();
            let is_token = |at: &usize| {
                let same = bytes[*at..].get(..token.len());
                same.is_some_and(|t| t.eq_ignore_ascii_case(token.as_bytes()))
            };
            let slow: Vec<_> = memchr::memmem::find_iter(bytes, head).filter(is_token).collect();
            let buffers = Buffers::default();
            let doc = Document::new(&text, &buffers);
            let stops = Stops::of(&doc);
            prop_assert!(stops.is_some() || !is_long);
            if let Some(fast) = stops.as_ref().and_then(|s| s.find(bytes, token.as_bytes(), head.as_bytes())) {
                prop_assert_eq!(fast.collect::<Vec<_>>(), slow);
            }
        }
    }
}
