//! Where a word stands in a document, and what that says about it.

use std::ops::Range;

use super::candidates::{self, Candidates};
use super::forms::beginning_of_known;
use super::judge::Known;
use super::letters::MAX_LEN;
use crate::data::misspellings::{
    AUXILIARIES, BEFORE_PARTICIPLES, FOREIGN_PARTICLES, NO_SLIPS, SUBJECTS,
};
use crate::data::proper_names::DETERMINERS;
use crate::data::sounds::SOUNDS;
use crate::data::{has, has_exact, latin};
use crate::lexicon::{self, Entry};
use crate::text::language::{NEAR, is_english_function_word, is_foreign_function_word};
use crate::text::words::owner;
use crate::text::{Case, Kind, Word, etymology, old, shown};

/// Two parts that make up a word of so many letters do not by chance: one of them odd,
/// both, or where a ligature stood.
const SURELY_ONE: usize = 8;
const SHORTEST_BROKEN: usize = 5;
const SHORTEST_LIGATURE: usize = 4;

/// How frequent a word is at least that is broken, or a part of a compound.
const COMMON: u8 = 30;

/// How frequent a word is at least that not only dictionaries have.
const WRITTEN: u8 = 5;

/// Whether it is no word that anybody writes, but in dictionaries or as a name.
pub(super) fn is_odd(entry: Entry) -> bool {
    !entry.is_ordinary() || entry.frequency() < WRITTEN
}

/// So long is the right word beside a wrong one that it corrects: shorter ones come back
/// by chance.
const SHORTEST_CORRECTION: usize = 6;
/// What stands between the two.
const CORRECTING: [char; 7] = ['(', '/', ':', '=', '>', '[', '→'];
/// A word that may stand between the two. Sorted.
const CORRECTING_WORDS: &[&str] = &["as", "for", "not", "or", "to", "vs"];
/// The two words that may, which is as many as do.
const INSTEAD_OF: [&str; 2] = ["instead", "of"];

/// So near stands the right word where a text tells of spelling.
const LESSON: usize = 6;
/// Words of texts that tell of spelling, in lower case: no names, and no bee. Sorted.
const ABOUT_SPELLING: &[&str] = &[
    "misspell",
    "misspelled",
    "misspelling",
    "misspellings",
    "misspelt",
    "spelling",
    "spellings",
    "typo",
    "typos",
];

/// Adverbs that stand between an auxiliary and its verb, beside those in "-ly". Sorted.
const ADVERBS: &[&str] = &["already", "also", "always", "just", "never", "not", "often"];

/// Words that other languages have too, behind which no owner stands. Sorted.
const SMALL_PREPOSITIONS: &[&str] =
    &["a", "an", "as", "at", "by", "for", "in", "of", "on", "or", "to"];

fn is_small_of_english(word: &str) -> bool {
    is_english_function_word(word) || has(SMALL_PREPOSITIONS, word)
}

/// Whether one slip makes it of a small word of English: `te`, `od`.
fn is_slip_of_small(word: &str) -> bool {
    let mut found = Candidates::default();
    candidates::one_slip(word.to_ascii_lowercase().as_bytes(), &mut found);
    found.iter().any(|candidate| is_small_of_english(candidate.text()))
}

/// The words of a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Look<'a> {
    pub(super) text: &'a str,
    pub(super) words: &'a [Word],
}

/// The last words that have been mended, of those before the word that is looked at.
///
/// Without them a line with a slip could hide the slip in the line below it, and in
/// a list of such lines each look would mend but one of them. A misspelt word in marked
/// code counts as mended too, though it is left as it is.
#[derive(Default)]
pub(super) struct Mended([Option<(usize, Entry)>; NEAR]);

impl Mended {
    pub(super) fn add(&mut self, at: usize, meant: Entry) {
        self.0[at % NEAR] = Some((at, meant));
    }

    fn has(&self, at: usize) -> bool {
        self.entry(at).is_some()
    }

    /// What the word has become, if it has been mended and is one of the last.
    fn entry(&self, at: usize) -> Option<Entry> {
        self.0[at % NEAR].filter(|(place, _)| *place == at).map(|(_, entry)| entry)
    }
}

