// SPDX-License-Identifier: MIT
// What an event costs in session<student_group>, in a hand-written switch, in Boost.MSM and in Boost.Statechart. Before
// anything is measured, every machine has to give the same answer to every event.
#include "boost_machines.hpp"
#include "workload.hpp"

#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>
#include <string>

namespace {

using session = balint::session<balint::student_group>;
using bench::workload;

/// Adds up what a machine answers, so that no answer is left out.
template <typename Answers>
void each_session(benchmark::State& state, const workload& all, Answers answers) {
  for (auto _ : state) {
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < all.sessions.size(); ++i) sum += answers(i);
    benchmark::DoNotOptimize(sum);
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(all.events));
}

/// The session; the caller may read all of a refusal.
void apply_whole(benchmark::State& state, const workload& all) {
  const auto people = bench::formed().formed().value();
  each_session(state, all, [&](std::size_t i) {
    session s(people);
    std::uint64_t sum = 0;
    for (const auto& e : all.sessions[i]) {
      auto done = s.apply(e);
      benchmark::DoNotOptimize(done);
      sum += done ? 255U : static_cast<unsigned>(done.error().code);
    }
    return sum;
  });
}
/// The session; a refusal is its code alone, as the switch tells it.
void attempt(benchmark::State& state, const workload& all) {
  const auto people = bench::formed().formed().value();
  each_session(state, all, [&](std::size_t i) {
    session s(people);
    std::uint64_t sum = 0;
    for (const auto& e : all.sessions[i]) {
      const auto done = s.attempt(e);
      sum += done ? 255U : static_cast<unsigned>(done.error());
    }
    benchmark::DoNotOptimize(s);
    return sum;
  });
}
/// Asking first and then doing it: `can`, then `apply`.
void can_then_apply(benchmark::State& state, const workload& all) {
  const auto people = bench::formed().formed().value();
  each_session(state, all, [&](std::size_t i) {
    session s(people);
    std::uint64_t sum = 0;
    for (const auto& e : all.sessions[i]) {
      if (!s.can(e)) continue;
      sum += s.apply(e).has_value() ? 1U : 0U;
    }
    return sum;
  });
}
void by_switch(benchmark::State& state, const workload& all) {
  const auto people = bench::plain(bench::formed().formed().value());
  each_session(state, all, [&](std::size_t i) {
    bench::switch_machine machine(people);
    std::uint64_t sum = 0;
    for (const auto& e : all.plain_sessions[i]) sum += static_cast<unsigned>(machine.apply(e));
    benchmark::DoNotOptimize(machine);
    return sum;
  });
}
/// The switch that tells, of a refusal, what would be legal instead.
void telling_switch(benchmark::State& state, const workload& all) {
  const auto people = bench::plain(bench::formed().formed().value());
  each_session(state, all, [&](std::size_t i) {
    bench::switch_machine machine(people);
    std::uint64_t sum = 0;
    for (const auto& e : all.plain_sessions[i]) {
      auto told = machine.tell(e);
      benchmark::DoNotOptimize(told);
      sum += static_cast<unsigned>(told.what);
    }
    return sum;
  });
}
void switch_can_then_apply(benchmark::State& state, const workload& all) {
  const auto people = bench::plain(bench::formed().formed().value());
  each_session(state, all, [&](std::size_t i) {
    bench::switch_machine machine(people);
    std::uint64_t sum = 0;
    for (const auto& e : all.plain_sessions[i]) {
      if (machine.can(e) != bench::answer::yes) continue;
      sum += machine.apply(e) == bench::answer::yes ? 1U : 0U;
    }
    benchmark::DoNotOptimize(machine);
    return sum;
  });
}
template <auto Run>
void by_library(benchmark::State& state, const workload& all) {
  const auto people = bench::plain(bench::formed().formed().value());
  each_session(state, all, [&](std::size_t i) {
    const auto& events = all.plain_sessions[i];
    return Run(people, {events.data(), events.size()}, nullptr);
  });
}

