//! What the sure repairs of a document prove.

use memchr::memmem;

use super::images::{ENCODINGS, ISO_8859_2, Set, WINDOWS_1250, WINDOWS_1252, image};
use super::undo::{CLASH, Undone};

/// How sure it is that each encoding was misused in a document, and which
/// letters its language has.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Evidence {
    gains: [u32; ENCODINGS],
    // The encodings that gain anything, and those that gain enough.
    gaining: Set,
    proven: Set,
    depths: [u8; ENCODINGS],
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
    /// Common letters of Arabic and Persian.
    Arabic,
    /// The vowel signs of Arabic.
    Harakat,
    /// The letters of Hebrew.
    Hebrew,
    /// The vowels of Thai that stand before their consonant.
    Thai,
    /// Danish, Norwegian and Swedish.
    Nordic,
}

impl Letters {
    fn of(c: char) -> Option<Self> {
        Some(match c {
            'ě' | 'ř' => Self::Czech,
            'ș' | 'ț' => Self::Romanian,
            'ł' | 'ż' => Self::Polish,
            'ő' | 'ű' => Self::Hungarian,
            'ơ' | 'ư' | 'Ạ'..='ỹ' => Self::Vietnamese,
            'ا' | 'ر' | 'ل' | 'ن' => Self::Arabic,
            '\u{64B}'..='\u{652}' => Self::Harakat,
            'א'..='ת' => Self::Hebrew,
            'เ'..='ไ' => Self::Thai,
            'ø' | 'æ' => Self::Nordic,
            _ => return None,
        })
    }
}

impl Evidence {
    /// Adds what the encodings gain in a run.
    pub(super) fn add(&mut self, gains: &[u32; ENCODINGS]) {
        for (encoding, gain) in gains.iter().enumerate().filter(|(_, gain)| **gain > 0) {
            self.add_to(encoding, *gain);
        }
    }

    fn add_to(&mut self, encoding: usize, gain: u32) {
        let sum = &mut self.gains[encoding];
        *sum = sum.saturating_add(gain);
        self.gaining |= 1 << encoding;
        self.proven |= Set::from(*sum >= CLASH) << encoding;
    }

    /// Adds an "à" whose second byte became a space.
    pub(super) fn add_a_grave(&mut self) {
        self.add_to(WINDOWS_1252, 2 * CLASH);
    }

    /// Adds a repair: how deep it went, and the letters that it made.
    pub(super) fn read(&mut self, undone: &Undone, text: &[char]) {
        if let Some((encoding, depth)) = undone.depth_in_one() {
            let deepest = &mut self.depths[encoding as usize];
            *deepest = (*deepest).max(depth as u8);
        }
        let high = text.iter().filter(|c| !c.is_ascii());
        for letters in high.filter_map(|&c| Letters::of(c)) {
            self.add_letters(letters);
        }
    }

    /// What to look again with, if the text turns out to be in a language with
    /// an `å`, which tells the encodings of Central Europe apart.
    pub(super) fn second_look(&self, text: &str) -> Option<Self> {
        let unclear = self.proves(WINDOWS_1250) && self.proves(ISO_8859_2);
        if !unclear || self.has(Letters::Nordic) {
            return None;
        }
        let words = [" och ", " att ", " og ", " det "];
        let nordic = |word: &str| memmem::find(text.as_bytes(), word.as_bytes()).is_some();
        words.into_iter().any(nordic).then(|| {
            let mut known = Self::default();
            known.add_letters(Letters::Nordic);
            known
        })
    }

    fn add_letters(&mut self, letters: Letters) {
        self.letters |= 1 << letters as u16;
    }

    /// How many layers of this encoding there are where it is plain to see.
    pub(super) fn depth(&self, encoding: u8) -> usize {
        self.depths[encoding as usize].into()
    }

    /// Whether repaired text had such letters.
    pub(super) fn has(&self, letters: Letters) -> bool {
        self.letters & (1 << letters as u16) != 0
    }

    /// Whether its letters may tell which byte was dropped.
    #[inline]
    pub(super) fn may_tell_dropped(&self) -> bool {
        self.letters & !(1 << Letters::Nordic as u16) != 0
    }

    /// By how much text got better that was in this encoding.
    pub(super) fn gain(&self, encoding: usize) -> u32 {
        self.gains[encoding]
    }

    /// The same for a search in one run, to which only the order of the gains matters:
    /// in most documents it is the same.
    pub(super) fn ranked(&self) -> Self {
        let rank = |gain| self.gains.iter().map(|other| u32::from(*other < gain)).sum();
        Self { gains: self.gains.map(rank), ..*self }
    }

    /// Whether the document holds sure repairs of this encoding.
    pub(super) fn proves(&self, encoding: usize) -> bool {
        self.proven & 1 << encoding != 0
    }

    /// The encodings of which the document holds sure repairs.
    pub(super) fn proven(&self) -> Set {
        self.proven
    }

    /// Whether it proves an encoding that makes an `â` of the first byte of
    /// quotation marks.
    pub(super) fn proves_half_marks(&self) -> bool {
        (0..ENCODINGS).any(|e| self.proves(e) && image('â').bytes[e] == 0xE2)
    }

    /// Whether it proves any.
    pub(super) fn any(&self) -> bool {
        self.gaining != 0
    }
}
