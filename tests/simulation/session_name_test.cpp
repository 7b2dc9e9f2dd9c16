// SPDX-License-Identifier: MIT
#include <balint/group/person.hpp>
#include <balint/simulation/session_name.hpp>

#include <gtest/gtest.h>

#include <limits>

namespace session_name_test {

using balint::simulation::is_simulated;
using balint::simulation::session_name;

TEST(SessionName, IsOfTheScenarioAndTheNumber) {
  static_assert(session_name(0xDEAD'BEEF, 73'912).text() == "sim-deadbeef-73912");
  static_assert(session_name(0, 0).text() == "sim-00000000-0");
  const session_name longest(0xFFFF'FFFF, std::numeric_limits<std::uint64_t>::max());
  EXPECT_EQ(longest.text(), "sim-ffffffff-18446744073709551615");
  EXPECT_TRUE(balint::is_pseudonym(longest.text()));
}
TEST(SessionName, TellsSimulatedSessions) {
  static_assert(is_simulated("sim-deadbeef-73912") && is_simulated(session_name(1, 2).text()));
  for (const auto* other : {"", "sim", "sim-deadbeef", "sim-deadbeef-", "sim-DEADBEEF-1", "sim-deadbeef-1a", "s1",
                            "sam-deadbeef-1", "sim-deadbeefs1"})
    EXPECT_FALSE(is_simulated(other)) << other;
}

}  // namespace session_name_test
