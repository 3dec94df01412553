//! Lists as code and data have them, whose commas have no space behind them.

use super::context::Context;
use crate::data::proper_names::DETERMINERS;
use crate::text::language::is_english_function_word;
use crate::{Language, lexicon};

/// Whether a clause of a query stands before the place in its line: `SELECT id,name`.
pub(super) fn is_in_query(context: &Context<'_, '_>, at: usize) -> bool {
    let (before, after) = context.near(at);
    SQL_CLAUSES.iter().any(|clause| memchr::memmem::find(before, clause).is_some())
        || is_in_lower_query(before, after, || context.is_technical())
}

/// How far the rows of a table are looked at, in bytes.
const TABLE: usize = 512;

/// Whether the place is in a row of a table whose fields the mark parts: three rows below each
/// other have as many fields, and all but one of them, the head, have a value.
pub(super) fn is_in_table(context: &Context<'_, '_>, at: usize, mark: u8) -> bool {
    let bytes = context.text().as_bytes();
    let from = at.saturating_sub(TABLE);
    let start = match memchr::memrchr(b'\n', &bytes[from..at]) {
        Some(newline) => from + newline + 1,
        None if from == 0 => 0,
        // A longer line is no row.
        None => return false,
    };
    context.is_row_of_table(start, mark, || {
        let above = bytes[start.saturating_sub(TABLE)..start].rsplit(|b| *b == b'\n').skip(1);
        let mut below = bytes[start..bytes.len().min(start + 2 * TABLE)].split(|b| *b == b'\n');
        let Some(this) = below.next().and_then(|line| row(line, mark)) else { return false };
        let is_alike = |other: &Row| other.marks == this.marks;
        let alike = |line| row(line, mark).filter(is_alike);
        let others = above.map_while(alike).take(2).chain(below.map_while(alike).take(2));
        let count = |(rows, values), row: Row| (rows + 1, values + usize::from(row.has_value));
        let (rows, values) = others.fold((1, usize::from(this.has_value)), count);
        rows > 2 && values + 1 >= rows
    })
}

struct Row {
    marks: usize,
    has_value: bool,
}

/// The line as the row of a table, if no mark has a space behind it, and nothing says that it
/// is prose: a mark or a label of a list, a field that a function word begins, a sentence's end.
/// What stands between quotation marks is of one field.
fn row(line: &[u8], mark: u8) -> Option<Row> {
    let line = line.trim_ascii();
    let first = line.split(|b| *b == b' ').next().unwrap_or_default();
    let is_number = |item: &[u8]| item.iter().all(u8::is_ascii_digit);
    let is_of_list = match first {
        [b'-' | b'*' | b'+'] => true,
        [item @ .., b'.' | b')'] => is_number(item),
        _ => false,
    };
    if is_of_list || matches!(line, [] | [.., b'.' | b'!' | b'?']) {
        return None;
    }
    let mut is_quoted = false;
    let fields = line.split(|b| {
        is_quoted ^= *b == b'"';
        *b == mark && !is_quoted
    });
    let mut row = Row { marks: 0, has_value: false };
    for (n, field) in fields.enumerate() {
        let is_spaced = n > 0 && field.starts_with(b" ");
        let has_label = || n == 0 && memchr::memmem::find(field, b": ").is_some();
        // Titles begin with a capital: `The Mill;Anna Hill;212`.
        let is_prose = field.first().is_some_and(u8::is_ascii_lowercase)
            && is_function_word(name_at_start(field));
        if is_spaced || is_prose || has_label() {
            return None;
        }
        row.marks = n;
        row.has_value |= is_value(field);
    }
    (row.marks > 0).then_some(row)
}

/// Whether a field holds no words, but a figure, a name in code or a quotation.
fn is_value(field: &[u8]) -> bool {
    let is_token = |field: &[u8]| {
        field.iter().any(|b| b.is_ascii_digit() || *b == b'_')
            && !field.iter().any(u8::is_ascii_whitespace)
    };
    matches!(field, [b'"', .., b'"']) || is_token(field)
}

