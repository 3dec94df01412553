//! JSON lines on many threads, in the order of the lines.
//!
//! One thread reads lines and gives them out in batches. The others clean
//! them. The main thread writes what became of them, in the order in which
//! they were read. All queues are bounded, so an endless stream needs no more
//! memory than its longest lines.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::mem;
use std::sync::mpsc::{self, Receiver, SyncSender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use crate::args::Args;
use crate::inputs::Input;
use crate::jsonl::Cleaner;
use crate::report::{Problem, Verdict};
use crate::sites::Pipelines;

/// How many bytes are read at once. A batch is what lies ready after that, so
/// that a slow stream is not held up.
const BUFFER: usize = 1 << 18;

/// Lines to clean.
struct Batch<'a> {
    file: &'a str,
    /// The number of the first line.
    first: usize,
    lines: Vec<u8>,
    /// Why there are no more.
    problem: Option<Problem>,
}

/// What became of a batch.
struct Done<'a> {
    file: &'a str,
    out: Vec<u8>,
    /// Each with the number of its line.
    problems: Vec<(usize, Problem)>,
}

/// A batch, and where it is awaited when it is done.
type Job<'a> = (Batch<'a>, SyncSender<Done<'a>>);

/// Cleans all files, and goes on after what is bad. An error is one of `out`.
pub(crate) fn clean(
    args: &Args,
    inputs: &[Input<'_>],
    pipelines: &Pipelines,
    out: &mut impl Write,
) -> io::Result<Verdict> {
    let threads = args.threads();
    let (to_clean, jobs) = mpsc::sync_channel(threads);
    let (to_write, results) = mpsc::sync_channel(2 * threads);
    thread::scope(|scope| {
        // Owned by the cleaning threads together: it closes with the last.
        let jobs = Arc::new(Mutex::new(jobs));
        for _ in 0..threads {
            let jobs = Arc::clone(&jobs);
            scope.spawn(move || clean_batches(args, pipelines, &jobs));
        }
        drop(jobs);
        scope.spawn(move || {
            // Nobody takes a batch any more if the output has failed.
            inputs.iter().try_for_each(|input| {
                read(input, |batch| {
                    let (done, result) = mpsc::sync_channel(1);
                    to_write.send(result).ok()?;
                    to_clean.send((batch, done)).ok()
                })
            })
        });
        write(results, out)
    })
}

/// Gives the lines of a file out, until `give` has none of it.
fn read<'a>(input: &'a Input<'_>, mut give: impl FnMut(Batch<'a>) -> Option<()>) -> Option<()> {
    let file = input.name();
    let mut batch = Batch { file, first: 1, lines: Vec::new(), problem: None };
    let mut input = match input.open() {
        Ok(input) => BufReader::with_capacity(BUFFER, input),
        Err(error) => return give(Batch { problem: Some(Problem::whole(error)), ..batch }),
    };
    loop {
        let problem = read_ready(&mut input, &mut batch.lines).err().map(Problem::whole);
        if batch.lines.is_empty() || problem.is_some() {
            return give(Batch { problem, ..batch });
        }
        let first = batch.first + memchr::memchr_iter(b'\n', &batch.lines).count();
        give(mem::replace(&mut batch, Batch { file, first, lines: Vec::new(), problem: None }))?;
    }
}

/// Waits for a line, and takes all others that lie ready then.
fn read_ready(input: &mut BufReader<impl Read>, lines: &mut Vec<u8>) -> io::Result<()> {
    input.read_until(b'\n', lines)?;
    if let Some(end) = memchr::memrchr(b'\n', input.buffer()) {
        lines.extend_from_slice(&input.buffer()[..=end]);
        input.consume(end + 1);
    }
    Ok(())
}

/// Cleans batches as long as there are any.
fn clean_batches<'a>(args: &'a Args, pipelines: &'a Pipelines, jobs: &Mutex<Receiver<Job<'a>>>) {
    let mut cleaner = Cleaner::new(args, pipelines);
    loop {
        let job = jobs.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok((Batch { file, first, lines, problem }, reply)) = job else { return };
        let prefix = args.prefix(file);
        let mut done = Done { file, out: Vec::with_capacity(lines.len()), problems: Vec::new() };
        let mut number = first;
        for line in lines.split_inclusive(|byte| *byte == b'\n') {
            let place = format_args!("{prefix}{number}:");
            if let Err(problem) = cleaner.clean(line, place, &mut done.out) {
                done.problems.push((number, problem));
            }
            number += 1;
        }
        done.problems.extend(problem.map(|problem| (number, problem)));
        // If it is not awaited any more, the queue will end soon.
        let _ = reply.send(done);
    }
}

/// Writes the results in their order.
fn write(results: Receiver<Receiver<Done<'_>>>, out: &mut impl Write) -> io::Result<Verdict> {
    let mut verdict = Verdict::Good;
    for result in results {
        // The thread that owed it has panicked; the scope will say so.
        let Ok(Done { file, out: bytes, problems }) = result.recv() else { break };
        for (number, problem) in problems {
            verdict.tell(&problem, file, number);
        }
        out.write_all(&bytes)?;
        out.flush()?;
    }
    Ok(verdict)
}
