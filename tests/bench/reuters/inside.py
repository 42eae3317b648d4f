#!/usr/bin/env python3
"""Findings inside single stories (arithmetic, sign, weekday, duration, age) of a report, for a person to judge.

    crosscheck report docs.jsonl --format json -o DIR
    tests/bench/reuters/inside.py DIR/report.json > todo.tsv

Prints one `inconsistent` finding a line as inside.tsv has them: document, check, what does not fit, the slip, the quotes.
`drawn` marks the 50 of a fixed seed. Verdicts known from inside.tsv are carried over by document, check and words; "?" is
to be judged. The last line, on standard error, counts the verdicts of those drawn.
"""
import csv
import json
import pathlib
import random
import re
import sys

HERE = pathlib.Path(__file__).parent
SEED, COUNT, QUOTE = 5, 50, 160


def short(text, length=QUOTE):
    text = re.sub(r"\s+", " ", text)
    return text if len(text) <= length else text[: length - 3] + "..."


def rows_of(report):
    claims = {claim["id"]: claim for claim in report["claims"]}
    rows = []
    for finding in report["findings"]:
        if finding["relation"] != "inconsistent":
            continue
        inputs = [claims[i] for derivation in finding["derivation"] for i in derivation["inputs"]]
        quotes = list(dict.fromkeys(short(claim["quote"]) for claim in inputs))
        rows.append([inputs[0]["doc"], finding["check"], short(finding["summary"]), finding.get("slip") or "",
                     " | ".join(quotes)])
    return sorted(rows)


def main():
    known = {}
    path = HERE / "inside.tsv"
    if path.exists():
        with path.open(encoding="utf-8") as lines:
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                known[row["id"], row["check"], row["finding"]] = (row["verdict"], row["why"])
    rows = rows_of(json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8")))
    drawn = set(random.Random(SEED).sample(range(len(rows)), min(COUNT, len(rows))))
    print("\t".join(["id", "check", "drawn", "verdict", "why", "finding", "slip", "quote"]))
    verdicts = []
    for i, (document, check, finding, slip, quote) in enumerate(rows):
        verdict, why = known.get((document, check, finding), ("?", ""))
        if i in drawn:
            verdicts.append(verdict)
        print("\t".join([document, check, "yes" if i in drawn else "no", verdict, why, finding, slip, quote]))
    print(f"{len(rows)} findings, {len(drawn)} drawn: {verdicts.count('real')} real, {verdicts.count('false')} false, "
          f"{verdicts.count('?')} to be judged", file=sys.stderr)


if __name__ == "__main__":
    main()
