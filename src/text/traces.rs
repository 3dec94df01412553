//! What the first look at a text needs to know of each character outside
//! ASCII, in two words of a table.

use crate::data::codepages::CODEPAGES;

/// What a character may be: part of a UTF-8 sequence whose bytes were taken
/// for characters, invisible, or one with a plain counterpart.
///
/// A sequence is in one encoding, so the sets below have a bit for each. Words
/// of Russian and Arabic have pairs of letters that are such sequences too.
/// To leave them out, the bits of some encodings are split by the kind of
/// letter that goes on: a letter has not those of the kinds that words have
/// behind it.
#[derive(Clone, Copy)]
pub(crate) struct Trace {
    /// Where it can begin a sequence of two bytes.
    two: u32,
    /// Where it can begin a longer one.
    more: u32,
    /// Where it can go on with a sequence.
    tail: u32,
    flags: u32,
}

// Behind the bits of the encodings: four encodings have letters of one script
// for both kinds of bytes. Theirs stand for what is no such letter.
const SMALL: u32 = CODEPAGES.len() as u32;
const CAPITAL: u32 = SMALL + 4;
const ARABIC: u32 = CAPITAL + 4;
const KINDS: u32 = TAILS >> SMALL << SMALL;
const TAILS: u32 = (1 << (ARABIC + 4)) - 1;

// A letter of such a script beside an ASCII letter, on either side: then even
// a pair that words have is looked at.
const AFTER_ASCII: u32 = 1 << (ARABIC + 4);
const BEFORE_ASCII: u32 = 2 << (ARABIC + 4);
const _: () = assert!(ARABIC + 6 <= 32);

impl Trace {
    /// Of a character that is nothing in particular.
    pub(crate) const NONE: Self = Self { two: 0, more: 0, tail: 0, flags: 0 };

    /// A C1 control.
    pub(crate) const C1: u32 = 1;
    /// May be invisible.
    pub(crate) const INVISIBLE: u32 = 2;
    /// A space, a mark that composes with a letter, or a letter with a plain
    /// counterpart.
    pub(crate) const ODD: u32 = 4;
    /// The no-break space.
    pub(crate) const NO_BREAK: u32 = 8;
    /// `â`, which the first byte of quotation marks becomes.
    pub(crate) const HAT: u32 = 16;
    /// `Ã`, which the first byte of `à` becomes.
    pub(crate) const TILDE: u32 = 32;

    /// The trace of the character that a text begins with, and its length in
    /// bytes.
    #[inline(always)]
    pub(crate) fn first(text: &[u8]) -> (&'static Self, usize) {
        let low = |b: u8| usize::from(b & 0x3F);
        match *text {
            [a @ ..0x80, ..] => (Self::ascii(a), 1),
            [a @ ..0xE0, b, ..] => (Self::at(usize::from(a & 0x1F), low(b)), 2),
            [a @ ..0xF0, b, c, ..] => (Self::at(usize::from(a & 0x0F) << 6 | low(b), low(c)), 3),
            _ => (&TABLE.cells[0][0], 4),
        }
    }

    /// The trace of an ASCII character.
    #[inline(always)]
    pub(crate) fn ascii(byte: u8) -> &'static Self {
        Self::at(usize::from(byte >> 6 & 1), usize::from(byte & 0x3F))
    }

    /// The trace of a character by its page of 64 and its place there. They
    /// are the bits of its UTF-8 sequence but the last six, and those.
    #[inline(always)]
    fn at(page: usize, place: usize) -> &'static Self {
        &TABLE.cells[usize::from(TABLE.pages[page]) % PAGES][place]
    }

    /// The flags of the character; 0 for most.
    #[inline(always)]
    pub(crate) fn flags(&self) -> u32 {
        self.flags
    }
}

/// The look at characters one after the other, which finds those that may be
/// the bytes of one.
#[derive(Clone, Copy)]
pub(crate) struct Pairs {
    /// Where the last one can begin a sequence of two bytes, and the last two
    /// a longer one.
    begun: u32,
    /// Where the last one can begin a longer one.
    more: u32,
}

impl Pairs {
    /// The look at what stands behind this character.
    #[inline(always)]
    pub(crate) fn behind(last: &Trace) -> Self {
        Self { begun: last.two, more: last.more }
    }

    /// Whether the next character may end a sequence, or the first three bytes
    /// of one.
    #[inline(always)]
    pub(crate) fn suspects(&mut self, next: &Trace) -> bool {
        let ends = self.begun & next.tail != 0;
        let begins = self.more & next.tail != 0;
        // The third byte may be of any kind.
        self.begun = next.two | if begins { self.more | KINDS } else { 0 };
        self.more = next.more;
        ends
    }
}

