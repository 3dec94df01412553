//! What users of the crate rely on and no other test would miss.

use std::fmt::Debug;
use std::panic::{RefUnwindSafe, UnwindSafe};

use copydesk::lexicon::Entry;
use copydesk::passes::{self, BoilerplateKind, BoilerplateLine, Fate, RedactKind, Registered};
use copydesk::text::{Case, Kind, Line, Lines, Word};
use copydesk::{
    Buffers, BuildError, Change, Cleaned, Document, Edit, Edits, EditsIter, FromFn, Language,
    Pipeline, PipelineBuilder, Preset, Scratch, SiteProfile, SourceMap, Suggestion, Suggestions,
};

/// Can be shared between threads and kept over a panic.
fn shared<T: Send + Sync + UnwindSafe + RefUnwindSafe + Debug>() {}

/// Can be given to another thread.
fn sent<T: Send + Debug>() {}

#[test]
fn auto_traits() {
    shared::<Pipeline>();
    shared::<PipelineBuilder>();
    shared::<Preset>();
    shared::<BuildError>();
    shared::<Edit<'_>>();
    shared::<Edits>();
    shared::<EditsIter<'_>>();
    shared::<Cleaned<'_>>();
    shared::<Change<'_>>();
    shared::<Suggestion<'_>>();
    shared::<Suggestions>();
    shared::<SourceMap>();
    shared::<SiteProfile>();
    shared::<passes::SiteLines>();
    shared::<passes::Redact>();
    shared::<passes::Quotes>();
    shared::<passes::Dashes>();
    shared::<passes::Ascii>();
    shared::<BoilerplateLine>();
    shared::<BoilerplateKind>();
    shared::<Fate>();
    shared::<RedactKind>();
    shared::<Registered>();
    shared::<FromFn<fn(&Document<'_>, &mut Edits)>>();
    shared::<Language>();
    shared::<Word>();
    shared::<Kind>();
    shared::<Case>();
    shared::<Line<'_>>();
    shared::<Lines<'_>>();
    shared::<Entry>();

    // Working memory: one for each thread. (A `Document` borrows it, and so
    // stays where it is.)
    sent::<Scratch>();
    sent::<Buffers>();
}

#[test]
fn built_in_passes_can_be_put_together_by_hand() {
    macro_rules! names {
        ($($pass:ident)*) => {{
            $(shared::<passes::$pass>();)*
            let builder = Pipeline::builder()$(.pass(passes::$pass::default().clone()))*;
            builder.build().expect("nothing was named")
        }};
    }
    let by_hand = names! {
        Mojibake Entities Markup Invisible Unicode Boilerplate Duplicates Whitespace Spacing Repeats
        Spelling Wording Casing
    };
    assert_eq!(format!("{by_hand:?}"), format!("{:?}", Pipeline::article()));
}

#[test]
fn what_is_explained_alike_is_equal() {
    let pipeline = copydesk::Pipeline::article();
    let raw = "It was so.Really.";
    assert_eq!(pipeline.explain(raw), pipeline.explain(raw));
    assert_ne!(pipeline.explain(raw), pipeline.explain("It was so. Really."));
}

#[test]
fn documents_name_the_version() {
    let version = env!("CARGO_PKG_VERSION");
    let changelog = include_str!("../CHANGELOG.md");
    let newest = changelog.lines().find_map(|line| line.strip_prefix("## ")).expect("a version");
    assert_eq!(newest.split(' ').next(), Some(version), "CHANGELOG.md");

    let minor = version.rsplit_once('.').map_or(version, |(minor, _)| minor);
    let readme = include_str!("../README.md");
    assert!(readme.contains(&format!("copydesk = \"{minor}\"")), "README.md");
    let rust = env!("CARGO_PKG_RUST_VERSION");
    assert!(readme.contains(&format!("Rust version is {rust}.")), "README.md");
}

#[test]
fn the_readme_lists_the_passes() {
    let readme = include_str!("../README.md");
    let table: String = passes::all()
        .map(|pass| {
            let presets: Vec<_> =
                Preset::ALL.iter().copied().filter(|p| pass.is_in(*p)).map(Preset::name).collect();
            let presets = if presets.is_empty() { "opt-in".to_owned() } else { presets.join(", ") };
            format!("| `{}` | {} | {presets} |\n", pass.name(), pass.summary())
        })
        .collect();
    assert!(readme.contains(&table), "the table in README.md should be\n{table}");
}
