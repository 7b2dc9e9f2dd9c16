// SPDX-License-Identifier: MIT
#include <balint/simulation/policies/attempting_illegal_acts.hpp>
#include <tests/simulation/playing.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <set>
#include <vector>

namespace attempting_illegal_acts_test {

namespace sim = balint::simulation;
using P = balint::student_group;

// What it tries is refused, so that what is recorded is as clean as ever; and it is counted.
TEST(RuleBreaking, TriesWhatIsRefusedAndLeavesTheRecordClean) {
  const sim::everybody players{sim::attempting_illegal_acts<P, sim::conduct<P>>(sim::eagerness::once_in(20'000))};
  std::set<balint::code> codes;
  std::uint32_t refused = 0;
  for (std::uint64_t session = 0; session < 50; ++session) {
    std::vector<balint::event<P>> events;
    sim::simulated_session<P> now(support::formed<P>().formed().value(), {.session = session});
    while (now.step(
        players, [&](const auto& e) { events.push_back(e); },
        [&](const auto&, balint::code why) { codes.insert(why); })) {
    }
    EXPECT_EQ(now.result().why, sim::stop::closed);
    EXPECT_EQ(support::findings_in(events), 0U);
    refused += now.result().refused;
  }
  EXPECT_GT(refused, 200U);
  EXPECT_GT(codes.size(), 5U);
}
TEST(RuleBreaking, ThatNeverHappensIsTheOtherPolicy) {
  const sim::everybody players{sim::attempting_illegal_acts<P, sim::conduct<P>>(sim::eagerness::none())};
  EXPECT_EQ(support::play<P>(support::formed<P>().formed().value(), players, {}).result.refused, 0U);
}

}  // namespace attempting_illegal_acts_test
