//! The texts that the benches run on, made anew on every run and always the
//! same, and a file of one's own: `COPYDESK_BENCH_FILE=FILE cargo bench`.

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

/// The texts, of about `len` bytes each, named by language and damage.
pub(crate) fn corpora(len: usize) -> Vec<Corpus> {
    let damages = [
        ("clean", Damage::None),
        ("dirty-2000", Damage::Every(2000)),
        ("dirty-200", Damage::Every(200)),
        ("dirty-40", Damage::Every(40)),
    ];
    let mut corpora = Vec::new();
    for (state, damage) in damages {
        let text = made_up::english(len, damage);
        corpora.push(Corpus { name: format!("english-{state}"), text });
    }
    for (state, damage) in [damages[0], damages[2]] {
        let text = made_up::multilingual(len, damage);
        corpora.push(Corpus { name: format!("multilingual-{state}"), text });
    }
    corpora.push(Corpus { name: "hostile".to_owned(), text: made_up::hostile(len) });
    if let Ok(path) = env::var("COPYDESK_BENCH_FILE") {
        let bytes = fs::read(&path).unwrap_or_else(|e| panic!("{path}: {e}"));
        let text = String::from_utf8_lossy(&bytes).into_owned();
        corpora.push(Corpus { name: "file".to_owned(), text });
    }
    corpora
}
