// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The conditional logit: who of the candidates of each turn had the floor.
#include <balint/calibration/detail/matrix.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace balint::calibration::detail {

/// How many pulls there are: again, recent, open, asked.
inline constexpr std::size_t pull_count = 4;

/// Somebody who could have had the floor.
struct candidate {
  /// Whose rate counts.
  std::uint32_t person = 0;
  /// How much of each pull.
  std::array<double, pull_count> pulls{};
};

/// Turns, each with its candidates.
struct choices {
  std::vector<candidate> candidates;  ///< Of all turns, one after the other.
  std::vector<std::size_t> ends;      ///< Where those of each turn end.
  std::vector<std::size_t> chosen;    ///< Who of the candidates it was.
};

/// Parameters with their information: rates of people first, then the pulls.
struct fit {
  std::vector<double> at;
  matrix information{0};
  double log_posterior = 0;  ///< Up to a constant that depends on no parameter.
};

/// The logarithm of the posterior at some parameters, its gradient and its information.
/// @source Butts 2008 (relational events in ordinal time), McFadden 1974 (conditional logit)
inline double look(const choices& all, const std::vector<double>& precision, const std::vector<double>& at,
                   std::vector<double>& gradient, matrix& information) {
  const auto n = at.size();
  const auto people = n - pull_count;
  double log = 0;
  gradient.assign(n, 0);
  information = matrix(n);
  std::vector<double> weights;
  std::vector<double> mean(n);
  for (std::size_t i = 0; i < n; ++i) {
    log -= precision[i] * at[i] * at[i] / 2;
    gradient[i] = -precision[i] * at[i];
    information(i, i) = precision[i];
  }
  std::size_t begin = 0;
  for (std::size_t turn = 0; turn < all.ends.size(); ++turn) {
    const auto end = all.ends[turn];
    weights.assign(end - begin, 0);
    double most = -1e300;
    for (auto c = begin; c < end; ++c) {
      double sum = at[all.candidates[c].person];
      for (std::size_t k = 0; k < pull_count; ++k) sum += at[people + k] * all.candidates[c].pulls[k];
      weights[c - begin] = sum;
      most = std::max(most, sum);
    }
    log += weights[all.chosen[turn] - begin] - most;
    double total = 0;
    for (auto& weight : weights) total += weight = std::exp(weight - most);
    log -= std::log(total);
    std::ranges::fill(mean, 0);
    for (auto c = begin; c < end; ++c) {
      const auto& one = all.candidates[c];
      const double p = weights[c - begin] / total;
      const double is_it = c == all.chosen[turn] ? 1 : 0;
      mean[one.person] += p;
      gradient[one.person] += is_it - p;
      information(one.person, one.person) += p;
      for (std::size_t k = 0; k < pull_count; ++k) {
        mean[people + k] += p * one.pulls[k];
        gradient[people + k] += (is_it - p) * one.pulls[k];
        information(people + k, one.person) += p * one.pulls[k];
        for (std::size_t m = 0; m <= k; ++m) information(people + k, people + m) += p * one.pulls[k] * one.pulls[m];
      }
    }
    for (std::size_t i = 0; i < n; ++i) {
      if (mean[i] == 0) continue;
      for (std::size_t k = 0; k <= i; ++k) information(i, k) -= mean[i] * mean[k];
    }
    begin = end;
  }
  return log;
}

/// The most probable parameters by Newton's method, where each has a normal prior around 0 of that precision.
[[nodiscard]] inline fit most_probable(const choices& all, const std::vector<double>& precision,
                                       std::vector<double> from) {
  std::vector<double> gradient;
  fit now{std::move(from), matrix(0), 0};
  now.log_posterior = look(all, precision, now.at, gradient, now.information);
  for (int step = 0; step < 50; ++step) {
    const auto move = cholesky(now.information).solve(gradient);
    double gain = 0;
    for (std::size_t i = 0; i < move.size(); ++i) gain += move[i] * gradient[i];
    if (gain < 1e-10) break;
    // The logarithm is concave, so that a step that is short enough goes up.
    for (double length = 1; length > 1e-6; length /= 2) {
      fit next{now.at, matrix(0), 0};
      std::vector<double> slope;
      for (std::size_t i = 0; i < move.size(); ++i) next.at[i] += length * move[i];
      next.log_posterior = look(all, precision, next.at, slope, next.information);
      if (next.log_posterior < now.log_posterior) continue;
      now = std::move(next);
      gradient = std::move(slope);
      break;
    }
  }
  return now;
}

}  // namespace balint::calibration::detail
