// SPDX-License-Identifier: MIT
#pragma once
/// How far a trace is from the nearest one that is conforming, found by walking every state of a tiny group: it shares
/// nothing with the repair but the session.
#include <algorithm>
#include <balint/balint.hpp>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <deque>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "tests/exploration/explore.hpp"

namespace exploration {

/// Every state of a session and every event that leads on. What a conforming trace never has (flags, terminating) and
/// what changes nothing that decides (notes, refocusings, reminders) is left out.
template <balint::protocol P>
class every_state {
 public:
  struct step {
    balint::event<P> what;
    std::uint32_t to;
  };
  every_state(const balint::group<P>& people, std::size_t options) {
    std::unordered_map<std::string, std::uint32_t> ids;
    std::vector<std::pair<std::uint32_t, balint::session<P>>> frontier, beyond;
    const auto id_of = [&](const balint::session<P>& s) {
      const auto [it, is_new] =
          ids.try_emplace(key_of(what_decides::of(s.snapshot().state)), static_cast<std::uint32_t>(steps_.size()));
      if (is_new) {
        steps_.emplace_back();
        may_end_.push_back(0);
        is_closed_.push_back(s.end() == balint::ending::closed);
        beyond.emplace_back(it->second, s);
      }
      return it->second;
    };
    id_of(balint::session<P>(people));
    while (!beyond.empty()) {
      frontier.swap(beyond);
      beyond.clear();
      for (const auto& [from, now] : frontier) {
        for (const auto who : people.people()) {
          now.each_legal_event(who, [&](const balint::event<P>& e) {
            if (balint::name_of<P>(e.act) == "terminate") may_end_[from] |= std::uint64_t{1} << e.by.index;
            if (is_left_out(e) || (balint::name_of<P>(e.act) == "propose" && now.option_count() >= options)) return;
            auto next = now;
            if (!next.apply(e)) std::abort();
            const auto to = id_of(next);
            steps_[from].push_back({e, to});
          });
        }
      }
    }
  }

  [[nodiscard]] std::size_t size() const noexcept { return steps_.size(); }
  [[nodiscard]] const std::vector<step>& from(std::size_t state) const { return steps_[state]; }
  [[nodiscard]] bool is_closed(std::size_t state) const { return is_closed_[state]; }

  /// The cost of the nearest trace without a finding that is closed, or that goes on, and that keeps what is protected;
  /// at most `most`, which has to be enough. 0xFF: there is none.
  [[nodiscard]] std::uint64_t nearest(const std::vector<balint::event<P>>& trace, std::uint64_t most,
                                      bool is_to_close = true, const std::vector<bool>& kept = {}) const {
    const std::size_t states = steps_.size();
    std::vector<std::uint8_t> cost((trace.size() + 1) * states, 0xFF);
    std::deque<std::size_t> next{0};
    cost[0] = 0;
    while (!next.empty()) {
      const auto here = next.front();
      next.pop_front();
      const auto i = here / states, state = here % states;
      if (i == trace.size() && is_closed_[state] == is_to_close) return cost[here];
      const auto go = [&](std::size_t to, unsigned by) {
        if (cost[here] + by >= cost[to] || cost[here] + by > most) return;
        cost[to] = static_cast<std::uint8_t>(cost[here] + by);
        by == 0 ? next.push_front(to) : next.push_back(to);
      };
      for (const auto& s : steps_[state]) {
        if (i < trace.size() && s.what == trace[i]) go((i + 1) * states + s.to, 0);
        go(i * states + s.to, 1);
      }
      if (i < trace.size() && !(i < kept.size() && kept[i]) && !is_kept_here(state, trace[i]))
        go((i + 1) * states + state, 1);
    }
    return 0xFF;
  }

 private:
  /// Whether an event is of a protected act, and possible in a state.
  [[nodiscard]] bool is_kept_here(std::size_t state, const balint::event<P>& e) const {
    const auto act = balint::name_of<P>(e.act);
    if (act == "terminate") return e.by.index < 64 && ((may_end_[state] >> e.by.index) & 1U) != 0;
    if (act != "withdraw" && act != "decline_case") return false;
    return std::any_of(steps_[state].begin(), steps_[state].end(), [&](const step& s) { return s.what == e; });
  }
  [[nodiscard]] static bool is_left_out(const balint::event<P>& e) {
    const auto act = balint::name_of<P>(e.act);
    return act == "flag" || act == "remind" || act == "refocus" || act == "note" || act == "assist" || act == "open" ||
           act == "terminate";
  }
  std::vector<std::vector<step>> steps_;
  std::vector<bool> is_closed_;
  std::vector<std::uint64_t> may_end_;  ///< Who may terminate the session in each state.
};

}  // namespace exploration
