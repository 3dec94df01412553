//! Whether a text has any white space to look at.

use super::is_blank;
use crate::passes::blocks::{self, BLOCK, ROOM, Window, around};

/// What a sweep over a text shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Sweep {
    /// Whether there may be anything to do: white space beside white space,
    /// at the start or the end of the text, a tab or a carriage return, or a
    /// hyphen at the end of a line.
    pub(super) is_suspect: bool,
    /// How many line ends have text on both sides. Not counted further, once
    /// the text is suspect.
    pub(super) joints: usize,
}

impl Sweep {
    pub(super) fn of(text: &str) -> Self {
        // One newline at the end is as it should be.
        let body = text.strip_suffix('\n').unwrap_or(text);
        let edge = |c: char| c == '\n' || is_blank(c);
        let is_suspect = body.starts_with(edge) || body.ends_with(edge);
        let mut sweep = Self { is_suspect, joints: 0 };
        let mut padded = ROOM;
        for start in (0..text.len()).step_by(BLOCK) {
            if sweep.is_suspect {
                break;
            }
            sweep.block(blocks::window(text.as_bytes(), start, b'a', &mut padded));
        }
        sweep
    }

    fn block(&mut self, window: &Window) {
        let (mut found, mut control, mut high) = (false, false, 0);
        for (a, b, _, _) in around(window) {
            found |= (b == b' ') & (a == b' ');
            control |= b < b' ';
            high |= b;
        }
        if control {
            let mut joints = 0;
            for (a, b, c, _) in around(window) {
                let stray = (a == b' ') | (a == b'-') | ((a == b'\n') & (c == b'\n'));
                found |= (b == b'\n') & (stray | (c == b' '));
                found |= (b == b'\t') | (b == b'\r');
                joints += u8::from((b == b'\n') & (a != b'\n') & (c != b'\n'));
            }
            self.joints += usize::from(joints);
        }
        if high >= 0x80 {
            for (a, b, c, d) in around(window) {
                // A no-break space that white space touches.
                found |= (b == 0xc2) & (c == 0xa0) & ((a <= b' ') | (d <= b' '));
                // Two of them, or one behind a letter such as `à`.
                found |= (a == 0xa0) & (b == 0xc2) & (c == 0xa0);
            }
        }
        self.is_suspect |= found;
    }
}

/// Whether there may be a run of blanks in a line, or a tab.
pub(super) fn has_runs(line: &str) -> bool {
    let bytes = line.as_bytes();
    let mut padded = ROOM;
    let starts = (0..bytes.len()).step_by(BLOCK);
    starts.into_iter().any(|start| runs(blocks::window(bytes, start, b'a', &mut padded)))
}

fn runs(window: &Window) -> bool {
    let (mut found, mut high) = (false, 0);
    for (a, b, _, _) in around(window) {
        found |= (b == b'\t') | ((b == b' ') & (a == b' '));
        high |= b;
    }
    if high >= 0x80 {
        for (_, b, c, d) in around(window) {
            // The blanks outside ASCII: U+00A0, U+2000 to U+200A, U+202F and
            // U+205F.
            let wide = (0x80..=0x8a).contains(&d) | (d == 0xaf) | (d == 0x9f);
            found |= (b == 0xc2) & (c == 0xa0);
            found |= (b == 0xe2) & ((c | 1) == 0x81) & wide;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_suspect(text: &str) -> bool {
        Sweep::of(text).is_suspect
    }

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
        let others = [" ", "\n", "\n\n", "-", "\u{a0}", "é\u{a0}", "\u{a0}»", " à"];
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
        assert_eq!(Sweep::of("a\nb\n\nc\nd").joints, 2);
        assert!(!is_suspect("") && !is_suspect("\n"));
        assert!(is_suspect("\n\n") && is_suspect(" "));
    }
}
