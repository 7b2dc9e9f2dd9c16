#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A judge of sessions in Python, for the conformance kit: judge.py PROTOCOLS_DIR < requests > answers.

It knows no protocol: each is read from the description that the suite carries, PROTOCOLS_DIR/NAME.json. docs/reference/suite.md
says in words what this does: the order of the refusals, their effects, the recovery, the counting of likes.
"""
import json
import sys
from datetime import datetime
from pathlib import Path


class Protocol:
    def __init__(self, description):
        self.__dict__.update(description)
        self.codes = {row["code"]: row.get("rule") for row in self.refusals}
        self.act = {row["act"]: dict(row, home=None, who=[], dues=[], after=[], until=[], after_all=None, to=[], attended_by=None)
                    for row in self.acts}
        for number, clauses in [*enumerate(stage["clauses"] for stage in self.stages), (None, self.throughout)]:
            for clause in clauses:
                row = self.act[clause["act"]]
                row["home"] = number
                row["who"] += clause["who"]
                row["dues"].append(clause["due"])
                row["after"] += [clause["after"]] if "after" in clause else []
                row["until"] += [clause["until"]] if "until" in clause else []
                row["until"] += [clause["act"]] if clause["due"] == "once" else []
                row.update({key: clause[key] for key in ("to", "after_all", "attended_by") if key in clause})

    def with_effect(self, *effects):
        return {name: row for name, row in self.act.items() if row["effect"] in effects}


class Judge:
    def __init__(self, protocol, header):
        self.p, self.people = protocol, {}
        for entry in header["people"]:
            one = self.people.setdefault(entry["id"], {"offices": set(), "profession": "", "less_experienced": False, "grades": False})
            one["offices"] |= set(entry["offices"])
            if "consent" in entry:
                one["consent"] = one.get("consent", True) and entry["consent"]
            for key in ("profession", "less_experienced", "grades"):
                one[key] = one[key] or entry.get(key, one[key])
        self.present, self.gone, self.presenter = set(self.people), set(), None
        self.leaders = [i for i, one in self.people.items() if protocol.lead["office"] in one["offices"]]
        self.stage, self.ended, self.worked = 0, None, False
        self.happened, self.done = set(), set()  # acts; pairs of an act and whoever did it
        self.passed, self.ever_passed, self.flags, self.cases, self.out = (set() for _ in range(5))
        self.support, self.authors, self.weighed = {}, [], {}  # weighed: act -> option -> who
        self.findings, self.advisories, self.different = [], [], False
        self.first_at = self.last_at = self.run = None
        self.too_many = len(self.people) > protocol.most_people
        for code, is_so in (("duplicate_person", len(self.people) < len(header["people"])), ("too_many_people", self.too_many)):
            if is_so:
                self.find(0, None, code, "closed_group")
        self.ask(protocol.formation)

    def ask(self, conditions):
        """Notes every condition that the group, or the session as far as it went, does not meet."""
        broken = [c for c in conditions if not self.meets(c, [one for one in self.people.values() if c.get("role") in one["offices"]])]
        for c in (c for c in broken if "error" in c):
            self.find(0, None, c["error"], c["rule"])
        self.advisories += [c["advisory"] for c in broken if "advisory" in c]

    def meets(self, c, them):
        minutes = (self.last_at - self.first_at).total_seconds() / 60 if self.ended == "closes" and self.first_at else 0
        return {
            "number": lambda: c.get("low", 0) <= len(them) <= c.get("high", len(them)),
            "holds_no_other_office": lambda: all(len(one["offices"]) == 1 for one in them),
            "comes_from_outside": lambda: all(c["other"] not in one["offices"] for one in them),
            "comes_from_within": lambda: all(c["other"] in one["offices"] for one in them),
            "stated_profession": lambda: all(one["profession"] in ["", *c["professions"]] for one in them),
            "profession": lambda: all(one["profession"] in c["professions"] for one in them),
            "less_experienced_at_most_one_in": lambda: c["count"] * sum(one["less_experienced"] for one in them) <= len(them),
            "voluntarily": lambda: all(one.get("consent", True) for one in them),
            "consent_on_record": lambda: all("consent" in one for one in them),
            "does_not_grade": lambda: not any(one["grades"] for one in them),
            "no_pass": lambda: not self.ever_passed,
            "weighed_by_another": lambda: all({who for options in self.weighed.values() for who in options.get(n, ())} != {author}
                                              for n, author in enumerate(self.authors, 1)),
            "minutes": lambda: minutes == 0 or c["low"] <= minutes <= c["high"],
            "refocus_in": lambda: minutes < c["low"] or self.happened & set(self.p.with_effect("refocuses")),
        }[c["asks"]]()

    def acting(self):
        here = [i for i in self.people if i in self.present]
        stand_ins = [i for i in here if i != self.presenter and self.people[i]["offices"] & set(self.p.lead["stand_ins"])]
        return next(iter([i for i in here if i in self.leaders] + stand_ins), None)

    def plays(self, i, role):
        if role in (self.p.lead["office"], self.p.presenter):
            return i == (self.presenter if role == self.p.presenter else self.acting())
        return role == "anyone" or role in self.people[i]["offices"]

    def fits(self, i, who):
        return any(self.plays(i, term["role"]) and not ("but" in term and self.plays(i, term["but"])) for term in who)

    def owing(self, of=None):
        """Who owes something, present or not, that each owes in this stage: pairs of a clause and a person."""
        return [(c, i) for c in self.p.stages[self.stage]["clauses"] if c["due"].startswith("each") and of in (None, c["act"])
                for i in self.people if self.fits(i, c["who"]) and i not in self.passed and (c["act"], i) not in self.done]

    def owed(self):
        """The first thing this stage owes: its rule, and what by whom; or None."""
        here, stage = [i for i in self.people if i in self.present], self.p.stages[self.stage]
        turns = [(c, i) for c, i in self.owing() if i in self.present]
        debts = [(c["rule"], {"what": c["act"], "by": [i for d, i in turns if d is c]}) for c, _ in turns]
        debts += [("everyone_takes_part", {"what": thing, "by": here}) for thing in stage.get("needs", [])
                  if not (self.cases if thing == "case" else self.authors)]
        able = [(c, [i for i in here if self.fits(i, c["who"])]) for c in stage["clauses"]]
        debts += [(c["rule"], {"what": c["act"], "by": by}) for c, by in able
                  if c["due"] in ("once", "some") and c["act"] not in self.happened]
        debts += [(c["rule"], {"what": c["act"], "by": by, "option": n}) for c, by in able for n in range(1, len(self.authors) + 1)
                  if c["due"] == "per_option" and n not in self.weighed.get(c["act"], {})]
        return next(iter(debts), None)

    def objections(self, e):
        """What stands against an event, in the order in which it is looked for; the first that holds is the refusal."""
        by, act, row, last = e["by"], e["act"], self.p.act.get(e["act"]), len(self.p.stages) - 1
        yield "session_over", self.ended
        yield "time_reversed", "at" in e and self.last_at and datetime.fromisoformat(e["at"]) < self.last_at
        yield "unknown_person", by not in self.people
        yield "unknown_act", row is None
        does = row["effect"]
        yield "absent", by not in self.present and (by in self.gone or does not in ("rejoins", "withdraws"))
        yield "wrong_stage", row["home"] not in (None, self.stage) or {"advances": self.stage == last, "closes": self.stage != last}.get(does)
        yield "wrong_role", not self.fits(by, row["who"])
        yield "too_early", not set(row["after"]) <= self.happened
        yield "too_early", row["after_all"] and any(i in self.present for _, i in self.owing(row["after_all"]))
        yield "unknown_target", row["target"] == "case" and e["case"] not in self.cases - self.out
        yield "unknown_target", row["target"] == "option" and not 1 <= e["option"] <= len(self.authors)
        yield "unknown_target", row["target"] == "rule" and e["rule"] not in [rule["rule"] for rule in self.p.rules]
        yield "unknown_target", row["target"] == "to" and not (
            e["to"] in self.present - {by, self.presenter} and self.fits(e["to"], row["to"]))
        yield "repeated", set(row["until"]) & self.happened
        yield "repeated", "each" in row["dues"] and (by in self.passed or (act, by) in self.done)
        yield "nothing_owed", does == "passes" and by not in [i for _, i in self.owing()]
        yield "not_absent", does == "rejoins" and by in self.present
        if does in ("selects_case", "takes_case"):
            owner = e.get("case", by)
            yield "leader_is_presenter", owner in self.leaders or owner == self.acting()
            yield "not_supported", any(self.support.get(i, 0) > self.support.get(owner, 0) for i in self.cases - self.out)
        yield "too_many_options", does == "makes_option" and len(self.authors) >= self.p.most_options
        if does in ("advances", "closes"):
            yield "flag_open", self.flags
            yield "supervisor_absent", row["attended_by"] and not any(self.plays(i, row["attended_by"]) for i in self.present)
            yield "stage_incomplete", self.owed()

    def select(self, presenter):
        self.happened -= set(self.p.with_effect("selects_case", "takes_case", "accepts_case"))
        self.presenter = presenter

    def enter(self, stage):
        self.stage, self.worked, self.passed = stage, False, set()

    def do(self, e, accepted):
        by, act, row = e["by"], e["act"], self.p.act[e["act"]]
        does = row["effect"]
        selecting = self.p.with_effect("selects_case", "takes_case")
        if accepted and "at" in e:
            self.last_at = datetime.fromisoformat(e["at"])
            self.first_at = self.first_at or self.last_at
        self.worked |= row["home"] is not None and (does != "none" or any(due != "may" for due in row["dues"]))
        if act in selecting:
            self.select(e.get("case", by))
        self.happened.add(act)
        self.done.add((act, by))
        if does == "declines_case" or (does == "withdraws" and by == self.presenter and self.stage in [r["home"] for r in selecting.values()]):
            self.out.add(self.presenter)
            self.select(None)
        {
            "makes_case": lambda: self.cases.add(by),
            "supports_case": lambda: self.support.update({e["case"]: self.support.get(e["case"], 0) + 1}),
            "makes_option": lambda: self.authors.append(by),
            "weighs_option": lambda: self.weighed.setdefault(act, {}).setdefault(e["option"], set()).add(by),
            "advances": lambda: self.enter(self.stage + 1),
            "passes": lambda: (self.passed.add(by), self.ever_passed.add(by)),
            "withdraws": lambda: (self.present.discard(by), self.gone.add(by), self.out.add(by)),
            "drops": lambda: self.present.discard(by),
            "rejoins": lambda: self.present.add(by),
            "flags": lambda: self.flags.add(e["rule"]),
            "reminds": lambda: self.flags.discard(e["rule"]),
        }.get(does, lambda: None)()
        self.ended = does if does in ("closes", "terminates") else None
        self.leaders = [e["to"]] if does == "hands_over" else self.leaders

    def find(self, position, e, code, rule):
        """One fault is one finding: the like of the one before is counted onto it."""
        act = e and e["act"]
        home = self.p.act[act]["home"] if act in self.p.act else None
        like = code, rule if code == "flagged" else home if code == "wrong_stage" and home is not None else act
        if e and like == self.run:
            self.findings[-1]["times"] += 1
            return
        found = {"event": position, "code": code, "rule": rule, "times": 1, **({"stage": self.p.stages[self.stage]["stage"]} if e else {})}
        if code == "stage_incomplete":
            found["rule"], found["owed"] = self.owed()
        self.findings.append(found)
        self.run = like

    def apply(self, position, e):
        row = self.p.act.get(e["act"], {})
        does, home, why = row.get("effect"), row.get("home"), next((code for code, holds in self.objections(e) if holds), None)
        if why is None:
            self.do(e, True)
            self.run = self.run if home is None else None
            if does == "flags":
                self.find(position, e, "flagged", e["rule"])
            return
        tellers = [term for r in self.p.with_effect("makes_case", "takes_case").values() for term in r["who"]]
        if why == "wrong_role" and does == "tells_story" and self.presenter is None and self.fits(e["by"], tellers):
            self.presenter = e["by"]
            return self.apply(position, e)
        self.different |= why == "wrong_stage" and does != "advances"
        self.different |= why == "stage_incomplete" and not self.worked and not self.passed
        self.find(position, e, why, self.p.codes[why])
        if why == "wrong_stage" and home is not None and home > self.stage:
            self.enter(home)
            self.apply(position, e)
        elif (why in ("flag_open", "supervisor_absent", "stage_incomplete", "not_supported", "leader_is_presenter")
              or (why == "wrong_role" and does == "advances") or (why in ("wrong_role", "wrong_stage") and does == "closes")
              or (why == "too_early" and does == "selects_case" and e["case"] in self.cases - self.out)):
            self.do(e, False)

    def answer(self):
        self.ask([] if self.too_many else self.p.session_advisories)
        end = {"terminates": "terminated", "closes": "conforming", None: "in_progress"}[self.ended]
        verdict = "different" if self.different else "rule_violation" if self.findings else end
        return {"verdict": verdict, "findings": self.findings, "advisories": self.advisories}


def main():
    described = [Protocol(json.loads(path.read_text("utf-8"))) for path in Path(sys.argv[1]).glob("*.json")]
    protocols = {one.protocol: one for one in described}
    for line in sys.stdin:
        request = json.loads(line)
        name = request["header"]["protocol"]
        answer = {"skipped": "no description of " + name}
        if name in protocols:
            judge = Judge(protocols[name], request["header"])
            for position, event in enumerate([] if judge.too_many else request["events"], 1):
                judge.apply(position, event)
            answer = judge.answer()
        print(json.dumps(dict(answer, case=request["case"])), flush=True)


if __name__ == "__main__":
    main()
