//! copydesk against much simpler work on the same documents, in turns and in
//! one run, so that a busy machine slows both. Time is that of the processor,
//! not of the clock.
//!
//! ```text
//! cargo bench --bench ratios                          # the tables
//! cargo bench --bench ratios -- FILE...               # on files of one's own
//! cargo bench --bench ratios -- --write DIR FILE...   # writes all documents
//! cargo bench --bench ratios -- --serve FILE...       # for compare.py
//! ```
//!
//! `COPYDESK_BENCH_LARGE=1` adds a text of 100 MB to the table of sizes.

#[path = "common/bare_loop.rs"]
mod bare_loop;
mod common;

use std::io::{self, BufRead};
use std::path::Path;
use std::str;
use std::time::Duration;
use std::{env, fs};

use bare_loop::BareLoop;
use common::Corpus;
use copydesk::{Buffers, Document, Pipeline, Scratch};
use cpu_time::ThreadTime;

/// All documents of one kind together, in bytes.
const LEN: usize = 500_000;

/// What stands between two documents of a file.
const BETWEEN: char = '\0';

/// Documents of one kind.
struct Texts {
    name: String,
    docs: Vec<String>,
}

impl Texts {
    /// The documents of a text: apart by NUL, or cut at blank lines.
    fn new(Corpus { name, text }: Corpus) -> Self {
        let docs = if text.contains(BETWEEN) {
            text.split(BETWEEN).map(str::to_owned).collect()
        } else {
            common::cut(&text, common::ARTICLE).into_iter().map(str::to_owned).collect()
        };
        Self { name, docs }
    }

    fn read(path: &str) -> Self {
        let stem = Path::new(path).file_stem().map_or(path.into(), |stem| stem.to_string_lossy());
        Self::new(Corpus { name: stem.into_owned(), text: common::read(path) })
    }

    fn len(&self) -> usize {
        self.docs.iter().map(String::len).sum()
    }
}

/// All that is measured, by name. `explain` is of the preset `article`.
const JOBS: [&str; 9] = [
    "bare-loop",
    "from_utf8",
    "words",
    "spelling",
    "spelling+wording",
    "repair",
    "article",
    "repair-explain",
    "explain",
];

/// What the jobs need, warm.
struct Bench {
    bare_loop: BareLoop,
    buffers: Buffers,
    scratch: Scratch,
    spelling: Pipeline,
    words: Pipeline,
    repair: Pipeline,
    article: Pipeline,
}

impl Bench {
    fn new() -> Self {
        let passes = |names: &[&str]| Pipeline::from_names(names).expect("registered passes");
        Self {
            bare_loop: BareLoop::new(),
            buffers: Buffers::default(),
            scratch: Scratch::default(),
            spelling: passes(&["spelling"]),
            words: passes(&["spelling", "wording"]),
            repair: Pipeline::repair(),
            article: Pipeline::article(),
        }
    }

    /// Does a job once on all documents. The number shows that it was done: a
    /// preset's is that of the documents that it changed.
    fn run(&mut self, job: &str, texts: &Texts) -> usize {
        let Self { bare_loop, buffers, scratch, spelling, words, repair, article } = self;
        let docs = || texts.docs.iter().map(String::as_str);
        let mut changed = |pipeline: &Pipeline| {
            docs().filter(|doc| pipeline.clean_with(doc, scratch).as_ptr() != doc.as_ptr()).count()
        };
        let explained =
            |pipeline: &Pipeline| docs().filter(|doc| pipeline.explain(doc).is_changed()).count();
        match job {
            "bare-loop" => docs().map(|doc| bare_loop.count(doc)).sum(),
            "from_utf8" => docs().filter(|doc| str::from_utf8(doc.as_bytes()).is_ok()).count(),
            "words" => docs().map(|doc| Document::new(doc, buffers).words().len()).sum(),
            "spelling" => changed(spelling),
            "spelling+wording" => changed(words),
            "repair" => changed(repair),
            "article" => changed(article),
            "repair-explain" => explained(repair),
            "explain" => explained(article),
            _ => panic!("there is no job {job}"),
        }
    }
}

