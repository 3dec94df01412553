#!/usr/bin/env python3
"""Measures what only shows from outside: the command, and the build.

    python3 benches/command.py            # all but the build
    python3 benches/command.py threads    # how the command scales on threads
    python3 benches/command.py memory     # what it holds on an endless stream
    python3 benches/command.py data       # what the library adds to a program
    python3 benches/command.py build      # a clean build of the library, without `cli`

`threads` and `build` want a machine that does nothing else: they tell how busy
it is.
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / "target" / "command"
TARGET = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
COPYDESK = TARGET / "release" / "copydesk"


def cargo(*args, **more):
    subprocess.run(["cargo", args[0], "--quiet", *args[1:]], check=True, cwd=ROOT, **more)


def documents():
    """Documents of clean and of dirty English, made up by the benches."""
    WORK.mkdir(parents=True, exist_ok=True)
    cargo("bench", "--bench", "ratios", "--", "--write", str(WORK))
    names = ["english-clean", "english-dirty-200"]
    return [d for name in names for d in (WORK / f"{name}.txt").read_bytes().decode().split("\0")]


def threads():
    """The time on one thread in ratio to that on two, in turns."""
    lines, cleaned = WORK / "lines.jsonl", WORK / "cleaned.jsonl"
    texts = documents()
    size = 0
    with lines.open("w", encoding="utf-8") as out:
        number = 0
        while size < 30_000_000:
            for text in texts:
                size += out.write(json.dumps({"id": number, "text": text}, ensure_ascii=False) + "\n")
                number += 1
    times = {1: [], 2: []}
    busy = os.getloadavg()[0]
    outputs = set()
    for _ in range(5):
        for count, measured in times.items():
            command = [COPYDESK, "--jsonl", "--threads", str(count), lines]
            # Into a file: who reads a pipe takes a core from the two.
            with cleaned.open("wb") as out:
                start = time.perf_counter()
                subprocess.run(command, check=True, stdout=out)
                measured.append(time.perf_counter() - start)
            outputs.add(cleaned.read_bytes())
    assert len(outputs) == 1, "the output depends on the threads"
    numbers = [json.loads(line)["id"] for line in outputs.pop().splitlines()]
    assert numbers == list(range(number)), "the order has changed"
    ratio = statistics.median(one / two for one, two in zip(times[1], times[2]))
    speed = size / 1e6 / statistics.median(times[2])
    print(f"threads: two are {ratio:.2f} times as fast as one ({speed:.1f} MB/s), order kept; load before {busy:.1f}")


def memory():
    """The most memory that the command held after so much of a stream."""
    text = "\n\n".join(documents()[:2])
    line = (json.dumps({"text": text}) + "\n").encode()
    chunk = line * (1_000_000 // len(line) + 1)
    sizes = [10, 100, 1000, 2000]
    process = subprocess.Popen([COPYDESK, "--jsonl"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def read():
        while process.stdout.read(1 << 20):
            pass

    reader = threading.Thread(target=read)
    reader.start()
    written = 0
    for size in sizes:
        while written < size * 1_000_000:
            process.stdin.write(chunk)
            written += len(chunk)
        status = Path(f"/proc/{process.pid}/status").read_text()
        peak = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))
        print(f"memory: at most {peak / 1e3:.1f} MB held in {size:,} MB of JSON lines")
    process.stdin.close()
    reader.join()
    assert process.wait() == 0


PROGRAMS = {
    "nothing": "fn main() { println!(\"{}\", std::env::args().count()); }",
    "copydesk": "fn main() { for raw in std::env::args() { println!(\"{}\", copydesk::clean(&raw)); } }",
}


def data():
    """What the library adds to a stripped program, and how much of it is data."""
    found = {}
    for name, main in PROGRAMS.items():
        with tempfile.TemporaryDirectory() as folder:
            folder = Path(folder)
            (folder / "src").mkdir()
            (folder / "src" / "main.rs").write_text(main)
            uses = f'copydesk = {{ path = "{ROOT}" }}\n' if name == "copydesk" else ""
            (folder / "Cargo.toml").write_text(
                f'[package]\nname = "{name}-size"\nversion = "0.0.0"\nedition = "2024"\n[dependencies]\n{uses}'
                '[profile.release]\nstrip = true\nlto = "thin"\ncodegen-units = 1\n[workspace]\n'
            )
            if uses:
                (folder / "Cargo.lock").write_bytes((ROOT / "Cargo.lock").read_bytes())
            env = {**os.environ, "CARGO_TARGET_DIR": str(WORK / "size")}
            subprocess.run(["cargo", "build", "--release", "--quiet"], check=True, cwd=folder, env=env)
        program = WORK / "size" / "release" / f"{name}-size"
        sections = subprocess.run(["size", "-A", program], check=True, capture_output=True, text=True).stdout
        sizes = dict(line.split()[:2] for line in sections.splitlines() if line.startswith("."))
        constant = sum(int(sizes.get(name, 0)) for name in (".rodata", ".data.rel.ro", ".data"))
        found[name] = program.stat().st_size, constant
    (whole, constant), (empty, without) = found["copydesk"], found["nothing"]
    print(f"data: {(constant - without) / 1e6:.2f} MB of constant data, {(whole - empty) / 1e6:.2f} MB of program in all")


def build():
    """The time of a clean release build of the library without `cli`."""
    cargo("fetch")
    busy = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter(), processor()
        cargo("build", "--release", "--lib", env={**os.environ, "CARGO_TARGET_DIR": folder})
        elapsed, worked = time.perf_counter() - start[0], processor() - start[1]
    print(
        f"build: {elapsed:.1f} s on {os.cpu_count()} cores ({worked:.1f} s of the processor); load before {busy:.1f}"
    )


def processor():
    """The seconds of the processor that all programs took so far."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="*", metavar="WHAT", default=["threads", "memory", "data"])
    wanted = parser.parse_args().what
    jobs = {job.__name__: job for job in (threads, memory, data, build)}
    if unknown := [name for name in wanted if name not in jobs]:
        parser.error(f"what is {unknown[0]}? There are {', '.join(jobs)}")
    if {"threads", "memory"} & set(wanted):
        cargo("build", "--release", "--features", "cli")
    for name in wanted:
        jobs[name]()
        sys.stdout.flush()


if __name__ == "__main__":
    main()
