// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Fitness: how near a trace is to its protocol, from 0 to 1. It is of a trace, never of a person.
/// docs/explanation/fitness.md says what it weighs and how to cite it.
#include <balint/conformance/finding.hpp>
#include <balint/conformance/judge.hpp>
#include <balint/session/session.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>

namespace balint {

/// What weighs how much in a fitness. A fitness computed with other weights has to be cited with them.
struct fitness_weights {
  double stage_out_of_place =
      14;  ///< A stage that was gone past without one act of it: more than what any act that is missing entails.
  double stage_at_most = 11;       ///< All that is open or refused in a stage that was worked on, at most.
  double breach = 6;               ///< A flagged breach of a rule.
  double open = 2;  ///< Something that was owed when a stage was left: one person's turn, one option's weighing.
  double formation = 2;            ///< A condition on the group that is broken.
  double refused = 1;              ///< An event that could not be recorded.
  double ahead = 1;  ///< A stage still ahead when the trace ends: the mildest, as ending early is a right.
};

/// Weighs what a judge finds, without allocation: the sink of a `judge<P, fitness_sink<P>>`.
template <protocol P>
class fitness_sink {
 public:
  /// Begins with weights; others than the usual ones are to be told with the result.
  constexpr explicit fitness_sink(fitness_weights weights = {}) noexcept : weights_(weights) {}

  /// Takes a finding, as a judge gives it to its sink.
  constexpr void operator()(const finding<P>& f, const session<P>& then) noexcept {
    if (f.event == 0) {
      formation_ += weights_.formation;
      return;
    }
    const auto stage = then.stage().index;
    auto& here = open_[stage];
    if (f.code == code::flagged) {
      breaches_ += weights_.breach;
    } else if (f.code == code::stage_incomplete) {
      leave(then);
    } else if (is_leaving(f)) {
      leave(then);
      here += weights_.refused;
    } else if (f.code == code::wrong_stage && is_ahead(f, stage)) {
      const auto home = detail::table_of<P>.acts[f.what.act.index].home;
      leave(then);
      const std::size_t end = home == detail::none ? P::order::size : home;
      for (std::size_t s = stage + std::size_t{1}; s < end; ++s)
        out_of_place_[s] = out_of_place_[s] || owes_anything(s);
      here += weights_.refused;
    } else {
      here += weights_.refused;
    }
  }

  /// The fitness of what was judged so far, the session being as the judge follows it.
  [[nodiscard]] constexpr double fitness(const session<P>& now) const noexcept {
    const double whole = weights_.stage_out_of_place * static_cast<double>(P::order::size);
    double damage = formation_ + breaches_;
    for (std::size_t s = 0; s < P::order::size; ++s) {
      damage += out_of_place_[s] ? weights_.stage_out_of_place : std::min(open_[s], weights_.stage_at_most);
    }
    if (now.end() != ending::closed) damage += weights_.ahead * static_cast<double>(P::order::size - now.stage().index);
    return whole / (whole + damage);
  }

 private:
  /// Whether an act belongs to a later stage, or ends the session before its last one.
  [[nodiscard]] static constexpr bool is_ahead(const finding<P>& f, std::size_t stage) noexcept {
    const auto& row = detail::table_of<P>.acts[f.what.act.index];
    return row.does == effect::closes || (row.home != detail::none && row.home > stage);
  }
  /// Whether the stage is left although that was refused: what the stage lacks has no finding of its own then.
  [[nodiscard]] static constexpr bool is_leaving(const finding<P>& f) noexcept {
    if (f.what.act.index >= act_count<P>) return false;
    const auto does = detail::table_of<P>.acts[f.what.act.index].does;
    return (does == effect::advances || does == effect::closes) && detail::is_forced(f.code, does);
  }
  [[nodiscard]] static constexpr bool owes_anything(std::size_t stage) noexcept {
    const auto& row = detail::table_of<P>.stages[stage];
    for (const auto& duty : detail::table_of<P>.duties) {
      if (duty.stage == stage) return true;
    }
    return row.needs_case || row.needs_option;
  }
  constexpr void leave(const session<P>& then) noexcept {
    const auto state = then.snapshot().state;
    const auto stage = then.stage().index;
    if (then.is_complete()) return;
    if (state.worked == 0 && state.passed == 0) {
      out_of_place_[stage] = true;
      return;
    }
    for (const auto& owed : then.owed()) {
      const bool each = owed.due == quota::each || owed.due == quota::each_at_least_once;
      const auto n = owed.due == quota::per_option       ? owed.options
                     : owed.owes == debt::an_act && each ? owed.by.size()
                                                         : 1;
      open_[stage] += weights_.open * static_cast<double>(n);
    }
  }

  fitness_weights weights_;
  std::array<double, P::order::size> open_{};
  std::array<bool, P::order::size> out_of_place_{};
  double breaches_ = 0;
  double formation_ = 0;
};

/// The fitness of a trace, from 0 to 1; 1 only for a conforming one.
template <protocol P>
[[nodiscard]] constexpr double fitness_of(const formation<P>& people,
                                          std::type_identity_t<std::span<const event<P>>> trace,
                                          fitness_weights weights = {}) {
  judge<P, fitness_sink<P>> all(people, fitness_sink<P>(weights));
  for (const auto& e : trace) all.apply(e);
  return all.sink().fitness(all.session());
}

}  // namespace balint
