//! What stands on the command line.

use std::ffi::{OsStr, OsString};
use std::num::NonZero;
use std::{fs, thread};

use clap::Parser;
use copydesk::passes::{self, SiteLines, Spelling, Wording};
use copydesk::{BuildError, Language, Pass, Pipeline, PipelineBuilder, Preset, SiteProfile};

use crate::sites::REPAIRS;

/// The pass that is made for each site.
const SITE_LINES: &str = "site-lines";

const EXAMPLES: &str = "\
Examples:
  copydesk page.txt > article.txt
  copydesk --explain page.txt
  copydesk --preset repair < raw.txt > clean.txt
  copydesk --jsonl --field body < pages.jsonl > articles.jsonl
  copydesk --jsonl --site-field domain pages.jsonl > articles.jsonl";

const STATUS: &str =
    "Exit status: 0 if all is well, 1 if some input was bad, 2 if the command line was.";

/// Gives web-scraped text back the way its author meant it.
///
/// Reads the files, or standard input if there is none, and writes the clean
/// text to standard output. What cannot be cleaned is copied through as it is
/// and told on standard error.
#[derive(Parser, Debug)]
#[command(version, after_help = STATUS, after_long_help = format!("{EXAMPLES}\n\n{STATUS}"))]
pub(crate) struct Args {
    /// What to clean; `-` is standard input
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<OsString>,

    /// Read JSON lines, and clean one field of each object
    ///
    /// Every other byte of a line stays as it is. Blank lines are copied.
    #[arg(long)]
    pub(crate) jsonl: bool,

    /// The field to clean
    #[arg(long, value_name = "NAME", default_value = "text", requires = "jsonl")]
    pub(crate) field: String,

    /// Run these passes, in this order; `--list` lists them
    #[arg(long, value_name = "A,B", value_delimiter = ',', conflicts_with = "preset")]
    pub(crate) passes: Vec<String>,

    /// Run the passes of this preset: `article` or `repair`
    #[arg(long, value_name = "NAME", default_value = "article")]
    pub(crate) preset: String,

    /// All texts are in this language, by its tag, such as `en`, `fr-CA` or `de`
    /// [default: what each text looks like]
    #[arg(long, value_name = "TAG")]
    pub(crate) language: Option<Language>,

    /// Have `spelling` and `wording` leave the words of this file alone
    ///
    /// One stands on each line; blank lines and those that begin with `#` do not
    /// count. More than one file can be given, each behind a `--words`.
    #[arg(long, value_name = "FILE")]
    pub(crate) words: Vec<OsString>,

    /// Have `spelling` replace words as this file says
    ///
    /// On each line stands a word, a tab, and what is put in its place; blank lines
    /// and those that begin with `#` do not count. Fenced blocks of code stay, and
    /// what stands between backticks. More than one file can be given, each behind a
    /// `--table`.
    #[arg(long, value_name = "FILE")]
    pub(crate) table: Vec<OsString>,

    /// Write what would be changed, and why, instead of the text
    ///
    /// A line for each change: line and column (in characters) of the text, what
    /// stands there, what would stand there, and the rules. Before them stand the
    /// file, if there are more, and with `--jsonl` the line of the file. What is
    /// doubtful and would be left has such a line too, with `perhaps` before what
    /// may be meant.
    #[arg(long)]
    pub(crate) explain: bool,

