// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// A seat: a person acting in a role, for the typed face.
#include <balint/vocabulary/id.hpp>

namespace balint {

/// A person acting in Role. That the person holds it is checked by the session, and refused as `wrong_role` if not;
/// acts that are open to anyone, such as `rejoin` and `withdraw`, ask for no role.
template <typename Role>
struct seat {
  /// The role.
  using role = Role;
  /// The person.
  person_id person;

  /// The same person acting in another role.
  template <typename Other>
  [[nodiscard]] constexpr seat<Other> as() const noexcept {
    return {person};
  }
  /// The case of this person.
  [[nodiscard]] constexpr case_id own_case() const noexcept { return {person}; }
};

}  // namespace balint
