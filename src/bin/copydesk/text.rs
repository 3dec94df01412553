//! Plain text: a file is one text.

use std::io::{self, Write};
use std::str;

use copydesk::{Pipeline, Scratch};

use crate::args::Args;
use crate::report::{self, Problem, Verdict};

/// Cleans all files, and goes on after what is bad. An error is one of `out`.
pub(crate) fn clean(args: &Args, pipeline: &Pipeline, out: &mut impl Write) -> io::Result<Verdict> {
    let mut verdict = Verdict::Good;
    let mut scratch = Scratch::default();
    let mut raw = Vec::new();
    for name in args.inputs() {
        raw.clear();
        let read = crate::open(name).and_then(|mut input| input.read_to_end(&mut raw));
        if let Err(error) = read {
            verdict.tell(&Problem::whole(error), name, 1);
        }
        match text(&raw) {
            Ok(raw) if args.explain => {
                report::explain(out, args.prefix(name), &pipeline.explain(raw))?;
            }
            Ok(raw) => out.write_all(pipeline.clean_with(raw, &mut scratch).as_bytes())?,
            Err(problem) => {
                verdict.tell(&problem, name, 1);
                if !args.explain {
                    out.write_all(&raw)?;
                }
            }
        }
    }
    Ok(verdict)
}

/// The text that a file holds, if it is one that can be cleaned.
fn text(raw: &[u8]) -> Result<&str, Problem> {
    let text = str::from_utf8(raw).map_err(|error| Problem::not_utf8(raw, error))?;
    if text.len() > Pipeline::MAX_LEN {
        return Err(Problem::whole("longer than 1 GiB; left as it is"));
    }
    Ok(text)
}
