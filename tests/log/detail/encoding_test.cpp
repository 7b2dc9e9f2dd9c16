// SPDX-License-Identifier: MIT
#include <balint/log/detail/encoding.hpp>

#include <string_view>

#include "tests/support.hpp"

using namespace balint;
using namespace std::string_view_literals;

namespace encoding_test {

TEST(Encoding, KnowsUtf8) {
  BALINT_CHECK(detail::is_utf8(""));
  BALINT_CHECK(detail::is_utf8("plain"));
  BALINT_CHECK(
      detail::is_utf8("\xC3\xA9 \xD0\x9F \xE2\x82\xAC \xED\x9F\xBF \xEF\xBF\xBF \xF0\x9F\x98\x80 \xF4\x8F\xBF\xBF"));
}
TEST(Encoding, KnowsWhatIsNoUtf8) {
  for (const auto bad :
       {"\xF3\xF7\xE8\xF2\xE5\xEB\xFC"sv, "caf\xE9"sv, "\x80"sv, "\xC3"sv, "\xC3("sv, "\xC0\xAF"sv, "\xC1\xBF"sv,
        "\xE0\x80\x80"sv, "\xE2\x82"sv, "\xE2(\xA1"sv, "\xE2\x82("sv, "\xED\xA0\x80"sv, "\xF0\x80\x80\x80"sv,
        "\xF0\x9F\x98"sv, "\xF0\x9F\x98("sv, "\xF4\x90\x80\x80"sv, "\xF5\x80\x80\x80"sv, "\xFF"sv})
    EXPECT_FALSE(detail::is_utf8(bad)) << bad;
}
TEST(Encoding, KnowsUtf16AndUtf32) {
  BALINT_CHECK(detail::wide_encoding_of("\xFF\xFEs\0"sv) == "UTF-16");
  BALINT_CHECK(detail::wide_encoding_of("\xFE\xFF\0s"sv) == "UTF-16");
  BALINT_CHECK(detail::wide_encoding_of("s\0e\0"sv) == "UTF-16");
  BALINT_CHECK(detail::wide_encoding_of("\0s\0e"sv) == "UTF-16");
  BALINT_CHECK(detail::wide_encoding_of("\xFF\xFE\0\0s\0\0\0"sv) == "UTF-32");
  BALINT_CHECK(detail::wide_encoding_of("\0\0\xFE\xFF\0\0\0s"sv) == "UTF-32");
  BALINT_CHECK(detail::wide_encoding_of("s\0\0\0"sv) == "UTF-32");
  BALINT_CHECK(detail::wide_encoding_of("\0\0\0s"sv) == "UTF-32");
  BALINT_CHECK(detail::wide_encoding_of("").empty());
  BALINT_CHECK(detail::wide_encoding_of("session").empty());
  BALINT_CHECK(detail::wide_encoding_of("\xEF\xBB\xBFs").empty());
  BALINT_CHECK(detail::wide_encoding_of("\0\0\0\0"sv).empty());
  EXPECT_EQ(detail::wide_encoding_fault("\xFF\xFEs\0"sv)->found, "text in UTF-16");
  EXPECT_FALSE(detail::wide_encoding_fault("{}"));
}
TEST(Encoding, TakesOneByteOrderMarkAway) {
  BALINT_CHECK(detail::without_mark("\xEF\xBB\xBFx") == "x");
  BALINT_CHECK(detail::without_mark("x") == "x");
  BALINT_CHECK(detail::without_mark("\xEF\xBB\xBF\xEF\xBB\xBF") == "\xEF\xBB\xBF");
}

}  // namespace encoding_test
