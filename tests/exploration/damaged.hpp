// SPDX-License-Identifier: MIT
#pragma once
/// Tiny groups of each protocol, and damaged traces of them.
#include <algorithm>
#include <balint/balint.hpp>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <random>
#include <utility>
#include <vector>

#include "tests/exploration/nearest.hpp"

namespace exploration {

/// Two participants, and who else a group of P needs.
template <balint::protocol P>
balint::formation<P> tiny_group() {
  using person = balint::person<P>;
  using balint::consent;
  namespace role = balint::role;
  std::vector<person> all{person::template as<role::participant>("a", consent::given),
                          person::template as<role::participant>("b", consent::given)};
  if constexpr (std::same_as<P, balint::case_consultation>) {
    all.push_back(person::template as<role::participant, role::moderator>("c", consent::given));
  } else if constexpr (std::same_as<P, balint::staff_group>) {
    all[0] = person::template as<role::participant, role::leader>("a", consent::given);
    all.push_back(person::template as<role::supervisor>("s"));
  } else {
    all.push_back(person::template as<role::leader>("l"));
  }
  return balint::form<P>(all);
}
/// How many options a tiny group proposes at most.
template <typename P>
inline constexpr std::size_t most_options = std::same_as<P, balint::staff_group> ? 1 : 2;

/// How much is done to a trace.
struct damage {
  std::size_t times = 3;
  bool with_leaving = false;  ///< People drop out, come back, withdraw and hand over.
};
/// Every event that is ever possible.
template <balint::protocol P>
std::vector<balint::event<P>> alphabet_of(const every_state<P>& every, damage done) {
  std::vector<balint::event<P>> alphabet;
  for (std::size_t state = 0; state < every.size(); ++state) {
    for (const auto& s : every.from(state)) {
      const auto act = balint::name_of<P>(s.what.act);
      if (!done.with_leaving && (act == "drop" || act == "withdraw" || act == "hand_over" || act == "take_lead"))
        continue;
      if (std::find(alphabet.begin(), alphabet.end(), s.what) == alphabet.end()) alphabet.push_back(s.what);
    }
  }
  return alphabet;
}
/// A random conforming walk with some damage done to it: events lost, moved, put in, done by others, whole runs lost.
template <balint::protocol P>
std::vector<balint::event<P>> damaged(const every_state<P>& every, const std::vector<balint::event<P>>& alphabet,
                                      std::size_t people, std::mt19937& random, damage done = {}) {
  const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  const auto place = [&](const auto& in) { return static_cast<std::ptrdiff_t>(below(in.size())); };
  std::vector<balint::event<P>> trace;
  std::size_t state = 0;
  while (!every.is_closed(state) && trace.size() < 40) {
    std::vector<const typename every_state<P>::step*> open;
    for (const auto& s : every.from(state)) {
      const auto act = balint::name_of<P>(s.what.act);
      const bool is_about_leaving =
          act == "drop" || act == "rejoin" || act == "withdraw" || act == "hand_over" || act == "take_lead";
      if (is_about_leaving && (!done.with_leaving || below(6) != 0)) continue;
      if (act == "pass" && below(3) != 0) continue;
      open.insert(open.end(), act == "advance" || act == "close" ? 4 : 1, &s);
    }
    if (open.empty()) break;  // everybody passed: there is no case
    const auto* const next = open[below(open.size())];
    trace.push_back(next->what);
    state = next->to;
  }
  for (auto times = 1 + below(done.times); times != 0 && trace.size() > 3; --times) {
    switch (below(5)) {
      case 0: trace.erase(trace.begin() + place(trace)); break;
      case 1: std::swap(trace[below(trace.size())], trace[below(trace.size())]); break;
      case 2: trace.insert(trace.begin() + place(trace), alphabet[below(alphabet.size())]); break;
      case 3: trace[below(trace.size())].by = {static_cast<std::uint8_t>(below(people))}; break;
      default: {
        const auto from = place(trace);
        const auto n = std::min<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(below(6)),
                                                static_cast<std::ptrdiff_t>(trace.size()) - from);
        trace.erase(trace.begin() + from, trace.begin() + from + n);
      }
    }
  }
  return trace;
}
/// Whether a trace has more proposals than states were walked for.
template <balint::protocol P>
bool proposes_too_much(const std::vector<balint::event<P>>& trace) {
  const auto n =
      std::count_if(trace.begin(), trace.end(), [](const auto& e) { return balint::name_of<P>(e.act) == "propose"; });
  return static_cast<std::size_t>(n) > most_options<P>;
}

}  // namespace exploration
