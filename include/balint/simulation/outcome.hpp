// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// How far a simulated session may go, and how it came out.
#include <balint/session/state.hpp>
#include <balint/vocabulary/time.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace balint::simulation {

/// How far a simulated session may go. One that reaches a cap is cut off, which is another thing than being terminated.
struct caps {
  /// The most events.
  std::uint32_t max_events = 5'000;
  /// The longest it may last.
  std::int64_t max_minutes = 600;
  /// The most turns in a row in which nothing is recorded: silence, or an act that is refused.
  std::uint32_t max_silent_turns = 1'000;
};

/// Why a simulated session stopped.
enum class stop : std::uint8_t {
  running,               ///< It has not.
  closed,                ///< It came to its end.
  terminated,            ///< It was ended by who may end it at any time.
  truncated_by_events,   ///< `max_events` was reached.
  truncated_by_time,     ///< `max_minutes` was reached.
  truncated_by_silence,  ///< `max_silent_turns` was reached, or nobody wants the floor.
};

/// The name of a reason.
[[nodiscard]] constexpr std::string_view name_of(stop why) noexcept {
  constexpr std::string_view names[]{
      "running", "closed", "terminated", "truncated_by_events", "truncated_by_time", "truncated_by_silence"};
  return names[static_cast<std::size_t>(why)];
}
/// Whether a cap cut the session off.
[[nodiscard]] constexpr bool is_truncated(stop why) noexcept { return why >= stop::truncated_by_events; }

/// What a simulated session came to. It says nothing about people.
struct outcome {
  /// Why it stopped.
  stop why = stop::running;
  /// How long it lasted.
  time_span length{};
  /// How many events were recorded.
  std::uint32_t events = 0;
  /// How often somebody took the floor and did nothing.
  std::uint32_t silences = 0;
  /// How often somebody tried what the session refused.
  std::uint32_t refused = 0;

  friend constexpr bool operator==(const outcome&, const outcome&) = default;
};

}  // namespace balint::simulation
