// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// How a participant wants the floor, and what it does there: shares, floors, recency and replies in one model.
#include <balint/protocol/concepts.hpp>
#include <balint/random/draw.hpp>
#include <balint/simulation/choice.hpp>
#include <balint/simulation/policies/detail/acting.hpp>
#include <balint/simulation/moment.hpp>
#include <balint/simulation/eagerness.hpp>
#include <balint/simulation/provenance.hpp>
#include <balint/simulation/pulls.hpp>
#include <balint/simulation/view.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/vocabulary/plain_array.hpp>

#include <cstddef>
#include <cstdint>

namespace balint::simulation {

/// The parameters of talking. The rate of starting to speak is, in events a second, the exponential of
/// `base + in_stage[stage] + again·[spoke before last], else recent/(turns since) + open·[the stage waits for me too] +
/// asked·[the last act can be replied to by me]`, for everybody who has something to do and did not speak last.
/// @source Stephan and Mishler 1952 (shares), Parker 1988 (floors), Butts 2008 (relational events)
template <protocol P>
struct talking {
  /// How talkative somebody is: the logarithm of acts a second. About one in seven seconds.
  log_weight base = log_weight::of(-2.0);
  /// More or less in each stage.
  plain_array<log_weight, P::order::size> in_stage{};
  /// The tendency to speak again right after the one who spoke in between.
  log_weight again = log_weight::of(1.0);
  /// The tendency of who spoke earlier to speak again: divided by how many turns ago that was, 2 to 64.
  log_weight recent{};
  /// The pull of what the stage waits for.
  log_weight open = log_weight::of(1.5);
  /// The pull of having been asked.
  log_weight asked = log_weight::of(2.5);
  /// How probable it is that a turn is let go by.
  random::probability passes{};
  /// How probable it is that a presenter who was selected declines.
  random::probability declines{};
  /// How probable it is that somebody who has the floor leaves the room instead.
  random::probability leaves{};
  /// How eagerly somebody who is away comes back.
  eagerness returns = eagerness::once_in(120'000);
};

/// The parameters of talking in words, with where their defaults come from.
inline constexpr parameter talking_parameters[]{
    {"base", "logarithm of acts a second of somebody who has something to do", {origin::assumed, {}}},
    {"in_stage", "added to it in each stage", {origin::assumed, {}}},
    {"again", "speaking again right after one other speaker", {origin::assumed, {}}},
    {"recent",
     "speaking again after having spoken two turns ago or earlier, divided by the turns since",
     {origin::assumed, {}}},
    {"open", "having something to do that the stage waits for", {origin::assumed, {}}},
    {"asked", "having been asked", {origin::assumed, {}}},
    {"passes", "letting a turn go by", {origin::assumed, {}}},
    {"declines", "declining to be the presenter", {origin::assumed, {}}},
    {"leaves", "leaving the room", {origin::assumed, {}}},
    {"returns", "coming back", {origin::assumed, {}}}};

/// Talks as its parameters say.
template <protocol P>
class talker {
 public:
  /// Talks with the defaults.
  constexpr talker() noexcept : talker(talking<P>{}) {}
  /// Talks so.
  constexpr explicit talker(const talking<P>& so) noexcept : so_(so) {
    for (std::size_t stage = 0; stage < P::order::size; ++stage) {
      for (unsigned i = 0; i < pulls::count; ++i) {
        const pulls all((i & 1U) != 0, (i & 2U) != 0, (i & 4U) != 0);
        log_weight log = so.base + so.in_stage[stage];
        if (all.again()) log = log + so.again;
        if (all.open()) log = log + so.open;
        if (all.asked()) log = log + so.asked;
        logs_[stage * rows + all.row()] = log;
        rates_[stage * rows + all.row()] = eagerness_of(log);
      }
    }
  }

  /// How much it wants the floor.
  [[nodiscard]] constexpr simulation::eagerness eagerness(const view<P>& seen) const noexcept {
    if (!seen.is_present()) return so_.returns;
    const pulls all = seen.pulls();
    const auto at = std::size_t{seen.stage().index} * rows + all.row();
    if (so_.recent.factors_of_two == 0) return rates_[at];
    const auto turns = seen.turns_listening();
    if (turns == 0 || !all.is_candidate()) return rates_[at];
    return eagerness_of(logs_[at] + log_weight{so_.recent.factors_of_two / static_cast<std::int32_t>(turns)});
  }
  /// What it does with the floor: what the stage waits for, else something that is free.
  template <typename Draws>
  [[nodiscard]] choice<P> decide(const view<P>& seen, Draws& from) const {
    if (!seen.is_present()) return detail::first_of(seen, detail::throughout_that<P>(effect::rejoins), from);
    // The stream of absences has no other use, so that it is left alone where nobody leaves.
    if (so_.leaves != random::probability::never() && random::bernoulli(from.absence, so_.leaves))
      return detail::first_of(seen, detail::throughout_that<P>(effect::drops), from);
    if (seen.is_owing()) {  // both are drawn whatever the probability, so that another one moves no later draw
      if (random::bernoulli(from.act, so_.passes)) {
        if (const auto pass = detail::first_of(seen, detail::throughout_that<P>(effect::passes), from);
            !pass.is_silence())
          return pass;
      }
      if (random::bernoulli(from.act, so_.declines)) {
        if (const auto no = detail::first_of(seen, detail::in_stages_that<P>(effect::declines_case), from);
            !no.is_silence())
          return no;
      }
      if (const auto owed = detail::owed_act(seen, from); !owed.is_silence()) return owed;
    }
    return detail::free_act(seen, from);
  }

 private:
  /// Rows of `pulls`, of which those of somebody who is no candidate are 0.
  static constexpr std::size_t rows = 2 * pulls::count;

  talking<P> so_;
  plain_array<log_weight, P::order::size * rows> logs_{};
  plain_array<simulation::eagerness, P::order::size * rows> rates_{};
};

}  // namespace balint::simulation
