// SPDX-License-Identifier: MIT
// Rows of cells: quoted and bare ones, line ends of every kind, and what is no row.
#include <balint/log/csv/detail/row.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <string>
#include <vector>

#include "tests/log/reading.hpp"

namespace row_test {

using balint::detail::csv_row;
using testing::ElementsAre;

/// A row as it was read: its cells, or what stood against it.
struct table_row {
  csv_row::result came = csv_row::result::end;
  std::vector<std::string> cells = {};
  std::uint64_t line = 0;
  std::uint64_t filled = 0;
};

/// Every row of a text up to the first that is none.
std::vector<table_row> rows_of(const std::string& text) {
  const support::text_file file(text);
  csv_row row(file.get());
  std::vector<table_row> rows;
  for (;;) {
    table_row next{.came = row.next()};
    if (next.came == csv_row::result::end) return rows;
    next.line = row.number();
    next.filled = row.filled();
    if (next.came == csv_row::result::row) {
      for (std::size_t i = 0; i < std::min(row.count(), csv_row::most); ++i) next.cells.emplace_back(row[i]);
    }
    rows.push_back(next);
    if (next.came != csv_row::result::row) return rows;
  }
}
std::vector<std::string> cells_of(const std::string& line) {
  const auto rows = rows_of(line);
  EXPECT_EQ(rows.size(), 1U);
  return rows.empty() ? std::vector<std::string>{} : rows[0].cells;
}
csv_row::result fault_of(const std::string& text) {
  const auto rows = rows_of(text);
  return rows.empty() ? csv_row::result::end : rows.back().came;
}

TEST(CsvRow, SplitsAtCommasWhereverTheyAre) {
  EXPECT_THAT(cells_of("a,b"), ElementsAre("a", "b"));
  EXPECT_THAT(cells_of(",,"), ElementsAre("", "", ""));
  EXPECT_THAT(cells_of("1234567,12345678,"), ElementsAre("1234567", "12345678", ""));
  EXPECT_THAT(cells_of("\xC3\xA4,\xC2\xAC"), ElementsAre("\xC3\xA4", "\xC2\xAC"));
}
TEST(CsvRow, TellsWhichCellsAreFilled) {
  const auto rows = rows_of("a,,c\n\"\",\"b\",\n");
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].filled, 0b101U);
  EXPECT_EQ(rows[1].filled, 0b010U);
}
TEST(CsvRow, SplitsAtWhatTheFirstLineSays) {
  EXPECT_THAT(cells_of("a;b,c"), ElementsAre("a", "b,c"));
  EXPECT_THAT(cells_of("a\tb;c"), ElementsAre("a", "b;c"));
  EXPECT_THAT(cells_of("\"a,b\";c"), ElementsAre("a,b", "c"));
  EXPECT_THAT(cells_of("sep=\t\na\tb;c"), ElementsAre("a", "b;c"));
  EXPECT_THAT(rows_of("a;b\nc;\"d;e\"\n").at(1).cells, ElementsAre("c", "d;e"));
  EXPECT_TRUE(rows_of("sep=;").empty());
}
TEST(CsvRow, RefusesWhatIsNoUtf8) {
  EXPECT_EQ(fault_of("a,\xE9\n"), csv_row::result::not_utf8);
  EXPECT_EQ(fault_of("a,\"\xE9\"\n"), csv_row::result::not_utf8);
  EXPECT_EQ(fault_of("a,b\n\xE9,b\n"), csv_row::result::not_utf8);
  EXPECT_EQ(rows_of("a,b\n\xC3\xA9,b\n").at(1).came, csv_row::result::row);
}
TEST(CsvRow, KnowsARowOfNothing) {
  const auto blank = [](const std::string& line) {
    const support::text_file file(line);
    csv_row row(file.get());
    EXPECT_EQ(row.next(), csv_row::result::row);
    return row.is_blank();
  };
  for (const std::string& line : std::vector<std::string>{"\n", ",,\n", " ,\t\n", "\"\",\n", std::string(200, ',')})
    EXPECT_TRUE(blank(line)) << line;
  for (const std::string& line : std::vector<std::string>{"x\n", ",x\n", std::string(200, ',') + "x"})
    EXPECT_FALSE(blank(line)) << line;
}
TEST(CsvRow, CountsCellsBeyondTheMost) {
  const support::text_file file(std::string(csv_row::most + 4, ','));
  csv_row row(file.get());
  EXPECT_EQ(row.next(), csv_row::result::row);
  EXPECT_EQ(row.count(), csv_row::most + 5);
}
TEST(CsvRow, EndsInEitherLineEnd) {
  const auto rows = rows_of("a,b\r\nc,\"d\"\r\ne,f");
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_THAT(rows[0].cells, ElementsAre("a", "b"));
  EXPECT_THAT(rows[1].cells, ElementsAre("c", "d"));
  EXPECT_THAT(rows[2].cells, ElementsAre("e", "f"));
}
TEST(CsvRow, LeavesTheMarkOutThatSpreadsheetsBeginWith) {
  EXPECT_THAT(cells_of("\xEF\xBB\xBF"
                       "a,b"),
              ElementsAre("a", "b"));
  EXPECT_THAT(cells_of("\xEF\xBB\xBF\"a\",b"), ElementsAre("a", "b"));
  EXPECT_THAT(rows_of("a\n\xEF\xBB\xBF"
                      "b")
                  .at(1)
                  .cells,
              ElementsAre("\xEF\xBB\xBF"
                          "b"));
}
TEST(CsvRow, HoldsCommasQuotesAndLineEndsInAQuotedCell) {
  const auto rows = rows_of("\"a,b\",\"say \"\"so\"\"\",\"c\nd\r\ne\"\nf\n");
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_THAT(rows[0].cells, ElementsAre("a,b", "say \"so\"", "c\nd\r\ne"));
  EXPECT_EQ(rows[0].line, 1U);
  EXPECT_THAT(rows[1].cells, ElementsAre("f"));
  EXPECT_EQ(rows[1].line, 4U);
}
TEST(CsvRow, RefusesWhatIsNoQuotedCell) {
  EXPECT_EQ(fault_of("a\"b\"\n"), csv_row::result::quote_inside);
  EXPECT_EQ(fault_of("\"a\"b\n"), csv_row::result::after_quote);
  EXPECT_EQ(fault_of("\"a\nb\n"), csv_row::result::unclosed);
  EXPECT_EQ(fault_of("x\"\"\"\n\"\n"), csv_row::result::quote_inside);
}
TEST(CsvRow, RefusesAReturnAlone) {
  EXPECT_EQ(fault_of("a\rb,c\n"), csv_row::result::bare_return);
  EXPECT_EQ(fault_of("a\rb,\"c\"\n"), csv_row::result::bare_return);
  EXPECT_THAT(cells_of("\"a\rb\",c"), ElementsAre("a\rb", "c"));
}
TEST(CsvRow, RefusesALongRowOfOneLineOrOfMany) {
  const std::string half(balint::line_reader::max_line / 2 + 1, 'a');
  const auto one = rows_of("a\n" + half + half + "\n");
  ASSERT_EQ(one.size(), 2U);
  EXPECT_EQ(one[1].came, csv_row::result::too_long);
  EXPECT_EQ(one[1].line, 2U);
  EXPECT_EQ(fault_of("\"" + half + "\n" + half + "\"\n"), csv_row::result::too_long);
  EXPECT_EQ(fault_of("\"\n" + half + half + "\"\n"), csv_row::result::too_long);
}
TEST(CsvRow, SaysThatAFileCannotBeRead) {
  std::FILE* const directory = std::fopen("/", "rb");
  ASSERT_NE(directory, nullptr);
  csv_row row(directory);
  EXPECT_EQ(row.next(), csv_row::result::unreadable);
  EXPECT_EQ(row.number(), 0U);
  std::fclose(directory);
}

}  // namespace row_test
