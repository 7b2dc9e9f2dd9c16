# SPDX-License-Identifier: MIT
"""Holds what a checker found against what has to be found: labels.py expected.csv REPORT.jsonl

REPORT.jsonl is what check_session --format json says. Every `must` has to be found, nothing beside it but where
more may be found, and a verdict that is certain has to be the same, and breaches where nothing more may be found.
"""
import csv
import json
import sys

must, may, verdict, breaches = {}, {}, {}, {}
with open(sys.argv[1], newline="") as rows:
    for row in csv.DictReader(rows):
        session = row["session"]
        if row["row"] == "must":
            found = (int(row["event"]), row["code"], row["class"], int(row["times"]))
            must.setdefault(session, []).append(found)
        elif row["row"] == "may":
            may.setdefault(session, []).append((int(row["event"]), int(row["to"])))
        elif row["row"] == "breach":
            answer = {"none": None, "terminated": "terminated"}
            answered = int(row["to"]) if row["answer"] == "reminder" else answer[row["answer"]]
            breaches.setdefault(session, []).append((int(row["event"]), row["rule"], answered))
        else:
            verdict[session] = (row["verdict"], row["certain"])

faults = []
judged = 0
with open(sys.argv[2]) as lines:
    for one in map(json.loads, lines):
        if "session" not in one:
            continue
        judged += 1
        session = one["session"]
        found = [(f["event"], f["code"], f["class"], f["times"]) for f in one["findings"]]
        for wanted in must.get(session, []):
            if wanted in found:
                found.remove(wanted)
            else:
                faults.append(f"{session}: not found: {wanted}")
        for more in found:
            if not any(first <= more[0] <= last for first, last in may.get(session, [])):
                faults.append(f"{session}: not expected: {more}")
        named = [(b["event"], b["rule"], b["answered"]) for b in one.get("breaches", [])]
        if session not in may and named != breaches.get(session, []):
            faults.append(f"{session}: breaches {named}, not {breaches.get(session, [])}")
        name, certain = verdict[session]
        if certain == "yes" and name != one["verdict"]:
            faults.append(f"{session}: {one['verdict']}, not {name}")
if judged != len(verdict):
    faults.append(f"{judged} sessions were judged, of {len(verdict)}")
print("\n".join(faults[:10]))
sys.exit(bool(faults))
