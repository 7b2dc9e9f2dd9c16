// SPDX-License-Identifier: MIT
#include <balint/log/event_record.hpp>

#include "tests/support.hpp"

using namespace balint;

namespace event_record_test {

TEST(TargetKinds, HoldWhatIsInserted) {
  BALINT_CHECK(target_kinds{}.empty());
  BALINT_CHECK(target_kinds::of(target_kind::none).empty());
  BALINT_CHECK(!target_kinds::of(target_kind::case_of).empty());
  for (const auto kind : {target_kind::case_of, target_kind::option, target_kind::rule, target_kind::person}) {
    target_kinds some;
    some.insert(kind);
    EXPECT_EQ(some, target_kinds::of(kind));
    for (const auto other : {target_kind::case_of, target_kind::option, target_kind::rule, target_kind::person})
      EXPECT_EQ(some.has(other), other == kind);
    EXPECT_FALSE(some.has(target_kind::none));
  }
}
TEST(TargetKinds, AreTakenAwayFromOthers) {
  constexpr auto two = target_kinds::of(target_kind::case_of, target_kind::person);
  BALINT_CHECK(two - target_kinds::of(target_kind::person) == target_kinds::of(target_kind::case_of));
  BALINT_CHECK(two - target_kinds::of(target_kind::rule) == two);
  BALINT_CHECK((two - two).empty());
}
TEST(EventRecord, StatesNothingByItself) {
  const event_record e;
  EXPECT_EQ(e.at, unstated);
  EXPECT_TRUE(e.targets.empty());
  EXPECT_EQ(e.seq, 0U);
}
TEST(OptionNumber, IsTheLargestForWhatNoOptionHas) {
  BALINT_CHECK(option_number(0) == 0);
  BALINT_CHECK(option_number(1) == 1);
  BALINT_CHECK(option_number(0xFFFE) == 0xFFFE);
  BALINT_CHECK(option_number(0xFFFF) == 0xFFFF);
  BALINT_CHECK(option_number(0x1'0001) == 0xFFFF);
  BALINT_CHECK(option_number(-1) == 0xFFFF);
}

}  // namespace event_record_test
