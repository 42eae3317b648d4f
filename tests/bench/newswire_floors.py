#!/usr/bin/env python3
"""Holds `crosscheck report` against the known errors of a year of newswire, when the measurement data lies beside the checkout
(or where CROSSCHECK_SHARED says): bench/reuters, 21,577 stories in one run. Once as they are, once with the words that label a
correction ("CORRECTED - ", "(CORRECTION)") taken out of the titles. The scorer beside the data does the counting. No figure may
fall below its floor in newswire_floors.json; of what is known to agree nothing may be flagged, of the hard negatives one; findings that were read are told as surely as they
are real (reliability.py), within a tenth.
Exit status 77: skipped.

usage: newswire_floors.py PROGRAM [--raise]
  --raise  write every better figure down as the new floor; none is made easier"""
import json
import lzma
import os
import re
import subprocess
import sys
import tempfile

from floors import HERE, RULES, SKIPPED, data_at, keep, kept, options as options_of
from reliability import reliability

FLOORS = os.path.join(HERE, "newswire_floors.json")
MOST = {"agreeing pairs flagged": 0, "hard negatives flagged": 1, "read findings, calibration error": 0.1}
LABEL = re.compile(r"^\(?CORRECT(?:ED|ION|S)\)?\s*-*\s*")


def report_on(program, documents, work, name):
    path = os.path.join(work, name + ".jsonl")
    with open(path, "w", encoding="utf-8") as out:
        for document in documents:
            out.write(json.dumps(document, ensure_ascii=False) + "\n")
    folder = os.path.join(work, name)
    done = subprocess.run([program, "--rules", RULES, "report", path, "--format", "json", "-o", folder],
                          stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
    if done.returncode > 1:
        sys.exit(f"report ended with status {done.returncode}\n{done.stderr[:2000]}")
    return os.path.join(folder, "report.json"), path


def scored(bench, report, documents):
    done = subprocess.run([sys.executable, os.path.join(bench, "score_reuters.py"), report, os.path.join(bench, "reuters"),
                           "--docs", documents, "--json"], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def figures_of(program, bench):
    with lzma.open(os.path.join(bench, "reuters", "docs.jsonl.xz"), "rt", encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines if line.strip()]
    with tempfile.TemporaryDirectory() as work:
        report, rows = report_on(program, documents, work, "plain")
        plain, sureness = scored(bench, report, rows), reliability(report)
        for document in documents:
            document["title"] = LABEL.sub("", document["title"] or "") or None
        # Quotes of the known errors count their places in the titles as given: of stripped ones only the text is scored.
        stripped = scored(bench, *report_on(program, documents, work, "stripped"))
    return {
        "corrections, by pair": plain["corrections"]["pair_recall"],
        "corrections without labels, by pair": stripped["corrections"]["pair_recall"],
        "silent disagreements, by pair": plain["silent_disagreements"]["pair_recall"],
        "self-corrections named": round(plain["self_corrections"]["documents_named"] / plain["self_corrections"]["of"], 4),
        "agreeing pairs flagged": plain["agreeing_pairs"]["flagged"],
        "hard negatives flagged": plain["hard_negatives"]["flagged"],
        **sureness,
    }


def main():
    options = options_of(__doc__)
    bench = data_at("the newswire", ["bench"], "score_reuters.py", "reuters")
    if bench is None:
        return SKIPPED
    floors = kept(FLOORS)
    figures = figures_of(options.program, bench)
    failed = []
    for name, now in figures.items():
        bound = MOST.get(name, floors.get(name))
        bad = bound is not None and (now > bound if name in MOST else now < bound)
        print(f"{name:<40}{now:>8}{'-' if bound is None else bound:>8}{'  FELL' if bad else ''}")
        if bad:
            failed.append(name)
        if options.lift and name not in MOST:
            floors[name] = max(now, floors.get(name, 0))
    if options.lift:
        keep(FLOORS, floors)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
