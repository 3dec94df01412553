//! The pass `spelling`: misspelt words.

mod candidates;
mod options;

use std::ops::Range;

use super::own_words::OwnWords;
use crate::data::misspellings::MISSPELLINGS;
use crate::lexicon;
use crate::text::{Case, Kind, Word};
use crate::{Document, Edits, Language, Pass};
use candidates::{Candidate, Ranking, Slip};

/// Finds misspelt words of English.
///
/// # What it changes
///
/// * `spelling/table`: widespread misspellings that no single slip explains,
///   out of a table of our own: `definatly`, `wich`, `alot`, `dont`, `tommorow`.
/// * `spelling/swapped-letters`, `-missing-letter`, `-extra-letter`,
///   `-wrong-letter`: a word that is in no dictionary, if one slip of the hand
///   or the ear leads to it from a word that is clearly the likeliest: letters
///   swapped (`ohter`), missing (`goverment`), too many (`sadid`, `untill`) or
///   wrong (`orgenize`), an ending without its change (`familys`), a syllable
///   twice (`definitition`).
/// * `spelling/own-table`: what [`table`](Self::table) adds.
/// * `spelling/missing-space`: a small word that ran into its neighbour:
///   `thefirst`, `ofthe`.
///
/// The case of the word stays, and a possessive ending stays.
///
/// # Why
///
/// Misspelt words come from hasty writers, from synonym spinners that disguise
/// a copied text, and from careless transcription. They split the counts of
/// words and hide the text from search.
///
/// # Leaves alone
///
/// * Names: whatever has a capital inside a sentence. At the start of a
///   sentence only slips that are beyond doubt are mended, before a word in
///   lower case.
/// * Every word that the lexicon knows, American, British or a rare variant,
///   names in lower case too; what stands wrong although it is a word is the
///   business of [`Wording`](super::Wording).
/// * What the document writes twice, unless the slip is beyond doubt: it is
///   meant so, a term or a name.
/// * Other languages, and words of theirs in English text: the words around
///   must be common English.
/// * Derived words and compounds that no dictionary lists: `rearchitecture`,
///   `sessionless`, `filesharing`.
/// * Words of three letters and less, which are near to everything, if they
///   are not in the table; words with digits or accents, in capitals or mixed
///   case; parts of hyphenated words; addresses, code, handles, tags.
/// * A single word in quotation marks, and a word cut off with an ellipsis.
/// * Dialect and play: `walkin`, `sooo`, `skool`, `luv`.
/// * A word with two likely origins (`wuch`: such, much).
///
/// # Example
///
/// ```
/// use copydesk::{Pass, passes::Spelling};
///
/// let spelling = Spelling::default();
/// assert_eq!(
///     spelling.clean("The minister sadid on Monday that ohter talks had begun."),
///     "The minister said on Monday that other talks had begun.",
/// );
/// assert_eq!(
///     spelling.clean("We met Tehila and the Kowalczyks at the office."),
///     "We met Tehila and the Kowalczyks at the office.",
/// );
/// ```
///
/// # Sources
///
/// A noisy channel: the frequency of the word meant, less the cost of the slip
/// (M. Kernighan, K. Church, W. Gale, *A Spelling Correction Program Based on a
/// Noisy Channel Model*, 1990). The costs are our own.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Spelling {
    own: OwnWords,
}

/// The rule of the caller's own table.
const OWN_TABLE: &str = "spelling/own-table";

