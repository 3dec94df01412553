//! What a profile of a site promises: its bounds, and that order does not
//! matter; and the laws for the pass that is made of it.

mod common;

use std::collections::{BTreeMap, BTreeSet};

use copydesk::passes::SiteLines;
use copydesk::{Pipeline, Scratch, SiteProfile};
use proptest::prelude::*;
use proptest::sample::select;

use common::{check, stable};

fn profile(pages: &[String]) -> SiteProfile {
    let mut profile = SiteProfile::new();
    pages.iter().for_each(|page| profile.learn(page));
    profile
}

fn pipeline(pass: SiteLines) -> Pipeline {
    Pipeline::builder().pass(pass).build().expect("nothing was named")
}

/// A line that is there once in the world.
fn unique(number: usize) -> String {
    // Numbers are folded, so it is written in letters.
    number.to_string().bytes().map(|b| char::from(b - b'0' + b'a')).collect()
}

const LINES: &[&str] = &[
    "Home | Tides | Ferries",
    "12 comments",
    "7 Comments",
    "Ingredients",
    "The ferry to the islands sails again, said the port, which had it repaired for the summer.",
    "We use cookies so that the harbour stays clean, and so that we know what you had for lunch.",
    "A seal has moved into the marina, and pays no rent for its berth or for its fish.",
    "Письма в редакцию",
    "12",
    "|",
    "",
    " ",
];

fn pages() -> impl Strategy<Value = Vec<String>> {
    let page = prop::collection::vec(select(LINES), 0..9).prop_map(|lines| lines.join("\n"));
    prop::collection::vec(page, 0..12)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1_000) })]

    #[test]
    fn order_does_not_matter(pages in pages(), cut in 0..12usize, swap in any::<bool>()) {
        let whole = profile(&pages);
        let mut backwards = pages.clone();
        backwards.reverse();
        prop_assert_eq!(&profile(&backwards), &whole);

        let (a, b) = pages.split_at(cut.min(pages.len()));
        let (mut a, mut b) = (profile(a), profile(b));
        if swap {
            std::mem::swap(&mut a, &mut b);
        }
        a.merge(b);
        prop_assert_eq!(&a, &whole);
    }

    #[test]
    fn the_pass_keeps_the_laws(pages in pages(), texts in pages(), min in 0..4usize) {
        let pass = SiteLines::new(profile(&pages)).min_pages(min).min_share(0.2);
        let pipeline = pipeline(pass);
        let mut scratch = Scratch::default();
        for text in texts {
            let law = check(&pipeline, &text, &mut scratch).and_then(|()| stable(&pipeline, &text));
            prop_assert_eq!(law, Ok(()));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(12) })]

    /// More lines than there is room for, some of them on many pages.
    #[test]
    fn counts_keep_their_bounds(
        steps in prop::collection::vec((1..60usize, 1..2000usize), 8..30),
        cut in 0..30usize,
    ) {
        let mut counts = BTreeMap::new();
        let (mut first, mut second) = (SiteProfile::new(), SiteProfile::new());
        let mut all = 0;
        for (place, (frequent, rare)) in steps.iter().enumerate() {
            let mut page = BTreeSet::new();
            page.extend((0..*frequent).map(|n| format!("frequent {}", unique(n))));
            page.extend((0..*rare).map(|n| format!("rare {} x {}", unique(place), unique(n))));
            all += page.len();
            let profile = if place < cut { &mut first } else { &mut second };
            profile.learn(&page.iter().map(|l| format!("{l}\n")).collect::<String>());
            for line in page {
                *counts.entry(line).or_insert(0) += 1;
            }
        }
        let mut other_way = second.clone();
        other_way.merge(first.clone());
        first.merge(second);
        prop_assert_eq!(&first, &other_way);
        prop_assert!(first.lines() <= 2 * SiteProfile::MAX_LINES);
        prop_assert!(first.missed() <= all / SiteProfile::MAX_LINES);
        prop_assert_eq!(first.pages(), steps.len());
        for (line, count) in counts {
            let counted = first.count(&line);
            prop_assert!(counted <= count && counted + first.missed() >= count, "{}", line);
        }
    }
}

