//! Lines of scripts and style sheets.

use memchr::{memchr, memmem};

use super::find::{Find, Gap};
use super::shows::Shown;
use crate::Document;

/// How lines begin that only a page's own scripts have: those of advertisers,
/// of counters, and of the document as a program sees it.
static BEGINNINGS: &[&str] = &[
    "!function(", "$(document).ready(", "$(function(", "$(window).", "(adsbygoogle",
    "(function($", "(function()", "(function(d", "(function(w", "(function(i,s,o,g,r,a,m)",
    "/*<![CDATA[*/", "/*]]>*/", "//<![CDATA[", "//]]>", "OA_show(", "_gaq.push(", "_qevents.push(",
    "adsbygoogle", "document.addEventListener(", "document.getElementById(", "document.write(",
    "document.writeln(", "fbq('", "fbq(\"", "ga('create'", "ga('send'", "ga(\"create\"",
    "googletag.", "gtag('", "gtag(\"", "jQuery(document)", "jQuery(function", "jQuery(window)",
    "twttr.", "var _gaq", "var addthis_", "var dataLayer", "var disqus_", "var googletag",
    "window._taboola", "window.adsbygoogle", "window.dataLayer", "window.fbAsyncInit",
    "window.googletag", "window.onload", "window.addEventListener(",
];

/// Properties by which a style sheet is known.
static PROPERTIES: &[&str] = &[
    "background", "background-color", "border", "bottom", "clear", "color", "content", "cursor",
    "display", "float", "font", "font-family", "font-size", "font-style", "font-weight", "height",
    "left", "letter-spacing", "line-height", "list-style", "margin", "margin-bottom",
    "margin-left", "margin-right", "margin-top", "max-width", "min-height", "min-width",
    "opacity", "overflow", "padding", "padding-bottom", "padding-left", "padding-right",
    "padding-top", "position", "right", "text-align", "text-decoration", "text-transform", "top",
    "transform", "transition", "vertical-align", "visibility", "white-space", "width", "z-index",
];

/// Pushes whole lines of scripts and style sheets, with those that go on in
/// the next lines.
pub(super) fn push(doc: &Document<'_>, shown: &Shown<'_>, finds: &mut Vec<Find>) {
    // Braces that the lines so far have left open.
    let mut open = 0isize;
    for line in doc.lines() {
        let text = line.text.trim();
        let script = if open > 0 {
            is_continued(text)
        } else {
            begins_script(text) || is_style(text)
        };
        if !script || shown.is_code(line.start) {
            open = 0;
            continue;
        }
        open = (open + depth(text)).max(0);
        finds.push(Find { range: line.range(), gap: Gap::Space, rule: "markup/script" });
    }
}

fn depth(text: &str) -> isize {
    let count = |open: u8, close: u8| {
        let bytes = text.as_bytes();
        memchr::memchr_iter(open, bytes).count().cast_signed()
            - memchr::memchr_iter(close, bytes).count().cast_signed()
    };
    count(b'{', b'}') + count(b'(', b')')
}

fn begins_script(text: &str) -> bool {
    let Some(beginning) = BEGINNINGS.iter().find(|b| text.starts_with(**b)) else {
        return is_declaration(text);
    };
    beginning.starts_with('/')
        || text.ends_with([';', '{', '}', '(', ',', '[', ')'])
        || text.ends_with("||")
}

/// `var name = …;`
fn is_declaration(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("var ") else { return false };
    let name = rest.trim_start().bytes().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'$'));
    let len = name.count();
    let rest = rest.trim_start()[len..].trim_start();
    len > 0 && rest.starts_with('=') && text.ends_with([';', '{', '[', '(', ','])
}

/// Whether a line goes on with a script: it ends or begins as such lines do.
fn is_continued(text: &str) -> bool {
    text.is_empty()
        || text.ends_with([';', '{', '}', '(', ',', '[', ')', ':', '+'])
        || text.starts_with(['}', ')', ']', '/', '*', '\'', '"', '.', '+'])
}

/// `.name { color: red; margin: 0 }`: a rule with its selector.
fn is_style(text: &str) -> bool {
    let bytes = text.as_bytes();
    let Some(brace) = memchr(b'{', bytes) else { return false };
    let selector = text[..brace].trim();
    let media = selector.starts_with("@media") || selector.starts_with("@font-face");
    let is_selector = |c: char| c.is_ascii_alphanumeric() || " .#:>,_-*[]=\"'()@+~".contains(c);
    if selector.is_empty() || selector.len() > 200 || !selector.chars().all(is_selector) {
        return false;
    }
    let named = media
        || selector.starts_with(['.', '#'])
        || memmem::find(selector.as_bytes(), b" .").is_some()
        || crate::data::html::element(selector.as_bytes()).is_some();
    let inside = text[brace + 1..].split(['{', ';', '}']).find_map(|d| d.split_once(':'));
    let property = inside.is_some_and(|(p, _)| PROPERTIES.contains(&p.trim()));
    named && (property || media || text.ends_with('{')) && (text.ends_with(['}', '{', ';']))
}
