//! How the runs of late were repaired.

use super::evidence::Evidence;
use super::images::ENCODINGS;
use super::undo::{CONTEXT, Undone};

/// How many runs are kept.
const KEPT: usize = 64;

/// A longer run, in characters, is a word of another script, which seldom comes again.
const MAX_LEN: usize = 8;

/// Runs, and what was found for them.
///
/// The same few marks and letters are broken all over a text, and in the next one
/// too. What is found depends on the key alone, so it stays true.
#[derive(Default)]
pub(super) struct Memory(Vec<(Key, Found)>);

/// What was found for a run.
#[derive(Default)]
pub(super) struct Found {
    pub(super) undone: Option<Undone>,
    /// What each encoding gained as the outermost layer.
    pub(super) gains: [u32; ENCODINGS],
    /// The run with the best repair made, in a context that does the same.
    pub(super) best: Vec<char>,
}

impl Memory {
    /// What was found for this run, if it is still kept.
    pub(super) fn recall(&self, key: &Key) -> Option<&Found> {
        self.0.get(key.place()).and_then(|(of, found)| (of == key).then_some(found))
    }

    /// Where to keep what is found for this run.
    pub(super) fn keep(&mut self, key: Key) -> &mut Found {
        self.0.resize_with(KEPT, Default::default);
        let (of, found) = &mut self.0[key.place()];
        *of = key;
        found
    }
}

/// All that a search for the best repair of a run goes by.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Key {
    run: [char; MAX_LEN],
    /// The two characters before it and the two behind it, or others that do the
    /// same: no cost looks further.
    around: [char; 4],
    evidence: Evidence,
}

impl Key {
    /// The key of a run in its context, unless it is long, or something other than
    /// ASCII stands near, or bytes may have been dropped from it: then more counts.
    pub(super) fn of(text: &[char], evidence: &Evidence) -> Option<Self> {
        let (before, rest) = text.split_first_chunk::<CONTEXT>()?;
        let (chars, after) = rest.split_last_chunk::<CONTEXT>()?;
        let mut run = ['\0'; MAX_LEN];
        run.get_mut(..chars.len())?.copy_from_slice(chars);
        if evidence.may_tell_dropped() || !before.iter().chain(after).all(char::is_ascii) {
            return None;
        }
        let ([.., second, last], [first, next, ..]) = (*before, *after);
        let last = match last {
            // Which letters are rare behind it.
            'a' | 'e' | 'i' | 'o' | 'u' => 'e',
            _ => stand_in(last),
        };
        let first = match first {
            // Whether a space before it was a byte: `Ã s`.
            's' => 's',
            _ => stand_in(first),
        };
        let around = [stand_in(second), last, first, stand_in(next)];
        Some(Self { run, around, evidence: *evidence })
    }

    fn place(&self) -> usize {
        let chars = self.run.iter().chain(&self.around);
        let mixed = chars.fold(self.evidence.proven().into(), |sum: u32, c| {
            (sum.rotate_left(5) ^ *c as u32).wrapping_mul(0x9E37_79B9)
        });
        (mixed >> 16) as usize % KEPT
    }
}

/// A character that does in a context what this one does.
fn stand_in(c: char) -> char {
    match c {
        'a'..='z' => 'n',
        'A'..='Z' => 'N',
        '0'..='9' => '0',
        '!'..='~' => '.',
        '\t' | '\r' => '\n',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;
    use crate::passes::mojibake::undo::{Bench, CLASH};

    fn run() -> impl Strategy<Value = String> {
        let part = select(
            &[
                "â€™", "Ã©", "Ã¼", "Ã ", "Ã  ", "Ã?", "â€", "Å‚", "Ð´", "Ã\u{A0}", "Ãƒ", "Â", "É…",
                "ß", "ü", "à ¸", "\u{FFFD}", "ï»¿", "ï¿½", "â ", "ð ",
            ][..],
        );
        vec(part, 1..3).prop_map(|parts| parts.concat())
    }

    fn context() -> impl Strategy<Value = String> {
        prop_oneof![
            2 => "[a-zA-Z0-9]{0,4}",
            2 => "[ st\u{A0}\n\t.,(?éÃü]{0,4}",
            2 => "[ saen0N]{4}",
            1 => select(&["s ", "s\n", " s", "n", "  "][..]).prop_map(str::to_owned),
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn what_is_remembered_is_what_a_search_finds(
            runs in vec(run(), 1..3),
            uses in vec((context(), 0..3_usize, context(), 0..2_usize), 1..40),
            gains in vec(vec(0..3 * CLASH, ENCODINGS), 2),
            letter in "[aøě]",
        ) {
            let evidence = gains.iter().enumerate().map(|(n, gains)| {
                let mut evidence = Evidence::default();
                if n > 0 {
                    evidence.add(&std::array::from_fn(|e| gains[e] / CLASH * CLASH));
                    evidence.read(&Undone::default(), &[letter.chars().next().unwrap()]);
                }
                evidence.ranked()
            });
            let evidence: Vec<_> = evidence.collect();
            let mut bench = Bench::default();
            for (before, run, after, proof) in uses {
                let (run, evidence) = (&runs[run % runs.len()], &evidence[proof]);
                let text = format!("{before}{run}{after}");
                let span = (before.len(), before.len() + run.len());
                let mut anew = Bench::default();
                anew.take(&text, span);
                bench.take(&text, span);
                let found = anew.undo(evidence);
                prop_assert_eq!(bench.undo(evidence), found, "{:?}", text);
                prop_assert_eq!(bench.gains, anew.gains, "{:?}", text);
                if found.is_some() {
                    let run = |bench: &Bench| bench.best()[CONTEXT..bench.best().len() - CONTEXT].to_vec();
                    prop_assert_eq!(run(&bench), run(&anew), "{:?}", text);
                }
            }
        }
    }
}
