// SPDX-License-Identifier: MIT
// What following sessions side by side costs, next to judging each alone: by a monitor, which finds each event's
// session by its id, and by judges in a row, which shows what the memory of many sessions costs by itself.
#include "workload.hpp"

#include <balint/monitoring/monitor.hpp>

#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace {

using protocol = balint::student_group;
using bench::workload;

/// As many sessions as asked for, and the order in which their events come. The ids of the events lie one behind the
/// other, as they do in the buffer that a stream is read into.
struct interleaved {
  std::vector<const bench::trace*> traces;
  std::vector<std::string> ids;
  std::vector<std::uint32_t> turns;  ///< Whose event comes next.
  std::string text;
  std::vector<std::string_view> ids_of_events;  ///< Into the text.

  interleaved(const workload& all, std::size_t sessions) {
    bench::random r{31};
    for (std::size_t i = 0; i < sessions; ++i) {
      traces.push_back(&all.sessions[i % all.sessions.size()]);
      ids.push_back("2026-spring-" + std::to_string(i));
      turns.insert(turns.end(), traces.back()->size(), static_cast<std::uint32_t>(i));
    }
    std::shuffle(turns.begin(), turns.end(), r);
    for (const auto who : turns) text += ids[who];
    std::size_t at = 0;
    for (const auto who : turns) {
      ids_of_events.push_back(std::string_view(text).substr(at, ids[who].size()));
      at += ids[who].size();
    }
  }
  interleaved(const interleaved&) = delete;
  interleaved& operator=(const interleaved&) = delete;
  ~interleaved() = default;
};

std::uint64_t alone(const interleaved& all) {
  const auto people = bench::formed();
  std::uint64_t sum = 0;
  for (const auto* events : all.traces) sum += static_cast<unsigned>(balint::judge_trace<protocol>(people, *events));
  return sum;
}
std::uint64_t side_by_side(const interleaved& all) {
  std::vector<balint::judge<protocol>> judges(all.traces.size(), balint::judge<protocol>(bench::formed()));
  std::vector<std::uint32_t> next(all.traces.size());
  for (const auto who : all.turns) judges[who].apply((*all.traces[who])[next[who]++]);
  std::uint64_t sum = 0;
  for (const auto& one : judges) sum += static_cast<unsigned>(one.verdict());
  return sum;
}

/// Adds up the verdicts of what is over.
struct adding {
  std::uint64_t* sum;
  void operator()(const auto&, const auto&) const noexcept {}
  void ended(const auto& where) const { *sum += static_cast<unsigned>(where.verdict()); }
};
std::uint64_t by_monitor(const interleaved& all) {
  const auto people = bench::formed();
  std::uint64_t sum = 0;
  balint::monitor<adding, protocol> sessions(adding{&sum});
  for (const auto& id : all.ids) sum += balint::is_taken(sessions.open(id, people)) ? 0U : 1U;
  std::vector<std::uint32_t> next(all.traces.size());
  for (std::size_t i = 0; i < all.turns.size(); ++i) {
    const auto who = all.turns[i];
    if (!balint::is_taken(sessions.apply(all.ids_of_events[i], (*all.traces[who])[next[who]++]))) ++sum;
  }
  return sum;
}

}  // namespace

int main(int argc, char** argv) {
  const interleaved few(bench::legal_workload(), 64);
  const interleaved many(bench::legal_workload(), 10'000);
  for (const auto& [name, all] :
       {std::pair<std::string, const interleaved*>{"64_sessions", &few}, {"10000_sessions", &many}}) {
    if (alone(*all) != side_by_side(*all) || alone(*all) != by_monitor(*all)) {
      std::fprintf(stderr, "the monitor does not say what the judges say\n");
      std::abort();
    }
    const auto add = [&](const char* who, auto run) {
      benchmark::RegisterBenchmark(("monitor/" + name + "/" + who).c_str(), [run, all](benchmark::State& state) {
        for (auto _ : state) benchmark::DoNotOptimize(run(*all));
        state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(all->turns.size()));
      });
    };
    add("alone", alone);
    add("side_by_side", side_by_side);
    add("monitor", by_monitor);
  }
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
}
