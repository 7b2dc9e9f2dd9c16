// SPDX-License-Identifier: MIT
#include <balint/vocabulary/role.hpp>

#include <tests/vocabulary/words.hpp>

#include <gtest/gtest.h>

namespace role_test {

using namespace balint;

using all_roles = words::list<role::participant, role::leader, role::deputy, role::supervisor, role::presenter,
                              role::co_leader, role::moderator, role::case_giver, role::anyone>;

constexpr bool roles_are_words() {
  return all_roles::have_own_names() && all_roles::are_named_like_their_types() && all_roles::are_empty_types() &&
         words::have_sources(all_roles{});
}
static_assert(roles_are_words());
TEST(Roles, AreWordsWithANameAndASourceOfTheirOwn) { EXPECT_TRUE(roles_are_words()); }

constexpr bool roles_are_spelled_as_logs_write_them() {
  return role::participant::name == "participant" && role::leader::name == "leader" && role::deputy::name == "deputy" &&
         role::supervisor::name == "supervisor" && role::presenter::name == "presenter";
}
static_assert(roles_are_spelled_as_logs_write_them());
TEST(Roles, AreSpelledAsLogsWriteThem) { EXPECT_TRUE(roles_are_spelled_as_logs_write_them()); }

}  // namespace role_test
