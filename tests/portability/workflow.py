# SPDX-License-Identifier: MIT
"""The workflow of a public host: it is YAML, every job has its steps, and what it calls is in the tree.

usage: workflow.py ROOT; exit code 77: Python's yaml is missing
"""

import json
import pathlib
import re
import sys

try:
    import yaml
except ImportError:
    print("skipped: Python's yaml was not found")
    sys.exit(77)

root = pathlib.Path(sys.argv[1])
text = (root / ".github/workflows/ci.yml").read_text(encoding="utf-8")
workflow = yaml.safe_load(text)
wrong = []

presets = {preset["name"] for preset in json.loads((root / "CMakePresets.json").read_text())["workflowPresets"]}
parts = set(re.findall(r"^(\w+)\(\) \{$", (root / "tests/portability.sh").read_text(), re.MULTILINE))
for name, job in workflow["jobs"].items():
    for step in job["steps"]:
        if not ("run" in step) ^ ("uses" in step):
            wrong.append(f"{name}: a step runs something or uses something")
        for script in re.findall(r"(?:tests|examples|docs|cmake)/\w+\.sh", step.get("run", "")):
            if not (root / script).stat().st_mode & 0o100:
                wrong.append(f"{name}: {script} is no program")
    matrix = job.get("strategy", {}).get("matrix", {})
    used = set(re.findall(r"matrix\.(\w+)", yaml.safe_dump(job)))
    given = {key for row in matrix.get("include", []) for key in row} | (set(matrix) - {"include"})
    if used != given:
        wrong.append(f"{name}: the matrix gives {sorted(given)}, and the job uses {sorted(used)}")
    for row in matrix.get("include", []):
        if row.get("preset") not in presets:
            wrong.append(f"{name}: there is no preset {row.get('preset')}")
    for part in matrix.get("part", []):
        if part not in parts:
            wrong.append(f"{name}: tests/portability.sh has no part {part}")

print("\n".join(wrong) or f"{len(workflow['jobs'])} jobs")
sys.exit(1 if wrong else 0)
