// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Model coverage: which cells of a protocol a set of traces exercises, which codes, which moves.
#include <balint/group/form.hpp>
#include <balint/protocol/clause.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/detail/table.hpp>
#include <balint/protocol/lookup.hpp>
#include <balint/session/session.hpp>
#include <balint/vocabulary/code.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/session/event.hpp>
#include <balint/vocabulary/id.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace balint {

/// How often a cell was exercised: an act in a stage by a holder of a role.
struct cell_count {
  /// How often such an event was accepted.
  std::uint64_t accepted = 0;
  /// How often it was refused.
  std::uint64_t refused = 0;
  friend constexpr bool operator==(const cell_count&, const cell_count&) = default;
};

/// How many of a number of things were seen.
struct share {
  /// How many were seen.
  std::size_t seen = 0;
  /// How many there are.
  std::size_t of = 0;
  /// Whether all were seen.
  [[nodiscard]] constexpr bool is_whole() const noexcept { return seen == of; }
  friend constexpr bool operator==(const share&, const share&) = default;
};

/// What a set of traces exercises of protocol P. It says something about the traces, nothing about people.
///
/// A cell is a stage, an act and a role: an office as it was given, the presenter's, or none, for people who are not of
/// the group. A cell is open where the declaration lets a holder of the role do the act in the stage; it is exercised
/// when the act was accepted there. Any other cell is exercised when the act was tried there; somebody who holds two
/// roles may be let do it by the other one.
template <protocol P>
class coverage {
 public:
  /// How many roles a cell can have.
  static constexpr std::size_t role_count = P::offices::size + 2;

  /// Begins a trace: what stands against its group is seen.
  constexpr void begin(const formation<P>& people) noexcept {
    for (const auto& error : people.errors) ++codes_[static_cast<std::size_t>(error.code)];
    ++traces_;
    last_ = nothing;
  }
  /// Sees an event of a trace, with the session as it was before and as a session or a judge left it.
  constexpr void see(const session<P>& before, const event<P>& e, const session<P>& after) noexcept {
    ++events_;
    const auto answer = before.can(e);
    if (!answer) ++codes_[static_cast<std::size_t>(answer.error().code)];
    if (before.stage() != after.stage()) moves_[before.stage().index] |= detail::bit(after.stage().index);
    if (e.act.index >= act_count<P>) return;
    for (std::size_t role = 0; role < role_count; ++role) {
      if (!holds(before, e.by, role)) continue;
      auto& cell = cells_[position(before.stage(), e.act, role)];
      ++(answer ? cell.accepted : cell.refused);
    }
    if (!answer) return;
    if (last_ != nothing) pairs_[last_] |= detail::bit(e.act.index);
    last_ = e.act.index;
  }

  /// The name of a role of cells; "stranger" for people who are not of the group. Where nobody can be the presenter,
  /// that role has no cell.
  [[nodiscard]] static constexpr std::string_view role_name(std::size_t role) noexcept {
    if (role < P::offices::size) return P::offices::names[role];
    if (role > P::offices::size) return "stranger";
    if constexpr (requires { P::presented_by::name; }) {
      return P::presented_by::name;
    } else {
      return "presenter";
    }
  }
  /// Whether the declaration lets a holder of a role do an act in a stage.
  [[nodiscard]] static constexpr bool is_open(stage_id<P> stage, act_id<P> act, std::size_t role) noexcept {
    if (!has_cell(stage, act, role)) return false;
    const auto& row = detail::table_of<P>.acts[act.index];
    if (((row.stages >> stage.index) & 1U) == 0 || role + 1 == role_count) return false;
    if (row.does == effect::passes && !is_a_turn_owed(stage)) return false;
    if (row.does == effect::opens && stage.index != 0) return false;
    return detail::names_base<P>(row.who, static_cast<std::uint8_t>(role));
  }
  /// How often a cell was exercised.
  [[nodiscard]] constexpr cell_count cell(stage_id<P> stage, act_id<P> act, std::size_t role) const noexcept {
    return has_cell(stage, act, role) ? cells_[position(stage, act, role)] : cell_count{};
  }
  /// How often a code was met, as a refusal or as an error of a group.
  [[nodiscard]] constexpr std::uint64_t times(code met) const noexcept {
    return static_cast<std::size_t>(met) < code_count ? codes_[static_cast<std::size_t>(met)] : 0;
  }
  /// Whether a trace moved from one stage to another.
  [[nodiscard]] constexpr bool moved(stage_id<P> from, stage_id<P> to) const noexcept {
    return from.index < P::order::size && to.index < P::order::size && ((moves_[from.index] >> to.index) & 1U) != 0;
  }
  /// Whether one act was accepted, and another one was the next to be accepted.
  [[nodiscard]] constexpr bool followed(act_id<P> first, act_id<P> next) const noexcept {
    return first.index < act_count<P> && act_set<P>{pairs_[first.index]}.contains(next);
  }
  /// How many traces were begun.
  [[nodiscard]] constexpr std::uint64_t traces() const noexcept { return traces_; }
  /// How many events were seen.
  [[nodiscard]] constexpr std::uint64_t events() const noexcept { return events_; }

