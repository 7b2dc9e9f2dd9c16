// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The optimal search (A*): it finds the nearest conforming trace or shows that none is nearer, and visits every state
/// that a session could be in, in the order of what it could come to. For short traces of small groups.
#include <balint/alignment/search/detail/alignment_problem.hpp>
#include <balint/alignment/search/detail/canonical_state.hpp>
#include <balint/alignment/search/detail/move.hpp>
#include <balint/alignment/search/detail/order_bound.hpp>
#include <balint/alignment/search/detail/state_bound.hpp>
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
#include <functional>
#include <string_view>
#include <type_traits>
#include <unordered_set>
#include <utility>
#include <vector>

namespace balint::detail {

/// A search through the states of a session of P, each with how far the trace was read.
template <protocol P>
class optimal_search {
  static_assert(std::has_unique_object_representations_v<session_state<P>>);

 public:
  optimal_search(const alignment_problem<P>& of, const order_bound<P>& order)
      : problem_(of), bound_(of, order), seen_(64, hash{this}, same{this}) {}
  optimal_search(const optimal_search&) = delete;  // a copy would look at the nodes of this one
  optimal_search& operator=(const optimal_search&) = delete;
  ~optimal_search() = default;

  /// Looks for a conforming trace at a cost below `limit`, with so many states at most. Whether it came to an end: then
  /// there is none, or `moves` lead to the nearest.
  bool run(std::uint32_t limit, std::size_t most) { return run(engine<P>(problem_.people()), limit, most); }
  /// The same from a state on in which a session is before the first event.
  bool run(const engine<P>& from, std::uint32_t limit, std::size_t most) {
    limit_ = limit;
    add(from, {});
    while (least_ < open_.size()) {
      auto& cheapest = open_[least_];
      if (cheapest.empty()) {
        ++least_;
        continue;
      }
      const auto i = cheapest.back();
      cheapest.pop_back();
      if (nodes_[i].is_expanded) continue;  // it was reached at a lower cost since
      nodes_[i].is_expanded = true;
      if (nodes_[i].read == problem_.size() && is_aim(nodes_[i].now, problem_.aim())) {
        note_moves(i);
        return true;
      }
      if (nodes_.size() > most) return false;
      expand(i);
    }
    return true;
  }
  /// No conforming trace is nearer than this, unless one was found.
  [[nodiscard]] std::uint32_t at_least() const noexcept { return (std::min)(least_, limit_); }
  /// Whether a conforming trace was found.
  [[nodiscard]] bool is_found() const noexcept { return is_found_; }
  /// What leads to the conforming trace that was found, at what cost.
  [[nodiscard]] const std::vector<aligned_move<P>>& moves() const noexcept { return moves_; }
  [[nodiscard]] std::uint32_t cost() const noexcept { return cost_; }

 private:
  struct step {
    std::size_t read = 0;  ///< How many events of the trace were read.
    std::uint32_t from = 0;
    std::uint32_t cost = 0;
    move_kind by = move_kind::synchronous;
    event<P> what{};
  };
  struct node : step {
    engine<P> now;
    bool is_expanded = false;
  };
  struct hash {
    const optimal_search* all;
    std::size_t operator()(std::uint32_t i) const noexcept {
      const auto& one = all->nodes_[i];
      const auto& s = one.now.remembered();
      return std::hash<std::string_view>{}({reinterpret_cast<const char*>(&s), sizeof s}) * 31 + one.read;
    }
  };
  struct same {
    const optimal_search* all;
    bool operator()(std::uint32_t a, std::uint32_t b) const noexcept {
      const auto& x = all->nodes_[a];
      const auto& y = all->nodes_[b];
      return x.read == y.read && x.now.remembered() == y.now.remembered();
    }
  };

