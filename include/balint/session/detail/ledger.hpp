// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What a stage still owes, and by whom, worked out from the duties of the declaration.
#include <balint/session/detail/standing.hpp>
#include <balint/session/obligation.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>

namespace balint::detail {

constexpr bool is_owed_by_each(quota due) noexcept { return due == quota::each || due == quota::each_at_least_once; }

/// The obligations of a session of P.
template <protocol P>
class ledger : public standing<P> {
 public:
  using standing<P>::standing;
  using standing<P>::tables;
  using standing<P>::of_party;

  /// What a duty of this stage still lacks.
  [[nodiscard]] constexpr obligation open_part(std::size_t duty_index) const noexcept {
    const duty_row& duty = tables.duties[duty_index];
    const act_row& row = tables.acts[duty.act];
    obligation o{debt::an_act, {duty.act}, duty.due, duty.rule, person_set{whose(duty_index) & state_.present}, 0, {}};
    switch (duty.due) {
      case quota::may: return {};
      case quota::each:
      case quota::each_at_least_once:
        o.by = person_set{o.by.bits() & ~(state_.did[row.slot] | state_.passed)};
        return o.by.empty() ? obligation{} : o;
      case quota::once:
      case quota::some: return has(state_.happened, duty.act) ? obligation{} : o;
      case quota::per_option: break;
    }
    each_word_of_options([&](std::size_t word, std::uint64_t exist) {
      const std::uint64_t lack = exist & ~state_.weighed[row.weighing][word];
      if (lack != 0 && o.options == 0) {
        o.first_option = {static_cast<std::uint16_t>(word * 64 + static_cast<std::size_t>(std::countr_zero(lack)) + 1)};
      }
      o.options = static_cast<std::uint16_t>(o.options + std::popcount(lack));
      return true;
    });
    return o.options == 0 ? obligation{} : o;
  }

  /// Calls f with everything this stage owes, in the order of the rules it would break: what each owes, a case or an
  /// option, what is owed once, what every option is owed. Stops when f answers false.
  template <typename F>
  constexpr void each_obligation(F f) const noexcept {
    if (!each_open_duty(f, is_owed_by_each)) return;
    constexpr rule_id taking_part = rule_of<P, rule::everyone_takes_part>;
    const auto& row = tables.stages[state_.stage];
    const person_set here{state_.present};
    if (row.needs_case && state_.cases == 0 && !f(obligation{debt::a_case, {}, quota::some, taking_part, here, 0, {}}))
      return;
    if (row.needs_option && state_.options == 0 &&
        !f(obligation{debt::an_option, {}, quota::some, taking_part, here, 0, {}}))
      return;
    if (!each_open_duty(f, [](quota due) { return due == quota::once || due == quota::some; })) return;
    each_open_duty(f, [](quota due) { return due == quota::per_option; });
  }
  /// The first thing this stage owes, if any.
  [[nodiscard]] constexpr obligation first_owed() const noexcept {
    obligation first;
    each_obligation([&](const obligation& o) {
      first = o;
      return false;
    });
    return first;
  }

 protected:
  using standing<P>::has;
  using standing<P>::state_;

  /// Whether this stage owes anything: `first_owed` without saying what.
  [[nodiscard]] constexpr bool is_anything_owed() const noexcept {
    const auto& row = tables.stages[state_.stage];
    if ((row.needs_case && state_.cases == 0) || (row.needs_option && state_.options == 0)) return true;
    return any_duty([&](std::size_t duty) { return is_open(duty); });
  }
  /// Whether everybody did an act of this stage who owes it.
  [[nodiscard]] constexpr bool everybody_did(std::uint8_t act) const noexcept {
    return !any_duty([&](std::size_t duty) { return tables.duties[duty].act == act && is_open(duty); });
  }
  /// Whether somebody owes an act that each owes.
  [[nodiscard]] constexpr bool owes_a_turn(person_id who) const noexcept {
    return any_duty([&](std::size_t i) {
      const duty_row& duty = tables.duties[i];
      return is_owed_by_each(duty.due) &&
             has(whose(i) & ~(state_.did[tables.acts[duty.act].slot] | state_.passed), who.index);
    });
  }

 private:
  /// Whoever owes a duty, present or not.
  [[nodiscard]] constexpr std::uint64_t whose(std::size_t duty) const noexcept {
    return of_party(duty_parties_of<P>[duty]);
  }
  /// Whether any duty of this stage satisfies a predicate.
  template <typename Predicate>
  [[nodiscard]] constexpr bool any_duty(Predicate fits) const noexcept {
    const auto& row = tables.stages[state_.stage];
    for (std::size_t i = row.first_duty; i < row.end_of_duties; ++i) {
      if (fits(i)) return true;
    }
    return false;
  }
  template <typename F, typename Which>
  constexpr bool each_open_duty(F& f, Which which) const noexcept {
    return !any_duty([&](std::size_t duty) {
      if (!which(tables.duties[duty].due)) return false;
      const auto open = open_part(duty);
      return open && !f(open);
    });
  }
  /// Whether a duty of this stage still lacks something.
  [[nodiscard]] constexpr bool is_open(std::size_t duty_index) const noexcept {
    const duty_row& duty = tables.duties[duty_index];
    const act_row& row = tables.acts[duty.act];
    switch (duty.due) {
      case quota::may: return false;
      case quota::each:
      case quota::each_at_least_once:
        return (whose(duty_index) & state_.present & ~(state_.did[row.slot] | state_.passed)) != 0;
      case quota::once:
      case quota::some: return !has(state_.happened, duty.act);
      case quota::per_option: break;
    }
    return !each_word_of_options(
        [&](std::size_t word, std::uint64_t exist) { return (exist & ~state_.weighed[row.weighing][word]) == 0; });
  }
  /// Calls f with each 64 options and which of them exist, until f answers false.
  template <typename F>
  constexpr bool each_word_of_options(F f) const noexcept {
    for (std::size_t word = 0; word * 64 < state_.options; ++word) {
      const auto in_word = state_.options - word * 64;
      if (!f(word, in_word >= 64 ? ~std::uint64_t{0} : bit(in_word) - 1)) return false;
    }
    return true;
  }
};

}  // namespace balint::detail
