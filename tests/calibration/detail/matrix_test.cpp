// SPDX-License-Identifier: MIT
#include <balint/calibration/detail/matrix.hpp>

#include <gtest/gtest.h>

#include <cmath>

namespace matrix_test {

namespace detail = balint::calibration::detail;

TEST(Cholesky, SolvesAndInverts) {
  detail::matrix m(3);
  const double cells[3][3]{{4, 0, 0}, {2, 5, 0}, {1, 3, 6}};  // the lower half of a symmetric matrix
  for (std::size_t i = 0; i < 3; ++i) {
    for (std::size_t k = 0; k < 3; ++k) m(i, k) = cells[i][k];
  }
  const detail::cholesky factor(m);
  const auto x = factor.solve({4 + 4 + 3, 2 + 10 + 9, 1 + 6 + 18});
  EXPECT_NEAR(x[0], 1, 1e-12);
  EXPECT_NEAR(x[1], 2, 1e-12);
  EXPECT_NEAR(x[2], 3, 1e-12);
  EXPECT_NEAR(factor.log_determinant(), std::log(4.0 * (30 - 9) - 2 * (12 - 3) + (6 - 5)), 1e-12);
  const auto inverse = factor.inverse();
  for (std::size_t i = 0; i < 3; ++i) {
    double sum = 0;
    for (std::size_t k = 0; k < 3; ++k) sum += (i < k ? cells[k][i] : cells[i][k]) * inverse(k, 0);
    EXPECT_NEAR(sum, i == 0 ? 1 : 0, 1e-12);
  }
}

}  // namespace matrix_test