    /// Add the changes to each object, as the member `changes` or NAME
    ///
    /// It is a list of objects with the members `raw_range`, `raw`, `clean_range`,
    /// `clean` and `rules`. A range is `{"start":0,"end":5}`, in bytes of the field
    /// as UTF-8, before or after cleaning.
    #[arg(
        long,
        value_name = "NAME",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "changes",
        requires = "jsonl",
        conflicts_with = "explain"
    )]
    pub(crate) changes: Option<String>,

    /// Add what is doubtful and was left to each object, as the member
    /// `suggestions` or NAME
    ///
    /// It is a list of objects with the members `raw_range`, `raw`, `clean_range`,
    /// `clean`, `candidates` (the likeliest first) and `rule`.
    #[arg(
        long,
        value_name = "NAME",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "suggestions",
        requires = "jsonl",
        conflicts_with = "explain"
    )]
    pub(crate) suggestions: Option<String>,

    /// Take out the lines that the texts of one site repeat; this field of each
    /// object names the site
    ///
    /// They are learned from the input, which is read twice; what is no file is
    /// kept in a temporary one. A line has to stand in three texts of the site
    /// and in 30 % of them; nearly as many are enough for a line that is no
    /// prose, next to one that does. The pass is called `site-lines`; in
    /// `--passes` it need not be named.
    #[arg(long, value_name = "NAME", requires = "jsonl")]
    pub(crate) site_field: Option<String>,

    /// Take what sites repeat from this file instead of learning it
    #[arg(long, value_name = "FILE", requires = "site_field")]
    pub(crate) site_profiles: Option<OsString>,

    /// Only learn what sites repeat, in addition to `--site-profiles`, and write
    /// it to this file
    #[arg(
        long,
        value_name = "FILE",
        requires = "site_field",
        conflicts_with_all = ["explain", "changes", "suggestions"]
    )]
    pub(crate) learn: Option<OsString>,

    /// Clean so many lines at once [default: one for each core]
    #[arg(long, value_name = "N", requires = "jsonl", value_parser = whole_number)]
    pub(crate) threads: Option<NonZero<usize>>,

    /// List the passes with their presets, and exit
    #[arg(long)]
    pub(crate) list: bool,
}

impl Args {
    /// The pipeline that was asked for; or why there is none.
    pub(crate) fn pipeline(&self) -> Result<Pipeline, String> {
        self.check_members()?;
        let named = self.place_of_site_lines()?;
        let built = if self.passes.is_empty() {
            self.preset.parse::<Preset>().map(Pipeline::preset)
        } else {
            Pipeline::from_names(self.passes.iter().filter(|name| *name != SITE_LINES))
        };
        let mut pipeline = built.map_err(told)?;
        if self.site_field.is_some() {
            pipeline = with_site_lines(&pipeline, named);
        }
        if let Some(language) = self.language {
            pipeline = pipeline.to_builder().language(language).build().map_err(told)?;
        }
        if self.words.is_empty() && self.table.is_empty() {
            return Ok(pipeline);
        }
        self.with_own_words(&pipeline)
    }

    /// Whether the members that are added to an object have names of their own.
    fn check_members(&self) -> Result<(), String> {
        if let Some(name) = self.changes.as_ref().filter(|_| self.changes == self.suggestions) {
            return Err(format!("changes and suggestions cannot both be called `{name}`"));
        }
        let fields = [Some(&self.field), self.site_field.as_ref()];
        let mut members = [&self.changes, &self.suggestions].into_iter().flatten();
        match members.find(|name| fields.contains(&Some(name))) {
            Some(name) => Err(format!("no member `{name}` can be added, for a field is called so")),
            None => Ok(()),
        }
    }

    /// Where among the passes the one that is made for each site was named, if it was.
    fn place_of_site_lines(&self) -> Result<Option<usize>, String> {
        let mut named = (0..).zip(&self.passes).filter(|(_, name)| *name == SITE_LINES);
        let place = named.next().map(|(place, _)| place);
        if place.is_some() && self.site_field.is_none() {
            return Err(format!("`{SITE_LINES}` needs to know the sites: give `--site-field`"));
        }
        if named.next().is_some() {
            return Err(format!("`{SITE_LINES}` can be named but once"));
        }
        Ok(place)
    }

