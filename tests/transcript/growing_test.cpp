// SPDX-License-Identifier: MIT
#include <balint/transcript/growing.hpp>
#include <balint/transcript/replay.hpp>

#include "tests/support.hpp"

using namespace balint;
using namespace support;

namespace growing_test {

using P = student_group;

TEST(GrowingTranscript, KeepsEverythingOfAWholeSession) {
  session<P, growing_transcript<P, keeping::all>> now(formed<P>().formed().value());
  std::size_t accepted = 0;
  for (const auto& e : trace<P>().whole()) {
    (void)now.apply(event<P>{});
    accepted += now.apply(e) ? 1U : 0U;
  }
  ASSERT_EQ(now.end(), ending::closed);
  EXPECT_EQ(now.observer().entries().size(), 2 * accepted);
  EXPECT_EQ(now.observer().last_by(act_id_of<act::close, P>), lead);
  const auto again = replay(now.people(), now.observer().entries());
  ASSERT_TRUE(again);
  EXPECT_EQ(again->snapshot(), now.snapshot());
}

TEST(GrowingTranscript, IsSharedByCopiesOfASessionThatRefersToIt) {
  growing_transcript<P> kept;
  session<P, growing_transcript<P>&> now(formed<P>().formed().value(), kept);
  auto copy = now;
  (void)now.record<act::present_case>(anna);
  (void)copy.record<act::present_case>(boris);
  EXPECT_EQ(kept.entries().size(), 2U);
}

}  // namespace growing_test
