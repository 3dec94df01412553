//! What the sure repairs of a document prove.

use super::images::{ENCODINGS, WINDOWS_1252, image};

/// How sure it is that each encoding was misused in a document, and which
/// letters its language has.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Evidence {
    gains: [u32; ENCODINGS],
    letters: u16,
}

/// Letters that tell languages apart, as far as lost bytes need it.
#[derive(Clone, Copy, Debug)]
pub(super) enum Letters {
    /// `ě`, `ř`: Czech.
    Czech,
    /// `ș`, `ț`: Romanian.
    Romanian,
    /// `ł`, `ż`: Polish.
    Polish,
    /// `ő`, `ű`: Hungarian.
    Hungarian,
    /// Letters with a horn or a dot below: Vietnamese.
    Vietnamese,
    /// `ل`: Arabic or Persian.
    Arabic,
    /// The vowel signs of Arabic.
    Harakat,
    /// The letters of Hebrew.
    Hebrew,
    /// The vowels of Thai that stand before their consonant.
    Thai,
}

impl Letters {
    fn of(c: char) -> Option<Self> {
        Some(match c {
            'ě' | 'ř' => Self::Czech,
            'ș' | 'ț' => Self::Romanian,
            'ł' | 'ż' => Self::Polish,
            'ő' | 'ű' => Self::Hungarian,
            'ơ' | 'ư' | 'Ạ'..='ỹ' => Self::Vietnamese,
            'ل' => Self::Arabic,
            '\u{64B}'..='\u{652}' => Self::Harakat,
            'א'..='ת' => Self::Hebrew,
            'เ'..='ไ' => Self::Thai,
            _ => return None,
        })
    }
}

impl Evidence {
    /// Adds what the encodings gain in a run.
    pub(super) fn add(&mut self, gains: &[u32; ENCODINGS]) {
        for (sum, gain) in self.gains.iter_mut().zip(gains) {
            *sum = sum.saturating_add(*gain);
        }
    }

    /// Adds an "à" whose second byte became a space.
    pub(super) fn add_a_grave(&mut self) {
        self.gains[WINDOWS_1252] += 2;
    }

    /// Adds the letters of repaired text.
    pub(super) fn read(&mut self, text: &[char]) {
        for letters in text.iter().filter_map(|&c| Letters::of(c)) {
            self.letters |= 1 << letters as u16;
        }
    }

    /// Whether repaired text had such letters.
    pub(super) fn has(&self, letters: Letters) -> bool {
        self.letters & (1 << letters as u16) != 0
    }

    /// By how much text got better that was in this encoding.
    pub(super) fn gain(&self, encoding: usize) -> u32 {
        self.gains[encoding]
    }

    /// Whether the document holds sure repairs of this encoding.
    pub(super) fn proves(&self, encoding: usize) -> bool {
        self.gains[encoding] >= 2
    }

    /// Whether it proves an encoding that makes an `â` of the first byte of
    /// quotation marks.
    pub(super) fn proves_half_marks(&self) -> bool {
        (0..ENCODINGS).any(|e| self.proves(e) && image('â').bytes[e] == 0xE2)
    }

    /// Whether it proves any.
    pub(super) fn any(&self) -> bool {
        self.gains.iter().any(|&gain| gain > 0)
    }
}
