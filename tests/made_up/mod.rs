//! Texts that are made to hurt: pieces that the passes react to, joined
//! without mercy, and lines of them, repeated.

use proptest::prelude::*;
use proptest::sample::{Index, select};

/// Character references, whole, doubled, cut off, and what only looks like
/// one.
#[rustfmt::skip]
const ENTITIES: &[&str] = &[
    "&amp;", "&amp;amp;", "&amp;#39;", "&lt;", "&gt;", "&quot;", "&nbsp;", "&#160;", "&#8217;",
    "&#x2019;", "&#x2019", "&#8217", "&rsquo;", "&mdash", "&eacute;", "&eacute", "&notin;", "&not",
    "&NotEqualTilde;", "&#0;", "&#x110000;", "&#xD800;", "&#128;", "&#150;", "&", "&#", "&#x", ";",
    "&;", "AT&T", "R&D;", "&copy=1", "?a=1&b=2", "&zwj;", "&shy;", "&#8203;", "\\u2019", "u2019s",
    "u003c", "\\u00e9", ".\\u201d", "\\u00a35", "\\ud83d\\ude00", "\\n", "\n\\n", "\\\"", "%20",
    "&amp;lt;b&amp;gt;", "&Tab;",
];

/// Tags, attributes and the ends of them, shortcodes, braces.
#[rustfmt::skip]
const MARKUP: &[&str] = &[
    "<p>", "</p>", "<br/>", "<br", "<b>", "</b>", "<a href=\"https://example.org/a?b=c&d=e\">",
    "</a>", "<!-- more -->", "<!--", "-->", "<![CDATA[", "]]>", "”/>", "\"/>", "” />", "\" alt=\"",
    "' title='", "class=\"wp-caption\"", "<script>", "</script>", "<style>", "</style>",
    "<img src=x>", "<", ">", "</", "/>", "a < b", "a<b", "x > y", "->", "<-", "<3",
    "[caption id=\"a\"]", "[/caption]", "[gallery]", "[embed]", "[1]", "[sic]", "[", "]",
    "{{ name }}", "{{", "}}", "{% if %}", "${a}", "<?php", "?>", "&lt;p&gt;", "Vec<String>",
    "<user@example.org>", "<https://example.org>", "\nHistory[edit]\n", " [edit]\n", "[edit]",
    "[Bearbeiten | Quelltext bearbeiten]\n",
];

/// Characters that cannot be seen, and those that need them.
#[rustfmt::skip]
const INVISIBLE: &[&str] = &[
    "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}", "\u{AD}", "\u{200E}", "\u{200F}",
    "\u{202A}", "\u{202C}", "\u{202E}", "\u{2066}", "\u{2069}", "\u{61C}", "\u{0}", "\u{7}",
    "\u{8}", "\u{1B}[31m", "\u{1B}[0m", "\u{1B}", "[0m", "\u{7F}", "\u{85}", "\u{9D}", "\u{9B}1m",
    "\u{FFFD}", "\u{FFF9}", "\u{E0001}", "\u{E0061}", "\u{FE0F}", "\u{FE0E}", "\u{2028}",
    "\u{2029}", "\u{C}", "\u{180E}", "\u{3164}", "\u{115F}", "👩\u{200D}👩\u{200D}👧", "❤\u{FE0F}",
    "🏴\u{E0067}\u{E007F}", "नि\u{200D}", "می\u{200C}خواهم", "\u{E000}", "\u{FDD0}", "\u{10FFFF}",
    "\u{1F1E9}\u{1F1EA}", "👍🏽", "1\u{FE0F}\u{20E3}",
];

/// Text that went through the wrong encoding, once or twice, and bytes that
/// were lost on the way.
#[rustfmt::skip]
const MOJIBAKE: &[&str] = &[
    "â€™", "â€œ", "â€\u{9D}", "â€", "â€“", "â€¦", "Ã©", "Ã¨", "Ã", "Â", "Â ", "Â\u{A0}", "Ã\u{A0}",
    "ÃƒÂ©", "Ã¢â‚¬â„¢", "ï»¿", "ï¿½", "Ð¿Ñ€Ð¸", "Ñ\u{8F}", "ã\u{81}‚", "æ—¥æœ¬",
    "\u{E2}\u{80}\u{99}", "\u{C3}\u{A9}", "d\u{FFFD}j\u{FFFD}", "Ð", "×©", "Ø§Ù„", "Å‚", "Ä™",
    "â„¢", "Â£", "â‚¬", "\u{92}", "\u{93}", "\u{94}", "\u{80}", "ŸƒŽ", "ðŸ˜€", "ðŸ",
    "\u{F0}\u{9F}\u{98}\u{80}", "привет", "ðŸ‘©\u{200D}", "Õ¡", "Â½", "3Ã—4", "IÃ¨me", "VOILÀ ",
    "À ", "à ", "пâ€™ять", "为æ¶ˆé˜²", "ο Ï†", "على Ù…",
];

