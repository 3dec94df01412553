//! What every fuzz target asks of a pass.

use copydesk::Pipeline;

/// Runs a pass alone and checks what it may never break.
///
/// # Panics
///
/// If it does: that is what the fuzzer looks for.
pub fn check(pass: &str, text: &str) {
    let pipeline = Pipeline::from_names([pass]).expect("a registered pass");
    let cleaned = pipeline.explain(text);

    // The changes are in order and between characters, and give the clean text.
    let mut rebuilt = String::new();
    let mut from = 0;
    for change in cleaned.changes() {
        rebuilt.push_str(&text[from..change.raw_range.start]);
        rebuilt.push_str(change.clean);
        from = change.raw_range.end;
    }
    rebuilt.push_str(&text[from..]);
    assert_eq!(rebuilt, cleaned.text(), "the changes are not what was done");

    assert_eq!(pipeline.clean(cleaned.text()), cleaned.text(), "cleaning twice changes more");

    let plain = |c: char| c.is_ascii_alphabetic() || c == ' ';
    if text.chars().all(plain) {
        assert_eq!(cleaned.text(), text, "plain words were changed");
    }
}
