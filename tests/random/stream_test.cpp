// SPDX-License-Identifier: MIT
#include <balint/random/audit.hpp>
#include <balint/random/philox.hpp>
#include <balint/random/purpose.hpp>
#include <balint/random/stream.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <set>

namespace stream_test {

using balint::random::address;
using balint::random::block;
using balint::random::counter_of;
using balint::random::key;
using balint::random::philox;
using balint::random::purpose;
using balint::random::stream;

TEST(Counter, HasEverythingInItsPlace) {
  constexpr address where{.seed = 1, .session = 0x1234'5678'9ABC, .point = 0xDEF0, .fork = 0x5A5A};
  static_assert(counter_of(where, purpose::hold, 0x77, 42) == block{42, 0x5A5A'7703, 0x5678'9ABC, 0xDEF0'1234});
  EXPECT_EQ(counter_of(where, purpose::hold, 0x77, 42), (block{42, 0x5A5A'7703, 0x5678'9ABC, 0xDEF0'1234}));
}
TEST(Counter, LeavesOutWhatASessionsNumberHasTooMuch) {
  EXPECT_EQ(counter_of({.session = 0xFFFF'0000'0000'0001}, purpose::floor, 0, 0), (block{0, 0, 1, 0}));
}

// The 10,000th value of C++26's std::philox4x32 with its default seed, as the standard has it.
TEST(Stream, IsTheStandardsEngineWhereTheCounterIsZero) {
  stream all({.seed = 20111115}, purpose::floor, 0);
  std::uint32_t last = 0;
  for (int i = 0; i < 10'000; ++i) last = all.bits32();
  EXPECT_EQ(last, 1955073260U);
}
TEST(Stream, TakesFourWordsOfABlock) {
  const address where{.seed = 7, .session = 3, .point = 2, .fork = 1};
  stream all(where, purpose::act, 5);
  for (std::uint32_t i = 0; i < 3; ++i) {
    for (const auto word : philox(counter_of(where, purpose::act, 5, i), key::of(7))) EXPECT_EQ(all.bits32(), word);
  }
}
TEST(Stream, GivesTheLowerHalfFirst) {
  stream words({.seed = 9}, purpose::act, 1);
  stream pairs({.seed = 9}, purpose::act, 1);
  for (int i = 0; i < 5; ++i) {
    const std::uint64_t low = words.bits32();
    const std::uint64_t high = words.bits32();
    EXPECT_EQ(pairs.bits64(), low | high << 32U);
  }
}
TEST(Stream, IsAnotherForEachPartOfItsName) {
  std::set<std::uint64_t> firsts;
  const auto add = [&](const address& where, purpose what, std::uint8_t player) {
    stream one(where, what, player);
    firsts.insert(one.bits64());
  };
  const address where{.seed = 1, .session = 1, .point = 1, .fork = 1};
  add(where, purpose::floor, 1);
  add({.seed = 2, .session = 1, .point = 1, .fork = 1}, purpose::floor, 1);
  add({.seed = 1, .session = 2, .point = 1, .fork = 1}, purpose::floor, 1);
  add({.seed = 1, .session = 1, .point = 2, .fork = 1}, purpose::floor, 1);
  add({.seed = 1, .session = 1, .point = 1, .fork = 2}, purpose::floor, 1);
  add(where, purpose::act, 1);
  add(where, purpose::floor, 2);
  EXPECT_EQ(firsts.size(), 7U);
}
// A draw more for one purpose or one player moves nobody else's.
TEST(Stream, IsNotMovedByDrawsOfOthers) {
  const address where{.seed = 1, .session = 2};
  stream alone(where, purpose::floor, 1);
  stream more(where, purpose::act, 1);
  stream other(where, purpose::floor, 2);
  stream disturbed(where, purpose::floor, 1);
  for (int i = 0; i < 100; ++i) {
    for (int k = 0; k < i % 3; ++k) (void)more.bits32();
    if (i % 2 == 0) (void)other.bits64();
    EXPECT_EQ(disturbed.bits32(), alone.bits32());
  }
}

// What is drawn in a chapter does not depend on how much was drawn before.
TEST(Stream, TurnsToAChapterFromAnywhere) {
  stream one({.seed = 1}, purpose::hold, 1);
  stream other({.seed = 1}, purpose::hold, 1);
  for (int i = 0; i < 7; ++i) (void)other.bits32();
  one.turn_to(3);
  other.turn_to(3);
  for (const auto word : philox(counter_of({.seed = 1}, purpose::hold, 1, 3U << 24U), key::of(1))) {
    EXPECT_EQ(one.bits32(), word);
    EXPECT_EQ(other.bits32(), word);
  }
  one.turn_to(0);
  EXPECT_EQ(one.bits32(), stream({.seed = 1}, purpose::hold, 1).bits32());
}

}  // namespace stream_test
