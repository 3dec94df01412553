//! English that is right by other rules: of old ("Whither flows it? where is thy loom?"),
//! Scots, and as it is spoken ("nothin' o' the kind").

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memchr2_iter;

use super::{Case, Word, key_filter};
use crate::lexicon;

/// Words that writers no longer use, and others used in every other sentence. Our own
/// list.
static OLD: [&str; 9] = ["dost", "doth", "hath", "saith", "shalt", "thee", "thine", "thou", "thy"];

/// Words that writers of now spell otherwise, but in names, which come back: "The Compleat
/// Angler", "Mr Shew". The earlier ones are from before `u` and `v` were told apart, and
/// when short words had an `e` at their end. Our own list.
#[rustfmt::skip]
static RESPELT: [&str; 64] = [
    "aboue", "againe", "beene", "betweene", "booke", "bookes", "businesse", "certaine",
    "chearful", "chuse", "compleat", "dayes", "deare", "euen", "euery", "euill", "everie",
    "farre", "generall", "giue", "giuen", "goe", "halfe", "haue", "heare", "heauen", "hee",
    "himselfe", "kinde", "knowe", "knowne", "musick", "neuer", "onely", "ouer", "owne",
    "physick", "poore", "publick", "reade", "receiue", "receiued", "seene", "selfe", "serue",
    "seuen", "seuerall", "shee", "shew", "shewed", "shewn", "speake", "theyr", "thinke", "tyme",
    "verie", "vnder", "vnto", "vpon", "vse", "vsed", "warre", "wolde", "yeare",
];

/// Each has a bit.
const _: () = assert!(RESPELT.len() <= u64::BITS as usize);

/// Words that a text of now may have too: "a law unto itself", "Ye Olde Inn", the German
/// "hast". Our own list.
static ALSO_NEW: [&str; 3] = ["hast", "unto", "ye"];

/// Words that Scots has in every other sentence. Each of them may be a name, or of another
/// language; the last two are of English too, which has a sigh and "tae kwon do". Our own
/// list.
static SCOTS: [&str; 14] = [
    "dinnae", "frae", "gie", "hae", "ilka", "mair", "nae", "richt", "richts", "thaim", "thir",
    "whan", "aw", "tae",
];
/// A bit for each of them that English has not: all but the last two.
const ONLY_SCOTS: u64 = (1 << (SCOTS.len() - 2)) - 1;

/// So many words before a word and behind it show how the text around it is written.
const REACH: usize = 48;

static KEYS: LazyLock<Keys> = LazyLock::new(|| {
    let key = |word| lexicon::get_with_key(word).1;
    let (old, respelt) = (OLD.map(key), RESPELT.map(key));
    let (also_new, scots) = (ALSO_NEW.map(key), SCOTS.map(key));
    // So large that hardly one word within reach is looked at closer.
    let mut rough = [0; 32];
    let all = old.iter().chain(&respelt).chain(&also_new).chain(&scots);
    all.for_each(|&key| key_filter::add(&mut rough, key));
    Keys { rough, old, respelt, also_new, scots }
});

/// The keys of these words.
struct Keys {
    rough: [u64; 32],
    old: [u32; OLD.len()],
    respelt: [u32; RESPELT.len()],
    also_new: [u32; ALSO_NEW.len()],
    scots: [u32; SCOTS.len()],
}

/// Whether the text around a word is of old: others spelt and inflected in other ways
/// then, and a question did not end a sentence. One word may be quoted, so that two must
/// stand there; one that is of now too does not count beside one that is only spelt otherwise,
/// and of those each counts once, and without a capital. Or whether it is Scots, by two
/// different words, of which one is not of English too.
pub(crate) fn is_near(words: &[Word], at: usize) -> bool {
    let keys = &*KEYS;
    let end = words.len().min(at + REACH + 1);
    let near = words[at.saturating_sub(REACH)..end].iter();
    let (mut old, mut respelt, mut also_new, mut scots) = (0, 0_u64, false, 0_u64);
    for word in near.filter(|word| key_filter::may_have(&keys.rough, word.rough_key())) {
        let key = word.key();
        let bit_in = |keys: &[u32]| keys.iter().position(|&k| k == key).map_or(0, |at| 1 << at);
        old += u32::from(keys.old.contains(&key));
        if word.case() == Case::Lower {
            respelt |= bit_in(&keys.respelt);
        }
        also_new |= keys.also_new.contains(&key);
        scots |= bit_in(&keys.scots);
    }
    old + respelt.count_ones() >= 2
        || old >= 1 && also_new
        || scots.count_ones() >= 2 && scots & ONLY_SCOTS > 0
}

