#!/usr/bin/env python3
"""check_floors.py SUITE SCORES.json: holds scores against the floors of floors.csv, one line of TAP a floor.

A measure is a path into the scores: `value.exact.f1` is scores["value.exact"]["f1"]. A measure that is missing is
below every floor."""
import csv
import json
import os
import sys

suite, path = sys.argv[1:]
try:
    with open(path, encoding="utf-8") as file:
        scores = json.load(file)
except ValueError:  # the scorer died and has said why
    scores = {}
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "floors.csv"), encoding="utf-8") as file:
    floors = [row for row in csv.DictReader(file) if row["suite"] == suite]
if not floors:
    sys.exit(f"floors.csv has no row for suite {suite}")
failed = False
for row in floors:
    name, figure = row["measure"].rsplit(".", 1)
    score = scores.get(name, {}).get(figure)
    ok = score is not None and score >= float(row["floor"])
    failed |= not ok
    print(f"{'ok' if ok else 'not ok'} - {suite}: {row['measure']} {score} (floor {row['floor']})")
if scores.get("missing"):
    failed = True
    print(f"not ok - {suite}: no record for {', '.join(scores['missing'])}")
sys.exit(failed)
