#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The student group with 12 members in Mesa, as somebody would write it: agents, a model, one turn a step.

It follows the library's default policy: who speaks next is drawn in proportion to rates, members do what the stage
waits for, else ask, answer, propose, assess; the leader moves on. An event is (time, who, act). Says sessions and events
per CPU second; bench/simulation_bench.cpp says the library's.
usage: bench/mesa_rival.py [SESSIONS]      (needs Mesa: pip install mesa)
"""
import math
import sys
import time

import mesa

HOLD = {"present_case": 90.0, "vote": 3.0, "tell_story": 600.0, "advance": 3.0, "close": 3.0}
SPREAD = {"tell_story": 0.3}


class Person(mesa.Agent):
    def __init__(self, model, leads):
        super().__init__(model)
        self.leads = leads

    def acts(self):
        """What this person can do now: (act, whether the stage waits for it)."""
        m = self.model
        if m.stage == 0:
            return [] if self.leads or self in m.done else [("present_case", True)]
        if m.stage == 1:
            if self not in m.done:
                return [("vote", not self.leads)]
            if self.leads and len(m.done) == len(m.people) and m.presenter is None:
                return [("select_case", True)]
            return [("accept_case", True)] if self is m.presenter and not m.accepted else []
        if m.stage == 2:
            if self is m.presenter:
                return [("answer", False)] if m.asked else ([] if m.told else [("tell_story", True)])
            return [("ask", False)] if m.told else []
        if m.stage == 3:
            return [("propose", self not in m.done and self is not m.presenter and not self.leads)]
        if m.stage == 4:
            if self is m.presenter:
                return []
            return [("assess", m.assessed < m.options), ("forecast", m.forecast < m.options)]
        return [("self_assess", True)] if self is m.presenter and self not in m.done else []

    def rate(self):
        m = self.model
        acts = self.acts()
        if not acts or m.last is self:
            owing = [p for p in m.people if any(owed for _, owed in p.acts())]
            if not acts or owing != [self]:
                return 0.0
        log = -2.0
        if m.before_last is self:
            log += 1.0
        if any(owed for _, owed in acts):
            log += 1.5
        if m.last_act == "ask" and self is m.presenter:
            log += 2.5
        return math.exp(log)


class Session(mesa.Model):
    def __init__(self, seed):
        super().__init__(seed=seed)
        self.people = [Person(self, i == 0) for i in range(13)]
        self.stage, self.now, self.log, self.over = 0, 0.0, [], False
        self.last = self.before_last = self.last_act = self.presenter = None
        self.accepted = self.told = self.asked = False
        self.options = self.assessed = self.forecast = 0
        self.done = set()

    def step(self):
        rates = [p.rate() for p in self.people]
        is_complete = not any(owed for p in self.people for _, owed in p.acts())
        rates.append(1 / 8 if is_complete else 0.0)
        total = sum(rates)
        self.now += self.random.expovariate(total)
        who = self.random.choices(range(14), rates)[0]
        if who == 13:
            person, act = self.people[0], "advance" if self.stage < 5 else "close"
        else:
            person = self.people[who]
            acts = person.acts()
            owed = [name for name, is_owed in acts if is_owed]
            act = owed[0] if owed else self.random.choice(acts)[0]
        self.now += HOLD.get(act, 20.0) * math.exp(self.random.gauss(0, SPREAD.get(act, 0.6)))
        self.log.append((self.now, person.unique_id, act))
        self.happened(person, act)
        self.before_last, self.last, self.last_act = self.last, person, act

    def happened(self, person, act):
        if act == "advance":
            self.stage += 1
            self.done = set()
        elif act == "close":
            self.over = True
        elif act == "select_case":
            self.presenter = self.random.choice(self.people[1:])
        elif act == "accept_case":
            self.accepted = True
        elif act == "tell_story":
            self.told = True
        elif act == "ask":
            self.asked = True
        elif act == "propose":
            self.options += 1
        elif act == "assess":
            self.assessed += 1
        elif act == "forecast":
            self.forecast += 1
        self.done.add(person)


def main():
    sessions = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    events = 0
    begin = time.process_time()
    for seed in range(sessions):
        session = Session(seed)
        while not session.over:
            session.step()
        events += len(session.log)
    took = time.process_time() - begin
    print(f"Mesa {mesa.__version__}: {sessions / took:.0f} sessions, {events / took:.0f} events per CPU second; "
          f"{events / sessions:.0f} events a session")


main()