/// Whether the place is in a bracket that touches the name before it, and both
/// read as a call: `qsort(list,len)`, and not `the boats(red,white)`.
pub(super) fn is_in_arguments(context: &Context<'_, '_>, at: usize) -> bool {
    let (before, after) = context.near(at);
    let token = before.iter().rev().take_while(|b| !b.is_ascii_whitespace()).count();
    let token = &before[before.len() - token..];
    let count = |mark| memchr::memchr_iter(mark, token).count();
    let opened = count(b'(');
    if !token.first().is_some_and(u8::is_ascii_alphanumeric) || opened <= count(b')') {
        return false;
    }
    let (name, inside) = token.split_at(memchr::memchr(b'(', token).unwrap_or(0));
    let Some(close) = memchr::memchr(b')', after) else { return false };
    let rest = &after[..close];
    let words = || [inside, rest].into_iter().flat_map(|part| part.split(|b| !is_of_name(b)));
    let is_title = |word: &[u8]| matches!(word, [b'A'..=b'Z', b'a'..=b'z', ..]);
    let is_phrase =
        rest.contains(&b' ') && words().any(|word| word.len() > 1 && is_function_word(word));
    // `len`, and not `red`.
    let is_odd = |word: &[u8]| {
        matches!(word, [b'a'..=b'z', _, ..]) && !lexicon::get(text_of(word)).is_ordinary()
    };
    let is_number = name.iter().all(u8::is_ascii_digit);
    let is_plain =
        is_known_name(name) || is_title(name) && !name[1..].iter().any(u8::is_ascii_uppercase);
    let is_english = context.language() == Language::English;
    !(is_number || is_phrase || words().any(is_title))
        && (opened > 1
            || rest.contains(&b'(')
            || token.contains(&b'_')
            || name.iter().any(u8::is_ascii_digit)
            || is_english && (!is_plain || words().any(is_odd))
            || context.is_technical())
}

/// Whether the place is among three words or more that only commas part, in a technical text
/// or in another language than English: the values of an option, `rw,nosuid,nodev`.
pub(super) fn is_among_values(context: &Context<'_, '_>, at: usize) -> bool {
    let is_english = context.language() == Language::English;
    if is_english && !context.is_technical() {
        return false;
    }
    let (before, after) = context.near(at);
    let parts = |b: &u8| !matches!(b, b'-' | b'_' | b',') && !b.is_ascii_alphanumeric();
    let head = before.rsplit(parts).next().unwrap_or_default();
    let tail = after.split(parts).next().unwrap_or_default();
    let commas = |part| memchr::memchr_iter(b',', part).count();
    let is_plain = |b: &u8| b.is_ascii_lowercase() || matches!(b, b',' | b'-' | b'_');
    let reads_as_values = || {
        [head, tail].iter().all(|part| {
            part.iter().all(is_plain) && !part.split(|b| *b == b',').any(is_function_word)
        })
    };
    commas(head) + commas(tail) > 1 && (!is_english || reads_as_values())
}

/// Whether the place is in what an option is given: `--sort time,size`, `-F id,name`,
/// `level=debug,colour`.
pub(super) fn is_in_option(context: &Context<'_, '_>, at: usize) -> bool {
    let (before, after) = context.near(at);
    let mut tokens = before.rsplit(u8::is_ascii_whitespace);
    let (head, flag) = (tokens.next().unwrap_or_default(), tokens.next().unwrap_or_default());
    let is_long = |name: &[u8]| {
        name.len() > 1
            && name.iter().all(|b| is_of_name(b) || *b == b'-')
            && !is_function_word(name)
    };
    let is_flag = match flag {
        [b'-', b'-', name @ ..] => is_long(name),
        [b'-', letter] => letter.is_ascii_alphabetic() && !b"aAI".contains(letter),
        _ => false,
    };
    // `--force today.Nobody`, and not `--query Cluster.Tags`.
    let ends = matches!(head, [b'a'..=b'z', .., b'.']);
    // `level=debug`, and not `2+2=4`.
    let is_setting = || {
        let at = memchr::memchr(b'=', head);
        at.is_some_and(|at| {
            let mut beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
            !beside.any(|at| head.get(at).is_none_or(u8::is_ascii_digit))
        })
    };
    (is_flag && !ends || is_setting()) && !is_function_word(name_at_start(after))
}