    /// The same passes, of which `spelling` and `wording` know the words of the files.
    fn with_own_words(&self, pipeline: &Pipeline) -> Result<Pipeline, String> {
        let (mut spelling, mut wording) = (Spelling::default(), Wording::default());
        let has = |own: &dyn Pass| pipeline.passes().any(|pass| pass.name() == own.name());
        let (has_spelling, has_wording) = (has(&spelling), has(&wording));
        if !self.table.is_empty() && !has_spelling {
            return Err("`--table` is for the pass `spelling`, which does not run".to_owned());
        }
        if !has_spelling && !has_wording {
            return Err("`--words` is for the passes `spelling` and `wording`, neither of which \
                runs"
                .to_owned());
        }
        for file in &self.words {
            let (name, list) = (file.to_string_lossy(), read(file)?);
            spelling = spelling.keep_list(&name, &list).map_err(told)?;
            wording = wording.keep_list(&name, &list).map_err(told)?;
        }
        for file in &self.table {
            spelling = spelling.table(&file.to_string_lossy(), &read(file)?).map_err(told)?;
        }
        let mut builder = pipeline.to_builder();
        if has_spelling {
            builder = builder.replace(spelling);
        }
        if has_wording {
            builder = builder.replace(wording);
        }
        builder.build().map_err(told)
    }

    /// The names of the inputs.
    pub(crate) fn inputs(&self) -> impl Iterator<Item = &OsStr> {
        let stdin = self.files.is_empty().then_some(OsStr::new("-"));
        stdin.into_iter().chain(self.files.iter().map(OsString::as_os_str))
    }

    /// How many threads clean.
    pub(crate) fn threads(&self) -> usize {
        self.threads.or_else(|| thread::available_parallelism().ok()).map_or(1, NonZero::get)
    }

    /// What stands before each line that is told of an input: its name, if
    /// there are others.
    pub(crate) fn prefix(&self, name: &OsStr) -> String {
        if self.files.len() > 1 { format!("{}:", name.display()) } else { String::new() }
    }
}

/// What is told of an error.
fn told(error: BuildError) -> String {
    error.to_string()
}

/// The same passes, with one at this place that knows no site yet. If nothing
/// is said, lines are compared when they are repaired, and when `boilerplate`
/// has seen all of them.
fn with_site_lines(pipeline: &Pipeline, place: Option<usize>) -> Pipeline {
    let mut names: Vec<&str> = pipeline.passes().map(Pass::name).collect();
    let before = |name: &&str| REPAIRS.contains(name) || *name == "boilerplate";
    let after_repairs = || names.iter().rposition(before).map_or(0, |at| at + 1);
    names.insert(place.unwrap_or_else(after_repairs), SITE_LINES);
    let add = |builder: PipelineBuilder, name| match passes::all().find(|r| r.name() == name) {
        Some(registered) => builder.pass(registered.build()),
        None => builder.pass(SiteLines::new(SiteProfile::new())),
    };
    names.into_iter().fold(Pipeline::builder(), add).build().expect("passes are only added")
}

/// A number of threads.
fn whole_number(text: &str) -> Result<NonZero<usize>, &'static str> {
    text.parse().map_err(|_| "it must be a whole number, 1 or more")
}

/// The text of a file that the command line names.
fn read(file: &OsStr) -> Result<String, String> {
    let name = file.display();
    let bytes = fs::read(file).map_err(|error| format!("{name}: {error}"))?;
    String::from_utf8(bytes).map_err(|error| {
        let valid = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = 1 + valid.iter().filter(|b| **b == b'\n').count();
        format!("{name}:{line}: it is not UTF-8")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pass_for_sites_stands_where_it_is_named() {
        for (asked, names) in [
            ("spacing,site-lines,spacing", ["spacing", SITE_LINES, "spacing"]),
            ("spacing,entities,site-lines", ["spacing", "entities", SITE_LINES]),
            // After the repairs, if nothing is said.
            ("spacing,spacing", [SITE_LINES, "spacing", "spacing"]),
            ("entities,spacing", ["entities", SITE_LINES, "spacing"]),
        ] {
            let line = ["copydesk", "--jsonl", "--site-field", "site", "--passes", asked];
            let pipeline = Args::parse_from(line).pipeline().unwrap();
            assert!(pipeline.passes().map(Pass::name).eq(names), "{asked}: {pipeline:?}");
        }
    }
}
