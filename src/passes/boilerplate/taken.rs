//! Lines that say nothing of pages by themselves, and go with those next to
//! them.

use super::blocks::is_quantity;
use super::flags::Flag;
use super::judge::{LIST, LISTED, Layout};
use super::kind::BoilerplateKind;
use super::line::{Line, Verdict};
use super::owned::{LABEL, is_figure, is_number, leads_in, names_button};

/// A line of accounts has so many words at most.
const ACCOUNTS: u16 = 6;

/// With so many certain lines among them, one of so many, the lines between two
/// paragraphs are those of a page.
const COMPANY: u8 = 2;
const MOST: usize = 50;

/// Where the lines around one say so much, the page is thick.
const THICK: i32 = 4;

/// A headline has so many words at least, and stands above the copy by less than so
/// many lines.
const HEADLINE: u16 = 4;
const FAR: usize = 20;

/// Takes lines along with others that go.
pub(super) fn take(text: &str, lines: &mut [Line], around: &[i32], layout: &Layout) {
    if lines.iter().any(Line::goes) {
        take_fields(lines);
        take_accounts(text, lines);
        take_counters(text, lines);
        take_between(text, lines, around, layout);
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
    let is_button = |l: &Line| is_figure(text, l) && names_button(text, l);
    let mut is_led = false;
    for counters in lines.chunk_by_mut(|a, b| is_button(a) && is_button(b)) {
        if !is_led && counters.len() > 1 && counters.iter().any(Line::goes) {
            let left = counters.iter_mut().filter(|l| !l.goes());
            left.for_each(|l| go(l, BoilerplateKind::Share));
        }
        is_led = counters.last().is_some_and(leads_in);
    }
}

/// Takes the lines along that stand between two that go, or below one down to the
/// end, if the page is thick there and the model does not take them for the
/// article's.
fn take_between(text: &str, lines: &mut [Line], around: &[i32], layout: &Layout) {
    if layout.first_body > layout.last_body {
        return;
    }
    // "3 coils of rope", "News desk: 555 0199", "12".
    let is_amount = |text: &str| is_quantity(text) || is_number(text);
    let is_of_page =
        |l: &Line| l.company >= COMPANY && usize::from(l.company) * MOST >= usize::from(l.run);
    let is_set_in = |l: &Line| text[l.start as usize..].starts_with([' ', '\t']);
    let is_of_article = |l: &Line| l.is(Flag::Prose) || l.is(Flag::Column) || is_set_in(l);
    let may_be_headline = |at: usize, l: &Line| {
        (layout.first_body.saturating_sub(FAR - 1)..layout.first_body).contains(&at)
            && l.words >= HEADLINE
    };
    let (mut end, mut is_below) = (0, false);
    for run in lines.chunk_by_mut(|a, b| a.goes() == b.goes()) {
        let from = end;
        end += run.len();
        if run[0].goes() {
            is_below = true;
        } else if is_below
            && is_of_page(&run[0])
            && run.len() <= LIST
            && !run.iter().any(is_of_article)
        {
            for (at, line) in (from..).zip(run) {
                if line.trained >= LISTED
                    && around[at] >= THICK
                    && !line.is(Flag::Spared)
                    && !may_be_headline(at, line)
                    && !is_amount(line.text(text))
                {
                    go(line, line.kind.unwrap_or(BoilerplateKind::Model));
                }
            }
        }
    }
}

fn go(line: &mut Line, kind: BoilerplateKind) {
    (line.verdict, line.placed) = (Verdict::Weak, Some(kind));
}

#[cfg(test)]
mod tests {
    use super::FAR;
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
    fn names_go_between_two_certain_lines_that_go() {
        assert!(goes("Leave a comment\nHarbour sports\nSubscribe to our newsletter"));
        assert!(goes("Leave a comment\nRegister now\nHarbour sports\nPort and town\nLog in"));
        for lines in [
            "Leave a comment\nHarbour sports",
            "Share\nHarbour sports\nPrint",
            "Leave a comment\n12\nSubscribe to our newsletter",
            "Leave a comment\n3 coils of rope\nSubscribe to our newsletter",
            "Leave a comment\nNews desk: 01632 960 111\nSubscribe to our newsletter",
            "Leave a comment\n  Women of the nets\nSubscribe to our newsletter",
        ] {
            assert!(!goes(lines), "{lines}");
        }
    }

    #[test]
    fn names_go_below_a_line_that_goes_down_to_the_end() {
        let text = format!("{COPY}Leave a comment\nSubscribe to our newsletter\nHarbour sports\n");
        assert_eq!(Boilerplate::default().clean(&text), COPY);
    }

    #[test]
    fn a_headline_stays_above_the_copy() {
        let title = "Bread prices of port";
        let stays = |below: usize| {
            let text = format!("Log in\nRegister\n{title}\n{}{COPY}", "Weather\n".repeat(below));
            Boilerplate::default().clean(&text).contains(title)
        };
        assert!(stays(FAR - 2));
        assert!(!stays(FAR - 1));
    }

    #[test]
    fn counters_go_beside_one_that_goes() {
        assert!(goes("Share 51\nEmail 4\nPrint 3"));
        assert!(!goes("Share 51\nEmail 4\nRope 3"));
        assert!(!goes("Email 4\nPrint 3"));
    }
}