impl Pass for Spelling {
    fn name(&self) -> &'static str {
        "spelling"
    }

    fn find_edits(&self, doc: &Document<'_>, edits: &mut Edits) {
        let look = Look { text: doc.text(), words: doc.words() };
        let mut own = self.own.replacements(doc);
        let mut forms = None;
        for (at, word) in look.words.iter().enumerate() {
            if word.kind() != Kind::Word || !is_doubtful(word) || !look.may_be_a_slip(at) {
                continue;
            }
            if doc.language() != Language::English {
                break;
            }
            if self.own.keeps(word, look.text) {
                continue;
            }
            own.push_before(word.range().end, edits, OWN_TABLE);
            if word.range().start < edits.end() {
                continue;
            }
            let range = look.without_ending(word);
            let mut letters = [0; candidates::MAX_LEN];
            let Some(letters) = letters.get_mut(..range.len()) else { continue };
            letters.copy_from_slice(&look.text.as_bytes()[range.clone()]);
            letters.make_ascii_lowercase();
            if let Ok(row) = MISSPELLINGS.binary_search_by(|(w, _)| w.as_bytes().cmp(letters)) {
                if look.is_english_around(at, 1) {
                    let meant = MISSPELLINGS[row].1;
                    look.replace(edits, word, range, meant, "spelling/table");
                }
                continue;
            }
            if letters.len() < 4
                || letters.contains(&b'\'')
                || word.entry().is_known()
                || !look.is_english_around(at, 3)
            {
                continue;
            }
            let ranking = candidates::rank(letters);
            let Some(found) = ranking.first.as_ref().filter(|f| is_clear(f, &ranking, letters))
            else {
                continue;
            };
            if word.case() == Case::Title && !look.is_clear_at_start(at, found, letters) {
                continue;
            }
            let forms = forms.get_or_insert_with(|| {
                let mut forms = doc.lend::<Vec<u64>>();
                look.unknown_forms(&mut forms);
                forms
            });
            let sure = letters.len() > 6 || found.score >= 44;
            if is_repeated(forms, letters) && !(sure && is_beyond_doubt(found, letters)) {
                continue;
            }
            let rule = match found.slip {
                Slip::Swapped => "spelling/swapped-letters",
                Slip::Missing => "spelling/missing-letter",
                Slip::Extra => "spelling/extra-letter",
                Slip::Wrong => "spelling/wrong-letter",
                Slip::Space => "spelling/missing-space",
            };
            look.replace(edits, word, range, found.text(), rule);
        }
        own.push_before(usize::MAX, edits, OWN_TABLE);
    }
}

/// Whether the word is unknown, or so rare that it may be in the table.
fn is_doubtful(word: &Word) -> bool {
    let entry = word.entry();
    !entry.is_known()
        || (word.case() == Case::Lower && (!entry.is_ordinary() || entry.frequency() <= 12))
}

struct Look<'a> {
    text: &'a str,
    words: &'a [Word],
}

impl Look<'_> {
    /// Whether its case, its letters and its place allow the word to be a slip.
    fn may_be_a_slip(&self, at: usize) -> bool {
        let word = &self.words[at];
        let range = word.range();
        if !(3..=candidates::MAX_LEN).contains(&range.len())
            || !self.text[self.without_ending(word)].is_ascii()
            || !(word.case() == Case::Lower || word.case() == Case::Title && word.starts_sentence())
        {
            return false;
        }
        let before = self.text[..range.start].chars().next_back().unwrap_or(' ');
        let after = &self.text[range.end..];
        let next = after.chars().next().unwrap_or(' ');
        let quoted = |c| matches!(c, '"' | '“' | '”' | '‘' | '’' | '«' | '»');
        (before.is_whitespace() || matches!(before, '(' | '—' | '…') || quoted(before))
            && (next.is_whitespace()
                || matches!(next, ')' | '.' | ',' | ';' | ':' | '!' | '?' | '—')
                || quoted(next))
            && !(quoted(before) && quoted(next))
            && !after.starts_with("..")
    }

    /// The word without a possessive ending.
    fn without_ending(&self, word: &Word) -> Range<usize> {
        let range = word.range();
        let text = word.text(self.text);
        let owner = text.strip_suffix("'s").or_else(|| text.strip_suffix("’s"));
        range.start..range.start + owner.unwrap_or(text).len()
    }

    /// Whether the words around are English: at least so many common ones, and
    /// three to each that English does not have.
    fn is_english_around(&self, at: usize, least: usize) -> bool {
        let from = at.saturating_sub(8);
        let to = (at + 9).min(self.words.len());
        let (mut common, mut others) = (0, 0);
        for (i, word) in (from..to).zip(&self.words[from..to]) {
            if i == at || word.kind() != Kind::Word {
                continue;
            }
            let entry = word.entry();
            if entry.is_ordinary() {
                common += usize::from(entry.frequency() >= 25);
            } else {
                others += usize::from(word.case() == Case::Lower);
            }
        }
        common >= least && common >= 3 * others
    }

    /// Whether what seems to be a slip at the start of a sentence is not
    /// rather a name.
    fn is_clear_at_start(&self, at: usize, found: &Candidate, letters: &[u8]) -> bool {
        let next = self.words.get(at + 1);
        is_beyond_doubt(found, letters)
            && next.is_some_and(|w| w.case() == Case::Lower && w.entry().is_ordinary())
    }

    /// The hashes of all words that are not in the lexicon, sorted.
    fn unknown_forms(&self, forms: &mut Vec<u64>) {
        let unknown = self.words.iter().filter(|w| w.kind() == Kind::Word && !w.entry().is_known());
        forms.extend(
            unknown.filter_map(|w| lexicon::hash(self.text[self.without_ending(w)].as_bytes())),
        );
        forms.sort_unstable();
    }

    /// Puts `meant` in place of a word, in its case.
    fn replace(
        &self,
        edits: &mut Edits,
        word: &Word,
        range: Range<usize>,
        meant: &str,
        rule: &'static str,
    ) {
        edits.replace_with(range, rule, |out| {
            let start = out.len();
            out.push_str(meant);
            if word.case() == Case::Title {
                out[start..=start].make_ascii_uppercase();
            }
            // In the apostrophe that the document uses.
            if let Some(apostrophe) = meant.find('\'').filter(|_| self.text.contains('’')) {
                out.replace_range(start + apostrophe..=start + apostrophe, "’");
            }
        });
    }
}

