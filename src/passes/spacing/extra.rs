//! A space that stands before a mark, or within brackets or quotes.

use std::ops::Range;

use super::context::Context;
use super::gap::{Quotes, Role};
use crate::data::{commands, has_exact};
use crate::search::rfind_short;
use crate::text::language::is_in_other_language;
use crate::text::{Case, Kind, Word, boundaries};
use crate::{Edits, Language, lexicon};

/// Looks at the marks and the white space before the word `i`.
pub(super) fn find(
    context: &Context<'_, '_>,
    i: usize,
    range: Range<usize>,
    quotes: &mut Quotes,
    edits: &mut Edits,
) {
    let text = context.text();
    let mut opened = false;
    for (at, c) in text[range.clone()].char_indices() {
        let start = range.start + at;
        if c != ' ' {
            let role = quotes.role(text, start, c);
            if role == Role::Closes && closes_behind_space(context, start, c, quotes) {
                edits.delete(start - 1..start, "spacing/stray-in-brackets");
            }
            opened = role == Role::Opens && opens_before_space(context, start, c, quotes);
            continue;
        }
        let place = Place { context, start };
        if opened {
            edits.delete(start..start + 1, "spacing/stray-in-brackets");
        } else if start + 1 < range.end
            && i.checked_sub(1).is_some_and(|left| place.is_before_mark(left))
        {
            edits.delete(start..start + 1, "spacing/stray-before-mark");
            if text[start + 2..].starts_with(char::is_alphabetic) {
                edits.insert(start + 2, " ", "spacing/missing-after-comma");
            }
        }
        opened = false;
    }
}

/// A space in a text.
struct Place<'c, 'd, 'a> {
    context: &'c Context<'d, 'a>,
    start: usize,
}

