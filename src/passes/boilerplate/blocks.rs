//! Lists and verses of the article that stand among lines of the page.

use super::flags::Flag;
use super::kind::BoilerplateKind;
use super::layout::Layout;
use super::line::Line;
use super::lists;
use super::looks::has_year;
use super::owned::is_number;
use super::stray;

/// A block of lines is a list or verse if it has so many, and a line that says so
/// much is none of them.
const BLOCK: usize = 3;
const SAYS: i16 = 20;

/// A line of verse that goes on the one above it has so many words at least.
const GOES_ON: u16 = 3;

/// Plain lines beside a paragraph stay up to this mean score of the model, and those
/// that say more than a link does up to so much more.
const PLAIN: i32 = 40;
const MORE: i32 = 60;

/// So many lines above the first paragraph are a title with what stands below it, and
/// stay up to this score.
const TITLES: usize = 2;
const TITLE: i32 = 80;

/// What has to show that a block is a list or verse of the article.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Proof {
    /// None of its lines says what pages say.
    Silence,
    /// It has a sign of its own as well.
    Sign,
}

/// Keeps the lists and verses that stand next to a paragraph, with nothing of the
/// page between them.
pub(super) fn spare(text: &str, lines: &mut [Line], layout: &Layout) {
    // The sidebars of a whole page are blocks that say nothing, too.
    let proof = if layout.is_page { Proof::Sign } else { Proof::Silence };
    // How many words of paragraphs stand above with nothing of the page between them.
    let mut above = 0;
    let mut from = 0;
    while from < lines.len() {
        let len = lines[from..].iter().take_while(|l| !l.is_body()).count();
        let to = from + len;
        if lines[from..to].iter().any(Line::goes) {
            spare_plain(text, lines, from, to);
            lists::spare_programme(text, &mut lines[from..to]);
            if layout.body_words == 0 {
                lists::spare_each(text, &mut lines[from..to]);
            } else if above * lists::ONE_IN >= layout.body_words {
                lists::spare_below(text, &mut lines[from..to]);
            }
            if len >= BLOCK {
                spare_marked(text, lines, from, to, proof);
                spare_blocks(text, lines, from, to, proof);
            }
        }
        if lines[from..to].iter().any(lists::separates) {
            above = 0;
        }
        above += lines.get(to).map_or(0, |body| u32::from(body.words));
        from = to + 1;
    }
}

/// Keeps lines that say nothing of pages from the paragraph above down to the first
/// that does, and from the first paragraph of the text up, if all together the model
/// takes them for the article's rather: the ingredients of a dish, a title.
fn spare_plain(text: &str, lines: &mut [Line], from: usize, to: usize) {
    let is_plain = |l: &&Line| l.kind.is_none() && !l.is(Flag::Menu);
    if from > 0 {
        let len = lines[from..to].iter().take_while(is_plain).count();
        spare_unlike_pages(text, &mut lines[from..from + len], PLAIN);
    } else if to < lines.len() {
        let len = lines[..to].iter().rev().take_while(is_plain).count();
        let most = if len <= TITLES { TITLE } else { PLAIN };
        spare_unlike_pages(text, &mut lines[to - len..to], most);
    }
}

/// Keeps lines if their mean score of the model is less than `most`.
fn spare_unlike_pages(text: &str, lines: &mut [Line], most: i32) {
    let excess = |l: &Line| i32::from(l.trained) - most - MORE * i32::from(says_more(text, l));
    if lines.iter().any(Line::goes) && lines.iter().map(excess).sum::<i32>() < 0 {
        let may_stay =
            |l: &&mut Line| l.goes() && matches!(l.placed, None | Some(BoilerplateKind::Model));
        lines.iter_mut().filter(may_stay).for_each(Line::spare);
    }
}

