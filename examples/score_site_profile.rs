//! Learns what the pages of sites repeat, cleans other pages of them, and
//! measures what that finds: with the pass alone, with `boilerplate` alone, and
//! with both.
//!
//! ```sh
//! cargo run --example score_site_profile               # pages made here
//! cargo run --example score_site_profile pages.jsonl   # pages of your own
//! ```
//!
//! Each line of such a file is a page, with the name of its site and the labels
//! of its lines; lines with other labels are not counted:
//!
//! ```json
//! {"site": "a.example", "lines": [{"text": "Home", "label": "boilerplate"}, {"text": "The ferry sank.", "label": "content"}]}
//! ```
//!
//! Of each site one half of the pages is learned and the other cleaned, and the
//! other way round.

use std::collections::{BTreeMap, HashMap};
use std::error::Error;
use std::fs::File;
use std::io::{BufRead, BufReader};

use copydesk::passes::{Boilerplate, SiteLines};
use copydesk::{Pipeline, SiteProfile};

/// A line, and whether it is the site's; `None` if nobody says.
type Line = (String, Option<bool>);
type Page = Vec<Line>;

fn main() -> Result<(), Box<dyn Error>> {
    let file = std::env::args().nth(1);
    let sites = match &file {
        Some(name) => read(name).map_err(|error| format!("{name}{error}"))?,
        None => (0..6).map(|site| (format!("site-{site}.example"), made_up(site))).collect(),
    };
    let mut counts = [Counts::default(); 3];
    for pages in sites.values().filter(|pages| pages.len() >= 2) {
        for half in 0..2 {
            let learned = pages.iter().skip(half).step_by(2);
            let cleaned = pages.iter().skip(1 - half).step_by(2);
            measure(learned, cleaned, &mut counts)?;
        }
    }
    println!("{:<24}{:>8}{:>8}{:>10}", "", "P %", "R %", "of lines");
    for (name, counts) in ["site-lines", "boilerplate", "both"].into_iter().zip(counts) {
        let (p, r) = (counts.precision(), counts.recall());
        println!("{name:<24}{p:>8.1}{r:>8.1}{:>10}", counts.found + counts.left);
    }
    if file.is_none() {
        let [alone, _, both] = counts;
        assert!(alone.precision() >= 97.0 && alone.recall() >= 90.0);
        assert!(both.precision() >= 97.0 && both.recall() >= alone.recall());
    }
    Ok(())
}

/// Learns some pages and cleans others, in three ways.
fn measure<'p>(
    learned: impl Iterator<Item = &'p Page>,
    cleaned: impl Iterator<Item = &'p Page>,
    counts: &mut [Counts; 3],
) -> Result<(), Box<dyn Error>> {
    // Profiles of parts of the pages, made on many threads or days, merge.
    let mut profile = SiteProfile::new();
    for page in learned {
        let mut of_page = SiteProfile::new();
        of_page.learn(&text_of(page));
        profile.merge(of_page);
    }
    // Saved and loaded, with the feature `serde`, it is the same.
    #[cfg(feature = "serde")]
    {
        let saved = serde_json::to_string(&profile)?;
        assert_eq!(serde_json::from_str::<SiteProfile>(&saved)?, profile);
    }

    let site_lines = SiteLines::new(profile);
    let boilerplate = Boilerplate::default();
    let pipelines = [
        Pipeline::builder().pass(site_lines.clone()).build()?,
        Pipeline::builder().pass(boilerplate.clone()).build()?,
        Pipeline::builder().pass(boilerplate).pass(site_lines).build()?,
    ];
    for page in cleaned {
        let text = text_of(page);
        for (pipeline, counts) in pipelines.iter().zip(counts.iter_mut()) {
            counts.add(page, &pipeline.clean(&text));
        }
    }
    Ok(())
}

fn text_of(page: &Page) -> String {
    page.iter().map(|(text, _)| format!("{text}\n")).collect()
}

/// What became of lines with a label.
#[derive(Clone, Copy, Default)]
struct Counts {
    found: u32,
    left: u32,
    /// Lines of the page itself that went.
    lost: u32,
}

impl Counts {
    fn add(&mut self, page: &Page, clean: &str) {
        let mut there = HashMap::new();
        for line in clean.lines() {
            *there.entry(line.trim()).or_insert(0) += 1;
        }
        for (text, of_site) in page {
            let is_there = there.get_mut(text.trim()).filter(|count| **count > 0);
            let gone = is_there.map(|count| *count -= 1).is_none();
            match (of_site, gone) {
                (Some(true), true) => self.found += 1,
                (Some(true), false) => self.left += 1,
                (Some(false), true) => self.lost += 1,
                (Some(false), false) | (None, _) => {}
            }
        }
    }

