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

/// The obligations of a session of P.
template <protocol P>
class ledger : public standing<P> {
 public:
  using standing<P>::standing;
  using standing<P>::tables;
  using standing<P>::of_party;

  /// Calls f with everything this stage owes, in the order of the rules it would break: what each owes, a case or an
  /// option, what is owed once, what every option is owed. Stops when f answers false.
  template <typename F>
  constexpr void each_obligation(F f) const noexcept {
    for (auto i = here().first_owed; i < here().end_of_owed; ++i) {
      if (is_open(tables.owed[i]) && !f(open_part(tables.owed[i]))) return;
    }
  }
  /// The first thing this stage owes, if any.
  [[nodiscard]] constexpr obligation first_owed() const noexcept {
    for (auto i = here().first_owed; i < here().end_of_owed; ++i) {
      if (is_open(tables.owed[i])) return open_part(tables.owed[i]);
    }
    return {};
  }

 protected:
  using standing<P>::has;
  using standing<P>::state_;

  /// Whether this stage owes anything: `first_owed` without saying what.
  [[nodiscard]] constexpr bool is_anything_owed() const noexcept {
    for (auto i = here().first_owed; i < here().end_of_owed; ++i) {
      if (is_open(tables.owed[i])) return true;
    }
    return false;
  }
  /// Whether everybody did an act of this stage who owes it.
  [[nodiscard]] constexpr bool everybody_did(std::uint8_t act) const noexcept {
    for (auto i = here().first_owed; i < here().end_of_owed; ++i) {
      const owed_row& owed = tables.owed[i];
      if (owed.kind == item_kind::clause && tables.duties.items[owed.duty].act == act && is_open(owed)) return false;
    }
    return true;
  }
  /// Whether somebody owes an act that each owes.
  [[nodiscard]] constexpr bool owes_a_turn(person_id who) const noexcept {
    for (auto i = here().first_owed; i < here().end_of_owed; ++i) {
      const owed_row& owed = tables.owed[i];
      if (owed.kind != item_kind::clause) continue;
      const duty_row& duty = tables.duties.items[owed.duty];
      if (is_owed_by_each(duty.due) && has(of_party(duty.party) & ~turns_taken(duty), who.index)) return true;
    }
    return false;
  }

 private:
  [[nodiscard]] constexpr const stage_row& here() const noexcept { return tables.stages.items[state_.stage]; }

  /// Those who did what each owes, or passed.
  [[nodiscard]] constexpr std::uint64_t turns_taken(const duty_row& duty) const noexcept {
    return state_.did.items[tables.acts.items[duty.act].slot] | state_.passed;
  }
  /// Which of 64 options, numbered from 64 times `word` + 1, lack what every option is owed.
  [[nodiscard]] constexpr std::uint64_t options_that_lack(const duty_row& duty, std::size_t word) const noexcept {
    const auto& weighed = state_.weighed.items[tables.acts.items[duty.act].weighing];
    return low_bits(state_.options - word * 64) & ~weighed.items[word];
  }
  /// Whether a duty of this stage still lacks something.
  [[nodiscard]] constexpr bool is_open(const duty_row& duty) const noexcept {
    switch (rank_of(duty.due)) {
      case owed_rank::turns: return (of_party(duty.party) & state_.present & ~turns_taken(duty)) != 0;
      case owed_rank::acts: return !has(state_.happened, duty.act);
      default: break;
    }
    for (std::size_t word = 0; word * 64 < state_.options; ++word) {
      if (options_that_lack(duty, word) != 0) return true;
    }
    return false;
  }
  /// Whether something that this stage may owe is owed now.
  [[nodiscard]] constexpr bool is_open(const owed_row& owed) const noexcept {
    switch (owed.kind) {
      case item_kind::case_needed: return state_.cases == 0;
      case item_kind::option_needed: return state_.options == 0;
      default: return is_open(tables.duties.items[owed.duty]);
    }
  }
  /// What is owed of something that is open.
  [[nodiscard]] constexpr obligation open_part(const owed_row& owed) const noexcept {
    obligation o{.owes = debt::an_act, .due = quota::some, .rule = rule_of<P, rule::everyone_takes_part>,
                 .by = person_set{state_.present}};
    if (owed.kind == item_kind::clause) {
      add_duty(o, tables.duties.items[owed.duty]);
    } else {
      o.owes = owed.kind == item_kind::case_needed ? debt::a_case : debt::an_option;
    }
    return o;
  }
  constexpr void add_duty(obligation& o, const duty_row& duty) const noexcept {
    auto owing = of_party(duty.party) & state_.present;
    if (is_owed_by_each(duty.due)) owing &= ~turns_taken(duty);
    o.act = {duty.act};
    o.due = duty.due;
    o.rule = duty.rule;
    o.by = person_set{owing};
    if (duty.due == quota::per_option) add_options(o, duty);
  }
  constexpr void add_options(obligation& o, const duty_row& duty) const noexcept {
    for (std::size_t word = 0; word * 64 < state_.options; ++word) {
      const auto lack = options_that_lack(duty, word);
      if (lack != 0 && o.options == 0)
        o.first_option = {static_cast<std::uint16_t>(word * 64 + static_cast<std::size_t>(std::countr_zero(lack)) + 1)};
      o.options = static_cast<std::uint16_t>(o.options + std::popcount(lack));
    }
  }
};

}  // namespace balint::detail
