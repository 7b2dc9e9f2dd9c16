// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What a stage still owes, and by whom, worked out from the duties of the declaration.
#include <balint/protocol/clause.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/detail/declared.hpp>
#include <balint/protocol/detail/table.hpp>
#include <balint/session/detail/standing.hpp>
#include <balint/session/obligation.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/rule.hpp>
#include <balint/vocabulary/set.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>

namespace balint::detail {

/// Which obligations of a stage are asked about: all, or those that stay owed when it is cut short.
enum class reach : std::uint8_t { all, when_cut };

/// The obligations of a session of P.
template <protocol P>
class ledger : public standing<P> {
 public:
  using standing<P>::standing;
  using standing<P>::tables;
  using standing<P>::of_party;

  /// Whether a stage was worked in: an act that carries it took effect there, or somebody passed.
  [[nodiscard]] constexpr bool is_worked(std::uint8_t stage) const noexcept { return has(state_.worked, stage); }

  /// Calls f with everything a stage owes, in the order of the rules it would break: what each owes, a case or an
  /// option, what is owed once, what every option is owed. Stops when f answers false.
  template <typename F>
  constexpr void each_obligation(std::uint8_t stage, reach which, F f) const {
    for (auto i = tables.stages[stage].first_owed; i < tables.stages[stage].end_of_owed; ++i) {
      if (is_owed(stage, which, tables.owed[i]) && !f(open_part(tables.owed[i]))) return;
    }
  }
  /// Calls f with the number of everything a stage owes, in the same order.
  template <typename F>
  constexpr void each_owed(std::uint8_t stage, F f) const {
    for (auto i = tables.stages[stage].first_owed; i < tables.stages[stage].end_of_owed; ++i) {
      if (is_owed(stage, reach::all, tables.owed[i])) f(i);
    }
  }
  /// What is owed that has this number.
  [[nodiscard]] constexpr obligation<P> owed_item(std::uint8_t i) const noexcept { return open_part(tables.owed[i]); }
  /// By whom it is owed: for an `each` those who still owe it, else those present of whom one may do it.
  [[nodiscard]] constexpr std::uint64_t owed_by(std::uint8_t i) const noexcept {
    return tables.owed[i].kind == item_kind::clause ? owed_by(tables.duties[tables.owed[i].duty]) : state_.present;
  }
  /// The act that is owed; none: a case or an option is.
  [[nodiscard]] static constexpr std::uint8_t owed_act(std::uint8_t i) noexcept {
    return tables.owed[i].kind == item_kind::clause ? tables.duties[tables.owed[i].duty].act : none;
  }
  /// The first thing a stage owes, if any.
  [[nodiscard]] constexpr obligation<P> first_owed(std::uint8_t stage, reach which) const noexcept {
    for (auto i = tables.stages[stage].first_owed; i < tables.stages[stage].end_of_owed; ++i) {
      if (is_owed(stage, which, tables.owed[i])) return open_part(tables.owed[i]);
    }
    return {};
  }
  /// The first thing this stage owes, if any.
  [[nodiscard]] constexpr obligation<P> first_owed() const noexcept { return first_owed(state_.stage, reach::all); }
  /// Whether a stage owes anything: `first_owed` without saying what.
  [[nodiscard]] constexpr bool owes(std::uint8_t stage, reach which) const noexcept {
    for (auto i = tables.stages[stage].first_owed; i < tables.stages[stage].end_of_owed; ++i) {
      if (is_owed(stage, which, tables.owed[i])) return true;
    }
    return false;
  }

 protected:
  using standing<P>::has;
  using standing<P>::state_;

  /// Whether everybody did an act who owes it, passed or is excused.
  [[nodiscard]] constexpr bool everybody_did(std::uint8_t act) const noexcept {
    for (const duty_row& duty : tables.duties) {
      if (duty.act == act && is_open(duty)) return false;
    }
    return true;
  }
  /// Whether somebody owes something in this stage that can be passed.
  [[nodiscard]] constexpr bool owes_a_turn(person_id who) const noexcept {
    const auto& here = tables.stages[state_.stage];
    for (auto i = here.first_owed; i < here.end_of_owed; ++i) {
      if (tables.owed[i].kind != item_kind::clause) continue;
      const duty_row& duty = tables.duties[tables.owed[i].duty];
      if (!has(of_party(duty.party), who.index)) continue;
      if (is_owed_by_each(duty.due) ? !has(settled(duty), who.index) : duty.passable && is_open(duty)) return true;
    }
    return false;
  }
  /// Everybody who is present and owes what each owes is excused from it, for good.
  constexpr void excuse(const duty_row& duty) noexcept { state_.excused[tables.acts[duty.act].slot] |= owing(duty); }

