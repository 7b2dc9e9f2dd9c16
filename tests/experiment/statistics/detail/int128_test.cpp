// SPDX-License-Identifier: MIT
#include <balint/experiment/statistics/detail/int128.hpp>

#include <gtest/gtest.h>

#include <string>

namespace int128_test {

using balint::experiment::detail::byte_reader;
using balint::experiment::detail::byte_writer;
using balint::experiment::detail::int128;
using balint::experiment::detail::text_of;

constexpr int128 large = (int128{1} << 126U) + 12345;

TEST(Int128, IsWrittenInDecimal) {
  EXPECT_EQ(text_of(0), "0");
  EXPECT_EQ(text_of(-7), "-7");
  EXPECT_EQ(text_of(int128{1'000'000'000'000} * 1'000'000'000'000), "1000000000000000000000000");
  EXPECT_EQ(text_of((int128{1} << 126U) * -2), "-170141183460469231731687303715884105728");
}
TEST(Bytes, AreReadAsTheyWereWritten) {
  std::string bytes;
  byte_writer out(bytes);
  out.put<16>(large);
  out.put<16>(-large);
  out.put<8>(-3);
  out.put<2>(0x1234);
  EXPECT_EQ(bytes.size(), 42U);
  EXPECT_EQ(bytes.substr(40), "\x34\x12");
  byte_reader in(bytes);
  EXPECT_TRUE(in.get<16>() == large);
  EXPECT_TRUE(in.get<16>() == -large);
  EXPECT_EQ(static_cast<std::int64_t>(in.get<8>()), -3);
  EXPECT_FALSE(in.is_done());
  EXPECT_TRUE(in.get<2>() == 0x1234);
  EXPECT_TRUE(in.is_done());
}
TEST(Bytes, AreNotGoodBeyondTheEnd) {
  byte_reader in("abc");
  EXPECT_TRUE(in.get<4>() == 0);
  EXPECT_FALSE(in.is_good());
  EXPECT_FALSE(in.is_done());
}

}  // namespace int128_test
