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

namespace detail {
template <typename Role>
void read_seat(const seat<Role>&);
template <typename By>
inline constexpr bool is_seat = requires(const By& by) { read_seat(by); };
}  // namespace detail

/// By is a seat, and so a person acting in a role.
template <typename By>
concept seated = detail::is_seat<By>;

}  // namespace balint
