// SPDX-License-Identifier: MIT
#include <balint/vocabulary/id.hpp>

#include <gtest/gtest.h>

#include <concepts>

namespace id_test {

using namespace balint;

struct one {};
struct other {};

template <typename Id, typename... Others>
constexpr bool is_none_of = (!std::convertible_to<Id, Others> && ...) && (!std::convertible_to<Others, Id> && ...);

constexpr bool kinds_of_ids_are_apart() {
  return is_none_of<person_id, case_id, option_id, rule_id, stage_id<one>, act_id<one>, no_target, int,
                    unsigned char> &&
         is_none_of<case_id, option_id, rule_id, stage_id<one>, act_id<one>, no_target, int, unsigned char> &&
         is_none_of<option_id, rule_id, stage_id<one>, act_id<one>, no_target, int, unsigned short> &&
         is_none_of<rule_id, stage_id<one>, act_id<one>, no_target, int, unsigned char> &&
         is_none_of<stage_id<one>, act_id<one>, stage_id<other>, no_target, int, unsigned char> &&
         is_none_of<act_id<one>, act_id<other>, no_target, int, unsigned short>;
}
static_assert(kinds_of_ids_are_apart());
TEST(Id, IsNoOtherKindOfIdAndNoNumber) { EXPECT_TRUE(kinds_of_ids_are_apart()); }

template <typename A, typename B>
concept comparable = requires(A a, B b) { a == b; };
static_assert(comparable<case_id, case_id> && !comparable<person_id, case_id> && !comparable<option_id, act_id<one>> &&
              !comparable<act_id<one>, act_id<other>> && !comparable<stage_id<one>, stage_id<other>>);
TEST(Id, IsComparedWithItsOwnKindOnly) { EXPECT_FALSE((comparable<person_id, case_id>)); }

constexpr bool ids_are_ordered_by_number() {
  return person_id{1} < person_id{2} && option_id{1} < option_id{256} && case_id{{0}} < case_id{{1}} &&
         rule_id{3} == rule_id{3};
}
static_assert(ids_are_ordered_by_number());
TEST(Id, IsOrderedByItsNumber) { EXPECT_TRUE(ids_are_ordered_by_number()); }

static_assert(nobody.index >= max_people && max_people == 64 && max_options == 256);
TEST(Nobody, IsBeyondTheSixtyFourPeopleOfAGroup) {
  EXPECT_GE(nobody.index, max_people);
  EXPECT_EQ(max_people, 64U);
  EXPECT_EQ(max_options, 256U);
}

}  // namespace id_test
