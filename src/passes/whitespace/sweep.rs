//! Whether a text has any white space to look at.

use super::is_blank;

/// How many bytes are tested in one go.
const BLOCK: usize = 64;
/// How far a test looks behind its byte.
const AHEAD: usize = 3;

/// A block with the byte before it and those behind it.
type Window = [u8; 1 + BLOCK + AHEAD];

/// Whether there may be anything to do: white space beside white space, at
/// the start or the end of the text, a tab or a carriage return, or a hyphen
/// at the end of a line.
pub(super) fn is_suspect(text: &str) -> bool {
    // One newline at the end is as it should be.
    let body = text.strip_suffix('\n').unwrap_or(text);
    let edge = |c: char| c == '\n' || is_blank(c);
    body.starts_with(edge) || body.ends_with(edge) || is_any(text.as_bytes(), suspect)
}

/// Whether there may be a run of blanks in a line, or a tab.
pub(super) fn has_runs(line: &str) -> bool {
    is_any(line.as_bytes(), runs)
}

/// Whether `test` holds for one of the blocks of the text.
fn is_any(bytes: &[u8], test: fn(&Window) -> bool) -> bool {
    (0..bytes.len()).step_by(BLOCK).any(|start| {
        let window = start.checked_sub(1).and_then(|from| bytes[from..].first_chunk());
        match window {
            Some(window) => test(window),
            None => {
                let mut window: Window = [b'a'; 1 + BLOCK + AHEAD];
                let from = start.saturating_sub(1);
                let rest = &bytes[from..bytes.len().min(start + BLOCK + AHEAD)];
                let shift = usize::from(start == 0);
                window[shift..shift + rest.len()].copy_from_slice(rest);
                test(&window)
            }
        }
    })
}

fn suspect(window: &Window) -> bool {
    // Without branches, and so many bytes at a time.
    let (mut found, mut control, mut high) = (false, false, 0);
    for i in 0..BLOCK {
        let (before, b) = (window[i], window[i + 1]);
        found |= (b == b' ') & (before == b' ');
        control |= b < b' ';
        high |= b;
    }
    if control {
        for i in 0..BLOCK {
            let (before, b, after) = (window[i], window[i + 1], window[i + 2]);
            let stray =
                (before == b' ') | (before == b'-') | ((before == b'\n') & (after == b'\n'));
            found |= (b == b'\n') & (stray | (after == b' '));
            found |= (b == b'\t') | (b == b'\r');
        }
    }
    if high >= 0x80 {
        for i in 0..BLOCK {
            // A no-break space that white space touches.
            let (before, after) = (window[i], (window[i + 3], window[i + 4]));
            let is_space = (window[i + 1] == 0xc2) & (window[i + 2] == 0xa0);
            let again = (after.0 == 0xc2) & (after.1 == 0xa0);
            found |= is_space & ((before <= b' ') | (after.0 <= b' ') | again);
        }
    }
    found
}

fn runs(window: &Window) -> bool {
    let (mut found, mut high) = (false, 0);
    for i in 0..BLOCK {
        let (before, b) = (window[i], window[i + 1]);
        found |= (b == b'\t') | ((b == b' ') & (before == b' '));
        high |= b;
    }
    if high >= 0x80 {
        for i in 0..BLOCK {
            // The blanks outside ASCII: U+00A0, U+2000 to U+200A, U+202F and U+205F.
            let (a, b, c) = (window[i + 1], window[i + 2], window[i + 3]);
            let wide = ((0x80..=0x8a).contains(&c)) | (c == 0xaf) | (c == 0x9f);
            found |= (a == 0xc2) & (b == 0xa0);
            found |= (a == 0xe2) & ((b | 1) == 0x81) & wide;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_of_a_block() {
        let finds = [
            "  ",
            "\n ",
            " \n",
            "-\n",
            "\t",
            "\r",
            "\n\n\n",
            " \u{a0}",
            "\u{a0}\u{a0}",
            "\u{a0}\n",
        ];
        let others = [" ", "\n", "\n\n", "-", "\u{a0}", "à\u{a0}", "\u{a0}»", " à"];
        for at in 1..2 * BLOCK {
            let (head, tail) = ("x".repeat(at), "x".repeat(2 * BLOCK - at));
            for find in finds {
                assert!(is_suspect(&format!("{head}{find}{tail}")), "{find:?} at {at}");
                assert!(is_suspect(&format!("{head}{find}x")), "{find:?} at {at}");
            }
            for other in others {
                assert!(!is_suspect(&format!("{head}{other}{tail}\n")), "{other:?} at {at}");
                assert!(!is_suspect(&format!("{head}{other}x")), "{other:?} at {at}");
            }
            for edge in [" ", "\n", "\u{a0}"] {
                assert!(
                    is_suspect(&format!("{edge}{head}")) && is_suspect(&format!("{head}{edge}\n"))
                );
            }
        }
        assert!(!is_suspect("") && !is_suspect("\n"));
        assert!(is_suspect("\n\n") && is_suspect(" "));
    }
}
