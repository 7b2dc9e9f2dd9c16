// SPDX-License-Identifier: MIT
#include <balint/experiment/detail/csv.hpp>

#include <gtest/gtest.h>

#include <limits>
#include <string>

namespace csv_test {

namespace detail = balint::experiment::detail;

template <typename F>
std::string made_by(F append) {
  std::string out;
  append(out);
  return out;
}

TEST(Csv, WritesNumbers) {
  EXPECT_EQ(made_by([](auto& out) { detail::append(out, 42U, ','); }), "42,");
  EXPECT_EQ(made_by([](auto& out) { detail::append_minutes(out, 90'000); }), "1.50000");
  EXPECT_EQ(made_by([](auto& out) { detail::append_minutes(out, 1); }), "0.00001");
  EXPECT_EQ(made_by([](auto& out) { detail::append_millionths(out, 1'000'020); }), "1.000020");
  EXPECT_EQ(made_by([](auto& out) { detail::append_digits(out, 1.0 / 3); }), "0.333333");
  EXPECT_EQ(made_by([](auto& out) { detail::append_digits(out, 1234567); }), "1.23457e+06");
  EXPECT_EQ(made_by([](auto& out) { detail::append_digits(out, std::numeric_limits<double>::infinity()); }), "");
}
TEST(Csv, QuotesWhatNeedsIt) {
  EXPECT_EQ(made_by([](auto& out) { detail::append_cell(out, "plain text"); }), "plain text");
  EXPECT_EQ(made_by([](auto& out) { detail::append_cell(out, "a, \"b\""); }), "\"a, \"\"b\"\"\"");
}

}  // namespace csv_test
