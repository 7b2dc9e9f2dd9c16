// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// A target at run time: what an act is done to, with its kind.
#include <balint/vocabulary/id.hpp>

#include <concepts>
#include <cstdint>

namespace balint {

namespace detail {
/// The number of a target that is none of the session's.
inline constexpr std::uint16_t unknown_target = 0xFFFF;

constexpr std::uint16_t raw(no_target) noexcept { return 0; }
constexpr std::uint16_t raw(person_id id) noexcept { return id == nobody ? unknown_target : id.index; }
constexpr std::uint16_t raw(case_id id) noexcept { return raw(id.owner); }
constexpr std::uint16_t raw(option_id id) noexcept { return id.number; }
constexpr std::uint16_t raw(rule_id id) noexcept { return id == no_rule ? unknown_target : id.index; }

/// The id behind a number, of what the act is done to.
template <typename Target>
[[nodiscard]] constexpr Target from_raw(std::uint16_t number) noexcept {
  if constexpr (std::same_as<Target, case_id>) {
    return {from_raw<person_id>(number)};
  } else if constexpr (std::same_as<Target, option_id>) {
    return {number};
  } else if constexpr (std::same_as<Target, no_target>) {
    return {};
  } else {
    return {number > 0xFF ? std::uint8_t{0xFF} : static_cast<std::uint8_t>(number)};
  }
}
struct target_access;
}  // namespace detail

/// What an act is done to, where the act is known at run time alone: a case, an option, a rule, a person, or nothing.
/// Made from any of their ids: `target on = case_id{boris};`.
class target {
 public:
  /// Nothing: the target of an act that has none.
  constexpr target() = default;
  /// The same.
  constexpr target(no_target) noexcept {}
  /// A case.
  constexpr target(case_id one) noexcept : target(target_kind::case_of, detail::raw(one)) {}
  /// An option.
  constexpr target(option_id one) noexcept : target(target_kind::option, one.number) {}
  /// A rule.
  constexpr target(rule_id one) noexcept : target(target_kind::rule, detail::raw(one)) {}
  /// A person.
  constexpr target(person_id one) noexcept : target(target_kind::person, detail::raw(one)) {}
  /// One of that kind that is none of the session's, such as a name that a log has and the group has not.
  [[nodiscard]] static constexpr target unknown(target_kind kind) noexcept {
    return {kind, kind == target_kind::none ? std::uint16_t{0} : detail::unknown_target};
  }

  /// What it is.
  [[nodiscard]] constexpr target_kind kind() const noexcept { return static_cast<target_kind>(value_ >> 16U); }
  /// Whether it is none of any session's: somebody outside every group, no option, no rule.
  [[nodiscard]] constexpr bool is_unknown() const noexcept {
    switch (kind()) {
      case target_kind::none: return false;
      case target_kind::option: return number() == 0 || number() > max_options;
      case target_kind::rule: return number() >= 0xFF;
      case target_kind::case_of:
      case target_kind::person: break;
    }
    return number() >= max_people;
  }
  /// The id: `on.as<case_id>()`. Of another kind than it is: nobody's case, option 0, `no_rule` or `nobody`.
  template <typename Target>
  [[nodiscard]] constexpr Target as() const noexcept {
    if (detail::kind_of<Target> == kind()) return detail::from_raw<Target>(number());
    return detail::from_raw<Target>(std::same_as<Target, option_id> ? std::uint16_t{0} : detail::unknown_target);
  }
  friend constexpr bool operator==(target, target) = default;

 private:
  friend struct detail::target_access;
  constexpr target(target_kind kind, std::uint16_t number) noexcept
      : value_(static_cast<std::uint32_t>(kind) << 16U | number) {}
  [[nodiscard]] constexpr std::uint16_t number() const noexcept { return static_cast<std::uint16_t>(value_); }

  std::uint32_t value_ = 0;  // in one piece, so that it is passed in a register: the number, and above it the kind
};

namespace detail {
/// The number of a target as events have it, and the target that a number is.
struct target_access {
  static constexpr std::uint16_t number(target of) noexcept { return of.number(); }
  static constexpr target of(target_kind kind, std::uint16_t number) noexcept {
    return kind == target_kind::none ? target{} : target{kind, number};
  }
};
}  // namespace detail

/// Why there is no event of an act on a target.
enum class target_error : std::uint8_t {
  missing,      ///< The act is done to something, and nothing was given.
  superfluous,  ///< The act is done to nothing, and something was given.
  wrong_kind,   ///< The act is done to something of another kind.
};

}  // namespace balint
