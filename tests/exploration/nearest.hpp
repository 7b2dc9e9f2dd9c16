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

  /// The cost of the nearest conforming trace; at most `most`, which has to be enough.
  [[nodiscard]] std::uint64_t nearest(const std::vector<balint::event<P>>& trace, std::uint64_t most) const {
    const std::size_t states = steps_.size();
    std::vector<std::uint8_t> cost((trace.size() + 1) * states, 0xFF);
    std::deque<std::size_t> next{0};
    cost[0] = 0;
    while (!next.empty()) {
      const auto here = next.front();
      next.pop_front();
      const auto i = here / states, state = here % states;
      if (i == trace.size() && is_closed_[state]) return cost[here];
      const auto go = [&](std::size_t to, unsigned by) {
        if (cost[here] + by >= cost[to] || cost[here] + by > most) return;
        cost[to] = static_cast<std::uint8_t>(cost[here] + by);
        by == 0 ? next.push_front(to) : next.push_back(to);
      };
      for (const auto& s : steps_[state]) {
        if (i < trace.size() && s.what == trace[i]) go((i + 1) * states + s.to, 0);
        go(i * states + s.to, 1);
      }
      if (i < trace.size()) go((i + 1) * states + state, 1);
    }
    return 0xFF;
  }

 private:
  [[nodiscard]] static bool is_left_out(const balint::event<P>& e) {
    const auto act = balint::name_of<P>(e.act);
    return act == "flag" || act == "remind" || act == "refocus" || act == "note" || act == "terminate";
  }
  std::vector<std::vector<step>> steps_;
  std::vector<bool> is_closed_;
};

}  // namespace exploration
