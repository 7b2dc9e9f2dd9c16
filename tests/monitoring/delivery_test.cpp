// SPDX-License-Identifier: MIT
// Deliveries: numbers that follow each other, leave a gap, come late or come again.
#include <balint/monitoring/delivery.hpp>
#include <cstdint>
#include <limits>

#include "tests/support.hpp"

using namespace balint;

namespace delivery_test {

/// What the last of these numbers comes to.
template <typename... Numbers>
constexpr delivery last_of(Numbers... numbers) {
  detail::numbering seen;
  auto came = delivery::in_order;
  ((came = seen.take(static_cast<std::uint64_t>(numbers))), ...);
  return came;
}
template <typename... Numbers>
constexpr std::uint64_t skipped_by(Numbers... numbers) {
  detail::numbering seen;
  ((void)seen.take(static_cast<std::uint64_t>(numbers)), ...);
  return seen.skipped();
}

TEST(Delivery, HasANameAndSaysWhetherItWasTaken) {
  BALINT_CHECK(name_of(delivery::in_order) == "in_order" && name_of(delivery::unknown_session) == "unknown_session");
  BALINT_CHECK(name_of(delivery::second_header) == "second_header" && name_of(delivery::duplicate) == "duplicate");
  BALINT_CHECK(is_taken(delivery::in_order) && is_taken(delivery::gap) && is_taken(delivery::after_end));
  BALINT_CHECK(!is_taken(delivery::late) && !is_taken(delivery::duplicate) && !is_taken(delivery::second_header));
  BALINT_CHECK(!is_taken(delivery::unknown_session));
}

TEST(Numbering, OneByOneIsInOrder) {
  BALINT_CHECK(last_of(1) == delivery::in_order && last_of(1, 2) == delivery::in_order);
  BALINT_CHECK(last_of(1, 2, 3) == delivery::in_order && skipped_by(1, 2, 3) == 0);
}
TEST(Numbering, WhatCarriesNoNumberIsInOrderAndChangesNothing) {
  BALINT_CHECK(last_of(0) == delivery::in_order && last_of(1, 0) == delivery::in_order);
  BALINT_CHECK(last_of(1, 0, 2) == delivery::in_order && last_of(1, 0, 1) == delivery::duplicate);
}
TEST(Numbering, ANumberLeftOutIsAGapAndWhatFollowsIsInOrder) {
  BALINT_CHECK(last_of(2) == delivery::gap && last_of(1, 3) == delivery::gap && last_of(1, 3, 4) == delivery::in_order);
  BALINT_CHECK(skipped_by(2) == 1 && skipped_by(1, 3, 4, 8) == 4);
}
TEST(Numbering, WhatComesBehindItsPlaceIsLateOnceAndThenADuplicate) {
  BALINT_CHECK(last_of(1, 3, 2) == delivery::late && last_of(1, 3, 2, 2) == delivery::duplicate);
  BALINT_CHECK(last_of(1, 3, 3) == delivery::duplicate && last_of(1, 3, 2, 4) == delivery::in_order);
  BALINT_CHECK(skipped_by(1, 3, 2, 2, 4) == 1);
}
TEST(Numbering, RemembersTheLast64) {
  BALINT_CHECK(last_of(1, 64, 1) == delivery::duplicate && last_of(1, 64, 2) == delivery::late);
  BALINT_CHECK(last_of(1, 65, 1) == delivery::late && last_of(1, 65, 65) == delivery::duplicate);
}
TEST(Numbering, TakesAnyNumber) {
  constexpr auto most = std::numeric_limits<std::uint64_t>::max();
  BALINT_CHECK(last_of(most) == delivery::gap && last_of(most, most) == delivery::duplicate);
  BALINT_CHECK(last_of(most, 1) == delivery::late && skipped_by(most) == most - 1);
}

}  // namespace delivery_test
