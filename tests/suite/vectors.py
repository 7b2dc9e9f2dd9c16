# SPDX-License-Identifier: MIT
"""Holds an implementation against the recorded vectors: vectors.py VECTORS_DIR COMMAND..."""
import json
import subprocess
import sys
from pathlib import Path

vectors = Path(sys.argv[1])
requests = []
for line in (vectors / "traces.jsonl").read_text("utf-8").splitlines():
    record = json.loads(line)
    if "balint" in record:
        requests.append({"case": record["session"], "header": record, "events": []})
    else:
        requests[-1]["events"].append(record)
lines = "".join(json.dumps(request) + "\n" for request in requests)
answers = subprocess.run(sys.argv[2:], input=lines, capture_output=True, text=True, check=True).stdout.splitlines()
expected = (vectors / "expected.jsonl").read_text("utf-8").splitlines()
failed = 0 if len(answers) == len(expected) == len(requests) else 1
KEYS = ("event", "class", "code", "rule", "stage", "times")
for wanted, found in zip(map(json.loads, expected), map(json.loads, answers)):
    findings = [{key: one.get(key) for key in KEYS} for one in found["findings"]]
    said = (found["case"], found["verdict"], found.get("record_faults", 0), findings, found.get("breaches", []))
    if said != (wanted["session"], wanted["verdict"], wanted["record_faults"],
                [{key: one.get(key) for key in KEYS} for one in wanted["findings"]], wanted["breaches"]):
        failed += 1
        print("expected", wanted, "\n   found", found)
print("%d vectors, %d not as expected" % (len(expected), failed))
sys.exit(1 if failed else 0)
