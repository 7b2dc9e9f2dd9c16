// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// How often who does what in the part of a trace that a search has not read yet.
#include <balint/alignment/search/detail/alignment_problem.hpp>
#include <balint/protocol/detail/table.hpp>
#include <balint/session/event.hpp>
#include <balint/vocabulary/id.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace balint::detail {

/// Counts of the events from a position on, which moves forward.
template <typename P>
class remaining_events {
 public:
  static constexpr std::size_t acts = table<P>::act_count;

  explicit remaining_events(const alignment_problem<P>& of) : trace_(of.trace()), by_(max_people * acts) {
    for (const auto& e : trace_) count(e, 1);
  }

  /// Goes past the event at the position.
  void pass() { count(trace_[at_++], ~std::uint32_t{0}); }
  [[nodiscard]] std::size_t position() const noexcept { return at_; }
  /// The event at the position.
  [[nodiscard]] const event<P>& next() const noexcept { return trace_[at_]; }
  /// How often somebody does an act.
  [[nodiscard]] std::uint32_t of(std::size_t who, std::size_t act) const noexcept {
    return by_[(who & 63U) * acts + act];
  }
  /// How often anybody does.
  [[nodiscard]] std::uint32_t of_anybody(std::size_t act) const noexcept { return of_act_[act]; }
  /// How often somebody's case is named.
  [[nodiscard]] std::uint32_t of_case(std::size_t owner) const noexcept { return cases_[owner & 63U]; }

 private:
  void count(const event<P>& e, std::uint32_t by) {
    if (e.act.index >= acts) return;
    of_act_[e.act.index] += by;
    if (e.by.index < max_people) by_[e.by.index * acts + e.act.index] += by;
    const auto& row = table_of<P>.acts[e.act.index];
    if (row.target == target_kind::case_of && raw_target(e) < max_people) cases_[raw_target(e)] += by;
  }

  std::span<const event<P>> trace_;
  std::vector<std::uint32_t> by_;
  std::array<std::uint32_t, acts> of_act_{};
  std::array<std::uint32_t, max_people> cases_{};
  std::size_t at_ = 0;
};

}  // namespace balint::detail
