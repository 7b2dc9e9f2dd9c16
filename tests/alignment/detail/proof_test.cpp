// SPDX-License-Identifier: MIT
// The search itself; tests/exploration/repair_test.cpp holds it against walking every state.
#include <balint/alignment/detail/proof.hpp>
#include <balint/conformance/judge.hpp>
#include <gtest/gtest.h>

#include "tests/conformance/traces.hpp"

using namespace balint;
using namespace support;

namespace proof_test {

using P = student_group;

struct searched {
  bool came_to_an_end;
  std::uint32_t at_least;
  std::vector<edit<P>> edits;
};
searched search(const std::vector<event<P>>& trace, std::uint32_t bound, std::size_t most = 100'000) {
  const auto people = formed<P>();
  const detail::outlook<P> order(trace, people.group);
  detail::proof<P> all(trace, people.group, order);
  const bool ended = all.run(bound, most);
  return {ended, all.at_least(), all.edits()};
}
std::vector<event<P>> repeated() {
  auto trace = conforming<P>();
  const auto where = place_of<P>(trace, "vote");
  trace.insert(trace.begin() + static_cast<std::ptrdiff_t>(where), trace[where]);
  return without<P>(trace, place_of<P>(trace, "forecast"));
}

TEST(Proof, FindsTheNearest) {
  const auto found = search(repeated(), 10);
  ASSERT_TRUE(found.came_to_an_end);
  EXPECT_EQ(found.edits.size(), 2U);
  EXPECT_EQ(judge_trace<P>(formed<P>(), apply_edits<P>(repeated(), found.edits)), verdict::conforming);
}
TEST(Proof, SaysThatNothingIsNearer) {
  const auto found = search(repeated(), 2);
  EXPECT_TRUE(found.came_to_an_end);
  EXPECT_TRUE(found.edits.empty());
  EXPECT_EQ(found.at_least, 2U);
}
TEST(Proof, GivesUpWhenItHasNoRoom) {
  const auto found = search(repeated(), 10, 1);
  EXPECT_FALSE(found.came_to_an_end);
  EXPECT_TRUE(found.edits.empty());
  EXPECT_LE(found.at_least, 2U);
}
TEST(Proof, KeepsTheClockRunningForward) {
  auto trace = conforming<P>();
  trace[0].at = {2'000};
  trace[1].at = {1'000};
  const auto found = search(trace, 10);
  ASSERT_TRUE(found.came_to_an_end);
  EXPECT_EQ(found.edits.size(), 2U);  // one of them goes, and its turn comes in without a time
}
TEST(Proof, TakesOutWhatIsNoEventOfTheProtocol) {
  auto trace = conforming<P>();
  trace.insert(trace.begin(), event<P>{.by = anna, .act = {0xFFF0}});
  trace.insert(trace.begin(), event<P>{.by = nobody, .act = {0}});
  const auto found = search(trace, 10);
  ASSERT_EQ(found.edits.size(), 2U);
  EXPECT_EQ(found.edits[0].does, edit<P>::way::remove);
}

}  // namespace proof_test
