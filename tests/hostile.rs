//! Texts that nobody writes. All must end, and keep the laws; the long ones
//! are so long that an algorithm that is not linear would seem to hang.

mod common;

use std::iter::repeat_n;

use copydesk::{Pipeline, Preset, Scratch, passes};
use rayon::prelude::*;

use common::{check, stable};

const MB: usize = 1 << 20;

/// The length of a run of one thing, of which there are many.
const RUN: usize = MB / 8;

/// Cleans the texts with each preset, and with each pass alone.
fn assert_all_bear(texts: &[String]) {
    let presets = Preset::ALL.iter().copied().map(Pipeline::preset);
    let alone = passes::all().map(|r| Pipeline::builder().pass(r.build()).build().unwrap());
    let pipelines: Vec<Pipeline> = presets.chain(alone).collect();
    let faults = pipelines.par_iter().map_init(Scratch::default, |scratch, pipeline| {
        for text in texts {
            let result = check(pipeline, text, scratch).and_then(|()| stable(pipeline, text));
            if let Err(fault) = result {
                let start: String = text.chars().take(40).collect();
                let fault: String = fault.chars().take(400).collect();
                return format!("{pipeline:?} on {start:?}… ({} bytes): {fault}\n", text.len());
            }
        }
        String::new()
    });
    let faults: String = faults.collect();
    assert!(faults.is_empty(), "{faults}");
}

/// A text of about `len` bytes that is `part` over and over.
fn filled(part: &str, len: usize) -> String {
    part.repeat(len / part.len())
}

#[test]
fn odd_texts() {
    let texts = [
        "",
        "\u{FEFF}",
        "\u{FEFF}\u{FEFF}",
        "\0",
        "\0\0\0",
        "a\0b",
        "\r",
        "\r\r\r",
        "a\rb\rc",
        "\n\r",
        "\r\n",
        " ",
        "\t",
        "\n",
        "\n\n\n",
        "\u{2028}",
        "\u{85}",
        "\u{301}",
        "\u{200D}",
        "\u{202E}",
        "\u{E0001}",
        "\u{10FFFF}",
        "\u{FFFD}",
        ".",
        ",",
        "&",
        "&;",
        "&#",
        "<",
        ">",
        "\"",
        "'",
        "-",
        "(",
        ")",
        "a",
        "A",
        "0",
        "é",
        "\u{1F468}\u{200D}",
    ];
    assert_all_bear(&texts.map(str::to_owned));
}

#[test]
fn one_long_line() {
    let sentence = "The boat left at dawn, and nobody in the town said a word about it. ";
    assert_all_bear(&[
        filled(sentence, 2 * MB),
        filled(&sentence.replace(' ', ""), MB),
        filled("The boat left at dawn,and nobody said a word.the town slept. ", 2 * MB),
        filled("word ", MB),
        filled("teh ", MB),
    ]);
}

#[test]
fn runs_of_one_character() {
    let chars = [
        'a',
        'A',
        'z',
        '0',
        ' ',
        '\t',
        '\n',
        '\r',
        '.',
        ',',
        ';',
        ':',
        '!',
        '?',
        '-',
        '_',
        '\'',
        '"',
        '“',
        '”',
        '’',
        '(',
        ')',
        '[',
        ']',
        '{',
        '}',
        '<',
        '>',
        '&',
        '#',
        '/',
        '\\',
        '@',
        '|',
        '=',
        '*',
        '~',
        '%',
        '$',
        'é',
        'Ã',
        'â',
        'Â',
        'ß',
        'İ',
        '\0',
        '\u{1B}',
        '\u{A0}',
        '\u{AD}',
        '\u{301}',
        '\u{200B}',
        '\u{200D}',
        '\u{202E}',
        '\u{2066}',
        '\u{FEFF}',
        '\u{FFFD}',
        '\u{FE0F}',
        '\u{2028}',
        'ﬁ',
        'Ａ',
        '中',
        '。',
        'م',
        'न',
        '한',
        '\u{1100}',
        '😀',
        '\u{1F1E9}',
        '\u{E0061}',
    ];
    let texts: Vec<String> = chars.iter().map(|c| repeat_n(*c, RUN).collect()).collect();
    assert_all_bear(&texts);
}

