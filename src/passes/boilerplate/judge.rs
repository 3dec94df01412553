//! Deciding which lines go: what a line says, and where it stands.

use super::kind::BoilerplateKind;
use super::line::{Line, Verdict};

/// Above this a line goes if the document can spare it.
const GO: i32 = 20;

/// What the document as a whole looks like.
struct Layout {
    /// The lines from the first to the last that read like an article.
    first_prose: usize,
    last_prose: usize,
    prose_words: u32,
}

/// Sets the verdict of each line.
pub(super) fn judge(lines: &mut [Line], around: &mut Vec<i32>) {
    let layout = Layout::of(lines);
    surroundings(lines, around);
    for (at, line) in lines.iter_mut().enumerate() {
        if line.verdict == Verdict::Sure {
            continue;
        }
        let place = if at < layout.first_prose || at > layout.last_prose { 6 } else { 0 };
        let own = i32::from(line.own);
        let score = own + around[at] + place;
        if std::env::var_os("BP_DEBUG").is_some() {
            eprintln!("{at} own {own} around {} place {place} score {score} {:?}", around[at], line.kind);
        }
        if own > 0 && score >= GO {
            line.verdict = Verdict::Weak;
            line.kind.get_or_insert(BoilerplateKind::Navigation);
        }
    }
    if layout.prose_words < 40 {
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

impl Layout {
    fn of(lines: &[Line]) -> Self {
        let prose = |l: &Line| l.shape.prose && l.own < 0;
        let first_prose = lines.iter().position(prose).unwrap_or(lines.len());
        let last_prose = lines.iter().rposition(prose).unwrap_or(0);
        let prose_words = lines.iter().filter(|l| prose(l)).map(|l| u32::from(l.words)).sum();
        Self { first_prose, last_prose, prose_words }
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
        let own = SCALE * i32::from(line.own.clamp(-30, 40));
        self.near += (own - self.near) / 4;
        self.far += (own - self.far) / 16;
    }

    fn mean(&self) -> i32 {
        (self.near + self.far) / 2
    }
}
