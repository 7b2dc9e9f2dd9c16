// SPDX-License-Identifier: MIT
// Misspelt words and the known ones that they stand for.
#include <balint/words/detail/nearest.hpp>

#include "tests/support.hpp"

using namespace balint;

namespace nearest_test {

const std::vector<std::string> acts{"vote", "note", "advance", "accept_case"};

TEST(DistanceBetween, CountsLettersPutInTakenOutAndReplaced) {
  EXPECT_EQ(detail::distance_between("vote", "vote"), 0U);
  EXPECT_EQ(detail::distance_between("vot", "vote"), 1U);
  EXPECT_EQ(detail::distance_between("votee", "vote"), 1U);
  EXPECT_EQ(detail::distance_between("nate", "vote"), 2U);
  EXPECT_EQ(detail::distance_between("", "vote"), 4U);
  EXPECT_EQ(detail::distance_between("vote", ""), 4U);
  EXPECT_EQ(detail::distance_between("kitten", "sitting"), 3U);
}
TEST(NearestOf, IsTheOneWithTheFewestChanges) {
  EXPECT_EQ(detail::nearest_of("vot", acts), "vote");
  EXPECT_EQ(detail::nearest_of("notes", acts), "note");
  EXPECT_EQ(detail::nearest_of("advnce", acts), "advance");
  EXPECT_EQ(detail::nearest_of("accept-case", acts), "accept_case");
  EXPECT_EQ(detail::nearest_of("advance", acts), "advance");
}
TEST(NearestOf, IsNoneWhereMoreThanAThirdWouldChange) {
  EXPECT_EQ(detail::nearest_of("dance", acts), "advance");
  EXPECT_EQ(detail::nearest_of("dane", acts), "");
  EXPECT_EQ(detail::nearest_of("x", {"ab", "y"}), "y");
  EXPECT_EQ(detail::nearest_of("x", {"ab"}), "");
  EXPECT_EQ(detail::nearest_of("", acts), "");
  EXPECT_EQ(detail::nearest_of(std::string(65, 'v'), {std::string(66, 'v')}), "");
  EXPECT_EQ(detail::nearest_of("vote", {}), "");
}

}  // namespace nearest_test
