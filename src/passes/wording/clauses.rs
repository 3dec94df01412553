//! Slips that the grammar of the sentence gives away.

use crate::data::{has, slips as table};
use crate::text::Kind;

use super::Repair;
use super::look::Look;

/// How far back a clause is looked for, in words.
const CLAUSE: usize = 14;

/// `has been closed as 2011`: since.
pub(super) fn since(look: &Look<'_>) -> Option<Repair> {
    if !matches!(look.behind(), [b' ', b'0'..=b'9' | b't', ..]) {
        return None;
    }
    let next = look.word(1);
    let is_year =
        next.len() == 4 && next.parse().is_ok_and(|year: u16| (1800..2100).contains(&year));
    let fits = is_year && (look.ends(1) || has(table::AFTER_YEAR, look.word(2)))
        || next == "then" && look.ends(1);
    if !fits {
        return None;
    }
    let before = look.word(-1);
    if before == "ever" {
        return Some(look.replace("since", "wording/since"));
    }
    look.ordinary(-1)?;
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
    let is_state = !has(table::BEFORE_AS, before) && before != "been";
    let been = look.back_to(CLAUSE, |w| w == "been")?;
    // "Been as popular as 2017" compares.
    let compares = look.any_before(been, |w| matches!(w, "as" | "same" | "such"));
    let fits = is_state && look.any_before(CLAUSE, is_perfect) && !compares;
    fits.then(|| look.replace("since", "wording/since"))
}

/// `could of been`: have.
pub(super) fn have(look: &Look<'_>) -> Option<Repair> {
    if look.word(1) != "of" {
        return None;
    }
    let modal = look.word(0);
    let (next, _) = look.ordinary(2)?;
    let is_noun = matches!(modal, "might" | "must" | "Might" | "Must")
        && look.any_before(2, |w| {
            matches!(w, "the" | "The" | "and" | "their" | "its" | "his" | "a" | "of" | "by")
        });
    let is_participle = |w: &str| has(table::PARTICIPLES, w) || w.ends_with("ed") && w.len() > 4;
    let fits = is_participle(next)
        || has(table::BEFORE_PARTICIPLES, next)
            && look.ordinary(3).is_some_and(|(w, _)| is_participle(w));
    if !fits || is_noun {
        return None;
    }
    look.replace_at(1, "have", "wording/have")
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
    let fits = match before {
        "rather" | "other" => {
            look.ordinary(1).is_some()
                && (!has(table::SUBJECTS, next) || next == "that" && look.ends(1))
                || is_number
        }
        _ if matches!(next, "a" | "an") => {
            matches!(before, "less" | "more") && has(table::MEASURES, look.word(2))
        }
        "more" | "less" if matches!(next, "enough" | "just" | "likely" | "one" | "two") => true,
        _ if has(table::COMPARED, next) || is_number && has(table::MEASURED, before) => true,
        // "It is longer then the other".
        _ => {
            matches!(look.word(-2), "is" | "are")
                && next != "that"
                && has(table::BEFORE_NOUNS, next)
                && look.kind(2) == Some(Kind::Word)
        }
    };
    fits.then(|| look.replace("than", "wording/than"))
}

/// `is to late`: too. Looks from the word behind.
pub(super) fn too(look: &Look<'_>) -> Option<Repair> {
    let before = look.word(-2);
    if look.word(-1) != "to" || before.is_empty() {
        return None;
    }
    let word = look.word(0);
    let is_predicate = has(table::BEFORE_TOO, before)
        // "Way to high", and not "the way to high ground".
        || matches!(before, "far" | "way") && has(table::BEFORE_TOO, look.word(-3));
    let fits = match word {
        // "Seems to many people".
        "much" | "many" => is_predicate && look.is_whole(0),
        _ => is_predicate && (look.ends(0) || matches!(look.word(1), "for" | "to")),
    };
    if !fits {
        return None;
    }
    look.replace_at(-1, "too", "wording/too")
}

/// `to loose weight`: lose.
pub(super) fn lose(look: &Look<'_>) -> Option<Repair> {
    let next = look.word(1);
    let with = match look.word(0) {
        "loose" => "lose",
        "looses" => "loses",
        "loosing" => "losing",
        _ => return None,
    };
    let is_verb = with != "lose" || has(table::BEFORE_LOSE, look.word(-1));
    let fits = is_verb && has(table::LOST, next) && look.is_whole(1);
    fits.then(|| look.replace(with, "wording/lose"))
}
