// SPDX-License-Identifier: MIT
// The way to the engine inside a session.
#include <balint/session/detail/engine_access.hpp>

#include <gtest/gtest.h>

#include <type_traits>

#include "tests/support.hpp"

namespace engine_access_test {

using namespace balint;

TEST(EngineAccess, ReachesTheEngineThatTheSessionUses) {
  session<student_group> running(support::formed<student_group>().formed().value());
  detail::engine_access::of(running).end(ending::terminated);
  EXPECT_EQ(running.end(), ending::terminated);
}
TEST(EngineAccess, IsAsConstantAsTheSession) {
  const session<student_group> running(support::formed<student_group>().formed().value());
  EXPECT_TRUE((std::is_const_v<std::remove_reference_t<decltype(detail::engine_access::of(running))>>));
  EXPECT_EQ(detail::engine_access::of(running).remembered().stage, 0);
}

}  // namespace engine_access_test
