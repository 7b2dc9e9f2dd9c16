// SPDX-License-Identifier: MIT
// How often intervals at 95 % cover the truth, those of the library and what they are held against: a table in
// Markdown.
//   coverage RUNS
#include <balint/experiment/statistics/interval.hpp>
#include <balint/random/distribution.hpp>
#include <balint/random/draw.hpp>
#include <balint/random/stream.hpp>

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace {

namespace ex = balint::experiment;
using balint::random::stream;

struct tallied {
  double truth = 0;
  int runs = 0, covered = 0, empty = 0;

  void add(const ex::interval& found) {
    ++runs;
    covered += found.covers(truth) ? 1 : 0;
    empty += found.half_width() == 0 ? 1 : 0;
  }
};
// `n`: of stopped runs the least.
void row(const char* what, unsigned n, const char* method, const tallied& of) {
  std::printf("| %s | %u | %s | %.3f | %.1f %% |\n", what, n, method, static_cast<double>(of.covered) / of.runs,
              100.0 * of.empty / of.runs);
}

constexpr double width_at_95 = 1.959963984540054;

ex::interval wald(double p, double n) {
  const double width = width_at_95 * std::sqrt(p * (1 - p) / n);
  return {p, p - width, p + width};
}
ex::interval paired_wald(double first, double second, double n) {
  const double apart = first - second, width = width_at_95 * std::sqrt((first + second - apart * apart) / n);
  return {apart, apart - width, apart + width};
}

stream stream_of(int run) {
  return stream({.seed = 11, .session = static_cast<std::uint64_t>(run)}, balint::random::purpose::act);
}

void proportion(const char* what, unsigned of_thousand, unsigned n, int runs) {
  const auto p = balint::random::probability::of(of_thousand, 1000);
  tallied wilson{.truth = of_thousand / 1000.0}, plain = wilson;
  for (int run = 0; run < runs; ++run) {
    auto from = stream_of(run);
    std::uint64_t some = 0;
    for (unsigned i = 0; i < n; ++i) some += bernoulli(from, p) ? 1 : 0;
    wilson.add(ex::wilson_interval(some, n));
    plain.add(wald(static_cast<double>(some) / n, n));
  }
  row(what, n, "Wilson", wilson);
  row(what, n, "Wald, for comparison", plain);
}

// Looked at after 30, 60, 120, … until half of the width is at most .01.
void stopped(int runs) {
  const auto p = balint::random::probability::of(20, 1000);
  const auto covering = [&](auto interval_of) {
    tallied all{.truth = 0.02};
    for (int run = 0; run < runs; ++run) {
      auto from = stream_of(run);
      std::uint64_t some = 0, n = 0;
      ex::interval found;
      for (std::uint64_t look = 30; n == 0 || found.half_width() > 0.01; look *= 2) {
        for (; n < look; ++n) some += bernoulli(from, p) ? 1 : 0;
        found = interval_of(some, n);
      }
      all.add(found);
    }
    return all;
  };
  const char* what = "a proportion of .02, stopped at a half-width of .01";
  row(what, 30, "Wilson", covering([](auto some, auto n) { return ex::wilson_interval(some, n); }));
  row(what, 30, "Wald, for comparison", covering([](auto some, auto n) {
        return wald(static_cast<double>(some) / static_cast<double>(n), static_cast<double>(n));
      }));
}

// `first` of 10,000 pairs have it in the first alone, `second` in the second alone.
void pairs(const char* what, unsigned first, unsigned second, unsigned n, int runs) {
  tallied bonett_price{.truth = (static_cast<double>(first) - second) / 10'000}, plain = bonett_price;
  for (int run = 0; run < runs; ++run) {
    auto from = stream_of(run);
    std::uint64_t only_first = 0, only_second = 0;
    for (unsigned i = 0; i < n; ++i) {
      const auto drawn = below(from, 10'000U);
      only_first += drawn < first ? 1 : 0;
      only_second += drawn >= first && drawn < first + second ? 1 : 0;
    }
    bonett_price.add(ex::paired_interval(only_first, only_second, n));
    plain.add(paired_wald(static_cast<double>(only_first) / n, static_cast<double>(only_second) / n, n));
  }
  row(what, n, "Bonett and Price", bonett_price);
  row(what, n, "Wald, for comparison", plain);
}

template <typename Draw>
void mean(const char* what, double truth, unsigned n, int runs, Draw draw) {
  tallied student{.truth = truth};
  for (int run = 0; run < runs; ++run) {
    auto from = stream_of(run);
    double sum = 0, squares = 0;
    for (unsigned i = 0; i < n; ++i) {
      const double value = draw(from);
      sum += value;
      squares += value * value;
    }
    const double average = sum / n;
    student.add(
        ex::mean_interval({.n = n, .mean = average, .sd = std::sqrt((squares - sum * average) / (n - 1)), .skew = 0}));
  }
  row(what, n, "Student's t", student);
}

}  // namespace

int main(int count, char** given) {
  if (count != 2) return 2;
  const int runs = std::atoi(given[1]);
  std::printf("| what | n | interval | covers | of width 0 |\n|---|---|---|---|---|\n");
  for (const unsigned n : {64U, 1024U}) proportion("a proportion of .02", 20, n, runs);
  proportion("a proportion of .1", 100, 64, runs);
  proportion("a proportion of .5", 500, 64, runs);
  stopped(runs);
  pairs("proportions of pairs that differ by .0005 against .0015", 5, 15, 1024, runs);
  pairs("proportions of pairs that differ by .01 against .02", 100, 200, 1024, runs);
  pairs("proportions of pairs that differ by .1 against .12", 1000, 1200, 1024, runs);
  constexpr auto of_unit = 1 / static_cast<double>(balint::random::unit);
  for (const unsigned n : {30U, 1024U}) {
    mean("a mean, normal", 0, n, runs, [](auto& from) { return static_cast<double>(normal(from)) * of_unit; });
    mean("a mean, exponential (skewness 2)", 1, n, runs,
         [](auto& from) { return static_cast<double>(exponential(from)) * of_unit; });
    for (const double sigma : {0.5, 1.0, 1.5}) {
      char what[64];
      std::snprintf(what, sizeof what, "a mean, lognormal, sigma %.1f", sigma);
      mean(what, std::exp(sigma * sigma / 2), n, runs,
           [sigma](auto& from) { return std::exp(sigma * static_cast<double>(normal(from)) * of_unit); });
    }
  }
  return 0;
}
