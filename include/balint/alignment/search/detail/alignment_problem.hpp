// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What is to be aligned: a trace and its group, and what every search asks about the trace from each position on.
#include <balint/alignment/search/detail/move.hpp>
#include <balint/conformance/judge.hpp>
#include <balint/group/form.hpp>
#include <balint/group/group.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/session/detail/engine.hpp>
#include <balint/session/detail/engine_access.hpp>
#include <balint/session/state.hpp>
#include <balint/session/event.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/time.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace balint::detail {

/// A trace of P that has to be aligned, and how the aligned trace ends. It refers to the trace and to the group.
template <protocol P>
class alignment_problem {
 public:
  alignment_problem(std::span<const event<P>> trace, const group<P>& people, ending aim = ending::closed)
      : trace_(trace), people_(people), aim_(aim), earliest_(trace.size() + 1, unstated), removal_(trace.size() + 1) {
    note_protected();
    for (std::size_t i = trace.size(); i-- > 0;) {
      earliest_[i] = (std::min)(earliest_[i + 1], trace[i].at);
      removal_[i] = add_costs(removal_[i + 1], removal_cost_of(i));
    }
  }

  [[nodiscard]] std::span<const event<P>> trace() const noexcept { return trace_; }
  [[nodiscard]] std::size_t size() const noexcept { return trace_.size(); }
  [[nodiscard]] const group<P>& people() const noexcept { return people_; }
  /// Whether any event states a time.
  [[nodiscard]] bool is_timed() const noexcept { return earliest_.front() != unstated; }
  /// The earliest time stated from a position on.
  [[nodiscard]] instant earliest(std::size_t from) const noexcept { return earliest_[from]; }
  /// How the aligned trace ends.
  [[nodiscard]] ending aim() const noexcept { return aim_; }
  /// Whether an event can stay, if the session accepts it.
  [[nodiscard]] bool may_stay(act_id<P> act) const noexcept { return detail::may_stay<P>(act, aim_); }
  /// Whether any event is protected wherever the aligned session is.
  [[nodiscard]] bool has_protected() const noexcept {
    return std::find(protected_.begin(), protected_.end(), true) != protected_.end();
  }
  /// Whether the event at a position may go from an aligned session: it is not protected, or neither this session nor
  /// that of the judge accepts it there.
  [[nodiscard]] bool may_go(std::size_t at, const engine<P>& now) const noexcept {
    return !protected_[at] && !(is_protected<P>(trace_[at].act) && now.why_not(trace_[at]) == no_refusal);
  }
  /// What it costs at least that the event at a position goes.
  [[nodiscard]] std::uint32_t removal_cost_of(std::size_t at) const noexcept {
    return protected_[at] ? out_of_reach : move_costs<P>::on_log(trace_[at].act);
  }
  /// What it costs at least that all events from a position on go.
  [[nodiscard]] std::uint32_t removal_cost(std::size_t from) const noexcept { return removal_[from]; }

 private:
  /// Notes which protected acts the session accepts as the judge follows it.
  void note_protected() {
    judge<P> judged(formation_access::of(people_));
    for (const auto& e : trace_) {
      protected_.push_back(is_protected<P>(e.act) && engine_access::of(judged.session()).why_not(e) == no_refusal);
      judged.apply(e);
    }
  }

  std::span<const event<P>> trace_;
  const group<P>& people_;
  ending aim_;
  std::vector<bool> protected_;
  std::vector<instant> earliest_;
  std::vector<std::uint32_t> removal_;
};

}  // namespace balint::detail
