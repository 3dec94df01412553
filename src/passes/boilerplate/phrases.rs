//! Tables of phrases, and finding them in a folded line.

use std::mem;
use std::sync::LazyLock;

use super::folded::{CAP, Folded, Word};
use super::kind::BoilerplateKind;
use super::sieve::Sieve;

/// The phrases. The sign at the head of each line says where its
/// phrases count; see the head of `english.txt`.
static TABLES: &[&str] = &[
    include_str!("../../data/boilerplate/english.txt"),
    include_str!("../../data/boilerplate/systems.txt"),
    include_str!("../../data/boilerplate/languages.txt"),
    include_str!("../../data/boilerplate/kinds.txt"),
    include_str!("../../data/boilerplate/neighbours.txt"),
    include_str!("../../data/boilerplate/german.txt"),
    include_str!("../../data/boilerplate/french.txt"),
    include_str!("../../data/boilerplate/spanish.txt"),
    include_str!("../../data/boilerplate/italian.txt"),
    include_str!("../../data/boilerplate/portuguese.txt"),
    include_str!("../../data/boilerplate/dutch.txt"),
    include_str!("../../data/boilerplate/nordic.txt"),
    include_str!("../../data/boilerplate/polish.txt"),
    include_str!("../../data/boilerplate/russian.txt"),
    include_str!("../../data/boilerplate/turkish.txt"),
];

/// Where in a line a phrase counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Whole,
    Start,
    Within,
    // How a line begins, and then a colon.
    Label,
    // A word that dates are made of.
    Date,
    // The name of a month.
    Month,
    // A word that opens a byline.
    By,
}

impl Place {
    /// What a sign at the head of a line says: where its phrases count, and whether
    /// for certain.
    fn of(sign: &str) -> Option<(Self, bool)> {
        Some(match sign {
            "=" => (Self::Whole, true),
            "~" => (Self::Whole, false),
            ">" => (Self::Start, true),
            ")" => (Self::Start, false),
            "*" => (Self::Within, true),
            "+" => (Self::Within, false),
            "^" => (Self::Label, false),
            ":" => (Self::Date, false),
            "%" => (Self::Month, false),
            "@" => (Self::By, false),
            _ => return None,
        })
    }
}

#[derive(Clone, Copy, Debug)]
struct Phrase {
    /// What it is found by: the hash of its first word, with the bytes behind
    /// it if it is longer than them.
    bucket: u64,
    /// The first bytes behind its first word, and which of the eight they
    /// are: tells most phrases apart without a look at `key`.
    tail: u64,
    mask: u64,
    /// Where its folded form stands among those of all phrases.
    start: u32,
    len: u32,
    kind: BoilerplateKind,
    place: Place,
    certain: bool,
}

impl Phrase {
    /// Which slot its bucket is in.
    fn slot(&self) -> usize {
        slot(self.bucket)
    }

    /// Its folded form, of those of all phrases.
    fn key<'k>(&self, keys: &'k [u8]) -> &'k [u8] {
        &keys[self.start as usize..][..self.len as usize]
    }
}

/// What the phrases say about a line.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Found {
    /// The whole line is a phrase; whether that is certain.
    pub(super) whole: Option<(BoilerplateKind, bool)>,
    /// The line begins with a phrase.
    pub(super) start: Option<(BoilerplateKind, bool)>,
    /// The line begins with a phrase and a colon.
    pub(super) label: Option<BoilerplateKind>,
    /// A phrase stands in the line, at its start or after it.
    pub(super) within: Option<BoilerplateKind>,
    /// How many bytes of the line are phrases that could be whole lines, and
    /// how many phrases these are.
    pub(super) covered: usize,
    pub(super) items: u8,
    /// How many certain and how many likely phrases stand in the line.
    pub(super) certain: u8,
    pub(super) likely: u8,
    /// The line is made of nothing but numbers and words of dates.
    pub(super) date: bool,
    /// One of these words is the name of a month.
    pub(super) month: bool,
    /// It begins as a byline does.
    pub(super) by: bool,
}

