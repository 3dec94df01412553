//! JSON lines on many threads, in the order of the lines.
//!
//! All threads do the same: read the lines that lie ready, clean them, and hand
//! them in to be written in the order in which they were read. Nobody reads on
//! who is too far ahead of what is written, so an endless stream needs no more
//! memory than its longest lines; one that has no end is passed on in pieces.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::{mem, slice, thread};

use crate::args::Args;
use crate::inputs::{Input, MOST, read_up_to};
use crate::jsonl::Cleaner;
use crate::report::{Problem, TOO_LONG, Verdict};
use crate::sites::Pipelines;

/// How many bytes are read at once. A batch is what lies ready after that, so
/// that a slow stream is not held up.
const BUFFER: usize = 1 << 18;

/// How many batches for each thread may be read before the first of them is
/// written.
const AHEAD: usize = 2;

/// Cleans all files, and goes on after what is bad. An error is one of `out`.
pub(crate) fn clean(
    args: &Args,
    inputs: &[Input<'_>],
    pipelines: &Pipelines,
    out: &mut (impl Write + Send),
) -> io::Result<Verdict> {
    let threads = args.threads();
    let source = Mutex::new(Source::new(inputs));
    let sink = Sink::new(out, AHEAD * threads);
    let work = || clean_batches(args, pipelines, &source, &sink);
    thread::scope(|scope| {
        for _ in 1..threads {
            scope.spawn(work);
        }
        work();
    });
    sink.finish()
}

/// Cleans batches as long as there are any, and somebody takes them.
fn clean_batches<'a>(
    args: &Args,
    pipelines: &Pipelines,
    source: &Mutex<Source<'a>>,
    sink: &Sink<'a, impl Write>,
) {
    let mut cleaner = Cleaner::new(args, pipelines);
    let (mut lines, mut done) = (Vec::new(), Done::default());
    loop {
        let batch = lock(source).next(&mut lines);
        let Some(Batch { turn, file, first, holds, problem }) = batch else { return };
        let turn = sink.turn(turn);
        let prefix = args.prefix(file);
        let mut number = first;
        if holds == Holds::Beginning {
            done.problems.push((first, Problem::at(&lines, 0, TOO_LONG)));
        }
        if holds != Holds::Lines {
            cleaner.copy(&lines, &mut done.out);
            lines.clear();
        }
        for line in lines.split_inclusive(|byte| *byte == b'\n') {
            let place = format_args!("{prefix}{number}:");
            if let Err(problem) = cleaner.clean(line, place, &mut done.out) {
                done.problems.push((number, problem));
            }
            number += 1;
        }
        done.problems.extend(problem.map(|problem| (number, problem)));
        done.file = file;
        if !turn.hand_in(&mut done) {
            return;
        }
    }
}

fn lock<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The lines of all files.
struct Source<'a> {
    inputs: slice::Iter<'a, Input<'a>>,
    open: Option<Open<'a>>,
    /// The turn of the next batch.
    turn: usize,
}

/// A file that is read.
struct Open<'a> {
    file: &'a OsStr,
    reader: BufReader<Box<dyn Read + Send>>,
    /// The number of the next line, or of the one that goes on.
    next: usize,
    /// Whether the rest of a line comes next.
    is_within_line: bool,
}

/// What a batch holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Holds {
    /// Lines to clean.
    Lines,
    /// The first piece of a line that is too long.
    Beginning,
    /// Another piece of it.
    Rest,
}

/// What is read at once.
struct Batch<'a> {
    /// The place among all batches.
    turn: usize,
    file: &'a OsStr,
    /// The number of the first line.
    first: usize,
    holds: Holds,
    /// Why there are no more.
    problem: Option<Problem>,
}

