//! Which byte a character is the image of, in each encoding.

use crate::data::codepages::CODEPAGES;

/// How many encodings there are. Their numbers are their places in
/// [`CODEPAGES`]; where two of them explain a text equally well, the lower
/// number wins.
pub(super) const ENCODINGS: usize = CODEPAGES.len();

/// The number of windows-1252. Its table also reads the C1 controls, so that
/// it covers latin-1 and mixtures of the two.
pub(super) const WINDOWS_1252: usize = 0;

/// The number of windows-1250.
pub(super) const WINDOWS_1250: usize = 2;

/// The number of iso-8859-2.
pub(super) const ISO_8859_2: usize = 3;

/// A set of encodings, a bit for each.
pub(super) type Set = u16;

/// What a character may be the image of.
#[derive(Clone, Copy)]
pub(super) struct Image {
    /// The byte in each encoding; 0 if it has no such character.
    pub(super) bytes: [u8; ENCODINGS],
    /// The encodings in which the byte can begin a UTF-8 sequence.
    pub(super) leads: Set,
    /// Of those, the ones in which the sequence is longer than two bytes.
    pub(super) longer: Set,
    /// Those in which it is of two bytes, and the second one may have become a
    /// space.
    pub(super) spaced: Set,
    /// The encodings in which the byte can go on with one.
    pub(super) tails: Set,
    /// The encodings in which the byte can begin one whose next byte was
    /// dropped, and yet it is known what is meant.
    pub(super) alone: Set,
}

impl Image {
    /// Makes it the image of a byte in an encoding.
    const fn add(&mut self, encoding: usize, byte: usize) {
        let this = 1 << encoding;
        self.bytes[encoding] = byte as u8;
        match byte {
            0x80..0xC0 => self.tails |= this,
            0xC0 | 0xC2..0xE0 => self.leads |= this,
            0xE0..0xF5 => (self.leads, self.longer) = (self.leads | this, self.longer | this),
            _ => {}
        }
        if matches!(byte, 0xC2 | 0xC3 | 0xC5 | 0xCE | 0xD0) {
            self.spaced |= this;
        }
        // A byte is dropped where the encoding has no character for it.
        let is_dropped_behind = match byte {
            0xC4 => lacks(encoding, 0x8D) || lacks(encoding, 0x83),
            0xC5 => lacks(encoding, 0x81) || lacks(encoding, 0x90),
            0xD7 => lacks(encoding, 0x90),
            0xD9 => lacks(encoding, 0x81),
            _ => false,
        };
        if is_dropped_behind {
            self.alone |= this;
        }
    }
}

const NONE: Image =
    Image { bytes: [0; ENCODINGS], leads: 0, longer: 0, spaced: 0, tails: 0, alone: 0 };

// All characters of all tables are in the Basic Multilingual Plane. A page is
// 64 of its characters, a cell the number of an image.
const PAGES: usize = 64;
const IMAGES: usize = 640;

struct Table {
    pages: [u8; 1024],
    cells: [[u16; 64]; PAGES],
    images: [Image; IMAGES],
}

static TABLE: Table = build();

/// The image that a character is, which may be of nothing.
#[inline]
pub(super) fn image(c: char) -> &'static Image {
    let c = c as usize;
    if !(0x80..0x10000).contains(&c) {
        return &TABLE.images[0];
    }
    &TABLE.images[TABLE.cells[TABLE.pages[c >> 6] as usize][c & 63] as usize]
}

/// The encodings in which a space may have been a byte.
pub(super) const SPACED: Set = {
    let (mut set, mut encoding) = (0, 0);
    while encoding < ENCODINGS {
        if CODEPAGES[encoding].1[0x20] == 0xA0 {
            set |= 1 << encoding;
        }
        encoding += 1;
    }
    set
};

