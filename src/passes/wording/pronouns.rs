//! Pronouns with and without an apostrophe, and what sounds like them.

use crate::data::{has, slips as table};

use super::Repair;
use super::look::Look;

/// The words before which [`their`] finds something wrong.
pub(super) const AFTER_THEIR: &[&str] = &[
    "is", "was", "are", "were", "isn't", "aren't", "wasn't", "weren't", "has", "have", "would",
    "could", "should", "may", "must",
];

/// The words before which [`your`] finds something wrong.
pub(super) const AFTER_YOUR: &[&str] = &["gonna", "going", "welcome", "not", "a", "an", "the"];

/// The words before which [`i_would`] finds something wrong: a few of those that follow
/// "I'd" (`proper_names::AFTER_I_WILL_OR_WOULD`). Where the apostrophe stands, that shows
/// that "i" is the pronoun, and any of them may follow; without it, it takes what hardly
/// ever follows the noun.
pub(super) const AFTER_I_WOULD: &[&str] =
    &["appreciate", "hate", "like", "love", "prefer", "rather", "say"];

/// The words before which [`i_will`] finds something wrong; as for [`AFTER_I_WOULD`].
pub(super) const AFTER_I_WILL: &[&str] =
    &["be", "give", "have", "keep", "let", "see", "take", "tell", "try"];

/// `their is a way`: there. `they're own way`: their.
pub(super) fn their(look: &Look<'_>) -> Option<Repair> {
    if !look.word(0).eq_ignore_ascii_case("their") {
        return look.before_own().then(|| look.replace("their", "wording/their"));
    }
    let next = look.word(1);
    let fits = match next {
        "is" | "was" => has(table::AFTER_THERE_IS, look.word(2)),
        "are" | "were" => has(table::AFTER_THERE_ARE, look.word(2)),
        "isn't" | "isn’t" | "aren't" | "aren’t" | "wasn't" | "wasn’t" | "weren't" | "weren’t" => {
            true
        }
        "has" | "have" => look.word(2) == "been" && has(table::AFTER_THERE_ARE, look.word(3)),
        "would" | "could" | "should" | "may" | "must" => {
            look.word(2) == "be" && has(table::AFTER_THERE_IS, look.word(3))
        }
        _ => false,
    };
    fits.then(|| look.replace("there", "wording/there"))
}

/// `on there own`: their.
pub(super) fn there(look: &Look<'_>) -> Option<Repair> {
    let fits = look.before_own() && has(table::BEFORE_THEIR_OWN, look.word(-1));
    fits.then(|| look.replace("their", "wording/their"))
}

/// `your welcome`: you're. `you're own`: your.
pub(super) fn your(look: &Look<'_>) -> Option<Repair> {
    if !look.word(0).eq_ignore_ascii_case("your") {
        return look.before_own().then(|| look.replace("your", "wording/your"));
    }
    let behind = || look.word(2);
    let fits = match look.word(1) {
        "gonna" => true,
        "going" => look.starts_clause() && behind() == "to" && has(table::GOING_TO, look.word(3)),
        "welcome" => look.starts_sentence() && look.ends(1),
        "not" => look.starts_clause() && has(table::AFTER_NOT, behind()),
        "a" | "an" | "the" => {
            look.starts_clause()
                && look.is_whole(2)
                && look.ordinary(2).is_some_and(|(w, _)| {
                    w.len() > 2 && !matches!(w, "game" | "level" | "levels" | "list" | "team")
                })
        }
        _ => false,
    };
    fits.then(|| look.replace("you're", "wording/you-are"))
}

/// `who's own`: whose. `whose been`: who's.
pub(super) fn whose(look: &Look<'_>) -> Option<Repair> {
    let next = look.word(1);
    if look.word(0).eq_ignore_ascii_case("whose") {
        let fits = next == "been" && look.is_whole(1)
            || next == "going" && look.word(2) == "to" && has(table::GOING_TO, look.word(3));
        return fits.then(|| look.replace("who's", "wording/who-is"));
    }
    let fits = look.before_own() || matches!(next, "name" | "names") && !look.word(2).is_empty();
    fits.then(|| look.replace("whose", "wording/whose"))
}

/// `Lets face it`: let's.
pub(super) fn lets(look: &Look<'_>) -> Option<Repair> {
    let behind = || look.word(2);
    let fits = look.starts_sentence()
        && match look.word(1) {
            "face" => behind() == "it",
            "hope" | "say" | "assume" | "pretend" | "suppose" => true,
            "be" => matches!(behind(), "honest" | "clear" | "real" | "fair" | "frank"),
            "get" => matches!(behind(), "started" | "back" | "going" | "real"),
            "go" => matches!(behind(), "to" | "back" | "through" | "over" | "ahead" | "with"),
            "see" => matches!(behind(), "how" | "if" | "what" | "where" | "whether" | "who"),
            "look" => behind() == "at",
            "move" => matches!(behind(), "on" | "forward"),
            "start" => matches!(behind(), "with" | "by"),
            "take" => behind() == "a" && look.word(3) == "look",
            "talk" => behind() == "about",
            _ => false,
        };
    fits.then(|| look.replace("let's", "wording/let-us"))
}

