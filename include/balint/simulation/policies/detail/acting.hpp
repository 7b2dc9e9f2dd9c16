// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Choosing among what is open to a player: an act that is owed, one that is free, a target.
#include <balint/protocol/clause.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/detail/table.hpp>
#include <balint/protocol/lookup.hpp>
#include <balint/random/draw.hpp>
#include <balint/session/obligation.hpp>
#include <balint/simulation/choice.hpp>
#include <balint/simulation/moment.hpp>
#include <balint/simulation/view.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/set.hpp>
#include <balint/vocabulary/target.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>

namespace balint::simulation::detail {

/// A place among n, without a draw where there is no choice.
template <typename Stream>
[[nodiscard]] std::uint32_t one_of(std::uint32_t n, Stream& from) noexcept {
  return n < 2 ? 0 : random::below(from, n);
}
/// The i-th of a set of acts.
template <protocol P>
[[nodiscard]] constexpr act_id<P> nth(std::uint64_t acts, std::uint32_t i) noexcept {
  for (; i > 0; --i) acts &= acts - 1;
  return {static_cast<std::uint16_t>(std::countr_zero(acts))};
}

/// An act on a target that is drawn from those that are legal; silence where none is.
template <protocol P, typename Draws>
[[nodiscard]] choice<P> on_some_target(const view<P>& seen, act_id<P> act, Draws& from) {
  return seen.on_one(act, [&](std::uint32_t n) { return one_of(n, from.target); });
}
/// The first of some acts that is legal, on a target that is drawn; silence where none is.
template <protocol P, typename Draws>
[[nodiscard]] choice<P> first_of(const view<P>& seen, std::uint64_t acts, Draws& from) {
  for (; acts != 0; acts &= acts - 1) {
    const choice<P> what = on_some_target(seen, act_id<P>{static_cast<std::uint16_t>(std::countr_zero(acts))}, from);
    if (!what.is_silence()) return what;
  }
  return choice<P>::silence();
}

/// The acts of the stages of P that have an effect.
template <protocol P>
[[nodiscard]] constexpr std::uint64_t in_stages_that(effect does) noexcept {
  std::uint64_t acts = 0;
  for (std::size_t i = 0; i < act_count<P>; ++i) {
    if (table_of<P>.acts[i].home != none && table_of<P>.acts[i].does == does) acts |= bit(i);
  }
  return acts;
}

/// The first act that the stage owes and that one can do; silence where there is none.
template <protocol P, typename Draws>
[[nodiscard]] choice<P> owed_act(const view<P>& seen, Draws& from) {
  const auto here = acts_of_stage<P>[seen.stage().index];
  return seen.first_owed([&](const obligation<P>& owed) {
    if (owed.owes == debt::a_case) return first_of(seen, in_stages_that<P>(effect::makes_case) & here, from);
    if (owed.owes == debt::an_option) return first_of(seen, in_stages_that<P>(effect::makes_option) & here, from);
    if (owed.due != quota::per_option) return on_some_target(seen, owed.act, from);
    const choice<P> first{owed.act, owed.first_option};
    return seen.is_legal(first) ? first : choice<P>::silence();
  });
}
/// An act of this stage that is drawn from those that are legal, other than declining a case; silence where none is.
template <protocol P, typename Draws>
[[nodiscard]] choice<P> free_act(const view<P>& seen, Draws& from) {
  const auto here = acts_of_stage<P>[seen.stage().index] & ~in_stages_that<P>(effect::declines_case);
  const auto acts = seen.legal_among(act_set<P>{here}).bits();
  if (acts == 0) return choice<P>::silence();
  const auto n = static_cast<std::uint32_t>(std::popcount(acts));
  return on_some_target(seen, nth<P>(acts, one_of(n, from.act)), from);
}

}  // namespace balint::simulation::detail
