//! Finds the place in the raw text that a piece of the clean text came from.
//!
//! This is what a program needs that works on the clean text, say one that
//! marks names, and wants to show its results in the page as it was scraped.

use std::ops::Range;

use copydesk::Pipeline;

/// Bytes of a text, as a browser counts: strings of JavaScript are in UTF-16.
///
/// It counts from the beginning; whoever has many ranges goes on from the last.
fn utf16(text: &str, bytes: Range<usize>) -> Range<usize> {
    let units = |part: &str| part.encode_utf16().count();
    let start = units(&text[..bytes.start]);
    start..start + units(&text[bytes])
}

fn main() {
    let raw = "The crossing to Lisbon,&nbsp;said Marta N&uacute;ñez,takes ten minutes.";
    let cleaned = Pipeline::article().explain(raw);
    let clean = cleaned.text();
    let map = cleaned.source_map();
    println!("raw    {raw}\nclean  {clean}\n");

    for name in ["Lisbon", "Marta Núñez", "ten minutes"] {
        let start = clean.find(name).expect("the name is in the clean text");
        let span = start..start + name.len();
        let source = map.to_raw(span.clone());
        println!("{name:?} at {span:?} came from {:?} at {source:?}", &raw[source.clone()]);
        println!("    in UTF-16: {:?}", utf16(raw, source.clone()));

        // And back again.
        assert_eq!(map.to_clean(source), span);
    }
}
