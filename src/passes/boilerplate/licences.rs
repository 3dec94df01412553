//! Licences: whose a work is stands above the leave to copy it, and is theirs.

use std::iter;

use memchr::memmem;

use super::entries::field;
use super::flags::Flag;
use super::judge::MANY;
use super::kind::BoilerplateKind;
use super::layout::Layout;
use super::line::Line;

/// The beginnings of words of which a licence has several where it gives leave to copy
/// something. Our own list.
static LEAVE: [&str; 8] =
    ["copied", "copy", "distribut", "licen", "modif", "permi", "software", "warrant"];

/// Of these, a licence has one in many lines. They are looked for in all of a text.
static SIGNS: [&str; 3] = ["istribut", "icen", "ermi"];

/// Of so many lines of a licence, one gives leave at least. In an article or a page that
/// speaks of software it is far less.
const ONE_IN: usize = 50;

/// A licence gives leave within so many lines below its notice.
const BELOW: usize = 3;

/// Whether a text consists of licences: it says whose something is, and line by line
/// what may be done with it.
pub(super) fn consists_of_them(text: &str, lines: &[Line]) -> bool {
    if !lines.iter().any(is_notice) {
        return false;
    }
    let least = MANY.max(lines.len().div_ceil(ONE_IN));
    let found = || {
        SIGNS.iter().enumerate().flat_map(|(nth, sign)| {
            let is_new = move |l: &&Line| !SIGNS[..nth].iter().any(|s| l.text(text).contains(s));
            lines_with(text, lines, sign).filter(is_new)
        })
    };
    let gives_leave = |l: &&Line| !is_notice(l) && has_several(iter::once(l.text(text)));
    // Most texts have too few such lines for their words to be looked at.
    found().take(least).count() == least
        && found().filter(gives_leave).take(least).count() == least
        && lines.iter().filter(|l| !may_have(l)).take(MANY).count() < MANY
}

/// Whether a text of licences may have a line: all but those that are certain to speak to
/// who visits a page, and are no label.
pub(super) fn may_have(line: &Line) -> bool {
    let is_label = line.is(Flag::Colon) || line.label != 0;
    let is_of_page = line.is_certain() && line.kind().is_of_pages_only() && !is_label;
    !is_of_page && !line.is(Flag::Claimed)
}

/// Keeps whose a work is, above the leave to copy it: the head of a licence.
pub(super) fn spare_notices(text: &str, lines: &mut [Line], layout: &Layout) {
    if !lines.iter().any(may_go) {
        return;
    }
    let copy = lines.get(layout.first_body).map(|l| l.text(text));
    let heads_text = has_several(copy.into_iter());
    let mut gives_leave = false;
    for at in (0..lines.len()).rev() {
        if !is_notice(&lines[at]) {
            let is_below_notice = at > 0 && is_notice(&lines[at - 1]);
            let below = || lines[at..].iter().take(BELOW).map(|l| l.text(text));
            gives_leave = is_below_notice && has_several(below());
        } else if may_go(&lines[at]) && (gives_leave || heads_text && at < layout.first_body) {
            lines[at].spare();
        }
    }
    spare_fields(text, lines);
}

/// Keeps notices that are a field of each record of a list: `Copyright: 2011 Anna Kowalska`
/// between `Files: sail.c` and `License: MIT`.
fn spare_fields(text: &str, lines: &mut [Line]) {
    for step in [1, -1] {
        let names = |lines: &[Line], at: usize| {
            let line = lines.get(at).filter(|l| is_notice(l))?;
            let near = lines.get(at.checked_add_signed(step)?).filter(|l| !l.goes())?;
            Some((field(line.text(text))?, field(near.text(text))?))
        };
        let Some(first) = (0..lines.len()).find_map(|at| names(lines, at)) else { continue };
        let is_such = |&at: &usize| names(lines, at) == Some(first);
        if (0..lines.len()).filter(is_such).nth(1).is_some() {
            let is_such = |l: &&mut Line| may_go(l) && field(l.text(text)) == Some(first.0);
            lines.iter_mut().filter(is_such).for_each(Line::spare);
        }
    }
}

