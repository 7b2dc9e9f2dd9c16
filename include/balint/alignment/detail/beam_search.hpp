// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The beam search: partial alignments go through the trace side by side, so many of them at most.
#include <balint/alignment/detail/cases.hpp>
#include <balint/alignment/detail/order.hpp>
#include <balint/alignment/search/detail/alignment_problem.hpp>
#include <balint/alignment/search/detail/dominance.hpp>
#include <balint/alignment/search/detail/move.hpp>
#include <balint/alignment/search/detail/move_log.hpp>
#include <balint/alignment/search/detail/moves.hpp>
#include <balint/alignment/search/detail/order_bound.hpp>
#include <balint/alignment/search/detail/partial_alignment.hpp>
#include <balint/alignment/search/detail/search_context.hpp>
#include <balint/alignment/search/detail/search_traits.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/session/detail/engine.hpp>
#include <balint/session/state.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/session/event.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/time.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace balint::detail {

/// A search for an alignment of P that costs less than a limit. Each partial alignment has the real session with it, so
/// that what comes out is legal by construction. An event that is possible stays, unless that decides something: then
/// it may go as well. One that is not possible goes, or is made possible.
template <protocol P>
class beam_search {
  using traits = search_traits<P>;

 public:
  beam_search(const alignment_problem<P>& of, const order_bound<P>& order, std::size_t width,
              std::uint32_t limit = out_of_reach)
      : context_(of, order, limit), width_(width) {
    beam_.push_back({.now = engine<P>(of.people())});
  }

  /// Reads the whole trace.
  void run() {
    constexpr std::size_t calm_events = 64;
    for (std::size_t calm = 0; !is_read();) {
      read_next();
      if (is_branched_ || ++calm % calm_events == 0 || beam_.size() > width_) prune_beam();
      if (context_.log.is_untidy()) tidy();
    }
    close_all();
  }
  /// The same with every event gone but protected ones: where there are none, such an alignment is there wherever a
  /// session of P can come to its close.
  void run_without_trace() {
    while (!is_read()) {
      const bool all_may_go = std::all_of(beam_.begin(), beam_.end(), [&](const auto& d) { return may_go(d); });
      if (all_may_go) {
        for (auto& d : beam_) move_on_log(context_, d);
        context_.rest.pass();
      } else {
        read_next();
        prune_beam();
      }
    }
    close_all();
  }

  [[nodiscard]] bool is_read() const noexcept { return context_.rest.position() == context_.problem.size(); }
  /// Reads one event in every partial alignment, and gives none up.
  void read_next() {
    next_.clear();
    is_branched_ = false;
    for (auto& d : beam_) read_in(d);
    context_.rest.pass();
    std::swap(beam_, next_);
  }
  /// Gives up what is too dear, dominated, or for which there is no room.
  void prune_beam() { prune(context_, beam_, width_); }
  [[nodiscard]] const alternatives<P>& beam() const noexcept { return beam_; }
  [[nodiscard]] search_context<P>& context() noexcept { return context_; }

  /// Whether an alignment was found that costs less than the limit.
  [[nodiscard]] bool is_found() const noexcept { return is_found_; }
  /// What it costs, else the limit.
  [[nodiscard]] std::uint32_t cost() const noexcept { return context_.cost_limit; }
  /// Whether nothing that could have cost less was given up for lack of room.
  [[nodiscard]] bool is_thorough() const noexcept { return context_.least_pruned >= cost(); }
  /// The moves of the cheapest alignment that was found.
  [[nodiscard]] std::vector<aligned_move<P>> moves() const {
    if (!is_found_) return {};
    auto all = context_.log.moves(best_);
    for (auto i = best_end_; i < context_.problem.size(); ++i)
      all.push_back({move_kind::on_log, i, context_.problem.trace()[i]});
    return all;
  }

