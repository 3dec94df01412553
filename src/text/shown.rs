//! What a text shows because it is wrong: lessons, guides of style, lists of errors.

use super::boundaries;
use crate::data::has;

/// Labels of what is wrong. Our own list, sorted.
static WRONG: &[&str] = &["incorrect", "misspelled", "misspelt", "wrong"];

/// Signs of what is wrong, and of what is right.
const CROSSES: [char; 4] = ['✖', '✗', '✘', '❌'];
const TICKS: [char; 3] = ['✅', '✓', '✔'];

/// A label is no farther from what it says is wrong than this, in bytes.
const REACH: usize = 256;

/// Whether the label or the sign that stands last before the place in its line says that
/// what follows is wrong: `Wrong: I could of gone. Right: I could have gone.`
pub(crate) fn is_wrong(text: &str, at: usize) -> bool {
    let before = &text[boundaries::ceil(text, at.saturating_sub(REACH))..at];
    let line = before.rsplit('\n').next().unwrap_or(before);
    let sign = line.rfind(|c| CROSSES.contains(&c) || TICKS.contains(&c));
    if let Some(sign) = sign {
        return line[sign..].starts_with(CROSSES);
    }
    let mut marks = line.rmatch_indices([':', '–', '—', '-']);
    let label = marks.find_map(|(mark, _)| {
        let part = line[..mark].trim_end();
        let label = part.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or(part);
        let lead = part[..part.len() - label.len()].trim_end();
        let starts =
            lead.is_empty() || lead.ends_with(['.', '!', '?', '/', '|', '*', '•', '-', '(']);
        (starts && label.starts_with(char::is_uppercase)).then_some(label)
    });
    label.is_some_and(|label| has(WRONG, label))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_label_or_sign_counts() {
        assert!(WRONG.is_sorted());
        for (text, wrong) in [
            ("Wrong: the sail", true),
            ("* INCORRECT – the sail", true),
            ("It rains. Wrong: the sail", true),
            ("✓ the oar ✗ the sail", true),
            ("the sail", false),
            ("It was wrong: the sail", false),
            ("Wrong: the oar. Right: the sail", false),
            ("✗ the oar ✓ the sail", false),
            ("Wrong:\nthe sail", false),
        ] {
            assert_eq!(is_wrong(text, text.len() - 4), wrong, "{text}");
        }
        let far = format!("Wrong: {}sail", "é".repeat(REACH));
        assert!(!is_wrong(&far, far.len() - 4));
    }
}
