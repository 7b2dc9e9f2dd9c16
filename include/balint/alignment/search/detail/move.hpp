// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The moves of an alignment, what each costs, and where an aligned trace ends: to change what a repair may do
/// changes it here.
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/detail/table.hpp>
#include <balint/session/detail/engine.hpp>
#include <balint/session/state.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/session/event.hpp>
#include <balint/vocabulary/id.hpp>

#include <algorithm>
#include <cstdint>

namespace balint::detail {

/// The kinds of moves.
enum class move_kind : std::uint8_t {
  synchronous,  ///< The trace and the protocol move together: an event of the trace stays.
  on_log,       ///< The trace moves alone: an event of the trace goes.
  on_model,     ///< The protocol moves alone: an event comes in.
};

/// A move that changes the trace.
template <typename P>
struct aligned_move {
  move_kind kind = move_kind::on_log;
  std::uint64_t at = 0;  ///< A position of the trace, from 0: of the event that goes, or before which one comes in.
  event<P> what{};

  friend constexpr bool operator==(const aligned_move&, const aligned_move&) = default;
};

/// A cost that no alignment has.
inline constexpr std::uint32_t out_of_reach = 0x3FFFFFFF;

/// The sum of two costs; what is out of reach stays so.
[[nodiscard]] constexpr std::uint32_t add_costs(std::uint32_t a, std::uint32_t b) noexcept {
  return (std::min)(a + b, out_of_reach);
}

/// What a move of each act of P costs.
template <typename P>
struct move_costs {
  /// An event that stays costs nothing. An aligned trace has no act that P does not know, and ends in one way only.
  [[nodiscard]] static constexpr std::uint32_t synchronous(act_id<P> act, ending aim) noexcept {
    if (act.index >= table<P>::act_count) return out_of_reach;
    switch (table_of<P>.acts[act.index].does) {
      case effect::closes: return aim == ending::closed ? 0 : out_of_reach;
      case effect::terminates: return aim == ending::terminated ? 0 : out_of_reach;
      default: return 0;
    }
  }
  /// Every event may go, but for protected ones.
  [[nodiscard]] static constexpr std::uint32_t on_log(act_id<P>) noexcept { return 1; }
  /// Every event may come in where the session accepts it.
  [[nodiscard]] static constexpr std::uint32_t on_model(act_id<P>) noexcept { return 1; }
  /// The least that anything costs that comes in.
  [[nodiscard]] static constexpr std::uint32_t least_on_model() noexcept {
    auto least = out_of_reach;
    for (std::uint16_t i = 0; i < table<P>::act_count; ++i) least = (std::min)(least, on_model({i}));
    return least;
  }
};

/// Whether an event can stay in an aligned trace that ends so, if the session accepts it.
template <typename P>
[[nodiscard]] constexpr bool may_stay(act_id<P> act, ending aim) noexcept {
  return move_costs<P>::synchronous(act, aim) != out_of_reach;
}
/// Whether an act is protected: a repair never takes out one that the session would accept. To name a breach, to answer
/// it, to end the session, to leave and to decline are rights, and a record without them would be falsified.
template <typename P>
[[nodiscard]] constexpr bool is_protected(act_id<P> act) noexcept {
  if (act.index >= table<P>::act_count) return false;
  switch (table_of<P>.acts[act.index].does) {
    case effect::flags:
    case effect::reminds:
    case effect::terminates:
    case effect::withdraws:
    case effect::declines_case: return true;
    default: return false;
  }
}
/// Whether an aligned trace that ends so may end here, when all of it was read.
template <protocol P>
[[nodiscard]] constexpr bool is_aim(const engine<P>& now, ending aim) noexcept {
  return now.remembered().ended == static_cast<std::uint8_t>(aim);
}

}  // namespace balint::detail
