//! What the lines around a line say of it: runs of lines, menus, the company that
//! a line keeps.

use super::flags::Flag;
use super::judge::MANY;
use super::kind::BoilerplateKind;
use super::layout::Layout;
use super::line::{HEARD, Line};

/// A menu that was laid out as a table has so many rows at least, and so many
/// words in a row at most.
pub(super) const MENU: usize = 3;
const MENU_WORDS: u16 = 6;

/// A calendar of a month has so many days at least. Those of the months before and behind
/// it may stand there too: the days go on, but for so many leaps.
const MONTH: usize = 28;
const LEAPS: usize = 2;

/// The days of a week, whose names have so many letters at most.
const WEEK: usize = 7;
const NAME: usize = 3;

/// Around a line that says so much, boilerplate is thick.
pub(super) const CROWD: i32 = 12;

/// A run of lines frames an article if it has so many lines at least, so many of them
/// certain, and one in so many.
const FRAME: usize = 8;
const FRAME_CERTAIN: usize = 3;
const FRAME_ONE_IN: usize = 12;

/// What the place of a run says: that of a frame outside the article, of a frame or the
/// outside alone, and of a run on a whole page with something certain in so many lines.
const FRAMED_OUTSIDE: i32 = 14;
const FRAMED_OR_OUTSIDE: i32 = 6;
const ON_PAGE: i32 = 6;
const ON_PAGE_LINES: usize = 4;
/// Of so many lines less than one is certain in what is listed.
const LISTED_ONE_IN: usize = 3;

/// Notes which lines are menus that were laid out as tables: rows of one short
/// cell each, some of which say what menus say, above the article one. With a
/// rule below its head it is a table of one column.
pub(super) fn menus(text: &str, lines: &mut [Line], layout: &Layout) {
    let is_row = |l: &Line| l.is(Flag::Cell) && l.words <= MENU_WORDS && !l.is(Flag::Ended);
    let mut from = 0;
    while from < lines.len() {
        let len = lines[from..].iter().take_while(|l| is_row(l)).count();
        let rows = &mut lines[from..from + len];
        let above = from < layout.first_body;
        from += len.max(1);
        let filled = rows.iter().filter(|l| l.words > 0).count();
        let says = rows.iter().filter(|l| l.kind.is_some() && l.own > HEARD).count();
        let says = if above { says > 0 } else { says > 1 && says * 3 >= filled };
        let ruled = rows.iter().any(|l| l.words == 0 && l.text(text).contains("--"));
        for line in rows.iter_mut() {
            line.set(Flag::Menu, filled >= MENU && says && !ruled);
            line.set(Flag::Column, ruled && !line.is_certain());
        }
    }
}

/// Takes for a page's what is laid out as a calendar: seven short names, and below them
/// the days of a month, each in a line of its own.
pub(super) fn calendars(text: &str, lines: &mut [Line]) {
    let day = |l: &Line| l.text(text).parse::<u8>().ok().filter(|day| (1..=31).contains(day));
    let is_day = |l: &Line| l.words == 1 && !l.is(Flag::Fenced) && day(l).is_some();
    let is_name = |l: &Line| {
        let name = l.text(text).trim_end_matches('.');
        l.words == 1 && name.chars().all(char::is_alphabetic) && name.chars().count() <= NAME
    };
    let mut from = 0;
    while let Some(at) = lines[from..].iter().position(is_day).map(|at| from + at) {
        let len = lines[at..].iter().take_while(|l| is_day(l)).count();
        from = at + len;
        let days = &lines[at..from];
        let follows = |pair: &&[Line]| day(&pair[1]) == day(&pair[0]).map(|day| day + 1);
        let head = at.saturating_sub(WEEK);
        if len >= MONTH
            && at - head == WEEK
            && lines[head..at].iter().all(is_name)
            && days.windows(2).filter(follows).count() + LEAPS + 1 >= len
        {
            for line in &mut lines[head..from] {
                line.kind = Some(BoilerplateKind::Navigation);
                line.set(Flag::Sure, true);
                line.set(Flag::Claimed, true);
            }
        }
    }
}

