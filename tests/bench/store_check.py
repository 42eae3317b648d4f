#!/usr/bin/env python3
"""One article against a store: how long, in how much memory, and does it find what the full report finds?

usage: tests/bench/store_check.py PROGRAM [--sample 200] [--seed 1] [--least 0.99] [--keep DIR]

Makes stores of 2,000 and of all stories of the Reuters collection and checks a sample of its articles against them, each
in the place of itself. Prints the time to fill a store and to bring it up to date, the times of a check (warm: everything
was read before), its memory beside both stores, and how many of the findings of the full report that quote the article the
check has: relation, check, confidence and on each side the same value with the same claims, whatever their order. What
differs is listed with --verbose. Status 1 below --least. Needs CROSSCHECK_SHARED.
"""
import argparse
import collections
import json
import lzma
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time


def run(words, **more):
    """Output, wall seconds, megabytes at most."""
    start = time.perf_counter()
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **more)
    out, err = process.stdout.read(), process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"{' '.join(words)}: status {process.returncode}\n{err.decode()}")
    return out, time.perf_counter() - start, usage.ru_maxrss / 1024, usage.ru_utime + usage.ru_stime


def findings(report, of=None):
    """What each finding says, as something to count; with `of` those that quote that document."""
    claims = {claim["id"]: claim for claim in report["claims"]}
    place = lambda c: (claims[c]["doc"], claims[c].get("in", "text"), claims[c]["begin"], claims[c]["end"])
    told = collections.defaultdict(collections.Counter)
    for finding in report["findings"]:
        sides = frozenset((side["value"], frozenset(map(place, side["claims"]))) for side in finding["sides"])
        inputs = frozenset(place(c) for d in finding.get("derivation", []) for c in d["inputs"])
        key = (finding["relation"], finding["check"], round(finding["confidence"], 6), sides, inputs)
        for document in {p[0] for _, side in sides for p in side} | {p[0] for p in inputs}:
            told[document][key] += 1
    return told


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--sample", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--least", type=float, default=0.99)
    parser.add_argument("--keep", help="a folder for the stores and the full report, used again when they are there")
    parser.add_argument("--verbose", action="store_true")
    args = parser.parse_args()
    shared = os.environ.get("CROSSCHECK_SHARED")
    if not shared:
        sys.exit("CROSSCHECK_SHARED is not set: nothing to measure")
    folder = args.keep or tempfile.mkdtemp(prefix="crosscheck-store-")
    os.makedirs(folder, exist_ok=True)
    rows = lzma.open(f"{shared}/bench/reuters/docs.jsonl.xz", "rb").read().splitlines()
    ids = [json.loads(row)["id"] for row in rows]

    def stored(count):
        corpus, store = f"{folder}/{count}/reuters.jsonl", f"{folder}/{count}.store"
        os.makedirs(os.path.dirname(corpus), exist_ok=True)
        with open(corpus, "wb") as out:
            out.write(b"\n".join(rows[:count]) + b"\n")
        index = [args.program, "index", corpus, "--store", store]
        _, fill, memory, _ = run(index)
        _, again, _, _ = run(index)
        with open(corpus, "ab") as out:
            out.write(json.dumps({"id": "one-more", "text": "Acme bought Globex for 3 billion dlrs in May."}).encode() + b"\n")
        _, more, _, _ = run(index)
        with open(corpus, "wb") as out:
            out.write(b"\n".join(rows[:count]) + b"\n")
        run(index)
        size = os.path.getsize(store) / 1e6
        print(f"{count:6} articles: filled in {fill:.1f} s ({memory:.0f} MB), unchanged {again:.2f} s, one more {more:.1f} s; "
              f"{size:.0f} MB")
        return corpus, store

    _, small = stored(2000)
    corpus, large = stored(len(rows))
    full = f"{folder}/full.json"
    if not os.path.exists(full):
        start = time.perf_counter()
        with open(full, "wb") as out:
            if subprocess.call([args.program, "report", corpus, "--format", "json"], stdout=out) not in (0, 1):
                sys.exit("the full report failed")
        print(f"the full report: {time.perf_counter() - start:.1f} s")
    sample = random.Random(args.seed).sample(range(len(rows)), args.sample)
    checked = {}
    wall, cpu, memory = ({2000: [], len(rows): []} for _ in range(3))
    for number in sample:  # before the full report is read: a child's memory counts its parent's
        article = f"{folder}/article.jsonl"
        with open(article, "wb") as out:
            out.write(rows[number] + b"\n")
        for count, store in ((2000, small), (len(rows), large)):
            words = [args.program, "check", article, "--against", store, "--format", "json"]
            out, seconds, megabytes, work = run(words)
            wall[count].append(1000 * seconds)
            cpu[count].append(1000 * work)
            memory[count].append(megabytes)
        checked[ids[number]] = findings(json.loads(out))[ids[number]]
    expected = findings(json.load(open(full)))
    same = all_expected = extra = articles_same = 0
    for name, have in checked.items():
        want = expected[name]
        same += sum((want & have).values())
        all_expected += sum(want.values())
        extra += sum((have - want).values())
        articles_same += want == have
        if args.verbose and want != have:
            print(name)
            for key in (want - have):
                print("   missing", key[:3], [(v, len(c), sorted(c)[:3]) for v, c in key[3]])
            for key in (have - want):
                print("   extra  ", key[:3], [(v, len(c), sorted(c)[:3]) for v, c in key[3]])
    for count in wall:
        quantile = sorted(wall[count])[int(0.95 * len(wall[count]))]
        print(f"a check against {count:6} articles: median {statistics.median(wall[count]):.0f} ms, 95 % within "
              f"{quantile:.0f} ms, most {max(wall[count]):.0f} ms; processor median {statistics.median(cpu[count]):.0f} ms, most "
              f"{max(cpu[count]):.0f} ms; memory "
              f"median {statistics.median(memory[count]):.1f} MB, most {max(memory[count]):.1f} MB")
    share = same / all_expected if all_expected else 1
    print(f"findings of the full report that the check has: {same} of {all_expected} ({100 * share:.2f} %); {extra} others; "
          f"{articles_same} of {args.sample} articles the same")
    return 0 if share >= args.least else 1


if __name__ == "__main__":
    sys.exit(main())
