//! Whole tags, comments and declarations: finding them, and telling those
//! that leaked from those that are shown.

use std::ops::Range;

use memchr::{memchr, memchr2, memchr3, memmem};

use super::find::{Find, Gap};
use super::shows::{self, Shown};
use crate::Document;
use crate::data::html::{self, ELEMENTS, Role};

/// The longest comment, in bytes.
const MAX_COMMENT: usize = 20_000;
/// The longest script or style sheet, in bytes.
const MAX_RAW: usize = 20_000;

/// Something in angle brackets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tag {
    pub(super) start: usize,
    pub(super) end: usize,
    kind: Kind,
    // The number of the element, if HTML has one of this name.
    element: Option<usize>,
    attributes: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Open,
    Close,
    /// With a slash at its end.
    Empty,
    Comment,
    /// `<!DOCTYPE …>`
    Declaration,
    /// `<?xml:namespace … />`, which office programs leave.
    Office,
}

impl Tag {
    fn role(&self) -> Role {
        self.element.map_or(Role::Inline, |n| ELEMENTS[n].role)
    }

    fn name(&self) -> &'static str {
        self.element.map_or("", |n| ELEMENTS[n].name)
    }
}

/// Finds all that has the form of a tag.
pub(super) fn find(text: &str, tags: &mut Vec<Tag>) {
    let bytes = text.as_bytes();
    let last = memchr::memrchr(b'>', bytes).unwrap_or(0);
    let mut comment_ends = memmem::find_iter(bytes, b"-->").peekable();
    let mut at = 0;
    while let Some(start) = memchr(b'<', &bytes[at..]).map(|n| at + n).filter(|&n| n < last) {
        at = start + 1;
        let tag = if bytes[start..].starts_with(b"<!--") {
            while comment_ends.next_if(|&end| end < start + 4).is_some() {}
            comment_ends.peek().and_then(|&end| comment(start, end + 3))
        } else {
            read(bytes, start)
        };
        if let Some(tag) = tag {
            at = tag.end;
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
    let is_name = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b':' | b'-' | b'_' | b'.');
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

/// Reads attributes up to `>`. Gives where the tag ends and whether there
/// were any. A tag holds no `<`: that bounds the time.
fn attributes(bytes: &[u8], from: usize) -> Option<(usize, bool)> {
    let (mut at, mut any) = (from, false);
    loop {
        let spaces = bytes[at..].iter().take_while(|b| b.is_ascii_whitespace()).count();
        at += spaces;
        match *bytes.get(at)? {
            b'>' => return Some((at + 1, any)),
            b'/' if bytes.get(at + 1) == Some(&b'>') => return Some((at + 2, any)),
            _ if spaces == 0 && !any => return None,
            _ => {}
        }
        at = attribute(bytes, at)?;
        any = true;
    }
}

/// Reads one attribute: a name that HTML has, or any name with a value.
fn attribute(bytes: &[u8], from: usize) -> Option<usize> {
    let is_name = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b':' | b'-' | b'_');
    let len = bytes[from..].iter().take(64).position(|b| !is_name(b))?;
    let name = &bytes[from..from + len];
    let spaces = |at: usize| bytes[at..].iter().take_while(|&&b| b == b' ').count();
    let mut at = from + len;
    let gap = spaces(at);
    if len == 0 {
        return None;
    }
    if bytes.get(at + gap) != Some(&b'=') {
        return html::is_attribute(name).then_some(at);
    }
    at += gap + 1;
    at += spaces(at);
    // A quote may be missing at either side: then the value ends at a space.
    if let Some(close) = match *bytes.get(at)? {
        b'"' => closing(bytes, at + 1, "\""),
        b'\'' => closing(bytes, at + 1, "'"),
        _ => match bytes[at..] {
            [0xE2, 0x80, 0x9C | 0x9D | 0xB3, ..] => closing(bytes, at + 3, "\u{201D}"),
            _ => None,
        },
    } {
        return Some(close);
    }
    let is_end = |b: &u8| b.is_ascii_whitespace() || matches!(b, b'>' | b'<');
    let len = bytes[at..].iter().position(is_end)?;
    let slash = bytes[at..at + len].ends_with(b"/") && bytes[at + len] == b'>';
    Some(at + len - usize::from(slash))
}

/// Where a quoted value ends, after its closing quote.
fn closing(bytes: &[u8], from: usize, quote: &str) -> Option<usize> {
    let rest = &bytes[from..];
    let stop = memchr2(b'<', b'\n', rest).unwrap_or(rest.len());
    memmem::find(&rest[..stop], quote.as_bytes()).map(|n| from + n + quote.len())
}

fn comment(start: usize, end: usize) -> Option<Tag> {
    let tag = Tag { start, end, kind: Kind::Comment, element: None, attributes: false };
    (end - start <= MAX_COMMENT).then_some(tag)
}

fn read_declaration(bytes: &[u8], start: usize) -> Option<Tag> {
    let rest = &bytes[start..];
    let tag = |len, kind| {
        Some(Tag { start, end: start + len, kind, element: None, attributes: false })
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

/// Whether the tags of a document are shown and not leaked.
pub(super) fn are_shown(doc: &Document<'_>, tags: &[Tag], shown: &Shown<'_>) -> bool {
    if tags.is_empty() {
        return false;
    }
    if shown.is_about_markup() {
        return true;
    }
    let bytes = doc.text().as_bytes();
    let mut indented = 0;
    for tag in tags {
        if tag.kind == Kind::Declaration || is_named(bytes, tag) || is_foreign(bytes, tag) {
            return true;
        }
        let line = bytes[..tag.start].iter().rev().take_while(|b| matches!(b, b' ' | b'\t'));
        let indent = line.take(16).count();
        let starts_line = tag.start == indent || bytes[tag.start - indent - 1] == b'\n';
        indented += usize::from(indent >= 2 && starts_line);
    }
    indented >= 3
}

/// Whether the text calls it by what it is: "the <b> tag".
fn is_named(bytes: &[u8], tag: &Tag) -> bool {
    static NOUNS: &[&[u8]] = &[
        b"tag", b"tags", b"element", b"elements", b"attribute", b"attributes", b"block", b"node",
        b"nodes", b"component", b"components",
    ];
    let Some(rest) = bytes[tag.end..].strip_prefix(b" ") else { return false };
    let len = rest.iter().take(12).position(|b| !b.is_ascii_alphabetic()).unwrap_or(0);
    NOUNS.contains(&&rest[..len])
}

/// Whether it is of another language than HTML: of XML, or a component.
fn is_foreign(bytes: &[u8], tag: &Tag) -> bool {
    let inside = &bytes[tag.start + 1..tag.end];
    let inside = inside.strip_prefix(b"/").unwrap_or(inside);
    let is_name = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b':' | b'-' | b'_' | b'.');
    let name = &inside[..inside.iter().position(|b| !is_name(b)).unwrap_or(inside.len())];
    matches!(tag.kind, Kind::Open | Kind::Close | Kind::Empty)
        && tag.element.is_none()
        && !is_leaked_foreign(name)
        && (tag.attributes || tag.kind != Kind::Open)
}

/// Names of XML that leak as those of HTML do: of office programs, of social
/// networks, of wikis, and custom elements, which have a hyphen.
fn is_leaked_foreign(name: &[u8]) -> bool {
    static PREFIXES: &[&[u8]] = &[b"o:", b"w:", b"v:", b"m:", b"st1:", b"fb:", b"g:", b"ref"];
    name.contains(&b'-') || PREFIXES.iter().any(|p| name.starts_with(p))
}

/// Pushes the tags that leaked.
pub(super) fn push_leaked(doc: &Document<'_>, tags: &[Tag], shown: &Shown<'_>, finds: &mut Vec<Find>) {
    let bytes = doc.text().as_bytes();
    // Where the last end tag of each element stands.
    let mut last_close = [0; ELEMENTS_BOUND];
    for tag in tags.iter().filter(|t| t.kind == Kind::Close) {
        if let Some(element) = tag.element {
            last_close[element] = tag.start;
        }
    }
    let (mut floor, mut shown_to) = (0, None);
    for (at, tag) in tags.iter().enumerate() {
        if tag.start < floor || shown.is_code(tag.start) || is_quoted(bytes, tag) {
            continue;
        }
        // The sentence speaks of tags, or this is the next one of its list.
        if shown_to.is_some_and(|end| is_list_gap(&bytes[end..tag.start]))
            || (shown.mentions_markup() && shows::speaks_of_tags(around(bytes, tag)))
        {
            shown_to = Some(tag.end);
            continue;
        }
        let closed = tag.element.is_some_and(|n| last_close[n] > tag.start);
        let leaked = match tag.kind {
            Kind::Comment | Kind::Office => true,
            Kind::Declaration => false,
            Kind::Close => tag.element.is_some() || is_leaked(bytes, tag),
            _ => opens(bytes, tag, closed),
        };
        if !leaked {
            continue;
        }
        let raw = tag.kind == Kind::Open && tag.role() == Role::Raw && closed;
        let end = raw.then(|| end_of_raw(tag, &tags[at + 1..])).flatten();
        let range = tag.start..end.unwrap_or(tag.end);
        floor = range.end;
        finds.push(Find { range, gap: gap(tag), rule: rule(tag) });
    }
}

/// No less than there are elements.
const ELEMENTS_BOUND: usize = 160;
const _: () = assert!(ELEMENTS.len() <= ELEMENTS_BOUND);

fn is_leaked(bytes: &[u8], tag: &Tag) -> bool {
    let name = &bytes[tag.start + 1..tag.end];
    is_leaked_foreign(name.strip_prefix(b"/").unwrap_or(name))
}

/// Whether a start tag leaked.
fn opens(bytes: &[u8], tag: &Tag, closed: bool) -> bool {
    let Some(element) = tag.element.map(|n| &ELEMENTS[n]) else {
        return is_leaked(bytes, tag) && (tag.attributes || !bytes[tag.start..tag.end].contains(&b'-'));
    };
    if tag.attributes || (tag.kind == Kind::Empty && matches!(element.name, "br" | "hr" | "img" | "p")) {
        return true;
    }
    // `Map<a>` and `copy <source>` are none, if nothing closes them.
    let before = tag.start.checked_sub(1).map(|i| bytes[i]);
    let after = bytes.get(tag.end).copied();
    let alnum = |b: Option<u8>| b.is_some_and(|b| b.is_ascii_alphanumeric());
    let like_type = alnum(before) && element.name.len() == 1 && !after.is_some_and(|b| b.is_ascii_uppercase());
    // `use <em> for stress` speaks of it.
    let named = element.role == Role::Inline && before == Some(b' ') && after == Some(b' ');
    closed || !(element.word || like_type || named)
}

/// Whether no more than a comma stands between the tags of a list.
fn is_list_gap(between: &[u8]) -> bool {
    between.len() <= 4 && between.iter().all(|b| matches!(b, b' ' | b',' | b';' | b'/'))
}

/// The text around a tag, more of what stands before.
fn around<'t>(bytes: &'t [u8], tag: &Tag) -> &'t [u8] {
    &bytes[tag.start.saturating_sub(160)..bytes.len().min(tag.end + 80)]
}