impl Found {
    /// Counts a phrase that stands in the line. Of several the first certain one tells the
    /// kind.
    fn add_within(&mut self, kind: BoilerplateKind, certain: bool) {
        if certain && self.certain == 0 {
            self.within = Some(kind);
        }
        self.within.get_or_insert(kind);
        let count = if certain { &mut self.certain } else { &mut self.likely };
        *count = count.saturating_add(1);
    }

    /// Whether it says something that counts in a sentence. In one that is not
    /// read to its end, how it begins and what may be said of anything does not.
    pub(super) fn counts_in_sentence(&self, is_read: bool) -> bool {
        let may_count = self.start.is_some() || self.likely > 0;
        self.whole.is_some() || self.label.is_some() || self.certain > 0 || is_read && may_count
    }
}

/// Phrases, found by the hashes of their beginnings.
#[derive(Clone, Debug, Default)]
pub(super) struct Phrases {
    /// In the order of their buckets.
    list: Vec<Phrase>,
    /// For what the hashes of buckets begin with, where its phrases begin; and
    /// where the last of them end.
    slots: Vec<u32>,
    /// A bit for each of these hashes.
    filter: Vec<u64>,
    /// The folded forms of the phrases, one after the other.
    keys: Vec<u8>,
    /// What may make a long sentence boilerplate.
    sieve: Sieve,
}

/// A sentence that is a phrase as a whole is at most so long that it counts as
/// short, unless the phrase has as many bytes.
const LONG_WHOLE: usize = 45;

/// A phrase takes so many bytes of a table, about, and rather more.
const PHRASE: usize = 20;

