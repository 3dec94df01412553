//! What is read as a word, and of which kind.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::letters::is_letter_by_table;
use super::*;

fn kinds(text: &str) -> Vec<(&str, Kind)> {
    let mut words = Vec::new();
    read(text, &mut words);
    words.iter().map(|w| (w.text(text), w.kind())).collect()
}

/// [`read`] without the short ways.
fn read_slowly(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut reader = Reader::new(text, &mut words);
    loop {
        if reader.bytes.get(reader.at).is_some_and(u8::is_ascii_alphabetic) {
            reader.unusual_letters(reader.at);
        } else if !reader.step() {
            return words;
        }
    }
}

proptest! {
    #[test]
    fn the_short_ways_read_what_the_long_way_reads(
        parts in vec(
            prop_oneof![
                "[a-zA-Z]{1,9}",
                "[a-z]{1,60}",
                "[ .,;:!?'’“”()@#_/0-9\n\t-]{1,3}",
                select(&["Dr", "etc", "No", "U.S.", "J", "It's", "café", "Привет", "…", "www", "com"])
                    .prop_map(str::to_owned),
            ],
            0..40,
        ),
        // So that words lie across the ends of stretches.
        times in prop_oneof![Just(1), 2..20_usize],
    ) {
        let text = parts.concat().repeat(times);
        let mut words = Vec::new();
        read(&text, &mut words);
        for word in &words {
            prop_assert_eq!(word.case(), Case::of(word.text(&text)));
        }
        prop_assert_eq!(words, read_slowly(&text));
    }
}

/// Asserts that the text is one word of this kind, alone, in a sentence
/// and in brackets.
fn one(kind: Kind, words: &[&str]) {
    for word in words {
        assert_eq!(kinds(word), [(*word, kind)]);
        let sentence = format!("see ({word}) here");
        assert_eq!(kinds(&sentence)[1], (*word, kind), "{sentence}");
        let end = format!("see {word}, then {word} too");
        assert_eq!(kinds(&end)[1], (*word, kind), "{end}");
    }
}

#[test]
fn the_quick_test_for_letters_is_the_slow_one() {
    let mut words = Vec::new();
    for c in '\0'..=char::MAX {
        assert_eq!(is_letter(c), is_letter_by_table(c), "{c:?} U+{:04X}", c as u32);
        assert!(!(is_general_mark(c) && c.is_alphanumeric()), "{c:?} U+{:04X}", c as u32);
        let text = format!("a{c}-");
        let end = Reader::new(&text, &mut words).word_end(0);
        let letters = if is_letter_by_table(c) { &text[..text.len() - 1] } else { "a" };
        assert_eq!(end, (letters.len(), Case::of(letters)), "{c:?} U+{:04X}", c as u32);
    }
}

#[test]
fn plain_words() {
    one(Kind::Word, &["word", "don't", "agency’s", "Türkiye", "Привет", "日本語", "O’Brien"]);
    assert_eq!(kinds("al-Assad’s").len(), 2);
}

#[test]
fn numbers() {
    one(
        Kind::Number,
        &[
            "2011", "1,000.5", "12:30", "3.5%", "£2.50", "$5", "3/4", "2011-12", "1’000", "20°",
            "5€",
        ],
    );
    one(Kind::Version, &["1.2.3", "10.0.0.1", "v1.2", "v2.0.1"]);
    one(Kind::Alphanumeric, &["MP3", "1990s", "3rd", "10am", "4K", "A4", "COVID19", "10.30pm"]);
    assert_eq!(kinds("2011,an")[0], ("2011", Kind::Number));
    assert_eq!(kinds("3.Peel")[0], ("3", Kind::Number));
}

#[test]
fn addresses() {
    one(
        Kind::Domain,
        &[
            "Salon.com",
            "Lenta.Ru",
            "Index.Hu",
            "bbc.co.uk",
            "example.com",
            "x.com",
            "abc123.com",
            "24.kz",
            "Amazon.com",
        ],
    );
    one(
        Kind::Url,
        &[
            "https://example.org/a?b=c&d=(e)",
            "www.example.org",
            "example.org/path",
            "http://localhost:80/x",
        ],
    );
    one(Kind::Email, &["jane.doe+list@example.co.uk", "j@x.org"]);
    one(Kind::Handle, &["@jane_doe"]);
    one(Kind::Hashtag, &["#Iran", "#été2024"]);
    assert_eq!(
        kinds("at https://example.org/a."),
        [("at", Kind::Word), ("https://example.org/a", Kind::Url)]
    );
}

#[test]
fn names_in_code_and_of_files() {
    one(Kind::FileName, &["report.pdf", "Node.js", "main.rs"]);
    one(
        Kind::Identifier,
        &["snake_case", "std::io", "os.path.join", "document.getElementById", "call()", "foo.quux"],
    );
}

#[test]
fn abbreviations() {
    one(Kind::Initialism, &["U.S.", "a.m.", "e.g.", "U.S", "J.R.R."]);
    one(Kind::Abbreviation, &["etc.", "Inc.", "vs.", "Ph.D."]);
    assert_eq!(kinds("dr. Okafor")[0], ("dr.", Kind::Abbreviation));
    assert_eq!(kinds("No.5"), [("No.", Kind::Abbreviation), ("5", Kind::Number)]);
    assert_eq!(kinds("No. Then")[0], ("No", Kind::Word));
    assert_eq!(kinds("J.Smith")[0], ("J.", Kind::Initialism));
    assert_eq!(kinds("p.12")[0], ("p.", Kind::Initialism));
    assert_eq!(kinds("John F. Kennedy")[1], ("F.", Kind::Initialism));
}

#[test]
fn emoticons() {
    one(Kind::Emoticon, &[]);
    assert_eq!(kinds("fine :-) thanks <3")[1], (":-)", Kind::Emoticon));
    assert_eq!(kinds("E: no")[0], ("E", Kind::Word));
    assert_eq!(kinds("(a:b)").len(), 2);
}

#[test]
fn a_lost_space_is_no_domain() {
    assert_eq!(kinds("for your time.The planned").len(), 5);
    assert_eq!(kinds("we had lunch.It rained").len(), 5);
    assert_eq!(kinds("2016.In short").len(), 3);
}

#[test]
fn sentences_start_where_they_do() {
    let text = "One here. Two here? “Three.” Four… five. Dr. Six met U.S. Seven.\nEight\n\nnine";
    let mut words = Vec::new();
    read(text, &mut words);
    let starts: Vec<_> =
        words.iter().filter(|w| w.starts_sentence()).map(|w| w.text(text)).collect();
    assert_eq!(starts, ["One", "Two", "Three", "Four", "Dr.", "Eight", "nine"]);
    let lines: Vec<_> = words.iter().filter(|w| w.starts_line()).map(|w| w.text(text)).collect();
    assert_eq!(lines, ["One", "Eight", "nine"]);
}

#[test]
fn words_are_in_order_and_on_boundaries() {
    let hard = "a.b.c@d..e::f_g #@x 1.2.3.4.5 é’è’ :) http:// www. U.S.’ \u{301}a $ £9 ’’ 日.本。 x(()) C:\\d";
    let mut words = Vec::new();
    read(hard, &mut words);
    let mut end = 0;
    for word in &words {
        assert!(word.range().start >= end && !word.range().is_empty());
        end = word.range().end;
        assert!(!word.text(hard).is_empty());
    }
}