impl Place<'_, '_, '_> {
    /// Whether the space stands before a mark that belongs to the text before
    /// it, whose last word has this number.
    fn is_before_mark(&self, at: usize) -> bool {
        let (text, words) = (self.context.text(), self.context.words());
        let left = &words[at];
        let is_english = self.context.language() == Language::English;
        let Some(mark) = text[self.start + 1..].chars().next() else { return false };
        // Other languages have a space before these, or may have.
        let may_be = match mark {
            ',' | '.' => true,
            ';' | '!' | '?' => is_english,
            ':' => is_english && self.is_only_colon(),
            _ => false,
        };
        if !may_be {
            return false;
        }
        let rest = &text[self.start + 2..];
        let ends = is_edge(rest.chars().next()) || rest.starts_with(['"', '”', '’', ')']);
        // A comma may be a low quote elsewhere: `,wort'`. Before a letter it is a key: `map ,w`.
        let joins = mark == ',' && is_english && {
            let mut chars = rest.chars();
            let first = chars.next().filter(|c| c.is_alphabetic());
            first.is_some_and(|c| {
                "aAI".contains(c) || chars.next().is_some_and(char::is_alphanumeric)
            })
        };
        let before = text[..self.start].chars().next_back();
        let is_text = before.is_some_and(|c| c.is_alphanumeric() || "\"”’)%".contains(c));
        let is_hole = || {
            left.range().end == self.start
                && mark != ';'
                && leaves_a_hole(left.text(text))
                && !ends_sometimes(left.text(text), mark)
                && !(is_english && self.context.has_stray_spaces())
        };
        (ends || joins)
            && is_text
            && left.kind() != Kind::Emoticon
            && !self.is_sign(left, mark, rest)
            && (is_english || !self.context.sets_marks_apart())
            && !self.context.is_code(self.start)
            && !is_in_production(text, self.start)
            && !is_hole()
            // A line of French in a text in English.
            && (matches!(mark, ',' | '.') || !is_in_other_language(text, words, at))
    }

    /// Whether the colon before text is the only one of the document behind a
    /// space: more of them are a style.
    fn is_only_colon(&self) -> bool {
        let text = self.context.text();
        let rest = &text[self.start + 2..];
        rest.strip_prefix(' ').is_some_and(|s| s.starts_with(char::is_alphabetic))
            && self.context.has_one_spaced_colon()
            && !self.is_behind_parameter()
    }

    /// Whether the name of what a function takes or returns stands before it, the first one
    /// below its heading.
    fn is_behind_parameter(&self) -> bool {
        let mut lines = self.context.text()[..self.start].rsplitn(4, '\n').map(str::trim);
        let mut previous = || lines.next().unwrap_or_default();
        let (name, rule, heading) = (previous(), previous(), previous());
        !name.contains([' ', '\t'])
            && PARAMETERS.contains(&heading)
            && rule.len() == heading.len()
            && rule.bytes().all(|b| b == b'-')
    }

    /// Whether other semicolons are near, as between the items of a list.
    fn is_in_list(&self) -> bool {
        let (before, after) = self.context.near(self.start);
        let has_other = |bytes| memchr::memmem::find(bytes, b"; ").is_some();
        has_other(before) || has_other(after.get(2..).unwrap_or_default())
    }

    /// Whether the mark is talked about (`the ? operator`), belongs to code, or parts the items
    /// of a row (`News . Sport . Weather`).
    fn is_sign(&self, left: &Word, mark: char, rest: &str) -> bool {
        let rest = rest.trim_start_matches(' ');
        let next = rest.chars().next();
        let in_sentence = next.is_some_and(|c| !c.is_uppercase() && !"\n\"”’)".contains(c));
        let word = left.text(self.context.text());
        let is_named = || in_sentence && SIGNS.contains(&word);
        // `The . character`, `leave out the ;`: no sentence rests or ends behind such a word, but
        // for what is no article, `vitamin A .`, or what somebody says who pauses, `a , well , cat`.
        let is_spoken_of = || {
            let goes_on = || in_sentence || rest.starts_with(')');
            let is_article = || word != "A" && is_article(word) && (word != "a" || goes_on());
            let (_, after) = self.context.near(self.start);
            let pauses = || memchr::memmem::rfind(after, b" , ").is_some_and(|at| at > 0);
            left.range().end == self.start
                && match mark {
                    ',' => is_article() && !pauses(),
                    _ => is_article() || is_conjunction(word) && goes_on(),
                }
        };
        // `LIKE ? OR`
        let in_query = || {
            left.case() == Case::Upper
                && rest.len() > 1
                && rest.bytes().take(2).all(|b| b.is_ascii_uppercase())
        };
        // `ret ; Leave the loop`
        let is_comment = || !next.is_some_and(char::is_lowercase) && !self.is_in_list();
        let is_of_code = || match mark {
            '!' | '?' => in_sentence || in_query(),
            ';' => is_comment() || self.is_shell(rest),
            '.' => self.is_stop_of_code(left, rest),
            _ => false,
        };
        next == Some(mark) || is_named() || is_spoken_of() || is_of_code()
    }

    /// Whether the stop is one of code, of a command, of a row of items or of a number.
    fn is_stop_of_code(&self, left: &Word, rest: &str) -> bool {
        if self.is_folder(rest) {
            return true;
        }
        let (before, token) = self.before_token();
        is_pair(token, rest)
            || is_argument(before, token, rest)
            || self.ends_command(rest)
            || self.is_in_row()
            || self.is_point(rest)
            || is_variable(left, rest)
    }

    /// Whether the stop is a folder: `find . -name`, `rsync . /goal`, `$ ls .`.
    fn is_folder(&self, rest: &str) -> bool {
        let (before, _) = self.context.near(self.start);
        let name = rest.trim_start_matches('-');
        // Not the dash before who said it: `the end . -Anna`.
        let is_option = (1..=2).contains(&(rest.len() - name.len()))
            && name.starts_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit());
        let is_path = rest
            .strip_prefix('/')
            .is_some_and(|s| s.starts_with(|c: char| c.is_ascii_alphanumeric()));
        is_option
            || is_path
            || matches!(before, [b'$' | b'#' | b'%', b' ', ..])
            || before.trim_ascii_start().starts_with(b"$ ")
    }

    /// The last token before the space, without the quote that opens before it; and before
    /// that, the text before it.
    fn before_token(&self) -> (&str, &str) {
        let text = &self.context.text()[..self.start];
        let (before, token) = text.split_at(text.rfind([' ', '\n', '\t']).map_or(0, |at| at + 1));
        (before, token.trim_start_matches(['\'', '`']))
    }

    /// Whether such a stop parts other items near: `News . Sport . Weather`.
    fn is_in_row(&self) -> bool {
        const ROW: usize = 32;
        let bytes = self.context.text().as_bytes();
        let before = &bytes[self.start.saturating_sub(ROW)..self.start];
        let after = &bytes[self.start + 1..bytes.len().min(self.start + 1 + ROW)];
        let has_row = |bytes| memchr::memmem::find(bytes, b" . ").is_some();
        has_row(before) || has_row(after)
    }

    /// Whether the stop is the folder that a program is told, in a command that is all of a
    /// quotation, a bracket or a line, `"git add ."`, `(ls -la .)`, or behind which a sentence
    /// goes on: `with git add . the rest comes too`; or that has an option. Where a line is set
    /// in, one word will do.
    fn ends_command(&self, rest: &str) -> bool {
        let (before, _) = self.context.near(self.start);
        let is_space = |b: &u8| *b == b' ';
        let begins_sentence = rest.starts_with(char::is_uppercase);
        if begins_sentence && !self.context.is_set_in(self.start) || begins_clause(rest) {
            return false;
        }
        if has_option(before) {
            return true;
        }
        if rest.starts_with(char::is_lowercase) {
            let mut last = before.rsplit(is_space);
            let verb = last.next().unwrap_or_default();
            return last.next().is_some_and(|program| commands::told(program, verb).is_some());
        }
        let opening = memchr::memrchr3(b'"', b'(', b'\'', before);
        let closes = match opening.map(|at| before[at]) {
            Some(b'(') => rest.starts_with(')'),
            Some(quote) => rest.starts_with(char::from(quote)),
            None => rest.is_empty() || rest.starts_with('\n'),
        };
        if !closes {
            return false;
        }
        let command = before[opening.map_or(0, |at| at + 1)..].trim_ascii_start();
        let mut words = command.split(is_space);
        let Some(program) = words.next() else { return false };
        let Some(told) = words.next() else {
            // A line of a program alone, set in.
            let name = program.strip_prefix(b":").unwrap_or(program);
            let is_name = !name.is_empty()
                && name.iter().all(u8::is_ascii_lowercase)
                && (name.len() < program.len()
                    || commands::is_program(name)
                    || !lexicon::get_bytes(name).is_common());
            return opening.is_none() && self.context.is_set_in(self.start) && is_name;
        };
        if told.starts_with(b"-") {
            commands::is_program(program) && words.all(|word| word.starts_with(b"-"))
        } else {
            commands::told(program, told).is_some() && words.next().is_none()
        }
    }

    /// Whether a command of a shell stands behind the semicolon: `while true ; do ls ; done`.
    fn is_shell(&self, rest: &str) -> bool {
        let next = first_word(rest.as_bytes());
        // Words that prose has behind a semicolon too need what they belong to.
        let (begins, ends): (&[&[u8]], &[u8]) = match next {
            b"cd" | b"elif" | b"esac" | b"fi" => return true,
            b"then" | b"else" => (&[b"if", b"elif"], b"fi"),
            b"do" => (&[b"for", b"until", b"while"], b"done"),
            b"done" => (&[b"do"], b"done"),
            _ => return false,
        };
        let (before, after) = self.context.near(self.start);
        before.split(|b| b";\"`$".contains(b)).any(|part| begins.contains(&first_word(part)))
            || after.split(|b| *b == b';').skip(1).any(|part| first_word(part) == ends)
    }

    /// Whether the stop may be the point of one number, `5 . 5 %`: no year stands before it.
    fn is_point(&self, rest: &str) -> bool {
        const LONGEST: usize = 3;
        let before = self.context.text()[..self.start].bytes().rev();
        let figures = before.take(LONGEST + 1).take_while(u8::is_ascii_digit).count();
        (1..=LONGEST).contains(&figures) && rest.starts_with(|c: char| c.is_ascii_digit())
    }
}