/// The encodings that have a letter where windows-1252 has it, which may begin a sequence:
/// those that some texts do not tell from it.
pub(super) const LIKE_WINDOWS_1252: Set = {
    let (mut set, mut encoding) = (0, 0);
    while encoding < ENCODINGS {
        let mut byte = 0xC2;
        while byte < 0xF5 {
            let place = byte - 0x80;
            if CODEPAGES[encoding].1[place] == CODEPAGES[WINDOWS_1252].1[place] {
                set |= 1 << encoding;
            }
            byte += 1;
        }
        encoding += 1;
    }
    set
};

const fn build() -> Table {
    let mut table = Table { pages: [0; 1024], cells: [[0; 64]; PAGES], images: [NONE; IMAGES] };
    // Page 0 and image 0 are those of the characters that are in no table.
    let mut pages = 1;
    let mut images = 1;
    let mut encoding = 0;
    while encoding < ENCODINGS {
        let mut byte = 0x80;
        while byte <= 0xFF {
            let mut c = CODEPAGES[encoding].1[byte - 0x80] as usize;
            loop {
                if table.pages[c >> 6] == 0 {
                    table.pages[c >> 6] = pages;
                    pages += 1;
                }
                let cell = &mut table.cells[table.pages[c >> 6] as usize][c & 63];
                if *cell == 0 {
                    *cell = images;
                    images += 1;
                }
                table.images[*cell as usize].add(encoding, byte);
                if encoding != WINDOWS_1252 || byte >= 0xA0 || c == byte {
                    break;
                }
                c = byte;
            }
            byte += 1;
        }
        encoding += 1;
    }
    table
}

/// The first bytes of the UTF-8 of all characters that can begin a sequence in
/// one of these encodings: a bit for each byte from C0 on.
pub(super) fn first_bytes(encodings: Set) -> u64 {
    members(encodings).fold(0, |bytes, encoding| bytes | FIRST_BYTES[encoding])
}

static FIRST_BYTES: [u64; ENCODINGS] = {
    let (mut all, mut encoding) = ([0; ENCODINGS], 0);
    while encoding < ENCODINGS {
        let mut byte = 0xC0;
        while byte < 0xF5 {
            all[encoding] |= match CODEPAGES[encoding].1[byte - 0x80] {
                c @ ..0x800 => 1 << (c >> 6),
                c => 1 << (0x20 | c >> 12),
            };
            byte += 1;
        }
        encoding += 1;
    }
    all
};

/// The encodings of a set.
pub(super) fn members(mut set: Set) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let first = set.trailing_zeros() as usize;
        set &= set.wrapping_sub(1);
        (first < ENCODINGS).then_some(first)
    })
}

/// Whether an encoding has no character for a byte.
pub(super) const fn lacks(encoding: usize, byte: u8) -> bool {
    CODEPAGES[encoding].1[byte as usize - 0x80] == byte as u16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_reads_backwards() {
        for (encoding, (name, points)) in CODEPAGES.iter().enumerate() {
            for (byte, &point) in (0x80..=0xFF).zip(points) {
                let c = char::from_u32(point.into()).unwrap();
                assert_eq!(image(c).bytes[encoding], byte, "{name} {c:?}");
            }
        }
    }

    #[test]
    fn the_numbers_are_those_of_the_table() {
        assert_eq!(CODEPAGES[WINDOWS_1252].0, "windows-1252");
        assert_eq!(CODEPAGES[WINDOWS_1250].0, "windows-1250");
        assert_eq!(CODEPAGES[ISO_8859_2].0, "iso-8859-2");
    }

    #[test]
    fn the_controls_are_latin_1() {
        assert_eq!(image('\u{99}').bytes[WINDOWS_1252], 0x99);
        assert_eq!(image('™').bytes[WINDOWS_1252], 0x99);
    }

    #[test]
    fn others_are_images_of_nothing() {
        for c in ['a', '漢', '\u{10FFFF}', '\u{FFFD}'] {
            assert_eq!((image(c).leads, image(c).tails), (0, 0));
        }
    }
}
