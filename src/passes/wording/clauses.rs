//! Slips that the grammar of the sentence gives away.

use crate::data::{has, slips as table};
use crate::text::Kind;

use super::Repair;
use super::look::Look;

/// How far back a clause is looked for, in words.
const CLAUSE: usize = 14;

/// `has been closed as 2011`: since.
pub(super) fn since(look: &Look<'_>) -> Option<Repair> {
    let next = look.word(1);
    let is_year = look.kind(1) == Some(Kind::Number)
        && next.len() == 4
        && next.parse().is_ok_and(|year: u16| (1800..2100).contains(&year));
    let ends = |by: isize| {
        let gap = look.gap(by);
        gap.starts_with(['.', ',', ';', '!', '?', ')']) || gap.is_empty() || gap.starts_with('\n')
    };
    let fits =
        (is_year && (ends(1) || has(table::AFTER_YEAR, look.word(2)))) || next == "then" && ends(1);
    if !fits {
        return None;
    }
    let before = look.word(-1);
    if before == "ever" {
        return look.replace("since", "wording/since");
    }
    let (_, word) = look.ordinary(-1)?;
    let is_perfect = |w: &str| {
        matches!(
            w,
            "has"
                | "have"
                | "had"
                | "been"
                | "hasn't"
                | "hasn’t"
                | "haven't"
                | "haven’t"
                | "it's"
                | "it’s"
        )
    };
    let is_state = word.entry().is_ordinary() && !has(table::BEFORE_AS, before) && before != "been";
    let been = look.back_to(CLAUSE, |w| w == "been")?;
    // "Been as popular as 2017" compares.
    let compares = look.any_before(been, |w| matches!(w, "as" | "same" | "such"));
    let fits = is_state && look.any_before(CLAUSE, is_perfect) && !compares;
    fits.then(|| look.replace("since", "wording/since"))?
}

/// `could of been`: have.
pub(super) fn have(look: &Look<'_>) -> Option<Repair> {
    let before = look.word(-1);
    if !has(table::MODALS, before) {
        return None;
    }
    let (next, _) = look.ordinary(1)?;
    let is_noun = matches!(before, "might" | "must")
        && look
            .any_before(3, |w| matches!(w, "the" | "The" | "and" | "their" | "its" | "his" | "a"));
    let is_participle = has(table::PARTICIPLES, next) || next.ends_with("ed") && next.len() > 4;
    // "As many as would of" and the like are too rare to hold it up.
    (is_participle && !is_noun).then(|| look.replace("have", "wording/have"))?
}

/// `in it's entirety`: its.
pub(super) fn its(look: &Look<'_>) -> Option<Repair> {
    let (next, _) = look.ordinary(1)?;
    let before = look.word(-1);
    let owns = match before {
        "of" | "with" | "from" | "into" | "within" | "throughout" => {
            !has(table::AFTER_IT_IS, next)
                && !next.ends_with("ing")
                && !next.ends_with("ly")
                && !next.ends_with("ed")
        }
        "in" | "on" | "for" | "to" | "by" | "at" | "under" | "over" | "about" | "after" => {
            has(table::ITS_NOUNS, next)
        }
        _ => next == "own" && !before.is_empty(),
    };
    owns.then(|| look.replace("its", "wording/its"))?
}

/// `its a shame`: it's.
pub(super) fn it_is(look: &Look<'_>) -> Option<Repair> {
    let next = look.word(1);
    let starts = look.starts_sentence() || has(table::BEFORE_CLAUSE, look.word(-1));
    let fits = match next {
        "been" => true,
        "a" | "an" => {
            starts
                && look.ordinary(2).is_some_and(|(w, _)| {
                    w.len() > 2 && !matches!(w, "cappella" | "priori" | "posteriori")
                })
        }
        "the" => starts && look.ordinary(2).is_some(),
        "not" => {
            starts
                && matches!(
                    look.word(2),
                    "a" | "the"
                        | "just"
                        | "only"
                        | "that"
                        | "like"
                        | "about"
                        | "going"
                        | "really"
                        | "easy"
                        | "clear"
                        | "possible"
                        | "enough"
                        | "too"
                        | "so"
                )
        }
        _ => false,
    };
    if !fits {
        return None;
    }
    look.replace(if look.word(0) == "its" { "it's" } else { "It's" }, "wording/it-is")
}

/// `rather then`: than.
pub(super) fn than(look: &Look<'_>) -> Option<Repair> {
    let before = look.word(-1);
    let compares = has(table::COMPARATIVES, before) || has(table::COMPARATIVES_ER, before);
    if !compares || look.any_before(CLAUSE * 2, |w| has(table::CONDITIONS, w)) {
        return None;
    }
    let next = look.word(1);
    let is_number = look.kind(1) == Some(Kind::Number) && !next.is_empty();
    let measured = matches!(
        before,
        "more"
            | "less"
            | "fewer"
            | "greater"
            | "higher"
            | "lower"
            | "longer"
            | "older"
            | "larger"
            | "bigger"
            | "smaller"
            | "younger"
    );
    let fits = has(table::COMPARED, next) || is_number && measured;
    fits.then(|| look.replace("than", "wording/than"))?
}

/// `their is a way`: there.
pub(super) fn there(look: &Look<'_>) -> Option<Repair> {
    let fits = match look.word(1) {
        "is" => matches!(
            look.word(2),
            "a" | "an"
                | "no"
                | "also"
                | "nothing"
                | "something"
                | "still"
                | "always"
                | "only"
                | "one"
        ),
        "are" => matches!(
            look.word(2),
            "a" | "no"
                | "many"
                | "some"
                | "also"
                | "several"
                | "two"
                | "three"
                | "other"
                | "only"
                | "lots"
                | "plenty"
                | "still"
                | "always"
        ),
        _ => false,
    };
    if !fits {
        return None;
    }
    look.replace(if look.word(0) == "their" { "there" } else { "There" }, "wording/there")
}
