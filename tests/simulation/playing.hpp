// SPDX-License-Identifier: MIT
#pragma once
// Simulated sessions for tests: who takes part, what comes out, and what the judge says.
#include <tests/support.hpp>

#include <balint/balint.hpp>
#include <balint/simulation/policies/conduct.hpp>
#include <balint/simulation/policy.hpp>
#include <balint/simulation/simulated_session.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace support {

/// A simulated session and what is known of it.
template <balint::protocol P>
struct played {
  std::vector<balint::event<P>> events;
  balint::simulation::outcome result;
};

template <balint::protocol P, typename Players>
played<P> play(const balint::group<P>& people, const Players& players, const balint::random::address& where,
               const balint::simulation::caps& until = {}) {
  played<P> all;
  all.result = balint::simulation::simulate_session<P>(
      people, players, where, [&](const balint::event<P>& e) { all.events.push_back(e); }, until);
  return all;
}
template <balint::protocol P>
played<P> play_willing(const balint::random::address& where) {
  return play<P>(formed<P>().formed().value(), balint::simulation::everybody{balint::simulation::willing<P>()}, where);
}

/// What the judge says of it.
template <balint::protocol P>
std::size_t findings_in(const std::vector<balint::event<P>>& events, const balint::formation<P>& people = formed<P>()) {
  std::size_t n = 0;
  auto count = [&n](const balint::finding<P>&) { ++n; };
  balint::judge<P, decltype(count)> by(people, count);
  for (const auto& e : events) by.apply(e);
  return n;
}

/// A student group of many: participants, then a leader.
inline balint::group<balint::student_group> circle_of(std::size_t participants) {
  using P = balint::student_group;
  static const std::vector<std::string> names = [] {
    std::vector<std::string> all;
    for (int i = 0; i < 60; ++i) all.push_back("p" + std::to_string(i));
    return all;
  }();
  std::vector<balint::person<P>> people{balint::person<P>::as<role::leader>("lead", {}, "teacher")};
  for (std::size_t i = 0; i < participants; ++i)
    people.push_back(balint::person<P>::as<role::participant>(names[i], balint::consent::given));
  return balint::form<P>(people).formed().value();
}

}  // namespace support
