// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Writes a log from a session without a fault and plans, and says where each place of a plan is in it.
#include <balint/deviation/chronicle.hpp>
#include <balint/deviation/plan.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/session/event.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace balint::deviation::detail {

/// A log with plans in it.
template <protocol P>
class written_log {
 public:
  /// The events of a session with those plans carried out for which `takes` is true.
  template <typename Takes>
  written_log(const chronicle<P>& c, std::span<const plan<P>> plans, Takes takes) : puts_(plans.size()) {
    std::vector<std::size_t> next(plans.size());
    at_.reserve(c.size() + 1);
    for (std::size_t i = 0; i <= c.size(); ++i) {
      const bool is_there = i < c.size();
      bool is_kept = is_there;
      event<P> e = is_there ? c[i] : event<P>{};
      reached_.push_back(events_.size() + 1);
      for (std::size_t k = 0; k < plans.size(); ++k) {
        if (!takes(plans[k])) continue;
        if (i >= plans[k].cut_at) is_kept = false;
        each_edit(plans[k], i, [&](const edit<P>& change) {
          if (change.does == edit<P>::what::removed) is_kept = false;
          if (change.does == edit<P>::what::replaced) e = change.to;
          if (change.does != edit<P>::what::put_before || i > plans[k].cut_at) return;
          events_.push_back(change.to);
          puts_[k].push_back({i, events_.size()});
        });
      }
      if (is_kept) events_.push_back(e);
      at_.push_back(is_kept ? events_.size() : 0);
    }
  }

  /// The events.
  [[nodiscard]] std::vector<event<P>>& events() noexcept { return events_; }
  /// The 1-based position of a place of the k-th plan; 0: of the roster.
  [[nodiscard]] std::uint64_t position(std::size_t k, place where) const {
    if (where.at == nowhere) return 0;
    if (where.put < 0) return at_[where.at] != 0 ? at_[where.at] : reached_[where.at];
    std::int32_t n = 0;
    for (const auto& one : puts_[k]) {
      if (one.before == where.at && n++ == where.put) return one.position;
    }
    return events_.size() + 1;
  }
  /// The position of what is first before an event, or of the event.
  [[nodiscard]] std::uint64_t reached(std::size_t i) const { return reached_[i]; }
  /// The position of what the k-th plan changes first: what it puts there, or its event, or where that would be.
  [[nodiscard]] std::uint64_t position_of(std::size_t k, std::size_t at) const {
    return puts_[k].empty() ? position(k, {at, -1}) : puts_[k][0].position;
  }

 private:
  struct put_event {
    std::size_t before;
    std::uint64_t position;
  };
  /// Calls f with what a plan changes at an event, what is put before it first.
  template <typename F>
  static void each_edit(const plan<P>& one, std::size_t i, F f) {
    for (const auto& change : one.edits) {
      if (change.at == i) f(change);
    }
  }

  std::vector<event<P>> events_;
  std::vector<std::uint64_t> at_;
  std::vector<std::uint64_t> reached_;
  std::vector<std::vector<put_event>> puts_;
};

}  // namespace balint::deviation::detail
