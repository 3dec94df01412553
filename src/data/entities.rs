//! The named character references of HTML.
//!
//! Source: the table of the WHATWG's HTML standard (CC-BY-4.0), as packaged in
//! `entities` 1.0.1 (crates.io, MIT); `tests/codegen_entities.rs` checks that
//! the two agree. A line is a name, the code points that it stands for, and
//! `;?` where HTML lets the semicolon be missing. Sorted by name, so that it
//! can be searched as it is.

/// The table, one name a line.
static TABLE: &str = include_str!("entities.txt");

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

/// Looks up a name, without ampersand and semicolon.
pub(crate) fn lookup(name: &[u8]) -> Option<Named> {
    let table = TABLE.as_bytes();
    let (mut low, mut high) = (0, table.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let start = memchr::memrchr(b'\n', &table[low..middle]).map_or(low, |at| low + at + 1);
        let end = memchr::memchr(b'\n', &table[start..high]).map_or(high, |at| start + at);
        let mut fields = table[start..end].split(|&b| b == b' ');
        match fields.next().unwrap_or_default().cmp(name) {
            std::cmp::Ordering::Less => low = end + 1,
            std::cmp::Ordering::Greater => high = start,
            std::cmp::Ordering::Equal => return Some(read(fields)),
        }
    }
    None
}

fn read<'t>(fields: impl Iterator<Item = &'t [u8]>) -> Named {
    let mut named = Named { chars: [None; 2], bare: false };
    for (at, field) in fields.enumerate() {
        if field == b";?" {
            named.bare = true;
        } else {
            let hex = |n: u32, b: &u8| n * 16 + char::from(*b).to_digit(16).unwrap_or(0);
            named.chars[at] = char::from_u32(field.iter().fold(0, hex));
        }
    }
    named
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
