//! Blocks of text in one script in which no character is anything in
//! particular: not odd, not invisible, no part of a wrongly decoded sequence.
//!
//! Each test looks at all bytes at once, as the survey does with ASCII. None
//! decodes anything: the first bytes of UTF-8 sequences tell scripts apart.

/// How many bytes before a block are looked at too.
pub(super) const BEFORE: usize = 8;

/// How many bytes are looked at: a block of 64 and eight on either side.
const SPAN: usize = 80;

/// The bytes of a block and around it.
pub(super) type Window = [u8; SPAN + 3];

/// Whether a block is plain. `first` is the first byte of a sequence in it.
/// May say no of one that is.
pub(super) fn is_plain(window: &Window, first: u8) -> bool {
    match first {
        0xC2..=0xCB | 0xE2 => is_latin(window),
        0xCE | 0xCF => is_greek(window),
        0xD0 | 0xD1 => is_cyrillic(window),
        0xD6..=0xDB => is_right_to_left(window),
        0xE0 => is_indic_or_thai(window),
        0xE3..=0xED => is_east_asian(window),
        _ => false,
    }
}

/// Whether no four bytes in a row pass the test.
#[inline(always)]
fn none(window: &Window, test: impl Fn(u8, u8, u8, u8) -> bool) -> bool {
    let mut found = false;
    for i in 0..SPAN {
        found |= test(window[i], window[i + 1], window[i + 2], window[i + 3]);
    }
    !found
}

#[inline(always)]
fn within(b: u8, first: u8, last: u8) -> bool {
    b.wrapping_sub(first) <= last - first
}

/// Whether a byte begins a sequence.
#[inline(always)]
fn is_first(b: u8) -> bool {
    b >= 0xC0
}

#[inline(always)]
fn is_letter(b: u8) -> bool {
    within(b | 0x20, b'a', b'z')
}

/// Single accented letters and signs of Latin-1, but not `â`, `Ã` and the
/// no-break space; single curly quotation marks, dashes and ellipses.
fn is_latin(window: &Window) -> bool {
    none(window, |a, b, c, d| {
        let is_mark = a == 0xE2;
        let other = (a >= 0xCC) & !is_mark | is_mark & ((b != 0x80) | !within(c, 0x90, 0xA6));
        let row = is_first(a) & (c >= 0x80) & (!is_mark | (d >= 0x80)) | (a >= 0x80) & (b == 0xE2);
        let control = (a == 0xC2) & ((b <= 0xA0) | (b == 0xAD));
        other | row | control | (a == 0xC3) & ((b == 0xA2) | (b == 0x83))
    })
}

/// Greek, but no accented capital within a word.
fn is_greek(window: &Window) -> bool {
    none(window, |a, _, c, d| {
        let other = is_first(a) & (a & 0xFE != 0xCE);
        other | is_first(a) & (c == 0xCE) & (d < 0x90)
    })
}

/// Cyrillic, but no capital within a word, and no Latin letter.
fn is_cyrillic(window: &Window) -> bool {
    none(window, |a, _, c, d| {
        let other = is_first(a) & (a & 0xFE != 0xD0);
        other | is_letter(a) | is_first(a) & (c == 0xD0) & (d < 0xB0)
    })
}

/// Hebrew and Arabic without Latin letters.
fn is_right_to_left(window: &Window) -> bool {
    none(window, |a, b, _, _| {
        let other = is_first(a) & !within(a, 0xD6, 0xDB);
        // The Arabic letter mark, and marks that compose with a letter.
        let odd = (a == 0xD8) & (b == 0x9C) | (a == 0xD9) & within(b, 0x93, 0x95);
        other | is_letter(a) | odd
    })
}

/// Devanagari without its dot, which composes with letters, or Thai and Lao.
fn is_indic_or_thai(window: &Window) -> bool {
    none(window, |a, b, c, _| {
        let other = is_first(a) & (a != 0xE0);
        let odd = within(b, 0xA6, 0xB7) | (b == 0xA4) & (c == 0xBC);
        other | (a == 0xE0) & odd
    })
}

/// Chinese, Japanese and Korean with their punctuation, but no full-width
/// letters and digits, and no wide space.
fn is_east_asian(window: &Window) -> bool {
    none(window, |a, b, c, _| {
        let other = is_first(a) & !within(a, 0xE3, 0xED) & (a != 0xEF);
        let space = (b == 0x80) & (c == 0x80);
        let voiced = (b == 0x82) & within(c, 0x99, 0x9A);
        let filler = (b == 0x85) & (c == 0xA4);
        let wide = (b != 0xBC) | within(c, 0x90, 0x99) | (c >= 0xA1);
        other | (a == 0xE3) & (space | voiced | filler) | (a == 0xEF) & wide
    })
}
