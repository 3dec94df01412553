//! The pass `unicode`: decomposed letters, ligatures, full-width Latin, odd
//! spaces and line ends.

use crate::text::survey::Signs;
use crate::{Document, Edits, Pass};

mod compose;
mod spaces;

/// Finds decomposed letters, ligatures, full-width Latin, odd spaces and line
/// ends.
///
/// # What it changes
///
/// | rule | what becomes what |
/// |---|---|
/// | `unicode/composed` | a letter with its marks behind it, to the one letter that they make (NFC): `e` and U+0301 to `é`; also the Kelvin, ohm and ångström signs to the letters that they are |
/// | `unicode/ligature` | the Latin ligatures of the presentation forms: `ﬁ` to `fi` |
/// | `unicode/full-width` | full-width Latin letters and digits to ordinary ones, in lines without Chinese, Japanese or Korean |
/// | `unicode/space` | spaces of unusual width to a space |
/// | `unicode/no-break-space` | a no-break space at the end of a line, beside another space, between two long words, and within English prose but where names, numbers, initials and abbreviations are kept together, to a space |
/// | `unicode/line-end` | CR LF, CR, and the separators of lines and paragraphs to a line feed |
///
/// # Why
///
/// They look like their plain counterparts, or nearly, and are not equal to
/// them: a search for `first` does not find `ﬁrst`.
///
/// # Leaves alone
///
/// * Quotation marks, dashes and ellipses of every kind: they are right.
/// * Letters that NFC would take apart (U+0958 and its kin), compatibility
///   ideographs, and the order of marks that make no letter: nobody sees a
///   difference.
/// * Letters that are ligatures by origin: `æ`, `œ`, `ĳ`, `ŉ`, `ǆ`, `ß`.
/// * Full-width punctuation, and full-width letters beside ideographs.
/// * The ideographic space beside ideographs; thin and narrow spaces beside
///   digits and marks.
/// * A no-break space where typography wants one: by digits, marks,
///   abbreviations, initials and short words, as in `10 km`, `« oui »`,
///   `p. 5`, `v Praze`.
/// * Superscripts, fractions, the numero sign: they mean more than their
///   plain counterparts.
///
/// # Example
///
/// ```
/// use copydesk::{Pass, passes::Unicode};
///
/// let pass = Unicode::default();
/// assert_eq!(pass.clean("e\u{301}tude de\u{2003}ﬁnance\r\n"), "étude de finance\n");
/// assert_eq!(pass.clean("«\u{A0}oui\u{A0}», 10\u{A0}km"), "«\u{A0}oui\u{A0}», 10\u{A0}km");
/// ```
///
/// # Sources
///
/// Unicode Standard Annex 15 (normalization forms), by the crate
/// `unicode-normalization`; Unicode Standard Annex 11 (East Asian width).
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Unicode {}

impl Pass for Unicode {
    fn name(&self) -> &'static str {
        "unicode"
    }

    fn takes_sections(&self) -> bool {
        true
    }

    fn find_edits(&self, doc: &Document<'_>, edits: &mut Edits) {
        let survey = doc.survey();
        if !survey.has(Signs::ODD) {
            return;
        }
        let text = doc.text();
        let mut floor = 0;
        for at in survey.odd().iter().map(|&at| at as usize) {
            let Some(c) = text[at..].chars().next().filter(|_| at >= floor) else { continue };
            let end = at + c.len_utf8();
            floor = match c {
                '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => line_end(text, at, c, edits),
                '\u{A0}' | '\u{202F}' => spaces::no_break(doc, at, edits),
                '\u{2000}'..='\u{200A}' | '\u{205F}' | '\u{3000}' => {
                    spaces::odd(text, at, c, edits)
                }
                'ﬀ'..='ﬆ' => {
                    let letters = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];
                    let letters = letters[c as usize - 'ﬀ' as usize];
                    edits.replace(at..end, letters, "unicode/ligature");
                    end
                }
                '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => full_width(text, at, edits),
                '\u{2126}' => single(at..end, "Ω", edits),
                '\u{212A}' => single(at..end, "K", edits),
                '\u{212B}' => single(at..end, "Å", edits),
                _ => compose::marks(doc, at, edits).unwrap_or(end),
            };
        }
    }
}

fn single(range: std::ops::Range<usize>, letter: &str, edits: &mut Edits) -> usize {
    let end = range.end;
    edits.replace(range, letter, "unicode/composed");
    end
}

/// Makes a line feed of another line end; gives where to go on.
fn line_end(text: &str, at: usize, c: char, edits: &mut Edits) -> usize {
    let rest = &text[at..];
    let len = if rest.starts_with("\r\n") { 2 } else { c.len_utf8() };
    // A line separator that an editor left inside a sentence.
    let inside = c == '\u{2028}'
        && !text[..at].ends_with(char::is_whitespace)
        && rest[len..].starts_with(char::is_lowercase);
    edits.replace(at..at + len, if inside { " " } else { "\n" }, "unicode/line-end");
    at + len
}

/// How far around full-width characters other letters are looked for.
const NEAR: usize = 64;

/// Makes ordinary characters of a run of full-width ones, unless ideographs
/// stand near it; gives where to go on.
fn full_width(text: &str, at: usize, edits: &mut Edits) -> usize {
    let wide = |c: char| matches!(c, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ');
    let rest = &text[at..];
    // A text of nothing else goes in pieces.
    let len = rest
        .char_indices()
        .take(4096)
        .find(|&(_, c)| !wide(c))
        .map_or_else(|| rest.char_indices().nth(4096).map_or(rest.len(), |(n, _)| n), |(n, _)| n);
    let end = at + len;
    let near = text[..at].chars().rev().take(NEAR).take_while(|&c| c != '\n');
    let mut near = near.chain(text[end..].chars().take(NEAR).take_while(|&c| c != '\n'));
    if !near.any(spaces::is_east_asian) {
        edits.replace_with(at..end, "unicode/full-width", |s| {
            let plain = |c| char::from_u32(c as u32 - 0xFEE0).unwrap_or(c);
            s.extend(text[at..end].chars().map(plain));
        });
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clean(text: &str) -> String {
        Unicode::default().clean(text).into_owned()
    }

    #[test]
    fn a_megabyte_of_one_character_is_linear() {
        for fragment in ["\u{301}", "\u{A0}", "\u{3000}", "ａ", "\r", "\u{1161}", "\u{93C}", "ﬁ"]
        {
            let raw = fragment.repeat(1_000_000 / fragment.len());
            assert!(clean(&raw).len() <= raw.len());
        }
    }
}
