//! Looking at a text a block at a time, each byte with its neighbours.

pub(crate) use crate::text::lanes::BLOCK;

/// How many bytes of the text are seen behind the block.
const AHEAD: usize = 2;

/// A block with the byte before it and those behind it.
pub(crate) type Window = [u8; 1 + BLOCK + AHEAD];
/// Room for a block at one of the ends of a text.
pub(crate) const ROOM: Window = [0; 1 + BLOCK + AHEAD];

/// The block that begins at `start`. Before the text there is a newline, and
/// behind it `beyond`.
#[inline]
pub(crate) fn window<'b>(
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
                assert_eq!(window[0], start.checked_sub(1).map_or(b'\n', at), "{start} of {len}");
                for (i, &byte) in (start..).zip(&window[1..]) {
                    assert_eq!(byte, at(i), "{i} of {len}");
                }
            }
        }
    }
}
