// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What all parts of a beam search share: the problem, the rest of the trace, the move log and the limits.
#include <balint/alignment/search/detail/alignment_problem.hpp>
#include <balint/alignment/search/detail/move.hpp>
#include <balint/alignment/search/detail/move_log.hpp>
#include <balint/alignment/search/detail/order_bound.hpp>
#include <balint/alignment/search/detail/partial_alignment.hpp>
#include <balint/alignment/search/detail/remaining_events.hpp>
#include <balint/protocol/concepts.hpp>

#include <cstddef>
#include <cstdint>

namespace balint::detail {

/// A beam search through a trace of P, at one position of it.
template <protocol P>
struct search_context {
  search_context(const alignment_problem<P>& of, const order_bound<P>& bound, std::uint32_t limit)
      : problem(of), order(bound), rest(of), cost_limit(limit) {}

  const alignment_problem<P>& problem;
  const order_bound<P>& order;
  remaining_events<P> rest;
  move_log<P> log{};
  /// Alignments that cost this much or more are of no use.
  std::uint32_t cost_limit;
  /// The least that alignments given up for lack of room could have come to.
  std::uint32_t least_pruned = out_of_reach;

  /// How many ways to one thing are followed.
  static constexpr std::size_t most_ways = 64;

  /// What a partial alignment costs at least when it is whole.
  [[nodiscard]] std::uint32_t lower_bound(const partial_alignment<P>& d) const {
    return lower_bound(d.cost, d.stage());
  }
  [[nodiscard]] std::uint32_t lower_bound(std::uint32_t cost, std::size_t stage) const {
    return add_costs(cost, order.least(rest.position(), stage));
  }
  /// Whether it cannot be cheap enough.
  [[nodiscard]] bool is_too_dear(const partial_alignment<P>& d) const { return lower_bound(d) >= cost_limit; }
};

}  // namespace balint::detail
