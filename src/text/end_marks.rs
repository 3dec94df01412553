//! Marks that end a sentence.

/// Whether the mark ends a sentence, in any script: the full stop, the marks of
/// exclamation and of question, and what Chinese and Japanese, Arabic, Urdu and Hindi
/// have for them.
pub(crate) fn is_end_mark(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '。' | '！' | '？' | '؟' | '۔' | '।')
}
