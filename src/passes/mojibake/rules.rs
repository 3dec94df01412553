//! The names of the rules: which encodings a repair undid.

use super::images::ENCODINGS;

/// Names for all pairs of layers, from the names of the encodings.
macro_rules! names {
    ($($encoding:literal)*) => { names!(@ [$($encoding)*] $($encoding)*); };
    (@ $all:tt $($outer:literal)*) => {
        static ONCE: [&str; ENCODINGS] = [$(concat!("mojibake/", $outer)),*];
        static TWICE: [&str; ENCODINGS] = [$(concat!("mojibake/", $outer, "-twice")),*];
        static MORE: [&str; ENCODINGS] = [$(concat!("mojibake/", $outer, "-many-times")),*];
        static MIXED: [[&str; ENCODINGS]; ENCODINGS] = [$(names!(@pairs $outer $all)),*];
    };
    (@pairs $outer:literal [$($inner:literal)*]) => {
        [$(concat!("mojibake/", $outer, "-then-", $inner)),*]
    };
}

names! {
    "windows-1252" "windows-1254" "windows-1250" "iso-8859-2" "windows-1257" "windows-1251"
    "windows-1253" "macroman" "cp437" "cp850" "cp852" "cp866" "koi8-r" "windows-1255"
    "windows-1256"
}

/// The rule for these layers, outermost first.
pub(super) fn rule(layers: &[u8]) -> &'static str {
    match *layers {
        [one] => ONCE[one as usize],
        [a, b] if a == b => TWICE[a as usize],
        [a, b] => MIXED[a as usize][b as usize],
        [a, ..] if layers.iter().all(|&b| b == a) => MORE[a as usize],
        _ => "mojibake/several-encodings",
    }
}
