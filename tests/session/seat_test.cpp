// SPDX-License-Identifier: MIT
// A seat: a person acting in a role.
#include <balint/session/seat.hpp>
#include <concepts>

#include "tests/support.hpp"

using namespace balint;
using namespace support;

namespace seat_test {

constexpr seat<role::participant> annas{anna};

TEST(Seat, IsOfOneRole) {
  BALINT_CHECK(std::same_as<decltype(annas)::role, role::participant>);
  BALINT_CHECK(!std::convertible_to<seat<role::participant>, seat<role::leader>>);
}

TEST(Seat, AsAnotherRoleIsTheSamePerson) {
  BALINT_CHECK(std::same_as<decltype(annas.as<role::presenter>()), seat<role::presenter>>);
  BALINT_CHECK(annas.as<role::presenter>().person == anna);
}

TEST(Seat, NamesTheCaseOfItsPerson) { BALINT_CHECK(annas.own_case() == case_id{anna}); }

}  // namespace seat_test
