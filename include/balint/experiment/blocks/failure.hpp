// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Why an experiment was not run, or its results not put together.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace balint::experiment {

/// What went wrong.
enum class fault : std::uint8_t {
  bad_plan,        ///< The plan cannot be run.
  exists,          ///< There are results already, and it was not asked to go on with them.
  other_scenario,  ///< They are of another scenario.
  other_plan,      ///< They are of another plan of the same scenario: other arms, metrics or files.
  other_version,   ///< They are of another version of the library.
  other_streams,   ///< They are of another version of the streams.
  more_sessions,   ///< They are of more sessions than the plan has.
  not_written,     ///< Something could not be written.
  not_read,        ///< Something could not be read, or is damaged.
  interrupted,     ///< It was interrupted.
};

/// The name of a fault.
[[nodiscard]] constexpr std::string_view name_of(fault what) noexcept {
  constexpr std::string_view names[]{"bad_plan",      "exists",        "other_scenario", "other_plan", "other_version",
                                     "other_streams", "more_sessions", "not_written",    "not_read",   "interrupted"};
  return names[static_cast<std::size_t>(what)];
}

/// What went wrong, and a sentence about it.
struct failure {
  /// What.
  fault what = fault::bad_plan;
  /// In words: which file, or both hashes.
  std::string text;
};

}  // namespace balint::experiment
