// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Snapshots: the state of a session as plain data, and the check of one that comes back from outside.
#include <balint/protocol/lookup.hpp>
#include <balint/session/state.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace balint {

namespace detail {
/// A number that two declarations share only if their stages, acts, offices and rules have the same names in the same
/// order, and their acts are remembered in the same places.
template <typename P>
inline constexpr std::uint64_t fingerprint = [] {
  std::uint64_t h = 0xcbf29ce484222325U;
  const auto mix = [&h](std::string_view text) {
    for (const char c : text) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    h = (h ^ 0xFFU) * 0x100000001b3U;
  };
  mix(P::name);
  for (const auto name : P::order::names) mix(name);
  for (std::size_t i = 0; i < acts_of<P>.count; ++i) mix(acts_of<P>.names[i]);
  for (const auto name : P::offices::names) mix(name);
  for (const auto name : rules_of<P>::names) mix(name);
  for (const auto& row : table_of<P>.acts) {
    const std::uint64_t parts[]{row.home, row.slot, row.weighing, row.exactly_once};
    for (const auto part : parts) h = (h ^ part) * 0x100000001b3U;
  }
  return h;
}();
}  // namespace detail

/// The state of a session, as plain data without padding or pointers: it may be copied byte by byte and stored.
/// It holds no names and no content, and belongs to a group of the same people in the same order.
/// @snippet run_time_session.cpp snapshot
template <protocol P>
struct snapshot {
  /// The version of this layout.
  static constexpr std::uint32_t current_version = 1;

  /// Stands for the declaration, so that a snapshot of another one is not taken back.
  std::uint64_t fingerprint = detail::fingerprint<P>;
  /// The version it was written in.
  std::uint32_t version = current_version;
  /// How many people the group has.
  std::uint32_t people = 0;
  /// What the session remembers: numbers alone.
  session_state<P> state{};

  friend constexpr bool operator==(const snapshot&, const snapshot&) = default;
};

/// Why a snapshot is not taken back.
enum class snapshot_error : std::uint8_t {
  other_version,   ///< Written by another version of the layout.
  other_protocol,  ///< Of another protocol, or of another declaration of it.
  other_group,     ///< Of a group of another size.
  impossible,      ///< No session of this group can be in that state.
};

/// The name of a snapshot error.
[[nodiscard]] constexpr std::string_view name_of(snapshot_error why) noexcept {
  constexpr std::string_view names[]{"other_version", "other_protocol", "other_group", "impossible"};
  return names[static_cast<std::size_t>(why)];
}

/// What `session::restore` answers of a snapshot that it does not take back.
struct restore_error {
  /// Why.
  snapshot_error why{};
  /// For `impossible`: the name of the first invariant that the state breaks, such as `votes_are_for_cases`.
  std::string_view invariant{};

  friend constexpr bool operator==(const restore_error&, const restore_error&) = default;
  /// Whether that is why.
  friend constexpr bool operator==(const restore_error& a, snapshot_error b) noexcept { return a.why == b; }
};

}  // namespace balint
