// SPDX-License-Identifier: MIT
#pragma once
/// Visits every state that a session can reach, breadth first, and holds each state and each event to the laws.
#include <array>
#include <balint/alignment/search/detail/canonical_state.hpp>
#include <balint/balint.hpp>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <ostream>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "tests/exploration/laws.hpp"

namespace exploration {

/// How far an exploration goes. Notes, assistance, refocusings, flags and reminders of all rules but the first are left
/// out: each would double the states or more, and no check reads them but the one for an open flag, which the first
/// rule tries.
struct bounds {
  std::size_t options = 2;  ///< How many options are proposed.
  std::size_t away = 64;    ///< How many people are absent at one time.
  std::size_t gone = 64;    ///< How many people withdraw.
  bool flags = true;        ///< Whether the first rule is flagged.
  bool passes = true;       ///< Whether anybody passes.

  template <typename Session>
  [[nodiscard]] bool allow(const Session& now, const event_of_session<Session>& e) const {
    using P = protocol_of<Session>;
    const auto act = balint::name_of<P>(e.act);
    const auto state = now.snapshot().state;
    const auto count = [](std::uint64_t set) { return static_cast<std::size_t>(std::popcount(set)); };
    if (act == "note" || act == "assist" || act == "refocus") return false;
    if (act == "flag" || act == "remind") return flags && balint::detail::raw_target(e) == 0;
    if (act == "pass") return passes;
    if (act == "propose") return now.option_count() < options;
    if (act == "drop") return count(now.people().people().bits() & ~state.present & ~state.gone) < away;
    if (act == "withdraw") return count(state.gone) < gone;
    return true;
  }
};

/// All of a state.
struct whole {
  template <typename P>
  static balint::session_state<P> of(const balint::session_state<P>& s) {
    return s;
  }
};
/// What of a state can still decide about an event. That nothing else is lost is shown where both ways of telling
/// states apart are compared.
struct what_decides {
  template <typename P>
  static balint::session_state<P> of(const balint::session_state<P>& s) {
    return balint::detail::canonical_state<P>(s);
  }
};

/// A state as a key: the words of it that are not zero.
template <typename P>
std::string key_of(const balint::session_state<P>& s) {
  constexpr std::size_t count = sizeof(s) / sizeof(std::uint64_t);
  static_assert(sizeof(s) % sizeof(std::uint64_t) == 0);
  const auto words = std::bit_cast<std::array<std::uint64_t, count>>(s);
  std::array<char, count * 9> key{};
  std::size_t size = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (words[i] == 0) continue;
    key[size++] = static_cast<char>(i);
    std::memcpy(&key[size], &words[i], sizeof words[i]);
    size += sizeof words[i];
  }
  return {key.data(), size};
}

/// What an exploration found.
struct report {
  std::size_t states = 0, transitions = 0;
  std::size_t closed = 0, terminated = 0;
  std::size_t leaderless = 0;      ///< Nobody leads, and somebody may come back and lead.
  std::size_t unled = 0;           ///< Nobody leads, and all who could have withdrawn or are the presenter.
  std::size_t without_an_end = 0;  ///< Nobody can end it, as all who could have withdrawn.
  std::array<std::size_t, static_cast<std::size_t>(fault::count)> faults{};

  [[nodiscard]] bool is_lawful() const {
    for (const auto n : faults) {
      if (n != 0) return false;
    }
    return true;
  }
  [[nodiscard]] std::size_t count(fault b) const { return faults[static_cast<std::size_t>(b)]; }

  friend std::ostream& operator<<(std::ostream& out, const report& r) {
    out << r.states << " states, " << r.transitions << " transitions; " << r.closed << " closed, " << r.terminated
        << " terminated, " << r.leaderless << " without a leader for now, " << r.unled << " for good, "
        << r.without_an_end << " without an end";
    for (std::size_t i = 0; i < r.faults.size(); ++i) {
      if (r.faults[i] != 0) out << "; " << fault_names[i] << " " << r.faults[i];
    }
    return out;
  }
};

/// Visits every state from a first one on. Stops after `most` states, for sessions that are broken on purpose.
template <typename Distinct = what_decides, typename Session, typename Duties, typename Visit>
report explore(const Session& first, const bounds& within, Duties are_done, Visit visit, std::size_t most = 2'000'000) {
  report found;
  const auto hold = [&found](fault b) {
    if (b != fault::none) ++found.faults[static_cast<std::size_t>(b)];
  };
  std::unordered_set<std::string> seen{key_of(Distinct::of(first.snapshot().state))};
  std::vector<Session> frontier{first}, beyond;
  for (; !frontier.empty() && seen.size() < most; frontier.swap(beyond), beyond.clear()) {
    for (const auto& now : frontier) {
      ++found.states;
      visit(now);
      hold(law_of_state(now));
      found.closed += now.end() == balint::ending::closed ? 1U : 0U;
      found.terminated += now.end() == balint::ending::terminated ? 1U : 0U;
      if (!now.is_over() && now.acting_leader() == balint::nobody) {
        ++(lead_may_come_back(now) ? found.leaderless : found.unled);
        found.without_an_end += can_be_ended_in_time(now) ? 0U : 1U;
      }
      for (const auto who : now.people().people()) {
        now.each_legal_event(who, [&](const event_of_session<Session>& e) {
          if (!within.allow(now, e)) return;
          auto next = now;
          if (!next.apply(e)) return hold(fault::legal_event_refused);
          ++found.transitions;
          hold(law_of_step(now, e, next, are_done));
          if (seen.insert(key_of(Distinct::of(next.snapshot().state))).second) beyond.push_back(next);
        });
      }
    }
  }
  return found;
}
template <typename Distinct = what_decides, typename Session, typename Duties>
report explore(const Session& first, const bounds& within, Duties are_done) {
  return explore<Distinct>(first, within, are_done, [](const Session&) {});
}

}  // namespace exploration