impl Phrases {
    /// The phrases of all languages.
    pub(super) fn built_in() -> &'static Self {
        static BUILT_IN: LazyLock<Phrases> = LazyLock::new(|| {
            let mut phrases = Phrases::default();
            let len: usize = TABLES.iter().map(|table| table.len()).sum();
            phrases.list.reserve(len / PHRASE);
            phrases.keys.reserve(len);
            for table in TABLES {
                phrases.read(table);
            }
            phrases.index();
            phrases
        });
        &BUILT_IN
    }

    /// Adds a phrase that is a whole line.
    pub(super) fn add_line(&mut self, kind: BoilerplateKind, text: &str) {
        self.add(text, kind, Place::Whole, true, &mut Folded::default());
        self.index();
    }

    pub(super) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    fn add(
        &mut self,
        text: &str,
        kind: BoilerplateKind,
        place: Place,
        certain: bool,
        folded: &mut Folded,
    ) {
        folded.read(text);
        let Some(Word { hash, behind: tail, .. }) = folded.words().next() else { return };
        let word = memchr::memchr(b' ', folded.key()).unwrap_or(folded.key().len());
        let behind = folded.key().len() - word;
        let mask = if behind < 8 { (1 << (8 * behind)) - 1 } else { u64::MAX };
        let bucket = if behind > 4 { pair(hash, tail) } else { hash };
        let (start, len) = (self.keys.len() as u32, folded.key().len() as u32);
        self.keys.extend_from_slice(folded.key());
        self.list.push(Phrase { bucket, tail, mask, start, len, kind, place, certain });
    }

    fn read(&mut self, table: &str) {
        let mut kind = BoilerplateKind::Navigation;
        let mut folded = Folded::default();
        for line in table.lines() {
            if let Some(name) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
                kind = name.parse().expect("the name of a kind");
                continue;
            }
            let Some((sign, phrases)) = line.split_once(' ') else { continue };
            let Some((place, certain)) = Place::of(sign) else { continue };
            for phrase in phrases.split('|').map(str::trim_ascii) {
                self.add(phrase, kind, place, certain, &mut folded);
                let is_long = place == Place::Whole && phrase.len() >= LONG_WHOLE;
                if is_long || (place == Place::Within && certain) {
                    self.sieve.add(phrase);
                }
            }
        }
    }

    /// Whether a sentence of some length may hold a phrase that counts in it, as
    /// far as it would be read.
    pub(super) fn may_stand_in(&self, text: &str) -> bool {
        self.sieve.lets_pass(&text.as_bytes()[..text.len().min(CAP)])
    }

    /// Whether a line may be a labelled one in which this stands before the
    /// colon.
    pub(super) fn may_label(&self, text: &str, folded: &mut Folded) -> bool {
        folded.read(text);
        let is_label = |p: &Phrase| p.place == Place::Label && p.key(&self.keys) == folded.key();
        folded.words().next().is_some_and(|word| self.beginning_with(word).any(is_label))
    }

    /// Sorts the phrases and notes where those of each beginning stand.
    ///
    /// They are put into their slots first: what is left to sort are a few in each.
    fn index(&mut self) {
        let mut ends = vec![0; 1 << SLOT_BITS];
        for phrase in &self.list {
            ends[phrase.slot()] += 1;
        }
        let mut end = 0;
        for count in &mut ends {
            end += mem::replace(count, end);
        }
        let mut order = vec![0; self.list.len()];
        for (phrase, at) in self.list.iter().zip(0_u32..) {
            let end = &mut ends[phrase.slot()];
            order[*end as usize] = at;
            *end += 1;
        }
        let Self { list, keys, slots, filter, .. } = self;
        let mut sorted = Vec::with_capacity(list.len());
        slots.clear();
        filter.clear();
        filter.resize(1 << (FILTER_BITS - 6), 0);
        let mut from = 0;
        for end in ends {
            slots.push(sorted.len() as u32);
            let slot = &mut order[mem::replace(&mut from, end as usize)..end as usize];
            // Of two kinds that claim a phrase, the first and the certain one wins.
            slot.sort_by(|&a, &b| {
                let (a, b) = (&list[a as usize], &list[b as usize]);
                let claim = |p: &Phrase| (p.place as u8, !p.certain);
                a.bucket
                    .cmp(&b.bucket)
                    .then_with(|| b.len.cmp(&a.len))
                    .then_with(|| a.key(keys).cmp(b.key(keys)))
                    .then_with(|| claim(a).cmp(&claim(b)))
            });
            let mut last = None;
            for &at in &*slot {
                let phrase = list[at as usize];
                let claim = (phrase.place, phrase.key(keys));
                if last.replace(claim) != Some(claim) {
                    let (at, bit) = filter_bit(phrase.bucket);
                    filter[at] |= bit;
                    sorted.push(phrase);
                }
            }
        }
        slots.push(sorted.len() as u32);
        *list = sorted;
    }

    /// The phrases that may begin with a word, the longest first.
    fn beginning_with(&self, word: Word) -> impl Iterator<Item = &Phrase> {
        word.buckets().into_iter().flat_map(|bucket| self.bucket(bucket))
    }

    #[inline]
    fn bucket(&self, bucket: u64) -> impl Iterator<Item = &Phrase> {
        let slot = slot(bucket);
        let phrases = self.slots[slot] as usize..self.slots[slot + 1] as usize;
        self.list[phrases].iter().filter(move |p| p.bucket == bucket)
    }

    /// Looks for phrases in a folded line.
    pub(super) fn find(&self, folded: &Folded, found: &mut Found) {
        let Ok(filter) = <&[u64; 1 << (FILTER_BITS - 6)]>::try_from(&*self.filter) else { return };
        let may_have = |hash| {
            let (at, bit) = filter_bit(hash);
            filter[at] & bit != 0
        };
        let mut search = Search { folded, found, end: 0, item_end: 0, dates: 0 };
        let (mut only_dates, mut numbers) = (true, 0);
        for word in folded.words() {
            let is_number = folded.key()[word.at] == b'#';
            let mut is_date = is_number;
            // Most words begin no phrase.
            for bucket in word.buckets().into_iter().filter(|bucket| may_have(*bucket)) {
                is_date |= self.find_in(bucket, word, &mut search);
            }
            numbers += u32::from(is_number);
            only_dates &= is_date;
        }
        search.found.date |= only_dates && numbers > 0 && search.dates > 0;
    }

    /// Looks for phrases of a bucket that begin with a word; tells whether the
    /// word is one of those that dates are made of.
    #[inline(never)]
    fn find_in(&self, bucket: u64, word: Word, search: &mut Search<'_>) -> bool {
        let Search { folded, found, end, item_end, dates } = search;
        let (key, at) = (folded.key(), word.at);
        let rest = &key[at..];
        let mut is_date = false;
        for phrase in self.bucket(bucket) {
            let len = phrase.len as usize;
            if word.behind & phrase.mask != phrase.tail
                || rest.get(len).is_some_and(|&b| b != b' ')
                || !rest.starts_with(phrase.key(&self.keys))
            {
                continue;
            }
            if phrase.place == Place::Whole && at >= *item_end {
                found.covered += len + 1;
                found.items = found.items.saturating_add(1);
                *item_end = at + len;
            }
            match phrase.place {
                Place::Whole if at == 0 && len == key.len() => {
                    found.whole.get_or_insert((phrase.kind, phrase.certain));
                }
                Place::Start if at == 0 => {
                    found.start.get_or_insert((phrase.kind, phrase.certain));
                }
                Place::Label if at == 0 && len == folded.label() => {
                    found.label.get_or_insert(phrase.kind);
                }
                Place::Within if at >= *end => {
                    found.add_within(phrase.kind, phrase.certain);
                    *end = at + len;
                }
                Place::Date | Place::Month => {
                    is_date = true;
                    *dates += 1;
                    found.month |= phrase.place == Place::Month;
                }
                Place::By if at == 0 && len < key.len() => found.by = true,
                _ => {}
            }
        }
        is_date
    }
}

