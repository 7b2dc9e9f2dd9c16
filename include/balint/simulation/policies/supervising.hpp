// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// How a supervisor takes part: observations and assistance, which change nothing in the session.
#include <balint/protocol/concepts.hpp>
#include <balint/simulation/choice.hpp>
#include <balint/simulation/policies/detail/acting.hpp>
#include <balint/simulation/moment.hpp>
#include <balint/simulation/eagerness.hpp>
#include <balint/simulation/provenance.hpp>
#include <balint/simulation/view.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/vocabulary/set.hpp>

#include <bit>
#include <cstdint>

namespace balint::simulation {

/// The parameters of supervising: of people who have acts that are open throughout and have no effect, such as notes.
struct supervising {
  /// How often something is observed or helped with.
  eagerness observes = eagerness::once_in(10 * 60'000);
};

/// The parameters of supervising in words, with where their defaults come from.
inline constexpr parameter supervising_parameters[]{
    {"observes", "how often something is observed or helped with", {origin::assumed, {}}}};

namespace detail {
/// An observation or assistance, drawn from those that are legal; silence where none is.
template <protocol P, typename Draws>
[[nodiscard]] choice<P> observe(const view<P>& seen, Draws& from) {
  const auto acts = seen.legal_among(act_set<P>{throughout_that<P>(effect::none)}).bits();
  if (acts == 0) return choice<P>::silence();
  return on_some_target(seen, nth<P>(acts, one_of(static_cast<std::uint32_t>(std::popcount(acts)), from.act)), from);
}
}  // namespace detail

}  // namespace balint::simulation
