// SPDX-License-Identifier: MIT
#pragma once
/// What the fuzz targets share: bytes read one after the other, and a demand that stops the run where it is not met.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <span>

namespace fuzz {

/// Stops the run, saying what should have held.
inline void demand(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "fuzz: this should hold: %s\n", what);
  std::abort();
}

/// Bytes of an input, read from the front; where they are used up, zeros.
class bytes {
 public:
  explicit bytes(std::span<const std::uint8_t> all) : rest_(all) {}

  [[nodiscard]] bool empty() const { return rest_.empty(); }
  [[nodiscard]] std::span<const std::uint8_t> rest() const { return rest_; }

  std::uint8_t byte() {
    if (rest_.empty()) return 0;
    const auto first = rest_.front();
    rest_ = rest_.subspan(1);
    return first;
  }
  std::uint16_t word() {
    const unsigned high = byte();
    return static_cast<std::uint16_t>(high << 8U | byte());
  }
  /// A number below n.
  std::size_t below(std::size_t n) { return n == 0 ? 0 : byte() % n; }

 private:
  std::span<const std::uint8_t> rest_;
};

}  // namespace fuzz
