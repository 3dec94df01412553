//! Plain text: a file is one text.

use std::ffi::OsStr;
use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};

use copydesk::{Pipeline, Scratch};

use crate::args::Args;
use crate::inputs::MOST;
use crate::report::{self, Problem, TOO_LONG, Verdict};

/// Cleans all files, and goes on after what is bad. An error is one of `out`.
pub(crate) fn clean(args: &Args, pipeline: &Pipeline, out: &mut impl Write) -> io::Result<Verdict> {
    let mut verdict = Verdict::Good;
    let mut scratch = Scratch::default();
    let mut raw = Vec::new();
    for name in args.inputs() {
        let mut input = match crate::open(name) {
            Ok(input) => input,
            Err(error) => {
                verdict.tell(&Problem::whole(error), name, 1);
                continue;
            }
        };
        if let Err(error) = read(name, &mut input, &mut raw) {
            verdict.tell(&Problem::whole(error), name, 1);
        }
        raw = match text(raw) {
            Ok(text) if args.explain => {
                report::explain(out, args.prefix(name), &pipeline.explain(&text))?;
                text.into_bytes()
            }
            Ok(mut text) => {
                pipeline.clean_in_place(&mut text, &mut scratch);
                out.write_all(text.as_bytes())?;
                text.into_bytes()
            }
            Err((raw, problem)) => {
                verdict.tell(&problem, name, 1);
                if !args.explain {
                    out.write_all(&raw)?;
                    if raw.len() > MOST
                        && let Err(error) = pass_on(input, out)?
                    {
                        verdict.tell(&Problem::whole(error), name, 1);
                    }
                }
                raw
            }
        };
    }
    Ok(verdict)
}

/// Reads an input as far as it can be cleaned, and a byte more, which shows that it is too
/// long: what is read may have no end.
fn read(name: &OsStr, input: &mut impl Read, raw: &mut Vec<u8>) -> io::Result<()> {
    let most = MOST as u64 + 1;
    let file = (name != "-").then(|| fs::metadata(name).ok()).flatten();
    let size = file.map_or(0, |file| file.len().min(most));
    raw.clear();
    raw.try_reserve_exact(size as usize)?;
    input.take(most).read_to_end(raw)?;
    Ok(())
}

/// The text that a file holds, if it is one that can be cleaned.
fn text(raw: Vec<u8>) -> Result<String, (Vec<u8>, Problem)> {
    if raw.len() > MOST {
        return Err((raw, Problem::whole(TOO_LONG)));
    }
    String::from_utf8(raw).map_err(|error| {
        let problem = Problem::not_utf8(error.as_bytes(), error.utf8_error());
        (error.into_bytes(), problem)
    })
}

/// Copies what is left of an input. Gives what was wrong with it; an error is one of `out`.
fn pass_on(input: impl Read, out: &mut impl Write) -> io::Result<io::Result<()>> {
    let mut input = BufReader::new(input);
    loop {
        let piece = match input.fill_buf() {
            Ok([]) => return Ok(Ok(())),
            Ok(piece) => piece,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Ok(Err(error)),
        };
        out.write_all(piece)?;
        let len = piece.len();
        input.consume(len);
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    #[test]
    #[cfg(unix)]
    fn what_has_no_end_is_passed_on() {
        let args = Args::parse_from(["copydesk", "/dev/zero"]);
        let mut out = io::Cursor::new([1; 4 * MOST]);
        let done = clean(&args, &Pipeline::repair(), &mut out);
        assert_eq!(done.map_err(|error| error.kind()).err(), Some(io::ErrorKind::WriteZero));
        assert_eq!(out.into_inner(), [0; 4 * MOST]);
    }
}
