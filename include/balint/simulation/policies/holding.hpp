// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// How long acts take.
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/detail/declared.hpp>
#include <balint/protocol/detail/table.hpp>
#include <balint/protocol/lookup.hpp>
#include <balint/random/distribution.hpp>
#include <balint/simulation/choice.hpp>
#include <balint/simulation/provenance.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/plain_array.hpp>

#include <cstddef>
#include <cstdint>

namespace balint::simulation {

/// How long an act takes: lognormal around a median.
struct length_of_act {
  /// The median, in milliseconds.
  std::uint32_t median = 20'000;
  /// How far it spreads.
  random::spread around = random::spread::of(0.6);
};

/// How long the acts of P take. Stories take ten minutes, moves and other acts of the frame a few seconds, everything
/// else twenty seconds.
template <protocol P>
struct holding {
  /// For each act of P.
  plain_array<length_of_act, act_count<P>> of_act = [] {
    plain_array<length_of_act, act_count<P>> all{};
    for (std::size_t i = 0; i < act_count<P>; ++i) {
      const auto& row = balint::detail::table_of<P>.acts[i];
      length_of_act& one = all[i];
      one = {20'000, random::spread::of(0.6)};
      if (row.home == balint::detail::none || row.does == effect::supports_case) one.median = 3'000;
      if (row.does == effect::tells_story) one = {600'000, random::spread::of(0.3)};
      if (row.does == effect::makes_case) one.median = 90'000;
    }
    return all;
  }();

  /// How many milliseconds an act takes now; 0 for an act that P does not have.
  template <typename Draws>
  [[nodiscard]] std::uint32_t operator()(choice<P> what, Draws& from) const noexcept {
    if (what.act.index >= act_count<P>) return 0;
    const length_of_act& so = of_act[what.act.index];
    const auto drawn = random::lognormal(from.hold, so.median, so.around);
    constexpr std::uint64_t day = 86'400'000;
    return static_cast<std::uint32_t>(drawn < day ? drawn : day);
  }
};

/// The parameters of holding in words, with where their defaults come from.
inline constexpr parameter holding_parameters[]{
    {"tells_story", "how long a story takes: ten minutes, spread 0.3", {origin::literature, "domain 3.1"}},
    {"makes_case", "how long a case in brief takes: 90 s, spread 0.6", {origin::assumed, {}}},
    {"supports_case", "how long a vote takes: 3 s, spread 0.6", {origin::assumed, {}}},
    {"throughout", "how long an act takes that is open throughout: 3 s, spread 0.6", {origin::assumed, {}}},
    {"other", "how long any other act takes: 20 s, spread 0.6", {origin::assumed, {}}}};

}  // namespace balint::simulation
