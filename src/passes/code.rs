//! Telling code from prose: lines that no page's words can be.

/// How many lines on each side are looked at.
pub(super) const REACH: usize = 3;

/// So many of them that are rather code make it code.
pub(super) const SIGNS: usize = 2;

/// So many bytes of a line are looked at on each side.
const EDGE: usize = 160;

/// So many brackets and marks stand in a line of their own.
const BRACKETS: usize = 4;

/// A line that has none of these is no sign of code.
pub(super) const MARKS: &[u8] = b"{}()[]<>=:;&@$#/-\\";

/// Whether a line stands in code: it looks like it, is indented or a comment,
/// and lines around it are code.
///
/// It is the line `at` of `len`, with the white space before it. `is_sign` says
/// of which lines around it [`is_sign`] is true.
pub(super) fn is_code(
    line: &str,
    at: usize,
    len: usize,
    mut is_sign: impl FnMut(usize) -> bool,
) -> bool {
    let signs = signs_around(at, len, &mut is_sign);
    if signs < SIGNS {
        return false;
    }
    let mut is_marked = || line.starts_with(['#', '\t']) || line.starts_with("  ") || is_sign(at);
    match signs {
        2 | 3 => is_marked(),
        4 => !line.trim().contains(' ') || is_marked(),
        _ => true,
    }
}

/// How many of the lines around the line `at` of `len` are signs of code.
pub(super) fn signs_around(at: usize, len: usize, is_sign: impl FnMut(usize) -> bool) -> usize {
    let around = (at.saturating_sub(REACH)..at).chain(at + 1..len.min(at + 1 + REACH));
    around.map(is_sign).filter(|is_sign| *is_sign).count()
}

/// Whether a line alone is rather code than prose.
pub(super) fn is_sign(line: &str) -> bool {
    let line = line.trim();
    let bytes = line.as_bytes();
    let (Some(&first), Some(&last)) = (bytes.first(), bytes.last()) else { return false };
    let head = &bytes[..bytes.len().min(EDGE)];
    let tail = &bytes[bytes.len().saturating_sub(EDGE)..];
    let ends = match last {
        b'{' | b'}' => true,
        // Prose ends its clauses in a semicolon, but not behind these.
        b';' | b',' => {
            let before = bytes.len().checked_sub(2).map_or(0, |at| bytes[at]);
            matches!(before, b')' | b'}') || (last == b';' && matches!(before, b'"' | b'\'' | b']'))
        }
        b'(' => bytes.len() > 1,
        b'=' => true,
        // A command that goes on.
        b'\\' => tail.ends_with(b" \\"),
        _ => tail.ends_with(b"()") || tail.ends_with(b"->") || tail.ends_with(b"):"),
    };
    let opens = match first {
        b'}' => true,
        b'@' | b'$' => bytes.len() > 1 && !head.contains(&b' ') && identifier(&head[1..]) > 0,
        b'/' => head.starts_with(b"//") || head.starts_with(b"/*"),
        b'-' => head.starts_with(b"--") && head.get(2).is_some_and(u8::is_ascii_alphabetic),
        b'#' => head.starts_with(b"#include") || head.starts_with(b"#define"),
        _ => false,
    };
    ends || opens || is_bracket(bytes) || holds_operator(head) || is_field(head) || is_member(bytes)
}

/// Whether it opens or closes a list or an object, and says nothing else.
fn is_bracket(line: &[u8]) -> bool {
    // Round ones stand alone where a page lost its buttons.
    let is_of_code = |b: &u8| matches!(b, b'{' | b'}' | b'[' | b']');
    let is_mark = |b: &u8| is_of_code(b) || matches!(b, b'(' | b')' | b',' | b';');
    line.len() <= BRACKETS && line.iter().any(is_of_code) && line.iter().all(is_mark)
}

/// Whether it is a member of an object: a name in quotes, and a value with which the
/// line ends.
fn is_member(line: &[u8]) -> bool {
    let [b'"', name @ ..] = line else { return false };
    let Some(end) = memchr::memchr(b'"', name) else { return false };
    let Some(value) = name[end + 1..].strip_prefix(b":") else { return false };
    let value = value.trim_ascii_start();
    let alone = value.strip_suffix(b",").unwrap_or(value);
    match alone {
        [b'[' | b'{', ..] | [b'"', .., b'"'] => true,
        [b'-' | b'0'..=b'9', ..] => !alone.contains(&b' '),
        _ => matches!(alone, b"true" | b"false" | b"null"),
    }
}

