//! The pass `spelling`: misspelt words.

mod affixes;
mod candidates;
mod costs;
mod faults;
mod forms;
mod judge;
mod letters;
mod look;
mod margins;
mod memory;
mod options;

use std::cell::LazyCell;
use std::ops::Range;

use super::own_words::OwnWords;
use super::spare_code;
use crate::text::{Case, Word};
use crate::{Document, Edits, Pass, Suggestions};
use candidates::{Candidate, Candidates, Slip};
use faults::{Fault, each_fault};
use letters::MAX_LEN;
use look::Look;

/// Finds misspelt words of English.
///
/// # What it changes
///
/// * `spelling/table`: widespread misspellings that no single slip explains,
///   out of a table of our own: `definatly`, `wich`, `alot`, `dont`, `tommorow`,
///   `choosed`.
/// * `spelling/swapped-letters`, `-missing-letter`, `-extra-letter`,
///   `-wrong-letter`: a word that is in no dictionary, if one slip of the hand
///   or the ear leads to it from a word that is clearly the likeliest: letters
///   swapped (`ohter`), missing (`govenment`), too many (`sadid`, `untill`) or
///   wrong (`orgenize`), an ending without its change (`familys`), a syllable
///   twice (`definitition`).
/// * `spelling/own-table`: what [`table`](Self::table) adds.
/// * `spelling/missing-space`: a small word that ran into its neighbour:
///   `thefirst`, `ofthe`.
/// * `spelling/stray-space`: a space inside a common word, if a part of that is
///   none: `to gether`, `signifi cant`.
/// * `spelling/broken-word`: the hyphen that broke a word at the end of a line, and the
///   space that the line break became: `the presi- dent`.
/// * `spelling/two-slips`: a long word with two slips, of which one is a likely
///   one, or without two letters in a row, if no other word is near:
///   `immidiatly`, `responbility`.
///
/// How likely a word is depends on how frequent it is, on the slip, and on the
/// words before and behind: "he wated to go home" is "wanted", though "waited"
/// and "wasted" are as near. The less a short word has of its own, the
/// more its neighbours must say; with their help alone a word of two or three
/// letters (`wil be`) is mended, or a rare word of the dictionary that does not
/// fit in (`aked questions`). Less is needed where no other word comes near
/// (`wdely`), and of a word that the document has elsewhere.
///
/// The case of the word stays, and a possessive ending stays.
///
/// # What it suggests
///
/// * `spelling/unclear`: a word that is in no dictionary and is likely to be
///   misspelt, if it is not clear which word is meant. See
///   [`Cleaned::suggestions`](crate::Cleaned::suggestions).
///
/// # Why
///
/// Misspelt words come from hasty writers, from synonym spinners that disguise
/// a copied text, and from careless transcription. They split the counts of
/// words and hide the text from search.
///
/// # Leaves alone
///
/// * Fenced blocks of code, and what stands between backticks.
/// * Names: whatever has a capital inside a sentence, and what comes with one
///   elsewhere. At the start of a sentence only slips that are beyond doubt are
///   mended, before a word in lower case, or in an adverb (`Curently,`).
/// * Every word that the lexicon knows, American, British or a rare variant,
///   names in lower case too, unless it is very rare and both its neighbours
///   ask for another; what stands wrong although it is a word is else the
///   business of [`Wording`](super::Wording).
/// * What the document writes twice, unless the slip is beyond doubt: it is
///   meant so, a term or a name.
/// * Other languages, and words of theirs in English text: the words around
///   must be common English.
/// * Derived words and compounds that no dictionary lists: `rearchitecture`,
///   `sessionless`, `filesharing`, `productize`; what begins with a whole word
///   (`phoneering`), and names respelt by the ear (`reqwest`).
/// * Words of three letters and less, which are near to everything, unless
///   their neighbours decide; words with digits or accents, in capitals or
///   mixed case; parts of compounds with a hyphen, unless the other part is a
///   common word and the slip is beyond doubt; addresses, code, handles, tags.
/// * A single word in quotation marks, a word of another language that is
///   explained in brackets, and a word cut off with an ellipsis.
/// * Dialect and play: `walkin`, `meself`, `sooo`, `skool`, `luv`; parts of what English
///   has of other languages: `stare decisis`.
/// * A word with two likely origins (`wuch`: such, much).
/// * A text of old, as far as words such as `thou` and `hath` stand near, and Scots;
///   words as they were spelt of old (`publick`, `errour`); speech as it is spoken, as far
///   as words that lost an end stand near (`nothin'`, `o'`).
/// * A slip that the text tells of: `recieve (receive)`, `recieve instead of receive`, `teh ->
///   the`; with the right word near and one that tells of spelling (a typo), or behind a
///   label that it is wrong, where another tells what is right.
/// * A letter before a word, or a `d` behind one: `kdestroy`, `journald`.
/// * A word behind an initial (`L. numerus`), and one that echoes the other part of a
///   compound (`fiddle-faddle`).
/// * Verbs as they were inflected of old, where other words of old stand or a
///   verb must: `what thou tellest me`, `he that tellest`.
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
/// Noisy Channel Model*, 1990), more the weight of its neighbours (K. Church, W.
/// Gale, *Probability Scoring for Spelling Correction*, 1991). The costs are our
/// own; where the frequencies of words and pairs are from stands in `NOTICE`.
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

    fn takes_sections(&self) -> bool {
        true
    }

    fn find_edits(&self, doc: &Document<'_>, edits: &mut Edits) {
        let before = edits.len();
        let look = Look { text: doc.text(), words: doc.words() };
        let mut own = self.own.replacements(doc);
        let has_curly = LazyCell::new(|| look.text.contains('’'));
        let is_curly = || *has_curly;
        each_fault(doc, look, &self.own, |word, range, fault| {
            own.push_before(word.range().end, edits, OWN_TABLE);
            if range.start < edits.end() {
                return;
            }
            match fault {
                Fault::Table(meant) => {
                    replace(edits, word, range, meant, is_curly, "spelling/table")
                }
                Fault::Slip(meant) => {
                    replace(edits, word, range, meant.text(), is_curly, rule(meant.slip));
                }
                Fault::Gap if range.len() > 1 => edits.delete(range, "spelling/broken-word"),
                Fault::Gap => edits.delete(range, "spelling/stray-space"),
                Fault::Unclear(..) => {}
            }
        });
        own.push_before(usize::MAX, edits, OWN_TABLE);
        spare_code::drop_edits(doc, before, edits);
    }

    fn suggest(&self, doc: &Document<'_>, suggestions: &mut Suggestions) {
        let before = suggestions.list.len();
        let look = Look { text: doc.text(), words: doc.words() };
        each_fault(doc, look, &self.own, |_, range, fault| {
            if let Fault::Unclear(suspect, found) = fault {
                suggestions.push(range, suspect.alternatives(found), "spelling/unclear");
            }
        });
        spare_code::drop_suggestions(doc, before, suggestions);
    }
}

