#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Players for tests, most of which do what no player should: rogue.py HOW [N]. N is how many asks go well before."""
import json
import os
import sys
import time

how = sys.argv[1]
well = int(sys.argv[2]) if len(sys.argv) > 2 else 0


def raw(text):
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        os._exit(0)


def say(**message):
    raw(json.dumps(message) + "\n")


def silence(m, **more):
    say(type="say", id=m["id"], act=None, **more)


asked = 0
kept = None
for line in sys.stdin:
    m = json.loads(line)
    if m["type"] == "hello":
        if how == "mute":
            time.sleep(1000)
        name = os.environ.get("BALINT_TEST_SECRET", "none") if how == "telling" else "rogue"
        version = 99 if how == "future" else 1
        more = {"comment": "x"} if how == "talkative" else {}
        say(type="ready", balint_player=version, name=name, version="1", deterministic=True,
            max_in_flight=1 if how == "one" else 10000, **more)
    elif m["type"] == "ask":
        asked += 1
        if asked <= well or how in ("silent", "one", "stay"):
            if how == "wide":
                raw(json.dumps({"type": "say", "id": m["id"], "act": None}).ljust(400) + "\n")
            else:
                silence(m)
        elif how == "hang":
            while True:
                time.sleep(1000)
        elif how == "ignore":
            pass
        elif how == "flood":
            while True:
                raw('{"type":"chat","text":"spam"}\n' * 1000)
        elif how == "die":
            os._exit(3)
        elif how == "close":
            os.close(1)
            time.sleep(1000)
        elif how == "deaf":
            os.close(0)
            time.sleep(1000)
        elif how == "lie":
            say(type="say", id=m["id"], act="close")
        elif how == "invent":
            say(type="say", id=m["id"], act="sing")
        elif how == "untargeted":
            say(type="say", id=m["id"], act="vote")
        elif how == "stranger":
            say(type="say", id=m["id"], act="vote", case="my_secret_name")
        elif how == "secret":
            say(type="say", id=m["id"], act=os.environ["BALINT_TEST_SECRET"])
        elif how == "late":
            if kept:
                silence(kept)
            kept = m
        elif how == "long":
            raw("x" * 10_000_000 + "\n")
        elif how == "just":
            raw(json.dumps({"type": "say", "id": m["id"], "act": None}).ljust(65536) + "\n")
        elif how == "over":
            raw(json.dumps({"type": "say", "id": m["id"], "act": None}).ljust(65537) + "\n")
        elif how == "nul":
            raw("\0\n")
        elif how == "garbage":
            raw("no json\n")
        elif how == "key":
            silence(m, comment="what anna said")
        elif how == "id":
            say(type="say", id=m["id"] + 1_000_000, act=None)
        elif how == "twice":
            silence(m)
            silence(m)
        elif how in ("fail", "wide"):
            say(type="fail", id=m["id"])
        elif how == "batch":
            kept = kept or []
            if asked > 4096:
                say(type="fail", id=m["id"])
            else:
                kept.append(m)
            if asked == 4096:
                for one in kept:
                    silence(one)
    elif m["type"] == "bye":
        if how == "stay":
            time.sleep(1000)
        break