// A page is 64 characters. Page 0 is that of all characters that are nothing
// in particular.
const PAGES: usize = 64;

struct Table {
    pages: [u8; 1024],
    cells: [[Trace; 64]; PAGES],
}

static TABLE: Table = build();

const fn build() -> Table {
    let mut table = Table { pages: [0; 1024], cells: [[Trace::NONE; 64]; PAGES] };
    let mut pages = 1;
    let mut c = 0;
    while c < 0x80 {
        let trace = cell(&mut table, &mut pages, c);
        if (c as u8).is_ascii_alphabetic() {
            trace.two = AFTER_ASCII;
            trace.tail = BEFORE_ASCII;
        }
        c += 1;
    }
    while c < 0x10000 {
        let flags = flags(c);
        if flags != 0 {
            cell(&mut table, &mut pages, c).flags = flags;
        }
        c += 1;
    }
    let mut encoding = 0;
    while encoding < CODEPAGES.len() {
        let mut byte = 0x80;
        while byte <= 0xFF {
            let c = CODEPAGES[encoding].1[byte - 0x80] as u32;
            add_image(cell(&mut table, &mut pages, c), byte, encoding, c);
            // Windows-1252 also stands for latin-1.
            if encoding == 0 && byte < 0xA0 {
                let c = byte as u32;
                add_image(cell(&mut table, &mut pages, c), byte, encoding, c);
            }
            byte += 1;
        }
        encoding += 1;
    }
    // Any byte may have got lost.
    cell(&mut table, &mut pages, 0xFFFD).tail = TAILS;
    table
}

const fn cell<'t>(table: &'t mut Table, pages: &mut u8, c: u32) -> &'t mut Trace {
    let page = &mut table.pages[c as usize >> 6];
    if *page == 0 {
        *page = *pages;
        *pages += 1;
    }
    &mut table.cells[*page as usize][c as usize & 63]
}

/// Adds what a character is as the image of a byte.
const fn add_image(trace: &mut Trace, byte: usize, encoding: usize, c: u32) {
    let small = matches!(c, 0x430..0x460 | 0x491);
    let capital = matches!(c, 0x400..0x430 | 0x490);
    // With its punctuation and the joiners and marks of direction.
    let arabic = matches!(c, 0x600..0x700 | 0x200C..0x2010);
    if small || capital || arabic {
        trace.two |= BEFORE_ASCII;
        trace.tail |= AFTER_ASCII;
    }
    let mut heads = 1 << encoding;
    let mut tail = heads;
    if let Some(split) = split(encoding) {
        if !small && !capital {
            heads |= 1 << (SMALL + split);
        }
        if !capital {
            heads |= 1 << (CAPITAL + split);
        }
        if !arabic {
            heads |= 1 << (ARABIC + split);
        }
        tail = match (small, capital, arabic) {
            (true, ..) => 1 << (SMALL + split),
            (_, true, _) => 1 << (CAPITAL + split),
            (.., true) => 1 << (ARABIC + split),
            _ => tail,
        };
    }
    match byte {
        0x80..0xC0 => trace.tail |= tail,
        0xC0 | 0xC2..0xE0 => trace.two |= heads,
        0xE0..0xF5 => trace.more |= heads,
        _ => {}
    }
}

/// The number of an encoding among those whose letters are split by kind.
const fn split(encoding: usize) -> Option<u32> {
    let name = CODEPAGES[encoding].0.as_bytes();
    match name {
        b"windows-1251" => Some(0),
        b"cp866" => Some(1),
        b"koi8-r" => Some(2),
        b"windows-1256" => Some(3),
        _ => None,
    }
}

const fn flags(c: u32) -> u32 {
    let mut flags = 0;
    if c < 0xA0 {
        flags |= Trace::C1;
    }
    if may_be_invisible(c) {
        flags |= Trace::INVISIBLE;
    }
    if is_odd(c) {
        flags |= Trace::ODD;
    }
    match c {
        0xA0 => flags |= Trace::NO_BREAK,
        0xC3 => flags |= Trace::TILDE,
        0xE2 => flags |= Trace::HAT,
        _ => {}
    }
    flags
}

/// Whether nobody sees the character, by itself or in some places.
pub(crate) const fn may_be_invisible(c: u32) -> bool {
    match c {
        0..0x20 | 0x7F => !matches!(c, 0x09 | 0x0A | 0x0D),
        0x80..0xA0 | 0xAD | 0x34F | 0x61C | 0x115F | 0x1160 | 0x180B..=0x180F => true,
        0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x206F | 0x3164 => true,
        0xFDD0..=0xFDEF | 0xFE00..=0xFE0F | 0xFEFF | 0xFFA0 => true,
        0xFFF0..=0xFFFC | 0xE0000..=0xE0FFF => true,
        _ => c & 0xFFFE == 0xFFFE,
    }
}

