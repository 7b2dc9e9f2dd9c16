// SPDX-License-Identifier: MIT
// Runs with players outside, most of them rogues: each ends as documented, in time, and each trouble is counted.
#include <balint/players/play.hpp>
#include <tests/players/playing.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace play_test {

namespace players = balint::players;
using players::trouble;
using support::chooser;
using support::played_outside;
using support::rogue;

class Play : public testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(support::has_python()) << "tests/run.sh installs python3"; }
};
class Rogue : public Play {};

/// That everything ended.
void is_over(const played_outside& all, std::size_t sessions = 8) {
  EXPECT_TRUE(all.is_whole);
  EXPECT_EQ(all.sessions.size(), sessions);
  for (const auto& one : all.outcomes) EXPECT_NE(one.why, balint::simulation::stop::running);
}
/// That it was so in time: the time-outs that there may be, plus what a busy machine takes. Whatever hangs takes
/// longer.
void is_in_time(const played_outside& all, std::int64_t time_outs) { EXPECT_LT(all.milliseconds, time_outs + 60'000); }
/// That nothing went wrong but this, so often.
void has_counted(const played_outside& all, trouble what, std::uint64_t times) {
  for (std::size_t i = 0; i < players::trouble_count; ++i) {
    const auto one = static_cast<trouble>(i);
    EXPECT_EQ(all.counts.of(one), one == what ? times : 0U) << name_of(one);
  }
}

TEST_F(Play, GoesOnToTheEndOfEverySession) {
  const auto all = support::play({.line = chooser()}, {.sessions = 20, .outside = {support::anna, support::boris}});
  is_over(all, 20);
  has_counted(all, trouble::none, 0);
  EXPECT_GT(all.counts.acted, 40U);
  EXPECT_EQ(all.counts.asked, all.counts.acted + all.counts.silent);
  EXPECT_EQ(all.counts.fallbacks, 0U);
}
TEST_F(Play, HasProcessesOnlyWhileItIsPlayed) {
  std::size_t children = 0;
  (void)support::play({.line = chooser()}, {.sessions = 4}, [&] { children += support::has_children() ? 1 : 0; });
  EXPECT_EQ(children, 4U);
  EXPECT_FALSE(support::has_children());
}
TEST_F(Play, IsTheSameHoweverManyAreAskedAtOnce) {
  const auto all = support::play({.line = chooser()}, {.sessions = 20});
  EXPECT_EQ(support::play({.line = chooser(), .max_in_flight = 1}, {.sessions = 20}).text(), all.text());
  EXPECT_EQ(support::play({.line = chooser()}, {.sessions = 20, .at_once = 1}).text(), all.text());
  EXPECT_EQ(support::play({.line = chooser()}, {.sessions = 20, .at_once = 7}).text(), all.text());
  EXPECT_EQ(support::play({.line = rogue("one")}, {.sessions = 20}).counts.silent,
            support::play({.line = rogue("silent")}, {.sessions = 20}).counts.silent);
}
played_outside play_pipeline(const std::string& how) {
  return support::play(
      {.line = rogue(how)},
      {.sessions = 4'096, .at_once = 4'096, .so = {.attempts = 1, .drop_after = 1}, .until = {.max_events = 20}});
}
// Far more than a pipe holds goes both ways, and the player writes before it has read all: neither waits for the other.
TEST_F(Play, APipelineOf4096AsksEnds) {
  const auto all = play_pipeline("wide 4096");
  is_over(all, 4'096);
  EXPECT_EQ(all.counts.silent, 4'096U);
  has_counted(all, trouble::failed, all.counts.asked - 4'096);
}
// The player reads all of it before it answers any.
TEST_F(Play, APipelineOf4096AsksThatAreAnsweredTogetherEnds) {
  const auto all = play_pipeline("batch");
  is_over(all, 4'096);
  EXPECT_EQ(all.counts.silent, 4'096U);
  has_counted(all, trouble::failed, all.counts.asked - 4'096);
}

// What each rogue does: three turns that come to nothing for each of eight sessions, after which it is asked no more.
struct rogue_case {
  const char* how;
  trouble what;
  std::uint64_t times;
  std::uint32_t time_outs = 0;
};
class Rogues : public Play, public testing::WithParamInterface<rogue_case> {};
TEST_P(Rogues, AreCountedAndEnd) {
  constexpr std::uint32_t limit = 300;
  const auto& [how, what, times, time_outs] = GetParam();
  const auto all = support::play({.line = rogue(how), .limit = time_outs == 0 ? 20'000 : limit});
  is_over(all);
  is_in_time(all, std::int64_t{time_outs} * limit);
  has_counted(all, what, times);
  EXPECT_EQ(all.counts.fallbacks, 24U);
  EXPECT_EQ(all.counts.dropped, 8U);
  EXPECT_EQ(all.counts.acted + all.counts.silent, 0U);
}
INSTANTIATE_TEST_SUITE_P(
    Each, Rogues,
    testing::Values(rogue_case{"hang", trouble::timed_out, 24, 3}, rogue_case{"ignore", trouble::timed_out, 24, 3},
                    rogue_case{"die", trouble::died, 24},            // of two processes, and of none
                    rogue_case{"close", trouble::died, 24},          //
                    rogue_case{"long", trouble::too_long, 24},       // 10 MB a line
                    rogue_case{"over", trouble::too_long, 24},       // one byte too many
                    rogue_case{"nul", trouble::not_json, 24},        //
                    rogue_case{"garbage", trouble::not_json, 24},    //
                    rogue_case{"key", trouble::not_json, 24},        // content slips in
                    rogue_case{"id", trouble::unknown_id, 24},       //
                    rogue_case{"invent", trouble::unknown_act, 72},  // three attempts in a turn
                    rogue_case{"untargeted", trouble::unknown_act, 72}, rogue_case{"lie", trouble::refused, 72},
                    rogue_case{"stranger", trouble::refused, 72}, rogue_case{"fail", trouble::failed, 24}),
    [](const auto& one) { return std::string(one.param.how); });

TEST_F(Rogue, FloodsAndIsReadNoLongerThanNeeded) {
  const auto all = support::play({.line = rogue("flood")});
  is_over(all);
  EXPECT_GE(all.counts.of(trouble::not_json), 24U);
  has_counted(all, trouble::not_json, all.counts.of(trouble::not_json));
  EXPECT_EQ(all.counts.fallbacks, 24U);
}
TEST_F(Rogue, HearsNothingMore) {
  const auto all = support::play({.line = rogue("deaf"), .limit = 300});
  is_over(all);
  is_in_time(all, 3 * 300);
  EXPECT_EQ(all.counts.of(trouble::timed_out) + all.counts.of(trouble::died), 24U);
  EXPECT_EQ(all.counts.fallbacks, 24U);
}
TEST_F(Rogue, AnswersLate) {
  const auto all = support::play({.line = rogue("late"), .limit = 200}, {.sessions = 2, .at_once = 1});
  is_over(all, 2);
  is_in_time(all, 6 * 200);
  EXPECT_EQ(all.counts.of(trouble::timed_out), 6U);
  EXPECT_EQ(all.counts.of(trouble::late), 5U);
  EXPECT_EQ(all.counts.fallbacks, 6U);
}
TEST_F(Rogue, AnswersTwice) {
  const auto all = support::play({.line = rogue("twice")});
  is_over(all);
  has_counted(all, trouble::late, all.counts.asked);
  EXPECT_EQ(all.counts.silent, all.counts.asked);
}
TEST_F(Rogue, WritesTheLongestLineThatThereIs) {
  const auto all = support::play({.line = rogue("just")});
  is_over(all);
  has_counted(all, trouble::none, 0);
}
// The first process answers three asks and dies with those that it was asked; the second one plays on from the
// beginning of each session.
TEST_F(Rogue, DiesOnceAndGoesOn) {
  const std::string mark = testing::TempDir() + "balint_players_mark";
  std::remove(mark.c_str());
  ::setenv("MARK", mark.c_str(), 1);
  const auto all =
      support::play({.line = "if [ -e $MARK ]; then " + rogue("silent") + "; fi; touch $MARK; " + rogue("die 3"),
                     .variables = {"MARK"}});
  std::remove(mark.c_str());
  is_over(all);
  EXPECT_GT(all.counts.of(trouble::died), 0U);
  EXPECT_LE(all.counts.of(trouble::died), 8U);
  has_counted(all, trouble::died, all.counts.of(trouble::died));
  EXPECT_EQ(all.counts.dropped, 0U);
  EXPECT_GT(all.counts.silent, 8U);
}
TEST_F(Rogue, DoesNotEndWhenItIsToldTo) {
  const auto all = support::play({.line = rogue("stay"), .grace = 200});
  is_over(all);
  is_in_time(all, 400);
}

std::string text_of(std::FILE* file) {
  std::string all;
  std::rewind(file);
  for (int c = std::fgetc(file); c != EOF; c = std::fgetc(file)) all += static_cast<char>(c);
  return all;
}
struct temporary {
  std::FILE* file = std::tmpfile();
  temporary() = default;
  temporary(const temporary&) = delete;
  temporary& operator=(const temporary&) = delete;
  ~temporary() { std::fclose(file); }
};

class Cassettes : public Play, public testing::WithParamInterface<const char*> {};
TEST_P(Cassettes, AreReplayedByteForByteWithoutAnyProcess) {
  const temporary tape;
  const std::string how = GetParam();
  const auto original =
      support::play({.line = how == "chooser" ? chooser() : rogue(how), .limit = how == "hang" ? 200U : 20'000U},
                    {.sessions = 8, .outside = {support::anna, support::lead}, .cassette_to = tape.file});
  std::rewind(tape.file);
  auto recorded = players::cassette::read(tape.file);
  ASSERT_TRUE(recorded) << recorded.error();
  players::player_pool pool(std::move(*recorded));
  std::size_t children = 0;
  const auto again = support::play(pool, {.sessions = 8, .outside = {support::anna, support::lead}},
                                   [&] { children += support::has_children() ? 1 : 0; });
  EXPECT_EQ(children, 0U) << "a process was started";
  EXPECT_TRUE(again.is_whole);
  EXPECT_EQ(again.text(), original.text());
  EXPECT_EQ(again.outcomes, original.outcomes);
  EXPECT_EQ(again.counts, original.counts);
}
INSTANTIATE_TEST_SUITE_P(Each, Cassettes,
                         testing::Values("chooser", "silent", "hang", "die", "lie", "invent", "stranger", "twice",
                                         "nul"),
                         [](const auto& one) { return std::string(one.param); });
TEST_F(Play, ACassetteOfSomethingElseIsNoticed) {
  const temporary tape;
  (void)support::play({.line = chooser()}, {.cassette_to = tape.file});
  std::rewind(tape.file);
  players::player_pool pool(players::cassette::read(tape.file).value());
  EXPECT_FALSE(support::play(pool, {.outside = {support::boris}}).is_whole);
  EXPECT_TRUE(pool.is_off_cassette());
}
TEST_F(Play, NothingThatAPlayerWritesStandsInACassetteButWhatTheProtocolKnows) {
  constexpr const char* secret = "sesame_4711";
  ::setenv("BALINT_TEST_SECRET", secret, 1);
  for (const auto* how : {"secret", "stranger", "key"}) {
    const temporary tape;
    const auto all =
        support::play({.line = rogue(how), .variables = {"BALINT_TEST_SECRET"}}, {.cassette_to = tape.file});
    is_over(all);
    const auto text = text_of(tape.file);
    EXPECT_THAT(text, testing::HasSubstr("sim-00000000-7"));
    for (const auto* word : {secret, "my_secret_name", "what anna said"})
      EXPECT_THAT(text, testing::Not(testing::HasSubstr(word)));
  }
}

}  // namespace play_test
