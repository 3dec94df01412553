//! Lines of scripts and style sheets.

use std::ops::Range;

use super::Look;
use super::find::{Find, Gap};
use crate::Document;
use crate::data::file_extensions::FILE_EXTENSIONS;
use crate::data::{has, html};
use crate::passes::boilerplate::says_what_pages_say;
use crate::passes::code;
use crate::text::lines::lines;
use crate::text::survey::Survey;

/// How lines begin that are of advertisers, counters and the like: no text
/// shows them.
#[rustfmt::skip]
static SERVICES: &[&str] = &[
    "(adsbygoogle", "/*<![CDATA[*/", "/*]]>*/", "//<![CDATA[", "//]]>", "OA_show(", "_gaq.push(",
    "_qevents.push(", "adsbygoogle", "fbq('", "fbq(\"", "ga('create'", "ga('send'",
    "ga(\"create\"", "googletag.", "gtag('", "gtag(\"", "twttr.", "var _gaq", "var addthis_",
    "var dataLayer", "var disqus_", "var googletag", "window._taboola", "window.adsbygoogle",
    "window.dataLayer", "window.fbAsyncInit", "window.googletag",
];

/// How other lines of scripts begin.
#[rustfmt::skip]
static BEGINNINGS: &[&str] = &[
    "!function(", "$(document).", "$(function(", "$(window).", "(function($", "(function(",
    "document.addEventListener(", "document.getElementById(", "document.write(",
    "document.writeln(", "jQuery(", "window.addEventListener(", "window.onload",
];

/// Properties by which a style sheet is known.
#[rustfmt::skip]
static PROPERTIES: &[&str] = &[
    "background", "background-color", "border", "bottom", "clear", "color", "cursor", "display",
    "float", "font", "font-family", "font-size", "font-style", "font-weight", "height", "left",
    "letter-spacing", "line-height", "list-style", "margin", "margin-bottom", "margin-left",
    "margin-right", "margin-top", "max-width", "min-height", "min-width", "opacity", "overflow",
    "padding", "padding-bottom", "padding-left", "padding-right", "padding-top", "position",
    "right", "text-align", "text-decoration", "text-transform", "top", "transform", "transition",
    "vertical-align", "visibility", "white-space", "width", "z-index",
];

/// Lists of places of which every line has one that may begin a script: what
/// begins in a slash has an angle, and the last mark of a line has its end or
/// white space behind it.
fn places(survey: &Survey) -> [&[u32]; 4] {
    [survey.marked_ends(), survey.angles(), survey.loose(), survey.odd()]
}

/// Whether a line may begin a script.
pub(super) fn may_begin(doc: &Document<'_>) -> bool {
    let bytes = doc.text().as_bytes();
    places(doc.survey()).into_iter().flatten().any(|&at| may_begin_at(bytes, at as usize))
}

/// The first place of some lists from `from` on at which a line may begin a
/// script. The lists lose those before it.
fn next_place(bytes: &[u8], places: &mut [&[u32]; 4], from: usize) -> Option<usize> {
    let is_next = |at: &u32| *at as usize >= from && may_begin_at(bytes, *at as usize);
    let first = places.iter_mut().filter_map(|list| {
        *list = &list[list.iter().position(is_next).unwrap_or(list.len())..];
        list.first()
    });
    first.min().map(|&at| at as usize)
}

/// Whether the line that has one of the places here may begin a script: its last
/// mark stands before this one, or the angle is that of a comment.
fn may_begin_at(bytes: &[u8], at: usize) -> bool {
    let before = &bytes[..at];
    match bytes.get(at) {
        // `//<![CDATA[`, `/*]]>*/`
        Some(b'<' | b'>') => {
            let before = before.strip_suffix(b"]]").unwrap_or(before);
            before.ends_with(b"//") || before.ends_with(b"/*")
        }
        // Of white space before this, all but a space has a place of its own.
        Some(b'\t' | b'\r' | b'\x0C') if before.ends_with(b" ") => true,
        None | Some(b' ' | b'\t' | b'\n' | b'\r' | b'\x0C') => {
            before.last().is_some_and(|b| ends_script(*b))
        }
        _ => false,
    }
}

/// Finds whole lines of scripts and style sheets, with those that go on in the
/// next lines.
pub(super) fn find(doc: &Document<'_>, scripts: &mut Vec<Script>) {
    let mut places = places(doc.survey());
    let next = |from| next_place(doc.text().as_bytes(), &mut places, from);
    find_at(doc.text(), next, scripts);
}

