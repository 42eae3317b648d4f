"""What the *_floors.py share: their options, where the measurement data lies, and the floors as they are kept."""
import argparse
import json
import os

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
RULES = os.path.join(ROOT, "rules")
SKIPPED = 77


def options(documentation):
    parser = argparse.ArgumentParser(description=documentation, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--raise", dest="lift", action="store_true")
    given = parser.parse_args()
    given.program = os.path.abspath(given.program)
    return given


def data_at(what, folder, scorer, rows):
    """The folder below the measurement data that has this scorer and these rows; nothing, said aloud, when it is not there."""
    shared = os.environ.get("CROSSCHECK_SHARED", os.path.join(ROOT, "..", "shared"))
    data = os.path.join(shared, *folder)
    if os.path.isfile(os.path.join(data, scorer)) and os.path.isdir(os.path.join(data, rows)):
        return data
    print(f"skipped: floors of {what}: no measurement data at {data}")
    return None


def kept(path):
    if not os.path.exists(path):
        return {}
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def keep(path, floors):
    with open(path, "w", encoding="utf-8") as out:
        json.dump(floors, out, indent=2)
        out.write("\n")
