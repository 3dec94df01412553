//! What must hold for every pipeline and every text.

use std::borrow::Cow;
use std::iter;
use std::ops::Range;

use copydesk::{Change, Cleaned, Pipeline, Scratch};

/// The longest text of which every character is mapped, in bytes.
const EACH_CHARACTER: usize = 1 << 14;

/// Names the first law that a pipeline breaks on a text.
///
/// `scratch` is one that has cleaned other texts before.
pub(crate) fn check(pipeline: &Pipeline, raw: &str, scratch: &mut Scratch) -> Result<(), String> {
    let cleaned = pipeline.explain(raw);
    agreement(pipeline, &cleaned, scratch)?;
    order(&cleaned)?;
    replay(&cleaned)?;
    rules(pipeline, &cleaned)?;
    if raw.len() <= EACH_CHARACTER {
        identity(&cleaned)?;
        boundaries(&cleaned)?;
    }
    Ok(())
}

/// Cleaning twice is cleaning once.
pub(crate) fn stable(pipeline: &Pipeline, raw: &str) -> Result<(), String> {
    let once = pipeline.clean(raw);
    let twice = pipeline.explain(&once);
    law("stable", !twice.is_changed(), || {
        format!("it changes again:\n{}of {once:?}", twice.explanation())
    })
}

fn law(name: &str, holds: bool, what: impl FnOnce() -> String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(format!("{name}: {}", what())) }
}

/// All ways to clean give the same, and borrow if nothing is changed.
fn agreement(
    pipeline: &Pipeline,
    cleaned: &Cleaned<'_>,
    scratch: &mut Scratch,
) -> Result<(), String> {
    let raw = cleaned.raw();
    let same = |a: &str, b: &str| a.as_ptr() == b.as_ptr() && a.len() == b.len();
    let is_new = cleaned.text() != raw;
    law("agreement", cleaned.is_changed() == is_new, || "is_changed".to_owned())?;
    law("borrowed", is_new || same(cleaned.text(), raw), || "explain".to_owned())?;

    let clean = pipeline.clean(raw);
    law("agreement", clean == cleaned.text(), || format!("clean gives {clean:?}"))?;
    law("borrowed", is_new == matches!(clean, Cow::Owned(_)), || "clean".to_owned())?;

    for (heat, scratch) in [("warm", scratch), ("cold", &mut Scratch::default())] {
        let clean = pipeline.clean_with(raw, scratch);
        law("agreement", clean == cleaned.text(), || format!("{heat} clean_with gives {clean:?}"))?;
        law("borrowed", is_new || same(clean, raw), || format!("{heat} clean_with"))?;
        let mut text = raw.to_owned();
        pipeline.clean_in_place(&mut text, scratch);
        law("agreement", text == cleaned.text(), || {
            format!("{heat} clean_in_place gives {text:?}")
        })?;
    }
    Ok(())
}

/// Changes are real, sorted, and apart from each other on both sides.
fn order(cleaned: &Cleaned<'_>) -> Result<(), String> {
    for change in cleaned.changes() {
        law("real", change.raw != change.clean, || format!("{change:?}"))?;
    }
    for (a, b) in cleaned.changes().zip(cleaned.changes().skip(1)) {
        let apart = a.raw_range.end < b.raw_range.start && a.clean_range.end < b.clean_range.start;
        law("order", apart, || format!("{a:?}, then {b:?}"))?;
    }
    Ok(())
}

/// The raw text with the changes made is the clean text.
fn replay(cleaned: &Cleaned<'_>) -> Result<(), String> {
    let raw = cleaned.raw();
    let mut made = String::new();
    let mut at = 0;
    for change in cleaned.changes() {
        law("replay", raw[change.raw_range.clone()] == *change.raw, || format!("{change:?}"))?;
        made.push_str(&raw[at..change.raw_range.start]);
        law("replay", made.len() == change.clean_range.start, || format!("{change:?}"))?;
        made.push_str(change.clean);
        at = change.raw_range.end;
    }
    made.push_str(&raw[at..]);
    law("replay", made == cleaned.text(), || format!("gives {made:?}, not {:?}", cleaned.text()))
}

/// What lies outside every change maps to itself, as a whole and character by
/// character.
fn identity(cleaned: &Cleaned<'_>) -> Result<(), String> {
    let map = cleaned.source_map();
    let mut changes = cleaned.changes();
    let (mut raw_at, mut clean_at) = (0, 0);
    loop {
        let change = changes.next();
        let (raw_end, clean_end) = match &change {
            Some(change) => (change.raw_range.start, change.clean_range.start),
            None => (cleaned.raw().len(), cleaned.text().len()),
        };
        let gap = &cleaned.raw()[raw_at..raw_end];
        law("identity", *gap == cleaned.text()[clean_at..clean_end], || format!("{gap:?}"))?;
        let chars = gap.char_indices().map(|(at, c)| at..at + c.len_utf8());
        for part in chars.chain(iter::once(0..gap.len())).filter(|part| !part.is_empty()) {
            let raw = raw_at + part.start..raw_at + part.end;
            let clean = clean_at + part.start..clean_at + part.end;
            let maps = map.to_raw(clean.clone()) == raw && map.to_clean(raw.clone()) == clean;
            law("identity", maps, || format!("{raw:?} and {clean:?} do not map to each other"))?;
        }
        match change {
            Some(change) => (raw_at, clean_at) = (change.raw_range.end, change.clean_range.end),
            None => return Ok(()),
        }
    }
}

/// Characters map to whole characters, never backwards.
fn boundaries(cleaned: &Cleaned<'_>) -> Result<(), String> {
    let map = cleaned.source_map();
    let (raw, clean) = (cleaned.raw(), cleaned.text());
    one_way(clean, raw, |range| map.to_raw(range))?;
    one_way(raw, clean, |range| map.to_clean(range))
}

fn one_way(from: &str, to: &str, map: impl Fn(Range<usize>) -> Range<usize>) -> Result<(), String> {
    let mut floor = 0;
    for (at, c) in from.char_indices() {
        for range in [at..at, at..at + c.len_utf8()] {
            let mapped = map(range.clone());
            let whole = to.get(mapped.clone()).is_some() && floor <= mapped.start;
            law("boundaries", whole, || format!("{range:?} maps to {mapped:?}"))?;
            floor = mapped.start;
        }
    }
    Ok(())
}

/// Every change names rules, and every rule a pass of the pipeline.
fn rules(pipeline: &Pipeline, cleaned: &Cleaned<'_>) -> Result<(), String> {
    let known = |rule: &str| {
        let pass = rule.split_once('/').map_or("", |(pass, _)| pass);
        pipeline.passes().any(|p| p.name() == pass)
    };
    cleaned.changes().try_for_each(|change: Change<'_>| {
        let right = !change.rules.is_empty() && change.rules.iter().all(|rule| known(rule));
        law("rules", right, || format!("{change:?}"))
    })
}
