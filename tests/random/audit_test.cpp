// SPDX-License-Identifier: MIT
#include <balint/random/audit.hpp>
#include <balint/random/purpose.hpp>
#include <balint/random/stream.hpp>

#include <gtest/gtest.h>

#include <cstdint>

namespace audit_test {

using balint::random::address;
using balint::random::audited;
using balint::random::basic_stream;
using balint::random::counter_record;
using balint::random::no_audit;
using balint::random::purpose;
using balint::random::purpose_count;

TEST(Audit, FindsEachCounterUsedOnce) {
  counter_record all;
  for (std::uint64_t session = 0; session < 3; ++session) {
    for (std::uint16_t fork = 0; fork < 2; ++fork) {
      for (std::uint8_t player = 0; player < 4; ++player) {
        for (std::uint8_t what = 0; what < purpose_count; ++what) {
          basic_stream<audited> one({.seed = 1, .session = session, .fork = fork}, static_cast<purpose>(what), player,
                                    audited(all));
          for (int i = 0; i < 9; ++i) (void)one.bits32();
        }
      }
    }
  }
  EXPECT_EQ(all.size(), 3U * 2 * 4 * purpose_count * 3);
  EXPECT_EQ(all.repeated(), 0U);
}
TEST(Audit, FindsAStreamThatIsSharedInSecret) {
  counter_record all;
  for (int i = 0; i < 2; ++i) {
    basic_stream<audited> one({.seed = 1}, purpose::act, 0, audited(all));
    for (int k = 0; k < 8; ++k) (void)one.bits32();
  }
  EXPECT_EQ(all.size(), 2U);
  EXPECT_EQ(all.repeated(), 2U);
}
TEST(Audit, ChangesNoDrawAndCostsNothingWhereThereIsNone) {
  counter_record all;
  basic_stream<audited> watched({.seed = 1}, purpose::act, 0, audited(all));
  basic_stream<> alone({.seed = 1}, purpose::act, 0);
  for (int i = 0; i < 20; ++i) EXPECT_EQ(watched.bits32(), alone.bits32());
  static_assert(sizeof(basic_stream<no_audit>) == 44);
}

}  // namespace audit_test
