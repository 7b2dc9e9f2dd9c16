// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Symmetric positive definite matrices: as much of them as Newton's method needs.
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

namespace balint::calibration::detail {

/// A square matrix, row by row.
class matrix {
 public:
  /// Zeros.
  explicit matrix(std::size_t size) : size_(size), cells_(size * size) {}

  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  [[nodiscard]] double& operator()(std::size_t row, std::size_t column) noexcept {
    return cells_[row * size_ + column];
  }
  [[nodiscard]] double operator()(std::size_t row, std::size_t column) const noexcept {
    return cells_[row * size_ + column];
  }

 private:
  std::size_t size_;
  std::vector<double> cells_;
};

/// The Cholesky factor of a symmetric positive definite matrix, of which the lower half is read.
class cholesky {
 public:
  /// Factors it.
  explicit cholesky(matrix of) : lower_(std::move(of)) {
    for (std::size_t k = 0; k < lower_.size(); ++k) {
      for (std::size_t i = 0; i < k; ++i) lower_(k, k) -= lower_(k, i) * lower_(k, i);
      lower_(k, k) = std::sqrt(lower_(k, k));
      for (std::size_t row = k + 1; row < lower_.size(); ++row) {
        for (std::size_t i = 0; i < k; ++i) lower_(row, k) -= lower_(row, i) * lower_(k, i);
        lower_(row, k) /= lower_(k, k);
      }
    }
  }
  /// What times the matrix gives this.
  [[nodiscard]] std::vector<double> solve(std::vector<double> right) const {
    const auto n = lower_.size();
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t k = 0; k < i; ++k) right[i] -= lower_(i, k) * right[k];
      right[i] /= lower_(i, i);
    }
    for (std::size_t i = n; i-- > 0;) {
      for (std::size_t k = i + 1; k < n; ++k) right[i] -= lower_(k, i) * right[k];
      right[i] /= lower_(i, i);
    }
    return right;
  }
  /// The inverse.
  [[nodiscard]] matrix inverse() const {
    const auto n = lower_.size();
    matrix all(n);
    for (std::size_t column = 0; column < n; ++column) {
      std::vector<double> one(n);
      one[column] = 1;
      one = solve(std::move(one));
      for (std::size_t row = 0; row < n; ++row) all(row, column) = one[row];
    }
    return all;
  }
  /// The logarithm of the determinant.
  [[nodiscard]] double log_determinant() const {
    double sum = 0;
    for (std::size_t i = 0; i < lower_.size(); ++i) sum += 2 * std::log(lower_(i, i));
    return sum;
  }

 private:
  matrix lower_;
};

}  // namespace balint::calibration::detail