#[test]
fn runs_of_one_fragment() {
    let parts = [
        "&amp;",
        "&amp;amp;",
        "&#8217;",
        "&#x2019",
        "\\u2019",
        "u2019s ",
        "=E2=80=99",
        "%20",
        "&",
        "&#",
        "<b>",
        "</b>",
        "<a href=\"",
        "<!--",
        "-->",
        "”/>",
        "[x]",
        "[/x]",
        "{{",
        "}}",
        "{{a}}",
        "â€™",
        "Ã©",
        "ÃƒÂ©",
        "\u{1B}[",
        "\u{1B}[0m",
        "e\u{301}",
        "a\u{200D}",
        "\u{202E}a",
        "👩\u{200D}",
        " ,",
        ",x",
        ".X",
        ". ",
        "! ",
        "?!",
        "...",
        "a.",
        "a.b",
        "a-",
        "-\n",
        "a\n",
        "a \n",
        "\n ",
        "\r\n",
        " \n\n",
        "1,",
        "1.",
        "1,2",
        "the the ",
        "had had ",
        "a b ",
        "I ",
        "U.S.",
        "Mr. ",
        "a@b.c ",
        "http://a/",
        "www.a.b ",
        "#a",
        "@a",
        "the. ",
        "x’s ",
        "(a",
        "a)",
        "“a",
        "a”",
        "A: ",
        "A:  ",
        "lisbon Lisbon ",
        "Lisbon. ",
        "Read more\n",
        "Advertisement\n",
        "Leave a Comment\n",
        "You may also like\n\n",
        "- a\n",
        "1. a\n",
        "> a\n",
        "\ta\n",
        "Share\nTweet\n",
        "中文，",
        "日本語。",
        "مرحبا،",
        "\u{61C}a",
        "न\u{94D}\u{200D}",
        "\u{1112}\u{1161}\u{11AB}",
        "under way as 2011 ",
    ];
    let texts: Vec<String> = parts.iter().map(|part| filled(part, RUN)).collect();
    assert_all_bear(&texts);
}

#[test]
fn a_million_entities() {
    assert_all_bear(&["&lt;".repeat(1_000_000), "&amp;lt;b&gt; ".repeat(250_000)]);
}

#[test]
fn many_references_beside_code() {
    assert_all_bear(&[filled("`a b` it &lt;b&gt; is &amp;lt; so\n", MB)]);
}

#[test]
fn much_code_behind_a_fault() {
    // Code is looked for where a pass has found something.
    let fault = "The ferry left,and teh harbour was quiet for the the rest of the day.\n";
    let parts = [
        "> ```\n> a\n> ```\n",
        "> ```\n> a\n> ```\n> b\n",
        ">> ```sh\n> ```\n",
        "> ```a\n> > ```\n> > a\n> > ```\n",
        "> ``` a b\n>\n",
        "```\na\n```\n",
        "~~~ a\nb\n",
        "`a` ",
        "`a`` ",
        "``a\n",
    ];
    assert_all_bear(&parts.map(|part| fault.to_owned() + &filled(part, MB / 2)));
}

#[test]
fn a_megabyte_of_beginnings() {
    let parts = ["&", "<", "Ã", "&amp;", "{{", "[", "\\u", "\u{1B}", "Â\u{A0}", "<![CDATA["];
    assert_all_bear(&parts.map(|part| filled(part, MB)));
}

#[test]
fn many_scripts_far_below_one_that_a_sentence_leads_in() {
    let led_in = "Add this line to the page of the town:\nvar a = 1;\n";
    let scripts = "It sank.\nvar b = 2;\n".repeat(24_000);
    assert_all_bear(&[format!("{led_in}{}{scripts}", "\n".repeat(MB))]);
}

#[test]
fn many_colons_far_below_a_rule() {
    assert_all_bear(&["-".repeat(MB / 2) + "\nx\n" + &filled("\nboat : string\n", MB / 2)]);
}

#[test]
fn many_spaced_colons_far_below_prose() {
    let prose = filled("The boat left at dawn, and nobody said a word. ", MB / 2);
    assert_all_bear(&[prose + &filled("Note : the boat was here. ", MB / 2)]);
}

