//! Lines that say what pages say, and are the article's own for what stands
//! next to them.

use super::blocks;
use super::flags::Flag;
use super::judge::number;
use super::kind::BoilerplateKind;
use super::layout::Layout;
use super::licences;
use super::line::{Line, NETWORKS};
use super::looks::is_closing;
use super::manuals;
use super::stray;
use super::wrapped::begins_small;
use crate::data::has_phrase;

/// A heading of details has so many words at most, and a detail so many.
const HEADING: u16 = 3;
const DETAIL: u16 = 12;

/// An address of a house has so many words at most.
const ADDRESS: u16 = 6;

/// The label of a field or of a number has so many words at most, the number with
/// it.
pub(super) const LABEL: u16 = 3;

/// So many rows of a word and a number make a table; words of pages do not count.
const ROWS: usize = 2;

/// How sections are headed that list what else there is to read. Our own list, sorted, of
/// the languages in which encyclopaedias have many articles.
static SEE_ALSO: &[&str] = &[
    "additional reading",
    "also see",
    "external links",
    "further reading",
    "katso myös",
    "recommended reading",
    "se også",
    "se även",
    "see also",
    "siehe auch",
    "suggested reading",
    "vedi anche",
    "ver también",
    "ver também",
    "viz též",
    "voir aussi",
    "véase también",
    "zie ook",
    "zobacz też",
    "см. также",
];

/// How the headings read below which stands what a text is not to be taken for. Sorted.
static DISCLAIMERS: &[&str] = &["disclaimer", "disclaimers", "haftungsausschluss"];

/// How sections are headed that pages link to, and of which an advert or the page of a
/// product consists. Our own list, sorted.
static SECTIONS: &[&str] = &[
    "about me",
    "about the company",
    "about us",
    "customer reviews",
    "our mission",
    "our team",
    "product description",
    "product details",
    "über uns",
];

/// An item without a mark of a list of what else there is to read has so many words at most.
const ITEM: u16 = 6;

/// What buttons with a counter do. Our own list.
static BUTTONS: &[&str] =
    &["email", "like", "likes", "pin", "print", "retweet", "save", "share", "shares", "tweet"];

/// Who or what a number is of has so many words at most.
const NAME: u16 = 4;

/// A number of so many digits is one of a telephone.
const DIGITS: usize = 7;

/// With more certain lines next to it, a heading is one of a menu.
const COMPANY: u8 = 2;

/// A line of verse that goes on the one above it has so many words at least, and
/// one of these marks.
const GOES_ON: u16 = 3;
const MARKS: [char; 8] = [',', ';', ':', '.', '!', '?', '\u{2013}', '\u{2014}'];

/// So many questions with their answers are how a text is built.
const ASKED: usize = 3;

/// So many numbered lines are the clauses of a contract.
const CLAUSES: usize = 4;

/// The copy of a document begins within so many lines below its title.
const TITLED: usize = 4;

/// Keeps the lines of a document that are its own.
pub(super) fn spare(text: &str, lines: &mut [Line], layout: &Layout, seen: &mut Vec<u32>) {
    if !lines.iter().any(Line::goes) {
        return;
    }
    blocks::spare(text, lines, layout);
    if layout.is_page {
        return;
    }
    spare_title(text, lines, layout);
    spare_questions(text, lines);
    spare_turns(text, lines);
    spare_refrains(text, lines, seen);
    spare_details(text, lines);
    spare_contacts(text, lines);
    spare_fields(lines);
    spare_figures(text, lines);
    spare_heads(text, lines);
    manuals::spare(text, lines);
    licences::spare_notices(text, lines, layout);
}

/// Keeps the first line if it says what the document is, of which its copy
/// speaks; and in terms and policies what such documents speak of, in others
/// their headings.
fn spare_title(text: &str, lines: &mut [Line], layout: &Layout) {
    let first = &lines[0];
    if first.kind.is_none()
        || first.own <= 0
        || first.is(Flag::Claimed)
        || !is_title(text, lines, layout)
    {
        return;
    }
    let is_legal = first.kind() == BoilerplateKind::Legal;
    let certain = first.is_certain();
    lines[0].spare();
    for at in 1..layout.last_body {
        let line = &lines[at];
        let heads =
            || certain && line.is_heading() && lines.get(at + 1).is_some_and(Line::is_sentence);
        let is_own = line.kind().is_of_policies() && (is_legal || heads());
        if line.goes() && !line.is(Flag::Claimed) && is_own {
            lines[at].spare();
        }
    }
}

