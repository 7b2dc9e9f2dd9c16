// SPDX-License-Identifier: MIT
#include <balint/vocabulary/set.hpp>

#include <gtest/gtest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>

namespace set_test {

using namespace balint;

struct other {};

static_assert(std::forward_iterator<person_set::iterator>);
static_assert(sizeof(person_set) == sizeof(std::uint64_t));

constexpr bool an_empty_set_holds_nobody() {
  const person_set none;
  return none.empty() && none.size() == 0 && none.begin() == none.end() && !none.contains({0}) && !none.contains({63});
}
static_assert(an_empty_set_holds_nobody());
TEST(IdSet, IsEmptyByDefault) { EXPECT_TRUE(an_empty_set_holds_nobody()); }

constexpr bool the_first_and_the_last_fit() {
  person_set set;
  set.insert({63});
  set.insert({0});
  return set.contains({0}) && set.contains({63}) && !set.contains({1}) && !set.contains({62}) && set.size() == 2 &&
         set.bits() == 0x8000'0000'0000'0001U;
}
static_assert(the_first_and_the_last_fit());
TEST(IdSet, HoldsTheFirstAndTheSixtyFourth) { EXPECT_TRUE(the_first_and_the_last_fit()); }

constexpr bool inserting_twice_is_inserting_once() {
  person_set set;
  set.insert({5});
  set.insert({5});
  return set.size() == 1 && set == person_set{std::uint64_t{1} << 5};
}
static_assert(inserting_twice_is_inserting_once());
TEST(IdSet, HoldsEachIdOnce) { EXPECT_TRUE(inserting_twice_is_inserting_once()); }

constexpr bool nobody_is_in_no_set() {
  const person_set everybody{~std::uint64_t{0}};
  return everybody.size() == 64 && !everybody.contains(nobody) && !everybody.contains({64}) &&
         !act_set<other>{~std::uint64_t{0}}.contains(act_id<other>{64});
}
static_assert(nobody_is_in_no_set());
TEST(IdSet, HoldsNobodyBeyondTheSixtyFourth) { EXPECT_TRUE(nobody_is_in_no_set()); }

constexpr bool nobody_is_put_into_no_set() {
  person_set set;
  for (const auto who : {nobody, person_id{64}}) set.insert(who);
  return set.empty();
}
static_assert(nobody_is_put_into_no_set());
TEST(IdSet, LeavesOutWhoeverIsBeyondTheSixtyFourth) { EXPECT_TRUE(nobody_is_put_into_no_set()); }

constexpr bool walking_ascends() {
  person_set set;
  for (const auto who : {person_id{63}, person_id{7}, person_id{0}, person_id{31}, person_id{32}}) set.insert(who);
  constexpr std::array<std::uint8_t, 5> expected{0, 7, 31, 32, 63};
  std::size_t at = 0;
  for (const auto who : set) {
    if (at == expected.size() || who.index != expected[at++]) return false;
  }
  auto step = set.begin();
  return at == expected.size() && *step++ == person_id{0} && *step == person_id{7} && *++step == person_id{31};
}
static_assert(walking_ascends());
TEST(IdSet, IsWalkedInAscendingOrder) { EXPECT_TRUE(walking_ascends()); }

constexpr bool a_full_set_is_walked_to_its_end() {
  unsigned n = 0;
  for (const auto who : rule_set{~std::uint64_t{0}}) {
    if (who.index != n++) return false;
  }
  return n == 64;
}
static_assert(a_full_set_is_walked_to_its_end());
TEST(IdSet, IsWalkedToTheEndWhenFull) { EXPECT_TRUE(a_full_set_is_walked_to_its_end()); }

}  // namespace set_test
