//! The pass `mojibake`: text decoded with the wrong encoding, once or more, in
//! whole or in spans.

use std::ops::Range;

use crate::data::codepages::CODEPAGES;
use crate::text::survey::Signs;
use crate::{Document, Edits, Pass};

mod debris;
mod evidence;
mod images;
mod memory;
mod regions;
mod role;
mod rules;
mod sequence;
mod undo;

use evidence::Evidence;
use regions::{parts, regions, run_around};
use undo::Bench;

/// Finds text decoded with the wrong encoding, once or more, in whole or in
/// spans.
///
/// # What it changes
///
/// | rule | what is undone |
/// |---|---|
/// | `mojibake/windows-1252` and the like | UTF-8 read as this encoding. The encodings are windows-1252 (which here covers latin-1 and mixtures of the two), windows-1250, -1251, -1253, -1254, -1255, -1256 and -1257, iso-8859-2, macroman, cp437, cp850, cp852, cp866 and koi8-r |
/// | `mojibake/windows-1252-twice`, `…-many-times` | the same, in two layers or more; one edit undoes all of them |
/// | `mojibake/macroman-then-windows-1252` and the like | two layers of different encodings, the outermost first |
/// | `mojibake/several-encodings` | more layers, of different encodings |
/// | `mojibake/c1` | C1 controls, which are characters of windows-1252 |
/// | `mojibake/half-mark` | quotation marks, apostrophes and dashes of which only the first bytes are left: `itâs`, `weâ€ll`, `Itâ??s` |
///
/// Sequences need not be complete. A no-break space that became a space is
/// restored, also in `Ã`, which was an `à`; a byte that an encoding lacks and
/// that was dropped is restored if the language leaves one letter; a sequence
/// with a byte that became U+FFFD or `?` becomes one U+FFFD. CESU-8 and Java's
/// two-byte NUL are read.
///
/// # Why
///
/// A page says one encoding and is in another, an editor guesses wrong, a
/// database converts twice. The bytes are all there, so that what the author
/// wrote can be had back exactly.
///
/// # How it decides
///
/// That bytes decode as UTF-8 is a strong sign, but short real text does so by
/// chance: `É…` is the letter `Ʌ` in windows-1252. So a repair must also make
/// the text read better. Characters side by side clash or do not: a
/// capital within a word in small letters, a currency sign inside a word,
/// Greek beside accented Latin. A repair that takes two clashes away is sure.
/// The encodings of all sure repairs are proven for the document; there, a
/// repair is made if it adds no clash, and bytes that got lost are guessed.
///
/// # Leaves alone
///
/// * Whatever reads no better afterwards, above all single pairs that occur in
///   real words: `CAFÉ®`, `MARQUÉ…`, `Він`, `« passé »`, `HÅØYA`.
/// * Runs of which most would stay broken; letters of other scripts around what
///   windows-1252 made do not count.
/// * Text of one single-byte encoding read as another (`Ïðèâåò`), and of a
///   double-byte one (`ÖÐ¹ú`).
/// * Bytes that were dropped, where several letters are possible.
/// * Half-destroyed marks that could be words, unless other damage proves them.
/// * U+FFFD that stands alone.
///
/// # Example
///
/// ```
/// use copydesk::{Pass, passes::Mojibake};
///
/// let pass = Mojibake::default();
/// assert_eq!(pass.clean("The Ã…lesund ferry doesnâ€™t run."), "The Ålesund ferry doesn’t run.");
/// assert_eq!(pass.clean("NESTLÉ® À VOLONTÉ…"), "NESTLÉ® À VOLONTÉ…");
/// ```
///
/// # Sources
///
/// The mapping files of the Unicode Consortium for the encodings; the WHATWG
/// Encoding Standard for what browsers do with unassigned bytes. The kinds of
/// damage worth undoing were first mapped by Robyn Speer's `ftfy`.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Mojibake {}

impl Pass for Mojibake {
    fn name(&self) -> &'static str {
        "mojibake"
    }

    fn takes_sections(&self) -> bool {
        true
    }

    fn find_edits(&self, doc: &Document<'_>, edits: &mut Edits) {
        let survey = doc.survey();
        let (has_suspects, hats) = (!survey.suspects().is_empty(), survey.hats());
        if !has_suspects && hats.is_empty() && !survey.has(Signs::TILDE.and(Signs::C1)) {
            return;
        }
        let text = doc.text();
        let mut evidence = Evidence::default();
        let mut bench = doc.lend::<Bench>();
        if has_suspects {
            gather(doc, &mut bench, &mut evidence);
            if let Some(known) = evidence.second_look(text) {
                evidence = known;
                gather(doc, &mut bench, &mut evidence);
            }
        }
        // An "à" that became `Ã` and a space.
        if survey.has(Signs::TILDE) {
            evidence.add_a_grave();
        }
        let half_marks =
            !hats.is_empty() && (evidence.proves_half_marks() || debris::proof(text, hats));
        if evidence.any() || survey.has(Signs::C1) || half_marks {
            repair(doc, &mut bench, &evidence, half_marks, edits);
        }
    }
}

