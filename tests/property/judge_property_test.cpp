// SPDX-License-Identifier: MIT
// The judge finds nothing in what a session accepted, but what somebody flagged, and follows it to the same state.
#include "tests/property/session_properties.hpp"

using namespace balint;

namespace judge_property_test {

/// What a judge finds beside the flags.
template <typename P>
struct beside_flags {
  std::size_t* flags;
  std::size_t* others;
  void operator()(const finding<P>& f) const { ++*(f.code == code::flagged ? flags : others); }
};

template <typename P>
using judge_of = judge<P, beside_flags<P>>;

/// Whether a judge agrees with a session on what it accepted.
template <typename P, typename Judge>
bool judge_agrees(const property::script& s) {
  const auto people = property::people_of<P>(s);
  const auto formed = form<P>(people);
  std::size_t flags = 0, others = 0, flagged = 0;
  Judge by(formed, {&flags, &others});
  session<P> now(formed.group);
  const bool follows = property::play(now, s.steps, [&](session<P>& session, const event<P>& e) {
    if (!session.apply(e)) return true;
    by.apply(e);
    flagged += name_of<P>(e.act) == "flag" ? 1U : 0U;
    return by.session().snapshot() == session.snapshot();
  });
  const auto expected = flagged != 0                      ? verdict::rule_violation
                        : now.end() == ending::terminated ? verdict::terminated
                        : now.end() == ending::closed     ? verdict::conforming
                                                          : verdict::in_progress;
  return follows && others == 0 && flags == flagged && by.verdict() == expected;
}

template <typename P>
class RandomTrace : public testing::Test {};
TYPED_TEST_SUITE(RandomTrace, property::protocols);

TYPED_TEST(RandomTrace, OfAcceptedEventsHasNoFindingButTheFlags) {
  EXPECT_TRUE(property::always(judge_agrees<TypeParam, judge_of<TypeParam>>));
}

/// Overhears every vote.
struct hard_of_hearing : judge_of<student_group> {
  using judge_of<student_group>::judge;
  void apply(const event<student_group>& e) {
    if (e.act != act_id_of<act::vote, student_group>) judge::apply(e);
  }
};
TEST(JudgeAgrees, CatchesAJudgeThatMissesEvents) {
  EXPECT_TRUE(property::is_caught(judge_agrees<student_group, hard_of_hearing>));
}

/// Hears every flag twice.
struct excitable : judge_of<student_group> {
  using judge_of<student_group>::judge;
  void apply(const event<student_group>& e) {
    judge::apply(e);
    if (e.act == act_id_of<act::flag, student_group>) judge::apply(e);
  }
};
TEST(JudgeAgrees, CatchesAJudgeThatCountsAFlagTwice) {
  EXPECT_TRUE(property::is_caught(judge_agrees<student_group, excitable>));
}

}  // namespace judge_property_test
