// SPDX-License-Identifier: MIT
// Lines of a file, one after the other, in memory that does not grow with it.
#include <gtest/gtest.h>

#include <balint/log/file/line_reader.hpp>
#include <string>
#include <vector>

#include "tests/log/reading.hpp"

using balint::line_reader;
using support::text_file;

namespace line_reader_test {

struct lines {
  std::vector<std::string> all;
  line_reader::result last{};
  std::uint64_t number = 0;
  std::uint64_t bytes = 0;

  explicit lines(std::string text) {
    const text_file file(std::move(text));
    line_reader reader(file.get());
    std::string_view line;
    while ((last = reader.next(line)) == line_reader::result::line) all.emplace_back(line);
    number = reader.number();
    bytes = reader.bytes();
  }
};

TEST(LineReader, OfAnEmptyFileGivesNothing) {
  const lines none("");
  EXPECT_TRUE(none.all.empty());
  EXPECT_EQ(none.last, line_reader::result::end);
  EXPECT_EQ(none.number, 0U);
  EXPECT_EQ(none.bytes, 0U);
}

TEST(LineReader, OfAFileThatCouldNotBeOpenedIsUnreadable) {
  line_reader reader(nullptr);
  std::string_view line;
  EXPECT_EQ(reader.next(line), line_reader::result::unreadable);
}
TEST(LineReader, GivesEachLineWithoutItsEnd) {
  const lines three("one\ntwo\n\nfour\n");
  EXPECT_EQ(three.all, (std::vector<std::string>{"one", "two", "", "four"}));
  EXPECT_EQ(three.last, line_reader::result::end);
  EXPECT_EQ(three.number, 4U);
  EXPECT_EQ(three.bytes, 14U);
}

TEST(LineReader, TakesALastLineWithoutAnEnd) {
  const lines two("one\ntwo");
  EXPECT_EQ(two.all, (std::vector<std::string>{"one", "two"}));
  EXPECT_EQ(two.bytes, 7U);
}

TEST(LineReader, LeavesACarriageReturnToTheReaderOfTheLine) {
  EXPECT_EQ(lines("one\r\n").all, std::vector<std::string>{"one\r"});
}

TEST(LineReader, KeepsBytesThatAreNoText) {
  const std::string odd("a\0b\xFF\x80", 5);
  EXPECT_EQ(lines(odd + "\nx\n").all, (std::vector<std::string>{odd, "x"}));
}

TEST(LineReader, GivesALineOfTheLongestLength) {
  const std::string longest(line_reader::max_line, 'x');
  const lines fit(longest + "\n" + longest);
  EXPECT_EQ(fit.all, (std::vector<std::string>{longest, longest}));
  EXPECT_EQ(fit.last, line_reader::result::end);
}

TEST(LineReader, StopsAtALineThatIsTooLong) {
  const std::string too_long(line_reader::max_line + 1, 'x');
  EXPECT_EQ(lines(too_long + "\n").last, line_reader::result::too_long);
  EXPECT_EQ(lines(too_long).last, line_reader::result::too_long);
  const lines behind("one\n" + too_long + "\ntwo\n");
  EXPECT_EQ(behind.all, std::vector<std::string>{"one"});
  EXPECT_EQ(behind.last, line_reader::result::too_long);
  EXPECT_EQ(behind.number, 1U);
}

TEST(LineReader, GivesManyLinesAcrossItsBuffer) {
  std::string text;
  std::vector<std::string> expected;
  for (std::size_t i = 0; text.size() < 5 * line_reader::max_line; ++i) {
    expected.emplace_back(i * 7919 % 60'000, static_cast<char>('a' + i % 26));
    text += expected.back() + "\n";
  }
  const auto size = text.size();
  const lines all(std::move(text));
  EXPECT_EQ(all.all, expected);
  EXPECT_EQ(all.bytes, size);
}

TEST(LineReader, MayBeReadBeyondTheEndOfALine) {
  const text_file file("last");
  line_reader reader(file.get());
  std::string_view line;
  ASSERT_EQ(reader.next(line), line_reader::result::line);
  for (std::size_t i = 0; i < line_reader::padding; ++i) EXPECT_EQ(line.data()[line.size() + i], '\0');
}

TEST(LineReader, SaysThatAFileCannotBeRead) {
  std::FILE* const folder = std::fopen(BALINT_SOURCE_DIR, "rb");
  ASSERT_NE(folder, nullptr);
  line_reader reader(folder);
  std::string_view line;
  EXPECT_EQ(reader.next(line), line_reader::result::unreadable);
  std::fclose(folder);
}

// ---- other sources of bytes -----------------------------------------------------------------------------------------

/// Gives a text piece by piece, and counts how often it was asked.
struct piecemeal {
  std::vector<std::string> pieces;
  int* asked;
  std::ptrdiff_t operator()(char* to, std::size_t most) {
    ++*asked;
    if (pieces.empty()) return 0;
    const auto piece = pieces.front().substr(0, most);
    pieces.erase(pieces.begin());
    if (piece == "broken") return -1;
    piece.copy(to, piece.size());
    return static_cast<std::ptrdiff_t>(piece.size());
  }
};

TEST(LineReader, GivesALineAsSoonAsItHasCome) {
  int asked = 0;
  line_reader reader(piecemeal{{"one\ntw", "o\n", "three"}, &asked});
  std::string_view line;
  EXPECT_EQ(reader.next(line), line_reader::result::line);
  EXPECT_EQ(line, "one");
  EXPECT_EQ(asked, 1);
  EXPECT_EQ(reader.next(line), line_reader::result::line);
  EXPECT_EQ(line, "two");
  EXPECT_EQ(asked, 2);
  EXPECT_EQ(reader.next(line), line_reader::result::line);
  EXPECT_EQ(line, "three");
  EXPECT_EQ(reader.next(line), line_reader::result::end);
}
TEST(LineReader, SaysThatASourceFailed) {
  int asked = 0;
  line_reader reader(piecemeal{{"one\n", "broken"}, &asked});
  std::string_view line;
  EXPECT_EQ(reader.next(line), line_reader::result::line);
  EXPECT_EQ(reader.next(line), line_reader::result::unreadable);
}

TEST(LineReader, LeavesALineOutThatIsTooLongAndGoesOn) {
  const text_file file("one\n" + std::string(3 * line_reader::max_line, 'x') + "\nthree\n" +
                       std::string(line_reader::max_line + 1, 'y'));
  line_reader reader(file.get());
  std::string_view line;
  EXPECT_EQ(reader.next(line), line_reader::result::line);
  EXPECT_EQ(reader.next(line), line_reader::result::too_long);
  EXPECT_TRUE(reader.skip());
  EXPECT_EQ(reader.number(), 2U);
  EXPECT_EQ(reader.next(line), line_reader::result::line);
  EXPECT_EQ(line, "three");
  EXPECT_EQ(reader.number(), 3U);
  EXPECT_EQ(reader.next(line), line_reader::result::too_long);
  EXPECT_TRUE(reader.skip());
  EXPECT_EQ(reader.next(line), line_reader::result::end);
  EXPECT_EQ(reader.bytes(), 4U + 3 * line_reader::max_line + 1 + 6 + line_reader::max_line + 1);
}

}  // namespace line_reader_test
