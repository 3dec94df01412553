//! JSON lines: one object a line, of which one field is cleaned.
//!
//! A line is never built anew: the new value goes into the place of the old
//! one, and every other byte stays.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;
use std::str;

use copydesk::Scratch;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::args::Args;
use crate::report::{self, Problem};
use crate::sites::Pipelines;

/// What is done to each line.
pub(crate) struct Cleaner<'p> {
    pipelines: &'p Pipelines,
    field: &'p str,
    site_field: Option<&'p str>,
    output: Output<'p>,
    scratch: Scratch,
}

/// What is written for each line.
enum Output<'p> {
    /// The object with the clean text.
    Text,
    /// The same, and what is told of it as members.
    Members(Added<'p>),
    /// The changes, for a person.
    Explanation,
}

/// The names of the members that are added to each object.
#[derive(Clone, Copy, Default)]
pub(crate) struct Added<'p> {
    changes: Option<&'p str>,
    suggestions: Option<&'p str>,
}

impl Added<'_> {
    fn has(self, name: &str) -> bool {
        [self.changes, self.suggestions].contains(&Some(name))
    }
}

impl<'p> Cleaner<'p> {
    pub(crate) fn new(args: &'p Args, pipelines: &'p Pipelines) -> Self {
        let (changes, suggestions) = (args.changes.as_deref(), args.suggestions.as_deref());
        let output = match (changes, suggestions) {
            (None, None) if args.explain => Output::Explanation,
            (None, None) => Output::Text,
            _ => Output::Members(Added { changes, suggestions }),
        };
        Self {
            pipelines,
            field: &args.field,
            site_field: args.site_field.as_deref(),
            output,
            scratch: Scratch::default(),
        }
    }

    /// Appends to `out` what a line becomes; itself, if it cannot be cleaned.
    ///
    /// `line` has its line end. `place` says where an explanation belongs.
    pub(crate) fn clean(
        &mut self,
        line: &[u8],
        place: fmt::Arguments<'_>,
        out: &mut Vec<u8>,
    ) -> Result<(), Problem> {
        let before = out.len();
        let done = self.try_clean(line, place, out);
        if done.is_err() {
            out.truncate(before);
            self.copy(line, out);
        }
        done
    }

    /// Appends a line that is not cleaned, or a piece of one.
    pub(crate) fn copy(&self, line: &[u8], out: &mut Vec<u8>) {
        if !matches!(self.output, Output::Explanation) {
            out.extend_from_slice(line);
        }
    }

    fn try_clean(
        &mut self,
        line: &[u8],
        place: fmt::Arguments<'_>,
        out: &mut Vec<u8>,
    ) -> Result<(), Problem> {
        let text = str::from_utf8(line).map_err(|error| Problem::not_utf8(line, error))?;
        if text.trim_ascii().is_empty() {
            self.copy(line, out);
            return Ok(());
        }
        let added = match self.output {
            Output::Members(added) => added,
            Output::Text | Output::Explanation => Added::default(),
        };
        let Object { field, end, raw, site } =
            Object::read(text, self.field, self.site_field, added)?;
        let pipeline = self.pipelines.of(site.as_deref());
        match self.output {
            Output::Text => {
                let clean = pipeline.clean_with(&raw, &mut self.scratch);
                if clean == raw {
                    out.extend_from_slice(line);
                } else {
                    out.extend_from_slice(&line[..field.start]);
                    write_json(out, clean);
                    out.extend_from_slice(&line[field.end..]);
                }
            }
            Output::Members(Added { changes, suggestions }) => {
                let cleaned = pipeline.explain(&raw);
                out.extend_from_slice(&line[..field.start]);
                if cleaned.is_changed() {
                    write_json(out, cleaned.text());
                } else {
                    out.extend_from_slice(&line[field.clone()]);
                }
                out.extend_from_slice(&line[field.end..end]);
                if let Some(name) = changes {
                    write_member(out, name, &cleaned.changes().collect::<Vec<_>>());
                }
                if let Some(name) = suggestions {
                    write_member(out, name, &cleaned.suggestions().collect::<Vec<_>>());
                }
                out.extend_from_slice(&line[end..]);
            }
            Output::Explanation => {
                report::explain(out, place, &pipeline.explain(&raw)).expect(INFALLIBLE);
            }
        }
        Ok(())
    }
}

