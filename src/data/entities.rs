//! The named character references of HTML.
//!
//! Source: the table of the WHATWG's HTML standard (CC-BY-4.0), as packaged in
//! `entities` 1.0.1 (crates.io, MIT); `tests/codegen_entities.rs` checks that
//! the two agree. A line is a name, the code points that it stands for, and
//! `;?` where HTML lets the semicolon be missing. Sorted by name, so that it
//! can be searched as it is.

use std::sync::LazyLock;

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

/// A line of it.
struct Line {
    /// The first eight bytes of the name, with zeros behind a shorter one, as
    /// a number that has their order.
    head: u64,
    start: u16,
}

static LINES: LazyLock<Vec<Line>> = LazyLock::new(|| {
    let ends = TABLE.match_indices('\n').map(|(at, _)| at + 1);
    let starts = std::iter::once(0).chain(ends).filter(|at| *at < TABLE.len());
    starts.map(|at| Line { head: head(name_at(at)), start: at as u16 }).collect()
});

/// The name with which the line at `start` begins.
fn name_at(start: usize) -> &'static [u8] {
    let line = &TABLE.as_bytes()[start..];
    let is_end = |b: &u8| matches!(b, b' ' | b'\n');
    &line[..line.iter().position(is_end).unwrap_or(line.len())]
}

fn head(name: &[u8]) -> u64 {
    let mut head = [0; 8];
    let len = name.len().min(head.len());
    head[..len].copy_from_slice(&name[..len]);
    u64::from_be_bytes(head)
}

/// Looks up a name, without ampersand and semicolon.
pub(crate) fn lookup(name: &[u8]) -> Option<Named> {
    let key = head(name);
    let order =
        |line: &Line| line.head.cmp(&key).then_with(|| name_at(line.start.into()).cmp(name));
    let line = LINES.binary_search_by(order).ok()?;
    let line = TABLE[usize::from(LINES[line].start)..].lines().next()?;
    Some(read(line.split(' ').skip(1)))
}

fn read<'t>(fields: impl Iterator<Item = &'t str>) -> Named {
    let mut named = Named { chars: [None; 2], bare: false };
    for (at, field) in fields.enumerate() {
        if field == ";?" {
            named.bare = true;
        } else {
            let code = u32::from_str_radix(field, 16);
            named.chars[at] = code.ok().and_then(char::from_u32);
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
