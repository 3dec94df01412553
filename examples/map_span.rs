//! Finds the place in the raw text that a piece of the clean text came from.
//!
//! This is what a program needs that works on the clean text, say one that
//! marks names, and wants to show its results in the page as it was scraped.

use copydesk::Pipeline;

fn main() {
    let raw = "The crossing to Lisbon,&nbsp;said Marta N&uacute;&ntilde;ez,takes ten minutes.";
    let cleaned = Pipeline::article().explain(raw);
    let clean = cleaned.text();
    let map = cleaned.source_map();
    println!("raw    {raw}\nclean  {clean}\n");

    for name in ["Lisbon", "Marta Núñez", "ten minutes"] {
        let start = clean.find(name).expect("the name is in the clean text");
        let span = start..start + name.len();
        let source = map.to_raw(span.clone());
        println!("{name:?} at {span:?} came from {:?} at {source:?}", &raw[source.clone()]);

        // And back again.
        assert_eq!(map.to_clean(source), span);
    }
}