/// Whether a token and what follows are a pair of Lisp: `(name . value)`.
fn is_pair(token: &str, rest: &str) -> bool {
    let next = rest.split(' ').next().unwrap_or_default();
    token.starts_with('(') && next.find(')').is_some_and(|at| at > 0)
}

/// Whether the stop behind a token is what a program is told: `scp -pr . host`,
/// `type "vim ."`.
fn is_argument(before: &str, token: &str, rest: &str) -> bool {
    let is_option = is_option(token.as_bytes())
        && token.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        && before.ends_with(' ')
        && !begins_clause(rest)
        && rest.chars().next().is_none_or(|c| c.is_ascii_lowercase() || "\"/~$\n".contains(c));
    let is_typed = || {
        let last = before.trim_end().rsplit(|c: char| !c.is_ascii_alphabetic()).next();
        rest.starts_with('"')
            && token.starts_with('"')
            && last.is_some_and(|word| TYPED.contains(&word))
    };
    is_option || is_typed()
}

/// Whether a program stands among the last words, and the last one or the one before it is an
/// option or a path: `sudo chown -R me .`, `cp /etc/hosts .`
fn has_option(before: &[u8]) -> bool {
    const FAR: usize = 6;
    let mut words = before.rsplit(|b| *b == b' ').take(FAR);
    let (last, other) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let is_program = |word: &[u8]| commands::is_program(word.strip_prefix(b"\"").unwrap_or(word));
    let has_option = is_option(last) || is_path(last) || is_option(other) || is_path(other);
    has_option && (is_program(other) || words.any(is_program))
}

