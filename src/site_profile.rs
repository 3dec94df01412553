//! What the pages of a site repeat: a value that learns, merges and is saved.

mod tally;

use self::tally::Tally;
use crate::hashed;
use crate::text::folded::Folded;
use crate::text::lines::lines;

/// Which lines the pages of one site repeat.
///
/// A line that stands on page after page belongs to the site: its menu, its
/// invitations to subscribe, its legal notes. One page alone cannot show that.
/// A profile learns it from many; the pass
/// [`SiteLines`](crate::passes::SiteLines) made of it takes such lines out.
///
/// Two lines are the same if they have the same letters, whatever their case,
/// and numbers at the same places: "12 Comments" and "7 comments" are one. Of a
/// line only a hash is kept, so a profile does not hold the texts it has seen.
///
/// # Memory
///
/// A profile counts [`MAX_LINES`](Self::MAX_LINES) lines, and up to twice as
/// many for a while: 300 KB at the most, however many pages it learns. Lines
/// that are rare make room for those that are frequent (the method is that of
/// Misra and Gries). What that costs is bounded:
///
/// * no line is ever counted on more pages than it stood on;
/// * no line is counted on fewer by more than [`missed`](Self::missed), and
///   that is at most the number of different lines of each page, summed up,
///   divided by `MAX_LINES`. With a hundred lines a page, a line that stands on
///   5 % of the pages is counted on 3.5 % at least.
///
/// Merging keeps these bounds. As long as no line has made room for others, so
/// that `missed` is 0, neither the order of the pages nor that of the merges
/// matters; the merge of two profiles is always the same, whichever is first.
///
/// # Example
///
/// ```
/// use copydesk::{Pipeline, SiteProfile, passes::SiteLines};
///
/// let article = |number, body: &str| {
///     format!("Harbour Post\nTides | Ferries | Letters\n{body}\n{number} comments so far\n")
/// };
/// let mut profile = SiteProfile::new();
/// profile.learn(&article(3, "The old ferry was sold to a man who wants to live in it."));
/// profile.learn(&article(12, "Nobody has seen the harbour master since the beginning of May."));
/// profile.learn(&article(0, "The council bought forty new benches for people who watch ships."));
/// assert_eq!(profile.pages(), 3);
///
/// let pipeline = Pipeline::article().to_builder().before("duplicates", SiteLines::new(profile));
/// let page = article(7, "A seal has moved into the marina, and pays no rent for its berth.");
/// assert_eq!(
///     pipeline.build()?.clean(&page),
///     "A seal has moved into the marina, and pays no rent for its berth.\n"
/// );
/// # Ok::<(), copydesk::BuildError>(())
/// ```
///
/// With the feature `serde` a profile can be saved and loaded; what it is
/// loaded from is checked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SiteProfile {
    pages: u32,
    lines: Tally,
}

impl SiteProfile {
    /// How many lines are counted for sure.
    pub const MAX_LINES: usize = tally::MAX_LINES;

    /// A profile that has seen no page.
    pub fn new() -> Self {
        Self::default()
    }

    /// Learns the lines of one more page.
    ///
    /// A line counts once a page, however often it stands there. Case, marks and
    /// spaces do not matter; where letters are damaged, let a pipeline of
    /// `mojibake` and `entities` repair a page before it is learned, as it will
    /// be when the pass sees it.
    pub fn learn(&mut self, page: &str) {
        self.pages = self.pages.saturating_add(1);
        let mut keys: Vec<u64> =
            lines(page).filter_map(|line| Print::of(line.text()).key).collect();
        keys.sort_unstable();
        keys.dedup();
        self.lines.add(keys.into_iter().map(|key| (key, 1)));
    }

    /// Adds what another profile has learned of the same site.
    ///
    /// The pages of the two should not be the same.
    pub fn merge(&mut self, other: Self) {
        self.pages = self.pages.saturating_add(other.pages);
        self.lines.merge(other.lines);
    }

    /// How many pages it has learned.
    pub fn pages(&self) -> usize {
        self.pages as usize
    }

    /// By how much a line may be counted too low: 0 until the lines became too
    /// many.
    pub fn missed(&self) -> usize {
        self.lines.missed() as usize
    }

    /// On how many of the pages a line was counted.
    ///
    /// # Example
    ///
    /// ```
    /// let mut profile = copydesk::SiteProfile::new();
    /// profile.learn("12 comments\nThe ferry sails again.\n");
    /// profile.learn("7 Comments\nThe ferry was sold.\n");
    /// assert_eq!(profile.count("144 comments"), 2);
    /// assert_eq!(profile.count("The ferry was sold."), 1);
    /// assert_eq!(profile.count("No such line"), 0);
    /// ```
    pub fn count(&self, line: &str) -> usize {
        Print::of(line).key.map_or(0, |key| self.count_of(key))
    }

