//! The command, from end to end.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::str;
use std::thread;

use copydesk::passes;
use serde_json::Value;

/// What a run of the command gave.
struct Run {
    code: Option<i32>,
    out: Vec<u8>,
    err: String,
}

impl Run {
    fn text(&self) -> &str {
        str::from_utf8(&self.out).expect("UTF-8 on standard output")
    }

    /// All is well: exit status 0, and nothing on standard error.
    fn ok(self) -> Self {
        assert_eq!((self.code, self.err.as_str()), (Some(0), ""));
        self
    }

    /// Some input was bad, for these reasons, one line each.
    fn bad(self, reasons: &[&str]) -> Self {
        assert_eq!(self.code, Some(1), "{}", self.err);
        let lines: Vec<&str> = self.err.lines().collect();
        assert_eq!(lines.len(), reasons.len(), "{}", self.err);
        for (line, reason) in lines.iter().zip(reasons) {
            assert!(line.starts_with("copydesk: ") && line.contains(reason), "{line} ({reason})");
        }
        self
    }
}

fn copydesk(args: &[&str], stdin: impl AsRef<[u8]> + Send) -> Run {
    let mut child = Command::new(env!("CARGO_BIN_EXE_copydesk"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    let mut input = child.stdin.take().expect("a pipe");
    thread::scope(|scope| {
        // A command that reads nothing closes the pipe.
        scope.spawn(move || drop(input.write_all(stdin.as_ref())));
        let output = child.wait_with_output().expect("the command ends");
        Run {
            code: output.status.code(),
            out: output.stdout,
            err: String::from_utf8(output.stderr).expect("UTF-8 on standard error"),
        }
    })
}

/// A file with these contents.
fn file(name: &str, contents: impl AsRef<[u8]>) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, contents).expect("a file in the folder of the tests");
    path.to_str().expect("a path in UTF-8").to_owned()
}

#[test]
fn is_a_filter() {
    let run = copydesk(&[], "Since 1998,the ferry has sailed daily.").ok();
    assert_eq!(run.text(), "Since 1998, the ferry has sailed daily.");
    assert_eq!(copydesk(&["-"], "fish &amp; chips\n").ok().text(), "fish & chips\n");
    assert_eq!(copydesk(&[], "").ok().text(), "");
}

#[test]
fn reads_files_in_order() {
    let (a, b) = (file("order-a", "A &amp; a\n"), file("order-b", "B &amp; b\n"));
    let run = copydesk(&[&b, "-", &a], "in &amp; between\n").ok();
    assert_eq!(run.text(), "B & b\nin & between\nA & a\n");
}

#[test]
fn lines_of_two_files_stay_apart() {
    let (a, b) = (file("apart-a", "{\"text\":\"A\"}"), file("apart-b", "{\"text\":\"B\"}"));
    let run = copydesk(&["--jsonl", &a, &b], "").ok();
    assert_eq!(run.text(), "{\"text\":\"A\"}\n{\"text\":\"B\"}");
}

#[test]
fn runs_what_it_is_told() {
    let raw = "Fish  &amp; chips,yes.";
    let run = |args: &[&str]| String::from_utf8(copydesk(args, raw).ok().out).unwrap();
    assert_eq!(run(&["--passes", "entities"]), "Fish  & chips,yes.");
    assert_eq!(run(&["--passes", "whitespace,spacing"]), "Fish &amp; chips, yes.");
    assert_eq!(run(&["--preset", "repair"]), "Fish & chips,yes.");
    assert_eq!(run(&["--preset", "article"]), "Fish & chips, yes.");
}

#[test]
fn takes_words_of_ones_own() {
    let words = file("own-words", "# Boats\nreccomend\nalot\n");
    let table = file("own-table", "colour\tcolor\n");
    let raw = "They say that the reccomend is a boat of this colour, and helps alot.\n";
    let run = copydesk(&["--words", &words, "--table", &table], raw).ok();
    assert_eq!(run.text(), raw.replace("colour", "color"));
}

