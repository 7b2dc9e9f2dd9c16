// SPDX-License-Identifier: MIT
// Numbers and texts as bytes.
#include <balint/words/detail/bytes.hpp>

#include <limits>

#include "tests/support.hpp"

using namespace balint;
using namespace std::string_literals;
using namespace std::string_view_literals;

namespace bytes_test {

TEST(ByteWriter, PutsTheLowestByteFirst) {
  detail::byte_writer out;
  out.number(std::uint32_t{0x01020304});
  out.number(std::int64_t{-2});
  out.number(std::uint8_t{0xFF});
  out.text("ab");
  out.raw("c");
  EXPECT_EQ(out.bytes(), "\x04\x03\x02\x01\xFE\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x02\0abc"s);
}
TEST(ByteReader, ReadsWhatWasWritten) {
  detail::byte_writer out;
  out.number((std::numeric_limits<std::int64_t>::min)());
  out.number((std::numeric_limits<std::uint64_t>::max)());
  out.number(std::uint16_t{0xABCD});
  out.text("");
  out.text("anna");
  detail::byte_reader in(out.bytes());
  EXPECT_EQ(in.number<std::int64_t>(), (std::numeric_limits<std::int64_t>::min)());
  EXPECT_EQ(in.number<std::uint64_t>(), (std::numeric_limits<std::uint64_t>::max)());
  EXPECT_EQ(in.number<std::uint16_t>(), 0xABCD);
  EXPECT_EQ(in.text(), "");
  EXPECT_FALSE(in.is_at_end());
  EXPECT_EQ(in.text(), "anna");
  EXPECT_TRUE(in.is_at_end());
}
TEST(ByteReader, IsNotSoundBeyondTheEnd) {
  detail::byte_reader cut("\x05");
  EXPECT_EQ(cut.number<std::uint32_t>(), 0U);
  EXPECT_FALSE(cut.is_at_end());
  detail::byte_reader in("\x05\0anna"sv);
  EXPECT_EQ(in.text(), "");
  EXPECT_FALSE(in.is_at_end());
  detail::byte_reader none("");
  EXPECT_TRUE(none.is_at_end());
  none.refuse();
  EXPECT_FALSE(none.is_at_end());
}

}  // namespace bytes_test
