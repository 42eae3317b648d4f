#!/usr/bin/env python3
"""How the time of a report grows with the corpus: 1, 2 and 4 times the Reuters collection, two threads.

usage: tests/bench/scale.py PROGRAM [--times 1,2,4] [--seed N] [--sample N]

Twice the collection is the collection and as many stories drawn from it with a fixed seed, in which every name, every
rare word and every figure is another one: a story drawn anew tells of another event, so stories do not grow with the
collection, their number does. Figures keep their form, and equal ones of a story stay equal; were they kept, a story
drawn twice would look like two versions of one text. Prints, for each size, the wall time, the most memory, megabytes
of text a second of each room, and at the end the exponents of time against documents (1 is linear): of the whole and of
`link`. Needs CROSSCHECK_SHARED.
"""
import argparse
import collections
import hashlib
import json
import lzma
import math
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import time

SYLLABLES = [c + v for c in "bdfgklmnprstvz" for v in "aeiou"]
WORD = re.compile(r"[A-Za-z]{4,}")
FIGURE = re.compile(r"\d[\d.,]*\d")
RARE = 0.01  # of the stories; what fewer use tells one story from another


def common_words(rows):
    """What is no name and not rare, in small letters."""
    stories = collections.Counter()
    for row in rows:
        stories.update(set(WORD.findall(row["text"])))
    return {word for word, count in stories.items() if count >= RARE * len(rows)}


def renamed(text, common, copy):
    """Every other word becomes another one, the same in the whole story and with the same capitals."""
    def other(match):
        word = match.group()
        if word in common or word.lower() in common or word.capitalize() in common:
            return word
        digest = hashlib.md5(f"{copy}/{word.lower()}".encode()).digest()
        fresh = "".join(SYLLABLES[byte % len(SYLLABLES)] for byte in digest[:3])
        return fresh.upper() if word.isupper() else fresh.capitalize() if word[0].isupper() else fresh
    return WORD.sub(other, text)


def refigured(text, copy):
    """Every digit but 0 becomes another one, the same in the whole story; years and what may be days stay."""
    digits = list("123456789")
    random.Random(copy).shuffle(digits)
    table = str.maketrans("123456789", "".join(digits))

    def other(match):
        figure = match.group()
        dated = re.fullmatch(r"(19|20)\d\d|[0-3]\d", figure)
        return figure if dated else figure.translate(table)
    return FIGURE.sub(other, text)


def retold(text, common, copy):
    return refigured(renamed(text, common, copy), copy)


def grown(rows, times, seed):
    yield from rows
    common = common_words(rows)
    dice = random.Random(seed)
    for number in range((times - 1) * len(rows)):
        row = dict(dice.choice(rows))
        copy = f"{seed}-{number}"
        row["id"] = f"{row['id']}-{copy}"
        row["language"] = "en"  # made-up words would be told as Malagasy
        row["text"] = retold(row["text"], common, copy)
        if row.get("title"):
            row["title"] = retold(row["title"], common, copy)
        yield row


def measured(program, rules, path, folder):
    start = time.time()
    run = subprocess.run([program, "--rules", rules, "report", path, "--threads", "2", "--timings", "--format", "json", "-o",
                          folder], stdout=subprocess.PIPE, text=True)
    wall = time.time() - start
    if run.returncode > 1:
        sys.exit(f"{program} failed with status {run.returncode}")
    rooms = {m.group(1): float(m.group(2)) / 1000 for m in re.finditer(r"^ {4}(\w+) +([\d.]+) ms$", run.stdout, re.M)}
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 2**20  # the most of any child: sizes grow
    return wall, memory, rooms


def exponent(points):
    """Least squares through the logarithms."""
    xs, ys = [math.log(x) for x, _ in points], [math.log(max(y, 1e-6)) for _, y in points]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys)) / sum((a - x) ** 2 for a in xs)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program")
    parser.add_argument("--times", default="1,2,4")
    parser.add_argument("--seed", type=int, default=1987)
    parser.add_argument("--sample", type=int, default=0, help="so many stories instead of all")
    options = parser.parse_args()
    shared = os.environ.get("CROSSCHECK_SHARED")
    if not shared:
        print("CROSSCHECK_SHARED is not set: skipped")
        sys.exit(77)
    rules = os.path.join(os.path.dirname(__file__), "..", "..", "rules")
    with lzma.open(os.path.join(shared, "bench/reuters/docs.jsonl.xz"), "rt") as lines:
        rows = [json.loads(line) for line in lines]
    if options.sample:
        rows = random.Random(options.seed).sample(rows, options.sample)
    whole, link = [], []
    for times in map(int, options.times.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "docs.jsonl")
            size = count = 0
            with open(path, "w") as out:
                for row in grown(rows, times, options.seed):
                    out.write(json.dumps(row, ensure_ascii=False) + "\n")
                    size += len(row["text"].encode())
                    count += 1
            wall, memory, rooms = measured(options.program, rules, path, folder)
        whole.append((count, wall))
        link.append((count, rooms.get("link", 0)))
        print(f"{count} documents, {size / 1e6:.1f} MB: {wall:.1f} s, {memory:.2f} GB, {size / 1e6 / wall:.1f} MB/s")
        for room, seconds in rooms.items():
            if room != "total" and seconds > 0:
                print(f"  {room:10} {seconds:8.2f} s {size / 1e6 / seconds:10.1f} MB/s")
    if len(whole) > 1:
        print(f"time grows with the {exponent(whole):.2f}th power of the documents, link with the {exponent(link):.2f}th")


if __name__ == "__main__":
    main()
