#!/usr/bin/env python3
"""Holds JSON files to a JSON Schema. Prints every breach with its path.
usage: validate.py SCHEMA FILE...      status 0 valid, 1 not, 77 python3-jsonschema is not installed"""
import json
import sys

try:
    import jsonschema
except ImportError:
    sys.exit(77)

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
validator = jsonschema.validators.validator_for(schema)(schema, format_checker=jsonschema.FormatChecker())
breaches = 0
for path in sys.argv[2:]:
    with open(path, encoding="utf-8") as file:
        for error in sorted(validator.iter_errors(json.load(file)), key=lambda e: list(map(str, e.path))):
            print(f"{path}: /{'/'.join(map(str, error.path))}: {error.message[:300]}")
            breaches += 1
sys.exit(1 if breaches else 0)
