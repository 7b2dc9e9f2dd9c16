// SPDX-License-Identifier: MIT
#include <balint/calibration/detail/number_text.hpp>

#include <gtest/gtest.h>

namespace number_text_test {

namespace detail = balint::calibration::detail;

TEST(NumberText, HasSixDigits) {
  EXPECT_EQ(detail::text_of(1.0 / 3), "0.333333");
  EXPECT_EQ(detail::text_of(-20), "-20");
  EXPECT_EQ(detail::toml_of(-20), "-20.0");
  EXPECT_EQ(detail::toml_of(0.5), "0.5");
  EXPECT_EQ(detail::toml_of(1e9), "1e+09");
}

}  // namespace number_text_test
