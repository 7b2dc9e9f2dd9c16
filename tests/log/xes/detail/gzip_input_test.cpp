// SPDX-License-Identifier: MIT
// A file that may be compressed: what is plain, whole, of several members, cut off, damaged, or expands without
// measure.
#include <balint/log/xes/detail/gzip_input.hpp>
#include <balint/log/xes/gzip_sink.hpp>

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <string>
#include <string_view>

#include "tests/log/reading.hpp"

using namespace balint;

namespace gzip_input_test {

/// What is read in pieces of so many bytes, and the fault at the end.
struct unpacking {
  std::string text;
  std::string found;
  std::string expected;

  explicit unpacking(const std::string& bytes, std::size_t piece = 1000) {
    const support::text_file file(bytes);
    detail::gzip_input input(file.get());
    std::string block(piece, '\0');
    while (const auto n = input.read(block)) text.append(block.data(), n);
    EXPECT_EQ(input.read(block), 0U);
    found = input.found();
    expected = input.expected();
  }
};

std::string gzip_of(std::string_view text) {
  std::string bytes;
  const auto append = [&bytes](std::string_view piece) {
    bytes += piece;
    return true;
  };
  gzip_sink sink(append);
  EXPECT_TRUE(sink(text) && sink.finish());
  return bytes;
}

TEST(GzipInput, ReadsWhatIsNotCompressed) {
  for (const std::string text : {"plain", "\x1F", "\x1F plain", ""}) {
    const unpacking input(text);
    EXPECT_EQ(input.text, text);
    EXPECT_EQ(input.found, "");
  }
}

TEST(GzipInput, ReadsPlainTextInPiecesOfAnySize) {
  const std::string text(100'000, 'x');
  EXPECT_EQ(unpacking(text, 7).text, text);
  EXPECT_EQ(unpacking(text, 1 << 20).text, text);
}

TEST(GzipInput, ReadsMembersOneAfterTheOther) {
  const unpacking input(gzip_of("anna ") + gzip_of("") + gzip_of("asks"), 3);
  EXPECT_EQ(input.text, "anna asks");
  EXPECT_EQ(input.found, "");
}

TEST(GzipInput, GivesWhatCameBeforeTheEndOfACutFile) {
  const auto whole = gzip_of("anna asks");
  for (std::size_t n = 2; n < whole.size(); ++n) {
    const unpacking input(whole.substr(0, n));
    EXPECT_TRUE(std::string_view("anna asks").starts_with(input.text)) << n;
    EXPECT_EQ(input.found, "the end of the file inside a gzip") << n;
    EXPECT_EQ(input.expected, "the rest of a file that was cut off") << n;
  }
}

TEST(GzipInput, GivesAsMuchOfACutFileInBlocksOfAnySize) {
  const auto whole = gzip_of(std::string(2'000, 'a') + "anna asks" + std::string(2'000, 'a'));
  for (std::size_t n = 10; n < whole.size(); ++n) {
    const unpacking at_once(whole.substr(0, n), 5'000);
    for (const std::size_t room : {1U, 7U, 300U})
      EXPECT_EQ(unpacking(whole.substr(0, n), room).text, at_once.text) << n;
  }
}

TEST(GzipInput, SaysThatAChecksumIsWrong) {
  auto bytes = gzip_of("anna asks");
  bytes[bytes.size() - 8] ^= 1;
  EXPECT_EQ(unpacking(bytes).found, "a damaged gzip");
}

TEST(GzipInput, SaysThatAHeaderIsDamaged) {
  auto bytes = gzip_of("anna asks");
  bytes[2] = 7;  // No such way to compress.
  const unpacking input(bytes);
  EXPECT_EQ(input.text, "");
  EXPECT_EQ(input.found, "a damaged gzip");
}

TEST(GzipInput, SaysThatSomethingFollowsTheLastMember) {
  const unpacking input(gzip_of("anna asks") + "more");
  EXPECT_EQ(input.text, "anna asks");
  EXPECT_EQ(input.found, "something after a gzip");
  EXPECT_EQ(unpacking(gzip_of("anna asks") + "\x1F more").found, "a damaged gzip");
}

TEST(GzipInput, PassesOverZeroBytesBehindTheLastMember) {
  for (const std::size_t zeros : {1U, 511U, 40'000U, 100'000U}) {
    const unpacking input(gzip_of("anna ") + gzip_of("asks") + std::string(zeros, '\0'));
    EXPECT_EQ(input.text, "anna asks") << zeros;
    EXPECT_EQ(input.found, "") << zeros;
  }
  for (const auto& after : {std::string("more"), gzip_of("asks")}) {
    const unpacking input(gzip_of("anna") + std::string(600, '\0') + after);
    EXPECT_EQ(input.text, "anna");
    EXPECT_EQ(input.found, "something after a gzip");
  }
}

TEST(GzipInput, StopsAtWhatExpandsWithoutMeasure) {
  const unpacking input(gzip_of(std::string(detail::gzip_input::free_bytes + 1'000'000, ' ')));
  EXPECT_EQ(input.found, "a gzip that expands to more than 500 times its size");
  EXPECT_LE(input.text.size(), detail::gzip_input::free_bytes + 1000);
  EXPECT_EQ(unpacking(gzip_of(std::string(detail::gzip_input::free_bytes / 2, ' '))).found, "");
}

TEST(GzipInput, SaysThatAFileCannotBeRead) {
  std::FILE* const directory = std::fopen("/", "rb");
  ASSERT_NE(directory, nullptr);
  detail::gzip_input input(directory);
  std::array<char, 10> block{};
  EXPECT_EQ(input.read(block), 0U);
  EXPECT_EQ(input.found(), "a file that cannot be read");
  std::fclose(directory);
}

}  // namespace gzip_input_test
