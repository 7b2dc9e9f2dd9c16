// SPDX-License-Identifier: MIT
// The columns of a CSV log: the names stand where the numbers say, and each kind of row has its own.
#include <balint/log/csv/detail/columns.hpp>

#include <gtest/gtest.h>

#include <set>

namespace columns_test {

namespace detail = balint::detail;

TEST(CsvColumns, AreWhereTheirNumbersSay) {
  EXPECT_EQ(detail::csv_columns[detail::csv_session], "session");
  EXPECT_EQ(detail::csv_columns[detail::csv_kind], "row");
  EXPECT_EQ(detail::csv_columns[detail::csv_case], "case");
  EXPECT_EQ(detail::csv_columns[detail::csv_option], "option");
  EXPECT_EQ(detail::csv_columns[detail::csv_to], "to");
  EXPECT_EQ(detail::csv_columns[detail::csv_protocol], "protocol");
  EXPECT_EQ(detail::csv_columns[detail::csv_grades], "grades");
  EXPECT_EQ(std::set(detail::csv_columns.begin(), detail::csv_columns.end()).size(), detail::csv_columns.size());
}
TEST(CsvColumns, AreEachOfSomeKindOfRow) {
  const auto common = detail::csv_cells(detail::csv_session, detail::csv_kind);
  EXPECT_EQ(detail::csv_cells_of_session | detail::csv_cells_of_person | detail::csv_cells_of_event,
            (1U << detail::csv_columns.size()) - 1);
  EXPECT_EQ(detail::csv_cells_of_session & detail::csv_cells_of_person, common);
  EXPECT_EQ(detail::csv_cells_of_session & detail::csv_cells_of_event, common);
  EXPECT_EQ(detail::csv_cells_of_person & detail::csv_cells_of_event, common | detail::csv_cells(detail::csv_by));
}

}  // namespace columns_test
