// SPDX-License-Identifier: MIT
// When a stage was: from the event that entered it to the event that left it.
#include "span_words.hpp"
#include "stage_span.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <vector>

namespace stage_span_test {

constexpr balint::instant at(std::int64_t minute) { return {1'772'467'200'000 + minute * 60'000}; }  // 2026-03-02 16:00

/// A session of three stages.
class followed {
 public:
  followed& tick(std::size_t before, std::size_t after, balint::instant when, bool is_over = false) {
    clock_.tick(stages_, before, after, is_over, when);
    return *this;
  }
  std::vector<stage_span>& stop(std::size_t stage) {
    clock_.stop(stages_[stage]);
    return stages_;
  }

 private:
  stage_clock clock_;
  std::vector<stage_span> stages_{3};
};

TEST(StageClock, GivesAStageTheTimeBeforeItsFirstAct) {
  followed f;
  f.tick(0, 0, at(0)).tick(0, 1, at(10)).tick(1, 1, at(22)).tick(1, 2, at(25)).tick(2, 2, at(40), true);
  const auto& stages = f.stop(2);
  EXPECT_EQ(times_of(stages[0], false), "16:00 to 16:10, 10 minutes");
  EXPECT_EQ(times_of(stages[1], false), "16:10 to 16:25, 15 minutes") << "the story that ended at 16:22 belongs to it";
  EXPECT_EQ(times_of(stages[2], false), "16:25 to 16:40, 15 minutes");
  EXPECT_EQ(times_of(whole_of(stages), false), "16:00 to 16:40, 40 minutes");
}

TEST(StageClock, BeginsWithTheFirstTimeStated) {
  followed f;
  f.tick(0, 0, balint::unstated).tick(0, 0, at(3)).tick(0, 1, at(10));
  EXPECT_EQ(times_of(f.stop(1)[0], false), "16:03 to 16:10, 7 minutes");
}

TEST(StageClock, SaysNothingOfAStageWhoseEndIsNotStated) {
  followed f;
  f.tick(0, 0, at(0)).tick(0, 1, balint::unstated).tick(1, 2, at(20)).tick(2, 2, at(30), true);
  const auto& stages = f.stop(2);
  EXPECT_EQ(times_of(stages[0], false), "");
  EXPECT_EQ(times_of(stages[1], false), "");
  EXPECT_EQ(times_of(stages[2], false), "16:20 to 16:30, 10 minutes");
}

TEST(StageClock, TakesNoTimeThatRunsBack) {
  followed f;
  f.tick(0, 0, at(5)).tick(0, 1, at(4)).tick(1, 2, at(9));
  const auto& stages = f.stop(2);
  EXPECT_EQ(times_of(stages[0], false), "");
  EXPECT_EQ(times_of(stages[1], false), "");
}

TEST(StageClock, AddsUpTheVisitsOfAStage) {
  followed f;
  f.tick(0, 0, at(0)).tick(0, 1, at(10)).tick(1, 0, at(12)).tick(0, 1, at(20)).tick(1, 1, at(30), true);
  const auto& stages = f.stop(1);
  EXPECT_EQ(times_of(stages[0], false), "16:00 to 16:20, 18 minutes");
  EXPECT_EQ(times_of(stages[1], false), "16:10 to 16:30, 12 minutes");
}

TEST(StageClock, SaysHowLongARunningStageHasBeen) {
  followed f;
  f.tick(0, 0, at(0)).tick(0, 1, at(10)).tick(1, 1, at(14));
  EXPECT_EQ(times_of(f.stop(1)[1], false), "16:10 to 16:14, 4 minutes so far");
}

TEST(StageClock, TakesNothingAfterTheEnd) {
  followed f;
  f.tick(0, 0, at(0)).tick(0, 0, at(10), true).tick(0, 0, at(50), true);
  EXPECT_EQ(times_of(f.stop(0)[0], false), "16:00 to 16:10, 10 minutes");
}

TEST(SpanWords, ShowBothDatesOverMidnight) {
  followed f;
  f.tick(0, 0, at(7 * 60 + 30)).tick(0, 0, at(8 * 60 + 30), true);
  const auto& stages = f.stop(0);
  const auto whole = whole_of(stages);
  ASSERT_TRUE(is_over_midnight(whole));
  EXPECT_EQ(times_of(whole, true), "2026-03-02 23:30 to 2026-03-03 00:30, 60 minutes");
  EXPECT_FALSE(is_over_midnight(stage_span{}));
  followed early;
  early.tick(0, 0, at(0)).tick(0, 0, at(30), true);
  EXPECT_EQ(times_of(early.stop(0)[0], true), "2026-03-02 16:00 to 16:30, 30 minutes");
}

TEST(SpanWords, CountMinutes) {
  EXPECT_EQ(minutes_of({59'999}), "less than a minute");
  EXPECT_EQ(minutes_of({60'000}), "1 minute");
  EXPECT_EQ(minutes_of({120'000}), "2 minutes");
}

}  // namespace stage_span_test
