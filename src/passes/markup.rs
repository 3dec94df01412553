//! The pass `markup`: leaked tags, attribute tails, comment ends, shortcodes, template braces.

mod find;
mod leaks;
mod scripts;
mod shortcodes;
pub(crate) mod shows;
mod tags;
mod tails;
mod templates;

use memchr::{memchr3, memmem};

use self::find::Find;
use self::scripts::Script;
use self::shows::Shown;
use self::tags::Tag;
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
        let bytes = doc.text().as_bytes();
        let mut scripts = doc.lend::<Vec<Script>>();
        scripts::find(doc, &mut scripts);
        let marks = memchr3(b'<', b'>', b'[', bytes).is_some()
            || memmem::find(bytes, b"{{").is_some()
            || memmem::find(bytes, b"{%").is_some();
        if !marks && scripts.is_empty() {
            return;
        }
        let shown = Shown::read(doc);
        let mut tags = doc.lend::<Vec<Tag>>();
        tags::find(doc.text(), &mut tags);
        let shows = leaks::are_shown(doc, &tags, &shown);
        let mut finds = doc.lend::<Vec<Find>>();
        if !shows {
            leaks::push(doc, &tags, &shown, &mut finds);
            leaks::push_cut_off(doc, &tags, &shown, &mut finds);
            templates::push(doc, &shown, &mut finds);
            scripts::push(&scripts, &shown, &mut finds);
        }
        tails::push(doc, &tags, &shown, shows, &mut finds);
        shortcodes::push(doc, &shown, shows, &mut finds);
        find::push(bytes, &mut finds, edits);
    }
}
