# SPDX-License-Identifier: MIT
"""There and back through PM4Py: it reads the XES and the OCEL that convert_log writes, and convert_log reads what it
writes, as XES from an event log and from a data frame, and as CSV with a mapping.

usage: pm4py_round_trip.py CONVERT_LOG DATA SCRATCH; exit code 77 where PM4Py is not installed.
"""
import json
import pathlib
import subprocess
import sys
import warnings

try:
    import pm4py
except ImportError:
    print("skipped: needs Python with pm4py (pip install pm4py)")
    sys.exit(77)

program, data, scratch = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
scratch.mkdir(parents=True, exist_ok=True)
warnings.filterwarnings("ignore")
faults = []


def convert(from_file, to_file, *more):
    done = subprocess.run([program, *more, str(from_file), str(to_file)], capture_output=True, text=True)
    if done.returncode != 0:
        faults.append(f"{from_file.name} to {to_file.name}: {done.stderr.strip()}")


def records(file):
    return [json.loads(line) for line in file.read_text().splitlines()] if file.exists() else []


def expect(name, found, wanted):
    if isinstance(found, int):
        found, wanted = [found], [wanted]
    if found != wanted:
        differing = [pair for pair in zip(found, wanted) if pair[0] != pair[1]][:1]
        faults.append(f"{name}: {len(found)} for {len(wanted)}, first difference: {differing}")


def check_xes(name, original, xes):
    back = scratch / (name + ".jsonl")
    convert(xes, back)
    expect(name, records(back), original)


for recorded in sorted(data.glob("*.jsonl")):
    original = records(recorded)
    name = recorded.stem
    xes, ocel = scratch / (name + ".xes"), scratch / (name + ".json")
    convert(recorded, xes)
    convert(recorded, ocel)

    log = pm4py.read_xes(str(xes), return_legacy_log_object=True)
    expect(name + ": events in PM4Py", [e["concept:name"] for trace in log for e in trace],
           [e["act"] for e in original if "act" in e])
    pm4py.write_xes(log, str(scratch / (name + ".log.xes")))
    check_xes(name + ".log", original, scratch / (name + ".log.xes"))

    # A data frame has one row for each event and needs a time in each.
    events = [e for e in original if "act" in e]
    if all("at" in e for e in events):
        frame = pm4py.read_xes(str(xes))
        pm4py.write_xes(frame, str(scratch / (name + ".frame.xes")), case_id_key="case:concept:name")
        check_xes(name + ".frame", original, scratch / (name + ".frame.xes"))

        headers = [h for h in original if "balint" in h]
        if len(headers) == 1:
            csv, back = scratch / (name + ".frame.csv"), scratch / (name + ".csv.jsonl")
            frame.to_csv(csv, index=False)
            mapping = scratch / (name + ".mapping.json")
            mapping.write_text(json.dumps({"protocol": headers[0]["protocol"], "people": headers[0]["people"]}))
            convert(csv, back, "--mapping", str(mapping))
            expect(name + ": CSV of a data frame", records(back), original)

    if any("at" in e for e in events):
        objects = pm4py.read_ocel2_json(str(ocel))
        expect(name + ": OCEL in PM4Py", sorted(objects.events["ocel:activity"]),
               sorted(e["act"] for e in events if "at" in e))
        pm4py.write_ocel2_json(objects, str(scratch / (name + ".back.json")))
        again = pm4py.read_ocel2_json(str(scratch / (name + ".back.json")))
        expect(name + ": objects of OCEL", sorted(again.objects["ocel:oid"]), sorted(objects.objects["ocel:oid"]))
        expect(name + ": relations of OCEL", len(again.relations), len(objects.relations))
        # PM4Py has no objects that no event is related to: people who did nothing.
        written = json.loads(ocel.read_text())
        related = {one["objectId"] for event in written["events"] for one in event["relationships"]}
        expect(name + ": objects of OCEL as written", sorted(objects.objects["ocel:oid"]),
               sorted(one["id"] for one in written["objects"] if one["id"] in related))

for fault in faults:
    print(fault, file=sys.stderr)
sys.exit(1 if faults else 0)