/// Finds scripts. No other line begins one than those of the places that `next`
/// gives from a place on.
fn find_at(text: &str, mut next: impl FnMut(usize) -> Option<usize>, scripts: &mut Vec<Script>) {
    // Brackets that the lines so far have left open.
    let mut open = 0isize;
    let mut lines = lines(text);
    loop {
        if open == 0 {
            let Some(place) = next(lines.at()) else { break };
            lines.skip_to(place);
        }
        let Some(line) = lines.next() else { break };
        let text = line.text().trim_ascii();
        let may_be_script = may_be_script(text.as_bytes());
        let of_service = may_be_script && begins(text, SERVICES);
        let goes_on = open > 0;
        let begins_one = || {
            let below = || lines.clone().next().map_or("", |line| line.text());
            begins(text, BEGINNINGS) || is_declaration(text) || is_style(text, below())
        };
        let is_script = match goes_on {
            true => is_continued(text),
            false => of_service || may_be_script && begins_one(),
        };
        if !is_script {
            open = 0;
            continue;
        }
        open = (open + depth(text)).max(0);
        match scripts.last_mut().filter(|s| goes_on || s.range.end + 2 >= line.start()) {
            Some(last) if !text.is_empty() => {
                last.range.end = line.range().end;
                last.of_service |= of_service;
            }
            Some(_) => {}
            None => scripts.push(Script { range: line.range(), of_service }),
        }
    }
}

/// A run of lines of a script or a style sheet.
pub(super) struct Script {
    range: Range<usize>,
    // Some of it is of an advertiser or the like.
    of_service: bool,
}

/// Pushes the scripts that leaked: those of services always, others where the
/// document is not about code, no line leads them in and no more code stands
/// next to them.
pub(super) fn push(look: &Look<'_, '_>, scripts: &[Script], finds: &mut Vec<Find>) {
    let mut led_to = None;
    let ends = std::iter::once(0).chain(scripts.iter().map(|script| script.range.end));
    for (at, (script, before)) in scripts.iter().zip(ends).enumerate() {
        let Range { start, end } = script.range;
        let next = scripts.get(at + 1).map_or(look.text.len(), |script| script.range.start);
        // What goes on below a blank line is led in too.
        let goes_on = led_to.is_some_and(|led_to| look.text[led_to..start].trim().is_empty());
        let is_led_in = goes_on || is_led_in(look, start);
        led_to = is_led_in.then_some(end);
        let (above, below) = (&look.text[before..start], &look.text[end..next]);
        // The last takes the longest.
        let is_shown =
            || is_led_in || is_of_longer_code(above, below) || look.shown.mentions_code();
        if !look.shows() && !look.shown.is_code(start) && (script.of_service || !is_shown()) {
            finds.push(Find { range: start..end, gap: Gap::Space, rule: "markup/script" });
        }
    }
}

/// Whether the line above ends in a colon, unless it is a label of pages, or is
/// the name of a file.
fn is_led_in(look: &Look<'_, '_>, start: usize) -> bool {
    // With so many spaces it is a sentence.
    const SPACES: usize = 4;
    let above = look.text[..start].trim_ascii_end();
    let line = above.rsplit('\n').next().unwrap_or_default();
    if line.ends_with(':') {
        line.matches(' ').count() >= SPACES || !says_what_pages_say(look.doc, line)
    } else {
        let name = line.trim_matches([' ', '`']).rsplit_once('.');
        name.is_some_and(|(name, ending)| !name.contains(' ') && has(FILE_EXTENSIONS, ending))
    }
}

/// Whether more code stands next to a script: without it, half of the code would
/// stay. `above` and `below` are what stands there up to other scripts.
///
/// The nearest line calls or sets something, or several of the nearest lines are
/// signs of code. Blank ones do not count.
fn is_of_longer_code(above: &str, below: &str) -> bool {
    let is_code = |line: &str| {
        let mut pairs = line.as_bytes().windows(2);
        line.trim_ascii_end().ends_with([';', '{', '}'])
            && (line.contains(" = ") || pairs.any(|p| p[0].is_ascii_alphanumeric() && p[1] == b'('))
    };
    let is_blank = |line: &&str| line.trim_ascii().is_empty();
    let above = || above.lines().rev().skip_while(is_blank);
    let below = || below.lines().skip(1).skip_while(is_blank);
    let near = above().take(code::REACH).chain(below().take(code::REACH));
    above().next().is_some_and(is_code)
        || below().next().is_some_and(is_code)
        || near.filter(|line| code::is_sign(line)).count() >= code::SIGNS
}

