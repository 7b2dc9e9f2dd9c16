// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What follows from the tables of a declaration, laid out as the engine asks for it: sets of acts, one bit an act.
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/detail/declared.hpp>
#include <balint/protocol/detail/table.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/vocabulary/id.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>

namespace balint::detail {

/// The different parties of P.
template <typename P>
inline constexpr const auto& parties_of = table_of<P>.parties;

/// Sets of acts of P.
template <typename P>
struct masks {
  std::uint64_t in_stage[table<P>::stage_count]{};                ///< May be recorded in each stage.
  std::uint64_t of_party[parties_of<P>.count]{};                  ///< May be done by each party.
  std::uint64_t once_each[at_least_1(sizes_of<P>.turn_slots)]{};  ///< Done once by each, by where that is remembered.
  std::uint8_t party[table<P>::act_count]{};  ///< Who may do each act: the columns of the table that are asked most.
  std::uint8_t home[table<P>::act_count]{};   ///< The stage that each act belongs to; none: it is open throughout.
  /// Who may do each act in each stage: nobody where it is not of the stage, or no act of P.
  std::uint8_t party_in[table<P>::stage_count][64]{};
  std::uint8_t home_of_slot[at_least_1(sizes_of<P>.turn_slots)]{};  ///< The stage of what is remembered there.
  std::uint64_t comes_or_goes = 0;                                  ///< Somebody absent may do them.
  std::uint64_t passes = 0;                                         ///< They need a turn that is owed.
  std::uint64_t rejoins = 0;                                        ///< They need somebody absent.
  std::uint64_t makes_option = 0;                                   ///< They need room for an option.
  std::uint64_t on_case = 0;                                        ///< They need a case that can be voted for.
  std::uint64_t on_option = 0;                                      ///< They need an option.
  std::uint64_t conditional = 0;  ///< They need acts before them, or need them not to have happened.
  std::uint64_t searched = 0;     ///< What they need can only be found by trying.
  std::uint64_t selection = 0;    ///< Undoing a selection forgets them.
  std::uint64_t leaves = 0;       ///< They leave the stage for the next one.
  std::uint64_t moves = 0;        ///< They do, or they close.
  std::uint64_t at_home = 0;      ///< They belong to one stage.
  std::uint64_t on_breach = 0;    ///< They name a breach, or answer one.

  /// Adds an act to the sets that its effect puts it in.
  constexpr void add_effect(const act_row& row, std::uint64_t self) noexcept {
    switch (row.does) {
      case effect::passes: passes |= self; break;
      case effect::rejoins:
        rejoins |= self;
        comes_or_goes |= self;
        break;
      case effect::withdraws: comes_or_goes |= self; break;
      case effect::makes_option: makes_option |= self; break;
      case effect::opens:
      case effect::takes_lead: searched |= self; break;
      case effect::advances:
      case effect::cuts_short: leaves |= self; [[fallthrough]];
      case effect::closes:
        searched |= self;
        moves |= self;
        break;
      case effect::selects_case:
      case effect::takes_case:
        searched |= self;
        selection |= self;
        break;
      case effect::accepts_case: selection |= self; break;
      case effect::flags:
      case effect::reminds:
      case effect::terminates: on_breach |= self; break;
      default: break;
    }
  }
  /// Adds an act to the sets that its target puts it in.
  constexpr void add_target(const act_row& row, std::uint64_t self) noexcept {
    switch (row.target) {
      case target_kind::none: break;
      case target_kind::case_of: on_case |= self; break;
      case target_kind::option: on_option |= self; break;
      case target_kind::rule: searched |= rules_of<P>::size == 0 ? self : 0; break;
      case target_kind::person: searched |= self; break;
    }
  }
  constexpr void add(std::size_t act) noexcept {
    const act_row& row = table_of<P>.acts.items[act];
    const auto self = bit(act);
    party[act] = row.party;
    home[act] = row.home;
    for (auto rest = row.stages; rest != 0; rest &= rest - 1)
      party_in[static_cast<std::size_t>(std::countr_zero(rest))][act] = row.party;
    for (auto rest = row.stages; rest != 0; rest &= rest - 1)
      in_stage[static_cast<std::size_t>(std::countr_zero(rest))] |= self;
    of_party[row.party] |= self;
    if (row.home != none) at_home |= self;
    if (row.slot != none) home_of_slot[row.slot] = row.home;
    if (row.exactly_once) once_each[row.slot] |= self;
    if ((row.after | row.until) != 0) conditional |= self;
    if (row.after_all != none) searched |= self;
    add_target(row, self);
    add_effect(row, self);
  }
};

template <typename P>
inline constexpr masks<P> masks_of = [] {
  masks<P> sets{};
  for (auto& stage : sets.party_in) {
    for (auto& party : stage) party = table_of<P>.nobody;
  }
  for (std::size_t i = 0; i < table<P>::act_count; ++i) sets.add(i);
  return sets;
}();

}  // namespace balint::detail
