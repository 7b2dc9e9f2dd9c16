// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What of a declaration the searches ask again and again, worked out at compile time.
#include <balint/protocol/clause.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/detail/declared.hpp>
#include <balint/protocol/detail/table.hpp>
#include <balint/session/detail/ledger.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/vocabulary/id.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace balint::detail {

/// Whether an act with that effect leads to the next stage.
[[nodiscard]] constexpr bool leaves_stage(effect does) noexcept {
  return does == effect::advances || does == effect::cuts_short;
}

template <protocol P>
struct search_traits {
  static constexpr const table<P>& t = table_of<P>;
  static constexpr std::size_t stages = table<P>::stage_count;
  static constexpr std::size_t acts = table<P>::act_count;

  static consteval std::uint8_t last_stage_with(bool (*is)(const act_row&)) {
    std::uint8_t last = 0;
    for (const auto& row : t.acts) {
      if (is(row) && row.home != none && row.home > last) last = row.home;
    }
    return last;
  }
  /// The last stage in which cases are voted for or selected.
  static constexpr std::uint8_t last_case = last_stage_with(
      [](const act_row& r) { return r.target == target_kind::case_of || r.does == effect::declines_case; });
  /// The stages in which somebody becomes the presenter.
  static constexpr std::uint64_t selecting_stages = [] {
    std::uint64_t set = 0;
    for (const auto& row : t.acts) {
      const bool selects = row.does == effect::selects_case || row.does == effect::takes_case;
      if (selects && row.home != none) set |= bit(row.home);
    }
    return set;
  }();
  /// Whether a stage can be cut short.
  static constexpr bool cuts_short = act_with_effect<P>(effect::cuts_short).index < acts;
  /// The last stage that makes options, and the last that weighs them.
  static constexpr std::uint8_t last_option =
      last_stage_with([](const act_row& r) { return r.does == effect::makes_option; });
  static constexpr std::uint8_t last_weighing = last_stage_with([](const act_row& r) { return r.weighing != none; });
  /// The last stage in which each owes a turn.
  static constexpr std::uint8_t last_each = [] {
    std::uint8_t last = 0;
    for (const auto& duty : t.duties) {
      if (is_owed_by_each(duty.due) && duty.stage != none && duty.stage > last) last = duty.stage;
    }
    return last;
  }();
  /// The last stage in which somebody can let pass what they owe.
  static constexpr std::uint8_t last_passable = [] {
    std::uint8_t last = last_each;
    for (const auto& duty : t.duties) {
      if (duty.passable && duty.stage != none && duty.stage > last) last = duty.stage;
    }
    return last;
  }();
  /// In how many stages from one on each owes a turn.
  static constexpr std::size_t turns_after(std::size_t stage) {
    std::uint64_t in = 0;
    for (const auto& duty : t.duties) in |= is_owed_by_each(duty.due) && duty.stage >= stage ? bit(duty.stage) : 0;
    return static_cast<std::size_t>(std::popcount(in));
  }
  /// How many acts an option is owed.
  static constexpr std::uint32_t weighings = [] {
    std::uint32_t n = 0;
    for (const auto& duty : t.duties) n += duty.due == quota::per_option ? 1 : 0;
    return n;
  }();
  /// Acts that, once done, forbid another one: doing them is a choice.
  static constexpr std::uint64_t forbidding = [] {
    std::uint64_t set = 0;
    for (std::size_t i = 0; i < acts; ++i) set |= t.acts[i].until & ~bit(i);
    return set;
  }();
  /// Acts that conditions of a stage or of later ones ask for.
  static constexpr std::array<std::uint64_t, stages> asked_for = [] {
    std::array<std::uint64_t, stages> sets{};
    for (const auto& row : t.acts) {
      for (std::size_t s = 0; s < stages; ++s) {
        if (row.home == none || row.home >= s) sets[s] |= row.after | row.until;
      }
    }
    for (const auto& duty : t.duties) {
      for (std::size_t s = 0; s <= duty.stage && s < stages; ++s) sets[s] |= duty.since;
    }
    return sets;
  }();
  /// Whether an act is open to the acting leader.
  static constexpr bool is_for_the_lead(std::size_t act) {
    constexpr auto office = static_cast<std::uint8_t>(P::offices::template index<typename P::lead::office>);
    for (auto terms = t.acts[act].who; terms != 0; terms &= static_cast<std::uint16_t>(terms - 1U)) {
      if (t.terms.rows[static_cast<std::size_t>(std::countr_zero(terms))].base == office) return true;
    }
    return false;
  }
  /// Whether doing an act decides something, so that an event of it may be better gone although it could stay.
  static constexpr bool is_choice(std::size_t act) {
    switch (t.acts[act].does) {
      case effect::selects_case:
      case effect::takes_case:
      case effect::accepts_case:
      case effect::declines_case:
      case effect::advances:
      case effect::cuts_short:
      case effect::withdraws:
      case effect::drops:
      case effect::rejoins:
      case effect::hands_over:
      case effect::takes_lead: return true;
      default: return ((forbidding >> act) & 1U) != 0;
    }
  }
  /// Whether each owes an act of that effect in a stage, by these terms; 0: nobody.
  static constexpr std::uint16_t owed_by_each(std::size_t stage, effect does) {
    std::uint16_t terms = 0;
    for (const auto& duty : t.duties) {
      if (duty.stage == stage && is_owed_by_each(duty.due) && t.acts[duty.act].does == does)
        terms = static_cast<std::uint16_t>(terms | duty.who);
    }
    return terms;
  }
  /// Whether all that the beam search revises later is made in an earlier stage than it is used: options before they
  /// are weighed, cases no later than they are voted for; and nothing is weighed in more than one stage.
  static constexpr bool is_covered = [] {
    std::uint8_t first_weighing = 0xFF;
    std::size_t makers = 0;
    for (const auto& row : t.acts) {
      if (row.weighing != none && row.home < first_weighing) first_weighing = row.home;
      makers += row.does == effect::makes_option ? 1 : 0;
    }
    if (weighings > 2 || makers > 1) return false;
    return first_weighing == 0xFF || (first_weighing > last_option && first_weighing == last_weighing);
  }();
};

}  // namespace balint::detail
