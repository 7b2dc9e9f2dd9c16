// SPDX-License-Identifier: MIT
// Simulated sessions against a bare loop that is written by hand for one protocol and one policy: the same streams, the
// same clocks, the same draws, and stage checks by the switch of switch_machine.hpp. The bare loop is told who could do
// what after each event, and which act comes; it works out who speaks and when, which has to be what was simulated.
#include "switch_machine.hpp"
#include "workload.hpp"

#include <balint/random/distribution.hpp>
#include <balint/random/draw.hpp>
#include <balint/random/stream.hpp>
#include <balint/simulation/detail/clock.hpp>
#include <balint/simulation/detail/number.hpp>
#include <balint/simulation/draws.hpp>
#include <balint/simulation/policies/conduct.hpp>
#include <balint/simulation/policy.hpp>
#include <balint/simulation/simulated_session.hpp>

#include <benchmark/benchmark.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <vector>

namespace {

namespace simulation = balint::simulation;
namespace random = balint::random;
using protocol = balint::student_group;

constexpr std::uint64_t sessions = 64;

/// What the bare loop is told of a turn, and what has to come out.
struct turn {
  std::uint64_t able, owing, asked, observers;
  std::uint32_t leading;
  bool is_new_stage, leads;
  bench::plain_event recorded;
  random::spread around;
  std::uint32_t median;
  bool has_target;
};
struct session {
  std::vector<turn> turns;
  std::vector<std::size_t> stages;
};

const balint::group<protocol>& people() {
  static const auto all = bench::formed().formed().value();
  return all;
}
const simulation::everybody<simulation::conduct<protocol>> players{simulation::willing<protocol>()};

/// Simulates sessions, and writes down what the bare loop is told.
std::vector<session> workload() {
  std::vector<session> all(sessions);
  const simulation::holding<protocol> holds;
  for (std::uint64_t i = 0; i < sessions; ++i) {
    simulation::simulated_session<protocol> now(people(), {.seed = 1, .session = i});
    simulation::moment<protocol> seen;
    seen.look_at(now.now());
    for (bool goes_on = true; goes_on;) {
      turn one{};
      const auto stage = now.now().stage();
      one.able = seen.able, one.owing = seen.owing, one.asked = seen.asked, one.observers = seen.observers;
      one.leading = players.plays.drives(now.seen_by(balint::person_id{bench::lead})).lead.weight;
      goes_on = now.step(players, [&](const bench::event& e) {
        one.recorded = bench::plain(e);
        const auto& length = holds.of_act[e.act.index];
        one.median = length.median, one.around = length.around;
        one.has_target = e.target().kind() != balint::target_kind::none;
        one.leads = e.by.index == bench::lead && ((seen.able >> bench::lead) & 1U) == 0;
        seen.accepted(e, now.now(), now.now().stage() != stage);
        seen.had_floor(e.by);
      });
      one.is_new_stage = now.now().stage() != stage;
      if (one.leading != 0 && one.recorded.by == bench::lead) {
        const balint::act_id<protocol> done{one.recorded.act};
        one.leads = !((simulation::detail::acts_of_stage<protocol>[stage.index] >> done.index) & 1U);
      }
      all[i].turns.push_back(one);
      all[i].stages.push_back(stage.index);
    }
  }
  return all;
}

/// One session by hand. False: it came out otherwise than it was simulated.
bool bare(const session& told, std::uint64_t number, const std::array<std::uint32_t, 8>& rates,
          std::uint32_t observes) {
  constexpr std::size_t n = bench::people_count;
  const random::address where{.seed = 1, .session = number};
  const auto numbers = simulation::detail::numbers_of(people());
  std::array<simulation::draws, n> draws;
  for (std::size_t i = 0; i < n; ++i) draws[i] = simulation::draws(where, numbers[i]);
  random::stream lead(where, random::purpose::floor, random::no_player);
  simulation::detail::clocks clocks;
  bench::switch_machine judge(bench::plain(people()));
  const auto wind = [&](std::size_t i) { clocks.left[i] = random::exponential(i == n ? lead : draws[i].floor); };
  const auto enter = [&](std::size_t stage) {
    for (std::size_t i = 0; i < n; ++i) {
      draws[i].enter(static_cast<std::uint8_t>(stage));
      wind(i);
    }
    lead.turn_to(static_cast<std::uint8_t>(stage));
    wind(n);
  };
  std::size_t stage = 0;
  enter(stage);
  std::int64_t now = 0;
  std::size_t last = n, before_last = n;
  for (const auto& one : told.turns) {
    for (std::size_t i = 0; i < n; ++i) {
      std::uint32_t rate = 0;
      const auto bit = std::uint64_t{1} << i;
      if ((one.able & bit) != 0 && (last != i || one.owing == bit)) {
        rate = rates[(before_last == i ? 1U : 0U) + ((one.owing & bit) != 0 ? 2U : 0U) +
                     ((one.asked & bit) != 0 ? 4U : 0U)];
      }
      if ((one.observers & bit) != 0) rate += observes;
      clocks.rate[i] = rate;
    }
    clocks.rate[n] = one.leading;
    const auto first = clocks.next(n + 1);
    now += clocks.pass_until(first, n + 1);
    const std::size_t speaker = first == n ? std::size_t{bench::lead} : first;
    auto& from = draws[speaker];
    if (((one.owing >> speaker) & 1U) != 0 && first != n) {
      benchmark::DoNotOptimize(random::bernoulli(from.act, {}));
      benchmark::DoNotOptimize(random::bernoulli(from.act, {}));
    } else {
      benchmark::DoNotOptimize(random::below(from.act, 7));
    }
    if (one.has_target) benchmark::DoNotOptimize(random::below(from.target, 7));
    now += static_cast<std::int64_t>(random::lognormal(from.hold, one.median, one.around));
    auto e = one.recorded;
    if (e.by != speaker || e.at != now) return false;
    if (judge.apply(e) != bench::answer::yes) return false;
    before_last = last;
    last = speaker;
    if (one.is_new_stage) {
      enter(++stage);
    } else {
      wind(first);
    }
  }
  return true;
}

const std::vector<session>& told() {
  static const auto all = workload();
  return all;
}
std::array<std::uint32_t, 8> rates_of_talking() {
  const simulation::talking<protocol> so;
  std::array<std::uint32_t, 8> rates{};
  for (unsigned i = 0; i < 8; ++i) {
    auto log = so.base;
    if ((i & 1U) != 0) log = log + so.again;
    if ((i & 2U) != 0) log = log + so.open;
    if ((i & 4U) != 0) log = log + so.asked;
    rates[i] = simulation::eagerness_of(log).weight;
  }
  return rates;
}

void simulated(benchmark::State& state) {
  std::uint64_t events = 0;
  for (auto _ : state) {
    for (std::uint64_t i = 0; i < sessions; ++i) {
      std::int64_t last = 0;
      const auto result = simulation::simulate_session<protocol>(
          people(), players, {.seed = 1, .session = i}, [&](const bench::event& e) { last = e.at.since_epoch; });
      benchmark::DoNotOptimize(last);
      events += result.events;
    }
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(events));
}
void by_hand(benchmark::State& state) {
  const auto rates = rates_of_talking();
  const auto observes = simulation::supervising{}.observes.weight;
  std::uint64_t events = 0;
  for (auto _ : state) {
    for (std::uint64_t i = 0; i < sessions; ++i) {
      if (!bare(told()[i], i, rates, observes)) {
        std::fputs("the bare loop simulates something else\n", stderr);
        std::exit(2);
      }
      events += told()[i].turns.size();
    }
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(events));
}
BENCHMARK(simulated)->Name("simulation/willing/simulated");
BENCHMARK(by_hand)->Name("simulation/willing/bare");

}  // namespace

BENCHMARK_MAIN();