#[test]
fn what_is_frequent_is_found_among_a_million_lines() {
    let mut profile = SiteProfile::new();
    let mut number = 0;
    for page in 0..1_000 {
        let mut text = String::from("Home | Tides | Ferries\n");
        for _ in 0..1_000 {
            number += 1;
            text += &unique(number);
            text.push('\n');
        }
        if page % 4 == 0 {
            text += "Printed every Friday";
        }
        profile.learn(&text);
    }
    assert!(profile.lines() <= 2 * SiteProfile::MAX_LINES, "{}", profile.lines());
    assert!(profile.missed() <= 1_001 * 1_000 / SiteProfile::MAX_LINES, "{}", profile.missed());
    assert!(profile.count("Home | Tides | Ferries") + profile.missed() >= 1_000);
    assert!(profile.count("Printed every Friday") + profile.missed() >= 250);
    assert!(profile.count("Printed every Friday") <= 250);
}

#[test]
fn thinning_out_forgets_what_was_seen_once() {
    let mut profile = profile(&["Tides\nFerries".to_owned(), "Tides".to_owned()]);
    profile.thin_out();
    assert_eq!((profile.lines(), profile.missed(), profile.pages()), (1, 1, 2));
    assert_eq!((profile.count("Tides"), profile.count("Ferries")), (1, 0));
}

const BODY: &str =
    "A seal has moved into the marina, and pays no rent for its berth or for its fish.";

/// A profile of five pages that are `around` with prose of their own.
fn site(around: &str) -> SiteLines {
    let bodies = ["The ferry sank.", "The mayor swam.", "It rained.", "Nobody came.", "A whale!"];
    let pages = bodies.map(|body| around.replace("{}", body));
    SiteLines::new(profile(&pages))
}

fn cleans(pass: &SiteLines, raw: &str) -> String {
    pipeline(pass.clone()).clean(raw).into_owned()
}

#[test]
fn edges_and_blocks_go() {
    let pass = site("Home\nTides\n{}\nMore from the harbour:\nOur twelve best piers\n{}\nPrint");
    let raw = format!(
        "Home\n\nTides\n\n{BODY}\nMore from the harbour:\n4\nOur twelve best piers\n{BODY}\nPRINT\n"
    );
    assert_eq!(cleans(&pass, &raw), format!("{BODY}\n4\n{BODY}\n"));
}

#[test]
fn headings_inside_stay() {
    let pass = site("Home\n{}\nIngredients\n{}\nMethod\n{}");
    let raw = format!("{BODY}\nIngredients\nTwo seals\nMethod\n{BODY}");
    assert_eq!(cleans(&pass, &raw), raw);
}

#[test]
fn code_that_all_pages_show_stays() {
    let code = "```sh\nferry login --harbour north\nferry board --all --quietly\n```";
    let raw = format!("{BODY}\n{code}\n{BODY}\nPrint this page for the wall\n");
    let pass = site(&format!("{{}}\n{code}\n{{}}\nPrint this page for the wall"));
    assert_eq!(cleans(&pass, &raw), format!("{BODY}\n{code}\n{BODY}\n"));
}

/// A profile of these pages.
fn learned(pages: &[&str]) -> SiteLines {
    SiteLines::new(profile(&pages.iter().map(|page| (*page).to_owned()).collect::<Vec<_>>()))
}

#[test]
fn a_menu_goes_though_some_of_its_rows_differ() {
    let page = |row: &str, body: &str| {
        format!("Home\n{row} harbour\nTides\nBoats\n{row} market\nFish\nBread\n{body}\nPrint")
    };
    let pages = ["Old", "New", "Dry"].map(|row| page(row, &format!("The {row} ferry sank.")));
    let pass = SiteLines::new(profile(&pages));
    assert_eq!(cleans(&pass, &page("Wet", BODY)), format!("Wet harbour\nWet market\n{BODY}\n"));
    // Not where the text of the page has begun.
    let raw = format!("{BODY}\n{}", page("Wet", BODY));
    assert_eq!(cleans(&pass, &raw), raw.strip_suffix("\nPrint").unwrap().to_owned() + "\n");
}

