//! Shortcodes of content systems and bulletin boards: `[caption id="a"]`,
//! `[/vc_row]`, `[url=…]`.

use memchr::{memchr, memchr3, memmem, memrchr};

use super::Look;
use super::find::{Find, Gap};
use crate::search::find_short;

/// The longest shortcode, in bytes.
const MAX_LEN: usize = 1500;

/// Shortcodes that WordPress and its widespread plugins bring along, sorted.
/// Source: their handbooks.
#[rustfmt::skip]
static NAMES: &[&str] = &[
    "adrotate", "archives", "audio", "blockquote", "button", "caption", "column", "columns",
    "contact-form", "contact-form-7", "dropcap", "embed", "embedyt", "facebook", "gallery",
    "gist", "gravityform", "iframe", "instagram", "jwplayer", "mailpoet_form", "ngg_images",
    "nggallery", "one_half", "one_half_last", "one_third", "one_third_last", "playlist",
    "pullquote", "recipe", "slideshare", "slideshow", "soundcloud", "spacer", "tabs", "toggle",
    "tweet", "twitter", "video", "vimeo", "wp_ad_camp", "wpdm_package", "wpforms", "youtube",
];

/// How the shortcodes of page builders begin.
#[rustfmt::skip]
static PREFIXES: &[&str] = &[
    "av_", "cs_", "et_pb_", "fl_", "fusion_", "mk_", "mvp_", "rev_slider", "siteorigin_", "su_",
    "tdc_", "td_block", "themify_", "tm_", "us_", "vc_", "wpb_", "x_",
];

/// Tags of bulletin boards; a start tag counts only with its end tag.
static BOARD: &[&str] = &[
    "b", "center", "code", "color", "font", "i", "img", "left", "list", "quote", "right", "s",
    "size", "spoiler", "u", "url",
];

/// Pushes the shortcodes.
pub(super) fn push(look: &Look<'_, '_>, finds: &mut Vec<Find>) {
    let bytes = look.bytes;
    // Which tags of boards are open.
    let mut open = [false; BOARD.len()];
    let last_ends = LastEnds::read(bytes);
    for start in memchr::memchr_iter(b'[', bytes) {
        let joined = finds.last().is_some_and(|f| f.range.end == start);
        let Some(code) = read(bytes, start, joined, &last_ends) else { continue };
        if look.shown.is_code(start) {
            continue;
        }
        if let Some(board) = code.board {
            let alone = starts_line(bytes, start) && ends_line(bytes, start + code.len);
            let stays = if code.closes {
                !open[board] && !alone
            } else {
                speaks_of_board_code(&bytes[..start])
            };
            if look.shows() || stays {
                continue;
            }
            open[board] = !code.closes;
        } else if look.shows() && !code.system {
            continue;
        }
        let range = start..start + code.len;
        let gap = if code.board.is_some() { Gap::Nothing } else { Gap::Space };
        finds.push(Find { range, gap, rule: "markup/shortcode" });
    }
}

/// Whether the line has told before of the code of boards: `In BBCode a link is [url=…]`.
fn speaks_of_board_code(before: &[u8]) -> bool {
    const NEAR: usize = 64;
    const NAME: &[u8] = b"bbcode";
    let near = &before[before.len().saturating_sub(NEAR)..];
    let line = memrchr(b'\n', near).map_or(near, |at| &near[at + 1..]);
    line.windows(NAME.len()).any(|name| name.eq_ignore_ascii_case(NAME))
}

fn starts_line(bytes: &[u8], at: usize) -> bool {
    at == 0 || bytes[at - 1] == b'\n'
}

fn ends_line(bytes: &[u8], at: usize) -> bool {
    bytes.get(at).is_none_or(|b| matches!(b, b'\r' | b'\n'))
}

/// A shortcode.
struct Code {
    len: usize,
    closes: bool,
    // Its name is of a content system, or has the form of such a name.
    system: bool,
    // Its place in the list of the tags of boards.
    board: Option<usize>,
}

/// Reads the shortcode that begins at `start`; it may be joined to another.
fn read(bytes: &[u8], start: usize, joined: bool, last_ends: &LastEnds) -> Option<Code> {
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
    // `[name](address)` is a link.
    if bytes.get(start + len) == Some(&b'(') {
        return None;
    }
    let before = start.checked_sub(1).map(|i| bytes[i]);
    let in_code = !joined
        && before.is_some_and(|b| {
            b.is_ascii_alphanumeric() || matches!(b, b'[' | b']' | b'/' | b'=' | b'_')
        });
    let built = PREFIXES.iter().any(|p| name.starts_with(p));
    let system = built || NAMES.contains(&name);
    let board = BOARD.iter().position(|b| b.eq_ignore_ascii_case(name)).filter(|_| !system);
    let empty = arguments.trim_ascii().is_empty();
    let has_value = [b"=\"", b"='"].iter().any(|v| find_short(arguments, *v).is_some());
    let closed = || last_ends.of(name) > start;
    let leaked = match (closes, system, board) {
        (true, _, _) => empty && (system || board.is_some()),
        (false, true, _) => built || memchr(b'=', arguments).is_some() || closed(),
        (false, _, Some(_)) => (empty || arguments.starts_with(b"=")) && !in_code && closed(),
        _ => has_value && !in_code && arguments.starts_with(b" ") && name.len() > 2,
    };
    leaked.then_some(Code { len, closes, system, board })
}

/// Where the last end tag of each known name stands.
struct LastEnds([usize; NAMES.len() + BOARD.len()]);

impl LastEnds {
    fn read(bytes: &[u8]) -> Self {
        let mut ends = [0; NAMES.len() + BOARD.len()];
        for at in memmem::find_iter(bytes, b"[/") {
            let rest = &bytes[at + 2..bytes.len().min(at + 24)];
            if let Some(place) = memchr(b']', rest).and_then(|len| Self::place(&rest[..len])) {
                ends[place] = at;
            }
        }
        Self(ends)
    }

    fn of(&self, name: &str) -> usize {
        Self::place(name.as_bytes()).map_or(0, |place| self.0[place])
    }

    fn place(name: &[u8]) -> Option<usize> {
        NAMES.iter().chain(BOARD).position(|n| n.as_bytes().eq_ignore_ascii_case(name))
    }
}
