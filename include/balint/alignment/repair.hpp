// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The repair of a trace: the nearest conforming one by events put in and taken out. Needs memory; `balint.hpp` leaves
/// it out.
#include <balint/alignment/detail/mending.hpp>
#include <balint/alignment/detail/proof.hpp>
#include <balint/alignment/edit.hpp>
#include <balint/conformance/judge.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

namespace balint {

namespace detail {

/// A search for the cheapest repair: all drafts go through the trace side by side.
template <protocol P>
class repair_search {
 public:
  using form = shape<P>;
  repair_search(std::span<const event<P>> trace, const group<P>& people) : trace_(trace), people_(people) {}

  /// The least cost that drafts given up for lack of room could have come to.
  [[nodiscard]] std::uint32_t lost() const noexcept { return lost_; }
  [[nodiscard]] std::uint32_t cost() const noexcept { return cost_; }
  [[nodiscard]] const std::vector<edit<P>>& edits() const noexcept { return edits_; }

  /// Looks for a repair that is cheaper than the best so far, with at most so many drafts at a time.
  void run(std::size_t width, const outlook<P>& from_the_start) {
    outlook<P> rest = from_the_start;
    all_ = {};
    mending<P> mend(trace_, people_, all_, rest);
    mend.bound = cost_;
    std::vector<draft<P>> now, next;
    now.push_back({.now = engine<P>(people_)});
    bool found = false;
    std::uint32_t best_tail = 0;
    std::size_t best_end = 0;
    const auto close = [&](const draft<P>& d, std::size_t end) {
      const auto cost = d.cost + static_cast<std::uint32_t>(trace_.size() - end);
      if (cost >= cost_) return;
      cost_ = mend.bound = cost;
      best_tail = d.tail;
      best_end = end;
      found = true;
    };
    std::size_t calm = 0;
    for (std::size_t i = 0; i < trace_.size(); ++i) {
      const auto& e = trace_[i];
      const auto does = e.act.index < form::acts ? table_of<P>.acts[e.act.index].does : effect::none;
      const bool goes = e.act.index >= form::acts || does == effect::terminates || does == effect::flags;
      const bool is_late = e.at != unstated && rest.earliest(i + 1) < e.at;
      const bool may_go = is_late || (e.act.index < form::acts && form::is_choice(e.act.index));
      next.clear();
      bool branched = false;
      for (auto& d : now) {
        const auto take = [&](draft<P>&& able) {
          if (does == effect::closes) {
            auto whole = std::move(able);
            mend.keep(whole);
            close(whole, i + 1);
          } else {
            mend.keep(able);
            next.push_back(std::move(able));
          }
        };
        if (!goes && d.now.check(e) == no_refusal) {
          if (!may_go && does != effect::closes && !mend.binds(d, e)) {
            // A pass may as well be one of a later stage.
            if (does == effect::passes && d.stage() < form::last_each) {
              for (auto& on : mend.go_to(d, d.stage() + 1U)) {
                for (auto& able : mend.enable(on, e)) {
                  branched = true;
                  take(std::move(able));
                }
              }
            }
            if (does == effect::supports_case) {
              for (auto& selected : mend.select_before(d, e)) {
                if (selected.now.check(e) != no_refusal) continue;
                branched = true;
                take(std::move(selected));
              }
            }
            mend.keep(d);
            next.push_back(std::move(d));
            continue;
          }
          branched = true;
          // Whoever comes back owes the turns of the stage: it may be left before.
          if (does == effect::rejoins && d.stage() < form::last_each) {
            for (auto& on : mend.go_to(d, d.stage() + 1U)) {
              if (on.now.check(e) == no_refusal) take(std::move(on));
            }
          }
          take(draft<P>(d));
        } else if (!goes) {
          for (auto& able : mend.enable(d, e)) {
            branched = true;
            take(std::move(able));
          }
        }
        mend.remove(d);
        next.push_back(std::move(d));
      }
      rest.pass();
      std::swap(now, next);
      if (branched || ++calm % 64 == 0 || now.size() > width) mend.thin(now, width);
      if (all_.is_untidy()) tidy(now, best_tail);
    }
    for (const auto& d : now) {
      for (const auto& whole : mend.end(d)) close(whole, trace_.size());
    }
    lost_ = mend.lost;
    if (found) edits_ = edits_up_to(best_tail, best_end);
  }

  /// The repair that keeps nothing: it is always there where the protocol can be gone through.
  void start_anew(const outlook<P>& from_the_start) {
    take({});
    outlook<P> rest = from_the_start;
    while (rest.position() < trace_.size()) rest.pass();
    all_ = {};
    mending<P> mend(trace_, people_, all_, rest);
    for (const auto& whole : mend.end({.now = engine<P>(people_)})) {
      const auto cost = whole.cost + static_cast<std::uint32_t>(trace_.size());
      if (cost >= cost_) continue;
      cost_ = cost;
      edits_.clear();
      for (std::size_t i = 0; i < trace_.size(); ++i) edits_.push_back({edit<P>::way::remove, i + 1, trace_[i]});
      const auto more = all_.edits(whole.tail);
      edits_.insert(edits_.end(), more.begin(), more.end());
    }
  }
  /// Takes over a repair that was found elsewhere; empty: there is none.
  void take(const std::vector<edit<P>>& edits) {
    edits_ = edits;
    cost_ = edits.empty() ? out_of_reach : static_cast<std::uint32_t>(edits.size());
  }

