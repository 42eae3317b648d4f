#!/usr/bin/env python3
"""Findings of a report over the newswire, for a person to judge. Two lists:

    inside   `inconsistent`: what does not fit inside one story (arithmetic, sign, weekday, duration, age); 50 are drawn
    default  what the default report calls wrong: `contradict`, `inconsistent`, and corrections that a story tells of; 100 are drawn

    crosscheck report docs.jsonl --format json -o DIR
    tests/bench/reuters/drawn.py inside DIR/report.json > todo.tsv

Prints a finding a line as inside.tsv and default.tsv have them: documents, check, what is wrong, the slip, the quotes. `drawn`
marks those of a fixed seed; of the list `default` only they are printed. Verdicts known from the list are carried over by
document, check and words; "?" is to be judged. The last line, on standard error, counts the verdicts of those drawn.
"""
import csv
import hashlib
import json
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).parent
SEED, QUOTE = "5", 160
COUNTS = {"inside": 50, "default": 100}


def short(text, length=QUOTE):
    text = re.sub(r"\s+", " ", text)
    return text if len(text) <= length else text[: length - 3] + "..."


def wanted(finding, which):
    if finding["relation"] == "inconsistent":
        return True
    return which == "default" and (finding["relation"] == "contradict" or finding["check"] == "correction")


def rows_of(report, which):
    claims = {claim["id"]: claim for claim in report["claims"]}
    rows = []
    for finding in report["findings"]:
        if not wanted(finding, which):
            continue
        inputs = [claims[i] for derivation in finding["derivation"] for i in derivation["inputs"]]
        if which == "default":
            inputs = [claims[i] for side in finding["sides"] for i in side["claims"][:1]] + inputs
        quotes = list(dict.fromkeys(short(claim["quote"]) for claim in inputs))
        documents = ",".join(dict.fromkeys(claim["doc"] for claim in inputs)) if which == "default" else inputs[0]["doc"]
        # A row keeps its lot whatever other rows come and go, and however it is worded.
        values = sorted(side["value"] for side in finding["sides"])
        lot = hashlib.sha256("\t".join([SEED, documents, finding["check"], *values]).encode()).hexdigest()
        rows.append(([documents, finding["check"], short(finding["summary"]), finding.get("slip") or "", " | ".join(quotes)], lot))
    return sorted(rows)


def main():
    which, report = sys.argv[1:3]
    known = {}
    path = HERE / (which + ".tsv")
    if path.exists():
        with path.open(encoding="utf-8") as lines:
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                known[row["id"], row["check"], row["finding"]] = (row["verdict"], row["why"])
    rows = rows_of(json.loads(pathlib.Path(report).read_text(encoding="utf-8")), which)
    drawn = set(sorted(range(len(rows)), key=lambda i: rows[i][1])[:COUNTS[which]])
    print("\t".join(["id", "check", "drawn", "verdict", "why", "finding", "slip", "quote"]))
    verdicts = []
    for i, ((document, check, finding, slip, quote), _) in enumerate(rows):
        verdict, why = known.get((document, check, finding), ("?", ""))
        if i in drawn:
            verdicts.append(verdict)
        elif which == "default":
            continue
        print("\t".join([document, check, "yes" if i in drawn else "no", verdict, why, finding, slip, quote]))
    print(f"{len(rows)} findings, {len(drawn)} drawn: {verdicts.count('real')} real, {verdicts.count('false')} false, "
          f"{verdicts.count('?')} to be judged", file=sys.stderr)


if __name__ == "__main__":
    main()
