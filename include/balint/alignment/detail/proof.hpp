// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The proof that no conforming trace is nearer, or the nearer one: every state that a session could be in is visited,
/// in the order of what it could come to (the A* algorithm). For short traces of small groups.
#include <balint/alignment/detail/deciding.hpp>
#include <balint/alignment/detail/remainder.hpp>
#include <balint/alignment/edit.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <type_traits>
#include <unordered_set>
#include <utility>
#include <vector>

namespace balint::detail {

/// A search through the states of a session of P, each with how far the trace was read.
template <protocol P>
class proof {
  static_assert(std::has_unique_object_representations_v<state<P>>);

 public:
  proof(std::span<const event<P>> trace, const group<P>& people, const outlook<P>& order)
      : trace_(trace), people_(people), order_(order), rest_(trace, people, order), seen_(64, hash{this}, same{this}) {}

  /// Looks for a conforming trace at a cost below `bound`, with so many states at most. Whether it came to an end: then
  /// there is none, or `edits` lead to the nearest.
  bool run(std::uint32_t bound, std::size_t most) {
    bound_ = bound;
    add(engine<P>(people_), {.to = 0});
    while (least_ < ready_.size()) {
      auto& some = ready_[least_];
      if (some.empty()) {
        ++least_;
        continue;
      }
      const auto i = some.back();
      some.pop_back();
      if (all_[i].is_left) continue;  // it was reached at a lower cost since
      all_[i].is_left = true;
      if (all_[i].to == trace_.size() && all_[i].now.is_over()) {
        note_edits(i);
        return true;
      }
      if (all_.size() > most) return false;
      leave(i);
    }
    return true;
  }
  /// No conforming trace is nearer than this, unless one was found.
  [[nodiscard]] std::uint32_t at_least() const noexcept { return std::min(least_, bound_); }
  /// What leads to the conforming trace that was found; empty: none was.
  [[nodiscard]] const std::vector<edit<P>>& edits() const noexcept { return edits_; }

 private:
  enum class way : std::uint8_t { kept, removed, inserted };
  struct step {
    std::size_t to = 0;  ///< How many events of the trace are behind.
    std::uint32_t from = 0;
    std::uint32_t cost = 0;
    way by = way::kept;
    event<P> what{};
  };
  struct node : step {
    engine<P> now;
    bool is_left = false;
  };
  struct hash {
    const proof* all;
    std::size_t operator()(std::uint32_t i) const noexcept {
      const auto& one = all->all_[i];
      const auto& s = one.now.remembered();
      return std::hash<std::string_view>{}({reinterpret_cast<const char*>(&s), sizeof s}) * 31 + one.to;
    }
  };
  struct same {
    const proof* all;
    bool operator()(std::uint32_t a, std::uint32_t b) const noexcept {
      const auto& x = all->all_[a];
      const auto& y = all->all_[b];
      return x.to == y.to && x.now.remembered() == y.now.remembered();
    }
  };

  void add(const engine<P>& now, const step& how) {
    auto s = what_decides<P>(now.remembered());
    if (s.last_at <= order_.earliest(how.to)) s.last_at = before_all;
    node reached{how, engine<P>(people_, s)};
    const auto in_all = how.cost + rest_.least(reached.now, how.to);
    if (in_all >= bound_) return;
    all_.push_back(std::move(reached));
    const auto [at, is_new] = seen_.insert(static_cast<std::uint32_t>(all_.size() - 1));
    auto i = *at;
    if (!is_new) {
      const auto& again = all_.back();
      if (again.cost < all_[i].cost) {
        static_cast<step&>(all_[i]) = again;
        all_[i].is_left = false;
      } else {
        i = out_of_reach;
      }
      all_.pop_back();
    }
    if (i == out_of_reach) return;
    if (ready_.size() <= in_all) ready_.resize(in_all + std::size_t{1});
    ready_[in_all].push_back(i);
    least_ = std::min(least_, in_all);
  }
  /// Keeps the next event, takes it out, or puts another in before it.
  void leave(std::uint32_t i) {
    const auto at = all_[i].to;
    const auto cost = all_[i].cost;
    if (at < trace_.size()) {
      const auto& e = trace_[at];
      if (is_welcome(e) && all_[i].now.check(e) == no_refusal && !could_wait(i, e)) {
        auto next = all_[i].now;
        next.accept(e);
        add(next, {at + 1, i, cost, way::kept, e});
      }
      add(all_[i].now, {at + 1, i, cost + 1, way::removed, e});
    }
    if (cost + 1 >= bound_ || all_[i].now.is_over()) return;
    for (std::uint8_t who = 0; who < people_.size(); ++who) {
      event<P> e{.by = {who}, .act = {0}};
      for (; e.act.index < t.acts.size(); ++e.act.index) {
        if (!is_useful(e.act.index)) continue;
        const auto from = all_[i].now;
        from.each_target(e.act.index, {who}, [&](std::uint16_t target) {
          e.target = target;
          if (from.check(e) != no_refusal) return true;
          auto next = from;
          next.accept(e);
          add(next, {at, i, cost + 1, way::inserted, e});
          return true;
        });
        e.target = 0;
      }
    }
  }
  /// Whether what was put in last could as well come in behind the next event: then it does.
  [[nodiscard]] bool could_wait(std::uint32_t i, const event<P>& e) const {
    const auto& one = all_[i];
    if (one.by != way::inserted) return false;
    auto before = all_[one.from].now;
    if (before.check(e) != no_refusal) return false;
    before.accept(e);
    if (before.check(one.what) != no_refusal) return false;
    before.accept(one.what);
    auto now = one.now;
    now.accept(e);
    return what_decides<P>(before.remembered()) == what_decides<P>(now.remembered());
  }
  /// Whether a conforming trace may have an event: flags and terminating are findings, or end it elsewhere.
  [[nodiscard]] static bool is_welcome(const event<P>& e) {
    if (e.act.index >= t.acts.size()) return false;
    const auto does = t.acts[e.act.index].does;
    return does != effect::flags && does != effect::terminates;
  }
  /// Whether putting an act in can change what may follow.
  [[nodiscard]] static constexpr bool is_useful(std::size_t act) {
    constexpr auto set = [] {
      std::uint64_t useful = 0;
      for (const auto& row : t.acts) useful |= row.after | row.until;
      for (const auto& duty : t.duties) useful |= bit(duty.act);
      for (std::size_t i = 0; i < t.acts.size(); ++i) {
        switch (t.acts[i].does) {
          case effect::flags:
          case effect::reminds:
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
  void note_edits(std::uint32_t i) {
    for (; i != 0; i = all_[i].from) {
      const auto& one = all_[i];
      if (one.by == way::removed) edits_.push_back({edit<P>::way::remove, one.to, one.what});
      if (one.by == way::inserted) edits_.push_back({edit<P>::way::insert, one.to + 1, one.what});
    }
    std::reverse(edits_.begin(), edits_.end());
  }

  static constexpr const table<P>& t = table_of<P>;

  std::span<const event<P>> trace_;
  const group<P>& people_;
  const outlook<P>& order_;
  remainder<P> rest_;
  std::uint32_t bound_ = out_of_reach;
  std::uint32_t least_ = 0;
  std::vector<node> all_;
  std::vector<std::vector<std::uint32_t>> ready_;
  std::unordered_set<std::uint32_t, hash, same> seen_;
  std::vector<edit<P>> edits_;
};

}  // namespace balint::detail
