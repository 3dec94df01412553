//! Training the model: logistic regression over hashed features, cross-checked
//! by site.
//!
//! The labelled lines are not in the repository: they are lines of web pages,
//! of the data sets that NOTICE names. What is kept of them are the weights,
//! and of those only the ones that at least [`MIN_SITES`] sites speak for.
//!
//! ```sh
//! COPYDESK_LINES=lines.tsv cargo test --release --lib train_the_model -- --ignored --nocapture
//! ```
//!
//! The file has a line `= SITE` before each document, and then a line for each
//! of its lines: a label, a tab, the text. The labels are `c` for the article,
//! `b` for boilerplate, `w` for what is probably boilerplate, `-` for lines
//! that are only there. `= SITE*` stands before a document that was made up of
//! an article and lines of pages; such documents train, but are not counted.
//! `= SITE~` stands before one of which only the labels and the structure may
//! be used: its words are not features.

use std::collections::HashMap;
use std::path::Path;
use std::{env, fs};

use super::super::flags::Flag;
use super::super::folded::Folded;
use super::super::layout::Layout;
use super::super::line::Line;
use super::super::surroundings::{runs, surroundings};
use super::{BUCKETS, Look, each_of_words};
use crate::hashed;
use crate::text::lines::lines;

/// A weight that fewer sites speak for is dropped: it would be a memory.
const MIN_SITES: u32 = 4;

const FOLDS: u64 = 5;
const EPOCHS: usize = 12;
const RATE: f64 = 0.15;
const DECAY: f64 = 2e-5;

/// How many weights there are to a logit.
const SCALE: f64 = 16.0;

/// A labelled line.
struct Example {
    site: u64,
    buckets: Vec<u32>,
    boilerplate: bool,
    weight: f64,
    /// It is more than probable, and its document was not made up.
    counts: bool,
    by_rules: bool,
    text: String,
}

/// What the mark behind its site says of a document.
#[derive(Clone, Copy)]
struct Use {
    counts: bool,
    words: bool,
}

/// The examples of one document.
fn read_document(site: u64, labels: &[char], text: &str, usage: Use, out: &mut Vec<Example>) {
    let mut folded = Folded::default();
    let mut list = Vec::new();
    let mut kept = Vec::new();
    for (line, label) in lines(text).zip(labels) {
        if !line.is_blank() {
            let skimmed = Line::skim(&line, &mut folded);
            list.push(skimmed.unwrap_or_else(|| Line::read(&line, None, &mut folded)));
            kept.push((*label, line.text().trim()));
        }
    }
    if !list.iter().any(Line::is_suspect) {
        return;
    }
    list.iter_mut().for_each(Line::classify);
    let mut around = Vec::new();
    let layout = Layout::of(&list);
    surroundings(&list, &mut around);
    runs(&mut list, &layout, &mut around);
    for (at, (label, text)) in kept.iter().enumerate() {
        if list[at].is(Flag::Prose) || *label == '-' {
            continue;
        }
        let mut buckets = Vec::new();
        folded.read(text);
        if usage.words {
            each_of_words(&folded, |b| buckets.push(b as u32));
        }
        let look = Look::of(&list, at, &around, &layout);
        look.each_feature(&mut |b| buckets.push(b as u32));
        out.push(Example {
            site,
            buckets,
            boilerplate: *label != 'c',
            weight: if *label == 'w' { 0.25 } else { 1.0 },
            counts: usage.counts && *label != 'w',
            by_rules: i32::from(list[at].own) + around[at] >= 20 || list[at].is(Flag::Sure),
            text: (*text).to_owned(),
        });
    }
}

fn read(path: &str) -> Vec<Example> {
    let file = fs::read_to_string(path).expect("the labelled lines");
    let mut out = Vec::new();
    for document in file.split("\n= ") {
        let document = document.trim_start_matches("= ");
        let Some((site, body)) = document.split_once('\n') else { continue };
        let pairs: Vec<(char, &str)> = body
            .lines()
            .filter_map(|line| Some((line.chars().next()?, line.split_once('\t')?.1)))
            .collect();
        let labels: Vec<char> = pairs.iter().map(|p| p.0).collect();
        let text: Vec<&str> = pairs.iter().map(|p| p.1).collect();
        let usage = Use { counts: !site.contains('*'), words: !site.contains('~') };
        let site = hashed::of(site.trim_end_matches(['*', '~']).as_bytes());
        read_document(site, &labels, &text.join("\n"), usage, &mut out);
    }
    out
}