impl<'a> Source<'a> {
    fn new(inputs: &'a [Input<'a>]) -> Self {
        Self { inputs: inputs.iter(), open: None, turn: 0 }
    }

    /// Reads the next batch: what it holds comes into `lines`.
    fn next(&mut self, lines: &mut Vec<u8>) -> Option<Batch<'a>> {
        lines.clear();
        loop {
            let Some(open) = &mut self.open else {
                let input = self.inputs.next()?;
                let file = input.name();
                match input.open() {
                    Ok(input) => {
                        let reader = BufReader::with_capacity(BUFFER, input);
                        let is_within_line = false;
                        self.open = Some(Open { file, reader, next: 1, is_within_line });
                    }
                    Err(error) => {
                        let problem = Some(Problem::whole(error));
                        let turn = self.take_turn();
                        return Some(Batch { turn, file, first: 1, holds: Holds::Lines, problem });
                    }
                }
                continue;
            };
            let (file, first, was_within_line) = (open.file, open.next, open.is_within_line);
            let problem = open.read(lines).err().map(Problem::whole);
            open.next += memchr::memchr_iter(b'\n', lines).count();
            let holds = match (was_within_line, open.is_within_line) {
                (true, _) => Holds::Rest,
                (false, true) => Holds::Beginning,
                (false, false) => Holds::Lines,
            };
            let is_unended = match lines.last() {
                Some(last) => *last != b'\n' && !open.is_within_line,
                None => was_within_line,
            };
            if lines.is_empty() || problem.is_some() {
                self.open = None;
            }
            // What follows in another file is another line.
            if is_unended && !self.inputs.as_slice().is_empty() {
                lines.push(b'\n');
            }
            if !lines.is_empty() || problem.is_some() {
                return Some(Batch { turn: self.take_turn(), file, first, holds, problem });
            }
        }
    }

    fn take_turn(&mut self) -> usize {
        self.turn += 1;
        self.turn - 1
    }
}

impl Open<'_> {
    /// Waits for a line, and takes all others that lie ready then; or takes a piece of a
    /// line that is too long.
    fn read(&mut self, lines: &mut Vec<u8>) -> io::Result<()> {
        let was_within_line = self.is_within_line;
        // A byte more shows that it is too long.
        let most = if was_within_line { BUFFER } else { MOST + 1 };
        self.is_within_line = read_up_to(most, &mut self.reader, lines)?;
        if was_within_line || self.is_within_line {
            return Ok(());
        }
        let ready = self.reader.buffer();
        if let Some(end) = memchr::memrchr(b'\n', ready) {
            lines.extend_from_slice(&ready[..=end]);
            self.reader.consume(end + 1);
        }
        Ok(())
    }
}

/// What became of a batch.
#[derive(Default)]
struct Done<'a> {
    file: &'a OsStr,
    out: Vec<u8>,
    /// Each with the number of its line.
    problems: Vec<(usize, Problem)>,
}

/// Where batches are written in their order.
struct Sink<'a, W> {
    state: Mutex<Written<'a, W>>,
    /// Told when the turn has moved on.
    moved: Condvar,
    /// How many turns a batch may come early.
    ahead: usize,
}

/// What was written so far.
struct Written<'a, W> {
    out: W,
    verdict: Verdict,
    /// The turn that is awaited.
    turn: usize,
    /// The batches of later turns that are done.
    early: BTreeMap<usize, Done<'a>>,
    /// Whether all goes on; no longer when a thread or the output is gone.
    is_open: bool,
    error: Option<io::Error>,
}

impl<'a, W: Write> Sink<'a, W> {
    fn new(out: W, ahead: usize) -> Self {
        let state = Written {
            out,
            verdict: Verdict::Good,
            turn: 0,
            early: BTreeMap::new(),
            is_open: true,
            error: None,
        };
        Self { state: Mutex::new(state), moved: Condvar::new(), ahead }
    }

    /// The duty to hand in the batch of this turn.
    fn turn(&self, turn: usize) -> Turn<'_, 'a, W> {
        Turn { sink: self, turn }
    }

    fn finish(self) -> io::Result<Verdict> {
        let Written { verdict, error, .. } =
            self.state.into_inner().unwrap_or_else(PoisonError::into_inner);
        error.map_or(Ok(verdict), Err)
    }
}

/// The duty to hand in a batch. If its thread panics instead, the others must
/// not wait for it.
struct Turn<'s, 'a, W> {
    sink: &'s Sink<'a, W>,
    turn: usize,
}