/// Whether the character is another line end or space than the usual one, a
/// letter with a plain counterpart, or may compose with a letter before it.
pub(crate) const fn is_odd(c: u32) -> bool {
    match c {
        0x0D | 0x85 | 0xA0 => true,
        // Combining marks.
        0x300..=0x36F | 0x653..=0x655 => true,
        // Signs that join a letter before them, in the scripts of India.
        0x93C | 0x9BE | 0x9D7 | 0xB3E | 0xB56 | 0xB57 | 0xBBE | 0xBD7 | 0xC56 => true,
        0xCC2 | 0xCD5 | 0xCD6 | 0xD3E | 0xD57 | 0xDCA | 0xDCF | 0xDDF => true,
        // Korean vowels and final consonants.
        0x1161..=0x1175 | 0x11A8..=0x11C2 => true,
        0x2000..=0x200A | 0x2028 | 0x2029 | 0x202F | 0x205F | 0x3000 => true,
        0x2126 | 0x212A | 0x212B => true,
        // Voicing marks of Japanese.
        0x3099 | 0x309A => true,
        // Latin ligatures, full-width digits and letters.
        0xFB00..=0xFB06 | 0xFF10..=0xFF19 | 0xFF21..=0xFF3A | 0xFF41..=0xFF5A => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::char::{canonical_combining_class, compose};

    #[test]
    fn the_table_has_what_the_tests_say() {
        for c in '\u{80}'..='\u{FFFF}' {
            let (c, flags) = (c as u32, of(c).flags());
            assert_eq!(flags & Trace::INVISIBLE != 0, may_be_invisible(c), "{c:x}");
            assert_eq!(flags & Trace::ODD != 0, is_odd(c), "{c:x}");
        }
        let used = TABLE.pages.iter().max().map(|&n| usize::from(n) + 1);
        assert!(used <= Some(PAGES));
    }

    #[test]
    fn all_that_composes_in_the_basic_plane_is_odd() {
        let all = || '\u{300}'..='\u{FFFF}';
        let bases: Vec<char> = ('A'..='\u{FFFF}').collect();
        for mark in all().filter(|&c| {
            canonical_combining_class(c) > 0
                || !c.is_alphabetic()
                || matches!(c, '\u{1161}'..='\u{11C2}')
                || matches!(c, '\u{900}'..='\u{DFF}')
        }) {
            if bases.iter().any(|&b| compose(b, mark).is_some()) {
                // Scripts that hardly occur on the web are left out.
                let rare = matches!(mark, '\u{102E}' | '\u{1B35}');
                assert!(rare || is_odd(mark as u32), "{:x}", mark as u32);
            }
        }
    }

    fn of(c: char) -> &'static Trace {
        Trace::first(c.to_string().as_bytes()).0
    }

    #[test]
    fn what_may_be_a_sequence_is_told_from_words() {
        for (text, want) in [
            ("Ã©", true),
            ("â€™", true),
            ("â€", false),
            ("т░Ц", true),
            ("Ã\u{FFFD}", true),
            ("тА", false),
            ("тАЩ", true),
            ("Рђ", false),
            ("ра", false),
            ("раб", false),
            ("а»", false),
            ("Я»", true),
            ("aа", true),
            ("аa", true),
            ("éé", false),
            ("漢字", false),
        ] {
            let mut pairs = Pairs::behind(Trace::ascii(b' '));
            let found = text.chars().fold(false, |found, c| found | pairs.suspects(of(c)));
            assert_eq!(found, want, "{text}");
        }
    }

    /// All that decodes is found, unless it begins with letters of a word.
    #[test]
    fn every_sequence_is_suspect() {
        let word = |chars: &[char]| {
            let arabic = |c: &char| matches!(c, '\u{600}'..'\u{700}' | '\u{200C}'..'\u{2010}');
            let cyrillic = |c: &char| matches!(c, '\u{400}'..'\u{460}' | 'ґ' | 'Ґ');
            chars.iter().all(arabic) || chars.iter().all(cyrillic)
        };
        for (_, table) in &CODEPAGES {
            let image = |b: u8| char::from_u32(table[usize::from(b) - 0x80].into()).unwrap();
            for c in ('\u{80}'..'\u{FFFF}').step_by(7) {
                let chars: Vec<char> = c.to_string().bytes().map(image).collect();
                let mut pairs = Pairs::behind(Trace::ascii(b' '));
                let found = chars.iter().fold(false, |found, &c| found | pairs.suspects(of(c)));
                assert!(found || word(&chars[..2]), "{chars:?}");
            }
        }
    }
}
