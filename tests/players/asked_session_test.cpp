// SPDX-License-Identifier: MIT
#include <balint/players/asked_session.hpp>
#include <tests/players/playing.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace asked_session_test {

namespace players = balint::players;
using players::reply;
using players::trouble;
using support::anna;
using support::asked;
using testing::HasSubstr;
using testing::Not;
using P = balint::student_group;

TEST(AskedSession, WithNobodyOutsideIsTheSimulatedSession) {
  const auto one = asked(3, {});
  EXPECT_EQ(one->advance(), balint::nobody);
  std::vector<balint::event<P>> events;
  const auto result = balint::simulation::simulate_session<P>(
      support::cast_of_students().group(), support::students{balint::simulation::willing<P>()},
      {.seed = 7, .session = 3}, [&](const balint::event<P>& e) { events.push_back(e); });
  EXPECT_EQ(one->events(), events);
  EXPECT_EQ(one->result(), result);
}
TEST(AskedSession, AsksOneAndGoesOnWithTheAnswer) {
  const auto one = asked(3, {anna});
  ASSERT_EQ(one->advance(), anna);
  EXPECT_EQ(one->advance(), anna) << "until it is answered";
  EXPECT_EQ(one->key().ask, 1U);
  EXPECT_EQ(one->key().session, "sim-00000000-3");
  EXPECT_EQ(one->key().player, "anna");
  const auto before = one->events().size();
  const auto result = one->take({.act = "present_case"});
  EXPECT_EQ(result.what, trouble::none);
  EXPECT_EQ(result.recorded, (reply{.act = "present_case"}));
  ASSERT_EQ(one->events().size(), before + 1);
  EXPECT_EQ(one->events().back().by, anna);
  EXPECT_EQ(one->take({.is_silence = true}).what, trouble::none);
}
TEST(AskedSession, AsksAgainWhatIsRefusedAndGivesTheFloorUpInTheEnd) {
  const auto one = asked(3, {anna}, {.attempts = 2, .drop_after = 2});
  for (int turn = 1; turn <= 2; ++turn) {
    ASSERT_EQ(one->advance(), anna);
    const auto first = one->take({.act = "close"});
    EXPECT_EQ(first.what, trouble::refused);
    EXPECT_EQ(first.attempts_left, 1U);
    ASSERT_EQ(one->asked(), anna);
    EXPECT_THAT(one->lines(1, 1, 9), HasSubstr(R"("attempt":2)"));
    const auto second = one->take({.act = "sing"});
    EXPECT_EQ(second.what, trouble::unknown_act);
    EXPECT_EQ(second.why, balint::code::unknown_act);
    EXPECT_EQ(second.recorded, (reply{.what = trouble::unknown_act})) << "no word of it";
    EXPECT_EQ(second.attempts_left, 0U);
    EXPECT_EQ(second.is_dropped, turn == 2);
    EXPECT_EQ(one->asked(), balint::nobody);
  }
  EXPECT_EQ(one->refusals().size(), 2U);
  EXPECT_EQ(one->events().back(), (balint::event<P>::of<balint::act::drop>(anna, one->events().back().at)));
  EXPECT_EQ(one->advance(), balint::nobody) << "anna is asked no more";
}
TEST(AskedSession, TellsAPlayerOfASessionOnceForEachStart) {
  const auto one = asked(3, {anna, support::lead});
  ASSERT_NE(one->advance(), balint::nobody);
  EXPECT_THAT(one->lines(1, 1, 9), HasSubstr("\"begin\""));
  const auto who = one->asked();
  do {
    (void)one->take({.is_silence = true});
    ASSERT_NE(one->advance(), balint::nobody);
  } while (one->asked() != who);
  EXPECT_THAT(one->lines(2, 1, 9), Not(HasSubstr("\"begin\"")));
  EXPECT_THAT(one->lines(3, 1, 9), HasSubstr("\"since\":[]")) << "all of it was told before";
  const auto again = one->lines(4, 2, 9);
  EXPECT_THAT(again, HasSubstr("\"begin\""));
  EXPECT_THAT(again, HasSubstr("\"since\":[{")) << "the process that was started again knows nothing";
}
// That somebody let a turn go by is told to who leads, and to nobody else.
TEST(AskedSession, TellsOfPassesToTheLeaderAlone) {
  for (const auto other : {support::boris, support::lead}) {
    const auto one = asked(3, {anna, other});
    std::string told;
    for (int i = 0; i < 200 && one->advance() != balint::nobody && one->events().size() < 30; ++i) {
      const auto who = one->asked();
      const auto lines = one->lines(1, 1, 9);
      if (who == other) told += lines;
      (void)one->take(who == anna ? reply{.act = "pass"} : reply{.is_silence = true});
    }
    EXPECT_THAT(told, HasSubstr(R"("by":"clara")"));
    constexpr auto pass = R"("by":"anna","act":"pass")";
    EXPECT_EQ(told.find(pass) != std::string::npos, other == support::lead);
  }
}

}  // namespace asked_session_test