    pub(crate) fn count_of(&self, key: u64) -> usize {
        self.lines.get(key) as usize
    }

    /// How many lines it counts at present.
    pub fn lines(&self) -> usize {
        self.lines.len()
    }

    /// Forgets the lines that were seen once, and counts all others lower by
    /// one.
    ///
    /// That gives most of the memory back, and makes `missed` greater by one.
    /// It is for profiles of many sites that are too large together.
    pub fn thin_out(&mut self) {
        self.lines.lower_by(1);
    }
}

/// The letters and numbers of a line in short.
pub(crate) struct Print {
    /// What the line is counted under; `None` if it has no letters.
    pub(crate) key: Option<u64>,
    /// How many letters and digits it has.
    pub(crate) len: usize,
}

impl Print {
    /// Reads a line. Saved profiles depend on what makes a key.
    pub(crate) fn of(line: &str) -> Self {
        let (mut hash, mut len, mut letters, mut in_number) = (0, 0, false, false);
        Folded::new(line).for_each(|c| {
            let number = c.is_numeric();
            if !(number && in_number) {
                hash = hashed::push(hash, if number { u32::from('0') } else { u32::from(c) });
            }
            in_number = number;
            letters |= !number;
            len += 1;
        });
        Self { key: letters.then_some(hash), len }
    }
}

#[cfg(feature = "serde")]
mod saved {
    use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
    use serde::ser::{Serialize, SerializeStruct, Serializer};
    use std::collections::BTreeMap;
    use std::fmt;

    use super::{SiteProfile, Tally};

    /// The version of the format, and of what makes two lines the same.
    const VERSION: u32 = 1;

    impl Serialize for SiteProfile {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            // Numbers of 64 bits are not safe in JSON.
            let lines: BTreeMap<_, _> =
                self.lines.iter().map(|(key, count)| (format!("{key:016x}"), count)).collect();
            let mut profile = serializer.serialize_struct("SiteProfile", 4)?;
            profile.serialize_field("version", &VERSION)?;
            profile.serialize_field("pages", &self.pages)?;
            profile.serialize_field("missed", &self.lines.missed())?;
            profile.serialize_field("lines", &lines)?;
            profile.end()
        }
    }

    #[derive(serde::Deserialize)]
    #[serde(rename = "SiteProfile", deny_unknown_fields)]
    struct Fields {
        version: Supported,
        pages: u32,
        missed: u32,
        lines: Lines,
    }

    impl<'de> Deserialize<'de> for SiteProfile {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            let Fields { version: Supported, pages, missed, lines: Lines(lines) } =
                Fields::deserialize(deserializer)?;
            let bad = |reason: fmt::Arguments<'_>| {
                Err(D::Error::custom(format_args!("site profile: {reason}")))
            };
            if let Some((key, count)) = lines.iter().find(|(_, n)| !(1..=pages).contains(n)) {
                return bad(format_args!("line {key:016x} on {count} of {pages} pages"));
            }
            let all = lines.len();
            match Tally::from_parts(missed, lines) {
                Some(lines) => Ok(Self { pages, lines }),
                None => bad(format_args!("{all} lines are too many, or one is there twice")),
            }
        }
    }

    /// The version, which stands first: another one may have other fields.
    struct Supported;

    impl<'de> Deserialize<'de> for Supported {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            match u32::deserialize(deserializer)? {
                VERSION => Ok(Self),
                version => Err(D::Error::custom(format_args!(
                    "site profile: version {version} is not supported, only {VERSION}"
                ))),
            }
        }
    }

    /// From the key of a line, in hexadecimal digits, to its count.
    struct Lines(Vec<(u64, u32)>);

    impl<'de> Deserialize<'de> for Lines {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            deserializer.deserialize_map(ReadLines)
        }
    }

    struct ReadLines;

    impl<'de> Visitor<'de> for ReadLines {
        type Value = Lines;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a map from keys of lines to counts")
        }

        fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Lines, M::Error> {
            let mut lines = Vec::new();
            while let Some((key, count)) = map.next_entry::<String, u32>()? {
                let digits = key.len() == 16 && key.bytes().all(|b| b.is_ascii_hexdigit());
                let number = u64::from_str_radix(&key, 16).ok().filter(|_| digits);
                let Some(number) = number else {
                    return Err(M::Error::custom(format_args!(
                        "site profile: the key {key:?} is not 16 hexadecimal digits"
                    )));
                };
                if lines.len() == super::tally::MOST_LINES {
                    return Err(M::Error::custom("site profile: too many lines"));
                }
                lines.push((number, count));
            }
            Ok(Lines(lines))
        }
    }
}
