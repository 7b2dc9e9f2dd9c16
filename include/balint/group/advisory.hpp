// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Advisories and formation errors: a code, and whom it concerns.
#include <balint/protocol/concepts.hpp>
#include <balint/vocabulary/code.hpp>
#include <balint/vocabulary/set.hpp>

namespace balint {

/// Something to think about, and whom it concerns, where that can be said. It judges nobody.
struct advisory {
  /// What it is about.
  advisory_code code{};
  /// Whom it concerns; empty: the group, or it cannot be said.
  person_set who{};
  friend constexpr bool operator==(const advisory&, const advisory&) = default;
};

/// Why a group cannot be formed, the rule that stands against it, and whom it concerns, where that can be said.
struct formation_error {
  /// What is wrong.
  balint::code code{};
  /// The rule that stands against it.
  rule_id rule{};
  /// Whom it concerns; empty: the group, or it cannot be said.
  person_set who{};
  friend constexpr bool operator==(const formation_error&, const formation_error&) = default;
};

}  // namespace balint
