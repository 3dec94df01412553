//! The shapes of words that are more than letters: addresses, domains, file
//! names, code, initialisms, faces.
//!
//! A recogniser gets the text from where the word begins and says how many
//! bytes belong to it. It looks at no more than a bounded number of bytes
//! beyond those that it takes.

use super::words::{Case, Kind};
use crate::data::abbreviations::{self, Follows};
use crate::data::file_extensions::FILE_EXTENSIONS;
use crate::data::has;
use crate::data::tlds::TLDS;
use crate::lexicon;

/// The longest label of a host name (RFC 1035), also taken as the longest
/// part of any dotted word.
const MAX_LABEL: usize = 63;
/// The most parts of a dotted word that are looked at.
const MAX_LABELS: usize = 8;
/// How far the `@` of an e-mail address may be (RFC 5321).
const MAX_LOCAL: usize = 64;

/// The end of the number whose digits begin at `at`, and whether it has the
/// form of a version: three parts or more between stops.
pub(super) fn number_end(bytes: &[u8], at: usize) -> (usize, bool) {
    let mut end = at;
    let mut stops = 0;
    loop {
        while bytes.get(end).is_some_and(u8::is_ascii_digit) {
            end += 1;
        }
        // The thin apostrophe of Swiss numbers takes three bytes.
        let mark = match bytes.get(end) {
            Some(b'.' | b',' | b':' | b'/' | b'-' | b'\'') => 1,
            Some(0xe2) if bytes[end..].starts_with("’".as_bytes()) => 3,
            _ => return (end, stops > 1),
        };
        if !bytes.get(end + mark).is_some_and(u8::is_ascii_digit) {
            return (end, stops > 1);
        }
        stops += usize::from(bytes[end] == b'.');
        end += mark;
    }
}

/// A word that begins with `head` bytes of letters or digits and goes on
/// behind a stop, an at sign, a colon, an underscore or a bracket.
///
/// Gives its length in bytes and its kind, or nothing if it is no such word.
pub(super) fn compound(text: &str, head: usize) -> Option<(usize, Kind)> {
    let bytes = text.as_bytes();
    if let Some(len) = email(text) {
        return Some((len, Kind::Email));
    }
    match bytes.get(head)? {
        b':' => match &bytes[head..] {
            [b':', b'/', b'/', ..] => Some((url_end(text, head + 3)?, Kind::Url)),
            [b':', b':', b, ..] if b.is_ascii_alphabetic() || *b == b'_' => {
                Some((code_end(bytes, head), Kind::Identifier))
            }
            [b':', b'\\', ..] if head == 1 => Some((url_end(text, head + 2)?, Kind::FileName)),
            _ => None,
        },
        b'_' => Some((code_end(bytes, head), Kind::Identifier)),
        b'(' if bytes.get(head + 1) == Some(&b')') => Some((head + 2, Kind::Identifier)),
        b'.' => dotted(text, head),
        _ => None,
    }
}

fn email(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let is_local = |b: &u8| b.is_ascii_alphanumeric() || b"._%+-".contains(b);
    // Hardly any word has one.
    let local = memchr::memchr(b'@', &bytes[..bytes.len().min(MAX_LOCAL + 2)])?;
    if !bytes[..local].iter().all(is_local) {
        return None;
    }
    let host = &text[local + 1..];
    let mut parts = Parts::read(host.as_bytes(), 0);
    parts.leave_sentence(host, 2);
    (parts.len > 1).then(|| local + 1 + parts.end())
}

/// The end of an address whose path may begin at `from`; nothing if nothing
/// follows there.
fn url_end(text: &str, from: usize) -> Option<usize> {
    let rest = text.get(from..)?;
    let stops = |c: char| {
        c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '“' | '”' | '«' | '»')
    };
    let taken = &rest[..rest.find(stops).unwrap_or(rest.len())];
    // Marks at the end are the sentence's, and brackets that do not pair.
    let count = |mark| taken.matches(mark).count();
    let mut unpaired = count(')').saturating_sub(count('('));
    let trimmed = taken.trim_end_matches(|c| match c {
        ')' if unpaired > 0 => {
            unpaired -= 1;
            true
        }
        _ => matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '’' | '*'),
    });
    (!trimmed.is_empty()).then_some(from + trimmed.len())
}

