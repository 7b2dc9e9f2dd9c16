// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// An entry of a transcript, and what a transcript keeps.
#include <balint/protocol/concepts.hpp>
#include <balint/vocabulary/code.hpp>
#include <balint/session/event.hpp>
#include <balint/vocabulary/id.hpp>

#include <cstdint>

namespace balint {

/// What a transcript keeps.
enum class keeping : std::uint8_t {
  accepted,  ///< What took effect.
  all,       ///< What was refused as well, with its code.
};

/// Something that was recorded, and what the session made of it.
template <protocol P>
struct transcript_entry {
  /// What was recorded.
  event<P> what{};
  /// Whether it took effect.
  bool is_accepted = true;
  /// Why not, where it did not.
  balint::code why{};

  friend constexpr bool operator==(const transcript_entry&, const transcript_entry&) = default;
};

/// Who did an act last, according to the entries of a transcript; `nobody` if it is not among them.
template <protocol P, typename Entries>
[[nodiscard]] constexpr person_id last_by(const Entries& entries, act_id<P> act) noexcept {
  person_id who = nobody;
  for (const transcript_entry<P>& one : entries) {
    if (one.is_accepted && one.what.act == act) who = one.what.by;
  }
  return who;
}

}  // namespace balint
