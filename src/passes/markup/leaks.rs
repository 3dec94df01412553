//! Telling tags that leaked from tags that are shown.

use std::ops::Range;

use memchr::{memchr, memchr2, memchr3, memrchr2};

use super::Look;
use super::find::{Find, Gap};
use super::shows;
use super::tags::{self, Attributes, Kind, Tag};
use crate::data::html::{self, ELEMENTS, Role};

/// The longest script or style sheet, in bytes.
const MAX_RAW: usize = 20_000;
/// From this length on it must look like one.
const MAX_SURE_RAW: usize = 200;

/// Whether a document shows its tags: one is called a tag, or belongs to
/// another language, or the tags stand as in a listing.
pub(super) fn are_shown(look: &Look<'_, '_>) -> bool {
    if look.shown.is_about_markup() {
        return true;
    }
    let Look { bytes, tags, .. } = look;
    let (mut indented, mut alone) = (0, 0);
    for tag in tags.iter() {
        if tag.kind == Kind::Declaration
            || tag.attributes == Attributes::Program
            || is_noun(bytes, tag)
            || is_foreign(bytes, tag)
        {
            return true;
        }
        let indent =
            bytes[..tag.start].iter().rev().take(16).take_while(|b| matches!(b, b' ' | b'\t'));
        let indent = indent.count();
        let starts_line = tag.start == indent || bytes[tag.start - indent - 1] == b'\n';
        let ends_line = bytes.get(tag.end).is_none_or(|b| matches!(b, b'\r' | b'\n'));
        indented += usize::from(indent >= 2 && starts_line);
        alone += usize::from(starts_line && ends_line && is_container(tag));
    }
    let lists = tags.windows(3).any(|w| {
        w.iter().all(Tag::is_bare)
            && w.windows(2).all(|p| matches!(&bytes[p[0].end..p[1].start], b", " | b"," | b" and "))
    });
    indented >= 3 || alone >= 3 || lists
}

/// Whether it is of an element that holds others: in a listing, its tags have
/// lines of their own.
fn is_container(tag: &Tag) -> bool {
    static NAMES: &[&str] = &[
        "body", "div", "dl", "fieldset", "form", "head", "header", "html", "main", "nav", "ol",
        "script", "section", "select", "style", "table", "tbody", "thead", "tr", "ul",
    ];
    tag.element().is_some_and(|e| NAMES.contains(&e.name))
}

/// Whether the text speaks of the tag: `the <b> tag`, `in the last <td> of`.
fn is_noun(bytes: &[u8], tag: &Tag) -> bool {
    #[rustfmt::skip]
    static NOUNS: &[&[u8]] = &[
        b"attribute", b"attributes", b"block", b"component", b"components", b"element",
        b"elements", b"node", b"nodes", b"tag", b"tags",
    ];
    static ARTICLES: &[&[u8]] =
        &[b"a", b"an", b"any", b"each", b"every", b"first", b"last", b"the", b"this", b"your"];
    let word = |text: &[u8]| text.iter().take(12).take_while(|b| b.is_ascii_alphabetic()).count();
    let after = bytes[tag.end..].strip_prefix(b" ").unwrap_or_default();
    let named = NOUNS.contains(&&after[..word(after)]);
    let before = bytes[..tag.start].strip_suffix(b" ").unwrap_or_default();
    let len = before.iter().rev().take(12).take_while(|b| b.is_ascii_alphabetic()).count();
    let article = ARTICLES.contains(&&before[before.len() - len..]);
    // A line break may stand anywhere.
    let line_end = tag.element().is_some_and(|e| matches!(e.name, "br" | "hr" | "p" | "wbr"));
    let runs_on = after.first().is_some_and(u8::is_ascii_lowercase);
    named || (article && runs_on && !line_end && tag.is_bare())
}

/// Whether it is of another language than HTML: of XML, or a component.
fn is_foreign(bytes: &[u8], tag: &Tag) -> bool {
    matches!(tag.kind, Kind::Open | Kind::Close | Kind::Empty)
        && tag.element.is_none()
        && !leaks_too(tag.name(bytes))
        && !tag.is_bare()
}

/// Names outside HTML that leak as those of HTML do: of office programs, of
/// social networks, of wikis, and custom elements, which have a hyphen.
fn leaks_too(name: &[u8]) -> bool {
    static PREFIXES: &[&[u8]] = &[b"o:", b"w:", b"v:", b"m:", b"st1:", b"fb:", b"g:"];
    PREFIXES.iter().any(|p| name.starts_with(p))
        || name == b"ref"
        || memchr(b'-', name).is_some() && memchr(b':', name).is_none()
}

