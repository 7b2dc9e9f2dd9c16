// SPDX-License-Identifier: MIT
// What judging an event in memory costs, next to a hand-written judge that finds the same, and to the hand-written
// switch that only answers.
#include "switch_judge.hpp"
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
  const auto people = bench::plain(bench::formed().formed().value());
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

void by_switch_judge(benchmark::State& state, const workload& all) {
  const auto people = bench::plain(bench::formed().formed().value());
  for (auto _ : state) {
    std::uint64_t sum = 0;
    for (const auto& events : all.plain_sessions) {
      bench::switch_judge judge(people);
      for (const auto& e : events) judge.apply(e);
      sum += static_cast<unsigned>(judge.verdict());
    }
    benchmark::DoNotOptimize(sum);
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(all.events));
}

[[noreturn]] void stop(const char* why) {
  std::fprintf(stderr, "%s\n", why);
  std::abort();
}
void demand_verdicts() {
  const auto people = bench::formed();
  for (const auto& events : bench::legal_workload().sessions) {
    if (balint::judge_trace<balint::student_group>(people, events) != balint::verdict::conforming)
      stop("a legal session is not found conforming");
  }
}
/// Both judges find the same in every session.
void demand_agreement(const workload& all) {
  using protocol = balint::student_group;
  const auto people = bench::formed();
  const auto plain_people = bench::plain(balint::detail::group_of(people));
  for (std::size_t i = 0; i < all.sessions.size(); ++i) {
    std::vector<balint::finding<protocol>> findings;
    balint::judge<protocol, balint::collect<decltype(findings)>> library(people, balint::collect(findings));
    for (const auto& e : all.sessions[i]) library.apply(e);
    bench::switch_judge by_hand(plain_people);
    for (const auto& e : all.plain_sessions[i]) by_hand.apply(e);
    std::uint64_t times = 0;
    for (const auto& f : findings) times += f.times;
    if (static_cast<unsigned>(library.verdict()) != static_cast<unsigned>(by_hand.verdict()) ||
        findings.size() != by_hand.findings() || times != by_hand.times() ||
        library.record_faults() != by_hand.record_faults())
      stop("the judges differ");
  }
}

}  // namespace

int main(int argc, char** argv) {
  demand_verdicts();
  demand_agreement(bench::legal_workload());
  demand_agreement(bench::random_workload());
  for (const auto& [name, all] : {std::pair<std::string, const workload*>{"legal", &bench::legal_workload()},
                                  {"random", &bench::random_workload()}}) {
    const auto add = [&](const char* who, auto run) {
      benchmark::RegisterBenchmark(("judge/" + name + "/" + who).c_str(),
                                   [run, all](benchmark::State& state) { run(state, *all); });
    };
    add("switch", by_switch);
    add("switch_judge", by_switch_judge);
    add("judge", by_judge);
    add("judge_keeping_findings", by_judge_keeping);
  }
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
}