impl<'a, W: Write> Turn<'_, 'a, W> {
    /// Writes what has its turn, takes what comes early, and empties `done`.
    /// Says whether to go on.
    fn hand_in(self, done: &mut Done<'a>) -> bool {
        let Self { sink, turn } = self;
        // The duty is done.
        mem::forget(self);
        let mut state = lock(&sink.state);
        if turn > state.turn {
            state.early.insert(turn, mem::take(done));
        } else {
            state.write(done);
            let state = &mut *state;
            while let Some(mut next) = state.early.remove(&state.turn) {
                state.write(&mut next);
            }
            sink.moved.notify_all();
        }
        let is_early =
            |state: &mut Written<'_, W>| state.is_open && turn >= state.turn + sink.ahead;
        let state = sink.moved.wait_while(state, is_early);
        state.unwrap_or_else(PoisonError::into_inner).is_open
    }
}

impl<W> Drop for Turn<'_, '_, W> {
    fn drop(&mut self) {
        lock(&self.sink.state).is_open = false;
        self.sink.moved.notify_all();
    }
}

impl<W: Write> Written<'_, W> {
    fn write(&mut self, done: &mut Done<'_>) {
        self.turn += 1;
        if !self.is_open {
            return;
        }
        for (number, problem) in done.problems.drain(..) {
            self.verdict.tell(&problem, done.file, number);
        }
        let written = self.out.write_all(&done.out).and_then(|()| self.out.flush());
        done.out.clear();
        if let Err(error) = written {
            self.is_open = false;
            self.error = Some(error);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{env, fs, process};

    use clap::Parser;
    use copydesk::Pipeline;

    use super::*;
    use crate::sites::Plan;

    fn done(out: &str) -> Done<'static> {
        Done { out: out.into(), ..Done::default() }
    }

    #[test]
    fn batches_are_written_in_their_turn() {
        let mut out = Vec::new();
        let sink = Sink::new(&mut out, 3);
        for turn in [2, 1, 0, 3] {
            assert!(sink.turn(turn).hand_in(&mut done(&turn.to_string())));
        }
        assert!(matches!(sink.finish(), Ok(Verdict::Good)));
        assert_eq!(out, b"0123");
    }

    #[test]
    fn who_is_too_far_ahead_waits() {
        let sink = Sink::new(Vec::new(), 2);
        thread::scope(|scope| {
            let early = scope.spawn(|| sink.turn(2).hand_in(&mut done("2")));
            while !lock(&sink.state).early.contains_key(&2) {
                thread::yield_now();
            }
            assert!(!early.is_finished());
            assert!(sink.turn(0).hand_in(&mut done("0")));
            assert!(early.join().expect("a thread that waited"));
        });
    }

    #[test]
    fn nobody_waits_for_a_thread_that_is_gone() {
        let sink = Sink::new(Vec::new(), 2);
        thread::scope(|scope| {
            let turn = sink.turn(0);
            let early = scope.spawn(|| sink.turn(5).hand_in(&mut done("5")));
            while !lock(&sink.state).early.contains_key(&5) {
                thread::yield_now();
            }
            drop(turn);
            assert!(!early.join().expect("a thread that waited"));
        });
    }

    #[test]
    fn a_line_that_is_too_long_is_passed_on_in_its_place() {
        let of = |text: String| format!("{{\"text\":\"{text}\"}}");
        let long = of("a &amp; b ".repeat(BUFFER / 5));
        let (raw, clean) = (of("a &amp; b".to_owned()), of("a & b".to_owned()));
        let file = |name| env::temp_dir().join(format!("copydesk-{name}-{}", process::id()));
        let files = ["first", "second"].map(file);
        let texts = [format!("{raw}\n{long}\n{raw}\n{long}"), raw];
        files.iter().zip(texts).for_each(|(file, text)| fs::write(file, text).expect("a file"));
        let args =
            ["copydesk".as_ref(), "--jsonl".as_ref(), files[0].as_os_str(), files[1].as_os_str()];
        let args = Args::parse_from(args);
        let mut out = Vec::new();
        let plan = Plan::of(&args).expect("no profiles");
        let verdict = plan.carry_out(&args, Pipeline::repair(), &mut out);
        assert!(matches!(verdict, Ok(Verdict::Bad)));
        let expected = format!("{clean}\n{long}\n{clean}\n{long}\n{clean}");
        files.iter().for_each(|file| fs::remove_file(file).expect("the file"));
        assert!(out == expected.as_bytes(), "{} bytes for {}", out.len(), expected.len());
    }
}
