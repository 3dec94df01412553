//! The pass `markup`: leaked tags, attribute tails, comment ends, shortcodes,
//! template braces.

mod edit_links;
mod find;
mod leaks;
mod scripts;
mod shortcodes;
pub(crate) mod shows;
mod tags;
mod tails;
mod templates;
mod topic;

use once_cell::unsync::OnceCell;

use self::find::Find;
use self::scripts::Script;
use self::shows::Shown;
use self::tags::Tag;
use crate::buffers::Lent;
use crate::text::survey::Signs;
use crate::{Document, Edits, Pass};

/// Finds leaked tags, attribute tails, comment ends, shortcodes, template
/// braces, and lines of scripts.
///
/// # What it changes
///
/// * `markup/tag`: whole tags of HTML's elements, and those that office
///   programs, social networks and wikis leave (`<o:p>`). Inline tags go
///   without a trace; the tags of blocks leave a line end, and two of `<p>`,
///   `<br>` or `<div>` the end of a paragraph. One or two stray breaks between
///   the sentences of a line leave a space.
/// * `markup/comment`, `markup/comment-end`: comments, and ends of comments
///   and of sections of data, `-->`, `]]>`.
/// * `markup/cut-off-tag`: tags that a line end cuts off,
///   `<a href="https://exam`, `</stro`, `strong>`.
/// * `markup/attribute-tail`: the ends of tags that were cut off before,
///   `”/>`, `" alt="A boat">`, `target="_blank">`. A quotation mark before
///   `/>` goes too, unless it closes a quotation.
/// * `markup/shortcode`: `[caption id="1"]`, `[/vc_row]`, and the tags of
///   bulletin boards.
/// * `markup/edit-link`: what wikis put behind headings, in many languages:
///   `Geschichte [Bearbeiten | Quelltext bearbeiten]`, and `History[edit]` if headings above
///   prose have it, and no line ends in other words in brackets.
/// * `markup/template`: `{{ title }}`, `<%= name %>`, `{% if user %}`.
/// * `markup/script`: scripts and style sheets, with their tags or as lines.
///
/// The spaces around what is taken out become one, and a line that held
/// nothing else goes.
///
/// # Why
///
/// Scrapers cut pages with patterns, and content systems put the text of one
/// field into the attribute of another. What is left over stands in headlines
/// and between sentences, and hides where they end.
///
/// # Leaves alone
///
/// * comparisons, arrows, types and faces: `a < b`, `x <- y`, `Vec<String>`,
///   `<3`; addresses in angle brackets;
/// * names that HTML has not: `<name>`, `</sarcasm>`; and those of its elements
///   that are words, unless an end tag follows: `copy <source>`;
/// * tags in code and in quotes, and those that a sentence speaks of or lists, or that
///   somebody is to use: `Use <br> to break a line.`;
/// * all tags, templates and scripts of a document that shows them: code with
///   markup between backticks or in fences, words of the trade, `the <b> tag`,
///   components, XML, the lines of a listing;
/// * arrows, also at the beginning and the end of a line: `Read more -->`;
/// * notes in brackets (`[1]`, `[sic]`, `[Video]`), indexes, links of Markdown
///   and of wikis;
/// * Markdown as a whole: an extractor may have been asked for it;
/// * braces of JSON, TeX and programs;
/// * scripts and style sheets below a line that leads them in (`Here it is:`, but
///   no label of pages) or names their file (`boats.js`); and scripts without a
///   sign of an advertiser or a counter, if the document mentions code, or if a
///   line next to them is of code that would stay.
///
/// # Example
///
/// ```
/// use copydesk::{Pass, passes::Markup};
///
/// let markup = Markup::default();
/// assert_eq!(markup.clean("Lisbon agrees on a line”/>"), "Lisbon agrees on a line");
/// assert_eq!(markup.clean("The <i>Aurora</i> sank.<br>"), "The Aurora sank.");
/// assert_eq!(markup.clean("if a <b and c> d"), "if a <b and c> d");
/// ```
///
/// # Sources
///
/// Elements and attributes: the WHATWG's HTML standard. Shortcodes: the
/// handbooks of WordPress and of its page builders.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Markup {}

