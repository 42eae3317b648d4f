#!/usr/bin/env python3
"""Holds `crosscheck report` against annotated events, when the measurement data lies beside the checkout (or where
CROSSCHECK_SHARED says): stories and findings that cross two events (bench/ecb/docs-all.jsonl), and the facts of thirteen
events (docs.jsonl, slots.jsonl, traps.jsonl). The thirteen are cross-validated: what is said of an event comes from weights
that `crosscheck train --leave-out` learned from the twelve others. How far the models' probabilities can be believed on events
not seen is printed as well. The scorers beside the data do the counting. A figure may not fall more than 0.002 below its
floor in event_floors.json; crossed findings may not rise above theirs. Exit status 77: skipped.

usage: event_floors.py PROGRAM [--raise]
  --raise  write every better figure down as the new floor; none is made easier"""
import concurrent.futures
import json
import os
import shutil
import subprocess
import sys
import tempfile

from floors import HERE, RULES, SKIPPED, data_at, keep, kept as kept_floors, options as options_of

FLOORS = os.path.join(HERE, "event_floors.json")
SLACK = 0.002
# What is traded against recall has a bar instead of a floor that rises.
BARS = {"agree precision": 0.92, "traps fallen into": 0.05, "contradict strict precision": 0.5,
        "crossed findings per 100 documents": 1.0}
LOWER_IS_BETTER = {"crossed findings per 100 documents", "traps fallen into"}


def run(command):
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode > 1:
        sys.exit(f"{' '.join(command[:3])} … ended with status {done.returncode}\n{done.stderr[:2000]}")
    return done.stdout


def rows(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def report_on(program, documents, work):
    path = os.path.join(work, "report.json")
    with open(path, "w", encoding="utf-8") as out:
        out.write(run([program, "--rules", RULES, "report", documents, "--format", "json"]))
    return path


def fold(program, ecb, event, work):
    """The report on all articles by rules that learned nothing from the event, cut down to what it says of the event."""
    documents, facts = os.path.join(ecb, "docs.jsonl"), os.path.join(ecb, "slots.jsonl")
    rules = os.path.join(work, event)
    shutil.copytree(RULES, rules)
    run([program, "--rules", RULES, "train", documents, "--facts", facts, "--leave-out", event,
         "-o", os.path.join(rules, "link-model.yaml")])
    report = json.loads(run([program, "--rules", rules, "report", documents, "--format", "json"]))
    own = {row["id"] for row in rows(documents) if row["topic"] == event}
    claims = {claim["id"]: event + claim["id"] for claim in report["claims"] if claim["doc"] in own}

    def kept(ids):
        return [claims[i] for i in ids if i in claims]

    cut = {"claims": [dict(c, id=claims[c["id"]]) for c in report["claims"] if c["id"] in claims], "groups": [],
           "findings": []}
    for group in report["groups"]:
        if kept(group["claims"]):
            cut["groups"].append(dict(group, id=event + group["id"], claims=kept(group["claims"])))
    for finding in report["findings"]:
        if any(kept(side["claims"]) for side in finding["sides"]):
            sides = [dict(side, claims=kept(side["claims"])) for side in finding["sides"]]
            cut["findings"].append(dict(finding, id=event + finding["id"], sides=sides))
    return cut


def cross_validated(program, ecb, work):
    events = sorted({row["topic"] for row in rows(os.path.join(ecb, "slots.jsonl"))})
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        folds = list(pool.map(lambda event: fold(program, ecb, event, work), events))
    path = os.path.join(work, "cross-validated.json")
    with open(path, "w", encoding="utf-8") as out:
        json.dump({part: [row for one in folds for row in one[part]] for part in ("claims", "groups", "findings")}, out)
    return path


def print_reliability(program, ecb, work):
    print(run([program, "--rules", RULES, "train", os.path.join(ecb, "docs.jsonl"), "--facts",
               os.path.join(ecb, "slots.jsonl"), "-o", os.path.join(work, "weights.yaml")]))


def figures_of(program, bench):
    ecb = os.path.join(bench, "ecb")
    with tempfile.TemporaryDirectory() as work:
        everything = os.path.join(ecb, "docs-all.jsonl")
        stories = json.loads(run([sys.executable, os.path.join(bench, "score_stories.py"),
                                  report_on(program, everything, work), "--docs", everything, "--json"]))
        print_reliability(program, ecb, work)
        documents = os.path.join(ecb, "docs.jsonl")
        slots = json.loads(run([sys.executable, os.path.join(bench, "score_slots.py"),
                                cross_validated(program, ecb, work), "--slots", os.path.join(ecb, "slots.jsonl"),
                                "--traps", os.path.join(ecb, "traps.jsonl"), "--docs", documents, "--json"]))
    return {
        "stories B-cubed F1": stories["stories"]["f1"],
        "crossed findings per 100 documents": stories["crossed_per_100_documents"],
        "claims recall": slots["claims_recall"],
        "links F1": slots["links"]["f1"],
        "agree precision": slots["agree"]["p"],
        "agree recall": slots["agree"]["r"],
        "contradict strict precision": slots["contradict"]["strict_p"],
        "contradict recall": slots["contradict"]["r"],
        "traps fallen into": slots["traps"]["rate"],
    }


def judged(figures, floors):
    low, better = [], []
    for name, now in figures.items():
        floor = floors.get(name)
        sign = -1 if name in LOWER_IS_BETTER else 1
        fell = floor is not None and sign * now < sign * floor - SLACK
        rose = floor is None or sign * now > sign * floor
        if fell:
            low.append(f"{name}: {now} against {floor}")
        if rose:
            better.append(name)
        print(f"{name:<38}{now:>8}{'-' if floor is None else floor:>8}{'  FELL' if fell else '  better' if rose else ''}")
    return low, better


def main():
    options = options_of(__doc__)
    bench = data_at("events", ["bench"], "score_slots.py", "ecb")
    if bench is None:
        return SKIPPED
    floors = {**kept_floors(FLOORS), **BARS}
    figures = figures_of(options.program, bench)
    low, better = judged(figures, floors)
    if options.lift:
        floors.update({name: figures[name] for name in better if name not in BARS})
        floors = {name: floor for name, floor in floors.items() if name not in BARS}
        keep(FLOORS, floors)
    for line in low:
        print("worse than its floor: " + line)
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
