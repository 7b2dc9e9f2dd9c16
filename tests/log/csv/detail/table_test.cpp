// SPDX-License-Identifier: MIT
// Rows by the names of their columns.
#include <balint/log/csv/detail/table.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/log/reading.hpp"

namespace table_test {

using namespace balint::detail;

/// A table in memory.
struct table_of {
  support::text_file file;
  csv_table table;
  explicit table_of(std::string text, const balint::log_part& part = {})
      : file(std::move(text)), table(file.get(), part) {}
  /// What is wrong with the next row; empty: nothing.
  std::string fault_of_next() { return table.next() || table.is_good() ? "" : table.fault.found; }
};

TEST(CsvTable, FindsCellsWhateverTheOrderOfTheColumns) {
  table_of a("by,row,act,session\nanna,event,ask,s1\n,session,,s2\n");
  ASSERT_TRUE(a.table.next());
  EXPECT_EQ(a.table.line(), 2U);
  EXPECT_EQ(a.table.kind(), csv_row_kind::event);
  EXPECT_EQ(a.table.cell(csv_session), "s1");
  EXPECT_EQ(a.table.cell(csv_by), "anna");
  EXPECT_EQ(a.table.cell(csv_grades), "");
  ASSERT_TRUE(a.table.next());
  EXPECT_EQ(a.table.kind(), csv_row_kind::session);
  EXPECT_FALSE(a.table.next());
  EXPECT_TRUE(a.table.is_good());
}
TEST(CsvTable, TakesTheColumnsOfAPartFromWhereTheLogBegins) {
  table_of a("s1,event,anna,ask\n", {.lines_before = 40, .columns = "session,row,by,act\n"});
  ASSERT_TRUE(a.table.next());
  EXPECT_EQ(a.table.cell(csv_act), "ask");
  EXPECT_EQ(a.table.line(), 41U);
}
TEST(CsvTable, RefusesColumnsThatNoLogHas) {
  EXPECT_EQ(table_of("session,row,by,act,text\n").fault_of_next(), "the column \"text\"");
  EXPECT_EQ(table_of("session,row,by,act,by\n").fault_of_next(), "a second column \"by\"");
  EXPECT_EQ(table_of("session,row,by\n").fault_of_next(), "no column \"act\"");
  EXPECT_EQ(table_of(std::string(100, ',') + "x\n").fault_of_next(), "more than 64 columns");
  EXPECT_EQ(table_of("").fault_of_next(), "");
}
TEST(CsvTable, RefusesRowsOfAnotherWidthAndCellsOfAnotherKindOfRow) {
  EXPECT_EQ(table_of("session,row,by,act\ns1,event,anna\n").fault_of_next(), "a row of 3 cells");
  table_of a("session,row,by,act,protocol\ns1,event,anna,ask,staff_group\ns1,session,,,staff_group\ns1,party,,,\n");
  ASSERT_TRUE(a.table.next());
  EXPECT_FALSE(a.table.has_only_its_own());
  EXPECT_EQ(a.table.fault.found, "\"staff_group\" in the column protocol");
  ASSERT_TRUE(a.table.next());
  EXPECT_TRUE(a.table.has_only_its_own());
  ASSERT_TRUE(a.table.next());
  EXPECT_EQ(a.table.kind(), csv_row_kind::unknown);
}
TEST(CsvTable, ReadsPseudonymsAndNoNames_RUL3) {
  table_of a("session,row,by,act\ns1,event,Anna I,ask\n");
  ASSERT_TRUE(a.table.next());
  std::string_view id;
  EXPECT_TRUE(a.table.read_id(csv_session, id));
  EXPECT_EQ(id, "s1");
  EXPECT_FALSE(a.table.read_id(csv_by, id));
  EXPECT_EQ(a.table.fault.found, "\"Anna I\" in the column by");
}

}  // namespace table_test
