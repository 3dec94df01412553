//! What wikis put behind each heading: `History[edit]`.

use super::Look;
use super::find::{Find, Gap};

/// What the links say. Source: the messages of MediaWiki.
#[rustfmt::skip]
static LABELS: &[&str] = &[
    "bearbeiten", "bewerken", "brontekst bewerken", "değiştir", "edit", "edit source",
    "editar", "editar código", "editar código-fonte", "editar fonte", "edytuj", "edytuj kod",
    "kaynağı değiştir", "modifica", "modifica wikitesto", "modificare", "modificare sursă",
    "modifier", "modifier le code", "modifier le wikicode", "muokkaa", "muokkaa wikitekstiä",
    "quelltext bearbeiten", "redigera", "redigera wikitext", "redigér", "rediger",
    "rediger kilde", "sunting", "sunting sumber", "sửa", "sửa mã nguồn", "ubah", "upravit",
    "upravit zdroj", "код", "править", "править код", "редагувати", "редагувати код", "편집",
    "원본 편집", "編集", "ソースを編集", "编辑", "编辑源代码", "編輯",
];

/// A heading is not longer, in bytes, and neither is one with its link.
const HEADING: usize = 120;
const LONGEST: usize = 200;

/// Pushes the links at the ends of headings. One alone is a note of the author's, unless it
/// touches the heading.
pub(super) fn push(look: &Look<'_, '_>, finds: &mut Vec<Find>) {
    let mut waiting = None;
    let mut is_wiki = false;
    let ends = memchr::memchr_iter(b']', look.bytes).map(|at| at + 1);
    for end in ends.filter(|end| matches!(look.bytes.get(*end), None | Some(b'\n' | b'\r'))) {
        let Some(start) = link_before(look.text, end) else { continue };
        if look.shown.is_code(start) {
            continue;
        }
        let touches = !look.bytes[start - 1].is_ascii_whitespace();
        let find = Find { range: start..end, gap: Gap::Nothing, rule: "markup/edit-link" };
        if is_wiki || touches || waiting.is_some() {
            finds.extend(waiting.take());
            finds.push(find);
            is_wiki = true;
        } else {
            waiting = Some(find);
        }
    }
}

/// Where the link begins that ends at `end`, below which the heading stands.
fn link_before(text: &str, end: usize) -> Option<usize> {
    let near = end.saturating_sub(LONGEST);
    let start = match memchr::memrchr(b'\n', &text.as_bytes()[near..end]) {
        Some(at) => near + at + 1,
        None if near == 0 => 0,
        None => return None,
    };
    let line = &text[start..end];
    let (heading, label) = line.strip_suffix(']')?.rsplit_once('[')?;
    let labels = label.to_lowercase();
    let says_so = labels.split('|').all(|label| LABELS.contains(&label.trim()));
    let heading = heading.trim_end();
    // `rows[edit]` is code, and so is what is set in.
    let may_begin = |c: char| c.is_alphanumeric() && !c.is_lowercase();
    let is_heading = heading.starts_with(may_begin)
        && heading.len() <= HEADING
        && !heading.ends_with(['.', '!', '?', ',', ';']);
    (says_so && is_heading).then_some(end - label.len() - 2)
}
