//! Whole tags, comments and declarations: how they are written.

use memchr::{memchr2, memchr3, memchr3_iter};

use crate::data::html::{self, ELEMENTS, Element, Role};
use crate::search::find_short;
use crate::search::partition_point_near;

/// The longest comment, in bytes.
const MAX_COMMENT: usize = 500;
/// The longest comment that an office program leaves: it holds settings.
const MAX_OFFICE: usize = 20_000;

/// Something in angle brackets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tag {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: Kind,
    // The number of the element, if HTML has one of this name.
    pub(super) element: Option<usize>,
    pub(super) attributes: Attributes,
}

/// How a tag, or what is like one, is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// `<b>`
    Open,
    /// `</b>`
    Close,
    /// `<br/>`
    Empty,
    /// `<!-- … -->`
    Comment,
    /// `<!DOCTYPE …>`
    Declaration,
    /// `<?xml:namespace … />`, which office programs leave.
    Office,
}

/// What attributes a tag has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Attributes {
    /// None.
    None,
    /// Such as HTML has.
    Plain,
    /// Such as only the source of a program has: `onClick={save}`, `@click=""`.
    Program,
}

impl Tag {
    /// The element, if HTML has one of this name.
    pub(super) fn element(&self) -> Option<&'static Element> {
        self.element.map(|n| &ELEMENTS[n])
    }

    /// What the element does to the text.
    pub(super) fn role(&self) -> Role {
        self.element().map_or(Role::Inline, |e| e.role)
    }

    /// The name as it is written.
    pub(super) fn name<'t>(&self, bytes: &'t [u8]) -> &'t [u8] {
        let inside = &bytes[self.start + 1..self.end];
        let inside = inside.strip_prefix(b"/").unwrap_or(inside);
        &inside[..inside.iter().position(|b| !is_name(b)).unwrap_or(inside.len())]
    }

    /// Whether it is a start tag without attributes.
    pub(super) fn is_bare(&self) -> bool {
        self.kind == Kind::Open && self.attributes == Attributes::None
    }
}

fn is_name(b: &u8) -> bool {
    b.is_ascii_alphanumeric() || matches!(b, b':' | b'-' | b'_' | b'.')
}

/// Finds all that has the form of a tag, if `<` and `>` stand at these places.
pub(super) fn find(text: &str, angles: &[u32], tags: &mut Vec<Tag>) {
    let bytes = text.as_bytes();
    let angles = angles.iter().map(|&at| at as usize);
    let last = angles.clone().rfind(|&at| bytes[at] == b'>').unwrap_or(0);
    let mut comment_ends = angles.clone().filter(|&at| bytes[..=at].ends_with(b"-->")).peekable();
    let mut end = 0;
    for start in angles.take_while(|&at| at < last).filter(|&at| bytes[at] == b'<') {
        if start < end {
            continue;
        }
        let tag = if bytes[start..].starts_with(b"<!--") {
            while comment_ends.next_if(|&end| end < start + 6).is_some() {}
            comment_ends.peek().and_then(|&end| comment(bytes, start, end + 1))
        } else {
            read(bytes, start)
        };
        if let Some(tag) = tag {
            end = tag.end;
            tags.push(tag);
        }
    }
}

/// Reads the tag at `start`, where `<` stands.
fn read(bytes: &[u8], start: usize) -> Option<Tag> {
    let inside = start + 1;
    let (kind, name_start) = match bytes.get(inside)? {
        b'/' => (Kind::Close, inside + 1),
        b'!' => return read_declaration(bytes, start),
        b'?' if bytes[inside..].starts_with(b"?xml:namespace") => (Kind::Office, inside + 1),
        b if b.is_ascii_alphabetic() => (Kind::Open, inside),
        _ => return None,
    };
    let len = bytes[name_start..].iter().take(40).position(|b| !is_name(b))?;
    let name = &bytes[name_start..name_start + len];
    if !name.first().is_some_and(u8::is_ascii_alphabetic) || name.ends_with(b":") {
        return None;
    }
    let (end, attributes) = attributes(bytes, name_start + len)?;
    let kind = match kind {
        Kind::Open if bytes[end - 2] == b'/' => Kind::Empty,
        kind => kind,
    };
    Some(Tag { start, end, kind, element: html::element(name), attributes })
}

/// Reads attributes up to `>`. Gives where the tag ends, and what attributes
/// there were. A tag holds no `<`: that bounds the time.
fn attributes(bytes: &[u8], from: usize) -> Option<(usize, Attributes)> {
    let (mut at, mut kind) = (from, Attributes::None);
    loop {
        let spaces = bytes[at..].iter().take_while(|b| b.is_ascii_whitespace()).count();
        at += spaces;
        match *bytes.get(at)? {
            b'>' => return Some((at + 1, kind)),
            b'/' if bytes.get(at + 1) == Some(&b'>') => return Some((at + 2, kind)),
            _ if spaces == 0 && kind == Attributes::None => return None,
            _ => {}
        }
        let (end, one) = attribute(bytes, at)?;
        at = end;
        kind = kind.max(one);
    }
}

