//! The shapes of telephone numbers and IP addresses.

use std::net::{Ipv4Addr, Ipv6Addr};

use crate::text::{Kind, Word};

/// No telephone number is longer, in bytes, with all its marks.
const LONGEST: usize = 28;

/// Whether it is the address of a host.
pub(super) fn is_ip(word: &str) -> bool {
    word.parse::<Ipv4Addr>().is_ok_and(|ip| !ip.is_unspecified() && !ip.is_loopback())
}

/// The IP address of version 6 that begins at a place; before `floor` stands
/// what is redacted.
pub(super) fn ip6(text: &str, start: usize, floor: usize) -> Option<(usize, usize)> {
    let bytes = text.as_bytes();
    let is_part = |b: &u8| b.is_ascii_hexdigit() || *b == b':';
    let joins = |b: u8| b.is_ascii_alphanumeric() || b == b':';
    if start > floor && joins(bytes[start - 1]) {
        return None;
    }
    let len = bytes[start..].iter().take(40).take_while(|b| is_part(b)).count();
    let found = text[start..start + len].trim_end_matches(':');
    let joins = bytes.get(start + found.len()).is_some_and(u8::is_ascii_alphanumeric);
    // "fade::bad" is a scope in code: an address has digits and many parts.
    let fits = found.matches(':').count() >= 3
        && found.bytes().any(|b| b.is_ascii_digit())
        && !joins
        && found.parse::<Ipv6Addr>().is_ok();
    fits.then_some((start, start + found.len()))
}

/// The telephone number that begins at a word; before `floor` stands what is
/// redacted.
pub(super) fn phone(
    text: &str,
    word: &Word,
    floor: usize,
    is_said: impl FnOnce() -> bool,
) -> Option<(usize, usize)> {
    if !matches!(word.kind(), Kind::Number | Kind::Version) {
        return None;
    }
    let bytes = text.as_bytes();
    let first = word.range().start;
    if !bytes[first].is_ascii_digit() {
        return None;
    }
    let has_before = |sign: u8| first > floor && bytes[first - 1] == sign;
    let start = first - usize::from(has_before(b'+') || has_before(b'('));
    // "(+44) 20", and not "x(20)".
    let start = start
        - usize::from(
            start > 0 && start < first && bytes[start] == b'+' && bytes[start - 1] == b'(',
        );
    let joins =
        |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'/' | b'-' | b'.' | b'#' | b'$' | b'=');
    if start > floor && joins(bytes[start - 1]) {
        return None;
    }
    let shape = Shape::read(&bytes[first..]);
    let end = first + shape.len;
    if bytes.get(end).is_some_and(|b| b.is_ascii_alphanumeric() || matches!(b, b'%' | b'/' | b':'))
    {
        return None;
    }
    let fits = if has_before(b'+') {
        (8..=15).contains(&shape.digits)
    } else {
        let open = has_before(b'(');
        let is_american = shape.groups[..3] == [3, 3, 4] && shape.count == 3
            || shape.groups == [1, 3, 3, 4] && shape.count == 4 && bytes[first] == b'1';
        is_american && (open || shape.has_marks) && shape.is_joined
            || (7..=13).contains(&shape.digits) && !shape.is_date() && is_said()
    };
    fits.then_some((start, end))
}

/// The digits of a number and the groups that they come in.
#[derive(Debug, Default)]
struct Shape {
    len: usize,
    digits: usize,
    groups: [usize; 4],
    count: usize,
    /// A mark other than a space stands between two groups.
    has_marks: bool,
    /// Every group is followed by one mark, or a bracket and a space.
    is_joined: bool,
}

impl Shape {
    fn read(bytes: &[u8]) -> Self {
        let mut shape = Self { is_joined: true, ..Self::default() };
        let mut at = 0;
        while at < bytes.len().min(LONGEST) {
            let group = bytes[at..].iter().take(LONGEST).take_while(|b| b.is_ascii_digit()).count();
            if group == 0 {
                break;
            }
            shape.digits += group;
            if let Some(place) = shape.groups.get_mut(shape.count) {
                *place = group;
            }
            shape.count += 1;
            at += group;
            shape.len = at;
            let marks = bytes[at..]
                .iter()
                .take(3)
                .take_while(|b| matches!(b, b' ' | b'-' | b'.' | b'(' | b')'))
                .count();
            let between = &bytes[at..at + marks];
            shape.has_marks |= between.iter().any(|b| *b != b' ')
                && bytes.get(at + marks).is_some_and(u8::is_ascii_digit);
            shape.is_joined &= marks <= 2;
            if marks == 0 {
                break;
            }
            at += marks;
        }
        shape
    }

    /// Whether the groups are those of a date.
    fn is_date(&self) -> bool {
        self.count == 3 && matches!(self.groups[..3], [4, 1..=2, 1..=2] | [1..=2, 1..=2, 4])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Buffers, Document};

    fn phone_in(text: &str, is_said: bool) -> Option<&str> {
        let buffers = Buffers::default();
        let doc = Document::new(text, &buffers);
        doc.words()
            .iter()
            .find_map(|w| phone(text, w, 0, || is_said))
            .map(|(from, to)| &text[from..to])
    }

    #[test]
    fn telephone_numbers() {
        for number in [
            "+44 20 7946 0018",
            "+1-555-555-0123",
            "+4915112345678",
            "(555) 555-0123",
            "555-555-0123",
            "555.555.0123",
            "1-800-555-0123",
            "+33 1 99 00 12 34",
        ] {
            assert_eq!(phone_in(&format!("at {number}, or"), false), Some(number));
            assert_eq!(phone_in(number, false), Some(number));
        }
        for number in ["020 7946 0018", "5550123", "030 1234567", "01632 960001"] {
            assert_eq!(phone_in(number, true), Some(number));
            assert_eq!(phone_in(number, false), None);
        }
    }

    #[test]
    fn other_numbers() {
        for text in [
            "2011-12-24",
            "24.12.2011",
            "1,000,000",
            "978-3-16-148410-0",
            "3.14159265",
            "555 555 0123",
            "12345678901234567890",
            "1990-1995",
            "$555-555-0123",
            "no. 4711",
            "+5",
            "+1,000,000",
            "10:30",
            "555-555-01234",
            "7-6 6-4 7-5",
            "AB-555-555-0123",
        ] {
            assert_eq!(phone_in(text, false), None, "{text}");
        }
        assert_eq!(phone_in("2011-12-24", true), None);
    }

    #[test]
    fn addresses() {
        assert!(
            is_ip("192.0.2.17") && !is_ip("127.0.0.1") && !is_ip("1.2.3") && !is_ip("256.1.1.1")
        );
        for text in ["2001:db8::17", "2001:db8:0:1:1:1:1:1", "fe80::1:2"] {
            assert_eq!(ip6(text, 0, 0), Some((0, text.len())), "{text}");
        }
        for text in ["12:30:15", "a::b", "std::io", "::1", "fade::bad", "1:2:3:4", "2001:db8::17g"]
        {
            assert_eq!(ip6(text, 0, 0), None, "{text}");
        }
    }
}
