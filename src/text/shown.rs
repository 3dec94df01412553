//! What a text shows because it is wrong: lessons, guides of style, lists of errors.

use memchr::{memchr3_iter, memrchr};

use super::boundaries;
use crate::data::has;

/// Labels of what is wrong, and of what is right. Our own lists, sorted.
static WRONG: &[&str] = &["incorrect", "misspelled", "misspelt", "wrong"];
static RIGHT: &[&str] = &["correct", "right"];

/// Signs of what is wrong, and of what is right. A list of what a thing has and lacks has them
/// too, but hardly both in a line.
const CROSSES: [char; 4] = ['✖', '✗', '✘', '❌'];
const TICKS: [char; 3] = ['✅', '✓', '✔'];

/// The first byte of each of them, and of dashes.
const DASH_OR_SIGN: u8 = 0xE2;

/// No farther from a place are the labels that tell of it, in bytes.
const REACH: usize = 256;

/// What a label or a sign says of what follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Says {
    Wrong,
    Right,
    Cross,
    Tick,
}

/// Whether the text sets what stands here against what is right, by a label or a sign before
/// each, in the same line or the next: `Wrong: I could of gone. Right: I could have gone.`
pub(crate) fn is_wrong(text: &str, at: usize) -> bool {
    let before = &text[boundaries::ceil(text, at.saturating_sub(REACH))..at];
    let start = memrchr(b'\n', before.as_bytes()).map_or(0, |end| end + 1);
    let (above, line) = before.split_at(start);
    // Hardly a line has a label.
    let Some((says, said)) = labels(line).next_back() else { return false };
    let behind = &text[at..boundaries::floor(text, at + REACH)];
    let above = above.trim_end().rsplit('\n').next().unwrap_or(above);
    let (rest, below) = behind.split_at(behind.find('\n').unwrap_or(behind.len()));
    let below = below.trim_start().split('\n').next().unwrap_or(below);
    let has = |text, sign| labels(text).any(|(says, _)| says == sign);
    let is_right = |text| has(text, Says::Right) || has(text, Says::Tick);
    !ends_sentence(said)
        && match says {
            Says::Wrong => [above, line, rest, below].into_iter().any(is_right),
            Says::Cross => has(rest, Says::Tick),
            Says::Right | Says::Tick => false,
        }
}

/// The labels and signs of a line, each with what stands behind it.
fn labels(text: &str) -> impl DoubleEndedIterator<Item = (Says, &str)> {
    memchr3_iter(b':', b'-', DASH_OR_SIGN, text.as_bytes()).filter_map(move |at| {
        let mark = text[at..].chars().next()?;
        let behind = &text[at + mark.len_utf8()..];
        let says = match mark {
            _ if CROSSES.contains(&mark) => Says::Cross,
            _ if TICKS.contains(&mark) => Says::Tick,
            ':' => label(&text[..at])?,
            // No part of a word: `Wrong-way drivers`.
            '–' | '—' | '-' if behind.starts_with(' ') => label(text[..at].strip_suffix(' ')?)?,
            _ => return None,
        };
        Some((says, behind))
    })
}

/// What the label says with which the text ends, if it does.
fn label(text: &str) -> Option<Says> {
    let text = text.trim_end_matches('*');
    let label = text.rsplit(|c: char| !c.is_alphabetic()).next()?;
    let lead = text[..text.len() - label.len()].trim_end();
    let starts = lead.is_empty() || lead.ends_with(['.', '!', '?', '/', '|', '*', '•', '-', '(']);
    match label {
        _ if !starts || !label.starts_with(char::is_uppercase) => None,
        _ if has(WRONG, label) => Some(Says::Wrong),
        _ if has(RIGHT, label) => Some(Says::Right),
        _ => None,
    }
}

/// Whether a sentence ends in the text, and another begins.
fn ends_sentence(text: &str) -> bool {
    text.as_bytes().windows(2).any(|pair| matches!(pair, [b'.' | b'!' | b'?', b' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_needs_its_counterpart() {
        for (text, wrong) in [
            ("Wrong: the sail. Right: the oar", true),
            ("* INCORRECT – the sail\n\n* Correct – the oar", true),
            ("It rains. **Wrong**: the sail (Right: the oar)", true),
            ("It rains. **Wrong:** the sail (Right: the oar)", true),
            ("Right: the oar. Wrong: the sail", true),
            ("Wrong: the sail ✓ the oar", true),
            ("✗ the sail ✓ the oar", true),
            ("the sail", false),
            ("Wrong: the sail", false),
            ("Wrong: the sail\nWrong: the mast\nRight: the oar", false),
            ("Right: the oar\nWrong: the mast\nWrong: the sail", false),
            ("Wrong: the sail. It was right: the oar", false),
            ("It was wrong: the sail. Right: the oar", false),
            ("Wrong: the oar. Right: the sail. Right: the oar", false),
            ("Wrong: the oar. It has the sail. Right: the oar", false),
            ("Wrong:\nthe sail. Right: the oar", false),
            ("Wrong-way drivers had the sail. Right: the oar", false),
            ("✗ the sail", false),
            ("✗ the sail\n✓ the oar", false),
            ("✓ the sail ✗ the oar", false),
        ] {
            assert_eq!(is_wrong(text, text.find("sail").unwrap()), wrong, "{text}");
        }
        for filler in ["é", "a"].map(|letter| letter.repeat(REACH)) {
            let far = format!("Wrong: {filler}sail. Right: the oar");
            assert!(!is_wrong(&far, far.find("sail").unwrap()));
            let far = format!("Wrong: sail{filler}. Right: the oar");
            assert!(!is_wrong(&far, far.find("sail").unwrap()));
        }
    }
}
