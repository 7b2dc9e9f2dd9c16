#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A player for simulated sessions: does what the stage waits for, else something legal, or nothing.

It speaks balint-player/1 on its standard input and output, one JSON object a line: docs/reference/players.md.
"""
import json
import random
import sys


def say(**message):
    print(json.dumps(message), flush=True)


def choose(draws, legal, owed):
    """An act of those that are legal, with a target where it has one."""
    wanted = [one for one in legal if one["act"] in owed]
    free = [one for one in legal if one["act"] not in ("terminate", "withdraw", "drop", "flag")]
    if not wanted and (not free or draws.random() < 0.3):
        return {"act": None}
    act = draws.choice(wanted or free)
    return {key: draws.choice(value) if isinstance(value, list) else value for key, value in act.items()}


chairs = {}
for line in sys.stdin:
    m = json.loads(line)
    if m["type"] == "hello":
        say(type="ready", balint_player=1, name="chooser", version="1", deterministic=True, max_in_flight=64)
    elif m["type"] == "begin":
        chairs[m["session"], m["player"]] = random.Random(m["seed"])
    elif m["type"] == "ask":
        say(type="say", id=m["id"], **choose(chairs[m["session"], m["player"]], m["legal"], m["owed"]))
    elif m["type"] == "end":
        chairs = {key: draws for key, draws in chairs.items() if key[0] != m["session"]}
    elif m["type"] == "bye":
        break
