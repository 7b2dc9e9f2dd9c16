// SPDX-License-Identifier: MIT
#include <balint/experiment/blocks/segment.hpp>
#include <tests/experiment/small.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace segment_test {

namespace ex = balint::experiment;

const auto own = ex::identity::of(small::numbers(10));

TEST(Segment, IsAppendedToAndIndexed) {
  const small::scratch scratch;
  auto segment = ex::segment_writer::begin(scratch / "a", own);
  ASSERT_TRUE(segment);
  ASSERT_TRUE(segment->append({.number = 4, .size = 64, .sums = "sums", .pieces = {"piece"}}));
  ASSERT_TRUE(segment->append({.number = 2, .size = 10, .sums = "s", .pieces = {""}}));
  EXPECT_EQ(small::text_of(scratch / "a/segments/0.blocks").size(), 4U + 8 + 5 + 1 + 8);
  const auto index = small::text_of(scratch / "a/segments/0.index");
  EXPECT_TRUE(index.starts_with(own.line() + "4 64 0 4 17 "));
  EXPECT_THAT(index, testing::HasSubstr("\n2 10 17 1 9 "));
  EXPECT_TRUE(index.ends_with('\n'));
}
TEST(Segment, IsOfOneWriter) {
  const small::scratch scratch;
  const auto first = ex::segment_writer::begin(scratch / "a", own);
  const auto second = ex::segment_writer::begin(scratch / "a", own);
  ASSERT_TRUE(first && second);
  EXPECT_TRUE(std::filesystem::exists(scratch / "a/segments/1.index"));
}
TEST(Segment, SaysWhereItCannotBeWritten) {
  const small::scratch scratch;
  std::ofstream(scratch / "file") << "x";
  const auto made = ex::segment_writer::begin(scratch / "file", own);
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().what, ex::fault::not_written);
  EXPECT_THAT(made.error().text, testing::HasSubstr("file"));
}

}  // namespace segment_test
