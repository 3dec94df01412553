//! The words at a distance of one slip.

use unicode_normalization::char::decompose_canonical;

/// More letters than this are not tried; the commonest are.
const MOST_LETTERS: usize = 64;
/// Letters that are this much rarer than all together are those of loan words,
/// and are not tried.
const RAREST: usize = 5_000;

/// The letters that the words of a `.dic` file are made of, commonest first.
pub(super) fn letters(dic: &str) -> Vec<char> {
    let mut counts = std::collections::HashMap::new();
    for line in dic.lines().skip(1) {
        let word = line.split(['/', '\t']).next().unwrap_or_default();
        for c in word.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase) {
            *counts.entry(c).or_insert(0_usize) += 1;
        }
    }
    let total: usize = counts.values().sum();
    counts.retain(|_, count| *count * RAREST > total);
    let mut letters: Vec<_> = counts.into_iter().collect();
    letters.sort_by_key(|(c, count)| (std::cmp::Reverse(*count), *c));
    letters.into_iter().map(|(c, _)| c).take(MOST_LETTERS).collect()
}

/// The shortest beginning and the shortest end of a compound.
const SHORTEST_PREFIX: usize = 2;
const SHORTEST_END: usize = 4;

/// Whether two letters differ by an accent only. Not by an umlaut, which is a
/// part of inflection.
fn is_accent(a: char, b: char) -> bool {
    let base = |letter: char| {
        let (mut base, mut is_umlaut) = (None, false);
        decompose_canonical(letter, |c| {
            base = base.or(Some(c));
            is_umlaut |= c == '\u{308}';
        });
        base.filter(|_| !is_umlaut)
    };
    base(a).is_some_and(|letter| Some(letter) == base(b))
}

/// Makes the words from which one slip leads to a word.
pub(super) struct Neighbours<'l> {
    word: Vec<char>,
    letters: &'l [char],
    /// The neighbour at hand.
    text: String,
}

/// What is meant, and the rule.
type Found = (String, &'static str);

impl<'l> Neighbours<'l> {
    pub(super) fn new(word: &str, letters: &'l [char]) -> Self {
        Self { word: word.chars().collect(), letters, text: String::new() }
    }

    /// Whether the word ends in another one, so that it is a compound or has a
    /// prefix that the dictionary does not have.
    pub(super) fn ends_in_a_word(&mut self, is_word: impl Fn(&str) -> bool) -> bool {
        (SHORTEST_PREFIX..=self.word.len().saturating_sub(SHORTEST_END)).any(|at| {
            self.text.clear();
            self.text.extend(&self.word[at..]);
            is_word(&self.text)
        })
    }

    /// The neighbour that is a word, if there is only one, and its slip is
    /// neither in the first letter nor in the last two. Another letter must be
    /// the same with an accent or without: others make other words too often.
    pub(super) fn only(&mut self, is_word: impl Fn(&str) -> bool) -> Option<(&str, &'static str)> {
        let mut found: Option<(Found, bool)> = None;
        let mut is_sure = true;
        let mut take = |text: &str, rule: &'static str, is_inside: bool| {
            if is_sure && is_word(text) {
                match &found {
                    Some(((other, _), _)) if other != text => is_sure = false,
                    Some(_) => {}
                    None => found = Some(((text.to_owned(), rule), is_inside)),
                }
            }
        };
        let word = &self.word;
        let last = word.len() - 2;
        let text = &mut self.text;
        let mut try_with = |at: usize, with: &[char], to: usize, rule, is_inside| {
            text.clear();
            text.extend(word[..at].iter().chain(with).chain(&word[to..]));
            take(text, rule, is_inside);
        };
        for at in 0..=word.len() {
            let is_inside = at > 0 && at < last;
            if let Some(pair) = word.get(at..at + 2).filter(|pair| pair[0] != pair[1]) {
                let swapped = [pair[1], pair[0]];
                try_with(at, &swapped, at + 2, "hunspell/swapped-letters", at > 0);
            }
            if at < word.len() {
                try_with(at, &[], at + 1, "hunspell/extra-letter", is_inside);
            }
            for letter in self.letters {
                try_with(at, &[*letter], at, "hunspell/missing-letter", is_inside);
                if let Some(is) = word.get(at).filter(|c| *c != letter) {
                    let is_inside = is_inside && is_accent(*is, *letter);
                    try_with(at, &[*letter], at + 1, "hunspell/wrong-letter", is_inside);
                }
            }
        }
        let ((meant, rule), is_inside) = found.filter(|_| is_sure)?;
        if !is_inside {
            return None;
        }
        self.text = meant;
        Some((&self.text, rule))
    }
}
