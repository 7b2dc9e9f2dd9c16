// SPDX-License-Identifier: MIT
#include <balint/random/philox.hpp>

#include <gtest/gtest.h>

#include <cstdint>

namespace philox_test {

using balint::random::block;
using balint::random::key;
using balint::random::philox;

// The vectors that Random123 publishes in its kat_vectors for philox4x32 with 10 rounds.
TEST(Philox, HasThePublishedVectors) {
  EXPECT_EQ(philox({0, 0, 0, 0}, {{0, 0}}), (block{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
  EXPECT_EQ(philox({0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff}, {{0xffffffff, 0xffffffff}}),
            (block{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
  EXPECT_EQ(philox({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {{0xa4093822, 0x299f31d0}}),
            (block{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
}
TEST(Key, IsASeedItsLowerHalfFirst) {
  static_assert(key::of(0x0123'4567'89AB'CDEF) == key{{0x89AB'CDEF, 0x0123'4567}});
  EXPECT_EQ(key::of(20111115), (key{{20111115, 0}}));
}

}  // namespace philox_test
