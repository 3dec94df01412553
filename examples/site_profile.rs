//! Learns what the pages of a site repeat, saves it, and cleans other pages
//! with it.

use copydesk::{Pipeline, SiteProfile, passes::SiteLines};

/// A page as an extractor leaves it: the article between lines of the site.
fn page(headline: &str, body: &str, comments: usize) -> String {
    format!(
        "The Harbour Post\nTides | Ferries | Letters\n{headline}\n{body}\n\
         {comments} comments so far\nThe harbour at noon: our picture of the week\n\
         Printed every Friday by the Harbour Society\n"
    )
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let learned = [
        ("The old ferry is sold", "The old ferry was sold to a man who wants to live in it."),
        ("Where is the harbour master?", "Nobody has seen him since the beginning of May."),
        ("Forty benches", "The council bought forty benches for people who watch ships."),
        ("A whale, perhaps", "Two anglers say that they have seen a whale from the pier."),
    ];
    // Profiles of parts of the pages, made on many threads or days, merge.
    let (first, second) = learned.split_at(2);
    let mut profile = SiteProfile::new();
    for part in [first, second] {
        let mut of_part = SiteProfile::new();
        for (number, (headline, body)) in part.iter().enumerate() {
            of_part.learn(&page(headline, body, number));
        }
        profile.merge(of_part);
    }

    // Saved and loaded, with the feature `serde`, it is the same.
    #[cfg(feature = "serde")]
    {
        let saved = serde_json::to_string(&profile)?;
        assert_eq!(serde_json::from_str::<SiteProfile>(&saved)?, profile);
    }

    let pipeline =
        Pipeline::article().to_builder().before("duplicates", SiteLines::new(profile)).build()?;
    let (headline, body) =
        ("A seal moves in", "A seal has moved into the marina, and pays no rent for its berth.");
    let page = page(headline, body, 12);
    let cleaned = pipeline.explain(&page);
    print!("{}", cleaned.text());
    assert_eq!(cleaned.text(), format!("{headline}\n{body}\n"));

    for change in cleaned.changes() {
        println!("{:?} {:?}", change.rules, change.raw.trim());
    }
    Ok(())
}
