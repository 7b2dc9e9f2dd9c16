// SPDX-License-Identifier: MIT
// A session and two judges on a sequence of events: one judge sees all of them, one only what the session accepted.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "tests/fuzz/laws.hpp"

using namespace balint;
using fuzz::demand;

namespace {

template <protocol P>
struct heard {
  std::vector<finding<P>> findings;
  std::vector<named_breach> breaches;
  std::uint64_t record_faults = 0;
};

bool is_of_a_stage_left(code why) { return why == code::stage_incomplete || why == code::stage_skipped; }

template <protocol P>
struct told {
  heard<P>* all;
  void operator()(const finding<P>& f, const session<P>& now) const {
    auto& findings = all->findings;
    demand(f.times >= 1 && (f.rule == no_rule || f.rule.index < rules_of<P>::size) && f.stage.index < P::order::size,
           "a finding happened, in a stage and under a rule of the protocol, or under none");
    demand((f.event == 0) == is_formation_error(f.code), "what stands against the group is found before any event");
    demand(f.event == 0 || f.times > 1 || f.stage == now.stage() || is_of_a_stage_left(f.code),
           "a finding names the stage it was found in, or the stage that was left");
    (void)fuzz::in_words<P>(f);
    demand(findings.empty() || f.event >= findings.back().event, "findings stand in order");
    all->record_faults += f.about == finding_class::record ? 1U : 0U;
    collect<std::vector<finding<P>>>{findings}(f);
  }
  void operator()(const named_breach& one) const {
    demand(one.rule.index < rules_of<P>::size, "a breach is of a rule of the protocol");
    demand(all->breaches.empty() || one.event > all->breaches.back().event, "breaches stand in order");
    all->breaches.push_back(one);
  }
};

template <protocol P>
struct judged {
  heard<P> all{};
  judge<P, told<P>> by;
  explicit judged(const formation<P>& people) : by(people, {&all}) {}
  judged(const judged&) = delete;
  judged& operator=(const judged&) = delete;

  void apply(const event<P>& e) {
    by.apply(e);
    const auto& findings = all.findings;
    if (!findings.empty()) demand(findings.back().event <= by.position(), "findings stand at events that were seen");
    fuzz::is_in_order(by.session());
    const auto departs = [](const finding<P>& f) { return f.about == finding_class::departure; };
    const auto skips = [](const finding<P>& f) { return f.code == code::stage_skipped; };
    demand(is_clean(by.verdict()) == std::ranges::none_of(findings, departs), "a verdict is clean without a departure");
    demand((by.verdict() == verdict::different) == std::ranges::any_of(findings, skips),
           "it is different where a stage was skipped");
    demand(by.record_faults() == all.record_faults, "each fault of the record is counted");
  }
};

verdict clean_verdict(ending how) {
  switch (how) {
    case ending::terminated: return verdict::terminated;
    case ending::closed: return verdict::conforming;
    case ending::running: break;
  }
  return verdict::in_progress;
}

/// Whether a judge takes an event that the session refuses for what happened, without a finding: a story told while
/// nobody presents.
template <protocol P>
bool is_taken_as_told(const session<P>& before, const session<P>& after, const event<P>& e) {
  return detail::table_of<P>.acts[e.act.index].does == effect::tells_story && before.presenter() == nobody &&
         after.presenter() == e.by;
}

/// Whether a code is what the first refusal of a trace is found as. A move out of a stage in which nothing was done
/// skips it, and a move right after another one was pressed twice.
bool is_found_as(code found, code refused, bool was_a_move) {
  if (found == refused) return true;
  const bool may_be_left = refused == code::stage_incomplete && found == code::stage_skipped;
  const bool stops_a_move =
      refused == code::flag_open || refused == code::supervisor_absent || refused == code::stage_incomplete;
  return may_be_left || (stops_a_move && was_a_move && found == code::repeated);
}

template <protocol P>
void play(fuzz::bytes& in) {
  const auto people = fuzz::people_from<P>(in);
  const auto formed = form<P>(people);
  session<P> now(detail::group_of(formed));
  judged<P> all(formed), of_accepted(formed);
  if (formed.is_too_large()) return;
  demand(all.all.findings.size() == formed.errors.size(), "each error of the group is a finding");
  bool all_accepted = true, is_taken = false, was_a_move = false;
  std::size_t flags = 0;
  for (int i = 0; i < 120 && !in.empty(); ++i) {
    const auto e = fuzz::event_from(now, in);
    const auto also = in.byte() % 16;
    if (also == 0) fuzz::legal_is_what_is_accepted(now, e.by);
    if (also % 4 == 1) now = fuzz::carried_over(now);
    const auto earlier = all.by.session();
    const bool accepted = fuzz::step(now, e);
    const auto before = all.all.findings.size();
    all.apply(e);
    if (accepted) {
      of_accepted.apply(e);
      const auto does = detail::table_of<P>.acts[e.act.index].does;
      flags += does == effect::flags ? 1U : 0U;
      was_a_move = does == effect::advances || does == effect::cuts_short;
    } else if (all_accepted) {
      const auto& findings = all.all.findings;
      is_taken = is_taken_as_told<P>(earlier, all.by.session(), e);
      if (!is_taken) {
        demand(findings.size() > before, "the first refusal is found");
        demand(findings[before].event == all.by.position(), "the first refusal is found where it happened");
        demand(is_found_as(findings[before].code, fuzz::code_of(now, e), was_a_move), "and found for what it is");
      }
    }
    all_accepted = all_accepted && accepted;
    if (all_accepted) demand(all.by.session().snapshot() == now.snapshot(), "a judge follows what is accepted");
    demand(of_accepted.by.session().snapshot() == now.snapshot(), "a judge follows what was accepted");
  }
  fuzz::legal_is_what_is_accepted(now);
  demand(of_accepted.all.findings.size() == formed.errors.size(), "in what was accepted nothing is found");
  demand(of_accepted.all.breaches.size() == flags, "each flag that was accepted is a breach named");
  const bool nothing_found = all.all.findings.size() == formed.errors.size();
  demand(nothing_found ? all_accepted || is_taken : !all_accepted, "nothing is found where a session accepts all");
  if (all.all.findings.empty() && all_accepted)
    demand(all.by.verdict() == clean_verdict(now.end()), "a clean verdict says how it ended");
  const auto thoughts = all.by.advisories();
  demand(thoughts.size() >= formed.advisories.size(), "what is advised of the group stays so");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::with_protocol({data, size}, []<protocol P>(fuzz::bytes& in) { play<P>(in); });
  return 0;
}