/// Whether quotes enclose the tag: `"<br>"`.
fn is_quoted(bytes: &[u8], tag: &Tag) -> bool {
    let before = tag.start.checked_sub(1).map(|i| bytes[i]);
    let after = bytes.get(tag.end).copied();
    matches!((before, after), (Some(b'"'), Some(b'"')) | (Some(b'\''), Some(b'\'')))
}

fn gap(tag: &Tag) -> Gap {
    match (tag.role(), tag.name()) {
        (_, "br" | "p" | "div") => Gap::Break,
        (Role::Block, _) => Gap::Line,
        (Role::Raw, _) => Gap::Space,
        (Role::Inline, _) => Gap::Nothing,
    }
}

fn rule(tag: &Tag) -> &'static str {
    match tag.kind {
        Kind::Comment | Kind::Declaration | Kind::Office => "markup/comment",
        _ if tag.role() == Role::Raw => "markup/script",
        _ => "markup/tag",
    }
}

/// Where the script or style sheet ends that this tag begins.
fn end_of_raw(tag: &Tag, rest: &[Tag]) -> Option<usize> {
    rest.iter()
        .take_while(|t| t.start < tag.end + MAX_RAW)
        .take(64)
        .find(|t| t.kind == Kind::Close && t.element == tag.element)
        .map(|t| t.end)
}