/// Whether both ended in the same state, as far as both remember it.
bool is_same(const balint::session_state<balint::student_group>& a, const bench::student_session& b) {
  bool same = a.first_at.since_epoch == b.first_at && a.last_at.since_epoch == b.last_at && a.present == b.present &&
              a.gone == b.gone && a.leaders == b.leaders && a.worked == b.worked && a.cut == b.cut &&
              a.longest_silence.milliseconds == b.longest_silence && a.by_leader == b.by_leader &&
              a.by_presenter == b.by_presenter && (a.begun != 0) == b.begun &&
              (a.leader_weighed != 0) == b.leader_weighed && a.cases == b.cases && a.cases_out == b.cases_out &&
              a.open_flags == b.flags && a.options == b.options && a.stage == b.stage && a.presenter == b.presenter &&
              (a.ended != 0) == b.ended && a.did[0] == b.presented && a.did[1] == b.voted && a.did[2] == b.proposed;
  for (std::size_t i = 0; i < 64; ++i) same = same && a.votes[i] == b.votes[i];
  for (std::size_t i = 0; i < 6; ++i) same = same && a.passed[i] == b.passed[i];
  for (std::size_t i = 0; i < 256; ++i) same = same && a.authors[i] == b.authors[i];
  for (std::size_t i = 0; i < 4; ++i) {
    same = same && a.weighed[0][i] == b.assessed[i] && a.weighed[1][i] == b.forecasts[i] &&
           a.weighed_by_author[i] == b.weighed_by_author[i] && a.weighed_by_other[i] == b.weighed_by_other[i];
  }
  return same;
}

/// Aborts unless every machine gives the same answer to every event.
void demand_same_answers(const char* name, const workload& all, bool all_accepted) {
  const auto formation = bench::formed();
  const auto people = balint::detail::group_of(formation);
  const auto plain_people = bench::plain(people);
  std::size_t refused = 0;
  bool is_all_same = formation.is_formed();
  for (std::size_t i = 0; i < all.sessions.size(); ++i) {
    const auto& plain_events = all.plain_sessions[i];
    std::vector<bench::answer> msm(plain_events.size());
    std::vector<bench::answer> statechart(plain_events.size());
    bench::run_msm(plain_people, {plain_events.data(), plain_events.size()}, msm.data());
    bench::run_statechart(plain_people, {plain_events.data(), plain_events.size()}, statechart.data());
    session s(people);
    bench::switch_machine machine(plain_people);
    for (std::size_t k = 0; k < plain_events.size(); ++k) {
      const auto can = s.can(all.sessions[i][k]);
      const auto done = s.apply(all.sessions[i][k]);
      const auto ours = done ? bench::answer::yes : static_cast<bench::answer>(done.error().code);
      if (!done) ++refused;
      const bool switch_can = machine.can(plain_events[k]) == ours;
      auto telling = machine;
      const auto told = telling.tell(plain_events[k]);
      const bool same_legal = done || told.legal == done.error().legal.bits();
      const auto theirs = machine.apply(plain_events[k]);
      if (can.has_value() != done.has_value() || !switch_can || !same_legal || ours != theirs || ours != msm[k] ||
          ours != statechart[k]) {
        std::fprintf(stderr, "%s session %zu, event %zu (act %u): session %u, switch %u, msm %u, statechart %u\n", name,
                     i, k, unsigned{plain_events[k].act}, static_cast<unsigned>(ours), static_cast<unsigned>(theirs),
                     static_cast<unsigned>(msm[k]), static_cast<unsigned>(statechart[k]));
        std::abort();
      }
    }
    is_all_same = is_all_same && is_same(s.snapshot().state, machine.session());
  }
  if (!is_all_same || (all_accepted && refused != 0)) {
    std::fprintf(stderr, "%s: the machines do not end alike\n", name);
    std::abort();
  }
  benchmark::AddCustomContext(std::string(name) + "_refused",
                              std::to_string(refused) + " of " + std::to_string(all.events));
}

}  // namespace

int main(int argc, char** argv) {
  demand_same_answers("legal", bench::legal_workload(), true);
  demand_same_answers("random", bench::random_workload(), false);
  for (const auto& [name, all] : {std::pair<std::string, const workload*>{"legal", &bench::legal_workload()},
                                  {"random", &bench::random_workload()}}) {
    const auto add = [&](const char* who, auto run) {
      benchmark::RegisterBenchmark(("session/" + name + "/" + who).c_str(),
                                   [run, all](benchmark::State& state) { run(state, *all); });
    };
    add("switch", by_switch);
    add("apply", apply_whole);
    add("attempt", attempt);
    add("telling_switch", telling_switch);
    add("msm", by_library<bench::run_msm>);
    add("statechart", by_library<bench::run_statechart>);
    add("switch_can_apply", switch_can_then_apply);
    add("can_apply", can_then_apply);
  }
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
}