/// Letters in more than one spelling, and the scripts that have their own
/// rules for spaces and marks.
#[rustfmt::skip]
const UNICODE: &[&str] = &[
    "é", "e\u{301}", "\u{301}", "\u{301}\u{302}\u{323}", "ﬁ", "ﬀ", "ĳ", "ſ", "Ａ", "ｂ", "１", "！",
    "，", "．", "ｶﾞ", "㎏", "①", "²", "½", "…", "№", "™", "\u{A0}", "\u{202F}", "\u{2009}",
    "\u{3000}", "\u{1680}", "\u{2003}", "İ", "ı", "ß", "ẞ", "Σ", "ς", "ǆ", "ŉ", "Å", "\u{212B}",
    "한", "\u{1112}\u{1161}\u{11AB}", "日本語", "、", "。", "「", "」", "中文", "？", "مرحبا", "،", "؟",
    "שלום", "ไทย", "हिन्दी", "।", "ქართული", "Ελλάδα", "Москва", "«", "»", " !", " ?", " :",
    "l’été", "„", "“", "”", "‘", "’", "‚", "‹", "›", "–", "—", "‐", "−", "′", "″", "·", "•", "▶",
    "★", "→",
];

/// Marks and spaces, where they belong and where not.
#[rustfmt::skip]
const SPACING: &[&str] = &[
    " ", "  ", "   ", "\t", "\n", "\n\n", "\n\n\n", "\r", "\r\n", " \n", "\n ", "-\n", ".", ",",
    ";", ":", "!", "?", "..", "...", ". . .", ",,", "!!", "?!", ".,", ",.", " ,", " .", " ;", "( ",
    " )", "(", ")", "\"", "'", "''", "``", "--", "-", " - ", "/", "and/or", ",x", ".X", ".x", ";x",
    ":x", "!X", "?X", "\n```\n", "\n```sh\n", "\n> ```\n", "\n> ", "`a,b`", "`", "\n~~~\n", "word.Word", "word,word", "end.The", "2011,an", "said,\"", ",”he", ".”The",
    "(see", "fig.2)", "3.Peel", "1.e4", "a,b", "x,y,z", "1,000", "1,000.5", "12:30", "3.5%",
    "£2.50", "10.000", "1.2.3", "v1.2.3", "2,5", "No.5", "p.12", "§5", "50.000,00",
];

/// Tokens that look broken and are not.
#[rustfmt::skip]
const PROTECTED: &[&str] = &[
    "https://example.org/a,b.C?d=e&f=g#h", "http://", "www.example.com", "example.org",
    "bbc.co.uk", "News.example", "mail@example.org", "@handle", "#hashtag", "#", "@", "report.PDF",
    "file.tar.gz", "src/lib.rs", "C:\\dir", "foo.Bar", "std::io", "snake_case", "camelCase",
    "iPhone", "McDonald", "O'Brien", "don't", "rock'n'roll", "Node.js", ".NET", "C++", "Dr.",
    "Mr.", "e.g.", "i.e.", "etc.", "No.", "U.S.", "U.N.", "a.m.", "p.m.", "Ph.D.", "J.R.R.",
    "Inc.", "St.", "vs.", "Jan.", ":-)", ";)", ":D", "^^", "xD", "10.1000/182", "192.168.0.1",
    "2001:db8::1", "00:11:22", "+1-202-555-0100",
];

/// Words: right, misspelt, said twice, in the wrong case, out of place.
#[rustfmt::skip]
const WORDS: &[&str] = &[
    "a", "the", "The", "teh", "Teh", "TEH", "and", "adn", "sadid", "wich", "recieve", "occured",
    "goverment", "definately", "untill", "beleive", "publically", "thier", "ohter", "wnat",
    "becuase", "seperate", "its", "it's", "don?t", "city?s", "it´s", "Peru‘s", "he\u{FFFD}s",
    "Lisbon", "lisbon", "LISBON", "Norway", "norway", "Peru", "peru", "May", "may", "march",
    "March", "turkey", "Turkey", "china", "China", "monday", "Monday", "english", "English", "dr",
    "dr.", "mr.", "president", "President", "i", "I", "i'm", "of of", "the the", "had had",
    "that that", "very very", "bye bye", "no no", "New York", "new york", "under way as 2011",
    "since 2017", "as 1998", "in the the", "for for example", "you may also", "a lot", "alot",
    "an apple", "a apple", "to to", "is is", "ha ha ha", "Hong Kong", "word", "words", "river",
    "said", "was", "were", "Xqzzt", "grafana", "kubectl", "lorem", "ipsum", "über", "naïve",
];

