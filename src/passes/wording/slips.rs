//! Slips of fixed phrases and names, by table.

use crate::data::slips::{SLIPS, SPUN_NAMES, Slip};

use super::Repair;
use super::look::Look;

/// Whether a table has rules for the word. Asked of every word, so that it
/// looks at no table for nearly all of them.
pub(super) fn is_trigger(word: &str) -> bool {
    let bytes = word.as_bytes();
    (3..=12).contains(&bytes.len())
        && FIRST[usize::from(bytes[0] & 0x7f)] & (1 << bytes.len()) != 0
        && (SLIPS.binary_search_by(|s| s.wrong.cmp(word)).is_ok()
            || SPUN_NAMES.iter().any(|(spun, _)| spun.split(' ').next() == Some(word)))
}

/// The lengths of the triggers, as bits, by their first byte.
static FIRST: [u16; 128] = {
    let mut lengths = [0; 128];
    let mut i = 0;
    while i < SLIPS.len() {
        let word = SLIPS[i].wrong.as_bytes();
        lengths[word[0] as usize] |= 1 << word.len();
        i += 1;
    }
    let mut i = 0;
    while i < SPUN_NAMES.len() {
        let name = SPUN_NAMES[i].0.as_bytes();
        let mut len = 0;
        while name[len] != b' ' {
            len += 1;
        }
        lengths[name[0] as usize] |= 1 << len;
        i += 1;
    }
    lengths
};

/// The slip that begins or stands at the word.
pub(super) fn slip(look: &Look<'_>) -> Option<Repair> {
    let word = look.word(0);
    let from = SLIPS.partition_point(|s| s.wrong < word);
    let here = SLIPS[from..].iter().take_while(|s| s.wrong == word);
    here.into_iter()
        .find(|s| stands_before(look, s) && stands_behind(look, s.after, 1))
        .and_then(|s| look.replace(s.right, "wording/phrase"))
        .or_else(|| spun_name(look, word))
}

fn stands_before(look: &Look<'_>, slip: &Slip) -> bool {
    slip.before
        .split(' ')
        .rev()
        .zip(1..)
        .all(|(word, by)| word.is_empty() || look.word(-by).eq_ignore_ascii_case(word))
}

fn stands_behind(look: &Look<'_>, words: &str, from: isize) -> bool {
    words.split(' ').zip(from..).all(|(word, by)| word.is_empty() || look.word(by) == word)
}

/// A name that was spun, if the document has it right somewhere else.
fn spun_name(look: &Look<'_>, word: &str) -> Option<Repair> {
    let at = SPUN_NAMES.iter().position(|(spun, _)| {
        spun.split_once(' ')
            .is_some_and(|(first, rest)| first == word && stands_behind(look, rest, 1))
    })?;
    let (spun, right) = SPUN_NAMES[at];
    // Nobody has a party for a name of "Social gathering".
    let is_sure = spun.ends_with("gathering") || right_names(look) & (1 << at) != 0;
    let last = spun.split(' ').count() - 1;
    is_sure.then(|| Repair {
        from: 0,
        to: look.end_of(last) - look.words[look.at].range().start,
        with: right,
        rule: "wording/spun-name",
    })
}

/// Which of the right names the document has, as bits; found out once.
fn right_names(look: &Look<'_>) -> u32 {
    let found = look.right_names.get().unwrap_or_else(|| {
        let has =
            |right: &str| memchr::memmem::find(look.text.as_bytes(), right.as_bytes()).is_some();
        SPUN_NAMES.iter().rev().fold(0, |bits, (_, right)| bits << 1 | u32::from(has(right)))
    });
    look.right_names.set(Some(found));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::slips as table;

    #[test]
    fn the_tables_are_sorted() {
        assert!(SLIPS.is_sorted_by_key(|s| (s.wrong, s.before, s.after)));
        assert!(SPUN_NAMES.is_sorted() && SPUN_NAMES.len() <= 32);
        for list in [
            table::MODALS,
            table::PARTICIPLES,
            table::ITS_NOUNS,
            table::AFTER_IT_IS,
            table::BEFORE_CLAUSE,
            table::COMPARATIVES,
            table::COMPARATIVES_ER,
            table::COMPARED,
            table::CONDITIONS,
            table::BEFORE_AS,
            table::AFTER_YEAR,
        ] {
            assert!(list.is_sorted(), "{list:?}");
        }
    }

    #[test]
    fn every_wrong_word_is_a_trigger() {
        for slip in SLIPS {
            assert!(is_trigger(slip.wrong), "{slip:?}");
        }
        for (spun, _) in SPUN_NAMES {
            assert!(spun.split(' ').next().is_some_and(is_trigger), "{spun}");
        }
    }
}
