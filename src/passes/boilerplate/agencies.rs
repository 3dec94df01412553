//! Agencies whose names stand alone below what they have sent: a report, a picture.

use super::flags::Flag;
use super::line::Line;
use super::stray;
use crate::data::has_phrase;

/// News agencies and picture libraries, as they sign. Our own list. Sorted. Those are
/// left out whose names are words, places or headings too.
#[rustfmt::skip]
static AGENCIES: &[&str] = &[
    "aap image", "adobe stock", "afp", "agence france-presse", "agencia efe", "alamy",
    "anadolu agency", "ansa", "associated press", "canadian press", "dpa", "efe", "epa-efe",
    "europa press", "getty images", "ians", "interfax", "istock", "kyodo", "pa media", "pa wire",
    "press association", "reuters", "ria novosti", "ritzau", "shutterstock", "tass",
    "the associated press", "the canadian press", "xinhua", "yonhap",
];

/// Whether a line is the name of an agency and nothing else, below a paragraph, and
/// neither this nor the next line speaks of it. What heads a paragraph stays.
pub(super) fn is_credit(text: &str, lines: &[Line], at: usize) -> bool {
    let line = &lines[at];
    if line.words > 3 || line.is(Flag::Ended) || at == 0 || !lines[at - 1].is_body() {
        return false;
    }
    if lines.get(at + 1).is_some_and(Line::is_sentence) {
        return false;
    }
    let name = line.text(text).trim_matches(|c: char| !c.is_alphanumeric());
    let near = [Some(&lines[at - 1]), lines.get(at + 1)];
    name.starts_with(char::is_uppercase)
        && has_phrase(AGENCIES, name)
        && !near.into_iter().flatten().any(|other| speaks_of(other.text(text), name))
}

/// Whether a text has a word of a name.
fn speaks_of(text: &str, name: &str) -> bool {
    let mut speaks = false;
    stray::for_each_word(name, |word| {
        stray::for_each_word(text, |other| speaks |= other == word);
    });
    speaks
}

#[cfg(test)]
mod tests {
    use crate::Pass;
    use crate::passes::Boilerplate;
    use crate::passes::boilerplate::owned::tests::COPY;

    #[test]
    fn the_name_of_an_agency_goes_below_a_paragraph_that_does_not_speak_of_it() {
        let clean = |line: &str, below: &str| {
            let text = format!("Comments\n{COPY}{line}\n{below}{COPY}");
            Boilerplate::default().clean(&text).contains(line)
        };
        assert!(!clean("Reuters", "Share\n"));
        assert!(!clean("- REUTERS", "Share\n"));
        assert!(!clean("DPA", "Share\n"));
        for word in ["AP", "AA", "EPA", "Imago", "Keystone", "Bloomberg", "Lusa"] {
            assert!(clean(word, "Share\n"), "{word}");
        }
        assert!(clean("Reuters", ""));
        assert!(clean("Reuters", "It was late.\n"));
        assert!(clean("Reuters and the sea", ""));
        assert!(clean(
            "Reuters",
            "Reuters was a man of pigeons before he was one of wires, they say.\n"
        ));
    }
}
