//! The pass `entities`: HTML character references left in the text, also
//! doubly escaped; debris of other escapes.

mod escapes;
mod reference;

use std::ops::Range;

use self::escapes::Escape;
use self::reference::{Form, Reference};
use super::markup::shows::{self, Shown};
use crate::{Document, Edits, Pass};

/// Finds HTML character references left in the text, also doubly escaped, and
/// debris of other escapes.
///
/// # What it changes
///
/// * `entities/named`, `entities/numeric`: references with their semicolon,
///   `caf&eacute;`, `&#8217;`, `&#x2019;`, also as two halves of a surrogate
///   pair.
/// * `entities/windows-1252`: numbers from 128 to 159, which mean characters
///   of that encoding, as in browsers: `&#146;`.
/// * `entities/upper-case`: a name that was put in capitals with its text,
///   `CAF&EACUTE;`, means a capital.
/// * `entities/escaped-again`: references whose ampersand was escaped, up to
///   four times, as one edit: `&amp;amp;lt;` is `<`.
/// * `entities/no-semicolon`: the names that HTML allows so, where the next
///   character is neither letter, digit, `=` nor `_`; names of accented letters
///   also within a word (`caf&eacutes`); a few names of quotation marks and
///   dashes; numbers.
/// * `entities/spaced`, `entities/lost-ampersand`: references that another
///   program broke, `& amp;`, `don#8217;t`.
/// * `entities/unicode-escape`, `entities/escaped-quote`,
///   `entities/escaped-line-end`: escapes of scripts, `\u2019`, `\'`, `\"`,
///   `\n`; `entities/lost-backslash` for `Oslou2019s`.
/// * `entities/quoted-printable`, `entities/percent-escape`: escapes of mails
///   and of addresses in words, `it=E2=80=99s`, `it%E2%80%99s`, `Grand%20Hotel`.
///
/// `&nbsp;` becomes what its writer meant by it: between two words a space,
/// with spaces around no more than one, at the edge of a line nothing. Beside
/// a number or a mark it is a no-break space.
///
/// # Why
///
/// A page that was escaped once too often shows `&rsquo;` to its readers, and
/// a scraper hands it on. Every later pass would see the marks of the reference
/// for marks of the sentence.
///
/// # Leaves alone
///
/// * addresses, and all that looks like parameters: `?a=1&copy=2`;
/// * code between backticks and in fenced blocks, and references in quotes of
///   their own (`"&amp;"`);
/// * references that the text speaks of: where the words around are of
///   entities, escaping or HTML and the reference is not part of a word, and
///   signs of markup in a document that is about markup;
/// * unknown names, numbers of no character, of controls and of noncharacters;
/// * what is escaped deeper than four times, as a whole;
/// * names that begin a longer word (`&copyright`, `&notable`);
/// * escapes in lines of code and data (JSON, strings, sets of characters),
///   paths of Windows, accents and commands of TeX, and all escapes other than
///   references in a document about code;
/// * a word that ends in `u` and a year: `Peru2014`;
/// * file names and paths with `%20`.
///
/// # Example
///
/// ```
/// use copydesk::{Pass, passes::Entities};
///
/// let entities = Entities::default();
/// assert_eq!(entities.clean("Harlow &amp;amp; Pike&#146;s boat"), "Harlow & Pike’s boat");
/// assert_eq!(entities.clean("see /search?a=1&copy=2"), "see /search?a=1&copy=2");
/// ```
///
/// # Sources
///
/// The names, the semicolons and the numbers of windows-1252: the section on
/// named character references of the WHATWG's HTML standard.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Entities {}

impl Pass for Entities {
    fn name(&self) -> &'static str {
        "entities"
    }

    fn takes_sections(&self) -> bool {
        true
    }

    fn find_edits(&self, doc: &Document<'_>, edits: &mut Edits) {
        let places = doc.survey().escapes();
        if !places.is_empty() {
            find(doc, places, edits);
        }
    }
}

