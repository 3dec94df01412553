//! The texts that the benches run on, made anew on every run and always the
//! same, and a file of one's own: `COPYDESK_BENCH_FILE=FILE cargo bench`.

// Each bench is a crate of its own, and uses what it needs.
#![allow(dead_code)]

mod made_up;

use std::{env, fs};

use made_up::Damage;

/// A text, and what is in it.
pub(crate) struct Corpus {
    pub(crate) name: String,
    pub(crate) text: String,
}

/// How long the texts are: as long as a very long article.
pub(crate) const LEN: usize = 100_000;

/// How long an article is.
pub(crate) const ARTICLE: usize = 5_000;

/// The states of a text, by how far its faults are apart.
const STATES: [(&str, Damage); 4] = [
    ("clean", Damage::None),
    ("dirty-2000", Damage::Every(2000)),
    ("dirty-200", Damage::Every(200)),
    ("dirty-40", Damage::Every(40)),
];

/// All texts, of about `len` bytes each, named by language and state.
pub(crate) fn corpora(len: usize) -> Vec<Corpus> {
    let mut corpora = Vec::new();
    for language in ["english", "multilingual"] {
        corpora.extend(STATES.map(|(state, _)| corpus(&format!("{language}-{state}"), len)));
    }
    corpora.push(corpus("hostile", len));
    if let Ok(path) = env::var("COPYDESK_BENCH_FILE") {
        corpora.push(Corpus { text: read(&path), name: "file".to_owned() });
    }
    corpora
}

/// The text of this name, of about `len` bytes.
pub(crate) fn corpus(name: &str, len: usize) -> Corpus {
    let damage = STATES.iter().find(|(state, _)| name.ends_with(state)).map(|(_, damage)| *damage);
    let text = match (name.split_once('-'), damage) {
        (Some(("english", _)), Some(damage)) => made_up::english(len, damage),
        (Some(("multilingual", _)), Some(damage)) => made_up::multilingual(len, damage),
        (None, _) if name == "hostile" => made_up::hostile(len),
        _ => panic!("there is no text {name}"),
    };
    Corpus { name: name.to_owned(), text }
}

/// The text of a file.
pub(crate) fn read(path: &str) -> String {
    let bytes = fs::read(path).unwrap_or_else(|e| panic!("{path}: {e}"));
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Cuts a text into pieces of at least `len` bytes, at blank lines if it has
/// some.
pub(crate) fn cut(text: &str, len: usize) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while rest.len() > len {
        let boundary = |at: usize| (at..).find(|at| rest.is_char_boundary(*at)).unwrap_or(at);
        let at = boundary(len);
        let window = &rest[at..boundary(rest.len().min(2 * len))];
        let (piece, after) = rest.split_at(at + window.find("\n\n").map_or(0, |blank| blank + 1));
        pieces.push(piece);
        rest = after.trim_start_matches('\n');
    }
    pieces.push(rest);
    pieces.retain(|piece| !piece.is_empty());
    pieces
}