/// Looks for what can be repaired for sure, whatever else is in the document.
fn gather(doc: &Document<'_>, bench: &mut Bench, evidence: &mut Evidence) {
    let known = *evidence;
    let mut end = 0;
    for at in doc.survey().suspects().iter().map(|&at| at as usize) {
        if at < end {
            continue;
        }
        let run = run_around(doc.text().as_bytes(), at);
        end = run.1;
        for part in parts(doc.text(), run) {
            bench.take(doc.text(), part);
            if let Some(undone) = bench.undo(&known) {
                evidence.add(&bench.gains);
                evidence.read(&undone, bench.best());
            }
        }
    }
}

/// Makes the repairs that the evidence allows.
fn repair(
    doc: &Document<'_>,
    bench: &mut Bench,
    evidence: &Evidence,
    half_marks: bool,
    edits: &mut Edits,
) {
    let (text, ranked) = (doc.text(), evidence.ranked());
    let survey = doc.survey();
    let may_have_leftovers = survey.has(Signs::C1) || !survey.hats().is_empty();
    let leftovers = |range, edits: &mut Edits| {
        if may_have_leftovers {
            leftovers(text, range, half_marks, edits);
        }
    };
    let regions = regions(text, evidence, may_have_leftovers);
    for (start, end) in regions.flat_map(|region| parts(text, region)) {
        let mut rest = start;
        bench.take(text, (start, end));
        if let Some(undone) = bench.undo(&ranked) {
            let rule = rules::rule(undone.layers());
            bench.changes(start, |range, new| {
                leftovers(rest..range.start, edits);
                rest = range.end;
                edits.replace_with(range, rule, |s| s.extend(new));
            });
        }
        leftovers(rest..end, edits);
    }
}

/// Repairs what is not whole sequences: C1 controls, which windows-1252 reads
/// as characters, and half-destroyed marks.
fn leftovers(text: &str, range: Range<usize>, half_marks: bool, edits: &mut Edits) {
    for (k, c) in text[range.clone()].char_indices() {
        if let '\u{80}'..='\u{9F}' = c {
            let at = range.start + k;
            let meant = CODEPAGES[images::WINDOWS_1252].1[c as usize - 0x80];
            if let Some(meant) = char::from_u32(meant.into()).filter(|&m| m != c) {
                edits.replace_with(at..at + 2, "mojibake/c1", |s| s.push(meant));
            }
        }
    }
    debris::repair(text, range, half_marks, edits);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clean(text: &str) -> String {
        Mojibake::default().clean(text).into_owned()
    }

    #[test]
    fn the_rules_are_named_after_the_encodings() {
        for (number, (name, _)) in (0..).zip(&CODEPAGES) {
            assert_eq!(rules::rule(&[number]), format!("mojibake/{name}"));
            assert_eq!(rules::rule(&[number; 2]), format!("mojibake/{name}-twice"));
        }
        assert_eq!(rules::rule(&[0, 5]), "mojibake/windows-1252-then-windows-1251");
    }

    #[test]
    fn every_word_is_its_own_edit() {
        let buffers = crate::Buffers::default();
        let doc = Document::new("Ð”Ð¾Ð¼ Ð¸ Ð¼Ð¸Ñ€", &buffers);
        let mut edits = Edits::default();
        Mojibake::default().find_edits(&doc, &mut edits);
        let new: Vec<&str> = edits.iter().map(|e| e.replacement).collect();
        assert_eq!(new, ["Дом", "и", "мир"]);
    }

    #[test]
    fn java_writes_nul_in_two_bytes() {
        assert_eq!(clean("Itâ€™s À\u{80} here"), "It’s \0 here");
        assert_eq!(clean("À\u{80}5"), "À€5");
    }

    #[test]
    fn a_megabyte_of_one_fragment_is_linear() {
        for fragment in [
            "Ã",
            "Ãƒ",
            "Ã©",
            "â",
            "â€",
            " â",
            "â€™",
            "Ã ",
            "Ã?",
            "ÃƒÂ",
            "É…",
            "тА",
            "\u{99}",
            "à ¸",
            "Ã\u{FFFD}",
            "Ð²Ð‚",
            "â??",
        ] {
            let raw = fragment.repeat(1_000_000 / fragment.len());
            assert!(clean(&raw).len() <= 2 * raw.len());
        }
    }
}
