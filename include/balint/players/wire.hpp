// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The protocol `balint-player/1` between a program that simulates sessions and players outside: its limits, and what
/// may go wrong with a player.
#include <balint/vocabulary/detail/name_at.hpp>

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <span>
#include <string_view>

namespace balint::players {

/// The versions of the protocol that are spoken here; the highest that a player speaks, too, is taken.
inline constexpr std::uint32_t spoken_versions[]{1};
/// Whether a version is one of them.
[[nodiscard]] constexpr bool is_spoken(std::uint64_t version) noexcept {
  for (const auto one : spoken_versions) {
    if (one == version) return true;
  }
  return false;
}

/// The longest line that a player may write, in bytes, without its end.
inline constexpr std::size_t longest_line = std::size_t{1} << 16U;
/// For how long a player may be silent after `hello`, in milliseconds.
inline constexpr std::uint32_t hello_limit = 10'000;

/// What went wrong with a player. Of one answer it is the first of these that holds.
enum class trouble : std::uint8_t {
  none,         ///< Nothing.
  died,         ///< The player ended, or closed its output or its input.
  timed_out,    ///< There was no answer in time.
  too_long,     ///< A line of more than 64 KiB.
  not_json,     ///< A line that is no message of the protocol: broken JSON, or a key that it does not have.
  unknown_id,   ///< An answer to what was never asked.
  late,         ///< An answer to what is no longer asked.
  unknown_act,  ///< An act that the protocol of the session does not have, or with another target than it takes.
  stale,        ///< An act that was legal when it was asked for, and that somebody else's act made illegal since.
  refused,      ///< An act that the session refused.
  failed,       ///< The player said that it has no answer.
};
/// How many there are, `none` included.
inline constexpr std::size_t trouble_count = 11;
namespace detail {
inline constexpr std::string_view trouble_names[trouble_count]{"none",     "died",       "timed_out", "too_long",
                                                               "not_json", "unknown_id", "late",      "unknown_act",
                                                               "stale",    "refused",    "failed"};
}  // namespace detail
/// The name of what went wrong.
[[nodiscard]] constexpr std::string_view name_of(trouble what) noexcept {
  return balint::detail::name_at(detail::trouble_names, trouble_count, static_cast<std::size_t>(what));
}
/// What has that name.
[[nodiscard]] constexpr std::optional<trouble> find_trouble(std::string_view name) noexcept {
  for (std::size_t i = 0; i < trouble_count; ++i) {
    if (detail::trouble_names[i] == name) return static_cast<trouble>(i);
  }
  return std::nullopt;
}

/// Why a player could not be greeted, so that no session begins.
enum class greeting_fault : std::uint8_t {
  none,            ///< It was greeted.
  not_allowed,     ///< Nobody gave the permission to run commands.
  died,            ///< It ended, or closed its output.
  timed_out,       ///< It did not say `ready` in time.
  no_ready,        ///< What it said first was no `ready`.
  no_version,      ///< It speaks no version of the protocol that is spoken here.
  tells_a_secret,  ///< Its name or version has the value of a variable in it that it was given.
};
/// The name of a reason.
[[nodiscard]] constexpr std::string_view name_of(greeting_fault why) noexcept {
  constexpr std::string_view names[]{"none",     "not_allowed", "died",          "timed_out",
                                     "no_ready", "no_version",  "tells_a_secret"};
  return balint::detail::name_at(names, std::size(names), static_cast<std::size_t>(why));
}

}  // namespace balint::players