  /// Whether something that a stage may owe is owed now; a stage that was worked in and is cut short owes no turns.
  [[nodiscard]] constexpr bool is_owed(std::uint8_t stage, reach which, const owed_row& owed) const noexcept {
    switch (owed.kind) {
      case item_kind::case_needed: return this->open_cases() == 0;
      case item_kind::option_needed: return state_.options == 0;
      default: break;
    }
    const duty_row& duty = tables.duties[owed.duty];
    if (which == reach::when_cut && rank_of(duty.due) != owed_rank::acts && is_worked(stage)) return false;
    return is_open(duty);
  }
  /// What is owed of something that is open.
  [[nodiscard]] constexpr obligation<P> open_part(const owed_row& owed) const noexcept {
    obligation<P> o{
        debt::an_act, {}, quota::some, rule_of<P, rule::everyone_takes_part>, person_set{state_.present}, 0, {}};
    if (owed.kind == item_kind::clause) {
      add_duty(o, tables.duties[owed.duty]);
    } else {
      o.owes = owed.kind == item_kind::case_needed ? debt::a_case : debt::an_option;
    }
    return o;
  }

 private:
  /// Those who did what each owes, passed it or are excused.
  [[nodiscard]] constexpr std::uint64_t settled(const duty_row& duty) const noexcept {
    const auto slot = tables.acts[duty.act].slot;
    return state_.did[slot] | state_.excused[slot] | state_.passed[duty.stage];
  }
  /// Those who are present and still owe what each owes.
  [[nodiscard]] constexpr std::uint64_t owing(const duty_row& duty) const noexcept {
    return of_party(duty.party) & state_.present & ~settled(duty);
  }
  /// Which of 64 options, numbered from 64 times `word` + 1, lack what every option is owed.
  [[nodiscard]] constexpr std::uint64_t options_that_lack(const duty_row& duty, std::size_t word) const noexcept {
    return low_bits(state_.options - word * 64) & ~state_.weighed[tables.acts[duty.act].weighing][word];
  }
  /// Whether a duty still lacks something.
  [[nodiscard]] constexpr bool is_open(const duty_row& duty) const noexcept {
    if (duty.since != 0 && (duty.since & state_.happened) == 0) return false;
    switch (rank_of(duty.due)) {
      case owed_rank::turns: return owing(duty) != 0;
      case owed_rank::acts:
        return !has(state_.happened, duty.act) &&
               !(duty.passable && (state_.passed[duty.stage] & of_party(duty.party)) != 0);
      default: break;
    }
    for (std::size_t word = 0; word * 64 < state_.options; ++word) {
      if (options_that_lack(duty, word) != 0) return true;
    }
    return false;
  }
  [[nodiscard]] constexpr std::uint64_t owed_by(const duty_row& duty) const noexcept {
    return is_owed_by_each(duty.due) ? owing(duty) : of_party(duty.party) & state_.present;
  }
  constexpr void add_duty(obligation<P>& o, const duty_row& duty) const noexcept {
    o.act = {duty.act};
    o.due = duty.due;
    o.rule = duty.rule;
    o.by = person_set{owed_by(duty)};
    if (duty.due == quota::per_option) add_options(o, duty);
  }
  constexpr void add_options(obligation<P>& o, const duty_row& duty) const noexcept {
    for (std::size_t word = 0; word * 64 < state_.options; ++word) {
      const auto lack = options_that_lack(duty, word);
      if (lack != 0 && o.options == 0)
        o.first_option = {static_cast<std::uint16_t>(word * 64 + static_cast<std::size_t>(std::countr_zero(lack)) + 1)};
      o.options = static_cast<std::uint16_t>(o.options + std::popcount(lack));
    }
  }
};

}  // namespace balint::detail
