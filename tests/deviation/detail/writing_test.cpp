// SPDX-License-Identifier: MIT
#include <balint/deviation/detail/writing.hpp>
#include <tests/deviation/labelling.hpp>

#include <gtest/gtest.h>

#include <vector>

namespace writing_test {

namespace dev = balint::deviation;
using P = balint::student_group;

TEST(WrittenLog, HasTheChangesAndSaysWhereTheyAre) {
  const auto people = support::formed<P>().formed().value();
  const auto whole = support::trace<P>().whole();
  const dev::chronicle<P> c(people, std::span<const balint::event<P>>(whole.begin(), whole.size()));
  std::vector<dev::plan<P>> plans(2);
  plans[0].remove(1);
  const auto put = plans[1].put(4, c[0]);
  plans[1].replace(5, c[1]);
  dev::detail::written_log<P> log(c, std::span<const dev::plan<P>>(plans), [](const auto&) { return true; });
  EXPECT_EQ(log.events().size(), whole.size());
  EXPECT_EQ(log.position(0, {0, -1}), 1U);
  EXPECT_EQ(log.position(0, {2, -1}), 2U);
  EXPECT_EQ(log.position(0, {1, -1}), 2U);  // where it would be
  EXPECT_EQ(log.position(1, put), 4U);
  EXPECT_EQ(log.position(1, {5, -1}), 6U);
  EXPECT_EQ(log.position(1, {dev::nowhere, -1}), 0U);
  EXPECT_EQ(log.position_of(1, 9), 4U);
  EXPECT_EQ(log.reached(4), 4U);
  EXPECT_EQ(log.events()[3], c[0]);
  EXPECT_EQ(log.events()[5], c[1]);
  plans[1].cut_at = 5;
  dev::detail::written_log<P> cut(c, std::span<const dev::plan<P>>(plans), [](const auto&) { return true; });
  EXPECT_EQ(cut.events().size(), 5U);
}

}  // namespace writing_test
