// SPDX-License-Identifier: MIT
#include <balint/random/purpose.hpp>
#include <balint/random/stream.hpp>
#include <balint/simulation/draws.hpp>

#include <gtest/gtest.h>

namespace draws_test {

using balint::random::purpose;
using balint::random::stream;
using balint::simulation::draws;

TEST(Draws, HaveAStreamForEachPurposeOfAPlayer) {
  const balint::random::address where{.seed = 1, .session = 2, .fork = 3};
  draws all(where, 7);
  EXPECT_EQ(all.floor.bits32(), stream(where, purpose::floor, 7).bits32());
  EXPECT_EQ(all.act.bits32(), stream(where, purpose::act, 7).bits32());
  EXPECT_EQ(all.target.bits32(), stream(where, purpose::target, 7).bits32());
  EXPECT_EQ(all.hold.bits32(), stream(where, purpose::hold, 7).bits32());
  EXPECT_EQ(all.absence.bits32(), stream(where, purpose::absence, 7).bits32());
}

TEST(Draws, OfAStageAreTheSameWhateverWasDrawnBefore) {
  draws few({.seed = 1}, 7);
  draws many({.seed = 1}, 7);
  for (auto* one : {&many.floor, &many.act, &many.target, &many.hold, &many.absence}) (void)one->bits64();
  few.enter(2);
  many.enter(2);
  EXPECT_EQ(few.floor.bits32(), many.floor.bits32());
  EXPECT_EQ(few.act.bits32(), many.act.bits32());
  EXPECT_EQ(few.target.bits32(), many.target.bits32());
  EXPECT_EQ(few.hold.bits32(), many.hold.bits32());
  EXPECT_EQ(few.absence.bits32(), many.absence.bits32());
}

}  // namespace draws_test
