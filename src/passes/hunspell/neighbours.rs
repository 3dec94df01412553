//! The words at a distance of one slip.

/// More letters than this are not tried; the commonest are.
const MOST_LETTERS: usize = 64;

/// The letters that the words of a `.dic` file are made of, commonest first.
pub(super) fn letters(dic: &str) -> Vec<char> {
    let mut counts = std::collections::HashMap::new();
    for line in dic.lines().skip(1) {
        let word = line.split(['/', '\t']).next().unwrap_or_default();
        for c in word.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase) {
            *counts.entry(c).or_insert(0_usize) += 1;
        }
    }
    let mut letters: Vec<_> = counts.into_iter().collect();
    letters.sort_by_key(|(c, count)| (std::cmp::Reverse(*count), *c));
    letters.into_iter().map(|(c, _)| c).take(MOST_LETTERS).collect()
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

    /// The neighbour that is a word, if there is only one, and its slip is
    /// neither in the first letter nor in the last two.
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
                if word.get(at).is_some_and(|c| c != letter) {
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