#[test]
fn one_line_in_a_menu_goes_and_one_in_a_list_of_the_page_stays() {
    let page = |own: [&str; 4], body: &str| {
        let [a, b, c, d] = own;
        format!("Home\nTides\n{a}\nFerries\n{b}\nBoats\n{c}\nFish\n{d}\nThe day\n{body}")
    };
    let pages = [
        page(["ab", "bb", "cb", "db"], "The ferry sank."),
        page(["ac", "bc", "cc", "dc"], "The mayor swam."),
        page(["ad", "bd", "cd", "dd"], "It rained."),
    ];
    let pass = SiteLines::new(profile(&pages));
    let raw = page(["ae", "be", "ce", "de"], BODY);
    assert_eq!(cleans(&pass, &raw), format!("ae\nbe\nce\nde\n{BODY}"));
    let recipe = format!("Two crabs\nOne seal\nSalt\nFish\nPepper\nOil\nBread\nWine\n{BODY}");
    assert_eq!(cleans(&pass, &recipe), recipe);
}

#[test]
fn what_stood_on_nearly_enough_pages_goes_with_its_neighbours() {
    let pass = learned(&[
        "Home\nTides\nFerries\nThe ferry sank.",
        "Home\nTides\nFerries\nThe mayor swam.",
        "Home\nTides\nThe rain of May.",
    ]);
    assert_eq!(cleans(&pass, &format!("Home\nTides\nFerries\n{BODY}")), BODY);
    // Not alone, and never prose.
    let alone = format!("A seal\nFerries\n{BODY}");
    assert_eq!(cleans(&pass, &alone), alone);
    let prose = "The ferry sails on Mondays, and on Sundays it rests.";
    let pass = learned(&[
        &format!("Home\nTides\n{prose}\nThe ferry sank."),
        &format!("Home\nTides\n{prose}\nThe mayor swam."),
        "Home\nTides\nThe rain of May.",
    ]);
    let raw = format!("Home\nTides\n{prose}\n{BODY}");
    assert_eq!(cleans(&pass, &raw), format!("{prose}\n{BODY}"));
}

#[test]
fn a_share_of_a_third_is_nearly_enough() {
    let mut pages = vec!["Home\nTides\nThe ferry sank."; 17];
    pages.extend(["Home\nTides\nLetters\nThe mayor swam."; 3]);
    let raw = format!("Home\nTides\nLetters\n{BODY}");
    assert_eq!(cleans(&learned(&pages), &raw), BODY);
    // On fewer, it is the page's.
    pages.extend(["Home\nTides\nThe ferry sank."; 20]);
    assert_eq!(cleans(&learned(&pages), &raw), format!("Letters\n{BODY}"));
}

#[test]
fn headings_and_questions_of_the_page_stay() {
    let pages = ["sank", "swam", "sang"].map(|what| {
        format!(
            "A day by the sea\nWhat do you eat?\nIt {what} when I ate, and so I have no idea of it.\n\
             What do you drink?\nTea, until it {what}, and then there was nothing left to drink.\n\
             In short\nIt {what}."
        )
    });
    let pass = SiteLines::new(profile(&pages));
    let raw = format!(
        "What I eat\nWhat do you eat?\n{BODY}\nWhat do you drink?\n{BODY}\nIn short\n{BODY}"
    );
    assert_eq!(cleans(&pass, &raw), raw);
}

#[test]
fn a_page_of_what_is_repeated_stays_whole() {
    let pass = site(&format!("Home | Tides | Ferries\n{BODY}\n{{}}"));
    let raw = format!("Home | Tides | Ferries\n{BODY}\nSee you.");
    assert_eq!(cleans(&pass, &raw), raw);
    // With prose of its own, what surrounds it goes, but not most of the prose.
    let raw = format!(
        "Home | Tides | Ferries\n{BODY}\nA whale has been seen from the old pier on Monday at noon."
    );
    let clean = raw.strip_prefix("Home | Tides | Ferries\n").unwrap();
    assert_eq!(cleans(&pass, &raw), clean);
}

#[test]
fn too_few_pages_say_nothing() {
    let raw = format!("Home | Tides | Ferries\n{BODY}\n");
    let pages = [raw.replace("seal", "gull"), raw.replace("seal", "crab")].map(String::from);
    let pass = SiteLines::new(profile(&pages));
    assert_eq!(cleans(&pass, &raw), raw);
    assert_ne!(cleans(&pass.clone().min_pages(2), &raw), raw);
    // Never just because one page has it.
    let pass = SiteLines::new(profile(&pages[..1])).min_pages(0);
    assert_eq!(cleans(&pass, &raw), raw);
    // On two of ten pages a line is not the site's.
    let mut learned = profile(&pages);
    (0..8).for_each(|_| learned.learn("Nothing"));
    let pass = SiteLines::new(learned).min_pages(2);
    assert_eq!(cleans(&pass, &raw), raw);
    assert_ne!(cleans(&pass.min_share(0.2), &raw), raw);
}

