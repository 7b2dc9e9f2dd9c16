// SPDX-License-Identifier: MIT
#include <balint/log/csv/detail/row_fault.hpp>

#include <gtest/gtest.h>

#include <string>
#include <string_view>

using namespace balint::detail;

namespace row_fault_test {

std::string found_in(std::string_view text) {
  csv_row row(text);
  const auto why = csv_row_fault(row.next(), row);
  return why ? why->found : "";
}

TEST(CsvRowFault, SaysWhatIsWrong) {
  EXPECT_EQ(found_in("a,b\n"), "");
  EXPECT_EQ(found_in(""), "");
  EXPECT_EQ(found_in("a,b\"c\"\n"), "a quote inside a cell");
  EXPECT_EQ(found_in("\"a\"b\n"), "something after a closing quote");
  EXPECT_EQ(found_in("\"a\n"), "a quote that is not closed");
  EXPECT_EQ(found_in("a\rb\n"), "a carriage return inside a row");
  EXPECT_EQ(found_in("a\xE9\n"), "text that is not UTF-8");
  EXPECT_EQ(found_in(std::string(2U << 20U, 'a')), "a row of more than 1 MiB");
}
TEST(CsvRowFault, OfTheFirstLineIsItsEncoding) {
  const std::string_view wide(
      "\xFF\xFE"
      "a\0\n\0",
      6);
  EXPECT_EQ(found_in(wide), "text in UTF-16");
  csv_row row("a\n\xFF\xFEz\n");
  EXPECT_EQ(row.next(), csv_row::result::row);
  EXPECT_FALSE(csv_encoding_fault(row));
  EXPECT_EQ(csv_row_fault(row.next(), row)->found, "text that is not UTF-8");
}

}  // namespace row_fault_test
