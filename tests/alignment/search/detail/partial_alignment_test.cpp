// SPDX-License-Identifier: MIT
#include <balint/alignment/search/detail/partial_alignment.hpp>
#include <gtest/gtest.h>

#include "tests/conformance/traces.hpp"

using namespace balint;
using namespace support;

namespace partial_alignment_test {

using P = student_group;

constexpr bool stays_at_its_most() {
  detail::saturating_count n;
  for (std::uint32_t i = 0; i < detail::saturating_count::most; ++i) ++n;
  const bool is_exact = n.value() == detail::saturating_count::most;
  ++n;
  return is_exact && n.value() == detail::saturating_count::most;
}
TEST(SaturatingCount, StaysAtItsMost) { EXPECT_TRUE(stays_at_its_most()); }
TEST(SaturatingCount, CountsFromNothing) {
  constexpr auto two = [] {
    detail::saturating_count n;
    ++n;
    ++n;
    return n.value();
  }();
  BALINT_CHECK(detail::saturating_count{}.value() == 0);
  BALINT_CHECK(two == 2);
}
TEST(PartialAlignment, SaysWhoseTurnCanBeRevised) {
  const auto people = formed<P>();
  detail::partial_alignment<P> d{.now = detail::engine<P>(detail::group_of(people))};
  d.revisable = 0b10;
  EXPECT_TRUE(d.is_revisable(1));
  EXPECT_FALSE(d.is_revisable(0));
  EXPECT_EQ(d.stage(), 0U);
}
TEST(PartialAlignment, CountsWhatAnOptionLacks) {
  const auto whole = conforming<P>();
  session<P> now(formed<P>().formed().value());
  const auto weighed = place_of<P>(whole, "assess");
  for (std::size_t i = 0; i < weighed; ++i) ASSERT_TRUE(now.apply(whole[i]));
  EXPECT_EQ(detail::lacking<P>(now.snapshot().state, 0), 2U);
  ASSERT_TRUE(now.apply(whole[weighed]));
  EXPECT_EQ(detail::lacking<P>(now.snapshot().state, 0), 1U);
  EXPECT_EQ(detail::lacking<P>(now.snapshot().state, 1), 2U);
  ASSERT_TRUE(now.apply(whole[weighed + 1]));
  EXPECT_EQ(detail::lacking<P>(now.snapshot().state, 0), 0U);
}

}  // namespace partial_alignment_test