/// `im not sure`: i'm; its case is the business of others.
pub(super) fn i_am(look: &Look<'_>) -> Option<Repair> {
    let (next, _) = look.ordinary(1)?;
    let is_doing = next.len() > 5 && next.ends_with("ing") && !has(table::NOT_DOING, next);
    let goes_on = is_doing || has(table::AFTER_I_AM, next);
    // "To im a friend", and a name.
    let is_other = look.is_inside_name() || has(table::BEFORE_VERB_OR_NOUN, look.word(-1));
    let fits = goes_on && look.is_whole(1) && !is_other;
    fits.then(|| look.replace("i'm", "wording/i-am"))
}

/// `ive been`: I've.
pub(super) fn i_have(look: &Look<'_>) -> Option<Repair> {
    let (next, _) = look.ordinary(1)?;
    let goes_on = has(table::PARTICIPLES, next)
        || has(table::BEFORE_PARTICIPLES, next)
        || next.ends_with("ed") && next.len() > 4;
    let fits = goes_on && look.is_whole(1) && !look.is_inside_name();
    fits.then(|| look.replace("i've", "wording/i-have"))
}

/// `Id rather wait`: I'd. Elsewhere it is the number of a thing.
pub(super) fn i_would(look: &Look<'_>) -> Option<Repair> {
    let behind = || look.ordinary(2).map_or("", |(word, _)| word);
    let fits = look.starts_sentence()
        && look.word(0) == "Id"
        && match look.word(1) {
            // "Id like that of a child", and "Id love that drives the boy".
            "hate" | "like" | "love" | "prefer" => behind() == "to",
            "rather" => !matches!(behind(), "" | "than"),
            "appreciate" => matches!(behind(), "any" | "if" | "it" | "some" | "your"),
            "say" => matches!(behind(), "he" | "it" | "she" | "that" | "there" | "they" | "you"),
            _ => false,
        };
    fits.then(|| look.replace("i'd", "wording/i-would"))
}

/// `Ill be there`: I'll. Elsewhere nobody is well: `Ill be to him who thinks ill of it`.
pub(super) fn i_will(look: &Look<'_>) -> Option<Repair> {
    let fits = look.starts_sentence()
        && look.word(0) == "Ill"
        && look.ordinary(2).is_some_and(|(behind, _)| match look.word(1) {
            "be" => {
                matches!(behind, "able" | "back" | "glad" | "going" | "happy" | "here" | "there")
                    || behind.len() > 5 && behind.ends_with("ing") && !has(table::NOT_DOING, behind)
            }
            "have" | "try" => behind == "to",
            "give" | "keep" | "let" | "see" | "take" | "tell" => matches!(behind, "them" | "you"),
            _ => false,
        });
    fits.then(|| look.replace("i'll", "wording/i-will"))
}

/// `hes not`, `whats the`: he's, what's.
pub(super) fn is(look: &Look<'_>) -> Option<Repair> {
    let (next, _) = look.ordinary(1)?;
    let word = look.word(0);
    let is = |other: &str| word.eq_ignore_ascii_case(other);
    let (with, fits) = if is("hes") {
        ("he's", has(table::AFTER_HE_IS, next))
    } else if is("shes") {
        ("she's", has(table::AFTER_HE_IS, next))
    } else if is("whats") {
        ("what's", has(table::AFTER_WHAT_IS, next))
    } else if is("wheres") {
        ("where's", matches!(next, "her" | "his" | "my" | "that" | "the" | "this" | "your"))
    } else if is("theres") {
        ("there's", has(table::AFTER_THERE_IS, next))
    } else if is("whos") {
        ("who's", matches!(next, "been" | "coming" | "going" | "got" | "not" | "that" | "the"))
    } else if is("hows") {
        (
            "how's",
            matches!(next, "everyone" | "everything" | "it" | "life" | "that" | "the" | "your"),
        )
    } else {
        (
            "here's",
            matches!(next, "a" | "an" | "how" | "my" | "some" | "the" | "what" | "why" | "your"),
        )
    };
    let fits = fits && look.is_whole(1) && !look.is_inside_name();
    fits.then(|| look.replace(with, "wording/pronoun-is"))
}

/// `it wont be`: won't.
pub(super) fn not(look: &Look<'_>) -> Option<Repair> {
    let (before, next) = (look.word(-1), look.word(1));
    let goes_on = || {
        look.ordinary(1).is_some() && next.len() > 1 && !has(table::NOT_BEHIND_CANT_OR_WONT, next)
    };
    let fits = look.is_whole(1)
        && (has(table::AFTER_WONT, next) && has(table::SUBJECTS, before)
            || has(table::PERSONS, before) && goes_on());
    let with = if look.word(0).starts_with(['c', 'C']) { "can't" } else { "won't" };
    fits.then(|| look.replace(with, "wording/not"))
}

impl Look<'_> {
    /// Whether the word has a capital inside a sentence.
    fn is_inside_name(&self) -> bool {
        !self.starts_sentence() && self.word(0).starts_with(|c: char| c.is_uppercase())
    }

    /// Whether `own` follows, as the word that says whose something is.
    fn before_own(&self) -> bool {
        self.word(1) == "own" && (self.ordinary(2).is_some() || self.ends(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::proper_names::AFTER_I_WILL_OR_WOULD;

    #[test]
    fn what_goes_on_without_the_apostrophe_does_so_with_it() {
        for word in AFTER_I_WOULD.iter().chain(AFTER_I_WILL) {
            assert!(has(AFTER_I_WILL_OR_WOULD, word), "{word}");
        }
    }
}
