#!/usr/bin/env python3
"""Makes pairs.txt: which words of the lexicon stand side by side more often than rarely, and how often.

    build_pairs.py [--cache DIR]

Counts the pairs in the texts that texts.py knows and reads words.tsv beside this file. The same packages
give the same file: a line for each first word, in the order of the bytes, with the second words behind a
tab, each with its step on the scale of words.tsv (`of<TAB>any28 the49`).
"""
import argparse
import os
import tempfile

import texts
from build_words import steps

HERE = os.path.dirname(os.path.abspath(__file__))
# How much prose counts against manuals.
PROSE = 0.8
# So many pairs, the most frequent ones.
KEPT = 242_000
# The step of all words together, as in src/lexicon/pairs.rs.
ALL_WORDS = 73
# A pair of one package only must be there more often, and counts less if that is a manual: manuals
# say the same thing over and over.
LEAST, LEAST_OF_ONE, PART_OF_ONE = 2, 4, 0.4
# What is taken off a count: a pair that is rare in the texts is there by chance more often.
DISCOUNT = 0.3


def frequent(counts):
    """The most frequent pairs, with the steps by which they are more frequent than chance makes them."""
    prose, manuals = counts.pairs
    totals = [sum(c.values()) for c in counts.words]
    shares = []
    for pair, sources in counts.pair_sources.items():
        here, there = prose[pair], manuals[pair]
        if here + there < (LEAST if sources > 1 else LEAST_OF_ONE):
            continue
        if sources == 1:
            there *= PART_OF_ONE
        left = max(0, 1 - DISCOUNT / (here + there))
        share = left * (PROSE * here / totals[0] + (1 - PROSE) * there / totals[1])
        if share > 0:
            shares.append((share, pair))
    shares.sort(key=lambda s: (-s[0], s[1]))
    alone = {word: steps(share) for word, share in counts.shares(counts.words, PROSE).items()}
    kept = shares[:KEPT]
    return [(pair, round(steps(share)) - alone[pair[0]] - alone[pair[1]] + steps(1)) for share, pair in kept]


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--cache")
    args = parser.parse_args()
    with open(f"{HERE}/words.tsv", encoding="utf-8") as f:
        known = {word: int(step) for word, _, step in (line.split("\t") for line in f)}
    with tempfile.TemporaryDirectory() as temporary:
        cache = os.path.abspath(args.cache or temporary)
        os.makedirs(cache, exist_ok=True)
        counts = texts.count(cache, known)
    pairs = {}
    for (first, second), attraction in frequent(counts):
        # As the library takes it off again: what the words of the texts are like does not matter.
        step = max(2, min(63, round(known[first] + known[second] - ALL_WORDS + attraction)))
        pairs.setdefault(first, []).append(f"{second}{step}")
    with open(f"{HERE}/pairs.txt", "w", encoding="utf-8", newline="\n") as f:
        for first in sorted(pairs, key=str.encode):
            f.write(f"{first}\t{' '.join(sorted(pairs[first], key=str.encode))}\n")


if __name__ == "__main__":
    main()
