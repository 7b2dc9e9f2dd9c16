#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Puts a language model into a chair, or a stand-in that needs no network: the frame of a real one.

A model is asked in words and answers in words, of which one act has to be found: that is all that `ask_model` does. The
stand-in answers as models do: sometimes beside the point, sometimes with an act that its role does not have.
"""
import json
import sys

ANSWERS = ["I would like to present_case.", "vote", "Let me think about what was said.", "close", "propose!"]


def ask_model(prompt, turn):
    """Replace this by a call of a model; take its key from a variable that is named to the program which runs this."""
    return ANSWERS[(len(prompt) + turn) % len(ANSWERS)]


def act_in(text, legal):
    """The act whose name the text has, as the model means it; legal acts come first."""
    names = [one["act"] for one in legal] + ["close", "advance"]
    said = next((name for name in names if name in text), None)
    target = next((one for one in legal if one["act"] == said), {"act": said})
    return {key: value[0] if isinstance(value, list) else value for key, value in target.items()}


for turn, line in enumerate(sys.stdin):
    m = json.loads(line)
    if m["type"] == "hello":
        answer = {"type": "ready", "balint_player": 1, "name": "stand_in", "version": "1", "deterministic": False,
                  "max_in_flight": 16}
    elif m["type"] == "ask":
        prompt = f"You are {m['player']} in stage {m['stage']}. You may: {[one['act'] for one in m['legal']]}."
        answer = {"type": "say", "id": m["id"], **act_in(ask_model(prompt, turn), m["legal"])}
    else:
        continue
    print(json.dumps(answer), flush=True)
