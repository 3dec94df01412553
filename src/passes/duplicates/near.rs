//! Lines that are the same but for damage, and which of them has less of it.

use super::line::Line;

/// So many folded characters must come out alike after a difference.
const SYNC: usize = 5;

/// The longest stretch that may stand in one line and not in the other: a word
/// said twice, a piece of markup.
const MAX_GAP: usize = 12;

/// Whether two lines have the same letters, or letters that differ as damage
/// makes them differ: one missing, doubled, changed or swapped with the next.
/// Numbers never differ.
pub(super) fn alike(text: &str, a: &Line, b: &Line) -> bool {
    if a.hash == b.hash && a.len == b.len {
        return a.folded(text).eq(b.folded(text));
    }
    if a.len < 50 || a.len.abs_diff(b.len) > a.len / 8 {
        return false;
    }
    let mut budget = 2 + a.len as usize / 20;
    let mut left = Window::new(a.folded(text));
    let mut right = Window::new(b.folded(text));
    loop {
        match (left.get(0), right.get(0)) {
            (None, None) => return true,
            (l, r) if l == r => {
                left.skip(1);
                right.skip(1);
            }
            _ => {
                let Some((l, r)) = difference(&mut left, &mut right) else { return false };
                let cost = l.max(r);
                if cost > budget || left.has_digit(l) || right.has_digit(r) {
                    return false;
                }
                budget -= cost;
                left.skip(l);
                right.skip(r);
            }
        }
    }
}

/// How many characters to skip on both sides so that they go on alike.
fn difference(
    left: &mut Window<impl Iterator<Item = char>>,
    right: &mut Window<impl Iterator<Item = char>>,
) -> Option<(usize, usize)> {
    if left.get(0) == right.get(1) && left.get(1) == right.get(0) && synced(left, 2, right, 2) {
        return Some((2, 2));
    }
    if synced(left, 1, right, 1) {
        return Some((1, 1));
    }
    (1..=MAX_GAP).find_map(|gap| {
        if synced(left, gap, right, 0) {
            Some((gap, 0))
        } else if synced(left, 0, right, gap) {
            Some((0, gap))
        } else {
            None
        }
    })
}

fn synced(
    left: &mut Window<impl Iterator<Item = char>>,
    l: usize,
    right: &mut Window<impl Iterator<Item = char>>,
    r: usize,
) -> bool {
    (0..SYNC).all(|k| left.get(l + k) == right.get(r + k))
}

/// The next few characters of an iterator.
struct Window<I> {
    rest: I,
    ring: [Option<char>; 32],
    from: usize,
    len: usize,
}

impl<I: Iterator<Item = char>> Window<I> {
    fn new(rest: I) -> Self {
        Self { rest, ring: [None; 32], from: 0, len: 0 }
    }

    /// The character `ahead` of the next one.
    fn get(&mut self, ahead: usize) -> Option<char> {
        while self.len <= ahead {
            self.ring[(self.from + self.len) % 32] = self.rest.next();
            self.len += 1;
        }
        self.ring[(self.from + ahead) % 32]
    }

    fn skip(&mut self, by: usize) {
        for _ in 0..by {
            self.get(0);
            self.from = (self.from + 1) % 32;
            self.len -= 1;
        }
    }

    fn has_digit(&mut self, len: usize) -> bool {
        (0..len).any(|k| self.get(k).is_some_and(char::is_numeric))
    }
}

/// Whether `a` has less damage than `b`.
pub(super) fn is_cleaner(text: &str, a: &Line, b: &Line) -> bool {
    if a.text(text) == b.text(text) {
        return false;
    }
    let (a, b) = (Damage::of(a.text(text)), Damage::of(b.text(text)));
    if a.marks != b.marks {
        return a.marks < b.marks;
    }
    // A capital that one has lost; but not a headline all in capitals.
    if a.capitals != b.capitals && a.smalls > 0 && b.smalls > 0 {
        return a.capitals > b.capitals;
    }
    if (a.smalls == 0) != (b.smalls == 0) {
        return b.smalls == 0;
    }
    false
}

/// Signs of damage in a line.
#[derive(Default)]
struct Damage {
    // Residue of markup, lost characters, spaces missing or too many.
    marks: u32,
    capitals: u32,
    smalls: u32,
}

impl Damage {
    fn of(line: &str) -> Self {
        let mut damage = Self::default();
        let mut before = ' ';
        for c in line.trim().chars() {
            if c.is_uppercase() {
                damage.capitals += 1;
            } else if c.is_lowercase() {
                damage.smalls += 1;
            }
            let residue = matches!(c, '<' | '>' | '=' | '\\' | '{' | '}' | '|' | '_' | '\u{fffd}');
            let glued = c.is_alphabetic() && matches!(before, ',' | '.' | ';' | ':' | '!' | '?');
            let double = c == ' ' && before == ' ';
            let parted = before == ' ' && matches!(c, ',' | '.' | ';' | ':' | '!' | '?');
            let entity = before == '&' && (c == '#' || c.is_ascii_lowercase());
            let mojibake = matches!(before, 'Ã' | 'â' | 'Â') && !c.is_ascii();
            if residue || glued || double || parted || entity || mojibake {
                damage.marks += 1;
            }
            before = c;
        }
        damage
    }
}