  /// Calls f with each cell that there can be: stage, act, role, and whether it is open. Nobody is the presenter before
  /// a stage in which a case is selected or taken.
  template <typename F>
  static constexpr void each_cell(F f) {
    for (std::uint8_t stage = 0; stage < P::order::size; ++stage) {
      for (std::uint16_t act = 0; act < act_count<P>; ++act) {
        for (std::size_t role = 0; role < role_count; ++role) {
          if (role == P::offices::size && stage < first_with_presenter()) continue;
          f(stage_id<P>{stage}, act_id<P>{act}, role, is_open(stage_id<P>{stage}, act_id<P>{act}, role));
        }
      }
    }
  }
  /// How many of the open cells had an event accepted.
  [[nodiscard]] constexpr share open_cells() const noexcept { return cells_that(true); }
  /// How many of the other cells had an event at all.
  [[nodiscard]] constexpr share closed_cells() const noexcept { return cells_that(false); }
  /// Whether a refusal can be met in this protocol: there is an act that it could answer.
  [[nodiscard]] static constexpr bool can_be_met(code why) noexcept {
    const auto any = [](auto fits) {
      for (const auto& row : detail::table_of<P>.acts) {
        if (fits(row)) return true;
      }
      return false;
    };
    const auto has = [&](effect does) { return any([does](const auto& row) { return row.does == does; }); };
    switch (why) {
      case code::nothing_owed: return has(effect::passes);
      case code::not_absent: return has(effect::rejoins);
      case code::somebody_leads: return has(effect::takes_lead);
      case code::leader_is_presenter: return has(effect::selects_case) || has(effect::takes_case);
      case code::not_supported: return has(effect::selects_case) && has(effect::supports_case);
      case code::too_many_options: return has(effect::makes_option);
      case code::flag_open: return has(effect::flags);
      case code::supervisor_absent: return any([](const auto& row) { return row.attended != 0; });
      default: return is_refusal(why);
    }
  }
  /// How many of the refusals that can be met were met.
  [[nodiscard]] constexpr share refusals() const noexcept {
    share all;
    for (std::size_t i = 0; i < code_count; ++i) {
      if (!can_be_met(static_cast<code>(i))) continue;
      ++all.of;
      if (codes_[i] != 0) ++all.seen;
    }
    return all;
  }
  /// How many of the pairs of acts were accepted one right after the other; not every pair can be.
  [[nodiscard]] constexpr share pairs() const noexcept {
    share all{0, act_count<P> * act_count<P>};
    for (const auto next : pairs_) all.seen += act_set<P>{next}.size();
    return all;
  }

 private:
  static constexpr std::uint16_t nothing = 0xFFFF;

  [[nodiscard]] static constexpr std::size_t first_with_presenter() noexcept {
    std::size_t first = P::order::size;
    for (const auto& row : detail::table_of<P>.acts) {
      const bool selects = row.does == effect::selects_case || row.does == effect::takes_case;
      if (selects && row.home < first) first = row.home;
    }
    return first;
  }
  [[nodiscard]] static constexpr bool is_a_turn_owed(stage_id<P> stage) noexcept {
    for (const auto& duty : detail::table_of<P>.duties) {
      const bool can_be_passed = duty.passable || duty.due == quota::each || duty.due == quota::each_at_least_once;
      if (duty.stage == stage.index && can_be_passed) return true;
    }
    return false;
  }

  /// Whether P has such a stage and act, and such a role can be asked for.
  [[nodiscard]] static constexpr bool has_cell(stage_id<P> stage, act_id<P> act, std::size_t role) noexcept {
    return stage.index < P::order::size && act.index < act_count<P> && role < role_count;
  }
  [[nodiscard]] static constexpr std::size_t position(stage_id<P> stage, act_id<P> act, std::size_t role) noexcept {
    return (stage.index * act_count<P> + act.index) * role_count + role;
  }
  [[nodiscard]] static constexpr bool holds(const session<P>& now, person_id who, std::size_t role) noexcept {
    if (who.index >= now.people().size()) return role + 1 == role_count;
    if (role < P::offices::size) return now.people().holders(role).contains(who);
    return role == P::offices::size && now.presenter() == who;
  }
  [[nodiscard]] constexpr share cells_that(bool are_open) const noexcept {
    share all;
    each_cell([&](stage_id<P> stage, act_id<P> act, std::size_t role, bool open) {
      if (open != are_open) return;
      ++all.of;
      const auto count = cell(stage, act, role);
      if (count.accepted != 0 || (!open && count.refused != 0)) ++all.seen;
    });
    return all;
  }

  std::array<cell_count, P::order::size * act_count<P> * role_count> cells_{};
  std::array<std::uint64_t, code_count> codes_{};
  std::array<std::uint64_t, P::order::size> moves_{};
  std::array<std::uint64_t, act_count<P>> pairs_{};
  std::uint64_t traces_ = 0;
  std::uint64_t events_ = 0;
  std::uint16_t last_ = nothing;
};

}  // namespace balint
