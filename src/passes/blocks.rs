//! Looking at a text many bytes at a time, each with its neighbours.
//!
//! A loop without branches over a block of fixed size becomes vector
//! instructions, and a test of each byte then costs a fraction of a cycle.

/// How many bytes are tested in one go.
pub(super) const BLOCK: usize = 64;
/// How many bytes of the text are seen behind the block.
const AHEAD: usize = 2;

/// A block with the byte before it and those behind it.
pub(super) type Window = [u8; 1 + BLOCK + AHEAD];
/// Room for a block at one of the ends of a text.
pub(super) const ROOM: Window = [0; 1 + BLOCK + AHEAD];

/// The block that begins at `start`. Before the text there is a newline, and
/// behind it `beyond`.
#[inline]
pub(super) fn window<'b>(
    bytes: &'b [u8],
    start: usize,
    beyond: u8,
    padded: &'b mut Window,
) -> &'b Window {
    let whole = start.checked_sub(1).and_then(|from| bytes[from..].first_chunk());
    if let Some(window) = whole {
        return window;
    }
    *padded = [beyond; 1 + BLOCK + AHEAD];
    padded[0] = b'\n';
    let from = start.saturating_sub(1);
    let rest = &bytes[from..bytes.len().min(start + BLOCK + AHEAD)];
    let shift = usize::from(start == 0);
    padded[shift..shift + rest.len()].copy_from_slice(rest);
    padded
}

/// Each byte of the block, with the one before it and the two behind it.
#[inline]
pub(super) fn around(window: &Window) -> impl Iterator<Item = (u8, u8, u8, u8)> {
    let before = window[..BLOCK].iter().zip(&window[1..]);
    let behind = window[2..].iter().zip(&window[3..]);
    before.zip(behind).map(|((&a, &b), (&c, &d))| (a, b, c, d))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_has_its_neighbours() {
        for len in 0..3 * BLOCK + 9 {
            let text: Vec<u8> = (0..len).map(|i| i as u8).collect();
            let at = |i: usize| text.get(i).copied().unwrap_or(b'z');
            let mut padded = ROOM;
            for start in (0..len).step_by(BLOCK) {
                let window = window(&text, start, b'z', &mut padded);
                assert_eq!(around(window).count(), BLOCK);
                for (i, bytes) in (start..).zip(around(window)) {
                    let before = i.checked_sub(1).map_or(b'\n', at);
                    assert_eq!(bytes, (before, at(i), at(i + 1), at(i + 2)), "{i} of {len}");
                }
            }
        }
    }
}
