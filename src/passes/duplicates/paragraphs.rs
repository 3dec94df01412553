//! Paragraphs that stood in the text before, to the letter or but for damage.

use super::line::Line;
use super::{HEAD, PARAGRAPH_LEN, Rule, Seen, near, quote};
use crate::passes::code;

/// So many lines tell of one of several things at most.
const LONGEST_RECORD: usize = 12;

/// Takes out paragraphs that stood in the text before, to the letter or but
/// for damage, and with them the lines around that stood there too.
pub(super) fn mark(text: &str, lines: &mut [Line], seen: &mut Seen) {
    // The last paragraph that was said before and stays, as a quotation.
    let mut quoted = None;
    // Whether people quote each other.
    let mut thread = None;
    for at in 0..lines.len() {
        if !lines[at].met || lines[at].rule.is_some() || lines[at].print.len < PARAGRAPH_LEN {
            continue;
        }
        let line = lines[at];
        let (first, last) = seen.add(text, lines, at);
        let Some(first) = first else { continue };
        if !line.is_prose(text)
            || may_repeat(text, &line)
            || is_torn(text, lines, first, at)
            || is_beside_code(text, lines, at)
        {
            continue;
        }
        // What an author says again is led in, and goes on as it did before.
        if is_quoted(text, lines, first, at, quoted) {
            quoted = Some((first, at));
            continue;
        }
        if is_parallel(text, lines, first, at, &mut seen.words)
            || last.is_some_and(|last| is_of_record(text, lines, last, at))
            || *thread.get_or_insert_with(|| quote::is_thread(text, lines))
        {
            continue;
        }
        let rule_of_first = rule_of_first(text, lines, first, at, &mut seen.words);
        if rule_of_first.is_some() {
            lines[first].rule = rule_of_first;
            seen.exact.insert(line.print.hash, at as u32);
            seen.openings.insert(line.print.opening, at as u32);
        } else {
            lines[at].rule = Some(Rule::Paragraph);
            take_block(text, lines, first, at);
        }
    }
}

impl Seen {
    /// Adds a paragraph. Gives the first that said it, to the letter or but for damage, and
    /// the last that had the same letters.
    fn add(&mut self, text: &str, lines: &[Line], at: usize) -> (Option<usize>, Option<usize>) {
        let line = &lines[at];
        let is_same =
            |first: &Line| first.is_same(text, line) && !line.differs_in_signs(text, first);
        let same = self.exact.get(&line.print.hash).map(|&first| first as usize);
        let same = same.filter(|&first| is_same(&lines[first]));
        let like = self.openings.get(&line.print.opening).map(|&first| first as usize);
        let like = like.filter(|&first| {
            same.is_none() && near::damaged(text, &lines[first], line, &mut self.words)
        });
        self.exact.entry(line.print.hash).or_insert(at as u32);
        self.openings.entry(line.print.opening).or_insert(at as u32);
        let last = self.last.insert(line.print.hash, at as u32);
        (same.or(like), last.map(|last| last as usize))
    }
}

/// The rule by which the line `first` goes, because the line `at` says the same at a better
/// place, or better.
fn rule_of_first(
    text: &str,
    lines: &[Line],
    first: usize,
    at: usize,
    words: &mut Vec<u64>,
) -> Option<Rule> {
    if is_summary(text, lines, first, at) {
        return Some(Rule::Teaser);
    }
    let (line, copy) = (&lines[first], &lines[at]);
    (near::is_cleaner(text, copy, line, words) && line.rule.is_none()).then_some(Rule::Paragraph)
}

/// Takes out the rest of a block that is repeated, above and below a line of it that
/// the line `first` said before.
fn take_block(text: &str, lines: &mut [Line], first: usize, at: usize) {
    for back in 1..=first {
        if at - back <= first || !goes_too(text, lines, first - back, at - back) {
            break;
        }
    }
    for ahead in 1..at - first {
        if at + ahead >= lines.len() || !goes_too(text, lines, first + ahead, at + ahead) {
            break;
        }
    }
}

/// Takes out the line `at` if it stands, as the line `first` says the same;
/// tells whether.
fn goes_too(text: &str, lines: &mut [Line], first: usize, at: usize) -> bool {
    let copy = lines[at];
    let same = lines[first].head == copy.head && lines[first].says(text, &copy);
    if same && copy.rule.is_none() && !copy.is_fenced {
        lines[at].rule = Some(Rule::Line);
        return true;
    }
    false
}