/// Whether a byte lies in one of the tags.
pub(super) fn contains(tags: &[Tag], at: usize) -> bool {
    let next = tags.partition_point(|t| t.end <= at);
    tags.get(next).is_some_and(|t| t.start <= at)
}

/// Pushes tags that a line end cuts off: `… see <a href="https://exam`.
pub(super) fn push_cut_off(
    doc: &Document<'_>,
    tags: &[Tag],
    shown: &Shown<'_>,
    finds: &mut Vec<Find>,
) {
    let bytes = doc.text().as_bytes();
    for start in memchr::memchr_iter(b'<', bytes) {
        if contains(tags, start) || shown.is_code(start) {
            continue;
        }
        if let Some(range) = cut_off(bytes, start) {
            finds.push(Find { range, gap: Gap::Nothing, rule: "markup/cut-off-tag" });
        }
    }
}

fn cut_off(bytes: &[u8], start: usize) -> Option<Range<usize>> {
    let window = &bytes[start + 1..bytes.len().min(start + 600)];
    let stop = memchr3(b'\n', b'<', b'>', window);
    let len = stop.unwrap_or(window.len());
    let ends = stop.map_or(start + 1 + len == bytes.len(), |n| window[n] == b'\n');
    if !ends {
        return None;
    }
    let inside = window[..len].trim_ascii_end();
    let (closes, name) = match inside.strip_prefix(b"/") {
        Some(name) => (true, name),
        None => (false, inside),
    };
    let name_len = name.iter().position(|b| !b.is_ascii_alphanumeric()).unwrap_or(name.len());
    let rest = &name[name_len..];
    let element = html::element(&name[..name_len]).map(|n| &ELEMENTS[n])?;
    let after_letter = start.checked_sub(1).is_some_and(|i| bytes[i].is_ascii_alphanumeric());
    let sure = match (closes, rest.is_empty()) {
        (true, bare) => bare,
        (false, true) => !element.word && name_len > 1 && !after_letter,
        // The first attribute, and no sentence after it.
        (false, false) => {
            let rest = rest.trim_ascii_start();
            let eq = memchr(b'=', rest)?;
            html::is_attribute(rest[..eq].trim_ascii_end())
        }
    };
    sure.then_some(start..start + 1 + len)
}
