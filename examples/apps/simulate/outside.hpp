// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The players outside of an experiment: their processes, or the cassette of their answers.
#include "scenario.hpp"

#include <balint/players/pool.hpp>

#include <cstdio>
#include <expected>
#include <memory>
#include <string>

/// What the command line says about players outside. A scenario never gives the permission to run its commands.
struct outside_wishes {
  bool is_allowed = false;  ///< Whether commands may be run.
  std::string record;       ///< The cassette to write; empty: none.
  std::string replay;       ///< `replay:FILE`, the cassette to play from; empty: none.
  bool goes_on = false;     ///< Whether what is recorded follows what the cassette has already.
};

/// Players that were greeted. They are finished when this ends.
class outside_players {
 public:
  /// Greets those of an experiment, or begins their cassette; null where nobody plays outside. Or says why not.
  [[nodiscard]] static std::expected<std::unique_ptr<outside_players>, std::string> begin(const experiment& of,
                                                                                          const outside_wishes& wishes,
                                                                                          const std::string& run);
  outside_players(const outside_players&) = delete;
  outside_players& operator=(const outside_players&) = delete;
  ~outside_players();

  /// The players, in the order of the scenario.
  [[nodiscard]] balint::players::player_pool& pool() { return *pool_; }
  /// Says goodbye; false: the cassette could not be written.
  [[nodiscard]] bool finish();
  /// The rows of `players.csv`: how often each was asked, and what came of it, in this run.
  [[nodiscard]] std::string table(const experiment& of);

 private:
  outside_players() = default;
  std::FILE* tape_ = nullptr;
  std::unique_ptr<balint::players::player_pool> pool_;
};

/// The options with which a run goes on as it was begun.
[[nodiscard]] std::string options_of(const outside_wishes& wishes);