/// Whether a line says whose something is, and would go, but not for what the caller says.
fn may_go(line: &Line) -> bool {
    line.goes() && is_notice(line) && !line.is(Flag::Claimed)
}

/// Whether a line says whose something is.
fn is_notice(line: &Line) -> bool {
    line.kind == Some(BoilerplateKind::Copyright)
}

/// Whether lines have several of the words by which a licence gives leave.
fn has_several<'t>(lines: impl Iterator<Item = &'t str>) -> bool {
    let mut found = 0_u8;
    for line in lines.map(str::as_bytes) {
        for at in 0..line.len() {
            for (nth, word) in LEAVE.iter().map(|word| word.as_bytes()).enumerate() {
                let is = |part: &[u8]| part.eq_ignore_ascii_case(word);
                if line[at] | 0x20 == word[0] && line.get(at..at + word.len()).is_some_and(is) {
                    found |= 1 << nth;
                }
            }
        }
        if found.count_ones() > 1 {
            return true;
        }
    }
    false
}

/// The lines in which a word stands.
fn lines_with<'l>(text: &str, lines: &'l [Line], word: &str) -> impl Iterator<Item = &'l Line> {
    let mut from = 0;
    iter::from_fn(move || {
        let at = from + memmem::find(&text.as_bytes()[from..], word.as_bytes())?;
        let line = &lines[lines.partition_point(|l| l.start as usize <= at) - 1];
        from = line.next as usize;
        Some(line)
    })
}

#[cfg(test)]
mod tests {
    use crate::Pass;
    use crate::passes::Boilerplate;

    const OWNER: &str = "Copyright 2011 Anna Kowalska";
    const GRANT: &str = "Everybody may copy and distribute the plans of this boat, and build it.\n";
    const COPY: &str = "The boats came back before the evening, and nobody had caught a fish.\n";

    fn stays(line: &str, text: &str) -> bool {
        Boilerplate::default().clean(text).lines().any(|left| left == line)
    }

    #[test]
    fn three_lines_and_one_in_fifty_make_a_licence() {
        let below = |grants: usize, lines: usize| {
            let (grants, copy) = (GRANT.repeat(grants), COPY.repeat(lines - grants - 1));
            stays(OWNER, &format!("{grants}{copy}{OWNER}\n"))
        };
        assert!(below(3, 20));
        assert!(!below(2, 20));
        assert!(below(3, 150));
        assert!(!below(3, 151));
        assert!(below(4, 151));
    }

    #[test]
    fn what_only_pages_say_makes_no_licence() {
        let beside = |of_page: &str| {
            let text = format!("{}{COPY}{OWNER}\n{of_page}", GRANT.repeat(3));
            stays(OWNER, &text)
        };
        assert!(beside("Leave a Comment\nShare this article\n"));
        assert!(!beside("Leave a Comment\nShare this article\nSubscribe to our newsletter\n"));
        assert!(!stays(
            "Leave a Comment",
            &format!("{}{OWNER}\nLeave a Comment\n", GRANT.repeat(3))
        ));
    }

    #[test]
    fn leave_is_given_within_three_lines_below_a_notice() {
        let above = |between: usize| {
            let between = "The crew\n".repeat(between);
            stays(OWNER, &format!("{COPY}{COPY}{OWNER}\n{between}{GRANT}"))
        };
        assert!(above(0));
        assert!(above(2));
        assert!(!above(3));
    }

    #[test]
    fn notices_are_fields_of_two_records() {
        let of = |records: &[&str]| stays("Copyright: 2011 Anna Kowalska", &records.concat());
        let record = "Files: sail.c\nCopyright: 2011 Anna Kowalska\nLicense: MIT\n\n";
        let other = "Files: oar.c\nCopyright: 2012 Vesna Jaromir\nLicense: ISC\n\n";
        assert!(of(&[COPY, COPY, record, other]));
        assert!(!of(&[COPY, COPY, record]));
    }
}