/// The seconds of the processor that some work takes, done again and again for
/// a while.
fn seconds(at_least: Duration, mut work: impl FnMut()) -> f64 {
    let start = ThreadTime::now();
    let mut times = 0;
    loop {
        work();
        times += 1;
        let elapsed = start.elapsed();
        if elapsed >= at_least {
            return elapsed.as_secs_f64() / f64::from(times);
        }
    }
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// How long and how often to measure.
#[derive(Clone, Copy)]
struct Effort {
    rounds: usize,
    turn: Duration,
}

fn main() {
    // Cargo says `--bench`, or `--test` for a quick look whether all works.
    let args: Vec<String> = env::args().skip(1).filter(|arg| arg != "--bench").collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let full = Effort { rounds: 15, turn: Duration::from_millis(20) };
    match args.as_slice() {
        ["--test"] => {
            let quick = Effort { rounds: 1, turn: Duration::ZERO };
            compare(
                common::corpora(2 * common::ARTICLE).into_iter().map(Texts::new).collect(),
                quick,
            );
            sizes(100_000, quick);
        }
        ["--write", dir, files @ ..] => write(Path::new(dir), files).expect("a folder to write to"),
        ["--serve", files @ ..] => serve(files.iter().map(|path| Texts::read(path)).collect()),
        [] => {
            compare(common::corpora(LEN).into_iter().map(Texts::new).collect(), full);
            let large = env::var_os("COPYDESK_BENCH_LARGE").is_some();
            sizes(if large { 100_000_000 } else { 10_000_000 }, Effort { rounds: 5, ..full });
        }
        files => compare(files.iter().map(|path| Texts::read(path)).collect(), full),
    }
}

/// Prints the speed of the floors, and of copydesk in ratios to them.
fn compare(all: Vec<Texts>, effort: Effort) {
    let mut bench = Bench::new();
    println!(
        "{:24}{:>22}{:>49}{:>24}{:>20}",
        "", "MB/s", "speed / bare-loop", "/ from_utf8", "time / clean_with"
    );
    println!(
        "{:24}{:>11}{:>11}{:>9}{:>10}{:>10}{:>10}{:>10}{:>12}{:>12}{:>10}{:>10}",
        "",
        "bare-loop",
        "from_utf8",
        "words",
        "spelling",
        "+wording",
        "repair",
        "article",
        "repair",
        "article",
        "repair",
        "article"
    );
    for texts in &all {
        // The seconds of each job in each round.
        let mut times = vec![Vec::new(); JOBS.len()];
        for round in 0..=effort.rounds {
            for (job, times) in JOBS.iter().zip(&mut times) {
                let time = seconds(effort.turn, || {
                    bench.run(job, texts);
                });
                // The first round is to warm up.
                if round > 0 {
                    times.push(time);
                }
            }
        }
        let of = |job| &times[JOBS.iter().position(|j| *j == job).expect("a job")];
        let speed = |job| texts.len() as f64 / 1e6 / median(of(job).clone());
        // How often one job is done in the time of the other.
        let ratio =
            |job, floor| median(of(floor).iter().zip(of(job)).map(|(f, j)| f / j).collect());
        println!(
            "{:24}{:11.1}{:11.1}{:9.2}{:10.2}{:10.2}{:10.2}{:10.2}{:12.3}{:12.3}{:10.2}{:10.2}",
            texts.name,
            speed("bare-loop"),
            speed("from_utf8"),
            ratio("words", "bare-loop"),
            ratio("spelling", "bare-loop"),
            ratio("spelling+wording", "bare-loop"),
            ratio("repair", "bare-loop"),
            ratio("article", "bare-loop"),
            ratio("repair", "from_utf8"),
            ratio("article", "from_utf8"),
            ratio("repair", "repair-explain"),
            ratio("article", "explain"),
        );
    }
}

/// Prints what a text of ten times the length costs: the time for the whole in
/// ratio to that for its ten parts, one after the other.
fn sizes(longest: usize, effort: Effort) {
    println!("\n{:24}{:>12}{:>12}{:>22}", "article", "bytes", "MB/s", "time / ten parts");
    let article = Pipeline::article();
    for name in ["english-clean", "english-dirty-200", "hostile"] {
        let mut len = 10_000;
        while len <= longest {
            let text = common::corpus(name, len).text;
            let parts = common::cut(&text, len / 10);
            let mut scratch = Scratch::default();
            let mut time = |docs: &[&str]| {
                seconds(effort.turn, || {
                    docs.iter().for_each(|doc| {
                        let _ = article.clean_with(doc, &mut scratch);
                    });
                })
            };
            // The first round is to warm up, where that is no small matter.
            let rounds = if len > 10_000_000 { 1 } else { effort.rounds };
            time(&[&text]);
            let rounds: Vec<_> = (0..rounds).map(|_| (time(&parts), time(&[&text]))).collect();
            let whole = median(rounds.iter().map(|(_, whole)| *whole).collect());
            let ratio = median(rounds.iter().map(|(parts, whole)| whole / parts).collect());
            println!("{name:24}{len:12}{:12.1}{ratio:22.2}", text.len() as f64 / 1e6 / whole);
            len *= 10;
        }
    }
}

/// Writes the documents of each kind into a file, a NUL between two.
fn write(dir: &Path, files: &[&str]) -> io::Result<()> {
    fs::create_dir_all(dir)?;
    let made_up = common::corpora(LEN).into_iter().map(Texts::new);
    for Texts { name, docs } in made_up.chain(files.iter().map(|path| Texts::read(path))) {
        fs::write(dir.join(name + ".txt"), docs.join(&BETWEEN.to_string()))?;
    }
    Ok(())
}

/// Does what standard input says, a line each: `JOB TEXTS MILLISECONDS`.
/// Answers with the seconds that the job took and its number, again and again
/// until the time is over.
fn serve(all: Vec<Texts>) {
    let mut bench = Bench::new();
    for line in io::stdin().lock().lines() {
        let line = line.expect("a line");
        let [job, name, turn] = line.split(' ').collect::<Vec<_>>()[..] else {
            panic!("JOB TEXTS MILLISECONDS: {line}")
        };
        let texts = all.iter().find(|t| t.name == name).expect("texts of this name");
        let turn = Duration::from_millis(turn.parse().expect("a number"));
        let mut done = 0;
        let time = seconds(turn, || done = bench.run(job, texts));
        println!("{time} {done}");
    }
}