/// Whether the form is there twice in a sorted list.
fn is_repeated(forms: &[u64], letters: &[u8]) -> bool {
    let Some(hash) = lexicon::hash(letters) else { return false };
    let first = forms.partition_point(|f| *f < hash);
    forms.get(first + 1) == Some(&hash)
}

/// Whether the best word is likely enough, and clearly likelier than the next.
fn is_clear(found: &Candidate, ranking: &Ranking, letters: &[u8]) -> bool {
    // What it takes for a word of 4, 5, 6, 7, 8, 9, 10 letters and more: a
    // long word has few neighbours that it could be mistaken for.
    let needed = match found.slip {
        Slip::Swapped => [36, 34, 29, 23, 17, 9, 6, 6],
        Slip::Missing => [37, 34, 28, 25, 22, 18, 10, 8],
        Slip::Extra => [40, 36, 31, 26, 20, 16, 12, 8],
        Slip::Wrong => [48, 38, 33, 26, 23, 16, 12, 10],
        Slip::Space => [99, 30, 30, 30, 30, 25, 20, 15],
    };
    let mut needed = needed[(letters.len() - 4).min(7)];
    let ahead = found.score.saturating_sub(ranking.second);
    if found.entry.frequency() >= 33 {
        // A common word, and nothing else comes near.
        needed -= (ahead - 14).clamp(0, 8);
    }
    // A word made of others with an ending of its own is no slip in that ending.
    let in_ending = match found.slip {
        Slip::Extra | Slip::Wrong => found.behind < 2 && found.cost > 5,
        Slip::Missing => found.behind < 2 && found.cost > 0,
        Slip::Swapped | Slip::Space => false,
    };
    if in_ending {
        let adverb = found.text().ends_with("ly");
        // What ends in a vowel may be of another language: `provincia`.
        let foreign = found.behind == 0 && matches!(letters, [.., b'a' | b'e' | b'i' | b'o']);
        if ending_of_known(letters) && !adverb || is_clipped(found, letters) || foreign {
            return false;
        }
        needed += 6;
    }
    if found.slip != Slip::Swapped && found.cost > 0 && beginning_of_known(letters) {
        needed += 10;
    }
    // The first letter is seldom wrong.
    let in_first = found.behind + 1 == letters.len();
    if in_first && found.slip == Slip::Extra && matches!(letters[0], b'a' | b'i') {
        // Rather two words: `alecture`.
        return false;
    }
    if in_first && found.slip == Slip::Wrong {
        needed += 6;
    }
    let enough = match found.slip {
        _ if found.cost <= 0 => 4,
        Slip::Swapped if letters.len() > 5 && found.entry.frequency() >= 40 => 4,
        Slip::Swapped | Slip::Missing | Slip::Space => 6,
        // A doubled letter.
        Slip::Extra if found.cost <= 5 => 6,
        Slip::Extra | Slip::Wrong if letters.len() < 6 => 12,
        Slip::Extra | Slip::Wrong => 8,
    };
    found.entry.is_ordinary() && found.score >= needed && ahead >= enough
}

