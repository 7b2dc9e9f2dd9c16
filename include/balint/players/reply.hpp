// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What a player answered to an ask, and what players say of themselves.
#include <balint/log/event_record.hpp>
#include <balint/players/message.hpp>
#include <balint/players/wire.hpp>

#include <cstdint>
#include <string>

namespace balint::players {

/// What came of an ask: an act by name, silence, or what went wrong.
struct reply {
  /// What went wrong; `none`: it was answered.
  trouble what = trouble::none;
  /// Whether it was answered that nothing is done.
  bool is_silence = false;
  /// The act by name.
  std::string act = {};
  /// Which targets it has,
  target_kinds targets = {};
  /// and which of that kind: the name of a person or of a rule,
  std::string target_name = {};
  /// or the number of an option.
  std::uint16_t option = 0;

  /// What a line said.
  [[nodiscard]] static reply of(const message& said) {
    return {.is_silence = said.is_silence,
            .act = std::string(said.said.act),
            .targets = said.said.targets,
            .target_name = std::string(said.said.target_name),
            .option = said.said.option};
  }
  friend bool operator==(const reply&, const reply&) = default;
};

/// What a player says of itself.
struct player_account {
  /// Its name.
  std::string name = {};
  /// Its own version.
  std::string version = {};
  /// Whether it says the same whenever it is asked the same with the same seed.
  bool is_deterministic = false;

  friend bool operator==(const player_account&, const player_account&) = default;
};

}  // namespace balint::players
