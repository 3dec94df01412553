//! Lines that say who is quoted below.

use super::line::Line;

/// So many bytes has a line that says who is quoted, at most.
const LONGEST: usize = 120;

/// So many of them make a thread.
const THREAD: usize = 2;

/// Whether a line leads in a quotation.
pub(super) fn leads_in(text: &str, line: &Line) -> bool {
    line.leads_in(text) || names_author(line.text(text))
}

/// Whether people quote each other in a text.
pub(super) fn is_thread(text: &str, lines: &[Line]) -> bool {
    lines.iter().filter(|line| names_author(line.text(text))).nth(THREAD - 1).is_some()
}

/// Whether a line says who is quoted, as forums and mail programs do.
fn names_author(line: &str) -> bool {
    if line.len() > LONGEST {
        return false;
    }
    let line = line.trim_start();
    let begins =
        |with: &&str| line.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with));
    let is_named = |colon: usize| ends_in_verb(line[..colon].trim_end());
    memchr::memchr_iter(b':', line.as_bytes()).any(is_named) || OPENINGS.iter().any(begins)
}

/// Whether one of the verbs stands there, and something before it.
fn ends_in_verb(text: &str) -> bool {
    let before = |verb: &&str| text.strip_suffix(*verb);
    VERBS.iter().filter_map(before).any(|name| name.ends_with(char::is_whitespace))
}

/// What stands before the name: the words of vBulletin, Simple Machines Forum
/// and Discourse, and of their translations.
const OPENINGS: &[&str] = &[
    "originally posted by ",
    "originally sent by ",
    "quote from: ",
    "quote from ",
    "quote of ",
    "quoting ",
    "in reply to ",
    "zitat von ",
    "citation de ",
    "cita de ",
    "citazione da ",
    "citando ",
    "cytat:",
    "\u{426}\u{438}\u{442}\u{430}\u{442}\u{430}:",
];

/// What stands behind it: "On Monday, Jane wrote:", as mail programs, phpBB and
/// XenForo have it in their languages.
const VERBS: &[&str] = &[
    "wrote",
    "writes",
    "said",
    "schrieb",
    "hat geschrieben",
    "sagte",
    "a \u{e9}crit",
    "a dit",
    "escribi\u{f3}",
    "dijo",
    "ha scritto",
    "ha detto",
    "escreveu",
    "disse",
    "schreef",
    "napisa\u{142}",
    "napisa\u{142}(a)",
    "napisa\u{142}a",
    "\u{43f}\u{438}\u{441}\u{430}\u{43b}",
    "\u{43f}\u{438}\u{441}\u{430}\u{43b}(\u{430})",
    "\u{43d}\u{430}\u{43f}\u{438}\u{441}\u{430}\u{43b}",
    "\u{43d}\u{430}\u{43f}\u{438}\u{441}\u{430}\u{43b}(\u{430})",
    "yazd\u{131}",
    "skrev",
    "kirjoitti",
    "\u{5199}\u{9053}",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_is_quoted_is_named() {
        for line in [
            "jane_of_the_mill wrote: Sat Feb 24, 2024 5:43 pm",
            "On Monday, Jane Miller wrote:",
            "He wrote that jane wrote: Sat Feb 24",
            "Originally Posted by jane",
            "  Jane said:",
            "Jane a \u{e9}crit :",
            "Jane \u{43f}\u{438}\u{441}\u{430}\u{43b}(\u{430}):",
            "Zitat von Jane",
        ] {
            assert!(names_author(line), "{line}");
        }
        for line in [
            "",
            "wrote:",
            "Jane wrote a letter: it was long.",
            "What Jane said",
            "Underwrote: nothing",
            "The quotation was nice",
        ] {
            assert!(!names_author(line), "{line}");
        }
        assert!(!names_author(&format!("Jane wrote: {}", "so it goes ".repeat(20))));
    }
}
