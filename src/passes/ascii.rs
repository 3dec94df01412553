//! The pass `ascii`: marks and accented letters in ASCII.

use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use crate::text::ascii::next_high;
use crate::{Document, Edits, Pass};

/// Spells marks and accented Latin letters in ASCII. Opt-in.
///
/// # What it changes
///
/// * `ascii/letter`: a Latin letter loses its accents, and the letters that are
///   none with an accent are spelled out: `é` e, `ß` ss, `æ` ae, `ø` o, `ł` l.
/// * `ascii/mark`: quotation marks, dashes, ellipses, bullets, signs and
///   fractions: `“` ", `—` --, `…` ..., `©` (c), `½` 1/2, `€` EUR; spaces of
///   another width.
///
/// # Why
///
/// Some programs, fonts and keys of tables still know nothing else.
///
/// # Leaves alone
///
/// * Every other script: it is not transcribed, nor are its accents taken.
///   Crates that are made for that exist.
/// * Emoji, arrows, symbols and all that has no spelling that everybody would
///   expect.
/// * Invisible characters: [`Invisible`](super::Invisible) knows which of them
///   are in use.
///
/// # Example
///
/// ```
/// use copydesk::{Pass, passes::Ascii};
///
/// assert_eq!(Ascii::default().clean("“Smørrebrød” – a café’s crème…"), "\"Smorrebrod\" - a cafe's creme...");
/// ```
///
/// # Options
///
/// ```
/// use copydesk::{Pass, passes::Ascii};
///
/// assert_eq!(Ascii::default().clean("Über Köln"), "Uber Koln");
/// assert_eq!(Ascii::default().umlauts().clean("Über Köln"), "Ueber Koeln");
/// ```
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Ascii {
    umlauts: bool,
}

impl Ascii {
    /// Spells `ä`, `ö` and `ü` with an e, as German does.
    #[must_use]
    pub fn umlauts(mut self) -> Self {
        self.umlauts = true;
        self
    }
}

impl Pass for Ascii {
    fn name(&self) -> &'static str {
        "ascii"
    }

    fn takes_sections(&self) -> bool {
        true
    }

    fn find_edits(&self, doc: &Document<'_>, edits: &mut Edits) {
        let (text, bytes) = (doc.text(), doc.text().as_bytes());
        let mut at = next_high(bytes, 0);
        while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
            let end = at + c.len_utf8();
            // Marks that stand apart from their letter go with it.
            let marks = text[end..].chars().take_while(|c| is_latin_mark(*c));
            let end = end + marks.map(char::len_utf8).sum::<usize>();
            if let Some(spelled) = self.spelled_out(c) {
                edits.replace(at..end, spelled, "ascii/letter");
            } else if let Some(spelled) = mark(c) {
                edits.replace(at..at + c.len_utf8(), spelled, "ascii/mark");
            } else if let Some(letter) = base(c) {
                edits.replace(at..end, letter.encode_utf8(&mut [0; 4]), "ascii/letter");
            } else if is_latin_mark(c) && at > 0 && bytes[at - 1].is_ascii_alphabetic() {
                edits.delete(at..end, "ascii/letter");
            }
            at = next_high(bytes, end);
        }
    }
}

impl Ascii {
    fn spelled_out(&self, c: char) -> Option<&'static str> {
        if self.umlauts {
            match c {
                'ä' => return Some("ae"),
                'ö' => return Some("oe"),
                'ü' => return Some("ue"),
                'Ä' => return Some("Ae"),
                'Ö' => return Some("Oe"),
                'Ü' => return Some("Ue"),
                _ => {}
            }
        }
        let at = LETTERS.binary_search_by_key(&c, |(letter, _)| *letter).ok()?;
        Some(LETTERS[at].1)
    }
}

/// A mark above, below or through a letter.
fn is_latin_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// The ASCII letter that this one is with an accent.
fn base(c: char) -> Option<char> {
    if !matches!(c, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}') {
        return None;
    }
    let mut base = None;
    let mut others = false;
    decompose_canonical(c, |part| {
        if part.is_ascii_alphabetic() {
            base = Some(part);
        } else {
            others |= !is_combining_mark(part);
        }
    });
    base.filter(|_| !others)
}

/// The spelling of a mark.
fn mark(c: char) -> Option<&'static str> {
    let at = MARKS.binary_search_by_key(&c, |(mark, _)| *mark).ok()?;
    Some(MARKS[at].1)
}

/// Latin letters that are no others with an accent.
#[rustfmt::skip]
static LETTERS: &[(char, &str)] = &[
    ('Æ', "AE"), ('Ð', "D"), ('Ø', "O"), ('Þ', "Th"), ('ß', "ss"), ('æ', "ae"), ('ð', "d"), ('ø', "o"),
    ('þ', "th"), ('Đ', "D"), ('đ', "d"), ('Ħ', "H"), ('ħ', "h"), ('ı', "i"), ('Ĳ', "IJ"), ('ĳ', "ij"),
    ('Ŀ', "L"), ('ŀ', "l"), ('Ł', "L"), ('ł', "l"), ('Œ', "OE"), ('œ', "oe"), ('Ŧ', "T"), ('ŧ', "t"),
    ('ſ', "s"), ('ƒ', "f"), ('ẞ', "SS"), ('ﬀ', "ff"), ('ﬁ', "fi"), ('ﬂ', "fl"), ('ﬃ', "ffi"), ('ﬄ', "ffl"),
    ('ﬆ', "st"),
];

/// Marks, spaces and signs.
#[rustfmt::skip]
static MARKS: &[(char, &str)] = &[
    ('\u{a0}', " "), ('¡', "!"), ('©', "(c)"), ('«', "\""), ('®', "(R)"), ('´', "'"), ('·', "*"),
    ('»', "\""), ('¼', "1/4"), ('½', "1/2"), ('¾', "3/4"), ('¿', "?"), ('×', "x"), ('\u{2002}', " "),
    ('\u{2003}', " "), ('\u{2004}', " "), ('\u{2005}', " "), ('\u{2006}', " "), ('\u{2007}', " "),
    ('\u{2008}', " "), ('\u{2009}', " "), ('\u{200a}', " "), ('‐', "-"), ('‑', "-"), ('‒', "-"), ('–', "-"),
    ('—', "--"), ('―', "--"), ('‘', "'"), ('’', "'"), ('‚', "'"), ('‛', "'"), ('“', "\""), ('”', "\""),
    ('„', "\""), ('‟', "\""), ('•', "*"), ('…', "..."), ('\u{202f}', " "), ('′', "'"), ('″', "\""), ('‹', "'"),
    ('›', "'"), ('⁄', "/"), ('€', "EUR"), ('№', "No."), ('™', "(TM)"), ('⅓', "1/3"), ('⅔', "2/3"), ('⅛', "1/8"),
    ('−', "-"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_sorted_and_in_ascii() {
        assert!(LETTERS.is_sorted_by(|a, b| a.0 < b.0));
        assert!(MARKS.is_sorted_by(|a, b| a.0 < b.0));
        assert!(LETTERS.iter().chain(MARKS).all(|(_, spelled)| spelled.is_ascii()));
    }

    #[test]
    fn every_accented_latin_letter_has_a_spelling_or_stays() {
        let text: String = ('\u{c0}'..='\u{24f}').collect();
        let clean = Ascii::default().clean(&text).into_owned();
        assert_eq!(Ascii::default().clean(&clean), clean);
        assert_eq!(
            Ascii::default().clean("ÀÿĀžƠǍǻȁȳḀỹ"),
            "AyAzOAayyAy".replacen("Aayy", "Aaay", 1)
        );
    }
}
