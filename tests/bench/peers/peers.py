#!/usr/bin/env python3
"""Times `crosscheck mentions` and every installed peer over the same English news, each on one thread, article by
article, and prints MB of text a second. What it takes to start (rules, libraries) is not counted: crosscheck's time is
that of twenty copies less that of one; a peer is timed inside its process. Seconds are the lesser of the clock's and
the processor's. A slow peer reads the first articles only, as many as fit into its seconds. Exit status 1: a peer was
faster than crosscheck.

usage: peers.py PROGRAM [--text FILE.jsonl] [--seconds 30] [--rounds 3]
  --text  documents with "text" and, where known, "published"; default: the English news of the measurement data
          (bench/ecb beside the checkout, or where CROSSCHECK_SHARED says), else of corpus/"""
import argparse
import base64
import glob
import json
import os
import resource
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(HERE)))
BYTES = 1_000_000
COPIES = 20
HEIDELTIME = "heideltime"
PEERS = [("chrono-node", "node_modules/chrono-node", "dates"),
         ("recognizers-dates", "node_modules/@microsoft/recognizers-text-suite", "dates"),
         ("recognizers-numbers", "node_modules/@microsoft/recognizers-text-suite", "numbers, amounts, measures"),
         ("recognizers-all", "node_modules/@microsoft/recognizers-text-suite", "both"),
         (HEIDELTIME, HEIDELTIME, "dates")]
UIMA = os.environ.get("UIMA_JAR", "/usr/share/java/uimaj-core.jar")


def documents_of(path):
    """The first million bytes of text."""
    taken, size = [], 0
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            text = row["text"]
            taken.append({"id": str(len(taken)), "text": text, "language": "en", "published": row.get("published")})
            size += len(text.encode())
            if size >= BYTES:
                break
    return taken


def news(path):
    shared = os.environ.get("CROSSCHECK_SHARED", os.path.join(ROOT, "..", "shared"))
    path = path or os.path.join(shared, "bench", "ecb", "docs-all.jsonl")
    if os.path.exists(path):
        return documents_of(path)
    folder = os.path.join(ROOT, "corpus", "openai-aws")
    texts = [open(os.path.join(folder, name), encoding="utf-8").read() for name in sorted(os.listdir(folder))]
    return [{"id": str(i), "text": text, "language": "en", "published": None} for i, text in enumerate(texts * 40)]


def size_of(documents):
    return sum(len(document["text"].encode()) for document in documents)


def written(folder, name, documents):
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8") as out:
        for document in documents:
            out.write(json.dumps({k: v for k, v in document.items() if v is not None}, ensure_ascii=False) + "\n")
    return path


def seconds_of(program, path):
    start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([program, "--rules", os.path.join(ROOT, "rules"), "mentions", "--threads", "1", path], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return min(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def ours(program, folder, documents, rounds):
    one, many = written(folder, "one.jsonl", documents), written(folder, "many.jsonl", documents * COPIES)
    spent = min(seconds_of(program, many) for _ in range(rounds)) - min(seconds_of(program, one) for _ in range(rounds))
    return size_of(documents) * (COPIES - 1) / spent


def lines_for_java(path):
    """The same documents as lines that Java reads without a library: date, tab, text in Base64."""
    out = path + ".tsv"
    with open(path, encoding="utf-8") as lines, open(out, "w", encoding="utf-8") as rows:
        for row in map(json.loads, lines):
            rows.write(f"{row.get('published') or ''}\t{base64.b64encode(row['text'].encode()).decode()}\n")
    return out


def heideltime():
    """The command that times it, after compiling it: it starts its processors by name, so those are named here, and
    looks for its rules beside the folder of its classes."""
    home = os.path.join(HERE, HEIDELTIME)
    classes = os.path.join(home, "classes")
    source = os.path.join(home, "src")
    processors = glob.glob(os.path.join(source, "de/unihd/dbs/uima/annotator/heideltime/processors/*.java"))
    subprocess.run(["javac", "-nowarn", "-encoding", "UTF-8", "-sourcepath", source, "-cp", UIMA, "-d", classes,
                    os.path.join(HERE, "HeidelTimePeer.java"), *processors], check=True, stderr=subprocess.DEVNULL)
    paths = [classes, home, os.path.join(home, "resources"), UIMA]
    return ["java", "-cp", os.pathsep.join(paths), "HeidelTimePeer", home]


def theirs(peer, path, seconds, rounds):
    """Bytes a second, bytes read."""
    if peer == HEIDELTIME:
        command, path = heideltime(), lines_for_java(path)
    else:
        command = ["node", os.path.join(HERE, "peer.cjs"), peer]
    run = subprocess.run([*command, path, str(seconds), str(rounds)], check=True, stdout=subprocess.PIPE, text=True)
    row = json.loads(run.stdout)
    return row["bytes"] / row["seconds"], row["bytes"]


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("program")
    options.add_argument("--text")
    options.add_argument("--seconds", type=float, default=30)
    options.add_argument("--rounds", type=int, default=3)
    options = options.parse_args()
    documents = news(options.text)
    size = size_of(documents)
    print(f"{len(documents)} articles, {size / 1e6:.2f} MB of text; one thread, the best of {options.rounds} rounds\n")
    print(f"{'':<22}{'reads':<28}{'MB/s':>10}{'of the text':>13}{'ours is':>14}")
    with tempfile.TemporaryDirectory() as folder:
        speed = ours(os.path.abspath(options.program), folder, documents, options.rounds)
        print(f"{'crosscheck mentions':<22}{'all kinds':<28}{speed / 1e6:>10.2f}{1:>13.0%}")
        path = written(folder, "peer.jsonl", documents)
        slower = True
        for peer, needed, reads in PEERS:
            if not os.path.isdir(os.path.join(HERE, needed)):
                print(f"{peer:<22}not installed: {os.path.relpath(HERE)}/README.md says how")
                continue
            rate, read = theirs(peer, path, options.seconds, options.rounds)
            slower = slower and rate < speed
            print(f"{peer:<22}{reads:<28}{rate / 1e6:>10.4f}{read / size:>13.0%}{speed / rate:>9.1f} times", flush=True)
    return 0 if slower else 1


if __name__ == "__main__":
    sys.exit(main())