fn is_title(text: &str, lines: &[Line], layout: &Layout) -> bool {
    let first = &lines[0];
    let Some(copy) = lines.get(layout.first_body) else { return false };
    // Of what only pages say, a word may be the subject of a text: "Cookies", "Comments".
    let may_be_subject = first.words == 1 && first.kind().is_of_pages_only();
    let may_open =
        first.kind().may_open() || first.kind() == BoilerplateKind::Cookies || may_be_subject;
    if layout.first_body > TITLED || !first.is_heading() || !may_open {
        return false;
    }
    let between = &lines[1..layout.first_body.max(1)];
    let is_above = match first.kind() {
        BoilerplateKind::Legal => between.iter().all(|l| l.kind.is_none() || l.is(Flag::FullDate)),
        _ => between.is_empty(),
    };
    is_above
        && (stray::shared_long(first.text(text), copy.text(text)) > 0
            || first.kind() == BoilerplateKind::Legal && has_clauses(text, lines, layout))
}

/// Whether lines are numbered on as the clauses of a contract are, from the first
/// that stands no lower than the first paragraph.
fn has_clauses(text: &str, lines: &[Line], layout: &Layout) -> bool {
    let clause = |l: &Line| clause(l.text(text));
    let opens = lines[..=layout.first_body].iter().any(|l| clause(l) == Some(1));
    let mut last = 0;
    let goes_on = |number: &u32| {
        let goes_on = (last..=last + 1).contains(number);
        last = if goes_on { *number } else { last };
        goes_on
    };
    opens && lines.iter().filter_map(clause).filter(goes_on).take(CLAUSES).count() == CLAUSES
}

/// The first part of the number of a clause, which has a mark or several parts: 1 of
/// "1.2 Fees".
fn clause(text: &str) -> Option<u32> {
    number(text)?;
    let (first, _) = text.trim_start().split_once(' ')?.0.split_once(['.', ')'])?;
    first.parse().ok()
}

/// Keeps a question that stands above its answer, one of several, and the title
/// above them.
fn spare_questions(text: &str, lines: &mut [Line]) {
    let asks = |lines: &[Line], at: usize| {
        let line = &lines[at];
        line.is(Flag::Ended)
            && lines.get(at + 1).is_some_and(Line::is_body)
            && is_question(line.text(text))
    };
    let may_go = |l: &Line| l.goes() && l.is(Flag::Ended) && !l.is(Flag::Sure);
    let title = lines[0].goes() && !lines[0].is(Flag::Claimed) && lines[0].kind().may_open();
    if !(title || lines.iter().any(may_go))
        || (0..lines.len()).filter(|&at| asks(lines, at)).take(ASKED).count() < ASKED
    {
        return;
    }
    if title && lines[0].is_heading() && lines[0].words > 1 && asks(lines, 1) {
        lines[0].spare();
    }
    for at in 0..lines.len() {
        if may_go(&lines[at]) && asks(lines, at) {
            lines[at].spare();
        }
    }
}

/// Keeps a question and its answer that are marked as such: "Q. Was it you?"
fn spare_turns(text: &str, lines: &mut [Line]) {
    let may_go = |l: &Line| l.goes() && !l.is(Flag::Sure);
    let is = |l: &Line, marks: [&str; 2]| marks.iter().any(|m| l.text(text).starts_with(m));
    for at in 1..lines.len() {
        let turns = &mut lines[at - 1..=at];
        if turns.iter().any(may_go)
            && is(&turns[0], ["Q. ", "Q: "])
            && is_question(turns[0].text(text))
            && is(&turns[1], ["A. ", "A: "])
        {
            turns.iter_mut().filter(|l| may_go(l)).for_each(Line::spare);
        }
    }
}

/// Whether a line ends in a question mark, maybe inside a quotation.
fn is_question(text: &str) -> bool {
    text.trim_end_matches(is_closing).ends_with(['?', '\u{ff1f}', '\u{61f}'])
}

/// Keeps a line that the next one goes on with, as in verse, and those that
/// say the same.
fn spare_refrains(text: &str, lines: &mut [Line], seen: &mut Vec<u32>) {
    let may_go = |l: &Line| l.goes() && !l.is(Flag::Claimed) && l.is_heading();
    let is_gone_on = |below: &Line| {
        below.is(Flag::Lower)
            && below.kind.is_none()
            && below.words >= GOES_ON
            && below.text(text).contains(' ')
            && below.text(text).contains(MARKS)
    };
    seen.clear();
    let pairs = lines.windows(2).filter(|pair| may_go(&pair[0]) && is_gone_on(&pair[1]));
    seen.extend(pairs.map(|pair| pair[0].key));
    seen.sort_unstable();
    for line in lines.iter_mut().filter(|l| may_go(l)) {
        if seen.binary_search(&line.key).is_ok() {
            line.spare();
        }
    }
}

