// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Proves of a run that no counter was used twice, so that no two draws are secretly the same.
#include <balint/random/philox.hpp>

#include <cstddef>
#include <set>
#include <utility>

namespace balint::random {

/// Every counter that was used, with its key. It grows with the number of blocks: for tests, not for whole experiments.
class counter_record {
 public:
  /// Notes a counter.
  void add(const key& under, const block& counter) {
    if (!all_.emplace(under, counter).second) ++repeated_;
  }
  /// How many different counters were used.
  [[nodiscard]] std::size_t size() const noexcept { return all_.size(); }
  /// How often a counter was used that had been used before.
  [[nodiscard]] std::size_t repeated() const noexcept { return repeated_; }

 private:
  std::set<std::pair<key, block>> all_;
  std::size_t repeated_ = 0;
};

/// The audit of streams that tell a record, which has to live as long as they do: `basic_stream<audited>`.
class audited {
 public:
  /// Tells nobody.
  audited() = default;
  /// Tells this record.
  explicit audited(counter_record& to) noexcept : to_(&to) {}
  /// Notes a counter.
  void used(const key& under, const block& counter) {
    if (to_ != nullptr) to_->add(under, counter);
  }

 private:
  counter_record* to_ = nullptr;
};

}  // namespace balint::random
