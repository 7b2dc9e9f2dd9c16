// SPDX-License-Identifier: MIT
#include <balint/vocabulary/short_list.hpp>

#include <gtest/gtest.h>

namespace short_list_test {

using balint::short_list;

constexpr bool an_empty_list_has_no_item() {
  const short_list<int, 3> list;
  return list.empty() && list.size() == 0 && list.begin() == list.end();
}
static_assert(an_empty_list_has_no_item());
TEST(ShortList, IsEmptyByDefault) { EXPECT_TRUE(an_empty_list_has_no_item()); }

constexpr bool items_stay_in_order() {
  short_list<int, 3> list;
  list.push_back(7);
  list.push_back(5);
  int digits = 0;
  for (const int item : list) digits = digits * 10 + item;
  return digits == 75 && list.size() == 2 && list[0] == 7 && list[1] == 5 && !list.empty();
}
static_assert(items_stay_in_order());
TEST(ShortList, KeepsTheOrderInWhichItemsCame) { EXPECT_TRUE(items_stay_in_order()); }

constexpr bool what_does_not_fit_is_left_out() {
  short_list<int, 3> list;
  for (int i = 1; i <= 5; ++i) list.push_back(i);
  return list.size() == 3 && list.end() - list.begin() == 3 && list[2] == 3;
}
static_assert(what_does_not_fit_is_left_out());
TEST(ShortList, LeavesOutWhatDoesNotFit) { EXPECT_TRUE(what_does_not_fit_is_left_out()); }

}  // namespace short_list_test