/// Keeps a heading above details, and the numbers among them: "Contact" above
/// an address.
fn spare_details(text: &str, lines: &mut [Line]) {
    let mut at = 0;
    while at < lines.len() {
        let heads = heads_details(text, lines, at);
        if heads {
            lines[at].spare();
        }
        at += 1;
        if !heads {
            continue;
        }
        for line in lines[at..].iter_mut().take_while(|l| may_be_detail(l)) {
            if line.goes() && is_number(line.text(text)) {
                line.spare();
            }
            at += 1;
        }
    }
}

/// Whether a line that would go is the heading of details.
fn heads_details(text: &str, lines: &[Line], at: usize) -> bool {
    let line = &lines[at];
    if !line.goes()
        || line.is(Flag::Claimed)
        || line.is(Flag::Framed)
        || line.company > COMPANY
        || line.words > HEADING
        || !(line.is(Flag::Colon) || line.is_heading())
    {
        return false;
    }
    let below = |by: usize| lines.get(at + by).filter(|l| may_be_detail(l));
    let Some(first) = below(1) else { return false };
    match line.kind() {
        BoilerplateKind::Navigation => {}
        // A label that forms for comments have too: "E-mail:".
        BoilerplateKind::Comments if line.is(Flag::Colon) && !line.is(Flag::Sure) => {
            return is_number(first.text(text));
        }
        _ => return false,
    }
    let is_name = first.kind.is_none() && first.words <= NAME;
    (first.words <= ADDRESS && is_address(first.text(text)))
        || is_number(first.text(text))
        || (is_name && below(2).is_some_and(|l| is_number(l.text(text))))
}

/// Keeps the number of a telephone, or an address of the net, with its label, if
/// nothing certain stands near it: the end of a letter.
fn spare_contacts(text: &str, lines: &mut [Line]) {
    for line in lines.iter_mut().filter(|l| l.goes() && has_no_company(l)) {
        if is_contact(line.text(text)) {
            line.spare();
        }
    }
}

/// Whether nothing certain stands near a line that may go.
fn has_no_company(line: &Line) -> bool {
    line.company == 0 && !line.is(Flag::Claimed) && !line.is(Flag::Framed)
}

/// Whether a line is a word and the number of a telephone or an address:
/// "Tel. 555 01 99".
fn is_contact(text: &str) -> bool {
    let Some((label, rest)) = text.split_once(' ') else { return false };
    let is_address = || rest.contains('@') && !rest.contains(' ');
    label.starts_with(char::is_alphabetic)
        && is_number(rest)
        && (is_address() || !rest.contains(char::is_alphabetic))
}

/// Keeps the labels of a form, and its heading: several lines that end in a
/// colon, with nothing certain near them. A line below that speaks of comments
/// says whose form it is.
fn spare_fields(lines: &mut [Line]) {
    let speaks_of_comments =
        |l: &Line| l.kind == Some(BoilerplateKind::Comments) && l.words > LABEL;
    let is_field = |l: &Line| l.is(Flag::Colon) && l.words <= LABEL && has_no_company(l);
    let mut at = 0;
    while at < lines.len() {
        let len = lines[at..].iter().take_while(|l| is_field(l)).count();
        if len > 1 && !lines.get(at + len).is_some_and(speaks_of_comments) {
            let heads = at > 0 && lines[at - 1].is_heading() && has_no_company(&lines[at - 1]);
            for line in lines[at - usize::from(heads)..at + len].iter_mut().filter(|l| l.goes()) {
                line.spare();
            }
        }
        at += len.max(1);
    }
}

/// Keeps the rows of a table of words and numbers, and of one that the article leads
/// in: "SHARE 51".
fn spare_figures(text: &str, lines: &mut [Line]) {
    let is_row = |l: &Line| l.kind.is_none() && !l.goes() && !names_button(text, l);
    let mut is_led = false;
    let is_in_table = |l: &Line| is_label_and_number(text, l);
    for table in lines.chunk_by_mut(|a, b| is_in_table(a) && is_in_table(b)) {
        let is_own = || table.iter().filter(|l| is_row(l)).take(ROWS).count() == ROWS;
        if table.len() >= ROWS && (is_led || is_own()) {
            table.iter_mut().filter(|l| l.goes() && !l.is(Flag::Claimed)).for_each(Line::spare);
        }
        is_led = table.last().is_some_and(leads_in);
    }
}