/// Whether the place is in a list that is all of a quotation or a bracket and has no space,
/// of words none of which makes a sentence, in a technical text or with one that prose does not
/// have: `"bold,underline"`, `(row,col)`, and not `(tall,dark)`.
pub(super) fn is_enclosed(context: &Context<'_, '_>, at: usize) -> bool {
    let (before, after) = context.near(at);
    let token = before.rsplit(u8::is_ascii_whitespace).next().unwrap_or_default();
    let (Some(open), Some(end)) = (
        token.iter().position(|b| b"\"(".contains(b)),
        after.iter().position(|b| b"\") \t".contains(b)),
    ) else {
        return false;
    };
    let is_quote = token[open] == b'"';
    let closes = after[end] == if is_quote { b'"' } else { b')' };
    let mut values = token[open + 1..]
        .split(|b| b",:".contains(b))
        .chain(after[..end].split(|b| b",:".contains(b)));
    let is_value = |value: &[u8]| {
        let is_upper = value.iter().all(u8::is_ascii_uppercase) && is_quote;
        value.iter().all(|b| is_of_name(b) || *b == b'-')
            && (is_upper || !value.iter().any(u8::is_ascii_uppercase))
            && !is_function_word(value)
    };
    open == 0
        && closes
        && values.clone().all(is_value)
        && (values.any(is_name_in_code) || context.is_technical())
}

/// Whether the place is in what an item of a list of changes is about, `- build,test: speed`,
/// with a name that prose does not have or in a technical text.
pub(super) fn is_in_subject(context: &Context<'_, '_>, at: usize) -> bool {
    let (before, after) = context.near(at);
    let token = before.rsplit(u8::is_ascii_whitespace).next().unwrap_or_default();
    let rest = after.split(u8::is_ascii_whitespace).next().unwrap_or_default();
    let is_item = matches!(before[..before.len() - token.len()], [.., b'-' | b'*', b' ']);
    let is_of_subject = |b: &u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b"_,*".contains(b);
    let has_name = |part: &[u8]| part.split(|b| *b == b',').any(is_name_in_code);
    is_item
        && token.iter().all(is_of_subject)
        && rest.strip_suffix(b":").is_some_and(|rest| {
            rest.iter().all(is_of_subject)
                && (has_name(token) || has_name(rest) || context.is_technical())
        })
}

/// Whether the place is in a line of a table of file systems, which has six fields: the second
/// is a path, and the last two are figures: `/dev/cdrom /media/cdrom udf,iso9660 user,noauto 0 0`.
pub(super) fn is_in_mounts(context: &Context<'_, '_>, at: usize) -> bool {
    let (before, after) = context.near(at);
    // Most commas have no path before them.
    if memchr::memchr(b'/', before).is_none() {
        return false;
    }
    let line = &context.text().as_bytes()[at - before.len()..at + after.len()];
    let mut fields = line.split(u8::is_ascii_whitespace).filter(|field| !field.is_empty());
    let fields: [Option<&[u8]>; 7] = std::array::from_fn(|_| fields.next());
    matches!(fields, [_, Some([b'/', ..]), _, _, Some([b'0'..=b'9']), Some([b'0'..=b'9']), None])
}

/// How clauses of SQL begin behind which names are listed.
static SQL_CLAUSES: &[&[u8]] =
    &[b"SELECT ", b"INSERT INTO ", b"GROUP BY ", b"ORDER BY ", b"PARTITION BY "];

/// How clauses of it in lower case begin that sort or group by names.
static SQL_ORDERS: &[&[u8]] = &[b"group by", b"order by", b"partition by"];

