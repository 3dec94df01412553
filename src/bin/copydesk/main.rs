//! The command `copydesk`: a filter over the library.

#![forbid(unsafe_code)]

mod args;
mod inputs;
mod jsonl;
mod lines;
mod report;
mod sites;
mod text;

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, BufWriter, Read, Write};
use std::process::ExitCode;

use clap::Parser;
use copydesk::{Preset, passes};

use crate::args::Args;
use crate::report::Verdict;

/// Bad usage, as `clap` tells it too.
const USAGE: u8 = 2;

fn main() -> ExitCode {
    let args = Args::parse();
    let mut out = BufWriter::new(io::stdout());
    let done = match run(&args, &mut out) {
        Ok(done) => done,
        Err(error) => {
            report::say(error);
            return USAGE.into();
        }
    };
    match done.and_then(|verdict| out.flush().map(|()| verdict)) {
        Ok(Verdict::Good) => ExitCode::SUCCESS,
        Ok(Verdict::Bad) => ExitCode::FAILURE,
        // Whoever reads has read enough, as `head` does.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            report::say(format_args!("standard output: {error}"));
            ExitCode::FAILURE
        }
    }
}

/// Does what was asked for, or says what is wrong with the command line. The inner error is
/// one of `out`.
fn run(args: &Args, out: &mut (impl Write + Send)) -> Result<io::Result<Verdict>, String> {
    if args.list {
        return Ok(list(out));
    }
    let pipeline = args.pipeline()?;
    Ok(if args.jsonl {
        sites::Plan::of(args)?.carry_out(args, pipeline, out)
    } else {
        text::clean(args, &pipeline, out)
    })
}

/// Writes the passes, one line each.
fn list(out: &mut impl Write) -> io::Result<Verdict> {
    for pass in passes::all() {
        let presets: Vec<_> =
            Preset::ALL.iter().copied().filter(|p| pass.is_in(*p)).map(Preset::name).collect();
        let presets = if presets.is_empty() { "opt-in".to_owned() } else { presets.join(",") };
        writeln!(out, "{:<12}{presets:<16}{}", pass.name(), pass.summary())?;
    }
    Ok(Verdict::Good)
}

/// Opens an input.
fn open(name: &OsStr) -> io::Result<Box<dyn Read + Send>> {
    Ok(if name == "-" { Box::new(io::stdin()) } else { Box::new(File::open(name)?) })
}