/// Looks at the references and other escapes that may begin at these places.
fn find(doc: &Document<'_>, places: &[u32], edits: &mut Edits) {
    let bytes = doc.text().as_bytes();
    let look = Look { doc, bytes, shown: Shown::of(doc) };
    let mut from = 0;
    for at in places.iter().map(|&at| at as usize) {
        // Of `u2019` the survey has noted the first digit.
        let at = at - usize::from(bytes[at].is_ascii_digit());
        if at < from {
            continue;
        }
        from = match bytes[at] {
            b'&' => look.reference(at, edits),
            _ => look.escape(at, edits),
        };
        from = from.max(edits.end());
    }
}

/// What the functions of a look share.
struct Look<'d, 'a> {
    doc: &'d Document<'a>,
    bytes: &'a [u8],
    shown: Shown<'d, 'a>,
}

impl Look<'_, '_> {
    /// Looks at the ampersand at `at`; gives where to go on.
    fn reference(&self, at: usize, edits: &mut Edits) -> usize {
        let Some(found) = reference::read(&self.bytes[at..]) else { return at + 1 };
        let range = at..at + found.len;
        let end = range.end;
        if found.chars[0].is_some() && !self.is_shown(&range, &found) {
            return self.decode(range, &found, edits);
        }
        end
    }

    /// Replaces a reference; gives where the edit ends.
    fn decode(&self, range: Range<usize>, found: &Reference, edits: &mut Edits) -> usize {
        let rule = match found.form {
            _ if found.layers > 0 => "entities/escaped-again",
            Form::Named => "entities/named",
            Form::Numeric => "entities/numeric",
            Form::Windows1252 => "entities/windows-1252",
            Form::UpperCase => "entities/upper-case",
            Form::Bare => "entities/no-semicolon",
            Form::Spaced => "entities/spaced",
        };
        match found.chars {
            [Some('\u{A0}'), None] => return self.no_break_space(range, rule, edits),
            [Some('\r' | '\n'), None] => {
                let beside = self.before(range.start).is_none_or(|b| b == b'\n')
                    || self.bytes.get(range.end).is_none_or(|b| matches!(b, b'\r' | b'\n'));
                edits.replace(range, if beside { "" } else { "\n" }, rule);
            }
            chars => edits.replace_with(range, rule, |out| out.extend(chars.into_iter().flatten())),
        }
        edits.end()
    }

    /// Editors write `&nbsp;` where they mean a space, to keep an empty line
    /// or a second space. Only alone beside a number or a mark it is a space
    /// that must not break. A run of them, with the spaces around, is one
    /// space, and nothing at the edges of a line.
    fn no_break_space(&self, at: Range<usize>, rule: &'static str, edits: &mut Edits) -> usize {
        let mut range = at.clone();
        loop {
            range.end += self.bytes[range.end..].iter().take_while(|&&b| b == b' ').count();
            match self.bytes.get(range.end).and_then(|_| reference::read(&self.bytes[range.end..]))
            {
                Some(next) if next.chars[0] == Some('\u{A0}') => range.end += next.len,
                _ => break,
            }
        }
        while range.start > edits.end() && self.bytes[range.start - 1] == b' ' {
            range.start -= 1;
        }
        let (before, after) = (self.before(range.start), self.bytes.get(range.end).copied());
        let edge = |b: Option<u8>| b.is_none_or(|b| b.is_ascii_whitespace());
        let ends = |b: u8| matches!(b, b'.' | b',' | b'!' | b'?' | b':' | b';' | b')' | b'"');
        let letter = |b: Option<u8>| b.is_some_and(|b| b.is_ascii_alphabetic());
        let plain = letter(after) && (letter(before) || before.is_some_and(ends));
        let with = match range == at {
            _ if edge(before) || edge(after) => "",
            true if !plain => "\u{A0}",
            _ => " ",
        };
        let end = range.end;
        edits.replace(range, with, rule);
        end
    }

