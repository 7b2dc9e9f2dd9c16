// SPDX-License-Identifier: MIT
// The repair of as many events in ever longer sessions: its time is to grow as their length does. Each has a lost act
// in every thousand.
#include <benchmark/benchmark.h>

#include <balint/balint.hpp>
#include <balint/alignment/repair.hpp>

#include <array>
#include <cstdint>
#include <vector>

namespace {

using namespace balint;
using P = student_group;

constexpr std::uint8_t participants = 12;
constexpr person_id lead{participants};

formation<P> circle() {
  static constexpr std::array<std::string_view, 12> ids{"p0", "p1", "p2", "p3", "p4",  "p5",
                                                        "p6", "p7", "p8", "p9", "p10", "p11"};
  std::vector<person<P>> all;
  for (const auto id : ids) all.push_back(person<P>::as<role::participant>(id, consent::given));
  all.push_back(person<P>::as<role::leader>("lead"));
  return form<P>(all);
}

/// A session of about n events: long in its questions and answers, with a few turns lost and events out of place.
std::vector<event<P>> session_of(std::size_t n, bool is_damaged) {
  std::vector<event<P>> all;
  for (std::uint8_t i = 0; i < participants; ++i) {
    if (!is_damaged || i != 3) all.push_back(event<P>::of<act::present_case>({i}));
  }
  all.push_back(event<P>::of<act::advance>(lead));
  for (std::uint8_t i = 0; i < participants; ++i) all.push_back(event<P>::of<act::vote>({i}, case_id{{0}}));
  all.push_back(event<P>::of<act::select_case>(lead, case_id{{0}}));
  all.push_back(event<P>::of<act::accept_case>({0}));
  all.push_back(event<P>::of<act::advance>(lead));
  all.push_back(event<P>::of<act::tell_story>({0}));
  for (std::size_t i = 0; all.size() + 40 < n; ++i) {
    all.push_back(event<P>::of<act::ask>({static_cast<std::uint8_t>(1 + i % 11)}));
    all.push_back(event<P>::of<act::answer>({0}));
    if (is_damaged && i % 500 == 499) all.push_back(event<P>::of<act::assess>({1}, option_id{1}));
  }
  if (!is_damaged) all.push_back(event<P>::of<act::advance>(lead));
  for (std::uint8_t i = 1; i < participants; ++i) all.push_back(event<P>::of<act::propose>({i}));
  all.push_back(event<P>::of<act::advance>(lead));
  for (std::uint16_t i = 1; i < participants; ++i) {
    all.push_back(event<P>::of<act::assess>({1}, option_id{i}));
    if (!is_damaged || i != 5) all.push_back(event<P>::of<act::forecast>({2}, option_id{i}));
  }
  all.push_back(event<P>::of<act::advance>(lead));
  all.push_back(event<P>::of<act::self_assess>({0}));
  all.push_back(event<P>::of<act::close>(lead));
  return all;
}

/// Repairs a million events in so many sessions: where the time grows as the length does, it is the same with any
/// number. Proofs are left out: they are tried of short traces alone, and what each takes has a bound.
void repair_sessions(benchmark::State& state, std::size_t sessions) {
  const auto people = circle();
  const auto trace = session_of(1'000'000 / sessions, true);
  for (auto _ : state) {
    for (std::size_t i = 0; i < sessions; ++i) benchmark::DoNotOptimize(repair_trace<P>(people, trace, {.proof = 0}));
  }
}
BENCHMARK_CAPTURE(repair_sessions, thousand, 1'000)
    ->Name("repair/student_group/1000_of_1000_events")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(repair_sessions, hundred, 100)
    ->Name("repair/student_group/100_of_10000_events")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(repair_sessions, ten, 10)
    ->Name("repair/student_group/10_of_100000_events")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(repair_sessions, one, 1)
    ->Name("repair/student_group/1_of_1000000_events")
    ->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
