// SPDX-License-Identifier: MIT
// What others see of a session.
#include <balint/words/view.hpp>

#include "tests/support.hpp"

using namespace balint;
using namespace support;
using students = student_group;
using words = std::vector<std::string_view>;

namespace view_test {

template <typename P>
class View : public testing::Test {};
using protocols = testing::Types<student_group, staff_group, led_staff_group, classical_group, case_consultation>;
TYPED_TEST_SUITE(View, protocols);

TYPED_TEST(View, OfASessionThatBegins) {
  using P = TypeParam;
  const session<P> now(formed<P>().formed().value());
  const auto view = view_of(now);
  EXPECT_EQ(view.protocol, P::name);
  EXPECT_EQ(view.stage, P::order::names[0]);
  EXPECT_EQ(view.stage_number, 1U);
  EXPECT_EQ(view.stages, P::order::size);
  EXPECT_EQ(view.end, ending::running);
  EXPECT_FALSE(view.has_begun);
  EXPECT_EQ(view.began, unstated);
  EXPECT_EQ(view.stage_began, unstated);
  EXPECT_EQ(view.last, unstated);
  EXPECT_EQ(view.presenter, nobody);
  EXPECT_EQ(view.leader, lead);
  EXPECT_EQ(view.people.size(), people_of<P>().size());
  EXPECT_TRUE(view.cases.empty() && view.options.empty() && view.happened.empty() && view.open_flags.empty());
  EXPECT_EQ(view, view_of(now));
}
TYPED_TEST(View, OfASessionThatWasClosed) {
  using P = TypeParam;
  session<P> now(formed<P>().formed().value());
  std::int64_t at = 0;
  std::int64_t moved = 0;
  for (auto e : trace<P>().whole()) {
    e.at = instant{++at};
    if (e.act == act_id_of<act::advance, P>) moved = at;
    ASSERT_TRUE(now.apply(e));
  }
  const auto view = view_of(now);
  EXPECT_EQ(view.end, ending::closed);
  EXPECT_EQ(view.stage_number, view.stages);
  EXPECT_EQ(view.began, instant{1});
  EXPECT_EQ(view.stage_began, instant{moved});
  EXPECT_EQ(view.last, instant{at});
  EXPECT_EQ(view.presenter, anna);
  EXPECT_EQ(view.options.size(), now.option_count());
}

TEST(ViewOfStudents, HasTheVotesOfEachCase) {
  auto s = entering<students, stage::selection>();
  s.did(anna, act::vote{}, case_id{boris})
      .did(clara, act::vote{}, case_id{boris})
      .did(lead, act::vote{}, case_id{anna});
  s.did(clara, act::withdraw{});
  const auto view = view_of(s.now());
  ASSERT_EQ(view.cases.size(), 3U);
  EXPECT_EQ(view.cases[0], (seen_case{.owner = anna, .voters = person_set{8}}));
  EXPECT_EQ(view.cases[1], (seen_case{.owner = boris, .voters = person_set{5}}));
  EXPECT_EQ(view.cases[1].votes(), 2U);
  EXPECT_EQ(view.cases[2], (seen_case{.owner = clara, .is_out = true}));
}
TEST(ViewOfStudents, HasPeopleWithOfficesAndPresence) {
  auto s = entering<students, stage::selection>();
  s.did(boris, act::drop{}).did(clara, act::withdraw{});
  const auto view = view_of(s.now());
  EXPECT_EQ(view.people[0], (seen_person{.offices = {"participant"}, .is_present = true}));
  EXPECT_EQ(view.people[1], (seen_person{.offices = {"participant"}}));
  EXPECT_EQ(view.people[2], (seen_person{.offices = {"participant"}, .has_left = true}));
  EXPECT_EQ(view.people[3], (seen_person{.offices = {"leader"}, .is_present = true}));
}
TEST(ViewOfClassical, HasWhoIsOutsideTheCircle) {
  const auto s = entering<classical_group, stage::group_work>();
  const auto view = view_of(s.now());
  for (const auto who : s->people().people()) EXPECT_EQ(view.people[who.index].is_outside, s->is_outside(who));
}
TEST(ViewOfStudents, HasTheAuthorsOfOptionsAndWhatTheyLack) {
  auto s = entering<students, stage::assessment>();  // boris and clara proposed
  s.did(boris, act::assess{}, option_id{1}).did(clara, act::forecast{}, option_id{1});
  s.did(clara, act::assess{}, option_id{1}).did(lead, act::assess{}, option_id{2});
  const auto view = view_of(s.now());
  ASSERT_EQ(view.options.size(), 2U);
  EXPECT_EQ(view.options[0],
            (seen_option{.author = boris, .weighed = {"assess", "forecast"}, .by_author = true, .by_another = true}));
  EXPECT_EQ(view.options[1], (seen_option{.author = clara, .by_another = true}));
}
TEST(ViewOfStudents, HasWhoDidAndWhoPassed) {
  scene<students> s;
  s.did(anna, act::present_case{}).did(boris, act::pass{});
  const auto view = view_of(s.now());
  ASSERT_EQ(view.turns.size(), 3U);
  EXPECT_EQ(view.turns[0],
            (seen_turn{.stage = "presentation", .act = "present_case", .did = person_set{1}, .passed = person_set{2}}));
  EXPECT_EQ(view.turns[1], (seen_turn{.stage = "selection", .act = "vote"}));
  EXPECT_EQ(view.happened, (words{"present_case", "pass"}));
  EXPECT_TRUE(view.has_begun);
}
TEST(ViewOfStudents, HasFlagsCutsAndWhoLeads) {
  auto s = entering<students, stage::proposals>();
  s.did(boris, act::propose{}).did(anna, act::flag{}, rule_of<students, rule::respect>);
  EXPECT_EQ(view_of(s.now()).open_flags, words{"respect"});
  s.did(lead, act::remind{}, rule_of<students, rule::respect>).did(lead, act::hand_over{}, deputy);
  EXPECT_EQ(view_of(s.now()).leader, deputy);
  s.did(deputy, act::cut_short{});
  const auto view = view_of(s.now());
  EXPECT_TRUE(view.open_flags.empty());
  EXPECT_EQ(view.cut_short, words{"proposals"});
  EXPECT_EQ(view.stage, "assessment");
  s.did(deputy, act::terminate{});
  EXPECT_EQ(view_of(s.now()).end, ending::terminated);
}
TEST(ViewOfStudents, BeginsItsFirstStageWithTheSession) {
  session<students> now(formed<students>().formed().value());
  EXPECT_TRUE(now.record<act::open>(lead, instant{3}));
  EXPECT_TRUE(now.record<act::present_case>(anna, instant{8}));
  EXPECT_EQ(view_of(now).stage_began, instant{3});
  const auto later = entering<students, stage::story>();
  EXPECT_EQ(view_of(later.now()).stage_began, unstated);
}

}  // namespace view_test
