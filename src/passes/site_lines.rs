//! The pass `site-lines`: lines that many pages of one site repeat.

use std::ops::Range;
use std::sync::Arc;

use super::removal::{self, Candidate};
use crate::site_profile::Print;
use crate::text::end_marks::is_end_mark;
use crate::text::marked_code;
use crate::{Document, Edits, Pass, SiteProfile};

/// Takes out the lines that a site prints on many of its pages.
///
/// It is made from a [`SiteProfile`] of the site, and so it is in no preset. Its
/// place is behind `boilerplate`, which knows a menu by all of its lines:
/// `before("duplicates", …)`.
///
/// # What it changes
///
/// * `site-lines/repeated-line`: a line that stood on enough of the pages that
///   the profile has learned goes, with the blank lines that would be left as
///   a hole, if its place is that of a menu or of a note:
///   * at the beginning or the end of the text, with nothing but such lines
///     around it;
///   * next to others of its kind, if they have 30 letters or more together;
///   * above or below all prose of the page, next to one other of its kind, or
///     where of the four lines on each side at least half are such lines: some
///     rows of a menu are different on each page.
///
///   With it go the lines next to it that are no prose and stood on nearly
///   enough pages: on one less, or on a third of the share.
///
/// # Why
///
/// A menu, a list of the most read articles, a note on cookies in words that
/// nobody else uses: no list of phrases has them all. On the next page of the
/// same site they stand again.
///
/// # Leaves alone
///
/// * Lines that stood on fewer than three pages, or on less than 30 % of them;
///   but for those that go with the line next to them, as is said above.
/// * A short line between two lines of this page alone, unless most lines
///   around are repeated: recipes have their "Ingredients", interviews their
///   questions.
/// * Lines of the page itself, whatever stands around them: they may be its
///   headline or its date.
/// * Fenced blocks of code.
/// * Lines without letters: a count, a price or a time may be the page's own.
/// * Text without any prose but what is repeated: it is never emptied.
/// * Prose, if most of the prose of the text would go: then the profile has
///   seen the same article several times.
///
/// # Example
///
/// ```
/// use copydesk::{Pass, SiteProfile, passes::SiteLines};
///
/// let page = |body: &str| format!("Harbour Post | Tides and ferries\n{body}\nWrite to us!\n");
/// let mut profile = SiteProfile::new();
/// profile.learn(&page("The old ferry was sold to a man who wants to live in it."));
/// profile.learn(&page("Nobody has seen the harbour master since the first of May."));
/// profile.learn(&page("The council bought forty benches for people who watch ships."));
///
/// let pass = SiteLines::new(profile);
/// let body = "A seal has moved into the marina, and pays no rent for its berth.";
/// assert_eq!(pass.clean(&page(body)), format!("{body}\n"));
/// ```
///
/// # Options
///
/// [`min_pages`](Self::min_pages) and [`min_share`](Self::min_share) say what
/// is enough.
#[derive(Clone, Debug)]
pub struct SiteLines {
    profile: Arc<SiteProfile>,
    min_pages: usize,
    min_share: f64,
}

const REPEATED_LINE: &str = "site-lines/repeated-line";

/// So many folded characters of repeated lines next to each other are no
/// heading of the article.
const BLOCK_LEN: usize = 30;

/// So many lines on each side of a line show whether it is one of a menu.
const MENU_REACH: usize = 4;

impl SiteLines {
    /// A pass that knows what this profile has learned.
    ///
    /// Many passes can share one profile in an [`Arc`].
    pub fn new(profile: impl Into<Arc<SiteProfile>>) -> Self {
        Self { profile: profile.into(), min_pages: 3, min_share: 0.3 }
    }

    /// On how many pages a line must have stood: 3 if nothing is said, and
    /// never fewer than 2. One less is enough for a line that is no prose, next
    /// to lines that stood on so many; but 2 still is the least.
    ///
    /// # Example
    ///
    /// ```
    /// use copydesk::{Pass, SiteProfile, passes::SiteLines};
    ///
    /// let mut profile = SiteProfile::new();
    /// profile.learn("Tides and ferries\nThe ferry was sold to a man who lives in it.\n");
    /// profile.learn("Tides and ferries\nNobody has seen the harbour master since May.\n");
    /// let pass = SiteLines::new(profile).min_pages(2).min_share(0.5);
    /// let body = "A seal has moved into the marina, and pays no rent for its berth.\n";
    /// assert_eq!(pass.clean(&format!("Tides and ferries\n{body}")), body);
    /// ```
    #[must_use]
    pub fn min_pages(mut self, pages: usize) -> Self {
        self.min_pages = pages;
        self
    }

    /// On which share of the pages a line must have stood: 0.3 if nothing is
    /// said. A third of it is enough for a line that is no prose, next to lines
    /// that reach it. With more than 1, no line goes.
    #[must_use]
    pub fn min_share(mut self, share: f64) -> Self {
        self.min_share = share;
        self
    }

