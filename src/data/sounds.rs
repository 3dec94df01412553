//! How the pronunciation of a word is written. Our own list.

/// Letters and signs of the phonetic alphabet that hardly any other has.
pub(crate) const SOUNDS: [char; 18] =
    ['ˈ', 'ˌ', 'ː', 'ə', 'ɛ', 'ɪ', 'ʊ', 'ɔ', 'ɑ', 'ɾ', 'ʃ', 'ʒ', 'ʁ', 'ʀ', 'θ', 'ð', 'ŋ', 'ɡ'];
