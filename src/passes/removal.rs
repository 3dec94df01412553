//! Taking whole lines out of a text.

use crate::Edits;

/// A line that is not blank, and whether it goes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    /// Where it begins, in bytes of the text.
    pub(super) start: usize,
    /// Where the line after it begins, blank or not.
    pub(super) next: usize,
    /// The rule for which it goes; `None` if it stays.
    pub(super) rule: Option<&'static str>,
}

/// Deletes lines with their ends.
///
/// `lines` are all lines that are not blank. Where lines go that stood between
/// blank lines, those after them go too, so that no hole is left; at the end
/// of the text, those before.
pub(super) fn take_out<L>(
    len: usize,
    lines: &[L],
    candidate: impl Fn(&L) -> Candidate,
    edits: &mut Edits,
) {
    let get = |at: usize| candidate(&lines[at]);
    let mut at = 0;
    while at < lines.len() {
        if get(at).rule.is_none() {
            at += 1;
            continue;
        }
        let from = at;
        while at < lines.len() && get(at).rule.is_some() {
            at += 1;
        }
        let before = if from == 0 { 0 } else { get(from - 1).next };
        let gap_before = from == 0 || before < get(from).start;
        let mut cursor = if at == lines.len() { before } else { get(from).start };
        for k in from..at {
            let Candidate { next, rule, .. } = get(k);
            let end = if k + 1 == lines.len() {
                len
            } else if k + 1 == at && !gap_before {
                next
            } else {
                get(k + 1).start
            };
            edits.delete(cursor..end, rule.expect("all lines of the run go"));
            cursor = end;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::lines::lines;

    /// Takes out the lines that begin with a minus.
    fn without(text: &str) -> String {
        let list: Vec<_> = lines(text).filter(|l| !l.is_blank()).collect();
        let mut edits = Edits::default();
        let candidate = |l: &crate::text::Line<'_>| Candidate {
            start: l.start(),
            next: l.next_start(),
            rule: l.text().starts_with('-').then_some("t/minus"),
        };
        take_out(text.len(), &list, candidate, &mut edits);
        edits.apply(text)
    }

    #[test]
    fn no_hole_is_left() {
        for (raw, clean) in [
            ("a\n-x\nb\n", "a\nb\n"),
            ("a\n\n-x\n\nb\n", "a\n\nb\n"),
            ("a\n\n-x\nb\n", "a\n\nb\n"),
            ("a\n-x\n\nb\n", "a\n\nb\n"),
            ("a\n\n-x\n\n-y\n\nb", "a\n\nb"),
            ("a\r\n\r\n-x\r\n\r\nb", "a\r\n\r\nb"),
            ("-x\n\na\n", "a\n"),
            ("\n\n-x\n\na\n", "\n\na\n"),
            ("a\n\n-x\n\n-y", "a\n"),
            ("a\n-x\n\n\n", "a\n"),
            ("a\n\n\n", "a\n\n\n"),
            ("-x\n", ""),
            ("-x", ""),
            ("", ""),
        ] {
            assert_eq!(without(raw), clean, "{raw:?}");
        }
    }
}
