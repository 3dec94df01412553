//! What the texts of each site repeat: learned from JSON lines, saved, loaded,
//! and made into pipelines.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::Path;
use std::{process, str};

use copydesk::passes::SiteLines;
use copydesk::{Pipeline, Scratch, SiteProfile};
use serde::{Deserialize, Serialize};

use crate::args::Args;
use crate::inputs::{Input, MOST, read_up_to};
use crate::jsonl::{Added, Object};
use crate::lines;
use crate::report::{Problem, TOO_LONG, Verdict};

/// What happens to a text before its lines are learned: what makes the same
/// lines differ.
pub(crate) const REPAIRS: [&str; 5] = ["mojibake", "entities", "markup", "invisible", "unicode"];

/// How many lines all profiles may count together: about 300 MB.
const MOST_LINES: usize = 8_000_000;

/// Where the profiles come from, and what becomes of them.
pub(crate) struct Plan {
    sites: Sites,
}

impl Plan {
    /// Loads the profiles that were named. An error says what is wrong with them, or that
    /// what will be learned can be written nowhere, before that takes its time.
    pub(crate) fn of(args: &Args) -> Result<Self, String> {
        let mut sites = Sites::default();
        if let Some(name) = &args.learn
            && let Err(error) = folder(name).metadata()
        {
            return Err(Problem::whole(error).message(name, 1));
        }
        if let Some(name) = &args.site_profiles {
            sites.load(name).map_err(|(number, problem)| problem.message(name, number))?;
        }
        Ok(Self { sites })
    }

    /// Learns if that was asked for, and cleans unless only that was. An error
    /// is one of `out`.
    pub(crate) fn carry_out(
        self,
        args: &Args,
        pipeline: Pipeline,
        out: &mut (impl Write + Send),
    ) -> io::Result<Verdict> {
        let Self { mut sites } = self;
        let mut verdict = Verdict::Good;
        let mut inputs: Vec<_> = args.inputs().map(Input::new).collect();
        if let Some(file) = &args.learn {
            sites.learn(args, &inputs, |problem, name, number| {
                verdict.tell(problem, name, number);
            });
            // If nothing could be learned, what was learned before stays.
            let nothing = matches!(verdict, Verdict::Bad) && sites.profiles.is_empty();
            if let Some(error) = (!nothing).then(|| sites.save(file)).and_then(Result::err) {
                verdict.tell(&Problem::whole(error), file, 1);
            }
            return Ok(verdict);
        }
        if args.site_field.is_some() && args.site_profiles.is_none() {
            for input in &mut inputs {
                // What cannot be opened is told when it is cleaned.
                if let (Err(error), Ok(_)) = (input.keep(), input.open()) {
                    verdict.tell(&Problem::whole(error), input.name(), 1);
                }
            }
            // So is what is wrong with a line.
            sites.learn(args, &inputs, |_, _, _| ());
        }
        let cleaned = lines::clean(args, &inputs, &sites.pipelines(pipeline), out)?;
        Ok(match verdict {
            Verdict::Good => cleaned,
            Verdict::Bad => Verdict::Bad,
        })
    }
}

/// The folder of a file.
fn folder(file: &OsStr) -> &Path {
    match Path::new(file).parent() {
        Some(folder) if folder != "" => folder,
        _ => Path::new("."),
    }
}

/// A profile for each site.
#[derive(Default)]
struct Sites {
    profiles: BTreeMap<String, SiteProfile>,
    /// How many lines they count together.
    lines: usize,
}

/// A line of a file of profiles.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Saved<S, P> {
    site: S,
    profile: P,
}