/// The end of a name in code, which has begun.
fn code_end(bytes: &[u8], from: usize) -> usize {
    let mut end = from;
    while let Some(&b) = bytes.get(end) {
        let joins = match b {
            b'_' => true,
            b'.' => bytes.get(end + 1).is_some_and(|b| b.is_ascii_alphanumeric() || *b == b'_'),
            b':' => {
                let pair = bytes.get(end + 1) == Some(&b':');
                if pair {
                    end += 1;
                }
                pair
            }
            _ => b.is_ascii_alphanumeric(),
        };
        if !joins {
            break;
        }
        end += 1;
    }
    if bytes[end..].starts_with(b"()") { end + 2 } else { end }
}

/// The parts of a dotted word, up to a bound.
struct Parts {
    ends: [usize; MAX_LABELS],
    starts: [usize; MAX_LABELS],
    len: usize,
}

impl Parts {
    /// Reads parts of ASCII letters, digits and inner hyphens from `from` on.
    fn read(bytes: &[u8], from: usize) -> Self {
        let mut parts = Self { ends: [0; MAX_LABELS], starts: [0; MAX_LABELS], len: 0 };
        let mut start = from;
        while parts.len < MAX_LABELS {
            let label = &bytes[start..bytes.len().min(start + MAX_LABEL + 1)];
            let len = label
                .iter()
                .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'))
                .count();
            let len = len - label[..len].iter().rev().take_while(|b| **b == b'-').count();
            if len == 0 || len > MAX_LABEL {
                break;
            }
            (parts.starts[parts.len], parts.ends[parts.len]) = (start, start + len);
            parts.len += 1;
            if bytes.get(start + len) != Some(&b'.') {
                break;
            }
            start += len + 1;
        }
        parts
    }

    fn end(&self) -> usize {
        self.ends[self.len - 1]
    }

    /// Leaves the last part out if it is the start of a sentence whose space
    /// is lost, and at least `least` parts with a known ending stand before
    /// it: `example.com.Then`.
    fn leave_sentence(&mut self, text: &str, least: usize) {
        if self.len <= least {
            return;
        }
        let (before, last) = (self.get(text, self.len - 2), self.get(text, self.len - 1));
        if Case::of(last) == Case::Title
            && lexicon::get(last).is_ordinary()
            && !has(CLASSIC_DOMAINS, last)
            && (is_top_level(before) || has(FILE_EXTENSIONS, before))
        {
            self.len -= 1;
        }
    }

    fn get<'t>(&self, text: &'t str, at: usize) -> &'t str {
        &text[self.starts[at]..self.ends[at]]
    }
}

/// A word of several parts with stops between them.
fn dotted(text: &str, head: usize) -> Option<(usize, Kind)> {
    let (letters, len) = initialism(text);
    if letters > 1 {
        return Some((len, Kind::Initialism));
    }
    let mut parts = Parts::read(text.as_bytes(), 0);
    parts.leave_sentence(text, 2);
    // The head has a letter outside ASCII, or ends otherwise than a part.
    if parts.len < 2 || parts.ends[0] < head {
        return None;
    }
    whole(text, &parts).or_else(|| {
        // `J.Smith`, `p.12`
        let after = text[len..].chars().next();
        let is_initial = letters == 1
            && (text.starts_with(char::is_uppercase) || after.is_some_and(|c| c.is_ascii_digit()));
        is_initial.then_some((len, Kind::Initialism))
    })
}

/// A dotted word that is one word from end to end.
fn whole(text: &str, parts: &Parts) -> Option<(usize, Kind)> {
    let bytes = text.as_bytes();
    let end = parts.end();
    if text[end..].starts_with(|c: char| c.is_alphanumeric()) {
        return None;
    }
    if bytes.get(end) == Some(&b'.')
        && abbreviations::get(&text[..end]).is_some_and(|f| f == Follows::Any)
    {
        return Some((end + 1, Kind::Abbreviation));
    }
    let first = parts.get(text, 0);
    let last = parts.get(text, parts.len - 1);
    if is_version(text, parts) {
        return Some((end, Kind::Version));
    }
    if first.eq_ignore_ascii_case("www") {
        let end = match bytes.get(end) {
            Some(b'/' | b'?' | b':' | b'#') => url_end(text, end).unwrap_or(end),
            _ => end,
        };
        return Some((end, Kind::Url));
    }
    if !is_sentence_break(first, last) {
        if has(FILE_EXTENSIONS, last) {
            return Some((end, Kind::FileName));
        }
        if is_top_level(last) {
            return match bytes.get(end) {
                Some(b'/' | b'?') => Some((url_end(text, end).unwrap_or(end), Kind::Url)),
                _ => Some((end, Kind::Domain)),
            };
        }
    }
    is_code(text, parts).then(|| (code_end(bytes, 0), Kind::Identifier))
}

