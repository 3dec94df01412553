//! What is told to a person: problems, and changes.

use std::ffi::OsStr;
use std::fmt::Display;
use std::io::{self, Write};
use std::str::Utf8Error;

use copydesk::Cleaned;

/// What is told of a text or a line that is longer than [`MOST`](crate::inputs::MOST).
pub(crate) const TOO_LONG: &str = "longer than 1 GiB; left as it is";

/// Why some input could not be cleaned, and where.
#[derive(Debug)]
pub(crate) struct Problem {
    place: Option<Place>,
    reason: String,
}

/// A place in a file; both from 1, the column in bytes.
#[derive(Clone, Copy, Debug)]
struct Place {
    line: usize,
    column: usize,
}

impl Problem {
    /// A problem of a whole file.
    pub(crate) fn whole(reason: impl Display) -> Self {
        Self { place: None, reason: reason.to_string() }
    }

    /// A problem at a byte of a text.
    pub(crate) fn at(text: &[u8], offset: usize, reason: impl Display) -> Self {
        let before = &text[..offset];
        let line_start = memchr::memrchr(b'\n', before).map_or(0, |end| end + 1);
        let line = 1 + memchr::memchr_iter(b'\n', before).count();
        let place = Place { line, column: 1 + offset - line_start };
        Self { place: Some(place), reason: reason.to_string() }
    }

    /// What is wrong with the JSON that begins at the byte `start` of a text. `of` says
    /// what it is the JSON of, if not of the whole.
    pub(crate) fn json(text: &str, start: usize, of: &str, error: &serde_json::Error) -> Self {
        let place = format!(" at line {} column {}", error.line(), error.column());
        let reason = error.to_string();
        let reason = reason.strip_suffix(&place).unwrap_or(&reason);
        let malformed = if error.is_data() { "" } else { "malformed JSON: " };
        let at = (start + error.column().saturating_sub(1)).min(text.len());
        Self::at(text.as_bytes(), at, format_args!("{of}{malformed}{reason}"))
    }

    /// The first byte that is not UTF-8.
    pub(crate) fn not_utf8(text: &[u8], error: Utf8Error) -> Self {
        let offset = error.valid_up_to();
        Self::at(text, offset, format_args!("not UTF-8: byte 0x{:02X}", text[offset]))
    }

    /// What is told of it, for a text that begins on line `first` of `file`.
    pub(crate) fn message(&self, file: &OsStr, first: usize) -> String {
        let (file, reason) = (file.display(), &self.reason);
        match self.place {
            Some(Place { line, column }) => {
                format!("{file}:{}:{column}: {reason}", first - 1 + line)
            }
            None => format!("{file}: {reason}"),
        }
    }
}

/// Whether all input was good.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Verdict {
    Good,
    Bad,
}

impl Verdict {
    /// Tells the problem of a text that begins on line `first` of `file`.
    pub(crate) fn tell(&mut self, problem: &Problem, file: &OsStr, first: usize) {
        *self = Self::Bad;
        say(problem.message(file, first));
    }
}

/// Writes a line to standard error.
pub(crate) fn say(message: impl Display) {
    // If nobody can be told, the exit status still says it.
    let _ = writeln!(io::stderr().lock(), "copydesk: {message}");
}

/// Writes the changes, one line each, after `prefix`.
pub(crate) fn explain(
    out: &mut impl Write,
    prefix: impl Display,
    cleaned: &Cleaned<'_>,
) -> io::Result<()> {
    for line in cleaned.explanation().to_string().lines() {
        writeln!(out, "{prefix}{line}")?;
    }
    Ok(())
}