/// Whether lines of scripts end in this mark.
fn ends_script(b: u8) -> bool {
    matches!(b, b';' | b'{' | b'}' | b'(' | b',' | b'[' | b')' | b'|')
}

/// A first look: whether a line ends, or begins, as those of scripts do.
fn may_be_script(text: &[u8]) -> bool {
    text.last().is_some_and(|b| ends_script(*b)) || text.first() == Some(&b'/')
}

/// Whether the line begins with one of these.
fn begins(text: &str, list: &[&str]) -> bool {
    let first = text.as_bytes().first();
    list.iter().any(|b| b.as_bytes().first() == first && text.starts_with(b))
}

/// How many more brackets a line opens than it closes.
fn depth(text: &str) -> isize {
    text.bytes().fold(0, |depth, b| match b {
        b'{' | b'(' => depth + 1,
        b'}' | b')' => depth - 1,
        _ => depth,
    })
}

/// `var name = …;`
fn is_declaration(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("var ") else { return false };
    let name = rest
        .trim_start()
        .bytes()
        .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'$'));
    let len = name.count();
    let rest = rest.trim_start()[len..].trim_start();
    len > 0 && rest.starts_with('=') && text.ends_with([';', '{', '[', '(', ','])
}

/// Whether a line goes on with a script: it ends or begins as such lines do,
/// and is no sentence.
fn is_continued(text: &str) -> bool {
    let prose = text.split(' ').count() > 6 && !text.contains(['=', '(', '{', ';']);
    text.is_empty()
        || text.ends_with([';', '{', '}'])
        || text.starts_with(['}', ')', ']', '/', '*'])
        || text.ends_with(['(', ',', '[', ')', ':', '+', '|', '&']) && !prose
}

/// `.name { color: red; margin: 0 }`: a rule with its selector, in one line
/// or with its first property in the next.
fn is_style(text: &str, next: &str) -> bool {
    let Some((selector, rest)) = text.split_once('{') else { return false };
    let selector = selector.trim();
    let is_selector = |c: char| c.is_ascii_alphanumeric() || " .#:>,_-*[]=\"'()@+~".contains(c);
    if selector.len() > 200 || !selector.chars().all(is_selector) {
        return false;
    }
    let first = if rest.is_empty() { next } else { rest };
    let first = first.split(['{', ';', '}']).find_map(|d| d.split_once(':'));
    let element = selector.split([' ', '.', '#', ':', '>', ',', '[']).next().unwrap_or_default();
    let named = match selector.strip_prefix(['.', '#']) {
        Some(name) => name.starts_with(|c: char| c.is_ascii_alphabetic()),
        None => selector.starts_with("@media") || html::element(element.as_bytes()).is_some(),
    };
    named
        && first.is_some_and(|(property, _)| PROPERTIES.contains(&property.trim()))
        && (rest.is_empty() || text.ends_with(['}', ';', ',']))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::Buffers;

    fn ranges(scripts: &[Script]) -> Vec<Range<usize>> {
        scripts.iter().map(|s| s.range.clone()).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn only_marked_lines_begin_a_script(lines in prop::collection::vec(prop::sample::select(&[
            "The boat sank.", "Anna, who saw it,", "", "(see below)", "var a = {", "b: 1", "};", "}",
            "var c = 2;", "$(document).ready(function() {", "go();", "p { color: red; }", ".a {",
            "color: red;", "googletag.push(", "/* a */", "//", "twttr.x", "//]]>", " /*<![CDATA[*/",
            "/*]]>*/", "//<![CDATA[ ", "<br>",
            "go(); ", "var d = 3;\t", "go();\r", "go();\u{c}", "go();\u{b}", "go(); \r ",
        ][..]), 0..12)) {
            let text = lines.join("\n");
            let buffers = Buffers::default();
            let doc = Document::new(&text, &buffers);
            let (mut scripts, mut slowly) = (Vec::new(), Vec::new());
            find(&doc, &mut scripts);
            find_at(&text, Some, &mut slowly);
            prop_assert_eq!(ranges(&scripts), ranges(&slowly));
            prop_assert!(may_begin(&doc) || slowly.is_empty());
        }
    }
}
