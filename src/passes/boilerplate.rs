//! The pass `boilerplate`: lines that belong to the page and not to the article.

mod judge;
mod key;
mod kind;
mod line;
mod phrases;

pub use kind::BoilerplateKind;

use self::line::{Line, Verdict};
use self::phrases::Phrases;
use super::removal::{self, Candidate};
use crate::{Document, Edits, Pass};

/// Finds lines that belong to the page and not to the article.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Boilerplate {
    phrases: Phrases,
}

impl Pass for Boilerplate {
    fn name(&self) -> &'static str {
        "boilerplate"
    }

    fn find_edits(&self, doc: &Document<'_>, edits: &mut Edits) {
        let mut lines = doc.lend::<Vec<Line>>();
        let mut key = doc.lend::<String>();
        let mut around = doc.lend::<Vec<i32>>();
        for line in doc.lines() {
            if !line.is_blank() {
                lines.push(Line::read(line.text, line.start, line.next, &self.phrases, &mut key));
            }
        }
        judge::judge(&mut lines, &mut around);
        removal::take_out(
            doc.text().len(),
            &lines,
            |l| Candidate {
                start: l.start as usize,
                next: l.next as usize,
                rule: (l.verdict != Verdict::Keep)
                    .then(|| l.kind.unwrap_or(BoilerplateKind::Navigation).rule()),
            },
            edits,
        );
    }
}
