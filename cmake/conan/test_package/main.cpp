// SPDX-License-Identifier: MIT
/// @file
/// What needs no package: a group is formed, and a header of a component is there.
#include <balint/balint.hpp>
#include <balint/log/csv/csv.hpp>

int main() {
  using somebody = balint::person<balint::student_group>;
  constexpr somebody people[]{somebody::as<balint::role::leader>("lead"), somebody::as<balint::role::participant>("p1"),
                              somebody::as<balint::role::participant>("p2")};
  static_assert(balint::form<balint::student_group>(people).formed());
  return 0;
}
