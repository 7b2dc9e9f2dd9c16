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
#include <balint/session/detail/unfolding.hpp>
#include <balint/session/obligation.hpp>
#include <balint/session/session.hpp>
#include <balint/simulation/pulls.hpp>
#include <balint/vocabulary/code.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/session/event.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/plain_array.hpp>
#include <balint/vocabulary/time.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>

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

/// Who can do an act in this stage now, as far as that does not depend on its target.
template <protocol P>
[[nodiscard]] BALINT_UNFOLDED constexpr std::uint64_t able_to(const balint::detail::engine<P>& engine, std::size_t act,
                                                              std::size_t stage) noexcept {
  const auto& state = engine.remembered();
  const auto& row = table_of<P>.acts[act];
  if ((row.after & ~state.happened) != 0 || (row.until & state.happened) != 0) return 0;
  auto who = engine.of_party(masks_of<P>.party_in[stage][act]) & state.present;
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
  /// Who can do each act of this stage, as far as that does not depend on its target; of other acts it says nothing.
  plain_array<std::uint64_t, act_count<P>> can{};
  std::size_t size = 0;  ///< How many people the group has.
  pulls_on_all pulls;    ///< What pulls each of them to the floor.

  /// How much the stage owes.
  [[nodiscard]] constexpr std::size_t owed_count() const noexcept { return owed_count_; }
  /// Where a ledger has the i-th thing that the stage owes.
  [[nodiscard]] constexpr std::uint8_t owed(std::size_t i) const noexcept { return owed_[i]; }
  /// By whom it is owed.
  [[nodiscard]] constexpr std::uint64_t owed_by(std::size_t i) const noexcept { return owed_by_[i]; }

  /// Takes in an event that a session has just accepted, and works out what follows. An event without a time takes
  /// none.
  constexpr void accepted(const event<P>& e, const session<P>& by, bool is_new_stage) noexcept {
    if (e.at != unstated) now = e.at;
    if (is_new_stage) stage_began = now;
    last_act = e.act;
    if (e.by.index < max_people) ++acts[e.by.index];
    ++events;
    look_at_acts(by);
  }
  /// Somebody had the floor, whatever came of it; this ends a turn.
  constexpr void had_floor(person_id who) noexcept {
    before_last = last;
    last = who;
    turn_of[who.index] = ++turn;
    work_out_pulls();
  }
  /// Works out what follows from a session.
  constexpr void look_at(const session<P>& running) noexcept {
    look_at_acts(running);
    work_out_pulls();
  }

 private:
  using engine = balint::detail::engine<P>;

  plain_array<std::uint8_t, balint::detail::obligation_capacity<P>> owed_{};
  plain_array<std::uint64_t, balint::detail::obligation_capacity<P>> owed_by_{};
  std::size_t owed_count_ = 0;

  /// Works out who can do what.
  constexpr void look_at_acts(const session<P>& running) noexcept {
    const auto& machine = detail::engine_access::of(running);
    const auto& state = machine.remembered();
    size = running.people().size();
    leader = machine.acting_leader();
    present = state.present;
    if constexpr (balint::detail::unfolds_acts) {
      ways_to_look[state.stage](*this, machine);
    } else {
      look_at_stage(machine, state.stage);
    }
  }
  /// Works out who is pulled to the floor. Who had it last is no candidate, unless the stage waits for nobody else.
  constexpr void work_out_pulls() noexcept {
    const auto had_it = [](person_id who) { return who.index < max_people ? detail::bit(who.index) : 0; };
    const auto alone = (owing & (owing - 1)) == 0 ? owing : 0;
    pulls.work_out(size, had_it(before_last), owing, asked, able & (~had_it(last) | alone));
  }
  /// Works out what a stage lets everybody do, and owes.
  BALINT_UNFOLDED constexpr void look_at_stage(const engine& machine, std::uint8_t stage) noexcept {
    able = asked = observers = owing = 0;
    owed_count_ = 0;
    const auto replies = last_act.index < act_count<P> ? detail::acts_in_reply_to<P>[last_act.index] : 0;
    std::uint64_t makers = 0;
    each_act([&](std::size_t act) {
      const auto& row = detail::table_of<P>.acts.items[act];
      if (row.home == detail::none && row.does == effect::none) observers |= detail::able_to(machine, act, stage);
      if (row.home != stage) return;
      const auto who = detail::able_to(machine, act, stage);
      can[act] = who;
      able |= who;
      if (((replies >> act) & 1U) != 0) asked |= who;
      if (row.does == effect::makes_case || row.does == effect::makes_option) makers |= who;
    });
    machine.each_owed(stage, [&](std::uint8_t item) {
      const auto by = machine.owed_by(item);
      owed_[owed_count_] = item;
      owed_by_[owed_count_++] = by;
      const auto act = machine.owed_act(item);
      if (act == detail::none) {
        owing |= makers;
      } else if (detail::table_of<P>.acts[act].home == stage) {
        owing |= can[act] & by;
      }
    });
    is_complete = owed_count_ == 0;
  }

  /// Calls f with each act: a loop, or where the compiler optimises one call after the other, in which it is a
  /// constant.
  template <typename F>
  BALINT_UNFOLDED static constexpr void each_act(F f) {
    if constexpr (balint::detail::unfolds_acts) {
      [&]<std::size_t... Acts>(std::index_sequence<Acts...>) {
        (f(Acts), ...);
      }(std::make_index_sequence<act_count<P>>{});
    } else {
      for (std::size_t act = 0; act < act_count<P>; ++act) f(act);
    }
  }
  template <std::size_t Stage>
  [[gnu::flatten]] static constexpr void look_at_one(moment& self, const engine& machine) noexcept {
    self.look_at_stage(machine, Stage);
  }
  template <std::size_t... Stages>
  static consteval auto unfold(std::index_sequence<Stages...>) {
    return plain_array<void (*)(moment&, const engine&) noexcept, P::order::size>{{look_at_one<Stages>...}};
  }
  static constexpr auto ways_to_look = unfold(std::make_index_sequence<P::order::size>{});
};

}  // namespace balint::simulation
