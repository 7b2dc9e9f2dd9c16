// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// How players outside are run.
#include <balint/players/wire.hpp>
#include <balint/process/child.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace balint::players {

/// Whether commands may be run. Whoever runs a scenario gives the permission, never the scenario.
enum class permission : bool { denied, given };

/// A player outside: a command, and how it is treated.
struct player_command {
  /// For the shell.
  std::string line = {};
  /// The variables of the environment that it gets, by name: no others, but for a PATH of the system's folders. Their
  /// values are written nowhere.
  std::vector<std::string> variables = {};
  /// How long it may take for an answer, in milliseconds from when its ask was written.
  std::uint32_t limit = 60'000;
  /// How long it may take for `ready`, in milliseconds.
  std::uint32_t greeting_limit = hello_limit;
  /// How many asks it has at once, at most; fewer, if it takes fewer.
  std::size_t max_in_flight = 4'096;
  /// How often it is started again after it died.
  std::uint32_t restarts = 1;
  /// How long it may take to end once its input is closed, in milliseconds, and how long after SIGTERM.
  std::uint32_t grace = 500;
};

namespace detail {

/// The value of a variable; null: there is none.
[[nodiscard]] inline const char* value_of(const std::string& variable) {
  return std::getenv(variable.c_str());  // NOLINT(concurrency-mt-unsafe): nobody here sets one
}
/// The command as a child is run.
[[nodiscard]] inline child_command started(const player_command& what) {
  child_command how{.line = what.line, .is_clean = true, .environment = {}, .grace = what.grace};
  bool has_path = false;
  for (const auto& name : what.variables) {
    has_path = has_path || name == "PATH";
    if (const char* const value = value_of(name); value != nullptr) how.environment.push_back(name + "=" + value);
  }
  if (!has_path) how.environment.emplace_back("PATH=/usr/local/bin:/usr/bin:/bin");
  return how;
}
/// Whether a text tells the value of a variable.
[[nodiscard]] inline bool tells_a_secret(const player_command& what, std::string_view text) {
  for (const auto& name : what.variables) {
    const char* const value = name == "PATH" ? nullptr : value_of(name);
    if (value != nullptr && *value != '\0' && text.find(value) != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace detail

}  // namespace balint::players
