//! Shortcodes of content systems and bulletin boards: `[caption id="a"]`,
//! `[/vc_row]`, `[url=…]`.

use memchr::{memchr, memchr3, memmem};

use super::find::{Find, Gap};
use super::shows::Shown;
use crate::Document;

/// The longest shortcode, in bytes.
const MAX_LEN: usize = 1500;

/// Shortcodes that WordPress and its widespread plugins bring along, sorted.
/// Source: their handbooks.
static NAMES: &[&str] = &[
    "adrotate", "archives", "audio", "blockquote", "button", "caption", "column", "columns",
    "contact-form", "contact-form-7", "dropcap", "embed", "embedyt", "facebook", "gallery",
    "gravityform", "gist", "iframe", "instagram", "jwplayer", "mailpoet_form", "ngg_images",
    "nggallery", "one_half", "one_half_last", "one_third", "one_third_last", "playlist",
    "pullquote", "recipe", "slideshow", "slideshare", "soundcloud", "spacer", "tabs", "toggle",
    "tweet", "twitter", "video", "vimeo", "wp_ad_camp", "wpdm_package", "wpforms", "youtube",
];

/// How the shortcodes of page builders begin.
static PREFIXES: &[&str] = &[
    "av_", "cs_", "et_pb_", "fl_", "fusion_", "mk_", "mvp_", "rev_slider", "siteorigin_", "su_",
    "tdc_", "td_block", "themify_", "tm_", "us_", "vc_", "wpb_", "x_",
];

/// Tags of bulletin boards; a start tag counts only with its end tag.
static BOARD: &[&str] =
    &["b", "center", "code", "color", "font", "i", "img", "left", "list", "quote", "right", "s",
      "size", "spoiler", "u", "url"];

/// Pushes the shortcodes.
pub(super) fn push(doc: &Document<'_>, shown: &Shown<'_>, shows: bool, finds: &mut Vec<Find>) {
    let bytes = doc.text().as_bytes();
    for start in memchr::memchr_iter(b'[', bytes) {
        if shown.is_code(start) {
            continue;
        }
        let Some((len, sure)) = read(bytes, start) else { continue };
        if shows && !sure {
            continue;
        }
        let range = start..start + len;
        finds.push(Find { range, gap: Gap::Nothing, rule: "markup/shortcode" });
    }
}

/// The length of the shortcode that begins at `start`, and whether its name
/// is one of a content system.
fn read(bytes: &[u8], start: usize) -> Option<(usize, bool)> {
    let rest = &bytes[start + 1..];
    let closes = rest.first() == Some(&b'/');
    let rest = &rest[usize::from(closes)..];
    let is_name = |b: &u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'_' | b'-');
    let name_len = rest.iter().take(40).position(|b| !is_name(b) && !b.is_ascii_uppercase())?;
    let name = std::str::from_utf8(&rest[..name_len]).ok()?;
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    // A shortcode ends at the first bracket; a bracket inside is another's.
    let window = &rest[..rest.len().min(MAX_LEN)];
    let end = memchr3(b']', b'[', b'\n', &window[name_len..]).map(|n| name_len + n)?;
    if window[end] != b']' {
        return None;
    }
    let arguments = &rest[name_len..end];
    let len = 2 + usize::from(closes) + end;
    let after_word = start.checked_sub(1).is_some_and(|i| bytes[i].is_ascii_alphanumeric() || bytes[i] == b']');
    let link = bytes.get(start + len) == Some(&b'(');
    let system = NAMES.contains(&name) || PREFIXES.iter().any(|p| name.starts_with(p));
    let has_value = memmem::find(arguments, b"=\"").is_some() || memmem::find(arguments, b"='").is_some();
    if link {
        return None;
    }
    let empty = arguments.trim_ascii().is_empty();
    let built = PREFIXES.iter().any(|p| name.starts_with(p));
    let leaked = if closes {
        empty && (system || is_board(name))
    } else if system {
        built || has_value || memchr(b'=', arguments).is_some() || is_closed(bytes, start + len, name)
    } else if is_board(name) {
        (empty || arguments.starts_with(b"=")) && !after_word && is_closed(bytes, start + len, name)
    } else {
        has_value && !after_word && arguments.starts_with(b" ") && name.len() > 2
    };
    leaked.then_some((len, system))
}

fn is_board(name: &str) -> bool {
    BOARD.iter().any(|b| b.eq_ignore_ascii_case(name))
}

/// Whether `[/name]` follows within a window.
fn is_closed(bytes: &[u8], from: usize, name: &str) -> bool {
    let window = &bytes[from..bytes.len().min(from + MAX_LEN)];
    memmem::find_iter(window, b"[/").any(|n| {
        let rest = &window[n + 2..];
        rest.len() > name.len()
            && rest[..name.len()].eq_ignore_ascii_case(name.as_bytes())
            && rest[name.len()] == b']'
    })
}
