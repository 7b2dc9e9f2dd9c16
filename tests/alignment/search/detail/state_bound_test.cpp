// SPDX-License-Identifier: MIT
#include <balint/alignment/search/detail/state_bound.hpp>
#include <gtest/gtest.h>

#include "tests/conformance/traces.hpp"

using namespace balint;
using namespace support;

namespace state_bound_test {

using P = student_group;

std::uint32_t least(const std::vector<event<P>>& trace) {
  const auto people = formed<P>();
  const detail::alignment_problem<P> problem(trace, detail::group_of(people));
  const detail::order_bound<P> order(problem);
  return detail::state_bound<P>(problem, order).least(detail::engine<P>(detail::group_of(people)), 0);
}
std::vector<event<P>> lacking(std::string_view act, std::size_t n = 0) {
  const auto whole = conforming<P>();
  return without<P>(whole, place_of<P>(whole, act, n));
}

TEST(StateBound, AsksNothingOfWhatIsWhole) { EXPECT_EQ(least(conforming<P>()), 0U); }
TEST(StateBound, AsksForTheTurnOfWhoeverHasNone) {
  EXPECT_EQ(least(lacking("present_case", 1)), 1U);
  EXPECT_EQ(least(lacking("vote", 1)), 1U);
}
TEST(StateBound, AsksOneOfWhoeverLacksSeveral) {
  auto trace = lacking("present_case", 1);
  trace = without<P>(trace, place_of<P>(trace, "vote", 1));
  EXPECT_EQ(least(trace), 1U);
}
TEST(StateBound, AsksNothingOfWhoeverGoes) {
  auto trace = lacking("present_case", 1);
  const auto who = conforming<P>()[place_of<P>(conforming<P>(), "present_case", 1)].by;
  trace.push_back(event<P>::of<act::drop>(who));
  EXPECT_EQ(least(trace), 1U);  // the drop itself, which comes behind the end
}
TEST(StateBound, ForgivesOneProposalAsWhoeverLacksItMayBeThePresenter) {
  const auto one = lacking("propose", 1);  // Anna, whose case it is, proposes nothing
  EXPECT_EQ(least(one), 1U);
  EXPECT_EQ(least(without<P>(one, place_of<P>(one, "propose"))), 2U);
}
TEST(StateBound, AsksForWhatIsOwedOnce) {
  EXPECT_EQ(least(lacking("tell_story")), 1U);
  EXPECT_EQ(least(lacking("self_assess")), 1U);
}
TEST(StateBound, AsksForWhatAnOptionIsOwed) {
  auto trace = conforming<P>();
  std::erase_if(trace, [](const event<P>& e) { return name_of<P>(e.act) == "forecast"; });
  EXPECT_GE(least(trace), 1U);
}
TEST(StateBound, AsksForWhatIsDoneTwice) {
  auto trace = conforming<P>();
  trace.insert(trace.begin(), trace[0]);
  trace.insert(trace.begin() + static_cast<std::ptrdiff_t>(place_of<P>(trace, "self_assess")),
               event<P>::of<act::self_assess>(anna));
  EXPECT_EQ(least(trace), 2U);
}
TEST(StateBound, CountsOnWhereSixteenBitsEnd) {
  constexpr std::size_t n = 70'000;
  auto trace = conforming<P>();
  trace.insert(trace.begin(), n, trace[0]);  // everybody presents one case
  EXPECT_EQ(least(trace), n);
}

}  // namespace state_bound_test