 private:
  /// What the next event is, and what is done about it, in one partial alignment.
  void read_in(partial_alignment<P>& d) {
    const auto& e = context_.rest.next();
    if (context_.problem.may_stay(e.act)) {
      const bool is_possible = d.now.why_not(e) == no_refusal;
      const bool is_decided = is_possible && !decides(d, e);
      const bool comes_back = table_of<P>.acts[e.act.index].does == effect::rejoins;
      alternatives<P> ways;
      if (!is_possible) ways = enable(context_, d, e);
      if (is_decided || (is_possible && comes_back)) ways = ways_elsewhere(d, e);
      is_branched_ = is_branched_ || !ways.empty() || (is_possible && !is_decided);
      for (auto& way : ways) stay(std::move(way));
      if (is_decided) return stay(std::move(d));
      if (is_possible) stay(partial_alignment<P>(d));
    }
    if (!may_go(d)) return;
    move_on_log(context_, d);
    next_.push_back(std::move(d));
  }
  [[nodiscard]] bool may_go(const partial_alignment<P>& d) const {
    return context_.problem.may_go(context_.rest.position(), d.now);
  }
  /// Whether it decides something that an event stays, so that it may be better gone although it is possible.
  [[nodiscard]] bool decides(const partial_alignment<P>& d, const event<P>& e) const {
    const auto next = context_.rest.position() + 1;
    const bool is_late = e.at != unstated && context_.problem.earliest(next) < e.at;
    return is_late || may_be_void(e.act) || traits::is_choice(e.act.index) ||
           table_of<P>.acts[e.act.index].does == effect::closes || is_binding(context_, d, e);
  }
  /// Whether an event is a vote that is void if a case is declined later: then another one of the same voter may count.
  [[nodiscard]] bool may_be_void(act_id<P> act) const {
    constexpr std::size_t declining = act_with_effect<P>(effect::declines_case).index;
    if constexpr (declining < traits::acts)
      return table_of<P>.acts[act.index].does == effect::supports_case && context_.rest.of_anybody(declining) != 0;
    return false;
  }
  /// Other ways for an event to stay that is possible: a pass may be one of a later stage, another case may have been
  /// selected before a vote, and somebody who comes back owes the turns of the stage, which may be left before.
  [[nodiscard]] alternatives<P> ways_elsewhere(const partial_alignment<P>& d, const event<P>& e) {
    alternatives<P> found;
    const auto does = table_of<P>.acts[e.act.index].does;
    if (does == effect::supports_case) {
      for (auto& selected : select_before(context_, d, e)) {
        if (selected.now.why_not(e) == no_refusal) found.push_back(std::move(selected));
      }
    }
    const auto last = does == effect::passes ? traits::last_passable : traits::last_each;
    if ((does != effect::passes && does != effect::rejoins) || d.stage() >= last) return found;
    for (auto& later : go_to(context_, d, d.stage() + 1U)) {
      if (does == effect::passes) {
        append(found, enable(context_, later, e));
      } else if (later.now.why_not(e) == no_refusal) {
        found.push_back(std::move(later));
      }
    }
    return found;
  }
  /// The next event stays, and may close the session.
  void stay(partial_alignment<P>&& d) {
    move_synchronously(context_, d);
    if (d.now.is_over()) {
      note_whole(d, context_.rest.position() + 1);
    } else {
      next_.push_back(std::move(d));
    }
  }
  /// Ends what is left when the trace was read as it is to end.
  void close_all() {
    for (const auto& d : beam_) {
      if (context_.problem.aim() == ending::running) note_whole(d, context_.problem.size());
      if (context_.problem.aim() != ending::closed) continue;
      for (const auto& whole : go_to_close(context_, d)) note_whole(whole, context_.problem.size());
    }
  }
  /// Notes an alignment that is whole if the events from a position on go.
  void note_whole(const partial_alignment<P>& d, std::size_t end) {
    const auto cost = add_costs(d.cost, context_.problem.removal_cost(end));
    if (cost >= context_.cost_limit) return;
    context_.cost_limit = cost;
    best_ = d.last;
    best_end_ = end;
    is_found_ = true;
  }
  void tidy() {
    context_.log.tidy([&](auto f) {
      for (auto& d : beam_) {
        f(d.last);
        for (auto& i : d.stage_end) f(i);
        for (auto& i : d.turn) f(i);
      }
      f(best_);
    });
  }

  search_context<P> context_;
  std::size_t width_;
  alternatives<P> beam_;
  alternatives<P> next_;
  bool is_branched_ = false;
  bool is_found_ = false;
  entry_id best_ = no_entry;
  std::size_t best_end_ = 0;
};

}  // namespace balint::detail