/// Notes which rows of several cells stand in a table that has a rule below its head.
pub(super) fn tables(text: &str, lines: &mut [Line]) {
    let mut from = 0;
    while from < lines.len() {
        let len = lines[from..].iter().take_while(|l| l.is(Flag::Row)).count();
        let rows = &mut lines[from..from + len];
        from += len.max(1);
        let ruled = |l: &Line| l.words == 0 && l.text(text).contains("--");
        let has_head = rows.get(1).is_some_and(ruled);
        rows.iter_mut().filter(|l| !l.is(Flag::Cell)).for_each(|l| l.set(Flag::Column, has_head));
    }
}

/// Adds what the whole run of lines between two pieces of prose says, and
/// where the run stands.
pub(super) fn runs(lines: &mut [Line], layout: &Layout, around: &mut [i32]) {
    let mut from = 0;
    while from < lines.len() {
        if lines[from].is_body() {
            from += 1;
            continue;
        }
        let len = lines[from..].iter().take_while(|l| !l.is_body()).count();
        let run = &mut lines[from..from + len];
        let sum: i64 = run.iter().map(|l| i64::from(l.voice)).sum();
        let mean = (sum / (len as i64 + 2)) as i32;
        let certain = if layout.is_page || !is_built_of_labels(run) {
            run.iter().filter(|l| l.is_certain()).count()
        } else {
            0
        };
        let outside = from < layout.first_body || from > layout.last_body;
        let frame = certain >= FRAME_CERTAIN && len >= FRAME && certain * FRAME_ONE_IN >= len;
        let is_on_page = layout.is_page && certain > 0 && len >= ON_PAGE_LINES;
        let page = if is_on_page { ON_PAGE } else { 0 };
        let place = match (outside, frame) {
            (true, true) => FRAMED_OUTSIDE,
            (true, false) | (false, true) => FRAMED_OR_OUTSIDE + page,
            (false, false) => page,
        };
        for (line, around) in run.iter_mut().zip(&mut around[from..from + len]) {
            *around += mean / 2 + place;
            line.set(Flag::Crowded, *around >= CROWD);
            line.company = certain.min(255) as u8;
            line.set(Flag::Framed, frame);
            line.run = len.min(200) as u8;
            line.set(Flag::Listed, certain * LISTED_ONE_IN < len);
        }
        from += len;
    }
}

/// Whether the certain lines of a run begin with one label all, three or more,
/// with others between them: "Read:" below each week of a course.
fn is_built_of_labels(run: &[Line]) -> bool {
    let certain = || run.iter().filter(|l| l.is_certain());
    let label = certain().next().map_or(0, |l| l.label);
    label != 0
        && certain().count() >= MANY
        && certain().all(|l| l.label == label)
        && !run.windows(2).any(|pair| pair.iter().all(Line::is_certain))
}

/// For each line, what the lines around it say: the nearer, the louder.
///
/// The mean of four sums, two on each side: one that forgets a quarter with
/// each line, one that forgets a sixteenth.
pub(super) fn surroundings(lines: &[Line], around: &mut Vec<i32>) {
    around.clear();
    let mut sums = Sums::default();
    for line in lines {
        around.push(sums.mean());
        sums.add(line);
    }
    sums = Sums::default();
    for (at, line) in lines.iter().enumerate().rev() {
        around[at] = (around[at] + sums.mean()) / (2 * SCALE);
        sums.add(line);
    }
}

/// Means are kept in parts of this.
const SCALE: i32 = 16;

#[derive(Default)]
struct Sums {
    near: i32,
    far: i32,
}

impl Sums {
    fn add(&mut self, line: &Line) {
        let voice = SCALE * i32::from(line.voice);
        self.near += (voice - self.near) / 4;
        self.far += (voice - self.far) / 16;
    }

    fn mean(&self) -> i32 {
        (self.near + self.far) / 2
    }
}