/// Whole lines, of articles and of the pages around them.
#[rustfmt::skip]
const LINES: &[&str] = &[
    "Boats return to the harbour after the storm",
    "boats return to the harbour after the storm”/>",
    "Boats return to the harbour after the storm - The Daily Example",
    "Boats return to the harbour…", "by river desk", "By Ana Example",
    "By Ana Example, River Correspondent", "Posted on May 4, 2019", "Photo: Ana Example",
    "March 4, 1920 - November 30, 2009", "Home > News > Boats return", "Boats return", "About us",
    "View this email in your browser", "Buy tickets", "He left. In march 2001 the elefant came.[1]",
    "You may also like", "Leave a Comment", "Leave a Reply", "Related articles", "Read more",
    "Read more:", "Share this:", "Share on Facebook", "Tweet", "Subscribe to our newsletter",
    "Sign up for our newsletter", "Advertisement", "ADVERTISEMENT",
    "We use cookies to improve your experience.", "Accept all cookies", "All rights reserved.",
    "© 2020 The Daily Example", "Comments (12)", "12 Comments", "0", "Print", "Email", "Previous",
    "Next", "| News |", "|  | Sport |", "| Salt |", "|  |", "|---|", "Eggs (2)", "March 2020 (7)",
    "The Monroe Doctrine", "Home > News > Europe", "Kommentar schreiben", "Lesen Sie auch", "Lire aussi",
    "Partager", "Compartir", "Читайте также", "もっと読む",
    "The first boat left at dawn,with nine people on board.the crossing to lisbon took an hour. ",
    "“Nobody slept much,” said Ana Example,who keeps the timetable.",
    "dr. Ana Example (A):  Of course,and with pleasure.", "E: How long will the repairs take? ",
    "A: Until spring. being ready matters more than being fast.",
    "This line was broken by hand in the",
    "middle of a sentence, as mail programs do it, and hyphen-", "ated too.", "- a list item",
    "* another one", "1. first", "2. second", "> quoted", "| a | b |", "---", "***", "===",
    "    indented(code);", "fn main() { println!(\"{}\", a.b); }", "SELECT a,b FROM t;",
    "select a,b from t", "See also", "- See the harbour", "Disclaimer", "Phone:", "E-mail:",
    "Tel. 555 0199 22", "ROPE 12", "SHARE 51", ".share { color: red; }",
    "Add these lines to the style sheet of the page:",
    "Roses are red,", "Violets are blue,", "",
];

/// A piece of a line.
fn piece() -> impl Strategy<Value = String> {
    let known = [ENTITIES, MARKUP, INVISIBLE, MOJIBAKE, UNICODE, SPACING, PROTECTED, WORDS, LINES];
    let any = prop::collection::vec(any::<char>(), 1..4).prop_map(String::from_iter);
    // Both what is near the characters that passes look for, and far from all.
    let near = prop::sample::select(
        &["\u{80}\u{A0}", "\u{C2}\u{C6}", "\u{2000}\u{2070}", "\u{300}\u{310}", "\u{FFF0}\u{FFFF}"]
            [..],
    )
    .prop_flat_map(|ends| {
        let mut ends = ends.chars();
        let (from, to) = (ends.next().unwrap_or('a'), ends.next().unwrap_or('z'));
        prop::char::range(from, to).prop_map(String::from)
    });
    let mut options = vec![(2, any.boxed()), (1, near.boxed())];
    for list in known {
        options.push((3, select(list).prop_map(str::to_owned).boxed()));
    }
    proptest::strategy::Union::new_weighted(options)
}

/// A line: pieces with and without spaces between them.
fn line() -> impl Strategy<Value = String> {
    let glue = select(&[" ", "", "", " "][..]);
    prop::collection::vec((piece(), glue), 0..12).prop_map(|pieces| {
        pieces.into_iter().fold(String::new(), |line, (piece, glue)| line + &piece + glue)
    })
}

/// A text of lines, of which some stand in it more than once.
fn lines() -> impl Strategy<Value = String> {
    let end = select(&["\n", "\n\n", " ", "\r\n", "\n\n\n"][..]);
    let places = prop::collection::vec((any::<Index>(), end), 0..10);
    (prop::collection::vec(line(), 1..5), places).prop_map(|(lines, places)| {
        places
            .into_iter()
            .fold(String::new(), |text, (at, end)| text + &lines[at.index(lines.len())] + end)
    })
}

/// A text of repeated pieces: runs are where look-arounds go wrong.
fn runs() -> impl Strategy<Value = String> {
    let run = (piece(), 1..20_usize).prop_map(|(piece, times)| piece.repeat(times));
    prop::collection::vec(run, 1..4).prop_map(|runs| runs.concat())
}

/// A text of any kind.
pub(crate) fn text() -> impl Strategy<Value = String> {
    let any = prop::collection::vec(any::<char>(), 0..64).prop_map(String::from_iter);
    prop_oneof![4 => lines(), 3 => line(), 2 => runs(), 1 => any]
}
