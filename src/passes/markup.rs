//! The pass `markup`: leaked tags, attribute tails, comment ends, shortcodes, template braces.

mod find;
mod leaks;
mod scripts;
mod shortcodes;
pub(crate) mod shows;
mod tags;
mod tails;
mod templates;

use memchr::memchr3;
use once_cell::unsync::OnceCell;

use self::find::Find;
use self::scripts::Script;
use self::shows::Shown;
use self::tags::Tag;
use crate::buffers::Lent;
use crate::{Document, Edits, Pass};

/// Finds leaked tags, attribute tails, comment ends, shortcodes, template braces.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Markup {}

impl Pass for Markup {
    fn name(&self) -> &'static str {
        "markup"
    }

    fn find_edits(&self, doc: &Document<'_>, edits: &mut Edits) {
        let look = Look::new(doc);
        let mut finds = doc.lend::<Vec<Find>>();
        if memchr3(b'<', b'>', b'[', look.bytes).is_some() {
            leaks::push(&look, &mut finds);
            leaks::push_cut_off(&look, &mut finds);
            tails::push(&look, &mut finds);
            shortcodes::push(&look, &mut finds);
        }
        templates::push(&look, &mut finds);
        let mut lines = doc.lend::<Vec<Script>>();
        scripts::find(doc, &mut lines);
        scripts::push(&look, &lines, &mut finds);
        find::push(look.bytes, &mut finds, edits);
    }
}

/// What the parts of the pass share.
struct Look<'d, 'a> {
    text: &'a str,
    bytes: &'a [u8],
    // All that has the form of a tag.
    tags: Lent<'a, Vec<Tag>>,
    shown: Shown<'d, 'a>,
    shows: OnceCell<bool>,
}

impl<'d, 'a> Look<'d, 'a> {
    fn new(doc: &'d Document<'a>) -> Self {
        let text = doc.text();
        let mut tags = doc.lend::<Vec<Tag>>();
        tags::find(text, &mut tags);
        let shown = Shown::of(doc);
        Self { text, bytes: text.as_bytes(), tags, shown, shows: OnceCell::new() }
    }

    /// Whether the document shows its markup.
    fn shows(&self) -> bool {
        *self.shows.get_or_init(|| leaks::are_shown(self))
    }
}