impl Sites {
    /// Learns all texts; `tell` gets each problem, with its file and the number
    /// of its line.
    fn learn(
        &mut self,
        args: &Args,
        inputs: &[Input<'_>],
        mut tell: impl FnMut(&Problem, &OsStr, usize),
    ) {
        let repair = Pipeline::from_names(REPAIRS).expect("built-in passes");
        let mut scratch = Scratch::default();
        let mut learn = |line: &[u8]| {
            let Some((site, raw)) = site_and_text(args, line)? else { return Ok(()) };
            let text = repair.clean_with(&raw, &mut scratch);
            self.change(site, |profile| profile.learn(text));
            Ok(())
        };
        for input in inputs {
            let mut tell = |problem: &Problem, number| tell(problem, input.name(), number);
            match input.open() {
                Ok(reader) => each_line(BufReader::new(reader), &mut learn, tell),
                Err(error) => tell(&Problem::whole(error), 1),
            }
        }
    }

    /// Changes the profile of a site, and sees to it that all together do not
    /// become too large.
    fn change(&mut self, site: String, change: impl FnOnce(&mut SiteProfile)) {
        let profile = self.profiles.entry(site).or_default();
        let before = profile.lines();
        change(profile);
        self.lines = self.lines + profile.lines() - before;
        while self.lines > MOST_LINES {
            self.profiles.values_mut().for_each(SiteProfile::thin_out);
            self.lines = self.profiles.values().map(SiteProfile::lines).sum();
        }
    }

    /// Adds the profiles of a file. An error comes with the number of its line.
    fn load(&mut self, name: &OsStr) -> Result<(), (usize, Problem)> {
        let file = File::open(name).map_err(|error| (1, Problem::whole(error)))?;
        let mut reader = BufReader::new(file);
        let mut bytes = Vec::new();
        for number in 1.. {
            bytes.clear();
            match reader.read_until(b'\n', &mut bytes) {
                Ok(0) => break,
                Ok(_) => {}
                Err(error) => return Err((number, Problem::whole(error))),
            }
            let line = str::from_utf8(&bytes)
                .map_err(|error| (number, Problem::not_utf8(&bytes, error)))?;
            let line = line.trim_ascii_end();
            if line.is_empty() {
                continue;
            }
            let Saved { site, profile }: Saved<String, SiteProfile> = serde_json::from_str(line)
                .map_err(|error| (number, Problem::json(line, 0, "", &error)))?;
            self.change(site, |known| known.merge(profile));
        }
        Ok(())
    }

    /// Writes the profiles, one line each.
    ///
    /// A file of before is replaced when all is written, and not earlier. What
    /// may be done with it stays the same, and so do links to it.
    fn save(&self, name: &OsStr) -> io::Result<()> {
        let there = fs::metadata(name).ok();
        // What is there and no file, such as a pipe, is written to as it is.
        if there.as_ref().is_some_and(|there| !there.is_file()) {
            return self.write(File::create(name)?);
        }
        let file = fs::canonicalize(name).unwrap_or_else(|_| name.into());
        let mut part = file.clone().into_os_string();
        part.push(format!(".{}.part", process::id()));
        let replace = || {
            self.write(File::create(&part)?)?;
            if let Some(there) = there {
                fs::set_permissions(&part, there.permissions())?;
            }
            fs::rename(&part, &file)
        };
        replace().inspect_err(|_| {
            // That it could not be written is told, not that it cannot be removed.
            let _ = fs::remove_file(&part);
        })
    }

    fn write(&self, file: File) -> io::Result<()> {
        let mut file = BufWriter::new(file);
        for (site, profile) in &self.profiles {
            serde_json::to_writer(&mut file, &Saved { site, profile })?;
            file.write_all(b"\n")?;
        }
        file.flush()
    }

    /// The pipeline for the texts of each site.
    fn pipelines(self, plain: Pipeline) -> Pipelines {
        let of_site = |profile| {
            let builder = plain.to_builder().replace(SiteLines::new(profile));
            builder.build().expect("the pipeline has the pass")
        };
        let by_site = self.profiles.into_iter().map(|(site, p)| (site, of_site(p))).collect();
        Pipelines { by_site, plain }
    }
}

/// Gives `learn` each line of an input, and `tell` each problem, with the number of its line.
fn each_line(
    mut reader: impl BufRead,
    mut learn: impl FnMut(&[u8]) -> Result<(), Problem>,
    mut tell: impl FnMut(&Problem, usize),
) {
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        // A byte more shows that it is too long.
        let is_cut = match read_up_to(MOST + 1, &mut reader, &mut line) {
            Ok(false) if line.is_empty() => return,
            Ok(is_cut) => is_cut,
            Err(error) => return tell(&Problem::whole(error), number),
        };
        let learned = if is_cut { Err(Problem::at(&line, 0, TOO_LONG)) } else { learn(&line) };
        if let Err(problem) = learned {
            tell(&problem, number);
        }
        if is_cut && let Err(error) = reader.skip_until(b'\n') {
            return tell(&Problem::whole(error), number);
        }
    }
}

/// What a line says: nothing, if it is blank.
fn site_and_text<'l>(
    args: &Args,
    line: &'l [u8],
) -> Result<Option<(String, Cow<'l, str>)>, Problem> {
    let text = str::from_utf8(line).map_err(|error| Problem::not_utf8(line, error))?;
    if text.trim_ascii().is_empty() {
        return Ok(None);
    }
    let object = Object::read(text, &args.field, args.site_field.as_deref(), Added::default())?;
    Ok(Some((object.site.unwrap_or_default().into_owned(), object.raw)))
}

/// A pipeline for each site, and one for all others.
pub(crate) struct Pipelines {
    by_site: HashMap<String, Pipeline>,
    plain: Pipeline,
}

impl Pipelines {
    pub(crate) fn of(&self, site: Option<&str>) -> &Pipeline {
        site.and_then(|site| self.by_site.get(site)).unwrap_or(&self.plain)
    }
}
