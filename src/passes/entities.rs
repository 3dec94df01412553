//! The pass `entities`: HTML character references left in the text, also doubly escaped; escape debris.

mod escapes;
mod reference;

use std::ops::Range;

use memchr::{memchr2, memchr3, memmem};

use self::escapes::Escape;
use self::reference::{Form, Reference};
use super::markup::shows::{self, Shown};
use crate::{Document, Edits, Pass};

/// Finds HTML character references left in the text, also doubly escaped; escape debris.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Entities {}

impl Pass for Entities {
    fn name(&self) -> &'static str {
        "entities"
    }

    fn find_edits(&self, doc: &Document<'_>, edits: &mut Edits) {
        let look = Look { doc, bytes: doc.text().as_bytes(), shown: Shown::of(doc) };
        let mut marks = Marks::new(look.bytes);
        while let Some(at) = marks.next_from(edits.end()) {
            match look.bytes[at] {
                b'&' => marks.skip_to(look.reference(at, edits)),
                _ => look.escape(at, edits),
            }
        }
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
            match self.bytes.get(range.end).and_then(|_| reference::read(&self.bytes[range.end..])) {
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
            || shows::is_in_address(self.bytes, range.start)
            || self.shown.is_code(range.start)
        {
            return true;
        }
        let alnum = |b: Option<u8>| b.is_some_and(|b| b.is_ascii_alphanumeric() || !b.is_ascii());
        let glued = alnum(before) && alnum(after);
        if glued || !self.shown.mentions_markup() {
            return false;
        }
        let window = self.window(range);
        if shows::speaks_of_escaping(window) {
            return if found.chars[0] == Some('&') && found.layers == 0 {
                shows::names_ampersand(window)
            } else {
                syntax || !(alnum(before) || alnum(after))
            };
        }
        syntax && found.chars[0] != Some('&') && self.shown.is_about_markup()
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

    fn escape(&self, at: usize, edits: &mut Edits) {
        let found = match self.bytes[at] {
            b'\\' => escapes::backslash(self.bytes, at),
            b'%' => escapes::percent(self.bytes, at),
            b'=' => escapes::quoted_printable(self.bytes, at),
            b'#' => escapes::lost_ampersand(self.bytes, at),
            _ => escapes::lost_backslash(self.bytes, at),
        };
        let Some(Escape { range, text, rule }) = found else { return };
        if range.start < edits.end()
            || shows::is_in_address(self.bytes, at)
            || self.shown.is_code(at)
            || self.shown.is_about_markup()
        {
            return;
        }
        edits.replace_with(range, rule, |out| text.write(self.doc.text(), out));
    }

    fn before(&self, at: usize) -> Option<u8> {
        at.checked_sub(1).map(|i| self.bytes[i])
    }
}

/// The marks at which a reference or another escape may begin, in order.
struct Marks<'t> {
    bytes: &'t [u8],
    // Where each search has found its next mark.
    next: [usize; 4],
    floor: usize,
    finders: [memmem::Finder<'static>; 2],
}

impl<'t> Marks<'t> {
    fn new(bytes: &'t [u8]) -> Self {
        let mut marks =
            Self { bytes, next: [0; 4], floor: 0, finders: [b"u20", b"u00"].map(memmem::Finder::new) };
        for search in 0..4 {
            marks.next[search] = marks.search(search, 0);
        }
        marks
    }

    fn search(&self, search: usize, from: usize) -> usize {
        let rest = self.bytes.get(from..).unwrap_or_default();
        let found = match search {
            0 => memchr3(b'&', b'\\', b'%', rest),
            1 => memchr2(b'=', b'#', rest),
            n => self.finders[n - 2].find(rest),
        };
        found.map_or(usize::MAX, |n| from + n)
    }

    /// The next mark that does not lie before `floor`.
    fn next_from(&mut self, floor: usize) -> Option<usize> {
        let floor = floor.max(self.floor);
        for search in 0..4 {
            if self.next[search] < floor {
                self.next[search] = self.search(search, floor);
            }
        }
        let at = self.next.into_iter().min().filter(|&at| at < usize::MAX)?;
        self.floor = at + 1;
        Some(at)
    }

    /// Goes on at `to`.
    fn skip_to(&mut self, to: usize) {
        self.floor = self.floor.max(to);
    }
}