  /// Adds what a step leads to, unless it costs too much or was reached as cheaply before.
  void add(const engine<P>& now, const step& how) {
    auto s = canonical_state<P>(now.remembered());
    if (s.last_at <= problem_.earliest(how.read)) s.last_at = before_all;
    node reached{how, engine<P>(problem_.people(), s)};
    const auto in_all = add_costs(how.cost, bound_.least(reached.now, how.read));
    if (in_all >= limit_) return;
    nodes_.push_back(std::move(reached));
    const auto last = static_cast<std::uint32_t>(nodes_.size() - 1);
    const auto i = *seen_.insert(last).first;
    if (i != last) {
      const step again = nodes_.back();
      nodes_.pop_back();
      if (again.cost >= nodes_[i].cost) return;
      static_cast<step&>(nodes_[i]) = again;
      nodes_[i].is_expanded = false;
    }
    if (open_.size() <= in_all) open_.resize(in_all + std::size_t{1});
    open_[in_all].push_back(i);
    least_ = (std::min)(least_, in_all);
  }
  void expand(std::uint32_t i) {
    if (nodes_[i].read < problem_.size()) read_next(i);
    if (nodes_[i].cost + move_costs<P>::least_on_model() >= limit_ || nodes_[i].now.is_over()) return;
    for (std::uint8_t who = 0; who < problem_.people().size(); ++who) {
      for (std::uint16_t act = 0; act < t.acts.size(); ++act) {
        if (is_useful(act)) move_on_model(i, {who}, {act});
      }
    }
  }
  /// The next event stays, or goes.
  void read_next(std::uint32_t i) {
    const auto read = nodes_[i].read;
    const auto cost = nodes_[i].cost;
    const auto& e = problem_.trace()[read];
    if (problem_.may_stay(e.act) && nodes_[i].now.why_not(e) == no_refusal && !could_wait(i, e)) {
      auto next = nodes_[i].now;
      next.accept(e);
      add(next,
          {read + 1, i, add_costs(cost, move_costs<P>::synchronous(e.act, problem_.aim())), move_kind::synchronous, e});
    }
    if (!problem_.may_go(read, nodes_[i].now)) return;
    add(nodes_[i].now, {read + 1, i, add_costs(cost, move_costs<P>::on_log(e.act)), move_kind::on_log, e});
  }
  /// An act of somebody comes in, on each target on which it can be done.
  void move_on_model(std::uint32_t i, person_id who, act_id<P> act) {
    const auto from = nodes_[i].now;
    const auto read = nodes_[i].read;
    const auto cost = add_costs(nodes_[i].cost, move_costs<P>::on_model(act));
    from.each_target(act.index, who, [&](std::uint16_t target) {
      const auto e = raw_event<P>({.by = who, .act = act, .target = target});
      if (from.why_not(e) != no_refusal || is_idle(from, e)) return true;
      auto next = from;
      next.accept(e);
      add(next, {read, i, cost, move_kind::on_model, e});
      return true;
    });
  }
  /// Whether what came in last could as well come in after the next event: then it does.
  [[nodiscard]] bool could_wait(std::uint32_t i, const event<P>& e) const {
    const auto& one = nodes_[i];
    if (one.by != move_kind::on_model) return false;
    auto before = nodes_[one.from].now;
    if (before.why_not(e) != no_refusal) return false;
    before.accept(e);
    if (before.why_not(one.what) != no_refusal) return false;
    before.accept(one.what);
    auto now = one.now;
    now.accept(e);
    return canonical_state<P>(before.remembered()) == canonical_state<P>(now.remembered());
  }
  /// Whether an event that comes in changes nothing here, or ends the session otherwise than it is to end.
  [[nodiscard]] bool is_idle(const engine<P>& now, const event<P>& e) const {
    switch (t.acts[e.act.index].does) {
      case effect::reminds: return ((now.remembered().open_flags >> raw_target(e)) & 1U) == 0;
      case effect::closes: return problem_.aim() != ending::closed;
      default: return false;
    }
  }
  /// Whether an act that comes in can change what may follow.
  [[nodiscard]] static constexpr bool is_useful(std::size_t act) {
    constexpr auto set = [] {
      std::uint64_t useful = 0;
      for (const auto& row : t.acts) useful |= row.after | row.until;
      for (const auto& duty : t.duties) useful |= bit(duty.act) | duty.since;
      for (std::size_t i = 0; i < t.acts.size(); ++i) {
        switch (t.acts[i].does) {
          case effect::opens:
          case effect::flags:
          case effect::refocuses:
          case effect::terminates: useful &= ~bit(i); break;
          case effect::none:
          case effect::tells_story:
          case effect::weighs_option: break;
          default: useful |= bit(i);
        }
      }
      return useful;
    }();
    return ((set >> act) & 1U) != 0;
  }
  void note_moves(std::uint32_t i) {
    is_found_ = true;
    cost_ = nodes_[i].cost;
    for (; i != 0; i = nodes_[i].from) {
      const auto& one = nodes_[i];
      if (one.by == move_kind::on_log) moves_.push_back({one.by, one.read - 1, one.what});
      if (one.by == move_kind::on_model) moves_.push_back({one.by, one.read, one.what});
    }
    std::reverse(moves_.begin(), moves_.end());
  }

  static constexpr const table<P>& t = table_of<P>;

  const alignment_problem<P>& problem_;
  state_bound<P> bound_;
  std::uint32_t limit_ = out_of_reach;
  std::uint32_t least_ = 0;
  std::uint32_t cost_ = out_of_reach;
  bool is_found_ = false;
  std::vector<node> nodes_;
  std::vector<std::vector<std::uint32_t>> open_;  ///< Nodes that are to be expanded, by what they may come to.
  std::unordered_set<std::uint32_t, hash, same> seen_;
  std::vector<aligned_move<P>> moves_;
};

}  // namespace balint::detail
