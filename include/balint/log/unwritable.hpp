// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Why something is not written to a log.
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace balint {

/// Why something is not written to a log: nothing is written that a reader would refuse.
enum class unwritable : std::uint8_t {
  no_pseudonym,    ///< An id that may be a name (@source RUL-3).
  no_office,       ///< Somebody without an office.
  unknown_person,  ///< `by` is not in the group.
  unknown_act,     ///< Not an act of the protocol.
  unknown_target,  ///< No case, option, rule or person that could exist.
};

/// The name of a reason not to write.
[[nodiscard]] constexpr std::string_view name_of(unwritable why) noexcept {
  constexpr std::string_view names[]{"no_pseudonym", "no_office", "unknown_person", "unknown_act", "unknown_target"};
  return names[static_cast<std::size_t>(why)];
}

}  // namespace balint
