// SPDX-License-Identifier: MIT
// A session with its people behind one interface.
#include <balint/words/detail/room.hpp>

#include "tests/words/casts.hpp"

using namespace balint;
using students = student_group;

namespace room_test {

TEST(Room, CopiesItsSession) {
  const auto people = casts::students();
  detail::room<students> first(people, session<students>(people.group()));
  const auto other = first.copy();
  EXPECT_TRUE(first.apply({.by = "anna", .act = "present_case"}));
  EXPECT_FALSE(first.can({.by = "anna", .act = "present_case"}));
  EXPECT_TRUE(other->can({.by = "anna", .act = "present_case"}));
  EXPECT_EQ(other->names().data(), people.names().data());
}
TEST(Room, GivesTheNumberOfANewOption) {
  const auto people = casts::cast_of<students>();
  detail::room<students> room(people, support::entering<students, stage::proposals>().now());
  EXPECT_EQ(room.apply({.by = "boris", .act = "propose"}), option_id{1});
  EXPECT_EQ(room.apply({.by = "clara", .act = "propose"}), option_id{2});
  EXPECT_EQ(room.apply({.by = "clara", .act = "withdraw"}), option_id{0});
}

}  // namespace room_test
