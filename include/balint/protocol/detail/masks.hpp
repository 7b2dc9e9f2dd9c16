// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What follows from the tables of a declaration, laid out as the engine asks for it: sets of acts, one bit an act, and
/// the parties that somebody may have to belong to.
#include <balint/protocol/detail/table.hpp>

#include <array>
#include <cstddef>
#include <cstdint>

namespace balint::detail {

/// Whoever fits one of some terms. Many clauses ask for the same party, so each is worked out once.
template <typename P>
struct parties {
  static constexpr std::size_t capacity = 3 * table<P>::act_count + sizes_of<P>.duties + 1;
  std::array<std::uint16_t, capacity> terms{};
  std::size_t count = 0;
  constexpr std::uint8_t add(std::uint16_t wanted) noexcept {
    std::size_t i = 0;
    while (i < count && terms[i] != wanted) ++i;
    if (i == count) terms[count++] = wanted;
    return static_cast<std::uint8_t>(i);
  }
};

template <typename P>
inline constexpr parties<P> parties_of = [] {
  parties<P> all;
  for (const auto& row : table_of<P>.acts) {
    for (const auto terms : {row.who, row.heirs, row.attended}) all.add(terms);
  }
  for (const auto& duty : table_of<P>.duties) all.add(duty.who);
  return all;
}();
/// The party of these terms.
template <typename P>
constexpr std::uint8_t party_of(std::uint16_t terms) noexcept {
  auto all = parties_of<P>;
  return all.add(terms);
}

/// Sets of acts of P.
template <typename P>
struct masks {
  std::array<std::uint64_t, table<P>::stage_count> in_stage{};  ///< May be recorded in each stage.
  std::array<std::uint64_t, parties_of<P>.count> of_party{};     ///< May be done by each party.
  std::array<std::uint64_t, at_least_1(sizes_of<P>.slots)>
      once_each{};                  ///< Done once by each, by where that is remembered.
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
      if (((row.stages >> stage) & 1U) != 0) m.in_stage[stage] |= self;
    }
    m.of_party[party_of<P>(row.who)] |= self;
    if (row.exactly_once) m.once_each[row.slot] |= self;
    if ((row.after | row.until) != 0) m.conditional |= self;
    if (row.after_all != none) m.searched |= self;
    switch (row.target) {
      case target_kind::none: break;
      case target_kind::case_of: m.on_case |= self; break;
      case target_kind::option: m.on_option |= self; break;
      case target_kind::rule: m.searched |= rules_of<P>::size == 0 ? self : 0; break;
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

/// Whether an act with that effect may be refused for the effect's own sake.
constexpr bool is_checked(effect does) noexcept {
  return does == effect::passes || does == effect::rejoins || does == effect::selects_case ||
         does == effect::takes_case || does == effect::makes_option || does == effect::advances ||
         does == effect::closes;
}

/// The party of each duty, in the order of the duties.
template <typename P>
inline constexpr std::array<std::uint8_t, at_least_1(sizes_of<P>.duties)> duty_parties_of = [] {
  std::array<std::uint8_t, at_least_1(sizes_of<P>.duties)> owe{};
  for (std::size_t i = 0; i < sizes_of<P>.duties; ++i) owe[i] = party_of<P>(table_of<P>.duties[i].who);
  return owe;
}();

}  // namespace balint::detail