fn rule(slip: Slip) -> &'static str {
    match slip {
        Slip::Swapped => "spelling/swapped-letters",
        Slip::Missing => "spelling/missing-letter",
        Slip::Extra => "spelling/extra-letter",
        Slip::Wrong => "spelling/wrong-letter",
        Slip::Space => "spelling/missing-space",
        Slip::Two => "spelling/two-slips",
    }
}

/// Puts `meant` in place of a word, in its case.
fn replace(
    edits: &mut Edits,
    word: &Word,
    range: Range<usize>,
    meant: &str,
    is_curly: impl Fn() -> bool,
    rule: &'static str,
) {
    edits.replace_with(range, rule, |out| {
        let start = out.len();
        out.push_str(meant);
        if word.case() == Case::Title {
            out[start..=start].make_ascii_uppercase();
        }
        // In the apostrophe that the document uses.
        if let Some(apostrophe) = meant.find('\'').filter(|_| is_curly()) {
            out.replace_range(start + apostrophe..=start + apostrophe, "’");
        }
    });
}

/// Whether one slip makes the unknown word out of an ordinary one that is this
/// frequent.
pub(super) fn is_slip_of(word: &str, frequency: u8) -> bool {
    let fits = word.len() <= MAX_LEN && word.bytes().all(|b| b.is_ascii_lowercase());
    let is_meant = |c: &Candidate| {
        c.slip != Slip::Space && c.entry.is_ordinary() && c.entry.frequency() >= frequency
    };
    let mut found = Candidates::default();
    if fits {
        candidates::one_slip(word.as_bytes(), &mut found);
    }
    found.iter().any(is_meant)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::misspellings::MISSPELLINGS;
    use crate::{Buffers, Pipeline, lexicon};

    #[test]
    fn a_slip_that_was_mended_hides_none_behind_it() {
        let text = "- item 7 of the goverment and of lisbon\n".repeat(60);
        let (buffers, mut edits) = (Buffers::default(), Edits::default());
        Spelling::default().find_edits(&Document::new(&text, &buffers), &mut edits);
        assert_eq!(edits.len(), 60);
    }

    #[test]
    fn the_table_is_sorted_and_leads_to_words() {
        let wrong = MISSPELLINGS.windows(2).find(|pair| pair[0].0 >= pair[1].0);
        assert_eq!(wrong, None, "the second belongs before the first, or is the same");
        for (wrong, meant) in MISSPELLINGS {
            assert!(wrong.len() <= MAX_LEN, "{wrong}");
            // Others never come to be looked at.
            let entry = lexicon::get(wrong);
            assert!(entry.may_be_slip(), "{wrong}");
            for part in meant.split([' ', '/']) {
                let owner = part.strip_suffix("'s").unwrap_or(part);
                assert!(lexicon::get(part).is_known() || lexicon::get(owner).is_known(), "{meant}");
            }
        }
    }

    #[test]
    fn every_slip_of_a_long_word_leads_back() {
        let word = b"watermelon";
        let leads_back = |slip: &[u8]| {
            let mut found = Candidates::default();
            candidates::one_slip(slip, &mut found);
            let text = String::from_utf8_lossy(slip);
            assert!(found.iter().any(|c| c.text() == "watermelon"), "{text}");
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
    fn what_is_not_clear_is_suggested_and_not_changed() {
        let pipeline = Pipeline::builder().pass(Spelling::default()).build().expect("one pass");
        let text = "Nobody in teh house could say what had become of the strng.";
        let cleaned = pipeline.explain(text);
        assert_eq!(cleaned.changes().len(), 1);
        let suggestions: Vec<_> = cleaned.suggestions().collect();
        assert_eq!(suggestions.len(), 1);
        assert_eq!((suggestions[0].raw, suggestions[0].raw_range.clone()), ("strng", 53..58));
        assert_eq!(suggestions[0].rule, "spelling/unclear");
        for meant in ["strong", "string"] {
            assert!(suggestions[0].candidates.contains(&meant.to_owned()), "{suggestions:?}");
        }
        assert!(cleaned.explanation().to_string().contains("1:54: \"strng\" -> perhaps \""));
        let fenced = format!("He said:\n```\n{text}\n```\n");
        assert_eq!(pipeline.explain(&fenced).suggestions().len(), 0);
        for clear in ["Nobody in the house could say what had become of the string.", ""] {
            assert_eq!(pipeline.explain(clear).suggestions().len(), 0);
        }
    }

    #[test]
    fn a_table_of_ones_own_does_not_reach_into_fenced_blocks() {
        let spelling = Spelling::default().table("t", "colour\tcolor").expect("a table");
        assert_eq!(spelling.clean("A colour:\n```\ncolour\n```\n"), "A color:\n```\ncolour\n```\n");
    }

    #[test]
    fn the_apostrophe_is_that_of_the_document() {
        let spelling = Spelling::default();
        let clean = |text: &'static str| spelling.clean(text).into_owned();
        assert_eq!(clean("They said that they dont know."), "They said that they don't know.");
        assert_eq!(clean("It’s true that they dont know."), "It’s true that they don’t know.");
    }
}
