"""Are findings as sure as they say? Findings over the newswire that a person read stand with their verdicts in reuters/default.tsv and
reuters/inside.tsv. Of those that a report still tells: how many are real, and how far, on average over tenths of confidence, the
share of real ones lies from the confidence that was told (expected calibration error)."""
import collections
import csv
import json
import os

from floors import HERE


def verdicts():
    for name in ("default.tsv", "inside.tsv"):
        with open(os.path.join(HERE, "reuters", name), encoding="utf-8", newline="") as rows:
            yield from csv.DictReader(rows, delimiter="\t")


def quoted_by(finding, document_of):
    """The ids of the documents whose claims a finding quotes or reckons with."""
    claims = [claim for side in finding["sides"] for claim in side["claims"]]
    claims += [claim for step in finding["derivation"] or [] for claim in step["inputs"]]
    return {document_of[claim] for claim in claims if claim in document_of}


def told(report):
    """(confidence, real) of each finding that was read and is still told."""
    with open(report, encoding="utf-8") as file:
        report = json.load(file)
    document_of = {claim["id"]: claim["doc"] for claim in report["claims"]}
    by_check = collections.defaultdict(list)
    for finding in report["findings"]:
        if finding["relation"] in ("contradict", "inconsistent"):
            by_check[finding["check"]].append((quoted_by(finding, document_of), finding))
    seen, found = set(), []
    for row in verdicts():
        wanted = set(row["id"].split(","))
        candidates = [finding for documents, finding in by_check[row["check"]] if wanted <= documents]
        same = [finding for finding in candidates if finding["summary"][:40] == row["finding"][:40]]
        for finding in (same or candidates)[:1]:
            if finding["id"] not in seen:
                found.append((finding["confidence"], row["verdict"] != "false"))
            seen.add(finding["id"])
    return found


def reliability(report):
    found = told(report)
    bins = collections.defaultdict(list)
    for confidence, real in found:
        bins[min(9, int(confidence * 10))].append((confidence, real))
    error = sum(abs(sum(confidence - real for confidence, real in members)) for members in bins.values())
    return {
        "read findings still told": len(found),
        "read findings that are real": round(sum(real for _, real in found) / max(1, len(found)), 4),
        "read findings, calibration error": round(error / max(1, len(found)), 4),
    }
