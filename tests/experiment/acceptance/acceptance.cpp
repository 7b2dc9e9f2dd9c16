// SPDX-License-Identifier: MIT
// What takes too long for every run of the tests. Prints what comes out; check.sh says whether that is right.
//   identity DIRECTORY RANGE... -- 10,240 sessions: one hash of log, tables and sums; threads or FROM:TO for each part
//   pairs TRUTH SEEDS           -- how often the interval of 1,024 pairs covers the value of TRUTH pairs, of SEEDS
//   stopping RUNS               -- how often the intervals of runs that stop cover: a proportion, a mean
#include <balint/experiment/results.hpp>
#include <balint/experiment/run.hpp>
#include <balint/experiment/simulating.hpp>
#include <balint/random/distribution.hpp>
#include <balint/random/draw.hpp>
#include <balint/simulation/policies/conduct.hpp>
#include <balint/simulation/policy.hpp>
#include <tests/experiment/small_sessions.hpp>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace ex = balint::experiment;

int identity(const std::filesystem::path& in, const std::vector<std::string>& parts) {
  const auto plan = small::sessions(10'240, 1'024);
  std::vector<std::filesystem::path> directories;
  for (const auto& part : parts) {
    ex::run_options how;
    const auto colon = part.find(':');
    if (colon == std::string::npos) {
      how.threads = static_cast<unsigned>(std::atoi(part.c_str()));
    } else {
      how.blocks = {std::stoull(part), std::stoull(part.substr(colon + 1))};
      how.threads = 2;
    }
    directories.push_back(in / std::to_string(directories.size()));
    if (!ex::run(plan, directories.back(), small::simulating(plan), how)) return 1;
  }
  if (!ex::write_results(plan, directories, in / "all")) return 1;
  auto hash = ex::hash_of("");
  for (const char* name : {"events.txt", "sessions.csv", "members.csv", "accumulators.csv", "histograms.csv"})
    hash = ex::hash_of(small::text_of(in / "all" / name), hash);
  std::printf("%s\n", ex::hex_of(hash).c_str());
  return 0;
}

ex::contrast_row minutes_of(std::uint64_t seed, std::uint64_t many) {
  auto plan = small::sessions(many, 1'024);
  plan.seed = seed;
  plan.files.clear();
  plan.metrics.resize(1);
  const small::scratch scratch;
  const auto worker = [&plan] {
    return [&plan, simulates = ex::simulating<small::P, small::picks_cast>(plan, small::picks_cast{}),
            all = ex::session_result{std::vector<std::int64_t>(ex::session_metrics<small::P>().size()), {}}](
               const ex::slot& which, ex::session_result& out) mutable {
      simulates(which, all);
      out.values[0] = all.values[0];
    };
  };
  if (!ex::run(plan, scratch / "a", worker)) std::abort();
  return ex::contrasts_of(plan, *ex::sums_of_point(plan, *ex::archive::open(plan, scratch / "a"), 0), 0)[0];
}
int pairs(std::uint64_t truth, std::uint64_t seeds) {
  const auto all = minutes_of(1, truth);
  std::printf("%llu pairs: %.6g minutes, variance reduction %.4g\n", static_cast<unsigned long long>(truth),
              all.at_95.estimate, all.variance_reduction);
  int covered = 0;
  for (std::uint64_t seed = 1000; seed < 1000 + seeds; ++seed)
    covered += minutes_of(seed, 1'024).at_95.covers(all.at_95.estimate) ? 1 : 0;
  std::printf("covered %d of %llu\n", covered, static_cast<unsigned long long>(seeds));
  return 0;
}

template <typename Draw>
double covering(ex::metric_kind kind, double half_width, int runs, double truth, Draw draw) {
  const ex::plan of{.max_sessions = 1 << 20,
                    .block_size = 1,
                    .metrics = {{"x", kind}},
                    .stop_at = {{.metric = 0, .half_width = half_width}}};
  int covered = 0;
  for (int run = 0; run < runs; ++run) {
    balint::random::stream from({.seed = 5, .session = static_cast<std::uint64_t>(run)}, balint::random::purpose::act);
    ex::accumulator sums(of);
    for (auto look = ex::first_look(of);; look = ex::next_look(of, look)) {
      while (sums.count() < look) {
        const std::vector<ex::session_result> one{{{draw(from)}, {}}};
        sums.add(of, one);
      }
      if (ex::is_precise(of, sums)) break;
    }
    covered += ex::interval_of(of, sums, 0, 0).covers(truth) ? 1 : 0;
  }
  return static_cast<double>(covered) / runs;
}
int stopping(int runs) {
  const auto p = balint::random::probability::of(0.02);
  std::printf("proportion %.4f\n", covering(ex::metric_kind::yes_no, 0.01, runs, 0.02,
                                            [&](auto& from) { return std::int64_t{bernoulli(from, p)}; }));
  std::printf("mean %.4f\n", covering(ex::metric_kind::count, 500, runs, 1e6, [](auto& from) {
                return 1'000'000 + (((balint::random::normal(from) >> 8U) * 10'000) >> 24U);
              }));
  return 0;
}

}  // namespace

int main(int count, char** given) {
  const std::vector<std::string> all(given + 1, given + count);
  if (all.size() > 2 && all[0] == "identity") return identity(all[1], {all.begin() + 2, all.end()});
  if (all.size() == 3 && all[0] == "pairs") return pairs(std::stoull(all[1]), std::stoull(all[2]));
  if (all.size() == 2 && all[0] == "stopping") return stopping(std::stoi(all[1]));
  return 2;
}
