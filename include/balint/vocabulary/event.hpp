// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// An event: a recorded act, in 16 bytes.
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/time.hpp>

#include <concepts>
#include <cstdint>

namespace balint {

/// A recorded act of protocol P: when, who, which act, on what. It has no room for content (@source RUL-3).
template <typename P>
struct event {
  /// What `target` holds when the target is none of the session's.
  static constexpr std::uint16_t unknown_target = 0xFFFF;

  /// When, or `unstated`.
  instant at = unstated;
  /// Who, or `nobody` for somebody outside the group.
  person_id by = nobody;
  /// Which act of P; any index from the number of acts upward is an act that P does not know.
  act_id<P> act{0xFFFF};
  /// The index of the target person, case owner or rule, or the option's number; 0 for an act without target.
  std::uint16_t target = 0;

  /// The target as what the act is done to: `e.target_as<case_id>()`.
  template <typename Target>
  [[nodiscard]] constexpr Target target_as() const noexcept {
    if constexpr (std::same_as<Target, case_id>) {
      return {target_as<person_id>()};
    } else if constexpr (std::same_as<Target, option_id>) {
      return {target};
    } else {
      return {target > 0xFF ? std::uint8_t{0xFF} : static_cast<std::uint8_t>(target)};
    }
  }

  friend constexpr bool operator==(const event&, const event&) = default;
};

namespace detail {
constexpr std::uint16_t raw(no_target) noexcept { return 0; }
constexpr std::uint16_t raw(person_id id) noexcept { return id == nobody ? std::uint16_t{0xFFFF} : id.index; }
constexpr std::uint16_t raw(case_id id) noexcept { return raw(id.owner); }
constexpr std::uint16_t raw(option_id id) noexcept { return id.number; }
constexpr std::uint16_t raw(rule_id id) noexcept { return id.index; }
}  // namespace detail

}  // namespace balint
