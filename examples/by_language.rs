//! Has some passes look at the texts of one language only.
//!
//! A pass can stand around another: it forwards what it is asked, or does not.

use copydesk::passes::{Boilerplate, Redact};
use copydesk::{BuildError, Document, Edits, Language, Pass, Pipeline, Suggestions};

/// A pass for texts in one language.
#[derive(Debug)]
struct Only<P>(Language, P);

impl<P: Pass> Pass for Only<P> {
    fn name(&self) -> &'static str {
        self.1.name()
    }

    fn find_edits(&self, doc: &Document<'_>, edits: &mut Edits) {
        if doc.language() == self.0 {
            self.1.find_edits(doc, edits);
        }
    }

    fn suggest(&self, doc: &Document<'_>, suggestions: &mut Suggestions) {
        if doc.language() == self.0 {
            self.1.suggest(doc, suggestions);
        }
    }

    fn takes_sections(&self) -> bool {
        self.1.takes_sections()
    }
}

fn main() -> Result<(), BuildError> {
    let pipeline = Pipeline::article()
        .to_builder()
        .replace(Only(Language::English, Boilerplate::default()))
        .pass(Only(Language::French, Redact::default()))
        .build()?;
    for raw in [
        "The ferry was late,and the harbour master said nothing. Write to anna@example.org.",
        "Le bac est parti &agrave; midi, et le port ne dit rien. Contact : anna@example.org.",
    ] {
        println!("{}", pipeline.clean(raw));
    }

    // A page that says its language is not to be guessed at.
    let told: Language = "fr-CA".parse()?;
    let french = pipeline.to_builder().language(told).build()?;
    println!("{}", french.clean("Contact : anna@example.org"));
    Ok(())
}