#[test]
fn many_lines_and_long_ones_cost_what_they_weigh() {
    let pass = site("Home | Tides | Ferries\n{}\nWrite to us!");
    let pipeline = pipeline(pass);
    let mut scratch = Scratch::default();
    let mut different: String = (0..1_000_000).map(|n| unique(n) + "\n").collect();
    different += BODY;
    for text in [
        "Write to us!\n".repeat(1_000_000) + BODY,
        format!("{BODY}\n").repeat(20_000) + &"Write to us!\n".repeat(1_000_000),
        different,
        "Write to us! ".repeat(100_000) + "\n" + BODY,
        "\n".repeat(1 << 20) + BODY,
    ] {
        check(&pipeline, &text, &mut scratch).unwrap();
        let mut profile = SiteProfile::new();
        profile.learn(&text);
        assert!(profile.lines() <= 2 * SiteProfile::MAX_LINES);
    }
}

#[cfg(feature = "serde")]
mod saved {
    use super::*;

    #[test]
    fn what_is_loaded_is_what_was_saved() {
        let mut profile = profile(&LINES.map_pages());
        for thin in [false, true] {
            if thin {
                profile.thin_out();
            }
            let saved = serde_json::to_string(&profile).unwrap();
            assert_eq!(serde_json::from_str::<SiteProfile>(&saved).unwrap(), profile);
            // The same profile is always the same text.
            let again = serde_json::from_str::<SiteProfile>(&saved).unwrap();
            assert_eq!(serde_json::to_string(&again).unwrap(), saved);
        }
    }

    trait MapPages {
        fn map_pages(&self) -> Vec<String>;
    }

    impl MapPages for [&str] {
        fn map_pages(&self) -> Vec<String> {
            (1..self.len()).map(|n| self[..n].join("\n")).collect()
        }
    }

    #[test]
    fn keys_stay_what_they_were() {
        // Profiles that were saved by an earlier version must go on to count.
        let saved = serde_json::to_string(&profile(&["12 Comments so far".to_owned()])).unwrap();
        let expected =
            concat!(r#"{"version":1,"pages":1,"missed":0,"#, r#""lines":{"f1c6227326a91b0c":1}}"#);
        assert_eq!(saved, expected);
    }

    #[test]
    fn what_is_malformed_is_rejected_with_its_reason() {
        let good = r#"{"version":1,"pages":4,"missed":0,"lines":{"00000000000000ff":3}}"#;
        assert!(serde_json::from_str::<SiteProfile>(good).is_ok());
        for (old, new, reason) in [
            ("\"version\":1", "\"version\":2", "version 2 is not supported, only 1"),
            // Whatever other fields that may have.
            ("\"version\":1", "\"version\":2,\"more\":1", "version 2 is not supported, only 1"),
            ("\"version\":1,", "", "missing field `version`"),
            (":3}", ":5}", "line 00000000000000ff on 5 of 4 pages"),
            (":3}", ":0}", "line 00000000000000ff on 0 of 4 pages"),
            (":3}", ":-1}", "invalid value: integer `-1`"),
            (":3}", ":3,\"00000000000000FF\":2}", "one is there twice"),
            ("00000000000000ff", "ff", "the key \"ff\" is not 16 hexadecimal digits"),
            ("00000000000000ff", "+00000000000000f", "is not 16 hexadecimal digits"),
            ("\"missed\"", "\"mist\"", "unknown field `mist`"),
            ("\"pages\":4", "\"pages\":null", "invalid type: null"),
        ] {
            let bad = good.replace(old, new);
            assert_ne!(bad, good);
            let error = serde_json::from_str::<SiteProfile>(&bad).unwrap_err().to_string();
            assert!(error.contains(reason), "{bad}: {error}");
        }
        let lines: String =
            (0..=2 * SiteProfile::MAX_LINES).map(|n| format!(",\"{n:016x}\":1")).collect();
        let bad = good.replace("\"00000000000000ff\":3", &lines[1..]);
        let error = serde_json::from_str::<SiteProfile>(&bad).unwrap_err().to_string();
        assert!(error.contains("too many lines"), "{error}");
    }
}