const INFALLIBLE: &str = "a vector takes everything";

fn write_json<T: Serialize + ?Sized>(out: &mut Vec<u8>, value: &T) {
    serde_json::to_writer(out, value).expect(INFALLIBLE);
}

/// Writes a member behind another.
fn write_member<T: Serialize + ?Sized>(out: &mut Vec<u8>, name: &str, value: &T) {
    out.push(b',');
    write_json(out, name);
    out.push(b':');
    write_json(out, value);
}

/// What matters of an object: where things stand in its line.
pub(crate) struct Object<'l> {
    /// The value to clean, with its quotes.
    field: Range<usize>,
    /// The end of the last member.
    end: usize,
    /// What the value says.
    pub(crate) raw: Cow<'l, str>,
    /// What the field that names the site says, if there is to be one.
    pub(crate) site: Option<Cow<'l, str>>,
}

impl<'l> Object<'l> {
    /// Reads a line. No member may have a name of those that are added.
    pub(crate) fn read(
        line: &'l str,
        field: &str,
        site_field: Option<&str>,
        added: Added<'_>,
    ) -> Result<Self, Problem> {
        // The values borrow from the line, so their addresses say where they
        // stand in it.
        let offset = |part: &str| part.as_ptr() as usize - line.as_ptr() as usize;
        // Files made on Windows may begin with a byte order mark.
        let json = line.strip_prefix('\u{feff}').unwrap_or(line).trim_ascii_end();
        let mut read = serde_json::Deserializer::from_str(json);
        let members = Members { field, site_field, added }.deserialize(&mut read);
        let Found { value, site, last } = members
            .and_then(|members| read.end().map(|()| members))
            .map_err(|error| Problem::json(line, offset(json), "", &error))?;
        let string = |value: &'l RawValue, field: &str| {
            let value = value.get();
            serde_json::from_str(value).map(|Text(text)| text).map_err(|error| {
                Problem::json(line, offset(value), &format!("field `{field}`: "), &error)
            })
        };
        let raw = string(value, field)?;
        let site = match site.zip(site_field) {
            Some((value, field)) => Some(string(value, field)?),
            None => None,
        };
        let value = value.get();
        let start = offset(value);
        let end = offset(last.get()) + last.get().len();
        Ok(Self { field: start..start + value.len(), end, raw, site })
    }
}

/// A string that borrows from the JSON if nothing in it is escaped.
#[derive(Deserialize)]
struct Text<'l>(#[serde(borrow)] Cow<'l, str>);

/// Reads the members of an object, and finds those that matter.
struct Members<'f> {
    field: &'f str,
    site_field: Option<&'f str>,
    added: Added<'f>,
}

/// The last values of the fields, and of all.
struct Found<'l> {
    value: &'l RawValue,
    site: Option<&'l RawValue>,
    last: &'l RawValue,
}

impl<'l> DeserializeSeed<'l> for Members<'_> {
    type Value = Found<'l>;

    fn deserialize<D: Deserializer<'l>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'l> Visitor<'l> for Members<'_> {
    type Value = Found<'l>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<M: MapAccess<'l>>(self, mut members: M) -> Result<Self::Value, M::Error> {
        let (mut found, mut site, mut last) = (None, None, None);
        while let Some((Text(key), value)) = members.next_entry::<Text<'l>, &'l RawValue>()? {
            if key == self.field {
                found = Some(value);
            }
            if Some(&*key) == self.site_field {
                site = Some(value);
            }
            if self.added.has(&key) {
                return Err(M::Error::custom(format_args!("there is a member `{key}` already")));
            }
            last = Some(value);
        }
        let missing = |field: &str| M::Error::custom(format_args!("no field `{field}`"));
        let (value, last) = found.zip(last).ok_or_else(|| missing(self.field))?;
        match self.site_field {
            Some(field) if site.is_none() => Err(missing(field)),
            _ => Ok(Found { value, site, last }),
        }
    }
}