impl Pass for Markup {
    fn name(&self) -> &'static str {
        "markup"
    }

    fn takes_sections(&self) -> bool {
        true
    }

    fn find_edits(&self, doc: &Document<'_>, edits: &mut Edits) {
        let survey = doc.survey();
        let has_tags = !survey.angles().is_empty();
        let has_shortcodes = survey.has(Signs::BRACKET);
        let has_templates = survey.has(Signs::BRACE) || templates::are_in_angles(doc);
        let has_scripts = scripts::may_begin(doc);
        if !(has_tags || has_shortcodes || has_templates || has_scripts) {
            return;
        }
        let look = Look::new(doc);
        let mut finds = doc.lend::<Vec<Find>>();
        if has_tags {
            leaks::push(&look, &mut finds);
            leaks::push_cut_off(&look, &mut finds);
            tails::push(&look, &mut finds);
        }
        if has_shortcodes {
            shortcodes::push(&look, &mut finds);
            edit_links::push(&look, &mut finds);
        }
        if has_templates {
            templates::push(&look, &mut finds);
        }
        if has_scripts {
            let mut lines = doc.lend::<Vec<Script>>();
            scripts::find(doc, &mut lines);
            scripts::push(&look, &lines, &mut finds);
        }
        find::push(look.bytes, &mut finds, edits);
    }
}

/// What the parts of the pass share.
struct Look<'d, 'a> {
    doc: &'d Document<'a>,
    text: &'a str,
    bytes: &'a [u8],
    // Where `<` and `>` stand.
    angles: &'d [u32],
    // All that has the form of a tag.
    tags: Lent<'a, Vec<Tag>>,
    shown: Shown<'d, 'a>,
    shows: OnceCell<bool>,
}

impl<'d, 'a> Look<'d, 'a> {
    fn new(doc: &'d Document<'a>) -> Self {
        let (text, angles) = (doc.text(), doc.survey().angles());
        let mut tags = doc.lend::<Vec<Tag>>();
        tags::find(text, angles, &mut tags);
        let shown = Shown::of(doc);
        Self { doc, text, bytes: text.as_bytes(), angles, tags, shown, shows: OnceCell::new() }
    }

    /// Where this bracket stands, which is `<` or `>`.
    fn all(&self, bracket: u8) -> impl Iterator<Item = usize> {
        let angles = self.angles.iter().map(|&at| at as usize);
        angles.filter(move |&at| self.bytes[at] == bracket)
    }

    /// Whether the document shows its markup.
    fn shows(&self) -> bool {
        *self.shows.get_or_init(|| leaks::are_shown(self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Pipeline;

    /// An algorithm that looks at some of these more than once a byte seems to
    /// hang.
    #[test]
    fn a_megabyte_of_beginnings_takes_no_longer_than_one_of_text() {
        for part in [
            "<",
            ">",
            "<a ",
            "<a <",
            "<b>",
            "</b>",
            "<!--",
            "<!-- -->",
            "<![CDATA[",
            "]]>",
            "\">",
            "/>",
            "”/>",
            "<x y=\"",
            "<a href=\"",
            "a=\"b\" ",
            "a=b>",
            "[",
            "[b]",
            "[b][/b]",
            "[/",
            "[url=a]",
            "{{",
            "{{a}}",
            "{%",
            "<%",
            "<script>",
            "<script></script>",
            "var a = {\n",
            "a{color:red}\n",
            "`",
            "```\n",
            "<a\n",
            "</",
        ] {
            let text = part.repeat((1 << 20) / part.len());
            let clean = Markup::default().clean(&text);
            assert!(Markup::default().clean(&clean) == clean, "{part}");
        }
    }

    #[test]
    fn the_same_text_shows_or_leaks_by_what_stands_around() {
        let markup = Markup::default();
        let leak = "The boat sank.<br>Nobody saw <i>it</i>.";
        assert_eq!(markup.clean(leak), "The boat sank. Nobody saw it.");
        for shows in [
            "Use the <i> tag.",
            "```\n<br>\n```",
            "<Boat name=\"x\"/>",
            "<table>\n  <tr>\n    <td>a</td>\n  </tr>\n</table>",
            "<p>, <br>, <hr>",
        ] {
            let text = format!("{leak}\n\n{shows}\n");
            assert_eq!(markup.clean(&text), text);
        }
    }

    #[test]
    fn breaks_of_a_line_are_line_ends_from_three_on() {
        let markup = Markup::default();
        assert_eq!(markup.clean("One.<br>Two."), "One. Two.");
        assert_eq!(markup.clean("One.<br>Two.<br>Three.<br>Four."), "One.\nTwo.\nThree.\nFour.");
        assert_eq!(markup.clean("One.<br><br>Two."), "One.\n\nTwo.");
    }

    #[test]
    fn an_edit_names_its_rule_and_its_range() {
        let pipeline = Pipeline::from_names(["markup"]).unwrap();
        let cleaned = pipeline.explain("A line\" /> Here”/>");
        let found: Vec<_> = cleaned.changes().map(|c| (c.raw_range.clone(), c.rules[0])).collect();
        assert_eq!(found, [(6..11, "markup/attribute-tail"), (15..20, "markup/attribute-tail")]);
    }
}