/// Whether it begins as an option does, and not as a dash of prose or a figure: `-R`, `--all`.
fn is_option(word: &[u8]) -> bool {
    matches!(word, [b'-', b'a'..=b'z' | b'A'..=b'Z', ..] | [b'-', b'-', b'a'..=b'z', ..])
}

/// Whether it begins as a path does: `/etc`, `~/boats`, `./a`, `../a`, `$HOME`.
fn is_path(word: &[u8]) -> bool {
    let rest = match word {
        [b'~' | b'.', rest @ ..] => rest.strip_prefix(b".").unwrap_or(rest).strip_prefix(b"/"),
        [b'/' | b'$', rest @ ..] => Some(rest),
        _ => None,
    };
    rest.and_then(<[u8]>::first).is_some_and(|b| b.is_ascii_alphabetic() || *b == b'_')
}

/// Whether a new clause begins with the word in lower case, as where nobody uses capitals:
/// `i hate git . my friend loves it`.
fn begins_clause(rest: &str) -> bool {
    let end = rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len());
    CLAUSES.contains(&&rest[..end])
}

/// Whether the place is in the production of a grammar, in whose paragraph an arrow stands
/// behind one name at the start of a line: `Call → Name ( Value , Value )`.
fn is_in_production(text: &str, at: usize) -> bool {
    const LONGEST: usize = 256;
    let near = &text[boundaries::ceil(text, at.saturating_sub(LONGEST))..at];
    // Most paragraphs have no arrow.
    if rfind_short(near.as_bytes(), "→".as_bytes()).is_none() {
        return false;
    }
    let paragraph = near.rsplit("\n\n").next().unwrap_or_default();
    let names_one = |line: &str| {
        let name = line.split_once(" →").map(|(name, _)| name.trim_start());
        // No place on a way: `Paris → London , by train`.
        let is_place =
            |name: &str| lexicon::get(name).is_name() && !lexicon::get(name).is_ordinary();
        name.is_some_and(|name| !name.is_empty() && !name.contains(' ') && !is_place(name))
    };
    paragraph.lines().any(names_one)
}

/// `for all x . P(x)`
fn is_variable(left: &Word, rest: &str) -> bool {
    left.range().len() == 1
        && left.case() == Case::Lower
        && rest.starts_with(|c: char| c.is_ascii_uppercase())
        && rest.trim_start_matches(|c: char| c.is_ascii_alphabetic()).starts_with('(')
}

