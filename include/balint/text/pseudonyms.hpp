// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// How messages name people, and when they do.
#include <balint/text/catalogue.hpp>
#include <balint/vocabulary/id.hpp>

#include <cstdint>
#include <span>
#include <string_view>

namespace balint {

/// The pseudonyms that messages name people by, and where in the record the thing stands that they are about. Words of
/// a log that the protocol does not know are never shown: the line is.
struct pseudonyms {
  /// The pseudonym of each person of the group, by position.
  std::span<const std::string_view> ids{};
  /// Who is not in the group, as the log names them; empty: as the words of the message have it.
  std::string_view outsider{};
  /// The line of the record; 0: not known.
  std::uint64_t line = 0;
  /// The line of an earlier event that it is about, such as that of leaving; 0: not known.
  std::uint64_t earlier_line = 0;

  /// What a message calls a person.
  [[nodiscard]] constexpr std::string_view operator()(person_id who) const noexcept {
    if (who.index < ids.size()) return ids[who.index];
    return outsider.empty() ? find_phrase("word.somebody") : outsider;
  }
};

/// Whether a message that ties the use of a right to people counts them or names them. Names are for the leader's view.
enum class naming : std::uint8_t {
  counted,  ///< How many they are.
  by_id,    ///< Their pseudonyms as well.
};

}  // namespace balint
