// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// When enough sessions were simulated: looked at after n0, 2 n0, 4 n0, … sessions, and never in between.
#include <balint/experiment/blocks/accumulator.hpp>
#include <balint/experiment/statistics/tally.hpp>
#include <balint/experiment/blocks/plan.hpp>
#include <balint/experiment/statistics/interval.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace balint::experiment {

/// After how many sessions a plan is first looked at: whole blocks.
[[nodiscard]] inline std::uint64_t first_look(const plan& of) noexcept {
  const auto least = std::max({of.first_look, std::uint64_t{30}, std::uint64_t{of.block_size}});
  const auto whole = (least + of.block_size - 1) / of.block_size * of.block_size;
  return std::min(whole, of.max_sessions);
}
/// After how many it is looked at next.
[[nodiscard]] inline std::uint64_t next_look(const plan& of, std::uint64_t after) noexcept {
  return std::min(2 * after, of.max_sessions);
}

/// The interval of a metric in an arm, in what is reported.
[[nodiscard]] inline interval interval_of(const plan& of, const accumulator& sums, std::size_t arm, std::size_t metric,
                                          double level = 0.95) {
  const auto kind = of.metrics[metric].kind;
  const auto& one = sums.of(arm, metric);
  if (kind == metric_kind::yes_no) return wilson_interval(static_cast<std::uint64_t>(one.sum), sums.count(), level);
  return mean_interval(moments_of(one, sums.count()).times(unit_of(kind)), level);
}
/// The interval of the difference of a metric in a contrast, in what is reported.
[[nodiscard]] inline interval contrast_interval_of(const plan& of, const accumulator& sums, std::size_t contrast,
                                                   std::size_t metric, double level = 0.95) {
  const auto kind = of.metrics[metric].kind;
  const auto& pairs = sums.of_pairs(contrast, metric);
  if (kind == metric_kind::yes_no) return paired_interval(pairs.only_first, pairs.only_second, sums.count(), level);
  const auto& arms = of.contrasts[contrast];
  const auto known = moments_of(sums.of(arms.arm, metric), sums.of(arms.versus, metric), pairs, sums.count());
  return mean_interval(known.difference.times(unit_of(kind)), level);
}

/// Whether a metric of an arm is known that precisely.
[[nodiscard]] inline bool is_precise(const plan& of, const accumulator& sums, std::size_t arm,
                                     const precision& wanted) {
  return interval_of(of, sums, arm, wanted.metric).half_width() <= wanted.half_width;
}
/// Whether the difference of a contrast is known that precisely. A difference of proportions never is before there are
/// `least_discordant` pairs that differ.
[[nodiscard]] inline bool is_contrast_precise(const plan& of, const accumulator& sums, std::size_t contrast,
                                              const precision& wanted) {
  if (of.metrics[wanted.metric].kind == metric_kind::yes_no) {
    const auto& pairs = sums.of_pairs(contrast, wanted.metric);
    if (pairs.only_first + pairs.only_second < least_discordant) return false;
  }
  return contrast_interval_of(of, sums, contrast, wanted.metric).half_width() <= wanted.half_width;
}
/// Whether every rule of a plan for stopping is met at a point; without a rule, never.
[[nodiscard]] inline bool is_precise(const plan& of, const accumulator& sums) {
  if (of.stop_at.empty() || sums.count() == 0) return false;
  for (const auto& wanted : of.stop_at) {
    const auto many = wanted.of_contrasts ? of.contrasts.size() : of.arms.size();
    for (std::size_t i = 0; i < many; ++i) {
      if (!(wanted.of_contrasts ? is_contrast_precise(of, sums, i, wanted) : is_precise(of, sums, i, wanted)))
        return false;
    }
  }
  return true;
}

}  // namespace balint::experiment
