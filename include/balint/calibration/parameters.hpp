// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Estimates as parameters of policies: to simulate more sessions like the recorded ones.
#include <balint/calibration/calibrate.hpp>
#include <balint/calibration/estimate.hpp>
#include <balint/calibration/recorded_sessions.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/lookup.hpp>
#include <balint/random/distribution.hpp>
#include <balint/random/draw.hpp>
#include <balint/simulation/eagerness.hpp>
#include <balint/simulation/policies/conduct.hpp>
#include <balint/simulation/policies/holding.hpp>
#include <balint/simulation/policies/leading.hpp>
#include <balint/simulation/policies/talking.hpp>
#include <balint/vocabulary/id.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace balint::calibration {

/// How an act is estimated to take, whatever the stage: over the stages in which it is often enough, in proportion.
struct length_estimate {
  double median = 0;  ///< In milliseconds.
  double spread = 0;  ///< The standard deviation of the natural logarithm.
};

/// The length of an act, where it was estimated.
template <protocol P>
[[nodiscard]] std::optional<length_estimate> length_of(const estimates<P>& found, act_id<P> act) {
  double n = 0;
  double log = 0;
  double variance = 0;
  for (const auto& one : found.durations) {
    if (one.act != act) continue;
    const auto many = static_cast<double>(one.log_of_median.n);
    n += many;
    log += many * one.log_of_median.value;
    variance += many * one.spread * one.spread;
  }
  if (n == 0) return std::nullopt;
  return length_estimate{std::exp(log / n), std::sqrt(variance / n)};
}

/// How somebody talks: as was estimated, else as `otherwise` has it. Rates are differences within a group, so that they
/// are added to the base of `otherwise`; of somebody without a rate of their own that base is taken.
template <protocol P>
[[nodiscard]] simulation::talking<P> talking_of(const estimates<P>& found, const member& who,
                                                simulation::talking<P> otherwise = {}) {
  using simulation::log_weight;
  if (found.again) otherwise.again = log_weight::of(found.again->value);
  if (found.recent) otherwise.recent = log_weight::of(found.recent->value);
  if (found.open) otherwise.open = log_weight::of(found.open->value);
  if (found.asked) otherwise.asked = log_weight::of(found.asked->value);
  if (found.passes) otherwise.passes = random::probability::of(found.passes->value);
  if (found.declines) otherwise.declines = random::probability::of(found.declines->value);
  if (found.leaves) otherwise.leaves = random::probability::of(found.leaves->value);
  for (const auto& one : found.rates) {
    if (one.who == who) otherwise.base = otherwise.base + log_weight::of(one.more.value);
  }
  return otherwise;
}

/// How long acts take: as was estimated, else as `otherwise` has it. What was estimated is pause and talk together.
template <protocol P>
[[nodiscard]] simulation::holding<P> holding_of(const estimates<P>& found, simulation::holding<P> otherwise = {}) {
  for (std::size_t i = 0; i < act_count<P>; ++i) {
    const auto length = length_of(found, act_id<P>{static_cast<std::uint16_t>(i)});
    if (!length) continue;
    constexpr double day = 86'400'000;
    otherwise.of_act[i] = {static_cast<std::uint32_t>(length->median < day ? length->median : day),
                           random::spread::of(length->spread < 16 ? length->spread : 16)};
  }
  return otherwise;
}

/// The policy of somebody, as was estimated.
template <protocol P>
[[nodiscard]] simulation::conduct<P> conduct_of(const estimates<P>& found, const member& who,
                                                const simulation::leading& leads = {}) {
  return simulation::conduct<P>(talking_of(found, who), leads, {}, holding_of(found));
}

}  // namespace balint::calibration
