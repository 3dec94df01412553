//! Lines that say nothing of pages by themselves, and go with those next to
//! them.

use super::flags::Flag;
use super::kind::BoilerplateKind;
use super::line::{Line, Verdict};
use super::owned::{LABEL, is_label_and_number, leads_in, names_button};

/// A line of accounts has so many words at most.
const ACCOUNTS: u16 = 6;

/// Takes lines along with others that go.
pub(super) fn take(text: &str, lines: &mut [Line]) {
    if lines.iter().any(Line::goes) {
        take_fields(lines);
        take_accounts(text, lines);
        take_counters(text, lines);
    }
}

/// Takes the labels of fields that stand between lines of a form for comments:
/// "Name:".
fn take_fields(lines: &mut [Line]) {
    let is_of_form =
        |l: &Line| l.goes() && l.kind() == BoilerplateKind::Comments && !l.is(Flag::Prose);
    let is_field = |l: &Line| {
        l.is(Flag::Colon)
            && l.words <= LABEL
            && !l.goes()
            && matches!(l.kind, None | Some(BoilerplateKind::Comments))
    };
    let mut at = 1;
    while at < lines.len() {
        let len = lines[at..].iter().take_while(|l| is_field(l)).count();
        if len > 0 && is_of_form(&lines[at - 1]) && lines.get(at + len).is_some_and(is_of_form) {
            lines[at..at + len].iter_mut().for_each(|l| go(l, BoilerplateKind::Comments));
        }
        at += len + 1;
    }
}

/// Takes the accounts below a prompt to follow: "@harbourpost".
fn take_accounts(text: &str, lines: &mut [Line]) {
    let is_prompt =
        |l: &Line| l.goes() && l.kind() == BoilerplateKind::Follow && !l.is(Flag::Prose);
    for at in 1..lines.len() {
        let line = &lines[at];
        if !line.goes()
            && line.kind.is_none()
            && line.words <= ACCOUNTS
            && is_prompt(&lines[at - 1])
            && line.text(text).split_ascii_whitespace().all(is_account)
        {
            go(&mut lines[at], BoilerplateKind::Follow);
        }
    }
}

/// Whether a word is an account, or the address of one.
fn is_account(word: &str) -> bool {
    let is_handle = word.strip_prefix('@').is_some_and(|name| !name.contains('@'));
    let is_named = |(name, _): (&str, &str)| name.ends_with(char::is_alphabetic);
    is_handle || word.contains('/') && word.split_once('.').is_some_and(is_named)
}

/// Takes the counters of buttons that stand beside one that goes, unless the article
/// leads them in: "Print 3".
fn take_counters(text: &str, lines: &mut [Line]) {
    let is_button = |l: &Line| is_label_and_number(text, l) && names_button(text, l);
    let mut is_led = false;
    for counters in lines.chunk_by_mut(|a, b| is_button(a) && is_button(b)) {
        if !is_led && counters.len() > 1 && counters.iter().any(Line::goes) {
            let left = counters.iter_mut().filter(|l| !l.goes());
            left.for_each(|l| go(l, BoilerplateKind::Share));
        }
        is_led = counters.last().is_some_and(leads_in);
    }
}

fn go(line: &mut Line, kind: BoilerplateKind) {
    (line.verdict, line.placed) = (Verdict::Weak, Some(kind));
}

#[cfg(test)]
mod tests {
    use crate::Pass;
    use crate::passes::Boilerplate;
    use crate::passes::boilerplate::owned::tests::COPY;

    fn goes(lines: &str) -> bool {
        Boilerplate::default().clean(&format!("{COPY}{lines}\n{COPY}")) == format!("{COPY}{COPY}")
    }

    #[test]
    fn labels_go_between_lines_of_a_form() {
        assert!(goes("Leave a Reply\nName:\nTown:\nE-mail:\nWebsite:\nPost Comment"));
        assert!(!goes("Leave a Reply\nName:"));
        assert!(!goes("Name:\nPost Comment"));
    }

    #[test]
    fn accounts_go_below_a_prompt_to_follow() {
        assert!(goes("Follow us:\n@harbourpost"));
        assert!(goes("Follow us:\n@harbourpost\nfacebook.com/harbourpost"));
        assert!(!goes("Follow us:\n@harbourpost and all"));
        assert!(!goes("@harbourpost"));
    }

    #[test]
    fn counters_go_beside_one_that_goes() {
        assert!(goes("Share 51\nEmail 4\nPrint 3"));
        assert!(!goes("Share 51\nEmail 4\nRope 3"));
        assert!(!goes("Email 4\nPrint 3"));
    }
}
