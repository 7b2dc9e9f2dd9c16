# SPDX-License-Identifier: MIT
"""What docs/reference/scenarios.md says that pandas and PM4Py do with results, they do; the tables are as their Table
Schema says, where frictionless is installed; and docs/howto/analyse_sensitivity.md comes to an end, where SALib is.

usage: reading.py SIMULATE SOURCE SCRATCH; exit code 77 where none of them is installed.
"""
import importlib.util
import os
import pathlib
import re
import subprocess
import sys
import warnings

there = {name for name in ("pandas", "pm4py", "frictionless", "SALib") if importlib.util.find_spec(name)}
if not there:
    print("skipped: needs Python with pandas, pm4py, frictionless or SALib")
    sys.exit(77)

simulate, source, scratch = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
scratch.mkdir(parents=True, exist_ok=True)
os.chdir(scratch)
warnings.filterwarnings("ignore")
subprocess.run(["rm", "-rf", "results"], check=True)
scenario = source / "examples/apps/simulate/scenarios/labelled.toml"
subprocess.run([simulate, scenario, "--sessions", "50", "--out", "results", "--set", 'formats=["xes"]'], check=True,
               stdout=subprocess.DEVNULL)

page = (source / "docs/reference/scenarios.md").read_text(encoding="utf-8")
for code in re.findall(r"```python\n(.*?)```", page, re.DOTALL):
    needs = set(re.findall(r"^import (\w+)", code, re.MULTILINE))
    if needs <= there:
        names = {}
        exec(code, names)  # what the page shows
        if "summary" in names:
            assert len(names["summary"]) > 10 and set(names["summary"]["n"]) == {50}
        if "sessions" in names:
            assert len(names["sessions"]) == 50 and names["sessions"]["minutes"].mean() > 1
        if "log" in names:
            assert len(set(names["log"]["case:concept:name"])) == 50
    else:
        print(f"left out, without {needs - there}")

if "frictionless" in there:
    import frictionless

    report = frictionless.validate("results/datapackage.json")
    assert report.valid, report.flatten(["type", "message"])[:5]

if {"pandas", "SALib"} <= there:
    page = (source / "docs/howto/analyse_sensitivity.md").read_text(encoding="utf-8")
    blocks = {kind: re.findall(rf"```{kind}\n(.*?)```", page, re.DOTALL) for kind in ("toml", "python", "sh")}
    pathlib.Path("study.toml").write_text(blocks["toml"][0], encoding="utf-8")
    names = {}
    choose, analyse = blocks["python"]
    exec(choose, names)
    subprocess.run([simulate, *blocks["sh"][0].split()[1:]], check=True, stdout=subprocess.DEVNULL)
    exec(analyse, names)
    assert len(names["minutes"]) == len(names["points"]) == 160 and names["minutes"].std() > 0