fn first_word(part: &[u8]) -> &[u8] {
    let part = part.trim_ascii_start();
    &part[..part.iter().take_while(|b| b.is_ascii_alphabetic()).count()]
}

fn is_edge(c: Option<char>) -> bool {
    c.is_none_or(char::is_whitespace)
}

/// What stands before a command in quotes. Our own list.
static TYPED: &[&str] =
    &["command", "enter", "entering", "execute", "run", "running", "type", "typed", "typing"];

/// How sentences begin, and hardly what follows a command in one. Our own list.
static CLAUSES: &[&str] = &[
    "but", "he", "i", "it", "its", "my", "now", "she", "so", "that", "then", "there", "they",
    "this", "we", "you",
];

/// The headings, underlined, below which numpydoc has a name, ` : ` and a type.
static PARAMETERS: &[&str] = &["Attributes", "Parameters", "Returns", "Yields"];

/// What the marks are called in texts about marks.
static SIGNS: &[&str] = &[
    "character",
    "colon",
    "comma",
    "dot",
    "mark",
    "operator",
    "pattern",
    "period",
    "semicolon",
    "sign",
    "symbol",
];

/// How far the other bracket or quote of a pair may be, in bytes.
const FAR: usize = 256;

/// Whether brackets and quotes are looked at in the document, and there is no
/// code at the place.
fn may_pair(context: &Context<'_, '_>, at: usize, c: char) -> bool {
    let fits = match context.language() {
        Language::English => true,
        _ => matches!(c, '(' | ')') && !context.sets_marks_apart(),
    };
    fits && !context.is_code(at) && !is_in_production(context.text(), at)
}

/// Whether an opening mark is followed by a space that is one too many.
fn opens_before_space(context: &Context<'_, '_>, at: usize, c: char, quotes: &mut Quotes) -> bool {
    let text = context.text();
    let Some(inside) = text[at + c.len_utf8()..].strip_prefix(' ') else { return false };
    let closing = match c {
        '(' => ')',
        '“' => '”',
        '"' => '"',
        _ => return false,
    };
    let near = &inside[..boundaries::floor(inside, FAR)];
    let near = near.split_once('\n').map_or(near, |(line, _)| line);
    let Some(end) = near.find(closing) else { return false };
    // A straight quote says little; a pair of which both have the space does.
    let opens = is_edge(text[..at].chars().next_back())
        && inside.starts_with(|c: char| c.is_alphanumeric() && !is_east_asian(c))
        && is_phrase(&near[..end])
        && !is_place(&text[..at], &near[..end], &inside[end + closing.len_utf8()..])
        && goes_on_as_prose(&inside[end + closing.len_utf8()..])
        && !is_in_column(&text[..at])
        && (c != '"' || inside[..end].ends_with(' '))
        // `log ( list. pop ( ) )` is code.
        && (c != '(' || !near[..end].contains('('))
        && may_pair(context, at, c);
    quotes.spaced = opens && c == '"';
    opens
}

/// Whether a closing mark stands behind a space that is one too many.
fn closes_behind_space(context: &Context<'_, '_>, at: usize, c: char, quotes: &mut Quotes) -> bool {
    let text = context.text();
    let Some(inside) = text[..at].strip_suffix(' ') else { return false };
    let was_spaced = std::mem::take(&mut quotes.spaced);
    let opening = match c {
        ')' => '(',
        '”' => '“',
        '"' if was_spaced => return true,
        _ => return false,
    };
    let may_close = inside
        .ends_with(|c: char| (c.is_alphanumeric() && !is_east_asian(c)) || ".!?…%".contains(c))
        && goes_on_as_prose(&text[at + c.len_utf8()..]);
    if !may_close {
        return false;
    }
    let near = &inside[boundaries::ceil(inside, inside.len().saturating_sub(FAR))..];
    let mut bytes = [0; 4];
    let bytes = opening.encode_utf8(&mut bytes).as_bytes();
    let Some(open) = rfind_short(near.as_bytes(), bytes) else { return false };
    let start = inside.len() - near.len() + open;
    let inside = &near[open + bytes.len()..];
    // A space behind the other one that stays is a style: `( 10 7 )`.
    if inside.starts_with(' ') && !opens_before_space(context, start, opening, quotes) {
        return false;
    }
    (open == 0 || !near.as_bytes()[open - 1].is_ascii_graphic())
        && !inside.contains('\n')
        && is_phrase(inside)
        && !is_place(&text[..start], inside, &text[at + c.len_utf8()..])
        && may_pair(context, at, c)
}

