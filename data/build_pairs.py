#!/usr/bin/env python3
"""Makes pairs.txt: which words of the lexicon stand side by side more often than rarely, and how often.

    build_pairs.py [--cache DIR]

Fetches the package that README.md names (pip must work) and reads words.tsv beside this file. The same
package gives the same file: a line for each first word, in the order of the bytes, with the second words
behind a tab, each with its step on the scale of words.tsv (`of<TAB>any28 the49`).
"""
import argparse
import glob
import math
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
WHEEL = "symspellpy==6.10.1"
FILE = "symspellpy/frequency_bigramdictionary_en_243_342.txt"
# The list counts pairs in another unit than the list of single words from the same package.
UNIT = 64


def scale(count):
    """A count out of about 10^12 on the scale of the lexicon, as in build_words.py."""
    return max(2, min(63, round((math.log2(max(1, count)) - 8) * 2.3)))


def fetch(cache):
    if not os.path.isdir(f"{cache}/symspellpy"):
        pip = [sys.executable, "-m", "pip", "-q", "download", "--no-deps", "-d", cache, WHEEL]
        subprocess.run(pip, check=True)
        wheel = glob.glob(f"{cache}/symspellpy-*.whl")[0]
        subprocess.run(["unzip", "-qo", wheel, "-d", f"{cache}/symspellpy"], check=True)


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--cache")
    args = parser.parse_args()
    with open(f"{HERE}/words.tsv", encoding="utf-8") as f:
        known = {line.split("\t", 1)[0] for line in f}
    pairs = {}
    with tempfile.TemporaryDirectory() as temporary:
        cache = os.path.abspath(args.cache or temporary)
        os.makedirs(cache, exist_ok=True)
        fetch(cache)
        with open(f"{cache}/symspellpy/{FILE}", encoding="utf-8-sig") as f:
            for first, second, count in map(str.split, f):
                if first in known and second in known:
                    pairs.setdefault(first, []).append(f"{second}{scale(int(count) / UNIT)}")
    with open(f"{HERE}/pairs.txt", "w", encoding="utf-8", newline="\n") as f:
        for first in sorted(pairs, key=str.encode):
            f.write(f"{first}\t{' '.join(sorted(pairs[first], key=str.encode))}\n")


if __name__ == "__main__":
    main()