/// Whether the text around a word is written as it is spoken, which two different words
/// tell that lost an end.
pub(crate) fn is_spoken(text: &str, words: &[Word], at: usize) -> bool {
    let near = &words[at.saturating_sub(REACH)..words.len().min(at + REACH + 1)];
    let [Some(first), Some(last)] = [near.first(), near.last()] else { return false };
    let (start, end) = (first.range().start, text.len().min(last.range().end + 1));
    // All words in question have an apostrophe, inside or behind them, and few others do.
    let apostrophes = memchr2_iter(b'\'', 0xE2, &text.as_bytes()[start..end]);
    let mut clipped = apostrophes.filter_map(|place| {
        let behind = near.partition_point(|word| word.range().start < start + place);
        near[..behind].last().filter(|word| is_clipped(text, word))
    });
    clipped.next().is_some_and(|first| clipped.any(|other| other.key() != first.key()))
}

/// Whether an apostrophe says that a word lost its end, or it is one of those that are
/// spoken only.
fn is_clipped(text: &str, word: &Word) -> bool {
    let Range { start, end } = word.range();
    let is_spoken = |letters: &str| {
        end - start == letters.len() && word.text(text).eq_ignore_ascii_case(letters)
    };
    if is_spoken("ain't") || is_spoken("ain’t") {
        return true;
    }
    // Nearly all words have something else behind them.
    if !matches!(text.as_bytes().get(end), Some(b'\'' | 0xE2)) {
        return false;
    }
    let (letters, behind) = (word.text(text), &text[end..]);
    behind.strip_prefix(['\'', '’']).is_some_and(|rest| rest.starts_with(char::is_whitespace))
        && (matches!(letters, "an" | "o" | "th" | "wi")
            || letters.ends_with("in") && !word.entry().is_ordinary())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Buffers, Document};

    fn is_near_sail(text: &str) -> bool {
        let buffers = Buffers::default();
        let doc = Document::new(text, &buffers);
        let at = doc.words().iter().position(|w| w.text(text) == "sail").expect("there");
        is_near(doc.words(), at)
    }

    #[test]
    fn words_of_old_tell_of_those_within_reach() {
        for (between, is) in [(0, true), (REACH - 2, true), (REACH - 1, false)] {
            let between = "rope ".repeat(between);
            for text in [format!("sail {between}Thou hast"), format!("hath hath {between}sail")] {
                assert_eq!(is_near_sail(&text), is, "{text}");
            }
        }
    }

    #[test]
    fn two_words_that_lost_an_end_tell_what_is_spoken() {
        let is_spoken = |text: &str| {
            let buffers = Buffers::default();
            let doc = Document::new(text, &buffers);
            let at = doc.words().iter().position(|w| w.text(text) == "sail").expect("there");
            super::is_spoken(text, doc.words(), at)
        };
        for text in ["I ain't seen nothin' of a sail", "the sail o' the boat an’ all"] {
            assert!(is_spoken(text), "{text}");
        }
        for text in ["no sail ain't no sail", "'Come in' and 'thin' ends of the sail, o' boat"] {
            assert!(!is_spoken(text), "{text}");
        }
    }

    #[test]
    fn it_takes_two_and_one_that_is_not_of_now() {
        for text in [
            "Thou sail",
            "unto sail unto",
            "Ye sail, hast unto",
            "tae sail tae",
            "Aw, sail tae",
            "a compleat sail, compleat",
            "Mr Shew and Mrs Physick sail",
        ] {
            assert!(!is_near_sail(text), "{text}");
        }
        for text in [
            "Thou sail thy",
            "Ye sail thee",
            "thou hast a sail",
            "tae sail frae",
            "the publick shew of a sail",
            "the publick sail, saith he",
        ] {
            assert!(is_near_sail(text), "{text}");
        }
    }
}
