// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Strong identifiers: a person is not a case, a case is not an option, and none of them is a number.
#include <compare>
#include <cstdint>

namespace balint {

/// The most people a group can have. @source house
inline constexpr unsigned max_people = 64;
/// The most options a session can have. @source house
inline constexpr unsigned max_options = 256;

/// A person of the group, by position among the different people of the roster (0 to 63). Names never enter the core
/// (@source RUL-3).
struct person_id {
  /// The position, 0 to 63; 255: nobody.
  std::uint8_t index{};
  friend constexpr auto operator<=>(person_id, person_id) = default;
};

/// Nobody: what an event carries whose `by` or `to` is not in the group.
inline constexpr person_id nobody{0xFF};

/// A presented case, named by its owner. @source STG-1
struct case_id {
  /// Whose case it is.
  person_id owner{};
  friend constexpr auto operator<=>(case_id, case_id) = default;
};

/// An option, numbered 1, 2, … in the order proposed; 0 is no option. @source STG-4
struct option_id {
  /// The number, from 1; 0: no option.
  std::uint16_t number{};
  friend constexpr auto operator<=>(option_id, option_id) = default;
};

/// A rule, by position in the rules of a protocol (`rules_of<P>`).
struct rule_id {
  /// The position, from 0.
  std::uint8_t index{};
  friend constexpr auto operator<=>(rule_id, rule_id) = default;
};

/// No rule is broken: a slip of the record, or nothing of a rule's.
inline constexpr rule_id no_rule{0xFF};

/// A stage, by position in the sequence of protocol P: 0 is the first. One of another protocol does not compile.
template <typename P>
struct stage_id {
  /// The position, from 0.
  std::uint8_t index{};
  friend constexpr auto operator<=>(stage_id, stage_id) = default;
};

/// An act, by position in the acts of protocol P; from their number upward it is an act that P does not know. One of
/// another protocol does not compile.
template <typename P>
struct act_id {
  /// The position, from 0: the acts in the order in which the declaration names them first.
  std::uint16_t index{};
  friend constexpr auto operator<=>(act_id, act_id) = default;
};

/// The target of an act that has none.
struct no_target {
  friend constexpr auto operator<=>(no_target, no_target) = default;
};

/// What kind of thing an act is done to.
enum class target_kind : std::uint8_t {
  none,     ///< Nothing: the act has no target.
  case_of,  ///< A case, named by its owner.
  option,   ///< An option, by number.
  rule,     ///< A rule of the protocol.
  person,   ///< A person: handing over alone.
};

namespace detail {
template <typename Target>
inline constexpr target_kind kind_of = target_kind::none;
template <>
inline constexpr target_kind kind_of<case_id> = target_kind::case_of;
template <>
inline constexpr target_kind kind_of<option_id> = target_kind::option;
template <>
inline constexpr target_kind kind_of<rule_id> = target_kind::rule;
template <>
inline constexpr target_kind kind_of<person_id> = target_kind::person;
}  // namespace detail

}  // namespace balint
