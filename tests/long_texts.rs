//! Texts so long that they are cut into sections.

mod common;

use copydesk::{Pipeline, Scratch};

use common::{check, stable};

const MB: usize = 1 << 20;

const SENTENCES: [&str; 8] = [
    "The ferry left at noon with all that the islanders had left of their flour. ",
    "Nobody has seen the harbour master since the storm,nor his boat. ",
    "Was it the the goverment that sold the lighthouse? ",
    "Salt &amp; pepper cost more than the caf\u{c3}\u{a9} in which they stood. ",
    "The men of lisbon sang all night.Their wives had gone to bed at sunset. ",
    "In Lisbon, in 1979, it was \u{200b}so. ",
    "She said that <b>Anna</b> would wait, and went on  to the strng of boats. ",
    "Then it rained, for as long as anybody in the town could remember. ",
];

/// A text of about `len` bytes: paragraphs of sentences that turn up in ever
/// another order.
fn text(len: usize, gap: &str) -> String {
    let mut text = String::new();
    let mut state = 1_u64;
    while text.len() < len {
        for _ in 0..5 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            text.push_str(SENTENCES[(state >> 61) as usize]);
        }
        text.truncate(text.trim_end().len());
        text.push_str(gap);
    }
    text
}

fn assert_keeps_the_laws(text: &str) {
    let pipeline = Pipeline::article();
    let result = check(&pipeline, text, &mut Scratch::default());
    let fault = result.and_then(|()| stable(&pipeline, text)).err().unwrap_or_default();
    let fault: String = fault.chars().take(400).collect();
    assert!(fault.is_empty(), "{:?}…: {fault}", &text[..40]);
}

#[test]
fn paragraphs_keep_the_laws() {
    assert_keeps_the_laws(&text(3 * MB, "\n\n"));
}

#[test]
fn a_text_that_cannot_be_cut_before_it_is_clean_keeps_the_laws() {
    assert_keeps_the_laws(&text(5 * MB / 2, " \r\n\r\n"));
}

#[test]
fn lines_that_are_no_prose_keep_the_laws() {
    let line = |i: usize| format!("- item {i} of the list &amp; of <b>lisbon</b>,{}\n", i % 97);
    assert_keeps_the_laws(&(0..110_000).map(line).collect::<String>());
}

/// A long line without letters where others end, in a crowd of lines that begin like it:
/// whoever compares lines must not read it to its end each time.
#[test]
fn lines_that_begin_alike_are_cut_in_linear_time() {
    let long = format!("boat{}\n", "1".repeat(200_000));
    let crowd = "boat2\n".repeat(50_000);
    let text = [long, crowd].concat().repeat(5);
    let pipeline = Pipeline::from_names(["entities"]).unwrap();
    assert_eq!(pipeline.clean(&text), text);
}

#[test]
fn a_name_is_looked_for_in_its_section_only() {
    let told = "The men of Marum sang, and of Marum nobody told them that it was burning.\n\n";
    let asked = "The men of marum sang, and so did all the others who were on the boat.\n\n";
    let other = |i| format!("In year {i} it rained, for as long as anybody could remember it.\n\n");
    let others: String = (0..60_000).map(other).collect();
    let pipeline = Pipeline::from_names(["casing"]).unwrap();
    let near = [told, told, told, asked].concat();
    assert!(!pipeline.clean(&near).contains("marum"));
    let far = [&told.repeat(3), &others, asked].concat();
    assert!(pipeline.clean(&far).contains("marum"));
}
