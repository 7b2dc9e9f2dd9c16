// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Advisories and formation errors: a code, and whom it concerns.
#include <balint/protocol/concepts.hpp>
#include <balint/vocabulary/code.hpp>
#include <balint/vocabulary/set.hpp>

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
  /// The 1-based position of the event it is about; 0: of none.
  std::uint64_t event = 0;
  friend constexpr bool operator==(const advisory&, const advisory&) = default;
};

/// What stands for no condition of a protocol.
inline constexpr std::uint8_t no_condition = 0xFF;

/// Why a group cannot be formed, the rule that stands against it, and whom it concerns, where that can be said.
struct formation_error {
  /// What is wrong.
  balint::code code{};
  /// The rule that stands against it.
  rule_id rule{};
  /// Whom it concerns; empty: the group, or it cannot be said.
  person_set who{};
  /// Which of the protocol's conditions is broken, from 0; `no_condition`: what every protocol asks for.
  std::uint8_t condition = no_condition;
  friend constexpr bool operator==(const formation_error&, const formation_error&) = default;
};

}  // namespace balint
