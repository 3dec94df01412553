//! How words of Latin end. Our own lists.

/// Endings of nouns and adjectives, which few words of English have.
pub(crate) static ENDINGS: [&str; 6] = ["a", "ae", "i", "is", "um", "us"];

/// Those of them that hardly a name of a person has.
pub(crate) static ENDINGS_OF_THINGS: [&str; 3] = ["is", "um", "us"];

/// More endings of the second words of species: `Lepus timidus`, but `Cervus elegans`.
pub(crate) static ENDINGS_OF_SPECIES: [&str; 5] = ["ans", "ar", "ax", "ens", "or"];

/// Whether a word ends in one of these.
pub(crate) fn ends_in(word: &str, endings: &[&str]) -> bool {
    endings.iter().any(|ending| word.ends_with(ending))
}