/// Behind which words no sentence but a query begins.
static BEFORE_QUERIES: &[&[u8]] = &[b"query", b"run", b"sql", b"union", b"union all"];

/// Whether a list without spaces goes on here, at a comma, that stands as in a
/// query in lower case: `select id,name from boats order by name,id`.
fn is_in_lower_query(before: &[u8], after: &[u8], is_technical: impl Fn() -> bool) -> bool {
    let Some(space) = memchr::memrchr(b' ', before) else { return false };
    let (head, first) = (&before[..space], &before[space + 1..]);
    let (last, behind) = after.split_at(memchr::memchr(b' ', after).unwrap_or(after.len()));
    let only = head.strip_suffix(b" distinct");
    let is_selected = only.unwrap_or(head).strip_suffix(b"select").is_some_and(|rest| {
        let rest = rest.trim_ascii_end();
        let behind_word = rest.last().is_some_and(u8::is_ascii_alphabetic);
        // Behind a word, it may be what somebody does.
        let reads_as_query = |of| {
            only.is_some()
                || BEFORE_QUERIES.iter().any(|word| ends_in_word(rest, word))
                || [first, last].into_iter().any(has_column)
                || is_query_behind(of)
                || is_technical()
        };
        behind
            .strip_prefix(b" from ")
            .is_some_and(|of| !behind_word || is_table(of) && reads_as_query(of))
    });
    let is_sorted = || {
        SQL_ORDERS.iter().any(|order| ends_in_word(head, order))
            && memchr::memmem::find(head, b"select ")
                .is_some_and(|at| memchr::memmem::find(&head[at..], b" from ").is_some())
    };
    is_selected || is_sorted()
}

/// Whether a name stands here, and no word that leads in what is spoken of.
fn is_table(text: &[u8]) -> bool {
    let name = name_at_start(text);
    !name.is_empty() && !DETERMINERS.contains(&text_of(name)) && !is_function_word(name)
}

/// Whether one of the names of a list is no word as prose has them: `boat_id`, `x`.
fn has_column(list: &[u8]) -> bool {
    let is_column = |name: &[u8]| {
        let is_word = name.first().is_some_and(u8::is_ascii_uppercase) || is_known_name(name);
        !is_word || name.len() == 1
    };
    list.split(|b| *b == b',').filter(|name| !name.is_empty()).any(is_column)
}

/// Whether a query goes on from the name of its table: `boats where id = 5`.
fn is_query_behind(text: &[u8]) -> bool {
    let table = name_at_start(text);
    has_column(table)
        || text[table.len()..].trim_ascii() == b";"
        || memchr::memchr3(b'=', b'<', b'>', text).is_some()
}

fn name_at_start(text: &[u8]) -> &[u8] {
    &text[..text.iter().take_while(|b| is_of_name(b)).count()]
}

/// Whether the lexicon knows a name, or the last part of it behind a hyphen.
pub(super) fn is_known_name(name: &[u8]) -> bool {
    let last = name.rsplit(|b| *b == b'-').next().unwrap_or(name);
    lexicon::get(text_of(last)).is_known()
}

/// Whether it is a letter, or no word as prose has it.
fn is_name_in_code(part: &[u8]) -> bool {
    !part.is_empty() && (part.len() == 1 || !lexicon::get_bytes(part).is_ordinary())
}

fn is_function_word(word: &[u8]) -> bool {
    is_english_function_word(text_of(word))
}

/// Whether the byte is one of a name in code, or of a word.
fn is_of_name(byte: &u8) -> bool {
    byte.is_ascii_alphanumeric() || *byte == b'_' || !byte.is_ascii()
}

/// The text of a part that marks or white space bound; nothing if it was cut off
/// within a character.
fn text_of(part: &[u8]) -> &str {
    std::str::from_utf8(part).unwrap_or_default()
}

fn ends_in_word(text: &[u8], word: &[u8]) -> bool {
    text.strip_suffix(word).is_some_and(|rest| rest.last().is_none_or(|b| !b.is_ascii_alphabetic()))
}
