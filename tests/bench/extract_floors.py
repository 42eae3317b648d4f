#!/usr/bin/env python3
"""Holds `crosscheck mentions` against annotated mentions, when the measurement data lies beside the checkout (or where
CROSSCHECK_SHARED says): bench/extract/dev/*.jsonl with its score.py. Figures are F1 in per cent, one row a set,
language and kind with at least five gold mentions: of the value, in tempeval also of the place alone ("relaxed"),
and of the place where the gold gives no values. Where tests/cases/disputed_*.tsv disputes mentions of a set and
language, its figures stand there twice: as the scorer gives them, and "undisputed": those gold mentions left out, and
ours on the same place, unless they touch another gold mention. A disputed row that no gold mention bears out is an
error. A figure may not fall more than 0.1 below its floor in extract_floors.json. Exit status 77: skipped.

usage: extract_floors.py PROGRAM [--raise]
  --raise  write every figure above its floor down as the new floor; none is lowered"""
import argparse
import collections
import csv
import glob
import importlib.util
import json
import os
import subprocess
import sys
import tempfile

from floors import HERE, ROOT, SKIPPED, data_at, kept, options as options_of

FLOORS = os.path.join(HERE, "extract_floors.json")
DISPUTED = os.path.join(ROOT, "tests", "cases", "disputed_*.tsv")
COLUMNS = ["set", "id", "kind", "surface", "reason"]
FEWEST = 5
SLACK = 0.1


def scorer(folder):
    spec = importlib.util.spec_from_file_location("score", os.path.join(folder, "score.py"))
    module = importlib.util.module_from_spec(spec)
    sys.dont_write_bytecode = True
    spec.loader.exec_module(module)
    return module


def items_of(folder):
    for name in sorted(os.listdir(folder)):
        if name.endswith(".jsonl"):
            with open(os.path.join(folder, name), encoding="utf-8") as lines:
                yield from (dict(json.loads(line), set=name[:-6]) for line in lines if line.strip())


def mentions_of(program, items):
    """One run over all items, each a document of its language and date; found again by its number."""
    with tempfile.TemporaryDirectory() as work:
        path = os.path.join(work, "items.jsonl")
        with open(path, "w", encoding="utf-8") as out:
            for number, item in enumerate(items):
                document = {"id": str(number), "text": item["text"], "language": item["lang"]}
                if item.get("reference"):
                    document["published"] = item["reference"][:10]
                out.write(json.dumps(document, ensure_ascii=False) + "\n")
        run = subprocess.run([program, "--rules", os.path.join(ROOT, "rules"), "mentions", path],
                             capture_output=True, text=True, encoding="utf-8", check=False)
    if run.returncode not in (0, 3):
        sys.exit(f"crosscheck mentions ended with status {run.returncode}\n{run.stderr[:2000]}")
    return {int(row["id"]): row["mentions"] for row in map(json.loads, run.stdout.splitlines())}


def figures_of(score, items, mentions, fewest=FEWEST):
    """{"set/language/kind": {"value": 93.1, …}} of the rows with that many gold mentions."""
    compare = score.Cmp(argparse.Namespace(brackets=False, raw_time=False, lenient_number=False))
    sums = collections.defaultdict(lambda: dict.fromkeys(score.KEYS, 0))
    for number, item in enumerate(items):
        kinds = set(item.get("kinds") or {m["kind"] for m in item["mentions"]})
        for kind, counts in score.score_item(item, mentions.get(number, []), kinds, compare).items():
            for key in score.KEYS:
                sums[f"{item['set']}/{item['lang']}/{kind}"][key] += counts[key]
    figures = {}
    for row, c in sorted(sums.items()):
        if c["gold"] < fewest or row.endswith("/ANY"):
            continue
        figures[row] = {}
        if c["vg"] >= fewest:
            figures[row]["value"] = round(100 * score.prf(c["v"], c["vg"], c["vp"])[2], 1)
        if c["vg"] < fewest or row.startswith("tempeval"):
            figures[row]["relaxed"] = round(100 * score.prf(c["r"], c["gold"], c["pred"])[2], 1)
    return figures


