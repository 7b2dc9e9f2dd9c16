// SPDX-License-Identifier: MIT
#include "outlet.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace outlet_test {

std::vector<std::string> lines_of(outlet& kept) {
  std::vector<std::string> lines;
  EXPECT_TRUE(kept.each_line([&lines](std::string_view line) { lines.emplace_back(line); }));
  return lines;
}

TEST(Outlet, GivesWhatItKeptLineByLine) {
  outlet kept;
  EXPECT_TRUE(lines_of(kept).empty());
  for (const std::string_view text : {"a\nb", "c\n", "\n", "last"}) kept.add(text);
  EXPECT_EQ(lines_of(kept), (std::vector<std::string>{"a\n", "bc\n", "\n", "last"}));
  EXPECT_TRUE(kept.is_fresh());
  EXPECT_TRUE(lines_of(kept).empty());
}
TEST(Outlet, GivesLinesThatCrossTheBlocksOfItsFile) {
  outlet kept;
  const std::string line(40'000, 'x');
  constexpr std::size_t lines = 60;  // More than it keeps in memory.
  for (std::size_t i = 0; i < lines; ++i) kept.add(line + std::to_string(i) + "\n");
  const auto given = lines_of(kept);
  ASSERT_EQ(given.size(), lines);
  for (std::size_t i = 0; i < lines; ++i) EXPECT_TRUE(given[i] == line + std::to_string(i) + "\n") << i;
}
TEST(Outlet, TellsTheOneItIsPouredIntoThatSomethingFailed) {
  outlet kept, into;
  kept.add("text");
  kept.fail();
  kept.pour(into);
  EXPECT_FALSE(into.is_good());
}

}  // namespace outlet_test
