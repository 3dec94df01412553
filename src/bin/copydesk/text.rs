//! Plain text: a file is one text.

use std::io::{self, Write};

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
                }
                raw
            }
        };
    }
    Ok(verdict)
}

/// The text that a file holds, if it is one that can be cleaned.
fn text(raw: Vec<u8>) -> Result<String, (Vec<u8>, Problem)> {
    let text = String::from_utf8(raw).map_err(|error| {
        let problem = Problem::not_utf8(error.as_bytes(), error.utf8_error());
        (error.into_bytes(), problem)
    })?;
    if text.len() > Pipeline::MAX_LEN {
        return Err((text.into_bytes(), Problem::whole("longer than 1 GiB; left as it is")));
    }
    Ok(text)
}
