// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// How often each value occurred, in integer cells whose width is at most a 64th of the value: for quantiles.
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace balint::experiment {

/// Counts of whole numbers from 0 up to 2^31 - 1; numbers below 128 are counted exactly. It is as large as the greatest
/// number needs, however many are counted.
class histogram {
 public:
  /// Numbers that are counted together.
  struct cell {
    std::int64_t from = 0;    ///< The first of them.
    std::int64_t to = 0;      ///< The first after them.
    std::uint64_t count = 0;  ///< How many there were.
  };

  /// Counts a number.
  void add(std::int64_t value) { at(place_of(value)) += 1; }
  /// Counts so many numbers of the cell at a place.
  void add_at(std::size_t place, std::uint64_t count) { at(place) += count; }
  /// Counts what another one counted.
  void add(const histogram& other) {
    for (std::size_t i = 0; i < other.counts_.size(); ++i) {
      if (other.counts_[i] != 0) at(i) += other.counts_[i];
    }
  }
  /// Nothing was counted, in the memory there is.
  void clear() noexcept {
    for (auto& one : counts_) one = 0;
  }

  /// How many were counted.
  [[nodiscard]] std::uint64_t count() const noexcept {
    std::uint64_t sum = 0;
    for (const auto one : counts_) sum += one;
    return sum;
  }
  /// How many places there are.
  [[nodiscard]] std::size_t size() const noexcept { return counts_.size(); }
  /// The cell at a place.
  [[nodiscard]] cell at_place(std::size_t place) const noexcept {
    return {first_of(place), first_of(place + 1), place < counts_.size() ? counts_[place] : 0};
  }
  /// The number below which a part of them is, 0 to 1, taken as spread evenly within a cell; 0 if there are none.
  [[nodiscard]] double quantile(double part) const noexcept {
    const auto wanted = part * static_cast<double>(count());
    double before = 0;
    std::size_t last = 0;
    for (std::size_t i = 0; i < counts_.size(); ++i) {
      if (counts_[i] == 0) continue;
      last = i;
      const auto here = static_cast<double>(counts_[i]);
      if (before + here >= wanted) return within(i, (wanted - before) / here);
      before += here;
    }
    return within(last, 1);
  }

  /// The place at which a number is counted.
  [[nodiscard]] static constexpr std::size_t place_of(std::int64_t value) noexcept {
    if (value < 0) return 0;
    const auto bits = static_cast<std::uint64_t>(value);
    const auto above = std::bit_width(bits) > fine ? static_cast<std::size_t>(std::bit_width(bits) - fine) : 0;
    return (above << static_cast<unsigned>(fine - 1)) + static_cast<std::size_t>(bits >> above);
  }
  /// The first number that is counted at a place.
  [[nodiscard]] static constexpr std::int64_t first_of(std::size_t place) noexcept {
    constexpr std::size_t half = std::size_t{1} << static_cast<unsigned>(fine - 1);
    if (place < 2 * half) return static_cast<std::int64_t>(place);
    const auto above = place / half - 1;
    if (above + static_cast<std::size_t>(fine) > 63)
      return std::numeric_limits<std::int64_t>::max();  // beyond all numbers
    return static_cast<std::int64_t>((place - above * half) << above);
  }

  friend bool operator==(const histogram&, const histogram&) = default;

 private:
  static constexpr int fine = 7;
  [[nodiscard]] std::uint64_t& at(std::size_t place) {
    if (place >= counts_.size()) counts_.resize(place + 1);
    return counts_[place];
  }
  /// A cell of one number is that number.
  [[nodiscard]] static double within(std::size_t place, double part) noexcept {
    const auto from = static_cast<double>(first_of(place));
    const auto width = static_cast<double>(first_of(place + 1)) - from;
    return from + (width - 1) * part;
  }

  std::vector<std::uint64_t> counts_;
};

}  // namespace balint::experiment
