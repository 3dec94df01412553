//! Reading text: lines, words with their kinds, sentence starts, language.

pub(crate) mod ascii;
pub(crate) mod blocks;
pub(crate) mod boundaries;
pub(crate) mod end_marks;
pub(crate) mod etymology;
pub(crate) mod fences;
pub(crate) mod folded;
pub(crate) mod gaps;
pub(crate) mod key_filter;
pub(crate) mod lanes;
pub(crate) mod language;
pub(crate) mod lines;
pub(crate) mod marked_code;
pub(crate) mod old;
pub(crate) mod places;
mod plain;
pub(crate) mod reader;
pub(crate) mod reread;
mod shapes;
pub(crate) mod shown;
pub(crate) mod survey;
pub(crate) mod swar;
pub(crate) mod traces;
pub(crate) mod words;

pub use language::Language;
pub use lines::{Line, Lines};
pub use words::{Case, Kind, Word};