/// The search for phrases in a line.
struct Search<'a> {
    folded: &'a Folded,
    found: &'a mut Found,
    /// Where the last phrases ended, so that none counts twice.
    end: usize,
    item_end: usize,
    /// How many words of dates there are.
    dates: u32,
}

/// There are two to the power of this slots.
const SLOT_BITS: u32 = 14;

/// Which slot a bucket is in: what its hash begins with.
#[inline]
fn slot(bucket: u64) -> usize {
    (bucket >> (64 - SLOT_BITS)) as usize
}

impl Word {
    /// The buckets of the phrases that may begin with it, the longest first.
    #[inline]
    fn buckets(&self) -> [u64; 2] {
        [pair(self.hash, self.behind), self.hash]
    }
}

/// What stands for a first word and the four bytes behind it.
#[inline]
fn pair(first: u64, tail: u64) -> u64 {
    (first ^ (tail & 0xffff_ffff)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// The filter has so many bits.
const FILTER_BITS: u32 = 17;

/// Where the bit of a hash is.
#[inline]
fn filter_bit(hash: u64) -> (usize, u64) {
    let bit = hash >> (64 - FILTER_BITS);
    ((bit >> 6) as usize, 1 << (bit & 63))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_tables_is_understood() {
        let mut folded = Folded::default();
        for line in TABLES.iter().flat_map(|table| table.lines()) {
            if let Some(kind) = line.strip_prefix('[') {
                let is_it = |k: &BoilerplateKind| kind.strip_suffix(']') == Some(k.name());
                assert!(BoilerplateKind::ALL.iter().any(is_it), "no kind: {line}");
            } else if !line.is_empty() && line != "#" && !line.starts_with("# ") {
                let (sign, phrases) = line.split_once(' ').unwrap_or((line, ""));
                assert!(Place::of(sign).is_some(), "no sign: {line}");
                for phrase in phrases.split(" | ") {
                    folded.read(phrase);
                    assert!(folded.word_count() > 0, "no phrase: {line}");
                    assert!(!phrase.contains('|'), "`|` stands between spaces: {line}");
                }
            }
        }
    }

    #[test]
    fn every_phrase_is_found_by_its_beginning() {
        let phrases = Phrases::built_in();
        let mut folded = Folded::default();
        for (at, phrase) in phrases.list.iter().enumerate() {
            for behind in ["", " a", " and more words"] {
                // As it would stand in a line.
                let key = std::str::from_utf8(phrase.key(&phrases.keys)).expect("a text");
                let line = key.replace('#', "5");
                folded.read(&format!("{line}{behind}"));
                let word = folded.words().next().expect("a word");
                let is_it = |p: &Phrase| std::ptr::eq(p, &phrases.list[at]);
                assert!(phrases.beginning_with(word).any(is_it), "{line}{behind}");
            }
        }
    }
}