    /// What a line with letters is, by its key and by whether it is prose.
    fn kind_of(&self, key: u64, prose: bool) -> LineKind {
        let (count, pages) = (self.profile.count_of(key), self.min_pages.max(2));
        let share = self.min_share * self.profile.pages() as f64;
        let reaches = |pages: usize, share: f64| count >= pages && count as f64 >= share;
        if reaches(pages, share) {
            LineKind::Repeated
        } else if !prose && (reaches(pages, share / 3.0) || reaches((pages - 1).max(2), share)) {
            LineKind::Likely
        } else {
            LineKind::Own
        }
    }
}

/// A line that is not blank.
struct Line {
    start: usize,
    next: usize,
    /// How many folded characters it has.
    len: usize,
    kind: LineKind,
    prose: bool,
    goes: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum LineKind {
    /// It is of this page.
    Own,
    /// Enough pages have it.
    Repeated,
    /// Nearly enough have it: it goes with those next to it.
    Likely,
    /// It has no letters.
    Wordless,
}

impl LineKind {
    fn is_of_site(self) -> bool {
        matches!(self, Self::Repeated | Self::Likely)
    }
}

impl Pass for SiteLines {
    fn name(&self) -> &'static str {
        "site-lines"
    }

    fn find_edits(&self, doc: &Document<'_>, edits: &mut Edits) {
        if self.profile.pages() < self.min_pages.max(2) {
            return;
        }
        let mut lines = doc.lend::<Vec<Line>>();
        for line in doc.lines().filter(|line| !line.is_blank()) {
            let Print { key, len } = Print::of(line.text());
            let prose = len >= 100 || (len >= 40 && ends_a_sentence(line.text()));
            let kind = key.map_or(LineKind::Wordless, |key| self.kind_of(key, prose));
            lines.push(Line {
                start: line.start(),
                next: line.next_start(),
                len,
                kind,
                prose,
                goes: false,
            });
        }
        // One command stands on many pages.
        marked_code::mark_fenced(doc, &mut lines, |l| l.start, |l| l.kind = LineKind::Own);
        mark_blocks(&mut lines);
        keep_the_article(&mut lines);
        removal::take_out(
            doc.text().len(),
            &lines,
            |l| Candidate { start: l.start, next: l.next, rule: l.goes.then_some(REPEATED_LINE) },
            edits,
        );
    }
}

fn ends_a_sentence(line: &str) -> bool {
    let closing = ['"', '\'', ')', ']', '\u{201d}', '\u{2019}', '\u{bb}'];
    line.trim_end().trim_end_matches(closing).ends_with(is_end_mark)
}

/// Marks the repeated lines that stand at the edges of the text, those that
/// make a block, and those of menus some rows of which are of this page.
fn mark_blocks(lines: &mut [Line]) {
    let own_prose = |l: &Line| l.kind == LineKind::Own && l.prose;
    let first = lines.iter().position(own_prose).unwrap_or(lines.len());
    let last = lines.iter().rposition(own_prose).unwrap_or(0);
    let mut at = 0;
    while at < lines.len() {
        let from = at;
        while lines.get(at).is_some_and(|l| l.kind != LineKind::Own) {
            at += 1;
        }
        let at_edge = from == 0 || at == lines.len();
        // What stands above the prose of the page, or below it, if this does.
        let outside = if at <= first {
            0..first
        } else if from > last {
            last + 1..lines.len()
        } else {
            0..0
        };
        let (mut sure, mut count, mut len) = (false, 0, 0);
        for line in lines[from..at].iter().filter(|l| l.kind.is_of_site()) {
            sure |= line.kind == LineKind::Repeated;
            count += 1;
            len += line.len;
        }
        // A heading stands alone.
        let in_menu = !outside.is_empty() && (count > 1 || is_in_menu(lines, outside, from));
        let many = at_edge || len >= BLOCK_LEN || in_menu;
        if sure && many {
            for line in lines[from..at].iter_mut().filter(|l| l.kind.is_of_site()) {
                line.goes = true;
            }
        }
        at += 1;
    }
}

/// Whether of the lines around one at least as many are of the site as are not;
/// only these are looked at.
fn is_in_menu(lines: &[Line], these: Range<usize>, at: usize) -> bool {
    let from = these.start.max(at.saturating_sub(MENU_REACH));
    let around = &lines[from..these.end.min(at + 1 + MENU_REACH)];
    let of_site = around.iter().filter(|l| l.kind.is_of_site()).count();
    let own = around.iter().filter(|l| l.kind == LineKind::Own).count();
    of_site > 2 && of_site >= own
}

/// Lets lines stay so that an article is left.
fn keep_the_article(lines: &mut [Line]) {
    let prose = |goes: bool| -> usize {
        lines.iter().filter(|l| l.prose && l.goes == goes).map(|l| l.len).sum()
    };
    let (goes, stays) = (prose(true), prose(false));
    if stays == 0 {
        lines.iter_mut().for_each(|l| l.goes = false);
    } else if goes > stays {
        lines.iter_mut().filter(|l| l.prose).for_each(|l| l.goes = false);
    }
}
