// SPDX-License-Identifier: MIT
#include <balint/deviation/detail/breaches.hpp>
#include <tests/deviation/labelling.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <vector>

namespace breaches_test {

namespace act = balint::act;
namespace dev = balint::deviation;
namespace rule = balint::rule;
using P = balint::student_group;
using event = balint::event<P>;
using dev::expected_answer;
using support::anna, support::boris, support::lead;

std::vector<dev::expected_breach> in(const std::vector<event>& log, const std::vector<std::uint64_t>& idle = {}) {
  return dev::detail::breaches_in<P>(log, idle);
}
event flag(balint::person_id by, balint::rule_id of) { return event::of<act::flag>(by, of); }
constexpr auto respect = balint::rule_of<P, rule::respect>;
constexpr auto no_criticism = balint::rule_of<P, rule::no_criticism>;

TEST(Breaches, AreAnsweredByAReminderOfTheRule) {
  const auto all = in({flag(anna, respect), flag(boris, no_criticism), event::of<act::remind>(lead, respect),
                       event::of<act::remind>(lead, respect)});
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0], (dev::expected_breach{1, "respect", expected_answer::reminder, 3}));
  EXPECT_EQ(all[1], (dev::expected_breach{2, "no_criticism", expected_answer::none, 0}));
}
TEST(Breaches, AreAnsweredByTermination) {
  const auto all = in({flag(anna, respect), event::of<act::terminate>(lead), flag(boris, respect)});
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0], (dev::expected_breach{1, "respect", expected_answer::terminated, 2}));
}
TEST(Breaches, EndWithTheSession) {
  const std::vector<event> log{event::of<act::close>(lead), flag(anna, respect)};
  EXPECT_TRUE(in(log).empty());
  EXPECT_EQ(in(log, {1}).size(), 1U);
}
TEST(Breaches, AreOfThoseWhoDidNotLeave) {
  EXPECT_TRUE(in({event::of<act::withdraw>(anna), flag(anna, respect)}).empty());
  EXPECT_EQ(in({event::of<act::drop>(anna), flag(anna, respect)}).size(), 1U);
}

}  // namespace breaches_test