/// Whether a slip stays likely where the word may well be meant: a name at the
/// start of a sentence, a term that the document repeats.
fn is_beyond_doubt(found: &Candidate, letters: &[u8]) -> bool {
    let long = letters.len() >= 8;
    match found.slip {
        Slip::Swapped => found.score >= if long { 21 } else { 35 },
        Slip::Missing => found.score >= if long { 22 } else { 36 },
        Slip::Extra | Slip::Wrong => long && found.score >= 26,
        Slip::Space => false,
    }
}

/// Whether the word is a clipped form as people speak: `walkin`.
fn is_clipped(found: &Candidate, letters: &[u8]) -> bool {
    letters.ends_with(b"in") && found.text().ends_with("ing")
}

/// Whether a known word with an ending makes up the word.
fn ending_of_known(letters: &[u8]) -> bool {
    const ENDINGS: [&[u8]; 22] = [
        b"s", b"es", b"ed", b"er", b"ers", b"or", b"ors", b"ing", b"ings", b"able", b"ness",
        b"less", b"like", b"ly", b"y", b"ie", b"ish", b"ism", b"ist", b"ists", b"ee", b"al",
    ];
    let known = |stem: &[u8]| stem.len() >= 3 && lexicon::get_bytes(stem).frequency() >= 20;
    ENDINGS.iter().filter_map(|ending| letters.strip_suffix(*ending)).any(|stem| {
        let mut with_e = [0; candidates::MAX_LEN + 1];
        with_e[..stem.len()].copy_from_slice(stem);
        with_e[stem.len()] = b'e';
        let doubled = stem.len() > 3 && stem[stem.len() - 1] == stem[stem.len() - 2];
        known(stem) || known(&with_e[..=stem.len()]) || doubled && known(&stem[..stem.len() - 1])
    })
}

/// Whether a prefix and a known word make up the word.
fn beginning_of_known(letters: &[u8]) -> bool {
    const BEGINNINGS: [&[u8]; 36] = [
        b"un", b"re", b"non", b"pre", b"de", b"sub", b"super", b"over", b"under", b"out", b"mis",
        b"anti", b"multi", b"inter", b"co", b"micro", b"mega", b"auto", b"bio", b"cyber", b"hyper",
        b"in", b"photo", b"tele", b"trans", b"ultra", b"post", b"mid", b"mini", b"semi", b"neo",
        b"geo", b"nano", b"para", b"dis", b"en",
    ];
    BEGINNINGS
        .iter()
        .filter_map(|beginning| letters.strip_prefix(*beginning))
        .any(|stem| stem.len() > 3 && lexicon::get_bytes(stem).frequency() >= 24)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_leads_to_words() {
        assert!(MISSPELLINGS.is_sorted_by(|a, b| a.0 < b.0));
        for (wrong, meant) in MISSPELLINGS {
            assert!(wrong.len() <= candidates::MAX_LEN, "{wrong}");
            // Others never come to be looked at.
            let entry = lexicon::get(wrong);
            assert!(!entry.is_ordinary() || entry.frequency() <= 12, "{wrong}");
            for part in meant.split(' ') {
                let owner = part.strip_suffix("'s").unwrap_or(part);
                assert!(lexicon::get(part).is_known() || lexicon::get(owner).is_known(), "{meant}");
            }
        }
    }

    #[test]
    fn every_slip_of_a_long_word_leads_back() {
        let word = b"watermelon";
        let leads_back = |slip: &[u8]| {
            let ranking = candidates::rank(slip);
            let text = String::from_utf8_lossy(slip);
            assert_eq!(ranking.first.expect("a word").text(), "watermelon", "{text}");
        };
        for i in 0..word.len() {
            let mut slip = word.to_vec();
            slip[i] = b'x';
            leads_back(&slip);
            slip.remove(i);
            leads_back(&slip);
            slip.splice(i..i, [word[i], b'x']);
            leads_back(&slip);
            if i > 0 {
                let mut slip = word.to_vec();
                slip.swap(i - 1, i);
                leads_back(&slip);
            }
        }
    }

    #[test]
    fn the_apostrophe_is_that_of_the_document() {
        let spelling = Spelling::default();
        let clean = |text: &'static str| spelling.clean(text).into_owned();
        assert_eq!(clean("They said that they dont know."), "They said that they don't know.");
        assert_eq!(clean("It’s true that they dont know."), "It’s true that they don’t know.");
    }
}
