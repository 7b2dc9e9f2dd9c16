// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Advisories and formation errors: a code, and whom it concerns.
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/formation.hpp>
#include <balint/vocabulary/code.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/set.hpp>
#include <balint/vocabulary/short_list.hpp>

#include <cstddef>
#include <cstdint>

namespace balint {

/// Something to think about, and whom it concerns, where that can be said. It judges nobody.
struct advisory {
  /// What it is about.
  advisory_code code{};
  /// Whom it concerns; empty: the group, or it cannot be said.
  person_set who{};
  /// What was: how many people, turns or options, or how many minutes.
  std::int64_t was = 0;
  /// What is recommended, from here; of a share: the number of which it is one.
  std::int64_t from = 0;
  /// What is recommended, up to here; of a share: of how many.
  std::int64_t to = 0;
  /// The stages it concerns, bit i for the i-th.
  std::uint64_t stages = 0;
  /// For `not_live`: whether it is about the time between two events, and not about all of the session.
  bool is_silence = false;
  /// The 1-based position of the event it is about; 0: of none.
  std::uint64_t event = 0;
  friend constexpr bool operator==(const advisory&, const advisory&) = default;
};

/// What stands for no condition of a protocol.
inline constexpr std::uint8_t no_condition = 0xFF;
/// Stands for what every list of people has to keep: an id is a pseudonym, 1 to 64 of `A-Z a-z 0-9 _ . -`.
inline constexpr std::uint8_t pseudonym_condition = 0xFE;
/// Stands for what every list of people has to keep: everybody has an office of the protocol.
inline constexpr std::uint8_t office_condition = 0xFD;

/// Why a group cannot be formed, the rule that stands against it, and whom it concerns, where that can be said.
struct formation_error {
  /// What is wrong.
  balint::code code{};
  /// The rule that stands against it.
  rule_id rule{};
  /// Whom it concerns; empty: the group, or it cannot be said.
  person_set who{};
  /// Which of the protocol's conditions is broken, from 0; else `pseudonym_condition`, `office_condition`, or
  /// `no_condition` for anything else that every protocol asks for.
  std::uint8_t condition = no_condition;

  /// Whether it is the entry that is wrong, an id or the offices, and not what the group is made of: a log with such an
  /// entry cannot be read.
  [[nodiscard]] constexpr bool is_of_an_entry() const noexcept {
    return condition == pseudonym_condition || condition == office_condition;
  }
  friend constexpr bool operator==(const formation_error&, const formation_error&) = default;
};

namespace detail {
template <typename Condition>
inline constexpr bool is_error = requires { Condition::error; };
template <typename... Conditions>
constexpr std::size_t errors_among(declare::conditions<Conditions...>) noexcept {
  return (std::size_t{0} + ... + (is_error<Conditions> ? 1U : 0U));
}
template <typename... Conditions>
constexpr std::size_t advisories_among(declare::conditions<Conditions...>) noexcept {
  return sizeof...(Conditions) - errors_among(declare::conditions<Conditions...>{});
}
/// How many errors a group of P can have at once: entries that are wrong in two ways, an id twice, too
/// many people, and each condition of P.
template <typename P>
inline constexpr std::size_t error_capacity = 4 + errors_among(typename P::formation{});
/// How many advisories there can be at once about a group and a session of P.
template <typename P>
inline constexpr std::size_t advisory_capacity = [] {
  auto n = advisories_among(typename P::formation{});
  if constexpr (requires { typename P::session_advisories; }) n += advisories_among(typename P::session_advisories{});
  return n == 0 ? std::size_t{1} : n;
}();
}  // namespace detail

/// All the errors about a group of P, in the order of its conditions.
template <protocol P>
using formation_errors = short_list<formation_error, detail::error_capacity<P>>;
/// All the advisories about a group or a session of P, in the order of its conditions.
template <protocol P>
using advisories = short_list<advisory, detail::advisory_capacity<P>>;

}  // namespace balint