fn train<'e>(examples: impl Iterator<Item = &'e Example> + Clone) -> Vec<f64> {
    let mut sites: HashMap<u32, Vec<u64>> = HashMap::new();
    for example in examples.clone() {
        for &bucket in &example.buckets {
            let seen = sites.entry(bucket).or_default();
            if seen.len() < MIN_SITES as usize && !seen.contains(&example.site) {
                seen.push(example.site);
            }
        }
    }
    let allowed = |bucket: &&u32| sites[*bucket].len() >= MIN_SITES as usize;
    let mut weights = vec![0.0; BUCKETS];
    let mut squares = vec![1e-3; BUCKETS];
    for _ in 0..EPOCHS {
        for example in examples.clone() {
            let sum: f64 = example.buckets.iter().map(|&b| weights[b as usize]).sum();
            let expected = 1.0 / (1.0 + (-sum).exp());
            let error = example.weight * (expected - f64::from(u8::from(example.boilerplate)));
            for &b in example.buckets.iter().filter(allowed) {
                let (w, s) = (&mut weights[b as usize], &mut squares[b as usize]);
                let slope = error + DECAY * *w;
                *s += slope * slope;
                *w -= RATE * slope / f64::sqrt(*s);
            }
        }
    }
    weights
}

/// The bytes of the weights.
fn render(weights: &[f64]) -> Vec<u8> {
    weights.iter().map(|w| (w * SCALE).round().clamp(-127.0, 127.0) as i8 as u8).collect()
}

fn score(weights: &[u8], example: &Example) -> i32 {
    example.buckets.iter().map(|&b| i32::from(weights[b as usize] as i8)).sum()
}

#[test]
#[ignore = "needs the labelled lines"]
fn train_the_model() {
    let path = env::var("COPYDESK_LINES").expect("COPYDESK_LINES names the labelled lines");
    let mut examples = read(&path);
    // In an order that has nothing to do with sites.
    examples.sort_by_cached_key(|e| (hashed::of(e.text.as_bytes()), e.site));
    println!("{} examples", examples.len());
    let mut scored = Vec::new();
    for fold in 0..FOLDS {
        let of = |e: &&Example| (e.site >> 20) % FOLDS == fold;
        let weights = render(&train(examples.iter().filter(|e| !of(e))));
        scored.extend(
            examples.iter().filter(of).filter(|e| e.counts).map(|e| (score(&weights, e), e)),
        );
    }
    for by_rules in [false, true] {
        for threshold in (-80..=128).step_by(16) {
            let count = |boilerplate| {
                let is = |(s, e): &&(i32, &Example)| {
                    *s >= threshold && e.by_rules == by_rules && e.boilerplate == boilerplate
                };
                scored.iter().filter(is).count()
            };
            let (right, wrong) = (count(true), count(false));
            println!("rules {by_rules:5} score from {threshold:4}: right {right}, wrong {wrong}");
        }
    }
    if let Ok(list) = env::var("COPYDESK_LIST") {
        scored.sort_by_key(|(s, _)| *s);
        let rows = scored.iter().map(|(s, e)| {
            format!("{s}\t{}\t{}\t{}\n", u8::from(e.boilerplate), u8::from(e.by_rules), e.text)
        });
        fs::write(list, rows.collect::<String>()).expect("a list of the scores");
    }
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/data/boilerplate/model.bin");
    fs::write(file, render(&train(examples.iter()))).expect("the weights");
}

#[test]
fn weights_are_rendered_as_they_are_read() {
    assert_eq!(render(&[0.0, 1.0, -1.0, 100.0, -100.0]), [0, 16, 240, 127, 129]);
}
