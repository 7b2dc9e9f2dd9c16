#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A judge of sessions in Python, for the conformance kit: judge.py PROTOCOLS_DIR < requests > answers.

It knows no protocol: each is read from the description that the suite carries, PROTOCOLS_DIR/NAME.json. docs/suite.md
says in words what this does: the order of the refusals, their effects, the recovery, the counting of likes.
"""
import json
import sys
from collections import defaultdict
from datetime import datetime, timedelta
from pathlib import Path

FORMAT = 2
MOVES = ("advances", "cuts_short")
STUCK = ("flag_open", "supervisor_absent", "stage_incomplete")


def moment(text):
    at = datetime.fromisoformat(text)
    return at.replace(microsecond=at.microsecond // 1000 * 1000)


def first(objections):
    """The code of the first objection that holds."""
    return next((code for code, holds in objections if holds), None)


class Protocol:
    def __init__(self, description):
        self.__dict__.update(description)
        self.last, self.code = len(self.stages) - 1, {row["code"]: row for row in self.codes}
        self.act = {row["act"]: dict(row, home=None, after_all=None, **{key: [] for key in ("who", "owed_by", "dues")},
                                     after=set(), until=set()) for row in self.acts}
        for number, clauses in [*enumerate(stage["clauses"] for stage in self.stages), (None, self.throughout)]:
            for clause in clauses:
                row = self.act[clause["act"]]
                row["home"] = number
                row["who"] += clause["who"]
                row["owed_by"] += clause["who"] if clause["due"] != "may" else []
                row["dues"].append(clause["due"])
                row["after"] |= {clause["after"]} if "after" in clause else set()
                row["until"] |= {clause["until"]} if "until" in clause else set()
                row["until"] |= {clause["act"]} if clause["due"] == "once" else set()
                row.update({key: clause[key] for key in ("to", "after_all", "attended_by") if key in clause})
        self.attending = {row["attended_by"] for row in self.act.values() if "attended_by" in row}
        selecting = self.doing("selects_case", "takes_case")
        self.undone = selecting | self.doing("accepts_case")
        self.last_selecting = max((self.act[act]["home"] for act in selecting), default=-1)
        self.tellers = [term for act in self.doing("makes_case", "takes_case") for term in self.act[act]["who"]]
        self.story = next(iter(self.doing("tells_story")), None)

    def doing(self, *effects):
        return {name for name, row in self.act.items() if row["effect"] in effects}

    def home(self, act):
        return self.act[act]["home"] if act in self.act else None


class Session:
    """What a session remembers, what stands against an event, and what an event does."""

    def __init__(self, protocol, people):
        self.p, self.people, self.present, self.gone, self.presenter = protocol, people, set(people), set(), None
        self.leaders = {i for i, one in people.items() if protocol.lead["office"] in one["offices"]}
        self.stage, self.ended, self.begun = 0, None, False
        self.happened, self.worked, self.cut, self.flags, self.cases, self.out = (set() for _ in range(6))
        self.did, self.excused, self.passed, self.weighed, self.weighers = (defaultdict(set) for _ in range(5))
        self.votes, self.authors, self.first_at, self.last_at = {}, [], None, None
        self.by_leader = self.by_presenter = self.grader_weighed = 0
        self.silence = self.unattended = timedelta()

    def acting(self):
        here, standing_in = [i for i in self.people if i in self.present], set(self.p.lead["stand_ins"])
        stand_ins = [i for i in here if self.people[i]["offices"] & standing_in and i != self.presenter]
        return next(iter([i for i in here if i in self.leaders] + stand_ins), None)

    def plays(self, i, role):
        if role in (self.p.lead["office"], self.p.presenter):
            return i == (self.presenter if role == self.p.presenter else self.acting())
        return role == "anyone" or role in self.people[i]["offices"]

    def fits(self, i, who):
        return any(self.plays(i, term["role"]) and not ("but" in term and self.plays(i, term["but"]))
                   and not ("unled" in term and self.acting() is not None) for term in who)

    def here(self, who):
        return [i for i in self.people if i in self.present and self.fits(i, who)]

    def attended(self, roles):
        return any(self.plays(i, role) for i in self.present for role in roles)

    def may_have_case(self, i):
        return i in self.people and self.fits(i, self.p.tellers) and i not in self.out

    def may_turn_out_presenter(self, i):
        return self.fits(i, self.p.tellers) and self.presenter is None and self.p.story not in self.happened

    def owing(self, clause, stage):
        """Who owes what each owes, present or not."""
        settled = self.did[clause["act"]] | self.excused[clause["act"]] | self.passed[stage]
        return [i for i in self.people if i not in settled and self.fits(i, clause["who"])]

    def is_open(self, clause, stage):
        passed = "passable" in clause and any(self.fits(i, clause["who"]) for i in self.passed[stage])
        return clause["act"] not in self.happened and not passed

    def owes_a_turn(self, i):
        return any(i in self.owing(c, self.stage) if c["due"].startswith("each") else
                   "passable" in c and self.is_open(c, self.stage) and self.fits(i, c["who"])
                   for c in self.p.stages[self.stage]["clauses"])

    def owed(self, stage, cut=False):
        """What a stage owes, in the order of the rules it would break; cut: what stays owed when it is cut short."""
        clauses = [c for c in self.p.stages[stage]["clauses"] if c.get("owed_after") in (None, *self.happened)]
        turns = not (cut and stage in self.worked)
        for c in (c for c in clauses if c["due"].startswith("each") and turns):
            if by := [i for i in self.owing(c, stage) if i in self.present]:
                yield c["rule"], {"what": c["act"], "by": by}
        for thing in self.p.stages[stage].get("needs", []):
            if not (self.cases - self.out if thing == "case" else self.authors):
                yield "everyone_takes_part", {"what": thing, "by": self.here([{"role": "anyone"}])}
        for c in (c for c in clauses if c["due"] in ("once", "some") and self.is_open(c, stage)):
            yield c["rule"], {"what": c["act"], "by": self.here(c["who"])}
        for c in (c for c in clauses if c["due"] == "per_option" and turns):
            for n in (n for n in range(1, len(self.authors) + 1) if n not in self.weighed[c["act"]]):
                yield c["rule"], {"what": c["act"], "by": self.here(c["who"]), "option": n}

    # What stands against an event: pairs of a code and whether it holds, in the order in which they are looked for.

    def before_role(self, e):
        by, row = e["by"], self.p.act.get(e["act"])
        yield "session_over", self.ended
        yield "time_reversed", "at" in e and self.last_at and moment(e["at"]) < self.last_at
        yield "unknown_person", by not in self.people
        yield "unknown_act", row is None
        does, is_last = row["effect"], self.stage == self.p.last
        yield "absent", by not in self.present and (by in self.gone or does not in ("rejoins", "withdraws"))
        yield "wrong_stage", row["home"] not in (None, self.stage)
        yield "wrong_stage", is_last if does in MOVES else does == "closes" and not is_last

    def beside_stage(self, e):
        by, act, row = e["by"], e["act"], self.p.act[e["act"]]
        does, target, owner = row["effect"], row["target"], e.get("case", by)
        yield "wrong_role", not self.fits(by, row["who"])
        yield "too_early", not row["after"] <= self.happened
        yield "too_early", row["after_all"] and any(o["what"] == row["after_all"] for _, o in self.owed(row["home"]))
        yield "unknown_target", target == "case" and owner not in self.cases - self.out
        yield "unknown_target", target == "option" and not 1 <= e["option"] <= len(self.authors)
        yield "unknown_target", target == "rule" and e["rule"] not in [rule["rule"] for rule in self.p.rules]
        yield "unknown_target", target == "to" and e["to"] not in set(self.here(row["to"])) - {by, self.presenter}
        yield "repeated", row["until"] & self.happened or (does == "opens" and self.begun)
        yield "repeated", "each" in row["dues"] and by in self.did[act] | self.passed[row["home"]]
        yield "repeated", does == "selects_case" and self.presenter not in (None, owner)
        yield "nothing_owed", does == "passes" and not self.owes_a_turn(by)
        yield "not_absent", does == "rejoins" and by in self.present
        yield "somebody_leads", does == "takes_lead" and self.acting() is not None
        yield "leader_is_presenter", does in ("selects_case", "takes_case") and owner in {*self.leaders, self.acting()}
        votes, rivals = list(self.votes.values()), self.cases - self.out if does == "selects_case" else ()
        yield "not_supported", any(votes.count(i) > votes.count(owner) for i in rivals)
        yield "too_many_options", does == "makes_option" and len(self.authors) >= self.p.most_options
        yield from self.against_move(row)

    def against_move(self, row):
        if row["effect"] in (*MOVES, "closes"):
            yield "flag_open", self.flags
            yield "supervisor_absent", "attended_by" in row and not self.attended([row["attended_by"]])
            yield "stage_incomplete", any(self.owed(self.stage, row["effect"] == "cuts_short"))

    # What an event does.

    def accept(self, e):
        self.begun = True
        if "at" in e:
            at = moment(e["at"])
            since = at - (self.last_at or at)
            self.first_at, self.last_at, self.silence = self.first_at or at, at, max(self.silence, since)
            self.unattended += since if self.p.attending and not self.attended(self.p.attending) else timedelta()
        self.do(e)

    def do(self, e, in_turn=True):
        by, act, row = e["by"], e["act"], self.p.act[e["act"]]
        does = row["effect"]
        self.happened.add(act)
        self.did[act].add(by)
        self.worked |= {row["home"]} if in_turn and row["carries"] and row["home"] is not None else set()
        now = self.__dict__.update
        {
            "makes_case": lambda: self.cases.add(by),
            "supports_case": lambda: self.votes.update({by: e["case"]}),
            "selects_case": lambda: (self.undo_selection(), self.happened.add(act), now(presenter=e["case"])),
            "takes_case": lambda: now(presenter=by),
            "declines_case": lambda: (self.put_out(self.presenter), self.undo_selection()),
            "makes_option": lambda: self.add_option(by, row["owed_by"]),
            "weighs_option": lambda: self.weigh(e["option"], by, act),
            "advances": lambda: now(stage=self.stage + 1),
            "cuts_short": lambda: now(stage=self.stage + 1, cut=self.cut | {self.stage}),
            "closes": lambda: now(ended=does),
            "terminates": lambda: now(ended=does),
            "passes": lambda: (self.passed[self.stage].add(by), self.worked.add(self.stage)),
            "withdraws": lambda: self.withdraw(by),
            "drops": lambda: self.present.discard(by),
            "rejoins": lambda: self.present.add(by),
            "hands_over": lambda: now(leaders={e["to"]}),
            "takes_lead": lambda: now(leaders={by}),
            "flags": lambda: self.flags.add(e["rule"]),
            "reminds": lambda: self.flags.discard(e["rule"]),
        }.get(does, lambda: None)()

    def add_option(self, by, owed_by):
        self.by_presenter += by == self.presenter
        self.by_leader += by == self.acting() and not self.fits(by, owed_by)
        self.authors.append(by)

    def weigh(self, option, by, act):
        self.weighed[act] |= {option} if self.fits(by, self.p.act[act]["owed_by"]) else set()
        self.weighers[option].add(by)
        self.grader_weighed += by == self.acting() and self.people[by]["grades"]

    def withdraw(self, by):
        self.gone.add(by)
        self.present.discard(by)
        self.put_out(by)
        if by == self.presenter and self.stage <= self.p.last_selecting:
            self.undo_selection()

    def put_out(self, owner):
        self.out.add(owner)
        void = {voter for voter, case in self.votes.items() if case == owner}
        self.votes = {voter: case for voter, case in self.votes.items() if voter not in void}
        self.did.update({act: self.did[act] - void for act in self.p.doing("supports_case")})

    def undo_selection(self):
        self.presenter = None
        self.happened -= self.p.undone

    def supply_case(self, owner):
        self.cases.add(owner)
        self.happened |= self.p.doing("makes_case")
        self.did.update({act: self.did[act] | {owner} for act in self.p.doing("makes_case")})

    def excuse_voters(self):
        voting = self.p.doing("supports_case")
        for stage, row in enumerate(self.p.stages):
            for c in (c for c in row["clauses"] if c["due"].startswith("each") and c["act"] in voting):
                self.excused[c["act"]] |= self.present.intersection(self.owing(c, stage))


class Judge:
    """Judges one trace: follows a session, and goes on after each refusal."""

    def __init__(self, protocol, header):
        self.p, people = protocol, {}
        for entry in header["people"]:
            blank = {"offices": set(), "profession": "", "less_experienced": False, "grades": False}
            one = people.setdefault(entry["id"], blank)
            one["offices"] |= set(entry["offices"])
            if "consent" in entry:
                one["consent"] = one.get("consent", True) and entry["consent"]
            one.update({key: one[key] or entry.get(key, one[key]) for key in [*blank][1:]})
        self.s, self.too_many = Session(protocol, people), len(people) > protocol.most_people
        self.findings, self.breaches, self.advisories, self.position = [], [], [], 0
        is_twice = len(people) < len(header["people"])
        for code, is_so in (("duplicate_person", is_twice), ("too_many_people", self.too_many)):
            self.findings += [dict(event=0, times=1, **self.p.code[code])] if is_so else []
        self.hold_against(protocol.formation)
        self.last_event = None  # of the finding that the like can still be counted onto
        self.run, self.run_length, self.run_works = None, 0, False  # acts of one other stage that come in a row
        self.out_of_turn, self.found_flags = set(), set()
        self.moved_from, self.late_words, self.was_moved, self.teller = None, 0, False, None

    def hold_against(self, conditions):
        """Asks the conditions of the group, or of the session as far as it went."""
        for c in conditions:
            if self.meets(c, [one for one in self.s.people.values() if c.get("role") in one["offices"]]):
                continue
            if "error" in c:
                found = {"event": 0, "class": "departure", "code": c["error"], "rule": c["rule"], "times": 1}
                self.findings.append(found)
            else:
                self.advisories.append(c["advisory"])

    def meets(self, c, them):
        s, novices = self.s, sum(one["less_experienced"] for one in them)
        minutes = (s.last_at - s.first_at).total_seconds() / 60 if s.first_at else 0
        closed_after = minutes if s.ended == "closes" else 0
        return {
            "number": lambda: c.get("low", 0) <= len(them) <= c.get("high", len(them)),
            "holds_no_other_office": lambda: all(len(one["offices"]) == 1 for one in them),
            "comes_from_outside": lambda: all(c["other"] not in one["offices"] for one in them),
            "comes_from_within": lambda: all(c["other"] in one["offices"] for one in them),
            "stated_profession": lambda: all(one["profession"] in ["", *c["professions"]] for one in them),
            "profession": lambda: all(one["profession"] in c["professions"] for one in them),
            "profession_on_record": lambda: all(one["profession"] for one in them),
            "less_experienced_at_most_one_in": lambda: c["count"] * novices <= len(them),
            "voluntarily": lambda: all(one.get("consent", True) for one in them),
            "consent_on_record": lambda: all("consent" in one for one in them),
            "does_not_grade": lambda: not any(one["grades"] for one in them),
            "no_pass": lambda: not any(s.passed.values()),
            "weighed_by_another": lambda: all(s.weighers[n] != {author} for n, author in enumerate(s.authors, 1)),
            "no_option_of_leader": lambda: not s.by_leader,
            "no_option_of_presenter": lambda: not s.by_presenter,
            "nothing_weighed_by_grading_leader": lambda: not s.grader_weighed,
            "no_stage_cut_short": lambda: not s.cut,
            "minutes": lambda: closed_after == 0 or c["low"] <= closed_after <= c["high"],
            "refocus_in": lambda: closed_after < c["low"] or s.happened & self.p.doing("refocuses"),
            "live_within": lambda: s.silence <= timedelta(minutes=c["silence"]) and minutes <= c["whole"],
            "attended_throughout": lambda: not s.unattended,
        }[c["asks"]]()

    def find(self, code, e, stage=None, owed=None):
        """One fault is one finding: the like of the one before is counted onto it."""
        s, row, home = self.s, self.p.code[code], self.p.home(e["act"])
        if self.last_event and self.findings[-1]["code"] == code and code not in (*STUCK, "stage_skipped"):
            last = self.last_event["act"]
            is_of_one_stage = code in ("wrong_stage", "too_early") and home is not None and home == self.p.home(last)
            if e["act"] == last or is_of_one_stage:
                self.findings[-1]["times"] += 1
                return
        row = row.get("after_terminate", row) if s.ended == "terminates" and home is not None else row
        about = row.get("of_a_move", row["class"]) if e["act"] in self.p.doing(*MOVES) else row["class"]
        rule = row["rule"] if "rule" in row else owed[0]
        found = {"event": self.position, "class": about, "code": code, "rule": rule,
                 "stage": self.p.stages[s.stage if stage is None else stage]["stage"], "times": 1}
        self.findings.append(dict(found, owed=owed[1]) if owed else found)
        self.last_event = e

    def apply(self, e):
        self.position += 1
        pressed, self.was_moved = self.was_moved, False
        if not self.take(e, pressed):
            return
        does = self.p.act[e["act"]]["effect"]
        if self.p.home(e["act"]) is not None:
            self.last_event = None
        elif does == "flags":
            self.breaches.append({"event": self.position, "rule": e["rule"], "answered": None})
        elif does in ("reminds", "terminates"):
            for one in self.breaches:
                if one["answered"] is None and (does == "terminates" or one["rule"] == e["rule"]):
                    one["answered"] = self.position if does == "reminds" else "terminated"

    def take(self, e, pressed):
        """Takes an event as it is, or as it is looked at again; whether it is accepted."""
        s, row, why = self.s, self.p.act.get(e["act"]), first(self.s.before_role(e))
        if why == "wrong_stage":
            return self.from_wrong_stage(e, row, pressed)
        why = why or first(s.beside_stage(e))
        does = row["effect"] if row else None
        if why is None:
            return self.accept(e, row)
        if why in STUCK:
            return self.from_stuck_move(e, row, pressed)
        if why == "wrong_role" and does == "tells_story" and s.may_turn_out_presenter(e["by"]):
            s.presenter = e["by"]
            return self.accept(e, row)
        self.find(why, e)
        if why == "time_reversed":
            return self.take({key: e[key] for key in e if key != "at"}, pressed)
        if why == "absent" and e["by"] not in s.gone:
            s.present.add(e["by"])
            return self.take(e, pressed)
        if why == "wrong_role" and does in (*MOVES, "closes"):
            return self.from_stuck_move(e, row, pressed) if first(s.against_move(row)) else self.accept(e, row)
        if why == "unknown_target" and does in ("supports_case", "selects_case") and s.may_have_case(e["case"]):
            s.supply_case(e["case"])
            return self.take(e, pressed)
        may_be_selected = does == "selects_case" and s.may_have_case(e["case"])
        if why in ("too_early", "repeated") and may_be_selected and not s.happened & self.p.doing("accepts_case"):
            s.supply_case(e["case"])
            self.force_selection(e, does)
        elif why in ("leader_is_presenter", "not_supported"):
            self.force_selection(e, does)
        elif why == "too_early" and row["home"] is not None:
            s.worked.add(row["home"])
        return False

    def force_selection(self, e, does):
        if does == "selects_case":
            self.s.excuse_voters()
        self.run = None
        self.s.do(e)

    def accept(self, e, row):
        does = row["effect"]
        if does in (*MOVES, "closes"):
            self.leave(self.s.stage, e, does == "cuts_short")
        self.s.accept(e)
        if does in MOVES:
            self.moved()
        if row["home"] is not None or does == "passes":
            self.run = None
        if does in ("flags", "reminds"):
            self.found_flags.discard(e["rule"])
        return True

    def from_stuck_move(self, e, row, pressed):
        s, does = self.s, row["effect"]
        if does in MOVES and pressed:  # somebody pressed twice
            self.find("repeated", e)
            self.was_moved = True
            return False
        if does in MOVES and self.late_words > 0:
            self.late_words -= 1
            return False
        if s.flags - self.found_flags:
            self.find("flag_open", e)
        self.found_flags |= s.flags
        if dict(s.against_move(row))["supervisor_absent"]:
            self.find("supervisor_absent", e)
        self.leave(s.stage, e, does == "cuts_short")
        s.do(e)
        if does in MOVES:
            self.moved()
        return False

    def leave(self, stage, e, cut=False):
        worked, owed = stage in self.s.worked, next(self.s.owed(stage, cut), None)
        if owed or (not worked and stage in self.out_of_turn):
            self.find("stage_incomplete" if worked else "stage_skipped", e, stage, owed)

    def moved(self):
        here = self.s.stage
        self.was_moved, self.late_words, self.moved_from = True, 0, None
        self.s.worked |= {here} if self.run == here and self.run_works else set()
        self.run = self.run if self.run is not None and self.run > here else None
        self.hear_teller()

    def hear_teller(self):
        """A story told before its turn takes effect when its stage is entered."""
        s, teller = self.s, self.teller
        if teller in s.present and s.may_turn_out_presenter(teller) and self.p.home(self.p.story) == s.stage:
            s.presenter, self.run = teller, None
            s.do({"by": teller, "act": self.p.story})

    def enter(self, stage, works, moved_from=None, late_words=0):
        """The session turns out to be in another stage."""
        self.s.stage, self.run, self.moved_from, self.late_words = stage, None, moved_from, late_words
        self.s.worked |= {stage} if works else set()
        self.hear_teller()

    def move_with_run(self, e):
        here, there = self.s.stage, self.run
        for stage in range(here, there):
            self.leave(stage, e)
        self.enter(there, self.run_works, here, there - here)

    def from_wrong_stage(self, e, row, pressed):
        s, home, does = self.s, row["home"], row["effect"]
        if home is None and does == "closes" and e["by"] == s.acting():
            return self.close_early(e, pressed)
        if home is not None and home < s.stage and home == self.moved_from:  # the run that moved it was an excursion
            self.enter(home, False)
            return self.take(e, pressed)
        self.find("wrong_stage", e)
        if home is None:
            return False
        takes_effect = not first(s.beside_stage(e))
        if takes_effect:
            s.do(e, in_turn=False)
            self.out_of_turn |= {home} if row["carries"] else set()
        elif does == "tells_story" and s.fits(e["by"], self.p.tellers) and s.presenter is None:
            self.teller = e["by"]
        if self.run != home:
            self.run, self.run_length, self.run_works = home, 0, False
        self.run_length += 1
        self.run_works |= takes_effect and row["carries"]
        if home > s.stage and (self.run_length >= 3 or (self.run_length == 2 and not any(s.owed(s.stage)))):
            self.move_with_run(e)
        elif home < s.stage and self.run_length >= 2 and s.stage not in s.worked:
            self.enter(home, self.run_works)
        return False

    def close_early(self, e, pressed):
        if self.run == self.p.last:
            self.move_with_run(e)
            return self.take(e, pressed)
        self.find("wrong_stage", e)
        for stage in range(self.s.stage, self.p.last + 1):
            self.leave(stage, e)
        self.s.stage, self.s.ended = self.p.last, "closes"
        return False

    def answer(self):
        self.hold_against([] if self.too_many else self.p.session_advisories)
        departures = [one["code"] for one in self.findings if one["class"] == "departure"]
        end = {"terminates": "terminated", "closes": "conforming", None: "in_progress"}[self.s.ended]
        return {"verdict": "different" if "stage_skipped" in departures else "departs" if departures else end,
                "record_faults": sum(one["times"] for one in self.findings if one["class"] == "record"),
                "findings": self.findings, "breaches": self.breaches, "advisories": self.advisories}


def main():
    described = [Protocol(json.loads(path.read_text("utf-8"))) for path in Path(sys.argv[1]).glob("*.json")]
    protocols = {one.protocol: one for one in described if one.format == FORMAT}
    for line in sys.stdin:
        request = json.loads(line)
        name = request["header"]["protocol"]
        answer = {"skipped": "no description of " + name}
        if name in protocols:
            judge = Judge(protocols[name], request["header"])
            for event in [] if judge.too_many else request["events"]:
                judge.apply(event)
            answer = judge.answer()
        print(json.dumps(dict(answer, case=request["case"])), flush=True)


if __name__ == "__main__":
    main()