    fn precision(self) -> f64 {
        100.0 * f64::from(self.found) / f64::from((self.found + self.lost).max(1))
    }

    fn recall(self) -> f64 {
        100.0 * f64::from(self.found) / f64::from((self.found + self.left).max(1))
    }
}

/// Reads pages with labels. An error begins with its place.
fn read(name: &str) -> Result<BTreeMap<String, Vec<Page>>, String> {
    let mut sites: BTreeMap<String, Vec<Page>> = BTreeMap::new();
    let file = File::open(name).map_err(|error| format!(": {error}"))?;
    for (number, line) in (1..).zip(BufReader::new(file).lines()) {
        let line = line.map_err(|error| format!(":{number}: {error}"))?;
        let page: serde_json::Value =
            serde_json::from_str(&line).map_err(|error| format!(":{number}: {error}"))?;
        let site = page["site"].as_str().ok_or(format!(":{number}: no string `site`"))?;
        let lines = page["lines"].as_array().ok_or(format!(":{number}: no list `lines`"))?;
        let lines = lines.iter().map(|line| {
            let text = line["text"].as_str().ok_or(format!(":{number}: a line without `text`"))?;
            let of_site = match line["label"].as_str() {
                Some("boilerplate") => Some(true),
                Some("content") => Some(false),
                _ => None,
            };
            Ok((text.to_owned(), of_site))
        });
        sites.entry(site.to_owned()).or_default().push(lines.collect::<Result<_, String>>()?);
    }
    Ok(sites)
}

/// Pages of one site: menus of which some rows differ, counts, lists of what is
/// read most, and articles with headings that come again.
fn made_up(site: usize) -> Vec<Page> {
    let own = |text: String| (text, Some(false));
    let of_site = |text: String| (text, Some(true));
    (0..12)
        .map(|page| {
            let number = site * 12 + page;
            let who = pick(WHO, number);
            let mut lines = vec![of_site(format!("{} Post", pick(PLACES, site)))];
            // A row of the menu shows where the page belongs.
            for row in 0..6 {
                if (row + page) % 6 < 5 {
                    lines.push(of_site(format!("{} and more", pick(ROWS, row + site))));
                }
            }
            lines.push(own(format!("{who} {} again", pick(DOES, number / 2))));
            lines.push(of_site(format!("{} people have read this so far", 7 * number % 90)));
            for part in 0..4 {
                if part % 2 == 1 {
                    lines.push(own(pick(HEADINGS, part / 2 + site).to_owned()));
                }
                lines.push(own(format!(
                    "{} {} in {}, said {who}, and nobody near the {} had seen it coming.",
                    pick(WHO, number + part + 1),
                    pick(DOES, number + 3 * part),
                    pick(PLACES, number / 3 + part),
                    pick(ROWS, number / 5 + part).to_lowercase(),
                )));
            }
            // The list changes from day to day.
            lines.push(of_site("What our readers liked best this week".to_owned()));
            for entry in 0..3 {
                let day = page / 6 + entry;
                lines.push(of_site(format!("{} {}", pick(WHO, day + site), pick(DOES, day))));
            }
            lines.push(of_site(format!("Printed in {} by and for its people", pick(PLACES, site))));
            lines
        })
        .collect()
}

fn pick(list: &[&'static str], number: usize) -> &'static str {
    list[number % list.len()]
}

const PLACES: &[&str] = &["Harbour", "Hill", "Mill", "Island", "River", "Market", "Lighthouse"];

const ROWS: &[&str] = &["Tides", "Ferries", "Letters", "Boats", "Fish", "Bread", "Bells", "Rain"];

const HEADINGS: &[&str] = &["What happened", "In short", "How it began", "What is next"];

const WHO: &[&str] = &[
    "The old baker",
    "A seal",
    "The mayor",
    "Two anglers",
    "The harbour master",
    "A choir of millers",
    "The youngest sailor",
    "A whale",
    "The postwoman",
    "Nobody at all",
    "The clockmaker",
];

const DOES: &[&str] = &[
    "sold the ferry",
    "painted the pier",
    "lost a bell",
    "moved the benches",
    "counted the ships",
    "slept in the library",
    "found the anchor",
    "sang at night",
    "closed the bridge",
    "baked too much",
    "asked for rain",
    "bought a map",
    "swam to the mill",
];