def disputed_rows():
    """(set, id, kind, surface) of every row; a surface on one line, its blanks single."""
    rows = []
    for path in sorted(glob.glob(DISPUTED)):
        with open(path, encoding="utf-8", newline="") as file:
            table = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
        for number, row in enumerate(table, 1):
            if len(row) != len(COLUMNS) or not all(row) or (number == 1) != (row == COLUMNS):
                sys.exit(f"{path}:{number}: expected the columns {' '.join(COLUMNS)}, all filled: {row}")
        rows += [tuple(row[:4]) for row in table[1:]]
    return rows


def gold_row(item, mention):
    return item["set"], item["id"], mention["kind"], " ".join(mention["surface"].split())


def touches(one, other):
    return one["begin"] < other["end"] and other["begin"] < one["end"]


def undisputed(items, mentions, rows):
    """The items without their disputed mentions, ours without those on the same places; the sets and languages
    that lost some, as "set/language/"."""
    disputed = set(rows)
    left = collections.Counter(rows) - collections.Counter(gold_row(i, m) for i in items for m in i["mentions"])
    if left:
        sys.exit("disputed, but not in the gold, or disputed twice:\n" + "\n".join(map("\t".join, sorted(left))))
    kept_items, kept, lost = [], {}, set()
    for number, item in enumerate(items):
        out = [m for m in item["mentions"] if gold_row(item, m) in disputed]
        gold = [m for m in item["mentions"] if m not in out]
        ours = mentions.get(number, [])
        kept[number] = [m for m in ours if any(touches(m, g) for g in gold) or not any(touches(m, g) for g in out)]
        kinds = item.get("kinds") or sorted({m["kind"] for m in item["mentions"]})
        kept_items.append(dict(item, mentions=gold, kinds=kinds))
        if out:
            lost.add(f"{item['set']}/{item['lang']}/")
    return kept_items, kept, lost


def figures_twice(score, items, mentions):
    """Figures as the scorer gives them, and "… undisputed" where a set and language has disputed rows."""
    figures = figures_of(score, items, mentions)
    kept_items, kept, lost = undisputed(items, mentions, disputed_rows())
    for row, figure in figures_of(score, kept_items, kept, fewest=1).items():
        if row in figures and row.startswith(tuple(lost)):
            figures[row].update({f"{name} undisputed": now for name, now in figure.items() if name in figures[row]})
    return figures


def judged(figures, floors):
    """Prints the table; the rows below their floor and the floors that could be raised."""
    low, high = [], []
    print(f"{'set / language / kind':<44}{'':<20}{'now':>6}{'floor':>7}")
    for row in sorted(set(figures) | set(floors)):
        for name in sorted(set(figures.get(row, {})) | set(floors.get(row, {}))):
            now, floor = figures.get(row, {}).get(name), floors.get(row, {}).get(name)
            mark = ""
            if now is None or (floor is not None and now < floor - SLACK - 1e-9):
                low.append(f"{row} {name}: {now} is below {floor}")
                mark = "  FELL"
            elif floor is None or now > floor:
                high.append(f"{row} {name}: {floor} → {now}")
                mark = "  could be raised"
            shown = ["-" if figure is None else f"{figure:.1f}" for figure in (now, floor)]
            print(f"{row:<44}{name:<20}{shown[0]:>6}{shown[1]:>7}{mark}")
    return low, high


def raise_floors(figures, floors):
    for row, figure in figures.items():
        floor = floors.setdefault(row, {})
        for name, now in figure.items():
            floor[name] = max(now, floor.get(name, now))
    lines = ",\n".join(f"  {json.dumps(row)}: {json.dumps(floors[row])}" for row in sorted(floors))
    with open(FLOORS, "w", encoding="utf-8") as out:
        out.write("{\n" + lines + "\n}\n")


def main():
    options = options_of(__doc__)
    data = data_at("extraction", ["bench", "extract"], "score.py", "dev")
    if data is None:
        return SKIPPED
    floors = kept(FLOORS)
    score = scorer(data)
    items = list(items_of(os.path.join(data, "dev")))
    figures = figures_twice(score, items, mentions_of(options.program, items))
    low, high = judged(figures, floors)
    if options.lift:
        raise_floors(figures, floors)
        print(f"\n{len(high)} floors raised")
    elif high:
        print(f"\n{len(high)} floors could be raised: tests/bench/extract_floors.py PROGRAM --raise")
    for line in low:
        print("below its floor: " + line)
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
