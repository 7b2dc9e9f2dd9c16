// SPDX-License-Identifier: MIT
#include "tally.hpp"

#include <gtest/gtest.h>

namespace tally_test {

TEST(Counts, AddUpAndComeInOrder) {
  counts one;
  one.add("a", "", 1);
  one.add("b", "B", 2);
  counts other;
  other.add("c", "", 1);
  other.add("b", "B", 1);
  one.add(other);
  const auto rows = one.in_order();
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0].name, "b");
  EXPECT_EQ(rows[0].source, "B");
  EXPECT_EQ(rows[0].times, 3U);
  EXPECT_EQ(rows[1].name, "a");
  EXPECT_EQ(rows[2].name, "c");
}

TEST(Tally, AddsUpWhatPartsOfLogsHad) {
  tally all;
  all.sessions[static_cast<std::size_t>(balint::verdict::departs)] = 1;
  all.with_findings = 1;
  all.findings = 2;
  EXPECT_FALSE(all.has_many()) << "of one session there are no counts";
  tally more;
  more.sessions[static_cast<std::size_t>(balint::verdict::conforming)] = 2;
  more.with_findings = 1;
  more.findings = 1;
  more.record_findings = 2;
  more.advisories = 4;
  more.unread.push_back({"a.jsonl", 1, 1, "x", "y", 0});
  all.add(more);
  EXPECT_TRUE(all.has_many());
  EXPECT_EQ(all.all_sessions(), 3U);
  EXPECT_EQ(all.of(balint::verdict::conforming), 2U);
  EXPECT_EQ(all.with_findings, 2U);
  EXPECT_EQ(all.findings, 3U);
  EXPECT_EQ(all.record_findings, 2U);
  EXPECT_EQ(all.advisories, 4U);
  EXPECT_EQ(all.unread.size(), 1U);
}

}  // namespace tally_test