/// Pushes the tags that leaked.
pub(super) fn push(look: &Look<'_, '_>, finds: &mut Vec<Find>) {
    let Look { bytes, tags, shown, .. } = look;
    if tags.is_empty() || look.shows() {
        return;
    }
    // Where the last end tag of each element stands.
    let mut last_close = [0; ELEMENTS.len()];
    for tag in tags.iter().filter(|t| t.kind == Kind::Close) {
        if let Some(element) = tag.element {
            last_close[element] = tag.start;
        }
    }
    let (mut floor, mut shown_to) = (0, None);
    for (at, tag) in tags.iter().enumerate() {
        if tag.start < floor
            || is_within_tag(bytes, tag.start)
            || is_quoted(bytes, tag)
            || shown.is_code(tag.start)
        {
            continue;
        }
        // The sentence speaks of tags, or this is the next one of its list.
        if shown_to.is_some_and(|end| is_list_gap(&bytes[end..tag.start]))
            || (shows::speaks_of_tags(around(bytes, tag)) && shown.mentions_markup())
        {
            shown_to = Some(tag.end);
            continue;
        }
        let closed = tag.element.is_some_and(|n| last_close[n] > tag.start);
        let leaked = match tag.kind {
            Kind::Comment | Kind::Office => true,
            Kind::Declaration => false,
            Kind::Close => tag.element.is_some() || leaks_too(tag.name(bytes)),
            Kind::Open | Kind::Empty => opens(bytes, tag, closed),
        };
        if !leaked {
            continue;
        }
        let raw = tag.kind == Kind::Open && tag.role() == Role::Raw && closed;
        let end = raw.then(|| end_of_raw(bytes, tag, &tags[at + 1..])).flatten();
        let range = tag.start..end.unwrap_or(tag.end);
        floor = range.end;
        finds.push(Find { range, gap: gap(tag), rule: rule(tag) });
    }
}

/// Whether a start tag leaked.
fn opens(bytes: &[u8], tag: &Tag, closed: bool) -> bool {
    let Some(element) = tag.element() else {
        // `<key-id>` stands for something to put in.
        return leaks_too(tag.name(bytes)) && !(tag.is_bare() && tag.name(bytes).contains(&b'-'));
    };
    if tag.attributes == Attributes::None && !closed && is_object(bytes, tag) {
        return false;
    }
    let void = matches!(element.name, "br" | "hr" | "img" | "p");
    if tag.attributes > Attributes::None || (tag.kind == Kind::Empty && void) {
        return true;
    }
    let before = tag.start.checked_sub(1).map(|i| bytes[i]);
    let after = bytes.get(tag.end).copied();
    let alnum = |b: Option<u8>| b.is_some_and(|b| b.is_ascii_alphanumeric());
    let upper = after.is_some_and(|b| b.is_ascii_uppercase());
    // `Map<a>` and `copy <source>` are no tags, if nothing closes them;
    // `use <em> for stress` speaks of one.
    let like_type = alnum(before) && element.name.len() == 1 && !upper;
    let joined = bytes[..tag.start].ends_with(b"> ");
    let spaced = before == Some(b' ') && after == Some(b' ');
    let named = element.role == Role::Inline && spaced && !joined;
    closed || !(element.word || like_type || named)
}

/// Whether a sentence tells to use the tag: `Use <br> to break a line.` These verbs always have
/// an object, so that there would be a hole without it; a button may say `Add <br> to basket`.
fn is_object(bytes: &[u8], tag: &Tag) -> bool {
    static VERBS: &[&[u8]] = &[b"Insert ", b"Put ", b"Use "];
    static BEHIND: &[&[u8]] =
        &[b" at ", b" before ", b" between ", b" for ", b" in ", b" instead ", b" to "];
    let (before, behind) = (&bytes[..tag.start], &bytes[tag.end..]);
    let begins = |start: &[u8]| matches!(start, [] | [.., b'\n'] | [.., b'.' | b':', b' ']);
    VERBS.iter().filter_map(|verb| before.strip_suffix(*verb)).any(begins)
        && BEHIND.iter().any(|word| behind.starts_with(word))
}

/// Whether no more than a comma stands between the tags of a list.
fn is_list_gap(between: &[u8]) -> bool {
    between.len() <= 4 && between.iter().all(|b| matches!(b, b' ' | b',' | b';' | b'/'))
}

/// The text around a tag, more of what stands before.
fn around<'t>(bytes: &'t [u8], tag: &Tag) -> &'t [u8] {
    let before = &bytes[tag.start.saturating_sub(160)..tag.start];
    // Not the second half of a tag.
    let half = memchr2(b'<', b'>', before).filter(|&n| before[n] == b'>').map_or(0, |n| n + 1);
    &bytes[tag.start - before.len() + half..bytes.len().min(tag.end + 80)]
}

/// Whether the name of another tag is begun just before: taking this one out
/// would complete it.
fn is_within_tag(bytes: &[u8], at: usize) -> bool {
    let window = &bytes[at.saturating_sub(40)..at];
    let begun = window.iter().rposition(|b| !b.is_ascii_alphanumeric() && *b != b'/');
    begun.is_some_and(|n| window[n] == b'<')
}

