//! The elements and attributes of HTML, also the obsolete ones.
//!
//! Source: the names that the WHATWG's HTML standard (CC-BY-4.0) defines or
//! calls obsolete; their roles are ours.

use super::has;

/// What an element does to the text around its tags.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// It stands on lines of its own: its tags are line breaks.
    Block,
    /// It runs with the text: its tags are nothing.
    Inline,
    /// What it holds is no text: it goes with its tags.
    Raw,
}

/// An element.
#[derive(Debug)]
pub(crate) struct Element {
    /// Its name, in lower case.
    pub(crate) name: &'static str,
    /// What it does to the text.
    pub(crate) role: Role,
    /// Whether its name is a word or a name for anything, as in
    /// `copy <source>` and `Map<a, b>`.
    pub(crate) word: bool,
}

/// The number of an element, if there is one of this name (in any case).
pub(crate) fn element(name: &[u8]) -> Option<usize> {
    let order = |e: &Element| e.name.bytes().cmp(name.iter().map(u8::to_ascii_lowercase));
    ELEMENTS.binary_search_by(order).ok()
}

/// Whether there is an attribute of this name (in any case), one for data or
/// for scripts among them.
pub(crate) fn is_attribute(name: &[u8]) -> bool {
    let starts =
        |with: &[u8]| name.len() > with.len() && name[..with.len()].eq_ignore_ascii_case(with);
    starts(b"data-") || starts(b"aria-") || has(ATTRIBUTES, name)
}

const fn e(name: &'static str, role: Role, word: bool) -> Element {
    Element { name, role, word }
}

/// All elements, sorted by name.
#[rustfmt::skip]
pub(crate) static ELEMENTS: &[Element] = {
    use Role::{Block, Inline, Raw};
    &[
        e("a", Inline, true), e("abbr", Inline, false), e("acronym", Inline, false),
        e("address", Block, true), e("applet", Block, false), e("area", Inline, true),
        e("article", Block, true), e("aside", Block, true), e("audio", Block, true),
        e("b", Inline, true), e("base", Inline, true), e("basefont", Inline, false),
        e("bdi", Inline, false), e("bdo", Inline, false), e("big", Inline, true),
        e("blink", Inline, true), e("blockquote", Block, false), e("body", Block, true),
        e("br", Block, false), e("button", Inline, true), e("canvas", Block, true),
        e("caption", Block, true), e("center", Block, true), e("cite", Inline, true),
        e("code", Inline, true), e("col", Block, false), e("colgroup", Block, false),
        e("data", Inline, true), e("datalist", Inline, false), e("dd", Block, false),
        e("del", Inline, false), e("details", Block, true), e("dfn", Inline, false),
        e("dialog", Block, true), e("dir", Block, true), e("div", Block, false),
        e("dl", Block, false), e("dt", Block, false), e("em", Inline, false),
        e("embed", Block, true), e("fieldset", Block, false), e("figcaption", Block, false),
        e("figure", Block, true), e("font", Inline, true), e("footer", Block, true),
        e("form", Block, true), e("frame", Block, true), e("frameset", Block, false),
        e("h1", Block, false), e("h2", Block, false), e("h3", Block, false),
        e("h4", Block, false), e("h5", Block, false), e("h6", Block, false),
        e("head", Block, true), e("header", Block, true), e("hgroup", Block, false),
        e("hr", Block, false), e("html", Block, true), e("i", Inline, true),
        e("iframe", Block, false), e("img", Inline, false), e("input", Inline, true),
        e("ins", Inline, false), e("kbd", Inline, false), e("label", Inline, true),
        e("legend", Block, true), e("li", Block, false), e("link", Inline, true),
        e("main", Block, true), e("map", Block, true), e("mark", Inline, true),
        e("marquee", Block, true), e("math", Inline, true), e("menu", Block, true),
        e("meta", Inline, true), e("meter", Inline, true), e("nav", Block, true),
        e("nobr", Inline, false), e("noframes", Block, false), e("noscript", Block, false),
        e("object", Block, true), e("ol", Block, false), e("optgroup", Block, false),
        e("option", Block, true), e("output", Inline, true), e("p", Block, false),
        e("param", Inline, true), e("path", Inline, true), e("picture", Inline, true),
        e("pre", Block, false), e("progress", Inline, true), e("q", Inline, true),
        e("rb", Inline, false), e("rp", Inline, false), e("rt", Inline, false),
        e("rtc", Inline, false), e("ruby", Inline, true), e("s", Inline, true),
        e("samp", Inline, false), e("script", Raw, true), e("search", Inline, true),
        e("section", Block, true), e("select", Block, true), e("slot", Inline, true),
        e("small", Inline, true), e("source", Inline, true), e("span", Inline, false),
        e("strike", Inline, false), e("strong", Inline, false), e("style", Raw, true),
        e("sub", Inline, false), e("summary", Block, true), e("sup", Inline, false),
        e("svg", Inline, false), e("table", Block, true), e("tbody", Block, false),
        e("td", Block, false), e("template", Block, true), e("textarea", Inline, false),
        e("tfoot", Block, false), e("th", Block, false), e("thead", Block, false),
        e("time", Inline, true), e("title", Block, true), e("tr", Block, false),
        e("track", Inline, true), e("tt", Inline, false), e("u", Inline, true),
        e("ul", Block, false), e("var", Inline, true), e("video", Block, true),
        e("wbr", Inline, false),
    ]
};