/// Whether signs stand in it that prose does not have.
fn holds_operator(head: &[u8]) -> bool {
    let marks = memchr::memchr3_iter(b'=', b':', b'(', head);
    let mut marks = marks.chain(memchr::memchr3_iter(b'&', b'[', b'>', head));
    marks.any(|at| {
        let before = at.checked_sub(1).map_or(b' ', |at| head[at]);
        let (next, after) = (head.get(at + 1).copied(), head.get(at + 2).copied());
        match head[at] {
            b'=' => match next {
                Some(b'=' | b'>') => true,
                Some(b'"' | b'\'') => before.is_ascii_alphanumeric(),
                Some(b' ') => before == b' ' || matches!(before, b'!' | b'+' | b':'),
                _ => false,
            },
            b':' => next == Some(b':') && after.is_some_and(|b| b.is_ascii_alphabetic()),
            b'(' => {
                let empty = next == Some(b')') && before.is_ascii_alphabetic();
                empty || matches!((next, before.is_ascii_alphabetic()), (Some(b'"' | b'\''), true))
            }
            b'&' => next == Some(b'&'),
            b'>' => next == Some(b' ') && head[..at].ends_with(b" -"),
            _ => matches!(next, Some(b'"' | b'\'')) && matches!(before, b' ' | b'(' | b']' | b'['),
        }
    })
}

/// Whether it begins with a name as only code has it, before a mark: a field,
/// a call.
fn is_field(head: &[u8]) -> bool {
    let head = head.strip_prefix(b"- ").unwrap_or(head);
    let len = identifier(head);
    let name = &head[..len];
    let is_joined = || {
        let turns = |w: &[u8]| w[0].is_ascii_lowercase() && w[1].is_ascii_uppercase();
        name.contains(&b'_') || name.windows(2).any(turns)
    };
    len > 0
        && match &head[len..] {
            // A type that is not null, or a list of it.
            [b':', b' ', rest @ ..] if rest.ends_with(b"!") && !rest.contains(&b' ') => true,
            [b':' | b'(' | b'=' | b'[', ..] => is_joined(),
            _ => false,
        }
}

/// How many bytes at the beginning are letters, digits and underscores.
fn identifier(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|b| b.is_ascii_alphanumeric() || **b == b'_').count()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn no_sign_is_without_a_mark(line in "[ -~]{0,12}( -> |\\(\\)|[ -~])[ -~]{0,12}") {
            let marked = line.bytes().any(|b| MARKS.contains(&b));
            prop_assert!(marked || !is_sign(&line), "{}", line);
        }
    }

    #[test]
    fn code_is_told_by_its_marks() {
        for line in [
            "}",
            "fn main() {",
            "  id: ID!",
            "def volume(self) -> float:",
            "@computed_field",
            "let mut names = Vec::new();",
            "runAsUser: 1000",
            "command: [\"sh\", \"-c\"]",
            "if a == b",
            "name=\"dispatch\",",
            "--jobs JOBS, -j JOBS  number of jobs",
            "// and here it ends",
            "#include <stdio.h>",
            "],",
            "});",
            "]]],",
            "\"name\": \"ferry\",",
            "\"open\":true,",
            "\"beds\": [",
            "\"depth\": -4.5",
            "curl --silent \\",
        ] {
            assert!(is_sign(line), "{line}");
        }
        for line in [
            "",
            "Share this article",
            "Comments (3)",
            "- the right to be heard;",
            "Note: this is all!",
            "Follow us: @harbourpost",
            "— and that was all —",
            "#ships #tides",
            "Tickets (adults): 5 crowns",
            "R&D, Q&A",
            "Photo: A. B. [left]",
            "He said (\"quietly\") that he would go.",
            "\"The Ferry\": how it was built",
            "\"Who is there?\"",
            "\"Harbour\": 3 films to see",
            "\"Open\": truly",
            "(...)",
            ")",
            ";",
            // More brackets than a line of them has.
            "]]]],",
        ] {
            assert!(!is_sign(line), "{line}");
        }
    }
}