/// Whether the line `at`, as the line `first` said the same, is the rest of a
/// sentence that began in the line above, which said something else there.
fn is_torn(text: &str, lines: &[Line], first: usize, at: usize) -> bool {
    let Some(above) = at.checked_sub(1).map(|above| &lines[above]) else { return false };
    above.next == lines[at].start
        && lines[at].text(text).trim_start().starts_with(char::is_lowercase)
        && !above.is_ended(text)
        && first.checked_sub(1).is_none_or(|before| !lines[before].says(text, above))
}

/// Whether a paragraph stands next to code, of which it speaks: in a reference each
/// item has its own terms, and many have the same.
fn is_beside_code(text: &str, lines: &[Line], at: usize) -> bool {
    let is_sign = |at: usize| {
        let line = lines[at].text(text);
        // Shops have prices, and networks accounts.
        let is_other = match line.as_bytes() {
            [b'$', b'0'..=b'9', ..] => true,
            [b'@', ..] => !line.contains([' ', '(', '.']),
            _ => false,
        };
        lines[at].is_fenced || !is_other && code::is_sign(line)
    };
    code::signs_around(at, lines.len(), is_sign) >= code::SIGNS
}

/// Whether the line `first` stands above the text, apart from it, to say what
/// the line `at` says in the midst of it.
fn is_summary(text: &str, lines: &[Line], first: usize, at: usize) -> bool {
    let is_prose = |line: &Line| line.is_prose(text);
    first <= HEAD
        && lines[first].rule.is_none()
        && !lines[..=first + 1].iter().enumerate().any(|(k, l)| k != first && is_prose(l))
        && is_prose(&lines[at - 1])
        && lines.get(at + 1).is_none_or(is_prose)
}

/// Whether the lines before two that say the same begin alike and go on in
/// another way: sections that are built alike.
fn is_parallel(text: &str, lines: &[Line], first: usize, at: usize, words: &mut Vec<u64>) -> bool {
    if first == 0 || first + 1 == at {
        return false;
    }
    let (mut a, mut b) = (lines[first - 1], lines[at - 1]);
    if a.head == 0 || a.head != b.head || a.says(text, &b) {
        return false;
    }
    // Of one that is much longer, not even the length is asked for.
    if a.bytes().abs_diff(b.bytes()) > b.bytes() / 2 {
        return true;
    }
    a.read(text);
    b.read(text);
    !near::damaged(text, &a, &b, words)
}

/// Whether the line `at`, as the line `last` said the same, says it of one of several
/// things in a row, of which as many lines tell: three times or more in equal steps, and
/// below another line each time.
fn is_of_record(text: &str, lines: &[Line], last: usize, at: usize) -> bool {
    let step = at - last;
    let line = &lines[at];
    let says = |other: Option<usize>| {
        other.and_then(|at| lines.get(at)).is_some_and(|other| other.says(text, line))
    };
    (2..=LONGEST_RECORD).contains(&step)
        && (says(last.checked_sub(step)) || says(at.checked_add(step)))
        && last > 0
        && !lines[last - 1].says(text, &lines[at - 1])
}

/// Whether the line `at`, as the line `first` said the same, stands in a
/// quotation: where what they share begins, something leads it in.
fn is_quoted(
    text: &str,
    lines: &[Line],
    mut first: usize,
    mut at: usize,
    quoted: Option<(usize, usize)>,
) -> bool {
    loop {
        if first == 0 || at == 0 || first + 1 == at {
            return at > 0 && quote::leads_in(text, &lines[at - 1]);
        }
        (first, at) = (first - 1, at - 1);
        let (before, copy) = (&lines[first], &lines[at]);
        if before.head != copy.head || !before.says(text, copy) {
            return quote::leads_in(text, copy);
        }
        // Paragraphs were looked at before, so that the way back is short.
        if copy.print.len >= PARAGRAPH_LEN {
            return quoted == Some((first, at));
        }
    }
}

/// Whether an author says such a line more than once.
fn may_repeat(text: &str, line: &Line) -> bool {
    line.is_row(text)
        || line.is_turn(text)
        || line.is_item(text)
        || line.asks(text)
        || line.is_quoted(text)
}