/// Whether this begins with the sounds of a word, and a slash behind them: `ɔʀaʒ/`.
fn is_pronunciation(text: &str) -> bool {
    text.split_once('/')
        .is_some_and(|(sounds, _)| !sounds.contains(char::is_whitespace) && sounds.contains(SOUNDS))
}

/// Whether it ends with a capital that stands alone, of which the rest of a word may go on in
/// brackets: `I(ndividual)`.
fn ends_with_initial(text: &str) -> bool {
    text.strip_suffix(char::is_uppercase)
        .is_some_and(|before| !before.ends_with(char::is_alphanumeric))
}

/// What stands inside a word, between two parts.
pub(super) struct Gap {
    pub(super) range: Range<usize>,
    /// The first part.
    pub(super) first: usize,
    /// What the lexicon knows of the word.
    pub(super) entry: Entry,
}

/// The words around a word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Around {
    /// How many are common ones.
    common: usize,
    /// How many English does not have, and are no names.
    others: usize,
}

impl Around {
    /// Whether they are English: at least so many common ones, and three to
    /// each that English does not have.
    pub(super) fn is_english(self, least: usize) -> bool {
        self.common >= least && self.common >= 3 * self.others
    }

    /// Whether they are, but for a part of them.
    pub(super) fn is_mostly_english(self) -> bool {
        self.common >= 3 && self.common >= self.others
    }

    /// Whether that many are common ones, and all that are no names, that other
    /// languages cannot have them by chance.
    pub(super) fn is_plainly_english(self) -> bool {
        matches!((self.common, self.others), (6.., 0))
    }
}