/// Keeps the blocks between two paragraphs that are lists or verses, from the upper
/// one down to the first block that is none, and from the lower one up. Blank lines
/// stand around them.
fn spare_blocks(text: &str, lines: &mut [Line], from: usize, to: usize, proof: Proof) {
    let (below, above) = (from > 0, to < lines.len());
    let touches =
        |at: usize| at > 0 && at < lines.len() && !lines[at - 1].is_apart_from(&lines[at]);
    let (mut upper, mut lower) = (None, from);
    let mut at = from;
    while at < to && (above || below && upper.is_none()) {
        let (len, is_own) = next_block(text, &lines[at..to], proof);
        if !is_own || touches(at) || touches(at + len) {
            upper = upper.or(Some(at));
            lower = at + len;
        }
        at += len;
    }
    if below {
        keep(&mut lines[from..upper.unwrap_or(to)]);
    }
    if above {
        keep(&mut lines[lower..to]);
    }
}

/// How many lines the first block has, and whether it is a list or verse. A
/// heading set apart and stanzas of two lines are parts of one if that has a sign of
/// its own.
fn next_block(text: &str, lines: &[Line], proof: Proof) -> (usize, bool) {
    let end = |from: usize| {
        let is_close = |pair: &&[Line]| !pair[0].is_apart_from(&pair[1]);
        from + 1 + lines[from..].windows(2).take_while(is_close).count()
    };
    let first = end(0);
    let mut len = first;
    while len < BLOCK && len < lines.len() {
        len = end(len);
    }
    if len > first && is_own(text, &lines[..len], Proof::Sign) {
        return (len, true);
    }
    (first, is_own(text, &lines[..first], proof))
}

fn keep(lines: &mut [Line]) {
    lines.iter_mut().filter(|l| l.goes()).for_each(Line::spare);
}

/// Keeps items with their marks that stand below a paragraph, or below their lead
/// there, without a blank line.
fn spare_marked(text: &str, lines: &mut [Line], from: usize, to: usize, proof: Proof) {
    if from == 0 {
        return;
    }
    let run = &mut lines[from..to];
    let leads = run[0].is(Flag::Colon) || run[0].is_heading();
    let led = usize::from(leads && !is_of_page(&run[0]));
    let items = run[led..].iter().take_while(|l| l.is(Flag::Item) && !is_of_page(l)).count();
    if items >= BLOCK && is_own(text, &run[..led + items], proof) {
        keep(&mut run[..led + items]);
    }
}

/// Whether a block of lines shows that it is a list or verse: several, of which none
/// says what pages say, and with a sign of its own if that is asked for.
fn is_own(text: &str, block: &[Line], proof: Proof) -> bool {
    block.len() >= BLOCK
        && !block[1..].iter().any(is_of_page)
        && may_lead(text, block, proof)
        && (proof == Proof::Silence || !is_teaser(block) && is_written(text, block))
}

/// Whether a line says what pages say, and not the items of a list.
fn is_of_page(line: &Line) -> bool {
    line.is(Flag::Sure) || line.own >= SAYS
}

/// Whether half of the lines may be those of a menu, or one is a date or says who
/// wrote what.
fn is_teaser(block: &[Line]) -> bool {
    block.iter().filter(|l| l.kind.is_some()).count() * 2 >= block.len()
        || block.iter().any(|l| l.is(Flag::FullDate) || l.is(Flag::By))
}

/// Whether the first line of a block is no heading of a menu or of a list of links:
/// "Topics".
pub(super) fn may_lead(text: &str, block: &[Line], proof: Proof) -> bool {
    let (first, rest) = block.split_first().expect("a line");
    let kinds = [BoilerplateKind::Navigation, BoilerplateKind::Related, BoilerplateKind::Tags];
    let heads_links = first.kind.is_some_and(|kind| kinds.contains(&kind));
    let may_head_items = || proof == Proof::Silence && is_marked(rest);
    let is_own = !is_of_page(first) && (!heads_links || may_head_items());
    is_own || (!first.is(Flag::Sure) && is_section(text, first))
}

fn is_marked(lines: &[Line]) -> bool {
    lines.iter().all(|l| l.is(Flag::Item))
}

