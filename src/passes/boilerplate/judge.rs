//! Deciding which lines go: what a line says, and where it stands.

use super::kind::BoilerplateKind;
use super::line::{Line, Verdict};

/// Above this a line goes if the document can spare it.
const GO: i32 = 20;

/// Sets the verdict of each line.
pub(super) fn judge(lines: &mut [Line], around: &mut Vec<i32>) {
    let layout = Layout::of(lines);
    surroundings(lines, around);
    runs(lines, &layout, around);
    for (line, &around) in lines.iter_mut().zip(around.iter()) {
        if line.verdict == Verdict::Sure {
            continue;
        }
        let own = i32::from(line.own);
        let score = own + around;
        if own > 0 && score >= GO {
            line.verdict = Verdict::Weak;
            line.kind.get_or_insert(BoilerplateKind::Navigation);
        }
    }
    if layout.prose_words < 20 {
        for line in lines.iter_mut() {
            if line.verdict == Verdict::Weak {
                line.verdict = Verdict::Keep;
            }
        }
    }
    if lines.iter().all(|l| l.verdict != Verdict::Keep) {
        for line in lines {
            line.verdict = Verdict::Keep;
        }
    }
}

/// What the document as a whole looks like.
struct Layout {
    /// The lines from the first to the last that read like an article.
    first_prose: usize,
    last_prose: usize,
    prose_words: u32,
}

impl Layout {
    fn of(lines: &[Line]) -> Self {
        let first_prose = lines.iter().position(Line::is_body).unwrap_or(lines.len());
        let last_prose = lines.iter().rposition(Line::is_body).unwrap_or(0);
        let prose_words =
            lines.iter().filter(|l| l.is_body()).map(|l| u32::from(l.words)).sum();
        Self { first_prose, last_prose, prose_words }
    }
}

/// Adds what the whole run of lines between two pieces of prose says, and
/// where the run stands.
fn runs(lines: &[Line], layout: &Layout, around: &mut [i32]) {
    let mut from = 0;
    while from < lines.len() {
        if lines[from].is_body() {
            from += 1;
            continue;
        }
        let len = lines[from..].iter().take_while(|l| !l.is_body()).count();
        let run = &lines[from..from + len];
        let sum: i32 = run.iter().map(|l| i32::from(l.voice)).sum();
        let mean = sum / (len as i32 + 2);
        let outside = from < layout.first_prose || from > layout.last_prose;
        let place = if outside { 6 } else { 0 };
        for a in &mut around[from..from + len] {
            *a += mean / 2 + place;
        }
        from += len;
    }
}

/// For each line, what the lines around it say: the nearer, the louder.
///
/// The mean of four sums, two on each side: one that forgets a quarter with
/// each line, one that forgets a sixteenth.
fn surroundings(lines: &[Line], around: &mut Vec<i32>) {
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
