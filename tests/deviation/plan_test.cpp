// SPDX-License-Identifier: MIT
#include <balint/deviation/plan.hpp>
#include <tests/support.hpp>

#include <gtest/gtest.h>

namespace plan_test {

namespace dev = balint::deviation;
namespace act = balint::act;
using P = balint::student_group;
using balint::code;
using event = balint::event<P>;
using support::anna, support::lead;

TEST(Plan, CountsWhatIsLikeOntoOneFinding) {
  dev::plan<P> p;
  p.find({0, -1}, code::wrong_stage, event::of<act::ask>(anna));
  p.find({1, -1}, code::wrong_stage, event::of<act::answer>(anna));
  ASSERT_EQ(p.must.size(), 1U);
  EXPECT_EQ(p.must[0].times, 2U);
  p.find({2, -1}, code::wrong_stage, event::of<act::propose>(anna));
  p.find({3, -1}, code::repeated, event::of<act::propose>(anna));
  p.find({4, -1}, code::repeated, event::of<act::tell_story>(anna));
  EXPECT_EQ(p.must.size(), 4U);
  p.find({5, -1}, code::repeated, event::of<act::tell_story>(anna));
  EXPECT_EQ(p.must.back().times, 2U);
  p.end_row();
  p.find({6, -1}, code::repeated, event::of<act::tell_story>(anna));
  EXPECT_EQ(p.must.size(), 5U);
}
TEST(Plan, NeverCountsWhatIsFoundAtAMove) {
  dev::plan<P> p;
  p.find({0, -1}, code::stage_skipped, event::of<act::close>(lead));
  EXPECT_EQ(p.verdict, dev::expected_verdict::different);
  p.find({0, -1}, code::stage_skipped, event::of<act::close>(lead));
  EXPECT_EQ(p.must.size(), 2U);
}
TEST(Plan, PutsEventsInOrder) {
  dev::plan<P> p;
  EXPECT_EQ(p.put(3, {}), (dev::place{3, 0}));
  EXPECT_EQ(p.put(3, {}), (dev::place{3, 1}));
  EXPECT_EQ(p.put(4, {}), (dev::place{4, 0}));
  EXPECT_EQ(p.replace(4, {}), (dev::place{4, -1}));
  p.worsen(dev::expected_verdict::in_progress);
  p.worsen(dev::expected_verdict::conforming);
  EXPECT_EQ(p.verdict, dev::expected_verdict::in_progress);
}

}  // namespace plan_test
