// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// How who leads leads: when to move on, how long to let a silence be, what to do about a flag.
#include <balint/protocol/concepts.hpp>
#include <balint/random/draw.hpp>
#include <balint/session/obligation.hpp>
#include <balint/simulation/choice.hpp>
#include <balint/simulation/policies/detail/acting.hpp>
#include <balint/simulation/moment.hpp>
#include <balint/simulation/eagerness.hpp>
#include <balint/simulation/provenance.hpp>
#include <balint/simulation/view.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/set.hpp>
#include <balint/vocabulary/time.hpp>

#include <cstddef>
#include <cstdint>
#include <span>

namespace balint::simulation {

/// The parameters of leading. They concern the acting leader, for as long as that person leads.
struct leading {
  /// The reaction to silence: how soon a complete stage is left in which nobody wants to speak.
  eagerness moves_on = eagerness::once_in(8'000);
  /// The shortest a stage is let last once it is complete.
  std::uint32_t shortest_stage_minutes = 0;
  /// The longest a stage is let last before it is cut short; 0: it never is.
  std::uint32_t longest_stage_minutes = 0;
  /// How soon somebody is reminded of a rule after a breach of it was named.
  eagerness reminds = eagerness::once_in(3'000);
  /// How often the discussion is brought back.
  eagerness refocuses = eagerness::once_in(15 * 60'000);
  /// How often the lead is handed over.
  eagerness hands_over = eagerness::none();
  /// How often the session is ended before its end.
  eagerness terminates = eagerness::none();
};

/// The parameters of leading in words, with where their defaults come from.
inline constexpr parameter leading_parameters[]{
    {"moves_on", "how soon a complete stage is left in which nobody wants to speak", {origin::assumed, {}}},
    {"shortest_stage_minutes", "the shortest a complete stage lasts", {origin::assumed, {}}},
    {"longest_stage_minutes", "the longest a stage lasts before it is cut short; 0: for ever", {origin::assumed, {}}},
    {"reminds", "how soon a flag is answered", {origin::assumed, {}}},
    {"refocuses", "how often the discussion is brought back", {origin::assumed, {}}},
    {"hands_over", "how often the lead is handed over", {origin::assumed, {}}},
    {"terminates", "how often the session is ended before its end", {origin::assumed, {}}}};

namespace detail {
/// What who leads may have in mind, each with how much.
struct intentions {
  static constexpr std::size_t count = 6;
  std::uint32_t weights[count]{};

  [[nodiscard]] constexpr eagerness sum() const noexcept {
    eagerness all;
    for (const auto weight : weights) all = all + eagerness{weight};
    return all;
  }
};

/// The acts that the stage waits for oneself to do.
template <protocol P>
[[nodiscard]] constexpr std::uint64_t owed_acts(const view<P>& seen) noexcept {
  std::uint64_t acts = 0;
  seen.each_owed([&](const obligation<P>& owed) {
    acts |= owed.owes == debt::an_act ? bit(owed.act.index) : acts_of_stage<P>[seen.stage().index];
  });
  return acts;
}

/// What who leads has in mind now.
template <protocol P>
[[nodiscard]] constexpr intentions intentions_of(const leading& so, const view<P>& seen) noexcept {
  intentions all;
  const auto in_stage = seen.in_stage();
  const bool is_flagged = !seen.open_flags().empty();
  const bool is_too_long =
      so.longest_stage_minutes != 0 && in_stage >= time_span::minutes(so.longest_stage_minutes) && seen.events() != 0;
  if (is_flagged) all.weights[0] = so.reminds.weight;
  if (!is_flagged && seen.is_complete() && in_stage >= time_span::minutes(so.shortest_stage_minutes))
    all.weights[1] = so.moves_on.weight;
  if (!is_flagged && is_too_long && !seen.is_complete()) all.weights[2] = so.moves_on.weight;
  if (seen.spoke_last() != seen.self()) {
    all.weights[3] = so.refocuses.weight;
    all.weights[4] = so.hands_over.weight;
  }
  // What the stage waits for is not the leader's to do, such as selecting the leader's own case: another one leads.
  if (seen.is_owing() && seen.legal_among(act_set<P>{owed_acts(seen)}).empty()) all.weights[4] = so.moves_on.weight;
  all.weights[5] = so.terminates.weight;
  return all;
}

/// The acts of P that each intention comes to, in the order of `intentions`.
template <protocol P>
inline constexpr std::uint64_t acts_intended[intentions::count]{
    throughout_that<P>(effect::reminds),    throughout_that<P>(effect::advances) | throughout_that<P>(effect::closes),
    throughout_that<P>(effect::cuts_short), throughout_that<P>(effect::refocuses),
    throughout_that<P>(effect::hands_over), throughout_that<P>(effect::terminates)};

/// What who leads does: one of the intentions, drawn in proportion. A reminder is of the first rule that is flagged.
template <protocol P, typename Draws>
[[nodiscard]] choice<P> lead(const leading& so, const view<P>& seen, Draws& from) {
  const auto all = intentions_of(so, seen);
  const auto which = random::categorical(from.act, std::span<const std::uint32_t>(all.weights));
  if (which == intentions::count) return choice<P>::silence();
  if (which == 0) {
    const choice<P> first{nth<P>(acts_intended<P>[0], 0), *seen.open_flags().begin()};
    return seen.is_legal(first) ? first : choice<P>::silence();
  }
  return first_of(seen, acts_intended<P>[which], from);
}
}  // namespace detail

}  // namespace balint::simulation
