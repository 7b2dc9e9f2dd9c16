// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The streams of one player: one for each purpose, so that nothing that is drawn moves anything else.
#include <balint/random/purpose.hpp>
#include <balint/random/stream.hpp>

#include <cstdint>

namespace balint::simulation {

/// What a player draws from. Each stage has draws of its own, so that one draw more in a stage moves nothing in the
/// next.
template <random::audit Audit = random::no_audit>
struct basic_draws {
  /// The stream of a player's draws.
  using stream = random::basic_stream<Audit>;

  /// When the player speaks: drawn from by the session alone.
  stream floor;
  /// Which act.
  stream act;
  /// On what target.
  stream target;
  /// For how long.
  stream hold;
  /// Whether the player is away.
  stream absence;

  /// Streams of nobody, to be assigned to.
  basic_draws() = default;
  /// The streams of a player.
  basic_draws(const random::address& where, std::uint8_t player, Audit told = {}) noexcept
      : floor(where, random::purpose::floor, player, told),
        act(where, random::purpose::act, player, told),
        target(where, random::purpose::target, player, told),
        hold(where, random::purpose::hold, player, told),
        absence(where, random::purpose::absence, player, told) {}

  /// Goes on with the draws of a stage, of which nothing was drawn yet.
  void enter(std::uint8_t stage) noexcept {
    for (stream* one : {&floor, &act, &target, &hold, &absence}) one->turn_to(stage);
  }
};

/// Streams that nobody audits.
using draws = basic_draws<>;

}  // namespace balint::simulation