/// `U.S.`, `a.m.`, `J.` before a name: how many single letters with a stop
/// each the text begins with, and how many bytes they are.
fn initialism(text: &str) -> (usize, usize) {
    let (mut letters, mut end) = (0, 0);
    let mut chars = text.chars();
    while let Some(letter) = chars.next().filter(|c| c.is_alphabetic()) {
        let after = letter.len_utf8();
        match chars.next() {
            Some('.') => {
                letters += 1;
                end += after + 1;
            }
            // The last letter of `U.S` has no stop; the `S` of `U.Smith` is
            // not the last letter.
            Some(c) if c.is_alphanumeric() || c == '_' => break,
            _ if letters > 0 => return (letters + 1, end + after),
            _ => break,
        }
    }
    (letters, end)
}

fn is_version(text: &str, parts: &Parts) -> bool {
    let first = parts.get(text, 0);
    let number = first.strip_prefix(['v', 'V']).unwrap_or(first);
    let is_number = |s: &str| s.starts_with(|c: char| c.is_ascii_digit());
    number.len() < 4
        && number.bytes().all(|b| b.is_ascii_digit())
        && !number.is_empty()
        && (1..parts.len).all(|i| is_number(parts.get(text, i)))
}

/// Domains that stay domains also with a capital: `Example.Net`. Sorted.
static CLASSIC_DOMAINS: &[&str] = &["biz", "com", "edu", "gov", "info", "int", "mil", "net", "org"];

fn is_top_level(label: &str) -> bool {
    label.bytes().all(|b| b.is_ascii_alphabetic()) && has(TLDS, label)
}

/// Whether a capital behind a stop looks like the start of a sentence whose
/// space is lost: `lunch.It`, and not like a name with capitals: `Index.Hu`.
fn is_sentence_break(first: &str, last: &str) -> bool {
    Case::of(last) == Case::Title
        && !has(CLASSIC_DOMAINS, last)
        && (matches!(Case::of(first), Case::Lower | Case::Uncased)
            || lexicon::get(last).is_ordinary())
}

/// Whether parts of code are joined: `os.path.join`, `foo.bar`,
/// `document.getElementById`, `foo.Bar(`.
fn is_code(text: &str, parts: &Parts) -> bool {
    let cases = || (0..parts.len).map(|i| Case::of(parts.get(text, i)));
    let all = &text[..parts.end()];
    let starts_lower = all.starts_with(|c: char| c.is_ascii_lowercase());
    let calls = text[parts.end()..].starts_with('(');
    all.contains('_')
        || calls
        || (starts_lower && cases().any(|c| c == Case::Mixed) && !all.contains('-'))
        || cases().all(|c| c == Case::Lower)
}

/// `@name` or `#tag`.
pub(super) fn tag(text: &str) -> Option<(usize, Kind)> {
    let kind = if text.starts_with('@') { Kind::Handle } else { Kind::Hashtag };
    let name = &text[1..];
    let taken = name.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(name.len());
    // `#1` and `@5` are a number and a price.
    let is_name = name[..taken].contains(char::is_alphabetic);
    is_name.then_some((1 + taken, kind))
}

/// Faces that are common in English and European web text. Our own list.
/// The longest stand first.
static EMOTICONS: &[&str] = &[
    ":'-(", ":'-)", ">:-(", "</3", ":'(", ":')", ":-(", ":-)", ":-*", ":-/", ":-D", ":-O", ":-P",
    ":-o", ":-p", ":-|", ";-)", ";-P", "=-)", ">:(", "^_^", "-_-", ":(", ":)", ":*", ":/", ":3",
    ":D", ":O", ":P", ":[", ":]", ":o", ":p", ":|", ";)", ";D", ";P", "<3", "=(", "=)", "=D", "=P",
];

/// A face at the start of the text, which ends where it does.
pub(super) fn emoticon(text: &str) -> Option<usize> {
    // Most of the marks that faces begin with have something else behind them.
    let may_begin = |b: &u8| matches!(b, b':' | b';' | b'=' | b'<' | b'>' | b'^' | b'-');
    let may_follow = |b: &u8| b"'()*-/:[]_|3DOPop".contains(b);
    if !matches!(text.as_bytes(), [one, two, ..] if may_begin(one) && may_follow(two)) {
        return None;
    }
    let face = EMOTICONS.iter().find(|face| text.starts_with(**face))?;
    let rest = &text[face.len()..];
    let ends =
        rest.is_empty() || rest.starts_with(|c: char| c.is_whitespace() || ",.!?".contains(c));
    ends.then_some(face.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_face_is_told_from_other_marks() {
        for face in EMOTICONS {
            assert_eq!(emoticon(face), Some(face.len()), "{face}");
        }
    }
}
