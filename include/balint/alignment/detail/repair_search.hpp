// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The search for a repair: beam searches of growing width, the optimal search, and what is claimed of their answer.
#include <balint/alignment/detail/beam_search.hpp>
#include <balint/alignment/edit.hpp>
#include <balint/alignment/search/detail/alignment_problem.hpp>
#include <balint/alignment/search/detail/move.hpp>
#include <balint/alignment/search/detail/optimal_search.hpp>
#include <balint/alignment/search/detail/order_bound.hpp>
#include <balint/alignment/search/detail/search_traits.hpp>
#include <balint/conformance/judge.hpp>
#include <balint/group/form.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/session/detail/engine.hpp>
#include <balint/session/state.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/session/event.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace balint::detail {

/// Moves as edits of a trace.
template <typename P>
[[nodiscard]] std::vector<edit<P>> edits_of(const std::vector<aligned_move<P>>& moves) {
  std::vector<edit<P>> all;
  for (const auto& one : moves) {
    if (one.kind == move_kind::on_log) all.push_back({edit<P>::way::remove, one.at + 1, one.what});
    if (one.kind == move_kind::on_model) all.push_back({edit<P>::way::insert, one.at + 1, one.what});
  }
  return all;
}
/// Whether a trace has none of the acts by which people go for good or for now, cases are out, or the lead moves.
template <protocol P>
[[nodiscard]] bool is_plain(std::span<const event<P>> trace) {
  return std::none_of(trace.begin(), trace.end(), [](const event<P>& e) {
    if (e.act.index >= act_count<P>) return false;
    const auto does = table_of<P>.acts[e.act.index].does;
    return does == effect::drops || does == effect::withdraws || does == effect::hands_over ||
           does == effect::takes_lead || does == effect::rejoins || does == effect::declines_case;
  });
}

/// The cheapest repair of a trace that has a finding, and what is known of it.
template <protocol P>
class repair_search {
 public:
  repair_search(const formation<P>& people, std::span<const event<P>> trace, ending aim = ending::closed)
      : people_(people), problem_(trace, group_of(people), aim), order_(problem_), at_least_(order_.least(0, 0)) {}
  repair_search(const repair_search&) = delete;  // a copy would follow the bound of this one
  repair_search& operator=(const repair_search&) = delete;
  ~repair_search() = default;

  /// Looks for a cheaper repair with so many alternatives at a time.
  void try_beam(std::size_t width) {
    beam_search<P> search(problem_, order_, width, cost_);
    search.run();
    is_thorough_ = search.is_thorough();
    if (search.is_found() && !take_if_sound(search.moves(), search.cost())) is_thorough_ = false;
  }
  /// Looks for a repair that keeps nothing of the trace.
  void try_without_trace() {
    beam_search<P> search(problem_, order_, 1, cost_);
    search.run_without_trace();
    if (search.is_found()) (void)take_if_sound(search.moves(), search.cost());
  }
  /// Tries to show that the repair is the nearest, or finds the nearest, with so many states at most.
  void try_proof(std::size_t most_states) {
    optimal_search<P> search(problem_, order_);
    is_proven_ = search.run(cost_, most_states);
    at_least_ = (std::max)(at_least_, search.at_least());
    if (!search.is_found()) return;
    moves_ = search.moves();
    cost_ = search.cost();
  }

  [[nodiscard]] bool is_found() const noexcept { return cost_ != out_of_reach; }
  [[nodiscard]] std::uint32_t cost() const noexcept { return cost_; }
  [[nodiscard]] std::uint32_t at_least() const noexcept { return at_least_; }
  /// Whether no trace without a finding that ends so is nearer than the repair.
  [[nodiscard]] bool is_proven() const noexcept { return is_proven_ || at_least_ == cost_; }
  /// Whether the last beam search gave nothing up for lack of room. Of a plain trace of a protocol whose alternatives
  /// it covers that is taken for exact.
  [[nodiscard]] bool is_thorough() const noexcept { return is_thorough_; }
  [[nodiscard]] bool is_exact() const {
    return is_proven() || (is_thorough_ && search_traits<P>::is_covered && is_plain<P>(problem_.trace()));
  }

  /// The repair, if one was found.
  [[nodiscard]] repair<P> result() const {
    if (!is_found()) return {.is_possible = false, .is_protected = problem_.has_protected(), .is_exact = is_proven()};
    const bool exact = is_exact();
    return {.is_exact = exact, .at_least = exact ? cost_ : at_least_, .edits = edits_of<P>(moves_)};
  }

 private:
  /// Takes moves over if the trace is without a finding after them and ends as it is to end, and no protected event
  /// went that would be accepted in it.
  bool take_if_sound(std::vector<aligned_move<P>> moves, std::uint32_t cost) {
    if (!is_sound(edits_of<P>(moves))) return false;
    moves_ = std::move(moves);
    cost_ = cost;
    return true;
  }
  [[nodiscard]] bool is_sound(const std::vector<edit<P>>& edits) const {
    engine<P> now(group_of(people_));
    auto next = edits.begin();
    for (std::size_t i = 0; i <= problem_.size(); ++i) {
      bool stays = i < problem_.size();
      for (; next != edits.end() && next->at == i + 1; ++next) {
        if (next->does == edit<P>::way::remove) {
          stays = false;
          if (!problem_.may_go(i, now)) return false;
        } else if (now.attempt(next->what) != no_refusal) {
          return false;
        }
      }
      if (stays && now.attempt(problem_.trace()[i]) != no_refusal) return false;
    }
    return is_aim(now, problem_.aim());
  }

  const formation<P>& people_;
  alignment_problem<P> problem_;
  order_bound<P> order_;
  std::uint32_t at_least_;
  std::uint32_t cost_ = out_of_reach;
  bool is_proven_ = false;
  bool is_thorough_ = false;
  std::vector<aligned_move<P>> moves_;
};

}  // namespace balint::detail
