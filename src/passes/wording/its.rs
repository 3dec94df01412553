//! `its` and `it's`.

use crate::data::{has, slips as table};

use super::Repair;
use super::look::Look;

/// `in it's entirety`: its.
pub(super) fn its(look: &Look<'_>) -> Option<Repair> {
    let (next, _) = look.ordinary(1)?;
    let before = look.word(-1);
    let owns = match before {
        _ if next == "own" => !before.is_empty() && look.is_whole(1),
        // "All of it's gone": of it, it is.
        "of" if has(table::QUANTITIES, look.word(-2)) => has(table::ITS_NOUNS, next),
        "of" | "with" | "from" | "into" | "within" | "throughout" | "despite" => {
            !has(table::AFTER_IT_IS, next)
                && !next.ends_with("ing")
                && !next.ends_with("ly")
                && !next.ends_with("ed")
        }
        // These begin a clause too: "since it's full".
        "since" | "after" | "before" | "until" => {
            has(table::BEGINNINGS, next) && look.ends_or_goes_on(1)
        }
        _ if has(table::BEFORE_ITS, before) => has(table::ITS_NOUNS, next),
        _ => false,
    };
    owns.then(|| look.replace("its", "wording/its"))
}

/// `its a shame`: it's.
pub(super) fn it_is(look: &Look<'_>) -> Option<Repair> {
    let next = look.word(1);
    let behind = || look.word(2);
    let begins_noun = || has(table::BEFORE_NOUNS, behind());
    let starts = || look.starts_clause();
    let fits = match next {
        "been" => look.is_whole(1),
        // Two of these words never stand together.
        "my" | "your" | "our" | "their" | "his" | "her" => starts() && look.ordinary(2).is_some(),
        "a" | "an" => {
            (starts() || look.is_after_comma())
                && look.ordinary(2).is_some_and(|(w, _)| {
                    w.len() > 2 && !matches!(w, "cappella" | "priori" | "posteriori")
                })
        }
        "the" => (starts() || look.is_after_comma()) && look.ordinary(2).is_some(),
        "not" => {
            (starts() || look.is_after_comma())
                && (has(table::AFTER_NOT, behind()) || begins_noun())
        }
        "no" => starts() && has(table::AFTER_NO, behind()),
        "going" => starts() && behind() == "to" && has(table::GOING_TO, look.word(3)),
        "called" => starts() && matches!(behind(), "a" | "an" | "the"),
        "because" => starts(),
        // "Its easy to use interface" has no verb.
        "important" | "impossible" | "necessary" | "nice" | "possible" => {
            starts()
                && (behind() == "to" && has(table::TO_DO, look.word(3))
                    || next != "nice" && behind() == "that")
        }
        // No noun stands so: "its in the book", "its definitely not", "its just a shed".
        "about" | "at" | "for" | "from" | "in" | "like" | "on" | "with" if begins_noun() => {
            starts() || look.is_after_comma()
        }
        "really" | "also" | "just" | "still" | "always" if behind() == "not" || begins_noun() => {
            starts() || look.is_after_comma()
        }
        _ if has(table::OF_SENTENCES, next) && (behind() == "not" || begins_noun()) => {
            starts() || look.is_after_comma()
        }
        "very" | "really" | "so" | "too" | "pretty" | "quite" | "super" | "also" | "just"
        | "still" | "always" | "all" => {
            starts() && has(table::PREDICATES, behind()) && look.ends(2)
        }
        _ => look.ends(1) && starts() && has(table::PREDICATES, next),
    };
    fits.then(|| look.replace("it's", "wording/it-is"))
}

impl Look<'_> {
    /// Whether a clause begins with the word.
    pub(super) fn starts_clause(&self) -> bool {
        self.starts_sentence() || has(table::BEFORE_CLAUSE, self.word(-1))
    }

    /// Whether what the word says ends behind it, or goes on with what no
    /// noun does: not `since it's release day`.
    fn ends_or_goes_on(&self, by: isize) -> bool {
        self.ends(by)
            || self.word(by + 1).len() <= 4
                && !matches!(self.word(by + 1), "" | "date" | "day" | "that" | "time" | "week")
    }
}
