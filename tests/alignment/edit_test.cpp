// SPDX-License-Identifier: MIT
#include <balint/alignment/edit.hpp>

#include "tests/support.hpp"

using namespace balint;
using namespace support;

namespace edit_test {

using P = student_group;
using change = edit<P>;

TEST(Edit, ComesInBeforeAnEventOrAtTheEndInTheOrderGiven) {
  const auto a = event<P>::of<act::present_case>(anna), b = event<P>::of<act::present_case>(boris),
             c = event<P>::of<act::present_case>(clara);
  const std::vector<event<P>> trace{a, b};
  const std::vector<change> edits{{change::way::insert, 1, c},
                                  {change::way::insert, 2, b},
                                  {change::way::insert, 2, c},
                                  {change::way::remove, 2, b},
                                  {change::way::insert, 3, a}};
  EXPECT_EQ(apply_edits<P>(trace, edits), (std::vector<event<P>>{c, a, b, c, a}));
  EXPECT_EQ(apply_edits<P>(trace, std::vector<change>{}), trace);
}

}  // namespace edit_test
