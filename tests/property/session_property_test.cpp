// SPDX-License-Identifier: MIT
// What a session says it would accept is what it accepts, and a refusal changes nothing.
#include <algorithm>
#include <set>
#include <string_view>

#include "tests/property/session_properties.hpp"

using namespace balint;

namespace session_property_test {

template <typename P>
class RandomSession : public testing::Test {};
TYPED_TEST_SUITE(RandomSession, property::protocols);

TYPED_TEST(RandomSession, CanSaysWhatApplyDoes) {
  EXPECT_TRUE(property::always(property::can_says_what_apply_does<session<TypeParam>>));
}
TYPED_TEST(RandomSession, ARefusalChangesNothing) {
  EXPECT_TRUE(property::always(property::a_refusal_changes_nothing<session<TypeParam>>));
}
TYPED_TEST(RandomSession, LegalActsAreTheAcceptedOnes) {
  EXPECT_TRUE(property::always(property::legal_acts_are_the_accepted_ones<session<TypeParam>>));
}
TYPED_TEST(RandomSession, LegalEventsAreTheAcceptedOnes) {
  EXPECT_TRUE(property::always(property::legal_events_are_the_accepted_ones<session<TypeParam>>));
}

// The scripts are worth something: they reach every stage and the end, and meet many refusals.
TYPED_TEST(RandomSession, ReachesEveryStageAndManyRefusals) {
  using P = TypeParam;
  std::set<std::size_t> stages;
  std::set<code> refusals;
  std::size_t accepted = 0, all = 0, closed = 0, formed = 0;
  EXPECT_TRUE(property::always([&](const property::script& s) {
    formed += form<P>(property::people_of<P>(s)).is_formed() ? 1U : 0U;
    auto now = property::begun<session<P>>(s);
    for (const auto& one : s.steps) {
      const auto done = now.apply(property::chosen(now, one));
      stages.insert(now.stage().index);
      if (!done) refusals.insert(done.error().code);
      accepted += done ? 1U : 0U;
      ++all;
    }
    closed += now.end() == ending::closed ? 1U : 0U;
    return true;
  }));
  EXPECT_EQ(formed, 300U);
  EXPECT_EQ(stages.size(), P::order::size);
  EXPECT_GE(refusals.size(), 10U);
  EXPECT_GE(closed, 5U);
  EXPECT_GT(accepted * 2, all);
}

/// Says that all can be done.
struct promising : session<student_group> {
  using session::session;
  std::expected<void, refusal<student_group>> can(const event<student_group>&) const { return {}; }
};
TEST(CanSaysWhatApplyDoes, CatchesASessionThatPromisesAll) {
  EXPECT_TRUE(property::is_caught(property::can_says_what_apply_does<promising>));
}

/// Sends out whoever is refused because of somebody else's role.
struct resentful : session<student_group> {
  using session::session;
  auto apply(const event<student_group>& e) {
    auto done = session::apply(e);
    if (!done && done.error().code == code::wrong_role) (void)session::record<act::drop>(e.by);
    return done;
  }
};
TEST(ARefusalChangesNothing, CatchesASessionThatChangesOnARefusal) {
  EXPECT_TRUE(property::is_caught(property::a_refusal_changes_nothing<resentful>));
}

/// Takes the first advance for always legal, and leaves out every hand-over.
struct careless : session<student_group> {
  using session::session;
  act_set<student_group> legal_acts(person_id who) const {
    auto acts = session::legal_acts(who);
    if (who == acting_leader()) acts.insert(act_id_of<act::advance, student_group>);
    return acts;
  }
  template <typename F>
  void each_legal_event(person_id who, F f) const {
    session::each_legal_event(who, [&](const event<student_group>& e) {
      if (e.act != act_id_of<act::hand_over, student_group>) f(e);
    });
  }
};
TEST(LegalActs, AreCaughtNamingOneThatIsRefused) {
  EXPECT_TRUE(property::is_caught(property::legal_acts_are_the_accepted_ones<careless>));
}
TEST(LegalEvents, AreCaughtLeavingOneOut) {
  EXPECT_TRUE(property::is_caught(property::legal_events_are_the_accepted_ones<careless>));
}

}  // namespace session_property_test