/// Whether a line of the article leads in what stands below it.
pub(super) fn leads_in(line: &Line) -> bool {
    line.is(Flag::Colon) && line.words > LABEL && line.kind.is_none() && !line.goes()
}

/// Whether a line is a word or two and a number.
pub(super) fn is_label_and_number(text: &str, line: &Line) -> bool {
    let is_number = |word: &str| {
        word.trim_end_matches('%').ends_with(|c: char| c.is_ascii_digit())
            && word.bytes().all(|b| b.is_ascii_digit() || b".,%".contains(&b))
    };
    (2..=LABEL).contains(&line.words)
        && line.text(text).ends_with(|c: char| c.is_ascii_digit() || c == '%')
        && line.text(text).rsplit_once(' ').is_some_and(|(name, number)| {
            is_number(number) && name.starts_with(char::is_alphabetic)
        })
}

/// Whether a line begins with the name of a network, or with what a button does:
/// a counter of a page.
pub(super) fn names_button(text: &str, line: &Line) -> bool {
    let name = line.text(text).split(' ').next().unwrap_or_default().to_lowercase();
    NETWORKS.contains(&name.as_str()) || BUTTONS.contains(&name.as_str())
}

/// Keeps a heading above what it is the heading of, if that stays: a list of what
/// else there is to read, what a text is not to be taken for.
fn spare_heads(text: &str, lines: &mut [Line]) {
    for at in 0..lines.len() {
        let line = &lines[at];
        if !line.goes() || line.is(Flag::Claimed) || line.is(Flag::Framed) {
            continue;
        }
        let is_alone = line.company <= COMPANY;
        if heads_section(text, lines, at) || is_alone && heads_what_stays(text, lines, at) {
            lines[at].spare();
        }
    }
}

/// Whether a line is the heading of a list of what else there is to read, of a clause, or
/// of what a text is not to be taken for, which stays.
fn heads_what_stays(text: &str, lines: &[Line], at: usize) -> bool {
    let (head, below) = (lines[at].text(text), &lines[at + 1..]);
    let next = below.first().filter(|next| !next.goes());
    match lines[at].kind() {
        BoilerplateKind::Related if has_code(head) => true,
        BoilerplateKind::Related | BoilerplateKind::Navigation => {
            let lists_code = || next.is_some_and(|next| has_code(next.text(text)));
            says(head, SEE_ALSO) && (heads_items(text, below) || lists_code())
        }
        BoilerplateKind::Legal => next.is_some_and(|next| {
            says(head, DISCLAIMERS) && next.is_body()
                || matches!(clause(next.text(text)), Some(0 | 1))
        }),
        _ => false,
    }
}

/// Whether a line is the heading of the paragraph right below it, and not the last of a
/// menu.
fn heads_section(text: &str, lines: &[Line], at: usize) -> bool {
    let line = &lines[at];
    let heads = |below: &Line| below.is_body() && !below.goes() && !line.is_apart_from(below);
    line.kind() == BoilerplateKind::Navigation
        && lines.get(at + 1).is_some_and(heads)
        && at.checked_sub(1).is_some_and(|above| {
            let above = &lines[above];
            !above.goes() && (above.is_body() || above.is_apart_from(line))
        })
        && says(line.text(text), SECTIONS)
}

/// Whether a heading is one of a sorted list.
fn says(head: &str, list: &[&str]) -> bool {
    has_phrase(list, head.trim_end_matches(':'))
}

/// Whether names in code stand in a line, or it breaks off within a link: what
/// documentation refers to.
fn has_code(text: &str) -> bool {
    let count = |mark| memchr::memchr_iter(mark, text.as_bytes()).count();
    count(b'`') > 1 || count(b'[') > count(b']')
}

/// Whether a short line follows that stays, or one that begins with a small letter, as a link
/// of a page does not.
fn heads_items(text: &str, below: &[Line]) -> bool {
    let is_item = |l: &Line| {
        let is_short = (l.words <= ITEM || l.is(Flag::Item)) && !l.is(Flag::Prose);
        (is_short || begins_small(l.text(text))) && !l.goes() && l.kind.is_none()
    };
    below.first().is_some_and(is_item)
}

/// Whether a line may stand below the heading of details.
fn may_be_detail(line: &Line) -> bool {
    let is_said = match line.kind {
        None => true,
        Some(BoilerplateKind::Navigation) => !line.is_certain(),
        Some(_) => line.is(Flag::Day),
    };
    is_said
        && !line.is(Flag::Prose)
        && !line.is(Flag::Counted)
        && !line.is(Flag::Claimed)
        && line.words <= DETAIL
}

