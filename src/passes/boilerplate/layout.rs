//! What a document as a whole looks like.

use std::mem;
use std::ops::Range;

use super::flags::Flag;
use super::judge::MANY;
use super::kind::BoilerplateKind;
use super::line::Line;
use super::model;
use super::titles::is_menu;

/// A line that says so much is plain.
const PLAIN: i16 = 24;

/// A line says so much with a sign of copyright and a phrase about rights.
const NOTICE: i16 = 70;

/// A text of fewer lines has no look of its own.
const FEW: usize = 8;

/// From so many certain lines on, a text is a whole page, not what an
/// extractor made of it.
const PAGE: usize = 12;

/// For each of them a page has so many lines at most: a book is none.
const LINES_OF_PAGE: usize = 200;

/// What the document as a whole looks like.
pub(super) struct Layout {
    /// The lines from the first to the last that read like an article.
    pub(super) first_body: usize,
    pub(super) last_body: usize,
    pub(super) body_words: u32,
    /// How many lines say who wrote what stands above or below them, and how
    /// many are a date.
    signatures: usize,
    pub(super) dates: usize,
    /// Whether it is a whole page.
    pub(super) is_page: bool,
}

impl Layout {
    pub(super) fn of(lines: &[Line]) -> Self {
        let count = |is: fn(&Line) -> bool| lines.iter().filter(|l| is(l)).count();
        Self {
            first_body: lines.iter().position(Line::is_body).unwrap_or(lines.len()),
            last_body: lines.iter().rposition(Line::is_body).unwrap_or(0),
            body_words: lines.iter().filter(|l| l.is_body()).map(|l| u32::from(l.words)).sum(),
            signatures: count(Line::is_signature),
            dates: count(|l| l.is(Flag::FullDate)),
            is_page: is_page(lines),
        }
    }

    /// The lines from the first to the last of the article.
    pub(super) fn article(&self) -> Range<usize> {
        self.first_body.min(self.last_body)..self.last_body
    }

    /// Where a line stands: 0 for before the article, 1 for in it, 2 for
    /// behind it, 3 if there is none.
    pub(super) fn region(&self, at: usize) -> usize {
        match at {
            _ if self.first_body > self.last_body => 3,
            _ if at < self.first_body => 0,
            _ if at <= self.last_body => 1,
            _ => 2,
        }
    }

    /// Up to which score of the model a line stays that would go.
    ///
    /// What only pages say goes in any case, and so does whose a page is, but above the
    /// copy, and what is plain in a text of so few lines that its look says little.
    pub(super) fn least(&self, text: &str, lines: &[Line], at: usize) -> i32 {
        let line = &lines[at];
        let plain = || line.own >= PLAIN || line.is(Flag::By) || is_menu(text, lines, at);
        let is_of_page = |at: usize| lines.get(at).is_some_and(Line::is_certain);
        let is_beside_page =
            || at > self.last_body || is_of_page(at + 1) || at > 0 && is_of_page(at - 1);
        // Of sentences the model knows nothing, and people quote what pages say.
        let says_so = || {
            let of_owner = match line.kind() {
                BoilerplateKind::Advert => true,
                // Manuals have them before their end.
                BoilerplateKind::Copyright => at > self.last_body,
                _ => false,
            };
            (line.kind().is_of_pages_only() && is_beside_page()) || (of_owner && line.is_certain())
        };
        let is_notice = || {
            let text = line.text(text);
            let says_whose = line.own >= NOTICE
                || line.is_certain()
                    && text.starts_with('\u{a9}')
                    && text.bytes().any(|b| b.is_ascii_digit());
            says_whose
                && line.kind() == BoilerplateKind::Copyright
                && (at > self.last_body || self.is_page && at > self.first_body)
        };
        if (lines.len() < FEW && plain())
            || (line.is_certain() && line.kind().is_of_pages_only())
            || is_notice()
        {
            i32::MIN
        } else if line.is(Flag::Sure)
            || line.is(Flag::By)
            || (at > self.last_body && line.company >= 3)
            || (line.is(Flag::Prose) && says_so())
        {
            model::SPARES
        } else {
            model::DOUBTS
        }
    }

    /// Whether a line belongs to the frame of a thread.
    pub(super) fn frames(&self, line: &Line) -> bool {
        self.signatures >= MANY && line.is_signature()
    }
}

/// Whether a text says so much that only pages say, for its length. How the same section of
/// each part of a manual is headed ("See also"), and whose each part is, counts once.
fn is_page(lines: &[Line]) -> bool {
    let (mut head, mut is_owned) = (0, false);
    let count = lines.iter().filter(|line| line.is_certain()).filter(|line| match line.kind() {
        BoilerplateKind::Related => mem::replace(&mut head, line.key) != line.key,
        BoilerplateKind::Copyright => !mem::replace(&mut is_owned, true),
        _ => true,
    });
    let count = count.count();
    count >= PAGE && count * LINES_OF_PAGE >= lines.len()
}