/// Chinese, Japanese and Korean set their brackets by other rules.
fn is_east_asian(c: char) -> bool {
    c >= '\u{2e80}'
}

/// Whether what follows a closing bracket can be prose. In code, `)` has `;`,
/// `:` or `{` behind it.
fn goes_on_as_prose(after: &str) -> bool {
    let next = after.trim_start_matches(' ').chars().next();
    !after.starts_with(|c: char| c.is_alphanumeric() || c == ':' || c == ';')
        && !next.is_some_and(|c| "{}=<>|+*;".contains(c))
}

/// Whether more than one space parts it from what is before it, which is no sentence:
/// `boats.txt    ( two names more )`.
fn is_in_column(before: &str) -> bool {
    before.ends_with("  ") && !before.trim_end_matches(' ').ends_with(['.', '!', '?'])
}

/// Whether what a bracket holds is text, and no syntax, ellipsis or face, `( o.o )`, and the
/// bracket is none that is spoken of: `between ( and )`.
fn is_phrase(inside: &str) -> bool {
    let is_letter = |b: &u8| b.is_ascii_alphabetic() || !b.is_ascii();
    let has_word = || inside.as_bytes().windows(2).any(|two| two.iter().all(is_letter));
    let is_text =
        inside.trim().contains(' ') || has_word() || !inside.as_bytes().iter().any(is_letter);
    let is_cut_off = || {
        let last = inside.trim_end().rsplit(' ').next().unwrap_or_default();
        last != "A" && is_article(last) || is_conjunction(last)
    };
    is_text
        && inside.len() > 2
        && !inside.ends_with("...")
        && !inside.bytes().any(|b| b"[]{}|#=".contains(&b))
        && !is_cut_off()
}

/// Whether the bracket is a place on a map or the row of a matrix: it has no word and another
/// bracket beside it or in the next line, as in `( 10 7 ) ( 14 0 x )`.
fn is_place(before: &str, inside: &str, after: &str) -> bool {
    let is_blank = [' ', '\t', '\n'];
    let is_beside = before.trim_end_matches(is_blank).ends_with(')')
        || after.trim_start_matches(is_blank).starts_with('(');
    let is_word = |part: &str| part.chars().filter(|c| c.is_alphabetic()).nth(1).is_some();
    is_beside && inside.trim().contains(' ') && !inside.split(' ').any(is_word)
}

fn is_article(word: &str) -> bool {
    ["a", "an", "the"].iter().any(|article| article.eq_ignore_ascii_case(word))
}

fn is_conjunction(word: &str) -> bool {
    matches!(word, "and" | "or")
}

/// Whether a sentence hardly ends in the word: something was taken out
/// between it and the mark.
pub(super) fn leaves_a_hole(word: &str) -> bool {
    has_exact(OPEN_WORDS, word)
}

/// Whether a sentence ends in such a word all the same, or a comma stands
/// behind it: `what to look for`, `we hope that, if it rains`.
fn ends_sometimes(word: &str, mark: char) -> bool {
    match mark {
        ',' => matches!(word, "because" | "if" | "is" | "that" | "while"),
        _ => matches!(word, "about" | "for" | "in" | "is" | "like" | "with"),
    }
}

/// Articles, prepositions and conjunctions. Our own list, sorted.
static OPEN_WORDS: &[&str] = &[
    "a", "about", "against", "an", "and", "as", "at", "avec", "because", "between", "by", "com",
    "con", "cu", "dengan", "e", "et", "for", "from", "if", "in", "into", "is", "la", "le", "like",
    "med", "met", "mit", "my", "of", "on", "or", "our", "que", "than", "that", "the", "their",
    "to", "und", "using", "via", "và", "while", "with", "y", "your", "και", "με", "του",
];
