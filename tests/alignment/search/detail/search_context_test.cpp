// SPDX-License-Identifier: MIT
#include <balint/alignment/search/detail/search_context.hpp>

#include "tests/alignment/aligning.hpp"

using namespace balint;
using namespace support;

namespace search_context_test {

using P = student_group;

TEST(SearchContext, BoundsWhatAPartialAlignmentCosts) {
  const auto whole = conforming<P>();
  aligning<P> search(without<P>(whole, place_of<P>(whole, "advance", 2)));
  EXPECT_EQ(search.c.lower_bound(search.at), 1U);
  search.go();
  EXPECT_EQ(search.c.lower_bound(search.at), 2U);
  EXPECT_EQ(search.c.lower_bound(5, search.at.stage()), 6U);
}
TEST(SearchContext, GivesUpWhatReachesTheLimit) {
  const auto whole = conforming<P>();
  aligning<P> search(without<P>(whole, place_of<P>(whole, "advance", 2)));
  EXPECT_FALSE(search.c.is_too_dear(search.at));
  search.c.cost_limit = 2;
  EXPECT_FALSE(search.c.is_too_dear(search.at));
  search.c.cost_limit = 1;
  EXPECT_TRUE(search.c.is_too_dear(search.at));
}

}  // namespace search_context_test
