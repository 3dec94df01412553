//! What can go wrong while a pipeline is put together.

/// A pipeline or a pass could not be built.
///
/// Only building can fail, where the caller names a pass, a preset, a kind or a language that
/// there is not, or gives a malformed pattern or table. Cleaning never fails.
///
/// # Example
///
/// ```
/// let error = copydesk::Pipeline::from_names(["spacing", "spceling"]).unwrap_err();
/// assert!(error.to_string().contains("spceling"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(transparent)]
pub struct BuildError(#[from] Kind);

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Kind {
    #[error("there is no pass `{name}`; the passes are {known}")]
    UnknownPass { name: String, known: String },
    #[error("there is no preset `{name}`; the presets are {known}")]
    UnknownPreset { name: String, known: String },
    #[error("there is no kind of boilerplate `{name}`; the kinds are {known}")]
    UnknownBoilerplate { name: String, known: String },
    #[error("`{tag}` is no language; a tag such as `en`, `en-GB` or `de` is")]
    Language { tag: String },
    #[error("the pipeline has no pass `{name}`; it has {known}")]
    NotInPipeline { name: String, known: String },
    #[error("the pattern `{pattern}` is malformed: {reason}")]
    Pattern { pattern: String, reason: String },
    #[error("the placeholder `{text}` would be redacted, or have what follows it redacted")]
    Placeholder { text: String },
    #[error("{file}:{line}: {reason}")]
    Row { file: String, line: usize, reason: String },
}

/// Writes names as a list for a person: `a, b, c`, or `none`.
pub(crate) fn list<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    let names: Vec<_> = names.into_iter().collect();
    if names.is_empty() { "none".to_owned() } else { names.join(", ") }
}
