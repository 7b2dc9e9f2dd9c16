# SPDX-License-Identifier: MIT
"""Holds the suite's files against their schemas: schema.py SUITE_DIR."""
import json
import sys
from pathlib import Path

import jsonschema

suite = Path(sys.argv[1])
complaints = []
schemas = {"case": "cases/*/*.json", "protocol": "protocols/*.json", "requirements": "requirements.json"}
for name, pattern in schemas.items():
    schema = json.loads((suite / "schema" / (name + ".schema.json")).read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    for path in sorted(suite.glob(pattern)):
        for error in validator.iter_errors(json.loads(path.read_text("utf-8"))):
            complaints.append("%s: %s: %s" % (path.relative_to(suite), "/".join(map(str, error.path)), error.message[:200]))
print("\n".join(complaints[:20]))
sys.exit(1 if complaints else 0)
