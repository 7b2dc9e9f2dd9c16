// SPDX-License-Identifier: MIT
#include <balint/vocabulary/plain_array.hpp>

#include <gtest/gtest.h>

#include <cstddef>
#include <type_traits>

namespace plain_array_test {

using balint::plain_array;

constexpr bool it_is_read_and_written_like_an_array() {
  plain_array<int, 3> three{{1, 2, 3}};
  three[1] = 5;
  for (int& one : three) one *= 2;
  const auto& same = three;
  int sum = 0;
  for (const int one : same) sum += one;
  return same.size() == 3 && same[0] == 2 && same[1] == 10 && same[2] == 6 && same.back() == 6 && sum == 18;
}
static_assert(it_is_read_and_written_like_an_array());
TEST(PlainArray, IsReadAndWrittenLikeAnArray) { EXPECT_TRUE(it_is_read_and_written_like_an_array()); }

constexpr bool an_empty_one_has_nothing_to_walk() {
  const plain_array<int, 0> nothing{};
  std::size_t walked = 0;
  for (const int one : nothing) walked += 1 + static_cast<std::size_t>(one);
  return nothing.size() == 0 && walked == 0;
}
static_assert(an_empty_one_has_nothing_to_walk());
TEST(PlainArray, CanBeEmpty) { EXPECT_TRUE(an_empty_one_has_nothing_to_walk()); }

constexpr bool arrays_are_equal_item_by_item() {
  return plain_array<int, 2>{{1, 2}} == plain_array<int, 2>{{1, 2}} &&
         plain_array<int, 2>{{1, 2}} != plain_array<int, 2>{{1, 3}};
}
static_assert(arrays_are_equal_item_by_item());
TEST(PlainArray, ComparesItemByItem) { EXPECT_TRUE(arrays_are_equal_item_by_item()); }

// Snapshots are copied byte by byte.
static_assert(std::is_trivially_copyable_v<plain_array<int, 4>> && sizeof(plain_array<char, 7>) == 7);
TEST(PlainArray, IsNothingButItsItems) {
  EXPECT_TRUE((std::is_trivially_copyable_v<plain_array<int, 4>>));
  EXPECT_EQ(sizeof(plain_array<char, 7>), 7U);
}

}  // namespace plain_array_test
