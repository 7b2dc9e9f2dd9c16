// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What is so between two turns of a simulated session, worked out once for all players.
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/detail/declared.hpp>
#include <balint/session/detail/masks.hpp>
#include <balint/protocol/detail/table.hpp>
#include <balint/session/detail/engine.hpp>
#include <balint/session/detail/engine_access.hpp>
#include <balint/session/detail/ledger.hpp>
#include <balint/session/obligation.hpp>
#include <balint/session/session.hpp>
#include <balint/vocabulary/code.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/session/event.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/plain_array.hpp>
#include <balint/vocabulary/time.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>

namespace balint::simulation::detail {

using balint::detail::bit;
using balint::detail::engine_access;
using balint::detail::masks_of;
using balint::detail::none;
using balint::detail::table_of;

/// The acts of P that have an effect and are open throughout.
template <protocol P>
[[nodiscard]] constexpr std::uint64_t throughout_that(effect does) noexcept {
  std::uint64_t acts = 0;
  for (std::size_t i = 0; i < act_count<P>; ++i) {
    if (table_of<P>.acts[i].home == none && table_of<P>.acts[i].does == does) acts |= bit(i);
  }
  return acts;
}
/// The acts of each stage of P.
template <protocol P>
inline constexpr auto acts_of_stage = [] {
  plain_array<std::uint64_t, P::order::size> acts{};
  for (std::size_t i = 0; i < act_count<P>; ++i) {
    if (table_of<P>.acts[i].home != none) acts[table_of<P>.acts[i].home] |= bit(i);
  }
  return acts;
}();
/// The acts that become possible once another one happened, such as an answer once something was asked.
template <protocol P>
inline constexpr auto acts_in_reply_to = [] {
  plain_array<std::uint64_t, act_count<P>> acts{};
  for (std::size_t i = 0; i < act_count<P>; ++i) {
    for (std::size_t k = 0; k < act_count<P>; ++k) {
      if (((table_of<P>.acts[k].after >> i) & 1U) != 0) acts[i] |= bit(k);
    }
  }
  return acts;
}();

/// Who can do an act of this stage now, as far as that does not depend on its target.
template <protocol P>
[[nodiscard]] constexpr std::uint64_t able_to(const balint::detail::engine<P>& engine, std::size_t act) noexcept {
  const auto& state = engine.remembered();
  const auto& row = table_of<P>.acts[act];
  if ((row.after & ~state.happened) != 0 || (row.until & state.happened) != 0) return 0;
  auto who = engine.of_party(masks_of<P>.party_in[state.stage][act]) & state.present;
  if (row.exactly_once) who &= ~(state.did[row.slot] | state.passed[row.home]);
  if (row.target == target_kind::case_of && engine.open_cases() == 0) return 0;
  if (row.target == target_kind::option && state.options == 0) return 0;
  if (row.does == effect::makes_option && state.options >= balint::detail::option_capacity<P>) return 0;
  if (row.after_all != none && who != 0) {
    const auto tried = balint::detail::raw_event<P>(
        {.by = {static_cast<std::uint8_t>(std::countr_zero(who))}, .act = {static_cast<std::uint16_t>(act)}});
    if (engine.why_not(tried) == code::too_early) return 0;
  }
  return who;
}

}  // namespace balint::simulation::detail

namespace balint::simulation {

/// What is the same for all players until something happens. It knows more than a player sees: players are given views.
template <protocol P>
struct moment {
  instant now{};                                     ///< The time.
  instant stage_began{};                             ///< When this stage was entered.
  std::uint32_t events = 0;                          ///< How many events were recorded.
  person_id last = nobody;                           ///< Who had the floor last.
  person_id before_last = nobody;                    ///< Who had it before.
  act_id<P> last_act{0xFFFF};                        ///< What was done last.
  person_id leader = nobody;                         ///< The acting leader.
  std::uint64_t present = 0;                         ///< Who is in the room.
  std::uint64_t able = 0;                            ///< Who has an act of this stage that can be done now.
  std::uint64_t owing = 0;                           ///< Who of them owes one.
  std::uint64_t asked = 0;                           ///< Who of them has one that replies to the last act.
  std::uint64_t observers = 0;                       ///< Who has one that is open throughout and has no effect.
  bool is_complete = false;                          ///< Whether the stage owes nothing.
  std::uint32_t turn = 0;                            ///< How often somebody had the floor.
  plain_array<std::uint32_t, max_people> turn_of{};  ///< When each had it last; 0: never.
  plain_array<std::uint16_t, max_people> acts{};     ///< How many acts of each were accepted.

  /// Takes in an event that a session has just accepted, and works out what follows. An event without a time takes
  /// none.
  constexpr void accepted(const event<P>& e, const session<P>& by, bool is_new_stage) noexcept {
    if (e.at != unstated) now = e.at;
    if (is_new_stage) stage_began = now;
    last_act = e.act;
    if (e.by.index < max_people) ++acts[e.by.index];
    ++events;
    look_at(by);
  }
  /// Somebody had the floor, whatever came of it.
  constexpr void had_floor(person_id who) noexcept {
    before_last = last;
    last = who;
    turn_of[who.index] = ++turn;
  }
  /// Works out what follows from a session.
  constexpr void look_at(const session<P>& running) noexcept {
    const auto& engine = detail::engine_access::of(running);
    const auto& state = engine.remembered();
    leader = engine.acting_leader();
    present = state.present;
    able = owing = asked = 0;
    const auto replies = last_act.index < act_count<P> ? detail::acts_in_reply_to<P>[last_act.index] : 0;
    std::uint64_t makers = 0;
    plain_array<std::uint64_t, act_count<P>> can;  // of acts of this stage; clearing the rest takes long
    const auto acts_here = detail::acts_of_stage<P>[state.stage];
    for (auto rest = acts_here; rest != 0; rest &= rest - 1) {
      const auto act = static_cast<std::size_t>(std::countr_zero(rest));
      const auto who = detail::able_to(engine, act);
      can[act] = who;
      able |= who;
      if (((replies >> act) & 1U) != 0) asked |= who;
      const auto does = detail::table_of<P>.acts[act].does;
      if (does == effect::makes_case || does == effect::makes_option) makers |= who;
    }
    observers = 0;
    for (auto rest = detail::throughout_that<P>(effect::none); rest != 0; rest &= rest - 1)
      observers |= detail::able_to(engine, static_cast<std::size_t>(std::countr_zero(rest)));
    is_complete = true;
    engine.each_obligation(state.stage, balint::detail::reach::all, [&](const obligation<P>& owed) {
      is_complete = false;
      if (owed.owes != debt::an_act) {
        owing |= makers;
      } else if (((acts_here >> owed.act.index) & 1U) != 0) {
        owing |= can[owed.act.index] & owed.by.bits();
      }
      return true;
    });
  }
};

}  // namespace balint::simulation