impl Look<'_> {
    /// Whether its letters and its place allow the word to be a slip.
    pub(super) fn may_be_a_slip(&self, at: usize) -> bool {
        let word = &self.words[at];
        let range = word.range();
        if !(2..=MAX_LEN).contains(&range.len()) || !self.text[self.without_ending(word)].is_ascii()
        {
            return false;
        }
        let before = self.text[..range.start].chars().next_back().unwrap_or(' ');
        let after = &self.text[range.end..];
        let next = after.chars().next().unwrap_or(' ');
        let quoted = |c| matches!(c, '"' | '“' | '”' | '‘' | '’' | '«' | '»');
        // A word of another language, and what it means: `traust (“help”)`.
        let is_explained = after.strip_prefix(" (").is_some_and(|s| s.starts_with(quoted))
            || after.strip_prefix(" /").is_some_and(is_pronunciation);
        let joined =
            |other: Option<usize>| other.is_some_and(|other| self.may_be_joined(at, other));
        (before.is_whitespace() && !self.is_broken_off(at)
            || before == '(' && !ends_with_initial(&self.text[..range.start - 1])
            || matches!(before, '—' | '…')
            || quoted(before)
            || before == '-' && joined(at.checked_sub(1)))
            && (next.is_whitespace()
                || matches!(next, ')' | '.' | ',' | ';' | ':' | '!' | '?' | '—')
                || quoted(next)
                || next == '-' && joined(Some(at + 1)))
            && !(quoted(before) && quoted(next))
            && !after.starts_with("..")
            && !is_explained
    }

    /// Whether the line above ends within the word that stands here: `excep-` / `tion`. What
    /// begins with a word of its own, as `well-` / `known` does, has to be one as a whole.
    fn is_broken_off(&self, at: usize) -> bool {
        let Some(above) = at.checked_sub(1).map(|above| &self.words[above]) else { return false };
        let (end, range) = (above.range().end, self.words[at].range());
        let Some(gap) = self.text[end..range.start].strip_prefix('-') else { return false };
        if above.kind() != Kind::Word || !gap.contains('\n') || !gap.trim().is_empty() {
            return false;
        }
        let (n, len) = (above.range().len(), above.range().len() + range.len());
        let mut joined = [0; MAX_LEN];
        is_odd(above.entry())
            || len <= MAX_LEN && {
                joined[..n].copy_from_slice(above.text(self.text).as_bytes());
                joined[n..len].copy_from_slice(self.text[range].as_bytes());
                joined.make_ascii_lowercase();
                lexicon::get_bytes(&joined[..len]).is_ordinary()
            }
    }

    /// Whether a compound of common words may have the word as a part, and the one next
    /// to it as the other: no option is one (`use -ffile`).
    fn may_be_joined(&self, at: usize, other: usize) -> bool {
        let Some([first, last]) = self.words.get(at.min(other)..=at.max(other)) else {
            return false;
        };
        let word = &self.words[other];
        let entry = word.entry();
        first.range().end + 1 == last.range().start
            // A branch: `qdoe/fix-recieve`.
            && !self.text[..first.range().start].ends_with('/')
            && word.case() == Case::Lower
            && entry.is_ordinary()
            && entry.frequency() >= COMMON
    }

    /// Whether a hyphen joins the word to another.
    pub(super) fn is_part(&self, word: &Word) -> bool {
        let Range { start, end } = word.range();
        self.text[..start].ends_with('-') || self.text[end..].starts_with('-')
    }

    /// The word without a possessive ending.
    pub(super) fn without_ending(&self, word: &Word) -> Range<usize> {
        let range = word.range();
        let text = word.text(self.text);
        range.start..range.start + owner(text).unwrap_or(text).len()
    }

    /// Of the past of a verb and its participle, as the table has them (`chose/chosen`),
    /// the one that is plain here: `they chose`, `were often chosen`. None is where the
    /// verb of the sentence may be another: `have they choosed`, `the choosed ones`.
    pub(super) fn form_of_verb<'m>(&self, at: usize, forms: &'m str) -> Option<&'m str> {
        let Some((past, participle)) = forms.split_once('/') else { return Some(forms) };
        let is_adverb = |word: &str| word.ends_with("ly") || has(ADVERBS, word);
        let mut before = self.linked_before(at);
        let verb = before.by_ref().take(3).find(|word| !is_adverb(word))?;
        let bare = ["n't", "n’t", "'ve", "’ve"].iter().find_map(|end| verb.strip_suffix(end));
        if has(BEFORE_PARTICIPLES, bare.unwrap_or(verb)) || verb.ends_with("ve") && bare.is_some() {
            return Some(participle);
        }
        let is_auxiliary = |word: &str| has(AUXILIARIES, word) || word.contains(['\'', '’']);
        (has(SUBJECTS, verb) && !before.take(4).any(is_auxiliary)).then_some(past)
    }

    /// The words before a word, the nearest first, as far as no mark stands between.
    fn linked_before(&self, at: usize) -> impl Iterator<Item = &str> {
        self.words[..=at].windows(2).rev().map_while(|pair| {
            let gap = &self.text[pair[0].range().end..pair[1].range().start];
            gap.trim_ascii().is_empty().then(|| pair[0].text(self.text))
        })
    }

    /// Whether the word may be meant, though it reads like a slip of the word with this
    /// key: one of a list, the echo of that word (`fiddle-faddle`) or of the one before
    /// (`Anser anser`), or where it stands behind an initial or the language of which
    /// it is (`L. numerus`), or in a text that tells of it, of old, or as it is spoken.
    pub(super) fn is_spared(&self, at: usize, meant: u32, mended: &Mended) -> bool {
        let word = &self.words[at];
        let is_meant = |other: Option<usize>| {
            other.and_then(|other| self.words.get(other)).is_some_and(|w| w.key() == meant)
        };
        let is_echo_of =
            |before: usize| self.words[before].key() == word.key() && !mended.has(before);
        let before = &self.text[..word.range().start];
        let is_echo = || at.checked_sub(1).is_some_and(is_echo_of);
        has(NO_SLIPS, &self.text[self.without_ending(word)])
            || is_echo()
            || self.is_part(word) && (is_meant(at.checked_sub(1)) || is_meant(Some(at + 1)))
            || word.case() == Case::Lower
                && (etymology::leads_in_etymon(before)
                    || etymology::may_be_latin(word.text(self.text), before))
            || self.is_corrected_near(at, meant)
            || self.is_contrasted(at, meant)
            || shown::is_wrong(self.text, word.range().start)
            || self.is_in_latin_pair(at)
            || old::is_near(self.words, at)
            || old::is_spoken(self.text, self.words, at)
    }

    /// Whether the word and one next to it are rare, and end alike, as nouns and adjectives of
    /// Latin do: `the populus romanus`. Two that lost the `o` of `ous` are of English.
    fn is_in_latin_pair(&self, at: usize) -> bool {
        let is_latin = |word: &Word| {
            word.kind() == Kind::Word && word.case() == Case::Lower && is_odd(word.entry())
        };
        let lost_its_o = |word: &Word| {
            let stem = word.text(self.text).strip_suffix("us");
            stem.is_some_and(|stem| lexicon::get_joined(stem, "ous").is_ordinary())
        };
        let is_pair = |pair: &[Word]| {
            let end_alike = |ending| pair.iter().all(|w| w.text(self.text).ends_with(ending));
            pair[0].range().end + 1 == pair[1].range().start
                && latin::ENDINGS_OF_PAIRS.into_iter().any(end_alike)
                && pair.iter().all(is_latin)
                && !pair.iter().all(lost_its_o)
        };
        let near = at.saturating_sub(1)..self.words.len().min(at + 2);
        self.words[near].windows(2).any(is_pair)
    }

    /// Whether the text itself says beside a wrong word what is meant by it:
    /// `recieve (receive)`, `recieve instead of receive`.
    fn is_corrected_near(&self, at: usize, meant: u32) -> bool {
        (1..=INSTEAD_OF.len() + 1).any(|by| {
            let is_meant = |other: usize| {
                let word = self.words.get(other);
                word.is_some_and(|w| {
                    let has_arrow = || by == 1 && self.leads_by_arrow(at.min(other));
                    w.key() == meant && (w.range().len() >= SHORTEST_CORRECTION || has_arrow())
                })
            };
            at.checked_sub(by).is_some_and(|other| is_meant(other) && self.is_pair(other, at))
                || is_meant(at + by) && self.is_pair(at, at + by)
        })
    }

    /// Whether an arrow stands between the word and the next: `teh -> the`.
    fn leads_by_arrow(&self, at: usize) -> bool {
        let gap = self.words[at].range().end..self.words[at + 1].range().start;
        let gap = self.text[gap].trim_matches([' ', '"', '\'', '`', '“', '”']);
        matches!(gap, "->" | "=>" | "→")
    }

    /// Whether the right word stands near, and another that tells of spelling, or a `not` right
    /// before the wrong one that denies no verb: `say accommodation, not accomodation`.
    fn is_contrasted(&self, at: usize, meant: u32) -> bool {
        let near = at.saturating_sub(LESSON)..self.words.len().min(at + LESSON + 1);
        let is_meant = |i: usize| {
            let word = &self.words[i];
            word.key() == meant && word.range().len() >= SHORTEST_CORRECTION
        };
        let is_text = |i: usize, text| self.words.get(i).is_some_and(|w| w.text(self.text) == text);
        let tells = |i: usize| {
            has_exact(ABOUT_SPELLING, self.words[i].text(self.text))
                && !is_meant(i)
                && !is_text(i + 1, "bee")
        };
        let is_behind_not = || {
            let Some(before) = at.checked_sub(2) else { return false };
            let gap = self.words[before].range().end..self.words[before + 1].range().start;
            is_text(before + 1, "not") && !self.text[gap].trim().is_empty()
        };
        near.clone().any(is_meant) && (is_behind_not() || near.into_iter().any(tells))
    }

    /// Whether what stands between two words tells that one stands for the other.
    fn is_pair(&self, first: usize, last: usize) -> bool {
        let mut between = self.words[first + 1..last].iter().map(|word| word.text(self.text));
        match last - first {
            1 => {
                let gap = self.words[first].range().end..self.words[last].range().start;
                self.text[gap].contains(CORRECTING)
            }
            2 => between.all(|word| has(CORRECTING_WORDS, word)),
            _ => between.eq(INSTEAD_OF.iter().copied()),
        }
    }

    /// Whether it may be an owner that lost its apostrophe, and no plural: `the citys walls`,
    /// and not `the citys of the plain`.
    pub(super) fn may_be_owner(&self, at: usize) -> bool {
        let text = |word: &Word| word.text(self.text);
        let Some([before, word, next]) = at.checked_sub(1).and_then(|i| self.words.get(i..i + 3))
        else {
            return false;
        };
        text(word).ends_with("ys")
            && DETERMINERS.iter().any(|one| text(before).eq_ignore_ascii_case(one))
            && self.goes_on(at)
            && !is_small_of_english(text(next))
            && !has(AUXILIARIES, text(next))
    }

    /// The words around. Those that have been mended count as what they become.
    pub(super) fn around(&self, at: usize, mended: &Mended) -> Around {
        let from = at.saturating_sub(NEAR);
        let to = (at + NEAR + 1).min(self.words.len());
        let (mut common, mut others) = (0, 0);
        for (i, word) in (from..to).zip(&self.words[from..to]) {
            if i == at || word.kind() != Kind::Word {
                continue;
            }
            let entry = mended.entry(i).unwrap_or_else(|| word.entry());
            if entry.is_ordinary() {
                common += usize::from(entry.is_common());
            } else {
                others += usize::from(word.case() == Case::Lower);
            }
        }
        Around { common, others }
    }

    /// Whether small words of other languages stand around, and more of them than of English,
    /// which may have them too: `es un error`.
    pub(super) fn is_among_foreign(&self, at: usize) -> bool {
        const FEW: usize = 3;
        let near = at.saturating_sub(NEAR)..self.words.len().min(at + NEAR + 1);
        let (mut foreign, mut english) = (0, 0);
        for word in self.words[near].iter().map(|word| word.text(self.text)) {
            foreign += usize::from(is_foreign_function_word(word));
            english += usize::from(is_english_function_word(word));
        }
        foreign >= FEW && foreign > english
    }

    /// What stands inside a common word of which this, an odd one, is a part: a space, or
    /// the hyphen of the end of a line with the space that the line break became.
    pub(super) fn gap_inside(&self, at: usize) -> Option<Gap> {
        let pairs = [at.checked_sub(1).map(|before| (before, before)), Some((at + 1, at))];
        pairs.into_iter().flatten().find_map(|(other, first)| {
            let [a, b] = self.words.get(first..first + 2)? else { return None };
            let gap = a.range().end..b.range().start;
            let is_hyphen = match &self.text[gap.clone()] {
                " " => false,
                "- " => true,
                _ => return None,
            };
            let (n, len) = (a.range().len(), a.range().len() + b.range().len());
            let are_plain =
                [a, b].iter().all(|w| w.kind() == Kind::Word && w.case() == Case::Lower);
            if !are_plain || len > MAX_LEN {
                return None;
            }
            let least = if is_hyphen {
                if n.min(len - n) < 2 { usize::MAX } else { SHORTEST_BROKEN }
            } else {
                self.shortest_with_gap(at, other, a.text(self.text))
            };
            if len < least {
                return None;
            }
            let mut joined = [0; MAX_LEN];
            joined[..n].copy_from_slice(a.text(self.text).as_bytes());
            joined[n..len].copy_from_slice(b.text(self.text).as_bytes());
            let joined = &joined[..len];
            if !joined.iter().all(u8::is_ascii_lowercase) {
                return None;
            }
            let entry = lexicon::get_bytes(joined);
            let is_common = entry.is_ordinary() && entry.frequency() >= COMMON;
            // `multi- lingual`: the hyphen may be meant.
            let is_meant = || {
                is_hyphen && (beginning_of_known(joined) || self.has_other_hyphen(first))
                    || self.stands_twice(at, first)
            };
            (is_common && !is_meant()).then_some(Gap { range: gap, first, entry })
        })
    }

    /// Whether another hyphen hangs on a word near these two, in a text about syllables:
    /// `fa- ther, not fath- er`. Lines are longer than that.
    fn has_other_hyphen(&self, first: usize) -> bool {
        let near = first.saturating_sub(NEAR)..self.words.len().min(first + 2 + NEAR);
        near.filter(|at| *at != first)
            .any(|at| self.text[self.words[at].range().end..].starts_with("- "))
    }

    /// Whether an odd part stands near once more, which is no chance (`na tion or sta tion`),
    /// or with the other part where a ligature may have stood: `fi ve, fi ve`.
    fn stands_twice(&self, odd: usize, first: usize) -> bool {
        let key = |at: usize| self.words.get(at).map(Word::key);
        let text = self.words[odd].text(self.text);
        let is_ligature = odd == first && ["fi", "fl"].iter().any(|end| text.ends_with(end));
        let near = first.saturating_sub(NEAR)..self.words.len().min(first + 2 + NEAR);
        near.filter(|at| *at != odd)
            .any(|at| key(at) == key(odd) && (!is_ligature || key(at + 1) == key(first + 1)))
    }

    /// How long the word must be that an odd part and another make up, with a space between.
    fn shortest_with_gap(&self, at: usize, other: usize, first: &str) -> usize {
        let (odd, other) = (&self.words[at], &self.words[other]);
        let text = other.text(self.text);
        // Where a ligature stood: `fi rst`, `specifi c`.
        let is_ligature = ["fi", "fl"].iter().any(|ligature| first.ends_with(ligature));
        // Half of it, and no article or pronoun: `in for` before `mation`.
        match text.len() {
            _ if is_ligature && (other.entry().may_be_slip() || text.len() <= 3) => {
                SHORTEST_LIGATURE
            }
            1 if matches!(text, "a" | "i") => usize::MAX,
            _ if is_odd(other.entry()) => SHORTEST_BROKEN,
            ..=3 => SURELY_ONE,
            _ if !odd.entry().is_known() && odd.range().len() > 2 => SURELY_ONE,
            _ => usize::MAX,
        }
    }

    /// Whether the word before or behind is of another language: a small one
    /// that stands in names, or one in lower case that English does not have.
    pub(super) fn is_beside_strangers(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| self.is_strange(before)) || self.is_strange(at + 1)
    }

    fn is_strange(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| {
            word.kind() == Kind::Word
                && word.case() == Case::Lower
                && (!word.entry().is_ordinary() || has(FOREIGN_PARTICLES, word.text(self.text)))
        })
    }

    /// Whether the word before is a small one of another language, and none of English: no
    /// slip of one either (`te goverment`), unless the next word is strange too.
    pub(super) fn is_behind_foreign(&self, at: usize) -> bool {
        at.checked_sub(1).map(|before| &self.words[before]).is_some_and(|before| {
            let text = before.text(self.text);
            !before.entry().is_common()
                && is_foreign_function_word(text)
                && (self.is_strange(at + 1) || !text.is_ascii() || !is_slip_of_small(text))
        })
    }

    /// Whether a common word in lower case comes next, with no mark between.
    pub(super) fn goes_on(&self, at: usize) -> bool {
        let Some([word, next]) = self.words.get(at..at + 2) else { return false };
        next.kind() == Kind::Word
            && next.case() == Case::Lower
            && next.entry().is_ordinary()
            && matches!(&self.text[word.range().end..next.range().start], " " | "\n")
    }

    /// The words before and behind, as far as only white space lies between
    /// and the lexicon knows them.
    pub(super) fn neighbours(&self, at: usize) -> [Option<Known>; 2] {
        let words = self.words;
        let known = |word: &Word, gap: Range<usize>| {
            let known = word.kind() == Kind::Word
                && word.entry().is_known()
                && matches!(&self.text[gap], " " | "\n");
            known.then(|| (word.entry(), word.key()))
        };
        let range = words[at].range();
        let before = at.checked_sub(1).map(|i| &words[i]);
        let after = words.get(at + 1);
        [
            before.and_then(|w| known(w, w.range().end..range.start)),
            after.and_then(|w| known(w, range.end..w.range().start)),
        ]
    }
}
