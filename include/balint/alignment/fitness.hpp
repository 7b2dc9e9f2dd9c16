// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Fitness: how near a trace is to its protocol, from 0 to 1. It is of a trace, never of a person.
/// docs/explanation/fitness.md says what it weighs and how to cite it.
#include <balint/conformance/finding.hpp>
#include <balint/conformance/judge.hpp>
#include <balint/group/form.hpp>
#include <balint/protocol/clause.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/detail/table.hpp>
#include <balint/session/detail/engine_access.hpp>
#include <balint/session/obligation.hpp>
#include <balint/session/session.hpp>
#include <balint/session/state.hpp>
#include <balint/vocabulary/code.hpp>
#include <balint/session/event.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <type_traits>

namespace balint {

/// What weighs how much in a fitness. A fitness computed with other weights has to be cited with them.
struct fitness_weights {
  double stage_skipped = 14;  ///< A stage that was left out: more than what any act that is missing entails.
  double stage_at_most = 11;  ///< All that is open or refused in a stage that was worked in, at most.
  double unanswered = 6;      ///< A move while a flag was open.
  double open = 2;       ///< Something that was owed when a stage was left: one person's turn, one option's weighing.
  double formation = 2;  ///< A condition on the group that is broken.
  double refused = 1;    ///< Any other departure.
  double ahead = 1;      ///< A stage still ahead when the trace ends: the mildest, as ending early is a right.
};

/// Weighs what a judge finds, without allocation: the sink of a `judge<P, fitness_sink<P>>`.
template <protocol P>
class fitness_sink {
 public:
  /// Begins with weights; others than the usual ones are to be told with the result.
  constexpr explicit fitness_sink(fitness_weights weights = {}) noexcept : weights_(weights) {}

  /// Takes a finding, as a judge gives it to its sink. Faults of the record weigh nothing: they say nothing about the
  /// group.
  constexpr void operator()(const finding<P>& f, const session<P>& then) noexcept {
    if (f.about == finding_class::record) return;
    if (f.event == 0) {
      formation_ += weights_.formation;
      return;
    }
    const auto stage = f.stage.index;
    switch (f.code) {
      case code::stage_skipped: is_skipped_[stage] = true; break;
      case code::stage_incomplete: open_[stage] += weights_.open * static_cast<double>(owed_in(f, then)); break;
      case code::flag_open: unanswered_ += weights_.unanswered; break;
      default: open_[stage] += weights_.refused;
    }
  }

  /// The fitness of what was judged so far, the session being as the judge follows it.
  [[nodiscard]] constexpr double fitness(const session<P>& now) const noexcept {
    const double whole = weights_.stage_skipped * static_cast<double>(P::order::size);
    double damage = formation_ + unanswered_;
    for (std::size_t s = 0; s < P::order::size; ++s) {
      damage += is_skipped_[s] ? weights_.stage_skipped : (std::min)(open_[s], weights_.stage_at_most);
    }
    if (now.end() != ending::closed) damage += weights_.ahead * static_cast<double>(P::order::size - now.stage().index);
    return whole / (whole + damage);
  }

 private:
  /// How many things were owed of a stage that is left: turns, weighings of options, or what is owed once.
  [[nodiscard]] static constexpr std::size_t owed_in(const finding<P>& f, const session<P>& then) noexcept {
    const auto& engine = detail::engine_access::of(then);
    const auto which = engine.reach_of(detail::table_of<P>.acts[f.what.act.index].does);
    std::size_t n = 0;
    engine.each_obligation(f.stage.index, which, [&](const obligation<P>& owed) {
      const bool is_of_each = owed.owes == debt::an_act && detail::is_owed_by_each(owed.due);
      n += owed.due == quota::per_option ? owed.options : is_of_each ? owed.by.size() : 1U;
      return true;
    });
    return n;
  }

  fitness_weights weights_;
  std::array<double, P::order::size> open_{};
  std::array<bool, P::order::size> is_skipped_{};
  double unanswered_ = 0;
  double formation_ = 0;
};

/// The fitness of a trace, from 0 to 1; 1 for a conforming one alone.
template <protocol P>
[[nodiscard]] constexpr double fitness_of(const formation<P>& people,
                                          std::type_identity_t<std::span<const event<P>>> trace,
                                          fitness_weights weights = {}) {
  judge<P, fitness_sink<P>> all(people, fitness_sink<P>(weights));
  for (const auto& e : trace) all.apply(e);
  return all.sink().fitness(all.session());
}

}  // namespace balint