/// Whether quotes enclose the tag: `"<br>"`.
fn is_quoted(bytes: &[u8], tag: &Tag) -> bool {
    let before = tag.start.checked_sub(1).map(|i| bytes[i]);
    let after = bytes.get(tag.end).copied();
    matches!((before, after), (Some(b'"'), Some(b'"')) | (Some(b'\''), Some(b'\'')))
}

fn gap(tag: &Tag) -> Gap {
    match tag.role() {
        Role::Block if tag.element().is_some_and(|e| matches!(e.name, "br" | "p" | "div")) => {
            Gap::Break
        }
        Role::Block => Gap::Line,
        Role::Raw => Gap::Space,
        Role::Inline => Gap::Nothing,
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
fn end_of_raw(bytes: &[u8], tag: &Tag, rest: &[Tag]) -> Option<usize> {
    let close = rest
        .iter()
        .take(64)
        .take_while(|t| t.start < tag.end + MAX_RAW)
        .find(|t| t.kind == Kind::Close && t.element == tag.element)?;
    let inside = &bytes[tag.end..close.start];
    let code = memchr3(b'{', b';', b'=', inside).is_some();
    (code || inside.len() <= MAX_SURE_RAW).then_some(close.end)
}

/// Pushes tags that a line end cuts off: `… see <a href="https://exam`.
pub(super) fn push_cut_off(look: &Look<'_, '_>, finds: &mut Vec<Find>) {
    let mut near = 0;
    for start in look.all(b'<') {
        if tags::contains(&look.tags, &mut near, start) {
            continue;
        }
        let Some(range) = cut_off(look.bytes, start) else { continue };
        if !look.shows() && !look.shown.is_code(start) {
            finds.push(Find { range, gap: Gap::Nothing, rule: "markup/cut-off-tag" });
        }
    }
}

fn cut_off(bytes: &[u8], start: usize) -> Option<Range<usize>> {
    let window = &bytes[start + 1..bytes.len().min(start + 600)];
    let stop = memchr3(b'\n', b'<', b'>', window);
    let len = stop.unwrap_or(window.len());
    if stop.map_or(start + 1 + len < bytes.len(), |n| window[n] != b'\n') {
        return None;
    }
    // Not the last of several: nobody knows where the first one ends.
    let before = &bytes[start.saturating_sub(600)..start];
    let before = &before[memrchr2(b'>', b'\n', before).unwrap_or(0)..];
    if before.windows(2).any(|w| w[0] == b'<' && !w[1].is_ascii_whitespace()) {
        return None;
    }
    let inside = window[..len].trim_ascii_end();
    let end = start + 1 + inside.len();
    let (closes, name) = match inside.strip_prefix(b"/") {
        Some(name) => (true, name),
        None => (false, inside),
    };
    let name_len = name.iter().position(|b| !b.is_ascii_alphanumeric()).unwrap_or(name.len());
    let rest = &name[name_len..];
    if closes && rest.is_empty() {
        return begins_element(name).then_some(start..end);
    }
    let element = html::element(&name[..name_len]).map(|n| &ELEMENTS[n])?;
    let after_letter = start.checked_sub(1).is_some_and(|i| bytes[i].is_ascii_alphanumeric());
    let bare = !closes && rest.is_empty() && !element.word && name_len > 1 && !after_letter;
    (bare || !closes && are_attributes(rest)).then_some(start..end)
}

/// Whether some name begins like this.
fn begins_element(name: &[u8]) -> bool {
    ELEMENTS.iter().any(|e| {
        e.name.len() >= name.len() && e.name.as_bytes()[..name.len()].eq_ignore_ascii_case(name)
    })
}

/// Whether it is nothing but attributes, the last perhaps cut off.
fn are_attributes(mut rest: &[u8]) -> bool {
    let mut any = false;
    loop {
        let trimmed = rest.trim_ascii_start();
        if trimmed.is_empty() {
            return any;
        }
        let name_len = trimmed.iter().position(|b| *b == b'=').unwrap_or(0);
        if trimmed.len() == rest.len() || !html::is_attribute(&trimmed[..name_len]) {
            return any && memchr2(b' ', b'.', trimmed).is_none();
        }
        any = true;
        let value = &trimmed[name_len + 1..];
        let quote = value.first().filter(|b| matches!(b, b'"' | b'\''));
        rest = match quote.map(|&q| memchr(q, &value[1..])) {
            Some(Some(close)) => &value[close + 2..],
            // What it says goes with it, unless that is a sentence.
            Some(None) => return value.iter().filter(|b| **b == b' ').count() < 12,
            None => &value[memchr(b' ', value).unwrap_or(value.len())..],
        };
    }
}
