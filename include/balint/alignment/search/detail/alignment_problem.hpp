// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What is to be aligned: a trace and its group, and what every search asks about the trace from each position on.
#include <balint/alignment/search/detail/move.hpp>
#include <balint/group/group.hpp>
#include <balint/vocabulary/event.hpp>
#include <balint/vocabulary/time.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace balint::detail {

/// A trace of P that has to be aligned. It refers to the trace and to the group.
template <typename P>
class alignment_problem {
 public:
  alignment_problem(std::span<const event<P>> trace, const group<P>& people)
      : trace_(trace), people_(people), earliest_(trace.size() + 1, unstated), removal_(trace.size() + 1) {
    for (std::size_t i = trace.size(); i-- > 0;) {
      earliest_[i] = std::min(earliest_[i + 1], trace[i].at);
      removal_[i] = add_costs(removal_[i + 1], move_costs<P>::on_log(trace[i].act));
    }
  }

  [[nodiscard]] std::span<const event<P>> trace() const noexcept { return trace_; }
  [[nodiscard]] std::size_t size() const noexcept { return trace_.size(); }
  [[nodiscard]] const group<P>& people() const noexcept { return people_; }
  /// Whether any event states a time.
  [[nodiscard]] bool is_timed() const noexcept { return earliest_.front() != unstated; }
  /// The earliest time stated from a position on.
  [[nodiscard]] instant earliest(std::size_t from) const noexcept { return earliest_[from]; }
  /// What it costs that all events from a position on go.
  [[nodiscard]] std::uint32_t removal_cost(std::size_t from) const noexcept { return removal_[from]; }

 private:
  std::span<const event<P>> trace_;
  const group<P>& people_;
  std::vector<instant> earliest_;
  std::vector<std::uint32_t> removal_;
};

}  // namespace balint::detail