#[test]
fn says_what_is_wrong_with_words_of_ones_own() {
    let usage = |args: &[&str], reason: &str| {
        let run = copydesk(args, "text");
        assert_eq!((run.code, run.text()), (Some(2), ""), "{}", run.err);
        assert_eq!(run.err, format!("copydesk: {reason}\n"));
    };
    let words = file("bad-words", "kaik\n\na boat\n");
    usage(&["--words", &words], &format!("{words}:3: it is more than one word"));
    let table = file("bad-table", "colour\tcolor\nteh the\n");
    let reason = format!("{table}:2: it must be a word, a tab and a replacement");
    usage(&["--table", &table], &reason);
    let latin = file("latin-words", b"kaik\ncaf\xe9\n");
    usage(&["--words", &latin], &format!("{latin}:2: it is not UTF-8"));
    let run = copydesk(&["--words", "/no/such/file"], "text");
    assert!(run.code == Some(2) && run.err.contains("/no/such/file: "), "{}", run.err);
    // There is no pass that the words are for.
    let table = file("table", "a\tb\n");
    let reason = "`--table` is for the pass `spelling`, which does not run";
    usage(&["--passes", "entities,wording", "--table", &table], reason);
    let list = file("list", "alot\n");
    let reason = "`--words` is for the passes `spelling` and `wording`, neither of which runs";
    usage(&["--preset", "repair", "--words", &list], reason);
    // One of them is enough.
    let run = copydesk(&["--passes", "wording", "--words", &list], "It helps alot.").ok();
    assert_eq!(run.text(), "It helps alot.");
}

#[test]
fn lists_the_passes() {
    let run = copydesk(&["--list"], "").ok();
    assert_eq!(run.text().lines().count(), passes::all().len());
    for (line, pass) in run.text().lines().zip(passes::all()) {
        assert!(line.starts_with(pass.name()) && line.ends_with(pass.summary()), "{line}");
    }
}

#[test]
fn explains_instead_of_cleaning() {
    let run = copydesk(&["--explain", "--passes", "entities"], "one\nfish &amp; chips\n").ok();
    assert!(run.text().starts_with("2:6: \"&amp;\" -> \"&\" [entities/"), "{}", run.text());
    assert_eq!(run.text().lines().count(), 1);
    assert_eq!(copydesk(&["--explain"], "Nothing is wrong here.\n").ok().text(), "");

    let (a, b) = (file("explain-a", "a\n"), file("explain-b", "b &amp; b\n"));
    let run = copydesk(&["--explain", "--passes", "entities", &a, &b], "").ok();
    assert!(run.text().starts_with(&format!("{b}:1:3: ")), "{}", run.text());
}

#[test]
fn explains_json_lines_by_number() {
    let lines = "{\"text\": \"fine\"}\n\n{\"text\": \"a &amp; b\"}\n";
    let run = copydesk(&["--jsonl", "--explain", "--passes", "entities"], lines).ok();
    assert!(run.text().starts_with("3:1:3: \"&amp;\" -> \"&\" [entities/"), "{}", run.text());
    assert_eq!(run.text().lines().count(), 1);
}

#[test]
fn keeps_every_other_byte_of_a_json_line() {
    let (before, after) = (
        r#"  { "z":1.0e5, "a" : [ "&amp;",{"text":"&amp;"} ],"z":2, "u":"\u00e9\ud800", "text" :"#,
        r#" , "n":123456789012345678901234567890,"\u0074ext2":null }  "#,
    );
    let raw = format!("{before}\"fish &amp; chips \\u00e9\\n\"{after}\r\n");
    let run = copydesk(&["--jsonl", "--passes", "entities"], &raw).ok();
    assert_eq!(run.text(), format!("{before}\"fish & chips é\\n\"{after}\r\n"));
}

#[test]
fn copies_what_is_clean_or_blank() {
    // Spelled as no serializer would do it, and without a line end.
    let lines =
        "\n \t\n{\"text\":\"caf\\u00E9 \\/\"}\r\n\r\n\u{FEFF}{\"text\": \"\"}\n{ \"text\":\"a\"}";
    assert_eq!(copydesk(&["--jsonl"], lines).ok().text(), lines);
}

