//! The command `copydesk`: a filter over the library.

#![forbid(unsafe_code)]

mod args;
mod jsonl;
mod report;

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::process::ExitCode;
use std::str;

use clap::Parser;
use copydesk::{Pipeline, Preset, Scratch, passes};

use crate::args::Args;
use crate::report::Problem;

/// Bad usage, as `clap` tells it too.
const USAGE: u8 = 2;

fn main() -> ExitCode {
    let args = Args::parse();
    let mut out = BufWriter::new(io::stdout().lock());
    let done = if args.list {
        list(&mut out).map(|()| ExitCode::SUCCESS)
    } else {
        match args.pipeline() {
            Ok(pipeline) => clean(&args, &pipeline, &mut out),
            Err(error) => {
                report::say(format_args!("{error}"));
                return USAGE.into();
            }
        }
    };
    match done.and_then(|code| out.flush().map(|()| code)) {
        Ok(code) => code,
        // Whoever reads has read enough, as `head` does.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            report::say(format_args!("standard output: {error}"));
            ExitCode::FAILURE
        }
    }
}

/// Writes the passes, one line each.
fn list(out: &mut impl Write) -> io::Result<()> {
    for pass in passes::all() {
        let presets: Vec<_> =
            Preset::ALL.into_iter().filter(|p| pass.is_in(*p)).map(Preset::name).collect();
        writeln!(out, "{:<12}{:<16}{}", pass.name(), presets.join(","), pass.summary())?;
    }
    Ok(())
}

/// Cleans all files, and goes on after what is bad. An error is one of `out`.
fn clean(args: &Args, pipeline: &Pipeline, out: &mut impl Write) -> io::Result<ExitCode> {
    let mut bad = false;
    let mut scratch = Scratch::default();
    let mut cleaner = jsonl::Cleaner::new(args, pipeline);
    for name in args.inputs() {
        let mut tell = |problem: &Problem, line| {
            bad = true;
            problem.tell(name, line);
        };
        let mut input: Box<dyn Read> = match name {
            "-" => Box::new(io::stdin().lock()),
            _ => match File::open(name) {
                Ok(file) => Box::new(file),
                Err(error) => {
                    tell(&Problem::whole(error), 1);
                    continue;
                }
            },
        };
        let prefix = if args.files.len() > 1 { format!("{name}:") } else { String::new() };
        if args.jsonl {
            clean_lines(&mut cleaner, BufReader::new(input), &prefix, out, tell)?;
            continue;
        }
        let mut raw = Vec::new();
        if let Err(error) = input.read_to_end(&mut raw) {
            tell(&Problem::whole(error), 1);
        }
        match text(&raw) {
            Ok(raw) if args.explain => report::explain(out, &prefix, &pipeline.explain(raw))?,
            Ok(raw) => out.write_all(pipeline.clean_with(raw, &mut scratch).as_bytes())?,
            Err(problem) => {
                tell(&problem, 1);
                if !args.explain {
                    out.write_all(&raw)?;
                }
            }
        }
    }
    Ok(if bad { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// The text that a file holds, if it is one that can be cleaned.
fn text(raw: &[u8]) -> Result<&str, Problem> {
    let text = str::from_utf8(raw).map_err(|error| Problem::not_utf8(raw, error))?;
    if text.len() > Pipeline::MAX_LEN {
        return Err(Problem::whole("longer than 1 GiB; left as it is"));
    }
    Ok(text)
}

/// Cleans a file of JSON lines.
fn clean_lines(
    cleaner: &mut jsonl::Cleaner<'_>,
    mut input: impl BufRead,
    prefix: &str,
    out: &mut impl Write,
    mut tell: impl FnMut(&Problem, usize),
) -> io::Result<()> {
    let mut line = Vec::new();
    let mut result = Vec::new();
    for number in 1.. {
        line.clear();
        match input.read_until(b'\n', &mut line) {
            Ok(0) => break,
            Ok(_) => {}
            Err(error) => {
                tell(&Problem::whole(error), number);
                break;
            }
        }
        result.clear();
        if let Err(problem) = cleaner.clean(&line, &format!("{prefix}{number}:"), &mut result) {
            tell(&problem, number);
        }
        out.write_all(&result)?;
    }
    Ok(())
}