pub(super) fn is_section(text: &str, line: &Line) -> bool {
    let name = line.text(text).trim_end_matches(':');
    stray::is_section(&name.to_lowercase())
}

/// Whether a block is led in, or half of its lines read as lists and verses do.
fn is_written(text: &str, block: &[Line]) -> bool {
    let (first, rest) = block.split_first().expect("a line");
    let is_led = first.is(Flag::Colon)
        || (first.kind.is_none() && first.is_heading() && is_marked(rest))
        || is_section(text, first);
    is_led || block.iter().filter(|l| says_more(text, l)).count() * 2 >= block.len()
}

/// Whether a line says more than a link does: it has the end of a sentence or of a
/// verse, goes on the one above it, is an item with a small letter, begins with a
/// label, or names a quantity.
pub(super) fn says_more(text: &str, line: &Line) -> bool {
    let text = line.text(text);
    let is_small = || {
        let item = text.trim_start_matches(|c: char| !c.is_alphabetic());
        line.is(Flag::Item) && item.starts_with(char::is_lowercase)
    };
    line.is(Flag::Ended)
        || line.is(Flag::Turn)
        || (line.is(Flag::Lower) && line.words >= GOES_ON)
        || text.ends_with([',', ';'])
        || is_small()
        || is_quantity(text)
}

/// Whether a number stands in a line, and neither a year nor a telephone's.
fn is_quantity(text: &str) -> bool {
    text.bytes().any(|b| b.is_ascii_digit()) && !has_year(text) && !is_number(text)
}

#[cfg(test)]
mod tests {
    use crate::Pass;
    use crate::passes::Boilerplate;
    use crate::passes::boilerplate::owned::tests::COPY;

    const FOOT: &str = "Share\nTweet\nEmail\nPrint\nLeave a comment\nNewer Post\nOlder Post\n\
        Home\nPrivacy Policy\nTerms of Use\nContact us\nAbout us\nSubscribe\nRSS\nLog in\n";

    /// Whether blocks stay between the article and the foot of a whole page.
    fn stay(blocks: &str) -> bool {
        let text = format!("{COPY}\n{blocks}\n\n{FOOT}");
        Boilerplate::default().clean(&text).trim_end() == format!("{COPY}\n{blocks}")
    }

    #[test]
    fn a_list_with_marks_stays_below_a_heading_that_is_none_of_a_menu() {
        for blocks in [
            "To take along\n- Ropes\n- Tar\n- Bread",
            "To take along\n\n- Ropes\n- Tar\n- Bread",
            "- ropes\n- tar\n- bread",
        ] {
            assert!(stay(blocks), "{blocks}");
        }
        for blocks in [
            "Topics\n- Ropes\n- Tar\n- Bread",
            "MENU\n\n- Ropes\n- Tar\n- Bread",
            "- Ropes\n- Tar\n- Bread",
            "To take along\nRopes\nTar\nBread",
        ] {
            assert!(!stay(blocks), "{blocks}");
        }
    }

    #[test]
    fn half_the_lines_of_a_list_say_that_it_is_one() {
        assert!(stay("Ingredients\n200 g flour\n3 eggs\nButter"));
        assert!(stay("The loaf\n200 g flour\n3 eggs\nButter"));
        assert!(!stay("Letters\n200 g flour\nEditors\nGuides"));
        assert!(!stay("The loaf\n3 May 2019\nMary Jones"));
    }

    #[test]
    fn stanzas_of_two_lines_stay_together() {
        assert!(stay("The sea is wide,\nThe boat is small,\n\nAnd we are all,\nOn board of it,"));
        assert!(!stay("The sea\nMore boats\n\nOur crew\nGuides"));
    }

    #[test]
    fn blocks_stay_down_to_the_first_that_does_not() {
        let list = "Take along:\nRopes\nTar";
        assert!(stay(list));
        assert!(stay(&format!("{list}\n\n{list}")));
        assert!(!stay(&format!("Ferries\nRopes\nTar\n\n{list}")));
    }
}