#[test]
fn cleans_the_field_it_is_told() {
    let line = |body: &str| format!("{{\"text\":\"a &amp; b\",\"body\":\"{body}\"}}\n");
    let run = copydesk(&["--jsonl", "--field", "body"], line("c &amp; d")).ok();
    assert_eq!(run.text(), line("c & d"));

    // Escapes in a name count for what they say; of two fields the last.
    let run = copydesk(&["--jsonl"], r#"{"text":"1 &amp; 1","\u0074ext":"2 &amp; 2"}"#).ok();
    assert_eq!(run.text(), r#"{"text":"1 &amp; 1","\u0074ext":"2 & 2"}"#);
}

#[test]
fn adds_changes() {
    let lines =
        "{\"text\": \"fish &amp; chips\", \"id\": 1 }\n{\"id\":2,\"text\":\"caf\\u00e9\"}\n";
    let run = copydesk(&["--jsonl", "--changes", "--passes", "entities"], lines).ok();
    let (first, second) = run.text().split_once('\n').expect("two lines");
    assert!(first.starts_with(r#"{"text": "fish & chips", "id": 1,"changes":[{"#), "{first}");
    assert!(first.ends_with("}] }"), "{first}");
    assert_eq!(second, "{\"id\":2,\"text\":\"caf\\u00e9\",\"changes\":[]}\n");

    let mut readme = include_str!("../README.md").lines();
    let shown = readme.find(|line| line.starts_with("{\"raw_range\"")).expect("an example");
    assert!(first.contains(shown), "{first}");

    let first: Value = serde_json::from_str(first).expect("JSON");
    let change = &first["changes"][0];
    assert_eq!(change["raw"], "&amp;");
    assert_eq!(change["clean"], "&");
    assert_eq!(change["raw_range"]["start"], 5);
    assert_eq!(change["raw_range"]["end"], 10);
    assert!(change["rules"][0].as_str().expect("a rule").starts_with("entities/"));

    let run = copydesk(&["--jsonl", "--changes=edits", "-"], "{\"text\":\"a\"}\n").ok();
    assert_eq!(run.text(), "{\"text\":\"a\",\"edits\":[]}\n");

    let taken = "{\"text\":\"a\",\"changes\":0}\n";
    let run = copydesk(&["--jsonl", "--changes"], taken);
    assert_eq!(run.bad(&["-:1:24: there is a member `changes` already"]).text(), taken);
}

#[test]
fn adds_suggestions() {
    let line = "{\"text\":\"Nobody knew where the strng was , not even Anna.\"}\n";
    let run = copydesk(&["--jsonl", "--suggestions", "--changes=edits"], line).ok();
    let object: Value = serde_json::from_str(run.text()).expect("JSON");
    assert_eq!(object["text"], "Nobody knew where the strng was, not even Anna.");
    assert_eq!(object["edits"][0]["rules"][0], "spacing/stray-before-mark");
    let suggestion = &object["suggestions"][0];
    assert_eq!(suggestion["clean"], "strng");
    let candidates = suggestion["candidates"].as_array().expect("an array");
    assert!(candidates.iter().any(|candidate| candidate == "string"), "{candidates:?}");
    assert_eq!(suggestion["raw_range"]["start"], 22);

    let run = copydesk(&["--jsonl", "--suggestions=doubts"], "{\"text\":\"a\"}\n").ok();
    assert_eq!(run.text(), "{\"text\":\"a\",\"doubts\":[]}\n");

    let taken = "{\"suggestions\":0,\"text\":\"a\"}\n";
    let run = copydesk(&["--jsonl", "--suggestions"], taken);
    assert_eq!(run.bad(&["there is a member `suggestions` already"]).text(), taken);
}

#[test]
fn goes_on_after_bad_lines() {
    let lines: &[(&[u8], &str)] = &[
        (b"{\"text\": \"a\"", "lines:2:12: malformed JSON: EOF while parsing an object"),
        (b"{\"text\": \"a\"} {}", "lines:4:15: malformed JSON: trailing characters"),
        (b"[\"text\"]", "lines:6:1: invalid type: sequence, expected an object"),
        (b"text", "lines:8:2: malformed JSON: expected"),
        (b"{\"txt\": \"a\"}", "lines:10:12: no field `text`"),
        (b"{\"text\": null}", "lines:12:13: field `text`: invalid type: null, expected a string"),
        (b"{\"text\": [\"a\"]}", "lines:14:10: field `text`: invalid type: sequence"),
        (b"{\"text\": \"\\udc80\"}", "lines:16:16: field `text`: malformed JSON: "),
        (b"{\"text\": \"\xED\xA0\x80\"}", "lines:18:11: not UTF-8: byte 0xED"),
        (b"{\"text\": \"a\nb\"}", "lines:20:11: malformed JSON: EOF while parsing a string"),
    ];
    let good = b"{\"text\": \"a &amp; b\"}\n";
    let mut raw = Vec::new();
    for (line, _) in lines {
        raw.extend_from_slice(good);
        raw.extend_from_slice(line);
        raw.push(b'\n');
    }
    let mut reasons: Vec<&str> = lines.iter().map(|(_, reason)| *reason).collect();
    // The second half of the line that was broken in two.
    reasons.push("lines:21:1: malformed JSON: expected value");

    let path = file("lines", &raw);
    let run = copydesk(&["--jsonl", &path], "").bad(&reasons);
    let count =
        run.out.split(|b| *b == b'\n').filter(|line| *line == b"{\"text\": \"a & b\"}").count();
    assert_eq!(count, lines.len());
    for (line, _) in lines {
        assert!(run.out.windows(line.len()).any(|window| window == *line), "{line:?} is there");
    }
    assert_eq!(run.out.len(), raw.len() - 4 * lines.len());

    let run = copydesk(&["--jsonl", "--explain", &path], "").bad(&reasons);
    assert_eq!(run.text().lines().count(), lines.len());
}

#[test]
fn goes_on_after_bad_files() {
    let good = file("good", "fish &amp; chips\n");
    let bad = file("bad", b"one\ntwo &amp; \xFF\n");
    let missing = format!("{bad}-is-not-there");
    let folder = env!("CARGO_TARGET_TMPDIR");
    let run = copydesk(&[&bad, &missing, folder, &good], "").bad(&[
        "bad:2:11: not UTF-8: byte 0xFF",
        "bad-is-not-there: ",
        folder,
    ]);
    assert_eq!(run.out, b"one\ntwo &amp; \xFF\nfish & chips\n");

    let run = copydesk(&["--jsonl", &missing, folder], "").bad(&["bad-is-not-there: ", folder]);
    assert_eq!(run.text(), "");
}

#[test]
#[cfg(unix)]
fn names_of_files_need_not_be_utf8() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let path = folder.join(OsStr::from_bytes(b"caf\xE9.txt"));
    // Not every file system has such names.
    if fs::write(&path, "fish &amp; chips\n").is_err() {
        return;
    }
    let run = |args: &[&OsStr]| {
        Command::new(env!("CARGO_BIN_EXE_copydesk")).args(args).output().expect("the command runs")
    };
    assert_eq!(run(&[path.as_os_str()]).stdout, b"fish & chips\n");
    let missing = folder.join(OsStr::from_bytes(b"th\xE9.txt"));
    let told = run(&[missing.as_os_str()]).stderr;
    assert!(String::from_utf8_lossy(&told).contains("th\u{fffd}.txt: "), "{told:?}");
}

#[test]
fn takes_the_language_that_it_is_told() {
    let raw = "Teh ferry was late , and nobody knew why.\n";
    for (args, clean) in [
        (&[] as &[&str], "The ferry was late, and nobody knew why.\n"),
        (&["--language", "en-GB"], "The ferry was late, and nobody knew why.\n"),
        (&["--language", "de"], "Teh ferry was late, and nobody knew why.\n"),
    ] {
        assert_eq!(copydesk(args, raw).ok().text(), clean, "{args:?}");
        let line = format!("{}\n", serde_json::json!({ "text": raw, "site": "a" }));
        let args = [&["--jsonl", "--site-field", "site"], args].concat();
        let run = copydesk(&args, &line).ok();
        let object: serde_json::Value = serde_json::from_str(run.text()).unwrap();
        assert_eq!(object["text"], clean, "{args:?}");
    }
}

#[test]
fn refuses_bad_usage() {
    let usages: [(&[&str], &str); 12] = [
        (&["--passes", "spacing,spceling"], "there is no pass `spceling`; the passes are mojibake"),
        (&["--passes", ""], "there is no pass ``"),
        (
            &["--preset", "articles"],
            "there is no preset `articles`; the presets are repair, article",
        ),
        (&["--passes", "spacing", "--preset", "repair"], "cannot be used with"),
        (&["--field", "body"], "--jsonl"),
        (&["--changes"], "--jsonl"),
        (
            &["--jsonl", "--changes=a", "--suggestions=a"],
            "changes and suggestions cannot both be called `a`",
        ),
        (&["--jsonl", "--changes=text"], "no member `text` can be added"),
        (
            &["--jsonl", "--site-field", "site", "--suggestions=site"],
            "no member `site` can be added",
        ),
        (&["--jsonl", "--threads", "0"], "it must be a whole number, 1 or more"),
        (&["--language", "English"], "`English` is no language; a tag such as `en`"),
        (&["--no-such-option"], "--no-such-option"),
    ];
    for (args, reason) in usages {
        let run = copydesk(args, "fish &amp; chips");
        assert_eq!(run.code, Some(2), "{args:?}");
        assert_eq!(run.text(), "", "{args:?}");
        assert!(run.err.contains(reason), "{args:?}: {}", run.err);
    }
}

#[test]
fn bears_large_and_deep_lines() {
    let deep = format!(
        "{{\"a\":{}{},\"text\":\"x &amp; y\"}}\n",
        "[".repeat(100_000),
        "]".repeat(100_000)
    );
    let large = format!("{{\"text\":\"{}\"}}\n", "The boat left at dawn. ".repeat(200_000));
    let many = "{\"text\":\"The boat &amp; the town.\"}\n".repeat(20_000);
    let run = copydesk(&["--jsonl"], format!("{deep}{large}{many}")).ok();
    assert_eq!(run.text().lines().count(), 20_002);
    assert!(!run.text().contains("&amp;"));
}

#[test]
fn keeps_the_order_on_any_number_of_threads() {
    let lines = |mark: &str| -> String {
        let line =
            |n: usize| format!("{{\"id\":{n},\"text\":\"a {mark} b{}\"}}\n", " c".repeat(n % 99));
        (0..20_000).map(line).collect()
    };
    for threads in ["1", "2", "7"] {
        let run =
            copydesk(&["--jsonl", "--threads", threads, "--passes", "entities"], lines("&amp;"))
                .ok();
        assert!(run.text() == lines("&"), "{threads} threads");
    }
}

#[test]
fn answers_line_by_line() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_copydesk"))
        .arg("--jsonl")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the command starts");
    let mut input = child.stdin.take().expect("a pipe");
    let mut output = BufReader::new(child.stdout.take().expect("a pipe"));
    for number in 0..3 {
        let line = format!("{{\"id\":{number},\"text\":\"a\"}}\n");
        input.write_all(line.as_bytes()).expect("the command reads");
        let mut answer = String::new();
        output.read_line(&mut answer).expect("UTF-8");
        assert_eq!(answer, line);
    }
    drop(input);
    assert!(child.wait().expect("the command ends").success());
}

#[test]
fn ends_quietly_when_nobody_reads() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_copydesk"))
        .arg("--jsonl")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    drop(child.stdout.take());
    let mut input = child.stdin.take().expect("a pipe");
    // It ends, and the pipe breaks, long before all of this is written.
    let line = format!("{{\"text\":\"{}\"}}\n", "a".repeat(1000));
    let mut wrote = 0;
    while wrote < 200_000 && input.write_all(line.as_bytes()).is_ok() {
        wrote += 1;
    }
    drop(input);
    let mut err = String::new();
    child.stderr.take().expect("a pipe").read_to_string(&mut err).expect("UTF-8");
    let code = child.wait().expect("the command ends").code();
    assert_eq!((code, err.as_str()), (Some(0), ""));
    assert!(wrote < 200_000);
}

/// JSON lines of five pages of one site and of one of another.
fn pages() -> String {
    let bodies = [
        "The old ferry was sold to a man who wants to live in it.",
        "Nobody has seen the harbour master since the first of May.",
        "The council bought forty new benches for people who watch ships.",
        "Two anglers say that they have seen a whale from the pier.",
    ];
    let page = |site: &str, body: &str| {
        let text = format!("Tides | Ferries | Eels\\n{body}\\nSo say we all");
        format!("{{\"site\":\"{site}\",\"text\":\"{text}\"}}\n")
    };
    let of_one: String = bodies.iter().map(|body| page("a.example", body)).collect();
    of_one + &page("b.example", bodies[0])
}

/// The same, clean.
fn clean_pages() -> String {
    let pages = pages();
    let (of_one, other) = pages.split_at(pages.rfind("{\"site\"").unwrap());
    of_one.replace("Tides | Ferries | Eels\\n", "").replace("So say we all", "") + other
}

const SITES: [&str; 5] = ["--jsonl", "--passes", "whitespace", "--site-field", "site"];

#[test]
fn takes_out_what_the_pages_of_a_site_repeat() {
    // From standard input, which cannot be read twice, and from files.
    let pages = pages();
    assert_eq!(copydesk(&SITES, &pages).ok().text(), clean_pages());
    let (one, two) = pages.split_at(pages.find('\n').unwrap() + 1);
    let (one, two) = (file("site-a", one), file("site-b", two));
    let run = copydesk(&[&SITES[..], &[&one, &two]].concat(), "").ok();
    assert_eq!(run.text(), clean_pages());
    let run = copydesk(&[&SITES[..], &["--threads", "1", "--explain"]].concat(), &pages).ok();
    assert!(run.text().contains("[site-lines/repeated-line]"), "{}", run.text());
}

#[test]
fn the_pass_for_sites_can_be_named_among_others() {
    let run = |passes, pages: &str| {
        copydesk(&["--jsonl", "--site-field", "site", "--passes", passes], pages).ok()
    };
    assert_eq!(run("site-lines", &pages()).text(), clean_pages());
    let raw = pages().replace("Tides", "T&#105;des");
    assert_eq!(run("site-lines,entities", &raw).text(), clean_pages());
    // Alone it sees another line than the one that was learned.
    assert!(run("site-lines", &raw).text().contains("T&#105;des | Ferries"));
}

#[test]
fn saves_and_loads_what_sites_repeat() {
    let saved = file("sites", "");
    let run = copydesk(&[&SITES[..], &["--learn", &saved]].concat(), pages()).ok();
    assert_eq!(run.text(), "");
    let profiles = fs::read_to_string(&saved).unwrap();
    assert!(
        profiles.starts_with("{\"site\":\"a.example\",\"profile\":{\"version\":1,\"pages\":4,")
    );
    assert_eq!(profiles.lines().count(), 2);

    // Of one page alone nobody could tell.
    let first = pages().split_inclusive('\n').next().unwrap().to_owned();
    let clean = clean_pages().split_inclusive('\n').next().unwrap().to_owned();
    let load = [&SITES[..], &["--site-profiles", &saved]].concat();
    assert_eq!(copydesk(&load, &first).ok().text(), clean);
    assert_eq!(copydesk(&SITES, &first).ok().text(), first);

    // More can be learned later, and files can be put together.
    let more = [&load[..], &["--learn", &saved]].concat();
    copydesk(&more, pages()).ok();
    let doubled = fs::read_to_string(&saved).unwrap();
    assert!(doubled.contains("\"pages\":8,"), "{doubled}");
    let both = file("sites-both", format!("{profiles}\n{profiles}"));
    let again = file("sites-again", "");
    copydesk(&[&SITES[..], &["--site-profiles", &both, "--learn", &again]].concat(), "").ok();
    assert_eq!(fs::read_to_string(&again).unwrap(), doubled);
}

#[test]
#[cfg(unix)]
fn a_file_of_profiles_stays_until_there_is_another() {
    use std::os::unix::fs::{PermissionsExt, symlink};

    let saved = file("sites-there", "of before");
    fs::set_permissions(&saved, fs::Permissions::from_mode(0o640)).unwrap();
    let link = format!("{saved}-link");
    // A run before may have left it.
    let _ = fs::remove_file(&link);
    symlink(&saved, &link).unwrap();
    let learn = [&SITES[..], &["--learn", &link]].concat();

    for (more, raw) in [(&[][..], "{\"text\":1}\n"), (&["/no/such/file"][..], "")] {
        assert_eq!(copydesk(&[&learn[..], more].concat(), raw).code, Some(1));
        assert_eq!(fs::read_to_string(&saved).unwrap(), "of before");
    }
    copydesk(&learn, pages()).ok();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert!(fs::read_to_string(&saved).unwrap().contains("a.example"));
    assert_eq!(fs::metadata(&saved).unwrap().permissions().mode() & 0o777, 0o640);
}

#[test]
fn tells_what_is_wrong_with_a_site() {
    let lines = "{\"text\":\"a\",\"site\":\"s\"}\n{\"text\":\"b\"}\n{\"text\":\"c\",\"site\":7}\n";
    let run = copydesk(&SITES, lines);
    assert_eq!(run.text(), lines);
    assert_eq!(run.code, Some(1));
    assert!(run.err.contains("copydesk: -:2:12: no field `site`\n"), "{}", run.err);
    assert!(run.err.contains("-:3:20: field `site`: invalid type"), "{}", run.err);
    // When nothing is cleaned, it is told too.
    let saved = file("sites-bad", "");
    let run = copydesk(&[&SITES[..], &["--learn", &saved]].concat(), lines);
    assert_eq!(run.code, Some(1));
    assert_eq!(run.err.lines().count(), 2, "{}", run.err);
    assert_eq!(fs::read_to_string(&saved).unwrap().lines().count(), 1);

    let missing = copydesk(&[&SITES[..], &["--site-profiles", "/no/such/file"]].concat(), lines);
    assert_eq!((missing.code, missing.text()), (Some(2), ""));
    let bad = file(
        "sites-malformed",
        "\n{\"site\":\"s\",\"profile\":{\"version\":9,\"pages\":1,\"missed\":0,\"lines\":{}}}\n",
    );
    let run = copydesk(&[&SITES[..], &["--site-profiles", &bad]].concat(), lines);
    assert_eq!((run.code, run.text()), (Some(2), ""));
    let told = &run.err;
    assert!(told.starts_with(&format!("copydesk: {bad}:2:")), "{told}");
    assert!(told.contains("version 9 is not supported"), "{told}");

    let cut_off = file("sites-cut-off", "{\"site\":\"s\"\n");
    let run = copydesk(&[&SITES[..], &["--site-profiles", &cut_off]].concat(), lines);
    assert_eq!(run.code, Some(2));
    assert!(
        run.err.starts_with(&format!("copydesk: {cut_off}:1:11: malformed JSON: ")),
        "{}",
        run.err
    );

    let not_text = file("sites-not-text", b"\n\xff");
    let run = copydesk(&[&SITES[..], &["--site-profiles", &not_text]].concat(), lines);
    assert_eq!(run.code, Some(2));
    assert_eq!(run.err, format!("copydesk: {not_text}:2:1: not UTF-8: byte 0xFF\n"));

    let run = copydesk(&["--jsonl", "--passes", "site-lines"], lines);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("--site-field"), "{}", run.err);
    let twice = ["--jsonl", "--site-field", "site", "--passes", "site-lines,spacing,site-lines"];
    let run = copydesk(&twice, lines);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("`site-lines` can be named but once"), "{}", run.err);
    let run = copydesk(&["--jsonl", "--learn", &saved], lines);
    assert_eq!(run.code, Some(2));
    let unwritable = copydesk(&[&SITES[..], &["--learn", "/no/such/dir/file"]].concat(), "");
    assert_eq!(unwritable.code, Some(2));
    assert!(unwritable.err.contains("/no/such/dir/file: "), "{}", unwritable.err);
}