/// Attributes, sorted.
#[rustfmt::skip]
static ATTRIBUTES: &[&str] = &[
    "abbr", "accept", "accept-charset", "accesskey", "action", "align", "alink", "allow",
    "allowfullscreen", "allowtransparency", "alt", "archive", "async", "autocomplete",
    "autofocus", "autoplay", "background", "bgcolor", "border", "bordercolor", "caption",
    "cellpadding", "cellspacing", "char", "charset", "checked", "cite", "class", "classid",
    "clear", "code", "codebase", "codetype", "color", "cols", "colspan", "compact", "content",
    "contenteditable", "controls", "coords", "crossorigin", "data", "datetime", "decoding",
    "defer", "dir", "disabled", "download", "draggable", "enctype", "face", "fetchpriority",
    "for", "form", "frame", "frameborder", "headers", "height", "hidden", "href", "hreflang",
    "hspace", "http-equiv", "id", "imagesizes", "imagesrcset", "inputmode", "integrity", "ismap",
    "itemid", "itemprop", "itemref", "itemscope", "itemtype", "kind", "label", "lang", "language",
    "link", "list", "loading", "longdesc", "loop", "marginheight", "marginwidth", "max",
    "maxlength", "media", "method", "min", "mozallowfullscreen", "multiple", "muted", "name",
    "nohref", "nonce", "noshade", "novalidate", "nowrap", "onabort", "onblur", "onchange",
    "onclick", "ondblclick", "onerror", "onfocus", "onkeydown", "onkeypress", "onkeyup", "onload",
    "onmousedown", "onmousemove", "onmouseout", "onmouseover", "onmouseup", "onresize",
    "onscroll", "onselect", "onsubmit", "onunload", "open", "pattern", "ping", "placeholder",
    "playsinline", "poster", "preload", "property", "readonly", "referrerpolicy", "rel",
    "required", "rev", "reversed", "role", "rows", "rowspan", "rules", "sandbox", "scope",
    "scrolling", "seamless", "selected", "shape", "size", "sizes", "slot", "span", "spellcheck",
    "src", "srcdoc", "srclang", "srcset", "start", "step", "style", "summary", "tabindex",
    "target", "text", "title", "translate", "type", "usemap", "valign", "value", "valuetype",
    "vlink", "vspace", "webkitallowfullscreen", "width", "wmode", "wrap", "xmlns",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_sorted() {
        assert!(ELEMENTS.is_sorted_by(|a, b| a.name < b.name));
    }

    #[test]
    fn names_are_found_in_any_case() {
        assert_eq!(element(b"BlockQuote").map(|n| ELEMENTS[n].role), Some(Role::Block));
        assert_eq!(element(b"string"), None);
        assert!(is_attribute(b"HREF") && is_attribute(b"data-id") && !is_attribute(b"data-"));
    }
}
