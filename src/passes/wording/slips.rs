//! Slips of fixed phrases and names, by table.

use crate::data::slips::{SLIPS, SPUN_NAMES, Slip};

use crate::text::Case;

use super::Repair;
use super::look::{Look, RightNames};

/// The slip that begins or stands at the word.
pub(super) fn slip(look: &Look<'_>) -> Option<Repair> {
    let mut folded = [0; LONGEST];
    let word = look.word(0);
    let folded = folded.get_mut(..word.len())?;
    folded.copy_from_slice(word.as_bytes());
    folded.make_ascii_lowercase();
    let from = SLIPS.partition_point(|s| s.wrong.as_bytes() < &*folded);
    SLIPS[from..]
        .iter()
        .take_while(|s| s.wrong.as_bytes() == &*folded)
        .find(|s| stands_before(look, s) && stands_behind(look, s.after))
        .map(|s| look.replace(s.right, "wording/phrase"))
        .or_else(|| spun_name(look))
}

/// No trigger is longer, in bytes.
const LONGEST: usize = 16;

fn stands_before(look: &Look<'_>, slip: &Slip) -> bool {
    slip.before
        .split(' ')
        .rev()
        .zip(1..)
        .all(|(word, by)| word.is_empty() || look.word(-by).eq_ignore_ascii_case(word))
}

fn stands_behind(look: &Look<'_>, words: &str) -> bool {
    words.split(' ').zip(1..).all(|(word, by)| word.is_empty() || look.word(by) == word)
}

/// A name that was spun. If it could be a name too, the document must have the
/// right one somewhere else.
fn spun_name(look: &Look<'_>) -> Option<Repair> {
    if look.case(0) != Some(Case::Title) {
        return None;
    }
    let word = look.word(0);
    let from = SPUN_NAMES.partition_point(|name| name.spun < word);
    let rest = |name: &'static str| name.strip_prefix(word)?.strip_prefix(' ');
    let here = SPUN_NAMES[from..].iter().map_while(|name| rest(name.spun));
    let at = from + here.into_iter().position(|rest| stands_behind(look, rest))?;
    let name = &SPUN_NAMES[at];
    let last = name.spun.matches(' ').count() as isize;
    let fits = look.is_whole(last) && (name.is_sure || has_right_name(look, at));
    if !fits {
        return None;
    }
    look.replace_to(last, name.right, "wording/spun-name")
}

/// Whether the text has the right name too; looked for once for each name.
fn has_right_name(look: &Look<'_>, at: usize) -> bool {
    let RightNames { mut asked, mut found } = look.right_names.get();
    let bit = 1 << at;
    if asked & bit == 0 {
        asked |= bit;
        let right = SPUN_NAMES[at].right.as_bytes();
        if memchr::memmem::find(look.text.as_bytes(), right).is_some() {
            found |= bit;
        }
        look.right_names.set(RightNames { asked, found });
    }
    found & bit != 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_sorted() {
        assert!(
            SLIPS.is_sorted_by(|a, b| {
                (a.wrong, a.before, a.after) < (b.wrong, b.before, b.after)
            })
        );
        assert!(SLIPS.iter().all(|s| s.wrong.len() <= LONGEST));
        assert!(SPUN_NAMES.is_sorted_by(|a, b| a.spun < b.spun));
        assert!(SPUN_NAMES.len() <= 128, "a bit for each");
    }
}
