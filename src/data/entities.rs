//! The named character references of HTML.
//!
//! Source: the table of the WHATWG's HTML standard (CC-BY-4.0), as packaged in
//! `entities` 1.0.1 (crates.io, MIT); `tests/codegen_entities.rs` checks that
//! the two agree. A line is a name, the code points that it stands for, and
//! `;?` where HTML lets the semicolon be missing.

use crate::hashed;

/// The table, one name a line.
const TABLE: &str = include_str!("entities.txt");

// Places in it are kept in 16 bits.
const _: () = assert!(TABLE.len() <= u16::MAX as usize);

/// The longest name.
pub(crate) const MAX_NAME: usize = 31;

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Named {
    /// The characters, one or two.
    pub(crate) chars: [Option<char>; 2],
    /// Whether HTML reads the name without a semicolon too.
    pub(crate) bare: bool,
}

/// How many slots the lines have: about half of them stay empty.
const SLOTS: usize = 1 << 12;

/// For each slot one more than where a line starts, 0 if it is empty. A line is
/// in the first slot from that of its name on that was empty.
static STARTS: [u16; SLOTS] = {
    let (table, mut starts) = (TABLE.as_bytes(), [0; SLOTS]);
    let (mut start, mut at, mut hash) = (0, 0, 0);
    while at < table.len() {
        // The name ends here, and a line behind it.
        if table[at] == b' ' {
            let mut slot = slot(hash);
            while starts[slot] != 0 {
                slot = (slot + 1) % SLOTS;
            }
            starts[slot] = start as u16 + 1;
            while table[at] != b'\n' {
                at += 1;
            }
            (start, hash) = (at + 1, 0);
        } else {
            hash = hashed::push(hash, table[at] as u32);
        }
        at += 1;
    }
    starts
};

/// The first slot that a name of this hash may be in.
const fn slot(hash: u64) -> usize {
    (hash >> 32) as usize % SLOTS
}

/// Looks up a name, without ampersand and semicolon.
pub(crate) fn lookup(name: &[u8]) -> Option<Named> {
    let hash = name.iter().fold(0, |hash, &b| hashed::push(hash, b.into()));
    let mut slot = slot(hash);
    loop {
        let line = &TABLE.as_bytes()[usize::from(STARTS[slot].checked_sub(1)?)..];
        match line.strip_prefix(name) {
            Some([b' ', fields @ ..]) => return Some(read(fields)),
            _ => slot = (slot + 1) % SLOTS,
        }
    }
}

/// Reads the fields behind a name, up to the end of the line.
fn read(fields: &[u8]) -> Named {
    let (mut codes, mut at, mut bare) = ([None; 2], 0, false);
    for b in fields.iter().take_while(|b| **b != b'\n') {
        match char::from(*b).to_digit(16) {
            Some(digit) => codes[at] = Some(codes[at].unwrap_or(0) << 4 | digit),
            None if *b == b' ' => at += 1,
            None => bare = true,
        }
    }
    Named { chars: codes.map(|code| code.and_then(char::from_u32)), bare }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_found_and_nothing_else() {
        for line in TABLE.lines() {
            let name = line.split(' ').next().unwrap();
            assert!(name.len() <= MAX_NAME);
            let named = lookup(name.as_bytes()).unwrap();
            assert!(named.chars[0].is_some(), "{line}");
        }
        for name in ["", "A", "zzz", "am", "ampx", "nbsp;", "\u{e9}"] {
            assert_eq!(lookup(name.as_bytes()), None, "{name}");
        }
    }

    #[test]
    fn a_name_may_stand_for_two_characters() {
        let named = lookup(b"acE").unwrap();
        assert_eq!(named, Named { chars: [Some('\u{223e}'), Some('\u{333}')], bare: false });
        assert!(lookup(b"eacute").unwrap().bare);
    }
}