    /// Whether a reference is shown and not leaked: it is code, or part of an
    /// address, or a text about references speaks of it.
    fn is_shown(&self, range: &Range<usize>, found: &Reference) -> bool {
        let (before, after) = (self.before(range.start), self.bytes.get(range.end).copied());
        let syntax = matches!(
            found.chars[0],
            Some('&' | '<' | '>' | '"' | '\'' | '\u{A0}' | '\u{AD}' | '\u{200B}'..='\u{200F}')
        );
        let enclosed = match (before, after) {
            (Some(b'"'), Some(b'"')) | (Some(b'\''), Some(b'\'')) => true,
            (Some(b'('), Some(b')')) => syntax,
            _ => self.is_in_curly_quotes(range),
        };
        if enclosed
            || syntax && self.is_in_list_of_signs(range, found)
            || self.completes_another(range.start, found)
            || shows::is_in_address(self.bytes, range.start)
            || self.shown.is_code(range.start)
        {
            return true;
        }
        let alnum = |b: Option<u8>| b.is_some_and(|b| b.is_ascii_alphanumeric() || !b.is_ascii());
        let (joined, joins) = (alnum(before), alnum(after));
        if joined && joins || !syntax && (joined || joins) {
            return false;
        }
        let window = self.window(range);
        let is_ampersand = found.chars[0] == Some('&');
        if is_ampersand && found.layers == 0 {
            return shows::names_ampersand(window)
                || self.is_listed(range) && shows::speaks_of_escaping(window);
        }
        shows::speaks_of_escaping(window) || syntax && !is_ampersand && self.shown.is_about_markup()
    }

    /// Whether it is all that a cell or line has, and the sign that it stands for begins the
    /// next one: a list tells of both.
    fn is_in_list_of_signs(&self, range: &Range<usize>, found: &Reference) -> bool {
        let (text, blank) = (self.doc.text(), [' ', '\t']);
        let before = text[..range.start].trim_end_matches(blank);
        let cell = text[range.end..].trim_start_matches(blank);
        let behind = cell.strip_prefix('|').or_else(|| cell.strip_prefix('\n'));
        let sign = behind.map(|s| s.trim_start_matches(blank).chars());
        let is_whole = before.is_empty() || before.ends_with(['|', '\n']);
        is_whole
            && sign
                .is_some_and(|mut sign| sign.next() == found.chars[0] && sign.next() == Some(' '))
    }

    /// Whether it stands in a list with another reference: `&lt; and &amp;`.
    fn is_listed(&self, range: &Range<usize>) -> bool {
        const OTHERS: [&[u8]; 3] = [b"&lt;", b"&gt;", b"&quot;"];
        const BETWEEN: [&[u8]; 9] =
            [b"", b",", b", ", b"/", b" / ", b" and ", b", and ", b" or ", b", or "];
        // A quotation mark at a word is one, and no member of a list.
        let is_apart =
            |b: Option<&u8>| b.is_none_or(|b| b.is_ascii() && !b.is_ascii_alphanumeric());
        let (before, behind) = (&self.bytes[..range.start], &self.bytes[range.end..]);
        BETWEEN.iter().any(|between| {
            let before = before.strip_suffix(*between).unwrap_or_default();
            let behind = behind.strip_prefix(*between).unwrap_or_default();
            let is_before = |other| before.strip_suffix(other).is_some_and(|b| is_apart(b.last()));
            let is_behind = |other| behind.strip_prefix(other).is_some_and(|b| is_apart(b.first()));
            OTHERS.into_iter().any(|other: &[u8]| is_before(other) || is_behind(other))
        })
    }

    /// Whether what it stands for would go on with a reference that was begun
    /// before: nobody escapes the letters of a name.
    fn completes_another(&self, at: usize, found: &Reference) -> bool {
        let goes_on =
            matches!(found.chars[0], Some(c) if c.is_ascii_alphanumeric() || c == '#' || c == ';');
        let window = &self.bytes[at.saturating_sub(40)..at];
        let begun = window.iter().rposition(|b| !b.is_ascii_alphanumeric() && *b != b'#');
        goes_on && begun.is_some_and(|n| window[n] == b'&')
    }

    fn is_in_curly_quotes(&self, range: &Range<usize>) -> bool {
        let text = self.doc.text();
        let before = text[..range.start].chars().next_back();
        let after = text[range.end..].chars().next();
        matches!((before, after), (Some('“'), Some('”')) | (Some('‘'), Some('’')))
    }

    /// The words around a reference.
    fn window(&self, range: &Range<usize>) -> &[u8] {
        let from = range.start.saturating_sub(120);
        &self.bytes[from..self.bytes.len().min(range.end + 120)]
    }

