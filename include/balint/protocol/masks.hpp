// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Sets of acts that follow from the tables of a declaration, one bit an act: what the engine asks of many acts at once.
#include <balint/protocol/table.hpp>

#include <array>
#include <cstddef>
#include <cstdint>

namespace balint::detail {

/// Sets of acts of P.
template <typename P>
struct masks {
  std::array<std::uint64_t, table<P>::stage_count> in_stage{};  ///< May be recorded in each stage; what is done to a rule only where there is one.
  std::array<std::uint64_t, table_of<P>.terms.count> of_term{};  ///< May be done by each term.
  std::array<std::uint64_t, at_least_1(sizes_of<P>.slots)> once_each{};  ///< Done once by each, by where that is remembered.
  std::uint64_t comes_or_goes = 0;  ///< Somebody absent may do them.
  std::uint64_t passes = 0;         ///< They need a turn that is owed.
  std::uint64_t rejoins = 0;        ///< They need somebody absent.
  std::uint64_t makes_option = 0;   ///< They need room for an option.
  std::uint64_t on_case = 0;        ///< They need a case that can be voted for.
  std::uint64_t on_option = 0;      ///< They need an option.
  std::uint64_t conditional = 0;    ///< They need acts before them, or need them not to have happened.
  std::uint64_t searched = 0;       ///< What they need can only be found by trying.
  std::uint64_t selection = 0;      ///< Undoing a selection forgets them.
  std::uint64_t selecting_stages = 0;  ///< Bit i: somebody becomes the presenter in stage i.
};

template <typename P>
consteval masks<P> make_masks() {
  masks<P> m{};
  for (std::size_t i = 0; i < table<P>::act_count; ++i) {
    const act_row& row = table_of<P>.acts[i];
    const auto self = bit(i);
    for (std::size_t stage = 0; stage < m.in_stage.size(); ++stage) {
      const bool has_target = row.target != target_kind::rule || rules_of<P>::size != 0;
      if (((row.stages >> stage) & 1U) != 0 && has_target) m.in_stage[stage] |= self;
    }
    for (std::size_t term = 0; term < m.of_term.size(); ++term) {
      if (((row.who >> term) & 1U) != 0) m.of_term[term] |= self;
    }
    if (row.exactly_once) m.once_each[row.slot] |= self;
    if ((row.after | row.until) != 0) m.conditional |= self;
    if (row.after_all != none) m.searched |= self;
    switch (row.target) {
      case target_kind::none: break;
      case target_kind::case_of: m.on_case |= self; break;
      case target_kind::option: m.on_option |= self; break;
      case target_kind::rule: break;
      case target_kind::person: m.searched |= self; break;
    }
    switch (row.does) {
      case effect::passes: m.passes |= self; break;
      case effect::rejoins:
        m.rejoins |= self;
        m.comes_or_goes |= self;
        break;
      case effect::withdraws: m.comes_or_goes |= self; break;
      case effect::makes_option: m.makes_option |= self; break;
      case effect::advances:
      case effect::closes: m.searched |= self; break;
      case effect::selects_case:
      case effect::takes_case:
        m.searched |= self;
        m.selection |= self;
        if (row.home != none) m.selecting_stages |= bit(row.home);
        break;
      case effect::accepts_case: m.selection |= self; break;
      default: break;
    }
  }
  return m;
}

template <typename P>
inline constexpr masks<P> masks_of = make_masks<P>();

}  // namespace balint::detail