/// Reads one attribute: a name that HTML has, or any name with a value. Gives
/// where it ends.
pub(super) fn attribute(bytes: &[u8], from: usize) -> Option<(usize, Attributes)> {
    let in_name = |b: &u8| {
        b.is_ascii_alphanumeric() || matches!(b, b':' | b'-' | b'_' | b'@' | b'.' | b'*' | b'#')
    };
    let len = bytes[from..].iter().take(64).position(|b| !in_name(b))?;
    let name = &bytes[from..from + len];
    if len == 0 {
        // `{...properties}`
        return braces(bytes, from).map(|end| (end, Attributes::Program));
    }
    let plain = name[0].is_ascii_alphabetic()
        && !name.starts_with(b"v-")
        && !name.iter().any(|b| matches!(b, b'@' | b'.' | b'*' | b'#'));
    let kind = if plain { Attributes::Plain } else { Attributes::Program };
    let spaces = |at: usize| bytes[at..].iter().take_while(|&&b| b == b' ').count();
    let mut at = from + len;
    let gap = spaces(at);
    if bytes.get(at + gap) != Some(&b'=') {
        return html::is_attribute(name).then_some((at, kind));
    }
    at += gap + 1;
    at += spaces(at);
    if let Some(end) = braces(bytes, at) {
        return Some((end, Attributes::Program));
    }
    // A quote may be missing at either side: then the value ends at a space.
    if let Some(close) = match *bytes.get(at)? {
        b'"' => closing(bytes, at + 1, "\""),
        b'\'' => closing(bytes, at + 1, "'"),
        _ => match bytes[at..] {
            [0xE2, 0x80, 0x9C | 0x9D | 0xB3, ..] => closing(bytes, at + 3, "\u{201D}"),
            _ => None,
        },
    } {
        return Some((close, kind));
    }
    let is_end = |b: &u8| b.is_ascii_whitespace() || matches!(b, b'>' | b'<');
    let len = bytes[at..].iter().position(is_end)?;
    let slash = bytes[at..at + len].ends_with(b"/") && bytes[at + len] == b'>';
    Some((at + len - usize::from(slash), kind))
}

/// Where an expression in braces ends that begins at `from`.
fn braces(bytes: &[u8], from: usize) -> Option<usize> {
    if bytes.get(from) != Some(&b'{') {
        return None;
    }
    let mut depth = 0usize;
    for (at, b) in bytes.iter().enumerate().skip(from).take(300) {
        match b {
            b'{' => depth += 1,
            b'}' if depth == 1 => return Some(at + 1),
            b'}' => depth -= 1,
            b'<' => return None,
            _ => {}
        }
    }
    None
}

/// Where a quoted value ends, after its closing quote.
fn closing(bytes: &[u8], from: usize, quote: &str) -> Option<usize> {
    let (rest, quote) = (&bytes[from..], quote.as_bytes());
    // Whatever comes first: the end of the tag may be far behind all of its values.
    let mut ends = memchr3_iter(b'<', b'\n', quote[0], rest);
    let at = ends.find(|&at| rest[at] != quote[0] || rest[at..].starts_with(quote))?;
    (rest[at] == quote[0]).then_some(from + at + quote.len())
}

/// The comment from `start` to `end`. A longer one, or one of several
/// paragraphs, is text between two arrows.
fn comment(bytes: &[u8], start: usize, end: usize) -> Option<Tag> {
    let inside = &bytes[start..end.min(start + MAX_OFFICE)];
    let office = inside.starts_with(b"<!--[if") && end - start <= MAX_OFFICE;
    let short = end - start <= MAX_COMMENT && find_short(inside, b"\n\n").is_none();
    let attributes = Attributes::None;
    let tag = Tag { start, end, kind: Kind::Comment, element: None, attributes };
    (office || short).then_some(tag)
}

fn read_declaration(bytes: &[u8], start: usize) -> Option<Tag> {
    let rest = &bytes[start..];
    let tag = |len, kind| {
        let attributes = Attributes::None;
        Some(Tag { start, end: start + len, kind, element: None, attributes })
    };
    if rest.starts_with(b"<![") {
        // `<![CDATA[`, `<![endif]>`
        let end = memchr3(b'>', b'<', b'\n', &rest[1..]).map(|n| n + 1)?;
        if rest[..end].starts_with(b"<![CDATA[") {
            return tag(9, Kind::Comment);
        }
        return if rest[end] == b'>' { tag(end + 1, Kind::Comment) } else { None };
    }
    let end = memchr2(b'>', b'<', &rest[1..]).map(|n| n + 1)?;
    let is_type = rest.len() > 9 && rest[2..9].eq_ignore_ascii_case(b"doctype");
    if is_type && rest[end] == b'>' { tag(end + 1, Kind::Declaration) } else { None }
}

/// Whether a byte lies in one of the tags: in the tag `near`, which becomes the
/// next one that ends behind the byte.
pub(super) fn contains(tags: &[Tag], near: &mut usize, at: usize) -> bool {
    *near = partition_point_near(tags, *near, |t| t.end <= at);
    tags.get(*near).is_some_and(|t| t.start <= at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Buffers, Document};

    fn found(text: &str) -> Vec<&str> {
        let (buffers, mut tags) = (Buffers::default(), Vec::new());
        find(text, Document::new(text, &buffers).survey().angles(), &mut tags);
        tags.iter().map(|t| &text[t.start..t.end]).collect()
    }

    #[test]
    fn a_tag_needs_attributes_that_html_has_or_values() {
        for tag in [
            "<b>",
            "</p >",
            "<br/>",
            "<img src=a.jpg alt='>'/>",
            "<td nowrap>",
            "<a data-x=\"1\">",
            "<o:p>",
            "<a href=\u{201C}x\u{201D}>",
            "<i class={a > b}>",
            "<!-- a -->",
            "<!doctype html>",
        ] {
            assert_eq!(found(&format!("1 < {tag} > 2")), [tag]);
        }
        for text in
            ["a <b and c> d", "<3 >", "<https://a.example/>", "<a@b.example>", "<- ->", "<>"]
        {
            assert!(found(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn a_comment_does_not_span_paragraphs() {
        assert!(found("<!-- one\n\ntwo -->").is_empty());
        assert_eq!(found("<!--[if mso]>\n\n<![endif]-->").len(), 1);
    }
}
