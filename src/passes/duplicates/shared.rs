//! What two lines have in common at their ends: it need not be compared
//! letter by letter.

use crate::text::boundaries;

/// How many bytes two texts share at the beginning, in whole characters.
pub(super) fn start(a: &str, b: &str) -> usize {
    let mut chunks = a.as_bytes().chunks_exact(16).zip(b.as_bytes().chunks_exact(16));
    let mut at = 16 * chunks.by_ref().take_while(|(x, y)| x == y).count();
    let rest = a.as_bytes()[at..].iter().zip(&b.as_bytes()[at..]);
    at += rest.take_while(|(x, y)| x == y).count();
    boundaries::floor(a, at)
}

/// The same at the end.
pub(super) fn end(a: &str, b: &str) -> usize {
    let mut chunks = a.as_bytes().rchunks_exact(16).zip(b.as_bytes().rchunks_exact(16));
    let mut len = 16 * chunks.by_ref().take_while(|(x, y)| x == y).count();
    let rest = a.as_bytes()[..a.len() - len].iter().rev();
    let rest = rest.zip(b.as_bytes()[..b.len() - len].iter().rev());
    len += rest.take_while(|(x, y)| x == y).count();
    while !a.is_char_boundary(a.len() - len) {
        len -= 1;
    }
    len
}

/// How many bytes two texts share at the beginning, and how many of the rest
/// at the end.
pub(super) fn ends(a: &str, b: &str) -> (usize, usize) {
    let start = start(a, b);
    (start, end(&a[start..], &b[start..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_length_in_whole_characters() {
        for len in 0..40 {
            let same = "abcdefghij".repeat(4)[..len].to_owned();
            for (a, b) in
                [("", ""), ("x", ""), ("x", "y"), ("\u{e9}", "\u{e8}"), ("\u{e9}", "\u{129}")]
            {
                let (left, right) = (format!("{same}{a}{same}"), format!("{same}{b}{same}"));
                let all = left == right;
                assert_eq!(
                    start(&left, &right),
                    if all { left.len() } else { len },
                    "{left} {right}"
                );
                assert_eq!(
                    end(&left, &right),
                    if all { left.len() } else { len },
                    "{left} {right}"
                );
                assert_eq!(ends(&left, &right), if all { (left.len(), 0) } else { (len, len) });
            }
        }
        // What is shared at both ends is counted once.
        assert_eq!(ends("so so", "so so so"), (5, 0));
        assert_eq!(ends("a bb c", "a b c"), (3, 2));
    }
}
