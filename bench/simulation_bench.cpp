// SPDX-License-Identifier: MIT
// Simulated sessions against a bare loop that is written by hand for one protocol and one policy: the same streams, the
// same clocks, the same draws, and stage checks by the switch. Before anything is measured, both have to come to the
// same events.
#include "switch_simulation.hpp"
#include "workload.hpp"

#include <balint/simulation/detail/number.hpp>
#include <balint/simulation/policies/conduct.hpp>
#include <balint/simulation/policy.hpp>
#include <balint/simulation/simulated_session.hpp>

#include <benchmark/benchmark.h>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <vector>

namespace {

namespace simulation = balint::simulation;
using protocol = balint::student_group;

constexpr std::uint64_t sessions = 64;

const balint::group<protocol>& people() {
  static const auto all = bench::formed().formed().value();
  return all;
}
const simulation::everybody<simulation::conduct<protocol>> players{simulation::willing<protocol>()};

/// What `willing` is by its parameters.
const bench::switch_policy& by_hand_too() {
  static const auto all = [] {
    bench::switch_policy so{};
    const simulation::talking<protocol> talks;
    for (unsigned i = 0; i < 8; ++i) {
      auto log = talks.base;
      if ((i & 1U) != 0) log = log + talks.again;
      if ((i & 2U) != 0) log = log + talks.open;
      if ((i & 4U) != 0) log = log + talks.asked;
      so.talks[i] = simulation::eagerness_of(log).weight;
    }
    so.moves_on = simulation::leading{}.moves_on.weight;
    so.refocuses = simulation::leading{}.refocuses.weight;
    so.observes = simulation::supervising{}.observes.weight;
    const simulation::holding<protocol> holds;
    for (std::size_t i = 0; i < bench::act_total; ++i) {
      so.medians[i] = holds.of_act[i].median;
      so.spreads[i] = holds.of_act[i].around;
    }
    return so;
  }();
  return all;
}

/// Tells f of each event of a session. False: it did not come to its end.
template <typename F>
bool simulate(std::uint64_t number, F f) {
  return simulation::simulate_session<protocol>(people(), players, {.seed = 1, .session = number}, f).why ==
         simulation::stop::closed;
}
template <typename F>
bool simulate_by_hand(std::uint64_t number, F f) {
  static const auto numbers = simulation::detail::numbers_of(people());
  return bench::switch_simulation(bench::plain(people()), numbers.items, by_hand_too(), {.seed = 1, .session = number})
      .run(f);
}

/// How many events all sessions have. Both have to come to the same.
std::uint64_t count_events() {
  std::uint64_t count = 0;
  for (std::uint64_t i = 0; i < sessions; ++i) {
    std::vector<bench::plain_event> expected;
    bool is_same = simulate(i, [&](const bench::event& e) { expected.push_back(bench::plain(e)); });
    std::size_t at = 0;
    is_same = simulate_by_hand(i,
                               [&](const bench::plain_event& e) {
                                 is_same = is_same && at < expected.size() && expected[at].at == e.at &&
                                           expected[at].by == e.by && expected[at].act == e.act &&
                                           expected[at].target == e.target;
                                 ++at;
                               }) &&
              is_same && at == expected.size();
    if (!is_same) {
      std::fprintf(stderr, "session %d: the bare loop comes to something else\n", static_cast<int>(i));
      std::exit(2);
    }
    count += expected.size();
  }
  return count;
}

template <typename Simulate>
void measure(benchmark::State& state, Simulate one) {
  static const auto events = count_events();
  std::int64_t last = 0;
  for (auto _ : state) {
    for (std::uint64_t i = 0; i < sessions; ++i) one(i, last);
    benchmark::DoNotOptimize(last);
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(events * state.iterations()));
}
void simulated(benchmark::State& state) {
  measure(state, [](std::uint64_t i, std::int64_t& last) {
    simulate(i, [&](const bench::event& e) { last = e.at.since_epoch; });
  });
}
void by_hand(benchmark::State& state) {
  measure(state, [](std::uint64_t i, std::int64_t& last) {
    simulate_by_hand(i, [&](const bench::plain_event& e) { last = e.at; });
  });
}
BENCHMARK(simulated)->Name("simulation/willing/simulated");
BENCHMARK(by_hand)->Name("simulation/willing/bare");

}  // namespace

BENCHMARK_MAIN();
