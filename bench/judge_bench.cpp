// SPDX-License-Identifier: MIT
// What judging an event in memory costs, next to the hand-written switch that only answers it.
#include "workload.hpp"

#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>
#include <string>

namespace {

using bench::workload;

void by_judge(benchmark::State& state, const workload& all) {
  const auto people = bench::formed();
  for (auto _ : state) {
    std::uint64_t sum = 0;
    for (const auto& events : all.sessions) {
      sum += static_cast<unsigned>(balint::judge_trace<balint::student_group>(people, events));
    }
    benchmark::DoNotOptimize(sum);
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(all.events));
}
void by_judge_keeping(benchmark::State& state, const workload& all) {
  const auto people = bench::formed();
  std::vector<balint::finding<balint::student_group>> findings;
  for (auto _ : state) {
    std::uint64_t sum = 0;
    for (const auto& events : all.sessions) {
      findings.clear();
      sum +=
          static_cast<unsigned>(balint::judge_trace<balint::student_group>(people, events, balint::collect(findings)));
      sum += findings.size();
    }
    benchmark::DoNotOptimize(sum);
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(all.events));
}
void by_switch(benchmark::State& state, const workload& all) {
  const auto people = bench::plain(bench::formed().group);
  for (auto _ : state) {
    std::uint64_t sum = 0;
    for (const auto& events : all.plain_sessions) {
      bench::switch_machine machine(people);
      for (const auto& e : events) sum += static_cast<unsigned>(machine.apply(e));
      benchmark::DoNotOptimize(machine);
    }
    benchmark::DoNotOptimize(sum);
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(all.events));
}

void demand_verdicts() {
  const auto people = bench::formed();
  for (const auto& events : bench::legal_workload().sessions) {
    if (balint::judge_trace<balint::student_group>(people, events) != balint::verdict::conforming) {
      std::fprintf(stderr, "a legal session is not found conforming\n");
      std::abort();
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  demand_verdicts();
  for (const auto& [name, all] : {std::pair<std::string, const workload*>{"legal", &bench::legal_workload()},
                                  {"random", &bench::random_workload()}}) {
    const auto add = [&](const char* who, auto run) {
      benchmark::RegisterBenchmark(("judge/" + name + "/" + who).c_str(),
                                   [run, all](benchmark::State& state) { run(state, *all); });
    };
    add("switch", by_switch);
    add("judge", by_judge);
    add("judge_keeping_findings", by_judge_keeping);
  }
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
}
