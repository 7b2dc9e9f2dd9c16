// SPDX-License-Identifier: MIT
// The search itself; tests/exploration/repair_test.cpp holds it against walking every state.
#include <balint/alignment/search/detail/optimal_search.hpp>
#include <balint/conformance/judge.hpp>
#include <gtest/gtest.h>

#include <type_traits>

#include "tests/conformance/traces.hpp"

using namespace balint;
using namespace support;

namespace optimal_search_test {

using P = student_group;

struct searched {
  bool came_to_an_end;
  std::uint32_t at_least;
  std::vector<detail::aligned_move<P>> moves;
  std::uint32_t cost;
};
searched search(const std::vector<event<P>>& trace, std::uint32_t limit, std::size_t most = 100'000) {
  const auto people = formed<P>();
  const detail::alignment_problem<P> problem(trace, detail::group_of(people));
  const detail::order_bound<P> order(problem);
  detail::optimal_search<P> all(problem, order);
  const bool ended = all.run(limit, most);
  EXPECT_EQ(all.is_found(), all.cost() < limit);
  return {ended, all.at_least(), all.moves(), all.cost()};
}
/// The trace after these moves.
std::vector<event<P>> moved(const std::vector<event<P>>& trace, const std::vector<detail::aligned_move<P>>& moves) {
  std::vector<event<P>> after;
  auto next = moves.begin();
  for (std::size_t i = 0; i <= trace.size(); ++i) {
    bool stays = i < trace.size();
    for (; next != moves.end() && next->at == i; ++next) {
      if (next->kind == detail::move_kind::on_model) after.push_back(next->what);
      if (next->kind == detail::move_kind::on_log) stays = false;
    }
    if (stays) after.push_back(trace[i]);
  }
  return after;
}
std::vector<event<P>> repeated() {
  auto trace = conforming<P>();
  const auto where = place_of<P>(trace, "vote");
  trace.insert(trace.begin() + static_cast<std::ptrdiff_t>(where), trace[where]);
  return without<P>(trace, place_of<P>(trace, "forecast"));
}

TEST(OptimalSearch, FindsTheNearest) {
  const auto found = search(repeated(), 10);
  ASSERT_TRUE(found.came_to_an_end);
  EXPECT_EQ(found.cost, 2U);
  EXPECT_EQ(found.moves.size(), 2U);
  EXPECT_EQ(judge_trace<P>(formed<P>(), moved(repeated(), found.moves)), verdict::conforming);
}
TEST(OptimalSearch, SaysThatNothingIsNearer) {
  const auto found = search(repeated(), 2);
  EXPECT_TRUE(found.came_to_an_end);
  EXPECT_TRUE(found.moves.empty());
  EXPECT_EQ(found.at_least, 2U);
}
TEST(OptimalSearch, GivesUpWhenItHasNoRoom) {
  const auto found = search(repeated(), 10, 1);
  EXPECT_FALSE(found.came_to_an_end);
  EXPECT_TRUE(found.moves.empty());
  EXPECT_LE(found.at_least, 2U);
}
TEST(OptimalSearch, KeepsTheClockRunningForward) {
  auto trace = conforming<P>();
  trace[0].at = {2'000};
  trace[1].at = {1'000};
  const auto found = search(trace, 10);
  ASSERT_TRUE(found.came_to_an_end);
  EXPECT_EQ(found.moves.size(), 2U);  // one of them goes, and its turn comes in without a time
}
TEST(OptimalSearch, TakesOutWhatIsNoEventOfTheProtocol) {
  auto trace = conforming<P>();
  trace.insert(trace.begin(), detail::raw_event<P>({.by = anna, .act = {0xFFF0}}));
  trace.insert(trace.begin(), detail::raw_event<P>({.by = nobody, .act = {0}}));
  const auto found = search(trace, 10);
  ASSERT_EQ(found.moves.size(), 2U);
  EXPECT_EQ(found.moves[0].kind, detail::move_kind::on_log);
}
TEST(OptimalSearch, GoesOnFromAnyState) {
  const auto whole = conforming<P>();
  const auto half = place_of<P>(whole, "tell_story");
  session<P> now(formed<P>().formed().value());
  for (std::size_t i = 0; i < half; ++i) ASSERT_TRUE(now.apply(whole[i]));
  const std::vector<event<P>> rest(whole.begin() + static_cast<std::ptrdiff_t>(half) + 1, whole.end());
  const auto people = formed<P>();
  const detail::alignment_problem<P> problem(rest, detail::group_of(people));
  const detail::order_bound<P> order(problem);
  detail::optimal_search<P> all(problem, order);
  ASSERT_TRUE(all.run(detail::engine<P>(detail::group_of(people), now.snapshot().state), 10, 100'000));
  EXPECT_EQ(all.moves(), (std::vector{detail::aligned_move<P>{detail::move_kind::on_model, 0, whole[half]}}));
}

TEST(OptimalSearch, StaysWhereItIs) {
  EXPECT_FALSE(std::is_copy_constructible_v<detail::optimal_search<P>>);
  EXPECT_FALSE(std::is_move_constructible_v<detail::optimal_search<P>>);
}

}  // namespace optimal_search_test