 private:
  void tidy(std::vector<draft<P>>& now, std::uint32_t& best) {
    all_.tidy([&](auto change) {
      for (auto& d : now) {
        change(d.tail);
        for (auto& i : d.left) change(i);
        for (auto& i : d.turn) change(i);
      }
      change(best);
    });
  }
  [[nodiscard]] std::vector<edit<P>> edits_up_to(std::uint32_t tail, std::size_t end) const {
    auto all = all_.edits(tail);
    for (auto i = end; i < trace_.size(); ++i) all.push_back({edit<P>::way::remove, i + 1, trace_[i]});
    return all;
  }

  std::span<const event<P>> trace_;
  const group<P>& people_;
  histories<P> all_;
  std::uint32_t cost_ = out_of_reach;
  std::uint32_t lost_ = out_of_reach;
  std::vector<edit<P>> edits_;
};

/// Whether a trace has none of the acts by which people come, go or hand over: then a search that gave up nothing is
/// exact.
template <protocol P>
[[nodiscard]] bool is_plain(std::span<const event<P>> trace) {
  for (const auto& e : trace) {
    if (e.act.index >= act_count<P>) continue;
    switch (table_of<P>.acts[e.act.index].does) {
      case effect::drops:
      case effect::withdraws:
      case effect::hands_over: return false;
      default: break;
    }
  }
  return shape<P>::is_covered;
}

}  // namespace detail

/// How much a repair may try.
struct repair_effort {
  /// How many alternatives are followed at a time, at first, for a repair that is soon found.
  std::size_t first = 8;
  /// How many then, to find a nearer one, or that there is none.
  std::size_t then = 512;
  /// A repair that costs so much more than any can is of a trace in disorder: then an eighth of `then` will do.
  std::size_t far = 16;
  /// How many states a proof may visit that there is no nearer one: for a group of n people, this divided by n to the
  /// third.
  std::size_t proof = 3'000'000;
  /// No proof is tried of a trace with more events.
  std::size_t longest_proof = 4'096;
};

/// The nearest conforming trace, as edits of this one. What is terminated or in progress and without a finding needs
/// none.
template <protocol P>
[[nodiscard]] repair<P> repair_trace(const formation<P>& people, std::type_identity_t<std::span<const event<P>>> trace,
                                     repair_effort effort = {}) {
  if (!people.is_formed()) return {.is_possible = false, .is_exact = false};
  if (is_clean(judge_trace<P>(people, trace))) return {};
  const detail::outlook<P> rest(trace, people.group);
  detail::repair_search<P> search(trace, people.group);
  const auto is_conforming = [&](const std::vector<edit<P>>& edits) {
    const auto after = apply_edits<P>(trace, edits);
    return judge_trace<P>(people, after) == verdict::conforming;
  };
  repair<P> mended;
  mended.at_least = rest.least(0, 0);
  // Tries to prove that what was found is the nearest, or finds the nearest.
  const auto prove = [&] {
    if (mended.at_least == search.cost()) return true;
    if (trace.size() > effort.longest_proof || search.cost() == detail::out_of_reach) return false;
    detail::proof<P> all(trace, people.group, rest);
    const bool is_proven =
        all.run(search.cost(), effort.proof / (people.group.size() * people.group.size() * people.group.size()));
    mended.at_least = std::max<std::uint64_t>(mended.at_least, all.at_least());
    if (!all.edits().empty()) search.take(all.edits());
    return is_proven;
  };
  bool is_proven = false;
  bool is_thorough = false;
  std::vector<edit<P>> sound;
  const auto keep_what_is_sound = [&] {
    if (!search.edits().empty() && !is_conforming(search.edits())) {
      is_thorough = false;
      search.take(sound);
    }
    sound = search.edits();
  };
  for (const auto width : {std::size_t{1}, effort.first, effort.then}) {
    const bool is_far = mended.at_least + effort.far < search.cost();
    search.run(width == effort.then && is_far ? (width + 7) / 8 : width, rest);
    is_thorough = search.lost() >= search.cost();
    keep_what_is_sound();
    if (width == effort.first) {
      if (sound.empty()) {
        search.start_anew(rest);
        keep_what_is_sound();
      }
      is_proven = prove();
      sound = search.edits();
    }
    if (is_proven || (is_thorough && width >= effort.first)) break;
  }
  if (search.edits().empty()) return {.is_possible = false, .is_exact = false};
  mended.edits = search.edits();
  if (is_proven || (is_thorough && detail::is_plain<P>(trace))) mended.at_least = mended.cost();
  mended.is_exact = mended.at_least == mended.cost();
  return mended;
}

}  // namespace balint