/// Whether an address of the net or the number of a telephone stands in a line.
pub(super) fn is_number(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let letters = || text.chars().filter(|c| c.is_alphabetic()).count();
    text.contains('@') || (digits >= DIGITS && digits * 2 >= letters())
}

/// Whether a line reads like the address of a house.
fn is_address(text: &str) -> bool {
    text.contains(", ") && text.bytes().any(|b| b.is_ascii_digit())
}

#[cfg(test)]
pub(super) mod tests {
    use crate::Pass;
    use crate::passes::Boilerplate;

    /// Two paragraphs of an article.
    pub(crate) const COPY: &str = "The ferry sails from the old pier at noon, and nobody has ever missed it.\n\
        It comes back in the evening with fish, bread and whoever was left on the island.\n";

    fn stays(line: &str, text: &str) -> bool {
        Boilerplate::default().clean(text).lines().any(|left| left == line)
    }

    #[test]
    fn a_heading_stays_above_an_address_or_a_number_of_seven_digits() {
        let below = |detail: &str| stays("Contact us", &format!("{COPY}Contact us\n{detail}\n"));
        assert!(below("Harbour Street 5, Avonlea"));
        assert!(below("Tel. 555 0199"));
        assert!(!below("Tel. 555 01"));
        assert!(!below("Read more"));
    }

    #[test]
    fn two_rows_of_words_and_numbers_are_a_table() {
        let among = |rows: &str| stays("SHARE 51", &format!("{COPY}{rows}\n{COPY}"));
        for rows in [
            "COAL 20\nSHARE 51\nROPE 29",
            "SHARE 51\nCOAL 20\nROPE 29",
            "COAL 20\nSHARE 51\nSUBSCRIBE 7\nROPE 29",
        ] {
            assert!(among(rows), "{rows}");
        }
        for rows in [
            "SHARE 51",
            "COAL 20\nSHARE 51",
            "Reddit 20\nSHARE 51\nTumblr 29",
            "COAL 20\nSHARE 51\nThe rope.\nROPE 29",
            "COAL 20,\nSHARE 51\nROPE %",
        ] {
            assert!(!among(rows), "{rows}");
        }
    }

    #[test]
    fn two_labels_with_nothing_certain_near_them_are_a_form() {
        let below = |fields: &str| stays("E-mail:", &format!("{COPY}{fields}\n{COPY}"));
        assert!(below("E-mail:\nPhone:"));
        assert!(!below("Leave a Reply\nE-mail:\nWebsite:\nPost Comment"));
    }

    #[test]
    fn a_heading_stays_above_an_item_that_does() {
        let below = |items: &str| stays("See also", &format!("{COPY}See also\n{items}"));
        assert!(below("Hemp\nShip of the line\n"));
        assert!(below("- Hemp, the plant of which ropes of old were made\n- Knot\n"));
        assert!(below("Hemp\n"));
        assert!(below("ropes and how they were made of old, sails, anchors, oars and nets\n"));
        assert!(!below("Share\nTweet\n"));
        assert!(!below(COPY));
    }

    #[test]
    fn three_questions_with_answers_are_how_a_text_is_built() {
        let ask = |questions: &[&str]| -> String {
            questions.iter().map(|question| format!("{question}\n{COPY}")).collect()
        };
        for questions in [
            ["When does it sail?", "Do you accept cookies?", "Is there a bar?"],
            ["“When does it sail?”", "“Do you accept cookies?”", "“Is there a bar?”"],
        ] {
            assert!(stays(questions[1], &ask(&questions)));
            assert!(!stays(questions[1], &ask(&questions[..2])));
        }
    }

    #[test]
    fn a_policy_keeps_what_it_speaks_of_and_not_what_stands_below_it() {
        let copy = "We keep your privacy in mind when we ask for a name, and we sell none of it.\n";
        let text = format!("Privacy policy\n{copy}Cookies\n{COPY}Cookie policy\nTerms of use\n");
        let clean = Boilerplate::default().clean(&text).into_owned();
        assert_eq!(clean, format!("Privacy policy\n{copy}Cookies\n{COPY}"));
    }

    #[test]
    fn words_in_a_long_list_are_its_items() {
        for lines in [100, 400, 1000] {
            let line = |n: usize| ["Rope\n", "Sail\n", "Oar\n", "Comments\n"][n % 4];
            let text: String = (0..lines).map(line).collect();
            assert_eq!(Boilerplate::default().clean(&text), text, "{lines} lines");
        }
    }
}