#[test]
fn many_lost_apostrophes() {
    assert_all_bear(&[filled("He doesnt know the boat. ", MB)]);
}

#[test]
fn a_tag_with_many_attributes() {
    assert_all_bear(&[" a=\"b\"", " a=”b”"].map(|part| format!("<a{}>", filled(part, MB))));
}

#[test]
fn damage_in_many_layers() {
    let doubled = |word: &str, times: usize| format!("&{}{word};", "amp;".repeat(times));
    // UTF-8 read as Latin-1, again and again.
    let mut mojibake = String::from("é");
    for _ in 0..16 {
        mojibake = mojibake.bytes().map(char::from).collect();
    }
    assert_all_bear(&[doubled("lt", 5), doubled("lt", MB / 4), mojibake]);
}

#[test]
fn ten_thousand_nested_brackets() {
    let pairs = [
        ("(", ")"),
        ("[", "]"),
        ("{", "}"),
        ("<", ">"),
        ("<b>", "</b>"),
        ("“", "”"),
        ("[a]", "[/a]"),
        ("{{", "}}"),
    ];
    let mut texts = Vec::new();
    for (open, close) in pairs {
        for times in [10_000, 100_000] {
            texts.push(open.repeat(times) + &close.repeat(times));
            texts.push(format!("{}word{}", open.repeat(times), close.repeat(times / 2)));
            texts.push(close.repeat(times) + &open.repeat(times));
        }
    }
    assert_all_bear(&texts);
}

#[test]
fn many_lines() {
    let numbered = |line: &str| (0..50_000).map(|n| format!("{line} {n}\n")).collect::<String>();
    assert_all_bear(&[
        numbered("The boat left at dawn, as it always did, on day"),
        numbered("Comment"),
        numbered(""),
        filled("The boat left at dawn, as it always did.\n", 2 * MB),
        filled("The boat left at dawn, as it always did.\n\nNobody saw it.\n\n", 2 * MB),
        filled("Read more\nThe boat left at dawn.\n", 2 * MB),
        filled("Advertisement\n", MB),
    ]);
}

#[test]
fn many_different_words() {
    // As many names as a text can hold: tables that passes build must not
    // slow down as they grow.
    let word = |mut n: usize| {
        let mut word = String::from("Q");
        while n > 0 {
            word.push(char::from(b'a' + (n % 26) as u8));
            n /= 26;
        }
        word
    };
    let names: String = (0..200_000).map(|n| word(n) + " ").collect();
    let both: String =
        (0..100_000).map(|n| word(n) + ". " + &word(n).to_lowercase() + " ").collect();
    assert_all_bear(&[names.clone(), names.to_lowercase(), both]);
}

#[test]
fn lines_that_are_nearly_alike() {
    let paragraph =
        "The boat left at dawn, and nobody in the whole of the town said a word about it";
    let letters = |n: usize| n.to_string().bytes().map(|b| char::from(b + 49)).collect::<String>();
    let lines = |line: &dyn Fn(usize) -> String, n: usize| (0..n).map(line).collect::<String>();
    let long = "The boat left at dawn, and nobody said a word about it. ".repeat(MB / 57);
    let texts = [
        "Nobody said a word.\n".repeat(1_000_000),
        format!("{paragraph}.\n").repeat(20_000),
        lines(&|n| format!("{}\n", letters(n)), 1_000_000),
        // They begin alike, or end alike, or go on like another one.
        lines(&|n| format!("{paragraph} {}.\n", letters(n)), 20_000),
        lines(&|n| format!("{} {paragraph}.\n", letters(n)), 20_000),
        lines(&|n| format!("{}...\n", &paragraph[..40 + n % 35]), 20_000),
        lines(&|n| format!("{paragraph}.\n{}\n", letters(n)), 20_000),
        [&long, "\n", &long.to_uppercase(), "\n", &long[1..], "\n", &long[..MB / 2], "..."]
            .concat(),
    ];
    let pipeline = Pipeline::from_names(["duplicates"]).unwrap();
    let mut scratch = Scratch::default();
    for text in texts {
        let fault = check(&pipeline, &text, &mut scratch).and_then(|()| stable(&pipeline, &text));
        assert!(fault.is_ok(), "{} bytes of {:?}…", text.len(), &text[..40]);
    }
}
