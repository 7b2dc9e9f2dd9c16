// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// A sink that keeps findings in a container of the caller's.
#include <balint/conformance/finding.hpp>
#include <balint/protocol/concepts.hpp>

namespace balint {

/// Keeps findings, each once: when similar faults follow in a row, the last one is replaced by the one that counts it.
/// Container has `push_back` and `back`, such as `std::vector<finding<P>>`; it has to live as long.
template <typename Container>
class collect {
 public:
  /// Keeps them in a container.
  constexpr explicit collect(Container& into) noexcept : into_(&into) {}

  /// Takes a finding: after the others, or in place of the last one that it counts.
  template <protocol P>
  constexpr void operator()(const finding<P>& found) const {
    if (found.times > 1) {
      into_->back() = found;
    } else {
      into_->push_back(found);
    }
  }

 private:
  Container* into_;
};

}  // namespace balint
