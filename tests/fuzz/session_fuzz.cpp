// SPDX-License-Identifier: MIT
// A session and two judges on a sequence of events: one judge sees all of them, one only what the session accepted.
#include <cstddef>
#include <cstdint>
#include <vector>

#include "tests/fuzz/laws.hpp"

using namespace balint;
using fuzz::demand;

namespace {

template <protocol P>
struct told {
  std::vector<finding<P>>* all;
  void operator()(const finding<P>& f, const session<P>& now) const {
    demand(f.times >= 1 && f.rule.index < rules_of<P>::size, "a finding happened and has a rule of the protocol");
    demand((f.event == 0) == is_formation_error(f.code), "what stands against the group is found before any event");
    demand(f.event == 0 || f.times > 1 || f.stage == now.stage(), "a finding names the stage it was found in");
    (void)fuzz::in_words(f);
    demand(all->empty() || f.event >= all->back().event, "findings stand in order");
    collect<std::vector<finding<P>>>{*all}(f);
  }
};

template <protocol P>
struct judged {
  std::vector<finding<P>> findings{};
  judge<P, told<P>> by;
  explicit judged(const formation<P>& people) : by(people, {&findings}) {}
  judged(const judged&) = delete;
  judged& operator=(const judged&) = delete;

  void apply(const event<P>& e) {
    by.apply(e);
    if (!findings.empty()) demand(findings.back().event <= by.position(), "findings stand at events that were seen");
    fuzz::is_in_order(by.session());
    demand(is_clean(by.verdict()) == findings.empty(), "a verdict is clean when nothing was found");
  }
};

verdict clean_verdict(ending how) {
  switch (how) {
    case ending::terminated:
      return verdict::terminated;
    case ending::closed:
      return verdict::conforming;
    case ending::running:
      break;
  }
  return verdict::in_progress;
}

template <protocol P>
void play(fuzz::bytes& in) {
  const auto people = fuzz::people_from<P>(in);
  const auto formed = form<P>(people);
  session<P> now(formed.group);
  judged<P> all(formed), of_accepted(formed);
  if (formed.is_too_large()) return;
  demand(all.findings.size() == formed.errors.size(), "each error of the group is a finding");
  bool all_accepted = true;
  std::size_t flags = 0;
  for (int i = 0; i < 120 && !in.empty(); ++i) {
    const auto e = fuzz::event_from(now, in);
    const auto also = in.byte() % 16;
    if (also == 0) fuzz::legal_is_what_is_accepted(now, e.by);
    if (also % 4 == 1) now = fuzz::carried_over(now);
    const bool accepted = fuzz::step(now, e);
    const auto before = all.findings.size();
    all.apply(e);
    if (accepted) {
      of_accepted.apply(e);
      const auto does = detail::table_of<P>.acts[e.act.index].does;
      flags += does == effect::flags ? 1U : 0U;
    }
    if (all_accepted && !accepted) {
      demand(!all.findings.empty() && all.findings.size() <= before + 2, "the first refusal is found");
      demand(all.findings[before].event == all.by.position(), "the first refusal is found where it happened");
      demand(all.findings[before].code == fuzz::code_of(of_accepted.by.session(), e), "and found for what it is");
    }
    all_accepted = all_accepted && accepted;
    if (all_accepted) demand(all.by.session().snapshot() == now.snapshot(), "a judge follows what is accepted");
    demand(of_accepted.by.session().snapshot() == now.snapshot(), "a judge follows what was accepted");
  }
  fuzz::legal_is_what_is_accepted(now);
  std::size_t counted = 0, others = 0;
  for (const auto& f : of_accepted.findings) (f.code == code::flagged ? counted : others) += f.times;
  demand(others == formed.errors.size() && counted == flags, "in what was accepted nothing is found but the flags");
  const bool nothing_found = all.findings.size() == formed.errors.size();
  demand(nothing_found == (all_accepted && flags == 0), "a judge finds nothing exactly where a session accepts all");
  if (all.findings.empty()) demand(all.by.verdict() == clean_verdict(now.end()), "a clean verdict says how it ended");
  const auto thoughts = all.by.advisories();
  demand(thoughts.size() >= formed.advisories.size(), "what is worth a thought of the group stays so");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::with_protocol({data, size}, []<protocol P>(fuzz::bytes& in) { play<P>(in); });
  return 0;
}