    /// Looks at what may be another escape at `at`; gives where to go on.
    fn escape(&self, at: usize, edits: &mut Edits) -> usize {
        let found = escapes::find(self.bytes, at);
        let Some(Escape { range, text, rule }) = found else { return at + 1 };
        if range.start >= edits.end()
            && !shows::is_in_address(self.bytes, at)
            && !self.shown.is_code(at)
            && !self.shown.is_about_markup()
        {
            edits.replace_with(range, rule, |out| text.write(self.doc.text(), out));
        }
        at + 1
    }

    fn before(&self, at: usize) -> Option<u8> {
        at.checked_sub(1).map(|i| self.bytes[i])
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{Buffers, Pipeline};

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn what_is_not_looked_for_is_not_there(parts in prop::collection::vec(prop::sample::select(&[
            "&amp;", "&#39;", "&nbsp;", "& ", "a", "don", "t ", " ", "\\", "\\n", "\"", "u20", "u00", "19",
            "e9", "%", "%20", "=", "E2=80=99", "#", "8217;", "%E2%80%99", "s ",
        ][..]), 0..12)) {
            let text = parts.concat();
            let (buffers, mut all) = (Buffers::default(), Edits::default());
            let doc = Document::new(&text, &buffers);
            let may_begin = |&at: &usize| match text.as_bytes()[at] {
                b'0' | b'2' => text[..at].ends_with('u'),
                b => b"&\\%=#".contains(&b),
            };
            let places: Vec<u32> = (0..text.len()).filter(may_begin).map(|at| at as u32).collect();
            find(&doc, &places, &mut all);
            let mut edits = Edits::default();
            Entities::default().find_edits(&doc, &mut edits);
            prop_assert_eq!(format!("{edits:?}"), format!("{all:?}"));
        }
    }

    /// An algorithm that looks at some of these more than once a byte seems to
    /// hang.
    #[test]
    fn a_megabyte_of_beginnings_takes_no_longer_than_one_of_text() {
        for part in [
            "&",
            "&amp;",
            "&amp;amp;lt;",
            "&a",
            "&#",
            "& amp;",
            "&nbsp;",
            "&nbsp; ",
            "&#55357;",
            r"\",
            r"\n",
            "\n\\n",
            r#"("\n"#,
            r"\u2019",
            r"[\u2019",
            r#"\"a\" "#,
            r"a\'t ",
            "%",
            "%E2",
            "%20",
            "a%20b",
            "=E2",
            "=",
            "#8217;",
            "u2019",
            r"x\u00e9",
            "`&lt;`",
            "?a=&b",
            "\"&",
        ] {
            let text = part.repeat((1 << 20) / part.len());
            let clean = Entities::default().clean(&text);
            assert!(Entities::default().clean(&clean) == clean, "{part}");
        }
    }

    #[test]
    fn lines_of_line_ends_before_a_text_go_at_once() {
        let pipeline = Pipeline::article();
        for part in ["\n\\n", "\\n\n", "\\r\n \n", "\t\\r\\n \n"] {
            for rest in ["", "The rain stopped.", "the rain stopped"] {
                let text = part.repeat(40) + rest;
                let clean = pipeline.clean(&text);
                assert_eq!(clean.trim(), rest, "{part:?}");
                assert_eq!(pipeline.clean(&clean), clean, "{part:?}");
            }
        }
    }

    #[test]
    fn layers_are_one_edit() {
        let pipeline = Pipeline::from_names(["entities"]).unwrap();
        let cleaned = pipeline.explain("a &amp;amp;lt; b");
        let changes: Vec<_> = cleaned.changes().collect();
        assert_eq!(changes.len(), 1);
        assert_eq!((changes[0].raw_range.clone(), changes[0].clean), (2..14, "<"));
        assert_eq!(changes[0].rules, ["entities/escaped-again"]);
    }

    #[test]
    fn a_no_break_space_is_what_its_place_makes_it() {
        for (raw, clean) in [
            ("a&nbsp;b", "a b"),
            ("end.&nbsp;Next", "end. Next"),
            ("5&nbsp;km", "5\u{A0}km"),
            ("non&nbsp;!", "non\u{A0}!"),
            ("a&nbsp;&nbsp; b", "a b"),
            ("a &nbsp;\n&nbsp;b", "a\nb"),
            ("&nbsp;", ""),
        ] {
            assert_eq!(Entities::default().clean(raw), clean, "{raw}");
        }
    }
}
